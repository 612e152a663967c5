"""The snapshot of the register: right after any change, by whomever, and never what was rolled back."""

import pytest
from django.db import connection, transaction
from tests.factories.registers import register

from samstyr.registry import models
from samstyr.registry.queries import current_register
from samstyr.registry.services import load_register

pytestmark = pytest.mark.django_db(transaction=True)


def test_snapshot_is_kept_until_something_changes() -> None:
    load_register(wanted=register(parties=["stat"]))

    assert current_register() is current_register()


def test_snapshot_sees_a_change_by_hand() -> None:
    load_register(wanted=register(parties=["stat"], fora=["a"]))
    before = current_register()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_forum SET name = 'Nyt navn' WHERE id = 'a'")

    after = current_register()

    assert after.fora["a"].name == "Nyt navn"
    assert after.parties is before.parties, "what did not change is shared"


def test_snapshot_sees_what_was_taken_out() -> None:
    load_register(wanted=register(parties=["stat", "kommuner"]))
    current_register()
    models.Party.objects.filter(pk="kommuner").delete()

    assert set(current_register().parties) == {"stat"}


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (models.MeetingDate, {"forum_id": "a", "date": "2017-06-28"}),
        (models.Seat, {"forum_id": "a", "organisation_id": "kl"}),
    ],
)
def test_snapshot_sees_what_belongs_to_a_forum(model: type, values: dict[str, str]) -> None:
    load_register(wanted=register(organisations=["kl"], fora=["a"]))
    before = current_register()
    model.objects.create(**values)

    assert current_register().fora["a"] != before.fora["a"]


def test_snapshot_of_a_transaction_that_is_rolled_back_is_not_kept() -> None:
    load_register(wanted=register(parties=["stat"]))
    current_register()
    with transaction.atomic():
        models.Party.objects.create(id="kommuner", name="Kommunerne", kind="municipality")
        inside = set(current_register().parties)
        transaction.set_rollback(True)

    assert inside == {"stat", "kommuner"}
    assert set(current_register().parties) == {"stat"}


def test_unchanged_register_costs_one_query(django_assert_num_queries: object) -> None:
    load_register(wanted=register(parties=["stat"], fora=["a"], subjects=["s"]))
    current_register()

    with django_assert_num_queries(1):  # type: ignore[operator]
        current_register()
