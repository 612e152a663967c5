"""Importing a series of status reports: hand in a file, map its columns, see what it would store, store it."""

import hashlib
import json
from base64 import b64encode
from pathlib import PurePath
from typing import Any, Final

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samstyr.exchange.portfolio_import import (
    CSV_SUFFIXES,
    SHEET_SUFFIXES,
    handed_in_sheets,
    handed_in_table,
    import_table,
)
from samstyr.exchange.portfolio_mapping import check_mapping
from samstyr.exchange.portfolio_mapping_text import (
    Document,
    handed_in_document,
    mapping_document,
    mapping_text,
    new_document,
)
from samstyr.exchange.sheet_reading import LARGEST
from samstyr.platform import clock
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.portfolio.models import WaitingSeries
from samstyr.portfolio.queries.waiting import series_waiting
from samstyr.portfolio.services import (
    cancel_series,
    hand_in_series,
    keep_mapping,
    store_waiting_series,
)
from samstyr.portfolio.services.imported import plan_series
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.import_mapping import unreadable_headings
from samstyr.rules.portfolio.imported import Table
from samstyr.rules.rights import Right, Viewer
from samstyr.web.portfolio_import_preview import found_context
from samstyr.web.portfolio_import_words import heading_words, problems_of
from samstyr.web.portfolio_mapping_form import add_decision, add_scale, document_of
from samstyr.web.portfolio_mapping_page import form_context
from samstyr.web.seen import day_of, store_nothing, viewer_of
from samstyr.web.uploads import file_of

SUFFIXES: Final = (*SHEET_SUFFIXES, *CSV_SUFFIXES)
FIRST: Final = 10  # reports of the preview
LONGEST_NAME: Final = 200
FORMATS: Final = ["YYYY-MM-DD"]


def hand_in(request: HttpRequest) -> HttpResponse:
    """Take a file of reports and, where there is one, its mapping; list what waits for the viewer."""
    viewer = viewer_of(request)
    require(viewer, Right.EDIT_REGISTER)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            series = _taken(request, viewer)
        except InputError as refused:
            problems = refused.lines
            store_nothing(request)
        else:
            return redirect("portfolio-import-map", series.pk)
    context = {
        "problems": problems,
        "waiting": series_waiting(viewer).defer("content", "mapping"),
        "suffixes": ",".join(SUFFIXES),
        "largest": LARGEST >> 20,
    }
    return render(request, "portfolio/import.html", context, status=400 if problems else 200)


def map_columns(request: HttpRequest, key: int) -> HttpResponse:
    """Show the columns of a file and what they hold; keep what was mapped, show what it gives, and store it.

    To those who did not hand the file in there is no such page.
    """
    viewer = viewer_of(request)
    require(viewer, Right.EDIT_REGISTER)
    series = _found(viewer, key)
    if request.method == "POST":
        return _done(request, series, viewer)
    document = mapping_document(series.mapping)
    sheets = handed_in_sheets(series.name, bytes(series.content))
    context: dict[str, Any] = {"series": series, "document": document, "sheets": sheets}
    if len(sheets) > 1 and document.get("sheet") not in sheets:
        return render(request, "portfolio/import_sheet.html", context)
    table = _table(series, document)
    fora = sorted(((each.id, each.name) for each in current_register().fora.values()), key=_by_name)
    context |= form_context(document, table, by=_name(request), on=day_of(request), fora=fora)
    context["rows"] = len(table.rows)
    if request.GET.get("vis"):
        context |= _preview(series, document, table)
    return render(request, "portfolio/import_map.html", context)


