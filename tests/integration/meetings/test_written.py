"""A leg is decided in writing: opened, answered by the parties, closed by the answers, told at the next meeting."""

import datetime
from dataclasses import dataclass

import pytest
from tests.factories.cases import (
    COORDINATOR_OF_MUNICIPALITIES,
    MEMBER_OF_MUNICIPALITIES,
    NOW,
    SECRETARY,
    SECRETARY_ELSEWHERE,
    example_case,
)
from tests.factories.people import Seat, viewer_with

from samstyr.meetings.models import Case, Leg, PaperVersion, Ratification, WrittenProcedure
from samstyr.meetings.services import open_case
from samstyr.meetings.services.papers import PaperContent, write_paper
from samstyr.meetings.services.summaries import add_summary
from samstyr.meetings.services.written import (
    answer_in_writing,
    close_written,
    open_written,
    withdraw_written,
)
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.registry.models import Forum, Instrument, Mandate
from samstyr.rules.procedure.consent import Reply
from samstyr.rules.register import Register
from samstyr.rules.rights import Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
OPENED, DEADLINE = datetime.date(2017, 7, 1), datetime.date(2017, 8, 15)
AFTER = DEADLINE + datetime.timedelta(days=1)
PARTIES = ("kommuner", "regioner", "stat")
ORGANISATIONS = {"kommuner": "kl", "regioner": "danske-regioner", "stat": "sum"}
TERMS = "strategy-2018.terms"


@dataclass(frozen=True, slots=True)
class People:
    """Who sits in the board on the day."""

    secretary: Viewer
    members: dict[str, Viewer]


@pytest.fixture
def people(danish_register: Register) -> People:
    return People(
        viewer_with(SECRETARY),
        {party: viewer_with(Seat(Role.MEMBER, each, "nbs")) for party, each in ORGANISATIONS.items()},
    )


def papered(people: People, subject: str | None = TERMS) -> Leg:
    """Answer a leg of a case that waits, with a paper that recommends something."""
    case = open_case(
        title="Eksempel: kommissorium",
        summary="",
        subject=subject,
        forum="nbs",
        meeting_on=None,
        actor=people.secretary,
        on=OPENED,
    )
    content = PaperContent(clauses=("at bestyrelsen godkender kommissoriet",), presentation="Sagen.")
    write_paper(case=case, content=content, based_on=0, actor=people.secretary, now=NOW)
    return case.legs.get()


def opened(people: People, leg: Leg | None = None, basis: str | None = None) -> WrittenProcedure:
    leg = leg or papered(people)
    return open_written(
        leg=leg,
        paper=PaperVersion.objects.get(case=leg.case),
        deadline=DEADLINE,
        silence_basis=basis,
        actor=people.secretary,
        on=OPENED,
        now=NOW,
    )


def answer(
    procedure: WrittenProcedure,
    actor: Viewer,
    party: str,
    reply: Reply = Reply.AGREE,
    text: str = "",
    wants_meeting: bool = False,
    on: datetime.date = OPENED,
) -> None:
    answer_in_writing(
        procedure=procedure,
        party=party,
        reply=reply,
        text=text,
        wants_meeting=wants_meeting,
        actor=actor,
        on=on,
        now=NOW,
    )


def all_agree(procedure: WrittenProcedure, people: People) -> None:
    for party, member in people.members.items():
        answer(procedure, member, party)


def test_case_is_decided_when_all_parties_agree(people: People) -> None:
    procedure = opened(people)
    all_agree(procedure, people)

    closed = close_written(procedure=procedure, actor=people.secretary, on=OPENED)

    case, leg = Case.objects.get(), Leg.objects.get()
    assert (closed.state, closed.closed_on, closed.reported) == ("carried", OPENED, None)
    assert (leg.state, case.state, case.decided_on) == ("passed", "binding", OPENED)


def test_leg_that_is_carried_in_writing_leaves_the_meeting_it_was_booked_for(people: People) -> None:
    case = example_case()
    write_paper(case=case, content=PaperContent(("at …",)), based_on=0, actor=people.secretary, now=NOW)
    procedure = opened(people, case.legs.get())
    all_agree(procedure, people)

    close_written(procedure=procedure, actor=people.secretary, on=OPENED)

    assert (Leg.objects.get().state, Leg.objects.get().meeting) == ("passed", None)


