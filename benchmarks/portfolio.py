"""Every page of portfolios at 10,000 initiatives with 20 reports each: server time, and how many queries are asked.

A national board follows them all, nine other fora follow 1,000 each; the same pages are asked for at 100 initiatives
first, to see that the number of queries does not grow. Run it with `make bench`, or `python benchmarks/portfolio.py
1000` for another size. It uses a database of its own.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils.module_loading import import_string

from samstyr.platform import start

SIZE = 10_000
FEW = 100
REPORTS = 20  # of each initiative: one a quarter, five years
ROUNDS = 9
GOAL_MS = 200
ON = {"on": "2017-07-01"}
# Each statement makes rows by number.
FILL = """
INSERT INTO registry_party (id, name, kind, aliases, source_document, source_section, note)
    SELECT 'p' || n, 'Part ' || n, 'region', '{{}}', '', '', '' FROM generate_series(1, 5) n;
INSERT INTO registry_organisation (id, name, party_id, short, valid, aliases, source_document, source_section, note)
    SELECT 'o' || n, 'Organisation ' || n, 'p' || (n % 5 + 1), '', '(,)', '{{}}', '', '', ''
    FROM generate_series(1, 50) n;
INSERT INTO registry_forum (id, name, level, kind, valid, aliases, source_document, source_section, note, establishment)
    SELECT 'f' || n, 'Forum ' || n, 'national', 'board', '(,)', '{{}}', '', '', '', '{{}}'
    FROM generate_series(1, 10) n;
INSERT INTO registry_initiative (id, name, code, lead_id, aliases, source_document, source_section, note)
    SELECT 'i' || n, 'Initiativ ' || n, (n / 100 + 1) || '.' || n % 100, 'o' || (n % 50 + 1), '{{}}', '', '', ''
    FROM generate_series(1, {size}) n;
INSERT INTO registry_portfolioentry (initiative_id, forum_id, valid, aliases, source_document,
        source_section, note)
    SELECT 'i' || n, 'f1', daterange('2012-07-01', CASE WHEN n % 50 = 0 THEN '2017-03-01'::date END), '{{}}', '', '', ''
    FROM generate_series(1, {size}) n;
INSERT INTO registry_portfolioentry (initiative_id, forum_id, valid, aliases, source_document,
        source_section, note)
    SELECT 'i' || n, 'f' || (n % 9 + 2), daterange('2012-07-01', NULL), '{{}}', '', '', ''
    FROM generate_series(1, least({size}, 9000)) n;
INSERT INTO meetings_meeting (forum_id, date, place, state, minutes_name, extraordinary, version)
    SELECT 'f' || f, '2012-08-15'::date + 90 * n, '', 'minutes-sent', '', false, 0
    FROM generate_series(1, 10) f, generate_series(1, 19) n;
INSERT INTO portfolio_statusreport (initiative_id, as_of, valid_until, state, light, reason, time, economy, quality,
        benefits, risk, deviations, baseline_cost, expected_cost, baseline_end, expected_end, text, rater, scale,
        published_at, day_unknown, rule, rule_version, proposed, correction, original, source_document)
    SELECT 'i' || n, day, day + 90, 'running', ({lights})[(n + q) % 3 + 1], 'Eksempel: begrundelse ' || q,
        ({lights})[(n + q) % 3 + 1], ({lights})[n % 3 + 1], 'green', 'green', ({lights})[n % 3 + 1], '{{}}',
        10, 10 + n % 7, '2018-01-01', '2018-02-01', '', 'lead', 'green-yellow-red', day + interval '9 hours', false,
        'it-raadet', '1', '{{}}', '', '', ''
    FROM generate_series(1, {size}) n, generate_series(1, {reports}) q,
        LATERAL (SELECT '2012-07-01'::date + 90 * q AS day) AS days;
INSERT INTO portfolio_milestone (initiative_id, name)
    SELECT 'i' || n, 'Eksempelmilepæl ' || m FROM generate_series(1, {size}) n, generate_series(1, 3) m;
INSERT INTO portfolio_milestonedate (milestone_id, date, kind, by, "on", reason, written_at)
    SELECT id, '2017-01-01'::date + (id % 900)::int, 'baseline', 'Eksempel', '2016-01-01', '', '2016-01-01'
    FROM portfolio_milestone;
