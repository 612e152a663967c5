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
class Asked:
    """What an item asks of its forum, or a decision drafted under it, with what the mandate check says of it.

    `item` is its key, `number` as people call it; `clause` the place of the recommendation the decision answers, from
    0, None for the item as a whole; `forum` the one that acts, in whatever role.
    """

    item: int
    number: str
    stage: Stage
    clause: int | None
    act: Act
    forum: str
    subject: str
    check: Check

    @property
    def needs_reason(self) -> bool:
        """Whether it lies outside the mandate: denied, somebody else's, or nobody's."""
        return self.check.verdict != CheckVerdict.WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a reason that was given is about."""

    item: int
    stage: Stage
    clause: int | None
    act: Act
    forum: str
    subject: str
    verdict: CheckVerdict


def covers(kept: Kept, asked: Asked) -> bool:
    """Tell whether a reason was given for just this: the same power, forum and subject, and the same verdict.

    To decide and to approve are one power. A reason given with the agenda holds for every decision under the item; one
    given for a decision holds for that recommendation alone.
    """
    same_act = kept.act == asked.act or (kept.act in POWER and asked.act in POWER)
    same_place = kept.stage == Stage.AGENDA or (kept.stage, kept.clause) == (asked.stage, asked.clause)
    about = (asked.item, asked.forum, asked.subject, asked.check.verdict)
    return same_act and same_place and (kept.item, kept.forum, kept.subject, kept.verdict) == about


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
    return Denied("outside-mandate", {"stage": found[0].stage, "items": items})


def may_override(asked: Asked | None, kept: Sequence[Kept]) -> Verdict:
    """Tell whether there is something to give a reason for; `asked` is None where nothing is checked.

    Denied code: `nothing-to-override`.
    """
    if asked is not None and outside([asked], kept):
        return Allowed()
    return Denied("nothing-to-override")
