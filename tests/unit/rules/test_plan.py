"""What loading a register would do."""

from hypothesis import HealthCheck, given, settings
from tests.factories.registers import document, register, registers

from samstyr.rules.plan import plan
from samstyr.rules.register import Register, parse
from samstyr.rules.verdict import Allowed, Denied


def counts(found) -> tuple[int, int, int, int]:
    return (found.create, found.change, found.unchanged, found.missing)


def test_plan_counts_entries_of_all_lists():
    current = register(parties=["p", "q"], fora=["a", "b"])
    wanted = register(parties=["p"], fora=[{"id": "a", "name": "Nyt navn"}, "c"], subjects=["s"])

    found = plan(current, wanted)

    assert found.as_json() == {
        "schema": "samstyr.plan/1",
        "create": 2,
        "change": 1,
        "unchanged": 1,
        "missing": 2,
    }
    assert (list(found.lists["fora"].create), found.lists["fora"].missing) == (["c"], ("b",))


def test_change_tells_the_fields_that_differ():
    current = register(fora=["a"])
    wanted = register(fora=[{"id": "a", "name": "Nyt navn", "meetings": ["2017-06-28"]}])

    [change] = plan(current, wanted).lists["fora"].change.values()

    assert [(field.key, field.old) for field in change.fields] == [("name", "A"), ("meetings", ())]


def test_seat_hearing_or_meeting_that_the_file_lacks_is_a_change_of_its_forum():
    seats = [{"organisation": "o"}, {"organisation": "o", "role": "chair"}]
    current = register(organisations=["o"], fora=[{"id": "a", "seats": seats, "meetings": ["2017-06-28"]}])
    wanted = register(organisations=["o"], fora=[{"id": "a", "seats": seats[:1]}])

    assert counts(plan(current, wanted)) == (0, 1, 2, 0)


def test_what_is_said_in_another_order_or_by_default_is_no_change():
    current = parse(document(organisations=["o"], fora=[{"id": "a", "seats": [{"organisation": "o"}]}]))
    wanted = parse(
        document(
            fora=[
                {"id": "a", "seats": [{"count": 1, "role": "member", "organisation": "o"}], "parent": None}
            ],
            organisations=["o"],
            parties=["stat"],
        )
    )

    assert counts(plan(current, wanted)) == (0, 0, 3, 0)


# Two whole registers a run take a while to draw on a busy machine; that says nothing of the plan.
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(registers(most=3), registers(most=3))
def test_applying_a_plan_brings_what_is_wanted_and_leaves_the_rest(current, wanted):
    changed = current.with_changes(plan(current, wanted).changes)

    assert counts(plan(changed, wanted))[:2] == (0, 0)
    assert plan(changed, wanted).missing == plan(current, wanted).missing
    assert changed.with_changes(_gone(changed, wanted)).lists() == wanted.lists()


def _gone(changed: Register, wanted: Register) -> dict[str, dict]:
    return {
        name: dict.fromkeys(key for key in entries if key not in wanted.lists()[name])
        for name, entries in changed.lists().items()
    }


def test_denial_is_false_and_says_why():
    denied = Denied("not-in-force", {"forum": "a"})

    assert (bool(Allowed()), bool(denied), denied.code, denied.facts) == (
        True,
        False,
        "not-in-force",
        {"forum": "a"},
    )
