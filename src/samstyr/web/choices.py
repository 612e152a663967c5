"""What can be chosen in a form: days, organisations, parties, fora, initiatives by name; and resolutions."""

import datetime
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.text import Truncator

from samstyr.meetings.models import Resolution
from samstyr.platform.danish import order
from samstyr.rules.procedure.between import voting_parties
from samstyr.rules.register import Forum, Initiative, Register

Choices = list[tuple[str, str]]


def days_after(forum: Forum, after: datetime.date) -> Choices:
    """Answer the meetings of a forum after a day."""
    return [(day.isoformat(), f"{day.day}.{day.month}.{day.year}") for day in forum.meetings if day > after]


def organisations_in(register: Register, forum: Forum, on: datetime.date) -> Choices:
    """Answer the organisations with a seat in a forum on a day."""
    keys = {seat.organisation for seat in forum.seats if seat.valid.covers(on)}
    return by_name((key, register.organisations[key].name) for key in keys)


def parties_voting_in(register: Register, forum: Forum, on: datetime.date) -> Choices:
    """Answer the parties with a voting seat in a forum on a day."""
    return by_name((key, register.parties[key].name) for key in voting_parties(register, forum.id, on))


def fora_on(register: Register, on: datetime.date) -> Choices:
    """Answer the fora in force on a day."""
    return by_name((each.id, each.name) for each in register.fora.values() if each.valid.covers(on))


def initiatives_named(initiatives: Iterable[Initiative]) -> Choices:
    """Answer initiatives by their numbers and names."""
    return by_name((each.id, each.title) for each in initiatives)


def resolutions_quoted(resolutions: Iterable[Resolution], *, with_forum: bool = False) -> Choices:
    """Answer resolutions: the day of the meeting, its forum where several decide, and the beginning of the words."""
    return [
        (
            str(each.pk),
            f"{date_format(each.item.meeting.date, 'j.n.Y')}"
            f"{', ' + each.item.meeting.forum.name if with_forum else ''}: {Truncator(each.quote).chars(90)}",
        )
        for each in resolutions
    ]


def by_name(choices: Iterable[tuple[str, str]]) -> Choices:
    """Answer choices in the order of the Danish alphabet."""
    return sorted(choices, key=lambda each: order(each[1]))
