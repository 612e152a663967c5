"""The letters Samstyr sends: short, in Danish, with a link and nothing of what is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.urls import reverse

from samstyr.meetings.models import Delay, Delivery, Meeting
from samstyr.meetings.queries.week import Task, Week
from samstyr.platform.danish import long_day
from samstyr.rules.wording import days

LOCAL: Final = "http://localhost:8000"  # where the server runs on this machine
TASKS: Final = {
    "read-pack": "Læs mødematerialet",
    "read-minutes": "Læs referatet, og kom med bemærkninger",
    "give-position": "Afgiv jeres holdning",
    "answer-in-writing": "Svar i den skriftlige procedure",
    "answer-consultation": "Svar på høringen",
    "sign": "Underskriv",
    "send-agenda": "Udsend dagsordenen",
    "send-minutes": "Udsend referatet",
    "deliver": "Følg op på det aftalte",
}

# What is asked of somebody, and the page where it stands: nothing of what it is about, which may be closed.
ASKED: Final = {
    "position": ("Jeres holdning til en sag er ønsket", "constituency"),
    "written": ("Jeres svar i en skriftlig procedure er ønsket", "written"),
    "consultation": ("I er bedt om et høringssvar", "consultations"),
    "signature": ("Din underskrift er ønsket", "signatures"),
}

# Why a decision is later than was foreseen, as a sentence; {forum} where one forum is the reason.
DELAYED: Final = {
    "missed": "Fristen for materiale til {forum} blev ikke nået.",
    "postponed": "{forum} udsatte sagen.",
    "booked": "Sagen er sat på et senere møde i {forum}.",
    "moved": "{forum} har flyttet sit møde.",
    "replanned": "Sagens start er ændret.",
    "changed": "Mandater eller kalendere er ændret.",
}

OF_WEEK: Final = frozenset({"digest", "reminder"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: a subject of one line, and a text."""

    subject: str
    text: str


def letter(delivery: Delivery) -> Letter:
    """Answer the letter of a delivery about a meeting, or about something that is asked."""
    if delivery.meeting is not None:
        return _of_meeting(delivery.kind, delivery.meeting)
    if delivery.delay is not None:
        return _of_delay(delivery.delay)
    subject, page = ASKED[delivery.kind]
    return Letter(subject, f"{subject}. Se hvad, og inden hvornår:\n\n{address(page)}")


def letter_of_week(delivery: Delivery, week: Week) -> Letter:
    """Answer the letter of a digest or a reminder; `week` is what its user has to do by now."""
    if delivery.kind == "digest":
        groups = [*week.answer, *week.read, *week.prepare, *week.deliver]
        lines = [*_lines(groups), "", f"Min uge: {address('week')}"]
        return Letter(f"Min uge: {len(groups)} ting venter", "\n".join(lines))
    tasks = [
        task for task in (*week.answer, *week.prepare, *week.deliver) if f"-{task.kind}-" in delivery.key
    ]
    lines = [*_lines(tasks), "", f"Min uge: {address('week')}"]
    return Letter("Påmindelse om frist", "\n".join(lines))


def address(name: str, *args: object) -> str:
    """Answer the address of a page, as it is reached from outside."""
    origin = next(iter(settings.CSRF_TRUSTED_ORIGINS), LOCAL)
    return f"{origin}{reverse(name, args=args)}"


def _of_delay(delay: Delay) -> Letter:
    """Answer what a delay costs; what a closed case is called stands in no letter."""
    name = "En lukket sag" if delay.case.closed else delay.case.title
    if delay.decision_after is None:
        cost = "Den kan ikke besluttes, som kalenderen er nu."
    else:
        later = days((delay.decision_after - delay.decision_before).days)
        cost = f"Den kan nu tidligst besluttes {long_day(delay.decision_after)}, {later} senere."
    why = DELAYED[delay.why].format(forum=delay.forum.name if delay.forum else "Et forum")
    foreseen = f"Beslutningen var ventet {long_day(delay.decision_before)}."
    lines = [why, foreseen, cost, "", address("case", delay.case_id)]
    return Letter(f"Forsinket: {name}", "\n".join(lines))


def _of_meeting(kind: str, meeting: Meeting) -> Letter:
    what = f"{meeting.forum.name}, {long_day(meeting.date)}"
    where = ", ".join(filter(None, [_hours(meeting), meeting.place]))
    notice = "Indkaldelse til ekstraordinært møde" if meeting.extraordinary else "Indkaldelse"
    subject, lines = {
        "call": (f"{notice}: {what}", [f"Mødet holdes {long_day(meeting.date)}.", where]),
        "pack": (
            f"Dagsorden og materiale: {what}",
            ["Dagsordenen og materialet til mødet er udsendt.", where],
        ),
        "changes": (
            f"Ændret dagsorden: {what}",
            ["Dagsordenen eller materialet er ændret, siden det blev udsendt. Ændringerne er markeret."],
        ),
        "minutes": (
            f"Referat: {what}",
            [
                "Referatet er udsendt. Bemærkninger kan skrives ved de enkelte punkter, til referatet godkendes."
            ],
        ),
    }[kind]
    page = {"call": "meeting", "minutes": "minutes"}.get(kind, "pack")
    return Letter(subject, "\n".join([*filter(None, lines), "", address(page, meeting.pk)]))


def _hours(meeting: Meeting) -> str:
    if meeting.start is None:
        return ""
    end = f"–{meeting.end:%H.%M}" if meeting.end else ""
    return f"Kl. {meeting.start:%H.%M}{end}"


def _lines(tasks: Iterable[Task]) -> list[str]:
    lines = []
    for task in tasks:
        due = f" (frist {long_day(task.due)})" if task.due else ""
        lines.append(f"- {TASKS[task.kind]}{_of(task)}{due}")
    return lines


def _of(task: Task) -> str:
    """Answer whose a task is; what a closed case is called stands in no letter."""
    if task.meeting is not None:
        return f": {task.meeting.forum.name}, {long_day(task.meeting.date)}"
    case = task.position.leg.case if task.position else task.procedure.leg.case if task.procedure else None
    if case is not None and not case.closed:
        return f": {case.title}"
    if task.follow_up is not None and task.follow_up.kind == "action":
        return f": {task.follow_up.what}"
    return ""
