"""Taking a user out of what they wrote and handed in; the texts stay with those they were written for."""

from django.db.models import QuerySet

from samstyr.documents.models import SourceDocument
from samstyr.meetings.models import (
    ImportBatch,
    Position,
    Review,
    ReviewedFact,
    RoomComment,
    RoomDraft,
    RoomHearing,
    Signature,
)
from samstyr.meetings.queries.personal import written_models
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.rights import Right, Viewer


@service
def unlink_user(*, user: int, actor: Viewer) -> None:
    """Take a user off everything they wrote, released, handed in or reviewed.

    A party keeps its drafts, comments and hearings, a forum its documents, papers and minutes: they no longer say by
    whom.
    Documents that only the user could see are removed. Raises DeniedError where the actor may not manage users, and
    InputError where the same document is part of the record twice.
    """
    require(actor, Right.MANAGE_USERS)
    own_documents(user).delete()
    ImportBatch.objects.filter(added_by=user).delete()
    for document in SourceDocument.objects.filter(added_by=user):
        _keep_one_of(document)
    SourceDocument.objects.filter(added_by=user).update(added_by=None)
    Review.objects.filter(added_by=user).update(added_by=None)
    Review.objects.filter(reviewer=user).update(reviewer=None)
    ReviewedFact.objects.filter(added_by=user).update(added_by=None)
    ReviewedFact.objects.filter(judged_by=user).update(judged_by=None)
    Position.objects.filter(released_by=user).update(released_by=None)
    for room in (RoomHearing, RoomDraft, RoomComment):
        room._default_manager.filter(written_by=user).update(written_by=None)
    for written in written_models():
        written._default_manager.filter(written_by=user).update(written_by=None)
    # What nobody has signed yet is not part of the record.
    Signature.objects.filter(person__user=user, signed_at=None).delete()


def own_documents(user: int) -> QuerySet[SourceDocument]:
    """Answer the documents a user handed in that no forum has and no meeting was read from."""
    return SourceDocument.objects.filter(added_by=user, kept_for="", meeting=None)


def _keep_one_of(document: SourceDocument) -> None:
    """Let one of two documents with the same bytes go, where the other was handed in by nobody who is named.

    What the record rests on stays.
    """
    same = SourceDocument.objects.filter(sha256=document.sha256, added_by=None)
    for other in same.select_related("meeting"):
        loose = [each for each in (document, other) if not hasattr(each, "meeting")]
        if not loose:
            raise InputError(f"{document.name}: the record has it twice; nothing was erased")
        loose[0].delete()
