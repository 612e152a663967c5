"""What goes on at and between meetings in the demonstration: something under way for each page of the meeting cycle.

Example data. A meeting of the board is being recorded, one of MedCom's steering group has sent its minutes, the
parties are asked in writing and in a consultation, a decision is on its way home, and someone is to sign.
"""

import datetime
from typing import Final

from samstyr.meetings.models import Case, Leg, Meeting, Ratification
from samstyr.meetings.services import (
    AttachedFile,
    ItemContent,
    Outcome,
    PaperContent,
    Present,
    Said,
    Start,
    Task,
    add_item,
    attach,
    end_meeting,
    note_attendance,
    note_remark,
    note_task,
    open_case,
    open_case_of_item,
    plan_case,
    record_outcome,
    send_agenda,
    send_minutes,
    write_paper,
    write_text,
)
from samstyr.meetings.services.consultations import Asked, open_consultation
from samstyr.meetings.services.proposals import propose_forum
from samstyr.meetings.services.signatures import ask_to_sign
from samstyr.meetings.services.written import answer_in_writing, open_written
from samstyr.platform.service import service
from samstyr.registry.viewers import user_viewer
from samstyr.rules.procedure.consent import Reply
from samstyr.rules.procedure.proposal import ProposedForum
from samstyr.rules.procedure.readers import Audience, party, readers_of
from samstyr.rules.procedure.states import CaseState, LegState, RatificationState
from samstyr.rules.rights import Viewer

LAST: Final = datetime.date(2017, 7, 10)  # later the deadlines below would have passed
RECORDED: Final = datetime.date(2017, 6, 30)
MINUTED: Final = datetime.date(2017, 6, 22)
DECIDED: Final = datetime.date(2017, 3, 22)
ANSWERS_DUE: Final = datetime.date(2017, 7, 14)
REPLIES_DUE: Final = datetime.date(2017, 8, 15)
RATIFIED: Final = datetime.date(2017, 6, 13)
RATIFIED_BY: Final = datetime.date(2017, 9, 1)

IN_WRITING: Final = "Skabelon til databehandleraftale (eksempel)"
ASKED: Final = "Fælles krav til leverandører (eksempel)"
TAKEN_HOME: Final = "Fælles betaling for testmiljøet (eksempel)"
ON_ITS_WAY: Final = "MedComs arbejdsprogram for 2018–2019 (eksempel)"
READY: Final = datetime.date(2017, 8, 14)
WANTED_BY: Final = datetime.date(2017, 11, 29)
GROUP: Final = ProposedForum(
    id="eksempel-arbejdsgruppe",
    name="Eksempelarbejdsgruppen for testmiljøet",
    kind="group",
    level="national",
    organisations=("kl", "danske-regioner", "sds"),
    chair="sds",
)


@service
def make_example_meetings(*, on: datetime.date, now: datetime.datetime) -> None:
    """Make the example meetings and what goes on between meetings, once, and only before their deadlines."""
    if on > LAST or Case.objects.filter(title=IN_WRITING).exists():
        return
    secretary = user_viewer(username="sekretær")
    _minuted(secretary, now)
    _recorded(secretary, now)
    _in_writing(secretary, on, now)
    _asked(secretary, on, now)
    _taken_home(secretary, now)
    _on_its_way(secretary, on, now)


def _minuted(secretary: Viewer, now: datetime.datetime) -> None:
    """Hold a meeting of MedCom's steering group, and send its minutes."""
    meeting = _agenda("medcom-sg", MINUTED, secretary, now)
    item = meeting.items.order_by("position")[0]
    note_attendance(
        meeting=meeting, present=Present(name="Signe Eksempel", role="minute_taker"), actor=secretary
    )
    for clause in range(2):
        record_outcome(
            item=item,
            outcome=Outcome(clause=clause, verb="approved", words=""),
            seen=0,
            actor=secretary,
            now=now,
        )
    note_task(
        item=item,
        task=Task(
            what="Eksempel: beskriver, hvem der må bruge testmiljøet", who=("MedCom",), due=ANSWERS_DUE
        ),
        actor=secretary,
        now=now,
    )
    propose_forum(item=item, forum=GROUP, actor=secretary, now=now)
    end_meeting(meeting=meeting, actor=secretary, now=now)
    send_minutes(meeting=meeting, actor=secretary, now=now)


