"""Example initiatives and reports, for tests: all invented. The Danish register must be in the database."""

import datetime
from decimal import Decimal
from typing import Any

from samstyr.meetings.models import AgendaItem, Meeting, Resolution
from samstyr.portfolio.models import (
    Assessment,
    InitiativeDependency,
    Milestone,
    MilestoneDate,
    Paragraph,
    StatusReport,
)
from samstyr.portfolio.models.report import LEAD, SCALE
from samstyr.portfolio.services import (
    EntryTerms,
    add_milestone,
    add_paragraph,
    enter_portfolio,
    set_milestone_date,
)
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind
from samstyr.rules.rights import OPERATOR, Role
from tests.factories.people import Seat

NOW = datetime.datetime(2017, 6, 20, 9, 30, tzinfo=datetime.UTC)
JUNE = datetime.date(2017, 6, 1)
BOARD_MET = datetime.date(2017, 6, 28)
# The initiative that the regions lead, and who writes of it.
OWN = "sundhedsjournal-2"
COORDINATOR = Seat(Role.PARTY_COORDINATOR, "danske-regioner")
WRITER = Seat(Role.MEMBER, "danske-regioner", "nbs")
STRANGER = Seat(Role.PARTY_COORDINATOR, "kl")
SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")


def initiative(key: str = OWN) -> Initiative:
    """Answer an initiative of the register."""
    return Initiative.objects.get(pk=key)


def reported(key: str = OWN, **said: Any) -> StatusReport:
    """Make a published report as of 1 June 2017, green unless something else is said."""
    day = said.get("as_of", datetime.date(2017, 6, 1))
    given: dict[str, Any] = {
        "as_of": day,
        "published_at": datetime.datetime.combine(day, datetime.time(12), datetime.UTC),
        "state": "running",
        "light": "green",
        "rater": LEAD,
        "scale": SCALE,
    }
    return StatusReport.objects.create(initiative_id=key, **{**given, **said})


def million(text: str) -> Decimal:
    """Answer an amount in million DKK."""
    return Decimal(text)


def promise(number: str, *initiatives: str, instrument: str = "oa-2018") -> Paragraph:
    """Make a paragraph of an agreement, with the initiatives that are to keep it."""
    return add_paragraph(
        instrument=instrument,
        number=number,
        heading=f"Eksempel på løfte {number}",
        text="Eksempeldata.",
        initiatives=initiatives,
        actor=OPERATOR,
    )


def kept_promises() -> Resolution:
    """Make an agreement of two promises, of which one is kept by an initiative with all there is to tell of it.

    Answers the resolution by which the board took that one into its portfolio.
    """
    promise("1", "oa18-sikkerhed")
    promise("2")
    report = reported("oa18-sikkerhed", light="yellow", reason="Eksempel: en del mangler", as_of=JUNE)
    said = {"reason": "Eksempel: forummets syn", "on": JUNE, "written_at": NOW}
    Assessment.objects.create(forum_id="nbs", report=report, light="red", **said)
    kept = initiative("oa18-sikkerhed")
    first = Agreed(datetime.date(2017, 9, 1), "Eksempel", AgreedKind.BASELINE, JUNE)
    milestone = add_milestone(
        initiative=kept, name="Eksempel: planen", baseline=first, actor=OPERATOR, now=NOW
    )
    later = Agreed(datetime.date(2017, 11, 29), "Eksempel", AgreedKind.EXPECTED, datetime.date(2017, 6, 20))
    set_milestone_date(milestone=milestone, date=later, actor=OPERATOR, now=NOW)
    meeting = Meeting.objects.create(forum_id="nbs", date=BOARD_MET, state="minutes-sent", published_at=NOW)
    item = AgendaItem.objects.create(meeting=meeting, position=0, number="3", title="Eksempel")
    resolution = Resolution.objects.create(item=item, verb="approved", quote="Eksempel på en beslutning")
    terms = EntryTerms(subject="board-portfolio.entry", tasks="Eksempel", resolution=resolution)
    enter_portfolio(initiative=kept, forum="nbs", terms=terms, actor=OPERATOR, on=BOARD_MET, now=NOW)
    return resolution


def milestone(
    name: str,
    *dates: datetime.date,
    key: str = OWN,
    kind: str = "agreement",
    reached_on: datetime.date | None = None,
) -> Milestone:
    """Make a milestone whose first date is its baseline, set on 1 January 2017, and each later one a month after."""
    made = Milestone.objects.create(initiative_id=key, name=name, reached_on=reached_on)
    for number, date in enumerate(dates):
        MilestoneDate.objects.create(
            milestone=made,
            date=date,
            kind="baseline" if number == 0 else kind,
            by=f"Eksempelaftale {number + 1}",
            on=datetime.date(2017, number + 1, 1),
            written_at=NOW,
        )
    return made


def waits(after: Milestone, before: Milestone, lag: int = 0) -> InitiativeDependency:
    """Let a milestone wait for another."""
    return InitiativeDependency.objects.create(
        before_id=before.initiative_id,
        after_id=after.initiative_id,
        before_milestone=before,
        after_milestone=after,
        lag=lag,
    )
