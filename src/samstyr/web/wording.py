"""The words of the pages, in Danish and English: one table for each choice (docs/glossary.md).

The words of the register stand in registry/wording.py.
"""

from django.utils.translation import gettext_lazy as _

from samstyr.platform import denials
from samstyr.registry import wording

ROLES = {**wording.ROLES, "minute_taker": _("minute taker")}
ITEM_KINDS = {
    "decision": _("decision"),
    "information": _("information"),
    "discussion": _("discussion"),
}
VERBS = {
    "approved": _("approved"),
    "noted": _("noted"),
    "recommended": _("recommended"),
    "endorsed": _("endorsed"),
    "postponed": _("postponed"),
    "rejected": _("rejected"),
    "established": _("established"),
    "appointed": _("appointed"),
    "agreed": _("agreed"),
    "adopted": _("adopted"),
    "withdrawn": _("withdrawn"),
    "discussed": _("discussed"),
}
MARKERS = {
    "decision": _("for decision (B)"),
    "information": _("for information (O)"),
    "discussion": _("for discussion"),
}
ORIGINS = {
    "minutes": _("minutes"),
    "duty": _("annual wheel"),
    "leg": _("case"),
    "postponed": _("postponed"),
    "action": _("agreed earlier"),
    "closed-action": _("agreed earlier"),
    "named": _("named at the last meeting"),
    "written": _("written procedure"),
}
REMARKS = {
    "remark": _("remark"),
    "reservation": _("reservation"),
    "condition": _("condition"),
}
OVERRIDE_STAGES = {"agenda": _("with the agenda"), "resolution": _("with the decision")}
CHECK_VERDICTS = {
    "needs": _("must be put before another forum"),
    "denied": _("denied by the mandate"),
    "ultra_vires": _("no mandate recorded for this"),
}
VOTES = {"for": _("voted for"), "against": _("voted against"), "abstain": _("abstained")}
DELIVERIES = {
    "call": _("notice of the meeting"),
    "pack": _("agenda and papers"),
    "changes": _("changes of the agenda"),
    "minutes": _("minutes"),
    "reminder": _("reminder"),
    "digest": _("digest"),
    "position": _("asked for a position"),
    "written": _("asked for an answer in writing"),
    "consultation": _("asked in a consultation"),
    "signature": _("asked for a signature"),
}
PROBLEMS = {
    "no-address": _("has no e-mail address"),
    "no-seat": _("no longer sits in the forum"),
}
CERTAINTIES = {
    "agreed": _("agreed"),
    "proposed": _("proposed"),
    "expected": _("expected"),
    "ongoing": _("ongoing"),
}
ATTENDANCES = {
    "present": _("present"),
    "absent": _("apologies"),
    "secretariat": _("secretariat"),
    "guest": _("guest"),
    "substitute": _("substitute"),
}
LIGHTS = {
    "green": _("green"),
    "yellow": _("yellow"),
    "red": _("red"),
    "none": _("no light"),
}
DIMENSIONS = {
    "time": _("time"),
    "economy": _("economy"),
    "quality": _("quality"),
    "benefits": _("benefits"),
    "risk": _("risk"),
}
STATES = {
    "not-started": _("not started"),
    "running": _("in progress"),
    "paused": _("paused"),
    "ended": _("ended"),
    "discontinued": _("discontinued"),
}
TOUCHES = {
    "entry": _("taken into the portfolio"),
    "exit": _("let go from the portfolio"),
    "assessment": _("the forum's light decided"),
    "milestone": _("milestone moved"),
}
AGREED_KINDS = {
    "baseline": _("baseline"),
    "agreement": _("agreed"),
    "expected": _("expected"),
}
REQUEST_STATES = {
    "asked": _("asked"),
    "late": _("late"),
    "reported": _("reported"),
    "checked": _("checked"),
    "approved": _("approved"),
}
FLOW_KINDS = {
    "investment": _("investment"),
    "running": _("running cost"),
    "benefit": _("benefit in money"),
    "benefit-not-money": _("benefit not in money"),
}
FACTORS = {
    "investment": _("investment"),
    "running": _("running cost"),
    "benefit": _("benefit in money"),
    "discount-rate": _("discount rate"),
}
NEED_STATES = {
    "wished": _("wished for"),
    "granted": _("granted from the pool"),
    "declined": _("declined"),
    "own-payment": _("the party pays itself"),
}
UNITS = {"weekdays": _("weekdays"), "days": _("days")}
MEETING_STATES = {
    "planned": _("planned"),
    "called": _("called"),
    "frozen": _("agenda frozen"),
    "held": _("held"),
    "minutes-sent": _("minutes sent"),
    "minutes-approved": _("minutes approved"),
}
REVIEW_STATES = {
    "reading": _("being read"),
    "waiting": _("waits for a person"),
    "failed": _("can't be read"),
    "applied": _("part of the record"),
    "same": _("the same as what was there"),
}
FACT_OUTCOMES = {
    "": _("not gone through"),
    "accepted": _("accepted"),
    "corrected": _("corrected"),
    "rejected": _("left out of the record"),
    "added": _("added by hand"),
}
POSITION_STATES = {
    "asked": _("asked"),
    "in-constituency": _("in the constituency"),
    "released": _("released"),
    "recorded": _("recorded"),
    "not-given": _("not stated"),
}
STANCES = {
    "agree": _("Agrees"),
    "agree-on-condition": _("Agrees on condition"),
    "reserve": _("Reserves its position"),
    "object": _("Objects"),
}
# What the words that follow a stance are.
STANCE_WORDS = {
    "agree": _("Remarks"),
    "agree-on-condition": _("Condition"),
    "reserve": _("Reason"),
    "object": _("Reason"),
}
REPLIES = {
    "agree": _("Agrees"),
    "comments": _("Has comments"),
    "object": _("Objects"),
}
WRITTEN_STATES = {
    "open": _("open for answers"),
    "carried": _("carried"),
    "not-carried": _("not carried"),
    "to-meeting": _("goes to a meeting"),
    "withdrawn": _("withdrawn"),
}
# What the answers would make of a written procedure that is closed now.
WRITTEN_OUTCOMES = {
    "open": _("Answers are still awaited."),
    "carried": _("By the answers, the recommendation is carried."),
    "not-carried": _("By the answers, the recommendation is not carried."),
    "needs-meeting": _("A party objects or wants a meeting: the case goes to a meeting."),
}
CONSULTATION_STATES = {
    "open": _("open for replies"),
    "closed": _("closed"),
    "withdrawn": _("withdrawn"),
}
RATIFICATION_STATES = {
    "awaited": _("awaited"),
    "ratified": _("ratified"),
    "refused": _("not ratified"),
}
PROPOSAL_STATES = {
    "proposed": _("proposed"),
    "entered": _("entered in the register"),
    "refused": _("refused"),
}
PREPARED_STATES = {
    "waiting": _("waits for its turn"),
    "making": _("is being made"),
    "ready": _("ready"),
    "failed": _("could not be made"),
    "cancelled": _("stopped"),
}
LEG_STATES = {
    "planned": _("waits for a meeting"),
    "booked": _("booked on a meeting"),
    "on-agenda": _("on the agenda"),
    "treated": _("treated"),
    "returned": _("sent back"),
    "passed": _("passed"),
    "skipped": _("left out"),
}
CASE_STATES = {
    "draft": _("proposed"),
    "routed": _("on its way"),
    "decided": _("decided, not binding yet"),
    "binding": _("binding"),
    "lapsed": _("lapsed"),
    "withdrawn": _("withdrawn"),
}
SEVERITIES = {"error": _("error"), "warning": _("warning")}
LISTS = {
    "parties": _("party"),
    "organisations": _("organisation"),
    "instruments": _("instrument"),
    "fora": _("forum"),
    "subjects": _("subject"),
    "mandates": _("mandate"),
    "duties": _("duty"),
    "systems": _("system"),
    "initiatives": _("initiative"),
    "meetings": _("meeting"),
    "items": _("agenda item"),
    "resolutions": _("resolution"),
    "actions": _("follow-up"),
    "persons": _("person"),
}
SCOPES = {
    "anywhere": _("in Samstyr"),
    "forum": _("in the forum of the seat"),
    "party": _("for the party of the seat"),
}
DELAYS = {
    "missed": _("the deadline for papers was not met"),
    "postponed": _("the case was postponed"),
    "booked": _("the case was put on a later meeting"),
    "moved": _("the meeting was moved"),
    "replanned": _("the case began otherwise"),
    "changed": _("mandates or calendars have changed"),
}
FACTS = {
    "phase": _("phase"),
    "amount_dkk": _("amount in DKK"),
    "funds": _("funds"),
}
FACT_VALUES = {
    "start": _("start"),
    "running": _("running"),
    "end": _("end"),
    "new": _("new funds"),
}
# What became of a cell of a series that was imported (rules/portfolio/import_mapping.py: Kind).
CELL_KINDS = {
    "fact": _("value"),
    "unknown": _("unknown"),
    "exempt": _("exempt"),
    "not-given": _("not stated"),
    "doubtful": _("doubtful"),
    "blank": _("blank"),
    "ignored": _("not read"),
    "not-understood": _("not understood"),
    "left-out": _("in a row left out"),
}

