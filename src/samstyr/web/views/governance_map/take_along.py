"""The map as a file: a picture, or a page of A3."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samstyr.platform.errors import InputError
from samstyr.print.fonts import PLEX
from samstyr.print.governance_map.drawing import Drawing
from samstyr.print.governance_map.layout import lay_out_for_paper
from samstyr.print.governance_map.legend import signs
from samstyr.print.governance_map.poster import PAPER, Poster, poster_pdf, poster_svg
from samstyr.print.governance_map.style import stand_alone_style
from samstyr.registry.queries import current_register
from samstyr.web.packages import MODULES
from samstyr.web.styles import style_sheet
from samstyr.web.views.governance_map.asked import Asked, asked
from samstyr.web.views.governance_map.drawn import MOST_ROOMS, Map, drawn_map
from samstyr.web.views.governance_map.page import address_of, description_of, title_of

FONTS = MODULES / "dkfds" / "dist" / "fonts" / "IBMPlexSans"


def picture(request: HttpRequest) -> HttpResponse:
    """Hand out the map as an SVG file that needs nothing else."""
    wish, found, drawing = _asked_for(request)
    style = stand_alone_style(style_sheet("samstyr/map.css"), FONTS / "split" / "woff2")
    links = {room: request.build_absolute_uri(address_of(room)) for room in found.model.rooms}
    made = poster_svg(drawing, _poster(request, wish, found, style), links)
    response = HttpResponse(made, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_file_name(wish)}.svg"'
    return response


def paper(request: HttpRequest) -> HttpResponse:
    """Hand out the map as a PDF of A3."""
    wish, found, _drawing = _asked_for(request)
    style = stand_alone_style(style_sheet("samstyr/map.css"), Path())
    drawing = lay_out_for_paper(found.model, found.words, *PAPER)
    made = poster_pdf(drawing, _poster(request, wish, found, style), PLEX)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{_file_name(wish)}.pdf"'
    return response


def _asked_for(request: HttpRequest) -> tuple[Asked, Map, Drawing]:
    register = current_register()
    wish = asked(request, register)
    found = drawn_map(register, wish.view)
    if found.drawing is None:
        text = _(
            "The map would have {number} fora; at most {most} are drawn. Choose a figure or a filter first."
        )
        raise InputError(text.format(number=len(found.model.rooms), most=MOST_ROOMS))
    return wish, found, found.drawing


def _poster(request: HttpRequest, wish: Asked, found: Map, style: str) -> Poster:
    day = _("Seen on {day}.").format(day=date_format(wish.view.on, "DATE_FORMAT"))
    if wish.view.before is not None:
        compared = _("Compared with {day}: + is new, − is gone.")
        day = f"{day} {compared.format(day=date_format(wish.view.before, 'DATE_FORMAT'))}"
    return Poster(
        title=title_of(wish),
        day=day,
        description=description_of(found, wish),
        foot=f"Samstyr · {request.build_absolute_uri(request.path.rpartition('/')[0] + '/')}",
        language=get_language() or "da",
        signs=tuple(signs(found.model, found.words)),
        style=style,
    )


def _file_name(wish: Asked) -> str:
    return f"samstyr-{wish.figure.key}-{wish.view.on.isoformat()}"
