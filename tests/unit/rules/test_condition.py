"""Values of facts: what is equal, what lies within bounds, and what two mandates say alike."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.register import NO_FACTS, Bounds, Condition, Facts, Mandate
from samstyr.rules.register.condition import canonical_text, settled, when_key

numbers = st.one_of(
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4).map(
        str
    ),
)


def met(wanted, given_value) -> bool:
    return Facts({"f": given_value}).admit((Condition("f", wanted),), permission=True)


@pytest.mark.parametrize(
    ("wanted", "given_value", "equal"),
    [
        ("start", "start", True),
        ("start", "Start", False),
        ("start", " start", False),
        (1, "1", True),
        (1, "1.0", True),
        (1, "01", True),
        (1, "+1", True),
        (1, 1.0, True),
        ("1.50", 1.5, True),
        ("1.5", "1,5", False),
        (0.1, "0.1", True),
        (1000000, "1e6", True),
        (10**30, 10**30 + 1, False),
        (1, "one", False),
        (1, " 1", False),
        (1, "1_0", False),
        (0, "-0", True),
        (True, "true", True),
        (True, 1, False),
        ("true", True, True),
        ("1", True, False),
        (date(2017, 1, 1), "2017-01-01", True),
        ("nan", "nan", True),
        ("x", None, False),
        ("", "", True),
    ],
)
def test_values_are_equal_as_numbers_where_both_are_else_as_text(wanted, given_value, equal):
    assert met(wanted, given_value) == equal


@pytest.mark.parametrize(
    ("bounds", "given_value", "within"),
    [
        (Bounds(max=15_000_000), 15_000_000, True),
        (Bounds(max=15_000_000), "15000000.0", True),
        (Bounds(max=15_000_000), 15_000_000.01, False),
        (Bounds(max=15_000_000), -1, True),
        (Bounds(min=2), "2", True),
        (Bounds(min=2), 1.999, False),
        (Bounds(min=2, max=3), 2.5, True),
        (Bounds(min=0.1, max=0.1), "0.1", True),
        (Bounds(max=5), "four", False),
        (Bounds(max=5), True, False),
        (Bounds(max=5), "", False),
        (Bounds(max=5), date(2017, 1, 1), False),
    ],
)
def test_bounds_include_their_ends_and_are_met_by_numbers_only(bounds, given_value, within):
    assert met(bounds, given_value) == within


def test_fact_that_is_not_given_meets_nothing():
    assert not NO_FACTS.admit((Condition("f", "x"),), permission=True)
    assert not NO_FACTS.admit((Condition("f", Bounds()),), permission=True)


@pytest.mark.parametrize("value", [[1], {"min": 1}, float("nan"), float("inf"), b"x"])
def test_fact_of_another_type_is_refused_by_name(value):
    with pytest.raises(TypeError, match="phase: expected a text or a finite number"):
        Facts({"phase": value})


def test_key_of_conditions_is_the_same_for_the_same_conditions_only():
    same = [
        (Condition("b", "1.0"), Condition("a", Bounds(min=1, max=20))),
        (Condition("a", Bounds(min=1.0, max=20.0)), Condition("b", 1)),
    ]
    other = [
        (),
        (Condition("b", 1),),
        (Condition("b", "x"), Condition("a", Bounds(min=1, max=20))),
        (Condition("a", '{"max":"20","min":"1"}'), Condition("b", 1)),
    ]

    assert [when_key(when) for when in same] == ['{"a":{"max":"20","min":"1"},"b":"1"}'] * 2
    assert len({when_key(when) for when in (*same, *other)}) == 5
    assert Mandate(id="m", forum="f", act="decide", subject="s").when_key == ""


@given(numbers, numbers)
def test_canonical_text_of_numbers_is_shared_exactly_by_equal_ones(one, other):
    assert (canonical_text(settled(one)) == canonical_text(settled(other))) == (exact(one) == exact(other))


def exact(number) -> Fraction:
    """The number as it is written."""
    return Fraction(Decimal(repr(number) if isinstance(number, float) else number))


@given(numbers)
def test_canonical_text_of_a_number_is_that_number(number):
    assert met(number, canonical_text(settled(number)))
