"""What if there were another meeting, a meeting lay on another day, it could be written, or began earlier?

Source: contract of routes, "Every answer must be explainable".
"""

from dataclasses import dataclass, replace
from datetime import date

from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.register import Register
from samstyr.rules.route import Question


@dataclass(frozen=True, slots=True)
class OtherMeeting:
    """A meeting that a forum would hold on a day, `instead_of` another one where it is moved."""

    forum: str
    day: date
    instead_of: date | None = None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would be otherwise; what is None or False stays as it is."""

    meeting: OtherMeeting | None = None
    written: bool = False
    ready: date | None = None

    def __bool__(self) -> bool:
        return self.meeting is not None or self.written or self.ready is not None


def altered(register: Register, question: Question, what_if: WhatIf) -> tuple[Register, Question]:
    """The register and the question as they would be. Raises UnknownIdError for a forum that is not there.

    The register is still read as of the day it was: who begins earlier is not judged by older mandates.
    """
    other = question
    if what_if.ready is not None:
        other = replace(other, ready=what_if.ready, on=question.on or question.ready)
    if what_if.written:
        other = replace(other, written=True)
    return _with_meeting(register, what_if.meeting), other


def _with_meeting(register: Register, meeting: OtherMeeting | None) -> Register:
    if meeting is None:
        return register
    forum = register.fora.get(meeting.forum)
    if forum is None:
        raise UnknownIdError("forum", meeting.forum)
    days = ({*forum.meetings} - {meeting.instead_of}) | {meeting.day}
    return register.with_changes({"fora": {forum.id: replace(forum, meetings=tuple(sorted(days)))}})
