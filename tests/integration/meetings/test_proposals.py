"""A meeting sets up a forum: proposed under its item, entered in the register or refused after the minutes."""

import datetime
from dataclasses import replace

import pytest
from tests.factories.cases import NOW, SECRETARY, SECRETARY_ELSEWHERE
from tests.factories.people import viewer_with

from samstyr.accounts.models import Person
from samstyr.meetings.models import AgendaItem, Meeting, RegisterProposal
from samstyr.meetings.services.proposals import (
    Appointed,
    enter_proposal,
    propose_forum,
    refuse_proposal,
)
from samstyr.meetings.services.reach import spread_meeting
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.registry.models import Membership
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.proposal import ProposedForum, ProposedMandate
from samstyr.rules.register import Register, to_document
from samstyr.rules.rights import Viewer

DATE = datetime.date(2017, 6, 28)
GROUP = ProposedForum(
    id="eksempel-sg",
    name="Eksempelstyregruppen",
    kind="steering-group",
    level="national",
    organisations=("kl", "danske-regioner", "sum"),
    chair="sum",
    mandate=ProposedMandate(act="recommend", subject="strategy-2018.terms", to="nbs"),
)


@pytest.fixture
def secretary(danish_register: Register) -> Viewer:
    return viewer_with(SECRETARY)


@pytest.fixture
def administrator(danish_register: Register) -> Viewer:
    return viewer_with(administrator=True)


@pytest.fixture
def item(danish_register: Register) -> AgendaItem:
    meeting = Meeting.objects.create(forum_id="nbs", date=DATE, state="frozen")
    return AgendaItem.objects.create(meeting=meeting, position=0, number="1", title="Strategi")


def proposed(
    item: AgendaItem, actor: Viewer, forum: ProposedForum = GROUP, appointed: tuple[Appointed, ...] = ()
) -> RegisterProposal:
    return propose_forum(item=item, forum=forum, appointed=appointed, actor=actor, now=NOW)


def send_minutes(item: AgendaItem) -> None:
    item.meeting.state = "minutes-sent"
    item.meeting.save()
    spread_meeting(item.meeting)


def test_forum_is_entered_with_its_seats_and_mandate_and_nothing_else_changes(
    item: AgendaItem, secretary: Viewer, administrator: Viewer
) -> None:
    before = to_document(current_register())
    found = proposed(item, secretary, appointed=(Appointed(organisation="kl", name="Kim Eksempel"),))
    send_minutes(item)

    entered = enter_proposal(proposal=found, actor=administrator)

    after = to_document(current_register())
    added = {
        name: [entry for entry in after[name] if entry not in before[name]] for name in ("fora", "mandates")
    }
    assert entered.state == "entered"
    assert added["fora"] == [
        {
            "id": "eksempel-sg",
            "name": "Eksempelstyregruppen",
            "level": "national",
            "kind": "steering-group",
            "parent": "nbs",
            "established_by": {"forum": "nbs"},
            "valid": {"from": DATE},
            "seats": [
                {"organisation": "danske-regioner"},
                {"organisation": "kl"},
                {"organisation": "sum", "role": "chair"},
            ],
        }
    ]
    assert [each["id"] for each in added["mandates"]] == ["eksempel-sg-recommend"]
    kept = {
        name: [entry for entry in after[name] if entry not in added.get(name, [])]
        for name in before
        if name != "schema"
    }
    assert kept == {name: entries for name, entries in before.items() if name != "schema"}
    seat = Membership.objects.get(person=Person.objects.get(name="Kim Eksempel"))
    assert (seat.role, seat.organisation_id, seat.forum_id) == ("member", "kl", "eksempel-sg")
    assert (seat.valid.lower, seat.valid.upper) == (DATE, None)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"id": "nbs"}, "fora[0].id: there is an entry 'nbs' already"),
        ({"id": "Med Store", "mandate": None}, "fora[0].id: "),
        ({"kind": "klub"}, "fora[0].kind: "),
        ({"organisations": ("kl", "x")}, "fora[0].seats[1].organisation: "),
        ({"organisations": (), "chair": None}, "fora[0].seats: choose at least one organisation"),
        ({"mandate": ProposedMandate(act="recommend", subject="strategy-2018.terms")}, "mandates[0]"),
        ({"mandate": ProposedMandate(act="decide", subject="x")}, "mandates[0].subject: "),
    ],
)
def test_what_the_register_would_refuse_is_refused_with_its_path(
    item: AgendaItem, secretary: Viewer, change: dict[str, object], line: str
) -> None:
    with pytest.raises(InputError) as refusal:
        proposed(item, secretary, replace(GROUP, **{"chair": None, **change}))  # type: ignore[arg-type]

    assert [each[: len(line)] for each in refusal.value.lines] == [line]
    assert RegisterProposal.objects.count() == 0


