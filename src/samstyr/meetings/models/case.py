"""Cases, their legs through fora, and the positions parties have released on them.

Shared record: a position says nothing before the party has released it. Queries show it to those who sit in the
leg's forum and to its party; what a party writes on the way lies in `models.room`.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.meeting import Meeting
from samstyr.platform.history import tracked
from samstyr.platform.isolation import Shared
from samstyr.registry.models import Forum, Party, Subject
from samstyr.rules.position import PositionState
from samstyr.rules.rights import Right, Viewer


@tracked()
class Case(models.Model):
    """One matter on its way through fora."""

    isolation = Shared("the fora it passes")

    title = models.TextField(_("title"))
    summary = models.TextField(_("what it is about"), blank=True)
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("subject")
    )

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


@tracked(part_of=["case", "meeting"])
class Leg(models.Model):
    """A case before one forum: the forum first, the meeting once it is known."""

    isolation = Shared("the forum")

    case = models.ForeignKey(Case, models.CASCADE, related_name="legs", verbose_name=_("case"))
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="legs", verbose_name=_("forum"))
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="legs", verbose_name=_("meeting")
    )
    position = models.PositiveIntegerField(_("position"))

    class Meta:
        verbose_name = _("leg")
        verbose_name_plural = _("legs")
        ordering = ["case", "position"]
        constraints = [models.UniqueConstraint(fields=["case", "position"], name="leg_position_once")]

    def __str__(self) -> str:
        return f"{self.case}: {self.forum_id}"


def _shown(viewer: Viewer) -> models.Q:
    """The history of a position is shown to those who may see the position."""
    return models.Q(party__in=viewer.parties(Right.ENTER_ROOM)) | models.Q(
        leg__forum__in=viewer.fora(Right.SEE_POSITIONS)
    )


@tracked(part_of=["leg"], shown=_shown)
class Position(models.Model):
    """A party's position on a leg: asked for, in the party's constituency until a day, released, recorded.

    `stance` and `remarks` are empty until the party releases them; the database refuses anything else.
    """

    isolation = Shared("the party, once released the forum")

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="positions", verbose_name=_("leg"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="positions", verbose_name=_("party"))
    state = models.TextField(_("state"), default=PositionState.ASKED.value)
    due = models.DateField(_("due"))
    ready_on = models.DateField(_("in constituency until"), null=True, blank=True)
    stance = models.TextField(_("stance"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("released by"),
    )

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["leg", "party"]
        constraints = [
            models.UniqueConstraint(fields=["leg", "party"], name="position_once"),
            models.CheckConstraint(
                name="position_says_nothing_before_release",
                condition=models.Q(
                    state__in=[PositionState.RELEASED.value, PositionState.RECORDED.value],
                    released_at__isnull=False,
                )
                & ~models.Q(stance="")
                | models.Q(stance="", remarks="", released_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id}, {self.leg}"
