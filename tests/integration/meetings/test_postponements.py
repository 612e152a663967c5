"""How often a forum has postponed an item is counted from the outcomes of minutes that were sent."""

import pytest
from tests.factories.cycle import Desk

from samstyr.meetings.queries.postponements import postponement_records
from samstyr.rules.forecast import Record

pytestmark = pytest.mark.usefixtures("danish_register")


def test_items_are_counted_once_their_minutes_are_sent() -> None:
    desk = Desk.of_the_board()
    meeting = desk.plan()
    items = [desk.add(meeting, f"Eksempelpunkt {number}", kind="discussion") for number in range(4)]
    closed = desk.add(meeting, "Lukket eksempelpunkt", kind="discussion", closed=True)
    desk.send(meeting)
    for item, verb in zip(items, ("noted", "postponed", "noted"), strict=False):
        desk.decide(item, verb)
    desk.decide(closed, "postponed")
    desk.end(meeting)

    assert postponement_records() == {}

    desk.send_minutes(meeting)

    assert postponement_records() == {"nbs": Record(items=3, postponed=1)}
