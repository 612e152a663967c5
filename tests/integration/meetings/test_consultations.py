"""Others are asked for their comments on a case, reply or do not, and the replies go into the case paper."""

import datetime

import pytest
from tests.factories.cases import (
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_REGIONS,
    MEMBER_OF_MUNICIPALITIES,
    NOW,
    SECRETARY,
    SECRETARY_ELSEWHERE,
    example_case,
)
from tests.factories.people import viewer_with

from samstyr.meetings.models import Case, Consultation, ConsultationReply, PaperVersion
from samstyr.meetings.services.consultations import (
    Asked,
    close_consultation,
    open_consultation,
    reply_to_consultation,
)
from samstyr.meetings.services.papers import PaperContent, write_paper
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.rules.procedure.states import ConsultationState
from samstyr.rules.register import Register
from samstyr.rules.rights import Viewer
from samstyr.web.summaries import consultation_summary

pytestmark = pytest.mark.usefixtures("danish_register")
ON, DEADLINE = datetime.date(2017, 7, 1), datetime.date(2017, 8, 15)
ASKED = Asked(
    title="Eksempelhøring",
    text="Hvad siger I?",
    deadline=DEADLINE,
    organisations=("kl", "danske-regioner"),
    names=("Eksempelforeningen", " "),
)


@pytest.fixture
def secretary(danish_register: Register) -> Viewer:
    return viewer_with(SECRETARY)


@pytest.fixture
def case(secretary: Viewer) -> Case:
    found = example_case()
    write_paper(case=found, content=PaperContent(("at …",)), based_on=0, actor=secretary, now=NOW)
    return found


def opened(case: Case, actor: Viewer, asked: Asked = ASKED) -> Consultation:
    return open_consultation(case=case, forum="nbs", asked=asked, actor=actor, on=ON, now=NOW)


def reply(
    of: Consultation,
    actor: Viewer,
    organisation: str | None = "kl",
    text: str = "",
    no_remarks: bool = False,
    seen: int = 1,
    replied_on: datetime.date | None = None,
    on: datetime.date = ON,
) -> ConsultationReply:
    return reply_to_consultation(
        reply=of.replies.get(organisation=organisation),
        text=text,
        no_remarks=no_remarks,
        seen=seen,
        replied_on=replied_on,
        actor=actor,
        on=on,
        now=NOW,
    )


def test_each_party_sees_what_is_asked_and_its_own_reply(case: Case, secretary: Viewer) -> None:
    found = opened(case, secretary)

    forum = ["desk:nbs", "seats:nbs"]
    assert found.readers == [*forum, "party:kommuner", "party:regioner"]
    assert {str(each): each.readers for each in found.replies.all()} == {
        "KL": [*forum, "party:kommuner"],
        "Danske Regioner": [*forum, "party:regioner"],
        "Eksempelforeningen": forum,
    }
    assert PaperVersion.objects.get().readers == ["desk:nbs", "party:kommuner", "party:regioner"]


def test_co_ordinator_replies_and_replies_anew(case: Case, secretary: Viewer) -> None:
    found, kl = opened(case, secretary), viewer_with(COORDINATOR_OF_MUNICIPALITIES)
    reply(found, kl, text="Vi er imod")

    again = reply(found, kl, no_remarks=True, seen=2, replied_on=datetime.date(2017, 6, 1))

    assert (again.text, again.no_remarks, again.replied_on, again.version) == ("", True, ON, 3)


