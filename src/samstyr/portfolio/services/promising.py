"""What agreements and strategies promise, paragraph by paragraph, and the initiatives that are to keep it."""

from collections.abc import Iterable

from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import Paragraph, ParagraphInitiative
from samstyr.registry.models import Initiative, Instrument
from samstyr.rules.rights import Right, Viewer


@service
def add_paragraph(
    *,
    instrument: str,
    number: str,
    heading: str,
    text: str = "",
    initiatives: Iterable[str] = (),
    actor: Viewer,
) -> Paragraph:
    """Add a promise to those of an agreement or a strategy, after the others, and the initiatives that are to keep it.

    `text` is in our own words. None of initiatives: nobody does anything about it yet. Raises InputError for an empty
    number or heading, a number that is there, or what the register lacks; DeniedError where the actor may not edit the
    register.
    """
    require(actor, Right.EDIT_REGISTER)
    for what, given in (("number", number), ("heading", heading)):
        if not given.strip():
            raise InputError(f"{what}: it is empty")
    basis = Instrument.objects.select_for_update(no_key=True).filter(pk=instrument).first()
    if basis is None:
        raise InputError(f"instrument: the register has no instrument {instrument[:60]!r}")
    wanted = list(dict.fromkeys(initiatives))
    known = set(Initiative.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for key in wanted:
        if key not in known:
            raise InputError(f"initiatives: the register has no initiative {key[:60]!r}")
    if Paragraph.objects.filter(instrument=basis, number=number.strip()).exists():
        raise InputError(f"number: {basis.name} has a paragraph {number.strip()} already")
    last = (
        Paragraph.objects.filter(instrument=basis).order_by("-order").values_list("order", flat=True).first()
    )
    paragraph = Paragraph.objects.create(
        instrument=basis,
        order=(last or 0) + 1,
        number=number.strip(),
        heading=heading.strip(),
        text=text.strip(),
    )
    ParagraphInitiative.objects.bulk_create(
        ParagraphInitiative(paragraph=paragraph, initiative_id=key) for key in wanted
    )
    return paragraph
