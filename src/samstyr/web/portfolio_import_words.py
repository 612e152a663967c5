"""What is wrong with a mapping, and what an import found, in the words of a page.

The rules and the readers of the files say what is wrong, each with its place; here it is told with what to do about it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samstyr.exchange.document_reading import Place
from samstyr.exchange.portfolio_mapping import check_mapping
from samstyr.exchange.portfolio_mapping_text import Document
from samstyr.rules.portfolio.import_mapping import (
    DATES,
    ONCE,
    Field,
    HeadingFault,
    HeadingProblem,
    heading_problems,
)
from samstyr.rules.portfolio.imported import Table
from samstyr.rules.portfolio.imported_cells import Wanted
from samstyr.rules.portfolio.mapping_gaps import unmapped_values

FIELDS: Final = {
    Field.ID: gettext_lazy("Id in the source"),
    Field.NAME: gettext_lazy("Name"),
    Field.LEAD: gettext_lazy("Lead"),
    Field.CATEGORY: gettext_lazy("Category"),
    Field.DAY: gettext_lazy("The day it is as of"),
    Field.LIGHT: gettext_lazy("Light"),
    Field.START: gettext_lazy("Start"),
    Field.BASELINE_END: gettext_lazy("Agreed end"),
    Field.EXPECTED_END: gettext_lazy("Expected end"),
    Field.BASELINE_COST: gettext_lazy("Agreed cost"),
    Field.EXPECTED_COST: gettext_lazy("Expected cost"),
    Field.NUMBER: gettext_lazy("Another number"),
    Field.TEXT: gettext_lazy("Another text"),
}
EXPECTED: Final = {
    Wanted.DAY: gettext_lazy("expected a day: {ways}"),
    Wanted.NUMBER: gettext_lazy("expected a number as {ways}"),
    Wanted.LIGHT: gettext_lazy("expected a value on the scale of the day: {ways}"),
    Wanted.NO_LIGHT: gettext_lazy("the rater has no scale on that day"),
    Wanted.NO_CELL: gettext_lazy("the row is longer than the headings"),
}
WHY: Final = {
    "no-name": gettext_lazy("neither name nor id"),
    "no-day": gettext_lazy("no day that can be understood"),
    "blank": gettext_lazy("blank row"),
}
HEADINGS: Final = {
    HeadingFault.BLANK: gettext_lazy(
        "Column {place} has no heading. Give it one in the file, or remove the column."
    ),
    HeadingFault.TWICE: gettext_lazy(
        "Column {place}: the heading “{heading}” stands twice, first in column {first}. Rename one of them in the file."
    ),
    HeadingFault.UNMAPPED: gettext_lazy(
        "Column {place}, “{heading}”, is not mapped. Put it on a field, or say that it is not read, and why."
    ),
    HeadingFault.MISSING: gettext_lazy(
        "The mapping has a column “{heading}” that is not in the file. Leave its field empty."
    ),
}
OF_COLUMN: Final = {
    "rater": gettext_lazy(
        "“{heading}”: say who gives the light, by a name that no other column of lights has."
    ),
    "scales": gettext_lazy("“{heading}”: choose its scale, and for each further one the day it holds from."),
    "formats": gettext_lazy("“{heading}”: write each way of a day with year, month and day, as DD/MM/YYYY."),
    "days": gettext_lazy("“{heading}”: give each text its day."),
    "no-value": gettext_lazy(
        "“{heading}”: * alone would take every value for none. Write how the text begins."
    ),
}
OF_DECISION: Final = {
    "names": gettext_lazy("Decision {number}: name the two or more that are one initiative, a line each."),
    "by": gettext_lazy("Decision {number}: say who decided."),
    "on": gettext_lazy("Decision {number}: say on which day."),
    "ground": gettext_lazy("Decision {number}: give the ground."),
}
AT: Final = {
    "source": gettext_lazy("Say where the series comes from."),
    "prefix": gettext_lazy(
        "Say what the ids of its initiatives begin with: a small letter, then small letters, digits and hyphens, "
        "at most 20."
    ),
    "formats": gettext_lazy("Write each way of a day with year, month and day, as DD/MM/YYYY."),
    "numbers": gettext_lazy("The mark between thousands must be another than the decimal one."),
    "valid-months": gettext_lazy("Say for how many months a report is news: 1 to 120."),
    "no-value": gettext_lazy("* alone would take every value for none. Write how the text begins."),
}
NEEDED: Final = {
    Field.DAY: gettext_lazy("Put a column on the field “The day it is as of”."),
    Field.LIGHT: gettext_lazy("Put a column on the field “Light”."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the part of the page where it is put right (an id)."""

    text: str
    at: str = "columns"


