"""Pools of fora with what is left of them, the needs put forward, and who pays what to an initiative."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from samstyr.meetings.models import Resolution
from samstyr.portfolio.models import FundingShare, Need, Partner, Pool, PoolUse
from samstyr.portfolio.models.money import amount_field
from samstyr.portfolio.queries.decided import resolutions_seen_by
from samstyr.rules.rights import Viewer

MOST_RESOLUTIONS: Final = 100  # to choose among


@dataclass(frozen=True, slots=True)
class PoolBalance:
    """A pool with what it holds, and what of it is given to initiatives and granted to needs; in million DKK."""

    pool: Pool
    amount: Decimal
    used: Decimal
    granted: Decimal

    @property
    def left(self) -> Decimal:
        """What is left to give."""
        return self.amount - self.used - self.granted


@dataclass(frozen=True, slots=True)
class WholePool:
    """A pool with its balance, its uses, and the needs by rank, those without one last."""

    balance: PoolBalance
    uses: tuple[PoolUse, ...]
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Funding:
    """Who takes part in an initiative beside its lead, what each party pays in each year, and what pools give."""

    partners: tuple[Partner, ...]
    shares: tuple[FundingShare, ...]
    uses: tuple[PoolUse, ...]


def pools_of(forum: str) -> tuple[WholePool, ...]:
    """Answer a forum's pools, the latest year first: five queries."""
    pools = Pool.objects.filter(forum=forum).annotate(used=_sum(PoolUse), granted=_sum(Need, state="granted"))
    return tuple(
        WholePool(
            PoolBalance(pool, pool.amount, pool.used, pool.granted),
            tuple(pool.uses.all()),
            tuple(pool.needs.all()),
        )
        for pool in pools.prefetch_related("uses__initiative", "needs__party")
    )


def resolutions_named(
    forum: str, viewer: Viewer, uses: Iterable[PoolUse | Need]
) -> tuple[dict[int, Resolution], tuple[Resolution, ...]]:
    """Answer the resolutions that money was given by, by key, and the forum's latest ones to choose among.

    Of both only those the viewer may see: two queries.
    """
    seen = resolutions_seen_by(viewer)
    keys = {each.resolution_id for each in uses if each.resolution_id is not None}
    latest = seen.filter(Q(item__meeting__forum=forum) | Q(item__sitting_as=forum)).order_by(
        "-item__meeting__date", "-pk"
    )
    return seen.in_bulk(keys), tuple(latest[:MOST_RESOLUTIONS])


def balance_of(pool: Pool) -> PoolBalance:
    """Answer what a pool holds and has given: one query."""
    row = Pool.objects.annotate(used=_sum(PoolUse), granted=_sum(Need, state="granted")).get(pk=pool.pk)
    return PoolBalance(row, row.amount, row.used, row.granted)


def funding_of(initiative: str) -> Funding:
    """Answer who takes part in an initiative and who pays: three queries."""
    partners = Partner.objects.filter(initiative=initiative).select_related("organisation__party")
    shares = FundingShare.objects.filter(initiative=initiative).select_related("party")
    uses = PoolUse.objects.filter(initiative=initiative).select_related("pool__forum")
    return Funding(tuple(partners), tuple(shares), tuple(uses))


def _sum(model: type[PoolUse] | type[Need], **wanted: str) -> Coalesce:
    rows = model._default_manager.filter(pool=OuterRef("pk"), **wanted).order_by().values("pool")
    summed = rows.annotate(sum=Sum("amount")).values("sum")
    return Coalesce(Subquery(summed), Decimal(0), output_field=amount_field("sum"))