TABLES = {
    "cell_kind": CELL_KINDS,
    "delay": DELAYS,
    "fact": FACTS,
    "act": wording.ACTS,
    "level": wording.LEVELS,
    "forum_kind": wording.FORUM_KINDS,
    "instrument_kind": wording.INSTRUMENT_KINDS,
    "party_kind": wording.PARTY_KINDS,
    "role": ROLES,
    "item_kind": ITEM_KINDS,
    "verb": VERBS,
    "marker": MARKERS,
    "origin": ORIGINS,
    "remark": REMARKS,
    "override_stage": OVERRIDE_STAGES,
    "check_verdict": CHECK_VERDICTS,
    "vote": VOTES,
    "delivery": DELIVERIES,
    "problem": PROBLEMS,
    "certainty": CERTAINTIES,
    "attendance": ATTENDANCES,
    "light": LIGHTS,
    "dimension": DIMENSIONS,
    "initiative_state": STATES,
    "touch": TOUCHES,
    "agreed_kind": AGREED_KINDS,
    "request_state": REQUEST_STATES,
    "flow_kind": FLOW_KINDS,
    "need_state": NEED_STATES,
    "unit": UNITS,
    "held_role": denials.ROLES,
    "meeting_state": MEETING_STATES,
    "review_state": REVIEW_STATES,
    "fact_outcome": FACT_OUTCOMES,
    "position_state": POSITION_STATES,
    "stance": STANCES,
    "stance_words": STANCE_WORDS,
    "standing": denials.ROLES,
    "reply": REPLIES,
    "written_state": WRITTEN_STATES,
    "written_outcome": WRITTEN_OUTCOMES,
    "consultation_state": CONSULTATION_STATES,
    "ratification_state": RATIFICATION_STATES,
    "proposal_state": PROPOSAL_STATES,
    "prepared_state": PREPARED_STATES,
    "case_state": CASE_STATES,
    "leg_state": LEG_STATES,
    "severity": SEVERITIES,
    "list": LISTS,
}


