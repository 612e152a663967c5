"""A meeting from its agenda to its approved minutes, each step as the database lets a secretary take it."""

import datetime

import pytest
from tests.factories.cycle import (
    AFTER,
    CLAUSES,
    ELSEWHERE,
    HELD,
    MEMBER,
    NOVEMBER,
    OBSERVER,
    OCTOBER,
    PREPARED,
    Desk,
)
from tests.factories.people import viewer_with

from samstyr.meetings.models import (
    Action,
    AgendaItem,
    Case,
    ClosedAction,
    ClosedResolution,
    ItemText,
    Meeting,
    OutcomeDraft,
    Override,
    PaperVersion,
    Resolution,
)
from samstyr.meetings.queries import cases_visible_to, whole_meetings
from samstyr.meetings.queries.agenda import candidates, items_seen_by
from samstyr.meetings.services import (
    ItemContent,
    Outcome,
    Said,
    Task,
    add_leg,
    book_leg,
    change_item,
    move_item,
    move_item_before,
    note_remark,
    note_task,
    open_case_of_item,
    propose_item,
    record_outcome,
    send_changes,
    settle_condition,
    skip_leg,
    take_candidates,
    take_off,
    withdraw_case,
    write_text,
)
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.models import Seat
from samstyr.rules.procedure.states import ConditionState
from samstyr.rules.register import Register
from samstyr.rules.rights import PUBLIC, Viewer


@pytest.fixture
def desk(danish_register: Register) -> Desk:
    Seat.objects.create(forum_id="nbs", organisation_id="medcom", role="observer")
    return Desk.of_the_board()


def titles(viewer: Viewer, meeting: Meeting) -> list[str]:
    with seen_by(viewer, DatabaseRole.WEB):
        found = whole_meetings(viewer).get(pk=meeting.pk)
        return [item.content.title if hasattr(item, "content") else item.title for item in found.items.all()]


def papers(viewer: Viewer) -> list[int]:
    with seen_by(viewer, DatabaseRole.WEB):
        return list(PaperVersion.objects.values_list("version", flat=True))


def numbers(meeting: Meeting) -> list[tuple[str, str]]:
    return list(meeting.items.order_by("position").values_list("number", "title"))


def test_meeting_goes_from_agenda_to_approved_minutes(desk: Desk) -> None:
    october, november = desk.plan(), desk.plan(NOVEMBER)
    item = desk.add(october, kind="decision", subject="security.joint-effort")
    desk.paper(item)
    desk.send(october)
    for clause in range(len(CLAUSES)):
        desk.decide(item, clause=clause)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        note_task(
            item=item,
            task=Task(what="Eksempel: kom igen", who=("sekretariatet",), back_on=NOVEMBER),
            actor=desk.viewer,
            now=HELD,
        )
    desk.end(october)
    desk.send_minutes(october)

    with seen_by(desk.viewer, DatabaseRole.WEB):
        waiting = candidates(Meeting.objects.get(pk=november.pk), desk.viewer)
        made = take_candidates(
            meeting=november, origins=[each.origin for each in waiting], actor=desk.viewer, now=AFTER
        )
    approval = made[0]
    desk.send(november)
    desk.decide(approval)
    desk.end(november)
    desk.send_minutes(november)

    october.refresh_from_db()
    case = Case.objects.get(legs__items=item)
    assert (october.state, october.published_at is not None) == ("minutes-approved", True)
    assert list(Resolution.objects.filter(item=item).values_list("clause", "verb")) == [
        (0, "approved"),
        (1, "approved"),
    ]
    assert [action.back_on for action in Action.objects.filter(item=item)] == [NOVEMBER]
    assert "Eksempel: kom igen" in {each.title for each in made}
    assert (case.state in {"decided", "binding"}, case.legs.get().state) == (True, "passed")
    assert not OutcomeDraft.objects.exists()


