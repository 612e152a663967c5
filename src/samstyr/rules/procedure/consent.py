"""When a forum has agreed: votes by party at a meeting, and answers in a written procedure.

The register says which rule a forum decides by. Where it says none, consensus is assumed, and every answer tells so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from samstyr.rules.register import DecisionRule, Instrument, InstrumentKind
from samstyr.rules.verdict import Allowed, Denied, Verdict

Said = TypeVar("Said")

BASIS_FOR_SILENCE: Final = frozenset({InstrumentKind.RULES_OF_PROCEDURE, InstrumentKind.TERMS_OF_REFERENCE})


class Choice(StrEnum):
    """How a party votes."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Vote:
    """A party's vote; a party has one."""

    party: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Carried:
    """The proposal is carried. `is_assumed`: no rule is laid down, consensus was assumed."""

    is_assumed: bool = False

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class NotCarried:
    """The proposal is not carried. `code` is stable and names the reason; `parties` are those it stands on, sorted."""

    code: str
    parties: tuple[str, ...] = ()
    is_assumed: bool = False

    def __bool__(self) -> bool:
        return False


def is_carried(
    rule: DecisionRule | None, votes: Iterable[Vote], entitled: Iterable[str]
) -> Carried | NotCarried:
    """Answer whether the votes of the entitled parties carry a proposal; other votes don't count.

    * consensus: nobody entitled votes against; not voting is not against. `objected`
    * unanimity: every entitled party votes for. `not-all-for`
    * majority: more for than against among the votes cast. Abstaining is not casting a vote, and a tie falls.
      `no-majority`

    With nobody entitled nothing is carried: `nobody-entitled`. Raises ValueError where a party votes twice.
    Source: common rules of procedure; a forum's own rule goes before them.
    """
    parties = frozenset(entitled)
    is_assumed = rule is None
    choices = _one_each((vote.party, vote.choice) for vote in votes)
    by_choice = {
        choice: tuple(sorted(party for party in parties if choices.get(party) == choice)) for choice in Choice
    }
    yes, no = by_choice[Choice.FOR], by_choice[Choice.AGAINST]
    if not parties:
        return NotCarried("nobody-entitled", (), is_assumed)
    match rule or DecisionRule.CONSENSUS:
        case DecisionRule.CONSENSUS if no:
            return NotCarried("objected", no, is_assumed)
        case DecisionRule.UNANIMITY if len(yes) < len(parties):
            return NotCarried("not-all-for", tuple(sorted(parties.difference(yes))))
        case DecisionRule.MAJORITY if len(yes) <= len(no):
            return NotCarried("no-majority", no)
    return Carried(is_assumed)


class Reply(StrEnum):
    """What a party answers in a written procedure."""

    AGREE = "agree"
    COMMENTS = "comments"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Answer:
    """A party's answer; a party has one. Comments can ask that the matter is taken up at a meeting."""

    party: str
    reply: Reply
    demands_meeting: bool = False


class WrittenOutcome(StrEnum):
    """Where a written procedure stands."""

    OPEN = "open"
    CARRIED = "carried"
    NOT_CARRIED = "not-carried"
    NEEDS_MEETING = "needs-meeting"


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """Where a written procedure stands, and on whom that rests; parties are sorted.

    `silent` have not answered, `demanding` want a meeting. `is_assumed`: no rule is laid down.
    """

    outcome: WrittenOutcome
    silent: tuple[str, ...] = ()
    demanding: tuple[str, ...] = ()
    is_assumed: bool = field(default=False, kw_only=True)


def written_result(
    rule: DecisionRule | None,
    answers: Iterable[Answer],
    entitled: Iterable[str],
    *,
    silence_consents: bool,
    deadline_passed: bool,
) -> WrittenResult:
    """Answer where a written procedure stands by the answers of the entitled parties; others don't count.

    An objection, or a wish for a meeting, takes the matter to a meeting at once, whatever the rule. Else the procedure
    is open until everybody has answered or the deadline has passed. Then it is carried

    * by consensus when everybody has answered,
    * by unanimity when everybody agrees (comments alone don't say so),
    * by majority when more than half of those entitled agree: no quorum guards a procedure nobody attends.

    After the deadline, silence is agreement where `silence_consents`, else it is no answer. With nobody entitled
    nothing is carried. Raises ValueError where a party answers twice.
    """
    parties = frozenset(entitled)
    given = [answer for answer in answers if answer.party in parties]
    replies = _one_each((answer.party, answer.reply) for answer in given)
    silent = tuple(sorted(parties - replies.keys()))
    demanding = tuple(
        sorted(answer.party for answer in given if answer.demands_meeting or answer.reply == Reply.OBJECT)
    )
    if demanding:
        outcome = WrittenOutcome.NEEDS_MEETING
    elif silent and not deadline_passed:
        outcome = WrittenOutcome.OPEN
    else:
        agreeing = sum(reply == Reply.AGREE for reply in replies.values())
        commenting = len(replies) - agreeing
        if silence_consents:
            agreeing += len(silent)
        outcome = _written_outcome(rule or DecisionRule.CONSENSUS, agreeing, commenting, len(parties))
    return WrittenResult(outcome, silent, demanding, is_assumed=rule is None)


def _written_outcome(rule: DecisionRule, agreeing: int, commenting: int, entitled: int) -> WrittenOutcome:
    is_carried = {
        DecisionRule.CONSENSUS: agreeing + commenting == entitled,
        DecisionRule.UNANIMITY: agreeing == entitled,
        DecisionRule.MAJORITY: 2 * agreeing > entitled,
    }[rule]
    return WrittenOutcome.CARRIED if is_carried and entitled else WrittenOutcome.NOT_CARRIED


def may_let_silence_consent(basis: Instrument | None, on: date) -> Verdict:
    """Tell whether silence may count as agreement, by the instrument named for it.

    Only rules of procedure or terms of reference that are in force on the day can say so. Denied code:
    `no-basis-for-silence`, with the instrument's name where one was given.
    """
    if basis is None:
        return Denied("no-basis-for-silence")
    if basis.kind not in BASIS_FOR_SILENCE or not basis.valid.covers(on):
        return Denied("no-basis-for-silence", {"instrument": basis.id, "name": basis.name})
    return Allowed()


def _one_each(said: Iterable[tuple[str, Said]]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for party, what in said:
        if party in found:
            raise ValueError(f"the party {party} is counted twice")
        found[party] = what
    return found
