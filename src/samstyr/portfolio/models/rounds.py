"""Reporting rounds: each initiative is asked once, for all fora that follow it. Shared record."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samstyr.platform.history import tracked
from samstyr.platform.isolation import Shared
from samstyr.portfolio.models.report import StatusReport
from samstyr.registry.models import Forum, Initiative, Organisation
from samstyr.rules.portfolio.rounds import RequestState


@tracked(part_of=["initiative"])
class ReportRequest(models.Model):
    """An initiative's lead is asked for one report as of a day, on behalf of all fora that follow the initiative.

    `report` is the one that answered it; `sent_back` why the quality check gave it back.
    """

    isolation = Shared("the fora that follow the initiative")

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="report_requests", verbose_name=_("initiative")
    )
    lead = models.ForeignKey(
        Organisation, models.PROTECT, related_name="report_requests", verbose_name=_("lead")
    )
    fora = ArrayField(models.TextField(), verbose_name=_("fora"))
    as_of = models.DateField(_("as of"))
    asked_on = models.DateField(_("asked"))
    due = models.DateField(_("due"))
    state = models.TextField(_("state"), default=RequestState.ASKED.value)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    report = models.ForeignKey(
        StatusReport,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("status report"),
    )
    sent_back = models.TextField(_("why it was sent back"), blank=True)

    class Meta:
        verbose_name = _("request for a report")
        verbose_name_plural = _("requests for reports")
        ordering = ["due", "initiative"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "as_of"], name="report_asked_once"),
            models.CheckConstraint(
                name="report_request_state_known",
                condition=Q(state__in=sorted(state.value for state in RequestState)),
            ),
            models.CheckConstraint(
                name="report_request_answered_by_a_report",
                condition=Q(state__in=[RequestState.ASKED.value, RequestState.LATE.value])
                | Q(report__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.as_of.isoformat()}"


@tracked(part_of=["forum"])
class ReportingRound(models.Model):
    """A forum wants its initiatives reported as of a day, by a day."""

    isolation = Shared("the forum")

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="reporting_rounds", verbose_name=_("forum"))
    name = models.TextField(_("name"))
    as_of = models.DateField(_("as of"))
    opened_on = models.DateField(_("opened"))
    due = models.DateField(_("due"))
    requests = models.ManyToManyField(
        ReportRequest, through="RoundRequest", related_name="rounds", verbose_name=_("requests")
    )

    class Meta:
        verbose_name = _("reporting round")
        verbose_name_plural = _("reporting rounds")
        ordering = ["-due", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "as_of"], name="reporting_round_once"),
            models.CheckConstraint(name="reporting_round_has_time", condition=Q(due__gte=F("opened_on"))),
        ]

    def __str__(self) -> str:
        return self.name


@tracked(part_of=["round"])
class RoundRequest(models.Model):
    """A request of a round; it may have been asked in another forum's round already."""

    isolation = Shared("the forum")

    round = models.ForeignKey(
        ReportingRound, models.CASCADE, related_name="links", verbose_name=_("reporting round")
    )
    request = models.ForeignKey(
        ReportRequest, models.CASCADE, related_name="+", verbose_name=_("request for a report")
    )

    class Meta:
        verbose_name = _("request of a round")
        verbose_name_plural = _("requests of rounds")
        constraints = [models.UniqueConstraint(fields=["round", "request"], name="round_request_once")]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.request_id}"
