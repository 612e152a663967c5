"""What a forum's portfolio, an initiative and an agreement show on a day, in a fixed number of queries."""

import datetime
import random
from collections import Counter
from typing import Any

import pytest
from tests.factories.people import Seat, viewer_with
from tests.factories.portfolio import (
    COORDINATOR,
    NOW,
    OWN,
    SECRETARY,
    STRANGER,
    initiative,
    reported,
)

from samstyr.meetings.models import AgendaItem, Meeting, Resolution
from samstyr.portfolio.models import (
    Assessment,
    InitiativePart,
    Paragraph,
    ParagraphInitiative,
    PortfolioDecision,
    StatusReport,
)
from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.agreements import promises_of
from samstyr.portfolio.queries.facts import report_records
from samstyr.portfolio.queries.initiatives import whole_initiative
from samstyr.portfolio.queries.light_counts import light_counts
from samstyr.portfolio.queries.overview import seen_through
from samstyr.portfolio.queries.portfolios import (
    Portfolio,
    last_meetings,
    portfolio_of,
)
from samstyr.portfolio.services import ReportContent, write_report
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.portfolio.lights import Light, State
from samstyr.rules.portfolio.reports import standing
from samstyr.rules.rights import PUBLIC, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
DAY = datetime.date(2017, 7, 1)
MARCH = datetime.date(2017, 3, 1)
JUNE = datetime.date(2017, 6, 1)


def day(month: int, number: int = 1) -> datetime.date:
    return datetime.date(2017, month, number)


def shown(portfolio: Portfolio) -> dict[str, str | None]:
    return {line.initiative.pk: line.report.light if line.report else None for line in portfolio.lines}


def decided(verb: str = "approved", forum: str = "nbs") -> Resolution:
    meeting = Meeting.objects.create(forum_id=forum, date=day(6, 28), state="minutes-sent")
    item = AgendaItem.objects.create(meeting=meeting, position=0, number="1", title="Eksempel")
    return Resolution.objects.create(item=item, verb=verb, quote="Eksempel på en beslutning")


def test_portfolio_holds_what_the_register_says_on_the_day() -> None:
    reported("fmk", as_of=day(5))

    regional = portfolio_of("temagruppe-it", PUBLIC, DAY)

    assert shown(regional) == {"fmk": "green", "medcom-standarder": None, "saarvurdering": None}
    assert shown(portfolio_of("portefoelje-sg", PUBLIC, DAY)) == {}
    assert len(portfolio_of("portefoelje-sg", PUBLIC, datetime.date(2015, 6, 1)).lines) == 5


def test_numbered_initiatives_come_first_and_long_portfolios_in_parts() -> None:
    whole = portfolio_of("nbs", PUBLIC, DAY)
    part = portfolio_of("nbs", PUBLIC, DAY, first=1, count=2)

    assert [line.initiative.code for line in whole.lines[:3]] == ["1.5", "2.6", ""]
    assert [line.initiative.pk for line in part.lines] == [line.initiative.pk for line in whole.lines[1:3]]
    assert part.number == whole.number == len(whole.lines)


def test_report_is_the_same_in_every_portfolio_it_stands_in() -> None:
    PortfolioEntry.objects.create(initiative_id="fmk", forum_id="nbs")
    report = reported("fmk")

    lines = [
        next(line for line in portfolio_of(forum, PUBLIC, DAY).lines if line.initiative.pk == "fmk")
        for forum in ("nbs", "temagruppe-it")
    ]

    assert [line.report for line in lines] == [report, report]


def test_day_shows_what_was_known_then() -> None:
    first = reported(light="green", as_of=MARCH)
    reported(light="red", as_of=JUNE)
    at = datetime.datetime(2017, 5, 10, 9, tzinfo=datetime.UTC)
    reported(light="yellow", as_of=MARCH, published_at=at, supersedes=first, correction="Eksempel")

    def on(date: datetime.date) -> str | None:
        return shown(portfolio_of("nbs", PUBLIC, date))[OWN]

    assert [on(day(2)), on(day(5, 9)), on(day(5, 10)), on(day(5, 31)), on(day(6))] == [
        None,
        "green",
        "yellow",
        "yellow",
        "red",
    ]


