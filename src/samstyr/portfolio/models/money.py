"""Who is in an initiative and who pays: partners, funding shares, pools and their use, and the parties' needs.

Shared record, without row-level security. Amounts are in million DKK.
"""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models import Resolution
from samstyr.platform.history import tracked
from samstyr.platform.isolation import Shared
from samstyr.portfolio.models.agreement import PARTIES
from samstyr.registry.models import Forum, Initiative, Organisation, Party

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise


def amount_field(name: "StrOrPromise", *, optional: bool = False) -> "models.DecimalField[Any, Any]":
    """Answer the column of an exact amount in million DKK."""
    return models.DecimalField(name, max_digits=18, decimal_places=6, null=optional, blank=optional)


@tracked(part_of=["initiative"])
class Partner(models.Model):
    """An organisation that takes part in an initiative beside its lead."""

    isolation = PARTIES

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="partners", verbose_name=_("initiative")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="partner_in", verbose_name=_("organisation")
    )
    role = models.TextField(_("role"), blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["initiative", "organisation"]
        constraints = [models.UniqueConstraint(fields=["initiative", "organisation"], name="partner_once")]

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.organisation_id}"


@tracked(part_of=["initiative"])
class FundingShare(models.Model):
    """What a party pays to an initiative in a year."""

    isolation = PARTIES

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="funding", verbose_name=_("initiative")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="funding", verbose_name=_("party"))
    year = models.PositiveSmallIntegerField(_("year"))
    amount = amount_field(_("amount"))

    class Meta:
        verbose_name = _("funding share")
        verbose_name_plural = _("funding shares")
        ordering = ["initiative", "year", "party"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "party", "year"], name="funding_share_once"),
            models.CheckConstraint(name="funding_share_not_below_0", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}, {self.party_id} {self.year}"


@tracked(part_of=["forum"])
class Pool(models.Model):
    """Money a forum has to give in a year."""

    isolation = Shared("the forum")

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="pools", verbose_name=_("forum"))
    name = models.TextField(_("name"))
    year = models.PositiveSmallIntegerField(_("year"))
    amount = amount_field(_("amount"))

    class Meta:
        verbose_name = _("pool")
        verbose_name_plural = _("pools")
        ordering = ["-year", "name"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "year", "name"], name="pool_once"),
            models.CheckConstraint(name="pool_not_below_0", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


@tracked(part_of=["pool", "initiative"])
class PoolUse(models.Model):
    """Money of a pool given to an initiative; the uses of a pool never come to more than it holds."""

    isolation = Shared("the forum")

    pool = models.ForeignKey(Pool, models.PROTECT, related_name="uses", verbose_name=_("pool"))
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="pool_uses", verbose_name=_("initiative")
    )
    amount = amount_field(_("amount"))
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolution")
    )

    class Meta:
        verbose_name = _("use of a pool")
        verbose_name_plural = _("uses of pools")
        ordering = ["pool", "id"]
        constraints = [models.CheckConstraint(name="pool_use_above_0", condition=Q(amount__gt=0))]

    def __str__(self) -> str:
        return f"{self.pool_id}: {self.initiative_id}"


@tracked(part_of=["pool"])
class Need(models.Model):
    """What a party wants further developed in a shared solution. Source: 000 §4, 6, 8.

    `rank` is its place in the pool, 1 first, once it is ranked. `reason`: why it was declined. A party may pay for its
    own wish (`paid_by`).
    """

    isolation = Shared("the parties of the forum")

    pool = models.ForeignKey(Pool, models.PROTECT, related_name="needs", verbose_name=_("pool"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="needs", verbose_name=_("party"))
    title = models.TextField(_("title"))
    text = models.TextField(_("text"), blank=True)
    amount = amount_field(_("wanted amount"), optional=True)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    state = models.TextField(_("state"), default="wished")
    reason = models.TextField(_("reason"), blank=True)
    paid_by = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paid by")
    )
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolution")
    )

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = [models.F("rank").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                name="need_state_known",
                condition=Q(state__in=["declined", "granted", "own-payment", "wished"]),
            ),
            models.CheckConstraint(
                name="need_paid_by_its_party",
                condition=Q(state="own-payment", paid_by=models.F("party"))
                | (~Q(state="own-payment") & Q(paid_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="need_granted_has_an_amount", condition=~Q(state="granted") | Q(amount__isnull=False)
            ),
            models.CheckConstraint(
                name="need_not_below_0", condition=Q(amount__isnull=True) | Q(amount__gte=0)
            ),
            models.UniqueConstraint(
                fields=["pool", "rank"], name="need_rank_once", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.title
