"""The paper of a case in its versions, and its attachments: written wherever the case is on its way."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Case
from samstyr.meetings.queries.papers import newest_attachments, papers_visible_to
from samstyr.meetings.services import AttachedFile, attach, write_paper
from samstyr.meetings.services.papers import WrittenPaper
from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.rules.rights import Right, Viewer
from samstyr.web.forms.agenda import AttachmentForm, PaperForm
from samstyr.web.lookup import find_case
from samstyr.web.seen import viewer_of
from samstyr.web.uploads import file_of


def case_paper(request: HttpRequest, key: int) -> HttpResponse:
    """Show the versions of a case's paper, and take another from those who prepare meetings on its way."""
    viewer = viewer_of(request)
    found = find_case(viewer, key)
    form = PaperForm(request.POST) if request.method == "POST" else None
    if form is not None:
        _require_desk(found, viewer)
    if form is not None and form.is_valid():
        written = write_paper(
            case=found,
            content=form.content(),
            based_on=form.cleaned_data["based_on"],
            actor=viewer,
            now=clock.now(),
        )
        tell_written(request, written)
        return redirect("case-paper", key)
    return _page(request, found, paper_form=form)


@require_POST
def case_attach(request: HttpRequest, key: int) -> HttpResponse:
    """Add an attachment to a case, or a new version of one."""
    viewer = viewer_of(request)
    found = find_case(viewer, key)
    _require_desk(found, viewer)
    form = AttachmentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, attachment_form=form)
    name, media_type, content = file_of(form.cleaned_data["file"])
    attach(
        case=found,
        file=AttachedFile(form.cleaned_data["title"], name, media_type, content),
        number=form.cleaned_data["number"],
        actor=viewer,
        now=clock.now(),
    )
    return redirect("case-paper", key)


def tell_written(request: HttpRequest, written: WrittenPaper) -> None:
    """Tell that a version is kept, and who wrote another meanwhile."""
    version = written.paper.version
    if not written.meanwhile:
        messages.success(request, _("Version %(version)s of the case paper is kept.") % {"version": version})
        return
    names = ", ".join(sorted({each.writer for each in written.meanwhile}))
    told = _(
        "Version %(version)s is kept. Meanwhile %(names)s wrote as well: both stand among the versions below."
    )
    messages.warning(request, told % {"version": version, "names": names})


def _desks(found: Case, viewer: Viewer) -> list[str]:
    mine = viewer.fora(Right.PREPARE_MEETING)
    return [leg.forum_id for leg in found.legs.all() if viewer.operator or leg.forum_id in mine]


def _require_desk(found: Case, viewer: Viewer) -> None:
    fora = _desks(found, viewer) or [leg.forum_id for leg in found.legs.all()]
    require(viewer, Right.PREPARE_MEETING, forum=fora[0] if fora else None)


def _page(
    request: HttpRequest,
    found: Case,
    *,
    paper_form: PaperForm | None = None,
    attachment_form: AttachmentForm | None = None,
) -> HttpResponse:
    viewer = viewer_of(request)
    versions = list(papers_visible_to(viewer).filter(case=found))
    newest = versions[-1] if versions else None
    context: dict[str, Any] = {
        "case": found,
        "title": found.said.title,
        "paper": newest,
        "versions": versions[::-1],
        "attachments": newest_attachments(found, viewer),
        "may_write": bool(_desks(found, viewer)),
    }
    if context["may_write"]:
        context["paper_form"] = paper_form or PaperForm.after(newest)
        context["attachment_form"] = attachment_form or AttachmentForm()
    is_bound = paper_form is not None or attachment_form is not None
    return render(request, "agenda/case_paper.html", context, status=400 if is_bound else 200)
