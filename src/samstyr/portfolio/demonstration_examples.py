"""Made-up reporting for the demonstration, of one initiative that has a lead: each text says that it is an example.

Two fora of 2015 follow the initiative, so that one report answers both. It is made by `samstyr demo` alone.
"""

import datetime
from decimal import Decimal
from typing import Final

from samstyr.platform.clock import COPENHAGEN
from samstyr.portfolio.models import Milestone, StatusReport
from samstyr.portfolio.services import (
    ReportContent,
    add_benefit,
    add_dependency,
    add_milestone,
    assess_report,
    check_request,
    follow_up_benefit,
    grant_need,
    keep_business_case,
    open_pool,
    open_round,
    pay_own_need,
    publish_report,
    rank_needs,
    set_milestone_date,
    state_need,
    write_report,
)
from samstyr.registry.models import Initiative
from samstyr.registry.viewers import user_viewer
from samstyr.rules.business_case import CashFlow, FlowKind
from samstyr.rules.portfolio.lights import Dimension, Figures, Light, State
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind
from samstyr.rules.rights import OPERATOR

INITIATIVE: Final = "medcom-standarder"
NATIONAL: Final = "portefoelje-sg"
REGIONAL: Final = "temagruppe-it"
BOARD: Final = "nbs"

ROUND_OPENED: Final = datetime.date(2015, 5, 18)
ROUND_AS_OF: Final = datetime.date(2015, 6, 1)
ROUND_DUE: Final = datetime.date(2015, 6, 12)
NEXT_ROUND_AS_OF: Final = datetime.date(2017, 9, 1)
NEXT_ROUND_DUE: Final = datetime.date(2017, 9, 15)
PLANNED_END: Final = datetime.date(2017, 6, 30)
AGREED_END: Final = datetime.date(2017, 8, 31)
EXPECTED_END: Final = datetime.date(2017, 9, 29)

REPORTS: Final = (
    ReportContent(
        as_of=ROUND_AS_OF,
        state=State.RUNNING,
        light=Light.GREEN,
        reason="Eksempel: de første kommuner er i gang.",
        sub={Dimension.TIME: Light.GREEN, Dimension.ECONOMY: Light.GREEN},
        figures=Figures(Decimal(12), Decimal(12), PLANNED_END, PLANNED_END),
        text="Eksempeldata.",
        valid_until=datetime.date(2015, 12, 1),
    ),
    ReportContent(
        as_of=datetime.date(2017, 2, 1),
        state=State.RUNNING,
        light=Light.GREEN,
        reason="Eksempel: prøverne følger planen.",
        sub={Dimension.TIME: Light.GREEN, Dimension.ECONOMY: Light.GREEN, Dimension.BENEFITS: Light.GREEN},
        figures=Figures(Decimal(12), Decimal(12), PLANNED_END, PLANNED_END),
        text="Eksempeldata.",
        valid_until=datetime.date(2017, 6, 1),
    ),
    ReportContent(
        as_of=datetime.date(2017, 6, 1),
        state=State.RUNNING,
        light=Light.YELLOW,
        reason="Eksempel: den sidste leverandør mangler sin prøve.",
        sub={
            Dimension.TIME: Light.YELLOW,
            Dimension.ECONOMY: Light.YELLOW,
            Dimension.BENEFITS: Light.GREEN,
            Dimension.RISK: Light.YELLOW,
        },
        figures=Figures(Decimal(12), Decimal("12.5"), PLANNED_END, EXPECTED_END),
        text="Eksempeldata.",
        valid_until=datetime.date(2017, 10, 1),
    ),
)


def make_examples_of_reporting(*, on: datetime.date) -> None:
    """Make the example of reporting: rounds, reports, what a forum holds, milestones, a business case and a pool."""
    initiative = Initiative.objects.select_related("lead").get(pk=INITIATIVE)
    for forum in (NATIONAL, REGIONAL):
        open_round(
            forum=forum,
            name="Eksempel: sommerens runde 2015",
            as_of=ROUND_AS_OF,
            due=ROUND_DUE,
            actor=OPERATOR,
            on=ROUND_OPENED,
        )
    reports = [_report(initiative, content) for content in REPORTS]
    check_request(request=initiative.report_requests.get(as_of=ROUND_AS_OF), actor=OPERATOR, on=ROUND_DUE)
    assessed_on = datetime.date(2017, 6, 15)
    assess_report(
        report=reports[-1],
        forum=REGIONAL,
        light=Light.RED,
        reason="Eksempel: i vores region er det den største leverandør, der mangler.",
        actor=OPERATOR,
        on=assessed_on,
        now=_noon(assessed_on),
    )
    if on <= NEXT_ROUND_DUE:
        open_round(
            forum=BOARD,
            name="Eksempel: efterårets runde 2017",
            as_of=NEXT_ROUND_AS_OF,
            due=NEXT_ROUND_DUE,
            actor=OPERATOR,
            on=on,
        )
    _milestones(initiative)
    _business_case(initiative)
    _pool()


