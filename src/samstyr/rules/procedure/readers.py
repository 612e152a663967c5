"""Who may read a row of a private table: a list of names on the row, and the names a viewer answers to.

A row is seen by whoever answers to one of its readers. The names are those of fora, parties and users, so that a
role that ends takes what it showed with it. The database asks the same question of the same two lists.
"""

from enum import StrEnum
from typing import Final

from samstyr.rules.procedure.states import MeetingState
from samstyr.rules.rights import Right, Viewer

ALL: Final = "all"
PARTS: Final = "parts"
# Under which right a viewer answers to the name of a forum or of a party.
OF_FORUM: Final = {
    "desk": Right.PREPARE_MEETING,
    "forum": Right.SEE_CLOSED,
    "seats": Right.SEE_POSITIONS,
}
OF_PARTY: Final = {"party": Right.ENTER_ROOM}


class Audience(StrEnum):
    """How far something of a meeting reaches."""

    DESK = "desk"
    FORUM = "forum"
    PARTS = "parts"
    ALL = "all"


def desk(forum: str) -> str:
    """Answer the name of those who prepare a forum's meetings."""
    return f"desk:{forum}"


def members(forum: str) -> str:
    """Answer the name of those who may see a forum's closed items."""
    return f"forum:{forum}"


def seats(forum: str) -> str:
    """Answer the name of all who sit in a forum, observers as well."""
    return f"seats:{forum}"


def party(key: str) -> str:
    """Answer the name of a party's own people."""
    return f"party:{key}"


def user(key: int) -> str:
    """Answer the name of one user."""
    return f"user:{key}"


def reads(viewer: Viewer) -> tuple[str, ...]:
    """Answer the names a viewer answers to, sorted. Everyone answers to `all`, whoever holds a role to `parts`."""
    names = {ALL}
    if viewer.user is not None:
        names.add(user(viewer.user))
    if viewer.holdings:
        names.add(PARTS)
    for name, right in OF_FORUM.items():
        names.update(f"{name}:{forum}" for forum in viewer.fora(right))
    for name, right in OF_PARTY.items():
        names.update(f"{name}:{key}" for key in viewer.parties(right))
    return tuple(sorted(names))


def audience_of_agenda(state: MeetingState, *, closed: bool, published: bool) -> Audience:
    """Answer how far an item and its papers reach: its forum while it is planned, all with a role once it is sent.

    What is open is everyone's once the minutes are published. A closed item stays in its forum.
    """
    if closed or state in {MeetingState.PLANNED, MeetingState.CALLED}:
        return Audience.FORUM
    return Audience.ALL if published else Audience.PARTS


def audience_of_minutes(state: MeetingState, *, closed: bool, published: bool) -> Audience:
    """Answer how far what was said and decided reaches: the forum until the minutes are sent, then as the agenda."""
    if closed or state not in {MeetingState.MINUTES_SENT, MeetingState.MINUTES_APPROVED}:
        return Audience.FORUM
    return Audience.ALL if published else Audience.PARTS


def readers_of(forum: str, audience: Audience, *, closed: bool) -> list[str]:
    """Answer the names on a row of a forum that reaches so far. Observers see what is open, and nothing closed."""
    found = [desk(forum)]
    if audience != Audience.DESK:
        found.append(members(forum) if closed else seats(forum))
    if audience in {Audience.PARTS, Audience.ALL}:
        found.append(PARTS if audience == Audience.PARTS else ALL)
    return found
