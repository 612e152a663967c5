"""Registers for tests: a short way to write one, and Hypothesis strategies that make any.

All data is invented and says nothing about real bodies.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from samstyr.rules.register import (
    SCHEMA,
    TO_ORGANISATION,
    Act,
    DecisionRule,
    ForumKind,
    InstrumentKind,
    Level,
    LintRule,
    PartyKind,
    Register,
    Role,
    Unit,
    parse,
)
from samstyr.rules.register.whole import same_instrument, same_mandate

DEFAULTS: dict[str, dict[str, Any]] = {
    "parties": {"kind": "state"},
    "organisations": {"party": "stat"},
    "instruments": {"kind": "agreement"},
    "fora": {"level": "national", "kind": "board"},
    "subjects": {},
    "mandates": {},
    "duties": {"act": "inform", "subject": "s"},
    "systems": {},
    "initiatives": {},
    "accepted": {"reason": "aftalt"},
}
NAMELESS = {"mandates", "accepted"}
PREFIXES = {"mandates": "m", "duties": "d"}


def document(**lists: list[Any]) -> dict[str, Any]:
    """A register document: `document(fora=["a", {"id": "b", "parent": "a"}], subjects=["s"], …)`.

    An entry may be an id alone. Required keys that are left out are filled in: names from ids, mandates and
    duties numbered m1, d1, …, a forum is a national board, an organisation belongs to the party `stat`.
    """
    filled: dict[str, Any] = {"schema": SCHEMA}
    if "organisations" in lists and "parties" not in lists:
        lists["parties"] = ["stat"]
    for name, entries in lists.items():
        filled[name] = [_filled(name, entry, number) for number, entry in enumerate(entries, start=1)]
    return filled


def _filled(name: str, entry: Any, number: int) -> dict[str, Any]:
    given: dict[str, Any] = {"id": entry} if isinstance(entry, str) else dict(entry)
    if "id" not in given and name in PREFIXES:
        given["id"] = f"{PREFIXES[name]}{number}"
    if name not in NAMELESS:
        given.setdefault("name", str(given["id"]).upper())
    return {**DEFAULTS[name], **given}


def register(**lists: list[Any]) -> Register:
    """The register of `document(…)`, overlaps and all."""
    return parse(document(**lists), allow_overlaps=True)


# What Hypothesis makes of it.

FIRST_DAY, LAST_DAY = date(2014, 1, 1), date(2019, 12, 31)

days = st.dates(FIRST_DAY, LAST_DAY)
ids = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,8}", fullmatch=True)
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30
).filter(lambda text: not text.isspace())
facts = st.sampled_from(["phase", "amount_dkk", "beløb"])
plain_values = st.one_of(
    texts,
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["start", "end", "1", "1.0", "no", "null", "2017-01-01", "true"]),
)


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, Any]:
    """`{min, max}`, `{min}` or `{max}`."""
    ends = sorted(draw(st.lists(st.integers(-100, 100) | st.floats(-100, 100), min_size=2, max_size=2)))
    return draw(st.sampled_from([{"min": ends[0], "max": ends[1]}, {"min": ends[0]}, {"max": ends[1]}]))


whens = st.dictionaries(facts, plain_values | bounds(), min_size=1, max_size=2)
lengths = st.fixed_dictionaries(
    {"days": st.integers(0, 40)}, optional={"unit": st.sampled_from([unit.value for unit in Unit])}
)
procedures = st.fixed_dictionaries(
    {},
    optional={
        "papers_before": lengths,
        "minutes_within": lengths,
        "extraordinary_notice": lengths | st.fixed_dictionaries({"hours": st.integers(0, 96)}),
        "meetings_per_year": st.sampled_from([{"min": 2}, {"max": 3}, {"min": 1, "max": 4}]),
        "quorum": st.sampled_from([{"seats": 4}, {"parties": 2}, {"share": 0.5}, {"share": 1}]),
        "rule": st.sampled_from([rule.value for rule in DecisionRule]),
        "written": lengths,
        "handover": lengths,
        "note": texts,
    },
)


@st.composite
def validities(draw: st.DrawFn) -> dict[str, date]:
    """`valid`, with any end left out."""
    start = draw(days)
    until = start + timedelta(days=draw(st.integers(1, 900)))
    return draw(st.sampled_from([{}, {"from": start}, {"until": until}, {"from": start, "until": until}]))


@st.composite
def remarks(draw: st.DrawFn) -> dict[str, Any]:
    """What may stand on every entry; mostly nothing."""
    source = st.fixed_dictionaries({"document": texts}, optional={"section": texts})
    optional = {"aliases": st.lists(texts, max_size=2), "source": source, "note": texts}
    return draw(st.just({}) | st.fixed_dictionaries({}, optional=optional))


def _words(vocabulary: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([word.value for word in vocabulary])


def _some(draw: st.DrawFn, known: list[str], most: int = 2) -> list[str]:
    return draw(st.lists(st.sampled_from(known), max_size=most, unique=True)) if known else []


def _maybe(draw: st.DrawFn, key: str, known: list[str]) -> dict[str, str]:
    chosen = draw(st.none() | st.sampled_from(known)) if known else None
    return {} if chosen is None else {key: chosen}


def _valid(draw: st.DrawFn) -> dict[str, Any]:
    valid = draw(validities())
    return {"valid": valid} if valid else {}


@st.composite
def documents(draw: st.DrawFn, *, most: int = 4) -> dict[str, Any]:
    """Any small register document that `parse` takes: every list, every key, nothing that overlaps."""

    def new_ids() -> list[str]:
        return draw(st.lists(ids, max_size=most, unique=True))

    def base(identifier: str) -> dict[str, Any]:
        return {"id": identifier, "name": draw(texts), **draw(remarks())}

    parties, organisations, instruments, fora, subjects, systems = (new_ids() for _ in range(6))
    found: dict[str, Any] = {"schema": SCHEMA, **draw(remarks())}
    found["parties"] = [{**base(party), "kind": draw(_words(PartyKind))} for party in parties]
    organisations = organisations if parties else []
    found["organisations"] = [
        {
            **base(organisation),
            "party": draw(st.sampled_from(parties)),
            **_maybe(draw, "replaces", organisations[:number]),
            **draw(st.just({}) | st.fixed_dictionaries({"short": texts})),
            **_valid(draw),
        }
        for number, organisation in enumerate(organisations)
    ]
    found["instruments"] = [
        {
            **base(i),
            "kind": draw(_words(InstrumentKind)),
            "date": draw(days),
            "eli": draw(texts),
            **_valid(draw),
        }
        for i in instruments
    ]
    found["fora"] = [
        _forum(
            draw,
            {**base(forum), **_maybe(draw, "parent", fora[:number])},
            parties,
            organisations,
            instruments,
            fora,
        )
        for number, forum in enumerate(fora)
    ]
    found["subjects"] = [
        {**base(subject), **_maybe(draw, "parent", subjects[:number]), "binds": _some(draw, parties)}
        for number, subject in enumerate(subjects)
    ]
    ambiguous = set(fora) & set(organisations)
    found["mandates"] = (
        [
            _mandate(
                draw,
                f"m{number}",
                fora,
                subjects,
                [o for o in organisations if o not in ambiguous],
                instruments,
                ambiguous,
            )
            for number in range(draw(st.integers(0, 2 * most)))
        ]
        if fora and subjects
        else []
    )
    found["duties"] = (
        [
            {
                **base(f"d{number}"),
                "forum": draw(st.sampled_from(fora)),
                "subject": draw(st.sampled_from(subjects)),
                "act": draw(_words(Act)),
                **draw(st.sampled_from([{}, {"months": [11, 6]}, {"every": "P6M"}, {"by": "sekretariatet"}])),
                **_valid(draw),
            }
            for number in range(draw(st.integers(0, 2)))
        ]
        if fora and subjects
        else []
    )
    found["systems"] = [
        {
            **base(system),
            **_maybe(draw, "manager", organisations),
            **_maybe(draw, "operator", organisations),
            "depends_on": [
                draw(
                    st.just(other)
                    | st.builds(lambda valid, o=other: {"system": o, "valid": valid}, validities())
                )
                for other in _some(draw, systems)
            ],
            **_valid(draw),
        }
        for system in systems
    ]
    found["initiatives"] = [
        {
            **base(f"i{number}"),
            "code": f"1.{number}",
            **_maybe(draw, "lead", organisations),
            "portfolios": [
                draw(
                    st.just(forum)
                    | st.builds(lambda valid, f=forum: {"forum": f, "valid": valid}, validities())
                )
                for forum in _some(draw, fora)
            ],
            **_maybe(draw, "instrument", instruments),
            **_maybe(draw, "system", systems),
        }
        for number in range(draw(st.integers(0, 2)))
    ]
    found["accepted"] = [
        {"rule": LintRule.G05.value, "id": forum, "reason": draw(texts), **_maybe(draw, "party", parties)}
        for forum in _some(draw, fora)
    ]
    return _without_overlaps(found)


def _forum(
    draw: st.DrawFn,
    base: dict[str, Any],
    parties: list[str],
    organisations: list[str],
    instruments: list[str],
    fora: list[str],
) -> dict[str, Any]:
    level = draw(_words([word for word in Level if parties or word != Level.PARTY]))
    hearings: list[dict[str, Any]] = []
    if parties:
        for body in _some(draw, fora):
            how = draw(st.just({"sits": True}) | st.builds(lambda length: {"takes": length}, lengths))
            hearings.append({"party": draw(st.sampled_from(parties)), "body": body, **how})
    roles = st.lists(_words(Role), min_size=len(organisations), max_size=len(organisations))
    seats = [
        {"organisation": o, "role": role, "count": draw(st.integers(1, 3)), **_valid(draw), **draw(remarks())}
        for o, role in zip(organisations, draw(roles), strict=True)
    ]
    founders = [{"instrument": i} for i in instruments] + [{"forum": f} for f in fora]
    return {
        **base,
        "level": level,
        "kind": draw(_words(ForumKind)),
        **({"party": draw(st.sampled_from(parties))} if level == Level.PARTY else {}),
        "acts_as": _some(draw, fora),
        **({"established_by": draw(st.sampled_from(founders))} if founders and draw(st.booleans()) else {}),
        **_maybe(draw, "terms_of_reference", instruments),
        **_valid(draw),
        "seats": seats,
        "procedure": draw(procedures),
        "hearings": hearings,
        "meetings": draw(st.lists(days, max_size=4, unique=True)),
    }


def _mandate(
    draw: st.DrawFn,
    identifier: str,
    fora: list[str],
    subjects: list[str],
    organisations: list[str],
    instruments: list[str],
    ambiguous: set[str],
) -> dict[str, Any]:
    act = draw(st.sampled_from(list(Act)))
    recipients = [f for f in fora if f not in ambiguous] + organisations if act in TO_ORGANISATION else fora
    effect = draw(st.sampled_from(["may", "may", "may", "may-not"])) if recipients else "may-not"
    to = {"to": draw(st.sampled_from(recipients))} if recipients and draw(st.integers(0, 3)) else {}
    if not to and effect == "may":
        act = draw(st.sampled_from([Act.DECIDE, Act.APPROVE, Act.RATIFY, Act.DISCUSS]))
    return {
        "id": identifier,
        "forum": draw(st.sampled_from(fora)),
        "act": act.value,
        "subject": draw(st.sampled_from(subjects)),
        **to,
        "effect": effect,
        **draw(st.sampled_from([{}, {"joint": True}, {"required": False}, {"required": True}])),
        **draw(st.just({}) | st.builds(lambda when: {"when": when}, whens)),
        **({"basis": {"instrument": draw(st.sampled_from(instruments))}} if instruments else {}),
        **_valid(draw),
        **draw(remarks()),
    }


def _without_overlaps(found: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says the same as an entry before it."""
    read = parse(found, allow_overlaps=True)
    for name, same in (("mandates", same_mandate), ("instruments", same_instrument)):
        first: dict[object, str] = {}
        for key, record in read.lists()[name].items():
            first.setdefault(same(record), key)
        kept = set(first.values())
        if name == "instruments" and len(kept) < len(found[name]):
            for number, entry in enumerate(found[name]):
                entry["name"] = f"{number} {entry['name']}"
            continue
        found[name] = [entry for entry in found[name] if entry["id"] in kept]
    return found


def registers(*, most: int = 4) -> st.SearchStrategy[Register]:
    """Any small register."""
    return documents(most=most).map(parse)
