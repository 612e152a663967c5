"""How many initiatives of each portfolio have each light on a day.

Written in SQL, because portfolios are long: each initiative costs one look into the index of reports, where the lead's
own report goes before those of others. What holds is the same as in holding.py; a test holds the two side by side.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import connection

from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.holding import end_of
from samstyr.rules.portfolio.lights import Light

_HOLDS: Final = """
    SELECT report.light, report.valid_until FROM portfolio_statusreport report
    WHERE report.initiative_id = entry.initiative_id AND report.published_at < %(end)s AND {which}
        AND report.id NOT IN (
            SELECT supersedes_id FROM portfolio_statusreport
            WHERE supersedes_id IS NOT NULL AND published_at < %(end)s)
    ORDER BY report.as_of DESC, report.published_at DESC, report.rater, report.id DESC LIMIT 1
"""
_COUNT: Final = f"""
    SELECT entry.forum_id, coalesce(own.light, other.light) AS light, count(*),
        count(*) FILTER (WHERE coalesce(own.valid_until, other.valid_until) < %(on)s)
    FROM registry_portfolioentry entry
    LEFT JOIN LATERAL ({_HOLDS.format(which="report.rater = %(lead)s")}) own ON true
    LEFT JOIN LATERAL ({_HOLDS.format(which="own.light IS NULL")}) other ON true
    WHERE entry.valid @> %(on)s::date AND (%(forum)s::text IS NULL OR entry.forum_id = %(forum)s)
    GROUP BY 1, 2 ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class LightCounts:
    """How many initiatives have each light (`None`: never reported), and how many reports have faded."""

    lights: Mapping[Light | None, int]
    faded: int

    @property
    def number(self) -> int:
        """How many initiatives there are."""
        return sum(self.lights.values())


def light_counts(on: datetime.date, forum: str | None = None) -> dict[str, LightCounts]:
    """Answer the lights at the end of a day of every forum with a portfolio, or of one, by forum: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"on": on, "end": end_of(on), "lead": LEAD, "forum": forum})
        rows = cursor.fetchall()
    lights: dict[str, dict[Light | None, int]] = {}
    faded: dict[str, int] = {}
    for key, light, number, old in rows:
        lights.setdefault(key, {})[Light(light) if light else None] = number
        faded[key] = faded.get(key, 0) + old
    return {key: LightCounts(counts, faded[key]) for key, counts in lights.items()}
