"""Cases, positions and bagland rooms at the web's edge: who gets which page, and what stands on it."""

import datetime
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.cases import (
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_REGIONS,
    DUE,
    MEMBER_OF_MUNICIPALITIES,
    MEMBER_OF_STATE,
    NOW,
    SECRET,
    SECRETARY,
    SECRETARY_ELSEWHERE,
    WORDS,
    drafted,
    example_case,
)
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import Case, Position, RoomComment, RoomDraft, RoomHearing
from samstyr.meetings.services import ask_parties, comment, release_position
from samstyr.registry.models import Hearing
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.usefixtures("danish_register")
MEMBER_OF_REGIONS = Seat(Role.MEMBER, "danske-regioner", "nbs")
OUTSIDERS = [
    SECRETARY,
    SECRETARY_ELSEWHERE,
    MEMBER_OF_STATE,
    COORDINATOR_OF_MUNICIPALITIES,
    Seat(Role.ANALYST, "danske-regioner"),
    None,
]
IN_ROOM = ["room-date", "room-hearing", "room-draft", "room-comment", "room-release"]
COSTS = {"room": 13, "constituency": 9, "cases": 11}  # queries, all of the frame's included
DRAFT = {"stance": "agree-on-condition", "remarks": WORDS, "based_on": "0"}


def logged_in(seat: Seat | None) -> Client:
    client = Client()
    if seat is not None:
        client.force_login(user_with(seat))
    return client


def address(position: Position, name: str = "room", *more: Any) -> str:
    return reverse(name, args=[position.leg.case_id, position.leg.position, position.party_id, *more])


@pytest.fixture
def position(danish_register: Register) -> Position:
    found = drafted()
    comment(position=found, text=SECRET, actor=OPERATOR, now=NOW)
    return found


@pytest.mark.parametrize("seat", OUTSIDERS)
def test_room_is_not_there_for_who_may_not_know_of_it(position: Position, seat: Seat | None) -> None:
    client = logged_in(seat)

    seen = {
        client.get(address(position)).status_code,
        client.get(address(position, "room-release")).status_code,
    }
    tried = {client.post(address(position, name), DRAFT).status_code for name in IN_ROOM}

    assert (seen, tried) == ({404}, {404})
    assert RoomDraft.objects.count() == 1


def test_room_that_is_not_there_and_one_that_is_anothers_answer_alike(position: Position) -> None:
    client = logged_in(COORDINATOR_OF_MUNICIPALITIES)
    other = reverse("room", args=[position.leg.case_id, 1, "kommuner"])

    answers = [client.get(each) for each in (address(position), other)]

    assert [each.status_code for each in answers] == [404, 404]
    pages = [re.sub(r'(?<=csrfmiddlewaretoken" value=")\w+', "", each.content.decode()) for each in answers]
    assert pages[0].replace("regioner", "kommuner") == pages[1]


@pytest.mark.parametrize("seat", [COORDINATOR_OF_REGIONS, MEMBER_OF_REGIONS])
def test_room_says_who_reads_it_and_shows_what_lies_in_it(position: Position, seat: Seat) -> None:
    page = logged_in(seat).get(address(position)).content.decode()

    assert "Lukket rum" in page
    assert SECRET in page
    assert WORDS in page
    assert ("Frigiv …" in page) == (seat == COORDINATOR_OF_REGIONS)


def test_only_the_coordinator_opens_the_page_of_release(position: Position) -> None:
    assert logged_in(COORDINATOR_OF_REGIONS).get(address(position, "room-release")).status_code == 200
    assert logged_in(MEMBER_OF_REGIONS).get(address(position, "room-release")).status_code == 403


def test_coordinator_works_in_the_room_and_releases(position: Position) -> None:
    client = logged_in(COORDINATOR_OF_REGIONS)

    posts = [
        client.post(address(position, "room-date"), {"ready_on": "2017-08-20"}),
        client.post(address(position, "room-hearing"), {"body": "rsi", "date": "2017-08-10"}),
        client.post(address(position, "room-comment"), {"text": "Eksempel: se her"}),
        client.post(address(position, "room-draft"), {**DRAFT, "remarks": "Ny", "based_on": "1"}),
    ]
    hearing = RoomHearing.objects.get()
    posts.append(client.post(address(position, "room-outcome", hearing.pk), {"outcome": "Enige"}))
    page = client.get(address(position, "room-release")).content.decode()
    posts.append(client.post(address(position, "room-release"), {"version": "2"}))

    assert [each.status_code for each in posts] == [302] * 6
    assert "Ny" in page
    assert WORDS not in page
    hearing.refresh_from_db()
    position.refresh_from_db()
    assert (hearing.body_id, hearing.outcome) == ("rsi", "Enige")
    assert (position.state, position.remarks, position.ready_on) == (
        "released",
        "Ny",
        datetime.date(2017, 8, 20),
    )


