"""Importing minutes: a document is handed in and read, and what was read waits for a person."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samstyr.exchange.document_text import text_of_bytes
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.meetings.matching import Match, matches
from samstyr.meetings.models import Review
from samstyr.meetings.services import apply_minutes, hand_in, read_minutes, refuse_document
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.rights import OPERATOR, Viewer


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its review, whether it was new, and what its names stand for."""

    review: Review
    is_new: bool
    matched: dict[str, Any]


def read_handed_in(*, review: Review) -> Review:
    """Take the text out of a document that was handed in and read it; a document without any is refused."""
    if review.state != "reading":
        return review
    document = review.document
    try:
        text = text_of_bytes(bytes(document.content), document.name)
    except UnreadableDocumentError as problem:
        return refuse_document(review=review, reason=f"{document.name}: {problem}")
    return read_minutes(review=review, text=text)


def import_file(*, path: Path, apply: bool, actor: Viewer = OPERATOR) -> Imported:
    """Hand in a file and read it; with `apply`, make it part of the record at once.

    Names are then taken to stand for what bears exactly that name in the register. What is only spelled alike
    is left open, because only a person says yes to it. Raises InputError where the file can't be read or
    applied; nothing of it is kept then.
    """
    try:
        content = path.read_bytes()
        text_of_bytes(content, path.name)
    except OSError as problem:
        raise InputError(f"{path}: cannot be opened: {problem.strerror or problem}") from problem
    except UnreadableDocumentError as problem:
        raise InputError(f"{path}: {problem}") from problem
    review, is_new = hand_in(name=path.name, content=content, actor=actor)
    review = read_handed_in(review=review)
    record = review.read or {}
    matched = matches(current_register(), record)
    if apply and review.state == "waiting":
        apply_minutes(review=review, record=record, chosen=_certain(matched), actor=actor)
        review.refresh_from_db()
    return Imported(review, is_new, matched)


def _certain(matched: dict[str, Any]) -> dict[str, Any]:
    """Answer what names stand for where that is certain."""

    def key(match: Match | None) -> str | None:
        return match.key if match and match.certain else None

    lists = {name: [key(each) for each in found] for name, found in matched.items() if name != "forum"}
    return {"forum": key(matched["forum"]), **lists}
