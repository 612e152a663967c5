"""A journey on paper: the drawing, its table and what it rests on, as a tagged PDF of A4 on its side."""

import json
from pathlib import Path
from typing import Final

import typst

from samstyr.print.journey.drawing import journey_svg
from samstyr.print.journey.model import Journey, headline
from samstyr.print.journey.text import latest_words
from samstyr.print.light_style import light_rules
from samstyr.print.typst_text import one_file
from samstyr.rules.route import Mode
from samstyr.rules.wording import day, days

PAGE: Final = Path(__file__).with_name("journey.typ")
_BEGIN, _END = "/* journey drawing */", "/* end of journey drawing */"


def paper_style(page_style: str) -> str:
    """Answer the rules of the drawing with the light colours put in.

    `page_style` is the style sheet of the pages, whose first colours are the light ones. Raises KeyError for a
    colour that has no value.
    """
    return light_rules(page_style, _BEGIN, _END)


def journey_pdf(journey: Journey, style: str, fonts: Path) -> bytes:
    """Answer the journey as a PDF checked against PDF/UA-1. `fonts`: a folder with IBM Plex Sans."""
    title = f"Rejse for {journey.matter}"
    alternative = described(journey)
    rows = [
        {
            "forum": stop.forum,
            "deed": stop.deed + (" skriftligt" if stop.mode == Mode.WRITTEN else ""),
            "submit": day(stop.submit_by) if stop.submit_by else "–",
            "sits": day(stop.sits_on),
            "wait": days(stop.waiting_days),
            "slack": days(stop.slack_days),
            "missed": day(stop.if_missed) if stop.if_missed else "–",
            "basis": stop.basis or "–",
            "binding": stop.is_binding,
        }
        for stop in journey.stops
    ]
    said = {
        "title": title,
        "start": f"Fra {journey.start}, klar {day(journey.ready)}",
        "headline": headline(journey),
        "latest": latest_words(journey) if journey.wanted_by else "",
        "rows": rows,
        "informed": [
            f"Derefter orienteres {name}: {day(on) if on else 'intet kendt møde'}."
            for name, on in journey.informed
        ],
        "alternative": alternative,
    }
    picture = journey_svg(journey, title, alternative, style=style) if journey.stops else ""
    made = typst.compile(
        PAGE,
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=[fonts] if fonts.is_dir() else [],
        sys_inputs={"said": json.dumps(said), "picture": picture},
    )
    return one_file(made)


def described(journey: Journey) -> str:
    """Answer in a sentence what the drawing shows, for those who do not see it."""
    stops = "; ".join(f"{stop.forum} {stop.deed} {day(stop.sits_on)}" for stop in journey.stops)
    return f"{stops}." if stops else journey.blocked
