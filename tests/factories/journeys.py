"""Registers and calendars on which a case can travel, for tests: the Danish mandates, with invented meetings."""

import datetime
from dataclasses import replace

from samstyr.meetings.models import Case
from samstyr.meetings.services import Start, open_case, plan_case
from samstyr.rules.register import Length, Procedure, Register
from samstyr.rules.rights import OPERATOR, Viewer

SUBJECT = "medcom.work-programme"
READY, EARLY = datetime.date(2017, 8, 14), datetime.date(2017, 8, 1)
SEPTEMBER, OCTOBER = datetime.date(2017, 9, 4), datetime.date(2017, 10, 4)
NEXT, NOVEMBER = datetime.date(2017, 11, 6), datetime.date(2017, 11, 29)
START = Start(forum="medcom-sg", ready_on=READY, subject=SUBJECT, facts={"phase": "start"})


def with_calendar(register: Register) -> Register:
    """The register with two meetings of MedCom's steering group, papers a week before, both for the test only."""
    group = replace(
        register.fora["medcom-sg"],
        meetings=(SEPTEMBER, NEXT),
        procedure=Procedure(papers_before=Length(days=5)),
    )
    return register.with_changes({"fora": {"medcom-sg": group}})


def opened_case(actor: Viewer = OPERATOR) -> Case:
    """A case before MedCom's steering group, about nothing yet."""
    return open_case(
        title="Eksempel: arbejdsprogram",
        summary="",
        subject=None,
        forum="medcom-sg",
        meeting_on=None,
        actor=actor,
        on=EARLY,
    )


def travelling_case(start: Start = START, actor: Viewer = OPERATOR) -> Case:
    """A case that is planned from MedCom's steering group to the national board."""
    case = opened_case(actor)
    now = datetime.datetime(2017, 8, 1, 9, tzinfo=datetime.UTC)
    plan_case(case=case, start=start, actor=actor, on=EARLY, now=now)
    case.refresh_from_db()
    return case
