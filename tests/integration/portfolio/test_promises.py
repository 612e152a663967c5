"""From a promise to its light today and the decision that touched it last; and the same as a document."""

import datetime
import io
from pathlib import Path

import docx
import outloud
import pdfplumber
import pdfua
import pikepdf
import pytest
from docx.oxml.ns import qn
from tests.factories.people import DAY, viewer_with
from tests.factories.portfolio import (
    BOARD_MET,
    COORDINATOR,
    JUNE,
    NOW,
    SECRETARY,
    STRANGER,
    initiative,
    kept_promises,
    promise,
    reported,
)

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.portfolio.models import Assessment, Paragraph
from samstyr.portfolio.queries.agreements import promises_of
from samstyr.portfolio.services import (
    ReportContent,
    add_milestone,
    add_paragraph,
    note_told_report,
)
from samstyr.print.fonts import PLEX
from samstyr.print.portfolio.promises import FollowUp, follow_up, own_light, promises_sheet, summary
from samstyr.print.sheet.pdf import sheet_pdf
from samstyr.print.sheet.word import sheet_docx
from samstyr.rules.portfolio.lights import Light, State
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind
from samstyr.rules.rights import OPERATOR, PUBLIC

pytestmark = pytest.mark.usefixtures("danish_register")
TITLE = "Lovet og holdt: Økonomiaftalen for 2018"
TOLD = ReportContent(as_of=JUNE, state=State.RUNNING, light=Light.RED, reason="Eksempel: planen holder ikke")


@pytest.fixture
def resolution() -> Resolution:
    return kept_promises()


def content(on: datetime.date = DAY) -> FollowUp:
    return follow_up("Økonomiaftalen for 2018", promises_of("oa-2018", PUBLIC, on), on)


def test_promise_leads_to_everything_that_came_of_it(resolution: Resolution) -> None:
    first, second = content().promised

    [line] = first.kept_by
    assert (line.light, line.state, second.kept_by) == (Light.YELLOW, State.RUNNING, ())
    assert [(each.forum, each.assessment.light) for each in line.following if each.assessment] == [
        ("nbs", "red")
    ]
    assert line.touch is not None
    assert (line.touch.on, line.touch.what, line.touch.resolution) == (BOARD_MET, "entry", resolution)
    shown = line.kept.milestone and line.kept.milestone.shown
    assert shown
    assert shown.earlier
    assert (shown.current.date.month, shown.earlier.date.month) == (11, 9)


def test_promise_is_told_as_it_stood_on_a_day(resolution: Resolution) -> None:
    [line] = content(JUNE).promised[0].kept_by

    assert (line.light, line.touch, line.following) == (Light.YELLOW, None, ())
    shown = line.kept.milestone and line.kept.milestone.shown
    assert shown
    assert (shown.current.date.month, shown.earlier) == (9, None)


def test_milestone_whose_day_has_passed_is_still_the_next_and_overdue(resolution: Resolution) -> None:
    on = datetime.date(2018, 1, 1)

    [line] = content(on).promised[0].kept_by

    assert (line.overdue, content().promised[0].kept_by[0].overdue) == (True, False)


def test_forums_decision_on_a_report_touches_last() -> None:
    resolution = kept_promises()
    report = initiative("oa18-sikkerhed").reports.get()
    later = BOARD_MET + datetime.timedelta(days=1)
    Assessment.objects.create(
        forum_id="nbs",
        report=report,
        light="red",
        reason="Eksempel",
        on=later,
        resolution=resolution,
        written_at=NOW,
    )

    touch = content().promised[0].kept_by[0].touch

    assert touch is not None
    assert (touch.on, touch.what) == (later, "assessment")


def test_without_a_light_the_report_tells_how_it_goes() -> None:
    promise("1", "oa18-strategi")
    reported("oa18-strategi", light="none", text="Eksempel: arbejdet er begyndt")

    line = content().promised[0].kept_by[0]

    assert (line.why, own_light(line)[1]) == ("Eksempel: arbejdet er begyndt",) * 2


def test_lights_count_each_initiative_once(resolution: Resolution) -> None:
    promise("3", "oa18-sikkerhed", "oa18-strategi")

    found = content()

    assert (found.lights, found.loose) == (((Light.YELLOW, 1), (None, 1)), 1)
    assert summary(found) == (
        "3 løfter, heraf 1 uden initiativ.",
        "Initiativernes lys: 1 gul, 1 ingen rapport.",
    )


def test_word_document_is_titled_danish_and_says_what_the_page_says(resolution: Resolution) -> None:
    document = docx.Document(io.BytesIO(sheet_docx(promises_sheet(content()))))

    language = document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val"))
    headings = [
        each.text
        for each in document.paragraphs
        if each.style is not None and str(each.style.name).startswith("Heading")
    ]
    assert (document.core_properties.title, language) == (TITLE, "da-DK")
    assert headings == [TITLE, "1 Eksempel på løfte 1", "2 Eksempel på løfte 2"]
    [table] = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Initiativ", "Lys", "Status", "Næste milepæl", "Seneste beslutning"],
        [
            "Styrket data- og informationssikkerhed",
            "gul, pr. 1. juni 2017\nEksempel: en del mangler\n"
            "Den nationale bestyrelse for sundheds-it: rød. Eksempel: forummets syn",
            "i gang",
            "Eksempel: planen: 29. november 2017 (før 1. september 2017)",
            "28. juni 2017: optaget i porteføljen, Den nationale bestyrelse for sundheds-it, punkt 3",
        ],
    ]
    assert document.paragraphs[-1].text == "Eksempeldata.\nIntet initiativ er knyttet til dette løfte."


