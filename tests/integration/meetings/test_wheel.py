"""The annual wheel in the database: what a person moved stands where they put it, for the command too."""

import datetime
import json
import sys

import pytest
from tests.factories.people import Seat, viewer_with

from samstyr.audit.queries import history_of
from samstyr.cli.main import main
from samstyr.meetings.queries import wheel_of
from samstyr.meetings.services.plan import move_duty
from samstyr.platform.errors import InputError
from samstyr.registry.models import Duty, MeetingDate
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.usefixtures("danish_register")
D = datetime.date.fromisoformat
SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")


def meetings_with(duty: str) -> list[datetime.date]:
    return [each.date for each in wheel_of(forum="nbs", year=2017).meetings if duty in each.duties]


def test_moved_duty_stands_where_it_was_put_and_can_be_put_back() -> None:
    actor = viewer_with(SECRETARY)

    move_duty(duty="nbs-indicators", planned=D("2017-06-01"), to=D("2017-10-04"), actor=actor)
    moved = meetings_with("nbs-indicators")
    move_duty(duty="nbs-indicators", planned=D("2017-06-01"), to=D("2017-06-28"), actor=actor)

    assert moved == [D("2017-10-04"), D("2017-11-29")]
    assert meetings_with("nbs-indicators") == [D("2017-06-28"), D("2017-11-29")]
    event = history_of(Duty, "nbs-indicators", OPERATOR)[0]
    assert (event.what, event.service, event.user) == ("update", "meetings.move_duty", actor.user)


def test_meeting_that_is_taken_away_gives_its_duty_back() -> None:
    move_duty(
        duty="nbs-indicators", planned=D("2017-06-01"), to=D("2017-10-04"), actor=viewer_with(SECRETARY)
    )

    MeetingDate.objects.filter(forum_id="nbs", date=D("2017-10-04")).delete()

    assert meetings_with("nbs-indicators") == [D("2017-06-28"), D("2017-11-29")]


def test_day_on_which_a_duty_is_not_due_is_refused() -> None:
    with pytest.raises(InputError, match="2017-06-02"):
        move_duty(
            duty="nbs-indicators", planned=D("2017-06-02"), to=D("2017-10-04"), actor=viewer_with(SECRETARY)
        )


def test_command_knows_what_was_moved(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    move_duty(
        duty="nbs-operations-report",
        planned=D("2017-12-28"),
        to=D("2017-11-29"),
        actor=viewer_with(SECRETARY),
    )
    monkeypatch.setattr(sys, "argv", ["samstyr", "wheel", "--forum", "nbs", "--year", "2017", "--json"])

    with pytest.raises(SystemExit) as ended:
        main()

    answer = json.loads(capfdbinary.readouterr().out)
    assert (ended.value.code or 0, answer["unplaced"]) == (0, [])
    assert answer["meetings"][-1]["duties"] == ["nbs-indicators", "nbs-operations-report"]