def test_report_of_the_lead_goes_before_anothers() -> None:
    reported(light="yellow", as_of=MARCH)
    reported(light="red", as_of=JUNE, rater="reviewer")
    reported("samtykke", light="red", as_of=MARCH, rater="reviewer")

    found = shown(portfolio_of("nbs", PUBLIC, DAY))

    assert (found[OWN], found["samtykke"]) == ("yellow", "red")


def test_old_light_fades() -> None:
    reported(valid_until=day(6, 30))

    faded = {
        date: next(
            line.faded for line in portfolio_of("nbs", PUBLIC, date).lines if line.initiative.pk == OWN
        )
        for date in (day(6, 30), day(7))
    }

    assert faded == {day(6, 30): False, day(7): True}


def test_change_since_the_forums_last_meeting_is_told_with_why() -> None:
    Meeting.objects.create(forum_id="nbs", date=day(5, 2))
    reported(light="green", as_of=MARCH)
    reported(light="yellow", as_of=JUNE, reason="Eksempel: forsinket")

    portfolio = portfolio_of("nbs", PUBLIC, day(6, 28))
    [line] = [each for each in portfolio.lines if each.initiative.pk == OWN]
    [change] = line.changes

    assert portfolio.since == day(5, 2)
    assert (change.kind, change.was, change.now, change.reason) == (
        "light",
        Light.GREEN,
        Light.YELLOW,
        "Eksempel: forsinket",
    )
    assert portfolio_of("nbs", PUBLIC, DAY).since == day(6, 28)
    assert {each.changes for each in portfolio_of("nbs", PUBLIC, DAY).lines} == {()}


def test_changes_are_told_from_another_day_on_request() -> None:
    reported(light="green", as_of=MARCH)
    reported(light="red", as_of=JUNE)

    [line] = [
        each for each in portfolio_of("nbs", PUBLIC, DAY, since=day(4)).lines if each.initiative.pk == OWN
    ]

    assert [(each.was, each.now) for each in line.changes] == [(Light.GREEN, Light.RED)]


def test_no_difference_is_drawn_across_a_change_of_scale() -> None:
    reported(light="green", as_of=MARCH, scale="five-steps")
    reported(light="red", as_of=JUNE)

    [line] = [
        each for each in portfolio_of("nbs", PUBLIC, DAY, since=day(4)).lines if each.initiative.pk == OWN
    ]

    assert [(each.kind, each.was, each.now) for each in line.changes] == [("not-comparable", None, None)]
    assert [(line.scale, len(line.reports)) for line in whole_initiative(OWN, PUBLIC, DAY).lines] == [
        ("five-steps", 1),
        ("green-yellow-red", 1),
    ]


def test_last_meetings_are_the_records_and_the_registers() -> None:
    assert last_meetings("nbs", DAY, 1) == (day(6, 28),)
    assert last_meetings("nbs", day(6, 28), 3) == ()
    Meeting.objects.create(forum_id="nbs", date=MARCH)
    assert last_meetings("nbs", day(6, 28), 3) == (MARCH,)


def test_forums_assessment_stands_beside() -> None:
    report = reported()
    for forum, light, on in (
        ("nbs", "red", day(6, 2)),
        ("nbs", "yellow", day(6, 3)),
        ("medcom-sg", "green", day(6, 4)),
        ("nbs", "green", day(7, 2)),
    ):
        Assessment.objects.create(
            forum_id=forum, report=report, light=light, reason="Eksempel", on=on, written_at=NOW
        )

    [line] = [each for each in portfolio_of("nbs", PUBLIC, DAY).lines if each.initiative.pk == OWN]
    beside = whole_initiative(OWN, PUBLIC, DAY).beside[report.pk]

    assert line.report is not None
    assert line.assessment is not None
    assert (line.report.light, line.assessment.light) == ("green", "yellow")
    assert {forum: said.light for forum, said in beside.assessments.items()} == {
        "medcom-sg": Light.GREEN,
        "nbs": Light.YELLOW,
    }
    assert beside.differing == ("nbs",)


