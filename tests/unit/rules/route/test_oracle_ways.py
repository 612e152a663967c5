"""The plain planner by hand: why a case is blocked, which steps a way has, and who stands in the plan by what."""

from datetime import date

import pytest
from tests.unit.rules.route.small_routes import (
    MAY_1,
    MAY_8,
    MAY_15,
    MAY_22,
    MAY_29,
    MONDAYS,
    acts,
    blocked,
    heard,
    on,
    route,
    sittings,
    waits,
)

# Blocked.


def test_nobody_decides():
    assert blocked(route({"a": on(*MONDAYS)}, "a report a")) == ("no-decider", [], None)


def test_fora_in_a_circle_are_named_and_those_behind_them_not():
    found = route(
        {forum: on(*MONDAYS) for forum in "abcd"},
        "d decide",
        "c recommend d",
        "b recommend c",
        "c prepare b",
        "a assure b",
    )

    assert blocked(found) == ("cycle", ["b", "c"], None)


def test_forum_that_waits_for_itself_is_a_circle():
    assert blocked(route({"a": on(*MONDAYS)}, "a decide", "a prepare a")) == ("cycle", ["a"], None)


def test_advice_that_is_not_required_makes_no_circle():
    assert route({"a": on(*MONDAYS)}, "a decide", "a advise a")["decided_on"] == "2017-05-01"


def test_no_way_up_names_the_fora_of_all_alternatives():
    found = route({forum: on(*MONDAYS) for forum in "abcd"}, "b decide", "c decide", "d recommend c")

    assert blocked(found) == ("no-way", ["b", "c", "d"], None)


def test_way_up_through_a_forum_not_in_force_is_none():
    fora = {"a": on(*MONDAYS), "b": on(*MONDAYS, valid={"until": MAY_1}), "c": on(*MONDAYS)}

    assert blocked(route(fora, "a escalate b", "b escalate c", "c decide")) == ("no-way", ["c"], None)


def test_forum_without_a_sitting_is_named_with_its_last_meeting():
    found = route({"a": on(*MONDAYS), "b": on(MAY_1)}, "b decide", "a recommend b")

    assert blocked(found) == ("no-meeting", ["b"], "2017-05-01")


def test_of_two_without_a_sitting_the_one_ready_first_is_named():
    fora = {"a": on(MAY_8), "b": {}, "c": {}, "d": on(*MONDAYS)}
    found = route(fora, "d decide", "a recommend b", "b recommend d", "c recommend d", start="c")

    assert blocked(found) == ("no-meeting", ["c"], None)


def test_ratifier_without_a_sitting_blocks():
    found = route({"a": on(date(2017, 4, 27), *MONDAYS), "b": on(MAY_1)}, "a decide", "b ratify", by=MAY_29)

    assert blocked(found) == ("no-meeting", ["b"], "2017-05-01")
    assert found["latest_ready"] == "2017-04-27"


def test_of_blocked_alternatives_the_first_by_id_gives_the_reason():
    fora = {"a": on(*MONDAYS), "b": {}, "c": on(*MONDAYS)}

    assert blocked(route(fora, "b decide", "c decide", "c prepare c", "a recommend b"))[0] == "no-meeting"
    assert blocked(route(fora, "a decide", "a prepare a", "b decide"))[0] == "cycle"


def test_alternative_in_a_circle_leaves_the_other():
    fora = {"a": on(*MONDAYS), "b": on(*MONDAYS)}

    assert sittings(route(fora, "a decide", "b decide", "a prepare a", start="b")) == {"b": "2017-05-01"}


# Steps and where the paper lies.


def test_prerequisites_of_prerequisites_are_steps():
    found = route({forum: on(*MONDAYS) for forum in "abc"}, "c decide", "b assure c", "a prepare b")

    assert sittings(found) == {"a": "2017-05-01", "b": "2017-05-08", "c": "2017-05-15"}
    assert waits(found) == {"a": [], "b": ["a"], "c": ["b"]}


@pytest.mark.parametrize(
    ("act", "required", "is_step"),
    [
        ("recommend", None, True),
        ("recommend", False, False),
        ("assure", None, True),
        ("prepare", None, True),
        ("advise", None, False),
        ("advise", True, True),
    ],
)
def test_mandate_that_is_not_required_is_asked_and_not_waited_for(act, required, is_step):
    said = {} if required is None else {"required": required}
    fora = {forum: on(*MONDAYS) for forum in "ab"}
    found = route(fora, "a decide", {"forum": "b", "act": act, "to": "a", **said})

    assert ("b" in sittings(found)) is is_step
    assert found["asked"] == ([] if is_step else [{"forum": "b", "to": "a", "act": act, "mandate": "m2"}])


