"""Whether an initiative may enter a forum's portfolio or leave it, and what is missing.

Entry and exit are decisions. Source: description of the national board for health IT, section 4 (a project leaves when
its steering group is dissolved and after the board's recommendation; a forum's tasks are fixed when it is decided that
a project enters); contract of measures, "Portfolio: report once".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyr.rules.verdict import Allowed, CheckVerdict, Denied, Verdict


class Missing(StrEnum):
    """What an entry or an exit lacks."""

    TASKS = "tasks"  # the forum's tasks for the initiative are not fixed
    MANDATE = "mandate"  # the forum may not decide it
    STEERING_GROUP = "steering-group"  # the project's steering group is not dissolved on the day
    RECOMMENDATION = "recommendation"  # the board has not recommended it on the day


@dataclass(frozen=True, slots=True, kw_only=True)
class Entering:
    """An entry to be decided: the tasks it fixes, and what the mandate check says of the forum's deciding it."""

    tasks: str
    mandate: CheckVerdict
    is_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """An exit to be decided on a day: when the steering group was dissolved and when the board recommended it.

    None where that has not happened.
    """

    on: date
    steering_group_dissolved_on: date | None
    recommended_on: date | None
    is_in: bool = True


def may_enter(entering: Entering) -> Verdict:
    """Tell whether an initiative may enter a portfolio: the forum's tasks are fixed and it has the mandate.

    Denied: `already-in-portfolio`; `entry-lacks` with missing (tuple of Missing, in its order) and mandate (what the
    check said). Source: the national board's description, section 4.
    """
    if entering.is_in:
        return Denied("already-in-portfolio")
    missing = []
    if not entering.tasks.strip():
        missing.append(Missing.TASKS)
    if entering.mandate != CheckVerdict.WITHIN:
        missing.append(Missing.MANDATE)
    if missing:
        return Denied("entry-lacks", {"missing": tuple(missing), "mandate": entering.mandate})
    return Allowed()


def may_leave(leaving: Leaving) -> Verdict:
    """Tell whether an initiative may leave a portfolio on a day: steering group dissolved and board's recommendation
    given, both on the day or before.

    Denied: `not-in-portfolio`; `exit-lacks` with missing (tuple of Missing, in its order), on,
    steering_group_dissolved_on and recommended_on. Source: the national board's description, section 4.
    """
    if not leaving.is_in:
        return Denied("not-in-portfolio")
    conditions = {
        Missing.STEERING_GROUP: leaving.steering_group_dissolved_on,
        Missing.RECOMMENDATION: leaving.recommended_on,
    }
    missing = tuple(what for what, met_on in conditions.items() if met_on is None or met_on > leaving.on)
    if not missing:
        return Allowed()
    return Denied(
        "exit-lacks",
        {
            "missing": missing,
            "on": leaving.on,
            "steering_group_dissolved_on": leaving.steering_group_dissolved_on,
            "recommended_on": leaving.recommended_on,
        },
    )
