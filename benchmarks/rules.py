"""The rules of the register on large registers: reading, one edit, a check, the whole lint.

Run it with `make bench`, or `python benchmarks/rules.py 1000` for some sizes only. Beside the check
stands, as the least an answer without look-ups must do, going through every mandate once.
"""

import gc
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from samstyr.rules.lint import findings
from samstyr.rules.mandate import check
from samstyr.rules.register import Act, Register, parse

SIZES = (30, 1_000, 100_000)
DAY = date(2017, 6, 28)
ACTS = ("decide", "approve", "recommend", "prepare", "report", "ratify")


def made_up(fora: int) -> dict[str, Any]:
    """A document: fora in a tree, each with seats, meetings and three mandates on subjects in a tree."""
    chance = random.Random(1)
    subjects = max(fora // 3, 1)

    def mandate(number: int) -> dict[str, Any]:
        forum, act = number // 3, chance.choice(ACTS)
        to = {"to": f"f{max(forum - 1, 0) // 8}"} if act in ("recommend", "prepare", "report") else {}
        when = {"when": {"phase": "start"}} if number % 10 == 0 else {}
        subject = f"s{chance.randrange(subjects)}"
        return {"id": f"m{number}", "forum": f"f{forum}", "act": act, "subject": subject, **to, **when}

    return {
        "schema": "samstyr.register/1",
        "parties": [{"id": "p", "name": "Part", "kind": "state"}],
        "organisations": [{"id": f"o{n}", "name": f"Organisation {n}", "party": "p"} for n in range(10)],
        "fora": [
            {
                "id": f"f{n}",
                "name": f"Forum {n}",
                "level": "national",
                "kind": "board",
                "parent": f"f{(n - 1) // 8}" if n else None,
                "seats": [{"organisation": f"o{(n + k) % 10}"} for k in range(2)],
                "meetings": [date(2017, month, 1 + n % 28) for month in (2, 5, 9, 11)],
            }
            for n in range(fora)
        ],
        "subjects": [
            {"id": f"s{n}", "name": f"Emne {n}", "parent": f"s{(n - 1) // 8}" if n else None, "binds": ["p"]}
            for n in range(subjects)
        ],
        "mandates": [mandate(n) for n in range(3 * fora)],
    }


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """How long it takes, in seconds, and what it answers."""
    begun = time.perf_counter()
    answer = work()
    return time.perf_counter() - begun, answer


def checks(register: Register, number: int = 500) -> float:
    """Seconds a check, over the first mandates."""
    asked = [mandate for mandate, _ in zip(register.mandates.values(), range(number), strict=False)]
    seconds, _ = timed(lambda: [check(register, m.forum, m.act, m.subject, DAY) for m in asked])
    return seconds / len(asked)


def measure(size: int) -> None:
    """Print a line for a register of that many fora."""
    document = made_up(size)
    reading, register = timed(lambda: parse(document, allow_overlaps=True))
    linting, found = timed(lambda: findings(register, DAY))
    checks(register)  # builds the look-ups
    gc.freeze()  # as a server should: the register stays, looking through it for garbage costs a second
    checking = checks(register)
    looking, _ = timed(lambda: [m for m in register.mandates.values() if m.act == Act.DECIDE])
    forum = register.fora["f1"]
    editing, _ = timed(lambda: register.with_changes({"fora": {"f1": replace(forum, name="Nyt navn")}}))
    print(
        f"{size:>7} fora: read {reading:6.2f} s, lint {linting:6.2f} s ({len(found)} findings), "
        f"one edit {editing * 1e3:5.1f} ms, one check {checking * 1e6:4.0f} µs "
        f"(every mandate once: {looking * 1e6:.0f} µs, ratio {looking / checking:.1f})"
    )


if __name__ == "__main__":
    for wanted in [int(word) for word in sys.argv[1:]] or SIZES:
        measure(wanted)
