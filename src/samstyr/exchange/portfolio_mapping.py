"""The mapping file of a foreign series (YAML): which column is what, and what its values mean.

Every error names the file, the line and the path of the key (`columns.IPA_RAG.scales[1].from`), and says what
was expected. docs/user/portfolio-import.md explains the file by an example.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from samstyr.exchange.document_reading import DocumentReading, Place, text_of
from samstyr.rules.portfolio.import_mapping import (
    DATES,
    DECLARED,
    NUMBERS,
    ONCE,
    Column,
    Field,
    ImportMapping,
    Kind,
    NoValue,
    SameInitiative,
    ScaleFrom,
    plain,
)
from samstyr.rules.portfolio.imported_cells import is_format
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.register.problems import described, shown

SCHEMA: Final = "samstyr.portfolio-mapping/1"
KEYS: Final = (
    "schema", "source", "prefix", "forum", "numbers", "formats", "valid-months", "sheet", "scales", "no-value",
    "columns", "ignored", "same",
)  # fmt: skip
COLUMN_KEYS: Final = ("is", "name", "unit", "rater", "scales", "formats", "days", "no-value")
PREFIX: Final = re.compile("[a-z][a-z0-9-]{0,19}")
ANY: Final = "*"
DEFAULT_MONTHS: Final = 12
MOST_MONTHS: Final = 120


def read_mapping(path: Path) -> ImportMapping:
    """The mapping a file holds. Raises InputError, a line for each problem."""
    return mapping_of(text_of(path), path)


def mapping_of(text: str, path: Path) -> ImportMapping:
    """The mapping a text says; `path` is what it is called in errors. Raises InputError, a line for each problem."""
    reading = _Reading()
    mapping = reading.mapping(reading.document(path, text))
    reading.refuse(path, text)
    return mapping


def check_mapping(document: object) -> tuple[ImportMapping, list[tuple[Place, str]]]:
    """The mapping a document says as far as it can be read, and what is wrong with it, each with its place."""
    reading = _Reading()
    return reading.mapping(document), reading.problems


@dataclass(slots=True)
class _Reading(DocumentReading):
    """A document read on, whatever is wrong with it: what is wrong is collected with its place."""

    def mapping(self, document: object) -> ImportMapping:
        if not isinstance(document, dict) or document.get("schema") != SCHEMA:
            self.wrong((), f"expected a mapping of columns (schema: {SCHEMA})")
            return ImportMapping("", "", ())
        self.known(document, (), KEYS)
        formats = self.formats(document.get("formats"), ("formats",))
        scales = self.scales(document.get("scales"))
        said = self.entries(document.get("columns"), ("columns",))
        if not said:
            self.wrong(("columns",), "expected what each column holds, by its heading")
        columns = tuple(self.column(heading, each, formats, scales) for heading, each in said.items())
        ignored = {
            heading: self.text(reason, ("ignored", heading), "the reason why it is not read")
            for heading, reason in self.entries(document.get("ignored"), ("ignored",)).items()
        }
        self.whole(columns, ignored)
        prefix = self.text(
            document.get("prefix"), ("prefix",), "letters that the ids of its initiatives begin with"
        )
        if prefix and not PREFIX.fullmatch(prefix):
            self.wrong(
                ("prefix",), f"expected small letters, digits and hyphens (at most 20), found {shown(prefix)}"
            )
        decimal, thousands = self.numbers(document.get("numbers"))
        forum = self.optional(document, "forum", "the id of a forum")
        return ImportMapping(
            source=self.text(document.get("source"), ("source",), "where the series comes from"),
            prefix=prefix,
            columns=columns,
            ignored=ignored,
            scales=scales,
            no_values=self.no_values(document.get("no-value"), ("no-value",)),
            same=self.decisions(document.get("same")),
            forum=forum,
            decimal=decimal,
            thousands=thousands,
            sheet=self.optional(document, "sheet", "the name of a sheet"),
            valid_months=self.months(document.get("valid-months", DEFAULT_MONTHS)),
        )

    def formats(self, value: object, place: Place) -> tuple[str, ...]:
        if value is None:
            return ()
        found = self.texts(value, place, "ways to write a day")
        for number, each in enumerate(found):
            if each and not is_format(each):
                self.wrong(
                    (*place, number), f"expected year, month and day, as in DD/MM/YYYY, found {shown(each)}"
                )
        return tuple(found)

    def numbers(self, value: object) -> tuple[str, str]:
        said = self.entries(value, ("numbers",))
        self.known(said, ("numbers",), ("decimal", "thousands"))
        decimal, thousands = said.get("decimal", "."), said.get("thousands", "")
        marks = (".", ",")
        if decimal not in marks:
            self.wrong(("numbers", "decimal"), f"expected . or , in quotes, found {described(decimal)}")
        elif thousands == decimal or thousands not in ("", " ", "'", "\N{NO-BREAK SPACE}", *marks):
            expected = "none, a blank, ' or the mark that is not the decimal one, in quotes"
            self.wrong(("numbers", "thousands"), f"expected {expected}, found {described(thousands)}")
        else:
            return decimal, thousands
        return ".", ""

    def months(self, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_MONTHS:
            return value
        self.wrong(("valid-months",), f"expected months from 1 to {MOST_MONTHS}, found {described(value)}")
        return DEFAULT_MONTHS

    def scales(self, value: object) -> dict[str, dict[str, Light]]:
        scales: dict[str, dict[str, Light]] = {}
        for name, said in self.entries(value, ("scales",)).items():
            scales[name] = {}
            for word, light in self.entries(said, ("scales", name)).items():
                if light not in tuple(Light):
                    expected = f"one of {', '.join(Light)}"
                    self.wrong(("scales", name, word), f"expected {expected}; found {described(light)}")
                elif any(plain(word) == plain(other) for other in scales[name]):
                    self.wrong(("scales", name, word), "stands twice (letter case makes no difference)")
                else:
                    scales[name][word] = Light(light)
            if not scales[name]:
                self.wrong(("scales", name), "expected the values of the scale, each with its light")
        return scales

    def no_values(self, value: object, place: Place) -> tuple[NoValue, ...]:
        said = self.entries(value, place)
        self.known(said, place, DECLARED)
        found = []
        for kind in (kind for kind in DECLARED if kind in said):
            for number, each in enumerate(self.texts(said[kind], (*place, kind), "texts that are no value")):
                text = each.removesuffix(ANY)
                if each and not text.strip():
                    self.wrong((*place, kind, number), f"{ANY} alone would take every value for none")
                elif each:
                    found.append(NoValue(Kind(kind), text, is_beginning=text != each))
        return tuple(found)

    def column(
        self, heading: str, value: object, formats: tuple[str, ...], scales: Mapping[str, object]
    ) -> Column:
        place = ("columns", heading)
        said = {"is": value} if isinstance(value, str) else self.entries(value, place)
        self.known(said, place, COLUMN_KEYS)
        if said.get("is") not in tuple(Field):
            self.wrong(
                (*place, "is") if "is" in said and isinstance(value, dict) else place,
                f"expected what it holds, one of {', '.join(Field)}; found {described(said.get('is'))}",
            )
            return Column(heading, Field.TEXT, heading)
        holds = Field(said["is"])
        label = self.optional(said, "name", "a name", place) or heading
        held_scales: tuple[ScaleFrom, ...] = ()
        if holds is Field.LIGHT:
            label = self.text(said.get("rater"), (*place, "rater"), "who gives the light")
            held_scales = self.scales_from(said.get("scales"), (*place, "scales"), scales)
        own = self.formats(said.get("formats"), (*place, "formats"))
        days = {}
        if holds is Field.DAY:
            for text, each in self.entries(said.get("days"), (*place, "days")).items():
                day = self.day(each, (*place, "days", text))
                if day is not None:
                    days[text.strip()] = day
        if holds in DATES and not (own or days or formats):
            self.wrong(place, "expected formats, the ways its days are written, as in [DD/MM/YYYY]")
        for key in said:
            if key in COLUMN_KEYS and not goes_with(key, holds):
                self.wrong((*place, key), f"does not go with a column that is {holds}")
        return Column(
            heading=heading,
            holds=holds,
            label=label,
            unit=self.optional(said, "unit", "a unit", place) or "",
            scales=held_scales,
            formats=own or (formats if holds in DATES and not days else ()),
            days=days,
            no_values=self.no_values(said.get("no-value"), (*place, "no-value")),
        )

    def scales_from(self, value: object, place: Place, scales: Mapping[str, object]) -> tuple[ScaleFrom, ...]:
        if not isinstance(value, list) or not value:
            self.wrong(
                place, f"expected a list of scales, each with the day it holds from, found {described(value)}"
            )
            return ()
        found: list[ScaleFrom] = []
        for number, each in enumerate(value):
            here = (*place, number)
            said = self.entries(each, here)
            self.known(said, here, ("scale", "from"))
            scale = said.get("scale")
            if scale not in tuple(scales):
                expected = f"one of {', '.join(scales) or 'the scales under scales (there are none)'}"
                self.wrong((*here, "scale"), f"expected {expected}; found {described(scale)}")
                continue
            since = self.day(said["from"], (*here, "from")) if "from" in said else None
            if any(since == other.since for other in found):
                self.wrong(here, "two scales hold from the same day")
            found.append(ScaleFrom(str(scale), since))
        return tuple(found)

    def whole(self, columns: Sequence[Column], ignored: Mapping[str, str]) -> None:
        """What only shows in all columns together."""
        for column in columns:
            if column.heading in ignored:
                self.wrong(("ignored", column.heading), "is mapped under columns too")
        for holds in sorted(ONCE):
            twice = [column.heading for column in columns if column.holds is holds][1:]
            for heading in twice:
                self.wrong(("columns", heading), f"a second column is {holds}")
        raters = [column.label for column in columns if column.holds is Field.LIGHT]
        for column in (each for each in columns if each.holds is Field.LIGHT):
            if column.label and raters.count(column.label) > 1:
                self.wrong(
                    ("columns", column.heading, "rater"),
                    f"{shown(column.label)} has several columns of lights",
                )
        held = {column.holds for column in columns}
        if columns and not held & {Field.ID, Field.NAME}:
            self.wrong(("columns",), "expected a column that is name or id")
        for needed in (Field.DAY, Field.LIGHT):
            if columns and needed not in held:
                self.wrong(("columns",), f"expected a column that is {needed}")

    def decisions(self, value: object) -> tuple[SameInitiative, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(("same",), f"expected a list of decisions, found {described(value)}")
            return ()
        keys = ("names", "by", "on", "ground")
        found = []
        for number, each in enumerate(value):
            place = ("same", number)
            said = self.entries(each, place)
            self.known(said, place, keys)
            names = self.texts(said.get("names"), (*place, "names"), "names or ids")
            if len(names) == 1:
                self.wrong((*place, "names"), "expected two names or more")
            by = self.text(said.get("by"), (*place, "by"), "who decided")
            on = self.day(said.get("on"), (*place, "on"))
            ground = self.text(said.get("ground"), (*place, "ground"), "the ground of the decision")
            if on is not None:
                found.append(SameInitiative(tuple(name.strip() for name in names), by, on, ground))
        return tuple(found)


def goes_with(key: str, holds: Field) -> bool:
    """Whether a key means something for a column that holds this."""
    wanted: Iterable[Field]
    match key:
        case "rater" | "scales":
            wanted = (Field.LIGHT,)
        case "unit":
            wanted = NUMBERS
        case "formats":
            wanted = DATES
        case "days":
            wanted = (Field.DAY,)
        case "name":
            wanted = (set(Field) - {Field.LIGHT}) - {
                Field.ID,
                Field.NAME,
                Field.LEAD,
                Field.CATEGORY,
                Field.DAY,
            }
        case _:
            return True
    return holds in wanted