def test_pdf_is_titled_danish_tagged_and_passes_the_checkers(resolution: Resolution, tmp_path: Path) -> None:
    path = tmp_path / "opfoelgning.pdf"

    path.write_bytes(sheet_pdf(promises_sheet(content()), PLEX))

    with pikepdf.open(path) as paper:
        assert str(paper.docinfo["/Title"]) == TITLE
        assert str(paper.Root.Lang) == "da-DK"
        assert paper.Root.MarkInfo.Marked
        assert paper.Root.StructTreeRoot is not None
    assert [each.message for each in pdfua.validate(str(path)).findings] == []
    assert (outloud.check(str(path)).error, outloud.check(str(path)).errors) == (None, 0)
    with pdfplumber.open(path) as paper:
        words = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    assert "2 løfter, heraf 1 uden initiativ." in words
    assert "Intet initiativ er knyttet til dette løfte." in words


def test_pdf_is_the_same_each_time_and_stands_odd_signs(resolution: Resolution) -> None:
    Paragraph.objects.filter(number="2").update(heading="Tegn \u0001\u202e #let 漢 \U0001f600")

    assert sheet_pdf(promises_sheet(content()), PLEX) == sheet_pdf(promises_sheet(content()), PLEX)
    assert sheet_docx(promises_sheet(content()))


def test_agreement_without_promises_says_so() -> None:
    assert summary(content()) == ("Der er ikke registreret nogen løfter i aftalen.",)
    assert sheet_pdf(promises_sheet(content()), PLEX)


def test_paragraphs_come_in_order_and_once() -> None:
    promise("2")
    promise("1", "oa18-strategi", "oa18-strategi")

    assert [each.paragraph.number for each in promises_of("oa-2018", PUBLIC, DAY)] == ["2", "1"]
    with pytest.raises(InputError, match="has a paragraph 1 already"):
        promise("1")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"number": " "}, "number: it is empty"),
        ({"heading": ""}, "heading: it is empty"),
        ({"instrument": "findes-ikke"}, "no instrument 'findes-ikke'"),
        ({"initiatives": ["findes-ikke"]}, "no initiative 'findes-ikke'"),
    ],
)
def test_paragraph_that_can_not_be_kept_says_why(changed: dict[str, object], said: str) -> None:
    given: dict[str, object] = {
        "instrument": "oa-2018",
        "number": "1",
        "heading": "Eksempel",
        "actor": OPERATOR,
    }

    with pytest.raises(InputError, match=said):
        add_paragraph(**{**given, **changed})  # type: ignore[arg-type]


def test_only_who_edits_the_register_adds_promises() -> None:
    with pytest.raises(DeniedError):
        add_paragraph(instrument="oa-2018", number="1", heading="Eksempel", actor=viewer_with(SECRETARY))


def test_told_report_is_the_forums_and_names_its_source() -> None:
    report = note_told_report(
        initiative=initiative("praksys"),
        forum="nbs",
        content=TOLD,
        source="Eksempel, punkt 1",
        actor=OPERATOR,
    )

    assert (report.rater, report.light, report.source_document) == (
        "Den nationale bestyrelse for sundheds-it",
        "red",
        "Eksempel, punkt 1",
    )
    with pytest.raises(InputError, match="is there already"):
        note_told_report(
            initiative=initiative("praksys"), forum="nbs", content=TOLD, source="x", actor=OPERATOR
        )


def test_told_report_needs_a_source_and_a_portfolio() -> None:
    for key, source, said in (("praksys", " ", "source: name"), ("cura", "Eksempel", "not in its portfolio")):
        with pytest.raises(InputError, match=said):
            note_told_report(
                initiative=initiative(key), forum="nbs", content=TOLD, source=source, actor=OPERATOR
            )


def test_told_light_needs_its_reason_and_who_keeps_the_portfolio() -> None:
    bare = ReportContent(as_of=JUNE, state=State.RUNNING, light=Light.RED)
    for content_, actor in ((bare, OPERATOR), (TOLD, viewer_with(STRANGER))):
        with pytest.raises(DeniedError):
            note_told_report(
                initiative=initiative("praksys"),
                forum="nbs",
                content=content_,
                source="Eksempel",
                actor=actor,
            )


def test_without_a_lead_those_who_keep_the_portfolio_set_dates() -> None:
    first = Agreed(BOARD_MET, "Eksempel", AgreedKind.BASELINE, JUNE)

    made = add_milestone(
        initiative=initiative("praksys"),
        name="Eksempel",
        baseline=first,
        actor=viewer_with(SECRETARY),
        now=NOW,
    )

    assert made.dates.get().date == BOARD_MET
    with pytest.raises(DeniedError):
        add_milestone(
            initiative=initiative("praksys"),
            name="To",
            baseline=first,
            actor=viewer_with(COORDINATOR),
            now=NOW,
        )
    with pytest.raises(DeniedError, match="no-lead"):
        add_milestone(
            initiative=initiative("komplekse-forloeb"),
            name="Tre",
            baseline=first,
            actor=viewer_with(SECRETARY),
            now=NOW,
        )
