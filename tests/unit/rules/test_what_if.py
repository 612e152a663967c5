"""What if: another meeting, a meeting moved, writing allowed, an earlier or later start."""

from datetime import date

import pytest
from tests.factories.registers import document

from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.register import Register, parse
from samstyr.rules.route import Question, decision_date
from samstyr.rules.what_if import OtherMeeting, WhatIf, altered

OCTOBER, NOVEMBER = date(2017, 10, 4), date(2017, 11, 29)
QUESTION = Question(subject="s", start="board", ready=date(2017, 9, 18))


@pytest.fixture
def register() -> Register:
    """A board whose mandate began with the day the paper is ready."""
    return parse(
        document(
            fora=[{"id": "board", "meetings": ["2017-10-04", "2017-11-29"], "procedure": {"written": {"days": 5}}}],
            subjects=["s"],
            mandates=[{"forum": "board", "act": "decide", "subject": "s", "valid": {"from": "2017-09-18"}}],
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("what_if", "decided_on"),
    [
        (WhatIf(), OCTOBER),
        (WhatIf(meeting=OtherMeeting("board", date(2017, 9, 20))), date(2017, 9, 20)),
        (WhatIf(meeting=OtherMeeting("board", date(2017, 10, 18), OCTOBER)), date(2017, 10, 18)),
        (WhatIf(meeting=OtherMeeting("board", OCTOBER)), OCTOBER),
        (WhatIf(written=True), date(2017, 9, 25)),
        (WhatIf(ready=date(2017, 10, 5)), NOVEMBER),
        (WhatIf(ready=date(2017, 9, 1)), OCTOBER),
    ],
)
def test_what_would_be_is_planned(register: Register, what_if: WhatIf, decided_on: date) -> None:
    assert decision_date(*altered(register, QUESTION, what_if)) == decided_on


def test_register_and_question_stay_as_they_were(register: Register) -> None:
    altered(register, QUESTION, WhatIf(meeting=OtherMeeting("board", date(2017, 9, 20)), written=True))

    assert decision_date(register, QUESTION) == OCTOBER
    assert [bool(WhatIf()), bool(WhatIf(written=True))] == [False, True]


def test_meeting_of_an_unknown_forum_is_refused(register: Register) -> None:
    with pytest.raises(UnknownIdError):
        altered(register, QUESTION, WhatIf(meeting=OtherMeeting("nowhere", OCTOBER)))
