"""An example world for tests of rights and isolation: something private in every private table, of two sides.

The sides are the municipalities and the regions (rooms), and the national board and the steering group of MedCom
(closed items, minutes under review). The Danish register must be in the database.
"""

import datetime
import hashlib
from dataclasses import dataclass

from samstyr.accounts.models import Person, User
from samstyr.documents.models import SourceDocument
from samstyr.documents.services import FoundBy, make_findable
from samstyr.meetings.models import (
    ActionDraft,
    AgendaItem,
    Attachment,
    Case,
    ClosedAction,
    ClosedCase,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
    Consultation,
    ConsultationReply,
    Delivery,
    DissentStatement,
    ImportBatch,
    ItemText,
    Leg,
    Meeting,
    MinutesComment,
    OutcomeDraft,
    Override,
    PaperVersion,
    Position,
    PreparedPack,
    Ratification,
    RegisterProposal,
    Remark,
    Review,
    ReviewedFact,
    RoomComment,
    RoomDraft,
    RoomHearing,
    Signature,
    Treatment,
    Vote,
    WrittenAnswer,
    WrittenProcedure,
)
from samstyr.portfolio.models import (
    Milestone,
    MilestoneDate,
    ReportDraft,
    ReportingRound,
    ReportRequest,
    StatusReport,
    WaitingSeries,
)
from samstyr.registry.models import Seat
from samstyr.rules.procedure.readers import members

BOARD, OTHER_FORUM = "nbs", "medcom-sg"
PARTY, OTHER_PARTY = "kommuner", "regioner"
DATE = datetime.date(2017, 6, 28)
NOW = datetime.datetime(2017, 6, 28, 9, 30, tzinfo=datetime.UTC)
READ = {
    "schema": "samstyr.minutes/1",
    "document_type": "minutes",
    "meeting": {"forum": None, "date": None},
    **{name: [] for name in ("participants", "items", "recommendations", "decisions", "actions")},
    **{name: [] for name in ("status_changes", "observations", "missing_data", "incidents", "consultations")},
    **{name: [] for name in ("unlisted_speakers", "warnings")},
    "next_meeting": None,
}


