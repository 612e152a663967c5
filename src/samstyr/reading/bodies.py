"""What is written under an item, cut into the parts its small headings make."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from samstyr.reading.document import Document, Line, Paragraph, Passage, Sentence
from samstyr.reading.labels import Part, find_label


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs under one small heading; ``labelled`` False before the first one. ``forum``: whose part it
    is.
    """

    part: Part
    labelled: bool
    forum: str | None
    paragraphs: tuple[Paragraph, ...]

    def sentences(self) -> Iterator[Sentence]:
        for paragraph in self.paragraphs:
            yield from paragraph.sentences()


@dataclass(frozen=True, slots=True)
class Body:
    """The item's number and place in the list (both None where there are no items), and its parts."""

    number: str | None
    index: int | None
    title: str | None
    blocks: tuple[Block, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        for block in self.blocks:
            yield from block.paragraphs

    def sentences(self) -> Iterator[Sentence]:
        for block in self.blocks:
            yield from block.sentences()

    def told(self) -> Iterator[Block]:
        """The parts that tell what happened at the meeting, the case's own background left out."""
        decided = any(block.part is Part.DECISION for block in self.blocks)
        for block in self.blocks:
            if block.part in {Part.DECISION, Part.MINUTES, Part.ACTIONS} and (block.labelled or not decided):
                yield block


def line_of(passage: Passage, line: Line) -> Line:
    """Some of a line's words as a line."""
    return replace(line, passage=passage, bullet=False, gap=line.gap)


def blocks_of(document: Document, lines: list[Line]) -> tuple[Block, ...]:
    """Lines as blocks, a new one at each small heading."""
    blocks: list[Block] = []
    part, labelled, forum = Part.MINUTES, False, None
    run: list[Line] = []

    def close() -> None:
        if run or labelled:
            blocks.append(Block(part, labelled, forum, tuple(document.paragraphs(run))))

    for line in lines:
        label = find_label(line.text)
        if label is None:
            run.append(line)
            continue
        close()
        part, labelled, forum, run = label.part, True, label.forum, []
        if label.rest is not None:
            run.append(line_of(line.passage.part(label.rest), line))
        elif label.part is Part.RECOMMENDATION and line.text.endswith(("at", "at:", ",")):
            run.append(line)
    close()
    return tuple(blocks)
