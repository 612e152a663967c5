"""What items are about where the mandate is checked: the subject, and the facts of the case behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from samstyr.meetings.models import AgendaItem, Case, ClosedCase, Treatment
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class Matter:
    """A subject, None where none is chosen, and what mandates depend on, by name."""

    subject: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


NOTHING: Final = Matter()


def matter_of(case: Case) -> Matter:
    """Answer a case's subject and facts; of a closed one as whoever asks may see them."""
    said = case.said
    return Matter(said.subject_id, said.facts) if said is not None else NOTHING


def matters_of(items: Iterable[AgendaItem], viewer: Viewer) -> dict[int, Matter]:
    """Answer what each item is about, by its key, as far as the viewer may see it: two queries for all of them.

    An item's own subject goes before its case's. Of several cases the first one on that subject gives the facts; a
    case that is alone under its item gives them whatever its subject is.
    """
    items = list(items)
    treatments = Treatment.objects.filter(item__in=[item.pk for item in items]).order_by("leg__case", "pk")
    cases: dict[int, list[Matter]] = {}
    found = [(each.item_id, each.leg.case) for each in treatments.select_related("leg__case")]
    closed = {
        each.case_id: each
        for each in ClosedCase.objects.filter(
            visible_to(viewer, ClosedCase), case__in={case.pk for _item, case in found if case.closed}
        )
    }
    for item, case in found:
        said = closed.get(case.pk) if case.closed else case
        cases.setdefault(item, []).append(Matter(said.subject_id, said.facts) if said else NOTHING)
    return {item.pk: _matter(_own_subject(item), cases.get(item.pk, [])) for item in items}


def _own_subject(item: AgendaItem) -> str | None:
    content = getattr(item, "content", None)
    subject: str | None = content.subject_id if content is not None else item.subject_id
    return subject


def _matter(own: str | None, cases: list[Matter]) -> Matter:
    subject = own or next((case.subject for case in cases if case.subject), None)
    alone = cases[0] if len(cases) == 1 else NOTHING
    about = next((case for case in cases if case.subject == subject), alone)
    return Matter(subject, about.facts)
