"""Parties and organisations: which fora am I in, what binds me, where do I have no seat."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.platform.danish import order
from samstyr.registry.queries import current_register
from samstyr.rules.mandate import deciders
from samstyr.rules.register import VOTING_ROLES, Organisation, Register
from samstyr.web.as_of import day_seen
from samstyr.web.findings import findings_about


def parties(request: HttpRequest) -> HttpResponse:
    """List the parties with their organisations."""
    register, on = current_register(), day_seen(request)
    sides = [
        {
            "party": party,
            "organisations": sorted(
                register.index.organisations_of_party(party.id), key=lambda each: order(each.name)
            ),
        }
        for party in sorted(register.parties.values(), key=lambda each: order(each.name))
    ]
    return render(request, "registry/parties.html", {"register": register, "on": on, "sides": sides})


def party(request: HttpRequest, key: str) -> HttpResponse:
    """Show one side: its seats, its own bodies, what binds it, and where it has no seat."""
    register, on = current_register(), day_seen(request)
    record = register.parties.get(key)
    if record is None:
        raise Http404
    organisations = register.index.organisations_of_party(key)
    context = {
        "register": register,
        "on": on,
        "party": record,
        "organisations": sorted(organisations, key=lambda each: order(each.name)),
        "seats": _seats(register, organisations, on),
        "bodies": register.index.fora_of_party(key),
        "bound": _bound(register, key, on),
        "findings": findings_about(register, on, party=key),
    }
    return render(request, "registry/party.html", context)


def organisation(request: HttpRequest, key: str) -> HttpResponse:
    """Show one organisation: its seats, its systems, the initiatives it leads."""
    register, on = current_register(), day_seen(request)
    record = register.organisations.get(key)
    if record is None:
        raise Http404
    index = register.index
    context = {
        "register": register,
        "on": on,
        "organisation": record,
        "successors": index.successors_of(key),
        "seats": _seats(register, [record], on),
        "systems": index.systems_of(key),
        "initiatives": index.initiatives_led_by(key),
        "received": [mandate for mandate in index.mandates_to(key) if mandate.valid.covers(on)],
        "bound": _bound(register, record.party, on),
    }
    return render(request, "registry/organisation.html", context)


def _seats(
    register: Register, organisations: Iterable[Organisation], on: datetime.date
) -> list[dict[str, Any]]:
    """Answer the seats of organisations, those held on the day first."""
    found = [
        {"forum": forum, "seat": seat, "held": forum.valid.covers(on) and seat.valid.covers(on)}
        for organisation in organisations
        for forum in register.index.fora_with_seat_of(organisation.id)
        for seat in forum.seats
        if seat.organisation == organisation.id
    ]
    return sorted(found, key=lambda each: (not each["held"], order(each["forum"].name)))


def _bound(register: Register, party: str, on: datetime.date) -> list[dict[str, Any]]:
    """Answer what binds a party, who decides it, and whether the party sits there."""
    found = []
    for subject in register.index.subjects_binding(party):
        deciding = [register.fora[forum] for forum in deciders(register, subject.id, on).mandates]
        found.append(
            {
                "subject": subject,
                "deciding": deciding,
                "seated": any(
                    forum.party == party
                    or any(
                        register.organisations[seat.organisation].party == party
                        and seat.role in VOTING_ROLES
                        and seat.valid.covers(on)
                        for seat in forum.seats
                    )
                    for forum in deciding
                ),
            }
        )
    return found
