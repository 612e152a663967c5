"""The report of a forum's portfolio for its board: how it goes, what changed and why, what left and how it went."""

import datetime
from collections.abc import Sequence
from typing import Final

from samstyr.portfolio.queries.light_counts import LightCounts
from samstyr.portfolio.queries.overview import Left
from samstyr.portfolio.queries.portfolios import Portfolio, PortfolioLine
from samstyr.print.danish_words import day
from samstyr.print.sheet.content import Section, Sheet, Table, sections
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.lights import Dimension, Light
from samstyr.rules.portfolio.reports import Change, ChangeKind

LIGHTS: Final = {Light.GREEN: "grøn", Light.YELLOW: "gul", Light.RED: "rød", Light.NONE: "intet lys"}
DIMENSIONS: Final = {
    Dimension.TIME: "tid",
    Dimension.ECONOMY: "økonomi",
    Dimension.QUALITY: "kvalitet",
    Dimension.BENEFITS: "gevinst",
    Dimension.RISK: "risiko",
}
STATES: Final = {
    "not-started": "ikke begyndt",
    "running": "i gang",
    "paused": "sat i bero",
    "ended": "afsluttet",
    "discontinued": "stoppet",
}


def board_report(forum: str, found: Portfolio, counts: LightCounts, left: Sequence[Left]) -> Sheet:
    """Answer the report of a whole portfolio. `forum` is its name; `left`: what left it in the year before."""
    facts = [("Set den", day(found.on))]
    if found.since is not None:
        facts.append(("Ændringer siden mødet", day(found.since)))
    facts += [("Initiativer", str(found.number)), ("Lys", _counted(counts))]
    return Sheet(
        title=f"Porteføljerapport: {forum}",
        facts=tuple(facts),
        sections=sections(
            Section("Ændret siden sidste møde", (), _changed(found)),
            Section("Initiativerne", (), _standing(found)),
            Section(
                "Udgået i det seneste år",
                ("Et initiativ, der går godt, udgår og tager sit grønne lys med sig.",) if left else (),
                Table(
                    ("Initiativ", "Udgået", "Lys ved udgang"),
                    (6, 3, 3),
                    tuple((_named(each.code, each.name), day(each.on), _light(each.light)) for each in left),
                ),
            ),
            Section("Sådan læses lysene", (_explained(found),)),
        ),
    )


def _counted(counts: LightCounts) -> str:
    counted = [
        f"{number} {_light(light)}" for light in (*Light, None) if (number := counts.lights.get(light, 0))
    ]
    if counts.faded:
        counted.append(f"{counts.faded} falmet")
    return ", ".join(counted) or "ingen rapporter"


def _changed(found: Portfolio) -> Table:
    rows = [
        (_title(line.initiative), _told(change), change.reason)
        for line in found.lines
        for change in line.changes
    ]
    return Table(("Initiativ", "Ændring", "Hvorfor"), (5, 4, 6), tuple(rows))


def _standing(found: Portfolio) -> Table:
    titles = (
        *("Initiativ", "Tovholder", "Eget lys", "Forummets lys"),
        *(words.capitalize() for words in DIMENSIONS.values()),
        "Rapport pr.",
    )
    return Table(titles, (8, 4, 3, 5, *(2 for _ in DIMENSIONS), 4), tuple(map(_row, found.lines)))


def _row(line: PortfolioLine) -> tuple[str, ...]:
    lead = line.initiative.lead
    report, held = line.report, line.assessment
    if report is None:
        return (
            _title(line.initiative),
            lead.name if lead else "",
            _light(None),
            *("" for _ in DIMENSIONS),
            "",
            "",
        )
    state = "" if report.state == "running" else f" ({STATES[report.state]})"
    as_of = f"senest {day(report.as_of)}" if report.day_unknown else day(report.as_of)
    return (
        _title(line.initiative) + state,
        lead.name if lead else "",
        _light(Light(report.light)),
        f"{_light(Light(held.light))}: {held.reason}" if held is not None else "",
        *(_sub(Light(getattr(report, each.value))) for each in DIMENSIONS),
        f"{as_of} (falmet)" if line.faded else as_of,
    )


def _told(change: Change) -> str:
    about = f"{DIMENSIONS[change.dimension].capitalize()}: " if change.dimension is not None else ""
    match change.kind:
        case ChangeKind.LIGHT | ChangeKind.SUB:
            return f"{about}{LIGHTS[Light(str(change.was))]} → {LIGHTS[Light(str(change.now))]}"
        case ChangeKind.STATE:
            return f"{STATES[str(change.was)]} → {STATES[str(change.now)]}"
        case ChangeKind.ORIGINAL:
            return f"{change.was} → {change.now}"
        case ChangeKind.NEW:
            return "første rapport"
        case ChangeKind.GONE:
            return "ingen rapport længere"
        case ChangeKind.NOT_COMPARABLE:
            return "anden skala eller anden bedømmer: kan ikke sammenlignes"


def _light(light: Light | None) -> str:
    return "ingen rapport" if light is None else LIGHTS[light]


def _sub(light: Light) -> str:
    return "" if light == Light.NONE else LIGHTS[light]


def _title(initiative: Initiative) -> str:
    return _named(initiative.code, initiative.name)


def _named(code: str, name: str) -> str:
    return f"{code} {name}".strip()


def _explained(found: Portfolio) -> str:
    return (
        "Eget lys er initiativets egen rapport; forummets lys er det, forummet har sagt om netop den rapport. "
        "Et lys er falmet, når rapporten gjaldt til en dag, der er gået. Lys på forskellige skalaer eller fra "
        f"forskellige bedømmere sammenlignes ikke. Rapporten viser, hvad der var kendt den {day(found.on)}."
    )


def file_name(forum: str, on: datetime.date, form: str) -> str:
    """Answer what the file is called."""
    return f"portefoelje-{forum}-{on.isoformat()}.{form}"
