"""The page of the map: the drawing, the same for a phone, what changed, findings, and the table."""

from collections.abc import Sequence
from typing import Any, Final

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samstyr.platform.danish import order
from samstyr.print.governance_map.legend import sample, signs
from samstyr.print.governance_map.model import BELOW_THE_LINE, Change, Relation
from samstyr.print.governance_map.svg import Dressing, svg
from samstyr.print.governance_map.telling import card_rows, changed_rooms
from samstyr.registry.queries import current_register
from samstyr.rules.lint import Finding
from samstyr.rules.register import Register
from samstyr.web.findings import all_findings
from samstyr.web.paging import page_of
from samstyr.web.views.governance_map.asked import ACTS, Asked, asked, figures
from samstyr.web.views.governance_map.drawn import MOST_ROOMS, Map, drawn_map

MOST_FINDINGS: Final = 12
MOST_CHANGES: Final = 60
NARROW, TOO_WIDE = 1240.0, 1900.0  # of a drawing, in pixels


def page(request: HttpRequest) -> HttpResponse:
    """Show the map as the address asks for it."""
    register = current_register()
    wish = asked(request, register)
    found = drawn_map(register, wish.view)
    model = found.model
    relations = page_of(request, model.relations)
    context = {
        "register": register,
        "on": wish.view.on,
        "before": wish.view.before,
        "figures": figures(register),
        "figure": wish.figure,
        "view": wish.view,
        "months": wish.months,
        "month": wish.months.number_of(wish.view.on),
        "acts": [(act, found.words.acts[act]) for act in ACTS],
        "subjects": _subjects(register),
        "parties": sorted(register.parties.values(), key=lambda party: order(party.name)),
        "picture": _picture(found, wish),
        "size": _size(found),
        "rooms": len(model.rooms),
        "most_rooms": MOST_ROOMS,
        "legend": [(_safe(sample(sign)), sign.text) for sign in signs(model, found.words)],
        "rows": _rows(found) if found.drawing is not None else [],
        "changes": _changes(register, found),
        "findings": _findings(register, found),
        "relations": relations,
        "relation_rows": _relation_rows(register, found, relations),
        "room_rows": _room_rows(found) if found.drawing is not None else [],
    }
    return render(request, "map/page.html", context)


def address_of(room: str) -> str:
    """Answer the page of a room."""
    kind, _slash, key = room.partition("/")
    return reverse("forum" if kind == "fora" else "organisation", args=[key])


def title_of(wish: Asked) -> str:
    """Answer what the map is called."""
    return f"{_('Governance')}. {wish.figure.title}"


def description_of(found: Map, wish: Asked) -> str:
    """Answer what the map shows, for those who don't see it."""
    text = _(
        "{rooms} fora and organisations in lanes by party and rows by level, with {lines} lines between them."
    )
    return " ".join(
        (
            text.format(rooms=len(found.model.rooms), lines=len(found.model.lines)),
            _("Seen on {day}.").format(day=date_format(wish.view.on, "DATE_FORMAT")),
            _("The table on the page says the same in words."),
        )
    )


def _size(found: Map) -> str:
    """Whether the drawing may be made smaller to fit, how small, or not at all."""
    width = 0.0 if found.drawing is None else found.drawing.width
    return "map-large" if width > TOO_WIDE else "map-wide" if width > NARROW else ""


def _picture(found: Map, wish: Asked) -> SafeString | None:
    if found.drawing is None:
        return None
    return _safe(svg(found.drawing, Dressing(title_of(wish), description_of(found, wish), address_of)))


def _safe(picture: str) -> SafeString:
    """The drawing escapes every text it is given."""
    return mark_safe(picture)


def _subjects(register: Register) -> list[tuple[str, str]]:
    """Every subject below its parent, indented."""
    found: list[tuple[str, str]] = []

    def add(keys: list[str], depth: int) -> None:
        for key in sorted(keys, key=lambda each: order(register.subjects[each].name)):
            found.append((key, "\u00a0" * 3 * depth + register.subjects[key].name))
            add([below.id for below in register.index.subjects_under(key)], depth + 1)

    add([key for key, subject in register.subjects.items() if subject.parent is None], 0)
    return found


def _rows(found: Map) -> list[dict[str, Any]]:
    """The cards of the phone's drawing, with the first row below the line marked."""
    shown = card_rows(found.model)
    below = next((each.row for each in shown if each.row in BELOW_THE_LINE), None)
    return [
        {
            "name": found.words.rows[each.row],
            "is_below": each.row == below and each is not shown[0],
            "cards": [{"card": card, "address": address_of(card.room.id)} for card in each.cards],
        }
        for each in shown
    ]


def _relation(register: Register, found: Map, relation: Relation) -> dict[str, Any]:
    mandate = None if relation.mandate is None else register.mandates[relation.mandate]
    return {
        "source": relation.source.partition("/")[::2],
        "act": found.words.acts[relation.act],
        "target": relation.target.partition("/")[::2],
        "subject": relation.subject,
        "mandate": mandate,
        "change": relation.change,
        "is_drawn": relation.target in found.model.rooms and relation.source != relation.target,
    }


def _relation_rows(register: Register, found: Map, relations: Page[Relation]) -> list[dict[str, Any]]:
    return [_relation(register, found, relation) for relation in relations]


def _room_rows(found: Map) -> list[dict[str, Any]]:
    return [
        {
            "room": card.room,
            "kind": card.room.id.partition("/")[0],
            "row": found.words.rows[each.row],
            "parties": " · ".join(card.parties) or found.words.seats_unknown,
            "parent": card.parent,
        }
        for each in card_rows(found.model)
        for card in each.cards
    ]


def _changes(register: Register, found: Map) -> dict[str, Any] | None:
    """What is new and what is gone since the day compared with, in words."""
    if found.model.view.before is None:
        return None
    changed = [relation for relation in found.model.relations if relation.change != Change.SAME]
    rooms = [*changed_rooms(found.model, Change.NEW), *changed_rooms(found.model, Change.GONE)]
    return {
        "rooms": rooms,
        "relations": [_relation(register, found, relation) for relation in changed[:MOST_CHANGES]],
        "more": max(0, len(changed) - MOST_CHANGES),
        "is_none": not rooms and not changed,
    }


def _findings(register: Register, found: Map) -> dict[str, Any]:
    """The open findings that name a forum on the map: the first of them, and how many there are."""
    on_map = {room.key for room in found.model.rooms.values() if not room.is_organisation}
    every = all_findings(register, found.model.view.on)
    named: Sequence[Finding] = [
        finding for finding in every if finding.forum in on_map and finding.accepted is None
    ]
    return {"shown": named[:MOST_FINDINGS], "count": len(named), "more": len(named) > MOST_FINDINGS}
