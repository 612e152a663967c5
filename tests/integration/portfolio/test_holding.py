"""Which report holds is one answer everywhere: in the portfolio, its lights over time, and what left it."""

import datetime
import random

import pytest
from tests.factories.portfolio import OWN, reported

from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.facts import report_records
from samstyr.portfolio.queries.overview import left_between, seen_through
from samstyr.portfolio.queries.portfolios import own_report, portfolio_of
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.portfolio.reports import standing
from samstyr.rules.rights import PUBLIC

pytestmark = pytest.mark.usefixtures("danish_register")
D = datetime.date.fromisoformat
DAY = D("2017-07-01")


def in_portfolio(on: datetime.date = DAY, key: str = OWN) -> StatusReport | None:
    return next(line.report for line in portfolio_of("nbs", PUBLIC, on).lines if line.initiative.pk == key)


def test_lights_over_time_are_those_of_the_portfolio() -> None:
    own = reported(light="yellow", as_of=D("2017-03-01"))
    reported(light="red", as_of=D("2017-06-01"), rater="Eksempel: et andet forum")

    [seen] = seen_through([OWN], (DAY,))[OWN]

    assert in_portfolio() == own
    assert seen.report is not None
    assert (seen.report.id, seen.report.light) == (own.pk, Light.YELLOW)


def test_database_and_rules_agree_however_many_give_lights() -> None:
    chance = random.Random(20170628)
    days = [D("2017-03-01") + datetime.timedelta(days=number) for number in range(60)]
    raters = ["Eksempel B", "Eksempel A", LEAD]
    for key, known in ((OWN, raters), ("praksys", raters[:2])):
        for rater in known:
            for as_of in chance.sample(days, 12):
                hours = datetime.timedelta(hours=chance.choice([0, 21, 22, 23, 47, 70]))
                at = datetime.datetime.combine(as_of, datetime.time(), datetime.UTC) + hours
                reported(key, as_of=as_of, published_at=at, rater=rater)
        # Two that give a light for the same day in the same moment, as in an imported series.
        for rater in ("Eksempel A", "Eksempel B"):
            reported(key, as_of=D("2017-05-10"), rater=rater)
    records = report_records(StatusReport.objects.all())

    for on in (*chance.sample(days, 20), D("2017-05-10"), DAY):
        expected = {key: each.report.id for key, each in standing(records, on, before_others=LEAD).items()}
        for key in (OWN, "praksys"):
            found, own = in_portfolio(on, key), own_report(key, on)
            assert (found and found.pk, own and own.pk) == (expected.get(key),) * 2


def test_what_left_has_the_light_it_had_on_the_day_before() -> None:
    entry = PortfolioEntry.objects.get(forum="nbs", initiative=OWN)
    entry.valid = (entry.valid.lower, D("2017-06-10"))
    entry.save()
    green = reported(light="green", as_of=D("2017-05-01"))
    reported(light="yellow", as_of=D("2017-06-01"), rater="Eksempel: et andet forum")
    # Published on the Danish day of the exit, though the day before in UTC: nobody knew it yet.
    late = datetime.datetime(2017, 6, 9, 22, 30, tzinfo=datetime.UTC)
    reported(light="red", as_of=D("2017-06-05"), published_at=late)
    reported(light="none", as_of=green.as_of, published_at=late, supersedes=green, correction="Eksempel")

    [left] = left_between("nbs", D("2017-01-01"), DAY)

    assert (left.initiative, left.on, left.light) == (OWN, D("2017-06-10"), Light.GREEN)
