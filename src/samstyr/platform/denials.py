"""A refusal on its way to a person: web, command line and log tell the same reason."""

import datetime
from decimal import Decimal
from typing import Final

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, gettext_lazy

from samstyr.rules.portfolio.entry import Missing
from samstyr.rules.portfolio.lights import Dimension, Light
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Denied, Verdict

# What each right is called where it is refused: "You may not …".
DOING: Final = {
    Right.EDIT_REGISTER: gettext_lazy("edit the register"),
    Right.MANAGE_USERS: gettext_lazy("manage users"),
    Right.HAND_IN_MINUTES: gettext_lazy("hand in minutes"),
    Right.APPLY_MINUTES: gettext_lazy("make minutes part of the record"),
    Right.CHOOSE_SUBJECT: gettext_lazy("choose the subject of an item"),
    Right.SEE_CLOSED: gettext_lazy("see closed items"),
    Right.SEE_CASES: gettext_lazy("see the parties' cases"),
    Right.OPEN_CASE: gettext_lazy("open a case"),
    Right.ASK_POSITIONS: gettext_lazy("ask the parties for positions"),
    Right.SEE_POSITIONS: gettext_lazy("see the parties' positions"),
    Right.RECORD_POSITIONS: gettext_lazy("record positions"),
    Right.ENTER_ROOM: gettext_lazy("enter the bagland room"),
    Right.WRITE_IN_ROOM: gettext_lazy("write in the bagland room"),
    Right.RELEASE_POSITION: gettext_lazy("release the party's position"),
    Right.PREPARE_MEETING: gettext_lazy("prepare meetings"),
    Right.SEE_AGENDA: gettext_lazy("see the agenda before it is sent"),
    Right.PROPOSE_ITEM: gettext_lazy("propose items for the agenda"),
    Right.RECORD_MEETING: gettext_lazy("take the minutes"),
    Right.COMMENT_ON_MINUTES: gettext_lazy("comment on the minutes"),
    Right.ANSWER_IN_WRITING: gettext_lazy("answer in a written procedure"),
    Right.FOLLOW_UP: gettext_lazy("follow up what was decided"),
    Right.ANSWER_CONSULTATION: gettext_lazy("answer a consultation"),
    Right.NOTE_RATIFICATION: gettext_lazy("note a ratification"),
    Right.WRITE_REPORT: gettext_lazy("write the initiative's status report"),
    Right.PUBLISH_REPORT: gettext_lazy("publish the initiative's status report"),
    Right.ASSESS_REPORT: gettext_lazy("note what the forum holds of a report"),
    Right.KEEP_PORTFOLIO: gettext_lazy("keep the forum's portfolio"),
    Right.STATE_NEED: gettext_lazy("put forward the party's needs"),
    Right.SEE_HISTORY: gettext_lazy("see who changed what"),
    Right.SEE_HISTORY_OF_PERSONS: gettext_lazy("see what a person has changed"),
}
ROLES: Final = {
    "secretary": gettext_lazy("secretary"),
    "chair": gettext_lazy("chair"),
    "member": gettext_lazy("member"),
    "substitute": gettext_lazy("substitute"),
    "observer": gettext_lazy("observer"),
    "party-coordinator": gettext_lazy("party co-ordinator"),
    "portfolio-office": gettext_lazy("portfolio office"),
    "system-manager": gettext_lazy("system manager"),
    "analyst": gettext_lazy("analyst"),
    "security-lead": gettext_lazy("security lead"),
    "administrator": gettext_lazy("administrator"),
}
LIGHTS: Final = {
    Light.GREEN: gettext_lazy("green"),
    Light.YELLOW: gettext_lazy("yellow"),
    Light.RED: gettext_lazy("red"),
    Light.NONE: gettext_lazy("no light"),
}
DIMENSIONS: Final = {
    Dimension.TIME: gettext_lazy("time"),
    Dimension.ECONOMY: gettext_lazy("economy"),
    Dimension.QUALITY: gettext_lazy("quality"),
    Dimension.BENEFITS: gettext_lazy("benefits"),
    Dimension.RISK: gettext_lazy("risk"),
}
LACKING: Final = {
    Missing.TASKS: gettext_lazy("the forum's tasks for the initiative"),
    Missing.MANDATE: gettext_lazy("a mandate of the forum to decide it"),
    Missing.STEERING_GROUP: gettext_lazy("that the project's steering group is dissolved"),
    Missing.RECOMMENDATION: gettext_lazy("the board's recommendation"),
}