def test_summary_counts_lights_and_what_has_faded() -> None:
    reported(light="green", valid_until=day(6, 15))
    reported("samtykke", light="red")
    reported("praksys", light="red")

    counts = light_counts(DAY)["nbs"]
    number = portfolio_of("nbs", PUBLIC, DAY).number

    assert counts.lights == {Light.GREEN: 1, Light.RED: 2, None: number - 3}
    assert counts.faded == 1


def test_database_finds_the_report_that_the_rules_find() -> None:
    chance = random.Random(20170628)
    keys = ["praksys", "samtykke", OWN, "oa18-strategi"]
    days = [datetime.date(2017, 1, 1) + datetime.timedelta(days=number) for number in range(90)]
    for key in keys:
        made: list[StatusReport] = []
        for as_of in chance.sample(days, 12):
            at = datetime.datetime.combine(
                as_of + datetime.timedelta(days=chance.randrange(9)), datetime.time(22, 30), datetime.UTC
            )
            made.append(
                reported(
                    key,
                    as_of=as_of,
                    published_at=at,
                    light=chance.choice(["green", "yellow", "red"]),
                    rater=chance.choice(["lead", "lead", "Eksempel på en anden"])
                    if key != "praksys"
                    else "nbs",
                )
            )
        for before in chance.sample(made, 4):
            at = before.published_at + datetime.timedelta(days=chance.randrange(1, 20))
            reported(
                key,
                as_of=before.as_of,
                published_at=at,
                light="none",
                rater=before.rater,
                supersedes=before,
                correction="Eksempel",
            )
    records = report_records(StatusReport.objects.all())

    for on in chance.sample(days, 25):
        found = {
            line.initiative.pk: line.report.pk
            for line in portfolio_of("nbs", PUBLIC, on).lines
            if line.report is not None
        }
        # The lead's own report goes before those of others.
        standing_then = standing(records, on) | standing(records, on, rater=LEAD)
        expected = {key: each.report.id for key, each in standing_then.items()}
        seen = seen_through(keys, (on,))
        lights = Counter(
            standing_then[entry].report.light if entry in standing_then else None
            for entry in PortfolioEntry.objects.filter(forum="nbs", valid__contains=on).values_list(
                "initiative", flat=True
            )
        )
        assert {key: each.report.pk for key, (each,) in seen.items() if each.report} == {
            key: expected[key] for key in keys if key in expected
        }
        assert light_counts(on)["nbs"].lights == lights
        # Two entered the portfolio in June: the others were there all the time.
        assert {key: found.get(key) for key in keys[:3]} == {key: expected.get(key) for key in keys[:3]}


def test_initiative_shows_everything_its_viewer_may_see() -> None:
    report = reported()
    InitiativePart.objects.create(initiative_id=OWN, code="1", name="Eksempel på en del")
    paragraph = Paragraph.objects.create(
        instrument_id="oa-2018", order=1, number="1", heading="Eksempel på et løfte"
    )
    ParagraphInitiative.objects.create(paragraph=paragraph, initiative_id=OWN)
    PortfolioDecision.objects.create(
        initiative_id=OWN, forum_id="nbs", kind="entry", on=MARCH, tasks="Eksempel", written_at=NOW
    )
    coordinator = viewer_with(COORDINATOR)
    write_report(
        initiative=initiative(),
        content=ReportContent(as_of=DAY, state=State.RUNNING),
        based_on=0,
        actor=coordinator,
        now=NOW,
    )

    own, others = (whole_initiative(OWN, viewer, DAY) for viewer in (coordinator, viewer_with(STRANGER)))

    assert own.drafting.is_open
    assert (others.drafting.drafts, others.drafting.is_open) == ((), False)
    for found in (own, others):
        assert found.reports == (report,)
        assert found.holding == {"lead": report}
        assert found.faded == frozenset()
        assert [each.forum_id for each in found.entries] == ["nbs"]
        assert [each.tasks for each in found.decisions] == ["Eksempel"]
        assert [each.paragraph for each in found.paragraphs] == [paragraph]
        assert [each.code for each in found.parts] == ["1"]
        assert [len(line.reports) for line in found.lines] == [1]


