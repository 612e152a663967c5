"""Every third subject of the Danish register from every forum, with made-up meetings, against the plain planner."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.unit.rules.route.oracle import answer
from tests.unit.rules.route.plain_case import Question

import samstyr
from samstyr.rules import route
from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.register import Register, parse
from samstyr.rules.route import decision_date, plan_route

MONDAY = date(2017, 1, 2)
READY = date(2017, 8, 14)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The Danish register, and in it, which is example data, a meeting every fifth week for every forum."""
    text = (Path(samstyr.__file__).parent / "data" / "denmark.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    for number, forum in enumerate(found["fora"]):
        forum["meetings"] = [MONDAY + timedelta(days=number % 35 + 35 * round) for round in range(25)]
        forum["procedure"] = {**forum.get("procedure", {}), "papers_before": {"days": 5}}
    return found


@pytest.fixture(scope="module")
def register(document: dict[str, Any]) -> Register:
    return parse(document)


def test_every_route_is_the_one_the_contract_says(document, register):
    different, planned = [], 0
    for subject in document["subjects"][::3]:
        for forum in document["fora"]:
            asked = {
                "subject": subject["id"],
                "start": forum["id"],
                "ready": READY,
                "facts": {"phase": "start"},
            }
            found = plan_route(register, route.Question(**asked)).as_json()
            if found["blocked"]:
                del found["blocked"]["message"]
            planned += found["status"] == "planned"
            if found != answer(document, Question(**asked)):
                different.append((subject["id"], forum["id"]))

    assert different == []
    assert planned > 10


@pytest.mark.parametrize("ask", [plan_route, decision_date])
@pytest.mark.parametrize("unknown", ["subject", "forum"])
def test_unknown_id_is_refused_by_name(document, register, ask, unknown):
    known = {"subject": document["subjects"][0]["id"], "forum": document["fora"][0]["id"], unknown: "nowhere"}

    with pytest.raises(UnknownIdError) as refused:
        ask(register, route.Question(subject=known["subject"], start=known["forum"], ready=READY))

    assert (refused.value.what, refused.value.id) == (unknown, "nowhere")