def test_what_the_papers_forum_waits_for_starts_at_once_and_all_else_waits_for_it():
    fora = {forum: on(*MONDAYS) for forum in "abcd"}
    found = route(fora, "d decide", "a recommend d", "b recommend d", "c prepare a")

    assert waits(found) == {"c": [], "a": ["c"], "b": ["a"], "d": ["a", "b"]}


def test_chain_is_put_in_front_and_waited_for():
    fora = {forum: on(*MONDAYS) for forum in "abcde"}
    found = route(fora, "d decide", "c recommend d", "e recommend d", "a escalate b", "b escalate d")

    assert waits(found) == {"a": [], "b": ["a"], "c": ["b"], "d": ["b", "c", "e"], "e": ["b"]}
    assert acts(found)["a"] == ("escalate", "m4")


def test_chain_ends_where_it_first_reaches_a_step():
    fora = {forum: on(*MONDAYS) for forum in "abc"}
    found = route(fora, "c decide", "b recommend c", "a escalate b", "b escalate c")

    assert waits(found) == {"a": [], "b": ["a"], "c": ["b"]}
    assert acts(found)["b"] == ("recommend", "m2")


def test_links_have_their_hearings_but_no_prerequisites():
    fora = {
        "a": on(*MONDAYS, **heard("b", takes={"days": 5})),
        "b": {},
        "c": on(*MONDAYS),
        "d": on(*MONDAYS),
    }
    found = route(fora, "c decide", "a escalate c", "d recommend a")

    assert sittings(found) == {"b:hear:a": "2017-05-08", "a": "2017-05-08", "c": "2017-05-15"}


def test_of_chains_of_one_length_the_earliest_decision_wins():
    fora = {"a": on(*MONDAYS), "b": on(MAY_22), "c": on(MAY_8), "d": on(*MONDAYS)}
    ups = ("a escalate b", "b escalate d", "a escalate c", "c escalate d")

    assert list(sittings(route(fora, "d decide", *ups))) == ["a", "c", "d"]


def test_of_chains_that_decide_on_one_day_the_fewest_legs_win_and_then_the_ids():
    ups = ("a escalate b", "b escalate d", "a escalate c", "c escalate d")
    fora = {"a": on(MAY_1), "b": on(MAY_8), "c": on(MAY_8), "d": on(MAY_15), "x": {}}
    hearing = {**fora, "b": on(MAY_8, **heard("x", takes={"days": 1}))}

    assert list(sittings(route(fora, "d decide", *ups))) == ["a", "b", "d"]
    assert list(sittings(route(hearing, "d decide", *ups))) == ["a", "c", "d"]


def test_chains_that_differ_in_who_receives_are_told_apart_by_that_forum():
    fora = {"a": on(MAY_1), "b": on(MAY_8), "c": on(MAY_8), "d": on(MAY_15)}
    found = route(fora, "d decide", "b prepare d", "c prepare d", "a escalate c", "a escalate b")

    assert waits(found) == {"a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"]}


def test_of_blocked_chains_the_first_by_ids_gives_the_reason():
    fora = {"a": on(MAY_1), "b": {}, "c": {}, "d": on(MAY_15)}
    ups = ("a escalate c", "c escalate d", "a escalate b", "b escalate d")

    assert blocked(route(fora, "d decide", *ups)) == ("no-meeting", ["b"], None)


# Who stands in the plan by what.


def test_forum_is_one_step_by_the_first_of_its_acts():
    fora = {forum: on(*MONDAYS) for forum in "abc"}
    found = route(
        fora,
        "c approve",
        "c decide",
        "b assure a",
        "b prepare c",
        "b recommend c",
        "b recommend a",
        "a prepare c",
    )

    assert acts(found) == {"a": ("prepare", "m7"), "b": ("recommend", "m5"), "c": ("decide", "m2")}


def test_mandate_towards_nobody_in_the_plan_is_no_reason():
    fora = {forum: on(*MONDAYS) for forum in "abc"}

    assert acts(route(fora, "c decide", "a recommend b", "a prepare c"))["a"] == ("prepare", "m3")
