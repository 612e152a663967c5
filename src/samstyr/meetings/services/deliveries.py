"""What is to be sent to whom: noted in the same transaction as what it is about, and sent by a job afterwards."""

import datetime
from collections.abc import Iterable
from typing import Final

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q

from samstyr.accounts.models import User
from samstyr.meetings.letters import OF_WEEK, letter, letter_of_week
from samstyr.meetings.models import Delay, Delivery, Meeting
from samstyr.meetings.queries.week import Task, Week, week_of
from samstyr.platform.jobs import defer
from samstyr.platform.service import service
from samstyr.platform.visibility import visible_to
from samstyr.registry.viewers import viewer_of
from samstyr.rules.procedure.deadlines import Owed, is_reminded
from samstyr.rules.procedure.readers import desk, user
from samstyr.rules.rights import Right, Viewer

# What each task of a week owes; of the others nobody is reminded.
OWED: Final = {
    "send-agenda": Owed.PAPERS,
    "send-minutes": Owed.ANSWERS,
    "give-position": Owed.ANSWERS,
    "answer-in-writing": Owed.ANSWERS,
    "answer-consultation": Owed.ANSWERS,
    "deliver": Owed.ANSWERS,
}
MONDAY: Final = 0
NO_ADDRESS: Final = "no-address"
NO_SEAT: Final = "no-seat"


def announce(*, meeting: Meeting, kind: str, key: str, now: datetime.datetime) -> list[Delivery]:
    """Note that all who may see a forum's agenda are to be told something about a meeting, once for each key.

    `kind` is one of call, pack, changes, minutes.
    """
    return [
        _note(each, kind=kind, key=key, meeting=meeting, now=now)
        for each in who_may(Right.SEE_AGENDA, meeting.forum_id, meeting.date)
    ]


def tell(
    *, recipients: Iterable[User], kind: str, key: str, forum: str, now: datetime.datetime
) -> list[Delivery]:
    """Note that users are asked for something by a forum, once for each key.

    `kind` is one of position, written, consultation, signature.
    """
    return [_note(each, kind=kind, key=key, meeting=None, now=now, forum=forum) for each in recipients]


def tell_delay(*, delay: Delay, recipients: Iterable[User], forum: str, now: datetime.datetime) -> None:
    """Note that users are told, each once, what a delay costs; a forum's secretary sees that they were."""
    key = f"delay-{delay.pk}"
    for each in recipients:
        _note(each, kind="delay", key=key, meeting=None, now=now, forum=forum, delay=delay)


def who_may_for(right: Right, parties: Iterable[str], on: datetime.date) -> list[User]:
    """Answer the users who have a right for one of the parties on a day, by name."""
    wanted = set(parties)
    users = User.objects.filter(
        is_active=True, person__memberships__organisation__party__in=wanted
    ).distinct()
    return [each for each in users.order_by("username") if wanted & set(viewer_of(each, on).parties(right))]


def who_may(right: Right, forum: str, on: datetime.date) -> list[User]:
    """Answer the users who have a right in a forum on a day, by name."""
    users = User.objects.filter(is_active=True, person__memberships__forum=forum).distinct()
    return [each for each in users.order_by("username") if forum in viewer_of(each, on).fora(right)]


@service
def deliver(*, delivery: int, actor: Viewer, on: datetime.date, now: datetime.datetime) -> Delivery | None:
    """Send one delivery to its user, who acts; answer it, or None where there is nothing (more) to send.

    Who has no address or no seat in the forum any more is not written to; why stands on the delivery. Raises what the
    mail server's connection raises: the job is then tried again.
    """
    waiting = Delivery.objects.filter(visible_to(actor, Delivery), pk=delivery, user=actor.user, sent_at=None)
    found = (
        waiting.select_related("meeting__forum", "delay__case", "delay__forum", "user")
        .select_for_update(of=("self",))
        .first()
    )
    if found is None:
        return None
    meeting = found.meeting
    if not found.user.email:
        found.problem = NO_ADDRESS
    elif meeting is not None and meeting.forum_id not in actor.fora(Right.SEE_AGENDA):
        found.problem = NO_SEAT
    else:
        tells_week = found.kind in OF_WEEK
        written = letter_of_week(found, week_of(actor, on)) if tells_week else letter(found)
        send_mail(written.subject, written.text, settings.DEFAULT_FROM_EMAIL, [found.user.email])
        found.sent_at, found.problem = now, ""
    found.save(update_fields=["sent_at", "problem"])
    return found


@service
def remind(*, actor: Viewer, on: datetime.date, now: datetime.datetime) -> list[Delivery]:
    """Note what a user is to be reminded of on a day, and on Mondays their week, where anything waits for them."""
    if actor.user is None or not actor.holdings:
        return []
    recipient = User.objects.filter(pk=actor.user, is_active=True).exclude(email="").first()
    if recipient is None:
        return []
    week = week_of(actor, on)
    noted = [
        _note(
            recipient, kind="reminder", key=f"reminder-{on.isoformat()}-{_name(task)}", meeting=None, now=now
        )
        for task in _reminded(week, on)
    ]
    if on.weekday() == MONDAY and not week.is_empty:
        noted.append(_note(recipient, kind="digest", key=f"digest-{on.isoformat()}", meeting=None, now=now))
    return noted


@service
def note_opened(*, meeting: Meeting, kinds: Iterable[str], actor: Viewer, now: datetime.datetime) -> int:
    """Note that a user has opened what was sent to them about a meeting; answer how many deliveries that was."""
    if actor.user is None:
        return 0
    mine = Delivery.objects.filter(visible_to(actor, Delivery), user=actor.user, meeting=meeting)
    return mine.filter(Q(kind__in=list(kinds)), opened_at=None).update(opened_at=now)


def _reminded(week: Week, on: datetime.date) -> Iterable[Task]:
    for task in (*week.answer, *week.prepare, *week.deliver):
        owed = OWED.get(task.kind)
        if owed is not None and task.due is not None and is_reminded(owed, task.due, on):
            yield task


def _name(task: Task) -> str:
    """Answer what tells a task from others."""
    about = (task.meeting, task.position, task.procedure, task.consultation, task.signature)
    key = next((each.pk for each in about if each is not None), None)
    return f"{task.kind}-{key if key is not None else task.follow_up and task.follow_up.row.pk}"


def _note(
    recipient: User,
    *,
    kind: str,
    key: str,
    meeting: Meeting | None,
    now: datetime.datetime,
    forum: str | None = None,
    delay: Delay | None = None,
) -> Delivery:
    asking = meeting.forum_id if meeting is not None else forum
    desks = [desk(asking)] if asking is not None else []
    found, is_new = Delivery.objects.get_or_create(
        user=recipient,
        key=key,
        defaults={
            "meeting": meeting,
            "delay": delay,
            "kind": kind,
            "asked_at": now,
            "readers": [*desks, user(recipient.pk)],
        },
    )
    if is_new and settings.EMAIL_HOST:
        defer("deliver", delivery=found.pk, user=recipient.pk)
    return found
