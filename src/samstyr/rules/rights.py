"""Who may do what: roles come from seats, and one table says what each role may.

A right holds anywhere, in one forum, or for one party; `may` answers with the reason where it refuses.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samstyr.rules.verdict import Allowed, Denied, Verdict


class Role(StrEnum):
    """What a person is to Samstyr while a seat or an appointment lasts."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    OBSERVER = "observer"
    PARTY_COORDINATOR = "party-coordinator"
    PORTFOLIO_OFFICE = "portfolio-office"
    SYSTEM_MANAGER = "system-manager"
    ANALYST = "analyst"
    SECURITY_LEAD = "security-lead"
    ADMINISTRATOR = "administrator"


# Roles that are held in one forum; the others are held for an organisation, or for Samstyr as a whole.
IN_FORUM: Final = frozenset(
    {Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.OBSERVER, Role.PORTFOLIO_OFFICE}
)
# The seats of register.md that each of these roles can be held on.
SEATS: Final = {
    Role.SECRETARY: frozenset({"secretary"}),
    Role.CHAIR: frozenset({"chair", "co-chair", "vice-chair"}),
    Role.MEMBER: frozenset({"member"}),
    Role.SUBSTITUTE: frozenset({"substitute", "member", "chair", "co-chair", "vice-chair"}),
    Role.OBSERVER: frozenset({"observer"}),
}


class Right(StrEnum):
    """Something not everyone may do or see."""

    EDIT_REGISTER = "edit-register"
    MANAGE_USERS = "manage-users"
    HAND_IN_MINUTES = "hand-in-minutes"
    APPLY_MINUTES = "apply-minutes"
    CHOOSE_SUBJECT = "choose-subject"
    SEE_CLOSED = "see-closed"
    SEE_CASES = "see-cases"
    OPEN_CASE = "open-case"
    ASK_POSITIONS = "ask-positions"
    SEE_POSITIONS = "see-positions"
    RECORD_POSITIONS = "record-positions"
    ENTER_ROOM = "enter-room"
    WRITE_IN_ROOM = "write-in-room"
    RELEASE_POSITION = "release-position"
    PREPARE_MEETING = "prepare-meeting"
    SEE_AGENDA = "see-agenda"
    PROPOSE_ITEM = "propose-item"
    RECORD_MEETING = "record-meeting"
    COMMENT_ON_MINUTES = "comment-on-minutes"
    ANSWER_IN_WRITING = "answer-in-writing"
    FOLLOW_UP = "follow-up"
    ANSWER_CONSULTATION = "answer-consultation"
    NOTE_RATIFICATION = "note-ratification"
    WRITE_REPORT = "write-report"
    PUBLISH_REPORT = "publish-report"
    ASSESS_REPORT = "assess-report"
    KEEP_PORTFOLIO = "keep-portfolio"
    STATE_NEED = "state-need"
    SEE_HISTORY = "see-history"
    SEE_HISTORY_OF_PERSONS = "see-history-of-persons"


class Scope(StrEnum):
    """Where a role must be held for a right: anywhere, in the forum, or for the party in question."""

    ANYWHERE = "anywhere"
    FORUM = "forum"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Grant:
    """Which roles have a right, and where they must be held for it."""

    roles: frozenset[Role]
    scope: Scope


def _grant(scope: Scope, *roles: Role) -> Grant:
    return Grant(frozenset(roles), scope)


