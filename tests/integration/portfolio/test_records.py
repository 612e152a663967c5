"""What the database itself refuses of portfolios, also by hand."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.factories.people import user_with, viewer_with
from tests.factories.portfolio import COORDINATOR, NOW, OWN, SECRETARY, STRANGER, reported

from samstyr.audit.queries import history_of
from samstyr.portfolio.models import (
    Assessment,
    InitiativePart,
    Paragraph,
    ParagraphInitiative,
    PortfolioDecision,
    ReportDraft,
    StatusReport,
)
from samstyr.registry.models import Initiative
from samstyr.rules.rights import OPERATOR

pytestmark = pytest.mark.usefixtures("danish_register")
DAY = datetime.date(2017, 6, 28)
SECRET = "Eksempel: det siger vi kun til os selv"


def refused(attempt: Callable[[], Any], match: str) -> None:
    with pytest.raises(DatabaseError, match=match), transaction.atomic():
        attempt()


def test_published_report_is_never_changed_or_deleted() -> None:
    report = reported()

    refused(lambda: StatusReport.objects.update(light="red"), "never changed")
    refused(lambda: StatusReport.objects.filter(pk=report.pk)._raw_delete("default"), "never changed")

    assert StatusReport.objects.get().light == "green"


def test_published_report_forgets_who_published_it() -> None:
    user = user_with(COORDINATOR)
    reported(published_by=user)

    user.delete()

    assert StatusReport.objects.get().published_by is None


def test_report_supersedes_one_of_the_same_initiative_and_rater() -> None:
    first = reported()
    correction = {"supersedes": first, "correction": "Eksempel: tallet var forkert"}

    refused(lambda: reported("praksys", **correction), "same initiative and rater")
    refused(lambda: reported(rater="another", **correction), "same initiative and rater")

    assert reported(light="red", **correction).supersedes == first


def test_correction_says_what_was_corrected() -> None:
    first = reported()

    refused(lambda: reported(supersedes=first), "report_correction_says_what")


def test_rater_reports_once_for_a_day() -> None:
    reported()

    refused(reported, "report_once_a_day")
    assert reported(rater="another").pk is not None


@pytest.mark.parametrize("field", ["light", "time", "economy", "quality", "benefits", "risk"])
def test_light_is_one_of_four(field: str) -> None:
    refused(lambda: reported(**{field: "amber"}), "report_lights_known")


def test_state_is_one_of_five() -> None:
    refused(lambda: reported(state="green"), "report_state_known")


def test_assessment_stands_beside_the_report_and_stays() -> None:
    report = reported()
    Assessment.objects.create(
        forum_id="nbs", report=report, light="yellow", reason="Eksempel", on=DAY, written_at=NOW
    )

    refused(lambda: Assessment.objects.update(light="green"), "never changed")

    assert (StatusReport.objects.get().light, Assessment.objects.get().light) == ("green", "yellow")


def test_decision_on_a_portfolio_says_what_it_must() -> None:
    def decided(**said: Any) -> PortfolioDecision:
        return PortfolioDecision.objects.create(
            initiative_id=OWN, forum_id="nbs", on=DAY, written_at=NOW, **said
        )

    refused(lambda: decided(kind="pause"), "portfolio_decision_kind_known")
    refused(lambda: decided(kind="entry"), "portfolio_entry_has_tasks")
    refused(lambda: decided(kind="exit", steering_group_dissolved_on=DAY), "portfolio_exit_conditions")
    decided(kind="entry", tasks="følge", verdict="within")
    refused(lambda: PortfolioDecision.objects.update(tasks="styre"), "never changed")


def test_paragraphs_and_parts_are_numbered_once() -> None:
    paragraph = Paragraph.objects.create(
        instrument_id="oa-2018", order=1, number="3.1", heading="Eksempel på et løfte"
    )
    ParagraphInitiative.objects.create(paragraph=paragraph, initiative_id="oa18-sikkerhed")
    InitiativePart.objects.create(initiative_id=OWN, code="1", name="Eksempel på en del")

    for attempt in (
        lambda: Paragraph.objects.create(instrument_id="oa-2018", order=2, number="3.1", heading="Igen"),
        lambda: ParagraphInitiative.objects.create(paragraph=paragraph, initiative_id="oa18-sikkerhed"),
        lambda: InitiativePart.objects.create(initiative_id=OWN, code="1", name="Igen"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()


def test_history_of_an_initiative_shows_its_report_to_all_and_its_draft_to_its_party() -> None:
    reported()
    ReportDraft.objects.create(
        initiative_id=OWN,
        party_id="regioner",
        version=1,
        as_of=DAY,
        state="running",
        reason=SECRET,
        written_at=NOW,
    )

    def kinds(viewer: Any) -> set[str]:
        found = history_of(Initiative, OWN, viewer)
        return {each.model.__name__ for each in found[:50]} & {"StatusReport", "ReportDraft"}

    assert kinds(viewer_with(COORDINATOR)) == {"StatusReport", "ReportDraft"}
    assert kinds(viewer_with(STRANGER)) == {"StatusReport"}
    assert kinds(viewer_with(SECRETARY)) == {"StatusReport"}
    assert kinds(OPERATOR) == {"StatusReport", "ReportDraft"}
