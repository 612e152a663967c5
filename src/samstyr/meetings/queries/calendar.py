"""Reading when fora meet, for a calendar: the register's dates and what is known of the meetings on them.

Nothing of any agenda is among it.
"""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.db.models import Count, Max

from samstyr.meetings.models import Meeting
from samstyr.platform.history import event_models
from samstyr.registry.models import Forum, MeetingDate
from samstyr.registry.queries import current_register

LONG_AGO: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A day a forum meets, with hours and place where they are known.

    `meeting` is the key of the meeting where there is more of it than its date; `changed` is when anything of it
    last changed, and `sequence` how often that meeting did.
    """

    forum: str
    date: datetime.date
    changed: datetime.datetime
    meeting: int | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str = ""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class _Changes:
    """When a row last changed, and how often the history tells of it."""

    last: datetime.datetime
    number: int


def known_meetings(fora: Collection[str]) -> list[KnownMeeting]:
    """Answer every meeting of some fora, of the register and of the record, each once, by date and forum."""
    register = current_register()
    of_fora = _history(Forum, "id", fora, "id")
    of_dates = _history(MeetingDate, "forum_id", fora, "forum_id", "date")
    of_meetings = _history(Meeting, "forum_id", fora, "pgh_obj_id")
    rows = {(row.forum_id, row.date): row for row in Meeting.objects.filter(forum_id__in=fora)}
    dates = {(key, day) for key in fora if key in register.fora for day in register.fora[key].meetings}
    found = []
    for forum, date in sorted(dates | rows.keys(), key=lambda each: (each[1], each[0])):
        row = rows.get((forum, date))
        own = of_meetings.get((row.pk,)) if row else None
        histories = (of_fora.get((forum,)), of_dates.get((forum, date)), own)
        found.append(
            KnownMeeting(
                forum,
                date,
                changed=max((each.last for each in histories if each), default=LONG_AGO),
                meeting=row.pk if row else None,
                start=row.start if row else None,
                end=row.end if row else None,
                place=row.place if row else "",
                sequence=own.number - 1 if own else 0,
            )
        )
    return found


def _history(
    model: type[models.Model], column: str, fora: Collection[str], *key: str
) -> dict[tuple[Any, ...], _Changes]:
    """Answer, by key, the changes of the rows of some fora."""
    events = event_models()[model]._default_manager.filter(**{f"{column}__in": fora}).order_by()
    grouped = events.values(*key).annotate(last=Max("pgh_created_at"), number=Count("pgh_id"))
    return {tuple(row[name] for name in key): _Changes(row["last"], row["number"]) for row in grouped}