def test_room_proposes_the_hearings_of_the_register_with_their_time(danish_register: Register) -> None:
    Hearing.objects.create(forum_id="nbs", party_id="regioner", body_id="rsi", takes={"days": 10})
    Hearing.objects.create(forum_id="nbs", party_id="kommuner", body_id="kl-direktion", takes={"days": 5})
    position, client = drafted(), logged_in(COORDINATOR_OF_REGIONS)

    before = client.get(address(position)).content.decode()
    client.post(address(position, "room-hearing"), {"body": "rsi", "date": "2017-09-01"})
    after = client.get(address(position)).content.decode()

    assert "bruger 10 arbejdsdage: skal have sagen senest 1. september 2017" in before
    assert "direktion" not in before
    assert "bruger 10 arbejdsdage" not in after
    assert RoomHearing.objects.get().date == datetime.date(2017, 9, 1)


def test_who_was_second_is_told_who_was_first(position: Position) -> None:
    first, second = user_with(COORDINATOR_OF_REGIONS), logged_in(COORDINATOR_OF_REGIONS)
    client = Client()
    client.force_login(first)
    client.post(address(position, "room-draft"), {**DRAFT, "remarks": "A", "based_on": "1"})

    page = second.post(
        address(position, "room-draft"), {**DRAFT, "remarks": "B", "based_on": "1"}, follow=True
    ).content.decode()

    assert first.person is not None
    assert f"{first.person.name} kom først med version 2" in page
    assert list(RoomDraft.objects.values_list("remarks", flat=True)) == [WORDS, "A", "B"]


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("room-date", {"ready_on": "i morgen"}, "i morgen"),
        ("room-hearing", {"body": "", "body_name": "", "date": "2017-08-01"}, "ikke begge dele"),
        ("room-hearing", {"body": "kl-direktion", "date": "2017-08-01"}, "kl-direktion"),
        ("room-draft", {"stance": "maaske", "remarks": "min tekst", "based_on": "0"}, "min tekst"),
        ("room-comment", {"text": "x" * 20_001}, "20000"),
    ],
)
def test_bad_input_is_told_where_it_stands_and_not_lost(
    position: Position, name: str, form: dict[str, str], words: str
) -> None:
    response = logged_in(COORDINATOR_OF_REGIONS).post(address(position, name), form)

    assert response.status_code == 400
    assert words in response.content.decode()


def test_draft_without_its_condition_is_not_offered_for_release(danish_register: Register) -> None:
    position = drafted(remarks="")
    client = logged_in(COORDINATOR_OF_REGIONS)

    page = client.get(address(position, "room-release")).content.decode()
    posted = client.post(address(position, "room-release"), {"version": "1"})

    assert "Skriv, på hvilken betingelse parten tilslutter sig." in page
    assert "Frigiv nu" not in page
    assert posted.status_code == 403


@pytest.mark.parametrize("seat", [SECRETARY, MEMBER_OF_STATE, MEMBER_OF_MUNICIPALITIES])
def test_forum_sees_the_state_then_the_position_and_never_the_room(position: Position, seat: Seat) -> None:
    client, case = logged_in(seat), reverse("case", args=[position.leg.case_id])

    before = client.get(case).content.decode()
    release_position(position=position, version=1, actor=OPERATOR, now=NOW)
    after = client.get(case).content.decode()

    assert "Spurgt" in before
    assert WORDS not in before
    assert "Frigivet" in after
    assert WORDS in after
    assert [SECRET in page for page in (before, after)] == [False, False]


@pytest.mark.parametrize("seat", [COORDINATOR_OF_MUNICIPALITIES, SECRETARY_ELSEWHERE])
def test_others_see_the_case_and_not_even_who_was_asked(position: Position, seat: Seat) -> None:
    release_position(position=position, version=1, actor=OPERATOR, now=NOW)
    client = logged_in(seat)

    pages = [
        client.get(each).content.decode()
        for each in (reverse("cases"), reverse("case", args=[position.leg.case_id]))
    ]

    assert ["Eksempelsag" in page for page in pages] == [True, True]
    assert [("Frigivet" in page, "Regionerne" in page, WORDS in page) for page in pages] == [
        (False, False, False)
    ] * 2


def test_public_is_asked_to_log_in_whether_there_is_a_case_or_not(position: Position, client: Client) -> None:
    answers = [client.get(reverse("case", args=[key])) for key in (position.leg.case_id, 999_999)]

    assert [each.status_code for each in answers] == [302, 302]


