"""Case papers and attachments: versions are added, and none is overwritten."""

import datetime
import hashlib
from dataclasses import asdict, dataclass
from typing import Final

from samstyr.meetings.models import (
    AgendaItem,
    Attachment,
    Case,
    ClosedCase,
    Leg,
    PaperVersion,
    Signature,
    Treatment,
)
from samstyr.meetings.services.reach import spread_papers
from samstyr.meetings.services.steps import locked_meeting
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.procedure.readers import Audience, desk, readers_of
from samstyr.rules.procedure.states import CaseState, LegState, may_change_agenda
from samstyr.rules.rights import Right, Viewer

LARGEST: Final = 25 * 1024 * 1024  # bytes of one attachment


@dataclass(frozen=True, slots=True)
class PaperContent:
    """The sections of a case paper; `clauses` are the recommendations, one "at …" each."""

    clauses: tuple[str, ...] = ()
    background: str = ""
    presentation: str = ""
    economy: str = ""
    further: str = ""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file as it is handed in."""

    title: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A version as it was kept, and the versions that others wrote after the one it is built on."""

    paper: PaperVersion
    meanwhile: tuple[PaperVersion, ...]


@service
def open_case_of_item(*, item: AgendaItem, actor: Viewer) -> Case:
    """Answer the case of an item, opened where it has none: papers belong to a case, not to an agenda.

    Raises DeniedError where the actor is no secretary of the forum or the meeting is over.
    """
    meeting = locked_meeting(item.meeting_id)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_change_agenda(meeting.stage))
    leg = item.legs.select_related("case").first()
    if leg is not None:
        return leg.case
    case = Case.objects.create(
        title=item.title, subject=item.subject, closed=item.closed, state=CaseState.ROUTED.value
    )
    if item.closed:
        ClosedCase.objects.create(
            case=case,
            title=item.content.title,
            subject=item.content.subject,
            readers=readers_of(meeting.forum_id, Audience.FORUM, closed=True),
        )
    leg = Leg.objects.create(
        case=case, forum_id=meeting.forum_id, meeting=meeting, position=1, state=LegState.ON_AGENDA.value
    )
    Treatment.objects.create(leg=leg, item=item)
    return case


@service
def write_paper(
    *, case: Case, content: PaperContent, based_on: int, actor: Viewer, now: datetime.datetime
) -> WrittenPaper:
    """Add a version of a case's paper. `based_on` is the version its writer saw, 0 for none.

    Where others wrote meanwhile nothing is lost: this version is kept after theirs, and the answer names them.
    Raises DeniedError where the actor prepares the meetings of none of the fora the case passes.
    """
    require_desk(case, actor)
    case = Case.objects.select_for_update().get(pk=case.pk)
    papers = PaperVersion.objects.filter(case=case)
    latest = papers.order_by("-version").values_list("version", flat=True).first() or 0
    based_on = min(max(based_on, 0), latest)
    meanwhile = tuple(papers.filter(version__gt=based_on).select_related("written_by__person"))
    clauses = [clause.strip() for clause in content.clauses if clause.strip()]
    sections = {name: text.strip() for name, text in asdict(content).items() if name != "clauses"}
    paper = PaperVersion.objects.create(
        case=case,
        version=latest + 1,
        based_on=based_on,
        clauses=clauses,
        **sections,
        written_by_id=actor.user,
        written_at=now,
        readers=[desk(forum) for forum in _fora(case)],
    )
    spread_papers(case)
    return WrittenPaper(paper, meanwhile)


@service
def attach(
    *,
    case: Case,
    file: AttachedFile,
    number: int | None = None,
    actor: Viewer,
    now: datetime.datetime,
) -> Attachment:
    """Add an attachment to a case, or (with its number) a new version of one.

    Raises InputError where it is empty, too large or untitled, or there is none of that number, and DeniedError
    where the actor prepares the meetings of none of the fora the case passes.
    """
    require_desk(case, actor)
    if not file.title.strip():
        raise InputError("title: an attachment needs a title")
    if not file.content:
        raise InputError(f"{file.name[:60]}: the file is empty")
    if len(file.content) > LARGEST:
        raise InputError(f"{file.name[:60]}: is too large ({len(file.content):,} bytes; at most {LARGEST:,})")
    case = Case.objects.select_for_update().get(pk=case.pk)
    existing = Attachment.objects.filter(case=case).defer("content")
    if number is None:
        last = existing.order_by("-number").values_list("number", flat=True).first()
        return _keep(case, file, (last or 0) + 1, 1, actor, now)
    latest = existing.filter(number=number).order_by("-version").first()
    if latest is None:
        raise InputError(f"number: the case has no attachment {number}")
    return _keep(case, file, number, latest.version + 1, actor, now)


@service
def withdraw_attachment(*, attachment: Attachment, actor: Viewer, now: datetime.datetime) -> Attachment:
    """Take an attachment off from now on; what was sent before stays in the record. Raises DeniedError."""
    require_desk(attachment.case, actor)
    case = Case.objects.select_for_update().get(pk=attachment.case_id)
    versions = Attachment.objects.filter(case=case, number=attachment.number).defer("content")
    latest = versions.order_by("-version").values_list("version", flat=True)[0]
    file = AttachedFile(attachment.title, attachment.name, attachment.media_type, b"")
    return _keep(case, file, attachment.number, latest + 1, actor, now)


def _keep(
    case: Case, file: AttachedFile, number: int, version: int, actor: Viewer, now: datetime.datetime
) -> Attachment:
    """Add a version; one without content is where the attachment was taken off. Who has not signed need not now."""
    Signature.objects.filter(attachment__case=case, attachment__number=number, signed_at=None).delete()
    attachment = Attachment.objects.create(
        case=case,
        number=number,
        version=version,
        title=file.title.strip(),
        name=file.name[:255],
        media_type=file.media_type[:127],
        size=len(file.content),
        sha256=hashlib.sha256(file.content).hexdigest(),
        content=file.content,
        withdrawn=not file.content,
        written_by_id=actor.user,
        written_at=now,
        readers=[desk(forum) for forum in _fora(case)],
    )
    spread_papers(case)
    return attachment


def _fora(case: Case) -> list[str]:
    return sorted(set(case.legs.values_list("forum_id", flat=True)))


def require_desk(case: Case, actor: Viewer) -> None:
    """Go on where the actor prepares the meetings of one of the fora the case passes; else raise DeniedError."""
    fora = _fora(case)
    mine = [forum for forum in fora if forum in actor.fora(Right.PREPARE_MEETING)]
    require(actor, Right.PREPARE_MEETING, forum=next(iter(mine or fora), None))
