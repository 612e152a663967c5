"""The parties' needs for further development: put forward, ranked, and decided within a pool.

A party may always pay for its own wish. Source: 000 §4, 6 and 8.
"""

from collections.abc import Sequence
from decimal import Decimal

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import Need, Pool
from samstyr.portfolio.services.assessing import check_resolution
from samstyr.portfolio.services.money import demand_left
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied

WISHED, GRANTED, DECLINED, OWN_PAYMENT = "wished", "granted", "declined", "own-payment"


@service
def state_need(
    *, pool: Pool, party: str, title: str, text: str = "", amount: Decimal | None = None, actor: Viewer
) -> Need:
    """Put a need forward for a party; the amount, in million DKK, may not be known yet.

    Raises InputError for an empty title or an amount below 0, and DeniedError where the actor may not speak for the
    party.
    """
    require(actor, Right.STATE_NEED, party=party)
    if not title.strip():
        raise InputError("title: say what is wanted")
    if amount is not None and not (amount.is_finite() and amount >= 0):
        raise InputError("amount: 0 million DKK or more is expected")
    return Need.objects.create(
        pool=pool, party_id=party, title=title.strip(), text=text.strip(), amount=amount
    )


@service
def rank_needs(*, pool: Pool, order: Sequence[int], actor: Viewer) -> list[Need]:
    """Rank the needs of a pool that are not decided yet: their keys, the most wanted first, each once.

    Raises DeniedError where one is missing, twice or not among them, or the actor does not keep the forum's portfolio.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=pool.forum_id)
    rows = {row.pk: row for row in Need.objects.select_for_update().filter(pool=pool, state=WISHED)}
    if sorted(order) != sorted(rows):
        demand(Denied("needs-have-changed"))
    taken = Need.objects.filter(pool=pool, rank__isnull=False).exclude(state=WISHED)
    ranks = set(taken.values_list("rank", flat=True))
    free = [place for place in range(1, len(rows) + len(ranks) + 1) if place not in ranks]
    for key, place in zip(order, free, strict=False):
        rows[key].rank = place
    Need.objects.bulk_update(rows.values(), ["rank"])
    return [rows[key] for key in order]


@service
def move_need(*, need: Need, places: int, actor: Viewer) -> int:
    """Move a need so many places down (below 0: up) among those of its pool that are not decided, and answer its place
    there, 1 first. The ends of the list hold it.

    Raises DeniedError where it is decided, or the actor does not keep the forum's portfolio.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=need.pool.forum_id)
    # Whoever moves another one waits, so that neither undoes what the other did.
    pool = Pool.objects.select_for_update().get(pk=need.pool_id)
    order = list(Need.objects.filter(pool=pool, state=WISHED).values_list("pk", flat=True))
    if need.pk not in order:
        demand(Denied("need-is-decided"))
    place = min(max(order.index(need.pk) + places, 0), len(order) - 1)
    order.remove(need.pk)
    order.insert(place, need.pk)
    rank_needs(pool=pool, order=order, actor=actor)
    return place + 1


@service
def grant_need(*, need: Need, resolution: Resolution | None = None, actor: Viewer) -> Need:
    """Grant a need within its pool. Raises DeniedError where its amount is not known, the pool has less left, it is
    decided, the resolution is another forum's, or the actor does not keep the forum's portfolio.
    """
    need = _undecided(need, resolution, actor)
    if need.amount is None:
        demand(Denied("need-amount-unknown"))
    else:
        demand_left(need.pool, need.amount)
    return _settled(need, GRANTED, resolution)


@service
def decline_need(*, need: Need, reason: str, resolution: Resolution | None = None, actor: Viewer) -> Need:
    """Decline a need, with a reason its party can read; it may still pay for it itself. Raises as `grant_need`, and
    InputError where no reason is given.
    """
    need = _undecided(need, resolution, actor)
    if not reason.strip():
        raise InputError("reason: say why the need is declined")
    need.reason = reason.strip()
    return _settled(need, DECLINED, resolution)


@service
def pay_own_need(*, need: Need, actor: Viewer) -> Need:
    """Let a party pay for its own wish; it takes nothing of the pool.

    Raises DeniedError where it is granted or paid for already, or the actor may not speak for the party.
    """
    require(actor, Right.STATE_NEED, party=need.party_id)
    need = Need.objects.select_for_update().get(pk=need.pk)
    if need.state in {GRANTED, OWN_PAYMENT}:
        demand(Denied("need-is-settled"))
    need.state, need.paid_by_id = OWN_PAYMENT, need.party_id
    need.save(update_fields=["state", "paid_by"])
    return need


def _undecided(need: Need, resolution: Resolution | None, actor: Viewer) -> Need:
    require(actor, Right.KEEP_PORTFOLIO, forum=need.pool.forum_id)
    check_resolution(resolution, need.pool.forum_id)
    found = Need.objects.select_for_update(of=("self",)).select_related("pool").get(pk=need.pk)
    if found.state != WISHED:
        demand(Denied("need-is-decided"))
    return found


def _settled(need: Need, state: str, resolution: Resolution | None) -> Need:
    need.state, need.resolution = state, resolution
    need.save(update_fields=["state", "resolution", "reason"])
    return need
