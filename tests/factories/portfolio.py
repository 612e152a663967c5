"""Example initiatives and reports, for tests: all invented. The Danish register must be in the database."""

import datetime
from decimal import Decimal
from typing import Any

from samstyr.portfolio.models import InitiativeDependency, Milestone, MilestoneDate, StatusReport
from samstyr.portfolio.models.report import LEAD, SCALE
from samstyr.registry.models import Initiative
from samstyr.rules.rights import Role
from tests.factories.people import Seat

NOW = datetime.datetime(2017, 6, 20, 9, 30, tzinfo=datetime.UTC)
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