def mapping_file(request: HttpRequest, key: int) -> HttpResponse:
    """Hand out the mapping as it stands, for the command or for another file."""
    viewer = viewer_of(request)
    require(viewer, Right.EDIT_REGISTER)
    response = HttpResponse(_found(viewer, key).mapping, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="mapping.yaml"'
    return response


def _taken(request: HttpRequest, viewer: Viewer) -> WaitingSeries:
    """Keep what was handed in. Raises InputError where it is no series, or its mapping no mapping."""
    name, content = _upload(request.FILES.get("file"))
    given = request.FILES.get("mapping")
    document = {**new_document(), "formats": FORMATS}
    if given is not None:
        mapping_name, _type, text = file_of(given)
        document = handed_in_document(mapping_name, text)
    sheets = handed_in_sheets(name, content)
    if len(sheets) <= 1 or document.get("sheet") in sheets:
        table = handed_in_table(name, content, sheet=document.get("sheet"))
        if problems := unreadable_headings(table.headings):
            raise InputError(*(heading_words(each) for each in problems))
    return hand_in_series(name=name, content=content, mapping=mapping_text(document), actor=viewer)


def _upload(upload: "UploadedFile[Any] | None") -> tuple[str, bytes]:
    if upload is None:
        raise InputError(_("Choose a file of reports to hand in."))
    if PurePath(upload.name or "").suffix.lower() not in SUFFIXES:
        raise InputError(_("The file must be XLSX or CSV. Save it as one of these."))
    if (upload.size or 0) > LARGEST:
        line = _("The file is larger than {number} MB. Save the sheet alone, without pictures.")
        raise InputError(line.format(number=LARGEST >> 20))
    name, _type, content = file_of(upload)
    return name[-LONGEST_NAME:], content


def _found(viewer: Viewer, key: int) -> WaitingSeries:
    series = series_waiting(viewer).filter(pk=key).first()
    if series is None:
        raise Http404
    return series


def _table(series: WaitingSeries, document: Document) -> Table:
    decimal = document.get("numbers", {}).get("decimal", ".")
    return handed_in_table(series.name, bytes(series.content), sheet=document.get("sheet"), decimal=decimal)


def _done(request: HttpRequest, series: WaitingSeries, viewer: Viewer) -> HttpResponse:
    """Do what the button says; what was filled in is kept in any case, but where the import is cancelled."""
    do = request.POST.get("do", "keep")
    here = reverse("portfolio-import-map", args=[series.pk])
    if do == "cancel":
        cancel_series(series=series, actor=viewer)
        messages.success(request, _("The import is cancelled and the file removed; nothing was stored."))
        return redirect("portfolio-import")
    if do == "sheet":
        document = mapping_document(series.mapping) | {"sheet": request.POST.get("sheet", "")}
    else:
        document = document_of(request.POST)
    if do == "scale":
        add_scale(document, _("another scale"))
        here += "#values"
    elif names := _joined(request.POST.get("join", "")):
        add_decision(document, names=names, by=_name(request), on=day_of(request))
        here += f"#d{len(document['same']) - 1}"
    elif do in {"preview", "save"}:
        here += "?vis=1#preview"
    elif do == "keep":
        here += "#values"
    text = mapping_text(document)
    if do == "save" and _mark(text) == request.POST.get("seen"):
        return _stored(request, series, document, viewer)
    keep_mapping(series=series, mapping=text, actor=viewer)
    if do == "save":
        messages.warning(
            request, _("The mapping was changed after the preview. Look at it again, then store.")
        )
    return redirect(here)


def _preview(series: WaitingSeries, document: Document, table: Table) -> dict[str, Any]:
    """What the page shows of an import that is not stored: what is wrong with the mapping, or what it gives."""
    problems = problems_of(document, table)
    if problems:
        return {"problems": problems, "shown": True}
    mapping, _none = check_mapping(document)
    imported = import_table(mapping, table)
    try:
        planned = plan_series(mapping=mapping, imported=imported, first=FIRST)
    except InputError as refused:
        return {"refused": refused.lines, "shown": True}
    return {**found_context(mapping, imported, planned), "seen": _mark(series.mapping), "shown": True}


def _stored(request: HttpRequest, series: WaitingSeries, document: Document, viewer: Viewer) -> HttpResponse:
    """Store what the preview showed, and show the report."""
    table = _table(series, document)
    if problems := problems_of(document, table):
        raise InputError(*(each.text for each in problems))
    mapping, _none = check_mapping(document)
    imported = import_table(mapping, table)
    text, name = mapping_text(document), series.name
    stored = store_waiting_series(
        series=series, mapping=mapping, imported=imported, actor=viewer, now=clock.now()
    )
    initiatives = current_register().initiatives
    context = {
        **found_context(mapping, imported),
        "name": name,
        "stored": stored,
        "initiatives": [initiatives[each] for each in stored.ids if each in initiatives],
        "forum": current_register().fora.get(mapping.forum or ""),
        "mapping": text,
        "mapping_address": f"data:application/yaml;base64,{b64encode(text.encode()).decode()}",
    }
    return render(request, "portfolio/import_stored.html", context)


def _joined(text: str) -> list[str]:
    """The names a button of the preview puts together."""
    if not text:
        return []
    try:
        names = json.loads(text)
    except ValueError as problem:
        raise InputError(f"join: {text[:40]!r} is no list of names") from problem
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise InputError(f"join: {text[:40]!r} is no list of names")
    return names


def _mark(text: str) -> str:
    """A mark of a mapping: the same for the same text alone."""
    return hashlib.sha256(text.encode()).hexdigest()


def _name(request: HttpRequest) -> str:
    """Who looks, as a decision names them."""
    person = getattr(request.user, "person", None)
    return person.name if person else request.user.get_username()


def _by_name(forum: tuple[str, str]) -> tuple[Any, ...]:
    return (order(forum[1]), forum[0])
