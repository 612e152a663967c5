"""Finding the case and the leg that an address names, as whoever asks may see them."""

from django.http import Http404

from samstyr.meetings.models import Case, Leg
from samstyr.meetings.queries import cases_visible_to
from samstyr.platform.denials import require
from samstyr.rules.rights import Right, Viewer


def find_case(viewer: Viewer, key: int) -> Case:
    """Answer a case the viewer may see. Raises DeniedError where they see no cases, Http404 where there is none."""
    require(viewer, Right.SEE_CASES)
    found = cases_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def leg_of(case: Case, number: int) -> Leg:
    """Answer the leg of a case by its number. Raises Http404 where there is none."""
    leg = next((each for each in case.legs.all() if each.position == number), None)
    if leg is None:
        raise Http404
    return leg
