"""The demonstration holds something under way for each page of the meeting cycle, and it is example data."""

import datetime

import pytest
from tests.factories.cases import NOW
from tests.factories.people import DAY, PASSWORD

from samstyr.meetings.demonstration_meetings import make_example_meetings
from samstyr.meetings.models import (
    AgendaItem,
    Case,
    Consultation,
    Meeting,
    Ratification,
    RegisterProposal,
    Signature,
    WrittenAnswer,
)
from samstyr.registry.demonstration import make_examples
from samstyr.rules.register import Register

ALL = (AgendaItem, Case, Consultation, Meeting, Ratification, RegisterProposal, Signature, WrittenAnswer)


@pytest.fixture(autouse=True)
def examples(danish_register: Register) -> None:
    make_examples(password=PASSWORD)


def test_something_is_under_way_of_each_kind_and_made_once() -> None:
    for _ in range(2):
        make_example_meetings(on=DAY, now=NOW)

    assert [model.objects.count() for model in ALL] == [4, 6, 1, 2, 2, 1, 2, 1]
    assert sorted(Meeting.objects.values_list("forum", "state")) == [
        ("medcom-sg", "minutes-sent"),
        ("nbs", "frozen"),
    ]


def test_every_case_and_item_says_that_it_is_an_example() -> None:
    make_example_meetings(on=DAY, now=NOW)

    titles = [
        *Case.objects.values_list("title", flat=True),
        *AgendaItem.objects.values_list("title", flat=True),
    ]
    assert [title for title in titles if "eksempel" not in title.lower()] == []


def test_nothing_is_made_where_the_deadlines_would_have_passed() -> None:
    make_example_meetings(on=datetime.date(2017, 7, 11), now=NOW)

    assert [model.objects.count() for model in ALL] == [0] * len(ALL)
