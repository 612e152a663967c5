"""What an import of a series found, for a page: the summary the command prints, and the first reports to be stored."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from samstyr.exchange.portfolio_summary import lights, summary
from samstyr.portfolio.services.imported import Planned
from samstyr.rules.portfolio.import_mapping import ImportMapping, Kind
from samstyr.rules.portfolio.imported import Imported
from samstyr.rules.portfolio.lights import Light
from samstyr.web.portfolio_import_words import WHY, expected_words
from samstyr.web.wording import CELL_KINDS

MOST: Final = 100  # lines of one kind; the command prints all
LIGHTS: Final = (Light.GREEN, Light.YELLOW, Light.RED)


def found_context(
    mapping: ImportMapping, imported: Imported, planned: Planned | None = None
) -> dict[str, Any]:
    """Answer what the parts of the page that show an import are filled with."""
    found = summary(mapping, imported)
    kinds = [kind for kind in Kind if any(counts[kind] for counts in imported.cells.values())]
    return {
        "found": found,
        "planned": planned,
        "light_rows": _light_rows(imported),
        "kinds": [CELL_KINDS[kind] for kind in kinds],
        "cell_rows": [
            (heading, [(CELL_KINDS[kind], counts[kind]) for kind in kinds])
            for heading, counts in imported.cells.items()
        ],
        "renames": [
            {**each, "pair": json.dumps([each["before"], each["after"]], ensure_ascii=False)}
            for each in found["likely_renames"][:MOST]
        ],
        "more_renames": max(len(found["likely_renames"]) - MOST, 0),
        "lists": [
            {"title": title, "number": len(lines), "lines": lines[:MOST], "more": max(len(lines) - MOST, 0)}
            for title, lines in _lists(found)
            if lines
        ],
    }


def _light_rows(imported: Imported) -> list[dict[str, Any]]:
    """The lights by rater and scale, and what stands where no light does."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    none: dict[tuple[str, str], Counter[Kind]] = {}
    for each in lights(imported):
        key = (each["rater"], each["scale"])
        counted.setdefault(key, Counter())
        none.setdefault(key, Counter())
        if each["light"] in LIGHTS:
            counted[key][each["light"]] += each["reports"]
        else:
            none[key][Kind(each["kind"])] += each["reports"]
    return [
        {
            "rater": rater,
            "scale": scale,
            "lights": [(light, counted[rater, scale][light]) for light in LIGHTS],
            "none": ", ".join(f"{count} {CELL_KINDS[kind]}" for kind, count in none[rater, scale].items()),
        }
        for rater, scale in counted
    ]


def _lists(found: dict[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    """Everything a person must look at, a line each, under its title."""
    yield (
        _("Not understood"),
        [
            _("Row {row}, {column}: “{value}” ({expected})").format(
                row=each["row"],
                column=each["column"],
                value=each["value"],
                expected=expected_words(each["expected"]),
            )
            for each in found["not_understood"]
        ],
    )
    yield (
        _("The same initiative twice on one day with different values: none of them is taken"),
        [
            _("{names}, {day}, rows {rows}: {differs}").format(
                names=" / ".join(each["names"]),
                day=each["day"],
                rows=", ".join(str(row["row"]) for row in each["rows"]),
                differs=", ".join(each["differs"]),
            )
            for each in found["conflicts"]
        ],
    )
    yield (
        _("Rows left out"),
        [_("Row {row}: {why}").format(row=each["row"], why=WHY[each["why"]]) for each in found["left_out"]],
    )
    yield (
        _("Rows that only repeat another"),
        [_("Row {row}").format(row=each["row"]) for each in found["repeated"]],
    )
    yield (
        _("Rows where an id stands as name and is taken as id"),
        [_("Row {row}: {name}").format(row=each["row"], name=each["id"]) for each in found["ids_as_names"]],
    )
    yield (
        _("Names that several ids bear: rows without id stand as an initiative of their own"),
        found["names_of_several_ids"],
    )
    yield _("Names of a decision that no row has"), found["decided_names_not_found"]
