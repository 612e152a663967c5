"""Nothing private of one side reaches another through any page, search, export, error message, job or clash."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from samstyr.accounts.models import User
from samstyr.documents.models import SourceDocument
from samstyr.jobs.tasks import read_review
from samstyr.meetings.models import Meeting, Review
from samstyr.registry.models import Membership
from samstyr.rules.rights import Role
from tests.factories.people import Seat, user_with
from tests.factories.stages import DESK, PARTS, SEATS, Stages
from tests.factories.world import BOARD, OTHER_FORUM, OTHER_PARTY, PARTY, READ, Keys
from tests.rights.roles import ROLES

# The sides whose secrets a role may come upon; everyone else's secrets are looked for in all they can reach.
MEMBERS = {BOARD, SEATS, PARTS}
MINE = {
    **{role: {PARTS} for role in ROLES if role not in {"public", "reader"}},
    "secretary": MEMBERS | {DESK},
    "other-secretary": {OTHER_FORUM, PARTS},
    "chair": MEMBERS,
    "member": MEMBERS | {PARTY},
    "other-member": MEMBERS | {OTHER_PARTY},
    "substitute": MEMBERS | {PARTY},
    "observer": {SEATS, PARTS},
    "party-coordinator": {PARTY, PARTS},
    "other-coordinator": {OTHER_PARTY, PARTS},
}
# Whose own history is looked into: of the others it holds no more.
WATCHED = ("secretary", "other-secretary", "chair", "member", "other-member", "substitute")
WATCHED += ("party-coordinator", "other-coordinator")
SECRET = re.compile(r"hemmelighed-\w+-([a-z-]+)")


def addresses(keys: Keys, stages: Stages) -> list[str]:
    """Answer every address at which something of the example world could show."""
    names = ("home", "search", "fora", "subjects", "systems", "meetings", "imports", "findings", "rights")
    names += ("cases", "constituency", "own-data", "own-data-file", "mfa_index")
    names += ("written", "consultations", "ratifications", "signatures", "register-proposals")
    names += ("follow-ups", "week", "calendar-health")
    meetings = (stages.planned, stages.sent, stages.held, stages.minuted)
    items = ("planned_open", "planned_closed", "sent_open", "sent_closed", "held_open", "minuted_open")
    files = (stages.planned_file, stages.sent_file, stages.sent_closed_file, stages.unsent_file)
    return [
        *(reverse(name) for name in names),
        *(
            f"{reverse('search')}?q={word}"
            for word in ("hemmelighed", "hemmelighed-titel", "dokument", "udkast")
        ),
        *(reverse("forum", args=[forum]) for forum in (BOARD, OTHER_FORUM)),
        *(reverse("party", args=[party]) for party in (PARTY, OTHER_PARTY)),
        reverse("subject", args=["medcom.projects"]),
        reverse("overrides"),
        reverse("initiative", args=["praksys"]),
        *(
            reverse(name, args=[key])
            for name in ("meeting", "follow-up", "draft-agenda")
            for key in (keys.meeting, keys.other_meeting)
        ),
        *(reverse("review", args=[key]) for key in (keys.review, keys.other_review)),
        reverse("case", args=[keys.case]),
        *(reverse("room", args=[keys.case, 0, party]) for party in (PARTY, OTHER_PARTY)),
        *(
            reverse(name, args=[key])
            for name in ("case", "case-journey", "case-journey-text")
            for key in (keys.closed_case, keys.other_closed_case)
        ),
        *(
            reverse("written-procedure", args=[case, 1, key])
            for case, key in (
                (keys.closed_case, keys.written),
                (keys.other_closed_case, keys.other_written),
            )
        ),
        *(reverse("written-open", args=[key, 1]) for key in (keys.closed_case, keys.other_closed_case)),
        *(
            reverse("consultation", args=[case, key])
            for case, key in (
                (keys.closed_case, keys.consultation),
                (keys.other_closed_case, keys.other_consultation),
            )
        ),
        *(reverse("consultation-open", args=[key]) for key in (keys.closed_case, keys.other_closed_case)),
        *(reverse("ratification", args=[key]) for key in (keys.ratification, keys.other_ratification)),
        *(reverse("ratifier-add", args=[key, 1]) for key in (keys.closed_case, keys.other_closed_case)),
        *(
            reverse(name, args=[key])
            for name in ("attachment", "attachment-signatures")
            for key in (keys.attachment, keys.other_attachment)
        ),
        reverse("register-proposal", args=[keys.proposal]),
        *(reverse("register-propose", args=[key, 1]) for key in (keys.meeting, keys.other_meeting)),
        *(reverse("meeting-history", args=[key]) for key in (keys.meeting, keys.other_meeting)),
        *(
            reverse("meeting-history-export", args=[key, form])
            for key in (keys.meeting, keys.other_meeting)
            for form in ("csv", "json")
        ),
        reverse("entry-history", args=["fora", BOARD]),
        *(reverse(name, args=[forum]) for name in ("meeting-new", "item-propose") for forum in (BOARD,)),
        *(
            reverse(name, args=[key])
            for name in (
                "meeting",
                "agenda",
                "pack",
                "running",
                "running-now",
                "minutes",
                "since",
                "follow-up",
            )
            for key in meetings
        ),
        *(reverse("meeting-history", args=[key]) for key in meetings),
        *(reverse("minutes-file", args=[key, "docx"]) for key in (stages.held, stages.minuted)),
        *(reverse("pack-file", args=[key, "docx"]) for key in (stages.planned, stages.sent)),
        *(reverse("item", args=[getattr(stages, name)]) for name in items),
        *(reverse("attachment", args=[key]) for key in files),
        *(reverse("case-paper", args=[key]) for key in (stages.open_case, stages.closed_case_sent)),
        *(f"{reverse('running', args=[stages.held])}?punkt={key}" for key in (stages.held_closed,)),
        *(
            reverse("user-history", args=[key])
            for key in User.objects.filter(username__in=WATCHED).values_list("pk", flat=True)
        ),
    ]


def text_of(content: bytes) -> str:
    """Answer the text of an answer; a Word document is opened first."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b" ".join(archive.read(name) for name in archive.namelist())
    return content.decode("utf-8", "replace")


