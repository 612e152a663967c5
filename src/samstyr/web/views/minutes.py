"""Minutes: read, commented on, sent; by each role the forum sits in where it sits in several."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Meeting, MinutesComment
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.queries.recording import missing_reasons, recorded
from samstyr.meetings.services import answer_comment, comment_on_minutes, note_opened, send_minutes
from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, require, told
from samstyr.platform.visibility import visible_to
from samstyr.print.board_pack import board_pack
from samstyr.print.pack.content import Document
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.deadlines import minutes_due
from samstyr.rules.procedure.states import BEFORE_MINUTES, may_comment
from samstyr.rules.rights import Right, may
from samstyr.web.forms.running import CommentForm
from samstyr.web.seen import day_of, store_nothing, viewer_of
from samstyr.web.views.packs import document_file

THERE = frozenset({"present", "substitute", "guest", "secretariat", ""})


def minutes(request: HttpRequest, key: int) -> HttpResponse:
    """Show the minutes of a meeting as their viewer sees them; with `?som=` those of one role of the forum."""
    return _page(request, _meeting(request, key))


def _page(request: HttpRequest, found: Meeting, refusal: str = "") -> HttpResponse:
    viewer, register = viewer_of(request), current_register()
    is_draft = found.stage in BEFORE_MINUTES
    if is_draft:
        require(viewer, Right.SEE_AGENDA, forum=found.forum_id)
    note_opened(meeting=found, kinds=("minutes",), actor=viewer, now=clock.now())
    items = recorded(found, viewer)
    roles = {each.item.sitting_as_id: each.item.sitting_as for each in items if each.item.sitting_as}
    role = request.GET.get("som", "")
    if role and role not in roles:
        raise Http404
    due = minutes_due(register.fora[found.forum_id].procedure, found.date)
    attendances = list(found.attendances.all())
    may_record = bool(may(viewer, Right.RECORD_MEETING, forum=found.forum_id))
    shown = [each for each in items if not role or each.item.sitting_as_id == role]
    asks = may_record and is_draft
    context: dict[str, Any] = {
        "register": register,
        "meeting": found,
        "items": [(each, missing_reasons(register, found, each) if asks else ()) for each in shown],
        "refusal": refusal,
        "role": roles.get(role),
        "roles": list(roles.values()),
        "is_draft": is_draft,
        "minutes_due": due,
        "is_late": is_draft and due is not None and due < day_of(request),
        "present": [each for each in attendances if each.attendance in THERE],
        "absent": [each for each in attendances if each.attendance == "absent"],
        "may_record": may_record,
        "may_comment": bool(may(viewer, Right.COMMENT_ON_MINUTES, forum=found.forum_id))
        and bool(may_comment(found.stage)),
    }
    return render(request, "minutes/minutes.html", context, status=403 if refusal else 200)


@require_POST
def send(request: HttpRequest, key: int) -> HttpResponse:
    """Send the minutes; what was decided outside the mandate without a reason keeps them back, and the page says so."""
    found = _meeting(request, key)
    require(viewer_of(request), Right.RECORD_MEETING, forum=found.forum_id)
    try:
        send_minutes(meeting=found, actor=viewer_of(request), now=clock.now())
    except DeniedError as problem:
        if problem.denied.code != "outside-mandate":
            raise
        store_nothing(request)
        return _page(request, found, told(problem.denied))
    messages.success(request, _("The minutes are sent. They are approved at the next meeting."))
    return redirect("minutes", key)


@require_POST
def comment(request: HttpRequest, key: int) -> HttpResponse:
    """Comment on what the minutes say under an item."""
    viewer = viewer_of(request)
    found = whole_meetings(viewer).filter(items=key).first()
    item = (
        next((each.item for each in recorded(found, viewer) if each.item.pk == key and each.is_seen), None)
        if found
        else None
    )
    if item is None:
        raise Http404
    form = CommentForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    comment_on_minutes(item=item, text=text, actor=viewer, now=clock.now())
    return redirect(f"{reverse('minutes', args=[item.meeting_id])}#item-{item.position}")


@require_POST
def answer(request: HttpRequest, key: int) -> HttpResponse:
    """Answer a comment on the minutes."""
    viewer = viewer_of(request)
    seen = MinutesComment.objects.filter(visible_to(viewer, MinutesComment))
    found = seen.select_related("item__meeting").filter(pk=key).first()
    if found is None:
        raise Http404
    answer_comment(comment=found, answer=request.POST.get("answer", ""), actor=viewer)
    return redirect(f"{reverse('minutes', args=[found.item.meeting_id])}#item-{found.item.position}")


def file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Answer the minutes as their viewer sees them, as PDF or DOCX; with `?som=` those of one role of the forum."""
    viewer, register = viewer_of(request), current_register()
    found = _meeting(request, key)
    if found.stage in BEFORE_MINUTES:
        require(viewer, Right.SEE_AGENDA, forum=found.forum_id)
    role = request.GET.get("som", "")
    if role and role not in register.fora[found.forum_id].acts_as:
        raise Http404
    pack = board_pack(
        found, register, viewer, document=Document.MINUTES, with_files=False, role=role, now=clock.now()
    )
    return document_file(pack, form, f"referat-{found.forum_id}-{found.date.isoformat()}")


def _meeting(request: HttpRequest, key: int) -> Meeting:
    found = whole_meetings(viewer_of(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found
