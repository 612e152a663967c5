"""Who may do what: example by example, and any register against the contract by the letter."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.crowded_registers import crowded_registers
from tests.factories.registers import register
from tests.unit.rules.by_the_letter import answer, in_case
from tests.unit.rules.by_the_letter import deciders as plain_deciders
from tests.unit.rules.by_the_letter import holders as plain_holders

from samstyr.rules.mandate import (
    UnknownIdError,
    check,
    deciders,
    holders,
    missing_facts,
    permissions,
)
from samstyr.rules.register import Act, Facts, Register

DAY = date(2017, 6, 28)
TREE = ["s", {"id": "s.1", "parent": "s"}, {"id": "s.1.1", "parent": "s.1"}]
FORA = ["board", "group", "council"]


def governance(*mandates: dict[str, Any], **lists: list[Any]) -> Register:
    """Three fora, three subjects in a line, and these mandates: the board's about s, unless they say else."""
    filled = [{"forum": "board", "subject": "s", **mandate} for mandate in mandates]
    return register(**{"fora": FORA, "subjects": TREE, "mandates": filled, **lists})


def asked(
    found: Register, forum: str, act: str, subject: str = "s", /, **facts: Any
) -> tuple[str, list[str]]:
    """Verdict and mandates."""
    answered = check(found, forum, Act(act), subject, DAY, facts)
    return answered.verdict.value, list(answered.mandates)


def test_forum_with_the_mandate_is_within_it():
    found = governance({"act": "discuss"})

    assert asked(found, "board", "discuss") == ("within", ["m1"])


def test_mandate_is_inherited_by_the_subjects_below():
    found = governance({"act": "discuss"})

    assert asked(found, "board", "discuss", "s.1.1") == ("within", ["m1"])


def test_mandate_does_not_reach_the_subjects_above():
    found = governance({"act": "discuss", "subject": "s.1"})

    assert asked(found, "board", "discuss", "s") == ("ultra_vires", [])


def test_nearest_mandates_apply_all_of_them_whatever_their_recipient():
    found = governance(
        {"act": "recommend", "to": "group"},
        {"act": "recommend", "to": "council", "subject": "s.1"},
        {"act": "recommend", "to": "group", "subject": "s.1", "when": {"phase": "start"}},
    )

    assert asked(found, "board", "recommend", "s.1.1", phase="start") == ("within", ["m2", "m3"])
    assert asked(found, "board", "recommend", "s.1.1", phase="end") == ("within", ["m2"])
    assert asked(found, "board", "recommend", "s") == ("within", ["m1"])


@pytest.mark.parametrize(
    ("valid", "counts"),
    [
        ({}, True),
        ({"from": DAY}, True),
        ({"from": DAY + timedelta(1)}, False),
        ({"until": DAY}, False),
        ({"until": DAY + timedelta(1)}, True),
    ],
)
def test_mandate_counts_only_while_it_and_its_forum_are_in_force(valid, counts):
    by_mandate = governance({"act": "discuss", "valid": valid})
    by_forum = governance({"act": "discuss"}, fora=[{"id": "board", "valid": valid}])
    expected = ("within", ["m1"]) if counts else ("ultra_vires", [])

    assert asked(by_mandate, "board", "discuss") == expected
    assert asked(by_forum, "board", "discuss") == expected


def test_mandate_counts_though_its_basis_is_not_in_force():
    found = governance(
        {"act": "discuss", "basis": {"instrument": "i"}},
        instruments=[{"id": "i", "valid": {"until": "2000-01-01"}}],
    )

    assert asked(found, "board", "discuss") == ("within", ["m1"])


@pytest.mark.parametrize("of", [{"subject": "s.1"}, {"subject": "s"}])
def test_denial_at_the_same_or_a_nearer_subject_takes_the_act(of):
    found = governance({"act": "discuss"}, {"act": "discuss", "effect": "may-not", **of})

    assert asked(found, "board", "discuss", "s.1") == ("denied", ["m2"])


def test_permission_at_a_strictly_nearer_subject_stands():
    found = governance({"act": "discuss", "effect": "may-not"}, {"act": "discuss", "subject": "s.1"})

    assert asked(found, "board", "discuss", "s.1.1") == ("within", ["m2"])
    assert asked(found, "board", "discuss", "s") == ("denied", ["m1"])


def test_denial_takes_only_its_act_from_only_its_forum():
    found = governance(
        {"act": "discuss"},
        {"act": "monitor"},
        {"act": "discuss", "forum": "group"},
        {"act": "discuss", "effect": "may-not"},
    )

    assert asked(found, "board", "monitor") == ("within", ["m2"])
    assert asked(found, "group", "discuss") == ("within", ["m3"])


def test_denial_without_any_permission_is_a_denial():
    found = governance(
        {"act": "decide", "effect": "may-not"}, {"act": "decide", "effect": "may-not", "subject": "s.1"}
    )

    assert asked(found, "board", "decide", "s.1") == ("denied", ["m1", "m2"])


