"""What Samstyr keeps on a human being: told to them as data, and erased as far as the record allows.

docs/operate/personal-data.md says why each thing is kept, and for how long.
"""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.utils.timezone import localtime

from samstyr.accounts.erasure import remove_account, remove_person
from samstyr.accounts.models import Person, User
from samstyr.accounts.queries import (
    Individual,
    administration_lines,
    individual_named,
    individual_of,
    kept_by_login,
    sessions_of,
)
from samstyr.audit.services import blank_events
from samstyr.documents.models import SourceDocument
from samstyr.documents.services import make_unfindable
from samstyr.meetings.models import Position, Review, RoomComment, RoomDraft, RoomHearing
from samstyr.meetings.queries import in_rooms_of, positions_visible_to, reviews_visible_to
from samstyr.meetings.queries.personal import deliveries_to, record_naming, signatures_of, written_for_fora
from samstyr.meetings.queries.preparing import prepared_for
from samstyr.meetings.services import own_documents, unlink_user
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.platform.viewer import sees_everything
from samstyr.portfolio.queries.waiting import series_of
from samstyr.portfolio.services import forget_series_of
from samstyr.registry.models import Membership
from samstyr.registry.services import end_memberships
from samstyr.rules.rights import OPERATOR, Right, Viewer

SCHEMA: Final = "samstyr.person/1"
NOBODY: Final = {"username": "", "first_name": "", "last_name": "", "email": ""}  # an account in the history
# What of the official record names a human being: their name stays as long as one of these does.
NAMED: Final = ("attendances", "seats", "signatures", "stood-in-for", "proposals")
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is erased, or kept and why: its code, and how many there are."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a human being takes away, and what stays."""

    name: str
    erased: tuple[Line, ...]
    kept: tuple[Line, ...]


def person_data(*, name: str, actor: Viewer = OPERATOR) -> Data:
    """Answer everything kept on the human being of that name, as data.

    Raises InputError where nobody is called so, or where the database would hide rows from us, and DeniedError
    where the actor may not manage users.
    """
    require(actor, Right.MANAGE_USERS)
    _demand_whole_view()
    return _data(individual_named(name), actor)


def own_data(*, user: User, viewer: Viewer) -> Data:
    """Answer what is kept on a user, as they may see it themselves.

    What they wrote in a room they can no longer enter is not among it: the room is its party's.
    """
    return _data(individual_of(user), viewer)


def erasure_of(*, name: str, on: datetime.date, actor: Viewer = OPERATOR) -> Erasure:
    """Answer what erasing the human being of that name on a day would take away and leave; changes nothing.

    Raises what `person_data` raises.
    """
    require(actor, Right.MANAGE_USERS)
    _demand_whole_view()
    return _erasure(individual_named(name), on)


@service
def erase_person(*, name: str, on: datetime.date, actor: Viewer = OPERATOR) -> Erasure:
    """Erase the human being of that name, wholly or not at all; answer what was erased and what was kept.

    The account goes with its login, second factors, addresses and sessions, and so do seats from that day on. What
    the person wrote stays with the party or forum it was written for, without their name. Attendance in minutes and
    the seats they held stay: they are the official record. The history keeps that an account was there and what it
    did, and no longer whose it was. Raises what `person_data` raises, and InputError where
    the person is the only administrator.
    """
    require(actor, Right.MANAGE_USERS)
    _demand_whole_view()
    who = individual_named(name)
    erasure = _erasure(who, on)
    if who.user is not None:
        account = who.user.pk
        unlink_user(user=account, actor=actor)
        forget_series_of(user=account, actor=actor)
        remove_account(user=who.user, actor=actor)
        blank_events(model=User, key=account, values=NOBODY, actor=actor)
    if who.person is not None:
        end_memberships(person=who.person, actor=actor, on=on)
        if not any(line.code in NAMED for line in erasure.kept):
            person = who.person.pk
            make_unfindable(kind="persons", keys=[str(person)])
            remove_person(person=who.person, actor=actor)
            blank_events(model=Person, key=person, values={"name": ""}, actor=actor)
    return erasure


def _demand_whole_view() -> None:
    """Refuse to answer from a part: under the policies private rows are not shown, and not erased either."""
    if not sees_everything():
        raise InputError("person: only whoever holds the database's own credentials can do this")


def _erasure(who: Individual, on: datetime.date) -> Erasure:
    user = who.user.pk if who.user else None
    written = sum(
        model._default_manager.filter(written_by=user).count()
        for model in (RoomHearing, RoomDraft, RoomComment)
        if user is not None
    )
    seats = Membership.objects.filter(person=who.person) if who.person else Membership.objects.none()
    coming = seats.filter(valid__startswith__gte=on).count()
    handed_in = SourceDocument.objects.filter(added_by=user) if user else SourceDocument.objects.none()
    alone = own_documents(user).count() if user else 0
    attendances = who.person.attendances.count() if who.person else 0
    held = seats.count() - coming
    naming = record_naming(who.person) if who.person else {}
    for_fora = len(written_for_fora(user, OPERATOR)) if user is not None else 0
    erased = {
        "account": int(user is not None),
        "login": sum(len(rows) for rows in kept_by_login(who.user).values()) if who.user else 0,
        "sessions": len(sessions_of(who.user)) if who.user else 0,
        "administration": administration_lines(who.user) if who.user else 0,
        "seats-from-now": coming
        + seats.exclude(valid__startswith__gte=on).filter(valid__contains=on).count(),
        "documents-alone": alone,
        "person": int(who.person is not None and not attendances and not held and not any(naming.values())),
        "deliveries": len(deliveries_to(user, OPERATOR)) if user is not None else 0,
    }
    kept = {
        "attendances": attendances,
        "seats": held,
        **naming,
        "room-texts": written,
        "forum-texts": for_fora,
        "positions": Position.objects.filter(released_by=user).count() if user else 0,
        "documents": handed_in.count() - alone,
        "reviews": Review.objects.filter(reviewer=user).count() if user else 0,
    }
    return Erasure(who.name, _lines(erased), _lines(kept))


