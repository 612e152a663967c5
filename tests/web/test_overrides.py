"""What lies outside a mandate, on the pages: said, asked a reason for, and listed with it."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.cycle import MEMBER, PREPARED, SECRETARY, Desk
from tests.factories.people import user_with

from samstyr.meetings.models import AgendaItem, Meeting, Override
from samstyr.meetings.services import override_at_agenda
from samstyr.rules.rights import OPERATOR

OUTSIDE = "medcom.projects"
WHY = "Eksempel: MedComs styregruppe har bedt om det"
SAID = "har intet mandat til at godkende »MedCom-projekter uden anden forankring«"


@pytest.fixture
def desk(danish_register: object) -> Desk:
    return Desk.of_the_board()


@pytest.fixture
def secretary(client: Client, desk: Desk) -> Client:
    client.force_login(user_with(SECRETARY))
    return client


def outside(desk: Desk, *, kind: str = "decision", closed: bool = False) -> tuple[Meeting, AgendaItem]:
    meeting = desk.plan()
    item = desk.add(meeting, kind=kind, subject=OUTSIDE, closed=closed)
    desk.paper(item)
    return meeting, item


def decided(desk: Desk) -> tuple[Meeting, AgendaItem]:
    """Hold a meeting that decided something outside its mandate under an item that was to be discussed."""
    meeting, item = outside(desk, kind="discussion")
    desk.send(meeting)
    desk.decide(item, "adopted", clause=0)
    desk.end(meeting)
    return meeting, item


def page(client: Client, name: str, *args: object) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def test_agenda_asks_for_a_reason_and_then_shows_it(desk: Desk, secretary: Client) -> None:
    meeting, item = outside(desk)
    address = reverse("item-override", args=[item.pk])

    refused = secretary.post(reverse("agenda-send", args=[meeting.pk]), {"what": "agenda"})
    asked = page(secretary, "agenda", meeting.pk)
    answer = secretary.post(address, {"reason": WHY})
    shown = page(secretary, "agenda", meeting.pk)
    sent = secretary.post(reverse("agenda-send", args=[meeting.pk]), {"what": "agenda"})

    meeting.refresh_from_db()
    assert (refused.status_code, f"Punkt 1: {desk_said()}" in refused.content.decode()) == (403, True)
    assert "Intet er sendt." in refused.content.decode()
    assert (address in asked, WHY in asked) == (True, False)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"{reverse('agenda', args=[meeting.pk])}#item-{item.pk}",
    )
    assert (address in shown, WHY in shown) == (False, True)
    assert (sent.status_code, meeting.state) == (302, "frozen")


def desk_said() -> str:
    return f"Den nationale bestyrelse for sundheds-it {SAID}"


def test_refused_sending_stores_nothing(desk: Desk, secretary: Client) -> None:
    meeting, _item = outside(desk)

    secretary.post(reverse("agenda-send", args=[meeting.pk]), {"what": "agenda"})

    meeting.refresh_from_db()
    assert (meeting.state, meeting.called_at, meeting.deliveries.count()) == ("planned", None, 0)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_reason_that_says_nothing_or_too_much_is_refused(desk: Desk, secretary: Client, reason: str) -> None:
    _meeting, item = outside(desk)

    answer = secretary.post(reverse("item-override", args=[item.pk]), {"reason": reason})

    assert (answer.status_code, Override.objects.count()) == (400, 0)


def test_running_page_asks_for_a_reason_clause_by_clause(desk: Desk, secretary: Client) -> None:
    meeting, item = outside(desk, kind="discussion")
    desk.send(meeting)
    address = reverse("record", args=[item.pk, "override"])
    before = page(secretary, "running", meeting.pk)
    desk.decide(item, "adopted", clause=0)
    desk.decide(item, "discussed", clause=1)
    asked = page(secretary, "running", meeting.pk)
    secretary.post(address, {"clause": "0", "reason": WHY})
    given = page(secretary, "running", meeting.pk)

    assert [each.count(address) for each in (before, asked, given)] == [0, 1, 0]
    assert (WHY in given, Override.objects.get().clause) == (True, 0)


def test_minutes_wait_for_the_reason_and_bear_it(desk: Desk, secretary: Client) -> None:
    meeting, item = decided(desk)
    address = reverse("record", args=[item.pk, "override"])

    refused = secretary.post(reverse("minutes-send", args=[meeting.pk]))
    given = secretary.post(address, {"clause": "0", "reason": WHY, "back": "minutes"})
    draft = page(secretary, "minutes", meeting.pk)
    secretary.post(reverse("minutes-send", args=[meeting.pk]))

    assert (refused.status_code, address in refused.content.decode()) == (403, True)
    assert given.headers["Location"] == f"{reverse('minutes', args=[meeting.pk])}#item-0"
    assert (address in draft, WHY in draft) == (False, True)
    for name in ("minutes", "meeting", "meeting-history"):
        shown = page(secretary, name, meeting.pk)
        assert (name, WHY in shown, "har intet mandat til at" in shown) == (name, True, True)


def test_pack_bears_the_reason(desk: Desk, secretary: Client) -> None:
    meeting, item = outside(desk)
    secretary.post(reverse("item-override", args=[item.pk]), {"reason": WHY})
    desk.send(meeting)

    shown = page(secretary, "pack", meeting.pk)

    assert "Uden for kompetencen" in shown
    assert f"Det kan derimod MedComs styregruppe. Begrundelse: {WHY}" in shown


def test_list_shows_each_what_they_may_see(desk: Desk, secretary: Client) -> None:
    closed = desk.plan()
    for is_closed in (False, True):
        item = desk.add(closed, kind="decision", subject=OUTSIDE, closed=is_closed)
        desk.paper(item)
        word = "lukket" if is_closed else "åben"
        override_at_agenda(item=item, reason=f"Eksempel: {word}", actor=OPERATOR, now=PREPARED)
    member, public = Client(), Client()
    member.force_login(user_with(MEMBER))
    planned = page(member, "overrides")
    desk.send(closed)
    shown = [page(each, "overrides") for each in (secretary, member, public)]

    assert "Eksempel: åben" not in planned
    assert [("Eksempel: åben" in each, "Eksempel: lukket" in each) for each in shown] == [
        (True, True),
        (True, True),
        (False, False),
    ]


def test_list_is_narrowed_to_a_forum(desk: Desk, secretary: Client) -> None:
    _meeting, item = outside(desk)
    override_at_agenda(item=item, reason=WHY, actor=OPERATOR, now=PREPARED)
    address = reverse("overrides")

    answers = [secretary.get(f"{address}?forum={forum}") for forum in ("nbs", "medcom-sg", "intet")]

    assert [each.status_code for each in answers] == [200, 200, 404]
    assert [WHY in each.content.decode() for each in answers] == [True, False, False]
    assert f"{address}?forum=nbs" in page(secretary, "forum", "nbs")
    assert address in page(secretary, "findings")
