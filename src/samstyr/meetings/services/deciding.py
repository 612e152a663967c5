"""The one place where a case becomes decided: who must take it home is asked, and it binds where nobody must."""

import datetime
from collections.abc import Iterable

from samstyr.meetings.models import Case, Leg, Ratification
from samstyr.meetings.queries.matters import matter_of
from samstyr.meetings.services.reach import spread_papers
from samstyr.meetings.services.steps import step_case, step_leg
from samstyr.registry.queries import current_register
from samstyr.rules.mandate import deciders
from samstyr.rules.procedure.between import party_of_body
from samstyr.rules.procedure.ratification import Ratifier, RatifierKind, ratifiers
from samstyr.rules.procedure.readers import Audience, party, readers_of
from samstyr.rules.procedure.states import CaseState, LegState, RatificationState
from samstyr.rules.register import Register


def decide_case(leg: Leg, *, forum: str, subject: str | None, on: datetime.date) -> bool:
    """Let a leg's case be decided, where the forum may decide its subject; answer whether it was.

    Where several decide together, the last of them decides. `forum` is the one that sat, in whatever role; without a
    `subject` the case's own counts. Those who must ratify are put in the ledger as the register stands on the day;
    where nobody must, the case is binding at once. A case that is not on its way stays as it is.
    """
    case, register = leg.case, current_register()
    matter = matter_of(case)
    subject = subject or matter.subject
    if case.state != CaseState.ROUTED or subject is None or subject not in register.subjects:
        return False
    power = deciders(register, subject, on, matter.facts)
    if forum not in power.mandates or (power.joint and not _others_have(case, power.fora, forum)):
        return False
    case.decided_on = on
    case.save(update_fields=["decided_on"])
    step_case(case, CaseState.DECIDED)
    for ratifier in ratifiers(register, subject, on, matter.facts):
        _await(leg, ratifier, register)
    spread_ledger(leg)
    bind_if_ratified(case)
    return True


def spread_ledger(leg: Leg) -> None:
    """Write on the lines of a leg's ledger, and the papers, who may read them: all parties that ratify read all.

    Whoever notes that a body has ratified must see every line, or the case would bind too early.
    """
    lines = Ratification.objects.filter(leg=leg)
    parties = lines.exclude(party=None).values_list("party", flat=True)
    lines.update(readers=[*_readers(leg), *sorted({party(key) for key in parties if key})])
    spread_papers(leg.case)


def bind_if_ratified(case: Case) -> None:
    """Let a decided case be binding once all who must have ratified it: at once where there are none."""
    ratified = RatificationState.RATIFIED.value
    waits = Ratification.objects.filter(leg__case=case).exclude(state=ratified).exists()
    if case.state == CaseState.DECIDED and not waits:
        step_case(case, CaseState.BINDING)


def treat_in_writing(leg: Leg, *, passed: bool, on: datetime.date) -> None:
    """Let a leg be treated without a meeting: it passes through the states on the way, and leaves its meeting."""
    leg.meeting, leg.treated_on = None, on
    for state in (LegState.BOOKED, LegState.ON_AGENDA, LegState.TREATED):
        if leg.state != state:
            step_leg(leg, state)
    step_leg(leg, LegState.PASSED if passed else LegState.RETURNED)


def _others_have(case: Case, fora: Iterable[str], forum: str) -> bool:
    """Tell whether all the other fora have passed the case."""
    passed = set(case.legs.filter(state=LegState.PASSED.value).values_list("forum", flat=True))
    return all(other in passed for other in fora if other != forum)


def _readers(leg: Leg) -> list[str]:
    audience = Audience.FORUM if leg.case.closed else Audience.PARTS
    return readers_of(leg.forum_id, audience, closed=leg.case.closed)


def _await(leg: Leg, ratifier: Ratifier, register: Register) -> None:
    is_forum = ratifier.kind == RatifierKind.FORUM
    Ratification.objects.create(
        leg=leg,
        party_id=party_of_body(register, ratifier.id) if is_forum else ratifier.id,
        body_id=ratifier.id if is_forum else None,
        readers=_readers(leg),
    )
