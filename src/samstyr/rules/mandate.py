"""Who may do what about a subject, on a date, in a case.

Everything is read as of a date: a mandate counts when it and its forum are in force and the facts of the
case meet its conditions. Source: contract of the register, "Which mandate applies" and "Check".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from samstyr.rules.reason import reason_of
from samstyr.rules.register import NO_FACTS, POWER, WAYS_UP, Act, Facts, Mandate, Register
from samstyr.rules.verdict import CheckVerdict

SCHEMA: Final = "samstyr.check/1"

GivenFacts = Facts | Mapping[str, object]


class UnknownIdError(LookupError):
    """An id that the register does not have: `what` names the kind of entry, `id` is the id asked for."""

    def __init__(self, what: str, identifier: str) -> None:
        super().__init__(f"no {what} has the id {identifier!r}")
        self.what = what
        self.id = identifier


@dataclass(frozen=True, slots=True)
class Permissions:
    """What a forum may by one act on a subject: falsy where it may not.

    `mandates` are the permissions that apply, sorted by id, and `distance` how far above the subject they
    sit (0: on it). Where the forum may not, `denials` are what takes the act from it, none where it never
    had it.
    """

    mandates: tuple[Mandate, ...] = ()
    distance: int | None = None
    denials: tuple[Mandate, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.mandates)


@dataclass(frozen=True, slots=True)
class Deciders:
    """The fora that may decide or approve, each with the mandates that make it a decider; falsy where there
    is none.

    `distance` is how far above the subject those mandates sit (0: on it): the same for all, for the nearest
    win.
    """

    mandates: Mapping[str, tuple[Mandate, ...]] = field(default_factory=dict)
    distance: int | None = None

    def __bool__(self) -> bool:
        return bool(self.mandates)

    @property
    def fora(self) -> tuple[str, ...]:
        """Their ids, sorted."""
        return tuple(sorted(self.mandates))

    @property
    def joint(self) -> bool:
        """Whether all must decide: several fora, and every mandate says so. Else any of several will do."""
        return len(self.mandates) > 1 and all(m.joint for held in self.mandates.values() for m in held)


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to "may this forum do this?": the ids it stands on, all sorted, and a reason in Danish."""

    verdict: CheckVerdict
    mandates: tuple[str, ...]
    basis: tuple[str, ...]
    holders: tuple[str, ...]
    missing_facts: tuple[str, ...]
    reason: str

    def as_json(self) -> dict[str, Any]:
        """As `samstyr check --json` prints it."""
        return {
            "schema": SCHEMA,
            "verdict": self.verdict.value,
            "mandates": list(self.mandates),
            "basis": list(self.basis),
            "holders": list(self.holders),
            "missing_facts": list(self.missing_facts),
            "reason": self.reason,
        }


def counting(register: Register, mandates: Iterable[Mandate], on: date, facts: Facts) -> Iterator[Mandate]:
    """Those of the mandates that count: they and their forum in force, their conditions met."""
    fora = register.fora
    for mandate in mandates:
        if (
            mandate.valid.covers(on)
            and fora[mandate.forum].valid.covers(on)
            and (not mandate.when or facts.admit(mandate.when, permission=mandate.permits))
        ):
            yield mandate


def permissions(
    register: Register, forum: str, act: Act, subject: str, on: date, facts: GivenFacts = NO_FACTS
) -> Permissions:
    """What the forum may by this act on the subject.

    The permissions on the nearest subject apply, whatever their recipient, unless a denial at the same or a
    nearer subject takes the act, or the act towards their recipient. Raises UnknownIdError.
    """
    return permissions_by_act(register, forum, (act,), subject, on, facts)[act]


