"""The example calendar fills in what the register leaves unsaid, and nothing else."""

from datetime import date
from typing import Any

import pytest

from samstyr.exchange.example_calendar import with_calendar, with_example_calendar
from samstyr.platform.errors import InputError
from samstyr.rules.register import Length, Procedure, Register, parse


def made(**forum: Any) -> Register:
    return parse(
        {
            "schema": "samstyr.register/1",
            "fora": [{"id": "f", "name": "Forum", "level": "national", "kind": "board", **forum}],
        }
    )


def calendar(**fora: Any) -> dict[str, Any]:
    return {"schema": "samstyr.example-calendar/1", "fora": fora}


def test_meetings_and_procedure_are_filled_in_and_the_rest_is_kept() -> None:
    said = {"meetings": [date(2017, 9, 4)], "procedure": {"papers_before": {"days": 5}}}

    filled = with_calendar(made(note="Bliver."), calendar(f=said), "c")

    forum = filled.fora["f"]
    assert (forum.meetings, forum.note) == ((date(2017, 9, 4),), "Bliver.")
    assert forum.procedure == Procedure(papers_before=Length(days=5))


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (calendar(g={}), "c: fora.g: no forum has this id"),
        (calendar(f={"seats": []}), "c: fora.f.seats: unknown key (expected one of meetings, procedure)"),
        (calendar(f={"meetings": [date(2017, 9, 4)]}), "c: fora.f.meetings: the register says it itself"),
        (
            calendar(f={"procedure": {"papers_before": 5}}),
            "c: fora[0].procedure.papers_before: expected a length of time (a mapping), found the number 5",
        ),
        (calendar(f=3), "c: fora: expected meetings and procedures by the id of a forum"),
        ({"schema": "samstyr.register/1"}, "c: expected a calendar (schema: samstyr.example-calendar/1)"),
    ],
)
def test_calendar_that_does_not_fit_is_refused(document: object, problem: str) -> None:
    with pytest.raises(InputError) as refused:
        with_calendar(made(meetings=[date(2017, 6, 28)]), document, "c")

    assert refused.value.lines == (problem,)


def test_register_without_the_danish_fora_has_no_example_calendar() -> None:
    with pytest.raises(InputError, match=r"example-calendar.yaml: fora.nbs: no forum has this id"):
        with_example_calendar(made())