def _lines(counted: dict[str, int]) -> tuple[Line, ...]:
    return tuple(Line(code, number) for code, number in counted.items() if number)


def _data(who: Individual, viewer: Viewer) -> Data:
    return {
        "schema": SCHEMA,
        "person": {"name": who.person.name} if who.person else None,
        "user": _user(who.user) if who.user else None,
        "memberships": _memberships(who),
        "attendances": _attendances(who),
        "signatures": _signatures(who, viewer),
        **(_written(who.user.pk, viewer) if who.user else NOTHING_WRITTEN),
    }


def _user(user: User) -> Data:
    return {
        "name": user.get_username(),
        "first_name": user.first_name,
        "last_name": user.last_name,
        "email": user.email,
        "joined": _moment(user.date_joined),
        "last_login": _moment(user.last_login),
        "active": user.is_active,
        "administrator": user.is_superuser,
        "login": {
            kind: [{key: _plain(value) for key, value in row.items()} for row in rows]
            for kind, rows in kept_by_login(user).items()
        },
        "sessions": len(sessions_of(user)),
        "calendar": user.calendar_key is not None,
        "administration": administration_lines(user),
    }


def _memberships(who: Individual) -> list[Data]:
    if who.person is None:
        return []
    return [
        {
            "role": each.role,
            "organisation": each.organisation_id,
            "forum": each.forum_id,
            "from": _plain(each.valid.lower),
            "until": _plain(each.valid.upper),
        }
        for each in who.person.memberships.order_by("valid", "id")
    ]


def _attendances(who: Individual) -> list[Data]:
    if who.person is None:
        return []
    return [
        {
            "forum": each.meeting.forum_id,
            "date": each.meeting.date.isoformat(),
            "organisation": each.organisation_id or each.organisation_text,
            "role": each.role,
            "attendance": each.attendance,
            "items": each.items,
        }
        for each in who.person.attendances.select_related("meeting").order_by("meeting__date", "id")
    ]


def _signatures(who: Individual, viewer: Viewer) -> list[Data]:
    if who.person is None:
        return []
    return [
        {
            "document": each.attachment.title,
            "asked": _moment(each.asked_at),
            "signed": _moment(each.signed_at),
        }
        for each in signatures_of(who.person, viewer)
    ]


NOTHING_WRITTEN: Final[Data] = {
    "drafts": [],
    "comments": [],
    "hearings": [],
    "positions_released": [],
    "reviews": [],
    "documents_handed_in": [],
    "series_handed_in": [],
    "packs_asked_for": [],
    "written_for_fora": [],
    "sent": [],
}


def _written(user: int, viewer: Viewer) -> Data:
    """Answer what a user wrote, released, reviewed and handed in, as far as the viewer may see it."""

    def mine(model: Any) -> Any:
        return in_rooms_of(viewer, model).filter(written_by=user).select_related("leg__case").order_by("id")

    released = positions_visible_to(viewer).filter(released_by=user).select_related("leg__case")
    reviewed = reviews_visible_to(viewer).filter(reviewer=user).order_by("id")
    documents = SourceDocument.objects.filter(added_by=user).order_by("id")
    return {
        "drafts": [
            {**_place(each), "version": each.version, "stance": each.stance, "remarks": each.remarks}
            for each in mine(RoomDraft)
        ],
        "comments": [{**_place(each), "text": each.text} for each in mine(RoomComment)],
        "hearings": [
            {
                **_place(each),
                "body": each.body_id or each.body_name,
                "date": each.date.isoformat(),
                "outcome": each.outcome,
            }
            for each in mine(RoomHearing)
        ],
        "positions_released": [
            {
                "case": each.leg.case.title,
                "forum": each.forum_id,
                "party": each.party_id,
                "stance": each.stance,
                "remarks": each.remarks,
                "released": _moment(each.released_at),
            }
            for each in released
        ],
        "reviews": [
            {"document": each.document.name, "applied": _moment(each.applied_at)} for each in reviewed
        ],
        "documents_handed_in": [{"name": each.name, "added": _moment(each.added_at)} for each in documents],
        "series_handed_in": [
            {"name": each.name, "added": _moment(each.added_at)} for each in series_of(user, viewer)
        ],
        "packs_asked_for": [
            {
                "forum": each.meeting.forum_id,
                "date": each.meeting.date.isoformat(),
                "form": each.form,
                "state": each.state,
                "asked": _moment(each.asked_at),
            }
            for each in prepared_for(user, viewer)
        ],
        "written_for_fora": [
            {**each, "written": _moment(each["written"])} for each in written_for_fora(user, viewer)
        ],
        "sent": [
            {"kind": each.kind, "sent": _moment(each.sent_at), "opened": _moment(each.opened_at)}
            for each in deliveries_to(user, viewer)
        ],
    }


def _place(written: RoomHearing | RoomDraft | RoomComment) -> Data:
    return {
        "case": written.leg.case.title,
        "forum": written.leg.forum_id,
        "party": written.party_id,
        "written": _moment(written.written_at),
    }


def _moment(moment: datetime.datetime | None) -> str | None:
    return localtime(moment).isoformat(timespec="seconds") if moment else None


def _plain(value: Any) -> Any:
    """Answer a value as JSON has it."""
    if isinstance(value, datetime.datetime):
        return _moment(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
