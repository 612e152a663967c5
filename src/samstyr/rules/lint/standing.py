"""Findings about fora: on what they rest, where they hang, and how often they meet."""

from collections.abc import Iterator

from samstyr.rules import wording
from samstyr.rules.calendar import is_in_twelve_months_from
from samstyr.rules.lint.as_of import AsOf
from samstyr.rules.lint.finding import Found
from samstyr.rules.register import POWER, Act, Forum, Level


def _public_fora(view: AsOf) -> Iterator[Forum]:
    """The fora in force, a party's own bodies excepted."""
    return (forum for forum in view.fora.values() if forum.level != Level.PARTY)


def without_terms_of_reference(view: AsOf) -> Iterator[Found]:
    """G05: a forum whose terms of reference are null or not in force."""
    for forum in _public_fora(view):
        if forum.terms_of_reference is None:
            yield Found(forum.id, f"{forum.name} har intet kommissorium.", forum=forum.id)
        else:
            instrument = view.register.instruments[forum.terms_of_reference]
            if not instrument.valid.covers(view.on):
                message = f"{forum.name} har et kommissorium, der ikke er i kraft: {instrument.name}."
                yield Found(forum.id, message, forum=forum.id)


def hangs_nowhere(view: AsOf) -> Iterator[Found]:
    """G06: a forum without a parent, that reports and recommends to nobody, and to which nobody recommends
    except
    fora that hang under it."""
    upwards: set[str] = set()
    recommending: dict[str, list[str]] = {}
    for mandate in view.permissions:
        if mandate.act in (Act.REPORT, Act.RECOMMEND):
            upwards.add(mandate.forum)
        if mandate.act == Act.RECOMMEND and mandate.to is not None:
            recommending.setdefault(mandate.to, []).append(mandate.forum)
    for forum in _public_fora(view):
        if forum.parent is None and forum.id not in upwards:
            others = recommending.get(forum.id, ())
            if all(_hangs_under(view, other, forum.id) for other in others):
                message = (
                    f"{forum.name} hænger ingen steder: intet forum over sig, ingen det indstiller eller "
                    "afrapporterer til, og ingen uden for det selv, der indstiller til det."
                )
                yield Found(forum.id, message, forum=forum.id)


def _hangs_under(view: AsOf, forum: str, above: str) -> bool:
    """Whether the forum hangs under the other one, at any depth."""
    seen: set[str] = set()
    parent = view.register.fora[forum].parent
    while parent is not None and parent not in seen:
        if parent == above:
            return True
        seen.add(parent)
        parent = view.register.fora[parent].parent
    return False


def meets_too_seldom_or_often(view: AsOf) -> Iterator[Found]:
    """G09: fewer or more meetings in the calendar year than the procedure says."""
    year = view.on.year
    for forum in view.fora.values():
        wanted = None if forum.procedure is None else forum.procedure.meetings_per_year
        if wanted is None:
            continue
        held = sum(meeting.year == year for meeting in forum.meetings)
        if wanted.min is not None and held < wanted.min:
            said = f"mindst {wanted.min}"
        elif wanted.max is not None and held > wanted.max:
            said = f"højst {wanted.max}"
        else:
            continue
        number = "1 møde" if held == 1 else f"{held or 'ingen'} møder"
        message = f"{forum.name} har {number} i {year}; forretningsordenen siger {said}."
        yield Found(forum.id, message, forum=forum.id)


def decides_without_meeting(view: AsOf) -> Iterator[Found]:
    """G11: a forum with a permission to decide or approve, and no meeting in the twelve months from the
    date.
    """
    for forum in sorted({mandate.forum for mandate in view.permissions if mandate.act in POWER}):
        record = view.fora[forum]
        if not any(is_in_twelve_months_from(view.on, meeting) for meeting in record.meetings):
            message = (
                f"{record.name} kan træffe beslutninger, men har intet møde i de tolv måneder "
                f"fra {wording.day(view.on)}."
            )
            yield Found(forum, message, forum=forum)
