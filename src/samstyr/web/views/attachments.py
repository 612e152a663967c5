"""The bytes of a version of an attachment, to those who may see it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from samstyr.meetings.queries.between import attachments_visible_to
from samstyr.web.seen import viewer_of


def file(request: HttpRequest, key: int) -> HttpResponse:
    """Answer the bytes of a version, as they were handed in; a version that takes the attachment off has none."""
    found = attachments_visible_to(viewer_of(request)).defer(None).filter(pk=key, withdrawn=False).first()
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.content), content_type=found.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    return response
