"""The pack of a viewer never holds what they may not see, in any form: its bytes are walked, not its looks."""

import io
import zipfile
from collections.abc import Iterator

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.cycle import ELSEWHERE, MEMBER, OBSERVER, PREPARED, Desk
from tests.factories.people import DAY, user_with
from tests.unit.print.pack_cases import tagged_pdf, words_of

from samstyr.accounts.models import User
from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.services import AttachedFile, PaperContent, attach, open_case_of_item, write_paper
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.print.board_pack import board_pack
from samstyr.print.pack.content import Document, Pack
from samstyr.print.pack.pdf import pack_pdf
from samstyr.print.pack.word_document import pack_docx
from samstyr.print.pack_files import tablet_zip
from samstyr.registry.models import Seat
from samstyr.registry.queries import current_register
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import PUBLIC, Viewer

pytestmark = pytest.mark.django_db
CLOSED, UNSENT = "hemmelighed", "usendthed"


@pytest.fixture
def meeting(danish_register: Register) -> Meeting:
    """A meeting whose agenda was sent: an open item with a newer paper that was not, and a closed item."""
    Seat.objects.create(forum_id="nbs", organisation_id="medcom", role="observer")
    desk = Desk.of_the_board()
    planned = desk.plan()
    item = desk.add(planned, "Åbent punkt")
    desk.paper(item)
    closed = desk.add(planned, f"{CLOSED} i titlen", closed=True, presenter=CLOSED)
    write(desk, closed, CLOSED, based_on=0)
    desk.send(planned)
    write(desk, item, UNSENT, based_on=1)
    return planned


def write(desk: Desk, item: AgendaItem, word: str, *, based_on: int) -> None:
    now = PREPARED.replace(hour=10 + based_on)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        case = open_case_of_item(item=item, actor=desk.viewer)
        content = PaperContent(clauses=(f"at {word} godkendes",), background=word, economy=word)
        write_paper(case=case, content=content, based_on=based_on, actor=desk.viewer, now=now)
        for name, kind, file in (
            (f"{word}.pdf", "application/pdf", tagged_pdf(word)),
            (f"{word}.txt", "text/plain", word.encode()),
            (f"{word}.bin", "application/octet-stream", word.encode()),
        ):
            attached = AttachedFile(title=f"{word} bilag", name=name, media_type=kind, content=file)
            attach(case=case, file=attached, actor=desk.viewer, now=now)


@pytest.fixture
def users(meeting: Meeting) -> dict[str, User | None]:
    return {
        "member": user_with(MEMBER),
        "observer": user_with(OBSERVER),
        "elsewhere": user_with(ELSEWHERE),
        "public": None,
    }


def pack_seen_by(viewer: Viewer, meeting: Meeting, document: Document) -> Pack:
    with seen_by(viewer, DatabaseRole.WEB):
        found = whole_meetings(viewer).get(pk=meeting.pk)
        return board_pack(found, current_register(), viewer, document=document, with_files=True, now=PREPARED)


def in_pdf(content: bytes) -> Iterator[str]:
    """The words on its pages, and every string and every stream, unpacked, whatever refers to it."""
    yield from words_of(content)
    with pikepdf.open(io.BytesIO(content)) as book:
        for each in book.objects:
            yield repr(each)
            if isinstance(each, pikepdf.Stream):
                try:
                    yield each.read_bytes().decode("latin-1")
                except pikepdf.PdfError:  # a picture
                    yield each.read_raw_bytes().decode("latin-1")


def in_archive(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name
            part = archive.read(name)
            yield from in_pdf(part) if part.startswith(b"%PDF") else [part.decode("utf-8", "replace")]


def found_in(texts: Iterator[str]) -> set[str]:
    whole = "\n".join(texts)
    return {word for word in (CLOSED, UNSENT, "Lukket punkt") if word in whole}


@pytest.mark.parametrize("document", Document)
def test_no_form_of_a_pack_holds_what_its_viewer_may_not_see(
    meeting: Meeting, users: dict[str, User | None], document: Document
) -> None:
    found = {}
    for name, user in users.items():
        pack = pack_seen_by(viewer_of(user, DAY) if user else PUBLIC, meeting, document)
        found[name] = {
            "pdf": found_in(in_pdf(pack_pdf(pack).pdf)),
            "docx": found_in(in_archive(pack_docx(pack))),
            "zip": found_in(in_archive(tablet_zip(pack))),
        }

    def all_forms(*words: str) -> dict[str, set[str]]:
        return {key: set(words) for key in ("pdf", "docx", "zip")}

    assert found == {
        "member": all_forms(CLOSED, "Lukket punkt"),
        "observer": all_forms("Lukket punkt"),
        "elsewhere": all_forms("Lukket punkt"),
        "public": all_forms(),
    }


def test_pages_hold_no_more_than_the_files(meeting: Meeting, users: dict[str, User | None]) -> None:
    found = {}
    for name, user in users.items():
        client = Client()
        if user is not None:
            client.force_login(user)
        answers = [
            client.get(reverse(page, args=[meeting.pk])) for page in ("pack", "pack-files", "pack-files-now")
        ]
        assert [answer.status_code for answer in answers] == [200] * 3
        found[name] = found_in(answer.content.decode() for answer in answers)

    assert found == {
        "member": {CLOSED, "Lukket punkt"},
        "observer": {"Lukket punkt"},
        "elsewhere": {"Lukket punkt"},
        "public": set(),
    }


def test_nothing_is_refused_for_having_no_content_where_files_are_named_only(meeting: Meeting) -> None:
    desk = Desk.of_the_board()
    with seen_by(desk.viewer, DatabaseRole.WEB):
        found = whole_meetings(desk.viewer).get(pk=meeting.pk)
        named = board_pack(
            found, current_register(), desk.viewer, document=Document.MINUTES, with_files=False, now=PREPARED
        )

    file = pack_pdf(named)

    assert {each.content for each in named.attachments} == {None}
    assert (file.refused, file.untagged, file.files) == ((), (), ())
    assert (named.made and named.made.hour) == 11, (
        "nine o'clock of the world is eleven in Denmark in September"
    )
