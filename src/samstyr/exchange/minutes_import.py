"""Importing minutes: a document is handed in and read, and what was read waits for a person."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import transaction

from samstyr.exchange.reading_apart import Outcome, ReadDocument, Source, read_alone
from samstyr.exchange.refusals import reason
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.meetings.matching import Match, matches
from samstyr.meetings.models import Review
from samstyr.meetings.queries import reviews_of_contents, same_meeting
from samstyr.meetings.services import apply_minutes, close_as_same, hand_in, read_minutes, refuse_document
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.rights import OPERATOR, Right, Viewer


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its review, whether it was new, and what its names stand for."""

    review: Review
    is_new: bool
    matched: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file of a batch, in plain data.

    `refused` is the reason in words, empty where there is none. `applied` tells whether it became part of the record
    just now, `open` why it could not. `same_as` names the meeting whose minutes were there already, and `brings` how
    many facts of it are new or differ.
    """

    review: int | None = None
    state: str = ""
    is_new: bool = False
    applied: bool = False
    same_as: str = ""
    brings: int = 0
    refused: str = ""
    open: str = ""


def keep_reading(*, review: Review, outcome: Outcome) -> Review:
    """Keep what was read from a document that was handed in, or why it could not be; again it does nothing."""
    if review.state != "reading":
        return review
    if isinstance(outcome, UnreadableDocumentError):
        return refuse_document(review=review, reason=f"{review.document.name}: {reason(outcome.code)}")
    return read_minutes(review=review, text=outcome.text, record=outcome.record)


def read_handed_in(*, review: Review) -> Review:
    """Take the text out of a document that was handed in and read it; a document without any is refused."""
    if review.state != "reading":
        return review
    return keep_reading(review=review, outcome=read_alone(source_of(review)))


def source_of(review: Review) -> Source:
    """Answer the document of a review, to be read."""
    return Source(review.document.name, bytes(review.document.content))


def import_file(*, path: Path, apply: bool, actor: Viewer = OPERATOR) -> Imported:
    """Hand in a file and read it; with `apply`, make it part of the record at once.

    Names are then taken to stand for what bears exactly that name in the register. What is only spelled alike
    is left open, because only a person says yes to it. Raises InputError where the file can't be read or
    applied; nothing of it is kept then.
    """
    outcome = read_alone(Source(path.name, path))
    if isinstance(outcome, UnreadableDocumentError):
        raise InputError(f"{path}: {reason(outcome.code)}")
    with transaction.atomic():
        review, is_new = _kept(path, outcome, actor)
        record = review.read or {}
        matched = matches(current_register(), record)
        if apply and review.state == "waiting":
            _apply_certain(review, actor)
            review.refresh_from_db()
    return Imported(review, is_new, matched)


def known_documents(*, digests: list[str], actor: Viewer = OPERATOR) -> dict[str, int]:
    """Answer the reviews of documents with these check sums that the actor has handed in before.

    Raises DeniedError where the actor may not hand in minutes at all.
    """
    require(actor, Right.HAND_IN_MINUTES)
    found = reviews_of_contents(digests, actor)
    return {review.document.sha256: review.pk for review in found}


def take(*, path: Path, outcome: ReadDocument, apply: bool, actor: Viewer = OPERATOR) -> Taken:
    """Keep a document that has been read, and with `apply` make it part of the record where everything is certain.

    All or nothing. A document that can't be applied as it is waits for a person.
    """
    try:
        with transaction.atomic():
            review, is_new = _kept(path, outcome, actor)
    except InputError as problem:
        return Taken(refused=str(problem))
    return _taken(review, is_new=is_new, apply=apply, actor=actor)


def take_known(*, review: int, apply: bool, actor: Viewer = OPERATOR) -> Taken:
    """Say what became of a document that was handed in before; with `apply`, make it part of the record now."""
    found = Review.objects.select_related("document").get(pk=review)
    return _taken(found, is_new=False, apply=apply, actor=actor)


def _kept(path: Path, outcome: ReadDocument, actor: Viewer) -> tuple[Review, bool]:
    content = path.read_bytes()
    if sha256(content).hexdigest() != outcome.sha256:
        raise InputError(reason("changed"))
    review, is_new = hand_in(name=path.name, content=content, actor=actor)
    return keep_reading(review=review, outcome=outcome), is_new


def _taken(review: Review, *, is_new: bool, apply: bool, actor: Viewer) -> Taken:
    why_open = ""
    waited = review.state == "waiting"
    if apply and review.state == "waiting":
        try:
            with transaction.atomic():
                _apply_certain(review, actor)
        except InputError as problem:
            why_open = str(problem)
        review.refresh_from_db()
    same = same_meeting(review, actor) if review.state == "waiting" else None
    return Taken(
        review=review.pk,
        state=review.state,
        is_new=is_new,
        applied=waited and review.state == "applied",
        same_as=str(same or review.same_as or ""),
        brings=same.brings if same else 0,
        refused=review.error if review.state == "failed" else "",
        open=why_open,
    )


def _apply_certain(review: Review, actor: Viewer) -> None:
    """Apply what was read where every name is certain; close what brings nothing new of a meeting.

    What a document says otherwise than the record, only a person decides: then InputError.
    """
    same = same_meeting(review, actor)
    if same is not None and same.meeting is not None and not same.brings:
        close_as_same(review=review, actor=actor)
        return
    record = review.read or {}
    apply_minutes(
        review=review, record=record, chosen=_certain(matches(current_register(), record)), actor=actor
    )


def _certain(matched: dict[str, Any]) -> dict[str, Any]:
    """Answer what names stand for where that is certain."""

    def key(match: Match | None) -> str | None:
        return match.key if match and match.certain else None

    lists = {name: [key(each) for each in found] for name, found in matched.items() if name != "forum"}
    return {"forum": key(matched["forum"]), **lists}
