"""The demonstration's portfolios are those of the documents, made through the services, and shown on both levels from
the same reports.
"""

import datetime
import re
from pathlib import Path

import pytest
from tests.factories.people import DAY, PASSWORD

from samstyr.exchange.minutes_import import import_file
from samstyr.meetings.models import Resolution
from samstyr.portfolio import demonstration, demonstration_promises
from samstyr.portfolio.demonstration import make_example_portfolios
from samstyr.portfolio.models import (
    Assessment,
    Benefit,
    BusinessCase,
    InitiativeDependency,
    MilestoneDate,
    Need,
    Paragraph,
    PortfolioDecision,
    ReportingRound,
    StatusReport,
)
from samstyr.portfolio.queries.initiatives import whole_initiative
from samstyr.portfolio.queries.milestones import milestones_of
from samstyr.portfolio.queries.portfolios import PortfolioLine, portfolio_of
from samstyr.portfolio.queries.rounds import requests_in, rounds_in_brief
from samstyr.registry.demonstration import make_examples
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.portfolio.reports import ChangeKind
from samstyr.rules.register import Register
from samstyr.rules.rights import PUBLIC

MODELS = (
    Assessment,
    Benefit,
    BusinessCase,
    InitiativeDependency,
    MilestoneDate,
    Need,
    Paragraph,
    PortfolioDecision,
    ReportingRound,
    StatusReport,
)
IN_2015 = datetime.date(2015, 7, 1)
MEETING = datetime.date(2017, 6, 28)


@pytest.fixture(autouse=True)
def persons(danish_register: Register) -> None:
    make_examples(password=PASSWORD)


@pytest.fixture
def made(persons: None) -> None:
    make_example_portfolios(on=DAY)


def lines(forum: str, on: datetime.date) -> dict[str, PortfolioLine]:
    return {each.initiative.pk: each for each in portfolio_of(forum, PUBLIC, on).lines}


def test_it_is_made_once() -> None:
    counts = []
    for _ in range(2):
        make_example_portfolios(on=DAY)
        counts.append([model.objects.count() for model in MODELS])

    assert counts == [[1, 2, 1, 2, 10, 2, 13, 3, 3, 20]] * 2


@pytest.mark.usefixtures("made")
def test_portfolios_of_2015_are_the_five_and_the_three() -> None:
    national, regional = lines("portefoelje-sg", IN_2015), lines("temagruppe-it", IN_2015)

    assert set(national) == {"fmk", "medcom-standarder", "nsp", "kih", "sundhedsjournalen"}
    assert set(regional) == {"fmk", "medcom-standarder", "saarvurdering"}
    assert all(line.report for line in (*national.values(), *regional.values()))


@pytest.mark.usefixtures("made")
def test_both_levels_read_the_very_same_report() -> None:
    both = [lines(forum, IN_2015) for forum in ("portefoelje-sg", "temagruppe-it")]

    for key in ("fmk", "medcom-standarder"):
        first, second = (portfolio[key].report for portfolio in both)
        assert first is not None
        assert first == second


@pytest.mark.usefixtures("made")
def test_health_record_went_from_green_to_yellow_and_says_why() -> None:
    found = portfolio_of("nbs", PUBLIC, MEETING, since=MEETING - datetime.timedelta(days=1))

    [line] = [each for each in found.lines if each.initiative.code == "1.5"]
    [change] = [each for each in line.changes if each.kind == ChangeKind.LIGHT]
    assert (change.was, change.now) == (Light.GREEN, Light.YELLOW)
    assert "opkobling" in change.reason
    [series] = [
        each for each in whole_initiative("sundhedsjournalen", PUBLIC, DAY).lines if each.rater == NBS
    ]
    assert [(each.light, each.as_of) for each in series.reports] == [
        (Light.GREEN, datetime.date(2017, 6, 27)),
        (Light.YELLOW, MEETING),
    ]


NBS = "Den nationale bestyrelse for sundheds-it"