def permissions_by_act(
    register: Register, forum: str, acts: Iterable[Act], subject: str, on: date, facts: GivenFacts = NO_FACTS
) -> dict[Act, Permissions]:
    """What the forum may by each of these acts on the subject. Raises UnknownIdError."""
    _know(register, forum=forum, subject=subject)
    given = Facts.of(facts)
    found: dict[Act, Permissions] = {}
    denials: dict[Act, list[Mandate]] = {act: [] for act in acts}
    for distance, here in enumerate(register.subject_chain(subject)):
        allowed: dict[Act, list[Mandate]] = {}
        for mandate in counting(register, register.index.mandates_of_on(forum, here), on, given):
            act = mandate.act
            if act in denials and act not in found:
                (allowed.setdefault(act, []) if mandate.permits else denials[act]).append(mandate)
        for act, held in allowed.items():
            found[act] = _permissions_of(held, denials[act], distance)
        if len(found) == len(denials):
            break
    for act in denials.keys() - found.keys():
        found[act] = Permissions(denials=tuple(d for d in denials[act] if d.to is None))
    return found


def _permissions_of(allowed: Sequence[Mandate], denials: Sequence[Mandate], distance: int) -> Permissions:
    """What is left of the nearest permissions, or the denials that took them all."""
    standing = _standing(allowed, denials)
    if standing:
        return Permissions(standing, distance)
    recipients = {mandate.to for mandate in allowed}
    return Permissions(denials=tuple(d for d in denials if d.to is None or d.to in recipients))


def _standing(allowed: Sequence[Mandate], denials: Sequence[Mandate]) -> tuple[Mandate, ...]:
    """The permissions left by denials of the same forum and act at the same or a nearer subject."""
    denied = {denial.to for denial in denials}
    if None in denied:
        return ()
    return tuple(mandate for mandate in allowed if mandate.to not in denied)


class _ByForum:
    """The permissions of every forum for one act, gathered from a subject upwards, level by level."""

    def __init__(self, register: Register, act: Act, on: date, facts: Facts) -> None:
        self._register, self._act, self._on, self._facts = register, act, on, facts
        self._denials: dict[str, list[Mandate]] = {}
        self._settled: set[str] = set()

    def at(self, subject: str) -> dict[str, tuple[Mandate, ...]]:
        """The fora whose nearest permissions sit on this subject and stand. Ask from the subject upwards."""
        found = self._register.index.mandates_to_act_on(subject, self._act)
        if not found:
            return {}
        allowed: dict[str, list[Mandate]] = {}
        for mandate in counting(self._register, found, self._on, self._facts):
            if mandate.forum not in self._settled:
                kept = allowed if mandate.permits else self._denials
                kept.setdefault(mandate.forum, []).append(mandate)
        self._settled.update(allowed)
        if not self._denials:
            return {forum: tuple(held) for forum, held in allowed.items()}
        standing = {forum: _standing(held, self._denials.get(forum, ())) for forum, held in allowed.items()}
        return {forum: held for forum, held in standing.items() if held}


def holders(
    register: Register, act: Act, subject: str, on: date, facts: GivenFacts = NO_FACTS
) -> dict[str, tuple[Mandate, ...]]:
    """Every forum that holds the act on the subject, by id and sorted, with its mandates that apply.

    Raises UnknownIdError.
    """
    return holders_by_act(register, (act,), subject, on, facts)[act]


def holders_by_act(
    register: Register, acts: Iterable[Act], subject: str, on: date, facts: GivenFacts = NO_FACTS
) -> dict[Act, dict[str, tuple[Mandate, ...]]]:
    """For each of these acts every forum that holds it on the subject, as `holders` answers for one."""
    _know(register, subject=subject)
    given = Facts.of(facts)
    chain = register.subject_chain(subject)
    found = {}
    for act in acts:
        held: dict[str, tuple[Mandate, ...]] = {}
        search = _ByForum(register, act, on, given)
        for here in chain:
            held |= search.at(here)
        found[act] = dict(sorted(held.items())) if len(held) > 1 else held
    return found


