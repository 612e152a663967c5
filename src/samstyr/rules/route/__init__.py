"""The journey planner for decisions: which steps a case must pass, and when it can be decided at the earliest.

Pure functions over a register; nothing is kept between two questions. Source: contract of routes.
"""

from samstyr.rules.route.answer import Blocked, Leg, Route
from samstyr.rules.route.planner import Question, decision_date, plan_route

__all__ = ["Blocked", "Leg", "Question", "Route", "decision_date", "plan_route"]
