"""What was promised, and what came of it: what the page and both files of the yearly follow-up say of an agreement.

Source: description of the national board for health IT, section 3 (the yearly follow-up to the government).
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.agreements import Following, Kept, Promise, Touch
from samstyr.print.danish_words import day
from samstyr.print.portfolio.light_words import LIGHTS, NO_REPORT, STATES, light_words
from samstyr.print.sheet.content import Section, Sheet, Table
from samstyr.rules.portfolio.lights import Light, State

TOUCHES: Final = {
    "entry": "optaget i porteføljen",
    "exit": "udgået af porteføljen",
    "assessment": "forummets lys besluttet",
    "milestone": "milepæl flyttet",
}
NOBODY: Final = "Intet initiativ er knyttet til dette løfte."
NONE_KNOWN: Final = "ingen kendt"
NOTHING_PROMISED: Final = "Der er ikke registreret nogen løfter i aftalen."
COLUMNS: Final = ("Initiativ", "Lys", "Status", "Næste milepæl", "Seneste beslutning")
WIDTHS: Final = (5, 9, 3, 5, 6)


@dataclass(frozen=True, slots=True)
class KeptBy:
    """An initiative that is to keep a promise, with what is known of it. `rater` is empty for the lead's own report."""

    kept: Kept
    name: str
    light: Light | None
    state: State | None
    rater: str
    overdue: bool

    @property
    def why(self) -> str:
        """Why it has its light or, where nobody gave one, what the report tells."""
        report = self.kept.report
        if report is None:
            return ""
        return report.reason or (report.text if self.light == Light.NONE else "")

    @property
    def following(self) -> tuple[Following, ...]:
        """The fora that follow it on the day; one whose light is the report's own is left out."""
        return tuple(
            each for each in self.kept.following if each.assessment is not None or each.name != self.rater
        )

    @property
    def touch(self) -> Touch | None:
        """The decision that touched it last."""
        return self.kept.touch


@dataclass(frozen=True, slots=True)
class Promised:
    """A paragraph and what came of it; `kept_by` is empty where nobody does anything about it."""

    number: str
    heading: str
    text: str
    kept_by: tuple[KeptBy, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An agreement on a day, paragraph by paragraph."""

    instrument: str
    on: datetime.date
    promised: tuple[Promised, ...]

    @property
    def title(self) -> str:
        """The title of the files."""
        return f"Lovet og holdt: {self.instrument}"

    @property
    def loose(self) -> int:
        """How many paragraphs nobody does anything about."""
        return sum(not each.kept_by for each in self.promised)

    @property
    def lights(self) -> tuple[tuple[Light | None, int], ...]:
        """How many initiatives have each light (None: never reported), each initiative once; those of none left out."""
        found = {line.kept.initiative.pk: line.light for each in self.promised for line in each.kept_by}
        lights = list(found.values())
        return tuple((light, number) for light in (*Light, None) if (number := lights.count(light)))


def follow_up(instrument: str, promises: Iterable[Promise], on: datetime.date) -> FollowUp:
    """Answer what the page and the files say. `instrument` is the agreement's name."""
    return FollowUp(
        instrument,
        on,
        tuple(
            Promised(
                each.paragraph.number,
                each.paragraph.heading,
                each.paragraph.text,
                tuple(_kept_by(line, on) for line in each.kept_by),
            )
            for each in promises
        ),
    )


def promises_sheet(content: FollowUp) -> Sheet:
    """Answer the follow-up as a paper, to be had as DOCX and as PDF."""
    return Sheet(
        title=content.title,
        facts=(("Set den", day(content.on)), ("I alt", " ".join(summary(content)))),
        sections=tuple(_section(each) for each in content.promised),
    )


def _section(promised: Promised) -> Section:
    rows = tuple(
        (
            line.name,
            "\n".join([*own_light(line), *fora_lights(line)]),
            state_words(line),
            milestone_words(line),
            touch_words(line),
        )
        for line in promised.kept_by
    )
    # One paragraph, so that the last sentence never stands alone on the next page.
    said = "\n".join(each for each in (promised.text, "" if rows else NOBODY) if each)
    return Section(
        f"{promised.number} {promised.heading}",
        (said,) if said else (),
        Table(COLUMNS, WIDTHS, rows) if rows else None,
    )


def summary(content: FollowUp) -> tuple[str, ...]:
    """Answer the few sentences at the head of the files."""
    number = len(content.promised)
    if not number:
        return (NOTHING_PROMISED,)
    lights = ", ".join(f"{count} {light_words(light)}" for light, count in content.lights)
    loose = f", heraf {content.loose} uden initiativ" if content.loose else ""
    return (
        f"{number} {'løfte' if number == 1 else 'løfter'}{loose}.",
        *((f"Initiativernes lys: {lights}.",) if lights else ()),
    )


def own_light(line: KeptBy) -> tuple[str, ...]:
    """Answer an initiative's own light with why, and the day it is as of."""
    report = line.kept.report
    if report is None:
        return (NO_REPORT,)
    latest = " senest" if report.day_unknown else ""
    rater = f", ifølge {line.rater}" if line.rater else ""
    words = (
        f"{light_words(line.light, faded=line.kept.faded)}, pr. {day(report.as_of)}{latest}{rater}",
        line.why,
    )
    return tuple(each for each in words if each)


def fora_lights(line: KeptBy) -> tuple[str, ...]:
    """Answer what each forum that follows an initiative holds of the report: those that hold nothing are named too."""
    return tuple(
        f"{each.name}: {LIGHTS[Light(each.assessment.light)]}. {each.assessment.reason}"
        if each.assessment is not None
        else f"{each.name}: intet eget lys"
        for each in line.following
    )


def state_words(line: KeptBy) -> str:
    """Answer an initiative's state in a word or two."""
    return STATES[line.state] if line.state is not None else "–"


def milestone_words(line: KeptBy) -> str:
    """Answer the next milestone with its date, and the one before it in brackets."""
    found = line.kept.milestone
    if found is None or found.shown is None:
        return NONE_KNOWN
    earlier = f" (før {day(found.shown.earlier.date)})" if found.shown.earlier else ""
    late = ", overskredet" if line.overdue else ""
    return f"{found.milestone.name}: {day(found.shown.current.date)}{earlier}{late}"


def touch_words(line: KeptBy) -> str:
    """Answer the decision that touched an initiative last."""
    touch = line.touch
    if touch is None:
        return NONE_KNOWN
    item = f", punkt {touch.resolution.item.number.rstrip('.')}" if touch.resolution is not None else ""
    return f"{day(touch.on)}: {TOUCHES[touch.what]}, {touch.forum.name}{item}"


def _kept_by(kept: Kept, on: datetime.date) -> KeptBy:
    report, milestone = kept.report, kept.milestone
    return KeptBy(
        kept=kept,
        name=kept.initiative.title,
        light=Light(report.light) if report is not None else None,
        state=State(report.state) if report is not None else None,
        rater=report.rater if report is not None and report.rater != LEAD else "",
        overdue=milestone is not None and milestone.shown is not None and milestone.shown.current.date < on,
    )