def _recorded(secretary: Viewer, now: datetime.datetime) -> None:
    """Let a meeting of the board be in the middle of being recorded."""
    meeting = _agenda("nbs", RECORDED, secretary, now)
    item = meeting.items.order_by("position")[0]
    for present in (
        Present(name="Frederik Eksempel", organisation="sum", role="chair"),
        Present(name="Karen Eksempel", organisation="kl", role="member"),
        Present(name="Rasmus Eksempel", organisation="danske-regioner", attendance="absent"),
        Present(
            name="Sofie Eksempel",
            organisation="region-syddanmark",
            attendance="substitute",
            substitute_for="Rasmus Eksempel",
        ),
        Present(name="Signe Eksempel", organisation="sds", role="minute_taker", attendance="secretariat"),
    ):
        note_attendance(meeting=meeting, present=present, actor=secretary)
    write_text(
        item=item,
        text="Eksempel: Formanden bød velkommen og gennemgik planen for testmiljøet.",
        seen=0,
        actor=secretary,
        now=now,
    )
    record_outcome(
        item=item, outcome=Outcome(clause=0, verb="approved", words=""), seen=0, actor=secretary, now=now
    )
    note_remark(
        item=item,
        said=Said(
            kind="condition",
            text="Eksempel: Regionernes andel af driften er afklaret inden efteråret.",
            organisation="danske-regioner",
            owner="Danske Regioner",
            due=RATIFIED_BY,
            if_unmet="Eksempel: Sagen kommer tilbage til bestyrelsen.",
        ),
        actor=secretary,
        now=now,
    )


def _agenda(forum: str, date: datetime.date, secretary: Viewer, now: datetime.datetime) -> Meeting:
    """Send the agenda of an example meeting: an item to be decided, and one to be informed of."""
    meeting = Meeting.objects.create(
        forum_id=forum, date=date, start=datetime.time(10), end=datetime.time(12)
    )
    item = add_item(
        meeting=meeting,
        content=ItemContent(
            title="Fælles testmiljø (eksempel)",
            kind="decision",
            presenter="Signe Eksempel",
            minutes_estimated=30,
        ),
        actor=secretary,
        now=now,
    )
    paper = PaperContent(
        clauses=(
            "at planen for testmiljøet godkendes (eksempel)",
            "at der nedsættes en arbejdsgruppe (eksempel)",
        ),
        background="Eksempeldata. Parterne tester i dag hver for sig.",
        presentation="Eksempeldata. Et fælles testmiljø giver færre fejl, når nye standarder tages i brug.",
        economy="Eksempeldata. 1,2 mio. kr. i etablering.",
        further="Eksempeldata. Arbejdsgruppen vender tilbage efter sommerferien.",
    )
    write_paper(
        case=open_case_of_item(item=item, actor=secretary),
        content=paper,
        based_on=0,
        actor=secretary,
        now=now,
    )
    add_item(
        meeting=meeting,
        content=ItemContent(title="Nyt fra parterne (eksempel)", kind="information", minutes_estimated=15),
        actor=secretary,
        now=now,
    )
    return send_agenda(meeting=meeting, actor=secretary, now=now)


