"""What was promised: paragraphs of agreements and strategies, the initiatives they led to, and their parts.

Shared record, without row-level security. The text of a paragraph is in our own words: nobody's document is copied.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.platform.history import tracked
from samstyr.platform.isolation import Shared
from samstyr.registry.models import Initiative, Instrument

PARTIES = Shared("the parties of the agreement")


@tracked(part_of=["instrument"])
class Paragraph(models.Model):
    """A promise of an agreement or a strategy, with its number there."""

    isolation = PARTIES

    instrument = models.ForeignKey(
        Instrument, models.PROTECT, related_name="paragraphs", verbose_name=_("agreement")
    )
    order = models.PositiveIntegerField(_("order"))
    number = models.TextField(_("number"))
    heading = models.TextField(_("heading"))
    text = models.TextField(_("text in our own words"), blank=True)
    initiatives = models.ManyToManyField(
        Initiative, through="ParagraphInitiative", related_name="paragraphs", verbose_name=_("initiatives")
    )

    class Meta:
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")
        ordering = ["instrument", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "number"], name="paragraph_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}".strip()


@tracked(part_of=["paragraph", "initiative"])
class ParagraphInitiative(models.Model):
    """An initiative that is to keep what a paragraph promises."""

    isolation = PARTIES

    paragraph = models.ForeignKey(
        Paragraph, models.CASCADE, related_name="links", verbose_name=_("paragraph")
    )
    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+", verbose_name=_("initiative"))

    class Meta:
        verbose_name = _("initiative of a paragraph")
        verbose_name_plural = _("initiatives of paragraphs")
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "initiative"], name="paragraph_initiative_once")
        ]

    def __str__(self) -> str:
        return f"{self.paragraph_id}: {self.initiative_id}"


@tracked(part_of=["initiative"])
class InitiativePart(models.Model):
    """A part of an initiative, with a code of its own: 1.5.2."""

    isolation = Shared("the lead of the initiative")

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="parts", verbose_name=_("initiative")
    )
    code = models.TextField(_("code"))
    name = models.TextField(_("name"))

    class Meta:
        verbose_name = _("part of an initiative")
        verbose_name_plural = _("parts of initiatives")
        ordering = ["initiative", "code"]
        constraints = [models.UniqueConstraint(fields=["initiative", "code"], name="initiative_part_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
