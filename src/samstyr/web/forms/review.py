"""The form in which a person corrects what was read from minutes: a table says which fields a fact has."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from samstyr.meetings.judging import Judgement, Key, Record, facts_of
from samstyr.rules.register import Register
from samstyr.web import wording

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
    required: bool = False


WHEN: Final = (
    Field("date", _("Date"), "date"),
    Field("start", _("Start"), "time"),
    Field("end", _("End"), "time"),
    Field("place", _("Place"), "wide"),
)
SINGLE: Final = {
    "meeting": (Field("forum", _("Forum as written"), "wide"), *WHEN),
    "next_meeting": (*WHEN, Field("items", _("Items, one on each line"), "lines")),
}
ITEM: Final = Field("item_index", _("Item"), "item")
FACTS: Final[dict[str, tuple[Any, tuple[Field, ...]]]] = {
    "participants": (
        _("Persons"),
        (
            Field("name", _("Name"), required=True),
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
    "recommendations": (_("Recommendations"), (ITEM, Field("clause", _("Clause"), "wide", required=True))),
    "decisions": (
        _("Decisions"),
        (
            ITEM,
            Field("verb", _("Decision"), "verb", required=True),
            Field("with_remarks", _("With remarks"), "flag"),
            Field("quote", _("Words of the minutes"), "wide", required=True),
        ),
    ),
    "actions": (
        _("Follow-up"),
        (
            ITEM,
            Field("what", _("What"), "wide", required=True),
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
    "unlisted_speakers": (_("Speakers not on the list"), (ITEM, Field("name", _("Name"), required=True))),
    "warnings": (_("Notes"), (Field("message", _("Note"), "wide"),)),
}

# What a fact of each kind may stand for in the register.
STANDS_FOR: Final = {
    "meeting": "fora",
    "participants": "organisations",
    "status_changes": "initiatives",
    "items": "subjects",
}
# What a person may add that the reader missed.
ADDABLE: Final = ("decisions", "actions", "participants", "items", "recommendations")


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


EXPECTED: Final = {
    "date": _("a date"),
    "time": _("a time such as 13:00"),
    "moment": _("a date and a time"),
    "number": _("a number"),
    "item": _("an agenda item"),
}


@dataclass(frozen=True, slots=True)
class _Known:
    """What a form may name: so many items of the record, and the entries of the register."""

    items: int
    register: Register


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent for one fact: its content now, what its name stands for, and whether it holds.

    `holds` is None where the person said nothing; `changed` tells that they touched it all the same.
    """

    key: Key
    fact: Record
    stands_for: str
    holds: bool | None
    changed: bool
    problems: tuple[str, ...]

    @property
    def name(self) -> str:
        """Answer what the fact is called in the form."""
        return prefix_of(self.key)

    @property
    def is_judged(self) -> bool:
        """Tell whether there is something sound to keep of it."""
        return (self.holds is not None or self.changed) and not self.problems

    @property
    def judgement(self) -> Judgement:
        """Answer it as the service wants it: what was touched holds, unless the person says it does not."""
        return Judgement(*self.key, self.holds is not False, self.fact, self.stands_for)


def prefix_of(key: Key) -> str:
    """Answer what the fields of a fact are called in the form: `decisions.0`; of the head `meeting`."""
    kind, place = key
    return kind if kind in SINGLE else f"{kind}.{place}"


def fields_of(kind: str) -> tuple[Field, ...]:
    """Answer the fields of a fact of a kind."""
    return SINGLE[kind] if kind in SINGLE else FACTS[kind][1]


def sent(record: Record, shown: Mapping[Key, str], data: Mapping[str, str], register: Register) -> list[Sent]:
    """Answer what was sent for each fact of a record.

    `record` is what the page showed, with the person's earlier corrections; `shown` what names were said to stand for
    there; `data` the posted form, with names such as `decisions.0.verb` and `decisions.0.judged`. A fact that the form
    does not hold is as it was. Names stand for entries of the register.
    """
    known = _Known(len(record["items"]), register)
    return [_sent(key, fact, shown.get(key, ""), data, known) for key, fact in facts_of(record)]


