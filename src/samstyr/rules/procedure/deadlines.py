"""When papers, minutes and answers are due, and when a meeting can still be called.

Source: the procedure that the register holds of each forum. A deadline that it does not lay down is None.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from samstyr.rules.calendar import after, before
from samstyr.rules.register.records import Length, Procedure
from samstyr.rules.verdict import Allowed, Denied, Verdict


@dataclass(frozen=True, slots=True)
class Timeliness:
    """When something was due, and how many calendar days late it is; 0 where it is on time or nothing is laid down."""

    due: date | None
    days_late: int = 0


class Owed(StrEnum):
    """What a reminder is about."""

    PAPERS = "papers"
    ANSWERS = "answers"


REMINDED: Final = {Owed.PAPERS: (5, 1), Owed.ANSWERS: (1,)}
"""How many weekdays before the deadline those who owe something are reminded."""


def papers_due(procedure: Procedure | None, meeting: date) -> date | None:
    """Answer the last day on which agenda and papers of a meeting can be sent in time."""
    length = procedure.papers_before if procedure else None
    return None if length is None or length.days is None else before(meeting, length.days, length.unit)


def minutes_due(procedure: Procedure | None, meeting: date) -> date | None:
    """Answer the last day on which the minutes of a meeting can be sent in time."""
    return _after(meeting, procedure.minutes_within if procedure else None)


def written_until(procedure: Procedure | None, opened: date) -> date | None:
    """Answer the earliest day that can be the last for answers in a written procedure opened on a day."""
    return _after(opened, procedure.written if procedure else None)


def may_send_agenda(
    procedure: Procedure | None, meeting: date, on: date, *, is_supplementary: bool = False
) -> Timeliness | Denied:
    """Answer how late an agenda would be on a day. Late is no hindrance, but is told.

    A supplementary agenda has no other deadline than the meeting itself. Denied code: `meeting-has-been`.
    """
    if on > meeting:
        return Denied("meeting-has-been", {"meeting": meeting})
    due = meeting if is_supplementary else papers_due(procedure, meeting)
    return Timeliness(due, 0 if due is None else max((on - due).days, 0))


def may_call_extraordinary(procedure: Procedure | None, starts_at: datetime, now: datetime) -> Verdict:
    """Tell whether an extraordinary meeting can still be called.

    `starts_at` is aware and in the forum's time zone, `now` aware in any. Hours of notice are hours that pass, also
    over a change to or from summer time; days of notice are counted in the forum's time zone. Denied codes:
    `meeting-has-begun`, `notice-too-short` (with `hours` required and whole hours `left`, or with the `due` day).
    Raises ValueError for a time without a time zone.
    """
    if starts_at.utcoffset() is None or now.utcoffset() is None:
        raise ValueError("expected times with a time zone")
    # Two times of one zone are subtracted as the clock on the wall shows them: UTC has no such jumps.
    left = starts_at.astimezone(UTC) - now.astimezone(UTC)
    if left <= timedelta():
        return Denied("meeting-has-begun", {"starts_at": starts_at})
    notice = procedure.extraordinary_notice if procedure else None
    if notice is not None and notice.hours is not None and left < timedelta(hours=notice.hours):
        return Denied("notice-too-short", {"hours": notice.hours, "left": left // timedelta(hours=1)})
    if notice is not None and notice.days is not None:
        due = before(starts_at.date(), notice.days, notice.unit)
        if now.astimezone(starts_at.tzinfo).date() > due:
            return Denied("notice-too-short", {"due": due})
    return Allowed()


def is_reminded(owed: Owed, due: date, on: date) -> bool:
    """Tell whether those who owe something by a day are reminded of it on another.

    Papers: five weekdays and one weekday before; answers (positions, written procedures): one weekday before.
    """
    return any(on == before(due, days) for days in REMINDED[owed])


def _after(day: date, length: Length | None) -> date | None:
    return None if length is None or length.days is None else after(day, length.days, length.unit)
