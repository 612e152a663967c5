"""Mandates that were read from prose, as a fragment of a register that a person reviews before it is loaded."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from samstyr.exchange import yaml_writing
from samstyr.reading.mandate_words import NEEDS_RECIPIENT
from samstyr.reading.mandates import MandateFact, plain_name
from samstyr.rules.register import Register

_KINDS = (
    ("styregruppe", "steering-group"),
    ("bestyrelse", "board"),
    ("udvalg", "advisory-committee"),
    ("temagruppe", "theme-group"),
    ("råd", "council"),
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_LONGEST_ID = 60
_UNKNOWN_LEVEL = "national"


class Names:
    """Fora, organisations and subjects of a register by what they are called, and new ones as they come."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._fora = _by_name(register.fora.items())
        self._organisations = _by_name(register.organisations.items())
        self._subjects = {subject.name.lower(): key for key, subject in register.subjects.items()}
        self.new_fora: dict[str, dict[str, Any]] = {}
        self.new_subjects: dict[str, dict[str, Any]] = {}

    def forum(self, name: str) -> str:
        """The id of the forum of that name; one that the register does not know is added to the fragment."""
        known = self.known_forum(name)
        if known is not None:
            return known
        key = slug(name)
        kind = next((kind for head, kind in _KINDS if head in name.lower()), "group")
        self.new_fora.setdefault(
            key,
            {
                "id": key,
                "name": name[:1].upper() + name[1:],
                "level": _UNKNOWN_LEVEL,
                "kind": kind,
                "note": "Niveau og art er ikke læst i teksten.",
            },
        )
        return key

    def known_forum(self, name: str) -> str | None:
        """The id of the forum that the register knows by that name or alias, or None."""
        return self._fora.get(plain_name(name))

    def organisation(self, name: str) -> str | None:
        """The id of the organisation of that name, short name or alias, or None."""
        return self._organisations.get(plain_name(name))

    def subject(self, words: str) -> str:
        """The id of the subject called so; other words become a subject of their own."""
        known = self._subjects.get(words.lower())
        if known is not None:
            return known
        key = slug(words)
        self.new_subjects.setdefault(key, {"id": key, "name": words[:1].upper() + words[1:]})
        return key


def fragment(mandates: Iterable[MandateFact], document: str, register: Register) -> str:
    """The mandates as YAML of schema ``samstyr.register/1``, to be loaded onto ``register`` after a review.

    What the text leaves out is left out: a mandate whose act needs a recipient the text does not name, or that
    names no subject, stands as a comment at the end, and so does what the register has already. The words a
    mandate was read from stand as its note.
    """
    names = Names(register)
    whole: dict[str, dict[str, Any]] = {}
    remarks: list[str] = []
    for each in mandates:
        to = _recipient(each, names)
        if each.subject is None or (each.act in NEEDS_RECIPIENT and to is None):
            missing = "emne" if each.subject is None else "modtager"
            remarks.append(
                f"# Mangler {missing}: {each.forum}, {each.act}, {each.subject or each.recipient}"
                f" (afsnit {each.section or '?'})"
            )
            continue
        entry = _entry(each, document, names, to)
        known = _known(entry, register)
        if known is not None:
            remarks.append(f"# Står allerede i registret: {known}")
        else:
            whole.setdefault(entry["id"], entry)
    parts = {
        "schema": "samstyr.register/1",
        "fora": list(names.new_fora.values()),
        "subjects": list(names.new_subjects.values()),
        "mandates": list(whole.values()),
    }
    text = yaml_writing.dump({key: value for key, value in parts.items() if value})
    return text + "".join(f"{line}\n" for line in (["", *remarks] if remarks else []))


def _known(entry: dict[str, Any], register: Register) -> str | None:
    """The mandate of the register that says the same, or None."""
    return next(
        (
            key
            for key, each in register.mandates.items()
            if (each.forum, str(each.act), each.subject, each.to)
            == (entry["forum"], entry["act"], entry["subject"], entry.get("to"))
        ),
        None,
    )


def _recipient(mandate: MandateFact, names: Names) -> str | None:
    if mandate.recipient is None:
        return None
    known = names.known_forum(mandate.recipient)
    if known is None and mandate.act in {"advise", "report", "inform"}:
        known = names.organisation(mandate.recipient)
    return known or names.forum(mandate.recipient)


def _entry(mandate: MandateFact, document: str, names: Names, to: str | None) -> dict[str, Any]:
    forum = names.forum(mandate.forum)
    subject = names.subject(mandate.subject or "")
    entry: dict[str, Any] = {"id": f"{forum}-{mandate.act}-{subject}"[:_LONGEST_ID].strip("-.")}
    if to:
        entry["id"] = f"{entry['id']}-{to}"
    entry |= {"forum": forum, "act": mandate.act, "subject": subject}
    if to and mandate.act in NEEDS_RECIPIENT:
        entry["to"] = to
    if not mandate.allowed:
        entry["effect"] = "may-not"
    entry["source"] = {"document": document} | ({"section": mandate.section} if mandate.section else {})
    entry["note"] = f"Læst: {mandate.quote}"
    return entry


def slug(words: str) -> str:
    """Words as an id: ``Det rådgivende udvalg`` gives ``det-raadgivende-udvalg``."""
    letters = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST_ID].strip("-") or "uden-navn"


def _by_name(entries: Iterable[tuple[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, entry in entries:
        for name in (entry.name, getattr(entry, "short", None), *entry.aliases):
            if name:
                found.setdefault(plain_name(name), key)
    return found