def heading_words(problem: HeadingProblem) -> str:
    """Answer what is wrong with a heading, and what to do about it."""
    words = str(HEADINGS[problem.fault])
    return words.format(heading=problem.heading, place=problem.place, first=problem.first)


def problems_of(document: Document, table: Table) -> list[Problem]:
    """Answer everything that keeps a document from being a mapping of the table, each problem once."""
    mapping, problems = check_mapping(document)
    anchors = {heading: f"c{number}" for number, heading in enumerate(_headings(document, table))}
    found = [
        Problem(heading_words(each), anchors[each.heading])
        for each in heading_problems(mapping, table.headings)
    ]
    for place, message in problems:
        found += _told(document, place, message, anchors)
    if document.get("columns"):
        found += [
            Problem(
                _(
                    "“{heading}”: nothing says what the value “{value}” means ({rows} rows, first in row {first}). "
                    "Give it a light, or say that it is no value."
                ).format(
                    heading=each.heading, value=each.said.text, rows=each.said.rows, first=each.said.first
                ),
                "values",
            )
            for each in unmapped_values(mapping, table)
        ]
    return list(dict.fromkeys(found))


def _told(document: Document, place: Place, message: str, anchors: dict[str, str]) -> Iterator[Problem]:
    """A problem of the mapping in words; where there are none for it, as the command says it."""
    match place:
        case ("columns",):
            yield from _lacking(document)
        case ("columns", str(heading)):
            yield from _of_column(document, heading, anchors)
        case ("columns", str(heading), str(key), *_rest) if key in OF_COLUMN:
            yield Problem(str(OF_COLUMN[key]).format(heading=heading), anchors[heading])
        case ("ignored", str(heading)):
            yield Problem(_("“{heading}”: say why it is not read.").format(heading=heading), anchors[heading])
        case ("scales", str(name)):
            if Field.LIGHT not in {field for _heading, field in _fields(document)}:
                return  # said by what is missing
            words = _(
                "No value stands on the scale “{scale}”. Give its values their lights, or empty its name."
            )
            yield Problem(words.format(scale=name), "values")
        case ("same", int(number), str(key), *_rest) if key in OF_DECISION:
            yield Problem(str(OF_DECISION[key]).format(number=number + 1), f"d{number}")
        case (str(key), *_rest) if key in AT:
            yield Problem(str(AT[key]), "values" if key == "no-value" else f"field-{key}")
        case _:
            yield Problem(f"{'.'.join(map(str, place))}: {message}")


def _lacking(document: Document) -> Iterator[Problem]:
    held = {field for _heading, field in _fields(document)}
    if not held & {Field.ID, Field.NAME}:
        yield Problem(_("Put a column on the field “Name” or “Id in the source”."))
    for field, words in NEEDED.items():
        if field not in held:
            yield Problem(str(words))


def _of_column(document: Document, heading: str, anchors: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with a column as a whole: a field that has another, or days nobody can read."""
    fields = _fields(document)
    holds = dict(fields)[heading]
    others = [other for other, field in fields if field == holds and other != heading]
    if holds in ONCE and others:
        words = _("“{heading}” and “{other}” are both on the field “{field}”. Put one of them elsewhere.")
        text = words.format(heading=heading, other=others[0], field=FIELDS[holds])
        yield Problem(text, anchors[heading])
    said = document["columns"][heading]
    own = isinstance(said, dict) and (said.get("formats") or said.get("days"))
    if holds in DATES and not own and not document.get("formats"):
        words = _("“{heading}”: say how its days are written, as DD/MM/YYYY.")
        yield Problem(words.format(heading=heading), anchors[heading])


def _fields(document: Document) -> list[tuple[str, Field]]:
    return [
        (heading, Field(said if isinstance(said, str) else said["is"]))
        for heading, said in document.get("columns", {}).items()
    ]


def _headings(document: Document, table: Table) -> list[str]:
    """All columns of the page, in its order."""
    return list(dict.fromkeys((*table.headings, *document.get("columns", {}), *document.get("ignored", {}))))


def expected_words(expected: dict[str, Any]) -> str:
    """Answer what was looked for in a cell that was not understood."""
    return str(EXPECTED[Wanted(expected["what"])]).format(ways=" / ".join(expected["ways"]))
