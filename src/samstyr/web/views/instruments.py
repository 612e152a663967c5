"""Instruments: what rests on a law, an agreement, a strategy."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.platform.danish import order
from samstyr.portfolio.queries.agreements import has_promises
from samstyr.registry.queries import current_register
from samstyr.rules.register import InstrumentKind
from samstyr.web.as_of import day_seen


def instruments(request: HttpRequest) -> HttpResponse:
    """List the instruments by kind."""
    register, on = current_register(), day_seen(request)
    kinds: list[dict[str, Any]] = [
        {
            "kind": kind,
            "instruments": sorted(
                (each for each in register.instruments.values() if each.kind == kind),
                key=lambda each: order(each.name),
            ),
        }
        for kind in InstrumentKind
    ]
    context = {"register": register, "on": on, "kinds": [each for each in kinds if each["instruments"]]}
    return render(request, "registry/instruments.html", context)


def instrument(request: HttpRequest, key: str) -> HttpResponse:
    """Show what rests on one instrument."""
    register, on = current_register(), day_seen(request)
    record = register.instruments.get(key)
    if record is None:
        raise Http404
    context = {
        "register": register,
        "on": on,
        "instrument": record,
        "in_force": record.valid.covers(on),
        "mandates": register.index.mandates_resting_on(key),
        "fora": register.index.fora_resting_on(key),
        "initiatives": register.index.initiatives_resting_on(key),
        "has_promises": has_promises(key),
    }
    return render(request, "registry/instrument.html", context)
