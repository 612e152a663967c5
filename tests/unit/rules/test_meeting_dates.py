"""Meeting dates on which papers wait least: examples, and every other choice tried one by one."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.registers import register

from samstyr.rules.calendar import after, before, is_weekday
from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.meeting_dates import propose, spread, told

D = date.fromisoformat


def known(board=(), group=(), council=(), **more):
    """A group recommends to the board, the board to a council; all by 5 weekdays, handed over the day after."""
    procedure = {"papers_before": {"days": 5}}
    fora = [
        {
            "id": "board",
            "name": "Bestyrelsen",
            "procedure": procedure,
            "meetings": [D(d) for d in board],
            **more,
        },
        {"id": "group", "name": "Gruppen", "meetings": [D(d) for d in group]},
        {"id": "council", "name": "Rådet", "procedure": procedure, "meetings": [D(d) for d in council]},
    ]
    mandates = [
        {"forum": "group", "act": "recommend", "subject": "s", "to": "board"},
        {"forum": "group", "act": "assure", "subject": "s", "to": "board"},
        {"forum": "board", "act": "recommend", "subject": "s", "to": "council"},
    ]
    return register(fora=fora, subjects=["s"], mandates=mandates)


def test_board_sits_as_soon_as_its_papers_can_be_sent():
    found = propose(known(["2017-09-27"], ["2017-09-01"]), "board", 2017)

    # The group's outcome is usable on Monday 4 September; five weekdays later the board can sit.
    (proposed,) = found.dates
    assert (proposed.date, proposed.waiting, proposed.saving) == (D("2017-09-11"), 0, 16)


def test_board_sits_between_those_it_gets_from_and_those_it_gives_to():
    found = propose(known(["2017-09-27"], ["2017-09-01"], ["2017-09-20", "2017-10-20"]), "board", 2017)

    (proposed,) = found.dates
    # A day lost, whichever of two days is taken: the one nearer to the date there was.
    assert [(w.giver, w.taker, w.since, w.until, w.days) for w in proposed.waits] == [
        ("group", "board", D("2017-09-04"), D("2017-09-05"), 1),
        ("board", "council", D("2017-09-13"), D("2017-09-13"), 0),
    ]
    assert (found.waiting, found.waiting_now, proposed.saving) == (1, 31, 30)


def test_sentence_tells_whose_papers_wait_and_what_is_saved():
    register = known(["2017-09-27"], ["2017-09-01"], ["2017-09-20", "2017-10-20"])
    (proposed,) = propose(register, "board", 2017).dates

    assert told(register, proposed) == (
        "12. september 2017: papirer venter 1 dag, 30 færre end ved mødet 27. september 2017 "
        "(fra Gruppen (1. september 2017) til Bestyrelsen 1 dag og fra Bestyrelsen (12. september 2017) til "
        "Rådet 0 dage)."
    )


def test_who_ratifies_takes_what_the_forum_decides():
    mandates = [
        {"forum": "f", "act": "decide", "subject": "s.t"},
        {"forum": "r", "act": "ratify", "subject": "s"},
    ]
    fora = [{"id": "f"}, {"id": "r", "meetings": [D("2017-03-17")]}]
    register_ = register(fora=fora, subjects=["s", {"id": "s.t", "parent": "s"}], mandates=mandates)

    (proposed,) = propose(register_, "f", 2017, [3]).dates

    assert (proposed.date, proposed.waiting, proposed.current) == (D("2017-03-16"), 0, None)


def test_day_on_which_an_organisation_sits_elsewhere_is_not_proposed():
    seats = [{"organisation": "o", "valid": {"until": D("2017-06-01")}}]
    fora = [
        {"id": "f", "seats": [{"organisation": "o"}], "meetings": [D("2017-03-16"), D("2017-06-15")]},
        {"id": "g", "seats": seats, "meetings": [D("2017-03-16"), D("2017-06-15")]},
    ]
    found = propose(register(fora=fora, organisations=["o"]), "f", 2017)

    # On 15 June the organisation has left the other forum.
    assert [each.date for each in found.dates] == [D("2017-03-15"), D("2017-06-15")]


def test_month_without_a_possible_day_is_told():
    found = propose(known(valid={"until": D("2017-06-02")}), "board", 2017, [6, 6, 7, 9])

    assert ([each.date for each in found.dates], found.impossible) == ([D("2017-06-01")], (6, 7, 9))


def test_unknown_forum_is_refused():
    with pytest.raises(UnknownIdError):
        propose(known(), "nobody", 2017)


@pytest.mark.parametrize(
    ("number", "months"),
    [(0, ()), (1, (6,)), (2, (3, 10)), (4, (2, 5, 8, 11)), (11, (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12))],
)
def test_meetings_are_spread_over_the_year_but_not_in_july(number, months):
    assert spread(number) == months


@pytest.mark.parametrize("number", [-1, 12])
def test_more_meetings_than_months_are_refused(number):
    with pytest.raises(ValueError, match="expected"):
        spread(number)


def test_proposal_for_the_national_board_is_quick_and_no_worse(denmark):
    found = propose(denmark, "nbs", 2017)

    assert [each.date.month for each in found.dates] == [6, 10, 11]
    assert found.waiting <= found.waiting_now


# Every other choice.

days = st.dates(D("2016-10-01"), D("2018-03-31")).map(str)
dates = st.lists(days, max_size=6, unique=True)


@st.composite
def crowded(draw):
    """A board with meetings around the year, and a few days free in spring."""
    return known(draw(dates), draw(dates), draw(dates))


def total(found, chosen):
    """The waiting of a choice, read from the rules once more."""
    board, group, council = (found.fora[each] for each in ("board", "group", "council"))
    plan = sorted({*chosen, *(day for day in board.meetings if day.year != 2017)})
    last = date(2017, 12, 31)
    earlier = [before(day, 5) for day in board.meetings if day.year < 2017]
    waiting = 0
    for sat in group.meetings:
        usable = after(sat, 1)
        too_early = usable <= max(earlier) if earlier else usable < date(2017, 1, 1)
        if not too_early and usable <= last:
            dues = [due for due in (before(day, 5) for day in plan) if due >= usable]
            waiting += ((min(dues) if dues else last) - usable).days
    for sat in chosen if any(day.year >= 2017 for day in council.meetings) else ():
        usable = after(sat, 1)
        dues = [due for due in (before(day, 5) for day in council.meetings) if due >= usable]
        waiting += ((min(dues) if dues else max(last, usable)) - usable).days
    return waiting


@settings(max_examples=25)
@given(crowded(), st.sets(st.sampled_from([1, 4, 9, 12]), min_size=1, max_size=2).map(sorted))
def test_no_other_choice_waits_less(found, months):
    proposal = propose(found, "board", 2017, months)
    chosen = [each.date for each in proposal.dates]

    year = [D("2017-01-01") + timedelta(days=n) for n in range(365)]
    choices = [[day for day in year if day.month == month and is_weekday(day)] for month in months]
    assert proposal.waiting == total(found, chosen)
    assert proposal.waiting == min(total(found, each) for each in product(*choices))
    assert sum(each.waiting for each in proposal.dates) == proposal.waiting


@given(crowded())
def test_dates_are_weekdays_and_never_worse_than_the_current_ones(found):
    proposal = propose(found, "board", 2017)
    now = [day for day in found.fora["board"].meetings if day.year == 2017]

    assert [each.date for each in proposal.dates if not is_weekday(each.date) or each.date.month == 7] == []
    assert proposal.waiting_now == total(found, now) or not now
    if all(is_weekday(day) and day.month != 7 for day in now):
        assert proposal.waiting <= proposal.waiting_now
        assert len(proposal.dates) == len(now)