def deciders(register: Register, subject: str, on: date, facts: GivenFacts = NO_FACTS) -> Deciders:
    """The fora that may decide or approve the subject (one power): those whose mandates sit nearest.

    Raises UnknownIdError.
    """
    _know(register, subject=subject)
    given = Facts.of(facts)
    searches = [_ByForum(register, act, on, given) for act in POWER]
    for distance, here in enumerate(register.subject_chain(subject)):
        nearest: dict[str, tuple[Mandate, ...]] = {}
        for search in searches:
            for forum, held in search.at(here).items():
                nearest[forum] = (*nearest.get(forum, ()), *held)
        if nearest:
            ordered = {forum: tuple(sorted(nearest[forum], key=_id_of)) for forum in sorted(nearest)}
            return Deciders(ordered, distance)
    return Deciders()


def missing_facts(
    register: Register,
    subject: str,
    on: date,
    facts: GivenFacts = NO_FACTS,
    asked: Callable[[Mandate], bool] | None = None,
) -> tuple[str, ...]:
    """The facts, sorted, that mandates in force on the subject or above it depend on and the case does not
    give.

    `asked` leaves mandates out. Raises UnknownIdError.
    """
    _know(register, subject=subject)
    given = Facts.of(facts)
    missing: set[str] = set()
    for here in register.subject_chain(subject):
        for mandate in register.index.conditional_mandates_on(here):
            if (
                (asked is None or asked(mandate))
                and mandate.valid.covers(on)
                and register.is_forum_in_force(mandate.forum, on)
            ):
                missing.update(condition.fact for condition in mandate.when if condition.fact not in given)
    return tuple(sorted(missing))


def check(
    register: Register, forum: str, act: Act, subject: str, on: date, facts: GivenFacts = NO_FACTS
) -> Check:
    """May this forum do this about this subject, on this day, in a case with these facts?

    A forum that is not in force may nothing. Raises UnknownIdError for a forum or subject the register does
    not have. Source: contract of the register, "Check".
    """
    _know(register, forum=forum, subject=subject)
    given = Facts.of(facts)
    acts: tuple[Act, ...] = POWER if act in POWER else (act,)
    power = deciders(register, subject, on, given) if act in POWER else Deciders()
    able = power.mandates if act in POWER else holders(register, act, subject, on, given)
    if forum in able:
        verdict, mandates = CheckVerdict.WITHIN, able[forum]
    else:
        verdict, mandates = _refusal(register, forum, act, subject, on, given)
    others = tuple(other for other in able if other != forum)
    missing = missing_facts(register, subject, on, given, lambda m: m.act in acts or m.forum == forum)
    return Check(
        verdict=verdict,
        mandates=tuple(sorted(mandate.id for mandate in mandates)),
        basis=tuple(sorted({mandate.basis.instrument for mandate in mandates if mandate.basis is not None})),
        holders=() if verdict == CheckVerdict.WITHIN else others,
        missing_facts=missing,
        reason=reason_of(
            register,
            forum,
            act,
            subject,
            on,
            verdict=verdict,
            mandates=mandates,
            others=others,
            joint=power.joint,
            missing=missing,
        ),
    )


def _refusal(
    register: Register, forum: str, act: Act, subject: str, on: date, facts: Facts
) -> tuple[CheckVerdict, tuple[Mandate, ...]]:
    """Why a forum that does not hold the act may not, and the denials or the ways up."""
    own = permissions_by_act(register, forum, {act, *WAYS_UP}, subject, on, facts)
    if own[act].denials:
        return CheckVerdict.DENIED, own[act].denials
    ways = tuple(mandate for up in WAYS_UP for mandate in own[up].mandates)
    return (CheckVerdict.NEEDS if ways else CheckVerdict.ULTRA_VIRES), ways


def _id_of(mandate: Mandate) -> str:
    return mandate.id


def _know(register: Register, *, forum: str | None = None, subject: str | None = None) -> None:
    if forum is not None and forum not in register.fora:
        raise UnknownIdError("forum", forum)
    if subject is not None and subject not in register.subjects:
        raise UnknownIdError("subject", subject)
