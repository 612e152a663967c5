"""A running meeting: the minute-taker records item by item, and the others of the forum watch."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import ActionDraft, DissentStatement, Meeting, OutcomeDraft, Remark
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.queries.overrides import concerning
from samstyr.meetings.queries.papers import papers_of
from samstyr.meetings.queries.recording import (
    Recorded,
    missing_reasons,
    quorum_of,
    recorded,
    resolutions_standing,
)
from samstyr.meetings.services import (
    cast_votes,
    end_meeting,
    note_dissent,
    note_remark,
    note_task,
    override_decision,
    record_outcome,
    strike,
    write_text,
)
from samstyr.meetings.services.attendance import ATTENDANCES, ROLES
from samstyr.meetings.services.recording import CHOICES
from samstyr.meetings.verdicts import deed_of_decision, verdict_of_item
from samstyr.platform import clock
from samstyr.platform.danish import long_day
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.visibility import visible_to
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.consent import Choice, Vote, is_carried
from samstyr.rules.procedure.states import RECORDING, may_record
from samstyr.rules.register import Forum, Register
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.choices import Choices, days_after, fora_on, organisations_in, parties_voting_in
from samstyr.web.forms.running import DissentForm, OutcomeForm, RemarkForm, TaskForm, TextForm
from samstyr.web.lookup import meeting_sat_in
from samstyr.web.seen import store_nothing, viewer_of
from samstyr.web.views.attendance import expected
from samstyr.web.wording import word

# What usually comes of an item, by how it is treated.
USUAL: Final = {"information": "noted", "discussion": "discussed"}
ROWS: Final = {
    "outcome": OutcomeDraft,
    "task": ActionDraft,
    "remark": Remark,
    "dissent": DissentStatement,
}


@dataclass(frozen=True, slots=True)
class _Crossed:
    """A form that was not kept: it is wrong (400), or its writer was overtaken (409) by what stands there now.

    `theirs` is None where somebody struck what the form was about: then it is kept as a new one.
    """

    what: str
    form: Any
    status: int
    theirs: Any = None


def running(request: HttpRequest, key: int) -> HttpResponse:
    """Show a meeting as it runs; to its minute-taker with what can be recorded."""
    return _page(request, meeting_sat_in(viewer_of(request), key), None)


def now(request: HttpRequest, key: int) -> HttpResponse:
    """Answer what is recorded by now, for those who watch."""
    found = meeting_sat_in(viewer_of(request), key)
    return render(
        request,
        "running/_now.html",
        {"meeting": found, "items": recorded(found, viewer_of(request)), "register": current_register()},
    )


@require_POST
def record(request: HttpRequest, key: int, what: str) -> HttpResponse:
    """Record something under an item; where somebody else wrote meanwhile, show both."""
    found, each = _item(request, key)
    viewer = viewer_of(request)
    require(viewer, Right.RECORD_MEETING, forum=found.forum_id)
    demand(may_record(found.stage))
    if what == "votes":
        _cast(request, each, viewer)
    elif what == "strike":
        strike(row=_row(request, each, viewer), actor=viewer)
    elif what == "override":
        _override(request, each, viewer)
        if request.POST.get("back") == "minutes":
            return redirect(f"{reverse('minutes', args=[found.pk])}#item-{each.item.position}")
    else:
        form = _form(what, found, _earlier(found) if what == "outcome" else [], request.POST)
        if not form.is_valid():
            return _page(request, found, _Crossed(what, form, 400), at=key)
        try:
            _write(what, form, each, viewer)
        except ChangedMeanwhileError as problem:
            store_nothing(request)
            theirs = problem.theirs
            again = {"seen": str(getattr(theirs, "version", 0))} | ({} if theirs else {"of": ""})
            form.data = {**form.data.dict(), **again}
            return _page(request, found, _Crossed(what, form, 409, theirs), at=key)
    following = request.POST.get("then", "")
    return redirect(_place(found, int(following) if following.isdecimal() else key))


@require_POST
def end(request: HttpRequest, key: int) -> HttpResponse:
    """End the meeting; its minutes can still be written."""
    end_meeting(meeting=meeting_sat_in(viewer_of(request), key), actor=viewer_of(request), now=clock.now())
    messages.success(request, _("The meeting is over. Its minutes can be finished and sent."))
    return redirect("minutes", key)


def _write(what: str, form: Any, each: Recorded, viewer: Viewer) -> None:
    common = {
        "item": each.item,
        "seen": form.cleaned_data["seen"],
        "actor": viewer,
        "now": clock.now(),
    }
    of = form.cleaned_data.get("of")
    if what == "text":
        write_text(text=form.cleaned_data["text"], **common)
    elif what == "outcome":
        record_outcome(outcome=form.content(), **common)
    elif what == "task":
        note_task(task=form.content(), of=_of(ActionDraft, of, each, viewer), **common)
    elif what == "remark":
        note_remark(said=form.content(), of=_of(Remark, of, each, viewer), **common)
    else:
        note_dissent(
            organisation=form.cleaned_data["organisation"],
            text=form.cleaned_data["text"],
            of=_of(DissentStatement, of, each, viewer),
            **common,
        )


def _of(model: type[Any], key: int | None, each: Recorded, viewer: Viewer) -> Any:
    """Answer the row a form is about, or None where it is a new one."""
    if key is None:
        return None
    found = model._default_manager.filter(visible_to(viewer, model), item=each.item, pk=key).first()
    if found is None:
        raise ChangedMeanwhileError(None)
    return found


def _row(request: HttpRequest, each: Recorded, viewer: Viewer) -> Any:
    kind, _sep, key = request.POST.get("row", "").partition(":")
    if kind not in ROWS or not key.isdecimal():
        raise InputError(f"row: expected one of {', '.join(ROWS)}, and its number")
    return _of(ROWS[kind], int(key), each, viewer)


def _cast(request: HttpRequest, each: Recorded, viewer: Viewer) -> None:
    clause = request.POST.get("clause", "")
    votes, shown = (
        {
            name.removeprefix(prefix): str(value)
            for name, value in request.POST.items()
            if name.startswith(prefix) and value
        }
        for prefix in ("vote-", "shown-")
    )
    cast_votes(
        item=each.item,
        clause=int(clause) if clause.isdecimal() else None,
        votes=votes,
        shown=shown,
        actor=viewer,
        now=clock.now(),
    )


def _override(request: HttpRequest, each: Recorded, viewer: Viewer) -> None:
    clause = request.POST.get("clause", "")
    override_decision(
        item=each.item,
        clause=int(clause) if clause.isdecimal() else None,
        reason=request.POST.get("reason", ""),
        actor=viewer,
        now=clock.now(),
    )


def _form(what: str, found: Meeting, earlier: Choices, *args: Any, **kwargs: Any) -> Any:
    register = current_register()
    forum = register.fora[found.forum_id]
    organisations = organisations_in(register, forum, found.date)
    makers: dict[str, Callable[[], Any]] = {
        "text": lambda: TextForm(*args, **kwargs),
        "outcome": lambda: OutcomeForm(*args, **kwargs, earlier=earlier),
        "task": lambda: TaskForm(*args, **kwargs, days=days_after(forum, found.date)),
        "remark": lambda: RemarkForm(
            *args, **kwargs, organisations=organisations, fora=fora_on(register, found.date)
        ),
        "dissent": lambda: DissentForm(*args, **kwargs, organisations=organisations),
    }
    if what not in makers:
        raise Http404
    return makers[what]()


def _earlier(found: Meeting) -> Choices:
    """Answer the decisions that one of this meeting may replace: that is how minutes are corrected."""
    return [
        (str(each.pk), f"{long_day(each.item.meeting.date)}, {each.item.number}: {each.quote[:80]}")
        for each in resolutions_standing(found)
    ]


def _page(
    request: HttpRequest, found: Meeting, crossed: _Crossed | None, at: int | None = None
) -> HttpResponse:
    viewer, register = viewer_of(request), current_register()
    forum = register.fora[found.forum_id]
    items = recorded(found, viewer)
    wanted = request.GET.get("punkt", "")
    chosen = at or (int(wanted) if wanted.isdecimal() else None)
    current = next((each for each in items if each.item.pk == chosen), items[0] if items else None)
    may_write = bool(may(viewer, Right.RECORD_MEETING, forum=found.forum_id)) and found.stage in RECORDING
    attendances = list(found.attendances.all())
    context: dict[str, Any] = {
        "register": register,
        "meeting": found,
        "items": items,
        "current": current,
        "attendances": attendances,
        "quorum": quorum_of(register, found, attendances),
        "may_write": may_write,
        "crossed": crossed,
    }
    if current is not None and may_write:
        context |= _forms(register, forum, found, current, crossed)
        context["papers"] = papers_of([current.item], viewer)[current.item.pk]
        context["verdict"] = verdict_of_item(register, found, current.item, current.matter)
        place = items.index(current)
        context["following"] = items[place + 1] if place + 1 < len(items) else None
    if may_write:
        context["expected"] = expected(register, found)
        context["organisations"] = organisations_in(register, forum, found.date)
        context["attendances_known"] = [(each, word(each, "attendance")) for each in ATTENDANCES]
        context["attendance_roles"] = [(each, word(each, "role")) for each in ROLES]
    return render(request, "running/running.html", context, status=crossed.status if crossed else 200)


def _forms(
    register: Register, forum: Forum, found: Meeting, current: Recorded, crossed: _Crossed | None
) -> dict[str, Any]:
    """Answer the forms of an item, filled in with what stands; the one that crossed another with its writer's."""

    earlier = _earlier(found)

    def form(kind: str, prefix: str = "", /, **initial: Any) -> Any:
        made = _form(kind, found, earlier, initial=initial, auto_id=f"id_{kind}{prefix}_%s")
        if crossed is None or crossed.what != kind:
            return made
        same = str(crossed.form.data.get("of") or "") == str(initial.get("of") or "")
        clause = initial.get("clause")
        same = same and str(crossed.form.data.get("clause") or "") == ("" if clause is None else str(clause))
        return crossed.form if same else made

    text = current.text
    parties = parties_voting_in(register, forum, found.date)
    rule = forum.procedure.rule if forum.procedure else None
    clauses = []
    missing = {one.deed.clause: one for one in missing_reasons(register, found, current)}
    for number, clause in enumerate(current.clauses):
        outcome = clause.outcome
        deed = (
            deed_of_decision(found, current.item, current.matter, outcome.verb, outcome.clause)
            if outcome
            else None
        )
        given = {vote.party_id: vote.choice for vote in clause.votes}
        votes = [Vote(party, Choice(choice)) for party, choice in given.items()]
        clauses.append(
            {
                "clause": clause,
                "overrides": concerning(current.given, [deed]),
                "missing": missing.get(outcome.clause) if outcome else None,
                "form": form(
                    "outcome",
                    f"-{number}",
                    clause=clause.place,
                    seen=outcome.version if isinstance(outcome, OutcomeDraft) else 0,
                    verb=outcome.verb if outcome else USUAL.get(current.item.kind, "approved"),
                    words=outcome.words if isinstance(outcome, OutcomeDraft) else "",
                    with_remarks=bool(outcome and outcome.with_remarks),
                    supersedes=outcome.supersedes_id if isinstance(outcome, OutcomeDraft) else None,
                ),
                "votes": [(party, name, given.get(party, "")) for party, name in parties],
                "result": is_carried(rule, votes, [party for party, _name in parties]) if votes else None,
            }
        )
    return {
        "text_form": form("text", seen=text.version if text else 0, text=text.text if text else ""),
        "clause_forms": clauses,
        "choices": [(choice, word(choice, "vote")) for choice in CHOICES],
        "new_task": form("task", "-new"),
        "new_remark": form("remark", "-new"),
        "new_dissent": form("dissent", "-new"),
        "task_forms": [
            (
                task,
                form(
                    "task",
                    f"-{task.pk}",
                    of=task.pk,
                    seen=task.version,
                    what=task.what,
                    who=", ".join(task.who),
                    due=task.due,
                    back_on=task.back_on.isoformat() if task.back_on else "",
                ),
            )
            for task in current.actions
            if isinstance(task, ActionDraft)
        ],
    }


def _item(request: HttpRequest, key: int) -> tuple[Meeting, Recorded]:
    viewer = viewer_of(request)
    found = whole_meetings(viewer).filter(items=key).first()
    if found is None:
        raise Http404
    require(viewer, Right.SEE_AGENDA, forum=found.forum_id)
    each = next((each for each in recorded(found, viewer) if each.item.pk == key and each.is_seen), None)
    if each is None:
        raise Http404
    return found, each


def _place(found: Meeting, item: int) -> str:
    return f"{reverse('running', args=[found.pk])}?punkt={item}#current"
