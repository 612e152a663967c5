"""A foreign series as reports: rows into initiatives, with every cell accounted for.

Nothing is drawn, guessed or dropped: a cell is a fact, ignored by declaration, blank, no value for a declared
reason, or listed as not understood; a row that cannot be a report is listed with the reason.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from samstyr.rules.portfolio.import_mapping import (
    DATES,
    NUMBERS,
    Column,
    Field,
    ImportMapping,
    Kind,
    SameInitiative,
)
from samstyr.rules.portfolio.imported_cells import Cell, Expected, Wanted, read_cell, read_light
from samstyr.rules.portfolio.imported_names import Group, LikelyRename, group_rows, likely_renames
from samstyr.rules.portfolio.imported_rows import Figure, KeptCell, Rating, Row
from samstyr.rules.portfolio.lights import Light


@dataclass(frozen=True, slots=True)
class Table:
    """A file as it was read: its headings and its rows, each with the number a spreadsheet shows."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A cell that holds something else than was looked for."""

    file: str
    row: int
    column: str
    value: str
    expected: Expected


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that cannot be a report: `why` is `no-name`, `no-day` or `blank`."""

    file: str
    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rows that say different things of one initiative on one day; none of them is taken.

    `differs` names what they differ in.
    """

    names: tuple[str, ...]
    day: date
    rows: tuple[Row, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """The first day of another scale of a rater, and how many initiatives have lights on both sides.

    Nothing is drawn or compared across it.
    """

    rater: str
    day: date
    before: str
    after: str
    initiatives: int


@dataclass(frozen=True, slots=True)
class Report:
    """One light of one rater on one day, with what the row says besides."""

    row: Row
    rating: Rating


@dataclass(frozen=True, slots=True)
class ImportedInitiative:
    """An initiative as the source tells it. `rows` say one thing each of one day, in order of days."""

    group: Group
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The latest name."""
        return self.group.name

    @property
    def source_key(self) -> str:
        """What names it in the source: its first id, or its first name where it has none."""
        return self.group.ids[0] if self.group.ids else self.group.names[0]

    @property
    def reports(self) -> Iterator[Report]:
        """A report for each day and rater, also where the rater's cell holds no light."""
        return (Report(row, rating) for row in self.rows for rating in row.ratings)


@dataclass(frozen=True, slots=True)
class Imported:
    """All that was read, and all that was not.

    `cells` counts what became of the cells, by column. `repeated` are rows that only repeat another.
    """

    initiatives: tuple[ImportedInitiative, ...]
    cells: Mapping[str, Counter[Kind]]
    rows: int
    left_out: tuple[LeftOut, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    repeated: tuple[Row, ...] = ()
    likely_renames: tuple[LikelyRename, ...] = ()
    scale_changes: tuple[ScaleChange, ...] = ()
    unused: tuple[tuple[SameInitiative, str], ...] = ()
    ambiguous: tuple[str, ...] = ()
    ids_as_names: tuple[Row, ...] = ()

    @property
    def reports(self) -> Iterator[Report]:
        """The reports of all initiatives."""
        return (report for initiative in self.initiatives for report in initiative.reports)


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    mapping: ImportMapping
    cells: dict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))
    rows: list[Row] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)

    def table(self, table: Table) -> None:
        columns = {column.heading: column for column in self.mapping.columns}
        for number, cells in table.rows:
            given = dict(zip(table.headings, [*cells, *[""] * len(table.headings)], strict=False))
            for place, extra in enumerate(cells[len(table.headings) :], len(table.headings) + 1):
                self._count(table.file, number, f"({place})", _beyond(extra))
            for heading in (each for each in table.headings if each not in columns):
                self.cells[heading][Kind.IGNORED] += 1
            held = {
                heading: read_cell(self.mapping, column, given[heading])
                for heading, column in columns.items()
            }
            self._row(table.file, number, [(columns[heading], cell) for heading, cell in held.items()])

    def _row(self, file: str, number: int, cells: Sequence[tuple[Column, Cell]]) -> None:
        by_field = {column.holds: cell for column, cell in cells}
        source_id = _text(by_field.get(Field.ID))
        name = _text(by_field.get(Field.NAME)) or source_id
        found = by_field[Field.DAY].value if Field.DAY in by_field else None
        if name is None or not isinstance(found, date):
            self._leave_out(file, number, cells, why="no-name" if name is None else "no-day")
            return
        rated = [
            (column, *read_light(self.mapping, column, cell, found))
            for column, cell in cells
            if column.holds is Field.LIGHT
        ]
        others = [(column, cell) for column, cell in cells if column.holds is not Field.LIGHT]
        for column, cell in (*others, *((column, cell) for column, _, cell in rated)):
            self._count(file, number, column.heading, cell)
        self.rows.append(
            Row(
                file=file,
                number=number,
                day=found,
                source_id=source_id,
                name=name,
                lead=_text(by_field.get(Field.LEAD)) or "",
                category=_text(by_field.get(Field.CATEGORY)) or "",
                ratings=tuple(_rating(*each, found) for each in rated),
                figures=tuple(_figures(others)),
                texts=tuple(
                    (column.label, str(cell.value))
                    for column, cell in others
                    if column.holds is Field.TEXT and cell.value is not None
                ),
                kept=tuple(
                    KeptCell(column.heading, cell.kind, cell.original)
                    for column, cell in others
                    if cell.kind not in {Kind.FACT, Kind.BLANK}
                ),
            )
        )

    def _leave_out(self, file: str, number: int, cells: Sequence[tuple[Column, Cell]], *, why: str) -> None:
        blank = all(cell.kind is Kind.BLANK for _, cell in cells)
        self.left_out.append(LeftOut(file, number, "blank" if blank else why))
        for column, cell in cells:
            if cell.kind in {Kind.BLANK, Kind.NOT_UNDERSTOOD}:
                self._count(file, number, column.heading, cell)
            else:
                self.cells[column.heading][Kind.LEFT_OUT] += 1

    def _count(self, file: str, number: int, heading: str, cell: Cell) -> None:
        self.cells[heading][cell.kind] += 1
        if cell.expected is not None:
            self.not_understood.append(NotUnderstood(file, number, heading, cell.original, cell.expected))


