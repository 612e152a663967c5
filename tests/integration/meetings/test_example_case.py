"""The case of the demonstration shows each example person something else."""

import datetime

import pytest
from tests.factories.cases import NOW
from tests.factories.people import DAY, PASSWORD

from samstyr.meetings.demonstration import make_example_case
from samstyr.meetings.models import Case, RoomComment
from samstyr.meetings.queries import in_rooms_of, positions_visible_to
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.demonstration import make_examples
from samstyr.registry.viewers import user_viewer
from samstyr.rules.register import Register


@pytest.fixture(autouse=True)
def examples(danish_register: Register) -> None:
    make_examples(password=PASSWORD)


@pytest.mark.parametrize(
    ("username", "positions", "comments"),
    [
        ("sekretær", ["kommuner", "regioner", "stat"], 0),
        ("medlem-kl", ["kommuner", "regioner", "stat"], 0),
        ("koordinator-kl", ["kommuner"], 0),
        ("koordinator-regioner", ["regioner"], 1),
        ("analytiker", [], 0),
    ],
)
def test_each_example_person_sees_something_else(username: str, positions: list[str], comments: int) -> None:
    make_example_case(on=DAY, now=NOW)
    viewer = user_viewer(username=username)

    with seen_by(viewer, DatabaseRole.WEB):
        seen = sorted(positions_visible_to(viewer).values_list("party", flat=True))
        assert (seen, in_rooms_of(viewer, RoomComment).count()) == (positions, comments)


@pytest.mark.parametrize(("on", "cases"), [(DAY, 1), (datetime.date(2018, 1, 1), 0)])
def test_example_case_is_made_once_and_only_before_its_time(on: datetime.date, cases: int) -> None:
    for _ in range(2):
        make_example_case(on=on, now=NOW)

    assert Case.objects.count() == cases
