"""Take away one wall between the parties at a time, and see that a test notices: `make mutations`.

A mutation is a policy that lets everyone see, or a line of a query, a right or a guard that is changed. Each is made
in a copy of the repository, where the tests of rights and isolation run until the first failure, on one database that
each run brings in line with the models (`secure`). One that nobody notices is printed as SURVIVED, and the run ends
with 1.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path("src/samstyr")
TESTS = [
    "tests/unit/rules/test_rights.py",
    "tests/unit/rules/test_membership.py",
    "tests/integration/isolation",
    "tests/integration/audit",
    "tests/rights/test_leaks.py",
]
COPIED = ("src", "tests", "pyproject.toml")
ISOLATION = SOURCE / "platform/isolation.py"
VISIBILITY = SOURCE / "platform/visibility.py"
POLICY = 'USING ({place.seen})")'


@dataclass(frozen=True, slots=True)
class Mutation:
    """A text in a file, and what it becomes."""

    name: str
    file: Path
    old: str
    new: str


def policies() -> Iterator[Mutation]:
    """Answer one mutation for each private table: its policy lets everyone see everything."""
    for table in private_tables():
        open_one = f"USING ({{'true' if model._meta.db_table == '{table}' else place.seen}})\")"
        yield Mutation(f"policy of {table} open to all", ISOLATION, POLICY, open_one)


def private_tables() -> list[str]:
    """Answer the names of the private tables, as the models say."""
    code = (
        "import django; django.setup()\n"
        "from samstyr.platform.isolation import Private, place_of, tables\n"
        "print(*sorted(m._meta.db_table for m in tables() if isinstance(place_of(m), Private)))"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "samstyr.project.settings"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


OTHERS = (
    Mutation(
        "policies not forced on tables", ISOLATION, "ENABLE ROW LEVEL SECURITY", "DISABLE ROW LEVEL SECURITY"
    ),
    Mutation("the viewer outlives the transaction", SOURCE / "platform/viewer.py", "%s, true)", "%s, false)"),
    Mutation(
        "requests run as the role that logs in",
        SOURCE / "platform/viewer.py",
        "role.value,\n",
        '"none",\n',
    ),
    *(
        Mutation(
            f"filter {name} lets everyone see",
            VISIBILITY,
            f"    {policy}: {name},",
            f"    {policy}: lambda _: Q(),",
        )
        for policy, name in (
            ("OF_PARTY", "_of_party"),
            ("OF_POSITION", "_of_position"),
            ("OF_READERS", "_of_readers"),
            ("OF_CLOSED_ITEM", "_of_closed_item"),
            ("OF_HAND_IN", "_of_hand_in"),
        )
    ),
    Mutation("whoever is not logged in is filtered like the operator", VISIBILITY, "Q(pk__in=())", "Q()"),
    Mutation(
        "closed items not filtered by forum",
        SOURCE / "meetings/queries/meetings.py",
        "model._default_manager.filter(visible_to(viewer, model))",
        "model._default_manager.all()",
    ),
    Mutation(
        "reviews not filtered by viewer",
        SOURCE / "meetings/queries/meetings.py",
        ".filter(visible_to(viewer, Review))",
        "",
    ),
    Mutation(
        "what was made of facts not filtered by viewer",
        SOURCE / "meetings/queries/reviews.py",
        ".filter(visible_to(viewer, ReviewedFact), review=review)",
        ".filter(review=review)",
    ),
    Mutation(
        "positions not filtered by viewer",
        SOURCE / "meetings/queries/cases.py",
        "Position.objects.filter(visible_to(viewer, Position))",
        "Position.objects.all()",
    ),
    Mutation(
        "rooms not filtered by party",
        SOURCE / "meetings/queries/cases.py",
        "    if not viewer.operator:\n        rooms",
        "    if not viewer:\n        rooms",
    ),
    Mutation(
        "what lies in rooms not filtered by party",
        SOURCE / "meetings/queries/rooms.py",
        ".filter(visible_to(viewer, model))",
        "",
    ),
    Mutation(
        "drafts of reports (portfolio_reportdraft) not filtered by party",
        SOURCE / "portfolio/queries/drafts.py",
        "ReportDraft.objects.filter(visible_to(viewer, ReportDraft))",
        "ReportDraft.objects.all()",
    ),
    Mutation(
        "agendas shown before they are sent",
        SOURCE / "meetings/queries/agenda.py",
        'found = Q(**{f"{meeting}published_at__isnull": False})',
        'found = Q(**{f"{meeting}id__isnull": False})',
    ),
    Mutation(
        "histories show agendas before they are sent",
        SOURCE / "meetings/models/noted.py",
        "Q(meeting__forum__in=viewer.fora(Right.SEE_AGENDA))",
        "Q(pgh_id__isnull=False)",
    ),
    Mutation(
        "histories show what was open once of what is closed",
        SOURCE / "meetings/models/noted.py",
        "return ~Q(pgh_obj__in=closed)",
        "return Q(pgh_id__isnull=False) | ~Q(pgh_obj__in=closed)",
    ),
    Mutation(
        "closed cases shown to everyone with a role",
        SOURCE / "meetings/queries/cases.py",
        'Q(closed=False) | Q(pk__in=closed.values("case"))',
        "Q()",
    ),
    Mutation(
        "papers not filtered by reader",
        SOURCE / "meetings/queries/papers.py",
        "PaperVersion.objects.filter(visible_to(viewer, PaperVersion))",
        "PaperVersion.objects.all()",
    ),
    Mutation(
        "cases shown to the public",
        SOURCE / "meetings/queries/cases.py",
        "if not may(viewer, Right.SEE_CASES):",
        "if False:",
    ),
    Mutation(
        "private events not filtered",
        SOURCE / "audit/queries.py",
        "{events: visible_to(viewer, events) for events in parts}",
        "{events: Q() for events in parts}",
    ),
    Mutation(
        "a person's history shown to everyone",
        SOURCE / "audit/queries.py",
        "    if viewer.user != user.pk:\n        require(viewer, Right.SEE_HISTORY_OF_PERSONS)\n",
        "",
    ),
    Mutation(
        "events written by whoever changes the row",
        ISOLATION,
        "SECURITY DEFINER",
        "SECURITY INVOKER",
    ),
    Mutation(
        "a right held anywhere holds in every forum",
        SOURCE / "rules/rights.py",
        "if grant.scope == Scope.FORUM and",
        "if False and",
    ),
    Mutation(
        "a right held anywhere holds for every party",
        SOURCE / "rules/rights.py",
        "if grant.scope == Scope.PARTY and",
        "if False and",
    ),
    Mutation("seats do not end", SOURCE / "rules/membership.py", "or not membership.valid.covers(on)", ""),
    Mutation(
        "seats outlive the register's",
        SOURCE / "rules/membership.py",
        "seat.organisation == membership.organisation and seat.valid.covers(on)",
        "seat.organisation == membership.organisation",
    ),
    Mutation(
        "jobs do not ask again for rights",
        SOURCE / "jobs/tasks.py",
        "reviews_visible_to(viewer)",
        "reviews_visible_to(Viewer(operator=True))",
    ),
    Mutation(
        "a session outlives its seats",
        SOURCE / "web/middleware.py",
        "if standing.has_ended:\n",
        "if False:\n",
    ),
)


def survives(mutation: Mutation, copy: Path) -> bool:
    """Tell whether the tests pass with the mutation made."""
    file = copy / mutation.file
    whole = file.read_text(encoding="utf-8")
    if mutation.old not in whole:
        sys.exit(f"{mutation.name}: {mutation.file} holds no {mutation.old!r}: bring this list up to date")
    file.write_text(whole.replace(mutation.old, mutation.new), encoding="utf-8")
    try:
        words = [sys.executable, "-m", "pytest", "-q", "-x", "--reuse-db", "-p", "no:cacheprovider", *TESTS]
        done = subprocess.run(words, cwd=copy, capture_output=True, text=True, check=False)
    finally:
        file.write_text(whole, encoding="utf-8")
    if done.returncode not in {0, 1}:
        sys.exit(f"{mutation.name}: the tests did not run:\n{done.stdout[-2_000:]}{done.stderr[-2_000:]}")
    return done.returncode == 0


def main() -> None:
    """Run every mutation, or those in whose name the given words stand."""
    wanted = " ".join(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="samstyr-mutations-") as folder:
        copy = Path(folder)
        copy.chmod(0o755)  # the embedded database may run as a user of its own
        for name in COPIED:
            source = ROOT / name
            shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(source, copy / name)
        survivors = 0
        chosen = [each for each in (*policies(), *OTHERS) if wanted in each.name]
        for mutation in chosen:
            survived = survives(mutation, copy)
            survivors += survived
            print("SURVIVED" if survived else "noticed ", mutation.name, flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} mutations noticed")
    sys.exit(bool(survivors))


if __name__ == "__main__":
    main()
