"""Reading what goes on between meetings, each as its viewer sees it: the database hides the same rows."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from samstyr.meetings.models import (
    Case,
    ClosedCase,
    Consultation,
    ConsultationReply,
    Ratification,
    RegisterProposal,
    Signature,
    WrittenAnswer,
    WrittenProcedure,
)
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer


def written_visible_to(viewer: Viewer) -> QuerySet[WrittenProcedure]:
    """Answer the written procedures the viewer may see, the first due first, each with its answers."""
    answers = WrittenAnswer.objects.filter(visible_to(viewer, WrittenAnswer))
    found = WrittenProcedure.objects.filter(visible_to(viewer, WrittenProcedure)).select_related(
        "leg__case", "leg__forum", "leg__meeting", "paper", "silence_basis", "reported__meeting"
    )
    return found.prefetch_related(
        Prefetch("answers", queryset=answers.select_related("party", "written_by__person"))
    ).order_by("deadline", "pk")


def consultations_visible_to(viewer: Viewer) -> QuerySet[Consultation]:
    """Answer the consultations the viewer may see, the last due first, each with the replies they may see.

    Those who sit in the forum see all replies; who is asked sees their own.
    """
    replies = ConsultationReply.objects.filter(visible_to(viewer, ConsultationReply))
    found = Consultation.objects.filter(visible_to(viewer, Consultation)).select_related("case", "forum")
    return found.prefetch_related(
        Prefetch("replies", queryset=replies.select_related("organisation", "written_by__person"))
    ).order_by("-deadline", "-pk")


def ratifications_visible_to(viewer: Viewer) -> QuerySet[Ratification]:
    """Answer the lines of the ledger the viewer may see, those awaited and first due first.

    All with a role see them; of a closed case its forum, and the parties that ratify.
    """
    found = Ratification.objects.filter(visible_to(viewer, Ratification))
    return found.select_related("leg__case", "leg__forum", "leg__meeting", "party", "body").order_by(
        "state", "due", "pk"
    )


def proposals_visible_to(viewer: Viewer) -> QuerySet[RegisterProposal]:
    """Answer what meetings proposed to the register, as far as the viewer may see it, the newest first."""
    found = RegisterProposal.objects.filter(visible_to(viewer, RegisterProposal))
    return found.select_related("item__meeting__forum", "written_by__person").order_by("-written_at", "-pk")


def signatures_visible_to(viewer: Viewer) -> QuerySet[Signature]:
    """Answer the signatures the viewer may see, those asked for last first."""
    found = Signature.objects.filter(visible_to(viewer, Signature))
    return (
        found.select_related("attachment__case", "person__user")
        .defer("attachment__content")
        .order_by("-asked_at", "-pk")
    )


def titles_of(viewer: Viewer, cases: Iterable[Case]) -> dict[int, str]:
    """Answer what cases are called, by key; a closed one has a title only for those who may see it."""
    wanted = {case.pk: case for case in cases}
    closed = [key for key, case in wanted.items() if case.closed]
    private = (
        ClosedCase.objects.filter(visible_to(viewer, ClosedCase), case__in=closed).values_list(
            "case", "title"
        )
        if closed
        else ()
    )
    return {key: case.title for key, case in wanted.items() if not case.closed} | dict(private)