def _in_writing(secretary: Viewer, on: datetime.date, now: datetime.datetime) -> None:
    """Put a case before the board in writing; the municipalities have answered. Its attachment is to be signed."""
    case = open_case(
        title=IN_WRITING,
        summary="Eksempeldata. En fælles skabelon, som parterne kan bruge uændret.",
        subject="data-processing-template",
        forum="nbs",
        meeting_on=None,
        actor=secretary,
        on=on,
    )
    content = PaperContent(
        clauses=("at skabelonen godkendes (eksempel)",),
        background="Eksempeldata. Parterne bruger i dag hver sin skabelon.",
        presentation="Eksempeldata. Skabelonen har været drøftet på et tidligere møde.",
    )
    paper = write_paper(case=case, content=content, based_on=0, actor=secretary, now=now).paper
    file = AttachedFile("Eksempel på en skabelon", "skabelon.txt", "text/plain", b"Eksempeldata.\n")
    attachment = attach(case=case, file=file, actor=secretary, now=now)
    procedure = open_written(
        leg=case.legs.get(), paper=paper, deadline=ANSWERS_DUE, actor=secretary, on=on, now=now
    )
    answer_in_writing(
        procedure=procedure,
        party="kommuner",
        reply=Reply.COMMENTS,
        text="Eksempel: Kommunerne er enige, men ønsker en vejledning til skabelonen.",
        actor=user_viewer(username="medlem-kl"),
        on=on,
        now=now,
    )
    names = ("Frederik Eksempel", "Karen Eksempel")
    ask_to_sign(attachment=attachment, names=names, actor=secretary, now=now)


def _asked(secretary: Viewer, on: datetime.date, now: datetime.datetime) -> None:
    """Ask others what they say to a case."""
    case = open_case(
        title=ASKED,
        summary="Eksempeldata. Hvad skal alle leverandører kunne leve op til?",
        subject=None,
        forum="nbs",
        meeting_on=None,
        actor=secretary,
        on=on,
    )
    content = PaperContent(
        clauses=("at kravene sendes i høring (eksempel)",),
        presentation="Eksempeldata. Udkastet samler kravene fra parternes egne udbud.",
    )
    write_paper(case=case, content=content, based_on=0, actor=secretary, now=now)
    asked = Asked(
        title=ASKED,
        text="Eksempeldata. Vi beder især om bemærkninger til kravene om support.",
        deadline=REPLIES_DUE,
        organisations=("danske-regioner", "kl"),
        names=("Eksempelforeningen af leverandører",),
    )
    open_consultation(case=case, forum="nbs", asked=asked, actor=secretary, on=on, now=now)


def _taken_home(secretary: Viewer, now: datetime.datetime) -> None:
    """Let a case have been decided in the spring: the regions have ratified it, the municipalities have not."""
    case = Case.objects.create(
        title=TAKEN_HOME,
        summary="Eksempeldata. Hver part betaler sin andel, når dens egne organer har sagt ja.",
        state=CaseState.DECIDED.value,
        decided_on=DECIDED,
    )
    leg = Leg.objects.create(case=case, forum_id="nbs", position=1, state=LegState.PASSED.value)
    content = PaperContent(clauses=("at betalingen deles ligeligt (eksempel)",))
    write_paper(case=case, content=content, based_on=0, actor=secretary, now=now)
    readers = [*readers_of("nbs", Audience.PARTS, closed=False), party("kommuner"), party("regioner")]
    common = {"leg": leg, "due": RATIFIED_BY, "readers": readers}
    Ratification.objects.create(
        party_id="regioner",
        body_name="Regionsrådet i Eksempelregionen",
        state=RatificationState.RATIFIED.value,
        decided_on=RATIFIED,
        evidence="Eksempel: referat af rådets møde, punkt 4",
        funding_dkk=600_000,
        **common,
    )
    Ratification.objects.create(party_id="kommuner", body_name="Byrådet i Eksempelkommunen", **common)


def _on_its_way(secretary: Viewer, on: datetime.date, now: datetime.datetime) -> None:
    """Open a case whose way is planned: from MedCom's steering group to the board."""
    case = open_case(
        title=ON_ITS_WAY,
        summary="Eksempeldata.",
        subject="medcom.work-programme",
        forum="nbs",
        meeting_on=None,
        actor=secretary,
        on=on,
    )
    start = Start(forum="medcom-sg", ready_on=READY, wanted_by=WANTED_BY, facts={"phase": "start"})
    plan_case(case=case, start=start, actor=secretary, on=on, now=now)
