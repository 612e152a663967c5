"""What is written under an item, cut into the parts its small headings make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samstyr.reading.decision_words import BODY
from samstyr.reading.document import Document, Line, Paragraph, Passage, Sentence
from samstyr.reading.labels import Part, find_label
from samstyr.reading.persons import read_entry

_RESOLVES = re.compile(rf"{BODY}\b[^.:]{{0,80}}?\s(?:anbefaler|indstiller|foreslår)\b", re.IGNORECASE)
_CONCLUDES = re.compile(r"(?:mødets )?konklusion", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs under one small heading, ``heading`` (None before the first); ``forum``: whose it is."""

    part: Part
    heading: str | None
    forum: str | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def labelled(self) -> bool:
        return self.heading is not None

    def sentences(self) -> Iterator[Sentence]:
        for paragraph in self.paragraphs:
            yield from paragraph.sentences


@dataclass(frozen=True, slots=True)
class Body:
    """The item's number and place in the list (both None where there are no items), and its parts."""

    number: str | None
    index: int | None
    title: str | None
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        for block in self.blocks:
            yield from block.paragraphs

    def sentences(self) -> Iterator[Sentence]:
        for block in self.blocks:
            yield from block.sentences()

    @property
    def is_decided(self) -> bool:
        """Whether a small heading says where the decision is."""
        return any(block.part is Part.DECISION for block in self.blocks)

    def told(self) -> Iterator[Block]:
        """The parts that tell what happened at the meeting, the case's own background left out.

        What stands before a heading *Beslutning* is the case; before a *Konklusion* it is the debate.
        """
        cases = any(
            block.part is Part.DECISION and not _CONCLUDES.match(block.heading or "") for block in self.blocks
        )
        for block in self.blocks:
            if block.part in {Part.DECISION, Part.MINUTES, Part.ACTIONS} and (block.labelled or not cases):
                yield block


def line_of(passage: Passage, line: Line) -> Line:
    """Some of a line's words as a line."""
    return replace(line, passage=passage, bullet=False, gap=line.gap)


def body_of(
    document: Document,
    lines: Sequence[Line],
    number: str | None = None,
    index: int | None = None,
    title: str | None = None,
) -> Body:
    """Lines as the body of an item, a new block at each small heading."""
    blocks: list[Block] = []
    part, heading, forum = Part.MINUTES, None, None
    before: tuple[Part, str | None, str | None] | None = None
    run: list[Line] = []

    def close() -> None:
        if run or heading is not None:
            blocks.append(Block(part, heading, forum, tuple(document.paragraphs(run))))

    for line in lines:
        label = find_label(line.text)
        if label is not None and part is Part.DECISION and _RESOLVES.match(line.text):
            label = None  # "Udvalget anbefaler, at …" under a decision is what was decided
        if label is None:
            if before is not None and not _is_attendance(line):
                # A list of the absent within a decision ends where the decision's own words begin.
                close()
                (part, heading, forum), before, run = before, None, []
            run.append(line)
            continue
        close()
        before = None
        if label.part is Part.ATTENDANCE and part is Part.DECISION:
            before = (part, heading, forum)
        part, heading, forum, run = label.part, line.text[: label.rest], label.forum, []
        if label.rest is not None:
            run.append(line_of(line.passage.part(label.rest), line))
        elif label.part is Part.RECOMMENDATION and line.text.endswith(("at", "at:", ",")):
            run.append(line)
    close()
    return Body(number, index, title, tuple(lines), tuple(blocks))


def _is_attendance(line: Line) -> bool:
    return (
        line.bullet
        or read_entry(line.passage) is not None
        or line.text.lower().strip(".") in {"ingen", "alle"}
    )
