"""Writing what a person makes of what was read: kept fact by fact, so that a long review can be left and taken up."""

from collections.abc import Sequence

from django.utils import timezone

from samstyr.meetings.judging import Judgement, Outcome, as_judged, draft, facts_of, outcome_of
from samstyr.meetings.models import Review, ReviewedFact
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.rights import Right, Viewer


@service
def judge_facts(*, review: Review, judgements: Sequence[Judgement], actor: Viewer) -> None:
    """Keep what a person says of facts of a review: accepted, corrected or rejected; a later word takes its place.

    Raises InputError where the review has no such fact or waits no longer, and DeniedError where the actor may not
    hand in minutes. Nothing is stored then.
    """
    review = _waiting(review, actor)
    known = {(row.kind, row.place): row for row in ReviewedFact.objects.filter(review=review)}
    as_read = dict(facts_of(review.read or {}))
    rows = []
    for each in judgements:
        key = (each.kind, each.place)
        if key not in as_read and key not in known:
            raise InputError(f"{each.kind}.{each.place}: this review has no such fact")
        before = as_read.get(key)
        said = {
            "outcome": outcome_of(before=before, judgement=each).value,
            "after": each.fact,
            "stands_for": each.stands_for,
        }
        row = known.get(key)
        if row is None or said != {name: getattr(row, name) for name in said}:
            rows.append(_row(review, each.kind, each.place, actor, before=before, **said))
    ReviewedFact.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["review", "kind", "place"],
        update_fields=["outcome", "after", "stands_for", "judged_by", "judged_at"],
    )


@service
def add_fact(*, review: Review, kind: str, span: tuple[int, int], actor: Viewer) -> ReviewedFact:
    """Add a fact that the reader missed, of the words at a span; it is open until the person has filled it in.

    Raises InputError where such a fact can't be added or the span lies outside the text, else as `judge_facts`.
    """
    review = _waiting(review, actor)
    text = review.document.text
    if not 0 <= span[0] < span[1] <= len(text):
        raise InputError(f"span: {span[0]}–{span[1]} lies outside the text (expected 0–{len(text)})")
    record = as_judged(review.read or {}, ReviewedFact.objects.filter(review=review))
    fact = draft(kind, text=text, span=span, record=record)
    row = _row(
        review,
        kind,
        len(record.get(kind) or []),
        actor,
        before=None,
        outcome=Outcome.OPEN.value,
        after=fact,
    )
    row.save()
    return row


def _waiting(review: Review, actor: Viewer) -> Review:
    """Answer the review for this transaction alone."""
    require(actor, Right.HAND_IN_MINUTES)
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.state != "waiting":
        raise InputError(f"{review.document.name}: does not wait for a review; nothing was changed")
    return review


def _row(review: Review, kind: str, place: int, actor: Viewer, **said: object) -> ReviewedFact:
    return ReviewedFact(
        review=review,
        added_by_id=review.added_by_id,
        kept_for=review.kept_for,
        kind=kind,
        place=place,
        judged_by_id=actor.user,
        judged_at=timezone.now(),
        **said,
    )
