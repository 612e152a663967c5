"""The pools of a forum: what each holds in a year, what was used of it on what by which decision, and what is left."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import require
from samstyr.portfolio.models import Pool
from samstyr.portfolio.queries.money import WholePool, pools_of, resolutions_named
from samstyr.portfolio.services import open_pool, use_pool
from samstyr.portfolio.services.needs import GRANTED
from samstyr.registry.models import Initiative
from samstyr.registry.queries import current_register
from samstyr.rules.register import Forum
from samstyr.rules.rights import Right, may
from samstyr.web.choices import Choices, initiatives_named, resolutions_quoted
from samstyr.web.forms.money import PoolForm, PoolUseForm
from samstyr.web.found import forum_of
from samstyr.web.seen import day_of, viewer_of


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the pools of a forum, the latest year first."""
    return _shown(request, forum_of(current_register(), key))


@require_POST
def open_(request: HttpRequest, key: str) -> HttpResponse:
    """Open a pool for a year."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    form = PoolForm(request.POST)
    if not form.is_valid():
        return _shown(request, forum, pool_form=form)
    pool = open_pool(forum=key, **form.cleaned_data, actor=viewer)
    messages.success(request, _("The pool %(pool)s is open.") % {"pool": pool})
    return redirect("pools", key)


@require_POST
def use(request: HttpRequest, key: str, pool: int) -> HttpResponse:
    """Give money of a pool to an initiative, by a decision of the forum."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    row = Pool.objects.filter(forum=key, pk=pool).first()
    if row is None:
        raise Http404
    _seen, latest = resolutions_named(key, viewer, [])
    form = _use_form(request, pool, _initiatives(), resolutions_quoted(latest))
    if not form.is_valid():
        return _shown(request, forum, use_form=(pool, form))
    given = form.cleaned_data
    use_pool(
        pool=row,
        initiative=Initiative.objects.get(pk=given["initiative"]),
        amount=given["amount"],
        resolution=next(each for each in latest if str(each.pk) == given["resolution"]),
        actor=viewer,
    )
    messages.success(request, _("The use of the pool is noted."))
    return redirect("pools", key)


def _shown(
    request: HttpRequest,
    forum: Forum,
    *,
    pool_form: PoolForm | None = None,
    use_form: tuple[int, PoolUseForm] | None = None,
) -> HttpResponse:
    register, viewer = current_register(), viewer_of(request)
    found = pools_of(forum.id)
    granted = [need for each in found for need in each.needs if need.state == GRANTED]
    seen, latest = resolutions_named(
        forum.id, viewer, [*(use for each in found for use in each.uses), *granted]
    )
    may_keep = bool(may(viewer, Right.KEEP_PORTFOLIO, forum=forum.id))
    choices, initiatives = resolutions_quoted(latest), _initiatives() if may_keep else []
    rows = []
    for each in found:
        key = each.balance.pool.pk
        is_bound = use_form is not None and use_form[0] == key
        rows.append(
            {
                **_row(each, seen),
                "form": use_form[1]
                if use_form is not None and is_bound
                else _use_form(None, key, initiatives, choices),
                "is_open": is_bound,
            }
        )
    context: dict[str, Any] = {
        "register": register,
        "forum": forum,
        "rows": rows,
        "may_keep": may_keep,
        "has_decisions": bool(choices),
        "pool_form": pool_form or PoolForm(initial={"year": day_of(request).year}),
        "open_pool": pool_form is not None,
    }
    return render(request, "portfolio/pools.html", context, status=400 if pool_form or use_form else 200)


def _row(whole: WholePool, seen: dict[int, Resolution]) -> dict[str, Any]:
    return {
        "balance": whole.balance,
        "uses": [{"use": use, "resolution": seen.get(use.resolution_id or 0)} for use in whole.uses],
        "granted": [
            {"need": need, "resolution": seen.get(need.resolution_id or 0)}
            for need in whole.needs
            if need.state == GRANTED
        ],
        "wishes": sum(need.state == "wished" for need in whole.needs),
    }


def _initiatives() -> Choices:
    return initiatives_named(current_register().initiatives.values())


def _use_form(
    request: HttpRequest | None, pool: int, initiatives: Choices, resolutions: Choices
) -> PoolUseForm:
    form = PoolUseForm(request.POST if request else None, prefix=f"pool-{pool}")
    form.offer("initiative", initiatives)
    form.offer("resolution", resolutions)
    return form
