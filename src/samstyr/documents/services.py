"""Keeping documents, and what can be found."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from samstyr.documents.models import SearchEntry, SourceDocument
from samstyr.platform.danish import fold
from samstyr.platform.service import service
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class FoundBy:
    """A thing that can be found: its kind and key, how it is shown, and the words it is found by."""

    kind: str
    key: str
    title: str
    detail: str = ""
    words: str = ""


@service
def make_findable(*, found: Iterable[FoundBy]) -> None:
    """Let things be found by their words from now on. Only what everyone may read may be handed in."""
    SearchEntry.objects.bulk_create(
        (
            SearchEntry(
                kind=each.kind,
                key=each.key,
                title=each.title,
                detail=each.detail,
                words=each.words,
                folded=fold(f"{each.title} {each.words}"),
            )
            for each in found
        ),
        batch_size=1_000,
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["title", "detail", "words", "folded"],
    )


def make_unfindable(*, kind: str, keys: Iterable[str]) -> None:
    """Let things of a kind no longer be found."""
    SearchEntry.objects.filter(kind=kind, key__in=list(keys)).delete()


@service
def keep_document(*, name: str, content: bytes, actor: Viewer) -> tuple[SourceDocument, bool]:
    """Keep a document once; answer it and whether it is new. The same bytes of one person are one document."""
    return SourceDocument.objects.get_or_create(
        sha256=hashlib.sha256(content).hexdigest(),
        added_by_id=actor.user,
        defaults={"name": name[:255], "content": content},
    )
