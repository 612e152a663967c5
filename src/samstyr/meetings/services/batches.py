"""Documents handed in together: kept whole or not at all, each with its own review."""

from collections.abc import Iterable
from dataclasses import dataclass

from samstyr.meetings.models import ImportBatch, Review
from samstyr.meetings.services.minutes import hand_in
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.jobs import defer
from samstyr.platform.service import service
from samstyr.rules.procedure.readers import user
from samstyr.rules.rights import Right, Viewer


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A document of a batch; `refused` is why it is not kept, in words, empty where it is."""

    name: str
    content: bytes = b""
    refused: str = ""


@service
def hand_in_batch(*, name: str, documents: Iterable[HandedIn], actor: Viewer) -> ImportBatch:
    """Keep documents that were handed in together, and let the worker read each that is new; answer the batch.

    One that is refused, or was handed in before, is noted, and the rest is kept. What `documents` raises is raised,
    and nothing is kept then. Raises DeniedError where the actor may not hand in minutes, InputError where nobody is
    logged in.
    """
    require(actor, Right.HAND_IN_MINUTES)
    if actor.user is None:
        raise InputError("batch: only someone who is logged in can hand in a batch")
    batch = ImportBatch.objects.create(added_by_id=actor.user, name=name, readers=[user(actor.user)])
    for each in documents:
        if each.refused:
            batch.refused.append({"name": each.name, "reason": each.refused})
            continue
        review, is_new = hand_in(name=each.name, content=each.content, actor=actor)
        if not is_new:
            batch.there_before.append({"name": each.name, "review": review.pk})
            continue
        Review.objects.filter(pk=review.pk).update(batch=batch)
        defer("read_review", review=review.pk, actor=actor.user)
    batch.save(update_fields=["refused", "there_before"])
    return batch
