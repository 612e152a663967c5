"""Loading a register: exactly what the file says, all or nothing, the same file twice changes nothing."""

from pathlib import Path

import pytest
import yaml
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis.extra.django import TestCase
from tests.factories.registers import document, register, registers

from samstyr.exchange.register_database import export_text, load_file
from samstyr.exchange.register_file import dump
from samstyr.platform.errors import InputError
from samstyr.registry import models
from samstyr.registry.queries import current_register
from samstyr.registry.services import load_register
from samstyr.rules.register import Register, parse, to_document


def test_danish_register_twice_plans_no_change(danish_register: Register) -> None:
    again = load_register(wanted=danish_register)

    assert (again.create, again.change, again.missing) == (0, 0, 0)
    assert again.unchanged == sum(len(entries) for entries in danish_register.lists().values())


def test_danish_register_comes_back_equal(danish_register: Register) -> None:
    assert current_register() == danish_register


class AnyRegister(TestCase):
    """Export after load is the identity for any register."""

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(wanted=registers())
    def test_any_register_comes_back_equal(self, wanted: Register) -> None:
        load_register(wanted=wanted)

        kept = current_register()

        assert kept.lists() == wanted.lists()
        assert dump(parse(to_document(kept))) == dump(kept)
        assert load_register(wanted=wanted).create == 0


@pytest.mark.django_db
def test_export_loads_into_the_same_bytes(danish_register: Register, tmp_path: Path) -> None:
    file = tmp_path / "register.yaml"
    file.write_text(export_text(), encoding="utf-8")

    plan = load_file(path=file)

    assert (plan.create, plan.change, plan.missing) == (0, 0, 0)
    assert export_text() == file.read_text(encoding="utf-8")


@pytest.mark.django_db
def test_plan_alone_stores_nothing() -> None:
    plan = load_register(wanted=register(parties=["stat"]), only_plan=True)

    assert plan.create == 1
    assert models.Party.objects.count() == 0


@pytest.mark.django_db
def test_entries_the_file_lacks_are_left_alone() -> None:
    load_register(wanted=register(parties=["stat", "kommuner"]))

    plan = load_register(wanted=register(parties=["stat", "regioner"]))

    assert (plan.create, plan.unchanged, plan.missing) == (1, 1, 1)
    assert set(current_register().parties) == {"stat", "kommuner", "regioner"}


@pytest.mark.django_db
def test_change_replaces_the_whole_entry() -> None:
    before = register(
        organisations=["kl"],
        fora=[{"id": "a", "seats": [{"organisation": "kl"}], "meetings": ["2017-01-02"]}],
    )
    after = register(organisations=["kl"], fora=[{"id": "a", "meetings": ["2017-03-01", "2017-01-02"]}])
    load_register(wanted=before)

    plan = load_register(wanted=after)

    assert (plan.change, plan.unchanged) == (1, 2)
    assert current_register() == after


@pytest.mark.django_db
def test_mandates_that_swap_their_periods_load() -> None:
    """The overlap is judged when all is written, not row by row."""

    def swapped(first: str, second: str) -> Register:
        return register(
            fora=["a"],
            subjects=["s"],
            mandates=[
                {"id": "m1", "forum": "a", "act": "decide", "subject": "s", "valid": {first: "2016-01-01"}},
                {"id": "m2", "forum": "a", "act": "decide", "subject": "s", "valid": {second: "2016-01-01"}},
            ],
        )

    load_register(wanted=swapped("until", "from"))

    load_register(wanted=swapped("from", "until"))

    assert current_register() == swapped("from", "until")


@pytest.mark.django_db
def test_overlap_with_what_the_database_holds_is_refused(tmp_path: Path) -> None:
    mandate = {"forum": "a", "act": "decide", "subject": "s"}
    load_register(wanted=register(fora=["a"], subjects=["s"], mandates=[{"id": "m1", **mandate}]))
    file = tmp_path / "more.json"
    file.write_text(
        '{"schema": "samstyr.register/1", "mandates": [{"id": "m2", "forum": "a", "act": "decide", "subject": "s"}]}'
    )

    with pytest.raises(InputError) as refused:
        load_file(path=file)

    assert "m1" in str(refused.value)
    assert "m2" in str(refused.value)
    assert set(current_register().mandates) == {"m1"}


@pytest.mark.django_db
def test_bad_file_stores_nothing_and_names_every_place(tmp_path: Path) -> None:
    bad = document(parties=["stat"], fora=[{"id": "a", "colour": "red"}, {"id": "b", "parent": "nobody"}])
    file = tmp_path / "bad.yaml"
    file.write_text(yaml.safe_dump(bad), encoding="utf-8")

    with pytest.raises(InputError) as refused:
        load_file(path=file)

    assert [line.split(": ")[1] for line in refused.value.lines] == ["fora[0].colour", "fora[1].parent"]
    assert models.Party.objects.count() == 0


@pytest.mark.django_db
def test_database_itself_refuses_an_overlap(danish_register: Register) -> None:
    seat = models.Seat.objects.first()
    assert seat is not None
    seat.pk = None
    seat.save()

    with pytest.raises(Exception, match="seat_overlap"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
