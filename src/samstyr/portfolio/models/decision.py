"""How initiatives come into portfolios and leave them: by decision. Shared record, without row-level security."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models import Resolution
from samstyr.meetings.models.readable import Authored
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, Shared
from samstyr.registry.models import Forum, Initiative, Subject


@tracked(part_of=["initiative", "forum"])
class PortfolioDecision(Authored):
    """A forum's decision to take an initiative into its portfolio, with its tasks there, or to let it go.

    `subject` is the matter on which the mandate was checked, `verdict` and `said` what the check answered then.
    Immutable. Leaving needs that the project's steering group is dissolved and that the board recommended it
    (rules/portfolio/entry.py).
    """

    isolation = Shared("the forum", ADD)

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="portfolio_decisions", verbose_name=_("initiative")
    )
    forum = models.ForeignKey(
        Forum, models.PROTECT, related_name="portfolio_decisions", verbose_name=_("forum")
    )
    kind = models.TextField(_("kind"))
    on = models.DateField(_("date"))
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolution")
    )
    tasks = models.TextField(_("tasks of the forum"), blank=True)
    steering_group_dissolved_on = models.DateField(_("steering group dissolved"), null=True, blank=True)
    recommended_by = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("recommended by")
    )
    reason = models.TextField(_("reason"), blank=True)
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("subject")
    )
    verdict = models.TextField(_("mandate check"), blank=True)
    said = models.TextField(_("what the mandate check said"), blank=True)

    class Meta:
        verbose_name = _("decision on a portfolio")
        verbose_name_plural = _("decisions on portfolios")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                name="portfolio_decision_kind_known", condition=models.Q(kind__in=["entry", "exit"])
            ),
            models.CheckConstraint(
                name="portfolio_entry_has_tasks",
                condition=models.Q(kind="exit") | ~models.Q(tasks=""),
            ),
            models.CheckConstraint(
                name="portfolio_exit_conditions",
                condition=models.Q(kind="entry")
                | models.Q(steering_group_dissolved_on__isnull=False, recommended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id}: {self.initiative_id} ({self.kind})"
