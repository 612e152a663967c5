"""What a meeting sets up, as a fragment of a register: a forum with its seats and its mandate.

Source: contract of the register, "Keys".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samstyr.rules.register import SCHEMA, Register, RegisterError, parse

# Lists a meeting can propose entries to.
PROPOSED = ("fora", "mandates")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedMandate:
    """What the new forum may do: an act on a subject, towards a forum where the act needs one."""

    act: str
    subject: str
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedForum:
    """A forum that a meeting sets up, with one seat for each organisation; the chair's is a chair's seat."""

    id: str
    name: str
    kind: str
    level: str
    organisations: tuple[str, ...]
    chair: str | None = None
    mandate: ProposedMandate | None = None


def fragment(proposed: ProposedForum, *, forum: str, on: date) -> dict[str, Any]:
    """Answer the document of what a forum set up on a day: plain data, as JSON has it."""
    members = [each for each in proposed.organisations if each != proposed.chair]
    seats = [{"organisation": proposed.chair, "role": "chair"}] if proposed.chair else []
    seats += [{"organisation": each, "role": "member"} for each in members]
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "fora": [
            {
                "id": proposed.id,
                "name": proposed.name,
                "level": proposed.level,
                "kind": proposed.kind,
                "parent": forum,
                "established_by": {"forum": forum},
                "valid": {"from": on.isoformat()},
                "seats": seats,
            }
        ],
    }
    if proposed.mandate is not None:
        mandate = {
            "id": f"{proposed.id}-{proposed.mandate.act}",
            "forum": proposed.id,
            "act": proposed.mandate.act,
            "subject": proposed.mandate.subject,
            "valid": {"from": on.isoformat()},
        }
        document["mandates"] = [mandate | ({"to": proposed.mandate.to} if proposed.mandate.to else {})]
    return document


def problems_of(document: Mapping[str, Any], register: Register) -> list[str]:
    """Answer what keeps a fragment from being entered in a register as it stands, with the path of each problem."""
    taken = [
        f"{name}[{number}].id: there is an entry {entry['id']!r} already"
        for name in PROPOSED
        for number, entry in enumerate(document.get(name, []))
        if entry.get("id") in register.lists()[name]
    ]
    if taken:
        return taken
    try:
        parse(dict(document), known=register)
    except RegisterError as error:
        return [str(problem) for problem in error.problems]
    return []


def entered(document: Mapping[str, Any], register: Register) -> Register:
    """Answer a register with a fragment entered. Raises RegisterError where it does not fit."""
    added = parse(dict(document), known=register).lists()
    return register.with_changes({name: dict(added[name]) for name in PROPOSED if added[name]})
