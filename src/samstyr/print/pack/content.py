"""What a board pack holds, as it is handed in: nothing here asks a database, and nothing here is in a file format.

Agenda, pack and minutes are the same document (docs/adr/0012): minutes are an agenda whose items have decisions.
"""

import datetime
import re
from dataclasses import dataclass, field, fields
from enum import StrEnum
from itertools import groupby


class Document(StrEnum):
    """What the document is called. Only a pack lets every item begin on a page of its own."""

    AGENDA = "agenda"
    PACK = "pack"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class PackAttachment:
    """A file that belongs to an item. `label`: "Bilag 6.1".

    `content`: None if the file is to be named only, as in most minutes; `url`: where the page links to, if anywhere.
    """

    label: str
    title: str
    filename: str
    media_type: str
    content: bytes | None = field(default=None, repr=False)
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PackDecision:
    """What was decided. `verb`: the kind of decision in words; `clause`: the clause it answers, from 1, or all."""

    verb: str
    text: str = ""
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class PackStatement:
    """A dissent or a remark, and whose it is."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class PackAction:
    """What follows, for whom, by when."""

    what: str
    who: tuple[str, ...] = ()
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class PackPerson:
    """Someone who was asked to the meeting. `role`: "formand", "gæst, punkt 4"."""

    name: str
    organisation: str = ""
    role: str = ""


# What an item keeps that the viewer may not see: its place on the agenda, and nothing of what it is about.
KEPT_UNSEEN = frozenset({"number", "level", "section", "seen"})


@dataclass(frozen=True, slots=True)
class PackItem:
    """An item of the agenda.

    `marker`: "(B)", "(O)", "drøftelse" or ""; `section`: the role the forum sits in, or ""; `level`: 1 for 2.1.
    `recommendation`: the "at …" clauses, without numbers; `verdict`: what the mandate check says;
    `overrides`: what lay outside the mandate, each with the reason why it went on.
    `changed_note`: what was changed after the agenda was sent. Texts are plain, with empty lines between paragraphs.
    An item that is not `seen` empties itself: whatever is handed in with it, no version of the pack can show it.
    """

    number: str
    title: str
    marker: str = ""
    closed: bool = False
    seen: bool = True
    presenter: str = ""
    minutes_estimated: int | None = None
    supplementary: bool = False
    changed_note: str = ""
    level: int = 0
    section: str = ""
    recommendation: tuple[str, ...] = ()
    verdict: str = ""
    overrides: tuple[str, ...] = ()
    background: str = ""
    presentation: str = ""
    economy: str = ""
    further: str = ""
    attachments: tuple[PackAttachment, ...] = ()
    text: str = ""
    decisions: tuple[PackDecision, ...] = ()
    dissents: tuple[PackStatement, ...] = ()
    remarks: tuple[PackStatement, ...] = ()
    actions: tuple[PackAction, ...] = ()

    def __post_init__(self) -> None:
        if self.seen:
            return
        for each in fields(self):
            if each.name not in KEPT_UNSEEN:
                object.__setattr__(self, each.name, "" if each.name == "title" else each.default)
        object.__setattr__(self, "closed", True)

    def decisions_on(self, clause: int | None) -> tuple[PackDecision, ...]:
        """Answer the decisions on one clause, or (None) those on the item as a whole.

        A decision on a clause that isn't there counts as one on the whole, so that none is lost.
        """
        known = range(1, len(self.recommendation) + 1)
        return tuple(
            each for each in self.decisions if (each.clause if each.clause in known else None) == clause
        )

    @property
    def clauses(self) -> tuple[tuple[str, tuple[PackDecision, ...]], ...]:
        """Answer each clause with the decisions on it."""
        return tuple((text, self.decisions_on(n)) for n, text in enumerate(self.recommendation, 1))

    @property
    def decisions_on_the_whole(self) -> tuple[PackDecision, ...]:
        """Answer the decisions that answer no clause by itself."""
        return self.decisions_on(None)


@dataclass(frozen=True, slots=True)
class PackSection:
    """Items that follow each other in the same role of the forum."""

    role: str
    items: tuple[PackItem, ...]


@dataclass(frozen=True, slots=True)
class PackPlace:
    """An item where it stands on a page: its anchor, its neighbours, and the role whose section it opens."""

    item: PackItem
    anchor: str
    previous: str = ""
    next: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A meeting's agenda, pack or minutes, as one viewer may see it.

    `state`: a word such as "udkast"; `subtitle`: what else belongs to the title ("Ekstraordinært møde");
    `notes`: lines for the front page; `made`: when the document was put together, with time zone.
    """

    forum: str
    date: datetime.date | None
    items: tuple[PackItem, ...] = ()
    document: Document = Document.PACK
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str = ""
    subtitle: str = ""
    state: str = ""
    participants: tuple[PackPerson, ...] = ()
    apologies: tuple[PackPerson, ...] = ()
    notes: tuple[str, ...] = ()
    made: datetime.datetime | None = None
    language: str = "da"

    @property
    def sections(self) -> tuple[PackSection, ...]:
        """Answer the items by the role the forum sits in, in the order of the agenda."""
        return tuple(
            PackSection(role, tuple(items)) for role, items in groupby(self.items, lambda each: each.section)
        )

    @property
    def places(self) -> tuple[PackPlace, ...]:
        """Answer the items with anchors made of their numbers; a number that comes again gets a letter more."""
        anchors: list[str] = []
        for item in self.items:
            anchor = "punkt-" + re.sub(r"[^0-9A-Za-z.]", "", item.number).strip(".")
            while anchor in anchors:
                anchor += "x"
            anchors.append(anchor)
        roles = ["", *(item.section for item in self.items)]
        around = ["", *anchors, ""]
        return tuple(
            PackPlace(
                item, anchors[n], around[n], around[n + 2], item.section if item.section != roles[n] else ""
            )
            for n, item in enumerate(self.items)
        )

    @property
    def attachments(self) -> tuple[PackAttachment, ...]:
        """Answer every attachment, in the order of the agenda."""
        return tuple(attachment for item in self.items for attachment in item.attachments)
