"""A worker that is killed in the middle of a pack: the record is whole, and another worker makes the pack."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from psycopg.conninfo import make_conninfo
from tests.factories.cycle import MEMBER, PREPARED, Desk
from tests.factories.people import DAY, user_with
from tests.unit.print.pack_cases import opened, tagged_pdf

import samstyr
from samstyr.meetings.models import Attachment, Meeting, PreparedPack
from samstyr.meetings.services import AttachedFile, ask_for_pack, attach, open_case_of_item
from samstyr.platform import database
from samstyr.platform.history import event_models
from samstyr.platform.jobs import defer
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)
FILES, PAGES = 20, 12


@pytest.fixture
def meeting(danish_register: Register) -> Meeting:
    desk, content = Desk.of_the_board(), tagged_pdf(pages=PAGES)
    planned = desk.plan()
    item = desk.add(planned)
    desk.paper(item)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        case = open_case_of_item(item=item, actor=desk.viewer)
        for number in range(FILES):
            file = AttachedFile(f"Bilag {number}", f"{number}.pdf", "application/pdf", content)
            attach(case=case, file=file, actor=desk.viewer, now=PREPARED)
    return desk.send(planned)


@pytest.fixture
def queue(db: None) -> None:
    """An empty queue: its tables are no models of ours, and tests that commit leave jobs there."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """A worker as `samstyr serve` starts it, on the database of the tests."""
    address = make_conninfo(database.address_for(DatabaseRole.JOB), dbname=connection.settings_dict["NAME"])
    source = Path(samstyr.__file__).parents[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "samstyr.project.manage", "procrastinate", "worker"],
        env={
            **os.environ,
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "samstyr.project.settings",
            "PYTHONPATH": str(source),
        },
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_until(there: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not there():
        assert process.poll() is None, "the worker has ended by itself"
        assert time.monotonic() < end, PreparedPack.objects.values("state", "done", "steps").get()
        time.sleep(0.02)


def test_pack_of_a_killed_worker_is_taken_up_by_another(queue: None, meeting: Meeting) -> None:
    viewer = viewer_of(user_with(MEMBER), DAY)
    with seen_by(viewer, DatabaseRole.WEB):
        ask_for_pack(meeting=meeting, form="pdf", actor=viewer, now=PREPARED)

    with worker() as first:
        wait_until(lambda: PreparedPack.objects.filter(state="making", steps__gt=0).exists(), first)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait(timeout=30)
    left = PreparedPack.objects.values("state", "content", "made_of", "pages").get()
    stalled = ProcrastinateJob.objects.get(task_name="make_pack")
    with connection.cursor() as cursor:  # half a minute without a sign of life, without waiting for it
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    with worker() as second:
        with suppress(AlreadyEnqueued):  # the minute may have turned
            defer("take_up_stalled", timestamp=0)
        wait_until(lambda: PreparedPack.objects.filter(state="ready").exists(), second)

    row = PreparedPack.objects.get()
    book = opened(bytes(row.content or b""))
    events = event_models()[PreparedPack].objects.order_by("pgh_id").values_list("state", flat=True)
    assert left == {"state": "making", "content": None, "made_of": "", "pages": 0}
    assert stalled.status == "doing"
    assert (len(book.pages), row.pages >= FILES * PAGES) == (row.pages, True)
    assert list(events) == ["waiting", "making", "ready"]
    assert Attachment.objects.count() == FILES
