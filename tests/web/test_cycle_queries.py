"""Each long page of the meeting cycle costs the same number of queries, however much it shows."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.cycle import AFTER, HELD, MEMBER, PREPARED, SECRETARY, Desk
from tests.factories.people import user_with

from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.services import (
    AttachedFile,
    Present,
    Said,
    Task,
    attach,
    cast_votes,
    comment_on_minutes,
    note_attendance,
    note_dissent,
    note_remark,
    note_task,
    open_case_of_item,
    override_at_agenda,
    write_text,
)
from samstyr.rules.rights import OPERATOR

# The register is committed: one that is only in the test's own transaction is read anew at each use.
pytestmark = pytest.mark.django_db(transaction=True)
NUMBERS = pytest.mark.parametrize("number", [1, 3])


@pytest.fixture
def desk(danish_register: object) -> Desk:
    return Desk.of_the_board()


@pytest.fixture
def looking_on(desk: Desk, client: Client) -> Client:
    """A client of someone who is the board's secretary and a member at once: they see all there is to see."""
    client.force_login(user_with(SECRETARY, MEMBER))
    return client


def prepared(desk: Desk, number: int) -> Meeting:
    """Plan a meeting with so many open and so many closed items, each with a paper, an attachment
    and a reason, for all of it lies outside the board's mandate."""
    meeting = desk.plan()
    for place in range(number * 2):
        closed = bool(place % 2)
        item = desk.add(
            meeting, f"Eksempelpunkt {place}", kind="decision", closed=closed, subject="medcom.projects"
        )
        desk.paper(item)
        override_at_agenda(item=item, reason="Eksempel på en begrundelse", actor=OPERATOR, now=PREPARED)
        case = open_case_of_item(item=item, actor=OPERATOR)
        file = AttachedFile("Eksempel på et bilag", "bilag.txt", "text/plain", b"Eksempel")
        attach(case=case, file=file, actor=OPERATOR, now=PREPARED)
    return meeting


def recorded(desk: Desk, number: int) -> Meeting:
    """Send the agenda of such a meeting and record something of each kind under each item."""
    meeting = desk.send(prepared(desk, number))
    for item in AgendaItem.objects.filter(meeting=meeting):
        _record(desk, item)
    for place in range(number):
        present = Present(
            name=f"Eksempelperson Fremmødt {place}", organisation="kl", substitute_for="En anden"
        )
        note_attendance(meeting=meeting, present=present, actor=OPERATOR)
    return meeting


def minuted(desk: Desk, number: int) -> Meeting:
    """Send the minutes of such a meeting, and comment on each item."""
    meeting = desk.send_minutes(desk.end(recorded(desk, number)))
    for item in AgendaItem.objects.filter(meeting=meeting).select_related("meeting"):
        comment_on_minutes(item=item, text="Eksempel på en bemærkning", actor=OPERATOR, now=AFTER)
    return meeting


def _record(desk: Desk, item: AgendaItem) -> None:
    common: dict[str, Any] = {"item": item, "seen": 0, "actor": OPERATOR, "now": HELD}
    desk.decide(item, clause=0)
    desk.decide(item, clause=1)
    write_text(text="Eksempel på en tekst", **common)
    note_task(task=Task(what="Eksempel på en opgave", who=("KL",)), **common)
    note_remark(said=Said(kind="condition", text="Eksempel", owner="KL", organisation="kl"), **common)
    note_dissent(organisation="kl", text="Eksempel på en afvigende mening", **common)
    cast_votes(item=item, clause=0, votes={"kommuner": "for"}, actor=OPERATOR, now=HELD)


@NUMBERS
def test_agenda_costs_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = prepared(desk, number)
    with django_assert_num_queries(42):
        assert looking_on.get(reverse("agenda", args=[meeting.pk])).status_code == 200


@NUMBERS
def test_running_page_costs_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = recorded(desk, number)
    with django_assert_num_queries(44):
        assert looking_on.get(reverse("running", args=[meeting.pk])).status_code == 200


@NUMBERS
def test_what_watchers_see_costs_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = recorded(desk, number)
    with django_assert_num_queries(31):
        assert looking_on.get(reverse("running-now", args=[meeting.pk])).status_code == 200


@NUMBERS
def test_minutes_cost_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = minuted(desk, number)
    with django_assert_num_queries(36):
        assert looking_on.get(reverse("minutes", args=[meeting.pk])).status_code == 200


@NUMBERS
def test_meeting_costs_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = minuted(desk, number)
    with django_assert_num_queries(23):
        assert looking_on.get(reverse("meeting", args=[meeting.pk])).status_code == 200


@NUMBERS
def test_pack_costs_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = desk.send(prepared(desk, number))
    with django_assert_num_queries(39):
        assert looking_on.get(reverse("pack", args=[meeting.pk])).status_code == 200


@NUMBERS
@pytest.mark.parametrize(("name", "queries"), [("follow-ups", 11), ("week", 21)])
def test_follow_up_and_week_cost_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int, name: str, queries: int
) -> None:
    minuted(desk, number)
    with django_assert_num_queries(queries):
        assert looking_on.get(reverse(name)).status_code == 200


@NUMBERS
def test_what_happened_since_the_last_meeting_costs_the_same(
    desk: Desk, looking_on: Client, django_assert_num_queries: Any, number: int
) -> None:
    meeting = minuted(desk, number)
    with django_assert_num_queries(13):
        assert looking_on.get(reverse("since", args=[meeting.pk])).status_code == 200
