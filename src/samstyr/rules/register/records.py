"""The entries of a register as frozen records, one class for each list of the contract.

A record puts itself in order when it is made (seats, meetings and other lists sorted, numbers in one form),
so that two records with the same content are equal whoever made them, in whatever order. Records trust their
maker: what a document may say is checked where it is read (`parse`). Source: contract of the register,
"Keys".
"""

import datetime
from dataclasses import dataclass

from samstyr.rules.register.condition import Condition, settled, when_key
from samstyr.rules.register.validity import ALWAYS, Validity
from samstyr.rules.register.words import (
    REQUIRED_BY_DEFAULT,
    Act,
    DecisionRule,
    Effect,
    ForumKind,
    InstrumentKind,
    Level,
    LintRule,
    PartyKind,
    Role,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where it is written: a document and, in it, a section."""

    document: str
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What may stand on any entry: other names, where it is written, a note."""

    aliases: tuple[str, ...] = ()
    source: Source | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.aliases:
            object.__setattr__(self, "aliases", tuple(sorted(set(self.aliases))))


NO_REMARKS = Remarks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Remarks):
    """A side, never its association."""

    id: str
    name: str
    kind: PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Remarks):
    """A legal body that belongs to a party; `replaces` is the organisation whose work it took over."""

    id: str
    name: str
    party: str
    short: str | None = None
    replaces: str | None = None
    valid: Validity = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Remarks):
    """A legal basis: law, agreement, terms of reference, …; `eli` is its European Legislation Identifier."""

    id: str
    name: str
    kind: InstrumentKind
    date: datetime.date | None = None
    eli: str | None = None
    valid: Validity = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Remarks):
    """A length of time: a number of days in a unit, or of hours (a notice only); exactly one is set."""

    days: int | None = None
    hours: int | None = None
    unit: Unit = Unit.WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPerYear(Remarks):
    """How many meetings a calendar year should have, both ends included; an end that is None is open."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Remarks):
    """Who must be there: a number of seats or of parties, or a share 0-1 of the seats; exactly one is set."""

    seats: int | None = None
    parties: int | None = None
    share: int | float | None = None

    def __post_init__(self) -> None:
        Remarks.__post_init__(self)
        if self.share is not None:
            object.__setattr__(self, "share", settled(self.share))


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Remarks):
    """How a forum works; what is None is not laid down."""

    papers_before: Length | None = None
    minutes_within: Length | None = None
    extraordinary_notice: Length | None = None
    meetings_per_year: MeetingsPerYear | None = None
    quorum: Quorum | None = None
    rule: DecisionRule | None = None
    written: Length | None = None
    handover: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Remarks):
    """Seats that an organisation holds in a forum, in one role."""

    organisation: str
    role: Role = Role.MEMBER
    count: int = 1
    name: str | None = None
    valid: Validity = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing(Remarks):
    """A party's own body that is heard before the forum sits: it takes a length of time, or it sits."""

    party: str
    body: str
    takes: Length | None = None
    sits: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishedBy(Remarks):
    """What set a forum up: an instrument or another forum; exactly one is set."""

    instrument: str | None = None
    forum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(Remarks):
    """A body that meets."""

    id: str
    name: str
    level: Level
    kind: ForumKind
    acts_as: tuple[str, ...] = ()
    parent: str | None = None
    established_by: EstablishedBy | None = None
    terms_of_reference: str | None = None
    party: str | None = None
    valid: Validity = ALWAYS
    seats: tuple[Seat, ...] = ()
    procedure: Procedure | None = None
    hearings: tuple[Hearing, ...] = ()
    meetings: tuple[datetime.date, ...] = ()

    def __post_init__(self) -> None:
        Remarks.__post_init__(self)
        if len(self.seats) > 1:
            object.__setattr__(self, "seats", tuple(sorted(self.seats, key=_seat_order)))
        if self.hearings:
            object.__setattr__(self, "hearings", tuple(sorted(self.hearings, key=lambda h: h.body)))
        if self.meetings:
            object.__setattr__(self, "meetings", tuple(sorted(self.meetings)))
        if self.acts_as:
            object.__setattr__(self, "acts_as", tuple(sorted(self.acts_as)))
        if self.procedure is not None and self.procedure == NO_PROCEDURE:
            object.__setattr__(self, "procedure", None)


NO_PROCEDURE = Procedure()


