"""A review as a test case of the reader: the text, and beside it what a person made of it, as an answer key.

The text holds the names of those who met; so does the key.
"""

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from samstyr.meetings.judging import LISTS, Outcome, Record, as_judged, facts_of, kept
from samstyr.meetings.models import Review
from samstyr.meetings.queries import reviewed_facts, reviews_visible_to
from samstyr.platform.errors import InputError
from samstyr.rules.rights import OPERATOR, Viewer

# What a key leaves out: where in the text, by which rule and under which file name are not answers.
LEFT_OUT: Final = {"span", "rule", "kind_from"}
WHOLE: Final = ("document_type", "meeting", *LISTS, "next_meeting")


def export_reviews(*, folder: Path, reviews: Sequence[int] = (), actor: Viewer = OPERATOR) -> list[Path]:
    """Write reviews as test cases into a folder, each under its number; answer the texts written.

    Without numbers, every review the actor may see that a person applied or went through wholly; what a command
    applied as it was read says nothing of how well it was read. A test case that stands there is written anew. Raises
    InputError where a review can't be seen or is not gone through, or where the folder can't be written; nothing is
    written then.
    """
    seen = reviews_visible_to(actor).filter(read__isnull=False).order_by("pk")
    found = {each.pk: each for each in (seen.filter(pk__in=reviews) if reviews else seen)}
    missing = [str(number) for number in reviews if number not in found]
    if missing:
        raise InputError(f"review: there is no review {', '.join(missing)} that you may see")
    cases = {}
    for number, review in found.items():
        if reviews or (_is_seen_by_a_person(review, actor) and _is_ready(review, actor)):
            cases[f"{number:02}"] = case_of(review=review, actor=actor)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, (text, key) in cases.items():
            (folder / f"{name}.txt").write_bytes(text)
            (folder / f"{name}.json").write_bytes(key)
    except OSError as problem:
        raise InputError(f"{folder}: can't be written: {problem.strerror or problem}") from problem
    return [folder / f"{name}.txt" for name in cases]


def case_file(*, review: Review, actor: Viewer) -> bytes:
    """Answer a test case as a zip; raises InputError where the review is not gone through."""
    text, key = case_of(review=review, actor=actor)
    name = f"{review.pk:02}"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(f"{name}.txt", text)
        package.writestr(f"{name}.json", key)
    return packed.getvalue()


def case_of(*, review: Review, actor: Viewer) -> tuple[bytes, bytes]:
    """Answer the text of a review and its answer key; raises InputError where it is not gone through.

    Once a review is applied, what nobody said anything of counts as right: the person let it stand.
    """
    if review.read is None or not _is_ready(review, actor):
        raise InputError(
            f"{review.document.name}: is not gone through; go through the rest, or apply it, and export it then"
        )
    judged = list(reviewed_facts(review, actor))
    record, _order = kept(
        as_judged(review.read, judged),
        rejected={(each.kind, each.place) for each in judged if each.outcome == Outcome.REJECTED},
        added={(each.kind, each.place) for each in judged if each.before is None},
    )
    return review.document.text.encode(), _as_lines(answer_key(record)).encode()


def answer_key(record: Record) -> Record:
    """Answer what a reader should find in a text: the record without places and rules.

    A fact names its item by number; by place only where the number stands twice, or is missing.
    """
    numbers = [item.get("number") for item in record["items"]]

    def plain(fact: Record) -> Record:
        left_out = LEFT_OUT | ({"item_index"} if numbers.count(fact.get("item")) == 1 else set())
        return {name: value for name, value in fact.items() if name not in left_out}

    key: Record = {}
    for name in WHOLE:
        value = record.get(name)
        if isinstance(value, list):
            key[name] = [plain(fact) for fact in value]
        else:
            key[name] = plain(value) if isinstance(value, dict) else value
    return key


def _is_seen_by_a_person(review: Review, actor: Viewer) -> bool:
    return review.reviewer_id is not None or reviewed_facts(review, actor).exists()


def _is_ready(review: Review, actor: Viewer) -> bool:
    if review.state == "applied":
        return True
    rows = list(reviewed_facts(review, actor))
    judged = {(each.kind, each.place) for each in rows if each.outcome}
    return all(key in judged for key, _fact in facts_of(as_judged(review.read or {}, rows)))


def _as_lines(key: Record) -> str:
    """Answer a key with one fact a line, as a person reads and changes it."""

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for name, value in key.items():
        facts = [f"  {line(fact)}" for fact in value] if isinstance(value, list) else []
        parts.append(f"{line(name)}: " + ("[\n" + ",\n".join(facts) + "]" if facts else line(value)))
    return "{" + ",\n ".join(parts) + "}\n"
