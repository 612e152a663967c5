"""Small registers in which papers travel, and questions about them.

Fora stand in an order in which most mandates point onwards, so that most papers arrive; some point back, some
bodies are not in force and some never meet, so that all ways to be blocked come up too. All of it is invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.factories.registers import document
from tests.unit.rules.route.plain_case import Question

from samstyr.rules.register import Register, parse

FIRST_DAY, TURN, LAST_DAY = date(2017, 3, 1), date(2017, 6, 1), date(2018, 3, 1)
MORE_DAYS = date(2019, 3, 1)
ORGANISATION = "o"

shares = st.integers(0, 99)
few_days = st.builds(
    lambda days, unit: {"days": days, **unit},
    st.sampled_from([0, 0, 1, 1, 2, 5, 5, 10, 15]),
    st.sampled_from([{}, {"unit": "weekdays"}, {"unit": "days"}]),
)
procedures = st.fixed_dictionaries(
    {}, optional={"papers_before": few_days, "written": few_days, "handover": few_days}
)
ways_up = st.sampled_from(
    [("escalate",), ("escalate",), ("recommend", "assure", "prepare"), ("decide", "approve")]
)
validities = st.sampled_from([{"until": TURN}, {"from": TURN}, {"until": LAST_DAY}, {"from": FIRST_DAY}])
conditions = st.sampled_from(
    [{"phase": "start"}, {"phase": "end"}, {"amount": {"max": 10}}, {"amount": {"min": 5, "max": 20}}]
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "phase": st.sampled_from(["start", "start", "end", 1]),
        "amount": st.sampled_from([10, "7.5", 5, "mange"]),
    },
)


@dataclass(frozen=True, slots=True)
class Journey:
    """A register document and a question about it; `register` is the document as the rules read it."""

    document: Mapping[str, Any]
    question: Question

    @property
    def register(self) -> Register:
        return parse(self.document)


def chance(draw: st.DrawFn, percent: int) -> bool:
    """True about so often; examples shrink towards what is usual."""
    drawn = draw(shares)
    return drawn < percent if percent > 50 else drawn >= 100 - percent


@st.composite
def meetings(draw: st.DrawFn) -> list[date]:
    """Regular meetings over some months, here and there one more; sometimes only these, seldom none."""
    found: set[date] = set()
    if chance(draw, 95):
        first, gap = draw(st.integers(0, 60)), draw(st.sampled_from([14, 28, 7, 30, 61]))
        span = draw(st.sampled_from([360, 270, 180, 540, 90]))
        found = {FIRST_DAY + timedelta(days=day) for day in range(first, span, gap)}
    return sorted(found | set(draw(st.lists(st.dates(FIRST_DAY, MORE_DAYS), max_size=3))))


@st.composite
def hearings(draw: st.DrawFn, fora: list[str]) -> list[dict[str, Any]]:
    if not chance(draw, 30):
        return []
    bodies = draw(st.lists(st.sampled_from(fora), min_size=1, max_size=2, unique=True))
    hows = st.one_of(st.just({"sits": True}), st.builds(lambda length: {"takes": length}, few_days))
    return [{"party": "p", "body": body, **draw(hows)} for body in bodies]


@st.composite
def mandates(draw: st.DrawFn, fora: list[str], subjects: list[str]) -> list[dict[str, Any]]:
    """Mandates of all acts a route knows, mostly from a forum to one behind it."""
    nearest = len(subjects) - 1
    usual = draw(st.integers(0, nearest))
    jointly = draw(st.sampled_from([None, None, True, False]))
    found: list[dict[str, Any]] = []

    def add(forum: str, act: str, **keys: Any) -> None:
        subject = subjects[draw(st.integers(0, nearest)) if chance(draw, 20) else usual]
        more: dict[str, Any] = {}
        if chance(draw, 10):
            more["when"] = draw(conditions)
        if chance(draw, 5):
            more["valid"] = draw(validities)
        if chance(draw, 20):
            more["basis"] = {"instrument": "i"}
        found.append({"forum": forum, "act": act, "subject": subject, **keys, **more})

    deciding: list[str] = []
    if chance(draw, 96):
        deciding = draw(st.lists(st.sampled_from(fora[len(fora) // 2 :]), min_size=1, max_size=3))
    for forum in deciding:
        joint = draw(st.booleans()) if jointly is None else jointly
        add(forum, draw(st.sampled_from(["decide", "approve"])), **({"joint": True} if joint else {}))
    crossroads = chance(draw, 20) and len(fora) > 3
    for forum, to in pairs(draw, fora[3:] if crossroads else fora, deciding, 75):
        required = draw(st.sampled_from([{}, {}, {"required": True}, {"required": False}]))
        add(
            forum,
            draw(st.sampled_from(["recommend", "recommend", "assure", "prepare", "advise"])),
            to=to,
            **required,
        )
    for forum, to in pairs(draw, fora[1:] if crossroads else fora, deciding, 60):
        add(forum, "escalate", to=to)
    if crossroads:
        for link in fora[1:3]:
            add(fora[0], "escalate", to=link)
            add(link, "escalate", to=draw(st.sampled_from([*deciding, *fora[3:]])))
    for forum in draw(st.lists(st.sampled_from(fora), max_size=2)):
        add(forum, "ratify")
    for forum in draw(st.lists(st.sampled_from(fora), max_size=2)):
        add(
            forum,
            draw(st.sampled_from(["report", "inform"])),
            to=draw(st.sampled_from([*fora, ORGANISATION])),
        )
    if found and chance(draw, 25):
        taken = draw(st.sampled_from(found))
        to = {"to": taken["to"]} if "to" in taken and chance(draw, 60) else {}
        add(taken["forum"], taken["act"], effect="may-not", **to)
    return without_repeats(draw(st.permutations(found)))


def pairs(draw: st.DrawFn, fora: list[str], deciding: list[str], percent: int) -> list[tuple[str, str]]:
    """So many fora, each with some that stand behind it, or, now and then, with itself or one before it."""
    found = []
    for number, forum in enumerate(fora):
        if chance(draw, percent):
            behind = fora[number + 1 :]
            others = [*behind, *(other for other in deciding if other in behind)]
            if chance(draw, 8):
                others = fora[: number + 1]
            if others:
                found += [
                    (forum, to) for to in draw(st.lists(st.sampled_from(others), min_size=1, max_size=3))
                ]
    return found


def without_repeats(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """No two mandates that say the same, which no register may hold."""
    kept: dict[tuple[Any, ...], dict[str, Any]] = {}
    for mandate in found:
        same = tuple(mandate.get(key) for key in ("forum", "act", "subject", "to", "effect"))
        kept.setdefault((*same, repr(mandate.get("when"))), mandate)
    return list(kept.values())


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """A register and a question about it; some fora meet on the same days, so that there are ties."""
    ids = draw(st.permutations("abcdefgh"[: draw(st.integers(3, 8))]))
    subjects = ["s", "s.1", "s.1.1"][: draw(st.integers(1, 3))]
    fora, shared = [], draw(meetings())
    for forum in ids:
        valid = {"valid": draw(validities)} if chance(draw, 8) else {}
        fora.append(
            {
                "id": forum,
                "procedure": draw(procedures) if chance(draw, 60) else {},
                "hearings": draw(hearings(ids)),
                "meetings": shared if chance(draw, 45) else draw(meetings()),
                **valid,
            }
        )
    held = draw(mandates(ids, subjects))
    found = document(
        parties=["p"],
        organisations=[{"id": ORGANISATION, "party": "p"}],
        instruments=["i"],
        fora=fora,
        subjects=[
            {"id": subject, **({"parent": parent} if parent else {})}
            for subject, parent in zip(subjects, [None, *subjects], strict=False)
        ],
        mandates=held,
    )
    return Journey(found, draw(questions(ids, subjects, held)))


@st.composite
def questions(draw: st.DrawFn, fora: list[str], subjects: list[str], held: list[dict[str, Any]]) -> Question:
    """Mostly from a forum that may bring a matter further, and about the subject lowest down."""
    acts = draw(ways_up)
    holders = {mandate["forum"] for mandate in held if mandate["act"] in acts} or {*fora}
    able = [forum for forum in fora if forum in holders]
    return Question(
        subject=draw(st.sampled_from(subjects)) if chance(draw, 10) else subjects[-1],
        start=draw(st.sampled_from(fora if chance(draw, 20) else [able[0], *able])),
        ready=draw(st.dates(FIRST_DAY, date(2017, 6, 30))),
        by=draw(st.none() | st.dates(FIRST_DAY, LAST_DAY)),
        on=draw(st.none() | st.sampled_from([FIRST_DAY, TURN - timedelta(days=1), TURN])),
        written=draw(st.booleans()),
        facts=draw(facts),
    )


@st.composite
def crossroads(draw: st.DrawFn) -> Journey:
    """A paper with several ways to go, in fora with the same few days to meet on, so that there are ties."""
    ids = draw(st.permutations("abcdefg"))
    start, heard, links, ends = ids[0], ids[1], ids[2 : draw(st.integers(4, 5))], ids[5:]
    monday = date(2017, 3, 6)
    mondays = [monday + timedelta(days=days) for days in (0, 7, 14, 28)]
    days = st.lists(st.sampled_from(mondays), max_size=4, unique=True)
    to_be_heard = {"party": "p", "body": heard, "takes": {"days": 1}}
    fora = [
        {
            "id": forum,
            "meetings": mondays if chance(draw, 60) else draw(days),
            "hearings": [to_be_heard] if chance(draw, 25) else [],
            "procedure": {"handover": {"days": 0}} if chance(draw, 25) else {},
        }
        for forum in ids
    ]
    onwards = [(start, link) for link in links] + [(link, end) for link in links for end in ends]
    held = [
        {
            "forum": forum,
            "act": draw(st.sampled_from(["escalate", "escalate", "escalate", "recommend"])),
            "to": to,
            "subject": "s",
        }
        for forum, to in onwards
        if chance(draw, 80)
    ]
    joint = {"joint": True} if chance(draw, 20) else {}
    held += [{"forum": forum, "act": "decide", "subject": "s", **joint} for forum in ends]
    if chance(draw, 20):
        held.append({"forum": draw(st.sampled_from(ids)), "act": "ratify", "subject": "s"})
    found = document(parties=["p"], fora=fora, subjects=["s"], mandates=draw(st.permutations(held)))
    return Journey(found, Question("s", start, monday, by=draw(st.none() | st.sampled_from(mondays))))
