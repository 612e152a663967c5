"""The plain planner itself, by hand: the contract's example, and a small register for each of its rules."""

from datetime import date
from typing import Any

import yaml
from tests.unit.rules.route.oracle import answer
from tests.unit.rules.route.plain_calendar import after, before, three_years_before
from tests.unit.rules.route.plain_case import Question

EXAMPLE = """
schema: samstyr.register/1
parties:
  - {id: kommuner, name: Kommunerne, kind: municipality}
instruments:
  - {id: oa-2015, name: Økonomiaftalen for 2015, kind: economy-agreement, valid: {from: 2015-01-01}}
fora:
  - id: nbs
    name: Den nationale bestyrelse for sundheds-it
    level: national
    kind: board
    valid: {from: 2010-06-01}
    procedure:
      papers_before: {days: 5, unit: weekdays}
      written: {days: 5, unit: weekdays}
      handover: {days: 1, unit: weekdays}
    hearings:
      - {party: kommuner, body: kl-direktion, takes: {days: 10, unit: weekdays}}
    meetings: [2017-06-28, 2017-10-04, 2017-11-29]
  - {id: kl-direktion, name: KL's direktion, level: party, kind: constituency, party: kommuner,
     valid: {from: 2010-01-01}}
  - {id: medcom-sg, name: MedComs styregruppe, level: national, kind: steering-group, parent: nbs,
     meetings: [2017-09-04, 2017-11-06], procedure: {papers_before: {days: 5}}}
subjects:
  - {id: medcom, name: MedCom}
  - {id: medcom.work-programme, name: MedComs arbejdsprogram og budget, parent: medcom}
mandates:
  - {id: m1, forum: medcom-sg, act: recommend, subject: medcom.work-programme, to: nbs,
     basis: {instrument: oa-2015}}
  - {id: m2, forum: nbs, act: approve, subject: medcom.work-programme, when: {phase: start},
     basis: {instrument: oa-2015}}
"""


def example(**asked: Any) -> dict[str, Any]:
    question = {"ready": date(2017, 8, 14), "facts": {"phase": "start"}, **asked}
    return answer(yaml.safe_load(EXAMPLE), Question("medcom.work-programme", "medcom-sg", **question))


def test_example_of_the_contract_comes_out_as_it_stands_there():
    assert example() == {
        "schema": "samstyr.route/1",
        "status": "planned",
        "decided_on": "2017-10-04",
        "binding_on": "2017-10-04",
        "legs": [
            {
                "id": "medcom-sg",
                "forum": "medcom-sg",
                "act": "recommend",
                "mode": "meeting",
                "ready": "2017-08-14",
                "submit_by": "2017-08-28",
                "sits_on": "2017-09-04",
                "available": "2017-09-05",
                "after": [],
                "mandate": "m1",
                "basis": "oa-2015",
                "slack_days": 8,
            },
            {
                "id": "kl-direktion:hear:nbs",
                "forum": "kl-direktion",
                "act": "hear",
                "mode": "hearing",
                "ready": "2017-09-05",
                "submit_by": None,
                "sits_on": "2017-09-19",
                "available": "2017-09-19",
                "after": ["medcom-sg"],
                "mandate": None,
                "basis": None,
                "slack_days": 8,
            },
            {
                "id": "nbs",
                "forum": "nbs",
                "act": "approve",
                "mode": "meeting",
                "ready": "2017-09-19",
                "submit_by": "2017-09-27",
                "sits_on": "2017-10-04",
                "available": "2017-10-05",
                "after": ["kl-direktion:hear:nbs", "medcom-sg"],
                "mandate": "m2",
                "basis": "oa-2015",
                "slack_days": 0,
            },
        ],
        "binding_leg": "nbs",
        "if_missed": {"medcom-sg": "2017-11-29", "kl-direktion:hear:nbs": None, "nbs": "2017-11-29"},
        "latest_ready": None,
        "blocked": None,
        "informed": [],
        "asked": [],
        "missing_facts": [],
    }


def test_example_of_the_contract_may_be_ready_by_30_october_at_the_latest():
    assert example(by=date(2017, 11, 29))["latest_ready"] == "2017-10-30"


def test_days_are_counted_past_weekends_and_holidays():
    weekdays = {"days": 2}

    assert after(date(2017, 4, 12), weekdays) == date(2017, 4, 19)  # Easter lies between
    assert before(date(2017, 4, 18), weekdays) == date(2017, 4, 11)
    assert after(date(2023, 5, 4), {"days": 1}) == date(2023, 5, 8)  # Store Bededag, the last one
    assert after(date(2024, 4, 25), {"days": 1}) == date(2024, 4, 26)
    assert after(date(2017, 4, 12), {"days": 2, "unit": "days"}) == date(2017, 4, 14)
    assert before(date(2017, 4, 16), {"days": 0}) == date(2017, 4, 16)
    assert three_years_before(date(2020, 2, 29)) == date(2017, 2, 28)
