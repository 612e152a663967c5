"""An example case before the national board, for tests: all invented."""

import datetime

from samstyr.meetings.models import Case, Leg, Position
from samstyr.meetings.services import ask_parties, open_case, write_draft
from samstyr.rules.position import Stance
from samstyr.rules.rights import OPERATOR, Role, Viewer
from tests.factories.people import DAY, Seat, viewer_with

NOW = datetime.datetime(2017, 7, 1, 9, 30, tzinfo=datetime.UTC)
DUE = datetime.date(2017, 9, 15)
AFTER_DUE = datetime.date(2017, 9, 16)
SECRET = "Eksempel: det siger vi kun til os selv"
WORDS = "Eksempel: at staten betaler halvdelen"

# Seats in and around the national board on the day of the tests.
SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")
MEMBER_OF_STATE = Seat(Role.MEMBER, "sum", "nbs")
MEMBER_OF_MUNICIPALITIES = Seat(Role.MEMBER, "kl", "nbs")
COORDINATOR_OF_REGIONS = Seat(Role.PARTY_COORDINATOR, "danske-regioner")
COORDINATOR_OF_MUNICIPALITIES = Seat(Role.PARTY_COORDINATOR, "kl")
COORDINATOR_OF_PRACTICE = Seat(Role.PARTY_COORDINATOR, "plo")
ANALYST_OF_REGIONS = Seat(Role.ANALYST, "danske-regioner")
SECRETARY_ELSEWHERE = Seat(Role.SECRETARY, "medcom", "medcom-sg")


def example_case(title: str = "Eksempelsag om et fælles arkiv") -> Case:
    """Open a case before the national board on its meeting in October. The register must be in the database."""
    return open_case(
        title=title,
        summary="Eksempel: hvem betaler hvad.",
        subject=None,
        forum="nbs",
        meeting_on=datetime.date(2017, 10, 4),
        actor=OPERATOR,
        on=DAY,
    )


def example_leg(*parties: str, due: datetime.date = DUE) -> Leg:
    """Open such a case and ask these parties."""
    leg = example_case().legs.get()
    ask_parties(leg=leg, parties=parties, due=due, actor=OPERATOR, on=DAY, now=NOW)
    return leg


def drafted(
    party: str = "regioner",
    stance: Stance = Stance.AGREE_ON_CONDITION,
    remarks: str = WORDS,
    actor: Viewer | None = None,
) -> Position:
    """Answer the position of a party that was asked and has written a first draft."""
    position = example_leg(party).positions.get()
    write_draft(
        position=position,
        stance=stance,
        remarks=remarks,
        based_on=0,
        actor=actor or viewer_with(COORDINATOR_OF_REGIONS),
        now=NOW,
    )
    return position
