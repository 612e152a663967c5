"""Milestones keep every date; rounds ask once; pools are not overdrawn; a business case keeps its plan."""

import datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation
from tests.factories.people import viewer_with
from tests.factories.portfolio import COORDINATOR, NOW, OWN, STRANGER, WRITER, initiative

from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import InitiativeDependency, Milestone, MilestoneDate
from samstyr.portfolio.queries.milestones import if_moved, milestones_of
from samstyr.portfolio.services import (
    add_dependency,
    add_milestone,
    reach_milestone,
    set_milestone_date,
)
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind
from samstyr.rules.rights import Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
OTHER = "cura"  # led by the municipalities


def day(month: int, number: int = 1, year: int = 2017) -> datetime.date:
    return datetime.date(year, month, number)


def agreed(date: datetime.date, kind: AgreedKind = AgreedKind.AGREEMENT, on: int = 6) -> Agreed:
    return Agreed(date, "Eksempel på en aftale", kind, day(on))


@pytest.fixture
def regions(danish_register: Any) -> Viewer:
    return viewer_with(COORDINATOR)


def milestone(actor: Viewer, name: str, date: datetime.date, key: str = OWN) -> Milestone:
    with seen_by(actor, DatabaseRole.WEB):
        return add_milestone(
            initiative=initiative(key),
            name=name,
            baseline=agreed(date, AgreedKind.BASELINE, on=1),
            actor=actor,
            now=NOW,
        )


def test_date_is_not_set_on_a_day_to_come(regions: Viewer) -> None:
    made = milestone(regions, "Idriftsættelse", day(9))

    with seen_by(regions, DatabaseRole.WEB):
        with pytest.raises(InputError, match=r"^on: "):
            set_milestone_date(milestone=made, date=agreed(day(12), on=7), actor=regions, now=NOW)
        with pytest.raises(InputError, match=r"^on: "):
            add_milestone(
                initiative=initiative(),
                name="Eksempel",
                baseline=agreed(day(12), AgreedKind.BASELINE, on=7),
                actor=regions,
                now=NOW,
            )
    assert MilestoneDate.objects.count() == 1


def test_milestone_keeps_every_date_and_tells_the_slip_from_each(regions: Viewer) -> None:
    made = milestone(regions, "Idriftsættelse", day(9))
    with seen_by(regions, DatabaseRole.WEB):
        set_milestone_date(milestone=made, date=agreed(day(12), on=5), actor=regions, now=NOW)
        set_milestone_date(
            milestone=made, date=agreed(day(2, year=2018), AgreedKind.EXPECTED), actor=regions, now=NOW
        )

    [found] = milestones_of([OWN], day(7))
    [before] = milestones_of([OWN], day(4))

    assert found.shown is not None
    assert found.shown.earlier is not None
    assert (found.shown.current.date, found.shown.earlier.date) == (day(2, year=2018), day(12))
    assert [(each.against.date, each.months) for each in found.slips] == [(day(9), 5), (day(12), 2)]
    assert before.shown is not None
    assert (before.shown.current.date, before.shown.earlier) == (day(9), None)


def test_baseline_is_never_overwritten(regions: Viewer) -> None:
    made = milestone(regions, "Idriftsættelse", day(9))

    with pytest.raises(DeniedError) as refused:
        set_milestone_date(milestone=made, date=agreed(day(10), AgreedKind.BASELINE), actor=regions, now=NOW)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        MilestoneDate.objects.update(date=day(10))

    assert refused.value.denied.code == "baseline-stands"
    assert told(refused.value.denied)


def test_reached_milestone_stays_where_it_is(regions: Viewer) -> None:
    made = milestone(regions, "Idriftsættelse", day(9))
    reach_milestone(milestone=made, on=day(8, 31), actor=regions)

    with pytest.raises(DeniedError, match="milestone-is-reached"):
        set_milestone_date(milestone=made, date=agreed(day(12)), actor=regions, now=NOW)
    with pytest.raises(DeniedError, match="milestone-is-reached"):
        reach_milestone(milestone=made, on=day(9), actor=regions)


@pytest.mark.parametrize(
    ("wrong", "told_as"),
    [({"name": " "}, "name: "), ({"baseline": agreed(day(9))}, "baseline: ")],
)
def test_milestone_that_makes_no_sense_is_refused(
    regions: Viewer, wrong: dict[str, Any], told_as: str
) -> None:
    given = {"name": "Pilot", "baseline": agreed(day(9), AgreedKind.BASELINE)}

    with pytest.raises(InputError, match=f"^{told_as}"):
        add_milestone(initiative=initiative(), actor=regions, now=NOW, **{**given, **wrong})


def test_only_the_leads_party_sets_milestones(regions: Viewer) -> None:
    made = milestone(viewer_with(WRITER), "Pilot", day(9))
    stranger = viewer_with(STRANGER)

    with pytest.raises(DeniedError):
        milestone(stranger, "Pilot 2", day(9))
    with pytest.raises(DeniedError):
        set_milestone_date(milestone=made, date=agreed(day(12)), actor=stranger, now=NOW)


def test_late_milestone_pushes_those_that_wait_for_it(regions: Viewer) -> None:
    Initiative.objects.filter(pk=OTHER).update(lead="kl")
    municipalities = viewer_with(STRANGER)
    first = milestone(regions, "Levering", day(9))
    second = milestone(municipalities, "Opkobling", day(10), OTHER)
    with seen_by(municipalities, DatabaseRole.WEB):
        add_dependency(before=first, after=second, lag=14, actor=municipalities)

    moved = if_moved({first.pk: day(10)}, day(7))

    assert [(each.milestone, each.effect.would_be, each.because_of) for each in moved] == [
        (first, day(10), ()),
        (second, day(10, 15), (first,)),
    ]


def test_circle_is_refused_and_named(regions: Viewer) -> None:
    first = milestone(regions, "Levering", day(9))
    second = milestone(regions, "Opkobling", day(10))
    add_dependency(before=first, after=second, actor=regions)

    with pytest.raises(DeniedError) as refused:
        add_dependency(before=second, after=first, actor=regions)
    with pytest.raises(DeniedError) as again:
        add_dependency(before=first, after=second, actor=regions)

    with translation.override("en"):
        assert told(refused.value.denied) in {
            "They would wait for each other: Levering → Opkobling → Levering.",
            "They would wait for each other: Opkobling → Levering → Opkobling.",
        }
        assert told(again.value.denied) == "The one waits for the other already."


def test_initiatives_wait_for_each_other_as_a_whole(regions: Viewer) -> None:
    made = add_dependency(before=initiative(OTHER), after=initiative(), actor=regions)

    assert (made.before_id, made.after_id, made.before_milestone) == (OTHER, OWN, None)
    with pytest.raises(InputError, match="two initiatives or two milestones"):
        add_dependency(before=initiative(OTHER), after=milestone(regions, "Pilot", day(9)), actor=regions)
    with pytest.raises(DatabaseError, match="dependency_not_on_itself"), transaction.atomic():
        InitiativeDependency.objects.create(before_id=OWN, after_id=OWN)


@pytest.mark.parametrize("number", [1, 3])
def test_milestones_cost_the_same_queries_however_many(
    regions: Viewer, django_assert_num_queries: Any, number: int
) -> None:
    made = [milestone(regions, f"Nummer {place}", day(9)) for place in range(number)]

    with django_assert_num_queries(2):
        milestones_of([OWN], day(7))
    with django_assert_num_queries(3):
        if_moved({made[0].pk: day(10)}, day(7))
