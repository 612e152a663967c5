"""Writing a status report in the lead's party, and publishing it: once, for every forum that follows the initiative."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from samstyr.platform.denials import DeniedError, demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import ReportDraft, StatusReport
from samstyr.portfolio.models.report import LEAD, SAID, SCALE
from samstyr.portfolio.queries.drafts import drafts_visible_to, published_version
from samstyr.portfolio.queries.facts import figures_of, sub_lights
from samstyr.portfolio.services.answering import answer_requests
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio import reports as rules
from samstyr.rules.portfolio.lights import (
    IT_RAADET,
    VERSIONS,
    Dimension,
    Figures,
    Light,
    Proposal,
    State,
    propose,
)
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied

NOTHING_KNOWN: Final = Figures()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """What a report says: `sub` are the sub-lights, `deviations` why one is not what the light rule proposes.

    `corrects` is the published report it is to supersede, `correction` what was wrong in it.
    """

    as_of: datetime.date
    state: State
    light: Light = Light.NONE
    reason: str = ""
    sub: Mapping[Dimension, Light] = field(default_factory=dict)
    deviations: Mapping[Dimension, str] = field(default_factory=dict)
    figures: Figures = NOTHING_KNOWN
    text: str = ""
    valid_until: datetime.date | None = None
    corrects: int | None = None
    correction: str = ""

    def columns(self) -> dict[str, Any]:
        """Answer what it says as columns of `Reported`."""
        return {
            "as_of": self.as_of,
            "state": self.state.value,
            "light": self.light.value,
            "reason": self.reason.strip(),
            **{each.value: self.sub.get(each, Light.NONE).value for each in Dimension},
            "deviations": {each.value: why.strip() for each, why in self.deviations.items() if why.strip()},
            "baseline_cost": self.figures.baseline_cost,
            "expected_cost": self.figures.expected_cost,
            "baseline_end": self.figures.baseline_end,
            "expected_end": self.figures.expected_end,
            "text": self.text.strip(),
            "valid_until": self.valid_until,
        }


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A draft as it was kept, and the versions that others wrote after the one it is built on."""

    draft: ReportDraft
    meanwhile: tuple[ReportDraft, ...]


@service
def write_report(
    *, initiative: Initiative, content: ReportContent, based_on: int, actor: Viewer, now: datetime.datetime
) -> WrittenReport:
    """Add a version of the draft of an initiative's report. `based_on` is the version its writer saw, 0 for none.

    Where others wrote in the meantime nothing is lost: this version is kept after theirs, and the answer names them.
    It may be half done: what is missing is asked for when it is published. Raises DeniedError where the actor may not
    write for the lead's party, the register names no lead, or what it corrects is not there.
    """
    party = lead_party(initiative)
    require(actor, Right.WRITE_REPORT, party=party)
    _lock(initiative)
    if content.corrects is not None:
        _corrected(initiative, content.corrects)
    drafts = drafts_visible_to(actor).filter(initiative=initiative, party=party)
    latest = drafts.order_by("-version").values_list("version", flat=True).first() or 0
    latest = max(latest, published_version(initiative))
    based_on = min(max(based_on, 0), latest)
    meanwhile = tuple(drafts.filter(version__gt=based_on))
    draft = ReportDraft.objects.create(
        initiative=initiative,
        party_id=party,
        version=latest + 1,
        based_on=based_on,
        corrects_id=content.corrects,
        correction=content.correction.strip(),
        written_by_id=actor.user,
        written_at=now,
        **content.columns(),
    )
    return WrittenReport(draft, meanwhile)


