"""What lies outside the mandate goes on only with a reason."""

from dataclasses import replace
from typing import Any

import pytest

from samstyr.rules.mandate import Check
from samstyr.rules.procedure.override import (
    Asked,
    Deed,
    Kept,
    Stage,
    concerns,
    covers,
    may_override,
    may_send,
    outside,
)
from samstyr.rules.register import Act
from samstyr.rules.verdict import Allowed, CheckVerdict, Denied

AGENDA, RESOLUTION = Stage.AGENDA, Stage.RESOLUTION


def answer(verdict: CheckVerdict) -> Check:
    return Check(
        verdict=verdict, mandates=(), basis=(), holders=(), missing_facts=(), reason=f"Eksempel: {verdict}."
    )


def asked(
    verdict: CheckVerdict = CheckVerdict.NEEDS,
    *,
    item: int = 1,
    stage: Stage = AGENDA,
    clause: int | None = None,
    act: Act = Act.APPROVE,
) -> Asked:
    deed = Deed(item=item, stage=stage, clause=clause, act=act, forum="f", subject="s")
    return Asked(deed=deed, number=str(item), check=answer(verdict))


def kept(of: Asked) -> Kept:
    """Answer the reason that somebody gave for just this."""
    return Kept(deed=of.deed, verdict=of.check.verdict)


@pytest.mark.parametrize(
    ("verdict", "needed"),
    [
        (CheckVerdict.WITHIN, False),
        (CheckVerdict.DENIED, True),
        (CheckVerdict.NEEDS, True),
        (CheckVerdict.ULTRA_VIRES, True),
    ],
)
def test_every_verdict_but_within_needs_a_reason(verdict: CheckVerdict, needed: bool) -> None:
    assert asked(verdict).needs_reason is needed


def test_agenda_is_held_back_by_what_has_no_reason() -> None:
    first, second, third = (
        asked(),
        asked(CheckVerdict.WITHIN, item=2),
        asked(CheckVerdict.ULTRA_VIRES, item=3),
    )

    assert outside([first, second, third], [kept(first)]) == (third,)
    assert may_send([first, second, third], [kept(first)]) == Denied(
        "outside-mandate", {"stage": AGENDA, "items": (("3", "Eksempel: ultra_vires."),)}
    )
    assert may_send([first, second, third], [kept(first), kept(third)]) == Allowed()


def test_item_is_named_once_however_many_recommendations_it_has() -> None:
    drafts = [asked(stage=RESOLUTION, clause=place) for place in range(3)]

    assert may_send(drafts, []) == Denied(
        "outside-mandate", {"stage": RESOLUTION, "items": (("1", "Eksempel: needs."),)}
    )


def test_reason_given_with_the_agenda_covers_the_decisions() -> None:
    reason = kept(asked())

    found = {
        (act, clause): covers(reason, asked(stage=RESOLUTION, clause=clause, act=act))
        for act in (Act.APPROVE, Act.DECIDE, Act.ESTABLISH)
        for clause in (None, 0)
    }

    assert found == {
        (Act.APPROVE, None): True,
        (Act.APPROVE, 0): True,
        (Act.DECIDE, None): True,  # one power
        (Act.DECIDE, 0): True,
        (Act.ESTABLISH, None): False,
        (Act.ESTABLISH, 0): False,
    }


def test_reason_given_for_a_decision_covers_that_recommendation_alone() -> None:
    reason = kept(asked(stage=RESOLUTION, clause=1))

    assert covers(reason, asked(stage=RESOLUTION, clause=1))
    assert not covers(reason, asked(stage=RESOLUTION, clause=0))
    assert not covers(reason, asked(stage=RESOLUTION))
    assert not covers(reason, asked(stage=AGENDA))


@pytest.mark.parametrize("changed", [{"item": 2}, {"forum": "g"}, {"subject": "t"}, {"act": Act.APPOINT}])
def test_reason_concerns_no_other_deed(changed: dict[str, Any]) -> None:
    one = asked()

    assert concerns(kept(one), one.deed)
    assert not concerns(kept(one), replace(one.deed, **changed))


def test_reason_is_asked_anew_where_the_check_says_something_else() -> None:
    one = asked()
    denied = replace(one, check=answer(CheckVerdict.DENIED))

    assert covers(kept(one), one)
    assert (concerns(kept(one), denied.deed), covers(kept(one), denied)) == (True, False)


def test_there_is_something_to_override_outside_the_mandate_alone_and_once() -> None:
    one, nothing = asked(), Denied("nothing-to-override")

    assert may_override([one], []) == Allowed()
    assert may_override([one], [kept(one)]) == nothing
    assert may_override([asked(CheckVerdict.WITHIN)], []) == nothing
    assert may_override([], []) == nothing
