"""The rules about mandates on any register, against the contract's sentences done the slow and plain way."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.crowded_registers import crowded_registers
from tests.unit.rules.by_the_letter import above, deciders, held, holders, in_force, in_lint

from samstyr.rules.lint import findings
from samstyr.rules.register import Act, Level, Mandate, Register, Role

WAITED_FOR = (Act.RECOMMEND, Act.ASSURE, Act.PREPARE, Act.ADVISE)
CARRIES_ON = (Act.DECIDE, Act.APPROVE, Act.RECOMMEND, Act.PREPARE, Act.ASSURE, Act.ESCALATE)
VOTES = (Role.CHAIR, Role.CO_CHAIR, Role.VICE_CHAIR, Role.MEMBER)
moments = st.sampled_from([date(2016, 12, 31), date(2017, 6, 30), date(2017, 7, 1), date(2018, 1, 1)])


def leaves(register: Register) -> list[str]:
    parents = {subject.parent for subject in register.subjects.values()}
    return [subject for subject in register.subjects if subject not in parents]


def at_or_below(register: Register, subject: str) -> list[str]:
    return [other for other in register.subjects if subject in above(register, other)]


def may(register: Register, forum: str, act: Act, subject: str, on: date) -> list[Mandate]:
    return held(register, forum, act, subject, on, in_lint)[1]


def standing(register: Register, on: date) -> list[Mandate]:
    """The permissions that apply on their own subject."""
    return [
        m for m in in_force(register, on) if m.permits and m in may(register, m.forum, m.act, m.subject, on)
    ]


def g01_g02(register: Register, on: date) -> list[tuple[str, str]]:
    found = []
    for subject in leaves(register):
        able = deciders(register, subject, on, in_lint)
        if not able:
            found.append(("G01", subject))
        joint = all(register.mandates[m].joint for ids in able.values() for m in ids)
        if len(able) > 1 and not joint:
            found.append(("G02", subject))
    return found


def g03(register: Register, on: date) -> list[tuple[str, str]]:
    acts = (Act.RECOMMEND, Act.PREPARE, Act.ASSURE, Act.ESCALATE)
    return [
        ("G03", m.id)
        for m in in_force(register, on)
        if m.permits
        and m.act in acts
        and m.to is not None
        and not (
            register.fora[m.to].valid.covers(on)
            and any(
                may(register, m.to, act, subject, on)
                for act in CARRIES_ON
                for subject in at_or_below(register, m.subject)
            )
        )
    ]


def g04(register: Register, on: date) -> list[tuple[str, str]]:
    found = []
    for subject in leaves(register):
        reach = {
            (forum, m.to)
            for forum in register.fora
            for act in WAITED_FOR
            for m in may(register, forum, act, subject, on)
            if m.is_required
        }
        for _ in register.fora:
            reach |= {(a, d) for a, b in reach for c, d in reach if b == c}
        if any(a == b for a, b in reach):
            found.append(("G04", subject))
    return found


def g06(register: Register, on: date) -> list[tuple[str, str]]:
    def under(forum: str, top: str) -> bool:
        parent = register.fora[forum].parent
        return parent is not None and (parent == top or under(parent, top))

    lasting = standing(register, on)
    return [
        ("G06", forum.id)
        for forum in register.fora.values()
        if forum.valid.covers(on)
        and forum.level != Level.PARTY
        and forum.parent is None
        and not any(m.forum == forum.id and m.act in (Act.REPORT, Act.RECOMMEND) for m in lasting)
        and not any(
            m.act == Act.RECOMMEND and m.to == forum.id and not under(m.forum, forum.id) for m in lasting
        )
    ]


def g07(register: Register, on: date) -> list[tuple[str, str]]:
    return [
        ("G07", m.id)
        for m in in_force(register, on)
        if m.basis and not register.instruments[m.basis.instrument].valid.covers(on)
    ]


def g08(register: Register, on: date) -> list[tuple[str, str]]:
    def seated(forum: str, party: str) -> bool:
        record = register.fora[forum]
        return (record.level == Level.PARTY and record.party == party) or any(
            seat.role in VOTES
            and seat.valid.covers(on)
            and register.organisations[seat.organisation].party == party
            for seat in record.seats
        )

    found = []
    for subject in register.subjects.values():
        deciding = deciders(register, subject.id, on, in_lint)
        fora = {*deciding, *holders(register, Act.RATIFY, subject.id, on, in_lint)}
        found += [
            ("G08", subject.id)
            for party in subject.binds
            if not deciding or not any(seated(forum, party) for forum in fora)
        ]
    return found


def g11(register: Register, on: date) -> list[tuple[str, str]]:
    after = on.replace(year=on.year + 1)
    return [
        ("G11", forum)
        for forum in {m.forum for m in standing(register, on) if m.act in (Act.DECIDE, Act.APPROVE)}
        if not any(on <= meeting < after for meeting in register.fora[forum].meetings)
    ]


@settings(max_examples=200)
@given(crowded_registers(), moments)
def test_any_register_has_the_findings_the_contract_says(register, on):
    rules = ("G01", "G02", "G03", "G04", "G06", "G07", "G08", "G11")

    found = [(f.rule.value, f.id) for f in findings(register, on) if f.rule in rules]

    expected = [pair for rule in (g01_g02, g03, g04, g06, g07, g08, g11) for pair in rule(register, on)]
    assert found == sorted(expected)
