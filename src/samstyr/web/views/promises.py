"""What an agreement promised and what came of it, paragraph by paragraph: as a page, and as the yearly follow-up."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.portfolio.queries.agreements import promises_of
from samstyr.print.portfolio.promises import FollowUp, follow_up, promises_sheet
from samstyr.registry.queries import current_register
from samstyr.web.as_of import day_seen
from samstyr.web.files import SHEET_FORMS, sheet_file
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of


def promises(request: HttpRequest, key: str) -> HttpResponse:
    """Show what was promised in an agreement, and what came of it by a day."""
    content = _content(request, key)
    register = current_register()
    context = {"instrument": register.instruments[key], "on": content.on, "content": content}
    context["page"] = page_of(request, content.promised)
    return render(request, "portfolio/promises.html", context)


def file(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """Answer the same as a file, for the yearly follow-up to the government."""
    if form not in SHEET_FORMS:
        raise Http404
    content = _content(request, key)
    return sheet_file(promises_sheet(content), f"opfoelgning-{key}-{content.on.isoformat()}", form)


def _content(request: HttpRequest, key: str) -> FollowUp:
    """Answer what the page and the files say. Raises Http404 where the register has no such instrument."""
    instrument = current_register().instruments.get(key)
    if instrument is None:
        raise Http404
    on = day_seen(request)
    return follow_up(instrument.name, promises_of(key, viewer_of(request), on), on)
