"""A board's meetings as they are prepared, held and minuted, for tests: all invented."""

import datetime
from dataclasses import dataclass

from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.services import (
    ItemContent,
    Outcome,
    PaperContent,
    add_item,
    end_meeting,
    open_case_of_item,
    override_at_agenda,
    plan_meeting,
    record_outcome,
    send_agenda,
    send_minutes,
    write_paper,
)
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.rules.rights import Role, Viewer
from tests.factories.people import DAY, Seat, viewer_with

OCTOBER = datetime.date(2017, 10, 4)
NOVEMBER = datetime.date(2017, 11, 29)
PREPARED = datetime.datetime(2017, 9, 20, 9, 0, tzinfo=datetime.UTC)
HELD = datetime.datetime(2017, 10, 4, 14, 0, tzinfo=datetime.UTC)
AFTER = datetime.datetime(2017, 10, 9, 9, 0, tzinfo=datetime.UTC)
SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")
MEMBER = Seat(Role.MEMBER, "kl", "nbs")
OBSERVER = Seat(Role.OBSERVER, "medcom", "nbs")
ELSEWHERE = Seat(Role.SECRETARY, "medcom", "medcom-sg")
CLAUSES = ("at eksemplet godkendes", "at det følges op")


@dataclass(frozen=True, slots=True)
class Desk:
    """A secretary of the national board, whose every step runs as the role of the database that pages run as."""

    viewer: Viewer

    @staticmethod
    def of_the_board() -> "Desk":
        return Desk(viewer_with(SECRETARY))

    def plan(self, date: datetime.date = OCTOBER) -> Meeting:
        with seen_by(self.viewer, DatabaseRole.WEB):
            return plan_meeting(forum="nbs", date=date, actor=self.viewer, on=DAY)

    def add(self, meeting: Meeting, title: str = "Eksempelpunkt", **content: object) -> AgendaItem:
        with seen_by(self.viewer, DatabaseRole.WEB):
            return add_item(
                meeting=meeting,
                content=ItemContent(title=title, **content),  # type: ignore[arg-type]
                actor=self.viewer,
                now=PREPARED,
            )

    def paper(self, item: AgendaItem, *clauses: str, based_on: int = 0) -> None:
        with seen_by(self.viewer, DatabaseRole.WEB):
            write_paper(
                case=open_case_of_item(item=item, actor=self.viewer),
                content=PaperContent(clauses=clauses or CLAUSES, background="Eksempel på en baggrund"),
                based_on=based_on,
                actor=self.viewer,
                now=PREPARED,
            )

    def override(self, item: AgendaItem, reason: str = "Eksempel på en begrundelse") -> None:
        """Say why an item outside the board's mandate is sent all the same."""
        with seen_by(self.viewer, DatabaseRole.WEB):
            override_at_agenda(item=item, reason=reason, actor=self.viewer, now=PREPARED)

    def send(self, meeting: Meeting) -> Meeting:
        with seen_by(self.viewer, DatabaseRole.WEB):
            return send_agenda(meeting=meeting, actor=self.viewer, now=PREPARED)

    def decide(self, item: AgendaItem, verb: str = "approved", clause: int | None = None) -> None:
        with seen_by(self.viewer, DatabaseRole.WEB):
            record_outcome(
                item=item,
                outcome=Outcome(clause=clause, verb=verb, words=f"Eksempel: {verb}."),
                seen=0,
                actor=self.viewer,
                now=HELD,
            )

    def end(self, meeting: Meeting) -> Meeting:
        with seen_by(self.viewer, DatabaseRole.WEB):
            return end_meeting(meeting=meeting, actor=self.viewer, now=HELD)

    def send_minutes(self, meeting: Meeting) -> Meeting:
        with seen_by(self.viewer, DatabaseRole.WEB):
            return send_minutes(meeting=meeting, actor=self.viewer, now=AFTER)
