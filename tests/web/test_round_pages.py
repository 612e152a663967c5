"""Reporting rounds: opened, reminded, checked, sent back and approved by those who may; the lead sees what is asked."""

import datetime
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import OWN, SECRETARY, STRANGER, WRITER, reported

from samstyr.portfolio.models import ReportingRound, ReportRequest
from samstyr.portfolio.services import open_round
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.usefixtures("danish_register")
PAGE = reverse("rounds", args=["nbs"])
OFFICE = Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs")
OTHER_OFFICE = Seat(Role.PORTFOLIO_OFFICE, "medcom", "medcom-sg")
D = datetime.date.fromisoformat
OPENED, AS_OF, DUE = D("2017-06-01"), D("2017-06-15"), D("2017-06-28")
# The initiatives of the board's portfolio that have a lead, and the day of the tests.
LED = ["begraenset-ordinationsret", "implantatregister", OWN]
TODAY = {"on": "2017-07-01"}


def logged_in(*seats: Seat) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    if seats:
        client.force_login(user_with(*seats))
    return client


def words(page: Any) -> str:
    html = page.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def opened(forum: str = "nbs", name: str = "Eksempelrunde", as_of: datetime.date = AS_OF) -> ReportingRound:
    return open_round(forum=forum, name=name, as_of=as_of, due=DUE, actor=OPERATOR, on=OPENED)


def answered(state: str = "reported") -> ReportRequest:
    request = ReportRequest.objects.get(initiative=OWN)
    request.state, request.report = state, reported(OWN, light="yellow", reason="Eksempel på en grund")
    request.save()
    return request


def step(made: ReportingRound, request: ReportRequest, name: str) -> str:
    return reverse("round-step", args=["nbs", made.pk, request.pk, name])


def test_round_is_opened_for_the_chosen_initiatives() -> None:
    client = logged_in(OFFICE)
    given = {"name": "Halvår", "as_of": "2117-06-30", "due": "2117-07-10", "initiatives": [OWN]}

    answer = client.post(PAGE, given)
    again = client.post(PAGE, given)

    made = ReportingRound.objects.get()
    assert (answer.status_code, again.status_code) == (302, 400)
    assert [each.initiative_id for each in made.requests.all()] == [OWN]


@pytest.mark.parametrize(
    "wrong",
    [{"due": "2017-01-01"}, {"initiatives": ["praksys"]}, {"initiatives": []}, {"name": " "}],
    ids=["passed", "no lead", "nobody", "nameless"],
)
def test_round_that_makes_no_sense_is_refused_at_its_field(wrong: dict[str, Any]) -> None:
    given = {"name": "Halvår", "as_of": "2117-06-30", "due": "2117-07-10", "initiatives": LED}

    answer = logged_in(OFFICE).post(PAGE, {**given, **wrong})

    assert (answer.status_code, ReportingRound.objects.count()) == (400, 0)
    assert "form-error" in answer.content.decode()


@pytest.mark.parametrize(
    "seats", [(), (WRITER,), (OTHER_OFFICE,)], ids=["public", "member", "office elsewhere"]
)
def test_only_who_keeps_the_portfolio_opens_a_round_and_steps_in_it(seats: tuple[Seat, ...]) -> None:
    made = opened()
    request = answered()
    client = logged_in(*seats)
    addresses = [
        PAGE,
        reverse("round-remind", args=["nbs", made.pk]),
        *(step(made, request, each) for each in ("kontroller", "send-tilbage", "godkend")),
    ]

    answers = {client.post(address, {"name": "x"}).status_code for address in addresses}
    pages = [client.get(address, TODAY) for address in (PAGE, reverse("round", args=["nbs", made.pk]))]

    request.refresh_from_db()
    assert (answers, request.state) == ({403}, "reported")
    assert [each.status_code for each in pages] == [200, 200]
    assert not any('method="post"' in each.content.decode().split("<main", 1)[1] for each in pages)


def test_rounds_are_listed_with_where_requests_are_and_what_was_saved() -> None:
    PortfolioEntry.objects.create(initiative_id=OWN, forum_id="medcom-sg")
    made = opened()
    opened("medcom-sg")
    answered()

    page = words(logged_in().get(PAGE, TODAY))
    whole = words(logged_in().get(reverse("round", args=["nbs", made.pk]), TODAY))

    assert "In all rounds of all fora 1 request was saved by reporting once." in page
    assert "Eksempelrunde June 15, 2017 June 28, 2017 2 late , 1 reported 1" in page
    assert "1: the fora wanted 4 reports, 3 were asked for" in whole
    assert "Sundhedsjournal 2.0 Region Nordjylland reported yellow June 1, 2017 Eksempel på en grund" in whole
    assert "MedComs styregruppe , Den nationale bestyrelse for sundheds-it" in whole


