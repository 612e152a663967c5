"""The parts of an entry that a person writes as JSON: each is read as it would be in a register file.

A reader takes plain data and answers it in the one form it is kept in. It raises RegisterError with places
inside the part (`papers_before.days`) where the register refuses it.
"""

from collections.abc import Callable
from typing import Any, Final

from samstyr.rules import register as rules

Read = Callable[[Any], Any]
REMARKS: Final = ("aliases", "source", "note")
PARTY: Final = {"id": "x", "name": "x", "kind": "state"}
FORUM: Final = {"id": "x", "name": "x", "level": "national", "kind": "board"}
SUBJECT: Final = {"id": "x", "name": "x"}
MANDATE: Final = {"id": "x", "forum": "x", "act": "decide", "subject": "x"}


def read_procedure(value: Any) -> Any:
    """Answer a forum's rules of procedure."""
    found = _entry("fora", {"fora": [{**FORUM, "procedure": value}]}, "procedure")
    return found.get("procedure")


def read_takes(value: Any) -> Any:
    """Answer how long a hearing takes, or None where the body sits."""
    hearing = {"party": "x", "body": "x", **({"sits": True} if value is None else {"takes": value})}
    lists = {"parties": [PARTY], "fora": [{**FORUM, "hearings": [hearing]}]}
    return _entry("fora", lists, "hearings[0].takes")["hearings"][0].get("takes")


def read_when(value: Any) -> Any:
    """Answer the conditions of a mandate, an empty mapping for none."""
    lists = {"fora": [FORUM], "subjects": [SUBJECT], "mandates": [{**MANDATE, "when": value}]}
    return _entry("mandates", lists, "when").get("when", {})


def read_remarks(value: Any) -> Any:
    """Answer the remarks on a part of an entry: aliases, source and note."""
    if not isinstance(value, dict) or value.keys() - set(REMARKS):
        raise rules.RegisterError(
            [rules.Problem("", f"expected a mapping with some of {', '.join(REMARKS)}")]
        )
    found = _entry("subjects", {"subjects": [{**SUBJECT, **value}]}, "")
    return {key: found[key] for key in REMARKS if key in found}


def _entry(list_name: str, lists: dict[str, Any], part: str) -> dict[str, Any]:
    """Answer the entry x of the smallest register around a part, as a document has it."""
    try:
        register = rules.parse({"schema": rules.SCHEMA, **lists})
    except rules.RegisterError as error:
        around = f"{list_name}[0].{part}"
        raise rules.RegisterError(inside(error.problems, around)) from error
    return rules.entry_document(register.lists()[list_name]["x"])


def inside(problems: tuple[rules.Problem, ...], around: str) -> list[rules.Problem]:
    """Answer problems with their places told from inside the place `around`; other places stay whole."""
    return [
        rules.Problem(problem.path.removeprefix(around).lstrip("."), problem.message)
        if problem.path.startswith(around)
        else problem
        for problem in problems
    ]
