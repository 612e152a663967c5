"""A small foreign series to import: two raters, a change of scale, and columns of every kind."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from samstyr.rules.portfolio.import_mapping import (
    Column,
    Field,
    ImportMapping,
    Kind,
    NoValue,
    SameInitiative,
    ScaleFrom,
)
from samstyr.rules.portfolio.imported import Imported, Table, read_series
from samstyr.rules.portfolio.lights import Light

CHANGE = date(2022, 3, 31)
MAPPING = ImportMapping(
    source="Example data",
    prefix="ex",
    columns=(
        Column("ID", Field.ID),
        Column("Name", Field.NAME),
        Column("Lead", Field.LEAD),
        Column("Day", Field.DAY, formats=("YYYY-MM-DD",)),
        Column(
            "Board",
            Field.LIGHT,
            "board",
            scales=(ScaleFrom("five-point"), ScaleFrom("three-point", CHANGE)),
        ),
        Column("Owner", Field.LIGHT, "owner", scales=(ScaleFrom("three-point"),)),
        Column("Start", Field.START, formats=("DD/MM/YYYY", "DD/MM/YY", "YYYY-MM-DD hh:mm:ss")),
        Column("Cost", Field.BASELINE_COST, "Whole-life cost", "m"),
        Column("Story", Field.TEXT, "story"),
    ),
    ignored={"Risk": "derived"},
    scales={
        "five-point": {
            "Green": Light.GREEN,
            "Amber/Green": Light.YELLOW,
            "Amber": Light.YELLOW,
            "Amber/Red": Light.YELLOW,
            "Red": Light.RED,
        },
        "three-point": {"Green": Light.GREEN, "Amber": Light.YELLOW, "Red": Light.RED},
    },
    no_values=(
        NoValue(Kind.UNKNOWN, "Unknown"),
        NoValue(Kind.EXEMPT, "Exempt under Section", is_beginning=True),
        NoValue(Kind.DOUBTFUL, "43.0"),
    ),
)
HEADINGS = ("ID", "Name", "Lead", "Day", "Board", "Owner", "Start", "Cost", "Story", "Risk")


def row(
    name: str,
    day: str,
    board: str = "",
    owner: str = "",
    *,
    key: str = "",
    lead: str = "",
    start: str = "",
    cost: str = "",
    story: str = "",
) -> tuple[str, ...]:
    return key, name, lead, day, board, owner, start, cost, story, "High"


def table(*rows: Sequence[str], file: str = "series.csv") -> Table:
    return Table(file, HEADINGS, tuple((number, tuple(cells)) for number, cells in enumerate(rows, 2)))


def read(*rows: Sequence[str], same: Sequence[SameInitiative] = ()) -> Imported:
    return read_series(replace(MAPPING, same=tuple(same)), [table(*rows)])


def decided(*names: str) -> SameInitiative:
    return SameInitiative(names, "Eksempelsekretæren", date(2024, 1, 2), "The report of 2016 says so")
