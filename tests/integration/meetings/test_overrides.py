"""Outside its mandate a forum goes on only with a reason, and the reason is kept as long as what it is about."""

import pytest
from django.db import DatabaseError, transaction
from tests.factories import people
from tests.factories.cycle import AFTER, ELSEWHERE, HELD, MEMBER, OBSERVER, PREPARED, Desk
from tests.factories.people import viewer_with

from samstyr.meetings.models import AgendaItem, Case, ClosedCase, Meeting, Override, Resolution
from samstyr.meetings.queries.matters import Matter, matters_of
from samstyr.meetings.queries.overrides import overrides_visible_to
from samstyr.meetings.services import (
    ItemContent,
    change_item,
    open_case_of_item,
    override_at_agenda,
    override_decision,
    send_changes,
)
from samstyr.meetings.verdicts import verdict_of_item
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.models import Seat
from samstyr.registry.queries import current_register
from samstyr.rules.mandate import Check
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, PUBLIC, Viewer

WITHIN, OUTSIDE, OTHER = "security.joint-effort", "medcom.projects", "medcom.work-programme"
SAID = (
    "Den nationale bestyrelse for sundheds-it har intet mandat til at godkende »MedCom-projekter uden anden "
    "forankring«. Det kan derimod MedComs styregruppe."
)
WHY = "Eksempel: MedComs styregruppe har bedt om det"


@pytest.fixture
def desk(danish_register: Register) -> Desk:
    Seat.objects.create(forum_id="nbs", organisation_id="medcom", role="observer")
    return Desk.of_the_board()


def put_on(
    desk: Desk, meeting: Meeting, *clauses: str, subject: str = OUTSIDE, closed: bool = False
) -> AgendaItem:
    item = desk.add(meeting, kind="decision", subject=subject, closed=closed)
    desk.paper(item, *clauses)
    return item


def give(desk: Desk, item: AgendaItem, reason: str = WHY) -> Override:
    with seen_by(desk.viewer, DatabaseRole.WEB):
        return override_at_agenda(item=item, reason=reason, actor=desk.viewer, now=PREPARED)


def give_for_decision(desk: Desk, item: AgendaItem, clause: int | None, reason: str = WHY) -> Override:
    with seen_by(desk.viewer, DatabaseRole.WEB):
        return override_decision(item=item, clause=clause, reason=reason, actor=desk.viewer, now=HELD)


def denial(problem: pytest.ExceptionInfo[DeniedError]) -> tuple[str, object]:
    return problem.value.denied.code, problem.value.denied.facts.get("items")


def seen(viewer: Viewer) -> tuple[int, int]:
    """Answer how many reasons the database shows a viewer, and how many the query does."""
    with seen_by(viewer, DatabaseRole.WEB):
        return Override.objects.count(), overrides_visible_to(viewer).count()


def test_agenda_is_not_sent_with_what_lies_outside_the_mandate(desk: Desk) -> None:
    meeting = desk.plan()
    put_on(desk, meeting, subject=WITHIN)
    item = put_on(desk, meeting)

    with pytest.raises(DeniedError) as problem:
        desk.send(meeting)
    given = give(desk, item)
    sent = desk.send(meeting)

    assert denial(problem) == ("outside-mandate", (("2", SAID),))
    assert f"2: {SAID}" in told(problem.value.denied)
    assert (given.stage, given.act, given.verdict, given.said) == ("agenda", "approve", "ultra_vires", SAID)
    assert (given.reason, given.written_by_id, given.written_at) == (WHY, desk.viewer.user, PREPARED)
    assert sent.state == "frozen"


def test_nothing_is_asked_without_a_subject_or_a_power(desk: Desk) -> None:
    meeting = desk.plan()
    unsaid = desk.add(meeting, kind="decision")
    desk.paper(unsaid)
    desk.add(meeting, kind="information", subject=OUTSIDE)

    with pytest.raises(DeniedError, match="nothing-to-override"):
        give(desk, unsaid)
    assert desk.send(meeting).state == "frozen"


