"""Finding the case, the leg or the meeting that an address names, as whoever asks may see them."""

from django.http import Http404

from samstyr.meetings.models import Case, Leg, Meeting
from samstyr.meetings.queries import cases_visible_to, whole_meetings
from samstyr.platform.denials import require
from samstyr.rules.rights import Right, Viewer


def find_case(viewer: Viewer, key: int) -> Case:
    """Answer a case the viewer may see. Raises DeniedError where they see no cases, Http404 where there is none."""
    require(viewer, Right.SEE_CASES)
    found = cases_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def meeting_sat_in(viewer: Viewer, key: int) -> Meeting:
    """Answer a meeting, with everything, where the viewer sits in its forum.

    Raises DeniedError where they do not, Http404 where there is none.
    """
    found = whole_meetings(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    require(viewer, Right.SEE_AGENDA, forum=found.forum_id)
    return found


def leg_of(case: Case, number: int) -> Leg:
    """Answer the leg of a case by its number. Raises Http404 where there is none."""
    leg = next((each for each in case.legs.all() if each.position == number), None)
    if leg is None:
        raise Http404
    return leg
