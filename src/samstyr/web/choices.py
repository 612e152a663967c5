"""What can be chosen at a meeting: days, organisations, parties and fora of the register, by name."""

import datetime
from collections.abc import Iterable

from samstyr.platform.danish import order
from samstyr.rules.procedure.between import voting_parties
from samstyr.rules.register import Forum, Register

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


def by_name(choices: Iterable[tuple[str, str]]) -> Choices:
    """Answer choices in the order of the Danish alphabet."""
    return sorted(choices, key=lambda each: order(each[1]))
