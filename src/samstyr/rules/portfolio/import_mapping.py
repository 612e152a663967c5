"""What a mapping file says of a foreign series: which column is what, what its values mean, who is the same.

A mapping decides nothing that the file it describes does not say; where a judgement is needed (two names are
one initiative) it records who judged, when and on what ground.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from samstyr.rules.portfolio.lights import Light


class Field(StrEnum):
    """What a column holds."""

    ID = "id"
    NAME = "name"
    LEAD = "lead"
    CATEGORY = "category"
    DAY = "day"
    LIGHT = "light"
    START = "start"
    BASELINE_END = "baseline-end"
    EXPECTED_END = "expected-end"
    BASELINE_COST = "baseline-cost"
    EXPECTED_COST = "expected-cost"
    NUMBER = "number"
    TEXT = "text"


DATES = frozenset({Field.DAY, Field.START, Field.BASELINE_END, Field.EXPECTED_END})
NUMBERS = frozenset({Field.BASELINE_COST, Field.EXPECTED_COST, Field.NUMBER})
ONCE = frozenset(set(Field) - {Field.LIGHT, Field.NUMBER, Field.TEXT})
"""Fields that one column at most can hold."""


MILLION_DKK = "million DKK"
"""The unit of the amounts that a status report holds as such; others stand in its text."""


class Kind(StrEnum):
    """What became of a cell. All but `fact` and `ignored` are kept as they stand, and never made a value."""

    FACT = "fact"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"
    NOT_GIVEN = "not-given"
    DOUBTFUL = "doubtful"
    BLANK = "blank"
    IGNORED = "ignored"
    NOT_UNDERSTOOD = "not-understood"
    LEFT_OUT = "left-out"


DECLARED = (Kind.UNKNOWN, Kind.EXEMPT, Kind.NOT_GIVEN, Kind.DOUBTFUL)
"""What a mapping can declare a value to be that is no value."""


@dataclass(frozen=True, slots=True)
class NoValue:
    """A text that stands where a value would: the whole cell, or how it begins."""

    kind: Kind
    text: str
    is_beginning: bool = False

    def fits(self, cell: str) -> bool:
        """Whether the cell is such a text; letter case and runs of blanks make no difference."""
        found, wanted = plain(cell), plain(self.text)
        return found.startswith(wanted) if self.is_beginning else found == wanted


@dataclass(frozen=True, slots=True)
class ScaleFrom:
    """The scale a rater uses from a day on; None is from the beginning."""

    scale: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file and what it holds.

    `label` names a number, a text or a rater (whose scales stand beside it), `unit` what a number counts.
    `formats` are how its days are written, `days` what a day column's texts stand for.
    """

    heading: str
    holds: Field
    label: str = ""
    unit: str = ""
    scales: tuple[ScaleFrom, ...] = ()
    formats: tuple[str, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    no_values: tuple[NoValue, ...] = ()

    def scale_on(self, day: date) -> str | None:
        """The scale in use on the day; the last that began holds, None where none had."""
        held = [each for each in self.scales if each.since is None or each.since <= day]
        return max(held, key=lambda each: each.since or date.min).scale if held else None


@dataclass(frozen=True, slots=True)
class SameInitiative:
    """A recorded decision that several names or ids are one initiative: by whom, when, on what ground."""

    names: tuple[str, ...]
    by: str
    on: date
    ground: str


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """A whole mapping file.

    `prefix` begins the ids of the initiatives, `forum` is the one whose portfolio they stand in, `ignored` says of
    each heading why it is not read. A report counts as news for `valid_months` after its day.
    `sheet` names the one to read of a file that has several.
    """

    source: str
    prefix: str
    columns: tuple[Column, ...]
    ignored: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, Mapping[str, Light]] = field(default_factory=dict)
    no_values: tuple[NoValue, ...] = ()
    same: tuple[SameInitiative, ...] = ()
    forum: str | None = None
    decimal: str = "."
    thousands: str = ""
    valid_months: int = 12
    sheet: str | None = None

    def only(self, wanted: Field) -> Column | None:
        """The one column that holds the field, or None."""
        return next((column for column in self.columns if column.holds is wanted), None)

    @property
    def raters(self) -> tuple[Column, ...]:
        """The columns of lights, one a rater."""
        return tuple(column for column in self.columns if column.holds is Field.LIGHT)


def plain(text: str) -> str:
    """A text as it is compared: small letters, one blank between words, none around."""
    return " ".join(text.split()).casefold()


class HeadingFault(StrEnum):
    """What can be wrong with a heading."""

    BLANK = "blank"
    TWICE = "twice"
    UNMAPPED = "unmapped"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class HeadingProblem:
    """A heading that does not fit the mapping. `place` counts columns from 1 (None where the file lacks it), `first`
    is the place where the heading stood before.
    """

    fault: HeadingFault
    heading: str
    place: int | None = None
    first: int | None = None

    def __str__(self) -> str:
        match self.fault:
            case HeadingFault.BLANK:
                return f"column {self.place} has no heading: give it one, or remove the column"
            case HeadingFault.TWICE:
                return (
                    f"column {self.place}: the heading {self.heading!r} stands twice (first in column"
                    f" {self.first}): rename one of them"
                )
            case HeadingFault.UNMAPPED:
                return (
                    f"column {self.place} {self.heading!r} is neither mapped nor ignored: write it under columns"
                    f" with what it holds ({', '.join(Field)}), or under ignored with the reason"
                )
            case HeadingFault.MISSING:
                return (
                    f"the mapped column {self.heading!r} is not in the file: take it out of columns, or correct"
                    " its name"
                )


def heading_problems(mapping: ImportMapping, headings: Iterable[str]) -> list[HeadingProblem]:
    """What is wrong with the headings of a file: unmapped, missing, twice. Each says in words what to write.

    A heading that is neither mapped nor ignored is never passed over in silence.
    """
    found = list(headings)
    known = {column.heading for column in mapping.columns}
    problems = unreadable_headings(found)
    told = {problem.place for problem in problems}
    problems += [
        HeadingProblem(HeadingFault.UNMAPPED, heading, place)
        for place, heading in enumerate(found, 1)
        if place not in told and heading not in known and heading not in mapping.ignored
    ]
    problems.sort(key=lambda problem: problem.place or 0)
    problems += [
        HeadingProblem(HeadingFault.MISSING, column.heading)
        for column in mapping.columns
        if column.heading not in found
    ]
    return problems


def unreadable_headings(headings: Iterable[str]) -> list[HeadingProblem]:
    """The headings that no mapping can name: blank ones, and those that stood before."""
    found = list(headings)
    problems = []
    for place, heading in enumerate(found, 1):
        if not heading.strip():
            problems.append(HeadingProblem(HeadingFault.BLANK, heading, place))
        elif heading in found[: place - 1]:
            problems.append(HeadingProblem(HeadingFault.TWICE, heading, place, found.index(heading) + 1))
    return problems
