"""`samstyr import-portfolio`: a foreign series of status reports, by a mapping file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from samstyr.cli.cases import write_json
from samstyr.exchange.portfolio_import import import_series
from samstyr.exchange.portfolio_mapping import read_mapping
from samstyr.exchange.portfolio_summary import planned, summary
from samstyr.platform import clock, start
from samstyr.platform.errors import InputError
from samstyr.rules import wording
from samstyr.rules.portfolio.import_mapping import ImportMapping, Kind
from samstyr.rules.portfolio.imported import Imported
from samstyr.rules.portfolio.imported_cells import Expected, Wanted
from samstyr.rules.portfolio.imported_ids import new_ids
from samstyr.rules.portfolio.imported_names import LikelyRename
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.register.problems import shown

if TYPE_CHECKING:
    from samstyr.portfolio.services.imported import Stored

STORE: Final = "samstyr.portfolio.services.imported.store_series"
FILE: Final = click.Path(path_type=Path)
LIGHTS: Final = {Light.GREEN: "grøn", Light.YELLOW: "gul", Light.RED: "rød"}
KINDS: Final = {
    Kind.FACT: "værdi",
    Kind.UNKNOWN: "ukendt",
    Kind.EXEMPT: "undtaget",
    Kind.NOT_GIVEN: "ikke oplyst",
    Kind.DOUBTFUL: "tvivlsom",
    Kind.BLANK: "tom",
    Kind.IGNORED: "ikke læst",
    Kind.NOT_UNDERSTOOD: "ikke forstået",
    Kind.LEFT_OUT: "udeladt",
}
EXPECTED: Final = {
    Wanted.DAY: "ventede en dag: {ways}",
    Wanted.NUMBER: "ventede et tal som {ways}",
    Wanted.LIGHT: "ventede en værdi på dagens skala: {ways}",
    Wanted.NO_LIGHT: "bedømmeren har ingen skala den dag",
    Wanted.NO_CELL: "rækken er længere end overskrifterne",
}
WHY: Final = {
    "no-name": "hverken navn eller id",
    "no-day": "ingen dag, der kan forstås",
    "blank": "tom række",
}


@click.command("import-portfolio")
@click.argument("files", metavar="FILE…", nargs=-1, type=FILE)
@click.option("--mapping", metavar="FILE", type=FILE, help="What the columns and their values are (YAML).")
@click.option(
    "--plan", "only_plan", is_flag=True, help="Only show what would be stored; no database is needed."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (samstyr.portfolio-import/1).")
def command(files: tuple[Path, ...], mapping: Path | None, only_plan: bool, as_json: bool) -> None:
    """Read a series of status reports from CSV or Excel files, by a mapping that says what each column holds.

    A column that is neither mapped nor ignored exits 2. Told are: what was not understood, with file, row and
    column; changes of scale, across which nothing is drawn; names put together by a recorded decision; and names
    that look like a new name for the same, which are never put together by themselves. The same files again
    change nothing; a report that says something else than before is superseded. See docs/user/portfolio-import.md.
    """
    if mapping is None:
        raise InputError("--mapping: missing (expected a mapping file; see docs/user/portfolio-import.md)")
    if not files:
        raise InputError("FILE: missing (expected one CSV or Excel file or more)")
    known = read_mapping(mapping)
    imported = import_series(known, files)
    stored: Stored | None = None
    if not only_plan:
        stored = start.call(STORE, mapping=known, imported=imported, now=clock.now())
    if as_json:
        write_json(summary(known, imported) | _outcome(known, imported, stored))
        return
    _show(known, imported)
    if stored is None:
        _show_plan(imported, _new_ids(known, imported))
    else:
        _show_stored(stored)


def _new_ids(mapping: ImportMapping, imported: Imported) -> list[str]:
    """The ids as they are where nothing of the series was stored before."""
    return new_ids(mapping.prefix, (each.source_key for each in imported.initiatives))


def _outcome(mapping: ImportMapping, imported: Imported, stored: "Stored | None") -> dict[str, Any]:
    """What was stored, or else every report that would be."""
    if stored is None:
        return {"stored": None, "plan": planned(imported, _new_ids(mapping, imported))}
    counts = {
        "initiatives_new": stored.initiatives_new,
        "initiatives_changed": stored.initiatives_changed,
        "reports_new": stored.reports_new,
        "reports_corrected": stored.reports_corrected,
        "reports_same": stored.reports_same,
    }
    return {"stored": counts | {"initiatives": list(stored.ids)}}


def _show(mapping: ImportMapping, imported: Imported) -> None:
    """What was read, and all that a person must look at."""
    console = Console(highlight=False)

    def say(text: str) -> None:
        console.print(text, markup=False, soft_wrap=True)

    say(f"Kilde: {mapping.source}")
    reports = sum(1 for _ in imported.reports)
    say(f"{imported.rows} rækker, {len(imported.initiatives)} initiativer, {reports} vurderinger")
    console.print(_light_table(imported))
    console.print(_cell_table(imported))
    for change in imported.scale_changes:
        say(
            f"Skala skiftet: {change.rater} fra {change.before} til {change.after} den {wording.day(change.day)};"
            f" {change.initiatives} initiativer har lys på begge sider. Intet tegnes eller sammenlignes hen over dagen."
        )
    for initiative in imported.initiatives:
        for decision in initiative.group.decisions:
            names = " = ".join(decision.names)
            say(
                f"Ét initiativ ved beslutning: {names} ({decision.by}, {wording.day(decision.on)}: {decision.ground})"
            )
    for decision, name in imported.unused:
        say(f"Beslutningen af {wording.day(decision.on)} nævner {shown(name)}, som ingen række har.")
    for name in imported.ambiguous:
        say(f"Flere id'er har navnet {shown(name)}: rækker uden id står som et initiativ for sig.")
    if imported.ids_as_names:
        rows = ", ".join(f"{row.number} ({row.name})" for row in imported.ids_as_names)
        say(f"Et id står som navn og er taget som id i række {rows}")
    _show_list(
        console,
        "Kan være samme initiativ under nyt navn (ikke slået sammen)",
        map(_rename, imported.likely_renames),
    )
    _show_list(
        console,
        "Samme initiativ to gange på en dag med forskellige værdier (ingen af dem er taget med)",
        (
            f"{' / '.join(each.names)}, {wording.day(each.day)}, "
            f"{', '.join(f'{row.file} række {row.number}' for row in each.rows)}: {', '.join(each.differs)}"
            for each in imported.conflicts
        ),
    )
    _show_list(
        console,
        "Rækker, der kun gentager en anden",
        (f"{row.file} række {row.number}" for row in imported.repeated),
    )
    _show_list(
        console,
        "Udeladte rækker",
        (f"{each.file} række {each.row}: {WHY[each.why]}" for each in imported.left_out),
    )
    _show_list(
        console,
        "Ikke forstået",
        (
            f"{each.file} række {each.row}, {each.column}: {shown(each.value)} ({_expected(each.expected)})"
            for each in imported.not_understood
        ),
    )


def _show_plan(imported: Imported, ids: Sequence[str]) -> None:
    """Each initiative with its id, and how many lights of how many reports it has."""
    console = Console(highlight=False)
    table = Table(
        "Id", "Navn", "Fra", "Til", "Vurderinger", "Lys", box=None, pad_edge=False, title_justify="left"
    )
    for initiative, key in zip(imported.initiatives, ids, strict=True):
        reports = list(initiative.reports)
        lit = sum(1 for report in reports if report.rating.light is not Light.NONE)
        first, last = (initiative.group.rows[place].day.isoformat() for place in (0, -1))
        table.add_row(key, escape(initiative.name), first, last, str(len(reports)), str(lit))
    console.print(table)
    console.print("Intet er gemt: dette er kun planen.")


def _show_stored(stored: "Stored") -> None:
    click.echo(
        f"\nGemt: {stored.initiatives_new} nye og {stored.initiatives_changed} ændrede initiativer; "
        f"{stored.reports_new} nye rapporter, {stored.reports_corrected} rettede, "
        f"{stored.reports_same} som før."
    )


def _light_table(imported: Imported) -> Table:
    table = Table("Bedømmer", "Skala", *LIGHTS.values(), "intet lys", box=None, pad_edge=False)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for report in imported.reports:
        rating = report.rating
        said = LIGHTS.get(rating.light, KINDS[rating.kind])
        counts.setdefault((rating.rater, rating.scale or "–"), Counter())[said] += 1
    for (rater, scale), found in sorted(counts.items()):
        others = ", ".join(f"{count} {kind}" for kind, count in found.items() if kind not in LIGHTS.values())
        lit = (str(found[light]) for light in LIGHTS.values())
        table.add_row(escape(rater), escape(scale), *lit, others or "–")
    return table


def _cell_table(imported: Imported) -> Table:
    """What became of the cells of each column, in the kinds that occur."""
    kinds = [kind for kind in Kind if any(counts[kind] for counts in imported.cells.values())]
    table = Table("Kolonne", *(KINDS[kind] for kind in kinds), box=None, pad_edge=False)
    for heading, counts in imported.cells.items():
        table.add_row(escape(heading), *(str(counts[kind] or "") for kind in kinds))
    return table


def _show_list(console: Console, title: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        console.print(f"\n{title}: {len(found)}", markup=False)
    for line in found:
        console.print(f"  {line}", markup=False, soft_wrap=True)


def _rename(found: LikelyRename) -> str:
    signs = [f"navnene ligner {found.similarity:.2f}".replace(".", ",")]
    if found.same_start:
        signs.append("samme start")
    if found.costs is not None:
        signs.append(f"pris {found.costs[0]} og {found.costs[1]}")
    days = f"{wording.day(found.last_before)} → {wording.day(found.first_after)}"
    return f"{found.before} → {found.after} ({days}; {', '.join(signs)})"


def _expected(expected: Expected) -> str:
    return EXPECTED[expected.what].format(ways=" / ".join(expected.ways))
