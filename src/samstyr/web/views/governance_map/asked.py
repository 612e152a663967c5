"""What somebody asks the map to show: a figure, days and filters, read from the address."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samstyr.platform.errors import InputError
from samstyr.print.governance_map.model import Bond, View
from samstyr.print.governance_map.regions import regions_with_fora
from samstyr.rules.register import Act, Level, Register, Validity
from samstyr.web.as_of import day_seen

NATIONAL: Final = "national"
ALL: Final = "all"
ACTS: Final = (*(str(act) for act in Act), str(Bond.HEARD), str(Bond.ROLE))


@dataclass(frozen=True, slots=True)
class Figure:
    """A part of the governance that is shown on its own."""

    key: str
    title: str
    national: bool
    region: str | None


@dataclass(frozen=True, slots=True)
class Months:
    """The months in which the register says anything; the slider goes from the first to the last."""

    first: datetime.date
    count: int
    changing: tuple[int, ...]

    def number_of(self, day: datetime.date) -> int:
        """Answer the number of the month of a day, counted from 0, at most the last."""
        months = (day.year - self.first.year) * 12 + day.month - self.first.month
        return min(max(months, 0), self.count - 1)

    def day_of(self, number: int) -> datetime.date:
        """Answer the first day of the month of that number."""
        months = self.first.month - 1 + min(max(number, 0), self.count - 1)
        return datetime.date(self.first.year + months // 12, months % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. `view` says the same to the map."""

    figure: Figure
    view: View
    months: Months


def figures(register: Register) -> list[Figure]:
    """Answer the figures of a register: the national one, one for each region with fora, and everything."""
    found = [Figure(NATIONAL, _("Figure 1: national"), national=True, region=None)]
    for number, region in enumerate(regions_with_fora(register), start=2):
        title = _("Figure {number}: {name}").format(number=number, name=region.name)
        found.append(Figure(region.id, title, national=False, region=region.id))
    if any(forum.level in (Level.REGIONAL, Level.LOCAL) for forum in register.fora.values()):
        found.append(Figure(ALL, _("Everything"), national=True, region=""))
    return found


def asked(request: HttpRequest, register: Register) -> Asked:
    """Answer what the address asks for. Raises InputError for what the register does not have."""
    months = months_of(register)
    on = day_seen(request)
    if request.GET.get("use") == "month":
        on = months.day_of(_number(request.GET.get("month", "")))
    before = day_seen(request, "before") if request.GET.get("before", "").strip() else None
    known = {figure.key: figure for figure in figures(register)}
    figure = known[_one_of(request, "figure", known) or next(iter(known))]
    acts = frozenset(request.GET.getlist("act"))
    if unknown := acts - set(ACTS):
        raise InputError(f"act: no such act: {', '.join(sorted(unknown))[:80]!r}")
    view = View(
        on=on,
        before=None if before == on else before,
        national=figure.national,
        region=figure.region,
        acts=acts,
        subject=_one_of(request, "subject", register.subjects),
        party=_one_of(request, "party", register.parties),
    )
    return Asked(figure, view, months)


def _one_of(request: HttpRequest, name: str, known: Iterable[str]) -> str | None:
    chosen: str = request.GET.get(name, "").strip()
    if not chosen:
        return None
    if chosen not in known:
        raise InputError(f"{name}: the register has no {chosen[:60]!r}")
    return chosen


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise InputError(f"month: {text[:20]!r} is no number of a month (expected 0, 1, …)")
    return int(text)


def months_of(register: Register) -> Months:
    """Answer the months from the first day the map can differ to the last."""
    days = sorted({day for valid in _validities(register) for day in (valid.start, valid.until) if day})
    today = days[-1] if days else datetime.date(2000, 1, 1)
    first = (days[0] if days else today).replace(day=1)
    count = (today.year - first.year) * 12 + today.month - first.month + 2
    months = Months(first, count, ())
    changing = sorted({months.number_of(day) + (day.day > 1) for day in days})
    return Months(first, count, tuple(changing))


def _validities(register: Register) -> Iterable[Validity]:
    for forum in register.fora.values():
        yield forum.valid
        yield from (seat.valid for seat in forum.seats)
    yield from (mandate.valid for mandate in register.mandates.values())
    yield from (organisation.valid for organisation in register.organisations.values())
