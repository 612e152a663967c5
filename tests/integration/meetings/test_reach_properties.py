"""However often an item is closed and opened: the shared record keeps nothing of it, and papers lose no reader."""

import pytest
from django.apps import apps
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.cycle import PREPARED, Desk

from samstyr.meetings.models import AgendaItem, Attachment, PaperVersion
from samstyr.meetings.services import (
    AttachedFile,
    ItemContent,
    attach,
    change_item,
    move_item,
    open_case_of_item,
    take_off,
)
from samstyr.platform.denials import DeniedError
from samstyr.platform.history import Event
from samstyr.platform.isolation import Shared, place_of
from samstyr.rules.procedure.numbering import ITEM, PART, Entry, numbers
from samstyr.rules.rights import OPERATOR

TITLE = "hemmelighed-om-eksemplet"
PROPERTIES = settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def desk(danish_register: object) -> Desk:
    return Desk.of_the_board()


def shared_texts() -> str:
    """Answer everything that stands in the shared tables of meetings, search and registers, events left out."""
    found = []
    for model in apps.get_models():
        of_record = model._meta.app_label in {"meetings", "documents"} and not issubclass(model, Event)
        if of_record and isinstance(place_of(model), Shared) and not model._meta.proxy:
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT to_jsonb(t)::text FROM "{model._meta.db_table}" t')
                found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)


@PROPERTIES
@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_closed_item_leaves_nothing_in_shared_tables(desk: Desk, turns: list[bool]) -> None:
    with transaction.atomic():
        item = desk.add(desk.plan(), TITLE)
        desk.paper(item)
        for closed in turns:
            item = AgendaItem.objects.get(pk=item.pk)
            content = ItemContent(title=TITLE, closed=closed, presenter=TITLE)
            change_item(item=item, content=content, seen=item.version, actor=OPERATOR, now=PREPARED)
        found = TITLE in shared_texts()
        transaction.set_rollback(True)

    assert found is not turns[-1]


@PROPERTIES
@given(st.lists(st.sampled_from(["close", "open", "write", "attach", "send"]), max_size=6))
def test_paper_never_loses_a_reader(desk: Desk, steps: list[str]) -> None:
    lost = []
    with transaction.atomic():
        meeting = desk.plan()
        item = desk.add(meeting, TITLE)
        before: dict[tuple[str, int], set[str]] = {}
        for step in steps:
            _take(desk, item, step)
            now = {
                (model.__name__, row.pk): set(row.readers)
                for model in (PaperVersion, Attachment)
                for row in model.objects.defer("content" if model is Attachment else "background")
            }
            lost += [key for key, names in before.items() if not names <= now[key]]
            before = now
        transaction.set_rollback(True)

    assert lost == []


@PROPERTIES
@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["up", "down", "in", "out", "off"])), max_size=8)
)
def test_service_numbers_items_as_the_rule_does(desk: Desk, moves: list[tuple[int, str]]) -> None:
    with transaction.atomic():
        meeting = desk.plan()
        for place in range(5):
            desk.add(meeting, f"Eksempelpunkt {place}")
        for place, how in moves:
            items = list(AgendaItem.objects.filter(meeting=meeting).order_by("position"))
            if place < len(items):
                _move(items[place], how)
        found = list(AgendaItem.objects.filter(meeting=meeting).order_by("position"))
        transaction.set_rollback(True)

    entries = [Entry(item.pk, PART if item.parent_id else ITEM) for item in found]
    assert {item.pk: item.number for item in found} == numbers(entries)


def _take(desk: Desk, item: AgendaItem, step: str) -> None:
    item = AgendaItem.objects.select_related("meeting").get(pk=item.pk)
    if step in {"open", "close"}:
        content = ItemContent(title=TITLE, closed=step == "close")
        try:
            change_item(item=item, content=content, seen=item.version, actor=OPERATOR, now=PREPARED)
        except DeniedError:  # it was sent: it stays as it is
            assert item.meeting.state == "frozen"
    elif step == "write":
        version = PaperVersion.objects.filter(case__legs__items=item).count()
        desk.paper(item, based_on=version)
    elif step == "attach":
        file = AttachedFile("Eksempel", "bilag.txt", "text/plain", b"Eksempel")
        case = open_case_of_item(item=item, actor=OPERATOR)
        attach(case=case, file=file, actor=OPERATOR, now=PREPARED)
    elif item.meeting.state == "planned":
        desk.send(item.meeting)


def _move(item: AgendaItem, how: str) -> None:
    if how == "off":
        take_off(item=item, actor=OPERATOR, now=PREPARED)
        return
    try:
        move_item(item=item, to=how, actor=OPERATOR)
    except DeniedError as refused:  # nowhere to go: then nothing moves
        assert refused.denied.code != "agenda-is-sent"
