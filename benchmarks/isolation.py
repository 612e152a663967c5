"""Search, lists and as-of questions at 500,000 agenda items: as the web role that sees what a member may see, beside
the same as the owner of the tables, whom no policy binds.

Run it with `make bench`, or `python benchmarks/isolation.py 20000` for another size. It uses a database of its own.
"""

import datetime
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.utils.module_loading import import_string

from samstyr.platform import start
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.rules.rights import Holding, Role, Viewer

SIZE = 500_000
ROUNDS = 15
DAY = datetime.date(2017, 6, 28)
# A member of forum 7, whose party has rooms: what such a person may see is asked for beside the shared record.
MEMBER = Viewer(1, (Holding(Role.MEMBER, "f7", "o1", "p1"),))
WORDS = (
    "styregruppe",
    "økonomi",
    "medicinkort",
    "hjemmemonitorering",
    "tidsplan",
    "udbredelse",
    "sikkerhed",
    "snitflade",
)
# Each statement makes rows by number: 1,000 meetings of 500 items for each 500,000, one item in a hundred closed.
FILL = """
INSERT INTO registry_party (id, name, kind, aliases, source_document, source_section, note)
    SELECT 'p' || n, 'Part ' || n, 'region', '{{}}', '', '', '' FROM generate_series(1, 5) n;
INSERT INTO registry_organisation (id, name, party_id, short, valid, aliases, source_document, source_section, note)
    SELECT 'o' || n, 'Organisation ' || n, 'p' || (n % 5 + 1), '', '(,)', '{{}}', '', '', ''
    FROM generate_series(1, 50) n;
INSERT INTO registry_forum (id, name, level, kind, valid, aliases, source_document, source_section, note, establishment)
    SELECT 'f' || n, 'Forum ' || n, 'national', 'board', '(,)', '{{}}', '', '', '', '{{}}'
    FROM generate_series(1, 100) n;
INSERT INTO registry_subject (id, name, aliases, source_document, source_section, note)
    SELECT 's' || n, 'Emne ' || n, '{{}}', '', '', '' FROM generate_series(1, 500) n;
INSERT INTO accounts_person (name) SELECT 'Person ' || n FROM generate_series(1, {size} / 50) n;
INSERT INTO registry_membership (person_id, role, organisation_id, forum_id, valid)
    SELECT n, 'member', 'o' || (n % 50 + 1), 'f' || (n % 100 + 1),
           daterange('2010-01-01'::date + (n % 2000)::int, '2015-06-01'::date + (n % 2000)::int)
    FROM generate_series(1, {size} / 50) n;
INSERT INTO meetings_meeting (forum_id, date, place, state, minutes_name)
    SELECT 'f' || (n % 100 + 1), '1990-01-01'::date + (n / 100)::int, '', 'minutes-sent', 'referat.txt'
    FROM generate_series(1, {size} / 10) n;
INSERT INTO meetings_agendaitem (meeting_id, position, number, title, kind, kind_from, closed, subject_id)
    SELECT (n - 1) / 10 + 1, n % 10, (n % 10 + 1)::text,
           CASE WHEN n % 100 = 0 THEN '' ELSE 'Drøftelse af ' || ({words})[n % 8 + 1] || ' ' || n END,
           'decision', '', n % 100 = 0, CASE WHEN n % 100 = 0 THEN NULL ELSE 's' || (n % 500 + 1) END
    FROM generate_series(1, {size}) n;
INSERT INTO meetings_resolution (item_id, verb, with_remarks, quote)
    SELECT id, 'adopted', false, 'Det blev besluttet, punkt ' || id FROM meetings_agendaitem WHERE NOT closed;
INSERT INTO meetings_action (item_id, who, what, due, certainty, evidence)
    SELECT id, '[]', 'Sekretariatet følger op, ' || title, '2017-01-01'::date + (id % 900)::int, '', ''
    FROM meetings_agendaitem WHERE NOT closed AND id % 3 = 0;
INSERT INTO documents_searchentry (kind, key, title, detail, words, folded)
    SELECT 'items', meeting_id || '#item-' || position, title, '', '', lower(title)
    FROM meetings_agendaitem WHERE NOT closed;
INSERT INTO meetings_closeditem (item_id, forum_id, title, subject_id)
    SELECT i.id, m.forum_id, 'Lukket sag om ' || ({words})[i.id % 8 + 1], 's' || (i.id % 500 + 1)
    FROM meetings_agendaitem i JOIN meetings_meeting m ON m.id = i.meeting_id WHERE i.closed;
INSERT INTO meetings_closedresolution (item_id, forum_id, verb, with_remarks, quote)
    SELECT item_id, forum_id, 'adopted', false, 'Lukket beslutning ' || item_id FROM meetings_closeditem;
INSERT INTO meetings_closedaction (item_id, forum_id, who, what, due, certainty, evidence)
    SELECT item_id, forum_id, '[]', 'Lukket opfølgning ' || item_id, '2017-08-01', '', '' FROM meetings_closeditem;
"""


