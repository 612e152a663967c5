"""Writing the register: loading a whole document, and keeping what can be found up to date."""

import datetime
from collections.abc import Container, Iterable, Mapping
from typing import Any, Final

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Model, Q

from samstyr.accounts.models import Person
from samstyr.documents.services import FoundBy, make_findable, make_unfindable
from samstyr.platform.denials import require
from samstyr.platform.service import service
from samstyr.registry import models, to_rows
from samstyr.registry.queries import current_register
from samstyr.rules import register as rules
from samstyr.rules.plan import Plan, plan
from samstyr.rules.rights import OPERATOR, Right, Viewer

BATCH: Final = 2_000
LOCK: Final = "SELECT pg_advisory_xact_lock(hashtext('samstyr.registry'))"
# The lists whose entries are found by words; mandates and accepted findings show on others' pages.
SEARCHED: Final = (
    "parties",
    "organisations",
    "instruments",
    "fora",
    "subjects",
    "duties",
    "systems",
    "initiatives",
)
Records = Mapping[Any, Any]
Changed = Mapping[str, Iterable[Any]]  # list name → keys of its entries


@service
def load_register(*, wanted: rules.Register, only_plan: bool = False, actor: Viewer = OPERATOR) -> Plan:
    """Bring the database in line with a register that was read, and answer what that meant.

    What `wanted` lacks is left alone. With `only_plan` nothing is written. Raises RegisterError where the
    entries that are left alone do not fit together with the new ones (an overlap, a circle); nothing is kept.
    Raises DeniedError where the actor may not edit the register. Source: register.md, "Keys".
    """
    require(actor, Right.EDIT_REGISTER)
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    current = current_register()
    found = plan(current, wanted)
    if found.missing:
        whole = current.with_changes(found.changes)
        rules.parse(rules.to_document(whole))
    if only_plan:
        return found
    changed = {name: found.changes.get(name, {}) for name in rules.LISTS}
    _write(changed, current.fora.keys() | wanted.fora.keys())
    if wanted.remarks != rules.Remarks():
        _write_heading(wanted.remarks)
    keep_findable(register=wanted, changed=changed)
    return found


def check_edited(*, register: rules.Register, changed: Changed) -> None:
    """Check entries that were edited one by one as `load` would; all of the edit is in the database by now.

    `register` is the register after the edit. Nothing that was not edited can have come to be wrong, but for
    accepted findings, which name entries by their ids alone. Raises RegisterError, or IntegrityError where
    the database itself refuses the edit; the transaction has to be rolled back then.
    """
    edited: dict[str, dict[Any, Any]] = {"accepted": dict(register.accepted)}
    for name in rules.LISTS:
        if name != "accepted":
            entries = register.lists()[name]
            edited[name] = {key: entries[key] for key in changed.get(name, ()) if key in entries}
    part = rules.Register(**edited, remarks=register.remarks)
    rules.parse(rules.to_document(part), known=register)
    connection.check_constraints()


@service
def keep_findable(*, register: rules.Register, changed: Changed) -> None:
    """Let changed entries be found as they are in `register`, and no longer where they are not in it."""
    found = []
    for name in SEARCHED:
        entries = register.lists()[name]
        keys = list(changed.get(name, ()))
        found += [_found_by(name, entries[key]) for key in keys if key in entries]
        make_unfindable(kind=name, keys=[key for key in keys if key not in entries])
    make_findable(found=found)


def _write(changed: Mapping[str, Records], fora: Container[str]) -> None:
    """Write the entries list by list; links are checked by the database when the transaction ends.

    `fora` are the ids of all fora there will be: a recipient that is none of them is an organisation.
    """
    _put(models.Party, map(to_rows.party_row, changed["parties"].values()))
    _put(models.Organisation, map(to_rows.organisation_row, changed["organisations"].values()))
    _put(models.Instrument, map(to_rows.instrument_row, changed["instruments"].values()))
    _write_fora(changed["fora"])
    _write_subjects(changed["subjects"])
    _put(
        models.Mandate,
        (
            to_rows.mandate_row(record, to_organisation=record.to is not None and record.to not in fora)
            for record in changed["mandates"].values()
        ),
    )
    _put(models.Duty, map(to_rows.duty_row, changed["duties"].values()))
    _write_systems(changed["systems"])
    _write_initiatives(changed["initiatives"])
    _write_accepted(changed["accepted"])


