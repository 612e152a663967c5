"""Why a case can't be decided, in Danish, as a secretary would say it, with what would help."""

from samstyr.rules import wording
from samstyr.rules.register import Register
from samstyr.rules.route.planning import Hindrance, Why


def message_of(register: Register, subject: str, start: str, hindrance: Hindrance) -> str:
    """One or two sentences that name the fora."""
    matter = f"»{register.subjects[subject].name}«"
    fora = wording.listed(register.fora[forum].name for forum in hindrance.fora)
    match hindrance.why:
        case Why.NO_DECIDER:
            return (
                f"Intet forum har i denne sag mandat til at beslutte eller godkende {matter}. "
                "Der mangler et mandat eller en oplysning om sagen."
            )
        case Why.CYCLE if len(hindrance.fora) == 1:
            return f"{fora} venter på sig selv om {matter}. Et af mandaterne må ændres."
        case Why.CYCLE:
            return f"{fora} venter på hinanden om {matter}. Et af mandaterne må ændres."
        case Why.NO_WAY:
            return (
                f"{register.fora[start].name} indgår ikke i behandlingen af {matter} og kan ikke eskalere "
                f"sagen dertil. Den behandles i {fora}."
            )
        case Why.NO_MEETING if hindrance.after is None:
            return f"{fora} har ingen møder i kalenderen. Der må fastlægges et møde."
        case Why.NO_MEETING:
            return (
                f"{fora} har intet møde i kalenderen, som sagen kan nå: det sidste er den "
                f"{wording.day(hindrance.after)}. Der må fastlægges et senere møde."
            )
