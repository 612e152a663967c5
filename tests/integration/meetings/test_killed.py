"""A process that is killed in the middle of a save leaves nothing of it, and the step can be taken again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo
from tests.factories.cycle import SECRETARY, Desk
from tests.factories.people import user_with

from samstyr.meetings.models import (
    Action,
    AgendaItem,
    ClosedClause,
    ClosedResolution,
    Delivery,
    Meeting,
    OutcomeDraft,
    RecommendationClause,
    Resolution,
    Treatment,
)
from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)
ITEMS = 12
# What a web process does with a request, from the session to the answer.
REQUEST = """
import sys, django
django.setup()
from django.test import Client
from samstyr.accounts.models import User
client = Client(SERVER_NAME="localhost")
client.force_login(User.objects.get(pk=int(sys.argv[1])))
print("ready", flush=True)
print(client.post(sys.argv[2], {"what": "agenda"}, secure=True).status_code, flush=True)
"""


@pytest.fixture
def desk(transactional_db: None, denmark: Register) -> Desk:
    load_register(wanted=denmark)
    return Desk.of_the_board()


def prepared(desk: Desk) -> Meeting:
    meeting = desk.plan()
    for place in range(ITEMS):
        desk.paper(desk.add(meeting, f"Eksempelpunkt {place}", kind="decision", closed=place % 3 == 0))
    return meeting


def address_of_database() -> str:
    settings = connection.settings_dict
    parts = {
        "dbname": settings["NAME"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
        "host": settings["HOST"],
        "port": settings["PORT"],
    }
    return make_conninfo(**{name: str(value) for name, value in parts.items() if value})


def ask(user: int, address: str) -> subprocess.Popen[str]:
    """Start a process that takes a request to an address as a user."""
    environment = {
        **os.environ,
        "DATABASE_URL": address_of_database(),
        "DJANGO_SETTINGS_MODULE": "samstyr.project.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    words = [sys.executable, "-c", REQUEST, str(user), address]
    return subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True)


@contextmanager
def held(sql: str, key: int) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Hold a row that the service comes to late, for as long as it lasts."""
    with psycopg.connect(address_of_database()) as holder:
        holder.execute(sql, [key])
        yield holder
        holder.rollback()


def killed_while_waiting(process: subprocess.Popen[str]) -> None:
    """Kill a process once it waits for the row that is held, and see its work end in the database."""
    for _ in range(600):
        assert process.poll() is None, "the process came to an end without waiting for the row"
        if _number("wait_event_type = 'Lock'"):
            break
        time.sleep(0.1)
    else:
        pytest.fail("the process never came to the row that is held")
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=30) == -signal.SIGKILL


def nobody_else_is_connected() -> None:
    for _ in range(300):
        if not _number("state <> 'idle'"):
            return
        time.sleep(0.1)
    pytest.fail("the work of the killed process goes on")


def _number(condition: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            f" AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND {condition}"
        )
        return int(cursor.fetchone()[0])


def test_agenda_whose_sending_was_killed_is_not_sent_and_can_be(desk: Desk) -> None:
    meeting, user = prepared(desk), user_with(SECRETARY)
    last = Treatment.objects.filter(item__meeting=meeting).order_by("item__position").last()
    assert last is not None

    with held("SELECT 1 FROM meetings_treatment WHERE id = %s FOR UPDATE", last.pk):
        process = ask(user.pk, f"/moeder/{meeting.pk}/dagsorden/send/")
        killed_while_waiting(process)
    nobody_else_is_connected()

    meeting.refresh_from_db()
    assert (meeting.state, meeting.frozen_at, meeting.called_at) == ("planned", None, None)
    assert not Treatment.objects.exclude(paper=None).exists()
    assert not RecommendationClause.objects.exists()
    assert not ClosedClause.objects.exists()
    assert not Delivery.objects.exists()
    assert ask(user.pk, f"/moeder/{meeting.pk}/dagsorden/send/").communicate(timeout=120)[0].split() == [
        "ready",
        "302",
    ]
    assert Meeting.objects.get(pk=meeting.pk).state == "frozen"
    assert Treatment.objects.exclude(paper=None).count() == ITEMS


def test_minutes_whose_sending_was_killed_are_still_drafts_and_can_be_sent(desk: Desk) -> None:
    meeting, user = desk.send(prepared(desk)), user_with(SECRETARY)
    for item in AgendaItem.objects.filter(meeting=meeting):
        desk.decide(item, clause=0)
    desk.end(meeting)
    last = OutcomeDraft.objects.order_by("item__position").last()
    assert last is not None

    with held("SELECT 1 FROM meetings_outcomedraft WHERE id = %s FOR UPDATE", last.pk):
        process = ask(user.pk, f"/moeder/{meeting.pk}/referat/send/")
        killed_while_waiting(process)
    nobody_else_is_connected()

    meeting.refresh_from_db()
    assert (meeting.state, meeting.minutes_sent_at) == ("held", None)
    assert OutcomeDraft.objects.count() == ITEMS
    assert not Resolution.objects.exists()
    assert not ClosedResolution.objects.exists()
    assert not Action.objects.exists()
    assert set(meeting.legs.values_list("state", flat=True)) == {"on-agenda"}
    assert ask(user.pk, f"/moeder/{meeting.pk}/referat/send/").communicate(timeout=120)[0].split() == [
        "ready",
        "302",
    ]
    assert Resolution.objects.count() + ClosedResolution.objects.count() == ITEMS
    assert not OutcomeDraft.objects.exists()
