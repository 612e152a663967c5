"""Every page answers, in both languages, with the status it should have."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.registers import register

from samstyr.meetings.models import Meeting
from samstyr.registry.services import load_register

# Every address of the application by its name (tests/architecture sees that none is left out).
# name: arguments, and the status for one who is not logged in.
PAGES: dict[str, tuple[list[Any], int]] = {
    "home": ([], 200),
    "health": ([], 200),
    "account_login": ([], 200),
    "account_logout": ([], 302),
    "account_inactive": ([], 200),
    "account_reauthenticate": ([], 302),
    "account_change_password": ([], 302),
    "account_set_password": ([], 302),
    "account_reset_password": ([], 404),  # no mail server
    "account_reset_password_done": ([], 404),
    "account_reset_password_from_key": (["1", "x-y"], 200),
    "account_reset_password_from_key_done": ([], 200),
    "mfa_index": ([], 302),
    "mfa_authenticate": ([], 302),
    "mfa_reauthenticate": ([], 302),
    "mfa_activate_totp": ([], 302),
    "mfa_deactivate_totp": ([], 302),
    "mfa_view_recovery_codes": ([], 302),
    "mfa_generate_recovery_codes": ([], 302),
    "language": ([], 405),
    "date": ([], 405),
    "see-as": ([], 405),
    "rights": ([], 200),
    "search": ([], 200),
    "where": ([], 200),
    "journey": ([], 200),
    "journey-pdf": ([], 400),
    "journey-text": ([], 400),
    "calendar-health": ([], 200),
    "map": ([], 200),
    "map-svg": ([], 200),
    "map-pdf": ([], 200),
    "fora": ([], 200),
    "forum": (["nbs"], 200),
    "wheel": (["nbs"], 200),
    "wheel-move": (["nbs"], 405),
    "calendar-forum": (["nbs"], 200),
    "calendar-party": (["kommuner"], 200),
    "calendar-own": (["x"], 404),
    "calendar-key": ([], 302),
    "parties": ([], 200),
    "party": (["almen-praksis"], 200),
    "organisation": (["kl"], 200),
    "subjects": ([], 200),
    "subject": (["medcom.work-programme"], 200),
    "instruments": ([], 200),
    "instrument": (["oa-2015"], 200),
    "promises": (["oa-2018"], 200),
    "promises-file": (["oa-2018", "docx"], 200),
    "systems": ([], 200),
    "system": (["nsp-net"], 200),
    "initiative": (["praksys"], 200),
    "portfolios": ([], 200),
    "portfolio-import": ([], 302),
    "portfolio-import-map": ([1], 302),
    "portfolio-import-mapping": ([1], 302),
    "portfolio": (["nbs"], 200),
    "portfolio-file": (["nbs", "pdf"], 200),
    "portfolio-decisions": (["nbs"], 302),
    "portfolio-enter": (["nbs"], 405),
    "portfolio-leave": (["nbs"], 405),
    "portfolio-assess": (["nbs", 1], 404),
    "initiative-report": (["praksys"], 404),
    "initiative-report-publish": (["praksys"], 405),
    "initiative-raise": (["praksys"], 404),  # to the public, of an initiative without a lead
    "initiative-milestones": (["praksys"], 200),
    "milestone-add": (["praksys"], 405),
    "milestone-depend": (["praksys"], 405),
    "milestone-date": (["praksys", 1], 405),
    "milestone-reached": (["praksys", 1], 405),
    "milestone-what-if": (["praksys", 1], 404),
    "portfolio-roadmap": (["nbs"], 200),
    "rounds": (["nbs"], 200),
    "round": (["nbs", 1], 404),
    "round-remind": (["nbs", 1], 405),
    "round-step": (["nbs", 1, 1, "godkend"], 405),
    "business-case": (["praksys"], 200),
    "business-case-file": (["praksys"], 200),
    "business-case-preview": (["praksys"], 405),
    "business-case-keep": (["praksys"], 405),
    "business-case-realised": (["praksys"], 405),
    "benefit-add": (["praksys"], 405),
    "benefit-follow-up": (["praksys", 1], 405),
    "partner-add": (["praksys"], 405),
    "funding-set": (["praksys"], 405),
    "pools": (["nbs"], 200),
    "pool-open": (["nbs"], 405),
    "pool-use": (["nbs", 1], 405),
    "needs": (["nbs"], 200),
    "need-state": (["nbs"], 405),
    "need-move": (["nbs", 1], 405),
    "need-decide": (["nbs", 1], 405),
    "need-pay": (["nbs", 1], 405),
    "duty": (["nbs-operations-report"], 302),
    "findings": ([], 200),
    "overrides": ([], 200),
    "meetings": ([], 200),
    "meeting": (["MEETING"], 200),
    "item-subject": (["MEETING", 0], 405),
    "draft-agenda": (["MEETING"], 200),
    "follow-up": (["MEETING"], 200),
    "pack": (["MEETING"], 200),
    "pack-file": (["MEETING", "docx"], 200),
    "pack-files": (["MEETING"], 200),
    "pack-files-now": (["MEETING"], 200),
    "pack-ask": (["MEETING", "pdf"], 405),
    "pack-cancel": (["MEETING", "pdf"], 405),
    "meeting-new": (["nbs"], 302),
    "item-propose": (["nbs"], 302),
    "agenda": (["MEETING"], 302),
    "agenda-add": (["MEETING"], 405),
    "agenda-take": (["MEETING"], 405),
    "agenda-send": (["MEETING"], 405),
    "meeting-move": (["MEETING"], 405),
    "item": (["ITEM"], 200),
    "item-change": (["ITEM"], 405),
    "item-move": (["ITEM"], 405),
    "item-off": (["ITEM"], 405),
    "item-override": (["ITEM"], 405),
    "item-paper": (["ITEM"], 405),
    "item-attach": (["ITEM"], 405),
    "attachment": ([1], 404),
    "attachment-off": ([1], 405),
    "running": (["MEETING"], 302),
    "running-now": (["MEETING"], 302),
    "attendance": (["MEETING"], 405),
    "meeting-end": (["MEETING"], 405),
    "record": (["ITEM", "text"], 405),
    "minutes": (["MEETING"], 200),
    "minutes-send": (["MEETING"], 405),
    "minutes-file": (["MEETING", "docx"], 200),
    "minutes-comment": (["ITEM"], 405),
    "minutes-answer": ([1], 405),
    "follow-ups": ([], 200),
    "follow-up-done": (["action", 1], 405),
    "since": (["MEETING"], 200),
    "week": ([], 302),
    "person": (["PERSON"], 200),
    "cases": ([], 302),
    "case-new": ([], 302),
    "case": ([1], 302),
    "case-journey": ([1], 302),
    "case-journey-pdf": ([1], 302),
    "case-journey-text": ([1], 302),
    "leg-add": ([1], 302),
    "leg-book": ([1, 1], 405),
    "case-withdraw": ([1], 405),
    "case-paper": ([1], 302),
    "case-attach": ([1], 405),
    "positions-ask": ([1, 1], 405),
    "position-record": ([1, 1, "regioner"], 405),
    "constituency": ([], 302),
    "room": ([1, 1, "regioner"], 404),
    "room-date": ([1, 1, "regioner"], 405),
    "room-hearing": ([1, 1, "regioner"], 405),
    "room-outcome": ([1, 1, "regioner", 1], 405),
    "room-draft": ([1, 1, "regioner"], 405),
    "room-comment": ([1, 1, "regioner"], 405),
    "room-release": ([1, 1, "regioner"], 404),
    "written": ([], 302),
    "written-open": ([1, 1], 302),
    "written-procedure": ([1, 1, 1], 404),
    "written-answer": ([1, 1, 1], 405),
    "written-close": ([1, 1, 1], 405),
    "written-summary": ([1, 1, 1], 405),
    "consultations": ([], 302),
    "consultation-open": ([1], 302),
    "consultation": ([1, 1], 404),
    "consultation-reply": ([1, 1, 1], 405),
    "consultation-close": ([1, 1], 405),
    "consultation-summary": ([1, 1], 405),
    "ratifications": ([], 302),
    "ratification": ([1], 302),
    "ratification-due": ([1], 405),
    "ratifier-add": ([1, 1], 302),
    "signatures": ([], 302),
    "attachment-signatures": ([1], 404),
    "signature-sign": ([1], 405),
    "register-proposals": ([], 302),
    "register-proposal": ([1], 302),
    "register-propose": (["MEETING", 0], 302),
    "own-data": ([], 302),
    "own-data-file": ([], 302),
    "imports": ([], 200),
    "imports-waiting": ([], 302),
    "import-batch": ([1], 404),
    "review": (["REVIEW"], 404),
    "review-fact": (["REVIEW"], 405),
    "review-export": (["REVIEW"], 404),
    "entry-history": (["fora", "nbs"], 302),
    "entry-history-export": (["fora", "nbs", "csv"], 302),
    "meeting-history": (["MEETING"], 302),
    "meeting-history-export": (["MEETING", "json"], 302),
    "user-history": ([1], 302),
    "user-history-export": ([1, "csv"], 302),
}

FRAME = 3  # what tells the database who looks: the transaction's begin and end, and one query
INSIDE = 2  # and once more each to note and restore what held, inside the transaction of a test


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_answers(example_meeting: Meeting, client: Client, language: str) -> None:
    client.cookies["django_language"] = language
    attendance = example_meeting.attendances.first()
    assert attendance is not None
    keys = {
        "MEETING": example_meeting.pk,
        "PERSON": attendance.person_id,
        "REVIEW": example_meeting.review.pk,
        "ITEM": example_meeting.items.filter(closed=False)[0].pk,
    }

    answers = {}
    for name, (arguments, _status) in PAGES.items():
        response = client.get(reverse(name, args=[keys.get(each, each) for each in arguments]))
        answers[name] = response.status_code
        if response.status_code == 200:
            assert response.headers["Content-Language"] == language, name
            assert "default-src '" in response.headers["Content-Security-Policy"], name

    assert answers == {name: status for name, (_arguments, status) in PAGES.items()}


@pytest.mark.parametrize("address", ["/fora/x/", "/emner/x/", "/moeder/999/", "/personer/999/", "/intet"])
def test_unknown_address_is_404(danish_register: object, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_bad_date_is_told_with_400(danish_register: object, client: Client) -> None:
    response = client.get("/fora/?on=i-morgen")

    assert response.status_code == 400
    assert "i-morgen" in response.content.decode()


def test_english_browser_gets_danish_until_a_person_chooses(danish_register: object, client: Client) -> None:
    response = client.get("/", headers={"accept-language": "en"})

    assert response.headers["Content-Language"] == "da"


def test_language_is_kept_once_chosen(danish_register: object, client: Client) -> None:
    client.post(reverse("language"), {"language": "en", "next": "/fora/"})

    assert client.get("/fora/").headers["Content-Language"] == "en"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_choice_never_leads_to_another_site(db: None, client: Client, elsewhere: str) -> None:
    response = client.post(reverse("language"), {"language": "en", "next": elsewhere})

    assert response.headers["Location"] == "/"


def test_demonstration_can_be_seen_from_the_real_date(danish_register: object, client: Client) -> None:
    assert "1. juli 2017" in client.get("/").content.decode()

    client.post(reverse("date"), {"real": "1", "next": "/"})

    assert "1. juli 2017" not in client.get("/").content.decode()


def test_subject_page_answers_who_and_on_what_basis(danish_register: object, client: Client) -> None:
    page = client.get("/emner/medcom.work-programme/").content.decode()

    answer = page.split('class="answer"')[1].split("</section>")[0]
    assert "Den nationale bestyrelse for sundheds-it" in answer
    assert "Økonomiaftalen for 2015" in answer


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["fora", "subjects", "parties", "instruments", "systems", "findings", "map"])
@pytest.mark.parametrize("fora", [1, 3])
def test_register_page_costs_one_query_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, name: str, fora: int
) -> None:
    load_register(wanted=register(parties=["stat"], fora=[f"f{n}" for n in range(fora)], subjects=["s"]))
    client.get(reverse(name))

    with django_assert_num_queries(1 + FRAME):
        client.get(reverse(name))


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_meetings_costs_the_same_whatever_it_shows(
    danish_register: object, client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for month in range(1, number + 1):
        Meeting.objects.create(forum_id="nbs", date=datetime.date(2017, month, 1))

    with django_assert_num_queries(2 + FRAME + INSIDE):
        client.get(reverse("meetings"))
