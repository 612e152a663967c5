"""Reading the register: one immutable snapshot in each process, kept up to date entry by entry."""

import gc
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import QuerySet

from samstyr.registry import from_rows, models
from samstyr.rules import register as rules
from samstyr.rules.register.collector import collector_paused

# With more changed entries than this, reading everything anew is quicker.
MOST_CHANGES: Final = 2_000
LOCK: Final = "SELECT pg_advisory_xact_lock_shared(hashtext('samstyr.registry'))"
Keys = Iterable[str] | None  # ids, or None for all


@dataclass(frozen=True, slots=True)
class _Kept:
    """The register as it was after the change of that number, in that database."""

    database: str
    number: int
    register: rules.Register


class _Keeper:
    """What this process last read. Threads share it; a reader never waits for another's reading."""

    def __init__(self) -> None:
        self.kept: _Kept | None = None
        self.writing = threading.Lock()


_keeper = _Keeper()


def current_register() -> rules.Register:
    """Answer the register as the database has it now.

    One short query where nothing has changed; else the entries that changed since are read, or everything
    where this process has read nothing yet. A transaction sees its own changes; they are not kept for others.
    """
    number, own = _last_change()
    database = str(connection.settings_dict["NAME"])
    kept = _keeper.kept if _keeper.kept and _keeper.kept.database == database else None
    if kept and kept.number == number:
        return kept.register
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LOCK)  # no writer commits while we read: all lists are of one moment
        number, own = _last_change()
        register = _read_since(kept, number)
    if not own:
        # What is kept stays: the garbage collector need not look through a million records again and again.
        gc.freeze()
        with _keeper.writing:
            _keeper.kept = _Kept(database, number, register)
    return register


def forget_register() -> None:
    """Let this process forget what it read, as a new process would begin (for measurements)."""
    _keeper.kept = None


def _last_change() -> tuple[int, bool]:
    """Answer the number of the last change, and whether this transaction made it (and may undo it)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, transaction = pg_current_xact_id_if_assigned() FROM registry_change"
            " ORDER BY id DESC LIMIT 1"
        )
        row = cursor.fetchone()
    return (row[0], bool(row[1])) if row else (0, False)


def _read_since(kept: _Kept | None, number: int) -> rules.Register:
    if kept is None or number < kept.number:
        return _read_all()
    changed: dict[str, set[str]] = defaultdict(set)
    changes = models.Change.objects.filter(id__gt=kept.number, id__lte=number)
    for list_name, entry in changes.values_list("list", "entry")[: MOST_CHANGES + 1]:
        changed[list_name].add(entry)
    if sum(len(entries) for entries in changed.values()) > MOST_CHANGES:
        return _read_all()
    updates: dict[str, dict[Any, Any]] = {}
    for list_name, entries in changed.items():
        if list_name == "accepted":
            now = _accepted()
            gone = dict.fromkeys(kept.register.accepted.keys() - now.keys())
            updates["accepted"] = {**gone, **now}
        elif list_name != "heading":
            updates[list_name] = {**dict.fromkeys(entries), **READERS[list_name](entries)}
    register = kept.register.with_changes(updates)
    return _with_heading(register) if "heading" in changed else register


def _read_all() -> rules.Register:
    with collector_paused():
        lists: dict[str, Any] = {name: reader(None) for name, reader in READERS.items()}
    return _with_heading(rules.Register(**lists, accepted=_accepted()))


def _with_heading(register: rules.Register) -> rules.Register:
    row = models.Heading.objects.first()
    remarks = rules.Remarks(**from_rows.remarks_from_row(row)) if row else rules.Remarks()
    return replace(register, remarks=remarks)


def _of(query: QuerySet[Any], keys: Keys, column: str = "id") -> Iterator[Any]:
    """Answer the rows of those ids, or all, without keeping them in memory."""
    chosen = query if keys is None else query.filter(**{f"{column}__in": list(keys)})
    return chosen.order_by(column).iterator(chunk_size=5_000)


def _grouped(found: Iterable[Any], column: str) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in found:
        groups[getattr(row, column)].append(row)
    return groups


def _pairs(found: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, value in found:
        groups[key].append(value)
    return groups


def _plain(model: type[Any], record: Callable[[Any], Any]) -> Callable[[Keys], dict[str, Any]]:
    """Answer a reader of entries that are one row each."""
    return lambda keys: {row.id: record(row) for row in _of(model.objects.all(), keys)}


def _fora(keys: Keys) -> dict[str, rules.Forum]:
    seats = _grouped(_of(models.Seat.objects.all(), keys, "forum_id"), "forum_id")
    hearings = _grouped(_of(models.Hearing.objects.all(), keys, "forum_id"), "forum_id")
    meetings = _pairs(_of(models.MeetingDate.objects.values_list("forum_id", "date"), keys, "forum_id"))
    through = models.Forum.acts_as.through.objects.values_list("from_forum_id", "to_forum_id")
    acts_as = _pairs(_of(through, keys, "from_forum_id"))
    return {
        row.id: from_rows.forum(
            row,
            seats=seats.get(row.id, ()),
            hearings=hearings.get(row.id, ()),
            meetings=meetings.get(row.id, ()),
            acts_as=acts_as.get(row.id, ()),
        )
        for row in _of(models.Forum.objects.all(), keys)
    }


def _subjects(keys: Keys) -> dict[str, rules.Subject]:
    through = models.Subject.binds.through.objects.values_list("subject_id", "party_id")
    binds = _pairs(_of(through, keys, "subject_id"))
    return {
        row.id: from_rows.subject(row, binds=binds.get(row.id, ()))
        for row in _of(models.Subject.objects.all(), keys)
    }


def _systems(keys: Keys) -> dict[str, rules.System]:
    depends_on = _grouped(_of(models.Dependency.objects.all(), keys, "system_id"), "system_id")
    return {
        row.id: from_rows.system(row, depends_on=depends_on.get(row.id, ()))
        for row in _of(models.System.objects.all(), keys)
    }


def _initiatives(keys: Keys) -> dict[str, rules.Initiative]:
    portfolios = _grouped(_of(models.PortfolioEntry.objects.all(), keys, "initiative_id"), "initiative_id")
    return {
        row.id: from_rows.initiative(row, portfolios=portfolios.get(row.id, ()))
        for row in _of(models.Initiative.objects.all(), keys)
    }


def _accepted() -> dict[tuple[str, str, str | None], rules.Acceptance]:
    records = [from_rows.acceptance(row) for row in models.Acceptance.objects.order_by("id")]
    return {record.key: record for record in records}


READERS: Final[dict[str, Callable[[Keys], dict[str, Any]]]] = {
    "parties": _plain(models.Party, from_rows.party),
    "organisations": _plain(models.Organisation, from_rows.organisation),
    "instruments": _plain(models.Instrument, from_rows.instrument),
    "fora": _fora,
    "subjects": _subjects,
    "mandates": _plain(models.Mandate, from_rows.mandate),
    "duties": _plain(models.Duty, from_rows.duty),
    "systems": _systems,
    "initiatives": _initiatives,
}