def word(choice: str | None, table: str) -> str:
    """Answer the word for a choice; a text of the minutes that is no choice stands as it is."""
    return str(TABLES[table].get(choice or "", choice or ""))


# What a mandate says, with and without a recipient.
SENTENCES = {
    "recommend": (_("Recommends {subject} to {to}"), _("Recommends {subject}")),
    "decide": (_("Decides {subject} (towards {to})"), _("Decides {subject}")),
    "approve": (_("Approves {subject} (towards {to})"), _("Approves {subject}")),
    "ratify": (_("Ratifies {subject} (towards {to})"), _("Ratifies {subject}")),
    "advise": (_("Advises {to} on {subject}"), _("Advises on {subject}")),
    "assure": (_("Assures the quality of {subject} for {to}"), _("Assures the quality of {subject}")),
    "prepare": (_("Prepares {subject} for {to}"), _("Prepares {subject}")),
    "escalate": (_("Escalates {subject} to {to}"), _("Escalates {subject}")),
    "report": (_("Reports on {subject} to {to}"), _("Reports on {subject}")),
    "inform": (_("Informs {to} of {subject}"), _("Informs of {subject}")),
    "discuss": (_("Discusses {subject} (with {to})"), _("Discusses {subject}")),
    "monitor": (_("Monitors {subject} (for {to})"), _("Monitors {subject}")),
    "appoint": (_("Appoints: {subject} (to {to})"), _("Appoints: {subject}")),
    "establish": (_("Establishes: {subject} (for {to})"), _("Establishes: {subject}")),
    "draft": (_("Drafts {subject} for {to}"), _("Drafts {subject}")),
}
DENIALS = {
    "recommend": _("May not recommend {subject}"),
    "decide": _("May not decide {subject}"),
    "approve": _("May not approve {subject}"),
    "ratify": _("May not ratify {subject}"),
    "advise": _("May not advise on {subject}"),
    "assure": _("May not assure the quality of {subject}"),
    "prepare": _("May not prepare {subject}"),
    "escalate": _("May not escalate {subject}"),
    "report": _("May not report on {subject}"),
    "inform": _("May not inform of {subject}"),
    "discuss": _("May not discuss {subject}"),
    "monitor": _("May not monitor {subject}"),
    "appoint": _("May not appoint: {subject}"),
    "establish": _("May not establish: {subject}"),
    "draft": _("May not draft {subject}"),
}
# Facts that registers commonly name in `when`; another fact stands by its own name.
ADDRESSES = {
    "parties": "party",
    "organisations": "organisation",
    "instruments": "instrument",
    "fora": "forum",
    "subjects": "subject",
    "systems": "system",
    "initiatives": "initiative",
}
# The lint tells its findings in Danish, with all it knows; in English the rule's meaning stands for them.
FINDINGS = {
    "G01": _("No forum may decide or approve this matter."),
    "G02": _("Several fora may decide this matter, each alone."),
    "G03": _("The mandate brings a matter to a forum that can do nothing with it."),
    "G04": _("The required mandates on this matter go round in a circle."),
    "G05": _("The forum has no terms of reference in force."),
    "G06": _("The forum hangs nowhere in the governance."),
    "G07": _("The mandate is in force, its basis is not."),
    "G08": _("The matter binds a party that has no seat where it is decided."),
    "G09": _("The forum meets less or more often in the year than its rules of procedure say."),
    "G10": _("The forum has a duty in a month in which it does not meet."),
    "G11": _("The forum may decide, but has no meeting in the next twelve months."),
    "G12": _("Two entries that say the same are in force at the same time."),
}