def test_denial_with_a_recipient_takes_that_recipient_only():
    found = governance(
        {"act": "recommend", "to": "group"},
        {"act": "recommend", "to": "council"},
        {"act": "recommend", "to": "group", "effect": "may-not"},
    )

    assert asked(found, "board", "recommend") == ("within", ["m2"])


def test_denial_of_every_recipient_is_a_denial():
    found = governance(
        {"act": "recommend", "to": "group"}, {"act": "recommend", "to": "group", "effect": "may-not"}
    )

    assert asked(found, "board", "recommend") == ("denied", ["m2"])


def test_denial_of_a_recipient_alone_does_not_take_the_act():
    found = governance({"act": "recommend", "to": "group", "effect": "may-not"})

    assert asked(found, "board", "recommend") == ("ultra_vires", [])


def test_denial_under_conditions_counts_where_they_are_met():
    found = governance({"act": "discuss"}, {"act": "discuss", "effect": "may-not", "when": {"phase": "end"}})

    assert asked(found, "board", "discuss", phase="end") == ("denied", ["m2"])
    assert asked(found, "board", "discuss", phase="start") == ("within", ["m1"])
    assert asked(found, "board", "discuss") == ("within", ["m1"])


def test_deciding_and_approving_are_one_power():
    found = governance({"act": "approve"})

    assert asked(found, "board", "decide") == ("within", ["m1"])
    assert asked(found, "board", "approve") == ("within", ["m1"])


def test_mandates_of_the_nearest_deciders_win():
    found = governance(
        {"act": "decide"},
        {"act": "approve", "forum": "group", "subject": "s.1"},
    )

    assert asked(found, "group", "decide", "s.1.1") == ("within", ["m2"])
    assert asked(found, "board", "decide", "s.1.1") == ("ultra_vires", [])
    assert asked(found, "board", "decide", "s") == ("within", ["m1"])


def test_denial_to_decide_leaves_the_power_to_approve():
    found = governance({"act": "decide"}, {"act": "approve"}, {"act": "decide", "effect": "may-not"})

    assert asked(found, "board", "approve") == ("within", ["m2"])


def test_decider_whose_act_is_denied_gives_way_to_the_next():
    found = governance(
        {"act": "decide", "subject": "s.1"},
        {"act": "decide", "subject": "s.1", "effect": "may-not"},
        {"act": "decide", "forum": "group"},
    )

    assert deciders(found, "s.1", DAY).fora == ("group",)


@pytest.mark.parametrize(
    ("flags", "joint"), [((True, True), True), ((True, False), False), ((False, False), False)]
)
def test_deciders_are_joint_when_every_one_says_so(flags, joint):
    found = governance(
        {"act": "decide", "joint": flags[0]}, {"act": "approve", "forum": "group", "joint": flags[1]}
    )

    answered = deciders(found, "s.1", DAY)

    assert (answered.fora, answered.distance, answered.joint) == (("board", "group"), 1, joint)


def test_single_decider_is_not_joint():
    found = governance({"act": "decide", "joint": True})

    assert not deciders(found, "s", DAY).joint


@pytest.mark.parametrize("act", ["recommend", "prepare", "escalate"])
def test_forum_that_may_bring_it_further_needs_others(act):
    found = governance({"act": act, "to": "group"}, {"act": "decide", "forum": "group"})

    answered = check(found, "board", Act.DECIDE, "s.1", DAY)

    assert (answered.verdict, answered.mandates, answered.holders) == ("needs", ("m1",), ("group",))


@pytest.mark.parametrize("act", ["assure", "advise", "report", "inform"])
def test_other_acts_are_no_way_up(act):
    found = governance({"act": act, "to": "group"}, {"act": "decide", "forum": "group"})

    assert asked(found, "board", "decide") == ("ultra_vires", [])


def test_all_ways_up_are_told():
    found = governance(
        {"act": "recommend", "to": "group"},
        {"act": "escalate", "to": "council"},
        {"act": "prepare", "to": "group", "effect": "may-not"},
    )

    assert asked(found, "board", "decide") == ("needs", ["m1", "m2"])


def test_denial_is_told_before_a_way_up():
    found = governance({"act": "recommend", "to": "group"}, {"act": "decide", "effect": "may-not"})

    assert asked(found, "board", "decide") == ("denied", ["m2"])


def test_basis_and_holders_are_sorted_and_each_named_once():
    found = governance(
        {"act": "recommend", "to": "group", "basis": {"instrument": "b"}},
        {"act": "recommend", "to": "council", "basis": {"instrument": "a"}},
        {"act": "recommend", "to": "board", "basis": {"instrument": "b"}},
        {"act": "decide", "forum": "group"},
        {"act": "decide", "forum": "council"},
        instruments=["a", "b"],
    )

    answered = check(found, "board", Act.DECIDE, "s", DAY)

    assert (answered.basis, answered.holders) == (("a", "b"), ("council", "group"))