def test_forum_that_may_not_decide_passes_the_leg_without_deciding_the_case(people: People) -> None:
    procedure = opened(people, papered(people, subject=None))
    all_agree(procedure, people)

    close_written(procedure=procedure, actor=people.secretary, on=OPENED)

    assert (Leg.objects.get().state, Case.objects.get().state) == ("passed", "routed")


def test_decision_that_others_must_take_home_is_not_binding_yet(people: People) -> None:
    Mandate.objects.create(id="x-ratify", forum_id="regionsraad-midt", act="ratify", subject_id=TERMS)
    procedure = opened(people)
    all_agree(procedure, people)

    close_written(procedure=procedure, actor=people.secretary, on=OPENED)

    row = Ratification.objects.get()
    assert Case.objects.get().state == "decided"
    assert (row.body_id, row.party_id, row.state) == ("regionsraad-midt", "regioner", "awaited")


def test_everybody_is_waited_for_until_the_last_day_is_over(people: People) -> None:
    procedure = opened(people)
    answer(procedure, people.members["stat"], "stat")

    with pytest.raises(DeniedError) as refusal:
        close_written(procedure=procedure, actor=people.secretary, on=DEADLINE)
    closed = close_written(procedure=procedure, actor=people.secretary, on=AFTER)

    assert refusal.value.denied.code == "answers-awaited"
    assert "15. august 2017" in told(refusal.value.denied)
    assert (closed.state, Leg.objects.get().state, Case.objects.get().state) == (
        "not-carried",
        "planned",
        "routed",
    )


def test_silence_agrees_where_the_forums_own_terms_say_so(people: People) -> None:
    Instrument.objects.create(id="x-terms", name="Eksempelkommissorium", kind="terms-of-reference")
    Forum.objects.filter(pk="nbs").update(terms_of_reference="x-terms")
    procedure = opened(people, basis="x-terms")
    answer(procedure, people.members["stat"], "stat")

    closed = close_written(procedure=procedure, actor=people.secretary, on=AFTER)

    assert closed.state == "carried"


@pytest.mark.parametrize("kind", ["terms-of-reference", "agreement", None])
def test_silence_agrees_by_nothing_else(people: People, kind: str | None) -> None:
    if kind is not None:
        Instrument.objects.create(id="x-other", name="Et andet papir", kind=kind)

    with pytest.raises(DeniedError) as refusal:
        opened(people, basis="x-other")

    assert refusal.value.denied.code == "no-basis-for-silence"
    assert "kommissorium" in told(refusal.value.denied)


@pytest.mark.parametrize(
    ("reply", "wants_meeting"), [(Reply.OBJECT, False), (Reply.AGREE, True), (Reply.COMMENTS, True)]
)
def test_objection_and_wish_for_a_meeting_take_the_case_to_a_meeting_at_once(
    people: People, reply: Reply, wants_meeting: bool
) -> None:
    procedure = opened(people)
    answer(procedure, people.members["stat"], "stat", reply, "Eksempel: vi er uenige", wants_meeting)

    closed = close_written(procedure=procedure, actor=people.secretary, on=OPENED)

    assert (closed.state, Leg.objects.get().state) == ("to-meeting", "planned")


def test_leg_that_was_booked_goes_to_its_meeting_while_that_is_to_come(people: People) -> None:
    case = example_case()
    write_paper(case=case, content=PaperContent(("at …",)), based_on=0, actor=people.secretary, now=NOW)
    procedure = opened(people, case.legs.get())

    close_written(procedure=procedure, actor=people.secretary, on=AFTER)

    assert Leg.objects.get().state == "booked"


def test_booked_leg_waits_for_another_meeting_where_its_own_has_been(people: People) -> None:
    case = example_case()
    write_paper(case=case, content=PaperContent(("at …",)), based_on=0, actor=people.secretary, now=NOW)
    procedure = opened(people, case.legs.get())

    close_written(procedure=procedure, actor=people.secretary, on=datetime.date(2017, 10, 5))

    leg = Leg.objects.get()
    assert (leg.state, leg.meeting) == ("planned", None)


def test_answer_is_given_anew_until_the_last_day_is_over(people: People) -> None:
    procedure = opened(people)
    member = people.members["kommuner"]
    answer(procedure, member, "kommuner", Reply.OBJECT, "Først var vi imod")
    answer(procedure, member, "kommuner", on=DEADLINE)

    with pytest.raises(DeniedError) as refusal:
        answer(procedure, member, "kommuner", Reply.OBJECT, "Fortrudt", on=AFTER)

    found = procedure.answers.get()
    assert (found.answer, found.text, found.version) == ("agree", "", 2)
    assert refusal.value.denied.code == "deadline-has-passed"
    assert "15. august 2017" in told(refusal.value.denied)


