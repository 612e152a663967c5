"""When fora meet: the register's days and those of the record, as the drawings and what-ifs of portfolios need them."""

import datetime
from collections.abc import Collection

from samstyr.meetings.models import Meeting
from samstyr.registry.models import MeetingDate, PortfolioEntry
from samstyr.rules.portfolio.breaks import Sitting


def sittings_between(fora: Collection[str], first: datetime.date, last: datetime.date) -> tuple[Sitting, ...]:
    """Answer the meetings of fora from a day to another, both included, each once, by day: two queries."""
    days = {
        (date, forum)
        for model in (Meeting, MeetingDate)
        for forum, date in model._default_manager.filter(
            forum__in=fora, date__gte=first, date__lte=last
        ).values_list("forum", "date")
    }
    return tuple(Sitting(*each) for each in sorted(days))


def meetings_by_day(forum: str, first: datetime.date, last: datetime.date) -> dict[datetime.date, int]:
    """Answer the keys of a forum's meetings in the record by their days, both ends included: one query."""
    held = Meeting.objects.filter(forum=forum, date__gte=first, date__lte=last).order_by("date", "-id")
    return dict(held.values_list("date", "id"))


def followers_of(initiatives: Collection[str], on: datetime.date) -> dict[str, frozenset[str]]:
    """Answer the fora that follow each of some initiatives on a day, by its id: one query."""
    found: dict[str, set[str]] = {}
    rows = PortfolioEntry.objects.filter(initiative__in=initiatives, valid__contains=on)
    for initiative, forum in rows.values_list("initiative", "forum"):
        found.setdefault(initiative, set()).add(forum)
    return {initiative: frozenset(fora) for initiative, fora in found.items()}
