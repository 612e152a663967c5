"""How well documents are read: precision, recall and F1 for each kind of fact, against answer keys.

A key is JSON of the record's own shape beside its document; what it leaves out is not scored. A fact of a key that is
marked ``"optional": true`` can be read either way: found or not, it counts neither for nor against.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samstyr.reading.minutes import read

Record = dict[str, Any]


@dataclass
class Score:
    """Facts right, facts found and facts there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: Iterable[Any], there: Iterable[Any]) -> None:
        own, key = Counter(found), Counter(there)
        self.right += (own & key).total()
        self.found += own.total()
        self.there += key.total()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _where(record: Record, fact: Record) -> Any:
    """The place of a fact's item in the list of items, however the fact names it."""
    if fact.get("item_index") is not None:
        return fact["item_index"]
    numbers = [item["number"] for item in record["items"]]
    return numbers.index(fact["item"]) if fact.get("item") in numbers else fact.get("item")


def _parts(record: Record, name: str, *fields: str) -> list[Any]:
    return [tuple(_plain(fact.get(field)) for field in fields) for fact in record[name]]


def _placed(record: Record, name: str, *fields: str) -> list[Any]:
    return [(_where(record, fact), *(_plain(fact.get(field)) for field in fields)) for fact in record[name]]


def _actions(record: Record, *fields: str) -> list[Any]:
    """Actions with who is to do them, however the names are written and in whatever order."""
    return [
        (
            _where(record, fact),
            tuple(sorted(name.casefold() for name in fact.get("who") or [])),
            *(_plain(fact.get(field)) for field in fields),
        )
        for fact in record["actions"]
    ]


def _titled(record: Record, *fields: str) -> list[Any]:
    """Items by number and title; a title is the same in capitals, and with or without its full stop."""
    return [
        (
            item["number"],
            (item["title"] or "").casefold().rstrip(". "),
            *(bool(item.get(each)) if each == "closed" else item.get(each) for each in fields),
        )
        for item in record["items"]
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _dates(record: Record) -> list[Any]:
    days = [("meeting", record["meeting"].get("date"))]
    following = record.get("next_meeting")
    days += [("next", following["date"])] if following else []
    return [day for day in days if day[1]]


def _with_remarks(record: Record) -> list[Any]:
    return [
        (_where(record, fact), fact["verb"], bool(fact.get("with_remarks"))) for fact in record["decisions"]
    ]


FIELDS: dict[str, tuple[str, Callable[[Record], list[Any]]]] = {
    "document type": ("document_type", lambda record: [record["document_type"]]),
    "forum": ("meeting", lambda record: [(record["meeting"].get("forum") or "").casefold()]),
    "date, next date": ("meeting", _dates),
    "start and end": (
        "meeting",
        lambda record: [record["meeting"].get("start"), record["meeting"].get("end")],
    ),
    "place": ("meeting", lambda record: [record["meeting"].get("place")]),
    "participants": ("participants", lambda record: _parts(record, "participants", "name")),
    "attendance": (
        "participants",
        lambda record: _parts(record, "participants", "name", "attendance", "items"),
    ),
    "organisation, role": (
        "participants",
        lambda record: _parts(record, "participants", "name", "organisation", "role"),
    ),
    "items": ("items", _titled),
    "kinds": ("items", lambda record: _titled(record, "kind")),
    "closed": ("items", lambda record: _titled(record, "closed")),
    "recommendations": ("recommendations", lambda record: _placed(record, "recommendations")),
    "decisions": ("decisions", lambda record: _placed(record, "decisions", "verb")),
    "with remarks": ("decisions", _with_remarks),
    "actions": ("actions", _actions),
    "actions, due": ("actions", lambda record: _actions(record, "due", "certainty")),
    "lights": ("status_changes", lambda record: _placed(record, "status_changes", "code", "from", "to")),
    "observations": (
        "observations",
        lambda record: _placed(record, "observations", "indicator", "area", "from", "to", "series_break"),
    ),
    "missing data": ("missing_data", lambda record: _placed(record, "missing_data", "indicator", "promised")),
    "incidents": (
        "incidents",
        lambda record: _placed(record, "incidents", "systems", "operator", "start", "end"),
    ),
    "consultations": ("consultations", lambda record: _placed(record, "consultations", "deadline")),
    "unlisted speakers": ("unlisted_speakers", lambda record: _placed(record, "unlisted_speakers", "name")),
}


def score(folder: Path) -> tuple[dict[str, Score], list[str]]:
    """The scores of all documents of a folder, and each difference in words."""
    scores = {field: Score() for field in FIELDS}
    differences: list[str] = []
    for path in sorted(folder.glob("*.json")):
        key = json.loads(path.read_text(encoding="utf-8"))
        record = read(path.with_suffix(".txt").read_bytes().decode("utf-8")).as_json(path.stem)
        for field, (needs, facts) in FIELDS.items():
            if needs not in key:
                continue
            named = key[needs] if isinstance(key[needs], list) else [key[needs]]
            fields = {name for fact in named if isinstance(fact, dict) for name in fact}
            if _is_left_out(field, fields, key[needs]):
                continue
            whole = {"items": record["items"], **key}
            own, there = facts(record), facts(_with(whole, needs, optional=False))
            if field == "kinds":
                own, there = _only_keyed(own, key)
            own = list(
                (
                    Counter(own) - (_surplus(own, there) & Counter(facts(_with(whole, needs, optional=True))))
                ).elements()
            )
            scores[field].add(own, there)
            differences += [f"{path.stem}: {field}: + {each}" for each in (Counter(own) - Counter(there))]
            differences += [f"{path.stem}: {field}: - {each}" for each in (Counter(there) - Counter(own))]
    return scores, differences


def _with(key: Record, name: str, *, optional: bool) -> Record:
    """The key with only its optional facts of one name, or only the others. Items stand as they are: facts count
    them.
    """
    facts = key[name]
    if name == "items" or not isinstance(facts, list):
        return {**key, name: [] if optional and isinstance(facts, list) else facts}
    return {**key, name: [fact for fact in facts if bool(fact.get("optional")) is optional]}


def _surplus(own: list[Any], there: list[Any]) -> Counter[Any]:
    """Facts found that the key does not have."""
    return Counter(own) - Counter(there)


_NEEDED = {
    "forum": {"forum"},
    "start and end": {"start", "end"},
    "place": {"place"},
    "attendance": {"attendance"},
    "organisation, role": {"organisation", "role"},
    "kinds": {"kind"},
    "closed": {"closed"},
    "with remarks": {"with_remarks"},
    "actions, due": {"due"},
}


def _is_left_out(field: str, fields: set[str], facts: Any) -> bool:
    """A field the key's facts do not name."""
    return bool(facts) and field in _NEEDED and not _NEEDED[field] & fields


def _only_keyed(own: list[Any], key: Record) -> tuple[list[Any], list[Any]]:
    """Kinds of those items whose kind the key names."""
    there = _titled({"items": [item for item in key["items"] if "kind" in item]}, "kind")
    keyed = {each[:2] for each in there}
    return [each for each in own if each[:2] in keyed], there


def table(scores: dict[str, Score]) -> str:
    """The scores as lines of text."""
    lines = [f"{'field':20} {'precision':>9} {'recall':>7} {'F1':>6} {'right':>6} {'found':>6} {'there':>6}"]
    lines += [
        f"{field:20} {each.precision:9.3f} {each.recall:7.3f} {each.f1:6.3f} "
        f"{each.right:6} {each.found:6} {each.there:6}"
        for field, each in scores.items()
    ]
    return "\n".join(lines)
