"""The pack as a page to take along: one file that opens in any browser without a network, attachments beside it."""

import re
import unicodedata
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final
from urllib.parse import quote

from django.template import Context, Engine
from django.utils.safestring import mark_safe

from samstyr.print.danish_words import day
from samstyr.print.pack import words
from samstyr.print.pack.content import Pack, PackAttachment, PackDecision

FOLDER: Final = Path(__file__).parent
PAGE: Final = "pakke.html"
BESIDE: Final = "bilag"
LONGEST_NAME: Final = 120
# What a name may hold on every system a tablet, a stick or a mailbox may run.
FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|]')


def tablet_files(pack: Pack) -> dict[str, bytes]:
    """Answer the page and the attachments it links to, by their paths; attachments without content are named only.

    The page is one file with its own style: a tablet that is handed a folder often opens a page without the
    files beside it, and it must be readable then too.
    """
    files: dict[str, bytes] = {}
    items = []
    for item in pack.items:
        attachments = []
        for each in item.attachments:
            if each.content is None:
                attachments.append(replace(each, url=None))
                continue
            name = _free_name(each, files)
            files[name] = each.content
            attachments.append(replace(each, url=quote(name)))
        items.append(replace(item, attachments=tuple(attachments)))
    return {PAGE: _page(replace(pack, items=tuple(items))), **files}


def _free_name(attachment: PackAttachment, taken: dict[str, bytes]) -> str:
    """Answer a path below the folder of attachments that no other has, whatever letters a system tells apart."""
    ending = _clean(PurePath(attachment.filename).suffix)[:12]
    stem = (
        _clean(f"{attachment.label} {PurePath(attachment.filename).stem}")[:LONGEST_NAME].strip(" .")
        or "bilag"
    )
    known = {each.casefold() for each in taken}
    number = 1
    name = f"{BESIDE}/{stem}{ending}"
    while name.casefold() in known:
        number += 1
        name = f"{BESIDE}/{stem} ({number}){ending}"
    return name


def _clean(name: str) -> str:
    said = unicodedata.normalize("NFC", name)
    return "".join(
        "-" if FORBIDDEN.match(each) else each for each in said if unicodedata.category(each)[0] != "C"
    )


def _page(pack: Pack) -> bytes:
    engine = Engine(dirs=[str(FOLDER)])
    context = {
        "style": mark_safe(f"<style>{(FOLDER / 'tablet.css').read_text(encoding='utf-8')}</style>"),
        "title": words.document_title(pack),
        "document": words.DOCUMENTS[pack.document],
        "pack": pack,
        "facts": words.facts(pack),
        "people": [words.person(each) for each in pack.participants],
        "apologies": [words.person(each) for each in pack.apologies],
        "places": [
            {
                "place": place,
                "item": place.item,
                "title": words.title(place.item),
                "signs": words.signs(place.item),
                "circumstances": " · ".join(words.circumstances(place.item)),
                "clauses": [
                    (text, [_decision(each) for each in decisions]) for text, decisions in place.item.clauses
                ],
                "decisions": [_decision(each) for each in place.item.decisions_on_the_whole],
                "actions": [
                    (each.what, words.doers(each.who), day(each.due) if each.due else "")
                    for each in place.item.actions
                ],
                "papers": words.papers(place.item),
            }
            for place in pack.places
        ],
    }
    text = engine.get_template("tablet.html").render(Context(context))
    return text.encode("utf-8", "replace")


def _decision(decision: PackDecision) -> tuple[str, str]:
    return words.decided(decision), decision.text
