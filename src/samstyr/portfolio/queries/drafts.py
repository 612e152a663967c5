"""Reading drafts of reports: the lead's party alone sees them, by this filter and by the database's policy."""

from dataclasses import dataclass

from django.db.models import Max, QuerySet

from samstyr.platform.visibility import visible_to
from samstyr.portfolio.models import ReportDraft, StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.registry.models import Initiative
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a party has written of an initiative, the newest first, and the version published last (0: none)."""

    drafts: tuple[ReportDraft, ...] = ()
    published: int = 0

    @property
    def latest(self) -> ReportDraft | None:
        """The newest version, or None."""
        return self.drafts[0] if self.drafts else None

    @property
    def is_open(self) -> bool:
        """Whether something was written that is not published."""
        return self.latest is not None and self.latest.version > self.published


def drafts_visible_to(viewer: Viewer) -> QuerySet[ReportDraft]:
    """Answer the drafts the viewer may see: those of their party; each with who wrote it."""
    return ReportDraft.objects.filter(visible_to(viewer, ReportDraft)).select_related("written_by__person")


def drafting_of(initiative: Initiative, viewer: Viewer) -> Drafting:
    """Answer what the viewer may see of the drafts of an initiative: two queries."""
    drafts = tuple(drafts_visible_to(viewer).filter(initiative=initiative).order_by("-version"))
    return Drafting(drafts, published_version(initiative) if drafts else 0)


def correctable_reports(initiative: str) -> QuerySet[StatusReport]:
    """Answer the lead's own reports of an initiative that nothing supersedes, the newest first."""
    reports = StatusReport.objects.filter(initiative=initiative, rater=LEAD, superseded_by=None)
    return reports.order_by("-as_of", "-pk")


def latest_version(drafting: Drafting, initiative: Initiative) -> int:
    """Answer the version that one more would be built on, 0 where there is none; another party's may be the last."""
    written = drafting.latest.version if drafting.latest is not None else 0
    return max(written, published_version(initiative))


def published_version(initiative: Initiative) -> int:
    """Answer the version of the draft that was published last, 0 where none was."""
    found = StatusReport.objects.filter(initiative=initiative, rater=LEAD).aggregate(last=Max("draft"))
    return found["last"] or 0