# Refusals of other rules than `rules.rights.may`, with the names of the facts they tell.
REFUSALS: Final = {
    "asked-already": gettext_lazy("%(name)s has been asked for its position already."),
    "due-has-passed": gettext_lazy("The day to answer by, %(due)s, has passed: choose today or later."),
    "party-has-no-part": gettext_lazy(
        "%(name)s can't be asked: it has no seat in the forum on this day, and the subject does not bind it."
    ),
    "position-is-closed": gettext_lazy(
        "The party's position is released, recorded or noted as not given: it can no longer be changed."
    ),
    "date-has-passed": gettext_lazy("The day, %(date)s, has passed: choose today or later."),
    "condition-missing": gettext_lazy("Say on what condition the party agrees."),
    "reason-missing": gettext_lazy(
        "Say why: a party that reserves its position or objects gives its reason."
    ),
    "draft-is-newer": gettext_lazy(
        "Version %(latest)s of the draft was written after version %(version)s was shown to you: look at it first."
    ),
    "not-released": gettext_lazy("Only a position that its party has released can be recorded."),
    "due-not-passed": gettext_lazy("The party has until %(due)s, that day included, to give its position."),
    # The meeting cycle: rules/procedure.
    "no-such-step": gettext_lazy(
        "That step can't be taken now: it has been taken already, or something else comes first."
    ),
    "agenda-is-sent": gettext_lazy(
        "The agenda has been sent: its order and what is closed stay as they are."
    ),
    "meeting-is-over": gettext_lazy("The meeting is over: its agenda can no longer be changed."),
    "agenda-not-sent": gettext_lazy(
        "The agenda has not been sent yet: send it before the minutes are taken."
    ),
    "minutes-are-sent": gettext_lazy(
        "The minutes have been sent: what stands in them is changed by a decision at a later meeting."
    ),
    "minutes-not-sent": gettext_lazy("The minutes have not been sent yet."),
    "minutes-are-approved": gettext_lazy(
        "The minutes have been approved: they can no longer be commented on."
    ),
    "first-item": gettext_lazy("The item stands first already."),
    "last-item": gettext_lazy("The item stands last already."),
    "is-a-part": gettext_lazy("The item is a part of another already."),
    "is-an-item": gettext_lazy("The item is no part of another."),
    "no-item-above": gettext_lazy("There is no item above that it could be a part of."),
    "target-is-a-part": gettext_lazy(
        "An item with parts of its own can't stand between the parts of another."
    ),
    "meeting-has-been": gettext_lazy("The meeting was held on %(meeting)s: nothing more is sent for it."),
    "meeting-has-begun": gettext_lazy("The meeting has begun: it can no longer be called."),
    "notice-too-short": gettext_lazy(
        "The notice that the rules of procedure ask for an extraordinary meeting has passed: choose a later time."
    ),
    "no-basis-for-silence": gettext_lazy(
        "Silence can't count as agreement: that takes terms of reference or rules of procedure of the forum that "
        "are in force."
    ),
    "objected": gettext_lazy("Not carried: somebody objects, and the forum decides by consensus."),
    "not-all-for": gettext_lazy("Not carried: the forum decides by unanimity, and not all are for."),
    "no-majority": gettext_lazy("Not carried: there is no majority for it."),
    "nobody-entitled": gettext_lazy("Not carried: nobody is entitled to decide."),
    "written-is-open": gettext_lazy("The case is before the forum in writing already: close that first."),
    "leg-not-waiting": gettext_lazy(
        "The case stands on an agenda or has been treated: only what waits for a meeting can be decided in writing."
    ),
    "nobody-to-ask": gettext_lazy("%(name)s has no voting seats on this day: there is nobody to answer."),
    "written-too-short": gettext_lazy("The deadline is too short: %(due)s is the earliest day it can be."),
    "written-is-closed": gettext_lazy("The written procedure is closed."),
    "deadline-has-passed": gettext_lazy(
        "The deadline was %(deadline)s, that day included: the answer comes too late to count."
    ),
    "party-not-asked": gettext_lazy("The party has no voting seat in the forum, and is not asked."),
    "words-missing": gettext_lazy("Write your comments, or why you object or want a meeting."),
    "answers-awaited": gettext_lazy(
        "Answers are still awaited: the procedure is closed when all have answered, or after %(deadline)s."
    ),
    "consultation-is-closed": gettext_lazy("The consultation is closed."),
    "signed-already": gettext_lazy("This version is signed already."),
    "not-asked-to-sign": gettext_lazy("Only the person who was asked can sign, logged in as themselves."),
    "outside-mandate": gettext_lazy(
        "This lies outside the forum's mandate, and nobody has said why it goes on. %(items)s Give a reason at "
        "each item, or change what it asks for or what was decided."
    ),
    "nothing-to-override": gettext_lazy(
        "No reason is needed: it lies within the mandate, is not checked, or a reason has been given already."
    ),
    # Portfolios: rules/portfolio.
    "light-needs-reason": gettext_lazy("Say why the light is %(light)s: it is a judgement."),
    "deviation-needs-reason": gettext_lazy(
        "Say why the light for %(dimension)s is %(chosen)s: the figures propose %(proposed)s."
    ),
    "valid-before-as-of": gettext_lazy(
        "The report can't cease to be valid on %(valid_until)s: it is as of %(as_of)s."
    ),
    "published-before-as-of": gettext_lazy(
        "The report is as of %(as_of)s: it can't be published on %(published_on)s."
    ),
    "already-in-portfolio": gettext_lazy("The initiative is in the portfolio already."),
    "not-in-portfolio": gettext_lazy("The initiative is not in the portfolio on this day."),
    "entry-lacks": gettext_lazy("The initiative can't enter the portfolio. Missing: %(missing)s."),
    "exit-lacks": gettext_lazy("The initiative can't leave the portfolio. Missing: %(missing)s."),
    "baseline-stands": gettext_lazy(
        "The first date, %(date)s, stands: a later one is an agreement or what is expected."
    ),
    "date-is-set": gettext_lazy("The date %(date)s was set on %(on)s already."),
    "depends-already": gettext_lazy("The one waits for the other already."),
    "milestones-in-circle": gettext_lazy("They would wait for each other: %(circle)s."),
    # What a portfolio's services find when they look: its reports, rounds, milestones, money and needs.
    "no-lead": gettext_lazy(
        "The register names no lead of %(name)s, so nobody can report for it: enter one first."
    ),
    "draft-is-published": gettext_lazy("Version %(version)s is published already."),
    "correction-missing": gettext_lazy("Say what was wrong in the report that this one corrects."),
    "report-superseded": gettext_lazy(
        "The report has been superseded by a later one: look at the one that took its place."
    ),
    "day-is-reported": gettext_lazy("There is a report as of %(as_of)s already: correct that one."),
    "resolution-elsewhere": gettext_lazy("The decision is another forum's: choose one of this forum."),
    "round-exists": gettext_lazy("The forum has a reporting round as of %(as_of)s already."),
    "nobody-to-report": gettext_lazy("No initiative in the portfolio has a lead that could be asked."),
    "milestone-name-taken": gettext_lazy("The initiative has a milestone called %(name)s already."),
    "milestone-is-reached": gettext_lazy("The milestone was reached on %(on)s: its dates stand."),
    "leads-it": gettext_lazy("%(name)s leads the initiative: only others are noted as partners."),
    "benefit-name-taken": gettext_lazy("The party has a benefit called %(name)s already."),
    "pool-name-taken": gettext_lazy("The forum has a pool called %(name)s in %(year)s already."),
    "pool-too-small": gettext_lazy("The pool has %(left)s million DKK left: that is not enough."),
    "needs-have-changed": gettext_lazy(
        "The needs have changed meanwhile: look at them again before you move one."
    ),
    "need-amount-unknown": gettext_lazy("What the need costs is not known yet, so it can't be granted."),
    "need-is-decided": gettext_lazy("The need has been decided already."),
    "need-is-settled": gettext_lazy("The need has been granted or paid for already."),
    "version-is-replaced": gettext_lazy(
        "The attachment has a newer version, or was taken off: only the newest version is signed."
    ),
}