def test_nobody_is_appointed_to_a_seat_that_is_not_there(item: AgendaItem, secretary: Viewer) -> None:
    with pytest.raises(InputError, match="medcom has no seat"):
        proposed(item, secretary, appointed=(Appointed(organisation="medcom", name="Kim Eksempel"),))


@pytest.mark.parametrize(
    ("state", "code"), [("planned", "agenda-not-sent"), ("minutes-sent", "minutes-are-sent")]
)
def test_proposal_is_noted_while_the_meeting_is_recorded(
    item: AgendaItem, secretary: Viewer, state: str, code: str
) -> None:
    Meeting.objects.update(state=state)

    with pytest.raises(DeniedError) as refusal:
        proposed(item, secretary)

    assert refusal.value.denied.code == code


def test_only_the_minute_taker_proposes_and_only_who_keeps_the_register_settles(
    item: AgendaItem, secretary: Viewer
) -> None:
    with pytest.raises(DeniedError) as other:
        proposed(item, viewer_with(SECRETARY_ELSEWHERE))
    found = proposed(item, secretary)
    send_minutes(item)
    with pytest.raises(DeniedError) as own:
        enter_proposal(proposal=found, actor=secretary)

    assert (other.value.denied.code, own.value.denied.code) == ("other-forum", "role-may-not")


def test_proposal_waits_for_the_minutes(item: AgendaItem, secretary: Viewer, administrator: Viewer) -> None:
    found = proposed(item, secretary)

    with pytest.raises(DeniedError) as refusal:
        enter_proposal(proposal=found, actor=administrator)

    assert refusal.value.denied.code == "minutes-not-sent"


def test_proposal_is_refused_with_a_reason_and_once(
    item: AgendaItem, secretary: Viewer, administrator: Viewer
) -> None:
    found = proposed(item, secretary)
    send_minutes(item)

    with pytest.raises(InputError, match="say why"):
        refuse_proposal(proposal=found, reason=" ", actor=administrator)
    refused = refuse_proposal(proposal=found, reason="Findes allerede", actor=administrator)
    with pytest.raises(DeniedError) as again:
        enter_proposal(proposal=found, actor=administrator)

    assert (refused.state, refused.reason) == ("refused", "Findes allerede")
    assert again.value.denied.code == "no-such-step"


def test_second_of_two_equal_proposals_is_not_entered(
    item: AgendaItem, secretary: Viewer, administrator: Viewer
) -> None:
    first, second = proposed(item, secretary), proposed(item, secretary)
    send_minutes(item)
    enter_proposal(proposal=first, actor=administrator)

    with pytest.raises(InputError, match="there is an entry 'eksempel-sg' already"):
        enter_proposal(proposal=second, actor=administrator)

    assert RegisterProposal.objects.get(pk=second.pk).state == "proposed"


def test_administrator_may_read_a_proposal_once_the_minutes_are_sent(
    item: AgendaItem, secretary: Viewer
) -> None:
    found = proposed(item, secretary)
    before = found.readers
    send_minutes(item)

    found.refresh_from_db()
    assert (before, found.readers) == (["desk:nbs", "seats:nbs"], ["desk:nbs", "seats:nbs", "parts"])