def test_who_is_to_be_reminded_is_told_and_noted_once() -> None:
    made = opened()
    client = logged_in(OFFICE)
    address = reverse("round", args=["nbs", made.pk])

    before = words(client.get(address))
    client.post(reverse("round-remind", args=["nbs", made.pk]))
    after = words(client.get(address))

    assert "Region Nordjylland: Sundhedsjournal 2.0 due June 28, 2017" in before
    assert (ReportRequest.objects.filter(reminded_on=None).count(), "Nobody: reminders fall" in after) == (
        0,
        True,
    )


def test_report_is_checked_by_the_office_and_approved_by_the_secretary() -> None:
    made = opened()
    request = answered()
    office, secretary = logged_in(OFFICE), logged_in(SECRETARY)

    too_early = secretary.post(step(made, request, "godkend"))
    request.refresh_from_db()
    states = [request.state]
    office.post(step(made, request, "kontroller"))
    not_office = office.post(step(made, request, "godkend"))
    request.refresh_from_db()
    states.append(request.state)
    secretary.post(step(made, request, "godkend"))
    request.refresh_from_db()

    assert (too_early.status_code, not_office.status_code) == (302, 403)
    assert [*states, request.state] == ["reported", "checked", "approved"]


def test_report_is_sent_back_with_words_that_its_lead_reads() -> None:
    made = opened()
    request = answered()
    client, form = logged_in(OFFICE), f"back-{request.pk}-reason"

    without = client.post(step(made, request, "send-tilbage"), {form: " "})
    client.post(step(made, request, "send-tilbage"), {form: "Eksempel: lyset passer ikke til tallene"})

    request.refresh_from_db()
    own = words(logged_in(WRITER).get(reverse("initiative-report", args=[OWN])))
    assert (without.status_code, request.state) == (400, "asked")
    assert "You are asked for a report As of June 15, 2017, due June 28, 2017" in own
    assert "Sent back: Eksempel: lyset passer ikke til tallene" in own


def test_lead_that_is_asked_for_nothing_sees_no_request() -> None:
    assert "You are asked" not in words(logged_in(WRITER).get(reverse("initiative-report", args=[OWN])))


def test_unknown_round_step_and_request_are_404() -> None:
    made = opened()
    request = answered()
    client = logged_in(OFFICE)
    addresses = [
        reverse("round", args=["medcom-sg", made.pk]),
        reverse("rounds", args=["findes-ikke"]),
        reverse("round", args=["nbs", made.pk + 1]),
    ]

    assert {client.get(address).status_code for address in addresses} == {404}
    assert client.get(reverse("round", args=["nbs", made.pk]), {"on": "2017-05-31"}).status_code == 404
    assert client.post(step(made, request, "slet")).status_code == 404
    assert client.post(reverse("round-step", args=["nbs", made.pk, 0, "godkend"])).status_code == 404


def test_portfolio_whose_initiatives_have_no_lead_has_nobody_to_ask() -> None:
    Initiative.objects.update(lead=None)

    page = words(logged_in(SECRETARY).get(PAGE))

    assert "No initiative of the portfolio has a lead who can be asked" in page
    assert logged_in(STRANGER).get(PAGE).status_code == 200


@pytest.mark.parametrize("which", ["list", "round"])
def test_number_of_queries_does_not_grow(which: str) -> None:
    made = opened()
    answered()
    address = PAGE if which == "list" else reverse("round", args=["nbs", made.pk])
    client = logged_in(SECRETARY)

    def asked() -> int:
        client.get(address, TODAY)
        with CaptureQueriesContext(connection) as queries:
            client.get(address, TODAY)
        return len(queries)

    few = asked()
    for number in range(1, 5):
        opened(name=f"Runde {number}", as_of=D(f"2017-0{number}-01"))
        more = Initiative.objects.create(id=f"eksempel-{number}", name=f"Eksempel {number}", lead_id="kl")
        request = ReportRequest.objects.create(
            initiative=more, lead_id="kl", fora=["nbs"], as_of=AS_OF, asked_on=OPENED, due=DUE
        )
        made.requests.add(request)

    assert asked() == few


def test_those_to_be_reminded_are_named_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-06-27")
    for number in range(60):
        more = Initiative.objects.create(id=f"eksempel-{number}", name=f"Eksempel {number}", lead_id="kl")
        PortfolioEntry.objects.create(initiative=more, forum_id="nbs")
    made = opened()
    client = logged_in(OFFICE)

    page = client.get(reverse("round", args=["nbs", made.pk]), TODAY)
    client.post(reverse("round-remind", args=["nbs", made.pk]))

    assert (len(page.context["to_remind"]), page.context["more_to_remind"]) == (50, 13)
    assert "And 13 more." in words(page)
    assert ReportRequest.objects.filter(reminded_on=D("2017-06-27")).count() == 63
