"""What lies outside a forum's mandate goes on only with a reason, and the reason is kept.

The check itself is `rules.mandate`; here is what follows from its answer. Nothing is asked where an item or a
decision takes no power, or where no subject is chosen: then there is no check.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samstyr.rules.mandate import Check
from samstyr.rules.register import POWER, Act
from samstyr.rules.verdict import Allowed, CheckVerdict, Denied, Verdict


class Stage(StrEnum):
    """Where somebody went on outside the mandate: sending the agenda, or recording what was decided."""

    AGENDA = "agenda"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What an item asks of its forum, or what a decision under it amounts to.

    `item` is the item's key; `clause` the place of the recommendation that a decision answers, from 0, None for the
    item as a whole; `forum` the one that acts, in whatever role.
    """

    item: int
    stage: Stage
    clause: int | None
    act: Act
    forum: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A deed with what the mandate check says of it; `number` is the item's, as people call it."""

    deed: Deed
    number: str
    check: Check

    @property
    def needs_reason(self) -> bool:
        """Whether it lies outside the mandate: denied, somebody else's, or nobody's."""
        return self.check.verdict != CheckVerdict.WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a reason that was given is about, and what the check said then."""

    deed: Deed
    verdict: CheckVerdict


def concerns(kept: Kept, deed: Deed) -> bool:
    """Tell whether a reason was given for this: the same power of the same forum on the same subject.

    To decide and to approve are one power. A reason given with the agenda holds for every decision under the item; one
    given for a decision holds for that recommendation alone.
    """
    given = kept.deed
    same_power = given.act == deed.act or (given.act in POWER and deed.act in POWER)
    same_place = given.stage == Stage.AGENDA or (given.stage, given.clause) == (deed.stage, deed.clause)
    same_matter = (given.item, given.forum, given.subject) == (deed.item, deed.forum, deed.subject)
    return same_power and same_place and same_matter


def covers(kept: Kept, asked: Asked) -> bool:
    """Tell whether a reason that was given is enough: it concerns the deed, and the check says what it said then."""
    return kept.verdict == asked.check.verdict and concerns(kept, asked.deed)


def outside(asked: Iterable[Asked], kept: Sequence[Kept]) -> tuple[Asked, ...]:
    """Answer what lies outside the mandate and nobody has given a reason for, in the order it is asked."""
    return tuple(
        each for each in asked if each.needs_reason and not any(covers(reason, each) for reason in kept)
    )


def may_send(asked: Iterable[Asked], kept: Sequence[Kept]) -> Verdict:
    """Tell whether an agenda, or minutes, may be sent.

    Denied code: `outside-mandate`, with `stage` and `items`: the number of each item concerned and what the check says
    of it, in Danish, each once.
    """
    found = outside(asked, kept)
    if not found:
        return Allowed()
    items = tuple(dict.fromkeys((each.number, each.check.reason) for each in found))
    return Denied("outside-mandate", {"stage": found[0].deed.stage, "items": items})


def may_override(asked: Iterable[Asked], kept: Sequence[Kept]) -> Verdict:
    """Tell whether there is something to give a reason for.

    Denied code: `nothing-to-override`.
    """
    return Allowed() if outside(asked, kept) else Denied("nothing-to-override")
