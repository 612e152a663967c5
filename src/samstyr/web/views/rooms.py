"""The bagland room of a party: own bodies and dates, drafts, comments, and the release of one position.

To those who may not enter a room there is no such page.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings import services
from samstyr.meetings.models import Position, RoomHearing
from samstyr.meetings.queries import Room, in_rooms_of, rooms_visible_to, whole_room
from samstyr.platform import clock
from samstyr.platform.danish import order
from samstyr.platform.denials import require, told
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.constituency import proposed_hearings
from samstyr.rules.position import PositionState, Stance, may_release
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Denied
from samstyr.web.forms.plain import LONGEST, PlainForm
from samstyr.web.forms.rooms import (
    CommentForm,
    DateForm,
    DraftForm,
    HearingForm,
    OutcomeForm,
    ReleaseForm,
)
from samstyr.web.seen import day_of, viewer_of


def constituency(request: HttpRequest) -> HttpResponse:
    """Show what is coming for one's own party, the first due first, and what it has answered."""
    viewer, on = viewer_of(request), day_of(request)
    if not viewer.parties(Right.ENTER_ROOM):
        require(viewer, Right.ENTER_ROOM)
    positions = list(rooms_visible_to(viewer))
    coming = in_rooms_of(viewer, RoomHearing).filter(date__gte=on).select_related("body")
    hearings: dict[tuple[int, str], RoomHearing] = {}
    for hearing in coming.order_by("-date"):
        hearings[hearing.leg_id, hearing.party_id] = hearing  # the first to come is kept
    context = {
        "several": len({position.party_id for position in positions}) > 1,
        "waiting": [
            {
                "position": position,
                "is_late": position.due < on,
                "hearing": hearings.get((position.leg_id, position.party_id)),
            }
            for position in positions
            if position.is_open
        ],
        "answered": [position for position in reversed(positions) if not position.is_open],
    }
    return render(request, "rooms/constituency.html", context)


