"""How a pack says things in Danish: one wording for PDF and Word."""

import unicodedata
from typing import Final

from samstyr.print.danish_words import enumerated, hours, weekday_and_day
from samstyr.print.pack.content import Document, Pack, PackDecision, PackItem, PackPerson

DOCUMENTS: Final = {
    Document.AGENDA: "Dagsorden",
    Document.PACK: "Mødemateriale",
    Document.MINUTES: "Beslutningsreferat",
}
CLOSED: Final = "Lukket punkt"
SUPPLEMENTARY: Final = "Tillægsdagsorden"
RECOMMENDATION: Final = "Indstilling"
DECISION: Final = "Beslutning"
OUTSIDE: Final = "Uden for kompetencen"
NO_ITEMS: Final = "Der er ingen punkter på dagsordenen."


def document_title(pack: Pack) -> str:
    """Answer the title of the file: what it is, whose, and of which day."""
    day = weekday_and_day(pack.date) if pack.date else ""
    return ", ".join(part for part in (f"{DOCUMENTS[pack.document]}: {pack.forum}", day, pack.state) if part)


def facts(pack: Pack) -> list[tuple[str, str]]:
    """Answer the label and the words of what is known about the meeting."""
    lines = [
        ("Dato", weekday_and_day(pack.date).capitalize() if pack.date else ""),
        ("Tid", hours(pack.start, pack.end).capitalize()),
        ("Sted", pack.place),
    ]
    return [(label, text) for label, text in lines if text]


def person(each: PackPerson) -> str:
    """Answer a person with organisation and role."""
    return ", ".join(part for part in (each.name, each.organisation, each.role) if part)


def title(item: PackItem) -> str:
    """Answer an item's title with its marker; of a closed item the viewer may not see only that it is closed."""
    if not item.seen:
        return CLOSED
    marker = item.marker if item.marker.startswith("(") or not item.marker else f"({item.marker})"
    return " ".join(part for part in (short_title(item), marker) if part)


def short_title(item: PackItem) -> str:
    """Answer an item's title without its marker."""
    return named(item.title) if item.seen else CLOSED


def named(name: str) -> str:
    """Answer a name, or that there is none: a heading or a link nobody sees leads nowhere."""
    seen = any(unicodedata.category(letter)[0] in "LNPS" for letter in name)
    return name if seen else "(uden navn)"


def signs(item: PackItem) -> list[str]:
    """Answer what a reader must know about an item besides its title."""
    if not item.seen:
        return []
    lines = [
        CLOSED if item.closed else "",
        SUPPLEMENTARY if item.supplementary else "",
        f"Ændret efter udsendelse: {item.changed_note}" if item.changed_note else "",
    ]
    return [line for line in lines if line]


def circumstances(item: PackItem) -> list[str]:
    """Answer who presents an item and how long it is expected to take."""
    lines = [
        f"Forelægges af {item.presenter}" if item.presenter else "",
        f"Forventet tid: {item.minutes_estimated} min." if item.minutes_estimated else "",
    ]
    return [line for line in lines if line]


def decided(decision: PackDecision) -> str:
    """Answer the kind of decision as the beginning of a sentence."""
    verb = decision.verb.strip()
    return verb[:1].upper() + verb[1:] + ("" if verb.endswith(".") else ".") if verb else ""


def papers(item: PackItem) -> list[tuple[str, str]]:
    """Answer heading and text of each part of the paper that has one."""
    parts = [
        ("Baggrund", item.background),
        ("Sagsfremstilling", item.presentation),
        ("Økonomi", item.economy),
        ("Videre proces", item.further),
    ]
    return [(heading, text) for heading, text in parts if text.strip()]


def doers(who: tuple[str, ...]) -> str:
    """Answer who does what follows."""
    return enumerated(who)


def paragraphs(text: str) -> list[str]:
    """Answer the paragraphs of a plain text: empty lines part them, single line breaks stay inside."""
    blocks = "\n".join(line.rstrip() for line in text.splitlines()).split("\n\n")
    return [block.strip("\n") for block in blocks if block.strip()]