DECIDING: Final = (Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE)
RIGHTS: Final[dict[Right, Grant]] = {
    Right.EDIT_REGISTER: _grant(Scope.ANYWHERE, Role.ADMINISTRATOR),
    Right.MANAGE_USERS: _grant(Scope.ANYWHERE, Role.ADMINISTRATOR),
    Right.HAND_IN_MINUTES: _grant(Scope.ANYWHERE, Role.SECRETARY),
    Right.APPLY_MINUTES: _grant(Scope.FORUM, Role.SECRETARY),
    Right.CHOOSE_SUBJECT: _grant(Scope.FORUM, Role.SECRETARY),
    Right.SEE_CLOSED: _grant(Scope.FORUM, Role.SECRETARY, *DECIDING),
    Right.SEE_CASES: _grant(Scope.ANYWHERE, *Role),
    Right.OPEN_CASE: _grant(Scope.FORUM, Role.SECRETARY),
    Right.ASK_POSITIONS: _grant(Scope.FORUM, Role.SECRETARY),
    Right.SEE_POSITIONS: _grant(Scope.FORUM, Role.SECRETARY, *DECIDING, Role.OBSERVER),
    Right.RECORD_POSITIONS: _grant(Scope.FORUM, Role.SECRETARY),
    Right.ENTER_ROOM: _grant(Scope.PARTY, Role.PARTY_COORDINATOR, *DECIDING),
    Right.WRITE_IN_ROOM: _grant(Scope.PARTY, Role.PARTY_COORDINATOR, *DECIDING),
    Right.RELEASE_POSITION: _grant(Scope.PARTY, Role.PARTY_COORDINATOR),
    Right.PREPARE_MEETING: _grant(Scope.FORUM, Role.SECRETARY),
    Right.SEE_AGENDA: _grant(Scope.FORUM, Role.SECRETARY, *DECIDING, Role.OBSERVER),
    Right.PROPOSE_ITEM: _grant(Scope.FORUM, Role.SECRETARY, *DECIDING),
    Right.RECORD_MEETING: _grant(Scope.FORUM, Role.SECRETARY),
    Right.COMMENT_ON_MINUTES: _grant(Scope.FORUM, Role.SECRETARY, *DECIDING),
    Right.ANSWER_IN_WRITING: _grant(Scope.FORUM, *DECIDING),
    Right.FOLLOW_UP: _grant(Scope.FORUM, Role.SECRETARY, *DECIDING),
    Right.ANSWER_CONSULTATION: _grant(Scope.PARTY, Role.PARTY_COORDINATOR),
    Right.NOTE_RATIFICATION: _grant(Scope.PARTY, Role.PARTY_COORDINATOR),
    Right.WRITE_REPORT: _grant(Scope.PARTY, Role.PARTY_COORDINATOR, *DECIDING),
    Right.PUBLISH_REPORT: _grant(Scope.PARTY, Role.PARTY_COORDINATOR),
    Right.ASSESS_REPORT: _grant(Scope.FORUM, Role.SECRETARY),
    Right.KEEP_PORTFOLIO: _grant(Scope.FORUM, Role.SECRETARY, Role.PORTFOLIO_OFFICE),
    Right.STATE_NEED: _grant(Scope.PARTY, Role.PARTY_COORDINATOR),
    Right.SEE_HISTORY: _grant(Scope.ANYWHERE, *Role),
    Right.SEE_HISTORY_OF_PERSONS: _grant(Scope.ANYWHERE, Role.ADMINISTRATOR),
}


@dataclass(frozen=True, slots=True)
class Holding:
    """A role a person holds now: in a forum, for an organisation and its party, or (administrator) as such."""

    role: Role
    forum: str | None = None
    organisation: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks or acts: a user with the roles held today, the public (no user), or the operator.

    The operator is whoever runs commands with the database's own credentials: everything is open to them.
    """

    user: int | None = None
    holdings: tuple[Holding, ...] = ()
    operator: bool = False

    def fora(self, right: Right) -> tuple[str, ...]:
        """Answer the ids of the fora in which the viewer has the right, sorted."""
        return _sorted(each.forum for each in self.holdings if each.role in RIGHTS[right].roles)

    def parties(self, right: Right) -> tuple[str, ...]:
        """Answer the ids of the parties for which the viewer has the right, sorted."""
        return _sorted(each.party for each in self.holdings if each.role in RIGHTS[right].roles)


PUBLIC: Final = Viewer()
OPERATOR: Final = Viewer(operator=True)


def may(viewer: Viewer, right: Right, *, forum: str | None = None, party: str | None = None) -> Verdict:
    """Tell whether the viewer has a right, in `forum` or for `party` where the right is tied to one.

    Denied codes: `log-in` (nobody is logged in), `role-may-not` (none of the viewer's roles has the right),
    `other-forum` and `other-party` (a role has it, but is held elsewhere).
    """
    if viewer.operator:
        return Allowed()
    if viewer.user is None:
        return Denied("log-in", {"right": right})
    grant = RIGHTS[right]
    having = [each for each in viewer.holdings if each.role in grant.roles]
    if not having:
        return Denied("role-may-not", {"right": right, "roles": sorted(grant.roles)})
    if grant.scope == Scope.FORUM and all(each.forum != forum for each in having):
        return Denied("other-forum", {"right": right, "forum": forum})
    if grant.scope == Scope.PARTY and all(each.party != party for each in having):
        return Denied("other-party", {"right": right, "party": party})
    return Allowed()


def _sorted(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({each for each in ids if each is not None}))
