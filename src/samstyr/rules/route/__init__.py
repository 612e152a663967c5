"""The journey planner for decisions: which steps a case must pass, and when it can be decided at the earliest.

Pure functions over a register; nothing is kept between two questions. Source: contract of routes.
"""

from samstyr.rules.route.answer import Asked, Blocked, Informed, Leg, Route
from samstyr.rules.route.planner import Question, decision_date, plan_route, timetable
from samstyr.rules.route.planning import NO_PROGRESS, Held, Hindrance, Progress, Timetable, Why
from samstyr.rules.route.rhythm import Mode

__all__ = [
    "NO_PROGRESS",
    "Asked",
    "Blocked",
    "Held",
    "Hindrance",
    "Informed",
    "Leg",
    "Mode",
    "Progress",
    "Question",
    "Route",
    "Timetable",
    "Why",
    "decision_date",
    "plan_route",
    "timetable",
]
