"""The ratification ledger: agreed is not binding until all who must take it home have done so."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from samstyr.meetings.models import Case, Leg, Ratification
from samstyr.meetings.services.deciding import bind_if_ratified, spread_ledger
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.models import Party
from samstyr.rules.procedure.readers import Audience, readers_of
from samstyr.rules.procedure.states import CaseState, RatificationState, may_step
from samstyr.rules.rights import Right, Viewer, may

MOST_FUNDING = Decimal(10) ** 12  # kroner: what the column holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a body said: ratified or refused, on which day, by what evidence, with what funding in kroner."""

    state: RatificationState
    decided_on: datetime.date
    evidence: str = ""
    funding_dkk: Decimal | None = None


@service
def ask_to_ratify(
    *,
    row: Ratification,
    due: datetime.date | None,
    funding_dkk: Decimal | None,
    actor: Viewer,
    on: datetime.date,
) -> Ratification:
    """Say by when a body is to ratify, and what it is to fund. Raises DeniedError where the actor is no secretary.

    The secretary is that of the leg's forum. Raises InputError where the day has passed or the sum is negative.
    """
    require(actor, Right.PREPARE_MEETING, forum=row.leg.forum_id)
    row = Ratification.objects.select_for_update(of=("self",)).get(pk=row.pk)
    demand(may_step("ratification", RatificationState(row.state), RatificationState.RATIFIED))
    problems = _funding_problems(funding_dkk)
    if due is not None and due < on and due != row.due:
        problems.append(f"due: {due.isoformat()} has passed (expected {on.isoformat()} or later)")
    if problems:
        raise InputError(*problems)
    row.due, row.funding_dkk = due, funding_dkk
    row.save(update_fields=["due", "funding_dkk"])
    return row


@service
def add_ratifier(
    *, leg: Leg, party: str, body_name: str, due: datetime.date | None, actor: Viewer, on: datetime.date
) -> Ratification:
    """Add a body of a party's own, named in words, that must ratify too: the register does not have every council.

    Raises InputError where the party is unknown, the body has no name or stands there already, or the day has
    passed, and DeniedError where the actor is no secretary of the leg's forum or the case is not decided.
    """
    require(actor, Right.PREPARE_MEETING, forum=leg.forum_id)
    case = Case.objects.select_for_update().get(pk=leg.case_id)
    demand(may_step("case", CaseState(case.state), CaseState.BINDING))
    name = body_name.strip()[:200]
    problems = []
    if not Party.objects.filter(pk=party).exists():
        problems.append(f"party: there is no party {party[:60]!r}")
    if not name:
        problems.append("body_name: say which body ratifies")
    if due is not None and due < on:
        problems.append(f"due: {due.isoformat()} has passed (expected {on.isoformat()} or later)")
    if Ratification.objects.filter(leg=leg, party=party, body=None, body_name=name).exists():
        problems.append(f"body_name: {name} stands in the ledger already")
    if problems:
        raise InputError(*problems)
    row = Ratification.objects.create(
        leg=leg,
        party_id=party,
        body_name=name,
        due=due,
        readers=readers_of(leg.forum_id, Audience.FORUM, closed=case.closed),
    )
    spread_ledger(leg)
    return row


@service
def note_ratification(*, row: Ratification, noted: Noted, actor: Viewer, on: datetime.date) -> Ratification:
    """Note that a body has ratified, or refused to. Once all have ratified, the case is binding.

    The co-ordinator of the body's party notes it, or the secretary of the leg's forum, who tells the evidence. Raises
    InputError where the evidence is missing, or the day is still to come, and DeniedError
    where the actor is neither, or it is noted already.
    """
    own = row.party_id is not None and bool(may(actor, Right.NOTE_RATIFICATION, party=row.party_id))
    if not own:
        _require_desk(row, actor)
    case = Case.objects.select_for_update().get(pk=row.leg.case_id)
    row = Ratification.objects.select_for_update(of=("self",)).get(pk=row.pk)
    demand(may_step("ratification", RatificationState(row.state), noted.state))
    problems = _funding_problems(noted.funding_dkk)
    if noted.decided_on > on:
        problems.append(f"decided_on: {noted.decided_on.isoformat()} is still to come")
    if not noted.evidence.strip() and not own:
        problems.append("evidence: say where it stands that the body said so")
    if problems:
        raise InputError(*problems)
    row.state, row.decided_on = noted.state.value, noted.decided_on
    row.evidence, row.funding_dkk = noted.evidence.strip(), noted.funding_dkk
    row.save(update_fields=["state", "decided_on", "evidence", "funding_dkk"])
    bind_if_ratified(case)
    return row


def _require_desk(row: Ratification, actor: Viewer) -> None:
    """Go on where the actor is the secretary of the forum; a co-ordinator elsewhere is told it is another party's."""
    if row.leg.forum_id not in actor.fora(Right.PREPARE_MEETING) and actor.parties(Right.NOTE_RATIFICATION):
        require(actor, Right.NOTE_RATIFICATION, party=row.party_id)
    require(actor, Right.PREPARE_MEETING, forum=row.leg.forum_id)


def _funding_problems(funding: Decimal | None) -> list[str]:
    if funding is None or 0 <= funding < MOST_FUNDING:
        return []
    return ["funding_dkk: expected kroner, 0 or more"]