def _seat_order(seat: Seat) -> tuple[object, ...]:
    """Organisation, role and validity; seats that share all these (an overlap) by whatever else they say."""
    rest = (
        seat.count,
        seat.name or "",
        seat.note or "",
        seat.aliases,
        repr(seat.source) if seat.source else "",
    )
    return (seat.organisation, seat.role, *_dates(seat.valid), *rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Remarks):
    """A matter; `binds` are the parties that a decision on it binds (not inherited by the subjects below
    it).
    """

    id: str
    name: str
    parent: str | None = None
    binds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Remarks.__post_init__(self)
        if self.binds:
            object.__setattr__(self, "binds", tuple(sorted(self.binds)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis(Remarks):
    """The instrument a mandate rests on, and where in it."""

    instrument: str
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Remarks):
    """What a forum may (or may not) do about a subject, towards whom, when, and on what basis.

    `required` is None where nothing else than the act's own rule is said: ask `is_required`.
    """

    id: str
    forum: str
    act: Act
    subject: str
    to: str | None = None
    when: tuple[Condition, ...] = ()
    effect: Effect = Effect.MAY
    required: bool | None = None
    joint: bool = False
    basis: Basis | None = None
    name: str | None = None
    valid: Validity = ALWAYS

    def __post_init__(self) -> None:
        if self.aliases:
            Remarks.__post_init__(self)
        if self.when:
            object.__setattr__(self, "when", tuple(sorted(self.when, key=lambda c: c.fact)))
        if self.required is not None and self.required == (self.act in REQUIRED_BY_DEFAULT):
            object.__setattr__(self, "required", None)

    @property
    def is_required(self) -> bool:
        """Whether the recipient waits for the act: as said, else true except for advice and what is no
        prerequisite.
        """
        return self.act in REQUIRED_BY_DEFAULT if self.required is None else self.required

    @property
    def permits(self) -> bool:
        """Whether this is a permission, not a denial."""
        return self.effect == Effect.MAY

    @property
    def when_key(self) -> str:
        """One text for all conditions that say the same, `""` for none (the "same when" of lint rule G12)."""
        return when_key(self.when) if self.when else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Remarks):
    """Something a forum must do: in certain months of the year, or every so often from `valid.start`."""

    id: str
    name: str
    forum: str
    act: Act
    subject: str | None = None
    months: tuple[int, ...] = ()
    every: str | None = None
    by: str | None = None
    valid: Validity = ALWAYS

    def __post_init__(self) -> None:
        Remarks.__post_init__(self)
        if self.months:
            object.__setattr__(self, "months", tuple(sorted(self.months)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency(Remarks):
    """A system that another one needs, and since when and until when."""

    system: str
    valid: Validity = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Remarks):
    """A shared system, the organisation that manages it and the one that runs it."""

    id: str
    name: str
    manager: str | None = None
    operator: str | None = None
    depends_on: tuple[Dependency, ...] = ()
    valid: Validity = ALWAYS

    def __post_init__(self) -> None:
        Remarks.__post_init__(self)
        if self.depends_on:
            ordered = sorted(self.depends_on, key=lambda d: (d.system, *_dates(d.valid)))
            object.__setattr__(self, "depends_on", tuple(ordered))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand(Remarks):
    """A forum whose portfolio an initiative stands in, and since when and until when."""

    forum: str
    valid: Validity = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Remarks):
    """Something the parties agreed to carry out; `code` is its number in the agreement."""

    id: str
    name: str
    code: str | None = None
    lead: str | None = None
    portfolios: tuple[Stand, ...] = ()
    instrument: str | None = None
    system: str | None = None

    def __post_init__(self) -> None:
        Remarks.__post_init__(self)
        if self.portfolios:
            ordered = sorted(self.portfolios, key=lambda s: (s.forum, *_dates(s.valid)))
            object.__setattr__(self, "portfolios", tuple(ordered))

    @property
    def title(self) -> str:
        """Its number in the agreement, where it has one, and its name."""
        return f"{self.code} {self.name}" if self.code else self.name


def _dates(valid: Validity) -> tuple[datetime.date, datetime.date]:
    return (valid.start or datetime.date.min, valid.until or datetime.date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Remarks):
    """A finding that somebody accepts, why, and up to (not including) which day; `id` is the finding's id."""

    rule: LintRule
    id: str
    reason: str
    party: str | None = None
    until: datetime.date | None = None
    name: str | None = None

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What tells acceptances apart: rule, id and party."""
        return (str(self.rule), self.id, self.party)
