"""Between meetings: who answers in writing and by when, who replies to a consultation, whose party ratifies."""

from collections.abc import Collection
from datetime import date
from typing import Final

from samstyr.rules.procedure.consent import Reply, WrittenOutcome, may_let_silence_consent
from samstyr.rules.procedure.deadlines import written_until
from samstyr.rules.procedure.states import ConsultationState, LegState, WrittenState
from samstyr.rules.register import VOTING_ROLES, Instrument, InstrumentKind, Register
from samstyr.rules.rights import RIGHTS, Right, Viewer
from samstyr.rules.verdict import Allowed, Denied, Verdict

# Legs that no agenda has yet: they can be decided in writing.
WAITING: Final = frozenset({LegState.PLANNED, LegState.BOOKED})
# What the answers make of a procedure; one that is open stays so.
STATE_AFTER: Final = {
    WrittenOutcome.CARRIED: WrittenState.CARRIED,
    WrittenOutcome.NOT_CARRIED: WrittenState.NOT_CARRIED,
    WrittenOutcome.NEEDS_MEETING: WrittenState.TO_MEETING,
}


def voting_parties(register: Register, forum: str, on: date) -> tuple[str, ...]:
    """Answer the parties with a voting seat in a forum of the register on a day, sorted; each has one answer."""
    return tuple(
        sorted(
            {
                register.organisations[seat.organisation].party
                for seat in register.fora[forum].seats
                if seat.role in VOTING_ROLES and seat.valid.covers(on)
            }
        )
    )


def parties_spoken_for(viewer: Viewer, forum: str, register: Register, on: date) -> tuple[str, ...]:
    """Answer the parties of a forum that the viewer may answer for in writing, sorted; the operator for each."""
    voting = voting_parties(register, forum, on)
    if viewer.operator:
        return voting
    own = {
        each.party
        for each in viewer.holdings
        if each.forum == forum and each.role in RIGHTS[Right.ANSWER_IN_WRITING].roles
    }
    return tuple(party for party in voting if party in own)


def silence_bases(register: Register, forum: str, on: date) -> tuple[Instrument, ...]:
    """Answer the instruments by which silence can count as agreement in a forum on a day, by name.

    They are the forum's own terms of reference, and the rules of procedure of the register.
    """
    own = register.fora[forum].terms_of_reference
    found = [
        each
        for each in register.instruments.values()
        if (each.id == own or each.kind == InstrumentKind.RULES_OF_PROCEDURE)
        and may_let_silence_consent(each, on)
    ]
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


def earliest_deadline(register: Register, forum: str, on: date) -> date:
    """Answer the earliest day that can be the last for answers of a procedure opened on a day."""
    return written_until(register.fora[forum].procedure, on) or on


def may_open_written(
    register: Register, *, forum: str, leg: LegState, deadline: date, on: date, is_open: bool
) -> Verdict:
    """Tell whether a leg can be decided in writing by a day.

    `is_open`: whether a procedure on the leg is open already. Denied codes: `written-is-open`, `leg-not-waiting`
    (on an agenda, or treated), `nobody-to-ask` (no voting seats), `written-too-short` (with the earliest `due`).
    """
    if is_open:
        return Denied("written-is-open")
    if leg not in WAITING:
        return Denied("leg-not-waiting", {"state": leg})
    if not voting_parties(register, forum, on):
        return Denied("nobody-to-ask", {"forum": forum, "name": register.fora[forum].name})
    earliest = earliest_deadline(register, forum, on)
    return Allowed() if deadline >= earliest else Denied("written-too-short", {"due": earliest})


def may_answer_written(
    state: WrittenState, *, deadline: date, on: date, party: str, asked: Collection[str]
) -> Verdict:
    """Tell whether a party can answer, or answer anew. It has the whole of the last day.

    Denied codes: `written-is-closed`, `deadline-has-passed` (with `deadline`), `party-not-asked`.
    """
    if state != WrittenState.OPEN:
        return Denied("written-is-closed", {"state": state})
    if on > deadline:
        return Denied("deadline-has-passed", {"deadline": deadline})
    return Allowed() if party in asked else Denied("party-not-asked", {"party": party})


def may_say_in_writing(reply: Reply, text: str, *, wants_meeting: bool) -> Verdict:
    """Tell whether an answer is whole: agreeing needs no words, everything else does. Denied code: `words-missing`."""
    if text.strip() or (reply == Reply.AGREE and not wants_meeting):
        return Allowed()
    return Denied("words-missing", {"reply": reply})


def may_close_written(state: WrittenState, outcome: WrittenOutcome, *, deadline: date) -> Verdict:
    """Tell whether a procedure can be closed.

    Denied codes: `written-is-closed`, `answers-awaited` (until `deadline`).
    """
    if state != WrittenState.OPEN:
        return Denied("written-is-closed", {"state": state})
    if outcome == WrittenOutcome.OPEN:
        return Denied("answers-awaited", {"deadline": deadline})
    return Allowed()


def may_reply(state: ConsultationState) -> Verdict:
    """Tell whether a reply to a consultation can be given; a late one counts until it is closed.

    Denied code: `consultation-is-closed`.
    """
    if state == ConsultationState.OPEN:
        return Allowed()
    return Denied("consultation-is-closed", {"state": state})


def party_of_body(register: Register, forum: str) -> str | None:
    """Answer the party a forum belongs to: its owner, or the one party that all its voting seats belong to."""
    record = register.fora[forum]
    if record.party is not None:
        return record.party
    parties = {
        register.organisations[seat.organisation].party for seat in record.seats if seat.role in VOTING_ROLES
    }
    return next(iter(parties)) if len(parties) == 1 else None
