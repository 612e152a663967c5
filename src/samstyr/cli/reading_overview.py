"""What was read from a document, as tables for a person at a terminal. In Danish, as the documents are."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from samstyr.reading.record import Meeting, Minutes, plain

_TYPES = {
    "minutes": "Referat",
    "agenda": "Dagsorden",
    "decisions": "Beslutninger",
    "other": "Ikke et mødedokument",
}
_KINDS = {"decision": "beslutning", "information": "orientering", "discussion": "drøftelse"}
_ATTENDANCE = {
    "present": "til stede",
    "absent": "afbud",
    "secretariat": "sekretariat",
    "guest": "gæst",
    "substitute": "suppleant",
}
_ROLES = {"chair": "formand", "minute_taker": "referent", "observer": "observatør"}
_VERBS = {
    "approved": "godkendt",
    "noted": "taget til orientering",
    "recommended": "anbefalet",
    "endorsed": "tiltrådt",
    "postponed": "udsat",
    "rejected": "afvist",
    "established": "nedsat",
    "appointed": "udpeget",
    "agreed": "aftalt",
    "adopted": "besluttet",
    "withdrawn": "trukket",
    "discussed": "drøftet",
}
_CERTAINTY = {"agreed": "aftalt", "proposed": "foreslået", "expected": "forventet", "ongoing": "i gang"}
_LIGHTS = {"green": "grøn", "yellow": "gul", "red": "rød"}
# Every word of the contract that a person may meet.
WORDS = {**_KINDS, **_ATTENDANCE, **_ROLES, **_VERBS, **_CERTAINTY, **_LIGHTS}


def show(file: str, text: str, record: Minutes) -> None:
    """Print the overview to standard output."""
    console = Console(highlight=False)
    console.print(f"[bold]{escape(file)}[/bold]: {_TYPES[record.document_type]}, {len(text)} tegn")
    if record.document_type == "other":
        return
    console.print(escape(_head(record.meeting)))
    for title, columns, rows in _tables(record):
        if rows:
            table = Table(*columns, title=f"{title} ({len(rows)})", title_justify="left", expand=False)
            for row in rows:
                table.add_row(*(escape(cell) for cell in row))
            console.print(table)


def _head(meeting: Meeting) -> str:
    hours = "–".join(plain(each) for each in (meeting.start, meeting.end) if each is not None)
    parts = (meeting.forum, plain(meeting.date), f"kl. {hours}" if hours else None, meeting.place)
    return " · ".join(part for part in parts if part) or "Intet mødehoved fundet"


_Rows = list[tuple[str, ...]]


def _tables(record: Minutes) -> Iterable[tuple[str, Sequence[str], _Rows]]:
    yield (
        "Personer",
        ("Navn", "Organisation", "Rolle", "Fremmøde"),
        [
            (
                each.name,
                each.organisation or "",
                _ROLES.get(each.role or "", each.role or ""),
                _ATTENDANCE.get(each.attendance or "", "")
                + (f" (pkt. {', '.join(each.items)})" if each.items else ""),
            )
            for each in record.participants
        ],
    )
    yield (
        "Punkter",
        ("Nr.", "Titel", "Art"),
        [
            (
                each.number or "",
                (each.title or "") + (" (lukket)" if each.closed else ""),
                _KINDS.get(each.kind or "", ""),
            )
            for each in record.items
        ],
    )
    yield (
        "Indstillinger",
        ("Pkt.", "Indstilling"),
        [(each.item or "", each.clause) for each in record.recommendations],
    )
    yield (
        "Beslutninger",
        ("Pkt.", "Udfald", "Ordlyd"),
        [
            (
                each.item or "",
                _VERBS[each.verb] + (" med bemærkninger" if each.with_remarks else ""),
                each.quote,
            )
            for each in record.decisions
        ],
    )
    yield (
        "Opfølgning",
        ("Pkt.", "Hvem", "Hvad", "Frist", "Sikkerhed"),
        [
            (
                each.item or "",
                ", ".join(each.who),
                each.what,
                plain(each.due) or "",
                _CERTAINTY[each.certainty],
            )
            for each in record.actions
        ],
    )
    yield "Øvrigt", ("Pkt.", "Hvad"), list(_others(record))


def _others(record: Minutes) -> Iterable[tuple[str, str]]:
    for light in record.status_changes:
        change = f"{_LIGHTS.get(light.before or '', '?')} → {_LIGHTS[light.after]}"
        yield (
            light.item or "",
            f"{light.code or ''} {light.initiative or ''}: {change}, {light.reason or 'uden begrundelse'}",
        )
    for value in record.observations:
        note = ", brud i tidsserien" if value.series_break else ""
        yield (
            value.item or "",
            f"{value.indicator or 'indikator'}, {value.area or '?'}: {value.before} → {value.after}{note}",
        )
    for gap in record.missing_data:
        yield gap.item or "", f"Data mangler: {gap.indicator}, lovet {plain(gap.promised) or 'uden dato'}"
    for incident in record.incidents:
        yield (
            incident.item or "",
            f"Nedbrud: {', '.join(incident.systems)}, {plain(incident.start)}–{plain(incident.end)}",
        )
    for hearing in record.consultations:
        yield hearing.item or "", f"Høring: {hearing.subject}, frist {plain(hearing.deadline)}"
    for speaker in record.unlisted_speakers:
        yield speaker.item or "", f"Taler, men står ikke på listen: {speaker.name}"
    if record.next_meeting:
        points = "; ".join(record.next_meeting.items)
        yield "", f"Næste møde: {plain(record.next_meeting.date)}" + (f": {points}" if points else "")
    for warning in record.warnings:
        yield "", f"Bemærk: {warning.message}"
