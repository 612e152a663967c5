"""The pack as a file: asked for, made by the worker in steps, fetched, and made anew when something has changed."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.cycle import MEMBER, OBSERVER, PREPARED, Desk
from tests.factories.people import DAY, user_with
from tests.unit.print.pack_cases import opened, tagged_pdf, untagged_pdf, words_of

from samstyr.accounts.models import User
from samstyr.jobs.tasks import make_pack
from samstyr.meetings.models import AgendaItem, ClosedItem, Delivery, Meeting, PreparedPack
from samstyr.meetings.services import (
    AttachedFile,
    attach,
    cancel_pack,
    note_progress,
    open_case_of_item,
    preparing,
)
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.print import preparing as making
from samstyr.print.pack.pdf import Stage
from samstyr.registry.models import Membership, Seat
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(danish_register: Register) -> Desk:
    Seat.objects.create(forum_id="nbs", organisation_id="medcom", role="observer")
    return Desk.of_the_board()


@pytest.fixture
def item(desk: Desk) -> AgendaItem:
    """An item of an agenda that was sent, with two attachments."""
    meeting = desk.plan()
    item = desk.add(meeting)
    desk.paper(item)
    add_file(desk, item, "a.pdf", tagged_pdf())
    add_file(desk, item, "b.pdf", untagged_pdf())
    desk.send(meeting)
    return item


@pytest.fixture
def member(item: AgendaItem) -> User:
    return user_with(MEMBER)


@pytest.fixture(autouse=True)
def empty_queue(db: None) -> None:
    """Tests that commit leave jobs in the queue's tables, which are no models of ours."""
    ProcrastinateJob.objects.filter(task_name="make_pack").delete()


@pytest.fixture
def client(member: User) -> Client:
    client = Client()
    client.force_login(member)
    return client


def add_file(desk: Desk, item: AgendaItem, name: str, content: bytes) -> None:
    with seen_by(desk.viewer, DatabaseRole.WEB):
        file = AttachedFile(
            title=f"Eksempel {name[0]}", name=name, media_type="application/pdf", content=content
        )
        attach(
            case=open_case_of_item(item=item, actor=desk.viewer), file=file, actor=desk.viewer, now=PREPARED
        )


def work() -> None:
    """Do what was asked of the worker, as it would."""
    for job in ProcrastinateJob.objects.filter(task_name="make_pack").order_by("id"):
        make_pack(**job.args)


def page(client: Client, meeting: int, name: str = "pack-files") -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse(name, args=[meeting])).content, "html.parser")


def said(shown: BeautifulSoup) -> list[str]:
    return [re.sub(r"\s+", " ", each.get_text()).strip() for each in shown.select("[role=status]")]


def test_file_is_asked_for_made_and_fetched(client: Client, member: User, item: AgendaItem) -> None:
    address = reverse("pack-file", args=[item.meeting_id, "pdf"])
    assert client.get(address).headers["Location"] == reverse("pack-files", args=[item.meeting_id])

    client.post(reverse("pack-ask", args=[item.meeting_id, "pdf"]))
    client.post(reverse("pack-ask", args=[item.meeting_id, "pdf"]))
    waiting = page(client, item.meeting_id, "pack-files-now")
    work()
    ready = page(client, item.meeting_id)

    assert ProcrastinateJob.objects.filter(task_name="make_pack").count() == 1, "asked twice, made once"
    assert len(waiting.select("[hx-get][hx-trigger], progress")) == 2
    assert waiting.select_one("a[id^=pack-look]")["href"] == reverse("pack-files", args=[item.meeting_id])
    assert ready.select("[hx-trigger='every 2s'], progress") == []
    assert ready.select("#pack-files details li")[0].get_text() == "Bilag 1.2: Eksempel b"
    row = PreparedPack.objects.get()
    book = opened(client.get(address).content)
    assert (row.state, row.pages, row.user, row.done > 0) == ("ready", len(book.pages), member, True)
    assert [
        str(font) for font in {font for page in book.pages for font in fonts(page)} if "Plex" in str(font)
    ]


def fonts(page: object) -> Iterator[object]:
    resources = page.obj.get("/Resources", {})  # type: ignore[attr-defined]
    for font in resources.get("/Font", {}).values():
        yield font.BaseFont


def test_page_for_a_tablet_holds_its_attachments(client: Client, item: AgendaItem) -> None:
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    work()

    answer = client.get(reverse("pack-file", args=[item.meeting_id, "zip"]))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["pakke.html", "bilag/Bilag 1.1 a.pdf", "bilag/Bilag 1.2 b.pdf"]


def test_opening_is_noted_when_the_file_is_fetched(client: Client, member: User, item: AgendaItem) -> None:
    Delivery.objects.create(
        user=member,
        meeting=item.meeting,
        kind="pack",
        key="p",
        asked_at=PREPARED,
        readers=[f"user:{member.pk}"],
    )
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    work()
    assert Delivery.objects.get(key="p").opened_at is None

    client.get(reverse("pack-file", args=[item.meeting_id, "zip"]))

    assert Delivery.objects.get(key="p").opened_at is not None


def test_changed_papers_make_the_file_stale(client: Client, item: AgendaItem) -> None:
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    work()
    Meeting.objects.filter(pk=item.meeting_id).update(place="Et andet sted")

    fetched = client.get(reverse("pack-file", args=[item.meeting_id, "zip"]))
    told = said(page(client, item.meeting_id))
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    work()

    assert (fetched.status_code, len(told)) == (302, 1)
    assert client.get(reverse("pack-file", args=[item.meeting_id, "zip"])).status_code == 200


