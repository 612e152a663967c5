"""The plain planner by hand: alternatives, hearings, sittings, what follows a decision, and what delay costs."""

from datetime import date

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

# Alternatives and joint deciders.


def test_of_alternatives_the_earliest_wins_then_the_fewest_legs_then_the_id():
    ways = ("b decide", "c decide", "a escalate b", "a escalate c")
    fora = {"a": on(MAY_1), "b": on(MAY_8), "c": on(MAY_8), "x": {}}
    later = {**fora, "b": on(MAY_15)}
    longer = {**fora, "b": on(MAY_8, **heard("x", takes={"days": 1}))}

    assert list(sittings(route(fora, *ways))) == ["a", "b"]
    assert list(sittings(route(later, *ways))) == ["a", "c"]
    assert list(sittings(route(longer, *ways))) == ["a", "c"]


def test_joint_deciders_must_all_sit_and_the_latest_decides():
    joint = [{"forum": forum, "act": "decide", "joint": True} for forum in "ab"]
    found = route({"a": on(MAY_1), "b": on(MAY_15), "c": on(MAY_15, MAY_22)}, *joint, "c ratify")

    assert sittings(found) == {"a": "2017-05-01", "b": "2017-05-15", "c:ratify": "2017-05-22"}
    assert (found["decided_on"], found["binding_on"]) == ("2017-05-15", "2017-05-22")
    assert waits(found) == {"a": [], "b": ["a"], "c:ratify": ["a", "b"]}


def test_one_who_does_not_say_joint_makes_them_alternatives():
    found = route(
        {"a": on(MAY_1), "b": on(MAY_15)}, {"forum": "a", "act": "decide", "joint": True}, "b decide"
    )

    assert sittings(found) == {"a": "2017-05-01"}


def test_decider_of_another_alternative_may_be_a_step_and_ratifies_nothing():
    found = route({"a": on(*MONDAYS), "b": on(*MONDAYS)}, "a decide", "b decide", "b recommend a", "b ratify")

    assert sittings(found) == {"b": "2017-05-01", "a": "2017-05-08"}
    assert acts(found)["b"] == ("recommend", "m3")
    assert found["decided_on"] == "2017-05-08"


# Hearings.


def test_hearings_start_together_when_their_leg_could():
    hearings = [
        {"party": "p", "body": "x", "takes": {"days": 3}},
        {"party": "p", "body": "y", "takes": {"days": 10, "unit": "days"}},
    ]
    found = route(
        {"a": on(MAY_1), "b": on(*MONDAYS, hearings=hearings), "x": {}, "y": {}}, "b decide", "a prepare b"
    )

    assert sittings(found) == {
        "a": "2017-05-01",
        "x:hear:b": "2017-05-05",
        "y:hear:b": "2017-05-12",
        "b": "2017-05-15",
    }
    assert waits(found)["x:hear:b"] == ["a"]
    assert waits(found)["b"] == ["a", "x:hear:b", "y:hear:b"]


def test_body_that_sits_has_its_own_deadline_and_handover_and_never_writes():
    procedure = {
        "papers_before": {"days": 3, "unit": "days"},
        "handover": {"days": 2},
        "written": {"days": 0},
    }
    body = on(MAY_1, MAY_8, MAY_15, procedure=procedure, **heard("a", takes={"days": 1}))
    found = route({"a": on(*MONDAYS, **heard("x", sits=True)), "x": body}, "a decide", written=True)

    assert sittings(found) == {"x:hear:a": "2017-05-08", "a": "2017-05-15"}
    assert {key: found["legs"][0][key] for key in ("mode", "ready", "submit_by", "available")} == {
        "mode": "hearing",
        "ready": "2017-05-01",
        "submit_by": "2017-05-05",
        "available": "2017-05-10",
    }


def test_body_not_in_force_is_not_heard():
    fora = {"a": on(*MONDAYS, **heard("x", sits=True)), "x": {"valid": {"until": MAY_1}}}

    assert sittings(route(fora, "a decide")) == {"a": "2017-05-01"}


def test_body_that_sits_but_does_not_meet_blocks():
    found = route({"a": on(*MONDAYS, **heard("x", sits=True)), "x": on(date(2017, 4, 3))}, "a decide")

    assert blocked(found) == ("no-meeting", ["x"], "2017-04-03")


# Sittings.


def test_papers_must_be_ready_on_the_deadline_at_the_latest():
    five = {"procedure": {"papers_before": {"days": 5}}}

    assert sittings(route({"a": on(MAY_8, MAY_15, **five)}, "a decide")) == {"a": "2017-05-08"}
    found = route({"a": on(MAY_8, MAY_15, **five)}, "a decide", ready=date(2017, 5, 2))
    assert sittings(found) == {"a": "2017-05-15"}
    assert found["legs"][0]["submit_by"] == "2017-05-05"  # Friday the 12th is Store Bededag


def test_written_procedure_wins_only_where_it_is_earlier_and_allowed():
    written = {"procedure": {"written": {"days": 5}}}
    fora = {"a": on(MAY_15, **written), "b": on(MAY_22)}
    on_the_day = {"a": on(MAY_8, **written), "b": on(MAY_22)}

    assert sittings(route(fora, "b decide", "a prepare b"))["a"] == "2017-05-15"
    found = route(fora, "b decide", "a prepare b", written=True)
    assert sittings(found)["a"] == "2017-05-08"
    assert (found["legs"][0]["mode"], found["legs"][0]["submit_by"]) == ("written", None)
    assert found["legs"][0]["available"] == "2017-05-09"
    assert found["if_missed"] == {"a": None, "b": None}
    assert route(on_the_day, "b decide", "a prepare b", written=True)["legs"][0]["mode"] == "meeting"


