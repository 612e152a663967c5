"""Reporting rounds: leads are asked once, reminded, and what they report is checked and approved."""

import datetime
from collections.abc import Collection

from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import ReportingRound, ReportRequest, RoundRequest
from samstyr.portfolio.queries.rounds import initiatives_to_ask, request_record
from samstyr.portfolio.services.answering import answer_from_reports
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.portfolio.rounds import RequestState, may_step, plan_requests, state_on, to_remind
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Denied


@service
def open_round(
    *,
    forum: str,
    name: str,
    as_of: datetime.date,
    due: datetime.date,
    initiatives: Collection[str] | None = None,
    actor: Viewer,
    on: datetime.date,
) -> ReportingRound:
    """Ask the leads of the forum's portfolio, or of some initiatives in it, for reports as of a day, by a day.

    Each initiative is asked once, on behalf of all fora that follow it on the day. One that another forum's round asked
    for the same day joins this round and is not asked again; what a lead has reported as of the day or later answers at
    once. One without a lead is nobody's to report, and left out.
    Raises InputError for an empty name, a day that has passed, and initiatives that are not in the portfolio or have no
    lead; DeniedError where there is nobody to ask, there is a round for that day, or the actor does not keep the
    forum's portfolio.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=forum)
    if not name.strip():
        raise InputError("name: give the round a name")
    if due < on:
        raise InputError("due: choose today or later")
    if ReportingRound.objects.filter(forum=forum, as_of=as_of).exists():
        demand(Denied("round-exists", {"as_of": as_of}))
    led = {row.pk: row for row in initiatives_to_ask(forum, on)}
    if not led:
        demand(Denied("nobody-to-report"))
    chosen = led if initiatives is None else {key: led[key] for key in initiatives if key in led}
    if not chosen or (initiatives is not None and len(chosen) < len(set(initiatives))):
        raise InputError("initiatives: choose some of the forum's portfolio that have a lead")
    # Who publishes at the same moment waits for us, or we for them: the report answers in either case.
    list(Initiative.objects.select_for_update(no_key=True).filter(pk__in=chosen).order_by("pk"))
    portfolios: dict[str, set[str]] = {}
    for follower, initiative in PortfolioEntry.objects.filter(
        initiative__in=chosen, valid__contains=on
    ).values_list("forum", "initiative"):
        portfolios.setdefault(follower, set()).add(initiative)
    wanted = plan_requests(portfolios)
    opened = ReportingRound.objects.create(
        forum_id=forum, name=name.strip(), as_of=as_of, opened_on=on, due=due
    )
    ReportRequest.objects.bulk_create(
        [
            ReportRequest(
                initiative_id=key,
                lead_id=chosen[key].lead_id or "",
                fora=sorted(fora),
                as_of=as_of,
                asked_on=on,
                due=due,
            )
            for key, fora in wanted.items()
        ],
        ignore_conflicts=True,
    )
    joined = list(ReportRequest.objects.filter(initiative__in=wanted, as_of=as_of))
    for row in joined:
        # A forum that has come to follow the initiative since it was asked is among those it is reported to.
        row.fora = sorted({*row.fora, *wanted[row.initiative_id]})
    ReportRequest.objects.bulk_update(joined, ["fora"])
    answer_from_reports(joined, as_of)
    RoundRequest.objects.bulk_create([RoundRequest(round=opened, request=each) for each in joined])
    return opened


@service
def remind_leads(*, asked_in: ReportingRound, actor: Viewer, on: datetime.date) -> list[ReportRequest]:
    """Note who of a round is reminded on a day, and answer their requests, the first due first.

    Nobody is reminded twice on a day. Raises DeniedError where the actor does not keep the forum's portfolio.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=asked_in.forum_id)
    rows = {
        row.pk: row for row in ReportRequest.objects.filter(rounds=asked_in).select_for_update(of=("self",))
    }
    due = to_remind([request_record(row) for row in rows.values()], on)
    reminded = [rows[each.id or 0] for each in due]
    for row in reminded:
        row.reminded_on = on
        row.save(update_fields=["reminded_on"])
    return reminded


@service
def check_request(*, request: ReportRequest, actor: Viewer, on: datetime.date) -> ReportRequest:
    """Note that what was reported has passed the quality check of one of the fora that follow the initiative.

    Raises DeniedError where the actor keeps none of their portfolios, or nothing is reported.
    """
    return _step(request, RequestState.CHECKED, Right.KEEP_PORTFOLIO, actor, on)


@service
def send_back_request(
    *, request: ReportRequest, reason: str, actor: Viewer, on: datetime.date
) -> ReportRequest:
    """Send what was reported back to its lead, with a reason: a correction is awaited.

    Raises InputError without a reason, and DeniedError as `check_request`.
    """
    if not reason.strip():
        raise InputError("reason: say what is to be corrected")
    return _step(request, RequestState.ASKED, Right.KEEP_PORTFOLIO, actor, on, reason.strip())


@service
def approve_request(*, request: ReportRequest, actor: Viewer, on: datetime.date) -> ReportRequest:
    """Approve what was reported and checked.

    Raises DeniedError where the actor is no secretary of one of the fora, or it is not checked.
    """
    return _step(request, RequestState.APPROVED, Right.ASSESS_REPORT, actor, on)


def _step(
    request: ReportRequest, to: RequestState, right: Right, actor: Viewer, on: datetime.date, reason: str = ""
) -> ReportRequest:
    request = ReportRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    verdicts = [may(actor, right, forum=forum) for forum in request.fora]
    if not any(verdicts):
        demand(next(each for each in verdicts if isinstance(each, Denied)))
    demand(may_step(state_on(request_record(request), on), to))
    request.state, request.sent_back = to.value, reason
    request.save(update_fields=["state", "sent_back"])
    return request
