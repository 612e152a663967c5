"""Storing a foreign series that was read: initiatives with ids of their own, and reports that stay as they are."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import PurePath
from typing import Any, Final

from django.db import connection

from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.registry.queries import current_register
from samstyr.registry.services import LOCK, load_register
from samstyr.rules import register as rules
from samstyr.rules.portfolio.import_mapping import MILLION_DKK, Field, ImportMapping, Kind
from samstyr.rules.portfolio.imported import Imported, ImportedInitiative, Report
from samstyr.rules.portfolio.imported_ids import Known, known_ids, new_ids
from samstyr.rules.portfolio.imported_rows import Figure
from samstyr.rules.portfolio.lights import State
from samstyr.rules.recurrence import Steps
from samstyr.rules.rights import OPERATOR, Right, Viewer

BATCH: Final = 1_000
PLACES: Final = Decimal("0.000001")  # of an amount in a report
MOST: Final = Decimal(10) ** 12
SAID: Final = (
    "scale", "original", "state", "light", "baseline_cost", "expected_cost", "baseline_end", "expected_end",
    "text", "valid_until",
)  # fmt: skip
"""The columns in which two imports of a report may differ."""

Columns = dict[str, Any]
Key = tuple[str, str, datetime.date]  # initiative, rater, as of


@dataclass(frozen=True, slots=True)
class Stored:
    """What an import changed: `ids` are the initiatives' own, in the order they were imported.

    A report that says something else than it did when it was imported before is superseded, and counted as
    `corrected`.
    """

    ids: tuple[str, ...]
    initiatives_new: int = 0
    initiatives_changed: int = 0
    reports_new: int = 0
    reports_corrected: int = 0
    reports_same: int = 0


@service
def store_series(
    *, mapping: ImportMapping, imported: Imported, now: datetime.datetime, actor: Viewer = OPERATOR
) -> Stored:
    """Store a series: all of it or nothing. The same series again changes nothing.

    Initiatives stored before are known by their id or a name in the source. What they are called here and what
    persons wrote of them stays; new names of the source are added to the others. A report is published as of its
    day, because a source seldom says when it was; one that corrects it is published `now`.

    Raises InputError where the mapping's forum is not in the register, a rater is named as the lead is, or a decision
    puts together (or no longer does) what was stored before; DeniedError where the actor may not edit the register.
    """
    require(actor, Right.EDIT_REGISTER)
    if LEAD in {column.label for column in mapping.raters}:
        raise InputError(
            f"rater: {LEAD} stands for reports that leads write here: call the source's rater otherwise"
        )
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    current = current_register()
    _check_forum(mapping, current)
    ids = _ids(mapping, imported, current)
    wanted = {
        key: _initiative(mapping, each, key, current.initiatives.get(key))
        for key, each in zip(ids, imported.initiatives, strict=True)
    }
    try:
        plan = load_register(wanted=rules.Register(initiatives=wanted), actor=actor)
    except rules.RegisterError as error:
        raise InputError(*(str(problem) for problem in error.problems)) from error
    part = plan.lists["initiatives"]
    new, corrected, same = _store_reports(mapping, imported, ids, now)
    return Stored(tuple(ids), len(part.create), len(part.change), new, corrected, same)


@dataclass(frozen=True, slots=True)
class Planned:
    """What storing a series would do. `first` are the first reports as they would be stored, by column."""

    initiatives_new: int
    initiatives_known: int
    reports_new: int
    reports_corrected: int
    reports_same: int
    first: tuple[Columns, ...]


def plan_series(*, mapping: ImportMapping, imported: Imported, first: int) -> Planned:
    """Answer what `store_series` would store now; nothing is. Raises its InputError of forum and decisions."""
    current = current_register()
    _check_forum(mapping, current)
    ids = _ids(mapping, imported, current)
    known = sum(1 for key in ids if key in current.initiatives)
    compared = list(_compared(mapping, imported, ids))
    counts = Counter(
        "new" if each.before is None else "corrected" if each.differs else "same" for each in compared
    )
    return Planned(
        len(ids) - known,
        known,
        counts["new"],
        counts["corrected"],
        counts["same"],
        tuple(each.columns for each in compared[:first]),
    )


def _check_forum(mapping: ImportMapping, current: rules.Register) -> None:
    if mapping.forum is not None and mapping.forum not in current.fora:
        raise InputError(f"forum: the register has no forum {mapping.forum} (in the mapping)")


def _ids(mapping: ImportMapping, imported: Imported, current: rules.Register) -> list[str]:
    """The id of each initiative, old or new."""
    known = [
        Known(each.id, each.code, frozenset({each.name, *each.aliases}))
        for each in current.initiatives.values()
        if each.id.startswith(f"{mapping.prefix}-")
    ]
    found, moved = known_ids([each.group for each in imported.initiatives], known)
    if moved:
        raise InputError(
            *(
                f"{' / '.join(each.names)}: stored before as {', '.join(each.ids)}, and reports are never moved:"
                " change the decision under same in the mapping, or import under another prefix"
                for each in moved
            )
        )
    fresh = [each.source_key for each, key in zip(imported.initiatives, found, strict=True) if key is None]
    made = iter(new_ids(mapping.prefix, fresh, taken=current.initiatives.keys()))
    return [next(made) if key is None else key for key in found]


def _initiative(
    mapping: ImportMapping, imported: ImportedInitiative, key: str, stored: rules.Initiative | None
) -> rules.Initiative:
    """The initiative as the register is to have it: new, or as it stands with the names and id it lacks."""
    group = imported.group
    if stored is None:
        last = group.rows[-1]
        said = ((mapping.only(Field.LEAD), last.lead), (mapping.only(Field.CATEGORY), last.category))
        lines = [f"{column.heading}: {_line(text)}" for column, text in said if column and text]
        stored = rules.Initiative(
            id=key,
            name=_line(imported.name),
            source=rules.Source(document=mapping.source),
            note="\n".join(lines) or None,
        )
    code = stored.code or (group.ids[0] if group.ids else None)
    # All it is called in the source, its present name too: it is known again when a person has given it another.
    called = {*map(_line, group.names), *group.ids, *stored.aliases} - {code}
    portfolios = stored.portfolios
    if mapping.forum is not None and all(stand.forum != mapping.forum for stand in portfolios):
        valid = rules.Validity(start=group.rows[0].day)
        portfolios = (*portfolios, rules.Stand(forum=mapping.forum, valid=valid))
    return replace(stored, code=code, aliases=tuple(sorted(called)), portfolios=portfolios)


def _store_reports(
    mapping: ImportMapping, imported: Imported, ids: Sequence[str], now: datetime.datetime
) -> tuple[int, int, int]:
    """How many reports are new, corrected and the same."""
    new: list[StatusReport] = []
    corrected = same = 0
    for each in _compared(mapping, imported, ids):
        if each.before is None:
            new.append(StatusReport(published_at=_midnight(each.columns["as_of"]), **each.columns))
        elif not each.differs:
            same += 1
        else:
            corrected += 1
            told = f"Indlæst på ny fra {each.columns['source_document']}; ændret: {', '.join(each.differs)}"
            StatusReport.objects.create(
                published_at=now, supersedes=each.before, correction=told, **each.columns
            )
    StatusReport.objects.bulk_create(new, batch_size=BATCH)
    return len(new), corrected, same


@dataclass(frozen=True, slots=True)
class _Compared:
    """A report to be stored, beside the one that stands."""

    columns: Columns
    before: StatusReport | None
    differs: tuple[str, ...] = ()


def _compared(mapping: ImportMapping, imported: Imported, ids: Sequence[str]) -> Iterator[_Compared]:
    """Each report the series tells, with what stands there now and the columns in which they differ."""
    standing: Mapping[Key, StatusReport] = {
        (report.initiative_id, report.rater, report.as_of): report
        for report in StatusReport.objects.filter(initiative__in=ids, superseded_by=None)
    }
    for key, initiative in zip(ids, imported.initiatives, strict=True):
        for report in told_reports(initiative):
            said = _columns(mapping, report)
            columns = said | {"initiative_id": key, "rater": report.rating.rater, "as_of": report.row.day}
            columns["source_document"] = f"{PurePath(report.row.file).name}, row {report.row.number}"
            before = standing.get((key, report.rating.rater, report.row.day))
            differs = () if before is None else (name for name in SAID if getattr(before, name) != said[name])
            yield _Compared(columns, before, tuple(differs))


def told_reports(initiative: ImportedInitiative) -> Iterator[Report]:
    """The reports to be stored: where only some raters' cells are blank, not those; a row without any keeps one."""
    for row in initiative.rows:
        said = [rating for rating in row.ratings if rating.kind is not Kind.BLANK]
        yield from (Report(row, rating) for rating in said or row.ratings[:1])


