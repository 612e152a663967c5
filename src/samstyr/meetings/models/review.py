"""Minutes that were handed in and wait for a person.

Private: seen by whoever handed the document in, and by the secretaries of the forum it is kept for.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.documents.models import SourceDocument
from samstyr.meetings.models.meeting import Meeting
from samstyr.meetings.models.readable import Readable
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_HAND_IN, OF_READERS, Private


class HandedIn(models.Model):
    """What somebody handed in."""

    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("added by"),
    )

    class Meta:
        abstract = True


@tracked(noted=["refused", "there_before"])
class ImportBatch(HandedIn, Readable):
    """Documents that one person handed in together, as files or in a zip.

    `refused` lists those that were not kept, with the reason (`name`, `reason`); `there_before` those that the person
    had handed in earlier (`name`, `review`). The others are the reviews of the batch.
    """

    isolation = Private("whoever handed it in", OF_READERS)

    name = models.TextField(_("file name"), blank=True)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    refused = models.JSONField(_("refused documents"), default=list)
    there_before = models.JSONField(_("documents that were there before"), default=list)

    class Meta:
        verbose_name = _("batch of documents")
        verbose_name_plural = _("batches of documents")
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.name


@tracked(part_of=["meeting", "same_as"], noted=["read"])
class Review(HandedIn):
    """Minutes that were handed in and wait for a person: what was read, what the person made of it.

    `added_by` and `kept_for` are those of the document: the policy of a table may look at nothing but the row.
    `meeting` is the one that was made of it; `same_as` one whose minutes were there already, from another document.
    `date` and `forum_text` (folded) are those of its head, by which other documents of the meeting are found.
    """

    isolation = Private("whoever handed it in, and the secretaries of its forum", OF_HAND_IN)

    document = models.OneToOneField(
        SourceDocument, models.CASCADE, related_name="review", verbose_name=_("source document")
    )
    kept_for = models.TextField(_("kept for the forum"), blank=True)
    read = models.JSONField(_("as read"), null=True)
    corrected = models.JSONField(_("as corrected"), null=True)
    error = models.TextField(_("error"), blank=True)
    # reading → waiting | failed; waiting → applied | same
    state = models.TextField(_("state"), default="reading")
    meeting = models.OneToOneField(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="review", verbose_name=_("meeting")
    )
    same_as = models.ForeignKey(
        Meeting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="other_versions",
        verbose_name=_("other document of the meeting"),
    )
    batch = models.ForeignKey(
        ImportBatch, models.SET_NULL, null=True, blank=True, related_name="reviews", verbose_name=_("batch")
    )
    date = models.DateField(_("date as read"), null=True, blank=True)
    forum_text = models.TextField(_("forum as read"), blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("reviewed by")
    )
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-document__added_at"]
        indexes = [models.Index(fields=["date"], name="review_date")]

    def __str__(self) -> str:
        return str(self.document)


@tracked(noted=["before", "after"])
class ReviewedFact(HandedIn):
    """What a person made of one fact of a review: accepted, corrected, rejected, or added by hand.

    `kind` and `place` name the fact (meetings/judging.py). `before` is the fact as it was read, with the rule that
    found it; None where a person added it. `after` is as the person left it. `added_by` and `kept_for` are those of
    the review: the policy of a table may look at nothing but the row.
    """

    isolation = Private("whoever handed it in, and the secretaries of its forum", OF_HAND_IN)

    review = models.ForeignKey(Review, models.CASCADE, related_name="facts", verbose_name=_("review"))
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
