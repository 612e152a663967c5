"""Small registers and questions for the plain planner, written on a line, and what to look at in the answer.

The paper is ready on Monday 1 May 2017 and everybody may meet on Mondays; one weekday of handover unless it
is said otherwise.
"""

from datetime import date
from typing import Any

from tests.factories.registers import document
from tests.unit.rules.route.oracle import answer
from tests.unit.rules.route.plain_case import Question

MAY_1, MAY_8, MAY_15, MAY_22, MAY_29 = (date(2017, 5, day) for day in (1, 8, 15, 22, 29))
MONDAYS = [MAY_1, MAY_8, MAY_15, MAY_22, MAY_29]


def route(
    fora: dict[str, dict[str, Any]],
    *mandates: str | dict[str, Any],
    start: str = "a",
    subjects: list[Any] | None = None,
    **asked: Any,
) -> dict[str, Any]:
    """The answer on these fora and mandates; a mandate may be written `"a recommend b"`, numbered m1, m2, …"""
    read = []
    for mandate in mandates:
        if isinstance(mandate, str):
            forum, act, *to = mandate.split()
            read.append({"forum": forum, "act": act, "subject": "s", **({"to": to[0]} if to else {})})
        else:
            read.append({"subject": "s", **mandate})
    found = document(
        parties=["p"],
        fora=[{"id": forum, **keys} for forum, keys in fora.items()],
        subjects=subjects or ["s"],
        mandates=read,
    )
    question = {"subject": "s", "start": start, "ready": MAY_1, **asked}
    return answer(found, Question(**question))


def sittings(found: dict[str, Any]) -> dict[str, str]:
    return {leg["id"]: leg["sits_on"] for leg in found["legs"]}


def waits(found: dict[str, Any]) -> dict[str, list[str]]:
    return {leg["id"]: leg["after"] for leg in found["legs"]}


def acts(found: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    return {leg["id"]: (leg["act"], leg["mandate"]) for leg in found["legs"]}


def on(*days: date, **keys: Any) -> dict[str, Any]:
    return {"meetings": list(days), **keys}


def heard(body: str, **how: Any) -> dict[str, Any]:
    return {"hearings": [{"party": "p", "body": body, **how}]}


def blocked(found: dict[str, Any]) -> tuple[Any, ...]:
    assert found["status"] == "blocked"
    assert [found[key] for key in ("decided_on", "binding_on", "binding_leg")] == [None, None, None]
    assert [found[key] for key in ("legs", "if_missed", "informed", "asked")] == [[], {}, [], []]
    return tuple(found["blocked"].values())
