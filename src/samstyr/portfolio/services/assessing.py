"""What a forum holds of a report: beside the lead's own light, never instead of it."""

import datetime

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import Assessment, StatusReport
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied


@service
def assess_report(
    *,
    report: StatusReport,
    forum: str,
    light: Light,
    reason: str,
    resolution: Resolution | None = None,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> Assessment:
    """Note what a forum holds of a report, on a day; of several the latest counts.

    `resolution` is the forum's, where it decided so. Raises InputError where no reason is given; DeniedError
    where the initiative is not in the forum's portfolio that day, the report is superseded, the resolution is another
    forum's, or the actor is no secretary of the forum.
    """
    require(actor, Right.ASSESS_REPORT, forum=forum)
    if not reason.strip():
        raise InputError("reason: say why the forum sees it so")
    entries = PortfolioEntry.objects.filter(forum=forum, initiative=report.initiative_id, valid__contains=on)
    if not entries.exists():
        demand(Denied("not-in-portfolio"))
    if StatusReport.objects.filter(supersedes=report).exists():
        demand(Denied("report-superseded"))
    check_resolution(resolution, forum)
    return Assessment.objects.create(
        forum_id=forum,
        report=report,
        light=light.value,
        reason=reason.strip(),
        resolution=resolution,
        on=on,
        written_by_id=actor.user,
        written_at=now,
    )


def check_resolution(resolution: Resolution | None, forum: str) -> None:
    """See that a resolution is the forum's own. Raises DeniedError where it is another's."""
    if resolution is None:
        return
    item = resolution.item
    if forum not in {item.meeting.forum_id, item.sitting_as_id}:
        demand(Denied("resolution-elsewhere"))
