"""Agreed is not binding: the ledger of who must take a decision home, and when the case binds."""

import datetime
from decimal import Decimal

import pytest
from tests.factories.cases import (
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_REGIONS,
    SECRETARY,
    SECRETARY_ELSEWHERE,
)
from tests.factories.people import Seat, viewer_with

from samstyr.meetings.models import Case, ClosedCase, Leg, Ratification
from samstyr.meetings.services import open_case
from samstyr.meetings.services.deciding import decide_case
from samstyr.meetings.services.ratification import (
    Noted,
    add_ratifier,
    ask_to_ratify,
    note_ratification,
)
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.models import Mandate, Subject
from samstyr.rules.procedure.states import RatificationState
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
ON, LATER = datetime.date(2017, 7, 1), datetime.date(2017, 9, 1)
TERMS = "strategy-2018.terms"
RATIFIED, REFUSED = RatificationState.RATIFIED, RatificationState.REFUSED


@pytest.fixture
def secretary(danish_register: Register) -> Viewer:
    return viewer_with(SECRETARY)


def leg_of_case(subject: str | None = TERMS) -> Leg:
    case = open_case(
        title="Eksempel", summary="", subject=subject, forum="nbs", meeting_on=None, actor=OPERATOR, on=ON
    )
    return case.legs.select_related("case").get()


def agreed() -> dict[str | None, Ratification]:
    """Answer the lines of a decision that a region's council and the municipalities must take home, by party."""
    Mandate.objects.create(id="x-ratify", forum_id="regionsraad-midt", act="ratify", subject_id=TERMS)
    Subject.objects.get(pk=TERMS).binds.add("kommuner")
    assert decide_case(leg_of_case(), forum="nbs", subject=None, on=ON)
    return {each.party_id: each for each in Ratification.objects.select_related("leg")}


def note(row: Ratification, actor: Viewer, state: RatificationState = RATIFIED, evidence: str = "") -> None:
    noted = Noted(state=state, decided_on=LATER, evidence=evidence, funding_dkk=Decimal("1000.50"))
    note_ratification(row=row, noted=noted, actor=actor, on=LATER)


def test_decision_nobody_must_take_home_binds_at_once() -> None:
    leg = leg_of_case()

    assert decide_case(leg, forum="nbs", subject=None, on=ON)
    assert (Case.objects.get().state, Ratification.objects.count()) == ("binding", 0)


@pytest.mark.parametrize(("subject", "forum"), [(None, "nbs"), (TERMS, "medcom-sg")])
def test_forum_without_the_power_decides_nothing(subject: str | None, forum: str) -> None:
    assert not decide_case(leg_of_case(subject), forum=forum, subject=None, on=ON)
    assert Case.objects.get().state == "routed"


def test_decision_is_awaited_from_every_body_and_party_it_binds() -> None:
    rows = agreed()

    assert {party: (row.body_id, row.state, row.due) for party, row in rows.items()} == {
        "regioner": ("regionsraad-midt", "awaited", None),
        "kommuner": (None, "awaited", None),
    }
    assert Case.objects.get().state == "decided"


def test_case_binds_once_the_last_has_ratified(secretary: Viewer) -> None:
    rows = agreed()

    note(rows["kommuner"], viewer_with(COORDINATOR_OF_MUNICIPALITIES))
    between = Case.objects.get().state
    note(rows["regioner"], secretary, evidence="Regionsrådets referat, punkt 4")

    row = Ratification.objects.get(party="regioner")
    assert (between, Case.objects.get().state) == ("decided", "binding")
    assert (row.state, row.decided_on, row.funding_dkk) == ("ratified", LATER, Decimal("1000.50"))
    assert row.evidence == "Regionsrådets referat, punkt 4"


def test_refusal_keeps_the_case_from_binding() -> None:
    rows = agreed()
    note(rows["kommuner"], viewer_with(COORDINATOR_OF_MUNICIPALITIES), REFUSED)
    note(rows["regioner"], viewer_with(COORDINATOR_OF_REGIONS))

    assert (Case.objects.get().state, Ratification.objects.get(party="kommuner").state) == (
        "decided",
        "refused",
    )