def room(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Show the room."""
    return _page(request, _position(viewer_of(request), key, leg, party), {})


@require_POST
def date(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Say until when the constituency has the matter."""
    viewer = viewer_of(request)
    position = _position(viewer, key, leg, party)
    form = DateForm(request.POST)
    if not form.is_valid():
        return _page(request, position, {"date": form})
    services.set_constituency_date(
        position=position, ready_on=form.cleaned_data["ready_on"], actor=viewer, on=day_of(request)
    )
    return redirect("room", key, leg, party)


@require_POST
def hearing(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Add a hearing by one of the party's own bodies."""
    viewer = viewer_of(request)
    position = _position(viewer, key, leg, party)
    form = HearingForm(request.POST, bodies=_bodies(party))
    if not form.is_valid():
        return _page(request, position, {"hearing": form})
    given = form.cleaned_data
    services.add_hearing(
        position=position,
        body=given["body"] or None,
        body_name=given["body_name"],
        date=given["date"],
        actor=viewer,
        now=clock.now(),
    )
    return redirect(f"{reverse('room', args=[key, leg, party])}#behandling")


@require_POST
def outcome(request: HttpRequest, key: int, leg: int, party: str, hearing_key: int) -> HttpResponse:
    """Note what one of the party's own bodies said."""
    viewer = viewer_of(request)
    position = _position(viewer, key, leg, party)
    found = in_rooms_of(viewer, RoomHearing).filter(
        pk=hearing_key, leg=position.leg_id, party=position.party_id
    )
    form, one = OutcomeForm(request.POST), found.first()
    if one is None:
        raise Http404
    if not form.is_valid():
        raise InputError(_("The outcome is longer than %(most)s characters.") % {"most": LONGEST})
    services.note_outcome(hearing=one, outcome=form.cleaned_data["outcome"], actor=viewer)
    return redirect(f"{reverse('room', args=[key, leg, party])}#behandling")


@require_POST
def draft(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Keep a version of the draft; where another was first, say who, and keep both."""
    viewer = viewer_of(request)
    position = _position(viewer, key, leg, party)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _page(request, position, {"draft": form})
    given = form.cleaned_data
    written = services.write_draft(
        position=position,
        stance=Stance(given["stance"]),
        remarks=given["remarks"],
        based_on=given["based_on"],
        actor=viewer,
        now=clock.now(),
    )
    version = {"version": written.draft.version}
    if written.meanwhile:
        first = written.meanwhile[0]
        who = {
            "first": first.version,
            "name": first.writer or _("someone whose account was erased"),
            **version,
        }
        told_who = _(
            "%(name)s was first with version %(first)s while you wrote. Yours is kept as version %(version)s: "
            "compare them, and write one that says what both of you mean."
        )
        messages.warning(request, told_who % who)
    else:
        messages.success(request, _("Version %(version)s is kept.") % version)
    return redirect(f"{reverse('room', args=[key, leg, party])}#udkast")


@require_POST
def comment(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Say something to one's own."""
    viewer = viewer_of(request)
    position = _position(viewer, key, leg, party)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _page(request, position, {"comment": form})
    services.comment(position=position, text=form.cleaned_data["text"], actor=viewer, now=clock.now())
    return redirect(f"{reverse('room', args=[key, leg, party])}#kommentarer")


def release(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Show exactly what will leave the room, and let it leave."""
    viewer = viewer_of(request)
    position = _position(viewer, key, leg, party)
    require(viewer, Right.RELEASE_POSITION, party=party)
    if request.method == "POST":
        form = ReleaseForm(request.POST)
        if form.is_valid():
            version = form.cleaned_data["version"]
            services.release_position(position=position, version=version, actor=viewer, now=clock.now())
            messages.success(request, _("The position is released."))
            return redirect("room", key, leg, party)
    found = whole_room(viewer, position)
    context = {
        "position": position,
        "draft": found.latest,
        "refusal": _refusal(found),
        "address": reverse("room", args=[key, leg, party]),
    }
    return render(request, "rooms/release.html", context, status=400 if request.method == "POST" else 200)


def _position(viewer: Viewer, key: int, leg: int, party: str) -> Position:
    """Answer the position whose room the viewer may enter; 404 where there is none, or none for them."""
    found = rooms_visible_to(viewer).filter(leg__case=key, leg__position=leg, party=party).first()
    if found is None:
        raise Http404
    return found


def _bodies(party: str) -> list[tuple[str, str]]:
    """Answer the party's own bodies in the register, by name."""
    bodies = current_register().index.fora_of_party(party)
    return sorted(((body.id, body.name) for body in bodies), key=lambda each: order(each[1]))


def _refusal(found: Room) -> str:
    """Answer why the newest draft can't be released, in words; nothing where it can."""
    if found.latest is None:
        return _("There is no draft yet.")
    verdict = may_release(
        PositionState(found.position.state),
        version=found.latest.version,
        latest=found.latest.version,
        stance=Stance(found.latest.stance),
        remarks=found.latest.remarks,
    )
    return told(verdict) if isinstance(verdict, Denied) else ""


def _page(request: HttpRequest, position: Position, bound: dict[str, PlainForm]) -> HttpResponse:
    """Show a room; `bound` is the form that a person filled in and that did not do."""
    viewer, on = viewer_of(request), day_of(request)
    register, found = current_register(), whole_room(viewer, position)
    latest = found.latest
    forms: dict[str, Any] = {
        "date": DateForm(initial={"ready_on": position.ready_on}),
        "hearing": HearingForm(bodies=_bodies(position.party_id)),
        "draft": DraftForm(
            initial={
                "stance": latest.stance if latest else "",
                "remarks": latest.remarks if latest else "",
                "based_on": latest.version if latest else 0,
            }
        ),
        "comment": CommentForm(),
        **bound,
    }
    heard = {hearing.body_id for hearing in found.hearings}
    context = {
        "register": register,
        "room": found,
        "position": position,
        "case": position.leg.case,
        "forms": forms,
        "is_late": position.due < on and position.is_open,
        "may_write": bool(may(viewer, Right.WRITE_IN_ROOM, party=position.party_id)),
        "may_release": bool(may(viewer, Right.RELEASE_POSITION, party=position.party_id)),
        "refusal": _refusal(found),
        "proposed": [
            each
            for each in proposed_hearings(
                register, forum=position.forum_id, party=position.party_id, on=on, due=position.due
            )
            if each.body not in heard
        ],
    }
    return render(request, "rooms/room.html", context, status=400 if bound else 200)
