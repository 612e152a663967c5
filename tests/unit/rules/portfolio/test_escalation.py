"""A matter goes to the nearest forum that follows the initiative and may decide it, on a basis that is told."""

from datetime import date
from typing import Any

import pytest
from tests.factories.registers import register

from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.portfolio.escalation import escalation
from samstyr.rules.register import Register
from samstyr.rules.verdict import CheckVerdict

ON = date(2017, 7, 1)
FORA = [
    {"id": "board", "name": "Eksempelbestyrelsen", "level": "national"},
    {"id": "group", "name": "Eksempelgruppen", "level": "regional"},
    {"id": "project", "name": "Eksempelprojektets styregruppe", "level": "project"},
]


def made(*mandates: dict[str, Any], fora: list[dict[str, Any]] = FORA) -> Register:
    entries = [{"id": f"m{number}", "subject": "money", **each} for number, each in enumerate(mandates)]
    return register(fora=fora, subjects=["money"], mandates=entries)


def test_fora_stand_from_project_to_board_and_the_nearest_that_may_decide_is_proposed() -> None:
    found = escalation(
        made({"forum": "board", "act": "decide"}, {"forum": "group", "act": "decide"}),
        ["board", "project", "group"],
        "money",
        ON,
    )

    assert [each.forum for each in found.rungs] == ["project", "group", "board"]
    assert [each.may_decide for each in found.rungs] == [False, True, True]
    assert found.proposed is not None
    assert (found.proposed.forum, found.proposed.check.mandates) == ("group", ("m1",))


def test_group_that_may_only_escalate_is_told_to_and_the_board_is_proposed() -> None:
    found = escalation(
        made({"forum": "group", "act": "escalate", "to": "board"}, {"forum": "board", "act": "decide"}),
        ["group", "board"],
        "money",
        ON,
    )

    assert [each.check.verdict for each in found.rungs] == [CheckVerdict.NEEDS, CheckVerdict.WITHIN]
    assert found.proposed == found.rungs[1]


def test_who_decides_without_following_is_named_and_not_proposed() -> None:
    found = escalation(made({"forum": "board", "act": "decide"}), ["group"], "money", ON)

    assert (found.proposed, found.elsewhere) == (None, ("board",))


def test_forum_that_is_dissolved_has_no_rung() -> None:
    fora = [{**FORA[0], "valid": {"until": date(2017, 1, 1)}}, FORA[1]]

    found = escalation(made({"forum": "group", "act": "decide"}, fora=fora), ["board", "group"], "money", ON)

    assert [each.forum for each in found.rungs] == ["group"]


def test_unknown_subject_is_named() -> None:
    with pytest.raises(UnknownIdError, match="nothing"):
        escalation(made(), ["board"], "nothing", ON)
