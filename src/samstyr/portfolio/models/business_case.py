"""The business case of an initiative in versions, its cash flows, and the benefits that are followed after exit.

Shared record, without row-level security. Amounts are in million DKK at the price level of the case.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models import Resolution
from samstyr.meetings.models.readable import Authored
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, Shared
from samstyr.portfolio.models.milestone import LEAD
from samstyr.portfolio.models.money import amount_field
from samstyr.registry.models import Initiative, Organisation, Party
from samstyr.rules.business_case import FlowKind


@tracked(part_of=["initiative"])
class BusinessCase(Authored):
    """A version of an initiative's business case. The plan of a version stays: another version follows it.

    `rates` are the discount rates as pairs of the year they hold from and the share, `[[1, "0.035"], …]`.
    """

    isolation = Shared(LEAD)

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="business_cases", verbose_name=_("initiative")
    )
    version = models.PositiveIntegerField(_("version"))
    price_level = models.PositiveSmallIntegerField(_("price level"))
    rates = models.JSONField(_("discount rates"), default=list)
    assumptions = models.TextField(_("assumptions"), blank=True)
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolution")
    )

    class Meta:
        verbose_name = _("business case")
        verbose_name_plural = _("business cases")
        ordering = ["initiative", "version"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "version"], name="business_case_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.version}"


@tracked(part_of=["case"])
class CashFlow(models.Model):
    """What a party pays or gains in a year: planned, and realised once that is known.

    The database lets the realised amount be noted and nothing else be changed.
    """

    isolation = Shared(LEAD)

    case = models.ForeignKey(
        BusinessCase, models.PROTECT, related_name="flows", verbose_name=_("business case")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))
    kind = models.TextField(_("kind"))
    label = models.TextField(_("label"), blank=True)
    amount = amount_field(_("planned"))
    realised = amount_field(_("realised"), optional=True)

    class Meta:
        verbose_name = _("cash flow")
        verbose_name_plural = _("cash flows")
        ordering = ["case", "year", "party", "kind", "label"]
        constraints = [
            models.UniqueConstraint(fields=["case", "year", "party", "kind", "label"], name="cash_flow_once"),
            models.CheckConstraint(
                name="cash_flow_kind_known",
                condition=Q(kind__in=sorted(kind.value for kind in FlowKind)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.year} {self.party_id} {self.kind}"


@tracked(part_of=["initiative"])
class Benefit(models.Model):
    """What an initiative is to bring, for whom and from when; `unit` says in what it is counted."""

    isolation = Shared(LEAD)

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="benefits", verbose_name=_("initiative")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))
    owner = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("owner")
    )
    name = models.TextField(_("name"))
    unit = models.TextField(_("unit"))
    planned = models.DecimalField(_("planned"), max_digits=18, decimal_places=6, null=True, blank=True)
    expected_from = models.DateField(_("expected from"), null=True, blank=True)

    class Meta:
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        ordering = ["initiative", "id"]
        constraints = [models.UniqueConstraint(fields=["initiative", "party", "name"], name="benefit_once")]

    def __str__(self) -> str:
        return self.name


@tracked(part_of=["benefit"])
class BenefitFollowUp(Authored):
    """What has come of a benefit on a day: also after the initiative has left every portfolio. Immutable."""

    isolation = Shared(LEAD, ADD)

    benefit = models.ForeignKey(Benefit, models.PROTECT, related_name="follow_ups", verbose_name=_("benefit"))
    on = models.DateField(_("date"))
    realised = models.DecimalField(_("realised"), max_digits=18, decimal_places=6, null=True, blank=True)
    evidence = models.TextField(_("evidence"))

    class Meta:
        verbose_name = _("follow-up of a benefit")
        verbose_name_plural = _("follow-up of benefits")
        ordering = ["benefit", "on", "id"]

    def __str__(self) -> str:
        return f"{self.benefit_id}: {self.on.isoformat()}"
