"""Each initiative is asked once for all fora that follow it; its report answers, is checked and approved."""

import datetime
from typing import Any

import pytest
from tests.factories.people import Seat, viewer_with
from tests.factories.portfolio import COORDINATOR, NOW, OWN, SECRETARY, STRANGER, initiative

from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import ReportingRound, ReportRequest, StatusReport
from samstyr.portfolio.queries.rounds import request_record, requests_in, rounds_in_brief, saved_in_all
from samstyr.portfolio.services import (
    ReportContent,
    approve_request,
    check_request,
    open_round,
    publish_report,
    remind_leads,
    send_back_request,
    write_report,
)
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.portfolio.lights import Light, State
from samstyr.rules.portfolio.rounds import state_on
from samstyr.rules.rights import OPERATOR, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
AS_OF = datetime.date(2017, 6, 15)
OPENED = datetime.date(2017, 6, 1)
DUE = datetime.date(2017, 6, 20)
OFFICE = Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs")
# Those of the board's portfolio that have a lead in the register.
LED = ["begraenset-ordinationsret", "implantatregister", OWN]


def opened(actor: Viewer = OPERATOR, forum: str = "nbs", **changed: Any) -> ReportingRound:
    given: dict[str, Any] = {"name": "Eksempelrunde", "as_of": AS_OF, "due": DUE, "on": OPENED}
    return open_round(forum=forum, actor=actor, **{**given, **changed})


def published(corrects: int | None = None, version: int = 1, light: Light = Light.GREEN) -> StatusReport:
    regions = viewer_with(COORDINATOR)
    content = ReportContent(
        as_of=AS_OF,
        state=State.RUNNING,
        light=light,
        reason="Eksempel",
        corrects=corrects,
        correction="Eksempel: forkert" if corrects else "",
    )
    with seen_by(regions, DatabaseRole.WEB):
        write_report(initiative=initiative(), content=content, based_on=version - 1, actor=regions, now=NOW)
        return publish_report(initiative=initiative(), version=version, actor=regions, now=NOW)


def request() -> ReportRequest:
    return ReportRequest.objects.get(initiative=OWN, as_of=AS_OF)


def test_round_asks_the_lead_of_each_initiative_once() -> None:
    office = viewer_with(OFFICE)
    with seen_by(office, DatabaseRole.WEB):
        made = opened(office)

    assert sorted(made.requests.values_list("initiative", flat=True)) == LED
    assert {
        (each.state, each.lead_id, tuple(each.fora)) for each in made.requests.filter(initiative=OWN)
    } == {("asked", "region-nordjylland", ("nbs",))}


def test_other_forums_round_joins_what_was_asked_and_saves_a_report() -> None:
    PortfolioEntry.objects.create(initiative_id=OWN, forum_id="medcom-sg")
    opened()
    opened(forum="medcom-sg")

    assert ReportRequest.objects.filter(initiative=OWN).count() == 1
    assert request().fora == ["medcom-sg", "nbs"]
    [of_other] = rounds_in_brief("medcom-sg", OPENED)
    assert [each.initiative_id for each in requests_in(of_other.round)] == [OWN]
    assert (of_other.saved.asked, of_other.saved.wanted, of_other.saved.saved) == (1, 2, 1)
    assert saved_in_all().saved == 1


def test_forum_that_follows_later_is_reported_to_as_well() -> None:
    opened()
    PortfolioEntry.objects.create(initiative_id=OWN, forum_id="medcom-sg")
    opened(forum="medcom-sg")

    assert request().fora == ["medcom-sg", "nbs"]


@pytest.mark.parametrize(
    ("wrong", "told_as"),
    [
        ({"name": " "}, "name: "),
        ({"due": datetime.date(2017, 5, 31)}, "due: "),
    ],
)
def test_round_that_makes_no_sense_is_refused(wrong: dict[str, Any], told_as: str) -> None:
    with pytest.raises(InputError, match=f"^{told_as}"):
        opened(**wrong)


def test_round_with_nobody_to_ask_is_refused() -> None:
    with pytest.raises(DeniedError, match="nobody-to-report"):
        opened(forum="temagruppe-it", on=datetime.date(2014, 1, 1))


def test_round_is_opened_once_for_a_day_by_who_keeps_the_portfolio() -> None:
    with pytest.raises(DeniedError):
        opened(viewer_with(STRANGER))
    opened()
    with pytest.raises(DeniedError, match="round-exists"):
        opened()


def test_report_answers_and_is_checked_and_approved() -> None:
    opened()
    report = published()
    answered = request()
    office, secretary = viewer_with(OFFICE), viewer_with(SECRETARY)

    with pytest.raises(DeniedError):
        approve_request(request=answered, actor=secretary, on=DUE)
    with pytest.raises(DeniedError):
        check_request(request=answered, actor=viewer_with(STRANGER), on=DUE)
    check_request(request=answered, actor=office, on=DUE)
    with pytest.raises(DeniedError):
        approve_request(request=answered, actor=office, on=DUE)
    approved = approve_request(request=answered, actor=secretary, on=DUE)

    assert (answered.state, answered.report) == ("reported", report)
    assert (approved.state, approved.report) == ("approved", report)


def test_what_is_reported_already_is_not_asked_for_again() -> None:
    report = published()

    made = opened(on=DUE)
    joined = opened(
        forum="nbs", name="Eksempel: en uge efter", as_of=AS_OF + datetime.timedelta(days=7), on=DUE
    )

    assert (request().state, request().report) == ("reported", report)
    assert remind_leads(asked_in=made, actor=OPERATOR, on=DUE + datetime.timedelta(days=7)) != []
    assert joined.requests.get(initiative=OWN).state == "asked"


def test_report_that_is_sent_back_is_answered_by_its_correction() -> None:
    opened()
    first = published()

    with pytest.raises(InputError, match=r"^reason: "):
        send_back_request(request=request(), reason=" ", actor=OPERATOR, on=DUE)
    sent_back = send_back_request(request=request(), reason="Eksempel: lyset", actor=OPERATOR, on=DUE)
    second = published(corrects=first.pk, version=2, light=Light.YELLOW)

    assert (sent_back.state, sent_back.sent_back) == ("asked", "Eksempel: lyset")
    assert (request().state, request().report) == ("reported", second)


def test_leads_are_reminded_once_on_a_day_and_late_is_late() -> None:
    made = opened()
    published()
    week_before = DUE - datetime.timedelta(days=7)

    first = remind_leads(asked_in=made, actor=OPERATOR, on=week_before)
    again = remind_leads(asked_in=made, actor=OPERATOR, on=week_before)
    day_after = DUE + datetime.timedelta(days=1)

    assert sorted(each.initiative_id for each in first) == LED[:2]
    assert again == []
    states = {
        each.initiative_id: state_on(request_record(each), day_after).value for each in requests_in(made)
    }
    assert states == {
        LED[0]: "late",
        LED[1]: "late",
        OWN: "reported",
    }


@pytest.mark.parametrize("number", [1, 3])
def test_rounds_cost_the_same_queries_however_many(django_assert_num_queries: Any, number: int) -> None:
    for month in range(1, number + 1):
        opened(as_of=datetime.date(2017, month, 1))

    with django_assert_num_queries(1):
        assert len(rounds_in_brief("nbs", OPENED)) == number
