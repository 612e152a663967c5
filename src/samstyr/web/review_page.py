"""The facts of a review as its page shows them: by what a person recognises each, how it was found, its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from samstyr.meetings.comparing import Compared
from samstyr.meetings.judging import SINGLE, Key, Outcome, Record
from samstyr.meetings.matching import Match
from samstyr.platform.danish import order
from samstyr.reading.rule_words import sentence
from samstyr.rules.register import Register
from samstyr.web import wording
from samstyr.web.forms.review import FACTS, STANDS_FOR, Field, fields_of, prefix_of, shown_as

INPUTS: Final = {"date": "date", "time": "time", "moment": "datetime-local"}
# What a fact of each kind is called by; the rest are put together in `_headline`.
HEADLINES: Final = {
    "participants": ("name", "organisation"),
    "items": ("number", "title"),
    "recommendations": ("clause",),
    "actions": ("what",),
    "missing_data": ("indicator",),
    "consultations": ("subject",),
    "unlisted_speakers": ("name",),
    "warnings": ("message",),
    "meeting": ("forum", "date"),
    "next_meeting": ("date", "place"),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """How far a person is with a fact: its outcome, whether they added it, and what its name stands for.

    `stands_for` is the id that is chosen on the page; `match` may propose another.
    """

    outcome: str
    is_added: bool
    match: Match | None
    stands_for: str


class Facts:
    """The facts of one review, as the template draws them."""

    def __init__(
        self,
        record: Record,
        judged: dict[Key, Judged],
        register: Register,
        compared: Mapping[Key, Compared],
    ) -> None:
        self._compared = compared
        self._record = record
        self._judged = judged
        self._named = {kind: getattr(register, kind) for kind in STANDS_FOR.values()}
        self._choices = {kind: _choices(named) for kind, named in self._named.items()}
        self._items = [
            (index, f"{item['number'] or ''} {item['title'] or ''}")
            for index, item in enumerate(record["items"])
        ]

    def sections(self) -> list[Record]:
        """Answer the lists of facts that hold any, in the order of the page."""
        sections = []
        for kind, (label, _fields) in FACTS.items():
            facts = [self.fact((kind, place)) for place in range(len(self._record.get(kind) or []))]
            if facts:
                sections.append({"kind": kind, "label": label, "facts": facts})
        return sections

    def fact(self, key: Key) -> Record:
        """Answer one fact."""
        kind, place = key
        fact = self._record[kind] if kind in SINGLE else self._record[kind][place]
        own, prefix, stands_for = self._judged[key], prefix_of(key), STANDS_FOR.get(kind)
        named = self._named[stands_for] if stands_for else {}
        proposed = own.match.key if own.match and own.match.key in named and not own.match.certain else ""
        return {
            "prefix": prefix,
            "kind": kind,
            "span": fact.get("span"),
            "headline": _headline(kind, fact),
            **_standing(kind, self._compared.get(key)),
            "found_by": None if own.is_added else sentence(fact.get("rule") or ""),
            "is_added": own.is_added,
            "outcome": own.outcome,
            "outcome_words": wording.word(own.outcome, "fact_outcome"),
            "holds": bool(own.outcome) and own.outcome != Outcome.REJECTED,
            "fields": [_field(each, prefix, fact, self._items) for each in fields_of(kind)],
            "stands_for": stands_for,
            "choices": self._choices[stands_for] if stands_for else [],
            "chosen": own.stands_for,
            "proposed": proposed,
            "proposed_name": named[proposed].name if proposed else "",
            # A subject is chosen beforehand, to be checked; any other name spelled alike waits for a yes.
            "asks": bool(proposed) and kind != "items" and not own.stands_for,
        }


def _standing(kind: str, compared: Compared | None) -> Record:
    """Answer how a fact stands to the record of its meeting, and what the record says where the two differ."""
    fields = {field.name: field for field in fields_of(kind)}
    shown = []
    for each in compared.differences if compared else ():
        field = fields.get(each.field)
        if field is not None:
            said = (
                wording.word(each.known, field.kind)
                if field.kind in wording.TABLES
                else shown_as(field, each.known)
            )
            shown.append({"label": field.label, "value": said})
    return {"standing": compared.standing.value if compared else "", "in_record": shown}


def _choices(named: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = [
        (key, f"{getattr(record, 'code', None) or ''} {record.name}".strip()) for key, record in named.items()
    ]
    return sorted(found, key=lambda each: order(each[1]))


def _field(field: Field, prefix: str, fact: Record, items: list[tuple[int, str]]) -> Record:
    """Answer a field as the template draws it."""
    options: list[tuple[Any, Any]] = []
    if field.kind == "item":
        options = list(items)
    elif field.kind in wording.TABLES:
        options = list(wording.TABLES[field.kind].items())
    return {
        "id": f"{prefix}.{field.name}",
        "label": field.label,
        "kind": "choice" if options else field.kind,
        "type": INPUTS.get(field.kind, "text"),
        "value": shown_as(field, fact.get(field.name)),
        "options": options,
    }


def _headline(kind: str, fact: Record) -> str:
    """Answer a line by which a person recognises a fact."""
    if kind == "decisions":
        return f"{wording.word(fact.get('verb'), 'verb').capitalize()}: {fact.get('quote') or ''}"
    if kind == "status_changes":
        lights = (wording.word(fact.get(end), "light") for end in ("from", "to"))
        return f"{fact.get('code') or ''} {fact.get('initiative') or ''}: {' → '.join(filter(None, lights))}"
    if kind == "observations":
        return f"{fact.get('indicator') or ''}, {fact.get('area') or ''}: {fact['from']} / {fact['to']}"
    if kind == "incidents":
        return ", ".join(fact.get("systems") or [])
    between = " " if kind == "items" else ", "
    return between.join(str(fact[name]) for name in HEADLINES.get(kind, ()) if fact.get(name))
