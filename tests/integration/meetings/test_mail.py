"""What is sent, to whom, through a real mail server; who opened it; and nobody is told twice."""

import datetime
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.cases import example_leg
from tests.factories.cycle import HELD, NOVEMBER, OCTOBER, PREPARED, Desk
from tests.factories.people import Seat, user_with

from samstyr.accounts.models import User
from samstyr.jobs.tasks import deliver_mail, remind_all
from samstyr.meetings.models import Delivery, Meeting
from samstyr.meetings.services import deliver, note_opened, remind
from samstyr.platform.mail import SMTP
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.models import Membership
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)
DAY = PREPARED.date()


class Kept:
    """What the mail server took in."""

    def __init__(self) -> None:
        self.letters: list[Message] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.letters.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
def mail(settings: Any, transactional_db: None) -> Iterator[Kept]:
    ProcrastinateJob.objects.all().delete()  # the queue's table is not emptied between tests
    kept = Kept()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.CSRF_TRUSTED_ORIGINS = ["https://samstyr.example"]
    yield kept
    server.stop()


@pytest.fixture
def desk(danish_register: Register) -> Desk:
    return Desk.of_the_board()


@pytest.fixture
def member(danish_register: Register) -> User:
    user = user_with(Seat(Role.MEMBER, "kl", "nbs"))
    User.objects.filter(pk=user.pk).update(email="medlem@eksempel.test")
    return user


def run_jobs() -> list[str]:
    """Run what is queued as the worker would, once; answer the tasks."""
    waiting = list(ProcrastinateJob.objects.filter(status="todo").order_by("id"))
    for job in waiting:
        deliver_mail(**job.args)
    return [job.task_name for job in waiting]


def sent(desk: Desk) -> Meeting:
    meeting = desk.plan()
    desk.add(meeting, "Åbent eksempel")
    desk.add(meeting, "Hemmeligt eksempel", closed=True)
    return desk.send(meeting)


def test_agenda_is_sent_with_a_link_and_nothing_of_what_is_closed(
    desk: Desk, member: User, mail: Kept
) -> None:
    meeting = sent(desk)

    tasks = run_jobs()

    texts = [letter.get_content() for letter in mail.letters]  # type: ignore[attr-defined]
    assert set(tasks) == {"deliver"}
    assert [letter["To"] for letter in mail.letters] == ["medlem@eksempel.test"] * 2
    assert [str(letter["Subject"]).partition(":")[0] for letter in mail.letters] == [
        "Indkaldelse",
        "Dagsorden og materiale",
    ]
    assert f"https://samstyr.example/moeder/{meeting.pk}/pakke/" in texts[1]
    assert "Hemmeligt" not in "".join(texts)
    assert set(Delivery.objects.exclude(user=member).values_list("problem", flat=True)) == {"no-address"}


def test_letter_goes_out_once_however_often_its_job_runs(desk: Desk, member: User, mail: Kept) -> None:
    sent(desk)
    jobs = [job.args for job in ProcrastinateJob.objects.all()]

    for args in [*jobs, *jobs]:
        deliver_mail(**args)

    assert len(mail.letters) == 2


def test_member_whose_seat_has_ended_is_not_written_to(desk: Desk, member: User, mail: Kept) -> None:
    sent(desk)
    Membership.objects.filter(person=member.person).delete()

    run_jobs()

    assert mail.letters == []


def test_desk_sees_who_has_opened_what(desk: Desk, member: User, mail: Kept) -> None:
    meeting = sent(desk)
    run_jobs()
    viewer = viewer_of(member, DAY)

    with seen_by(viewer, DatabaseRole.WEB):
        opened = note_opened(meeting=meeting, kinds=("pack",), actor=viewer, now=HELD)
        again = note_opened(meeting=meeting, kinds=("pack",), actor=viewer, now=HELD)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        shown = dict(Delivery.objects.filter(user=member).values_list("kind", "opened_at"))

    assert (opened, again) == (1, 0)
    assert shown == {"call": None, "pack": HELD}


def test_mail_server_that_does_not_answer_leaves_the_letter_to_be_tried_again(
    desk: Desk, member: User, mail: Kept, settings: Any
) -> None:
    sent(desk)
    settings.EMAIL_PORT = 1
    job = ProcrastinateJob.objects.filter(args__user=member.pk).first()
    assert job is not None

    with pytest.raises(ConnectionRefusedError):
        deliver_mail(**job.args)

    assert Delivery.objects.get(pk=job.args["delivery"]).sent_at is None


def test_secretary_is_reminded_of_papers_five_and_one_weekday_before(desk: Desk, mail: Kept) -> None:
    User.objects.filter(pk=desk.viewer.user).update(email="sekretær@eksempel.test".replace("æ", "ae"))
    desk.plan()
    days = [OCTOBER - datetime.timedelta(days=n) for n in range(14)]

    reminded = []
    for day in days:
        with seen_by(desk.viewer, DatabaseRole.JOB):
            noted = remind(actor=desk.viewer, on=day, now=PREPARED)
        reminded += [(day, each.kind) for each in noted]

    # The register lays down no deadline for the board's papers: they are due when it meets.
    assert [day for day, kind in reminded if kind == "reminder"] == [
        datetime.date(2017, 10, 3),
        datetime.date(2017, 9, 27),
    ]
    assert [day for day, kind in reminded if kind == "digest"] == [
        datetime.date(2017, 10, 2),
        datetime.date(2017, 9, 25),
    ]


def test_digest_tells_what_waits_in_one_letter(desk: Desk, member: User, mail: Kept) -> None:
    sent(desk)
    run_jobs()
    ProcrastinateJob.objects.all().delete()
    mail.letters.clear()
    viewer = viewer_of(member, DAY)
    monday = datetime.date(2017, 10, 2)
    with seen_by(viewer, DatabaseRole.JOB):
        [digest] = remind(actor=viewer, on=monday, now=PREPARED)
    with seen_by(viewer, DatabaseRole.JOB):
        deliver(delivery=digest.pk, actor=viewer, on=monday, now=PREPARED)

    [letter] = mail.letters
    assert "Læs mødematerialet" in letter.get_content()  # type: ignore[attr-defined]
    assert str(letter["Subject"]) == "Min uge: 1 ting venter"


def test_everybody_is_reminded_by_the_daily_task(
    desk: Desk, member: User, mail: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(desk)
    desk.plan(NOVEMBER)
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-10-02")

    remind_all(timestamp=0)
    remind_all(timestamp=0)

    assert list(Delivery.objects.filter(kind="digest").values_list("user", flat=True)) == [member.pk]


def test_party_is_told_that_it_is_asked_and_nothing_of_what_for(
    danish_register: Register, mail: Kept
) -> None:
    coordinator = user_with(Seat(Role.PARTY_COORDINATOR, "danske-regioner"))
    User.objects.filter(pk=coordinator.pk).update(email="koordinator@eksempel.test")

    example_leg("regioner")
    run_jobs()

    [letter] = mail.letters
    assert str(letter["Subject"]) == "Jeres holdning til en sag er ønsket"
    assert "https://samstyr.example/baglandet/" in letter.get_content()  # type: ignore[attr-defined]
