"""The states of a pack that a worker makes, walked whole."""

from itertools import product

from samstyr.rules.procedure.states import PreparedState, may_step


def test_only_these_steps_can_be_taken() -> None:
    taken = {(state, to) for state, to in product(PreparedState, repeat=2) if may_step("prepared", state, to)}

    assert taken == {
        ("waiting", "making"),
        ("waiting", "cancelled"),
        ("making", "ready"),
        ("making", "failed"),
        ("making", "cancelled"),
        ("ready", "waiting"),
        ("failed", "waiting"),
        ("cancelled", "waiting"),
    }
