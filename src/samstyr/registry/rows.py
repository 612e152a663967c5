"""Rows of the database as records of the register, and back: nothing is lost either way."""

import datetime
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from samstyr.registry import models
from samstyr.rules import register as rules

# --- parts ------------------------------------------------------------------------------------------------


def valid_from_row(valid: Any) -> rules.Validity:
    """Answer a range of the database as a validity."""
    if valid is None or (valid.lower is None and valid.upper is None):
        return rules.ALWAYS
    return rules.Validity(valid.lower, valid.upper)


def valid_to_row(valid: rules.Validity) -> DateRange:
    """Answer a validity as a range of the database, its end not included."""
    return DateRange(valid.start, valid.until, "[)")


def remarks_from_row(row: models.Entry) -> dict[str, Any]:
    """Answer the remarks of a row as arguments of a record."""
    source = rules.Source(row.source_document, row.source_section or None) if row.source_document else None
    return {"aliases": tuple(row.aliases), "source": source, "note": row.note or None}


def remarks_to_row(record: rules.Remarks) -> dict[str, Any]:
    """Answer the remarks of a record as columns."""
    return {
        "aliases": list(record.aliases),
        "source_document": record.source.document if record.source else "",
        "source_section": (record.source.section or "") if record.source else "",
        "note": record.note or "",
    }


def part_to_json(part: Any) -> dict[str, Any]:
    """Answer a small record as plain data; what is at its default is left out."""
    plain: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if value == field.default:
            continue
        if is_dataclass(value):
            plain[field.name] = part_to_json(value)
        else:
            plain[field.name] = list(value) if isinstance(value, tuple) else value
    return plain


def _remarks_from_json(plain: dict[str, Any]) -> dict[str, Any]:
    """Answer plain data as arguments of a record, its remarks made records."""
    arguments = dict(plain)
    if "aliases" in plain:
        arguments["aliases"] = tuple(plain["aliases"])
    if "source" in plain:
        arguments["source"] = rules.Source(**plain["source"])
    return arguments


def length_from_json(plain: dict[str, Any] | None) -> rules.Length | None:
    """Answer a length of time, or None."""
    if plain is None:
        return None
    arguments = _remarks_from_json(plain)
    if "unit" in arguments:
        arguments["unit"] = rules.Unit(arguments["unit"])
    return rules.Length(**arguments)


def procedure_from_json(plain: dict[str, Any] | None) -> rules.Procedure | None:
    """Answer rules of procedure, or None where nothing is laid down."""
    if plain is None:
        return None
    arguments = _remarks_from_json(plain)
    for name in ("papers_before", "minutes_within", "extraordinary_notice", "written", "handover"):
        if name in arguments:
            arguments[name] = length_from_json(arguments[name])
    if "meetings_per_year" in arguments:
        arguments["meetings_per_year"] = rules.MeetingsPerYear(
            **_remarks_from_json(arguments["meetings_per_year"])
        )
    if "quorum" in arguments:
        arguments["quorum"] = rules.Quorum(**_remarks_from_json(arguments["quorum"]))
    if "rule" in arguments:
        arguments["rule"] = rules.DecisionRule(arguments["rule"])
    return rules.Procedure(**arguments)


def _when_from_json(plain: dict[str, Any]) -> tuple[rules.Condition, ...]:
    return tuple(
        rules.Condition(fact, rules.Bounds(**value) if isinstance(value, dict) else value)
        for fact, value in plain.items()
    )


def _when_to_json(when: Iterable[rules.Condition]) -> dict[str, Any]:
    return {
        condition.fact: part_to_json(condition.value)
        if isinstance(condition.value, rules.Bounds)
        else condition.value
        for condition in when
    }


# --- from rows --------------------------------------------------------------------------------------------


def party(row: models.Party) -> rules.Party:
    """Answer a party."""
    return rules.Party(id=row.id, name=row.name, kind=rules.PartyKind(row.kind), **remarks_from_row(row))


def organisation(row: models.Organisation) -> rules.Organisation:
    """Answer an organisation."""
    return rules.Organisation(
        id=row.id,
        name=row.name,
        party=row.party_id,
        short=row.short or None,
        replaces=row.replaces_id,
        valid=valid_from_row(row.valid),
        **remarks_from_row(row),
    )


def instrument(row: models.Instrument) -> rules.Instrument:
    """Answer an instrument."""
    return rules.Instrument(
        id=row.id,
        name=row.name,
        kind=rules.InstrumentKind(row.kind),
        date=row.date,
        eli=row.eli or None,
        valid=valid_from_row(row.valid),
        **remarks_from_row(row),
    )


def seat(row: models.Seat) -> rules.Seat:
    """Answer a seat."""
    return rules.Seat(
        organisation=row.organisation_id,
        role=rules.Role(row.role),
        count=row.count,
        name=row.name or None,
        valid=valid_from_row(row.valid),
        **remarks_from_row(row),
    )


