"""Rows of the database as records of the register; `to_rows` is the way back, and nothing is lost either way."""

import datetime
from collections.abc import Iterable
from typing import Any

from samstyr.registry import models
from samstyr.rules import register as rules


def valid_from_row(valid: Any) -> rules.Validity:
    """Answer a range of the database as a validity."""
    if valid is None or (valid.lower is None and valid.upper is None):
        return rules.ALWAYS
    return rules.Validity(valid.lower, valid.upper)


def remarks_from_row(row: models.Entry) -> dict[str, Any]:
    """Answer the remarks of a row as arguments of a record."""
    source = rules.Source(row.source_document, row.source_section or None) if row.source_document else None
    return {"aliases": tuple(row.aliases), "source": source, "note": row.note or None}


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
