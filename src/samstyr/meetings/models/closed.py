"""What was treated under closed items. Private: seen by those who sit in the forum, and by its secretary.

The columns are those of the shared record (`models.outcome`); each row names its forum, because the policy of its
table may look at nothing but the row.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.meeting import AgendaItem, Meeting
from samstyr.meetings.models.outcome import Clause, Decided, Fact, ToDo
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, OF_CLOSED_ITEM, Private
from samstyr.registry.models import Forum, Subject

WHOSE = "the forum's members and secretary"


class OfClosedItem(models.Model):
    """A row of a private table that the members of a forum may see."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+", verbose_name=_("forum"))

    class Meta:
        abstract = True


@tracked(part_of=["item"])
class ClosedItem(OfClosedItem):
    """What a closed item was about."""

    isolation = Private(WHOSE, OF_CLOSED_ITEM)

    item = models.OneToOneField(
        AgendaItem, models.CASCADE, related_name="content", verbose_name=_("agenda item")
    )
    title = models.TextField(_("title"))
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("subject")
    )

    class Meta:
        verbose_name = _("closed item")
        verbose_name_plural = _("closed items")

    def __str__(self) -> str:
        return self.title


@tracked(part_of=["item"])
class ClosedClause(Clause, OfClosedItem):
    """A recommendation of a closed item."""

    isolation = Private(WHOSE, OF_CLOSED_ITEM)


@tracked(part_of=["item"])
class ClosedResolution(Decided, OfClosedItem):
    """What was decided under a closed item. Only ever added to, like every resolution."""

    isolation = Private(WHOSE, OF_CLOSED_ITEM, ADD)


@tracked(part_of=["item"])
class ClosedAction(ToDo, OfClosedItem):
    """What someone is to do after a closed item."""

    isolation = Private(WHOSE, OF_CLOSED_ITEM)


@tracked(part_of=["item"])
class ClosedFact(Fact, OfClosedItem):
    """A typed fact of a closed item."""

    isolation = Private(WHOSE, OF_CLOSED_ITEM)

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="closedfacts", verbose_name=_("agenda item")
    )

    @property
    def meeting(self) -> Meeting:
        """The meeting of the item, as on a fact of an open one."""
        return self.item.meeting

    @property
    def meeting_id(self) -> int:
        """The key of that meeting."""
        return self.item.meeting_id
