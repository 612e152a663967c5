"""Entry and exit: by decision, within the forum's mandate, and on their conditions."""

import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Resolution
from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, require, told
from samstyr.portfolio.queries.decided import resolutions_seen_by
from samstyr.portfolio.queries.money import MOST_RESOLUTIONS, resolutions_named
from samstyr.portfolio.services import EntryTerms, ExitTerms, enter_portfolio, leave_portfolio
from samstyr.portfolio.services.entering import RECOMMENDS
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.registry.queries import current_register
from samstyr.rules.mandate import check
from samstyr.rules.register import Act, Forum, Register
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import CheckVerdict
from samstyr.web.choices import Choices, by_name, initiatives_named, resolutions_quoted
from samstyr.web.forms.portfolio_decisions import EntryForm, ExitForm
from samstyr.web.found import forum_of
from samstyr.web.seen import day_of, viewer_of

NONE: Final = ("", "–")


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the two forms to one who keeps the forum's portfolio."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    return _shown(request, forum, *_forms(request, forum, viewer))


@require_POST
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """Take an initiative into the portfolio."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    form, other = _forms(request, forum, viewer, entering=request.POST)
    if form.is_valid():
        given = form.cleaned_data
        terms = EntryTerms(
            subject=given["subject"],
            tasks=given["tasks"],
            resolution=_resolution(viewer, given["resolution"]),
            reason=given["reason"],
        )
        initiative = Initiative.objects.get(pk=given["initiative"])
        try:
            enter_portfolio(
                initiative=initiative,
                forum=key,
                terms=terms,
                actor=viewer,
                on=given["on"],
                now=clock.moment(),
            )
        except DeniedError as refused:
            form.add_error(None, told(refused.denied))
        else:
            messages.success(request, _("%(name)s is in the portfolio now.") % {"name": initiative.name})
            return redirect("portfolio", key)
    return _shown(request, forum, form, other)


@require_POST
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Let an initiative leave the portfolio."""
    forum, viewer = forum_of(current_register(), key), viewer_of(request)
    require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    other, form = _forms(request, forum, viewer, leaving=request.POST)
    if form.is_valid():
        given = form.cleaned_data
        terms = ExitTerms(
            subject=given["subject"],
            steering_group_dissolved_on=given["steering_group_dissolved_on"],
            recommended_by=_resolution(viewer, given["recommended_by"]),
            resolution=_resolution(viewer, given["resolution"]),
            reason=given["reason"],
        )
        initiative = Initiative.objects.get(pk=given["initiative"])
        try:
            leave_portfolio(
                initiative=initiative,
                forum=key,
                terms=terms,
                actor=viewer,
                on=given["on"],
                now=clock.moment(),
            )
        except DeniedError as refused:
            form.add_error(None, told(refused.denied))
        else:
            messages.success(request, _("%(name)s has left the portfolio.") % {"name": initiative.name})
            return redirect("portfolio", key)
    return _shown(request, forum, other, form)


def _forms(
    request: HttpRequest, forum: Forum, viewer: Viewer, *, entering: Any = None, leaving: Any = None
) -> tuple[EntryForm, ExitForm]:
    """Both forms with what can be chosen in them."""
    register, on = current_register(), day_of(request)
    inside = set(
        PortfolioEntry.objects.filter(forum=forum.id, valid__contains=on).values_list("initiative", flat=True)
    )
    _seen, latest = resolutions_named(forum.id, viewer, [])
    own = [NONE, *resolutions_quoted(latest)]
    recommending = resolutions_seen_by(viewer).filter(verb__in=RECOMMENDS)
    recommending = recommending.order_by("-item__meeting__date", "-pk")[:MOST_RESOLUTIONS]
    entry = EntryForm(entering, prefix="entry", initial={"on": on})
    exit_ = ExitForm(leaving, prefix="exit", initial={"on": on})
    entry.offer(
        "initiative",
        initiatives_named(each for each in register.initiatives.values() if each.id not in inside),
    )
    exit_.offer(
        "initiative", initiatives_named(each for each in register.initiatives.values() if each.id in inside)
    )
    within = (key for key in register.subjects if _may_decide(register, forum.id, key, on))
    entry.offer("subject", _subjects(register, set(within)))
    ending = {each.subject for each in register.mandates.values() if each.act in {Act.DECIDE, Act.RECOMMEND}}
    exit_.offer("subject", _subjects(register, ending))
    exit_.offer("recommended_by", [NONE, *resolutions_quoted(recommending, with_forum=True)])
    entry.offer("resolution", own)
    exit_.offer("resolution", own)
    return entry, exit_


def _may_decide(register: Register, forum: str, subject: str, on: datetime.date) -> bool:
    return check(register, forum, Act.DECIDE, subject, on).verdict == CheckVerdict.WITHIN


def _subjects(register: Register, keys: set[str]) -> Choices:
    return by_name((key, register.subjects[key].name) for key in keys if key in register.subjects)


def _resolution(viewer: Viewer, key: str) -> Resolution | None:
    return resolutions_seen_by(viewer).get(pk=key) if key else None


def _shown(request: HttpRequest, forum: Forum, entry: EntryForm, exit_: ExitForm) -> HttpResponse:
    context = {"register": current_register(), "forum": forum, "entry": entry, "exit": exit_}
    status = 400 if entry.errors or exit_.errors else 200
    return render(request, "portfolio/decisions.html", context, status=status)