def test_agenda_reaches_its_forum_then_all_parts_then_everyone(desk: Desk) -> None:
    member, observer, elsewhere = viewer_with(MEMBER), viewer_with(OBSERVER), viewer_with(ELSEWHERE)
    meeting = desk.plan()
    item = desk.add(meeting, "Åbent eksempel", kind="decision")
    desk.add(meeting, "Lukket eksempel", closed=True)
    desk.paper(item)

    looking = (desk.viewer, member, observer, elsewhere, PUBLIC)
    planned = [(titles(each, meeting), papers(each)) for each in looking]
    desk.send(meeting)
    sent = [(titles(each, meeting), papers(each)) for each in looking]
    desk.decide(item)
    desk.end(meeting)
    desk.send_minutes(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(published_at=AFTER)
    published = titles(PUBLIC, meeting)

    both, half = ["Åbent eksempel", "Lukket eksempel"], ["Åbent eksempel", ""]
    assert planned == [(both, [1]), (both, []), (half, []), ([], []), ([], [])]
    assert sent == [(both, [1]), (both, [1]), (half, [1]), (half, [1]), ([], [])]
    assert published == half


def test_recorded_words_stay_in_the_forum_until_minutes_are_sent(desk: Desk) -> None:
    member, elsewhere = viewer_with(MEMBER), viewer_with(ELSEWHERE)
    meeting = desk.plan()
    item = desk.add(meeting)
    desk.send(meeting)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        write_text(item=item, text="Eksempel på ord", seen=0, actor=desk.viewer, now=HELD)

    def seen(viewer: Viewer) -> int:
        with seen_by(viewer, DatabaseRole.WEB):
            return ItemText.objects.count()

    before = [seen(each) for each in (member, elsewhere, PUBLIC)]
    desk.end(meeting)
    desk.send_minutes(meeting)
    after = [seen(each) for each in (member, elsewhere, PUBLIC)]

    assert (before, after) == ([1, 0, 0], [1, 1, 0])


def test_items_are_numbered_moved_and_taken_off(desk: Desk) -> None:
    meeting = desk.plan()
    first, second, third = (desk.add(meeting, title) for title in ("Et", "To", "Tre"))
    with seen_by(desk.viewer, DatabaseRole.WEB):
        move_item(item=third, to="in", actor=desk.viewer)
        move_item_before(item=second, other=first, actor=desk.viewer)
    moved = numbers(meeting)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        take_off(item=AgendaItem.objects.get(title="To"), actor=desk.viewer, now=PREPARED)

    assert moved == [("1", "To"), ("1.1", "Tre"), ("2", "Et")]
    assert numbers(meeting) == [("1", "Tre"), ("2", "Et")]


def test_changes_after_sending_are_seen_as_such(desk: Desk) -> None:
    meeting = desk.plan()
    kept = desk.add(meeting, "Et", kind="decision")
    off = desk.add(meeting, "To")
    desk.paper(kept)
    desk.send(meeting)
    later = PREPARED + datetime.timedelta(days=2)
    desk.paper(kept, "at noget andet godkendes", based_on=1)
    added = desk.add(meeting, "Tre")
    with seen_by(desk.viewer, DatabaseRole.WEB):
        take_off(item=off, actor=desk.viewer, now=later)
        changed = send_changes(meeting=meeting, actor=desk.viewer, now=later)

    kept.refresh_from_db()
    assert numbers(meeting) == [("1", "Et"), ("2", "To"), ("3", "Tre")]
    assert [item.pk for item in changed] == [kept.pk, off.pk, added.pk]
    assert (kept.changed_at, AgendaItem.objects.get(pk=off.pk).withdrawn) == (later, True)
    assert [each.text for each in kept.recommendationclauses.all()] == ["at noget andet godkendes"]
    with pytest.raises(InputError, match="nothing was changed"):
        send_changes(meeting=meeting, actor=desk.viewer, now=later + datetime.timedelta(hours=1))
    with pytest.raises(DeniedError, match="agenda-is-sent"):
        move_item(item=kept, to="down", actor=desk.viewer)


def test_closed_item_leaves_nothing_in_the_shared_record(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting, "Hemmeligt eksempel", kind="decision", closed=True, subject="medcom.projects")
    desk.paper(item, "at hemmeligheden godkendes")
    desk.override(item)
    desk.send(meeting)
    desk.decide(item, clause=0)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        note_task(item=item, task=Task(what="Hemmelig opgave"), actor=desk.viewer, now=HELD)
    desk.end(meeting)
    desk.send_minutes(meeting)
    observer = viewer_with(OBSERVER)

    item.refresh_from_db()
    with seen_by(observer, DatabaseRole.WEB):
        seen = (
            cases_visible_to(observer).count(),
            PaperVersion.objects.count(),
            Override.objects.count(),
        )
    assert (item.title, item.subject, item.presenter) == ("", None, "")
    assert (Resolution.objects.count(), Action.objects.count()) == (0, 0)
    assert (ClosedResolution.objects.count(), ClosedAction.objects.count()) == (1, 1)
    assert seen == (0, 0, 0)


def test_item_that_is_closed_takes_its_case_along_and_back(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting, "Eksempel")
    with seen_by(desk.viewer, DatabaseRole.WEB):
        case = open_case_of_item(item=item, actor=desk.viewer)
        closed = change_item(
            item=item,
            content=ItemContent(title="Eksempel", closed=True),
            seen=0,
            actor=desk.viewer,
            now=PREPARED,
        )
        case.refresh_from_db()
        inside = (case.title, case.said.title, closed.title)
        change_item(
            item=item, content=ItemContent(title="Igen åbent"), seen=1, actor=desk.viewer, now=PREPARED
        )
        case = Case.objects.get()

    assert inside == ("", "Eksempel", "")
    assert (case.closed, case.title, AgendaItem.objects.get().title) == (False, "Eksempel", "Igen åbent")


def test_two_who_write_at_once_lose_nothing(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting)
    desk.send(meeting)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        write_text(item=item, text="Den første", seen=0, actor=desk.viewer, now=HELD)
        with pytest.raises(ChangedMeanwhileError) as problem:
            write_text(item=item, text="Den anden", seen=0, actor=desk.viewer, now=HELD)
        merged = write_text(item=item, text="Begge", seen=1, actor=desk.viewer, now=HELD)

    assert (problem.value.theirs.text, merged.text, merged.version) == ("Den første", "Begge", 2)  # type: ignore[attr-defined]


def test_postponed_item_waits_for_the_next_meeting(desk: Desk) -> None:
    october, november = desk.plan(), desk.plan(NOVEMBER)
    item = desk.add(october, "Udskudt eksempel", kind="decision")
    desk.paper(item)
    desk.send(october)
    desk.decide(item, "postponed")
    desk.end(october)
    desk.send_minutes(october)

    with seen_by(desk.viewer, DatabaseRole.WEB):
        waiting = [each for each in candidates(november, desk.viewer) if each.source == "leg"]
        [again] = take_candidates(meeting=november, origins=[waiting[0].origin], actor=desk.viewer, now=AFTER)

    assert [each.title for each in waiting] == ["Udskudt eksempel"]
    assert [leg.pk for leg in again.legs.all()] == [leg.pk for leg in item.legs.all()], (
        "never a copy of the matter"
    )


def test_postponed_item_without_a_case_waits_as_well(desk: Desk) -> None:
    october, november = desk.plan(), desk.plan(NOVEMBER)
    for title, closed in (("Åben meddelelse", False), ("Lukket meddelelse", True)):
        item = desk.add(october, title, closed=closed)
        if item.number == "1":
            desk.send(october)
        desk.decide(item, "postponed")
    desk.end(october)
    desk.send_minutes(october)

    with seen_by(desk.viewer, DatabaseRole.WEB):
        waiting = [each for each in candidates(november, desk.viewer) if each.source == "postponed"]
        take_candidates(
            meeting=november, origins=[each.origin for each in waiting], actor=desk.viewer, now=AFTER
        )
        left = [each for each in candidates(november, desk.viewer) if each.source == "postponed"]

    assert ([(each.title, each.closed) for each in waiting], left) == (
        [("Åben meddelelse", False), ("Lukket meddelelse", True)],
        [],
    )


def test_condition_that_is_not_met_sends_the_case_on(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting, kind="decision")
    desk.paper(item)
    desk.send(meeting)
    desk.decide(item)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        condition = note_remark(
            item=item,
            said=Said(
                kind="condition", text="Eksempel: at pengene findes", owner="SDS", fallback="medcom-sg"
            ),
            actor=desk.viewer,
            now=HELD,
        )
    desk.end(meeting)
    desk.send_minutes(meeting)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        leg = settle_condition(
            condition=condition,
            to=ConditionState.UNMET,
            evidence="Eksempel: de fandtes ikke",
            actor=desk.viewer,
            on=NOVEMBER,
        )

    assert leg is not None
    assert (leg.forum_id, leg.position, leg.case_id) == ("medcom-sg", 2, item.legs.get().case_id)


def test_member_proposes_and_the_secretary_puts_it_on(desk: Desk) -> None:
    member = viewer_with(MEMBER)
    meeting = desk.plan()
    with seen_by(member, DatabaseRole.WEB):
        propose_item(forum="nbs", title="Eksempel på et forslag", why="Fordi", actor=member)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        proposed = next(each for each in candidates(meeting, desk.viewer) if each.source == "leg")
        [item] = take_candidates(meeting=meeting, origins=[proposed.origin], actor=desk.viewer, now=PREPARED)

    assert proposed.why.startswith("Eksempelperson")
    assert (item.title, Case.objects.get().state) == ("Eksempel på et forslag", "routed")


def test_wheel_brings_its_duties_in_the_role_the_board_sits_in(desk: Desk) -> None:
    with seen_by(desk.viewer, DatabaseRole.WEB):
        found = {
            each.origin.split(":")[1]: each.sitting_as
            for each in candidates(desk.plan(), desk.viewer)
            if each.source == "duty"
        }

    assert found == {
        "nbs-fmk-programme-board": "fmk-programbestyrelse",
        "nbs-pathways-programme-board": "forloeb-programbestyrelse",
        "nbs-portfolio-status": None,
    }


def test_decision_item_can_not_be_sent_without_a_recommendation(desk: Desk) -> None:
    meeting = desk.plan()
    desk.add(meeting, kind="decision")

    with pytest.raises(InputError, match="needs a recommendation"):
        desk.send(meeting)


def test_resolution_is_corrected_by_a_later_one(desk: Desk) -> None:
    october, november = desk.plan(), desk.plan(NOVEMBER)
    item = desk.add(october)
    desk.send(october)
    desk.decide(item, "noted")
    desk.end(october)
    desk.send_minutes(october)
    wrong = Resolution.objects.get()
    correcting = desk.add(november, "Rettelse")
    desk.send(november)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        record_outcome(
            item=correcting,
            outcome=Outcome(clause=None, verb="agreed", words="Eksempel på en rettelse", supersedes=wrong.pk),
            seen=0,
            actor=desk.viewer,
            now=HELD,
        )
    desk.end(november)
    desk.send_minutes(november)

    assert Resolution.objects.get(item=correcting).supersedes == wrong


def test_nobody_but_the_forums_secretary_writes(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting)
    member = viewer_with(MEMBER)

    with pytest.raises(DeniedError, match="role-may-not"):
        write_text(item=item, text="Nej", seen=0, actor=member, now=HELD)
    with pytest.raises(DeniedError, match="agenda-not-sent"):
        write_text(item=item, text="For tidligt", seen=0, actor=desk.viewer, now=HELD)
    assert AgendaItem.objects.filter(items_seen_by(member)).count() == 1


def test_case_goes_before_another_forum_with_the_same_papers(desk: Desk) -> None:
    meeting = desk.plan()
    item = desk.add(meeting)
    desk.paper(item)
    elsewhere = viewer_with(ELSEWHERE)
    case = item.legs.get().case
    with seen_by(desk.viewer, DatabaseRole.WEB):
        leg = add_leg(
            case=case,
            forum="medcom-sg",
            act="recommend",
            meeting_on=None,
            actor=desk.viewer,
            on=PREPARED.date(),
        )

    assert (leg.position, leg.state, leg.case_id) == (2, "planned", case.pk)
    assert papers(elsewhere) == [1], "the desk of the other forum works on the same paper"


def test_leg_is_booked_moved_and_left_out(desk: Desk) -> None:
    for day in (OCTOBER, NOVEMBER):
        desk.plan(day)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        leg = propose_item(forum="nbs", title="Eksempel", why="", actor=desk.viewer)
        states = [
            book_leg(leg=leg, meeting_on=day, actor=desk.viewer, on=PREPARED.date()).state
            for day in (OCTOBER, NOVEMBER, None)
        ]
        skipped = skip_leg(leg=leg, actor=desk.viewer)
        with pytest.raises(InputError, match="has no meeting"):
            book_leg(leg=leg, meeting_on=datetime.date(2017, 10, 5), actor=desk.viewer, on=PREPARED.date())

    assert (states, skipped.state, skipped.meeting) == (["booked", "booked", "planned"], "skipped", None)


def test_case_is_withdrawn_until_it_is_decided(desk: Desk) -> None:
    with seen_by(desk.viewer, DatabaseRole.WEB):
        leg = propose_item(forum="nbs", title="Eksempel", why="", actor=desk.viewer)
        withdrawn = withdraw_case(case=leg.case, actor=desk.viewer)
        with pytest.raises(DeniedError, match="no-such-step"):
            withdraw_case(case=leg.case, actor=desk.viewer)
        with pytest.raises(InputError, match="open another"):
            add_leg(
                case=leg.case, forum="nbs", act="", meeting_on=None, actor=desk.viewer, on=PREPARED.date()
            )

    assert (withdrawn.state, withdrawn.legs.get().state) == ("withdrawn", "skipped")
