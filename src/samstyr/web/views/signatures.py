"""Signatures: what one is asked to sign, and who has signed which version of an attachment."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Attachment
from samstyr.meetings.queries.between import signatures_visible_to, titles_of
from samstyr.meetings.queries.papers import attachments_visible_to
from samstyr.meetings.services import signatures as services
from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, require
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied
from samstyr.web.forms.proposals import SignersForm
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of


def signatures(request: HttpRequest) -> HttpResponse:
    """List what one is asked to sign, and the signatures on papers one may see."""
    viewer = viewer_of(request)
    if viewer.user is None and not viewer.operator:
        raise DeniedError(Denied("log-in", {"right": Right.SEE_CASES}))
    found = signatures_visible_to(viewer)
    page = page_of(request, found)
    mine = list(found.filter(person__user=viewer.user, signed_at=None)) if viewer.user else []
    context = {
        "mine": mine,
        "page": page,
        "titles": titles_of(viewer, [each.attachment.case for each in [*mine, *page]]),
    }
    return render(request, "signatures/list.html", context)


def attachment(request: HttpRequest, key: int) -> HttpResponse:
    """Show who is asked to sign a version of an attachment and who has, and let the secretary ask."""
    viewer = viewer_of(request)
    found = _attachment(viewer, key)
    form = SignersForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        fora = sorted(set(found.case.legs.values_list("forum_id", flat=True)))
        if not _is_desk(viewer, found):
            require(viewer, Right.PREPARE_MEETING, forum=next(iter(fora), None))
        if form.is_valid():
            names = form.cleaned_data["names"].splitlines()
            services.ask_to_sign(attachment=found, names=names, actor=viewer, now=clock.now())
            messages.success(request, _("They have been asked to sign."))
            return redirect("attachment-signatures", key)
    versions = list(attachments_visible_to(viewer).filter(case=found.case_id, number=found.number))
    is_newest = versions[-1].pk == found.pk and not found.withdrawn
    context = {
        "attachment": found,
        "title": titles_of(viewer, [found.case]).get(found.case_id, ""),
        "signatures": signatures_visible_to(viewer).filter(attachment=found),
        "versions": [each for each in versions if not each.withdrawn],
        "is_newest": is_newest,
        "form": form if is_newest and _is_desk(viewer, found) else None,
        "user_key": viewer.user,
    }
    return render(request, "signatures/attachment.html", context, status=400 if form.is_bound else 200)


@require_POST
def sign(request: HttpRequest, key: int) -> HttpResponse:
    """Sign a version, as the person who was asked."""
    viewer = viewer_of(request)
    found = signatures_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    services.sign(signature=found, seen=request.POST.get("seen", ""), actor=viewer, now=clock.now())
    messages.success(request, _("It is signed."))
    return redirect("attachment-signatures", found.attachment_id)


def _attachment(viewer: Viewer, key: int) -> Attachment:
    """Answer the version the viewer may see; 404 where there is none, or none for them."""
    found = attachments_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _is_desk(viewer: Viewer, found: Attachment) -> bool:
    fora = found.case.legs.values_list("forum_id", flat=True)
    return viewer.operator or any(forum in viewer.fora(Right.PREPARE_MEETING) for forum in fora)