def secret(side: str, what: str) -> str:
    """Answer a text that stands nowhere but in private rows of a side."""
    return f"hemmelighed-{what}-{side}"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of what was made."""

    meeting: int
    other_meeting: int
    review: int
    other_review: int
    case: int
    leg: int
    closed_case: int
    other_closed_case: int
    written: int
    other_written: int
    consultation: int
    other_consultation: int
    reply: int
    attachment: int
    other_attachment: int
    signature: int
    proposal: int
    ratification: int
    other_ratification: int
    batch: int
    other_batch: int
    milestone: int
    reporting_round: int
    series: int
    asked: int
    report: int


def make_world(secretary: User, other_secretary: User) -> Keys:
    """Make something private in every private table for both sides; the secretaries handed in the documents."""
    Seat.objects.create(forum_id=BOARD, organisation_id="medcom", role="observer")
    meetings = [_meeting(forum) for forum in (BOARD, OTHER_FORUM)]
    reviews = [_review(BOARD, secretary), _review(OTHER_FORUM, other_secretary)]
    case = Case.objects.create(title="Eksempelsag", summary="Eksempel på en sag")
    leg = Leg.objects.create(case=case, forum_id=BOARD, meeting=meetings[0], position=0)
    for party in (PARTY, OTHER_PARTY):
        Position.objects.create(leg=leg, forum_id=BOARD, party_id=party, due=DATE)
        where = {"leg": leg, "party_id": party, "written_at": NOW}
        RoomHearing.objects.create(**where, body_name=secret(party, "organ"), date=DATE)
        RoomDraft.objects.create(**where, version=1, stance="object", remarks=secret(party, "udkast"))
        RoomComment.objects.create(**where, text=secret(party, "kommentar"))
        ReportDraft.objects.create(
            initiative_id="praksys",
            party_id=party,
            version=1,
            as_of=DATE,
            state="running",
            light="red",
            reason=secret(party, "rapport"),
            written_at=NOW,
        )
    for meeting, user in zip(meetings, (secretary, other_secretary), strict=True):
        _cycle(meeting, user)
    # The regions lead it, and the board follows it.
    milestone = Milestone.objects.create(initiative_id="sundhedsjournal-2", name="Eksempelmilepæl")
    MilestoneDate.objects.create(
        milestone=milestone, date=DATE, kind="baseline", by="Eksempel", on=DATE, written_at=NOW
    )
    asked = ReportRequest.objects.create(
        initiative_id="sundhedsjournal-2",
        lead_id="region-nordjylland",
        fora=[BOARD],
        as_of=DATE,
        asked_on=DATE,
        due=DATE,
    )
    report = StatusReport.objects.create(
        initiative_id="sundhedsjournal-2",
        as_of=DATE,
        published_at=NOW,
        state="running",
        light="green",
        rater="lead",
        scale="green-yellow-red",
    )
    reporting_round = ReportingRound.objects.create(
        forum_id=BOARD, name="Eksempelrunde", as_of=DATE, opened_on=DATE, due=DATE
    )
    reporting_round.requests.add(asked)
    closed = [Case.objects.get(closed=True, legs__forum=forum) for forum in (BOARD, OTHER_FORUM)]
    return Keys(
        meetings[0].pk,
        meetings[1].pk,
        reviews[0].pk,
        reviews[1].pk,
        case.pk,
        leg.pk,
        closed_case=closed[0].pk,
        other_closed_case=closed[1].pk,
        written=WrittenProcedure.objects.get(leg__case=closed[0]).pk,
        other_written=WrittenProcedure.objects.get(leg__case=closed[1]).pk,
        consultation=Consultation.objects.get(case=closed[0]).pk,
        other_consultation=Consultation.objects.get(case=closed[1]).pk,
        reply=ConsultationReply.objects.get(consultation__case=closed[0]).pk,
        attachment=Attachment.objects.get(case=closed[0]).pk,
        other_attachment=Attachment.objects.get(case=closed[1]).pk,
        signature=Signature.objects.get(attachment__case=closed[0]).pk,
        proposal=RegisterProposal.objects.get(item__meeting=meetings[0]).pk,
        ratification=Ratification.objects.get(leg__case=closed[0]).pk,
        other_ratification=Ratification.objects.get(leg__case=closed[1]).pk,
        batch=reviews[0].batch_id or 0,
        other_batch=reviews[1].batch_id or 0,
        milestone=milestone.pk,
        reporting_round=reporting_round.pk,
        series=WaitingSeries.objects.earliest("pk").pk,
        asked=asked.pk,
        report=report.pk,
    )


def _meeting(forum: str) -> Meeting:
    meeting = Meeting.objects.create(
        forum_id=forum, date=DATE, state="minutes-sent", minutes_name="eksempel.txt"
    )
    AgendaItem.objects.create(
        meeting=meeting, position=0, number="1", title="Åbent punkt", kind="information"
    )
    item = AgendaItem.objects.create(meeting=meeting, position=1, number="2", kind="decision", closed=True)
    where = {"item": item, "forum_id": forum}
    ClosedItem.objects.create(**where, title=secret(forum, "titel"), subject_id="medcom.projects")
    ClosedClause.objects.create(**where, text=secret(forum, "indstilling"))
    ClosedResolution.objects.create(**where, verb="adopted", quote=secret(forum, "beslutning"))
    ClosedAction.objects.create(**where, what=secret(forum, "opfølgning"))
    ClosedFact.objects.create(
        **where,
        kind="status_changes",
        initiative_id="praksys",
        content={"from": "green", "to": "red", "reason": secret(forum, "lys")},
    )
    make_findable(found=[FoundBy("meetings", str(meeting.pk), str(meeting.forum), DATE.isoformat())])
    return meeting


def _cycle(meeting: Meeting, user: User) -> None:
    """Make a closed case on its way, and a row of every private table of the meeting cycle, for the forum alone."""
    forum = meeting.forum_id
    item = meeting.items.get(closed=True)
    private = {"readers": [members(forum)]}
    written = {**private, "written_at": NOW}
    case = Case.objects.create(closed=True, state="routed")
    ClosedCase.objects.create(case=case, title=secret(forum, "sag"), **private)
    paper = PaperVersion.objects.create(case=case, background=secret(forum, "baggrund"), **written)
    content = secret(forum, "bilag").encode()
    attachment = Attachment.objects.create(
        case=case,
        number=1,
        title=secret(forum, "bilag"),
        name=f"{secret(forum, 'bilag')}.txt",
        media_type="text/plain",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        **written,
    )
    signer = Person.objects.create(name=f"Underskriver af {forum}")
    Signature.objects.create(attachment=attachment, person=signer, asked_at=NOW, **private)
    leg = Leg.objects.create(case=case, forum_id=forum, meeting=meeting, position=1, state="treated")
    Treatment.objects.create(leg=leg, item=item, paper=paper)
    ItemText.objects.create(item=item, text=secret(forum, "ordene"), **written)
    OutcomeDraft.objects.create(item=item, verb="adopted", words=secret(forum, "udfald"), **written)
    ActionDraft.objects.create(item=item, what=secret(forum, "opgave"), **written)
    Remark.objects.create(item=item, kind="condition", text=secret(forum, "betingelse"), **written)
    DissentStatement.objects.create(item=item, organisation_id="kl", text=secret(forum, "dissens"), **written)
    Vote.objects.create(item=item, party_id="kommuner", choice="for", **written)
    Override.objects.create(
        item=item,
        stage="agenda",
        act="approve",
        forum_id=forum,
        subject_id="medcom.projects",
        verdict="ultra_vires",
        said=secret(forum, "mandat"),
        reason=secret(forum, "begrundelse"),
        **written,
    )
    MinutesComment.objects.create(item=item, text=secret(forum, "indsigelse"), **written)
    RegisterProposal.objects.create(item=item, title=secret(forum, "nyt forum"), content={}, **written)
    procedure = WrittenProcedure.objects.create(
        leg=leg, paper=paper, opened_on=DATE, deadline=DATE, **written
    )
    WrittenAnswer.objects.create(
        procedure=procedure, party_id="kommuner", answer="agree", text=secret(forum, "svar"), **written
    )
    consultation = Consultation.objects.create(
        case=case,
        forum_id=forum,
        title=secret(forum, "høring"),
        opened_on=DATE,
        deadline=DATE,
        **written,
    )
    ConsultationReply.objects.create(
        consultation=consultation, organisation_id="kl", text=secret(forum, "høringssvar"), **written
    )
    Ratification.objects.create(
        leg=leg,
        party_id="stat",
        evidence=secret(forum, "tiltrædelse"),
        body_name=secret(forum, "råd"),
        **private,
    )
    Delivery.objects.create(
        user=user, meeting=meeting, kind="pack", key=f"pack-{forum}", asked_at=NOW, **private
    )
    PreparedPack.objects.create(
        user=user,
        meeting=meeting,
        form="pdf",
        state="ready",
        asked_at=NOW,
        untagged=[secret(forum, "umærket")],
        content=secret(forum, "pakke").encode(),
        **private,
    )


def _review(forum: str, user: User) -> Review:
    WaitingSeries.objects.create(
        added_by=user,
        name=f"{secret(forum, 'serie')}.csv",
        content=secret(forum, "rækker").encode(),
        mapping=secret(forum, "kolonner"),
        readers=[members(forum)],
    )
    document = SourceDocument.objects.create(
        name=f"{secret(forum, 'dokument')}.txt",
        sha256=hashlib.sha256(forum.encode()).hexdigest(),
        content=b"eksempel",
        text=secret(forum, "referat"),
        added_by=user,
        kept_for=forum,
    )
    batch = ImportBatch.objects.create(
        added_by=user,
        name=f"{secret(forum, 'samling')}.zip",
        refused=[{"name": secret(forum, "afvist"), "reason": "eksempel"}],
        readers=[members(forum)],
    )
    review = Review.objects.create(
        document=document, added_by=user, kept_for=forum, read=READ, state="waiting", batch=batch
    )
    ReviewedFact.objects.create(
        review=review,
        added_by=user,
        kept_for=forum,
        kind="warnings",
        place=0,
        after={"message": secret(forum, "rettelse")},
        judged_at=NOW,
    )
    return review