def test_secretary_opens_a_case_asks_and_records(danish_register: Register) -> None:
    client = logged_in(SECRETARY)
    new = {"title": "Eksempel på en sag", "forum": "nbs", "meeting_on": "2017-10-04", "subject": ""}

    client.post(reverse("case-new"), new)
    case = Case.objects.get()
    page = client.get(reverse("case", args=[case.pk])).content.decode()
    client.post(
        reverse("positions-ask", args=[case.pk, 1]),
        {"leg-1-parties": ["regioner"], "leg-1-due": "2017-10-03"},
    )
    position = Position.objects.get()
    Position.objects.update(state="released", stance="agree", released_at=NOW)
    client.post(reverse("position-record", args=[case.pk, 1, "regioner"]), {"as": "recorded"})

    assert 'value="2017-10-03"' in page  # proposed: the day before the meeting
    assert "almen-praksis" not in page
    position.refresh_from_db()
    assert (position.state, position.due) == ("recorded", datetime.date(2017, 10, 3))


def test_asking_without_a_party_is_told_on_the_page(danish_register: Register) -> None:
    case = example_case()

    response = logged_in(SECRETARY).post(
        reverse("positions-ask", args=[case.pk, 1]), {"leg-1-due": "2017-10-03"}
    )

    assert response.status_code == 400
    assert not Position.objects.exists()


@pytest.mark.parametrize(
    ("seat", "status"), [(SECRETARY_ELSEWHERE, 403), (COORDINATOR_OF_REGIONS, 403), (None, 403)]
)
def test_secretary_of_another_forum_neither_asks_nor_records(
    position: Position, seat: Seat | None, status: int
) -> None:
    client = logged_in(seat)

    asked = client.post(
        reverse("positions-ask", args=[position.leg.case_id, 1]),
        {"leg-1-parties": ["stat"], "leg-1-due": "2017-10-03"},
    )

    assert asked.status_code == status
    assert Position.objects.count() == 1


@pytest.mark.parametrize(
    ("seat", "entries"),
    [
        (COORDINATOR_OF_REGIONS, {"Sager", "Baglandet"}),
        (SECRETARY, {"Sager"}),
        (None, set()),
    ],
)
def test_menu_names_what_one_has(danish_register: Register, seat: Seat | None, entries: set[str]) -> None:
    page = logged_in(seat).get("/fora/").content.decode()

    menu = page.split('class="app-nav"')[1].split("</nav>")[0]
    assert {each for each in ("Sager", "Baglandet") if f">{each}</a>" in menu} == entries


def test_constituency_lists_what_waits_by_due_date_and_nothing_of_others(danish_register: Register) -> None:
    for title, party, days in [("Eksempel sen", "regioner", 9), ("Eksempel tidlig", "regioner", 1)]:
        leg = example_case(title).legs.get()
        ask_parties(
            leg=leg,
            parties=[party],
            due=DUE + datetime.timedelta(days=days),
            actor=OPERATOR,
            on=NOW.date(),
            now=NOW,
        )
    other = example_case("Eksempel for andre").legs.get()
    ask_parties(leg=other, parties=["kommuner"], due=DUE, actor=OPERATOR, on=NOW.date(), now=NOW)

    page = logged_in(COORDINATOR_OF_REGIONS).get(reverse("constituency")).content.decode()

    assert page.index("Eksempel tidlig") < page.index("Eksempel sen")
    assert "Eksempel for andre" not in page


def test_constituency_is_for_those_who_have_a_room(danish_register: Register, client: Client) -> None:
    assert logged_in(SECRETARY).get(reverse("constituency")).status_code == 403
    assert client.get(reverse("constituency")).status_code == 302


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same_whatever_they_show(danish_register: Register, number: int) -> None:
    client = logged_in(COORDINATOR_OF_REGIONS)
    position = drafted()
    for n in range(number):
        leg = example_case(f"Eksempel {n}").legs.get()
        ask_parties(
            leg=leg, parties=["regioner", "stat"][:number], due=DUE, actor=OPERATOR, on=NOW.date(), now=NOW
        )
        RoomComment.objects.create(leg=position.leg, party_id="regioner", text="x", written_at=NOW)
        RoomHearing.objects.create(
            leg=position.leg, party_id="regioner", body_id="rsi", date=DUE, written_at=NOW
        )
        RoomDraft.objects.create(
            leg=position.leg, party_id="regioner", version=n + 2, stance="agree", written_at=NOW
        )
    pages = {"room": address(position), "constituency": reverse("constituency"), "cases": reverse("cases")}
    for page in pages.values():
        client.get(page)

    counted = {}
    for name, page in pages.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        counted[name] = len(queries)

    assert counted == COSTS