# Committed, so that the register is not read anew at each of some thousand requests.
@pytest.mark.django_db(transaction=True)
def test_no_page_tells_a_role_of_another_side(clients: dict[str, Client], keys: Keys, stages: Stages) -> None:
    found: dict[str, set[str]] = {}
    for role in ROLES:
        found[role] = set()
        for address in addresses(keys, stages):
            # Search answers as one types, too.
            for headers in ({}, {"HX-Request": "true"}) if "q=" in address else ({},):
                answer = clients[role].get(address, headers=headers)
                found[role] |= set(SECRET.findall(text_of(answer.content) + str(answer.headers)))

    assert found == {role: MINE.get(role, set()) for role in ROLES}


def test_same_document_of_two_people_tells_neither_of_the_other(
    clients: dict[str, Client], keys: Keys
) -> None:
    for role in ("secretary", "other-secretary"):
        upload = SimpleUploadedFile("eksempel.txt", b"Referat af et eksempel\n")
        answer = clients[role].post(reverse("imports"), {"document": upload}, follow=True)
        assert "indleveret før" not in answer.content.decode()

    assert SourceDocument.objects.filter(name="eksempel.txt").count() == 2


def test_refused_minutes_do_not_tell_what_another_handed_in(clients: dict[str, Client], keys: Keys) -> None:
    Review.objects.filter(pk=keys.review).update(
        read={**READ, "meeting": {"forum": None, "date": "2017-06-28"}}
    )
    Meeting.objects.filter(pk=keys.meeting).update(document=Review.objects.get(pk=keys.other_review).document)

    answer = clients["secretary"].post(
        reverse("review", args=[keys.review]), {"meeting.is": "nbs", "meeting.date": "2017-06-28"}
    )

    assert answer.status_code == 400
    assert set(SECRET.findall(answer.content.decode())) <= {BOARD}


def test_job_carries_keys_alone(clients: dict[str, Client], users: dict[str, User]) -> None:
    upload = SimpleUploadedFile("hemmelighed.txt", b"Referat af et hemmeligt eksempel\n")
    clients["secretary"].post(reverse("imports"), {"document": upload})

    review = Review.objects.get()
    # The queue's table is not emptied between tests.
    job = ProcrastinateJob.objects.filter(task_name="read_review").latest("id")
    assert job.args == {"review": review.pk, "actor": users["secretary"].pk}


def test_job_checks_the_rights_of_its_actor_when_it_runs(users: dict[str, User], keys: Keys) -> None:
    Review.objects.update(read=None, state="reading")

    read_review(review=keys.review, actor=users["other-secretary"].pk)
    Membership.objects.filter(person=users["other-secretary"].person).delete()
    SourceDocument.objects.update(kept_for=OTHER_FORUM, added_by=None)
    Review.objects.update(kept_for=OTHER_FORUM, added_by=None)
    read_review(review=keys.other_review, actor=users["other-secretary"].pk)

    assert list(Review.objects.values_list("state", flat=True)) == ["reading", "reading"]


def test_job_of_its_own_actor_runs(users: dict[str, User], keys: Keys) -> None:
    Review.objects.update(read=None, state="reading")

    read_review(review=keys.review, actor=users["secretary"].pk)

    assert Review.objects.get(pk=keys.review).state == "waiting"


def test_session_ends_when_the_seat_ends(users: dict[str, User], keys: Keys) -> None:
    client = Client()
    client.force_login(users["secretary"])
    address = reverse("review", args=[keys.review])
    assert client.get(address).status_code == 200

    Membership.objects.filter(person=users["secretary"].person).update(valid="[2010-01-01,2017-07-01)")
    first = client.get(reverse("home")).content.decode()

    assert "Din plads er ophørt" in first
    assert client.get(address).status_code == 404
    assert "_auth_user_id" not in client.session


def test_seat_that_the_register_ends_ends_the_session(keys: Keys) -> None:
    # The register gives general practice a seat in the board for one meeting, long before or after today.
    client = Client()
    client.force_login(user_with(Seat(Role.OBSERVER, "plo", "nbs")))

    client.get(reverse("home"))

    assert "_auth_user_id" not in client.session