def test_reply_of_two_at_once_loses_nothing(case: Case, secretary: Viewer) -> None:
    found = opened(case, secretary)
    reply(found, viewer_with(COORDINATOR_OF_MUNICIPALITIES), text="Den første")

    with pytest.raises(ChangedMeanwhileError):
        reply(found, secretary, text="Den anden")

    assert found.replies.get(organisation="kl").text == "Den første"


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        (COORDINATOR_OF_REGIONS, "other-party"),
        (MEMBER_OF_MUNICIPALITIES, "role-may-not"),
        (SECRETARY_ELSEWHERE, "role-may-not"),
    ],
)
def test_nobody_replies_for_another_party(case: Case, secretary: Viewer, seat: object, code: str) -> None:
    found = opened(case, secretary)

    with pytest.raises(DeniedError) as refusal:
        reply(found, viewer_with(seat), text="Ikke vores")  # type: ignore[arg-type]

    assert refusal.value.denied.code == code


def test_nobody_but_the_secretary_replies_for_one_the_register_does_not_have(
    case: Case, secretary: Viewer
) -> None:
    found = opened(case, secretary)
    came = ON - datetime.timedelta(days=2)

    with pytest.raises(DeniedError):
        reply(found, viewer_with(COORDINATOR_OF_MUNICIPALITIES), None, text="Ikke vores")
    entered = reply(found, secretary, None, text="Pr. brev", replied_on=came)

    assert (entered.text, entered.replied_on) == ("Pr. brev", came)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"text": "", "no_remarks": False}, "write the remarks"),
        ({"text": "Noget", "no_remarks": True}, "write the remarks"),
        ({"text": "Noget", "replied_on": ON + datetime.timedelta(days=1)}, "still to come"),
    ],
)
def test_reply_that_says_nothing_or_comes_from_tomorrow_is_refused(
    case: Case, secretary: Viewer, change: dict[str, object], words: str
) -> None:
    found = opened(case, secretary)

    with pytest.raises(InputError, match=words):
        reply(found, secretary, **change)  # type: ignore[arg-type]


def test_late_reply_counts_until_the_consultation_is_closed(case: Case, secretary: Viewer) -> None:
    found = opened(case, secretary)
    late = DEADLINE + datetime.timedelta(days=3)
    reply(found, viewer_with(COORDINATOR_OF_MUNICIPALITIES), text="Sent", on=late)
    close_consultation(consultation=found, to=ConsultationState.CLOSED, actor=secretary)

    with pytest.raises(DeniedError) as refusal:
        reply(found, viewer_with(COORDINATOR_OF_REGIONS), "danske-regioner", text="For sent", on=late)

    assert refusal.value.denied.code == "consultation-is-closed"
    assert found.replies.get(organisation="kl").replied_on == late


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(title=" ", deadline=DEADLINE, organisations=("kl",)), "title"),
        (Asked(title="Høring", deadline=DEADLINE), "at least one"),
        (Asked(title="Høring", deadline=DEADLINE, organisations=("x",)), "no organisation 'x'"),
    ],
)
def test_consultation_that_asks_nothing_or_nobody_is_refused(
    case: Case, secretary: Viewer, asked: Asked, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        opened(case, secretary, asked)


def test_consultation_is_opened_by_the_forums_secretary_for_a_day_to_come(
    case: Case, secretary: Viewer
) -> None:
    with pytest.raises(DeniedError) as elsewhere:
        opened(case, viewer_with(SECRETARY_ELSEWHERE))
    with pytest.raises(DeniedError) as passed:
        opened(case, secretary, Asked(title="Høring", deadline=datetime.date(2017, 6, 30), names=("X",)))

    assert (elsewhere.value.denied.code, passed.value.denied.code) == ("other-forum", "due-has-passed")


def test_summary_tells_remarks_none_and_no_reply_apart(case: Case, secretary: Viewer) -> None:
    found = opened(case, secretary)
    reply(found, secretary, text="Vi støtter det")
    reply(found, secretary, None, no_remarks=True)

    assert consultation_summary(found.title, found.replies.order_by("pk")) == (
        "Svar på høringen om Eksempelhøring:\n\n"
        "Danske Regioner: Intet svar.\n\n"
        "KL: Bemærkninger.\nVi støtter det\n\n"
        "Eksempelforeningen: Ingen bemærkninger."
    )