def test_outcome_without_handover_is_there_on_the_same_day():
    fora = {"a": on(*MONDAYS, procedure={"handover": {"days": 0}}), "b": on(*MONDAYS)}

    assert sittings(route(fora, "b decide", "a prepare b")) == {"a": "2017-05-01", "b": "2017-05-01"}


# After the decision.


def test_forum_that_put_something_before_ratifies_in_a_second_leg_with_its_hearings():
    fora = {"a": on(*MONDAYS, **heard("x", takes={"days": 1})), "b": on(*MONDAYS), "x": {}, "c": on(MAY_29)}
    found = route(fora, "b decide", "a prepare b", "a ratify", "c ratify")
    assert waits(found) == {
        "x:hear:a": [],
        "a": ["x:hear:a"],
        "b": ["a"],
        "x:hear:a:ratify": ["b"],
        "a:ratify": ["b", "x:hear:a:ratify"],
        "c:ratify": ["b"],
    }
    assert (found["decided_on"], found["binding_on"]) == ("2017-05-15", "2017-05-29")
    assert acts(found)["a:ratify"] == ("ratify", "m3")
    assert found["binding_leg"] == "c:ratify"


def test_those_told_afterwards_hear_at_their_first_meeting_or_not_at_all():
    papers = {"papers_before": {"days": 4, "unit": "days"}}
    fora = {
        "a": on(MAY_1),
        "b": on(*MONDAYS, procedure=papers),
        "c": on(MAY_1),
        "d": {"valid": {"until": MAY_1}},
    }
    found = route(fora, "a decide", "a report c", "a inform d", "b report c", "a inform b", "a report b")

    assert found["informed"] == [
        {"forum": "b", "by": "a", "act": "inform", "mandate": "m5", "on": "2017-05-08"},
        {"forum": "b", "by": "a", "act": "report", "mandate": "m6", "on": "2017-05-08"},
        {"forum": "c", "by": "a", "act": "report", "mandate": "m2", "on": None},
        {"forum": "c", "by": "b", "act": "report", "mandate": "m4", "on": None},
    ]


# What it costs to be late.


def test_slack_and_missed_sittings_follow_from_planning_again():
    fora = {"a": on(MAY_1, MAY_8), "b": on(MAY_8), "c": on(MAY_15, MAY_22), "d": on(MAY_22, MAY_29)}
    found = route(fora, "c decide", "a prepare c", "b prepare c", "d ratify")

    assert [found["decided_on"], found["binding_on"]] == ["2017-05-15", "2017-05-22"]
    assert {leg["id"]: leg["slack_days"] for leg in found["legs"]} == {"a": 6, "b": 6, "c": 6, "d:ratify": 0}
    assert found["if_missed"] == {"a": None, "b": None, "c": "2017-05-29", "d:ratify": "2017-05-29"}


def test_leg_that_waits_longest_binds():
    fora = {"a": on(MAY_8), "b": on(date(2017, 5, 9)), "c": on(MAY_29)}
    found = route(fora, "c decide", "b prepare c", "a prepare b")

    assert {leg["id"]: leg["slack_days"] for leg in found["legs"]} == {"a": 0, "b": 19, "c": 0}
    assert found["binding_leg"] == "c"


def test_slack_is_four_hundred_days_at_most():
    found = route({"a": on(MAY_1), "b": on(date(2019, 5, 6))}, "b decide", "a prepare b")

    assert [leg["slack_days"] for leg in found["legs"]] == [400, 0]


# Reading the register.


def test_register_is_read_as_of_another_day_where_one_is_given():
    fora = {"a": on(*MONDAYS), "b": on(*MONDAYS)}
    mandates = [
        {"forum": "a", "act": "decide", "valid": {"until": MAY_8}},
        {"forum": "b", "act": "decide", "valid": {"from": MAY_8}},
    ]

    assert sittings(route(fora, *mandates)) == {"a": "2017-05-01"}
    assert sittings(route(fora, *mandates, on=MAY_8, start="b")) == {"b": "2017-05-01"}


def test_facts_choose_mandates_and_those_not_given_are_missing():
    fora = {"a": on(*MONDAYS)}
    mandates = [
        {"forum": "a", "act": "decide", "when": {"amount": {"max": 10}}},
        {"forum": "a", "act": "discuss", "when": {"phase": "start"}},
    ]

    assert route(fora, *mandates, facts={"amount": "10.0"})["missing_facts"] == ["phase"]
    assert route(fora, *mandates, facts={"amount": "10.0"})["status"] == "planned"
    assert blocked(route(fora, *mandates, facts={"amount": "mange", "phase": 1}))[0] == "no-decider"


def test_denials_and_nearer_subjects_decide_who_is_in_the_plan():
    subjects = ["t", {"id": "s", "parent": "t"}]
    fora = {forum: on(*MONDAYS) for forum in "abc"}
    mandates = (
        {"forum": "a", "act": "decide", "subject": "t"},
        {"forum": "b", "act": "decide"},
        {"forum": "b", "act": "decide", "effect": "may-not", "subject": "t"},
        {"forum": "a", "act": "prepare", "to": "b"},
        {"forum": "c", "act": "prepare", "to": "b"},
        {"forum": "c", "act": "prepare", "to": "b", "effect": "may-not"},
    )

    assert list(sittings(route(fora, *mandates, subjects=subjects))) == ["a", "b"]


def test_latest_ready_date_looks_three_years_back_and_no_further():
    fora = {"a": on(date(2014, 5, 1), date(2020, 1, 1))}

    assert route(fora, "a decide", by=date(2017, 5, 1))["latest_ready"] == "2014-05-01"
    assert route(fora, "a decide", by=date(2017, 5, 2))["latest_ready"] is None