def read_series(mapping: ImportMapping, tables: Sequence[Table]) -> Imported:
    """What the tables say, by a mapping that fits their headings (`heading_problems` is empty)."""
    reading = _Reading(mapping)
    for table in tables:
        reading.table(table)
    grouping = group_rows(reading.rows, mapping.same)
    initiatives = []
    conflicts: list[Conflict] = []
    repeated: list[Row] = []
    for group in grouping.groups:
        by_day: dict[date, list[Row]] = defaultdict(list)
        for row in group.rows:
            by_day[row.day].append(row)
        taken = []
        for day, rows in by_day.items():
            if all(row.said == rows[0].said for row in rows[1:]):
                taken.append(rows[0])
                repeated += rows[1:]
            else:
                conflicts.append(Conflict(group.names, day, tuple(rows), _differences(rows)))
        initiatives.append(ImportedInitiative(group, tuple(taken)))
    return Imported(
        initiatives=tuple(initiatives),
        cells=dict(reading.cells),
        rows=sum(len(table.rows) for table in tables),
        left_out=tuple(reading.left_out),
        not_understood=tuple(reading.not_understood),
        conflicts=tuple(conflicts),
        repeated=tuple(repeated),
        likely_renames=tuple(likely_renames(grouping.groups)),
        scale_changes=tuple(_scale_changes(mapping, initiatives)),
        unused=grouping.unused,
        ambiguous=grouping.ambiguous,
        ids_as_names=grouping.ids_as_names,
    )


def _scale_changes(
    mapping: ImportMapping, initiatives: Sequence[ImportedInitiative]
) -> Iterator[ScaleChange]:
    """The changes that lie within a rater's lights, with how many initiatives each cuts."""
    for column in mapping.raters:
        scales = sorted(column.scales, key=lambda each: each.since or date.min)
        lit = [
            [
                report.row.day
                for report in initiative.reports
                if report.rating.rater == column.label and report.rating.light is not Light.NONE
            ]
            for initiative in initiatives
        ]
        days = [day for held in lit for day in held]
        for before, after in pairwise(scales):
            if after.since is None or not days or not min(days) < after.since <= max(days):
                continue
            cut = sum(1 for held in lit if held and min(held) < after.since <= max(held))
            yield ScaleChange(column.label, after.since, before.scale, after.scale, cut)


def _differences(rows: Sequence[Row]) -> tuple[str, ...]:
    """What rows of one day differ in: `name`, `lead`, raters, labels of figures and texts, kept columns."""
    told = [_told(row) for row in rows]
    keys = dict.fromkeys(key for each in told for key in each)
    return tuple(key for key in keys if len({each.get(key) for each in told}) > 1)


def _told(row: Row) -> dict[str, object]:
    told: dict[str, object] = {
        "id": row.source_id,
        "name": row.name,
        "lead": row.lead,
        "category": row.category,
    }
    told |= {rating.rater: rating.original for rating in row.ratings}
    told |= {figure.label: figure.value for figure in row.figures}
    told |= dict(row.texts)
    return told | {kept.column: kept.original for kept in row.kept}


def _beyond(cell: str) -> Cell:
    """A cell of a row that is longer than the headings."""
    if cell.strip():
        return Cell(Kind.NOT_UNDERSTOOD, cell, expected=Expected(Wanted.NO_CELL))
    return Cell(Kind.BLANK, cell)


def _rating(column: Column, light: Light, cell: Cell, day: date) -> Rating:
    return Rating(column.label, column.scale_on(day), light, cell.original, cell.kind)


def _figures(cells: Sequence[tuple[Column, Cell]]) -> Iterator[Figure]:
    for column, cell in cells:
        wanted = column.holds in NUMBERS or (column.holds in DATES and column.holds is not Field.DAY)
        if wanted and isinstance(cell.value, Decimal | date):
            yield Figure(column.holds, column.label or column.heading, cell.value, column.unit)


def _text(cell: Cell | None) -> str | None:
    """The text of a cell that is a fact, or None."""
    return cell.value if cell is not None and isinstance(cell.value, str) else None
