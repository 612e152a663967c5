"""What was treated under closed items moves between the shared record and the private tables, and nothing is lost."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from tests.factories.world import BOARD, OTHER_FORUM, Keys, secret

from samstyr.meetings.models import (
    AgendaItem,
    ClosedAction,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
)

pytestmark = pytest.mark.django_db(transaction=True)
WHATS = ("titel", "indstilling", "beslutning", "opfølgning")


@pytest.fixture
def latest() -> Iterator[None]:
    """Whatever happens, the next test finds the latest tables."""
    yield
    call_command("migrate", "meetings", verbosity=0)


def shared() -> set[str]:
    """Answer the texts of the shared tables as they were before there were private ones."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT title FROM meetings_agendaitem UNION SELECT text FROM meetings_recommendationclause "
            "UNION SELECT quote FROM meetings_resolution UNION SELECT what FROM meetings_action"
        )
        return {text for (text,) in cursor.fetchall()}


def private() -> set[str]:
    return {
        *ClosedItem.objects.values_list("title", flat=True),
        *ClosedClause.objects.values_list("text", flat=True),
        *ClosedResolution.objects.values_list("quote", flat=True),
        *ClosedAction.objects.values_list("what", flat=True),
    }


def test_closed_items_move_back_and_forth(keys: Keys, latest: None) -> None:
    secrets = {secret(forum, what) for forum in (BOARD, OTHER_FORUM) for what in WHATS}
    facts = list(ClosedFact.objects.order_by("forum_id").values_list("forum_id", "kind", "content"))
    assert (private(), shared() & secrets) == (secrets, set())

    call_command("migrate", "meetings", "0002_immutable_resolutions", verbosity=0)
    assert shared() >= secrets

    call_command("migrate", "meetings", verbosity=0)
    assert (private(), shared() & secrets) == (secrets, set())
    assert list(ClosedFact.objects.order_by("forum_id").values_list("forum_id", "kind", "content")) == facts
    assert set(AgendaItem.objects.filter(closed=True).values_list("title", "subject")) == {("", None)}
