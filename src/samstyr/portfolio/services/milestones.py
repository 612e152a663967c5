"""Milestones: dates are added to them and never taken away; and what waits for what.

Who may write for the party of an initiative's lead writes them; services/standing_in.py says who does where the
register names no lead.
"""

import datetime
from typing import Final

from django.db import connection

from samstyr.meetings.models import Resolution
from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.denials import demand
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import InitiativeDependency, InitiativePart, Milestone, MilestoneDate
from samstyr.portfolio.queries.milestones import agreed_record, dependency_records, place_names
from samstyr.portfolio.services.standing_in import require_writer
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind, Dependency, may_depend, may_set
from samstyr.rules.rights import Viewer
from samstyr.rules.verdict import Denied

LOCK: Final = "SELECT pg_advisory_xact_lock(hashtext('samstyr.portfolio.dependencies'))"


@service
def add_milestone(
    *,
    initiative: Initiative,
    name: str,
    baseline: Agreed,
    part: InitiativePart | None = None,
    actor: Viewer,
    now: datetime.datetime,
) -> Milestone:
    """Add a milestone with its first date. Raises InputError for an empty name, a part of another initiative, a first
    date that is no baseline, or one set on a day to come; DeniedError where there is one of that name, or the actor may
    not write for the
    lead's party.
    """
    require_writer(initiative, actor)
    if not name.strip():
        raise InputError("name: give the milestone a name")
    if Milestone.objects.filter(initiative=initiative, name=name.strip()).exists():
        demand(Denied("milestone-name-taken", {"name": name.strip()}))
    if part is not None and part.initiative_id != initiative.pk:
        raise InputError("part: it is a part of another initiative")
    if baseline.kind != AgreedKind.BASELINE:
        raise InputError("baseline: the first date of a milestone is its baseline")
    milestone = Milestone.objects.create(initiative=initiative, part=part, name=name.strip())
    _add(milestone, baseline, None, actor, now)
    return milestone


@service
def set_milestone_date(
    *,
    milestone: Milestone,
    date: Agreed,
    resolution: Resolution | None = None,
    reason: str = "",
    actor: Viewer,
    now: datetime.datetime,
) -> MilestoneDate:
    """Give a milestone another date; those before stay. Raises DeniedError where the actor may not write for the lead's
    party, it has a baseline already, the same was set that day, or the milestone is reached; InputError where nobody is
    said to have set it, or it is set on a day to come.
    """
    require_writer(milestone.initiative, actor)
    milestone = Milestone.objects.select_for_update(no_key=True).get(pk=milestone.pk)
    if milestone.reached_on is not None:
        demand(Denied("milestone-is-reached", {"on": milestone.reached_on}))
    if not date.by.strip():
        raise InputError("by: say who or what set the date")
    demand(may_set([agreed_record(each) for each in milestone.dates.all()], date))
    return _add(milestone, date, resolution, actor, now, reason)


@service
def reach_milestone(*, milestone: Milestone, on: datetime.date, actor: Viewer) -> Milestone:
    """Note the day a milestone was reached. Raises DeniedError where it was before, or the actor may not write for the
    lead's party.
    """
    require_writer(milestone.initiative, actor)
    milestone = Milestone.objects.select_for_update(no_key=True).get(pk=milestone.pk)
    if milestone.reached_on is not None:
        demand(Denied("milestone-is-reached", {"on": milestone.reached_on}))
    milestone.reached_on = on
    milestone.save(update_fields=["reached_on"])
    return milestone


@service
def add_dependency(
    *,
    before: Milestone | Initiative,
    after: Milestone | Initiative,
    lag: int = 0,
    reason: str = "",
    actor: Viewer,
) -> InitiativeDependency:
    """Note that an initiative waits for another, or a milestone for another with `lag` days between.

    Raises InputError where one is an initiative and the other a milestone, and DeniedError where the actor may not
    write for the party whose initiative waits, it is noted already, or they would wait for each other.
    """
    if isinstance(before, Milestone) != isinstance(after, Milestone):
        raise InputError("before, after: choose two initiatives or two milestones")
    first, second = (each.initiative if isinstance(each, Milestone) else each for each in (before, after))
    require_writer(second, actor)
    # Rows that are not there yet can't be locked: two that each close half of a circle have to come one after another.
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    known = list(InitiativeDependency.objects.all())
    of_milestones = isinstance(before, Milestone)
    records = dependency_records(known, of_milestones=of_milestones)
    verdict = may_depend(records, Dependency(str(before.pk), str(after.pk), lag))
    if isinstance(verdict, Denied) and verdict.code == "milestones-in-circle":
        circle = verdict.facts["circle"]
        keys = circle if isinstance(circle, tuple) else ()
        names = place_names(keys, of_milestones=of_milestones)
        told = " → ".join(names[key] for key in (*keys, keys[0]))
        verdict = Denied(verdict.code, {"circle": told})
    demand(verdict)
    return InitiativeDependency.objects.create(
        before=first,
        after=second,
        before_milestone=before if isinstance(before, Milestone) else None,
        after_milestone=after if isinstance(after, Milestone) else None,
        lag=lag,
        reason=reason.strip(),
    )


def _add(
    milestone: Milestone,
    date: Agreed,
    resolution: Resolution | None,
    actor: Viewer,
    now: datetime.datetime,
    reason: str = "",
) -> MilestoneDate:
    # A date is never taken back: one from a day to come would hide the milestone until then.
    if date.on > now.astimezone(COPENHAGEN).date():
        raise InputError(f"on: {date.on.isoformat()} has not come: choose the day the date was set")
    return MilestoneDate.objects.create(
        milestone=milestone,
        date=date.date,
        kind=date.kind.value,
        by=date.by.strip(),
        on=date.on,
        reason=reason.strip(),
        resolution=resolution,
        written_by_id=actor.user,
        written_at=now,
    )