@pytest.mark.usefixtures("made")
def test_practice_system_is_still_red_and_its_agreed_end_stands() -> None:
    line = lines("nbs", DAY)["praksys"]

    assert line.initiative.code == "2.6"
    assert line.report is not None
    assert (line.report.light, line.report.rater) == ("red", NBS)
    assert line.report.baseline_end == datetime.date(2018, 12, 31)
    [milestone] = milestones_of(["praksys"], DAY)
    assert [each.date for each in milestone.agreed] == [datetime.date(2018, 12, 31)]


@pytest.mark.usefixtures("made")
def test_day_of_the_earlier_lights_is_said_to_be_unknown() -> None:
    unknown = StatusReport.objects.filter(day_unknown=True, as_of__year=2017).order_by("initiative")

    assert [(each.initiative_id, each.light) for each in unknown] == [
        ("praksys", "red"),
        ("sundhedsjournalen", "green"),
    ]


@pytest.mark.usefixtures("made")
def test_economy_agreements_initiatives_entered_by_decision_within_the_mandate() -> None:
    decisions = PortfolioDecision.objects.filter(kind="entry", forum="nbs", on=MEETING)

    assert sorted(decisions.values_list("initiative", "verdict")) == [
        ("oa18-finansiering", "within"),
        ("oa18-sikkerhed", "within"),
        ("oa18-strategi", "within"),
    ]


def test_decision_names_its_resolution_where_the_minutes_are_in_the_record(shared: Path) -> None:
    import_file(path=shared / "seeds" / "004_e15f1d3ff2587712.txt", apply=True)

    make_example_portfolios(on=DAY)

    resolutions = set(PortfolioDecision.objects.values_list("resolution", flat=True))
    item = Resolution.objects.get(pk=resolutions.pop()).item
    assert resolutions == set()
    assert (item.meeting.forum_id, item.meeting.date, item.number.strip(".")) == ("nbs", MEETING, "3")


@pytest.mark.usefixtures("made")
def test_earlier_dates_of_a_milestone_are_kept() -> None:
    tested = milestones_of(["medcom-standarder"], DAY)[0]

    assert [each.kind.value for each in tested.agreed] == ["baseline", "agreement", "expected"]
    assert tested.shown is not None
    assert tested.shown.earlier is not None
    assert tested.shown.current.date > tested.shown.earlier.date


@pytest.mark.usefixtures("made")
def test_one_report_answered_both_fora_of_the_round() -> None:
    rounds = [rounds_in_brief(forum, DAY)[0] for forum in ("portefoelje-sg", "temagruppe-it")]

    first, second = (requests_in(each.round)[0] for each in rounds)
    assert first == second
    assert first.report is not None
    assert first.state == "checked"
    assert rounds[0].saved.saved == 1


@pytest.mark.usefixtures("made")
def test_what_is_made_up_says_so_and_what_is_real_names_its_source() -> None:
    for report in StatusReport.objects.all():
        if report.rater == "lead":
            assert report.reason.startswith("Eksempel")
            assert report.text.startswith("Eksempeldata")
        else:
            assert re.fullmatch(
                r"(Notat|Bestyrelsens referat) fra .*, (afsnit|punkt) [\d.]+", report.source_document
            )
    made_up = [
        *Assessment.objects.values_list("reason", flat=True),
        *BusinessCase.objects.values_list("assumptions", flat=True),
        *Benefit.objects.values_list("name", flat=True),
        *Need.objects.values_list("title", flat=True),
        *ReportingRound.objects.values_list("name", flat=True),
    ]
    assert [text for text in made_up if not text.startswith("Eksempel")] == []
    assert all("Kilde: " in text for text in Paragraph.objects.values_list("text", flat=True))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_no_sentence_of_the_documents_is_copied(shared: Path) -> None:
    run = 7
    seeds = set()
    for file in sorted((shared / "seeds").glob("*.txt")):
        found = words(file.read_text(encoding="utf-8"))
        seeds |= {tuple(found[place : place + run]) for place in range(len(found))}
    for module in (demonstration, demonstration_promises):
        assert module.__file__ is not None
        ours = words(Path(module.__file__).read_text(encoding="utf-8"))
        copied = [ours[at : at + run] for at in range(len(ours)) if tuple(ours[at : at + run]) in seeds]
        assert copied == []
