"""Reports that were told in a document, such as a forum's minutes: the forum is their rater, never the lead."""

import datetime

from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.models.report import SCALE
from samstyr.portfolio.queries.facts import report_record
from samstyr.portfolio.services.reporting import ReportContent
from samstyr.registry.models import Forum, Initiative, PortfolioEntry
from samstyr.rules.portfolio.reports import may_publish
from samstyr.rules.rights import Right, Viewer


@service
def note_told_report(
    *,
    initiative: Initiative,
    forum: str,
    content: ReportContent,
    source: str,
    day_unknown: bool = False,
    actor: Viewer,
) -> StatusReport:
    """Note what a document tells of an initiative in a forum's portfolio, as of a day.

    The forum is the report's rater, `source` names the document and the place in it. It counts as published on the
    day it is as of; `day_unknown`: it held from then at the latest. Raises InputError without a source, where the
    initiative is not in the forum's portfolio that day or the forum's report as of that day is there already, and
    DeniedError where the actor does not keep the forum's portfolio, a light lacks its reason, or the days do not fit.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=forum)
    if not source.strip():
        raise InputError("source: name the document and the place in it")
    day = content.as_of
    if not PortfolioEntry.objects.filter(forum=forum, initiative=initiative, valid__contains=day).exists():
        raise InputError(f"forum: the initiative is not in its portfolio on {day.isoformat()}")
    rater = Forum.objects.get(pk=forum).name
    if StatusReport.objects.filter(initiative=initiative, rater=rater, as_of=day).exists():
        raise InputError(f"as_of: the forum's report as of {day.isoformat()} is there already")
    report = StatusReport(
        initiative=initiative,
        rater=rater,
        scale=SCALE,
        published_at=datetime.datetime.combine(day, datetime.time(), COPENHAGEN),
        published_by_id=actor.user,
        day_unknown=day_unknown,
        source_document=source.strip(),
        **content.columns(),
    )
    demand(may_publish(report_record(report), {}, {}))
    report.save()
    return report
