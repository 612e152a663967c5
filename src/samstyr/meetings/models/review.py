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