def hearing(row: models.Hearing) -> rules.Hearing:
    """Answer a hearing."""
    return rules.Hearing(
        party=row.party_id,
        body=row.body_id,
        takes=length_from_json(row.takes),
        sits=row.takes is None,
        name=row.name or None,
        **remarks_from_row(row),
    )


def forum(
    row: models.Forum,
    *,
    seats: Iterable[models.Seat],
    hearings: Iterable[models.Hearing],
    meetings: Iterable[datetime.date],
    acts_as: Iterable[str],
) -> rules.Forum:
    """Answer a forum with what belongs to it."""
    established_by = None
    if row.established_by_instrument_id or row.established_by_forum_id:
        established_by = rules.EstablishedBy(
            instrument=row.established_by_instrument_id,
            forum=row.established_by_forum_id,
            **_remarks_from_json(row.establishment),
        )
    return rules.Forum(
        id=row.id,
        name=row.name,
        level=rules.Level(row.level),
        kind=rules.ForumKind(row.kind),
        acts_as=tuple(acts_as),
        parent=row.parent_id,
        established_by=established_by,
        terms_of_reference=row.terms_of_reference_id,
        party=row.party_id,
        valid=valid_from_row(row.valid),
        seats=tuple(seat(each) for each in seats),
        procedure=procedure_from_json(row.procedure),
        hearings=tuple(hearing(each) for each in hearings),
        meetings=tuple(meetings),
        **remarks_from_row(row),
    )


def subject(row: models.Subject, *, binds: Iterable[str]) -> rules.Subject:
    """Answer a subject."""
    return rules.Subject(
        id=row.id, name=row.name, parent=row.parent_id, binds=tuple(binds), **remarks_from_row(row)
    )


def mandate(row: models.Mandate) -> rules.Mandate:
    """Answer a mandate."""
    basis = None
    if row.basis_id:
        basis = rules.Basis(
            instrument=row.basis_id,
            section=row.basis_section or None,
            **_remarks_from_json(row.basis_remarks),
        )
    return rules.Mandate(
        id=row.id,
        name=row.name or None,
        forum=row.forum_id,
        act=rules.Act(row.act),
        subject=row.subject_id,
        to=row.to_forum_id or row.to_organisation_id,
        when=_when_from_json(row.when),
        effect=rules.Effect(row.effect),
        required=row.required,
        joint=row.joint,
        basis=basis,
        valid=valid_from_row(row.valid),
        **remarks_from_row(row),
    )


def duty(row: models.Duty) -> rules.Duty:
    """Answer a duty."""
    return rules.Duty(
        id=row.id,
        name=row.name,
        forum=row.forum_id,
        act=rules.Act(row.act),
        subject=row.subject_id,
        months=tuple(row.months),
        every=row.every or None,
        by=row.by or None,
        valid=valid_from_row(row.valid),
        **remarks_from_row(row),
    )


def system(row: models.System, *, depends_on: Iterable[models.Dependency]) -> rules.System:
    """Answer a system with what it depends on."""
    return rules.System(
        id=row.id,
        name=row.name,
        manager=row.manager_id,
        operator=row.operator_id,
        depends_on=tuple(
            rules.Dependency(system=each.on_id, valid=valid_from_row(each.valid), **remarks_from_row(each))
            for each in depends_on
        ),
        valid=valid_from_row(row.valid),
        **remarks_from_row(row),
    )


def initiative(row: models.Initiative, *, portfolios: Iterable[models.PortfolioEntry]) -> rules.Initiative:
    """Answer an initiative with the portfolios it stands in."""
    return rules.Initiative(
        id=row.id,
        name=row.name,
        code=row.code or None,
        lead=row.lead_id,
        portfolios=tuple(
            rules.Stand(forum=each.forum_id, valid=valid_from_row(each.valid), **remarks_from_row(each))
            for each in portfolios
        ),
        instrument=row.instrument_id,
        system=row.system_id,
        **remarks_from_row(row),
    )


def acceptance(row: models.Acceptance) -> rules.Acceptance:
    """Answer an accepted finding."""
    return rules.Acceptance(
        rule=rules.LintRule(row.rule),
        id=row.finding,
        party=row.party_id,
        reason=row.reason,
        until=row.until,
        name=row.name or None,
        **remarks_from_row(row),
    )


# --- to rows ----------------------------------------------------------------------------------------------


def _named(record: Any) -> dict[str, Any]:
    return {"id": record.id, "name": record.name, **remarks_to_row(record)}


def party_row(record: rules.Party) -> models.Party:
    """Answer the row of a party."""
    return models.Party(**_named(record), kind=record.kind.value)


def organisation_row(record: rules.Organisation) -> models.Organisation:
    """Answer the row of an organisation."""
    return models.Organisation(
        **_named(record),
        party_id=record.party,
        short=record.short or "",
        replaces_id=record.replaces,
        valid=valid_to_row(record.valid),
    )


