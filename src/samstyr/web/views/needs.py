"""The parties' needs for further development: put forward, ranked, and decided within a pool of the forum.

A party may always pay for its own wish. Source: 000 §4, 6 and 8.
"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.portfolio.models import Need, Pool
from samstyr.portfolio.queries.money import WholePool, pools_of, resolutions_named
from samstyr.portfolio.services import decline_need, grant_need, move_need, pay_own_need, state_need
from samstyr.portfolio.services.needs import DECLINED, WISHED
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.pools import reached
from samstyr.rules.register import Forum
from samstyr.rules.rights import Right, may
from samstyr.web.choices import Choices, by_name, resolutions_quoted
from samstyr.web.forms.money import DecideForm, NeedForm
from samstyr.web.found import forum_of
from samstyr.web.seen import viewer_of


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the needs by pool: those that wait by rank with the line where the money ends, then those decided."""
    return _shown(request, forum_of(current_register(), key))


@require_POST
def state(request: HttpRequest, key: str) -> HttpResponse:
    """Put a need forward for a party."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    pools = {str(each.balance.pool.pk): each.balance.pool for each in pools_of(key)}
    parties = viewer.parties(Right.STATE_NEED)
    if not parties:
        require(viewer, Right.STATE_NEED)
    form = _need_form(request, list(pools.values()), parties)
    if not form.is_valid():
        return _shown(request, forum, need_form=form)
    given = form.cleaned_data
    state_need(**{**given, "pool": pools[given["pool"]]}, actor=viewer)
    messages.success(request, _("The need is put forward."))
    return redirect("needs", key)


@require_POST
def move(request: HttpRequest, key: str, need: int) -> HttpResponse:
    """Move a need one place up or down among those that wait."""
    forum_of(current_register(), key)
    viewer = viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    found = _need(key, need)
    way = request.POST.get("way")
    if way not in {"up", "down"}:
        raise InputError("way: expected up or down")
    place = move_need(need=found, places=1 if way == "down" else -1, actor=viewer)
    messages.success(request, _("%(need)s is number %(place)s now.") % {"need": found.title, "place": place})
    return redirect("needs", key)


@require_POST
def decide(request: HttpRequest, key: str, need: int) -> HttpResponse:
    """Grant a need from the pool, or decline it with a reason."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    found = _need(key, need)
    _seen, latest = resolutions_named(key, viewer, [])
    form = _decide_form(request, need, resolutions_quoted(latest))
    if not form.is_valid():
        return _shown(request, forum, decide_form=(need, form))
    given = form.cleaned_data
    resolution = next((each for each in latest if str(each.pk) == given["resolution"]), None)
    if given["answer"] == "grant":
        grant_need(need=found, resolution=resolution, actor=viewer)
        messages.success(request, _("%(need)s is granted.") % {"need": found.title})
    else:
        decline_need(need=found, reason=given["reason"], resolution=resolution, actor=viewer)
        messages.success(request, _("%(need)s is declined.") % {"need": found.title})
    return redirect("needs", key)


@require_POST
def pay(request: HttpRequest, key: str, need: int) -> HttpResponse:
    """Let a party pay for its own wish."""
    forum_of(current_register(), key)
    found = _need(key, need)
    pay_own_need(need=found, actor=viewer_of(request))
    messages.success(request, _("The party pays for it itself; nothing is taken of the pool."))
    return redirect("needs", key)


def _need(forum: str, key: int) -> Need:
    found = Need.objects.select_related("pool").filter(pool__forum=forum, pk=key).first()
    if found is None:
        raise Http404
    return found


def _shown(
    request: HttpRequest,
    forum: Forum,
    *,
    need_form: NeedForm | None = None,
    decide_form: tuple[int, DecideForm] | None = None,
) -> HttpResponse:
    viewer = viewer_of(request)
    found = pools_of(forum.id)
    seen, latest = resolutions_named(forum.id, viewer, [need for each in found for need in each.needs])
    choices = resolutions_quoted(latest)
    own = viewer.parties(Right.STATE_NEED)
    forms: dict[int, DecideForm] = {}
    if bool(may(viewer, Right.KEEP_PORTFOLIO, forum=forum.id)):
        wished = [need.pk for each in found for need in each.needs if need.state == WISHED]
        forms = {key: _decide_form(None, key, choices) for key in wished}
    opened = decide_form[0] if decide_form is not None else None
    if decide_form is not None:
        forms[decide_form[0]] = decide_form[1]
    pools = [each.balance.pool for each in found]
    context = {
        "register": current_register(),
        "forum": forum,
        "rows": [_pool_row(each, seen, own, forms, opened) for each in found],
        "may_keep": bool(may(viewer, Right.KEEP_PORTFOLIO, forum=forum.id)),
        "need_form": (need_form or _need_form(None, pools, own)) if own and pools else None,
        "open_need": need_form is not None,
    }
    return render(request, "portfolio/needs.html", context, status=400 if need_form or decide_form else 200)


def _pool_row(
    whole: WholePool,
    seen: dict[int, Resolution],
    own: tuple[str, ...],
    forms: dict[int, DecideForm],
    opened: int | None,
) -> dict[str, Any]:
    waiting = [need for need in whole.needs if need.state == WISHED]
    paid = reached(whole.balance.left, [need.amount for need in waiting])
    return {
        "balance": whole.balance,
        "waiting": [
            {
                "need": need,
                "place": place + 1,
                "is_first": place == 0,
                "is_last": place == len(waiting) - 1,
                "line_before": place == paid,
                "may_pay": need.party_id in own,
                "form": forms.get(need.pk),
                "is_open": need.pk == opened,
            }
            for place, need in enumerate(waiting)
        ],
        "is_all_paid": bool(waiting) and paid == len(waiting),
        "decided": [
            {
                "need": need,
                "resolution": seen.get(need.resolution_id or 0),
                "may_pay": need.state == DECLINED and need.party_id in own,
            }
            for need in whole.needs
            if need.state != WISHED
        ],
    }


def _need_form(request: HttpRequest | None, pools: list[Pool], parties: tuple[str, ...]) -> NeedForm:
    register = current_register()
    form = NeedForm(request.POST if request else None)
    form.offer("pool", [(str(pool.pk), str(pool)) for pool in pools])
    form.offer("party", by_name((key, register.parties[key].name) for key in parties))
    return form


def _decide_form(request: HttpRequest | None, need: int, resolutions: Choices) -> DecideForm:
    form = DecideForm(request.POST if request else None, prefix=f"need-{need}")
    form.offer("resolution", [("", "–"), *resolutions])
    return form
