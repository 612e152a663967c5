"""A pack that a worker makes for one user, and how far it has come."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.meeting import Meeting
from samstyr.meetings.models.readable import Readable
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_READERS, Private
from samstyr.rules.procedure.states import PreparedState


@tracked(part_of=["meeting"], noted=["content", "untagged", "refused"], left_out=["done", "steps"])
class PreparedPack(Readable):
    """The pack of a meeting as one user may see it, in one form; asked for again it is made anew in the same row.

    `made_of` is the check sum of what it was made of: where what the user may see now gives another, the file is
    not handed out any more. `untagged` and `refused` name attachments: what is not as the reader may expect.
    """

    isolation = Private("the user", OF_READERS)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user")
    )
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+", verbose_name=_("meeting"))
    form = models.TextField(_("form"))
    state = models.TextField(_("state"), default=PreparedState.WAITING.value)
    asked_at = models.DateTimeField(_("asked"))
    made_at = models.DateTimeField(_("made"), null=True, blank=True)
    done = models.PositiveIntegerField(_("steps done"), default=0)
    steps = models.PositiveIntegerField(_("steps"), default=0)
    pages = models.PositiveIntegerField(_("pages"), default=0)
    untagged = models.JSONField(_("attachments without tags"), default=list)
    refused = models.JSONField(_("refused attachments"), default=list)
    made_of = models.CharField(_("check sum of what it was made of"), max_length=64, blank=True)
    content = models.BinaryField(_("content"), null=True, blank=True)

    class Meta:
        verbose_name = _("prepared pack")
        verbose_name_plural = _("prepared packs")
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "meeting", "form"], name="prepared_pack_once"),
            models.CheckConstraint(
                name="prepared_pack_state_known",
                condition=models.Q(state__in=sorted(state.value for state in PreparedState)),
            ),
            models.CheckConstraint(
                name="prepared_pack_whole",
                condition=models.Q(state=PreparedState.READY.value, content__isnull=False)
                | ~models.Q(state=PreparedState.READY.value) & models.Q(content__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.meeting_id}.{self.form}"

    @property
    def is_under_way(self) -> bool:
        """Whether it is waited for."""
        return self.state in {PreparedState.WAITING, PreparedState.MAKING}
