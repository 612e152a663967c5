"""Reviewing what was read from minutes: beside the text, fact by fact; then it becomes part of the record."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.exchange.review_export import case_file
from samstyr.meetings.comparing import Standing
from samstyr.meetings.judging import SINGLE, Key, Outcome, Record, as_judged, facts_of, kept
from samstyr.meetings.matching import Match, matches
from samstyr.meetings.models import Review, ReviewedFact
from samstyr.meetings.queries import SameMeeting, reviewed_facts, reviews_visible_to, same_meeting
from samstyr.meetings.services import add_differences, add_fact, apply_minutes, close_as_same, judge_facts
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.rights import Viewer
from samstyr.web import wording
from samstyr.web.forms.review import ADDABLE, FACTS, STANDS_FOR, Sent, sent
from samstyr.web.marked_text import marked, span_of_words
from samstyr.web.review_page import Facts, Judged
from samstyr.web.seen import viewer_of


def review(request: HttpRequest, key: int) -> HttpResponse:
    """Show the text beside what was read in it; keep what the person makes of it, and apply it when they say so.

    To those who may not see it there is no such page.
    """
    viewer = viewer_of(request)
    found = _found(viewer, key)
    if found.state == "applied" and found.meeting_id is not None:
        messages.info(request, _("This document has been applied; here is its meeting."))
        return redirect("meeting", found.meeting_id)
    if found.state == "same" and found.same_as_id is not None:
        messages.info(request, _("This document is of a meeting that was there already; here it is."))
        return redirect("meeting", found.same_as_id)
    if found.read is None:
        # The worker has it, or it could not be read; the page says which.
        return render(request, "imports/reading.html", {"review": found})
    if request.method == "POST":
        return _taken(request, found, viewer)
    judged = _judged(found, viewer)
    record = as_judged(found.read, judged.values())
    matched = matches(current_register(), record)
    return _page(request, found, record, judged, matched, _stands_for(record, judged, matched), [])


@require_POST
def fact(request: HttpRequest, key: int) -> HttpResponse:
    """Keep what a person says of one fact, while they go through them; answer how far they are, as JSON."""
    viewer = viewer_of(request)
    found = _found(viewer, key)
    if found.read is None:
        raise Http404
    judged = _judged(found, viewer)
    record = as_judged(found.read, judged.values())
    name = request.POST.get("fact", "")
    shown = {each: row.stands_for for each, row in judged.items()}
    one = next(
        (each for each in sent(record, shown, request.POST, current_register()) if each.name == name), None
    )
    if one is None:
        raise InputError(_("{name}: this review has no such fact").format(name=name[:60]))
    if one.is_judged:
        judge_facts(review=found, judgements=[one.judgement], actor=viewer)
        judged = _judged(found, viewer)
    same = _same(found, record, judged, viewer)
    done, total = _progress(record, judged, same)
    outcome = judged[one.key].outcome if one.key in judged else Outcome.OPEN.value
    return JsonResponse(
        {
            "problems": one.problems,
            "outcome": outcome,
            "said": wording.word(outcome, "fact_outcome"),
            "done": done,
            "total": total,
            "progress": _said(done, total),
            "apply": _apply_words(done, total, same),
        },
        status=400 if one.problems else 200,
    )


def export(request: HttpRequest, key: int) -> HttpResponse:
    """Hand out the text and what a person made of it as a test case of the reader, in a zip."""
    viewer = viewer_of(request)
    found = _found(viewer, key)
    response = HttpResponse(case_file(review=found, actor=viewer), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="gennemsyn-{found.pk}.zip"'
    return response


def _found(viewer: Viewer, key: int) -> Review:
    found = reviews_visible_to(viewer).select_related("meeting").filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _judged(found: Review, viewer: Viewer) -> dict[Key, ReviewedFact]:
    return {(row.kind, row.place): row for row in reviewed_facts(found, viewer)}


def _taken(request: HttpRequest, found: Review, viewer: Viewer) -> HttpResponse:
    """Keep what was sent, then add a fact, apply everything, or show the page again, as the person asks."""
    judged = _judged(found, viewer)
    record = as_judged(found.read or {}, judged.values())
    matched = matches(current_register(), record)
    facts = sent(record, _stands_for(record, judged, matched), request.POST, current_register())
    judge_facts(review=found, judgements=[each.judgement for each in facts if each.is_judged], actor=viewer)
    problems = [problem for each in facts for problem in each.problems]
    do = request.POST.get("do", "apply")
    if not problems and do == "add":
        span = span_of_words(found.document.text, request.POST.get("words", ""), _near(request))
        if span is not None:
            added = add_fact(review=found, kind=request.POST.get("kind", ""), span=span, actor=viewer)
            return redirect(f"{reverse('review', args=[found.pk])}#fact.{added.kind}.{added.place}")
        problems = [_("These words do not stand in the text. Copy them from it.")]
    elif not problems and do == "save":
        messages.success(request, _("What you have gone through is kept. Go on whenever you like."))
        return redirect("review", found.pk)
    elif not problems:
        try:
            if do == "close":
                return _closed(request, found, facts, viewer)
            return _applied(request, found, facts, viewer)
        except InputError as problem:
            problems = list(problem.lines)
    judged = _judged(found, viewer)
    record = as_judged(found.read or {}, judged.values())
    for each in facts:  # what does not fit stays as typed, to be corrected
        _put(record, each)
    shown = {each.key: each.stands_for for each in facts}
    return _page(request, found, record, judged, matched, shown, problems, status=400)


def _applied(request: HttpRequest, found: Review, facts: list[Sent], viewer: Viewer) -> HttpResponse:
    judged = _judged(found, viewer)
    record = as_judged(found.read or {}, judged.values())
    rejected = {key for key, row in judged.items() if row.outcome == Outcome.REJECTED}
    same = _same(found, record, judged, viewer)
    if same is not None and same.meeting is not None:
        take = {key for key, row in judged.items() if row.outcome and key not in rejected}
        chosen_ids = {each.key: each.stands_for or None for each in facts}
        meeting = add_differences(review=found, record=record, take=take, stands_for=chosen_ids, actor=viewer)
        messages.success(request, _("What you said is right is part of the record."))
        return redirect("meeting", meeting.pk)
    added = {key for key, row in judged.items() if row.before is None}
    final, order = kept(record, rejected=rejected, added=added)
    stands_for = {each.key: each.stands_for or None for each in facts}
    chosen: Record = {"forum": stands_for.get(("meeting", 0))}
    for kind, name in STANDS_FOR.items():
        if kind not in SINGLE:
            chosen[name] = [stands_for[key] for key in order if key[0] == kind]
    meeting = apply_minutes(review=found, record=final, chosen=chosen, actor=viewer)
    messages.success(request, _("The minutes are part of the record."))
    return redirect("meeting", meeting.pk)


def _closed(request: HttpRequest, found: Review, facts: list[Sent], viewer: Viewer) -> HttpResponse:
    forum = next((each.stands_for for each in facts if each.key == ("meeting", 0)), None)
    meeting = close_as_same(review=found, forum=forum, actor=viewer)
    messages.success(request, _("The document is closed. The record is as it was."))
    return redirect("meeting", meeting.pk)


def _same(
    found: Review, record: Record, judged: dict[Key, ReviewedFact], viewer: Viewer
) -> SameMeeting | None:
    """Answer what is there already of the meeting, in the forum the person chose or the one that is certain."""
    head = judged.get(("meeting", 0))
    return same_meeting(found, viewer, record=record, forum=head.stands_for if head else None)


def _put(record: Record, each: Sent) -> None:
    kind, place = each.key
    if kind in SINGLE:
        record[kind] = each.fact
    else:
        record[kind][place] = each.fact


def _near(request: HttpRequest) -> int:
    text = request.POST.get("near", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _match_of(key: Key, matched: Record) -> Match | None:
    kind, place = key
    name = STANDS_FOR.get(kind)
    if name is None:
        return None
    found: Match | None = matched["forum"] if kind == "meeting" else matched[name][place]
    return found


def _stands_for(record: Record, judged: dict[Key, ReviewedFact], matched: Record) -> dict[Key, str]:
    """Answer what each name is shown to stand for: as the person said, else what is certain.

    Only a person says yes to a name spelled alike; a subject is proposed to be checked.
    """
    shown = {}
    for key, _fact in facts_of(record):
        match = _match_of(key, matched)
        if key in judged and judged[key].outcome:
            shown[key] = judged[key].stands_for
        elif match and (match.certain or key[0] == "items"):
            shown[key] = match.key
    return shown


def _progress(record: Record, judged: dict[Key, ReviewedFact], same: SameMeeting | None) -> tuple[int, int]:
    """Answer how many facts were gone through, of how many; what the record has already needs no one."""
    keys = [key for key, _fact in facts_of(record) if _standing(key, same) != Standing.SAME]
    return sum(key in judged and bool(judged[key].outcome) for key in keys), len(keys)


def _said(done: int, total: int) -> str:
    return _("{done} of {total} gone through").format(done=done, total=total)


def _standing(key: Key, same: SameMeeting | None) -> Standing | None:
    if same is None or same.meeting is None or key not in same.compared:
        return None
    return same.compared[key].standing


def _apply_words(done: int, total: int, same: SameMeeting | None) -> str:
    if same is not None and same.meeting is not None:
        return _("Take over what you said is right")
    if done == total:
        return _("Apply to the record")
    return _("Apply, with the {number} not gone through as they were read").format(number=total - done)


def _page(
    request: HttpRequest,
    found: Review,
    record: Record,
    judged: dict[Key, ReviewedFact],
    matched: Record,
    shown: dict[Key, str],
    problems: list[str],
    status: int = 200,
) -> HttpResponse:
    judgements: dict[Key, Judged] = {}
    for key, _fact in facts_of(record):
        row = judged.get(key)
        judgements[key] = Judged(
            row.outcome if row else "",
            row is not None and row.before is None,
            _match_of(key, matched),
            shown.get(key, ""),
        )
    same = _same(found, record, judged, viewer_of(request))
    compared = same.compared if same is not None and same.meeting is not None else {}
    facts = Facts(record, judgements, current_register(), compared)
    done, total = _progress(record, judged, same)
    standings = [each.standing for each in compared.values()]
    context: dict[str, Any] = {
        "review": found,
        "document_type": record["document_type"],
        "problems": problems,
        "meeting": facts.fact(("meeting", 0)) if record.get("meeting") else None,
        "next_meeting": facts.fact(("next_meeting", 0)) if record.get("next_meeting") else None,
        "sections": facts.sections(),
        "segments": marked(found.document.text, record),
        "progress": _said(done, total),
        "is_done": done == total,
        "total": total,
        "apply_words": _apply_words(done, total, same),
        "same": same,
        "counts": {each.value: standings.count(each) for each in Standing},
        "addable": [(kind, FACTS[kind][0]) for kind in ADDABLE],
        "words": request.POST.get("words", "") if problems else "",
    }
    return render(request, "imports/review.html", context, status=status)
