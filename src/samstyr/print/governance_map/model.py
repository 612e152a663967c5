"""What the map shows, before anything has a place: rooms, the lines between them, and what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyr.rules.register import Act


class Lane(StrEnum):
    """The columns of the map: whose forum it is. A forum of several parties, or of unknown ones, is joint."""

    STATE = "state"
    JOINT = "joint"
    REGIONS = "regions"
    MUNICIPALITIES = "municipalities"
    PRACTICE = "practice"
    OTHERS = "others"


class Row(StrEnum):
    """The rows of the map, from the top; those from `REGIONAL_POLITICAL` lie below the line."""

    POLITICAL = "political"
    BOARDS = "boards"
    STEERING = "steering"
    ADVISORY = "advisory"
    PROJECT = "project"
    REGIONAL_POLITICAL = "regional-political"
    REGIONAL_STEERING = "regional-steering"
    REGIONAL_GROUPS = "regional-groups"


BELOW_THE_LINE = (Row.REGIONAL_POLITICAL, Row.REGIONAL_STEERING, Row.REGIONAL_GROUPS)


class Bond(StrEnum):
    """What ties two rooms together besides an act of one towards the other."""

    HEARD = "heard"
    ROLE = "role"


class Change(StrEnum):
    """How something stands to the day compared with."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


class Family(StrEnum):
    """Ways of drawing a line, the weightiest first: its stroke and its head tell acts apart without colour."""

    BRINGS = "brings"
    RATIFIES = "ratifies"
    ESCALATES = "escalates"
    ADVISES = "advises"
    TELLS = "tells"
    OTHER = "other"
    UNDER = "under"


FAMILY_OF: Mapping[str, Family] = {
    Act.RECOMMEND: Family.BRINGS,
    Act.PREPARE: Family.BRINGS,
    Act.ASSURE: Family.BRINGS,
    Act.RATIFY: Family.RATIFIES,
    Act.ESCALATE: Family.ESCALATES,
    Act.ADVISE: Family.ADVISES,
    Bond.HEARD: Family.ADVISES,
    Act.REPORT: Family.TELLS,
    Act.INFORM: Family.TELLS,
    Bond.ROLE: Family.OTHER,
}

# In what order the acts of one line are named.
NAMING_ORDER: tuple[str, ...] = (
    *(Act.RECOMMEND, Act.PREPARE, Act.ASSURE, Act.ESCALATE, Act.RATIFY, Act.ADVISE, Bond.HEARD),
    *(Act.REPORT, Act.INFORM, Act.DECIDE, Act.APPROVE, Act.DRAFT, Act.DISCUSS, Act.MONITOR, Act.APPOINT),
    *(Act.ESTABLISH, Bond.ROLE),
)


@dataclass(frozen=True, slots=True)
class View:
    """What somebody asked to see.

    `before`: the day to compare with, or None. `region`: the organisation whose regional fora are shown (""
    for all of them), or None for none; `national`: whether the fora above the line are shown. No acts, no
    subject and no party mean all of them.
    """

    on: date
    before: date | None = None
    national: bool = True
    region: str | None = ""
    acts: frozenset[str] = frozenset()
    subject: str | None = None
    party: str | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether something else than preset and days narrows the view."""
        return bool(self.acts or self.subject or self.party)


@dataclass(frozen=True, slots=True)
class Relation:
    """That a forum does something towards another forum or an organisation, from one room to another.

    `act` is an `Act` or a `Bond`; `mandate` is what it rests on, None for a bond; `subject` None for a bond.
    """

    source: str
    act: str
    target: str
    subject: str | None = None
    mandate: str | None = None
    change: Change = Change.SAME


@dataclass(frozen=True, slots=True)
class Room:
    """A forum, or an organisation that some forum acts towards.

    `id` is `fora/…` or `organisations/…`; `parties` the ids of the parties with a say, none where they are
    unknown; `findings` how many open findings of the lint name it.
    """

    id: str
    name: str
    caption: str
    lane: Lane
    row: Row
    parties: tuple[str, ...] = ()
    parent: str | None = None
    findings: int = 0
    change: Change = Change.SAME

    @property
    def is_organisation(self) -> bool:
        """Whether this is an organisation, not a forum."""
        return self.id.startswith("organisations/")

    @property
    def key(self) -> str:
        """The id within its list."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Mark:
    """One act on a line, in words, and how it changed."""

    text: str
    change: Change = Change.SAME


@dataclass(frozen=True, slots=True)
class Line:
    """Everything between two rooms, as one line: what `a` does towards `b`, and `b` towards `a`.

    `child` is the one of the two that hangs under the other, or None.
    """

    a: str
    b: str
    family: Family
    forth: tuple[Mark, ...] = ()
    back: tuple[Mark, ...] = ()
    child: str | None = None
    change: Change = Change.SAME

    def points_at(self, room: str) -> bool:
        """Whether something is done towards this one of the two."""
        return bool(self.back if room == self.a else self.forth)


@dataclass(frozen=True, slots=True)
class PartyMark:
    """A party's short text and the kind its colour is chosen by."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class MapModel:
    """A map without places. `relations` holds also what can't be drawn: towards a forum not in the view."""

    view: View
    rooms: Mapping[str, Room]
    lines: tuple[Line, ...]
    relations: tuple[Relation, ...]
    parties: Mapping[str, PartyMark]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of the map in one language; the layout needs their widths.

    `acts`: by act or bond; `kinds`: of fora; `legend`: what a way of drawing a line says; `findings`: how a
    number of findings is written; `badge` and `ring`: what these signs say.
    """

    acts: Mapping[str, str]
    kinds: Mapping[str, str]
    lanes: Mapping[Lane, str]
    rows: Mapping[Row, str]
    legend: Mapping[Family, str]
    organisation: str
    seats_unknown: str
    no_fora: str
    several_parties: str
    new: str
    gone: str
    findings: str
    badge: str
    ring: str