def test_forum_not_in_force_has_a_known_id_and_may_nothing():
    found = governance(
        {"act": "decide"},
        {"act": "decide", "forum": "group"},
        fora=[{"id": "board", "valid": {"until": DAY}}, "group"],
    )

    answered = check(found, "board", Act.DECIDE, "s", DAY)

    assert (answered.verdict, answered.holders) == ("ultra_vires", ("group",))
    assert "ikke i kraft den 28. juni 2017" in answered.reason


def test_missing_facts_are_those_the_case_does_not_give_whatever_the_verdict():
    found = governance(
        {"act": "decide", "when": {"phase": "start", "amount_dkk": {"max": 5}}},
        {"act": "approve", "forum": "group", "when": {"kind": "x"}},
        {"act": "monitor", "when": {"held": 1}},
        {"act": "monitor", "forum": "group", "when": {"other": 1}},
        {"act": "decide", "subject": "s.1", "when": {"below": 1}},
        {"act": "decide", "effect": "may-not", "when": {"denial": 1}},
        {"act": "decide", "when": {"past": 1}, "valid": {"until": DAY}},
    )

    answered = check(found, "board", Act.DECIDE, "s", DAY, {"phase": "end"})

    assert answered.missing_facts == ("amount_dkk", "denial", "held", "kind")
    assert missing_facts(found, "s", DAY, {"phase": "end"}) == (
        "amount_dkk",
        "denial",
        "held",
        "kind",
        "other",
    )


def test_fact_that_is_null_is_not_given():
    found = governance({"act": "decide", "when": {"phase": "start"}})

    assert check(found, "board", Act.DECIDE, "s", DAY, {"phase": None}).missing_facts == ("phase",)


@pytest.mark.parametrize(("forum", "subject"), [("x", "s"), ("board", "x")])
def test_unknown_id_is_named(forum, subject):
    with pytest.raises(UnknownIdError, match="has the id 'x'"):
        check(governance(), forum, Act.DECIDE, subject, DAY)


def test_reason_names_forum_basis_and_who_else():
    found = governance(
        {"act": "recommend", "to": "group", "basis": {"instrument": "i", "section": "7"}},
        {"act": "approve", "forum": "group"},
        instruments=[{"id": "i", "name": "Eksempelaftalen"}],
    )

    assert check(found, "board", Act.APPROVE, "s", DAY).reason == (
        "BOARD kan ikke godkende »S«, men kan indstille sagen til GROUP, jf. Eksempelaftalen, afsnit 7. "
        "Det kan derimod GROUP."
    )
    assert check(found, "council", Act.APPROVE, "s", DAY).reason == (
        "COUNCIL har intet mandat til at godkende »S«. Det kan derimod GROUP."
    )


def test_reason_tells_joint_deciders_apart_from_alternatives():
    together = governance(
        {"act": "decide", "joint": True}, {"act": "decide", "forum": "group", "joint": True}
    )
    either = governance({"act": "decide"}, {"act": "decide", "forum": "group"})

    assert check(together, "board", Act.DECIDE, "s", DAY).reason == (
        "BOARD kan træffe beslutning om »S«. Det sker i fællesskab med GROUP."
    )
    assert check(either, "board", Act.DECIDE, "s", DAY).reason == (
        "BOARD kan træffe beslutning om »S«. Det samme kan GROUP."
    )


cases = st.fixed_dictionaries(
    {},
    optional={
        "phase": st.sampled_from(["start", "1", 1.0, "end"]),
        "n": st.sampled_from([1, "5", 10.5, "x"]),
    },
)
moments = st.sampled_from([date(2016, 12, 31), date(2017, 6, 30), date(2017, 7, 1), date(2018, 1, 1)])


@settings(max_examples=200)
@given(crowded_registers(), cases, moments, st.sampled_from(list(Act)[:9]))
def test_any_check_is_what_the_contract_says(found, given_facts, on, act):
    facts = Facts(given_facts)
    for forum in found.fora:
        for subject in found.subjects:
            answered = check(found, forum, act, subject, on, facts).as_json()
            assert answered.pop("reason")
            assert answered == answer(found, forum, act, subject, on, facts)


@settings(max_examples=100)
@given(crowded_registers(), cases, moments)
def test_any_deciders_and_holders_are_what_the_contract_says(found, given_facts, on):
    counts = in_case(Facts(given_facts))
    for subject in found.subjects:
        answered = deciders(found, subject, on, given_facts)
        assert {forum: [m.id for m in held] for forum, held in answered.mandates.items()} == plain_deciders(
            found, subject, on, counts
        )
        for act in (Act.RECOMMEND, Act.RATIFY):
            able = holders(found, act, subject, on, given_facts)
            assert {forum: [m.id for m in held] for forum, held in able.items()} == plain_holders(
                found, act, subject, on, counts
            )
            assert {
                forum for forum in found.fora if permissions(found, forum, act, subject, on, given_facts)
            } == set(able)
