"""Minutes that were handed in and wait for a person.

Private: seen by whoever handed the document in, and by the secretaries of the forum it is kept for.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.documents.models import SourceDocument
from samstyr.meetings.models.meeting import Meeting
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_HAND_IN, Private


@tracked(part_of=["meeting"], noted=["read"])
class Review(models.Model):
    """Minutes that were handed in and wait for a person: what was read, what the person made of it.

    `added_by` and `kept_for` are those of the document: the policy of a table may look at nothing but the row.
    """

    isolation = Private("whoever handed it in, and the secretaries of its forum", OF_HAND_IN)

    document = models.OneToOneField(
        SourceDocument, models.CASCADE, related_name="review", verbose_name=_("source document")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("added by"),
    )
    kept_for = models.TextField(_("kept for the forum"), blank=True)
    read = models.JSONField(_("as read"), null=True)
    corrected = models.JSONField(_("as corrected"), null=True)
    error = models.TextField(_("error"), blank=True)
    state = models.TextField(_("state"), default="reading")  # reading → waiting | failed → applied
    meeting = models.OneToOneField(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="review", verbose_name=_("meeting")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("reviewed by")
    )
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-document__added_at"]

    def __str__(self) -> str:
        return str(self.document)


@tracked(noted=["before", "after"])
class ReviewedFact(models.Model):
    """What a person made of one fact of a review: accepted, corrected, rejected, or added by hand.

    `kind` and `place` name the fact (meetings/judging.py). `before` is the fact as it was read, with the rule that
    found it; None where a person added it. `after` is as the person left it. `added_by` and `kept_for` are those of
    the review: the policy of a table may look at nothing but the row.
    """

    isolation = Private("whoever handed it in, and the secretaries of its forum", OF_HAND_IN)

    review = models.ForeignKey(Review, models.CASCADE, related_name="facts", verbose_name=_("review"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("added by"),
    )
    kept_for = models.TextField(_("kept for the forum"), blank=True)
    kind = models.TextField(_("kind"))
    place = models.PositiveIntegerField(_("place"))
    outcome = models.TextField(_("outcome"), blank=True)  # meetings/judging.py: Outcome
    before = models.JSONField(_("as read"), null=True)
    after = models.JSONField(_("as corrected"))
    stands_for = models.TextField(_("stands for"), blank=True)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    judged_at = models.DateTimeField(_("reviewed"))

    class Meta:
        verbose_name = _("reviewed fact")
        verbose_name_plural = _("reviewed facts")
        ordering = ["kind", "place"]
        constraints = [models.UniqueConstraint(fields=["review", "kind", "place"], name="fact_reviewed_once")]

    def __str__(self) -> str:
        return f"{self.kind}.{self.place}"
