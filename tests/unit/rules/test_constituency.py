"""Which of its own bodies a party hears before a forum, and by when."""

from datetime import date

from tests.factories.registers import register

from samstyr.rules.constituency import ProposedHearing, proposed_hearings
from samstyr.rules.register import Length, Register, Unit

ON = date(2017, 7, 1)
DUE = date(2017, 8, 14)  # a Monday


def with_hearings(*hearings: dict[str, object]) -> Register:
    return register(
        parties=["regioner", "stat"],
        fora=[
            {
                "id": "raad",
                "party": "regioner",
                "meetings": ["2017-06-20", "2017-07-05", "2017-08-10", "2017-09-01"],
            },
            {"id": "udvalg", "party": "regioner"},
            {"id": "ministerium", "party": "stat"},
            {"id": "f", "hearings": [*hearings, {"party": "stat", "body": "ministerium", "sits": True}]},
        ],
    )


def proposed(found: Register, due: date = DUE) -> tuple[ProposedHearing, ...]:
    return proposed_hearings(found, forum="f", party="regioner", on=ON, due=due)


def test_body_that_takes_time_gets_the_matter_that_long_before_the_party_must_be_ready() -> None:
    found = proposed(with_hearings({"party": "regioner", "body": "udvalg", "takes": {"days": 5}}))

    assert found == (ProposedHearing("udvalg", Length(days=5), False, date(2017, 8, 7)),)


def test_calendar_days_are_counted_as_days() -> None:
    takes = {"days": 14, "unit": "days"}
    found = proposed(with_hearings({"party": "regioner", "body": "udvalg", "takes": takes}))

    assert found == (ProposedHearing("udvalg", Length(days=14, unit=Unit.DAYS), False, date(2017, 7, 31)),)


def test_body_that_sits_is_heard_at_its_last_sitting_in_time() -> None:
    found = proposed(with_hearings({"party": "regioner", "body": "raad", "sits": True}))

    assert found == (ProposedHearing("raad", None, True, date(2017, 8, 10)),)


def test_body_that_does_not_sit_in_time_has_no_day_and_comes_last() -> None:
    found = proposed(
        with_hearings(
            {"party": "regioner", "body": "raad", "sits": True},
            {"party": "regioner", "body": "udvalg", "takes": {"days": 1}},
        ),
        due=date(2017, 7, 4),
    )

    assert [(each.body, each.by) for each in found] == [("udvalg", date(2017, 7, 3)), ("raad", None)]


def test_unknown_forum_hears_nobody() -> None:
    assert proposed_hearings(register(), forum="x", party="y", on=ON, due=DUE) == ()