def _put(model: type[Any], instances: Iterable[Model]) -> None:
    """Insert rows, or overwrite those with the same id."""
    model.objects.bulk_create(
        instances,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[field.name for field in model._meta.concrete_fields if not field.primary_key],
    )


def _replace(model: type[Any], column: str, keys: Iterable[str], instances: Iterable[Model]) -> None:
    """Put rows in the place of all that belong to the entries of those ids."""
    model.objects.filter(**{f"{column}__in": list(keys)}).delete()
    model.objects.bulk_create(instances, batch_size=BATCH)


def _write_fora(fora: Records) -> None:
    _put(models.Forum, map(to_rows.forum_row, fora.values()))
    _replace(models.Seat, "forum_id", fora, (row for f in fora.values() for row in to_rows.seat_rows(f)))
    _replace(
        models.Hearing, "forum_id", fora, (row for f in fora.values() for row in to_rows.hearing_rows(f))
    )
    dates = (models.MeetingDate(forum_id=f.id, date=day) for f in fora.values() for day in f.meetings)
    _replace(models.MeetingDate, "forum_id", fora, dates)
    through = models.Forum.acts_as.through
    roles = (through(from_forum_id=f.id, to_forum_id=role) for f in fora.values() for role in f.acts_as)
    _replace(through, "from_forum_id", fora, roles)


@service
def keep_meeting_date(
    *, forum: str, date: datetime.date, instead_of: datetime.date | None = None, actor: Viewer
) -> None:
    """Let the register know a day a forum meets, in the place of another day where it was moved.

    Raises DeniedError where the actor may not prepare the forum's meetings.
    """
    require(actor, Right.PREPARE_MEETING, forum=forum)
    if instead_of is not None:
        models.MeetingDate.objects.filter(forum_id=forum, date=instead_of).delete()
    models.MeetingDate.objects.get_or_create(forum_id=forum, date=date)


@service
def end_memberships(*, person: Person, actor: Viewer, on: datetime.date) -> tuple[int, int]:
    """End a person's memberships on a day, and remove those that would begin then or later.

    Answers how many were ended and how many removed. Raises DeniedError where the actor may not manage users.
    """
    require(actor, Right.MANAGE_USERS)
    memberships = models.Membership.objects.filter(person=person)
    removed, _by_model = memberships.filter(valid__startswith__gte=on).delete()
    running = memberships.filter(Q(valid__endswith__gt=on) | Q(valid__upper_inf=True))
    for ended in (found := list(running)):
        ended.valid = DateRange(ended.valid.lower, on, "[)")
        ended.save(update_fields=["valid"])
    return len(found), removed


def _write_subjects(subjects: Records) -> None:
    _put(models.Subject, map(to_rows.subject_row, subjects.values()))
    through = models.Subject.binds.through
    bound = (through(subject_id=s.id, party_id=party) for s in subjects.values() for party in s.binds)
    _replace(through, "subject_id", subjects, bound)


def _write_systems(systems: Records) -> None:
    _put(models.System, map(to_rows.system_row, systems.values()))
    needed = (row for s in systems.values() for row in to_rows.dependency_rows(s))
    _replace(models.Dependency, "system_id", systems, needed)


def _write_initiatives(initiatives: Records) -> None:
    _put(models.Initiative, map(to_rows.initiative_row, initiatives.values()))
    stands = (row for i in initiatives.values() for row in to_rows.portfolio_rows(i))
    _replace(models.PortfolioEntry, "initiative_id", initiatives, stands)


def _write_accepted(accepted: Records) -> None:
    for rule, finding, party in accepted:
        models.Acceptance.objects.filter(rule=rule, finding=finding, party=party).delete()
    models.Acceptance.objects.bulk_create(map(to_rows.acceptance_row, accepted.values()))


def _write_heading(remarks: rules.Remarks) -> None:
    models.Heading.objects.update_or_create(id=1, defaults=to_rows.remarks_to_row(remarks))


def _found_by(list_name: str, record: Any) -> FoundBy:
    """Answer by which words an entry is found."""
    short = getattr(record, "short", None)
    more = [short, getattr(record, "code", None), record.note]
    return FoundBy(
        kind=list_name,
        key=record.id,
        title=record.name,
        detail=short or "",
        words=" ".join([*record.aliases, *filter(None, more), record.id.replace("-", " ").replace(".", " ")]),
    )