@service
def publish_report(
    *, initiative: Initiative, version: int, actor: Viewer, now: datetime.datetime
) -> StatusReport:
    """Publish the newest version of the draft: every forum that follows the initiative reads it from now on.

    It can't be taken back, only corrected by another that supersedes it. Raises InputError where there is no such
    version; DeniedError where the actor may not publish for the lead's party, a newer version was written, it is
    published already, another as of that day is, a correction does not say what was wrong, a light lacks its reason, or
    the days do not fit together.
    """
    party = lead_party(initiative)
    require(actor, Right.PUBLISH_REPORT, party=party)
    _lock(initiative)
    drafts = list(drafts_visible_to(actor).filter(initiative=initiative, party=party).order_by("version"))
    draft = next((each for each in drafts if each.version == version), None)
    if draft is None:
        raise InputError(f"version: there is no version {version} of the draft")
    if drafts[-1].version != version:
        demand(Denied("draft-is-newer", {"latest": drafts[-1].version, "version": version}))
    if version <= published_version(initiative):
        demand(Denied("draft-is-published", {"version": version}))
    corrected = _corrected(initiative, draft.corrects_id) if draft.corrects_id is not None else None
    if corrected is not None and not draft.correction:
        demand(Denied("correction-missing"))
    _check_day(draft, corrected)
    proposals = proposed_lights(figures_of(draft))
    reasons = {Dimension(each): why for each, why in draft.deviations.items()}
    demand(rules.may_publish(_record(draft, now), proposals, reasons))
    report = StatusReport.objects.create(
        initiative=initiative,
        rater=LEAD,
        scale=SCALE,
        published_at=now,
        published_by_id=actor.user,
        rule=IT_RAADET,
        rule_version=VERSIONS[IT_RAADET],
        proposed=_as_json(proposals),
        supersedes=corrected,
        correction=draft.correction if corrected else "",
        draft=version,
        **{name: getattr(draft, name) for name in SAID},
    )
    answer_requests(report)
    return report


def proposed_lights(figures: Figures) -> dict[Dimension, Proposal]:
    """Answer the sub-lights that the light rule proposes by the figures, each with why."""
    return propose(IT_RAADET, figures)


def lead_party(initiative: Initiative) -> str:
    """Answer the party of an initiative's lead. Raises DeniedError where the register names no lead."""
    if initiative.lead is None:
        raise DeniedError(Denied("no-lead", {"name": initiative.name}))
    party: str = initiative.lead.party_id
    return party


def _record(draft: ReportDraft, now: datetime.datetime) -> rules.Report:
    return rules.Report(
        initiative=draft.initiative_id,
        as_of=draft.as_of,
        published_at=now,
        valid_until=draft.valid_until,
        light=Light(draft.light),
        state=State(draft.state),
        scale=SCALE,
        rater=LEAD,
        reason=draft.reason,
        sub=sub_lights(draft),
    )


def _lock(initiative: Initiative) -> None:
    """Let whoever else writes on the initiative's report wait until we are done."""
    Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)


def _corrected(initiative: Initiative, report: int) -> StatusReport:
    """Answer the lead's published report that is to be superseded, and is not yet."""
    found = StatusReport.objects.filter(pk=report, initiative=initiative, rater=LEAD, superseded_by=None)
    corrected = found.first()
    if corrected is None:
        raise DeniedError(Denied("report-superseded"))
    return corrected


def _check_day(draft: ReportDraft, corrected: StatusReport | None) -> None:
    """See that no other standing report is as of the draft's day: the lead reports once for a day."""
    others = StatusReport.objects.filter(
        initiative=draft.initiative_id, rater=LEAD, as_of=draft.as_of, superseded_by=None
    )
    if corrected is not None:
        others = others.exclude(pk=corrected.pk)
    if others.exists():
        demand(Denied("day-is-reported", {"as_of": draft.as_of}))


def _as_json(proposals: Mapping[Dimension, Proposal]) -> dict[str, Any]:
    """Answer what the rule proposed, as it is kept: exact amounts and days as text."""
    return {
        each.value: {
            "light": proposal.light.value,
            "code": proposal.because.code.value,
            "facts": {name: _plain(value) for name, value in proposal.because.facts.items()},
        }
        for each, proposal in proposals.items()
    }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return value if value is None or isinstance(value, int) else str(value)
