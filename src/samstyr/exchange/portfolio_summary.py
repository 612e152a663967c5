"""What an import of a foreign series found, as plain data (`samstyr.portfolio-import/1`)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from samstyr.rules.portfolio.import_mapping import ImportMapping
from samstyr.rules.portfolio.imported import Imported, ImportedInitiative, Report
from samstyr.rules.portfolio.imported_rows import Row

SCHEMA: Final = "samstyr.portfolio-import/1"


def summary(mapping: ImportMapping, imported: Imported) -> dict[str, Any]:
    """All but the reports themselves: counts, and everything that a person must look at. Numbers are texts."""
    return {
        "schema": SCHEMA,
        "source": mapping.source,
        "rows": imported.rows,
        "initiatives": len(imported.initiatives),
        "reports": sum(1 for _ in imported.reports),
        "lights": lights(imported),
        "cells": {
            heading: {kind.value: count for kind, count in sorted(counts.items())}
            for heading, counts in imported.cells.items()
        },
        "not_understood": [
            {
                "file": each.file,
                "row": each.row,
                "column": each.column,
                "value": each.value,
                "expected": {"what": each.expected.what.value, "ways": list(each.expected.ways)},
            }
            for each in imported.not_understood
        ],
        "left_out": [{"file": each.file, "row": each.row, "why": each.why} for each in imported.left_out],
        "conflicts": [
            {
                "names": list(each.names),
                "day": each.day.isoformat(),
                "rows": [_place(row) for row in each.rows],
                "differs": list(each.differs),
            }
            for each in imported.conflicts
        ],
        "repeated": [_place(row) for row in imported.repeated],
        "ids_as_names": [_place(row) | {"id": row.name} for row in imported.ids_as_names],
        "names_of_several_ids": list(imported.ambiguous),
        "scale_changes": [
            {
                "rater": each.rater,
                "day": each.day.isoformat(),
                "before": each.before,
                "after": each.after,
                "initiatives": each.initiatives,
            }
            for each in imported.scale_changes
        ],
        "merged": [
            {
                "names": list(decision.names),
                "by": decision.by,
                "on": decision.on.isoformat(),
                "ground": decision.ground,
            }
            for initiative in imported.initiatives
            for decision in initiative.group.decisions
        ],
        "decided_names_not_found": [name for _, name in imported.unused],
        "likely_renames": [
            {
                "before": each.before,
                "after": each.after,
                "last_before": each.last_before.isoformat(),
                "first_after": each.first_after.isoformat(),
                "similarity": each.similarity,
                "same_start": each.same_start,
                "costs": [str(cost) for cost in each.costs or ()],
            }
            for each in imported.likely_renames
        ],
    }


def lights(imported: Imported) -> list[dict[str, Any]]:
    """How many reports there are of each rater, scale, kind of value and light."""
    counts = Counter(
        (
            report.rating.rater,
            report.rating.scale or "",
            report.rating.kind.value,
            report.rating.light.value,
        )
        for report in imported.reports
    )
    keys = ("rater", "scale", "kind", "light")
    return [dict(zip(keys, key, strict=True)) | {"reports": count} for key, count in sorted(counts.items())]


def planned(imported: Imported, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Each initiative with its reports, as they would be stored under these ids."""
    return [
        _initiative(initiative) | {"id": key}
        for initiative, key in zip(imported.initiatives, ids, strict=True)
    ]


def _initiative(initiative: ImportedInitiative) -> dict[str, Any]:
    last = initiative.group.rows[-1]
    return {
        "name": initiative.name,
        "names": list(initiative.group.names),
        "source_ids": list(initiative.group.ids),
        "lead": last.lead,
        "category": last.category,
        "reports": [_report(report) for report in initiative.reports],
    }


def _report(report: Report) -> dict[str, Any]:
    row, rating = report.row, report.rating
    return {
        **_place(row),
        "as_of": row.day.isoformat(),
        "rater": rating.rater,
        "scale": rating.scale,
        "light": rating.light.value,
        "kind": rating.kind.value,
        "original": rating.original,
        "figures": [
            {
                "field": figure.field.value,
                "name": figure.label,
                "value": _plain(figure.value),
                "unit": figure.unit,
            }
            for figure in row.figures
        ],
        "texts": [{"name": name, "text": text} for name, text in row.texts],
        "kept": [
            {"column": kept.column, "kind": kept.kind.value, "original": kept.original} for kept in row.kept
        ],
    }


def _place(row: Row) -> dict[str, Any]:
    return {"file": row.file, "row": row.number}


def _plain(value: Decimal | date) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