def shown_as(field: Field, value: Any) -> Any:
    """Answer the value of a field as the form shows it."""
    if field.kind == "commas":
        return ", ".join(value or [])
    if field.kind == "lines":
        return "\n".join(value or [])
    if isinstance(value, str):
        return " ".join(
            value.split()
        )  # a browser would take line ends out of a field, and put nothing in their place
    return "" if value is None else value


def _sent(key: Key, fact: Record, shown: str, data: Mapping[str, str], known: _Known) -> Sent:
    prefix, fields = prefix_of(key), fields_of(key[0])
    holds = {"keep": True, "reject": False}.get(data.get(f"{prefix}.judged", ""))
    stands_for = shown
    if key[0] in STANDS_FOR and f"{prefix}.is" in data:
        # A name spelled alike is taken to be the same only where the person says so, in the list or with a yes.
        stands_for = data[f"{prefix}.is"] or data.get(f"{prefix}.same", "")
    if holds is False or not any(f"{prefix}.{field.name}" in data for field in fields):
        return Sent(key, fact, stands_for, holds, changed=False, problems=())
    left: Record = {}
    problems: list[str] = []
    if stands_for and stands_for not in getattr(known.register, STANDS_FOR[key[0]]):
        problems.append(_("{fact}: choose an entry of the register").format(fact=_called(key, fact)))
    for field in fields:
        # A form can't show every value as it is (a name with a comma in a list, say): what is as shown, stays.
        name = f"{prefix}.{field.name}"
        typed = name in data if field.kind == "flag" else _plain(data.get(name, ""))
        before = fact.get(field.name)
        as_shown = bool(before) if field.kind == "flag" else _plain(str(shown_as(field, before)))
        if typed == as_shown:
            left[field.name] = before
        else:
            left[field.name], problem = _value(field, typed, known.items)
            problems += [problem] if problem else []
        if field.required and left[field.name] in (None, ""):
            problems.append(
                _("{field}: is missing in {fact}").format(field=field.label, fact=_called(key, fact))
            )
    after = {name: value for name, value in (fact | left).items() if name in fact or value is not None}
    changed = after != fact or stands_for != shown
    if after.get("item_index") != fact.get("item_index"):
        after["item"] = None  # its number is that of another item; it is told by the place alone
    return Sent(key, after, stands_for, holds, changed, tuple(problems))


def _value(field: Field, typed: str | bool, items: int) -> tuple[Any, str | None]:
    """Answer a typed value, and what is wrong with it; then it stays as typed. There are so many `items`."""
    if isinstance(typed, bool):
        return typed, None
    if not typed and field.kind not in LISTS:
        return None, None
    expected: Any = None
    if len(typed) > LONGEST:
        expected = _("at most {number} characters").format(number=LONGEST)
    elif field.kind == "item" and not (typed.isdecimal() and len(typed) < 6 and int(typed) < items):
        expected = EXPECTED["item"]
    elif field.kind in wording.TABLES and typed not in wording.TABLES[field.kind]:
        expected = _("one of the choices")
    else:
        try:
            return (CONVERTERS[field.kind](typed) if field.kind in CONVERTERS else typed), None
        except (ValueError, OverflowError):
            expected = EXPECTED[field.kind]
    words = _("{field}: “{text}” does not fit (expected {expected})")
    return typed, words.format(field=field.label, text=typed[:60], expected=expected)


def _plain(text: str) -> str:
    """Answer a text as a browser sends back what it was shown."""
    return text.replace("\x00", "").replace("\r\n", "\n").strip()


def _called(key: Key, fact: Record) -> str:
    words = next((str(fact[name]) for name in ("name", "quote", "what", "clause") if fact.get(name)), "")
    return f"“{words[:60]}”" if words else prefix_of(key)
