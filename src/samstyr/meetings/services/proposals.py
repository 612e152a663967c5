"""What a meeting sets up is proposed to the register under an item, and entered or refused by who keeps it."""

import datetime
from dataclasses import asdict, dataclass

from django.db.backends.postgresql.psycopg_any import DateRange

from samstyr.accounts.models import Person
from samstyr.meetings.models import AgendaItem, Meeting, RegisterProposal
from samstyr.meetings.services.reach import readers_of_item
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.models import Membership
from samstyr.registry.queries import current_register
from samstyr.registry.services import load_register
from samstyr.rules.procedure.proposal import ProposedForum, entered, fragment, problems_of
from samstyr.rules.procedure.states import MeetingState, ProposalState, may_record, may_step
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied

MINUTES_OUT = frozenset({MeetingState.MINUTES_SENT, MeetingState.MINUTES_APPROVED})
APPOINTMENTS = "appointments"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed:
    """A person appointed to the seat of an organisation."""

    organisation: str
    name: str


@service
def propose_forum(
    *,
    item: AgendaItem,
    forum: ProposedForum,
    appointed: tuple[Appointed, ...] = (),
    actor: Viewer,
    now: datetime.datetime,
) -> RegisterProposal:
    """Note that the meeting set up a forum, with its seats and mandate and who was appointed.

    It waits to be entered in the register. Raises InputError with a line for everything the register would refuse,
    each with its path, and DeniedError where the actor does not take the forum's minutes, the agenda is not sent yet
    or the minutes are.
    """
    meeting = Meeting.objects.select_for_update().get(pk=item.meeting_id)
    require(actor, Right.RECORD_MEETING, forum=meeting.forum_id)
    demand(may_record(meeting.stage))
    content = fragment(forum, forum=meeting.forum_id, on=meeting.date)
    seats = {*forum.organisations, *([forum.chair] if forum.chair else [])}
    problems = problems_of(content, current_register())
    problems += [] if seats else ["fora[0].seats: choose at least one organisation"]
    problems += [
        f"{APPOINTMENTS}[{number}]: {each.organisation} has no seat in the new forum"
        for number, each in enumerate(appointed)
        if each.organisation not in seats
    ]
    if problems:
        raise InputError(*problems)
    return RegisterProposal.objects.create(
        item=item,
        title=forum.name,
        content={**content, APPOINTMENTS: [asdict(each) for each in appointed]},
        readers=readers_of_item(item),
        written_by_id=actor.user,
        written_at=now,
    )


@service
def enter_proposal(*, proposal: RegisterProposal, actor: Viewer) -> RegisterProposal:
    """Enter what a meeting proposed in the register, and give those appointed their seats from the meeting's day on.

    Nothing else of the register changes. Raises InputError where it no longer fits, with the path of each problem,
    and DeniedError where the actor may not edit the register, the minutes are not sent, or it is settled.
    """
    proposal = _waiting(proposal, ProposalState.ENTERED, actor)
    document = {key: value for key, value in proposal.content.items() if key != APPOINTMENTS}
    register = current_register()
    problems = problems_of(document, register)
    if problems:
        raise InputError(*problems)
    load_register(wanted=entered(document, register), actor=actor)
    forum = document["fora"][0]
    roles = {seat["organisation"]: seat["role"] for seat in forum["seats"]}
    for each in proposal.content.get(APPOINTMENTS, []):
        require(actor, Right.MANAGE_USERS)
        person, _is_new = Person.objects.get_or_create(name=each["name"])
        Membership.objects.create(
            person=person,
            role=roles[each["organisation"]],
            organisation_id=each["organisation"],
            forum_id=forum["id"],
            valid=DateRange(proposal.item.meeting.date, None, "[)"),
        )
    return _settled(proposal, ProposalState.ENTERED, "")


@service
def refuse_proposal(*, proposal: RegisterProposal, reason: str, actor: Viewer) -> RegisterProposal:
    """Refuse to enter what a meeting proposed, with a reason. Raises as `enter_proposal`; InputError without one."""
    proposal = _waiting(proposal, ProposalState.REFUSED, actor)
    if not reason.strip():
        raise InputError("reason: say why it is not entered")
    return _settled(proposal, ProposalState.REFUSED, reason.strip())


def _waiting(proposal: RegisterProposal, to: ProposalState, actor: Viewer) -> RegisterProposal:
    """Answer the proposal as it is now, locked, where the actor can settle it."""
    require(actor, Right.EDIT_REGISTER)
    proposal = (
        RegisterProposal.objects.select_for_update(of=("self",))
        .select_related("item__meeting")
        .get(pk=proposal.pk)
    )
    if proposal.item.meeting.stage not in MINUTES_OUT:
        demand(Denied("minutes-not-sent"))
    demand(may_step("proposal", ProposalState(proposal.state), to))
    return proposal


def _settled(proposal: RegisterProposal, state: ProposalState, reason: str) -> RegisterProposal:
    proposal.state, proposal.reason = state.value, reason
    proposal.save(update_fields=["state", "reason"])
    return proposal