def instrument_row(record: rules.Instrument) -> models.Instrument:
    """Answer the row of an instrument."""
    return models.Instrument(
        **_named(record),
        kind=record.kind.value,
        date=record.date,
        eli=record.eli or "",
        valid=valid_to_row(record.valid),
    )


def forum_row(record: rules.Forum) -> models.Forum:
    """Answer the row of a forum, without what belongs to it."""
    by = record.established_by
    return models.Forum(
        **_named(record),
        level=record.level.value,
        kind=record.kind.value,
        parent_id=record.parent,
        established_by_instrument_id=by.instrument if by else None,
        established_by_forum_id=by.forum if by else None,
        establishment=_remarks_to_json(by) if by else {},
        terms_of_reference_id=record.terms_of_reference,
        party_id=record.party,
        procedure=part_to_json(record.procedure) if record.procedure else None,
        valid=valid_to_row(record.valid),
    )


def seat_rows(record: rules.Forum) -> list[models.Seat]:
    """Answer the rows of a forum's seats."""
    return [
        models.Seat(
            forum_id=record.id,
            name=each.name or "",
            organisation_id=each.organisation,
            role=each.role.value,
            count=each.count,
            valid=valid_to_row(each.valid),
            **remarks_to_row(each),
        )
        for each in record.seats
    ]


def hearing_rows(record: rules.Forum) -> list[models.Hearing]:
    """Answer the rows of a forum's hearings."""
    return [
        models.Hearing(
            forum_id=record.id,
            name=each.name or "",
            party_id=each.party,
            body_id=each.body,
            takes=part_to_json(each.takes) if each.takes else None,
            **remarks_to_row(each),
        )
        for each in record.hearings
    ]


def subject_row(record: rules.Subject) -> models.Subject:
    """Answer the row of a subject, without the parties it binds."""
    return models.Subject(**_named(record), parent_id=record.parent)


def mandate_row(record: rules.Mandate, *, to_organisation: bool) -> models.Mandate:
    """Answer the row of a mandate."""
    return models.Mandate(
        id=record.id,
        name=record.name or "",
        forum_id=record.forum,
        act=record.act.value,
        subject_id=record.subject,
        to_forum_id=None if to_organisation else record.to,
        to_organisation_id=record.to if to_organisation else None,
        when=_when_to_json(record.when),
        when_key=record.when_key,
        effect=record.effect.value,
        required=record.required,
        joint=record.joint,
        basis_id=record.basis.instrument if record.basis else None,
        basis_section=(record.basis.section or "") if record.basis else "",
        basis_remarks=_remarks_to_json(record.basis) if record.basis else {},
        valid=valid_to_row(record.valid),
        **remarks_to_row(record),
    )


def duty_row(record: rules.Duty) -> models.Duty:
    """Answer the row of a duty."""
    return models.Duty(
        **_named(record),
        forum_id=record.forum,
        act=record.act.value,
        subject_id=record.subject,
        months=list(record.months),
        every=record.every or "",
        by=record.by or "",
        valid=valid_to_row(record.valid),
    )


def system_row(record: rules.System) -> models.System:
    """Answer the row of a system, without what it depends on."""
    return models.System(
        **_named(record),
        manager_id=record.manager,
        operator_id=record.operator,
        valid=valid_to_row(record.valid),
    )


def dependency_rows(record: rules.System) -> list[models.Dependency]:
    """Answer the rows of what a system depends on."""
    return [
        models.Dependency(
            system_id=record.id, on_id=each.system, valid=valid_to_row(each.valid), **remarks_to_row(each)
        )
        for each in record.depends_on
    ]


def initiative_row(record: rules.Initiative) -> models.Initiative:
    """Answer the row of an initiative, without its portfolios."""
    return models.Initiative(
        **_named(record),
        code=record.code or "",
        lead_id=record.lead,
        instrument_id=record.instrument,
        system_id=record.system,
    )


def portfolio_rows(record: rules.Initiative) -> list[models.PortfolioEntry]:
    """Answer the rows of the portfolios an initiative stands in."""
    return [
        models.PortfolioEntry(
            initiative_id=record.id,
            forum_id=each.forum,
            valid=valid_to_row(each.valid),
            **remarks_to_row(each),
        )
        for each in record.portfolios
    ]


def acceptance_row(record: rules.Acceptance) -> models.Acceptance:
    """Answer the row of an accepted finding."""
    return models.Acceptance(
        rule=record.rule.value,
        finding=record.id,
        party_id=record.party,
        reason=record.reason,
        name=record.name or "",
        until=record.until,
        **remarks_to_row(record),
    )


def _remarks_to_json(record: rules.Remarks) -> dict[str, Any]:
    remarks = rules.Remarks(aliases=record.aliases, source=record.source, note=record.note)
    return part_to_json(remarks)
