"""What Typst is told: the pack in Danish words, in the order of its pages."""

import itertools
from collections.abc import Sequence
from typing import Any

from samstyr.print.danish_words import day
from samstyr.print.pack import words
from samstyr.print.pack.attachments import Form, Reading
from samstyr.print.pack.content import Document, Pack, PackAction, PackDecision, PackItem


def told(pack: Pack, readings: Sequence[Reading]) -> dict[str, Any]:
    """Answer the pack as the template reads it. `readings`: one for each attachment, in the order of the agenda."""
    left = list(enumerate(readings))
    keys = itertools.count()
    sections = []
    for section in pack.sections:
        items = []
        role = 1 if section.role else 0
        depth = role
        for item in section.items:
            mine, left = left[: len(item.attachments)], left[len(item.attachments) :]
            # A part of an item whose whole isn't there moves up: PDF/UA-1 knows no gaps between headings.
            depth = min(1 + role + item.level, depth + 1)
            items.append({"key": str(next(keys)), "depth": depth, **_item(item, mine)})
        sections.append({"role": words.named(section.role) if section.role else "", "items": items})
    return {
        "title": words.document_title(pack),
        "document": words.DOCUMENTS[pack.document],
        "forum": words.named(pack.forum),
        "subtitle": pack.subtitle,
        "state": pack.state,
        "badge": pack.state[:1].upper() + pack.state[1:],
        "facts": words.facts(pack),
        "notes": pack.notes,
        "participants": [words.person(each) for each in pack.participants],
        "apologies": [words.person(each) for each in pack.apologies],
        "day": day(pack.date) if pack.date else "",
        "made": f"Dannet {day(pack.made.date())} kl. {pack.made:%H.%M}" if pack.made else "",
        "paged": pack.document == Document.PACK,
        "sections": sections,
        "none": words.NO_ITEMS,
        "untagged": [_name(each) for each in readings if each.form == Form.PAGES and not each.tagged],
        "files": [_name(each) for each in readings if each.form == Form.FILE],
        "refused": [f"{_name(each)}: {each.reason}" for each in readings if each.form == Form.REFUSED],
        "merged": sum(each.pages for each in readings),
    }


def _name(reading: Reading) -> str:
    return f"{reading.attachment.label} {reading.attachment.title}".strip()


def _item(item: PackItem, mine: list[tuple[int, Reading]]) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": words.title(item),
        "plain": words.short_title(item),
        "marker": item.marker,
        "level": item.level,
        "presenter": item.presenter,
        "time": f"{item.minutes_estimated} min." if item.minutes_estimated else "",
        "signs": words.signs(item),
        "circumstances": words.circumstances(item),
        "clauses": [
            {"text": text, "decisions": [_decision(each) for each in decisions]}
            for text, decisions in item.clauses
        ],
        "verdict": item.verdict,
        "overrides": [f"{words.OUTSIDE}: {each}" for each in item.overrides],
        "text": words.paragraphs(item.text),
        "decisions": [_decision(each) for each in item.decisions_on_the_whole],
        "dissents": [(each.who, each.text) for each in item.dissents],
        "remarks": [(each.who, each.text) for each in item.remarks],
        "actions": [_action(each) for each in item.actions],
        "papers": [(heading, words.paragraphs(text)) for heading, text in words.papers(item)],
        "attachments": [_attachment(place, reading) for place, reading in mine],
    }


def _decision(decision: PackDecision) -> dict[str, Any]:
    return {"verb": words.decided(decision), "paragraphs": words.paragraphs(decision.text)}


def _action(action: PackAction) -> tuple[str, str, str]:
    return action.what, words.doers(action.who), day(action.due) if action.due else ""


def _attachment(place: int, reading: Reading) -> dict[str, Any]:
    return {
        "place": place,
        "label": reading.attachment.label,
        "title": reading.attachment.title,
        "filename": reading.attachment.filename,
        "form": reading.form,
        "pages": reading.pages,
        "says": _says(reading),
        "text": words.paragraphs(reading.text),
        "picture": picture_name(place, reading),
        "width": reading.width,
    }


def picture_name(place: int, reading: Reading) -> str:
    """Answer the name of the file the template finds a picture in."""
    return f"picture-{place}.{reading.ending}" if reading.form == Form.PICTURE else ""


def _says(reading: Reading) -> list[str]:
    if reading.form == Form.REFUSED:
        return [f"Bilaget kan ikke vises her. {reading.reason}", "Få en ny udgave hos sekretariatet."]
    if reading.form == Form.FILE:
        return [
            "Bilaget kan ikke vises som sider. Filen ligger i denne PDF og åbnes fra læseprogrammets liste over "
            "vedhæftede filer."
        ]
    if reading.form != Form.PAGES:
        return []
    extent = "1 side" if reading.pages == 1 else f"{reading.pages} sider"
    lines = [f"Bilaget følger på {'den næste side' if reading.pages == 1 else f'de næste {extent}'}."]
    if not reading.tagged:
        lines.append(
            "Bilaget er uden opmærkning: en skærmlæser kan ikke følge overskrifter, lister og tabeller."
        )
    if reading.signed:
        lines.append(
            "Bilaget er underskrevet digitalt. Underskriften kan kun kontrolleres i den oprindelige fil."
        )
    return lines
