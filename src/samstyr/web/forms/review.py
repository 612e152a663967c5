"""The form in which a person corrects what was read from minutes: a table says which fields a fact has."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from samstyr.web import wording

Record = dict[str, Any]
LONGEST: Final = 5_000


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a person can correct.

    `kind`: text, wide, date, time, moment, number, flag, commas, lines, item, or the name of a table of choices
    in web/wording.py.
    """

    name: str
    label: Any
    kind: str = "text"


HEAD: Final = (
    Field("date", _("Date"), "date"),
    Field("start", _("Start"), "time"),
    Field("end", _("End"), "time"),
    Field("place", _("Place"), "wide"),
)
NEXT: Final = (*HEAD, Field("items", _("Items, one on each line"), "lines"))
ITEM: Final = Field("item_index", _("Item"), "item")
FACTS: Final[dict[str, tuple[Any, tuple[Field, ...]]]] = {
    "participants": (
        _("Persons"),
        (
            Field("name", _("Name")),
            Field("organisation", _("Organisation as written")),
            Field("role", _("Role")),
            Field("attendance", _("Attendance"), "attendance"),
        ),
    ),
    "items": (
        _("Agenda items"),
        (
            Field("number", _("Number")),
            Field("title", _("Title"), "wide"),
            Field("kind", _("Kind"), "item_kind"),
            Field("closed", _("Closed"), "flag"),
        ),
    ),
    "recommendations": (_("Recommendations"), (ITEM, Field("clause", _("Clause"), "wide"))),
    "decisions": (
        _("Decisions"),
        (
            ITEM,
            Field("verb", _("Decision"), "verb"),
            Field("with_remarks", _("With remarks"), "flag"),
            Field("quote", _("Words of the minutes"), "wide"),
        ),
    ),
    "actions": (
        _("Follow-up"),
        (
            ITEM,
            Field("what", _("What"), "wide"),
            Field("who", _("Who, separated by commas"), "commas"),
            Field("due", _("Due"), "date"),
            Field("certainty", _("Certainty"), "certainty"),
        ),
    ),
    "status_changes": (
        _("Lights"),
        (
            ITEM,
            Field("code", _("Code")),
            Field("initiative", _("Initiative as written")),
            Field("from", _("From"), "light"),
            Field("to", _("To"), "light"),
            Field("reason", _("Reason"), "wide"),
        ),
    ),
    "observations": (
        _("Observations"),
        (
            ITEM,
            Field("indicator", _("Indicator")),
            Field("area", _("Area")),
            Field("from", _("From"), "number"),
            Field("to", _("To"), "number"),
            Field("unit", _("Unit")),
            Field("series_break", _("Break in the series"), "flag"),
            Field("reason", _("Reason"), "wide"),
        ),
    ),
    "missing_data": (
        _("Missing data"),
        (ITEM, Field("indicator", _("Indicator")), Field("promised", _("Promised for"), "date")),
    ),
    "incidents": (
        _("Incidents"),
        (
            ITEM,
            Field("systems", _("Systems, separated by commas"), "commas"),
            Field("operator", _("Operator")),
            Field("cause", _("Cause")),
            Field("start", _("Start"), "moment"),
            Field("end", _("End"), "moment"),
            Field("approximate", _("Approximate"), "flag"),
        ),
    ),
    "consultations": (
        _("Consultations"),
        (ITEM, Field("subject", _("Subject"), "wide"), Field("deadline", _("Deadline"), "date")),
    ),
    "unlisted_speakers": (_("Speakers not on the list"), (ITEM, Field("name", _("Name")))),
    "warnings": (_("Notes"), (Field("message", _("Note"), "wide"),)),
}

# What a fact of each kind may stand for in the register.
STANDS_FOR: Final = {"participants": "organisations", "status_changes": "initiatives", "items": "subjects"}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _number(text: str) -> int | float:
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


LISTS: Final = ("commas", "lines")
CONVERTERS: Final[dict[str, Callable[[str], Any]]] = {
    "commas": _parts,
    "lines": _lines,
    "date": lambda text: datetime.date.fromisoformat(text).isoformat(),
    "time": lambda text: datetime.time.fromisoformat(text).strftime("%H:%M"),
    "moment": lambda text: datetime.datetime.fromisoformat(text).strftime("%Y-%m-%dT%H:%M"),
    "number": _number,
    "item": int,
}


class _Reader:
    """Reads typed values from a posted form, and gathers what is wrong with them."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.data = data
        self.problems: list[str] = []

    def value(self, field: Field, name: str) -> Any:
        """Answer the value of one field; what is wrong stays as typed and is noted."""
        if field.kind == "flag":
            return name in self.data
        text = self.data.get(name, "").replace("\x00", "").strip()
        if len(text) > LONGEST:
            return self._refuse(field, text, _("at most {number} characters").format(number=LONGEST))
        if not text and field.kind not in LISTS:
            return None
        if field.kind in wording.TABLES and text not in wording.TABLES[field.kind]:
            return self._refuse(field, text, _("one of the choices"))
        try:
            return CONVERTERS[field.kind](text) if field.kind in CONVERTERS else text
        except (ValueError, OverflowError):
            return self._refuse(field, text, EXPECTED[field.kind])

    def _refuse(self, field: Field, text: str, expected: Any) -> str:
        self.problems.append(
            _("{field}: “{text}” does not fit (expected {expected})").format(
                field=field.label, text=text[:60], expected=expected
            )
        )
        return text


EXPECTED: Final = {
    "date": _("a date"),
    "time": _("a time such as 13:00"),
    "moment": _("a date and a time"),
    "number": _("a number"),
    "item": _("an agenda item"),
}


def corrected(record: Record, data: Mapping[str, str]) -> tuple[Record, Record, list[str]]:
    """Answer the record as a person corrected it, what its names stand for, and what is wrong with the input.

    `record` is what was read; `data` the posted form, with names such as `decisions.0.verb` and
    `decisions.0.keep`. A fact that is not kept is left out. The second answer is as `apply_minutes` wants it.
    """
    reader = _Reader(data)
    made: Record = {"schema": record["schema"], "document_type": record["document_type"]}
    made["meeting"] = {field.name: reader.value(field, f"meeting.{field.name}") for field in HEAD} | {
        "forum": record["meeting"].get("forum"),
        "span": record["meeting"].get("span"),
    }
    chosen: Record = {
        "forum": data.get("meeting.is") or None,
        "organisations": [],
        "initiatives": [],
        "subjects": [],
    }
    places: dict[int, int] = {}
    for kind, (_label, fields) in FACTS.items():
        made[kind] = []
        for index, fact in enumerate(record.get(kind) or []):
            prefix = f"{kind}.{index}"
            if f"{prefix}.keep" not in data:
                continue
            if kind == "items":
                places[index] = len(made[kind])
            made[kind].append(
                fact | {each.name: reader.value(each, f"{prefix}.{each.name}") for each in fields}
            )
            if kind in STANDS_FOR:
                chosen[STANDS_FOR[kind]].append(data.get(f"{prefix}.is") or None)
    for kind, (_label, fields) in FACTS.items():
        if ITEM in fields:
            for fact in made[kind]:
                fact["item_index"] = places.get(fact["item_index"], -1)
                fact["item"] = None
    made["next_meeting"] = None
    if record.get("next_meeting") and "next_meeting.keep" in data:
        values = {each.name: reader.value(each, f"next_meeting.{each.name}") for each in NEXT}
        made["next_meeting"] = record["next_meeting"] | values
    return made, chosen, reader.problems
