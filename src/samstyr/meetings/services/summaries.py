"""The summary of answers that came in between meetings: a new version of the case paper."""

import datetime

from samstyr.meetings.models import Case, PaperVersion
from samstyr.meetings.services.papers import PaperContent, WrittenPaper, write_paper
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.rights import Viewer


@service
def add_summary(*, case: Case, text: str, actor: Viewer, now: datetime.datetime) -> WrittenPaper:
    """Add a version of a case's paper with a summary last in its presentation; all else stays word for word.

    Raises InputError where the summary is empty, and DeniedError where the actor prepares the meetings of none of
    the fora the case passes.
    """
    if not text.strip():
        raise InputError("text: the summary is empty")
    case = Case.objects.select_for_update().get(pk=case.pk)
    newest = PaperVersion.objects.filter(case=case).order_by("-version").first()
    before = newest or PaperVersion(case=case)
    content = PaperContent(
        clauses=tuple(before.clauses),
        background=before.background,
        presentation="\n\n".join(filter(None, [before.presentation, text.strip()])),
        economy=before.economy,
        further=before.further,
    )
    return write_paper(
        case=case, content=content, based_on=newest.version if newest else 0, actor=actor, now=now
    )
