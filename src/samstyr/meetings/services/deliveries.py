"""What is to be sent to whom: noted in the same transaction as what it is about, and sent by a job afterwards."""

import datetime

from samstyr.accounts.models import User
from samstyr.meetings.models import Delivery, Meeting
from samstyr.registry.viewers import viewer_of
from samstyr.rules.procedure.readers import desk, user
from samstyr.rules.rights import Right


def announce(*, meeting: Meeting, kind: str, key: str, now: datetime.datetime) -> list[Delivery]:
    """Note that all who may see a forum's agenda are to be told something about a meeting, once for each key.

    `kind` is one of call, pack, changes, minutes, reminder.
    """
    return [
        Delivery.objects.get_or_create(
            user=each,
            key=key,
            defaults={
                "meeting": meeting,
                "kind": kind,
                "asked_at": now,
                "readers": [desk(meeting.forum_id), user(each.pk)],
            },
        )[0]
        for each in who_may(Right.SEE_AGENDA, meeting.forum_id, meeting.date)
    ]


def who_may(right: Right, forum: str, on: datetime.date) -> list[User]:
    """Answer the users who have a right in a forum on a day, by name."""
    users = User.objects.filter(is_active=True, person__memberships__forum=forum).distinct()
    return [each for each in users.order_by("username") if forum in viewer_of(each, on).fora(right)]
