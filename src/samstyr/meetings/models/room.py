"""A party's bagland room on a leg: its own bodies and dates, drafts and comments.

Private: seen by the party's own people alone. Nothing leaves the room but the position the party releases.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.case import Leg
from samstyr.meetings.models.readable import Authored
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, OF_PARTY, Private
from samstyr.registry.models import Forum, Party

WHOSE = "the party"


class InRoom(Authored):
    """Something in a party's room on a leg."""

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="+", verbose_name=_("leg"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))

    class Meta:
        abstract = True


@tracked(part_of=["leg"])
class RoomHearing(InRoom):
    """One of the party's own bodies hears the matter on a day. A body the register lacks is named in words."""

    isolation = Private(WHOSE, OF_PARTY)

    body = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body")
    )
    body_name = models.TextField(_("name of the body"), blank=True)
    date = models.DateField(_("date"))
    outcome = models.TextField(_("outcome"), blank=True)

    class Meta:
        verbose_name = _("hearing in the constituency")
        verbose_name_plural = _("hearings in the constituency")
        ordering = ["date", "id"]
        indexes = [models.Index(fields=["leg", "party"], name="room_hearing_key")]

    def __str__(self) -> str:
        return self.body_name or str(self.body)


@tracked(part_of=["leg"])
class RoomDraft(InRoom):
    """A version of the position the party is working on. Versions are added, never overwritten.

    `based_on` is the version its writer saw, 0 for none: where it is not the one before, two wrote at once.
    """

    isolation = Private(WHOSE, OF_PARTY, ADD)

    version = models.PositiveIntegerField(_("version"))
    based_on = models.PositiveIntegerField(_("built on version"), default=0)
    stance = models.TextField(_("stance"))
    remarks = models.TextField(_("remarks"), blank=True)

    class Meta:
        verbose_name = _("draft position")
        verbose_name_plural = _("draft positions")
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["leg", "party", "version"], name="room_draft_once")]

    def __str__(self) -> str:
        return f"{self.leg_id}, {self.party_id}: {self.version}"

    @property
    def is_crossed(self) -> bool:
        """Whether someone else wrote between the version it is built on and this one."""
        return self.based_on != self.version - 1


@tracked(part_of=["leg"])
class RoomComment(InRoom):
    """What someone of the party says about the matter, to the party alone."""

    isolation = Private(WHOSE, OF_PARTY, ADD)

    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at", "id"]
        indexes = [models.Index(fields=["leg", "party"], name="room_comment_key")]

    def __str__(self) -> str:
        return self.text