def test_secretary_tells_the_evidence_and_a_co_ordinator_need_not(secretary: Viewer) -> None:
    rows = agreed()

    with pytest.raises(InputError, match="evidence"):
        note(rows["kommuner"], secretary)
    note(rows["kommuner"], viewer_with(COORDINATOR_OF_MUNICIPALITIES))

    assert Ratification.objects.get(party="kommuner").state == "ratified"


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        (COORDINATOR_OF_REGIONS, "other-party"),
        (SECRETARY_ELSEWHERE, "other-forum"),
        (Seat(Role.MEMBER, "kl", "nbs"), "role-may-not"),
    ],
)
def test_nobody_else_notes_it(seat: Seat, code: str) -> None:
    rows = agreed()

    with pytest.raises(DeniedError) as refusal:
        note(rows["kommuner"], viewer_with(seat), evidence="Nej")

    assert refusal.value.denied.code == code


def test_what_is_noted_is_not_noted_again(secretary: Viewer) -> None:
    rows = agreed()
    note(rows["kommuner"], secretary, evidence="Referat")

    with pytest.raises(DeniedError) as refusal:
        note(rows["kommuner"], secretary, REFUSED, evidence="Fortrudt")

    assert refusal.value.denied.code == "no-such-step"


def test_day_to_come_and_negative_funding_are_refused(secretary: Viewer) -> None:
    row = agreed()["kommuner"]
    noted = Noted(state=RATIFIED, decided_on=LATER, evidence="Referat", funding_dkk=Decimal(-1))

    with pytest.raises(InputError) as refusal:
        note_ratification(row=row, noted=noted, actor=secretary, on=ON)

    assert refusal.value.lines == (
        "funding_dkk: expected kroner, 0 or more",
        "decided_on: 2017-09-01 is still to come",
    )


def test_secretary_sets_deadline_and_funding(secretary: Viewer) -> None:
    row = agreed()["kommuner"]

    kept = ask_to_ratify(row=row, due=LATER, funding_dkk=Decimal(5), actor=secretary, on=ON)
    with pytest.raises(InputError, match="has passed"):
        ask_to_ratify(row=row, due=ON, funding_dkk=None, actor=secretary, on=LATER)
    with pytest.raises(DeniedError):
        ask_to_ratify(
            row=row, due=LATER, funding_dkk=None, actor=viewer_with(COORDINATOR_OF_MUNICIPALITIES), on=ON
        )

    assert (kept.due, kept.funding_dkk) == (LATER, Decimal(5))


def test_body_the_register_does_not_have_is_waited_for_too(secretary: Viewer) -> None:
    rows = agreed()
    leg = Leg.objects.get()
    added = add_ratifier(
        leg=leg, party="stat", body_name=" Eksempelnævnet ", due=None, actor=secretary, on=ON
    )
    for party in ("kommuner", "regioner"):
        note(rows[party], secretary, evidence="Referat")
    between = Case.objects.get().state
    note(added, secretary, evidence="Referat")

    assert (added.body_name, between, Case.objects.get().state) == ("Eksempelnævnet", "decided", "binding")
    with pytest.raises(DeniedError) as refusal:
        add_ratifier(leg=leg, party="stat", body_name="For sent", due=None, actor=secretary, on=ON)
    assert refusal.value.denied.code == "no-such-step"


def test_closed_case_binds_no_earlier_for_being_seen_by_one_party(secretary: Viewer) -> None:
    Subject.objects.get(pk=TERMS).binds.add("kommuner", "regioner")
    leg = leg_of_case()
    Case.objects.update(title="", summary="", subject=None, closed=True)
    ClosedCase.objects.create(
        case=leg.case, title="Lukket", subject_id=TERMS, readers=["desk:nbs", "forum:nbs"]
    )
    leg.refresh_from_db()
    kl, regions = viewer_with(COORDINATOR_OF_MUNICIPALITIES), viewer_with(COORDINATOR_OF_REGIONS)
    states = []
    with seen_by(secretary, DatabaseRole.WEB):
        assert decide_case(leg, forum="nbs", subject=None, on=ON)
    for viewer, party in ((kl, "kommuner"), (regions, "regioner")):
        with seen_by(viewer, DatabaseRole.WEB):
            note(Ratification.objects.select_related("leg").get(party=party), viewer)
        states.append(Case.objects.get().state)

    with seen_by(viewer_with(Seat(Role.MEMBER, "medcom", "medcom-sg")), DatabaseRole.WEB):
        elsewhere = Ratification.objects.count()
    assert (states, elsewhere) == (["decided", "binding"], 0)