def fill(size: int) -> None:
    """Make the rows; triggers that only keep a log are left out, to save time."""
    words = "ARRAY[" + ", ".join(f"'{word}'" for word in WORDS) + "]"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for statement in FILL.format(size=size, words=words).split(";\n"):
            if statement.strip():
                cursor.execute(statement)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def questions() -> dict[str, Callable[[], Any]]:
    """Answer what is asked, by name; each answers as a page of Samstyr would get it."""
    found_by = import_string("samstyr.documents.queries.found_by")
    queries = import_string("samstyr.meetings.queries")
    membership = import_string("samstyr.registry.models.Membership")

    def search(text: str) -> list[Any]:
        return [*found_by(text)[:20], *queries.closed_items_found_by(text, MEMBER)[:20]]

    return {
        "search: one word": partial(search, "hjemmemonitorering 4711"),
        "search: two words, unfinished": partial(search, "drøftelse medicink"),
        "list: meetings, first page": lambda: list(queries.all_meetings()[:50]),
        "list: one meeting with everything": lambda: list(queries.whole_meetings(MEMBER).filter(pk=4711)),
        "list: items on a subject": lambda: queries.items_on("s8", MEMBER)[:50],
        "as of a day: open follow-up": lambda: queries.open_follow_up(MEMBER, DAY, 50),
        "as of a day: who sits in a forum": lambda: list(
            membership.objects.filter(forum_id="f8", valid__contains=DAY).select_related("person")[:50]
        ),
    }


def milliseconds(ask: Callable[[], Any], who: Callable[[], AbstractContextManager[Any]]) -> float:
    """Answer how long a question takes inside its transaction."""
    with who():
        began = time.perf_counter()
        ask()
        taken = time.perf_counter() - began
    return taken * 1000


def as_member() -> AbstractContextManager[None]:
    """Ask as a page does."""
    return seen_by(MEMBER, DatabaseRole.WEB)


def empty(who: Callable[[], AbstractContextManager[Any]]) -> float:
    """Answer how long it takes to begin and end a transaction, in milliseconds."""
    began = time.perf_counter()
    with who():
        pass
    return (time.perf_counter() - began) * 1000


def main(size: int) -> None:
    """Make the rows, ask, and print medians side by side."""
    began = time.perf_counter()
    fill(size)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(*) FILTER (WHERE closed) FROM meetings_agendaitem")
        items, closed = cursor.fetchone()
    print(f"{items} agenda items, {closed} of them closed; made in {time.perf_counter() - began:.0f} s")
    print(f"{'question':36} {'web role ms':>12} {'owner ms':>10} {'ratio':>7}")
    for name, ask in questions().items():
        times: dict[Callable[[], Any], list[float]] = {as_member: [], transaction.atomic: []}
        for _ in range(ROUNDS):
            for who, taken in times.items():
                taken.append(milliseconds(ask, who))
        web, owner = (statistics.median(taken[1:]) for taken in times.values())
        print(f"{name:36} {web:12.2f} {owner:10.2f} {web / owner:7.2f}", flush=True)
    told = statistics.median(empty(as_member) for _ in range(ROUNDS * 10))
    plain = statistics.median(empty(transaction.atomic) for _ in range(ROUNDS * 10))
    print(f"telling the database who looks costs {told - plain:.2f} ms a request")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="samstyr-bench-") as folder:
        os.environ.pop("DATABASE_URL", None)
        os.environ["SAMSTYR_VAR"] = folder
        start.start()
        main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
