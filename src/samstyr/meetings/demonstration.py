"""The case of the demonstration: three parties at three points of the way, so that each sees something else.

Example data. It is made by `samstyr demo` alone, after the example persons (registry/demonstration.py).
"""

import datetime
from typing import Final

from samstyr.meetings.models import Case
from samstyr.meetings.services import (
    ask_parties,
    comment,
    open_case,
    release_position,
    set_constituency_date,
    write_draft,
)
from samstyr.platform.service import service
from samstyr.registry.viewers import user_viewer
from samstyr.rules.position import Stance

TITLE: Final = "Eksempelsag: fælles arkiv for røntgenbilleder"
SUMMARY: Final = "Eksempeldata. Skal parterne dele ét arkiv, og hvem betaler driften?"
MEETING: Final = datetime.date(2017, 10, 4)
DUE: Final = datetime.date(2017, 9, 27)
READY: Final = datetime.date(2017, 9, 1)


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
