"""The page on which a report is written: the lead's party alone has it, and what it publishes everyone reads."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import COORDINATOR, OWN, SECRETARY, STRANGER, WRITER

from samstyr.portfolio.models import ReportDraft, StatusReport

pytestmark = pytest.mark.usefixtures("danish_register")
PAGE = reverse("initiative-report", args=[OWN])
PUBLISH = reverse("initiative-report-publish", args=[OWN])
DRAFT = {
    "based_on": "0",
    "as_of": "2017-06-01",
    "state": "running",
    "light": "yellow",
    "reason": "Eksempel: planen er forsinket",
    "baseline_cost": "50",
    "expected_cost": "55,5",
    "baseline_end": "2017-01-31",
    "expected_end": "2017-02-28",
    **{f"light_{each}": "none" for each in ("quality", "benefits", "risk")},
    "light_time": "yellow",
    "light_economy": "red",
}


def logged_in(*seats: Seat) -> Client:
    client = Client(headers={"accept-language": "da"})
    if seats:
        client.force_login(user_with(*seats))
    return client


@pytest.mark.parametrize(
    ("seats", "looking"),
    [((), 302), ((SECRETARY,), 403), ((STRANGER,), 403)],
    ids=["public: log in", "secretary", "other party"],
)
def test_page_is_for_the_party_of_the_lead_alone(seats: tuple[Seat, ...], looking: int) -> None:
    client = logged_in(*seats)

    assert [client.get(PAGE).status_code, client.post(PAGE, DRAFT).status_code] == [looking, 403]
    assert client.post(PUBLISH, {"version": "1"}).status_code == 403
    assert ReportDraft.objects.count() == 0


def test_no_light_is_chosen_beforehand_and_only_the_rule_is_deviated_from() -> None:
    page = BeautifulSoup(logged_in(WRITER).get(PAGE).content, "html.parser")

    assert {each["value"] for each in page.select("select[name*=light] option[selected]")} == {"none"}
    assert [each["name"] for each in page.select("input[name^=why_]")] == ["why_time", "why_economy"]


def test_draft_is_kept_and_the_rule_says_what_it_proposes() -> None:
    client = logged_in(WRITER)

    answer = client.post(PAGE, DRAFT, follow=True)

    page = answer.content.decode()
    assert (answer.redirect_chain, ReportDraft.objects.get().version) == ([(PAGE, 302)], 1)
    assert "28 dage forsinket: en måned eller mere, højst tre." in page
    assert "5,5 mio. kr. over den aftalte pris: mere end 10 pct." in page
    assert 'value="55,5' in page


def test_member_writes_and_the_coordinator_publishes() -> None:
    member, coordinator = logged_in(WRITER), logged_in(COORDINATOR)
    member.post(PAGE, DRAFT)

    refused = member.post(PUBLISH, {"version": "1"})
    answer = coordinator.post(PUBLISH, {"version": "1"}, follow=True)

    assert (refused.status_code, answer.redirect_chain[-1][0]) == (403, reverse("initiative", args=[OWN]))
    report = StatusReport.objects.get()
    assert (report.light, report.economy, str(report.expected_cost)) == ("yellow", "red", "55.500000")


def test_deviation_without_a_reason_is_not_published_and_says_so() -> None:
    client = logged_in(COORDINATOR)
    client.post(PAGE, {**DRAFT, "light_economy": "green"})

    answer = client.post(PUBLISH, {"version": "1"}, follow=True)

    assert StatusReport.objects.count() == 0
    assert "begrund" in answer.content.decode().lower()


def test_others_who_wrote_meanwhile_are_told_of() -> None:
    client = logged_in(COORDINATOR)
    client.post(PAGE, DRAFT)

    answer = client.post(PAGE, {**DRAFT, "reason": "Eksempel: en anden grund"}, follow=True)

    assert "Andre skrev samtidig" in answer.content.decode()
    assert [each.is_crossed for each in ReportDraft.objects.order_by("version")] == [False, True]


@pytest.mark.parametrize(("field", "value"), [("as_of", ""), ("expected_cost", "mange"), ("light", "lilla")])
def test_what_is_wrong_in_the_form_is_said_at_its_field(field: str, value: str) -> None:
    answer = logged_in(WRITER).post(PAGE, {**DRAFT, field: value})

    assert (answer.status_code, ReportDraft.objects.count()) == (200, 0)
    assert list(answer.context["form"].errors) == [field]


def test_next_report_is_not_taken_for_one_written_at_the_same_time() -> None:
    client = logged_in(COORDINATOR)
    client.post(PAGE, DRAFT)
    client.post(PUBLISH, {"version": "1"})
    form = client.get(PAGE).context["form"]

    answer = client.post(
        PAGE, {**DRAFT, "based_on": form["based_on"].value(), "as_of": "2017-09-01"}, follow=True
    )

    assert "Andre skrev samtidig" not in answer.content.decode()
    assert [each.is_crossed for each in ReportDraft.objects.order_by("version")] == [False, False]


def test_report_that_was_published_is_corrected_and_only_that() -> None:
    client = logged_in(COORDINATOR)
    client.post(PAGE, DRAFT)
    client.post(PUBLISH, {"version": "1"})
    first = StatusReport.objects.get()
    assert f'href="?corrects={first.pk}"' in client.get(PAGE).content.decode()

    form = client.get(PAGE, {"corrects": first.pk}).context["form"]
    said = {
        name: form[name].value()
        for name in ("as_of", "light", "reason", "light_economy", "corrects", "based_on")
    }
    given = {"corrects": first.pk, "based_on": 1, "correction": "Eksempel: forkert lys"}
    client.post(PAGE, {**DRAFT, **given, "light": "red"})
    client.post(PUBLISH, {"version": "2"})

    assert said == {
        "as_of": first.as_of,
        "light": "yellow",
        "reason": first.reason,
        "light_economy": "red",
        "corrects": first.pk,
        "based_on": 1,
    }
    second = StatusReport.objects.latest("pk")
    assert (second.supersedes, second.light, second.correction) == (first, "red", "Eksempel: forkert lys")
    assert client.get(PAGE, {"corrects": first.pk}).status_code == 404, "it is superseded already"
    assert [client.get(PAGE, {"corrects": wrong}).status_code for wrong in ("x", "0", "99999")] == [
        404,
        404,
        404,
    ]


def test_report_published_in_a_demonstration_is_known_on_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-07-01")
    client = logged_in(COORDINATOR)
    client.post(PAGE, DRAFT)
    client.post(PUBLISH, {"version": "1"})

    page = client.get(reverse("portfolio", args=["nbs"])).content.decode()

    assert "Eksempel: planen er forsinket" in page
