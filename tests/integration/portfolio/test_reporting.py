"""A report is written in the lead's party, published once, corrected by another, and assessed by fora beside it."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from tests.factories.people import DAY, Seat, viewer_with
from tests.factories.portfolio import (
    COORDINATOR,
    NOW,
    OWN,
    SECRETARY,
    STRANGER,
    WRITER,
    initiative,
    reported,
)

from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import Assessment, ReportDraft, StatusReport
from samstyr.portfolio.queries.drafts import drafting_of
from samstyr.portfolio.services import (
    ReportContent,
    WrittenReport,
    assess_report,
    proposed_lights,
    publish_report,
    write_report,
)
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.lights import Dimension, Figures, Light, State
from samstyr.rules.rights import OPERATOR, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
AS_OF = datetime.date(2017, 6, 1)
LATE = Figures(
    baseline_cost=Decimal(50),
    expected_cost=Decimal("55.0"),
    baseline_end=datetime.date(2017, 1, 31),
    expected_end=datetime.date(2017, 2, 28),
)
GREEN = ReportContent(as_of=AS_OF, state=State.RUNNING, light=Light.GREEN, reason="Eksempel: efter planen")
MEETS_THE_RULE = {Dimension.TIME: Light.YELLOW, Dimension.ECONOMY: Light.YELLOW}


@pytest.fixture
def regions(danish_register: Any) -> Viewer:
    return viewer_with(COORDINATOR)


def write(actor: Viewer, content: ReportContent = GREEN, based_on: int = 0) -> WrittenReport:
    with seen_by(actor, DatabaseRole.WEB):
        return write_report(initiative=initiative(), content=content, based_on=based_on, actor=actor, now=NOW)


def publish(actor: Viewer, version: int = 1, now: datetime.datetime = NOW) -> StatusReport:
    with seen_by(actor, DatabaseRole.WEB):
        return publish_report(initiative=initiative(), version=version, actor=actor, now=now)


def said(**changed: Any) -> ReportContent:
    whole: dict[str, Any] = {
        "as_of": AS_OF,
        "state": State.RUNNING,
        "light": Light.GREEN,
        "reason": "Eksempel",
    }
    return ReportContent(**{**whole, **changed})


def test_published_report_says_what_its_draft_said(regions: Viewer) -> None:
    content = said(
        figures=LATE,
        sub={**MEETS_THE_RULE, Dimension.RISK: Light.RED},
        valid_until=datetime.date(2017, 9, 1),
        text="Eksempel på en tekst",
    )

    write(viewer_with(WRITER), content)
    report = publish(regions)

    assert (report.as_of, report.valid_until, report.state, report.light) == (
        AS_OF,
        datetime.date(2017, 9, 1),
        "running",
        "green",
    )
    assert (report.time, report.economy, report.quality, report.risk) == ("yellow", "yellow", "none", "red")
    assert (report.baseline_cost, report.expected_cost) == (Decimal(50), Decimal(55))
    assert (report.rule, report.rule_version, report.rater) == ("it-raadet", "1", "lead")
    assert report.proposed["economy"]["light"] == "yellow"
    assert report.proposed["economy"]["facts"]["over"] == "5.000000"
    assert report.published_by_id == regions.user


def test_rule_proposes_from_the_figures() -> None:
    proposed = proposed_lights(LATE)

    assert {each: proposal.light for each, proposal in proposed.items()} == {
        Dimension.TIME: Light.YELLOW,
        Dimension.ECONOMY: Light.YELLOW,
        Dimension.QUALITY: Light.NONE,
        Dimension.BENEFITS: Light.NONE,
        Dimension.RISK: Light.NONE,
    }


def test_deviating_from_what_the_rule_proposes_takes_a_reason(regions: Viewer) -> None:
    sub = {Dimension.TIME: Light.GREEN, Dimension.ECONOMY: Light.YELLOW}
    write(regions, said(figures=LATE, sub=sub))

    with pytest.raises(DeniedError) as refused:
        publish(regions)
    write(regions, said(figures=LATE, sub=sub, deviations={Dimension.TIME: "Eksempel: nås alligevel"}))
    report = publish(regions, version=2)

    assert refused.value.denied.code == "deviation-needs-reason"
    with translation.override("en"):
        assert told(refused.value.denied) == (
            "Say why the light for time is green: the figures propose yellow."
        )
    assert (report.time, report.deviations) == ("green", {"time": "Eksempel: nås alligevel"})


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"reason": " "}, "light-needs-reason"),
        ({"as_of": datetime.date(2017, 6, 21)}, "published-before-as-of"),
        ({"valid_until": datetime.date(2017, 5, 31)}, "valid-before-as-of"),
    ],
)
def test_report_that_makes_no_sense_is_not_published(
    regions: Viewer, wrong: dict[str, Any], code: str
) -> None:
    write(regions, said(**wrong))

    with pytest.raises(DeniedError) as refused:
        publish(regions)

    assert refused.value.denied.code == code
    assert told(refused.value.denied)
    assert not StatusReport.objects.exists()


def test_nothing_written_meanwhile_is_lost(regions: Viewer) -> None:
    write(regions)
    other = write(viewer_with(WRITER), said(reason="Eksempel: af en anden"), based_on=1)
    mine = write(regions, said(reason="Eksempel: min"), based_on=1)

    assert mine.meanwhile == (other.draft,)
    assert [mine.draft.version, mine.draft.is_crossed] == [3, True]
    assert ReportDraft.objects.count() == 3


def test_newest_version_alone_is_published_and_once(regions: Viewer) -> None:
    write(regions)
    write(regions, based_on=1)

    with pytest.raises(DeniedError) as refused:
        publish(regions, version=1)
    publish(regions, version=2)
    with pytest.raises(DeniedError, match="draft-is-published"):
        publish(regions, version=2)
    with pytest.raises(InputError, match="no version 9"):
        publish(regions, version=9)

    assert refused.value.denied.code == "draft-is-newer"
    drafting = drafting_of(initiative(), regions)
    assert (drafting.published, drafting.is_open) == (2, False)


@pytest.mark.parametrize("seat", [STRANGER, SECRETARY, Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs")])
def test_nobody_outside_the_leads_party_writes_publishes_or_sees_a_draft(regions: Viewer, seat: Seat) -> None:
    write(regions)
    other = viewer_with(seat)

    for attempt in (lambda: write(other), lambda: publish(other)):
        with pytest.raises(DeniedError):
            attempt()
    with seen_by(other, DatabaseRole.WEB):
        assert ReportDraft.objects.count() == 0
    assert drafting_of(initiative(), other).drafts == ()


def test_member_writes_and_the_coordinator_publishes(regions: Viewer) -> None:
    member = viewer_with(WRITER)
    write(member)

    with pytest.raises(DeniedError) as refused:
        publish(member)

    assert refused.value.denied.code == "role-may-not"
    assert publish(regions).draft == 1


def test_initiative_without_a_lead_has_nobody_to_write_for() -> None:
    with pytest.raises(DeniedError, match="no-lead"):
        write_report(initiative=initiative("praksys"), content=GREEN, based_on=0, actor=OPERATOR, now=NOW)


def test_correction_supersedes_and_says_what_was_wrong(regions: Viewer) -> None:
    write(regions)
    first = publish(regions)
    later = NOW + datetime.timedelta(days=1)

    write(regions, said(light=Light.RED, corrects=first.pk), based_on=1)
    with pytest.raises(DeniedError, match="correction-missing"):
        publish(regions, version=2, now=later)
    write(regions, said(light=Light.RED, corrects=first.pk, correction="Eksempel: forkert lys"), based_on=2)
    second = publish(regions, version=3, now=later)

    assert (second.supersedes, second.correction, first.light) == (first, "Eksempel: forkert lys", "green")
    with pytest.raises(DeniedError, match="report-superseded"):
        write(regions, said(corrects=first.pk, correction="Igen"), based_on=3)


def test_day_is_reported_once_unless_corrected(regions: Viewer) -> None:
    write(regions)
    publish(regions)
    write(regions, said(light=Light.YELLOW), based_on=1)

    with pytest.raises(DeniedError, match="day-is-reported"):
        publish(regions, version=2)


def test_new_lead_begins_anew_and_sees_nothing_of_the_old(regions: Viewer) -> None:
    write(regions)
    publish(regions)
    Initiative.objects.filter(pk=OWN).update(lead="kl")
    municipalities = viewer_with(STRANGER)

    written = write(municipalities, said(as_of=datetime.date(2017, 6, 10)))
    report = publish(municipalities, version=2)

    assert (written.draft.version, written.draft.party_id, written.meanwhile) == (2, "kommuner", ())
    assert report.draft == 2
    with seen_by(regions, DatabaseRole.WEB):
        assert list(ReportDraft.objects.values_list("party_id", flat=True)) == ["regioner"]


def assess(report: StatusReport, actor: Viewer, **changed: Any) -> Assessment:
    given: dict[str, Any] = {
        "report": report,
        "forum": "nbs",
        "light": Light.YELLOW,
        "reason": "Eksempel: bestyrelsen ser det mørkere",
        "on": DAY,
        "now": NOW,
    }
    with seen_by(actor, DatabaseRole.WEB):
        return assess_report(**{**given, **changed}, actor=actor)


def test_forum_assesses_beside_the_leads_light() -> None:
    report = reported()

    assess(report, viewer_with(SECRETARY))

    report.refresh_from_db()
    assert report.light == "green"
    assert [(each.forum_id, each.light) for each in report.assessments.all()] == [("nbs", "yellow")]


@pytest.mark.parametrize("seat", [COORDINATOR, WRITER, Seat(Role.SECRETARY, "medcom", "medcom-sg")])
def test_only_the_forums_secretary_notes_what_it_holds(seat: Seat) -> None:
    report = reported()

    with pytest.raises(DeniedError):
        assess(report, viewer_with(seat))


def test_assessment_without_a_reason_or_outside_the_portfolio_is_refused() -> None:
    report = reported()

    with pytest.raises(InputError, match=r"^reason: "):
        assess(report, viewer_with(SECRETARY), reason=" ")
    with pytest.raises(DeniedError, match="not-in-portfolio"):
        assess(report, viewer_with(SECRETARY), on=datetime.date(2016, 12, 31))


def test_superseded_report_is_not_assessed() -> None:
    first = reported()
    reported(supersedes=first, correction="Eksempel", light="red")

    with pytest.raises(DeniedError, match="report-superseded"):
        assess(first, viewer_with(SECRETARY))