def test_item_without_a_subject_is_checked_by_its_case(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting, kind="decision")
    desk.paper(item)
    Case.objects.update(subject=OUTSIDE)

    with pytest.raises(DeniedError, match="outside-mandate"):
        desk.send(meeting)


def test_reason_must_say_something_and_is_given_once(desk: Desk) -> None:
    meeting = desk.plan()
    item, within = put_on(desk, meeting), put_on(desk, meeting, subject=WITHIN)

    with pytest.raises(InputError, match="reason"):
        give(desk, item, "  ")
    give(desk, item)
    for each in (item, within):
        with pytest.raises(DeniedError, match="nothing-to-override"):
            give(desk, each)

    assert Override.objects.count() == 1


def test_reason_is_asked_anew_where_the_item_is_about_something_else(desk: Desk) -> None:
    meeting = desk.plan()
    item = put_on(desk, meeting)
    give(desk, item)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        content = ItemContent(title="Eksempel", kind="decision", subject=OTHER)
        change_item(item=item, content=content, seen=0, actor=desk.viewer, now=PREPARED)

    with pytest.raises(DeniedError, match="outside-mandate"):
        desk.send(meeting)
    assert Override.objects.get().subject_id == OUTSIDE, "what was said of the first matter is kept"


def test_changes_are_not_sent_with_an_item_outside_the_mandate(desk: Desk) -> None:
    meeting = desk.plan()
    desk.add(meeting)
    desk.send(meeting)
    added = put_on(desk, meeting)

    def send() -> list[AgendaItem]:
        with seen_by(desk.viewer, DatabaseRole.WEB):
            return send_changes(meeting=meeting, actor=desk.viewer, now=HELD)

    with pytest.raises(DeniedError, match="outside-mandate"):
        send()
    give(desk, added)
    assert send() == [added]


def test_item_that_is_taken_off_needs_no_reason(desk: Desk) -> None:
    meeting = desk.plan()
    desk.add(meeting)
    desk.send(meeting)
    AgendaItem.objects.filter(pk=put_on(desk, meeting).pk).update(withdrawn=True, changed_at=HELD)

    with seen_by(desk.viewer, DatabaseRole.WEB):
        assert len(send_changes(meeting=meeting, actor=desk.viewer, now=AFTER)) == 1


def test_reason_given_with_the_agenda_covers_what_is_decided(desk: Desk) -> None:
    meeting = desk.plan()
    item = put_on(desk, meeting, "at det godkendes", "at det besluttes")
    give(desk, item)
    desk.send(meeting)
    desk.decide(item, "approved", clause=0)
    desk.decide(item, "adopted", clause=1)
    desk.end(meeting)

    assert desk.send_minutes(meeting).state == "minutes-sent"
    assert Resolution.objects.count() == 2


def test_minutes_are_not_sent_with_a_decision_outside_the_mandate(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting, subject=OUTSIDE, kind="discussion")
    desk.paper(item, "at det drøftes", "at det drøftes igen", "at det drøftes til sidst")
    desk.send(meeting)
    for clause, verb in enumerate(("adopted", "appointed", "discussed")):
        desk.decide(item, verb, clause=clause)
    desk.end(meeting)

    refusals = []
    for clause in (0, 1):
        with pytest.raises(DeniedError) as problem:
            desk.send_minutes(meeting)
        refusals.append(problem.value.denied.code)
        give_for_decision(desk, item, clause)
    with pytest.raises(DeniedError, match="nothing-to-override"):
        give_for_decision(desk, item, 2)
    desk.send_minutes(meeting)

    assert refusals == ["outside-mandate"] * 2
    assert list(Override.objects.order_by("clause").values_list("stage", "clause", "act")) == [
        ("resolution", 0, "decide"),
        ("resolution", 1, "appoint"),
    ]
    with pytest.raises(DeniedError, match="minutes-are-sent"):
        give_for_decision(desk, item, 0)