def test_closed_procedure_takes_no_answer(people: People) -> None:
    procedure = opened(people)
    withdraw_written(procedure=procedure, actor=people.secretary, on=OPENED)

    with pytest.raises(DeniedError) as refusal:
        answer(procedure, people.members["stat"], "stat")

    assert refusal.value.denied.code == "written-is-closed"


@pytest.mark.parametrize(
    ("seat", "party", "code"),
    [
        (MEMBER_OF_MUNICIPALITIES, "stat", "other-party"),
        (MEMBER_OF_MUNICIPALITIES, "almen-praksis", "party-not-asked"),
        (SECRETARY, "stat", "role-may-not"),
        (SECRETARY_ELSEWHERE, "stat", "role-may-not"),
        (COORDINATOR_OF_MUNICIPALITIES, "kommuner", "role-may-not"),
        (Seat(Role.OBSERVER, "medcom", "nbs"), "stat", "role-may-not"),
        (Seat(Role.MEMBER, "medcom", "medcom-sg"), "stat", "other-forum"),
    ],
)
def test_nobody_answers_for_another_party(people: People, seat: Seat, party: str, code: str) -> None:
    procedure = opened(people)
    Forum.objects.get(pk="nbs").seats.create(organisation_id="medcom", role="observer")
    Forum.objects.get(pk="medcom-sg").seats.get_or_create(organisation_id="medcom", role="member")
    actor = viewer_with(seat)

    with pytest.raises(DeniedError) as refusal:
        answer(procedure, actor, party)

    assert (refusal.value.denied.code, procedure.answers.count()) == (code, 0)


def test_only_the_forums_secretary_opens_and_closes(people: People) -> None:
    leg = papered(people)
    procedure = opened(people, leg)
    others = [viewer_with(SECRETARY_ELSEWHERE), *people.members.values()]

    codes = set()
    for actor in others:
        with pytest.raises(DeniedError) as refusal:
            close_written(procedure=procedure, actor=actor, on=AFTER)
        codes.add(refusal.value.denied.code)
        with pytest.raises(DeniedError):
            opened(People(actor, {}), leg)

    assert (codes, WrittenProcedure.objects.get().state) == ({"other-forum", "role-may-not"}, "open")


def test_leg_is_put_in_writing_once_at_a_time(people: People) -> None:
    leg = papered(people)
    first = opened(people, leg)

    with pytest.raises(DeniedError) as refusal:
        opened(people, leg)
    withdraw_written(procedure=first, actor=people.secretary, on=OPENED)
    second = opened(people, leg)

    assert refusal.value.denied.code == "written-is-open"
    assert second.state == "open"


def test_paper_without_a_recommendation_is_nothing_to_agree_to(people: People) -> None:
    case = example_case()
    write_paper(case=case, content=PaperContent(), based_on=0, actor=people.secretary, now=NOW)

    with pytest.raises(InputError, match="no recommendation"):
        opened(people, case.legs.get())


def test_paper_of_another_case_is_refused(people: People) -> None:
    leg, other = papered(people), papered(people)

    with pytest.raises(InputError, match="another case"):
        open_written(
            leg=leg,
            paper=PaperVersion.objects.get(case=other.case),
            deadline=DEADLINE,
            actor=people.secretary,
            on=OPENED,
            now=NOW,
        )


def test_paper_reaches_the_forum_with_the_procedure(people: People) -> None:
    leg = papered(people)
    before = PaperVersion.objects.get().readers
    opened(people, leg)

    assert (before, PaperVersion.objects.get().readers) == (["desk:nbs"], ["desk:nbs", "seats:nbs"])


def test_summary_keeps_every_section_of_the_paper(people: People) -> None:
    leg = papered(people)
    first = PaperVersion.objects.get()

    kept = add_summary(case=leg.case, text=" Stat: Tilslutter sig. ", actor=people.secretary, now=NOW).paper

    assert (kept.version, kept.based_on, kept.clauses) == (2, 1, first.clauses)
    assert kept.presentation == "Sagen.\n\nStat: Tilslutter sig."
    with pytest.raises(InputError, match="empty"):
        add_summary(case=leg.case, text=" ", actor=people.secretary, now=NOW)
