"""The case of the demonstration: three parties at three points of the way, so that each sees something else.

Example data. It is made by `samstyr demo` alone, after the example persons (registry/demonstration.py).
"""

import datetime
from typing import Final

from samstyr.meetings.models import Case
from samstyr.meetings.queries.agenda import candidates
from samstyr.meetings.services import (
    AttachedFile,
    ItemContent,
    PaperContent,
    add_item,
    ask_parties,
    attach,
    comment,
    open_case,
    release_position,
    set_constituency_date,
    take_candidates,
    write_draft,
    write_paper,
)
from samstyr.platform.service import service
from samstyr.registry.viewers import user_viewer
from samstyr.rules.position import Stance
from samstyr.rules.rights import Viewer

TITLE: Final = "Eksempelsag: fælles arkiv for røntgenbilleder"
SUMMARY: Final = "Eksempeldata. Skal parterne dele ét arkiv, og hvem betaler driften?"
MEETING: Final = datetime.date(2017, 10, 4)
DUE: Final = datetime.date(2017, 9, 27)
READY: Final = datetime.date(2017, 9, 1)


PAPER: Final = PaperContent(
    clauses=(
        "at parterne deler ét arkiv for røntgenbilleder (eksempel)",
        "at driften betales af parterne hver for sig (eksempel)",
    ),
    background="Eksempeldata. I dag har hver region sit eget arkiv.",
    presentation="Eksempeldata. Et fælles arkiv vil spare hentning af billeder på tværs.",
    economy="Eksempeldata. 0,5 mio. kr. årligt.",
    further="Eksempeldata. Parterne hører deres bagland inden mødet.",
)


@service
def make_example_case(*, on: datetime.date, now: datetime.datetime) -> None:
    """Open the example case, once: the municipalities have answered, the regions are at it, the state was asked.

    Its meeting lies in the autumn of 2017: nothing is made where the demonstration is seen from a later day.
    """
    if on > READY or Case.objects.filter(title=TITLE).exists():
        return
    secretary = user_viewer(username="sekretær")
    municipalities = user_viewer(username="koordinator-kl")
    regions, member = user_viewer(username="koordinator-regioner"), user_viewer(username="medlem-regioner")
    case = open_case(
        title=TITLE, summary=SUMMARY, subject=None, forum="nbs", meeting_on=MEETING, actor=secretary, on=on
    )
    _prepare(case, secretary, now)
    asked = ask_parties(
        leg=case.legs.get(), parties=["kommuner", "regioner", "stat"], due=DUE, actor=secretary, on=on
    )
    position = {each.party_id: each for each in asked}
    write_draft(
        position=position["kommuner"],
        stance=Stance.RESERVE,
        remarks="Eksempel: Driftens pris mangler.",
        based_on=0,
        actor=municipalities,
        now=now,
    )
    release_position(position=position["kommuner"], version=1, actor=municipalities, now=now)
    set_constituency_date(position=position["regioner"], ready_on=READY, actor=regions, on=on)
    write_draft(
        position=position["regioner"],
        stance=Stance.AGREE_ON_CONDITION,
        remarks="Eksempel: At staten betaler halvdelen af driften.",
        based_on=0,
        actor=member,
        now=now,
    )
    comment(
        position=position["regioner"],
        text="Eksempel: Kan vi nøjes med en tredjedel, hvis det kniber?",
        actor=regions,
        now=now,
    )


def _prepare(case: Case, secretary: Viewer, now: datetime.datetime) -> None:
    """Write the case's paper, and put what waits on the agenda of its meeting, with a closed item of our own."""
    write_paper(case=case, content=PAPER, based_on=0, actor=secretary, now=now)
    attach(
        case=case,
        file=AttachedFile("Eksempel på et bilag", "eksempel.txt", "text/plain", b"Eksempeldata.\n"),
        actor=secretary,
        now=now,
    )
    meeting = case.legs.get().meeting
    if meeting is None:
        return
    waiting = [each.origin for each in candidates(meeting, secretary)]
    take_candidates(meeting=meeting, origins=waiting, actor=secretary, now=now)
    add_item(
        meeting=meeting,
        content=ItemContent(title="Eksempel på et lukket punkt", kind="discussion", closed=True),
        actor=secretary,
        now=now,
    )
