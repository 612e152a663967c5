"""A report its lead is still working on.

Private: seen by the people of the lead's party alone, not even by the secretary of a forum that waits for it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.readable import Authored
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, OF_PARTY, Private
from samstyr.portfolio.models.report import Reported, StatusReport, known_lights
from samstyr.registry.models import Initiative, Party


@tracked(part_of=["initiative"])
class ReportDraft(Authored, Reported):
    """A version of a report before it is published. Versions are added, never overwritten.

    `party` is the lead's when it was written; `based_on` the version its writer saw, 0 for none: where it is not the
    one before, two wrote at once. `corrects` is the published report it is to supersede, `correction` why.
    """

    isolation = Private("the party of the initiative's lead", OF_PARTY, ADD)

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="+", verbose_name=_("initiative"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))
    version = models.PositiveIntegerField(_("version"))
    based_on = models.PositiveIntegerField(_("built on version"), default=0)
    corrects = models.ForeignKey(
        StatusReport, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("supersedes")
    )
    correction = models.TextField(_("what was corrected"), blank=True)

    class Meta:
        verbose_name = _("draft report")
        verbose_name_plural = _("draft reports")
        ordering = ["initiative", "version"]
        constraints = [
            *known_lights("report_draft"),
            models.UniqueConstraint(fields=["initiative", "party", "version"], name="report_draft_once"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}, {self.party_id}: {self.version}"

    @property
    def is_crossed(self) -> bool:
        """Whether someone else wrote between the version it is built on and this one."""
        return self.based_on != self.version - 1