class DeniedError(Exception):
    """Someone may not do this; `denied` says why. A page answers 403, a command exits 3; nothing is stored."""

    def __init__(self, denied: Denied) -> None:
        super().__init__(denied.code)
        self.denied = denied


def require(viewer: Viewer, right: Right, *, forum: str | None = None, party: str | None = None) -> None:
    """Go on where the viewer has the right; else raise DeniedError with the reason."""
    demand(may(viewer, right, forum=forum, party=party))


def demand(verdict: Verdict) -> None:
    """Go on where a rule allows it; else raise DeniedError with the rule's reason."""
    if isinstance(verdict, Denied):
        raise DeniedError(verdict)


def told(denied: Denied) -> str:
    """Answer a refusal in words: what may not be done, and why."""
    facts = denied.facts
    if denied.code in REFUSALS:
        return REFUSALS[denied.code] % {name: _word(value) for name, value in facts.items()}
    doing = DOING[Right(str(facts["right"]))]
    if denied.code == "log-in":
        return gettext("To %(do)s, log in first.") % {"do": doing}
    refusal = gettext("You may not %(do)s.") % {"do": doing}
    if denied.code == "role-may-not":
        roles = facts["roles"]
        names = ", ".join(str(ROLES[role]) for role in roles) if isinstance(roles, list) else ""
        reason = gettext("It takes one of these roles: %(roles)s.") % {"roles": names}
    elif denied.code == "other-forum":
        reason = gettext("Your seat is in another forum.")
    else:
        reason = gettext("You are here for another party.")
    return f"{refusal} {reason}"


def _word(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(each, Missing) for each in value):
        return ", ".join(_word(each) for each in value)
    if isinstance(value, tuple):
        # Items of an agenda, each with what is said of it.
        return " ".join(
            gettext("Item %(number)s: %(said)s") % {"number": n, "said": said} for n, said in value
        )
    match value:
        case Light():
            word = str(LIGHTS[value])
        case Dimension():
            word = str(DIMENSIONS[value])
        case Missing():
            word = str(LACKING[value])
        case Decimal():
            word = number_format(value.normalize())
        case datetime.date():
            word = date_format(value, "DATE_FORMAT")
        case _:
            word = str(value)
    return word
