"""What a viewer may see of private tables, as a filter that queries start from: the first of two walls.

The second are the policies (platform/isolation.py), which say the same to the database; each has its filter here.
"""

from collections.abc import Callable, Mapping
from typing import Final

from django.db.models import Model, Q

from samstyr.platform.isolation import (
    OF_CLOSED_ITEM,
    OF_HAND_IN,
    OF_PARTY,
    OF_POSITION,
    OF_READERS,
    Private,
    place_of,
)
from samstyr.rules.procedure.readers import reads
from samstyr.rules.rights import Right, Viewer


def _of_party(viewer: Viewer) -> Q:
    return Q(party__in=viewer.parties(Right.ENTER_ROOM))


def _of_position(viewer: Viewer) -> Q:
    return _of_party(viewer) | Q(forum__in=viewer.fora(Right.SEE_POSITIONS))


def _of_closed_item(viewer: Viewer) -> Q:
    return Q(forum__in=viewer.fora(Right.SEE_CLOSED))


def _of_hand_in(viewer: Viewer) -> Q:
    fora = viewer.fora(Right.APPLY_MINUTES)
    # What the operator handed in without saying for whom is seen by every secretary.
    nobodys = Q(added_by=None, kept_for="") if fora else Q()
    return Q(added_by=viewer.user) | Q(kept_for__in=fora) | nobodys


def _of_readers(viewer: Viewer) -> Q:
    return Q(readers__overlap=list(reads(viewer)))


SEEN: Final[Mapping[str, Callable[[Viewer], Q]]] = {
    OF_PARTY: _of_party,
    OF_POSITION: _of_position,
    OF_CLOSED_ITEM: _of_closed_item,
    OF_HAND_IN: _of_hand_in,
    OF_READERS: _of_readers,
}


def visible_to(viewer: Viewer, model: type[Model]) -> Q:
    """Answer the filter for the rows of a table that the viewer may see: all of a shared one.

    Of a private one the operator sees all. Who is not logged in sees what names everyone among its readers, and
    nothing of the other tables: then the database is not even asked.
    """
    place = place_of(model)
    if viewer.operator or not isinstance(place, Private):
        return Q()
    if viewer.user is None and place.seen != OF_READERS:
        return Q(pk__in=())
    return SEEN[place.seen](viewer)