INSERT INTO registry_instrument (id, name, kind, eli, valid, aliases, source_document, source_section, note)
    SELECT 'agreement', 'Eksempelaftale', 'agreement', '', '(,)', '{{}}', '', '', '';
INSERT INTO portfolio_paragraph (instrument_id, number, heading, text, "order")
    SELECT 'agreement', n::text, 'Eksempel på løfte ' || n, '', n FROM generate_series(1, 100) n;
INSERT INTO portfolio_paragraphinitiative (paragraph_id, initiative_id)
    SELECT id, 'i' || ("order" * 7) % least({size}, 700) + 1 FROM portfolio_paragraph;
INSERT INTO portfolio_assessment (forum_id, report_id, light, reason, "on", written_at)
    SELECT 'f1', id, 'yellow', 'Eksempel: forummets syn', as_of + 5, published_at
    FROM portfolio_statusreport WHERE id % 10 = 0;
"""


def fill(size: int) -> None:
    """Make the rows; triggers that only keep a log are left out, to save time."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        lights = "ARRAY['green', 'yellow', 'red']"
        for statement in FILL.format(size=size, reports=REPORTS, lights=lights).split(";\n"):
            if statement.strip():
                cursor.execute(statement)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def pages() -> dict[str, str]:
    """Answer the pages by what they show."""
    reverse = import_string("django.urls.reverse")
    return {
        "all portfolios": reverse("portfolios"),
        "the largest portfolio": reverse("portfolio", args=["f1"]),
        "its page 100": reverse("portfolio", args=["f1"]) + "?page=100",
        "its lights of economy": reverse("portfolio", args=["f1"]) + "?lys=economy",
        "a portfolio of 1,000": reverse("portfolio", args=["f2"]),
        "its roadmap": reverse("portfolio-roadmap", args=["f1"]),
        "its rounds": reverse("rounds", args=["f1"]),
        "its pools": reverse("pools", args=["f1"]),
        "its needs": reverse("needs", args=["f1"]),
        "an initiative": reverse("initiative", args=["i7"]),
        "its milestones": reverse("initiative-milestones", args=["i7"]),
        "its business case": reverse("business-case", args=["i7"]),
        "promises of an agreement": reverse("promises", args=["agreement"]),
    }


def measured(client: Client, address: str) -> tuple[float, float, int]:
    """Answer the median and the longest server time of a page in milliseconds, and its number of queries."""
    taken = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        answer = client.get(address, ON)
        taken.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: answered {answer.status_code}")
    with CaptureQueriesContext(connection) as asked:
        client.get(address, ON)
    return statistics.median(taken[1:]), max(taken[1:]), len(asked)


def measure(size: int) -> None:
    """Make the rows of a size in a new database, and write what each page took."""
    began = time.perf_counter()
    fill(size)
    made = time.perf_counter() - began
    print(f"{size} initiatives, {size * REPORTS} reports; made in {made:.0f} s", file=sys.stderr)
    client = Client()
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        print(json.dumps({name: measured(client, address) for name, address in pages().items()}))


def apart(size: int) -> dict[str, tuple[float, float, int]]:
    """Answer what each page took at a size, in a process and a database of its own."""
    with tempfile.TemporaryDirectory(prefix="samstyr-bench-") as folder:
        place = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
            "SAMSTYR_VAR": folder
        }
        command = [sys.executable, __file__, str(size), "--here"]
        done = subprocess.run(command, env=place, stdout=subprocess.PIPE, text=True, check=True)
    return {name: tuple(each) for name, each in json.loads(done.stdout.splitlines()[-1]).items()}


def main(size: int) -> None:
    """Ask for each page at few initiatives and at many, and print server time and queries side by side."""
    few, many = apart(min(FEW, size)), apart(size)
    print(f"{'page':24} {'few ms':>8} {'many ms':>8} {'longest':>8} {'queries':>8} {'at many':>8}")
    for name, (median, longest, queries) in many.items():
        print(f"{name:24} {few[name][0]:8.1f} {median:8.1f} {longest:8.1f} {few[name][2]:8} {queries:8}")
    slow = [name for name, (_, longest, _) in many.items() if longest >= GOAL_MS]
    grown = [name for name, (*_, queries) in many.items() if queries > few[name][2]]
    print(
        f"{GOAL_MS} ms or more: {', '.join(slow) or 'none'}; more queries at many: {', '.join(grown) or 'none'}"
    )


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    if "--here" in sys.argv:
        start.start()
        measure(asked)
    else:
        main(asked)
