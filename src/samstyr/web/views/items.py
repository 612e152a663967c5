"""An item of an agenda: what it says, its case paper in versions, and its attachments."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import AgendaItem
from samstyr.meetings.queries.matters import matters_of
from samstyr.meetings.queries.overrides import concerning, overrides_of
from samstyr.meetings.queries.papers import (
    attachment_with_content,
    attachments_visible_to,
    items_visible_to,
    papers_of,
    papers_visible_to,
)
from samstyr.meetings.services import (
    AttachedFile,
    attach,
    change_item,
    move_item,
    move_item_before,
    open_case_of_item,
    override_at_agenda,
    take_off,
    withdraw_attachment,
    write_paper,
)
from samstyr.meetings.verdicts import deed_of_item, verdict_of_item
from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import may_change_agenda
from samstyr.rules.rights import Right, may
from samstyr.web.forms.agenda import AttachmentForm, ItemForm, PaperForm
from samstyr.web.seen import viewer_of
from samstyr.web.uploads import file_of
from samstyr.web.views.agenda import item_form
from samstyr.web.views.papers import tell_written


def item(request: HttpRequest, key: int) -> HttpResponse:
    """Show an item with its paper and attachments; to its desk, with what can be changed."""
    return _page(request, _item(request, key))


@require_POST
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Change what the agenda says of an item."""
    found = _desk_item(request, key)
    form = item_form(current_register(), found.meeting, request.POST)
    if not form.is_valid():
        return _page(request, found, item_form_bound=form)
    change_item(
        item=found,
        content=form.content(),
        seen=_number(request, "seen"),
        actor=viewer_of(request),
        now=clock.now(),
    )
    return redirect("item", key)


@require_POST
def move(request: HttpRequest, key: int) -> HttpResponse:
    """Move an item up, down, in or out, or before another (`before`; empty: last)."""
    found, viewer = _desk_item(request, key), viewer_of(request)
    if "before" in request.POST:
        before = request.POST["before"]
        other = found.meeting.items.filter(pk=int(before)).first() if before.isdecimal() else None
        move_item_before(item=found, other=other, actor=viewer)
    else:
        move_item(item=found, to=request.POST.get("to", ""), actor=viewer)
    return redirect("agenda", found.meeting_id)


@require_POST
def off(request: HttpRequest, key: int) -> HttpResponse:
    """Take an item off the agenda."""
    found = _desk_item(request, key)
    take_off(item=found, actor=viewer_of(request), now=clock.now())
    return redirect("agenda", found.meeting_id)


@require_POST
def override(request: HttpRequest, key: int) -> HttpResponse:
    """Keep why an item goes on the agenda although it lies outside the forum's mandate."""
    found, reason = _desk_item(request, key), request.POST.get("reason", "")
    override_at_agenda(item=found, reason=reason, actor=viewer_of(request), now=clock.now())
    messages.success(request, _("The reason is kept with the item."))
    return redirect(f"{reverse('agenda', args=[found.meeting_id])}#item-{key}")


@require_POST
def paper(request: HttpRequest, key: int) -> HttpResponse:
    """Add a version of the item's case paper."""
    found, viewer = _desk_item(request, key), viewer_of(request)
    form = PaperForm(request.POST)
    if not form.is_valid():
        return _page(request, found, paper_form=form)
    written = write_paper(
        case=open_case_of_item(item=found, actor=viewer),
        content=form.content(),
        based_on=form.cleaned_data["based_on"],
        actor=viewer,
        now=clock.now(),
    )
    tell_written(request, written)
    return redirect("item", key)


@require_POST
def add_attachment(request: HttpRequest, key: int) -> HttpResponse:
    """Add an attachment to the item's case, or a new version of one."""
    found, viewer = _desk_item(request, key), viewer_of(request)
    form = AttachmentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, attachment_form=form)
    name, media_type, content = file_of(form.cleaned_data["file"])
    attach(
        case=open_case_of_item(item=found, actor=viewer),
        file=AttachedFile(form.cleaned_data["title"], name, media_type, content),
        number=form.cleaned_data["number"],
        actor=viewer,
        now=clock.now(),
    )
    return redirect("item", key)


@require_POST
def attachment_off(request: HttpRequest, key: int) -> HttpResponse:
    """Take an attachment off from now on."""
    viewer = viewer_of(request)
    found = attachments_visible_to(viewer).select_related("case").filter(pk=key).first()
    if found is None:
        raise Http404
    withdraw_attachment(attachment=found, actor=viewer, now=clock.now())
    back = request.POST.get("item", "")
    return redirect("item", int(back)) if back.isdecimal() else redirect("case", found.case_id)


def attachment(request: HttpRequest, key: int) -> HttpResponse:
    """Hand out an attachment as the file it is; no browser opens it as a page of ours."""
    found = attachment_with_content(key, viewer_of(request))
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.content), content_type=found.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _item(request: HttpRequest, key: int) -> AgendaItem:
    found = items_visible_to(viewer_of(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _desk_item(request: HttpRequest, key: int) -> AgendaItem:
    found = _item(request, key)
    require(viewer_of(request), Right.PREPARE_MEETING, forum=found.meeting.forum_id)
    return found


def _number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    if not value.isdecimal() or len(value) > 9:
        raise InputError(f"{name}: expected a number")
    return int(value)


def _page(
    request: HttpRequest,
    found: AgendaItem,
    *,
    item_form_bound: ItemForm | None = None,
    paper_form: PaperForm | None = None,
    attachment_form: AttachmentForm | None = None,
) -> HttpResponse:
    viewer, register = viewer_of(request), current_register()
    content = getattr(found, "content", None)
    if found.closed and content is None:
        raise Http404
    title = content.title if content else found.title
    matter = matters_of([found], viewer)[found.pk]
    papers = papers_of([found], viewer)[found.pk]
    may_write = bool(may(viewer, Right.PREPARE_MEETING, forum=found.meeting.forum_id)) and bool(
        may_change_agenda(found.meeting.stage)
    )
    newest = papers.newer or papers.paper
    versions = list(papers_visible_to(viewer).filter(case=papers.case)) if papers.case else []
    context: dict[str, Any] = {
        "register": register,
        "item": found,
        "meeting": found.meeting,
        "title": title,
        "subject": content.subject if content else found.subject,
        "papers": papers,
        "versions": versions[::-1],
        "verdict": verdict_of_item(register, found.meeting, found, matter),
        "overrides": concerning(
            overrides_of([found], viewer).get(found.pk, []), [deed_of_item(found.meeting, found, matter)]
        ),
        "may_write": may_write,
        "is_bound": bool(item_form_bound or paper_form or attachment_form),
    }
    if may_write:
        context |= {
            "item_form": item_form_bound
            or item_form(
                register,
                found.meeting,
                initial={
                    "title": title,
                    "kind": found.kind,
                    "subject": content.subject_id if content else found.subject_id,
                    "presenter": found.presenter,
                    "minutes_estimated": found.minutes_estimated,
                    "sitting_as": found.sitting_as_id,
                    "closed": found.closed,
                },
            ),
            "paper_form": paper_form or PaperForm.after(newest),
            "attachment_form": attachment_form or AttachmentForm(),
        }
    return render(request, "agenda/item.html", context, status=400 if context["is_bound"] else 200)
