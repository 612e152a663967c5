"""The report of a forum's portfolio for its board: how it goes, what changed and why, what left and how it went."""

import datetime
from collections.abc import Sequence

from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.light_counts import LightCounts
from samstyr.portfolio.queries.overview import Left
from samstyr.portfolio.queries.portfolios import Portfolio, PortfolioLine
from samstyr.print.danish_words import day
from samstyr.print.portfolio.light_words import DIMENSIONS, LIGHTS, STATES, light_words
from samstyr.print.sheet.content import Section, Sheet, Table, sections
from samstyr.rules.portfolio.lights import Dimension, Light
from samstyr.rules.portfolio.reports import Change, ChangeKind


def board_report(forum: str, found: Portfolio, counts: LightCounts, left: Sequence[Left]) -> Sheet:
    """Answer the report of a whole portfolio. `forum` is its name; `left`: what left it in the year before."""
    facts = [
        ("Set den", day(found.on)),
        ("Initiativer", str(found.number)),
        ("Initiativernes lys", _counted(counts)),
    ]
    if found.since is not None and not any(line.changes for line in found.lines):
        facts.append((f"Siden {day(found.since)}", "ingen ændringer"))
    return Sheet(
        title=f"Porteføljerapport: {forum}",
        facts=tuple(facts),
        sections=sections(
            Section(_since(found), (), _changed(found)),
            Section("Initiativerne", (), _standing(found, forum)),
            Section(
                "Udgået i det seneste år",
                ("Et initiativ, der går godt, udgår og tager sit grønne lys med sig.",) if left else (),
                Table(
                    ("Initiativ", "Udgået", "Lys ved udgang"),
                    (6, 3, 3),
                    tuple((each.title, day(each.on), light_words(each.light)) for each in left),
                ),
            ),
            Section("Sådan læses lysene", (_explained(found),)),
        ),
    )


def _since(found: Portfolio) -> str:
    return "Ændret" if found.since is None else f"Ændret siden {day(found.since)}"


def _counted(counts: LightCounts) -> str:
    counted = [
        f"{number} {light_words(light)}"
        for light in (*Light, None)
        if (number := counts.lights.get(light, 0))
    ]
    if counts.faded:
        counted.append(f"{counts.faded} falmet")
    return ", ".join(counted) or "ingen rapporter"


def _changed(found: Portfolio) -> Table:
    rows = [
        (line.initiative.title, _told(change), change.reason)
        for line in found.lines
        for change in line.changes
    ]
    return Table(("Initiativ", "Ændring", "Hvorfor"), (5, 4, 6), tuple(rows))


def _standing(found: Portfolio, forum: str) -> Table:
    """Each initiative with its light and why. A dimension that no report says anything of takes no room."""
    said = tuple(
        each
        for each in DIMENSIONS
        if any(line.report and getattr(line.report, each.value) != Light.NONE for line in found.lines)
    )
    is_held = any(line.assessment for line in found.lines)
    titles = (
        *("Initiativ", "Ansvarlig", "Lys", "Hvorfor"),
        *(("Forummets lys",) if is_held else ()),
        *(DIMENSIONS[each].capitalize() for each in said),
        "Rapport pr.",
    )
    widths = (8, 7, 4, 14, *((7,) if is_held else ()), *(4 for _ in said), 6)
    return Table(titles, widths, tuple(_row(line, forum, said, is_held=is_held) for line in found.lines))


def _row(line: PortfolioLine, forum: str, said: Sequence[Dimension], *, is_held: bool) -> tuple[str, ...]:
    lead = line.initiative.lead
    report, held = line.report, line.assessment
    if report is None:
        rest = ("" for _ in range(len(said) + is_held + 2))
        return (line.initiative.title, lead.name if lead else "ikke oplyst", light_words(None), *rest)
    state = "" if report.state == "running" else f" ({STATES[report.state]})"
    as_of = f"senest {day(report.as_of)}" if report.day_unknown else day(report.as_of)
    return (
        line.initiative.title + state,
        lead.name if lead else "ikke oplyst",
        light_words(Light(report.light)),
        _why(report, forum),
        *(
            (f"{light_words(Light(held.light))}: {held.reason}" if held is not None else "",)
            if is_held
            else ()
        ),
        *(_sub(Light(getattr(report, each.value))) for each in said),
        f"{as_of} (falmet)" if line.faded else as_of,
    )


def _why(report: StatusReport, forum: str) -> str:
    """The reason of a light, else what the report says; and whose report it is where it is not the lead's own."""
    rater = {LEAD: "", forum: "(ifølge forummet selv)"}.get(report.rater, f"(ifølge {report.rater})")
    return " ".join(each for each in (report.reason or report.text, rater) if each)


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


def _sub(light: Light) -> str:
    return "" if light == Light.NONE else LIGHTS[light]


def _explained(found: Portfolio) -> str:
    return (
        "Lyset er initiativets eget, fra den ansvarliges rapport, medmindre der står, hvem det er ifølge; forummets "
        "lys er det, forummet har sagt om netop den rapport. "
        "Et lys er falmet, når rapporten gjaldt til en dag, der er gået. Lys på forskellige skalaer eller fra "
        f"forskellige bedømmere sammenlignes ikke. Rapporten viser, hvad der var kendt den {day(found.on)}."
    )


def file_name(forum: str, on: datetime.date) -> str:
    """Answer what the file is called, without its ending."""
    return f"portefoelje-{forum}-{on.isoformat()}"
