"""Words, and registers with many ties between their fora, for the tests of the map. All data is invented."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests.factories.registers import register

from samstyr.print.governance_map.model import Bond, Family, Lane, Row, Words
from samstyr.rules.register import TO_ORGANISATION, Act, ForumKind, Level, PartyKind, Register

ON = date(2017, 7, 1)
WORDS = Words(
    acts={
        **{str(act): str(act) for act in (*Act, *Bond)},
        Act.RECOMMEND: "indstiller",
        Act.ASSURE: "kvalitetssikrer",
        Act.REPORT: "afrapporterer",
        Bond.ROLE: "varetages af",
    },
    kinds={kind: kind.value.replace("-", " ") for kind in ForumKind},
    lanes={lane: lane.value for lane in Lane},
    rows={row: row.value.replace("-", " ") for row in Row},
    legend={family: family.value for family in Family},
    organisation="organisation",
    seats_unknown="pladser ukendt",
    no_fora="ingen egne fora",
    several_parties="{number} parter",
    new="ny",
    gone="ophørt",
    findings="{number} fund",
    badge="fund",
    ring="hænger under",
)
NAMES = (
    "Bestyrelse",
    "Den fællesoffentlige porteføljestyregruppe for telemedicinsk behandling",
    "Sundhedskoordinationsudvalgsformandskabsgruppen",
    "Æblegrød & <co>",
    "W" * 40,
    "統制委員会 for sundhed",
)
KINDS = tuple(kind.value for kind in PartyKind)
WITH_RECIPIENT = tuple(act for act in Act if act not in (Act.DISCUSS, Act.MONITOR))


@st.composite
def tied_registers(draw: st.DrawFn, most: int = 14) -> Register:
    """A register whose fora hang under, act towards, hear and stand in for one another."""
    fora = [f"f{number}" for number in range(draw(st.integers(0, most)))]
    return register(
        parties=[{"id": kind, "kind": kind} for kind in KINDS],
        organisations=[{"id": f"{kind}-org", "party": kind} for kind in KINDS],
        subjects=["s", {"id": "t", "parent": "s"}, "u"],
        fora=[_forum(draw, number, forum, fora) for number, forum in enumerate(fora)],
        mandates=[_mandate(draw, fora) for _ in range(draw(st.integers(0, 2 * len(fora))))],
    )


def _forum(draw: st.DrawFn, number: int, forum: str, fora: list[str]) -> dict[str, Any]:
    level = draw(st.sampled_from(list(Level)))
    found: dict[str, Any] = {
        "id": forum,
        "name": draw(st.sampled_from(NAMES)),
        "level": level.value,
        "kind": draw(st.sampled_from(list(ForumKind))).value,
        "valid": draw(st.sampled_from([{}, {"from": date(2016, 1, 1)}, {"until": date(2016, 1, 1)}])),
        "seats": [
            {"organisation": f"{kind}-org"} for kind in draw(st.sets(st.sampled_from(KINDS), max_size=3))
        ],
    }
    if level == Level.PARTY:
        found["party"] = draw(st.sampled_from(KINDS))
    if number and draw(st.booleans()):
        found["parent"] = draw(st.sampled_from(fora[:number]))
    others = [other for other in fora if other != forum]
    if others and draw(st.integers(0, 4)) == 0:
        found["acts_as"] = [draw(st.sampled_from(others))]
    if others and draw(st.integers(0, 4)) == 0:
        body = draw(st.sampled_from(others))
        found["hearings"] = [{"party": draw(st.sampled_from(KINDS)), "body": body, "sits": True}]
    return found


def _mandate(draw: st.DrawFn, fora: list[str]) -> dict[str, Any]:
    hub = fora[: max(1, len(fora) // 4)]  # some rooms with many lines
    act = draw(st.sampled_from(WITH_RECIPIENT))
    recipients = draw(st.sampled_from([fora, hub]))
    found: dict[str, Any] = {
        "forum": draw(st.sampled_from(fora)),
        "act": act.value,
        "subject": draw(st.sampled_from(["s", "t", "u"])),
        "to": draw(st.sampled_from(recipients)),
    }
    if act in TO_ORGANISATION and draw(st.booleans()):
        found["to"] = f"{draw(st.sampled_from(KINDS))}-org"
    if act == Act.RATIFY:
        del found["to"]
    return found
