"""Initiatives come into portfolios and leave them by decision, within the forum's mandate."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db.backends.postgresql.psycopg_any import DateRange

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import PortfolioDecision
from samstyr.portfolio.services.assessing import check_resolution
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.registry.queries import current_register
from samstyr.rules.mandate import Check, check, holders
from samstyr.rules.portfolio.entry import Entering, Leaving, may_enter, may_leave
from samstyr.rules.register import Act
from samstyr.rules.rights import Right, Viewer

NO_FACTS: Final[Mapping[str, object]] = {}
DISSOLVED: Final[Mapping[str, object]] = {"project_group": "dissolved"}
# Outcomes by which a board recommends what it was asked to.
RECOMMENDS: Final = frozenset({"recommended", "approved", "adopted", "endorsed", "agreed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTerms:
    """What is decided with an entry: the forum's tasks; `subject` is the matter the mandate is checked on."""

    subject: str
    tasks: str
    resolution: Resolution | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitTerms:
    """What an exit rests on: `recommended_by` is the board's resolution; `subject` as of an entry."""

    subject: str
    steering_group_dissolved_on: datetime.date | None
    recommended_by: Resolution | None
    resolution: Resolution | None = None
    reason: str = ""

    @property
    def facts(self) -> Mapping[str, object]:
        """What the mandates to recommend an exit depend on."""
        return NO_FACTS if self.steering_group_dissolved_on is None else DISSOLVED


@service
def enter_portfolio(
    *,
    initiative: Initiative,
    forum: str,
    terms: EntryTerms,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> PortfolioDecision:
    """Take an initiative into a forum's portfolio from a day on, with the forum's tasks for it.

    The register gets the entry; one that begins there on the day, without a decision, is what was decided. Raises
    InputError for a subject the register lacks or another forum's resolution, and DeniedError where the actor does not
    keep the forum's portfolio, the initiative is in it, no tasks are fixed, or the forum may not decide it.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=forum)
    check_resolution(terms.resolution, forum)
    _lock(initiative)
    found = _checked(forum, terms.subject, on)
    entries = PortfolioEntry.objects.filter(forum=forum, initiative=initiative)
    decided = PortfolioDecision.objects.filter(forum=forum, initiative=initiative, kind="entry", on=on)
    registered = entries.filter(valid__startswith=on).exists() and not decided.exists()
    # One that begins later would overlap with what is entered now.
    stands = entries.filter(valid__endswith__gt=on).exists() or entries.filter(valid__upper_inf=True).exists()
    is_in = stands and not registered
    demand(may_enter(Entering(tasks=terms.tasks, mandate=found.verdict, is_in=is_in)))
    if not registered:
        PortfolioEntry.objects.create(
            forum_id=forum, initiative=initiative, valid=DateRange(on, None, "[)"), note=terms.reason.strip()
        )
    return PortfolioDecision.objects.create(
        initiative=initiative,
        forum_id=forum,
        kind="entry",
        on=on,
        resolution=terms.resolution,
        tasks=terms.tasks.strip(),
        reason=terms.reason.strip(),
        subject_id=terms.subject,
        verdict=found.verdict.value,
        said=found.reason,
        written_by_id=actor.user,
        written_at=now,
    )


@service
def leave_portfolio(
    *,
    initiative: Initiative,
    forum: str,
    terms: ExitTerms,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> PortfolioDecision:
    """Let an initiative leave a forum's portfolio from a day on; benefits are followed after that.

    What the mandate check says of the forum's deciding it is kept, but does
    not bar it: no register need name a forum that decides an exit. Raises InputError for a subject the register lacks,
    a resolution that is another forum's or recommends nothing, or where it entered on that day; DeniedError where the
    actor does not keep the forum's portfolio, the initiative is not in it, its steering group is not dissolved, or the
    board has not recommended it.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=forum)
    check_resolution(terms.resolution, forum)
    _lock(initiative)
    found = _checked(forum, terms.subject, on, terms.facts)
    _check_recommendation(terms)
    entry = PortfolioEntry.objects.filter(forum=forum, initiative=initiative, valid__contains=on).first()
    recommended_on = None if terms.recommended_by is None else terms.recommended_by.item.meeting.date
    demand(
        may_leave(
            Leaving(
                on=on,
                steering_group_dissolved_on=terms.steering_group_dissolved_on,
                recommended_on=recommended_on,
                is_in=entry is not None,
            )
        )
    )
    if entry is not None:
        if entry.valid.lower == on:
            raise InputError(
                f"on: it entered on {on.isoformat()}: it can leave the day after at the earliest"
            )
        entry.valid = DateRange(entry.valid.lower, on, "[)")
        entry.save(update_fields=["valid"])
    return PortfolioDecision.objects.create(
        initiative=initiative,
        forum_id=forum,
        kind="exit",
        on=on,
        resolution=terms.resolution,
        steering_group_dissolved_on=terms.steering_group_dissolved_on,
        recommended_by=terms.recommended_by,
        reason=terms.reason.strip(),
        subject_id=terms.subject,
        verdict=found.verdict.value,
        said=found.reason,
        written_by_id=actor.user,
        written_at=now,
    )


def _checked(forum: str, subject: str, on: datetime.date, facts: Mapping[str, object] = NO_FACTS) -> Check:
    """Answer whether the forum may decide the matter on the day."""
    register = current_register()
    for what, known, key in (("forum", register.fora, forum), ("subject", register.subjects, subject)):
        if key not in known:
            raise InputError(f"{what}: the register has no {what} {key[:60]!r}")
    return check(register, forum, Act.DECIDE, subject, on, facts)


def _check_recommendation(terms: ExitTerms) -> None:
    """See that a resolution recommends, and that its forum is one the register lets recommend the matter, if any."""
    if terms.recommended_by is None:
        return
    item = terms.recommended_by.item
    if terms.recommended_by.verb not in RECOMMENDS:
        raise InputError("recommended_by: the resolution recommends nothing")
    boards = holders(current_register(), Act.RECOMMEND, terms.subject, item.meeting.date, terms.facts)
    if boards and not {item.meeting.forum_id, item.sitting_as_id} & boards.keys():
        raise InputError("recommended_by: the resolution's forum has no say in the matter")


def _lock(initiative: Initiative) -> None:
    """Let whoever else decides on the initiative's portfolios wait until we are done."""
    Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
