"""Findings about who may decide: nobody, several, without those it binds, or only in a circle."""

from collections.abc import Iterator

from samstyr.rules import wording
from samstyr.rules.lint.as_of import AsOf
from samstyr.rules.lint.circle import first_circle, within_circles
from samstyr.rules.lint.finding import Found
from samstyr.rules.mandate import permissions
from samstyr.rules.register import ANY_FACTS, PREREQUISITES, Act, Mandate

TOWARDS_A_DECISION = (Act.RECOMMEND, Act.PREPARE, Act.ASSURE, Act.ESCALATE)
CARRIES_ON = (Act.DECIDE, Act.APPROVE, *TOWARDS_A_DECISION)


def undecidable(view: AsOf) -> Iterator[Found]:
    """G01: a leaf subject that no forum may decide or approve."""
    for subject in view.leaves:
        if not view.deciders(subject.id):
            yield Found(
                subject.id, f"Intet forum må træffe beslutning om »{subject.name}«.", subject=subject.id
            )


def decided_twice(view: AsOf) -> Iterator[Found]:
    """G02: a leaf subject that several fora equally near may decide, and not jointly."""
    for subject in view.leaves:
        found = view.deciders(subject.id)
        if len(found.mandates) > 1 and not found.joint:
            names = wording.listed(view.name(forum) for forum in found.fora)
            message = f"Flere fora kan hver for sig træffe beslutning om »{subject.name}«: {names}."
            yield Found(subject.id, message, subject=subject.id)


def leads_nowhere(view: AsOf) -> Iterator[Found]:
    """G03: a mandate towards a forum that is not in force, or can neither decide the matter nor carry it
    on.
    """
    for mandate in view.mandates_in_force:
        if not mandate.permits or mandate.act not in TOWARDS_A_DECISION or mandate.to is None:
            continue
        deed = wording.to_do(mandate.act, view.matter(mandate.subject), [view.name(mandate.to)])
        if mandate.to not in view.fora:
            why = "men det forum er ikke i kraft"
        elif not view.can_do_any(mandate.to, CARRIES_ON, mandate.subject):
            why = "men det forum kan hverken beslutte sagen eller bringe den videre"
        else:
            continue
        message = f"{view.name(mandate.forum)} kan {deed}, {why}."
        yield Found(mandate.id, message, subject=mandate.subject, forum=mandate.forum)


def waits_for_itself(view: AsOf) -> Iterator[Found]:
    """G04: a leaf subject with a circle among all required mandates that apply to it."""
    required = [
        m for m in view.permissions if m.act in PREREQUISITES and m.is_required and m.to in view.register.fora
    ]
    suspects: dict[str, list[Mandate]] = {}
    for mandate in within_circles(required):
        suspects.setdefault(mandate.subject, []).append(mandate)
    if not suspects:
        return
    known: dict[str, list[str]] = {}
    for subject in view.leaves:
        chain = view.register.subject_chain(subject.id)
        # Where no mandate sits on a subject, what applies to it is what applies to its parent.
        anchor = next((here for here in chain if view.register.index.mandates_on(here)), subject.id)
        if anchor not in known:
            near = [mandate for here in chain for mandate in suspects.get(here, ())]
            known[anchor] = first_circle([mandate for mandate in near if _applies(view, mandate, anchor)])
        if known[anchor]:
            names = " → ".join(view.name(forum) for forum in known[anchor])
            message = f"De krævede skridt før en beslutning om »{subject.name}« venter på hinanden: {names}."
            yield Found(subject.id, message, subject=subject.id)


def _applies(view: AsOf, mandate: Mandate, subject: str) -> bool:
    held = permissions(view.register, mandate.forum, mandate.act, subject, view.on, ANY_FACTS)
    return mandate in held.mandates


def bound_without_seat(view: AsOf) -> Iterator[Found]:
    """G08: a subject that binds a party with no seat where it is decided or ratified; one finding a party."""
    for subject in view.register.subjects.values():
        if not subject.binds:
            continue
        deciding = view.deciders(subject.id).fora
        seated: set[str] = set()
        for forum in (*deciding, *view.ratifiers(subject.id)) if deciding else ():
            seated |= view.parties_seated_in(forum)
        why = "men intet forum beslutter det"
        if deciding:
            why = f"som ikke har plads i {wording.listed(view.name(forum) for forum in deciding)}"
        for party in subject.binds:
            if party not in seated:
                message = f"»{subject.name}« binder {view.register.parties[party].name}, {why}."
                yield Found(subject.id, message, subject=subject.id, party=party)
