"""Every fact of a document with how it was found and the words it stands on. In Danish, as the documents are."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from samstyr.cli.reading_overview import WORDS
from samstyr.reading.record import Caution, Fact, ItemFact, Meeting, Minutes, plain
from samstyr.reading.rule_words import sentence

AROUND: Final = 40  # characters shown on each side of a fact's words
LONGEST: Final = 300  # characters of the words themselves; the middle of longer ones is left out
KINDS: Final = {
    "meeting": "Møde",
    "participants": "Person",
    "items": "Punkt",
    "recommendations": "Indstilling",
    "decisions": "Beslutning",
    "actions": "Opfølgning",
    "status_changes": "Lys",
    "observations": "Måling",
    "missing_data": "Manglende data",
    "incidents": "Nedbrud",
    "consultations": "Høring",
    "next_meeting": "Næste møde",
    "unlisted_speakers": "Taler uden for listen",
    "warnings": "Bemærk",
}
# Fields that say nothing to a reader, or that are said otherwise.
LEFT_OUT: Final = {"span", "rule", "body", "quote", "kind_from", "parent", "item", "item_index"}
FLAGS: Final = {
    "closed": "lukket",
    "with_remarks": "med bemærkninger",
    "series_break": "brud i tidsserien",
    "approximate": "omtrentlig tid",
}


def explain(file: str, text: str, record: Minutes) -> None:
    """Print every fact to standard output: what was read, how, where, and the words in context."""
    console = Console(highlight=False, soft_wrap=True)
    facts = list(_facts(record))
    console.print(Text(file, "bold"), Text(f"{len(facts)} oplysninger", "dim"))
    for kind, fact in facts:
        console.print()
        console.print(Text(KINDS[kind], "bold"), Text(_values(fact)))
        console.print(Text(f"  {sentence(fact.rule) or 'Fundet af reglen.'} [{fact.rule}]"))
        if fact.span is not None:
            console.print(
                Text(f"  Tegn {fact.span[0]}–{fact.span[1]}: ", "dim").append(_words(text, fact.span))
            )


def _facts(record: Minutes) -> Iterator[tuple[str, Fact | Meeting]]:
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, Fact) or (isinstance(value, Meeting) and value.span is not None):
            yield each.name, value
        elif isinstance(value, tuple):
            yield from ((each.name, fact) for fact in value)


def _values(fact: Fact | Meeting) -> str:
    """Answer what was read, in the order of the fact's fields; nothing that the text does not say."""
    said = [f"pkt. {fact.item}"] if isinstance(fact, ItemFact) and fact.item else []
    for each in fields(fact):
        value = getattr(fact, each.name)
        if isinstance(fact, Caution) and each.name == "code":
            continue
        if each.name not in LEFT_OUT and value not in (None, (), False, ""):
            said.append(FLAGS[each.name] if value is True else _word(value))
    return " · ".join(said)


def _word(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return WORDS.get(value, str(plain(value)))


def _words(text: str, span: tuple[int, int]) -> Text:
    """Answer the words at a span between those around them, on one line."""
    start, end = span
    said = text[start:end]
    if len(said) > LONGEST:
        said = f"{said[: LONGEST // 2]} […] {said[-LONGEST // 2 :]}"
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    shown = Text("…" if start > AROUND else "", "dim")
    shown.append(_line(before), "dim").append("»" + _line(said).strip() + "«", "bold")
    return shown.append(_line(after) + ("…" if end + AROUND < len(text) else ""), "dim")


def _line(text: str) -> str:
    return " ".join(text.split("\n")).replace("\r", "").replace("\t", " ")
