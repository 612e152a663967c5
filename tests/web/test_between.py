"""Written procedures, consultations, ratification, proposals and signatures at the web's edge."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.cases import (
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_REGIONS,
    MEMBER_OF_MUNICIPALITIES,
    MEMBER_OF_STATE,
    NOW,
    SECRETARY,
    example_case,
)
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import (
    AgendaItem,
    Attachment,
    Case,
    Consultation,
    Meeting,
    PaperVersion,
    Ratification,
    RegisterProposal,
    Signature,
    WrittenProcedure,
)
from samstyr.meetings.services.papers import AttachedFile, PaperContent, attach, write_paper
from samstyr.meetings.services.reach import spread_meeting
from samstyr.registry.models import Forum
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.usefixtures("danish_register")
MEMBER_OF_REGIONS = Seat(Role.MEMBER, "danske-regioner", "nbs")
OBSERVER = Seat(Role.OBSERVER, "medcom", "nbs")
CLAUSE = "at bestyrelsen godkender eksemplet"


def logged_in(*seats: Seat, administrator: bool = False) -> Client:
    client = Client()
    client.force_login(user_with(*seats, administrator=administrator))
    return client


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def case(danish_register: Register) -> Case:
    found = example_case()
    write_paper(case=found, content=PaperContent((CLAUSE,)), based_on=0, actor=OPERATOR, now=NOW)
    return found


@pytest.fixture
def secretary(danish_register: Register) -> Client:
    return logged_in(SECRETARY)


def opened(case: Case, secretary: Client) -> str:
    """Put the case in writing by the page, and answer the address of the procedure."""
    response = secretary.post(
        reverse("written-open", args=[case.pk, 1]),
        {"paper": PaperVersion.objects.get().pk, "deadline": "2017-08-15", "silence_basis": ""},
    )
    assert response.status_code == 302
    return str(response.headers["Location"])


def test_secretary_opens_and_members_answer(case: Case, secretary: Client) -> None:
    address = opened(case, secretary)
    member = logged_in(MEMBER_OF_MUNICIPALITIES)
    page = text_of(member, address)

    answered = member.post(
        f"{address}svar/", {"party": "kommuner", "reply": "comments", "text": "Husk eksemplet"}
    )

    assert (CLAUSE in page, "Svar for Kommunerne" in page, "Svar for Staten" in page) == (True, True, False)
    assert answered.status_code == 302
    assert "Husk eksemplet" in text_of(logged_in(MEMBER_OF_STATE), address)
    assert "Svar på ny for Kommunerne" in text_of(member, address)


def test_answer_without_words_is_given_back_with_what_was_chosen(case: Case, secretary: Client) -> None:
    address = opened(case, secretary)

    response = logged_in(MEMBER_OF_MUNICIPALITIES).post(
        f"{address}svar/", {"party": "kommuner", "reply": "object", "text": ""}
    )

    assert response.status_code == 400
    assert "Skriv jeres bemærkninger, eller hvorfor I er imod" in response.content.decode()
    assert WrittenProcedure.objects.get().answers.count() == 0


def test_late_answer_is_refused_with_the_deadline(
    case: Case, secretary: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = opened(case, secretary)
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-08-16")
    member = logged_in(MEMBER_OF_MUNICIPALITIES)

    response = member.post(f"{address}svar/", {"party": "kommuner", "reply": "agree"})

    assert response.status_code == 403
    assert "Fristen var den 15. august 2017, dagen med" in response.content.decode()
    assert "Svar for Kommunerne" not in text_of(member, address)


@pytest.mark.parametrize("seat", [COORDINATOR_OF_MUNICIPALITIES, Seat(Role.ANALYST, "sds"), None])
def test_procedure_is_not_there_for_those_outside_the_forum(
    case: Case, secretary: Client, seat: Seat | None
) -> None:
    address = opened(case, secretary)
    client = logged_in(seat) if seat else Client()

    tried = [client.post(f"{address}{step}/", {}).status_code for step in ("svar", "luk", "opsamling")]

    assert (client.get(address).status_code, tried) == (404, [404, 404, 404])


def test_observer_sees_and_does_not_answer(case: Case, secretary: Client) -> None:
    Forum.objects.get(pk="nbs").seats.create(organisation_id="medcom", role="observer")
    address = opened(case, secretary)
    observer = logged_in(OBSERVER)

    refused = observer.post(f"{address}svar/", {"party": "stat", "reply": "agree"}).status_code

    assert (CLAUSE in text_of(observer, address), refused) == (True, 403)


def test_paper_without_recommendation_is_told_before_anything_is_opened(secretary: Client) -> None:
    case = example_case()

    page = text_of(secretary, reverse("written-open", args=[case.pk, 1]))

    assert "Sagen har endnu ingen sagsfremstilling med en indstilling" in page


def test_closing_decides_and_the_list_says_so(case: Case, secretary: Client) -> None:
    address = opened(case, secretary)
    for seat, party in (
        (MEMBER_OF_MUNICIPALITIES, "kommuner"),
        (MEMBER_OF_STATE, "stat"),
        (MEMBER_OF_REGIONS, "regioner"),
    ):
        logged_in(seat).post(f"{address}svar/", {"party": party, "reply": "agree"})

    secretary.post(f"{address}luk/", {"as": "closed"})

    assert WrittenProcedure.objects.get().state == "carried"
    assert "3 af 3" in text_of(secretary, reverse("written"))
    assert "Vedtaget" in text_of(secretary, reverse("written"))
    assert secretary.post(f"{address}luk/", {"as": "andet"}).status_code == 400


def test_list_of_procedures_costs_the_same_whatever_it_shows(secretary: Client) -> None:
    costs = []
    for each in range(3):
        case = example_case(f"Eksempel {each}")
        write_paper(case=case, content=PaperContent((CLAUSE,)), based_on=0, actor=OPERATOR, now=NOW)
        secretary.post(
            reverse("written-open", args=[case.pk, 1]),
            {"paper": PaperVersion.objects.get(case=case).pk, "deadline": "2017-08-15"},
        )
        with CaptureQueriesContext(connection) as queries:
            page = text_of(secretary, reverse("written"))
        costs.append(len(queries))

    assert (page.count("Eksempel "), costs) == (3, [costs[0]] * 3)


def test_consultation_is_asked_answered_and_told_apart(case: Case, secretary: Client) -> None:
    response = secretary.post(
        reverse("consultation-open", args=[case.pk]),
        {
            "forum": "nbs",
            "title": "Eksempelhøring",
            "deadline": "2017-08-15",
            "organisations": ["kl", "danske-regioner"],
            "names": "Eksempelforeningen",
        },
    )
    address = str(response.headers["Location"])
    found = Consultation.objects.get()
    kl = logged_in(COORDINATOR_OF_MUNICIPALITIES)
    own, other = (found.replies.get(organisation=key) for key in ("kl", "danske-regioner"))

    first = text_of(kl, address)
    given = kl.post(f"{address}svar/{own.pk}/", {"text": "Kun til jer", "seen": "1"})
    elsewhere = kl.post(f"{address}svar/{other.pk}/", {"text": "Ikke vores", "seen": "1"})

    assert (
        "dit svar afventes" in text_of(logged_in(COORDINATOR_OF_REGIONS), reverse("consultations"))
    ) is True
    assert ("KL" in first, "Danske Regioner" in first, "Eksempelforeningen" in first) == (True, False, False)
    assert (given.status_code, elsewhere.status_code) == (302, 404)
    assert "Kun til jer" not in text_of(logged_in(COORDINATOR_OF_REGIONS), address)
    assert "Kun til jer" in text_of(secretary, address)
    assert "1 af 3" in text_of(secretary, address)


def test_overdue_replies_stand_out_and_letters_are_entered(
    case: Case, secretary: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = str(
        secretary.post(
            reverse("consultation-open", args=[case.pk]),
            {"forum": "nbs", "title": "Høring", "deadline": "2017-08-15", "names": "Foreningen\nRådet"},
        ).headers["Location"]
    )
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-08-20")
    secretary = logged_in(SECRETARY)
    reply = Consultation.objects.get().replies.get(name="Rådet")

    before = text_of(secretary, address)
    secretary.post(
        f"{address}svar/{reply.pk}/", {"no_remarks": "yes", "replied_on": "2017-08-18", "seen": "1"}
    )
    after = text_of(secretary, address)

    assert (before.count("Intet svar til tiden"), after.count("Intet svar til tiden")) == (2, 1)
    assert ("efter fristen" in after, "ingen bemærkninger" in after) == (True, True)
    secretary.post(f"{address}opsamling/", {"text": "Rådet: Ingen bemærkninger."})
    assert list(PaperVersion.objects.values_list("version", "clauses")) == [(1, [CLAUSE]), (2, [CLAUSE])]
    secretary.post(f"{address}luk/", {"as": "closed"})
    assert Consultation.objects.get().state == "closed"


def decided(case: Case) -> Ratification:
    Case.objects.update(state="decided", decided_on=datetime.date(2017, 6, 28))
    return Ratification.objects.create(
        leg=case.legs.get(),
        party_id="kommuner",
        body_name="Eksempelrådet",
        due=datetime.date(2017, 6, 30),
        readers=["parts"],
    )


def test_ledger_says_that_agreed_is_not_binding(case: Case, secretary: Client) -> None:
    row = decided(case)
    kl = logged_in(COORDINATOR_OF_MUNICIPALITIES)
    address = reverse("case", args=[case.pk])

    before = text_of(kl, address)
    listed = text_of(kl, reverse("ratifications"))
    noted = kl.post(
        reverse("ratification", args=[row.pk]),
        {"state": "ratified", "decided_on": "2017-06-29", "funding_dkk": "1000"},
    )
    after = text_of(kl, address)

    assert ("Aftalt, men ikke bindende." in before, "Tiltrådt af 0 af 1." in before) == (True, True)
    assert ("din part" in listed, "overskredet" in listed.lower()) == (True, True)
    assert noted.status_code == 302
    assert "Tiltrådt af alle 1: bindende fra den 29. juni 2017." in after


def test_secretary_must_tell_where_it_stands(case: Case, secretary: Client) -> None:
    row = decided(case)

    response = secretary.post(
        reverse("ratification", args=[row.pk]), {"state": "refused", "decided_on": "2017-06-29"}
    )
    kept = secretary.post(
        reverse("ratification-due", args=[row.pk]), {"frist-due": "2017-12-01", "frist-funding_dkk": "5"}
    )

    assert (response.status_code, kept.status_code) == (400, 302)
    row.refresh_from_db()
    assert (row.state, row.due) == ("awaited", datetime.date(2017, 12, 1))


def test_body_the_register_lacks_is_added_by_page(case: Case, secretary: Client) -> None:
    decided(case)

    response = secretary.post(
        reverse("ratifier-add", args=[case.pk, 1]), {"party": "stat", "body_name": "Eksempelnævnet"}
    )

    assert response.status_code == 302
    assert Ratification.objects.get(party="stat").body_name == "Eksempelnævnet"


def test_meeting_sets_up_a_forum_and_the_administrator_enters_it(secretary: Client) -> None:
    meeting = Meeting.objects.create(forum_id="nbs", date=datetime.date(2017, 6, 28), state="held")
    AgendaItem.objects.create(meeting=meeting, position=0, number="1", title="Strategi")
    address = reverse("register-propose", args=[meeting.pk, 0])
    content = {
        "name": "Eksempelgruppen",
        "id": "eksempel-sg",
        "kind": "steering-group",
        "level": "national",
        "organisations": ["kl", "sum"],
        "chair": "sum",
        "act": "recommend",
        "subject": "strategy-2018.terms",
        "to": "nbs",
        "appointed": "KL: Kim Eksempel",
    }

    half = secretary.post(address, {**content, "to": "", "appointed": "Ukendt: X"})
    taken = secretary.post(address, {**content, "id": "nbs"})
    response = secretary.post(address, content)
    Meeting.objects.update(state="minutes-sent")
    spread_meeting(Meeting.objects.get(pk=meeting.pk))
    administrator = logged_in(administrator=True)
    listed = text_of(administrator, reverse("register-proposals"))
    shown = text_of(administrator, str(response.headers["Location"]))
    refused = administrator.post(response.headers["Location"], {"as": "refused", "reason": ""})
    entered = administrator.post(response.headers["Location"], {"as": "entered"})

    assert (half.status_code, taken.status_code, refused.status_code) == (400, 400, 400)
    assert "fora[0].id" in taken.content.decode()
    assert ("Eksempelgruppen" in listed, "Kim Eksempel" in shown) == (True, True)
    assert entered.status_code == 302
    assert RegisterProposal.objects.get().state == "entered"
    assert "Eksempelgruppen" in text_of(administrator, reverse("forum", args=["eksempel-sg"]))


def test_named_person_reads_and_signs_and_nobody_else_does(case: Case, secretary: Client) -> None:
    file = AttachedFile("Eksempelregnskab", "regnskab.txt", "text/plain", b"Eksempel")
    attachment = attach(case=case, file=file, actor=OPERATOR, now=NOW)
    user = user_with()
    signer, other = Client(), logged_in(COORDINATOR_OF_REGIONS)
    signer.force_login(user)
    address = reverse("attachment-signatures", args=[attachment.pk])

    unknown = signer.get(address).status_code
    assert user.person is not None
    secretary.post(address, {"names": user.person.name})
    listed = text_of(signer, reverse("signatures"))
    read = signer.get(reverse("attachment", args=[attachment.pk]))
    signature = Signature.objects.get()
    sign = reverse("signature-sign", args=[signature.pk])
    outsiders = [
        other.get(address).status_code,
        other.post(sign, {"seen": attachment.sha256}).status_code,
        secretary.post(sign, {"seen": attachment.sha256}).status_code,
    ]
    crossed = signer.post(sign, {"seen": "andet"}).status_code
    signed = signer.post(sign, {"seen": attachment.sha256})

    assert (unknown, "Eksempelregnskab" in listed) == (404, True)
    assert (read.content, read.headers["Content-Disposition"]) == (
        b"Eksempel",
        'attachment; filename="regnskab.txt"',
    )
    assert (outsiders, crossed, signed.status_code) == ([404, 404, 403], 409, 302)
    assert Attachment.objects.get().sha256 == Signature.objects.get().sha256
    assert "kontrolsummen er filens" in text_of(secretary, address)