def test_file_is_its_users_alone(client: Client, item: AgendaItem, desk: Desk) -> None:
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    work()
    other = Client()
    other.force_login(user_with(MEMBER))

    answer = other.get(reverse("pack-file", args=[item.meeting_id, "zip"]))

    assert answer.headers["Location"] == reverse("pack-files", args=[item.meeting_id])
    with seen_by(desk.viewer, DatabaseRole.WEB):
        assert PreparedPack.objects.count() == 0


def test_pack_is_made_for_what_its_user_may_see_when_it_is_made(
    client: Client, member: User, item: AgendaItem
) -> None:
    closed = AgendaItem.objects.create(
        meeting_id=item.meeting_id, position=9, number="9", kind="decision", closed=True
    )
    ClosedItem.objects.create(item=closed, forum_id="nbs", title="Hemmelig sag")
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    Membership.objects.filter(person=member.person).update(role="observer", organisation="medcom")

    work()

    row = PreparedPack.objects.get()
    assert row.state == "ready"
    with zipfile.ZipFile(io.BytesIO(bytes(row.content or b""))) as archive:
        shown = archive.read("pakke.html").decode()
    assert ("Lukket punkt" in shown, "Hemmelig" in shown) == (True, False)


def test_agenda_not_sent_and_seat_ended_fails_and_says_so(
    danish_register: Register, desk: Desk, client: Client, member: User, item: AgendaItem
) -> None:
    Meeting.objects.filter(pk=item.meeting_id).update(state="called")
    client.post(reverse("pack-ask", args=[item.meeting_id, "pdf"]))
    Membership.objects.filter(person=member.person).delete()

    work()

    assert PreparedPack.objects.values("state", "content").get() == {"state": "failed", "content": None}


def test_cancelled_pack_stops_at_the_next_step(client: Client, member: User, item: AgendaItem) -> None:
    client.post(reverse("pack-ask", args=[item.meeting_id, "pdf"]))
    viewer = viewer_of(member, DAY)
    with seen_by(viewer, DatabaseRole.JOB):
        row = preparing.begin_pack(prepared=PreparedPack.objects.get().pk, actor=viewer)
    assert row is not None
    note = making.noting(row, viewer, lambda: seen_by(viewer, DatabaseRole.JOB))
    note(Stage.READING, 1, 6)
    shown = page(client, item.meeting_id)
    client.post(reverse("pack-cancel", args=[item.meeting_id, "pdf"]))

    with seen_by(viewer, DatabaseRole.JOB):
        goes_on = note_progress(prepared=row, done=2, steps=6, actor=viewer)
    work()

    assert shown.select_one("progress")["value"] == "16"
    assert (goes_on, PreparedPack.objects.get().state) == (False, "cancelled")
    assert said(page(client, item.meeting_id)) == ["Fremstillingen af filen blev stoppet."]


def test_run_that_was_asked_anew_meanwhile_writes_nothing(
    client: Client, member: User, item: AgendaItem
) -> None:
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    viewer = viewer_of(member, DAY)
    with seen_by(viewer, DatabaseRole.JOB):
        before = preparing.begin_pack(prepared=PreparedPack.objects.get().pk, actor=viewer)
        assert before is not None
        cancel_pack(meeting=item.meeting, form="zip", actor=viewer)
    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    with seen_by(viewer, DatabaseRole.JOB):
        preparing.begin_pack(prepared=before.pk, actor=viewer)
        late = preparing.finish_pack(
            prepared=before, made=preparing.MadePack(b"gammel", "x"), actor=viewer, now=PREPARED
        )

    assert (late, PreparedPack.objects.get().state) == (False, "making")


def test_pack_without_attachments_is_handed_out_at_once(client: Client, desk: Desk, item: AgendaItem) -> None:
    meeting = desk.plan(DAY.replace(month=11))
    desk.add(meeting)
    desk.send(meeting)

    answer = client.get(reverse("pack-file", args=[meeting.pk, "pdf"]))

    assert (answer.status_code, "Eksempelpunkt" in " ".join(words_of(answer.content))) == (200, True)
    assert page(client, meeting.pk).select("#pack-files form") == []


def test_observer_can_have_a_file_made(item: AgendaItem) -> None:
    client = Client()
    client.force_login(user_with(OBSERVER))

    client.post(reverse("pack-ask", args=[item.meeting_id, "zip"]))
    work()

    assert client.get(reverse("pack-file", args=[item.meeting_id, "zip"])).status_code == 200


def test_who_is_not_logged_in_is_led_to_log_in(item: AgendaItem) -> None:
    answer = Client().post(reverse("pack-ask", args=[item.meeting_id, "pdf"]))

    assert (answer.status_code, reverse("account_login") in answer.headers["Location"]) == (302, True)
    assert PreparedPack.objects.count() == 0


def test_unknown_form_is_not_found(client: Client, item: AgendaItem) -> None:
    addresses = [reverse("pack-ask", args=[item.meeting_id, "exe"]), reverse("pack-ask", args=[999, "pdf"])]

    assert [client.post(address).status_code for address in addresses] == [404, 404]
    assert client.get(reverse("pack-file", args=[item.meeting_id, "exe"])).status_code == 404
