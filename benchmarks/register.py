"""The snapshot of the register for the rules: cold load and one edit, at 30, 1,000 and 100,000 fora.

Beside it stands, as the least any reader must do, fetching the same rows with the bare driver. Run it with
`make bench`, or `python benchmarks/register.py 30 1000` for some sizes only. It uses a database of its own.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.db import connection
from django.utils.module_loading import import_string

from samstyr.platform import start
from samstyr.rules import register as rules

SIZES = (30, 1_000, 100_000)
TABLES = ("party", "organisation", "instrument", "forum", "seat", "meetingdate", "subject", "mandate")


def made_up(fora: int) -> rules.Register:
    """Answer a register: each forum with a parent, a seat, four meetings, a subject and three mandates."""
    acts = (rules.Act.DECIDE, rules.Act.RECOMMEND, rules.Act.INFORM)
    first = date(2017, 1, 2)

    def parent(number: int) -> str:
        return f"f{max(number - 1, 0) // 10}"

    return rules.Register(
        parties={"stat": rules.Party(id="stat", name="Staten", kind=rules.PartyKind.STATE)},
        organisations={"o": rules.Organisation(id="o", name="Organisation", party="stat")},
        instruments={"i": rules.Instrument(id="i", name="Aftale", kind=rules.InstrumentKind.AGREEMENT)},
        fora={
            f"f{n}": rules.Forum(
                id=f"f{n}",
                name=f"Forum {n}",
                level=rules.Level.NATIONAL,
                kind=rules.ForumKind.BOARD,
                parent=parent(n) if n else None,
                seats=(rules.Seat(organisation="o"),),
                meetings=tuple(first + timedelta(days=n % 28 + 90 * quarter) for quarter in range(4)),
            )
            for n in range(fora)
        },
        subjects={f"s{n}": rules.Subject(id=f"s{n}", name=f"Emne {n}") for n in range(fora)},
        mandates={
            f"m{n}.{act}": rules.Mandate(
                id=f"m{n}.{act}",
                forum=f"f{n}",
                act=act,
                subject=f"s{n}",
                to=parent(n) if act in rules.NEEDS_TO else None,
                basis=rules.Basis(instrument="i"),
            )
            for n in range(fora)
            for act in acts
        },
    )


def seconds(work: Callable[[], Any]) -> float:
    """Answer how long something takes, once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def bare_fetch() -> None:
    """Fetch the rows of the register with the driver alone."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM registry_{table}")
            cursor.fetchall()


def edited() -> None:
    """Change one forum by hand and read the register again, ready for a question about mandates."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_forum SET note = note || '.' WHERE id = 'f7'")
    ask()


def ask() -> None:
    """Read the register and look something up in it, as any rule does."""
    register = import_string("samstyr.registry.queries.current_register")()
    if not register.index.mandates_on("s7") or not register.index.fora_under("f0"):
        sys.exit("the register is not what was loaded")


def cold() -> None:
    """Read the register in a process that has read nothing yet."""
    import_string("samstyr.registry.queries.forget_register")()
    ask()


def main(sizes: list[int]) -> None:
    """Print one line for each size."""
    print(
        f"{'fora':>8} {'rows':>9} {'load s':>8} {'bare fetch s':>13} {'cold s':>8} {'cold/bare':>10}", end=" "
    )
    print(f"{'one edit ms':>12} {'edit/cold':>10} {'unchanged ms':>13} {'peak MB':>8}")
    for size in sizes:
        register = made_up(size)
        load_register = import_string("samstyr.registry.services.load_register")
        load = seconds(partial(load_register, wanted=register))
        times = 3 if size > 10_000 else 9
        bare, first = (statistics.median(seconds(work) for _ in range(times)) for work in (bare_fetch, cold))
        edit = statistics.median(seconds(edited) for _ in range(9))
        unchanged = statistics.median(seconds(ask) for _ in range(9))
        rows = 3 + size * 10
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:>8} {rows:>9} {load:>8.2f} {bare:>13.4f} {first:>8.3f} {first / bare:>10.1f}", end=" ")
        print(f"{edit * 1000:>12.2f} {edit / first:>10.4f} {unchanged * 1000:>13.3f} {peak:>8}", flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="samstyr-bench-") as folder:
        os.environ["SAMSTYR_VAR"] = folder
        start.start()
        main([int(word) for word in sys.argv[1:]] or list(SIZES))