def _report(initiative: Initiative, content: ReportContent) -> StatusReport:
    now = _noon(content.as_of)
    written = write_report(initiative=initiative, content=content, based_on=0, actor=OPERATOR, now=now)
    return publish_report(initiative=initiative, version=written.draft.version, actor=OPERATOR, now=now)


def _milestones(initiative: Initiative) -> None:
    """Two milestones: one that was moved twice, and one that waits for it."""
    first, moved, expected = (datetime.date(2015, 2, 2), datetime.date(2017, 3, 1), datetime.date(2017, 6, 1))
    tested = _milestone(initiative, "Eksempel: alle leverandører er prøvet", PLANNED_END, first)
    audited = _milestone(initiative, "Eksempel: den første audit er holdt", datetime.date(2017, 11, 1), first)
    for date in (
        Agreed(AGREED_END, "Eksempel: aftalt i temagruppen", AgreedKind.AGREEMENT, moved),
        Agreed(EXPECTED_END, "Eksempel: MedComs skøn", AgreedKind.EXPECTED, expected),
    ):
        set_milestone_date(milestone=tested, date=date, actor=OPERATOR, now=_noon(date.on))
    add_dependency(
        before=tested,
        after=audited,
        lag=30,
        reason="Eksempel: der holdes først audit, når alle er prøvet.",
        actor=OPERATOR,
    )


def _milestone(initiative: Initiative, name: str, date: datetime.date, on: datetime.date) -> Milestone:
    baseline = Agreed(date, "Eksempel: den første plan", AgreedKind.BASELINE, on)
    return add_milestone(initiative=initiative, name=name, baseline=baseline, actor=OPERATOR, now=_noon(on))


def _business_case(initiative: Initiative) -> None:
    """A business case of three parties over five years, and a benefit in money and one in time."""
    day = datetime.date(2017, 2, 1)
    flows = [
        *(
            CashFlow(2017, party, FlowKind.INVESTMENT, Decimal(4))
            for party in ("stat", "regioner", "kommuner")
        ),
        *(CashFlow(year, "stat", FlowKind.RUNNING, Decimal("0.5")) for year in range(2018, 2022)),
        *(CashFlow(year, "regioner", FlowKind.BENEFIT, Decimal("2.5")) for year in range(2018, 2022)),
        *(CashFlow(year, "kommuner", FlowKind.BENEFIT, Decimal("1.5")) for year in range(2018, 2022)),
        *(
            CashFlow(
                year, "kommuner", FlowKind.BENEFIT_NOT_MONEY, Decimal(900), label="sparede timer (eksempel)"
            )
            for year in range(2018, 2022)
        ),
    ]
    keep_business_case(
        initiative=initiative,
        flows=flows,
        price_level=2017,
        assumptions="Eksempeldata. Alle beløb er fundet på.",
        actor=OPERATOR,
        now=_noon(day),
    )
    hours = add_benefit(
        initiative=initiative,
        party="kommuner",
        name="Eksempel: mindre tastearbejde i omsorgen",
        unit="timer om året",
        planned=Decimal(900),
        expected_from=datetime.date(2018, 1, 1),
        actor=OPERATOR,
    )
    add_benefit(
        initiative=initiative,
        party="regioner",
        name="Eksempel: færre gengangere i indberetning",
        unit="mio. kr. om året",
        planned=Decimal("2.5"),
        expected_from=datetime.date(2018, 1, 1),
        actor=OPERATOR,
    )
    followed = datetime.date(2017, 6, 1)
    follow_up_benefit(
        benefit=hours,
        on=followed,
        realised=Decimal(120),
        evidence="Eksempeldata: en opdigtet måling i en prøvekommune.",
        actor=OPERATOR,
        now=_noon(followed),
    )


def _pool() -> None:
    """A pool with two needs: one is granted within it, and one a party pays for itself."""
    pool = open_pool(
        forum="sundhed-dk-sg",
        name="Eksempel: pulje til videreudvikling",
        year=2017,
        amount=Decimal(5),
        actor=OPERATOR,
    )
    regions, municipalities = (user_viewer(username=f"koordinator-{each}") for each in ("regioner", "kl"))
    booking = state_need(
        pool=pool,
        party="regioner",
        title="Eksempel: selvbooking på flere afdelinger",
        text="Eksempeldata.",
        amount=Decimal("3.2"),
        actor=regions,
    )
    calendar = state_need(
        pool=pool,
        party="kommuner",
        title="Eksempel: hjemmeplejens aftaler i borgerens kalender",
        text="Eksempeldata.",
        amount=Decimal("2.4"),
        actor=municipalities,
    )
    rank_needs(pool=pool, order=[booking.pk, calendar.pk], actor=OPERATOR)
    grant_need(need=booking, actor=OPERATOR)
    pay_own_need(need=calendar, actor=municipalities)


def _noon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(12), COPENHAGEN)
