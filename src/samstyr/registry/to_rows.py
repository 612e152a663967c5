"""Records of the register as rows of the database; `from_rows` is the way back, and nothing is lost either way."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from samstyr.registry import models
from samstyr.rules import register as rules


def valid_to_row(valid: rules.Validity) -> DateRange:
    """Answer a validity as a range of the database, its end not included."""
    return DateRange(valid.start, valid.until, "[)")


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


def _when_to_json(when: Iterable[rules.Condition]) -> dict[str, Any]:
    return {
        condition.fact: part_to_json(condition.value)
        if isinstance(condition.value, rules.Bounds)
        else condition.value
        for condition in when
    }


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