def _columns(mapping: ImportMapping, report: Report) -> Columns:
    row, rating = report.row, report.rating
    figures = {figure.field: figure for figure in row.figures}
    costs = {
        name: _amount(figures.get(wanted))
        for name, wanted in (("baseline_cost", Field.BASELINE_COST), ("expected_cost", Field.EXPECTED_COST))
    }
    return {
        "scale": rating.scale or "",
        "original": rating.original,
        "state": State.RUNNING.value,
        "light": rating.light.value,
        **costs,
        "baseline_end": row.figure(Field.BASELINE_END),
        "expected_end": row.figure(Field.EXPECTED_END),
        "text": _text(mapping, report),
        "valid_until": Steps(row.day, 1, 0).number(mapping.valid_months),
    }


def _amount(figure: Figure | None) -> Decimal | None:
    """An amount in million DKK; one of another unit, or too fine to be kept exactly, stands in the text alone."""
    if figure is None or figure.unit != MILLION_DKK or not isinstance(figure.value, Decimal):
        return None
    fits = abs(figure.value) < MOST and figure.value == figure.value.quantize(PLACES)
    return figure.value if fits else None


def _text(mapping: ImportMapping, report: Report) -> str:
    """All the row says that has no column of its own, a line each, under the source's headings."""
    row = report.row
    lead = mapping.only(Field.LEAD)
    lines = [f"{label}: {text}" for label, text in row.texts]
    if lead is not None and row.lead:
        lines.append(f"{lead.heading}: {row.lead}")
    for figure in row.figures:
        has_column = figure.field in {Field.BASELINE_END, Field.EXPECTED_END} or _amount(figure) is not None
        if not has_column:
            value = figure.value.isoformat() if isinstance(figure.value, datetime.date) else str(figure.value)
            lines.append(f"{figure.label}: {value} {figure.unit}".rstrip())
    lines += [f"{kept.column}: {_line(kept.original)}" for kept in row.kept]
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(text.split())


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), COPENHAGEN)
