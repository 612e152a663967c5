"""Registers of few fora and subjects with many mandates, so that all rules of precedence meet each other."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from samstyr.rules.register import Register, parse
from tests.factories.registers import days, document


def few(known: list[str]) -> st.SearchStrategy[list[str]]:
    """None, some or all of these, each once."""
    return st.lists(st.sampled_from(known), unique=True)


def crowded_registers() -> st.SearchStrategy[Register]:
    """Any crowded register, overlaps and all."""
    return _crowded().map(lambda found: parse(found, allow_overlaps=True))


@st.composite
def _crowded(draw: st.DrawFn) -> dict[str, Any]:
    fora, subjects = ["a", "b", "c", "d"], ["s", "s.1", "s.2", "s.1.1"]
    ends = [date(2017, 1, 1), date(2017, 7, 1), date(2018, 1, 1)]
    spans = st.sampled_from(
        [{}, {}, {}, {"from": ends[1]}, {"until": ends[1]}, {"from": ends[0], "until": ends[2]}]
    )
    forms = st.sampled_from(
        [
            {},
            {},
            {},
            {"phase": "start"},
            {"phase": 1},
            {"n": {"max": 10}},
            {"phase": "start", "n": {"min": 2}},
        ]
    )
    acts = st.sampled_from(
        [
            "decide",
            "decide",
            "approve",
            "ratify",
            "recommend",
            "recommend",
            "prepare",
            "assure",
            "advise",
            "escalate",
            "report",
        ]
    )
    recipients = st.sampled_from([*fora, *fora, None])
    mandates = []
    for number in range(draw(st.integers(0, 12))):
        act, to = draw(acts), draw(recipients)
        effect = draw(st.sampled_from(["may", "may", "may-not"]))
        if act in ("decide", "approve", "ratify") and draw(st.booleans()):
            to = None
        if to is None and effect == "may" and act not in ("decide", "approve", "ratify"):
            to = "b"
        mandate = {
            "id": f"m{number}",
            "forum": draw(st.sampled_from(fora)),
            "act": act,
            "subject": draw(st.sampled_from(subjects)),
            "effect": effect,
            "joint": draw(st.booleans()),
            "valid": draw(spans),
            "when": draw(forms),
            "basis": {"instrument": draw(st.sampled_from(["i1", "i2"]))},
        }
        if to is not None:
            mandate["to"] = to
        mandates.append(mandate)
    parents: dict[str, str] = {"s.1": "s", "s.2": "s", "s.1.1": "s.1"}
    levels = st.sampled_from(["national", "national", "party"])
    roles = st.sampled_from(["member", "chair", "observer", "substitute"])
    return document(
        parties=["p", "q"],
        organisations=[{"id": "op", "party": "p"}, {"id": "oq", "party": "q"}],
        instruments=["i1", {"id": "i2", "valid": {"until": ends[1]}}],
        fora=[
            {
                "id": forum,
                "level": draw(levels),
                "party": draw(st.sampled_from(["p", "q"])),
                "valid": draw(spans),
                **(
                    {"parent": draw(st.sampled_from(fora[:number]))} if number and draw(st.booleans()) else {}
                ),
                **draw(st.sampled_from([{}, {"terms_of_reference": "i1"}, {"terms_of_reference": "i2"}])),
                "seats": [
                    {"organisation": o, "role": draw(roles), "valid": draw(spans)}
                    for o in draw(few(["op", "oq"]))
                ],
                "meetings": draw(st.lists(days, max_size=3, unique=True)),
                "procedure": {
                    "meetings_per_year": draw(st.sampled_from([{"min": 1}, {"max": 1}, {"min": 1, "max": 2}]))
                },
            }
            for number, forum in enumerate(fora)
        ],
        subjects=[
            {"id": s, "binds": draw(few(["p", "q"])), **({"parent": parents[s]} if s in parents else {})}
            for s in subjects
        ],
        mandates=mandates,
    )
