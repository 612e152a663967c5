"""The record that reading gives: one frozen fact a class, each with its span and the rule that found it.

Source: shared/design contract "Reading minutes", schema ``samstyr.minutes/1``.
"""

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any

Span = tuple[int, int]

SCHEMA = "samstyr.minutes/1"


def _json_name(name: str) -> dict[str, str]:
    return {"json": name}


_HIDDEN: dict[str, bool] = {"hidden": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries: where it stands in the text, and which rule found it."""

    span: Span
    rule: str = field(metadata=_HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFact(Fact):
    """A fact that belongs to an item of the agenda, or to none (``item_index`` None)."""

    item: str | None
    item_index: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The head of the document. ``span`` is None where nothing of it was found."""

    forum: str | None = None
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    span: Span | None = None
    rule: str = field(default="", metadata=_HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Fact):
    """A person named as there or as missing. ``items``: what they were there for, where the text says so."""

    name: str
    organisation: str | None = None
    role: str | None = None
    attendance: str | None = None
    items: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Fact):
    """An item of the agenda. ``span`` covers its heading, ``body`` what is written under it."""

    number: str | None
    parent: str | None = None
    title: str | None = None
    kind: str | None = None
    kind_from: str | None = None
    closed: bool = False
    body: Span = field(default=(0, 0), metadata=_HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(ItemFact):
    """One clause of what was proposed to the meeting; never a decision."""

    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(ItemFact):
    """What the meeting did. ``forum`` is named where several fora's decisions stand under one item."""

    verb: str
    with_remarks: bool
    quote: str
    forum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(ItemFact):
    """What somebody is to do. ``who`` is empty where the text names nobody."""

    who: tuple[str, ...]
    what: str
    due: dt.date | None
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange(ItemFact):
    """A light of an initiative; ``before`` equals ``after`` where it is said to be unchanged."""

    code: str | None
    initiative: str | None
    before: str | None = field(metadata=_json_name("from"))
    after: str = field(metadata=_json_name("to"))
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(ItemFact):
    """An indicator's two values for an area. ``series_break``: the text says the way of measuring changed."""

    indicator: str | None
    area: str | None
    before: float | int = field(metadata=_json_name("from"))
    after: float | int = field(metadata=_json_name("to"))
    unit: str
    series_break: bool
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingData(ItemFact):
    """An indicator without data, and when they are promised."""

    indicator: str
    promised: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(ItemFact):
    """A breakdown. ``approximate``: the text says about when."""

    systems: tuple[str, ...]
    operator: str | None
    cause: str | None
    start: dt.datetime | None
    end: dt.datetime | None
    approximate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(ItemFact):
    """Something sent out for comments, with the last day for them."""

    subject: str
    deadline: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting(Fact):
    """When and where the forum meets next, and the items already named for it."""

    date: dt.date | None
    start: dt.time | None = None
    end: dt.time | None = None
    place: str | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedSpeaker(ItemFact):
    """Somebody who speaks in the text and stands in no list of participants."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution(Fact):
    """Something a person should look at: spelling that varies, a weekday that does not fit its date."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Everything read from one document."""

    document_type: str
    meeting: Meeting = field(default_factory=Meeting)
    participants: tuple[Participant, ...] = ()
    items: tuple[Item, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    status_changes: tuple[StatusChange, ...] = ()
    observations: tuple[Observation, ...] = ()
    missing_data: tuple[MissingData, ...] = ()
    incidents: tuple[Incident, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    next_meeting: NextMeeting | None = None
    unlisted_speakers: tuple[UnlistedSpeaker, ...] = ()
    warnings: tuple[Caution, ...] = ()

    def as_json(self, file: str, *, rules: bool = False) -> dict[str, Any]:
        """The record as plain data of schema ``samstyr.minutes/1``; ``file`` is the name as given.

        With ``rules`` every fact also says which rule found it, which the contract leaves out.
        """
        record: dict[str, Any] = {"schema": SCHEMA, "file": file}
        record.update({each.name: plain(getattr(self, each.name), rules=rules) for each in fields(self)})
        return record


def plain(value: Any, *, rules: bool = False) -> Any:
    """A record, a date or a tuple of them as JSON's own types; times to the minute."""
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, tuple):
        return [plain(each, rules=rules) for each in value]
    if isinstance(value, Fact | Meeting):
        return _plain_fact(value) | ({"rule": value.rule} if rules and value.rule else {})
    return value


def _plain_fact(fact: Fact | Meeting) -> dict[str, Any]:
    """Names the contract gives, in the class's order with the span last; a span never found is left out."""
    data: dict[str, Any] = {}
    for each in fields(fact):
        if each.metadata.get("hidden") or each.name == "span":
            continue
        value = getattr(fact, each.name)
        if each.name == "forum" and isinstance(fact, Decision) and value is None:
            continue
        data[each.metadata.get("json", each.name)] = plain(value)
    if fact.span is not None:
        data["span"] = list(fact.span)
    return data