def test_resolution_is_shown_once_its_minutes_are_published() -> None:
    resolution = decided()
    PortfolioDecision.objects.create(
        initiative_id=OWN,
        forum_id="nbs",
        kind="entry",
        on=MARCH,
        tasks="Eksempel",
        resolution=resolution,
        written_at=NOW,
    )

    def seen(viewer: Viewer) -> Any:
        return whole_initiative(OWN, viewer, DAY).decisions[0].resolution

    assert seen(viewer_with(SECRETARY)) == resolution
    assert seen(PUBLIC) is None
    Meeting.objects.update(published_at=NOW)
    assert seen(PUBLIC) == resolution


def test_promise_leads_to_its_light_and_the_decision_that_touched_it_last() -> None:
    kept = Paragraph.objects.create(instrument_id="oa-2018", order=2, number="2", heading="Eksempel to")
    loose = Paragraph.objects.create(instrument_id="oa-2018", order=1, number="1", heading="Eksempel et")
    ParagraphInitiative.objects.create(paragraph=kept, initiative_id="oa18-sikkerhed")
    report = reported("oa18-sikkerhed", light="yellow", valid_until=day(6, 30))
    for on in (MARCH, day(6, 28)):
        PortfolioDecision.objects.create(
            initiative_id="oa18-sikkerhed", forum_id="nbs", kind="entry", on=on, tasks="x", written_at=NOW
        )

    first, second = promises_of("oa-2018", PUBLIC, DAY)
    [line] = second.kept_by

    assert (first.paragraph, first.kept_by) == (loose, ())
    assert second.paragraph == kept
    assert (line.report, line.faded) == (report, True)
    assert line.touch is not None
    assert line.touch.on == day(6, 28)


@pytest.mark.parametrize("number", [1, 3])
def test_queries_cost_the_same_however_much_there_is(django_assert_num_queries: Any, number: int) -> None:
    keys = [OWN, "praksys", "samtykke"][:number]
    resolution = decided()
    for place, key in enumerate(keys):
        for month in range(1, 1 + 2 * number):
            report = reported(key, as_of=day(month))
            Assessment.objects.create(
                forum_id="nbs",
                report=report,
                light="red",
                reason="Eksempel",
                on=DAY,
                resolution=resolution,
                written_at=NOW,
            )
        paragraph = Paragraph.objects.create(
            instrument_id="oa-2018", order=place, number=str(place), heading="Eksempel"
        )
        ParagraphInitiative.objects.create(paragraph=paragraph, initiative_id=key)
        PortfolioDecision.objects.create(
            initiative_id=key,
            forum_id="nbs",
            kind="entry",
            on=MARCH,
            tasks="Eksempel",
            resolution=resolution,
            recommended_by=resolution,
            written_at=NOW,
        )
    viewer = viewer_with(Seat(Role.ANALYST, "sds"))

    with django_assert_num_queries(
        8
    ):  # meetings (twice), how many, which, lines, reports, assessments, resolutions
        portfolio_of("nbs", viewer, DAY)
    with django_assert_num_queries(1):
        light_counts(DAY)
    # Itself, reports, assessments and their resolutions, places, decisions and their resolutions (twice),
    # paragraphs, parts; an analyst has no drafts to look for.
    with django_assert_num_queries(10):
        whole_initiative(OWN, viewer, DAY)
    # Paragraphs, links, reports, decisions and their resolutions (twice), assessments and theirs, dates of milestones
    # that were decided, meetings, places, milestones.
    with django_assert_num_queries(12):
        promises_of("oa-2018", viewer, DAY)
