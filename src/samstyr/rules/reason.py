"""The reason for the answer to "may this forum do this?", in Danish, as a secretary would give it."""

from collections.abc import Iterable, Sequence
from datetime import date

from samstyr.rules import wording
from samstyr.rules.register import Act, Mandate, Register
from samstyr.rules.verdict import CheckVerdict


def reason_of(  # noqa: PLR0913 - the question, the answer and what it stands on belong together
    register: Register,
    forum: str,
    act: Act,
    subject: str,
    on: date,
    *,
    verdict: CheckVerdict,
    mandates: Sequence[Mandate],
    others: Sequence[str],
    joint: bool,
    missing: Sequence[str],
) -> str:
    """One to three sentences that name the fora, the basis and who else may do it.

    `others` are the other fora that hold the act, `joint` whether they must do it together, `missing` the
    facts that were not given.
    """
    name = register.fora[forum].name
    matter = f"»{register.subjects[subject].name}«"
    deed = wording.to_do(act, matter)
    basis = _basis(register, mandates)
    fora = wording.listed(register.fora[other].name for other in others)
    elsewhere = f"Det kan derimod {fora}." if others else "Det kan intet andet forum."
    match verdict:
        case CheckVerdict.WITHIN:
            said = [f"{name} kan {wording.to_do(act, matter, _recipients(register, mandates))}{basis}."]
            if others:
                said.append(f"Det sker i fællesskab med {fora}." if joint else f"Det samme kan {fora}.")
        case CheckVerdict.DENIED:
            said = [f"{name} må ikke {deed}{basis}.", elsewhere]
        case CheckVerdict.NEEDS:
            ways = wording.listed(_ways(register, mandates), "eller")
            said = [f"{name} kan ikke {deed}, men kan {ways}{basis}.", elsewhere]
        case CheckVerdict.ULTRA_VIRES if not register.is_forum_in_force(forum, on):
            said = [f"{name} er ikke i kraft den {wording.day(on)} og kan ikke {deed}.", elsewhere]
        case CheckVerdict.ULTRA_VIRES:
            said = [f"{name} har intet mandat til at {deed}.", elsewhere]
    if missing:
        said.append(f"Svaret kan afhænge af oplysninger, der ikke er givet: {', '.join(missing)}.")
    return " ".join(said)


def _basis(register: Register, mandates: Iterable[Mandate]) -> str:
    """What the mandates rest on: », jf. Økonomiaftalen for 2015, afsnit 7«; empty where none says."""
    named: dict[str, None] = {}
    for mandate in mandates:
        if mandate.basis is not None:
            section = f", afsnit {mandate.basis.section}" if mandate.basis.section else ""
            named[register.instruments[mandate.basis.instrument].name + section] = None
    return f", jf. {wording.listed(named)}" if named else ""


def _recipients(register: Register, mandates: Iterable[Mandate]) -> list[str]:
    """The names of the fora and organisations the mandates go to, each once."""
    return list(
        dict.fromkeys(_name_of(register, mandate.to) for mandate in mandates if mandate.to is not None)
    )


def _name_of(register: Register, recipient: str) -> str:
    known = register.fora if recipient in register.fora else register.organisations
    return known[recipient].name


def _ways(register: Register, mandates: Iterable[Mandate]) -> list[str]:
    """The ways up, one for each act: indstille sagen til Y."""
    by_act: dict[Act, list[Mandate]] = {}
    for mandate in mandates:
        by_act.setdefault(mandate.act, []).append(mandate)
    return [wording.to_do(act, "sagen", _recipients(register, held)) for act, held in by_act.items()]