def test_reason_reaches_as_far_as_what_it_is_about(desk: Desk) -> None:
    looking = [desk.viewer, *(viewer_with(seat) for seat in (MEMBER, OBSERVER, ELSEWHERE)), PUBLIC]
    meeting = desk.plan()
    items = [put_on(desk, meeting, closed=closed) for closed in (False, True)]
    for item in items:
        give(desk, item)
    planned = [seen(each) for each in looking]
    desk.send(meeting)
    sent = [seen(each) for each in looking]
    for item in items:
        desk.decide(item, "approved", clause=0)
    desk.end(meeting)
    desk.send_minutes(meeting)
    minuted = [seen(each) for each in looking]

    assert planned == [(2, 2), (0, 0), (0, 0), (0, 0), (0, 0)]
    assert sent == [(2, 2), (2, 2), (1, 1), (0, 0), (0, 0)]
    assert minuted == [(2, 2), (2, 2), (1, 1), (1, 1), (0, 0)]


def test_item_closed_before_it_is_sent_takes_its_reason_along(desk: Desk) -> None:
    observer = viewer_with(OBSERVER)
    meeting = desk.plan()
    item = put_on(desk, meeting)
    give(desk, item)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        content = ItemContent(title="Eksempel", kind="decision", subject=OUTSIDE, closed=True)
        change_item(item=item, content=content, seen=0, actor=desk.viewer, now=PREPARED)
    desk.send(meeting)

    assert (seen(viewer_with(MEMBER)), seen(observer)) == ((1, 1), (0, 0))


def test_nobody_rewords_a_reason(desk: Desk) -> None:
    give(desk, put_on(desk, desk.plan()))

    with pytest.raises(DatabaseError, match="stays as it was given"), transaction.atomic():
        Override.objects.update(reason="Noget andet")


@pytest.mark.parametrize("seat", [MEMBER, OBSERVER, ELSEWHERE])
def test_nobody_but_the_forums_secretary_gives_a_reason(desk: Desk, seat: people.Seat) -> None:
    viewer = viewer_with(seat)
    item = put_on(desk, desk.plan())

    with seen_by(viewer, DatabaseRole.WEB):
        with pytest.raises(DeniedError):
            override_at_agenda(item=item, reason=WHY, actor=viewer, now=PREPARED)
        with pytest.raises(DeniedError):
            override_decision(item=item, clause=0, reason=WHY, actor=viewer, now=PREPARED)


def checked(item: AgendaItem) -> tuple[Matter, str]:
    matter = matters_of([item], OPERATOR)[item.pk]
    found = verdict_of_item(current_register(), item.meeting, item, matter)
    return matter, found.verdict.value if isinstance(found, Check) else found


@pytest.mark.parametrize("closed", [False, True])
def test_check_takes_the_facts_of_the_case(desk: Desk, closed: bool) -> None:
    item = put_on(desk, desk.plan(), subject=OTHER, closed=closed)
    facts = {"phase": "start"}
    before = checked(item)
    if closed:
        ClosedCase.objects.update(facts=facts)
    else:
        Case.objects.update(facts=facts)

    assert before == (Matter(OTHER, {}), "ultra_vires")
    assert checked(item) == (Matter(OTHER, facts), "within")


def test_facts_are_those_of_the_case_on_the_items_subject(desk: Desk) -> None:
    meeting = desk.plan()
    item = put_on(desk, meeting, subject=OTHER)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        own = open_case_of_item(item=item, actor=desk.viewer)
    other = put_on(desk, meeting, subject=WITHIN).legs.get()
    Case.objects.filter(pk=own.pk).update(subject=WITHIN, facts={"phase": "end"})
    Case.objects.filter(pk=other.case_id).update(subject=OTHER, facts={"phase": "start"})

    alone = matters_of([item], OPERATOR)[item.pk]
    other.treatments.create(item=item)
    several = matters_of([item], OPERATOR)[item.pk]

    assert (alone, several) == (Matter(OTHER, {"phase": "end"}), Matter(OTHER, {"phase": "start"}))
