"""Milestones with every date that was agreed for them, and what waits for what.

Shared record, without row-level security. A date is only ever added: a baseline is never overwritten.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models import Resolution
from samstyr.meetings.models.readable import Authored
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, Shared
from samstyr.portfolio.models.agreement import InitiativePart
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.milestones import AgreedKind

LEAD = "the lead of the initiative"


@tracked(part_of=["initiative"])
class Milestone(models.Model):
    """Something an initiative, or a part of it, reaches on a day."""

    isolation = Shared(LEAD)

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="milestones", verbose_name=_("initiative")
    )
    part = models.ForeignKey(
        InitiativePart,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="milestones",
        verbose_name=_("part"),
    )
    name = models.TextField(_("name"))
    reached_on = models.DateField(_("reached"), null=True, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["initiative", "id"]
        constraints = [models.UniqueConstraint(fields=["initiative", "name"], name="milestone_once")]

    def __str__(self) -> str:
        return self.name


@tracked(part_of=["milestone"])
class MilestoneDate(Authored):
    """A date of a milestone: by whom or what it was set, as what, and on which day. Immutable."""

    isolation = Shared(LEAD, ADD)

    milestone = models.ForeignKey(
        Milestone, models.PROTECT, related_name="dates", verbose_name=_("milestone")
    )
    date = models.DateField(_("date"))
    kind = models.TextField(_("kind"))
    by = models.TextField(_("set by"))
    on = models.DateField(_("set on"))
    reason = models.TextField(_("reason"), blank=True)
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolution")
    )

    class Meta:
        verbose_name = _("date of a milestone")
        verbose_name_plural = _("dates of milestones")
        ordering = ["milestone", "on", "id"]
        constraints = [
            models.CheckConstraint(
                name="milestone_date_kind_known",
                condition=Q(kind__in=sorted(kind.value for kind in AgreedKind)),
            ),
            models.UniqueConstraint(
                fields=["milestone"],
                condition=Q(kind=AgreedKind.BASELINE.value),
                name="milestone_baseline_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone_id}: {self.date.isoformat()} ({self.kind})"


@tracked(part_of=["before", "after"])
class InitiativeDependency(models.Model):
    """An initiative waits for another; with milestones, one comes at least `lag` days after the other."""

    isolation = Shared("the leads of the initiatives")

    before = models.ForeignKey(
        Initiative, models.PROTECT, related_name="awaited_by", verbose_name=_("comes first")
    )
    after = models.ForeignKey(
        Initiative, models.PROTECT, related_name="waits_for", verbose_name=_("comes after")
    )
    before_milestone = models.ForeignKey(
        Milestone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="awaited_by",
        verbose_name=_("milestone that comes first"),
    )
    after_milestone = models.ForeignKey(
        Milestone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="waits_for",
        verbose_name=_("milestone that comes after"),
    )
    lag = models.IntegerField(_("days between"), default=0)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("dependency between initiatives")
        verbose_name_plural = _("dependencies between initiatives")
        ordering = ["before", "after", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["before", "after", "before_milestone", "after_milestone"],
                name="initiative_dependency_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="dependency_has_both_milestones_or_none",
                condition=Q(before_milestone__isnull=True, after_milestone__isnull=True)
                | Q(before_milestone__isnull=False, after_milestone__isnull=False),
            ),
            models.CheckConstraint(
                name="dependency_not_on_itself",
                condition=(~Q(before=F("after")) | Q(before_milestone__isnull=False))
                & (Q(before_milestone__isnull=True) | ~Q(before_milestone=F("after_milestone"))),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} → {self.after_id}"
