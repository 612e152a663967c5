"""A register and its document say the same, whatever the order."""

import copy
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.crowded_registers import crowded_registers
from tests.factories.disturbed_registers import anything, disturbed_documents
from tests.factories.registers import documents

from samstyr.rules.register import LISTS, Register, RegisterError, parse, to_document


@settings(max_examples=60)
@given(documents())
def test_document_of_a_register_is_read_into_an_equal_one(document):
    register = parse(document)

    written = to_document(register)

    assert parse(written) == register
    assert to_document(parse(written)) == written


@settings(max_examples=30)
@given(documents(), st.randoms(use_true_random=False))
def test_register_does_not_depend_on_order(document, chance: random.Random):
    shuffled = copy.deepcopy(document)
    _shuffle(shuffled, chance)

    assert parse(shuffled) == parse(document)
    assert list(_flat(to_document(parse(shuffled)))) == list(_flat(to_document(parse(document))))


def _shuffle(value, chance: random.Random) -> None:
    if isinstance(value, dict):
        items = list(value.items())
        chance.shuffle(items)
        value.clear()
        value.update(items)
        for item in value.values():
            _shuffle(item, chance)
    elif isinstance(value, list):
        chance.shuffle(value)
        for item in value:
            _shuffle(item, chance)


def _flat(value, path=()):
    """Every value with its place, in order: equal only where the order of keys is too."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _flat(item, (*path, number))
    else:
        yield path, type(value), value


@settings(max_examples=120)
@given(anything | disturbed_documents())
def test_any_data_is_a_register_or_has_problems_with_places(document):
    try:
        register = parse(document)
    except RegisterError as error:
        assert error.problems
        assert all("\n" not in str(problem) and problem.message for problem in error.problems)
    else:
        assert parse(to_document(register)) == register


@settings(max_examples=60)
@given(crowded_registers())
def test_register_with_overlaps_keeps_them_through_its_document(register):
    assert parse(to_document(register), allow_overlaps=True) == register


@settings(max_examples=30)
@given(documents(), documents())
def test_changed_register_looks_up_what_a_new_one_would(first, second):
    before, after = parse(first), parse(second)
    for lookup in _lookups(before):
        lookup(before.index)
    changes = {
        name: {key: after.lists()[name].get(key) for key in {*before.lists()[name], *after.lists()[name]}}
        for name in LISTS
    }

    changed = before.with_changes(changes)

    expected = Register(**after.lists(), remarks=before.remarks)
    assert changed == expected
    for lookup in _lookups(expected):
        assert lookup(changed.index) == lookup(expected.index)


def _lookups(register: Register):
    """Every look-up of the index with every key that could be asked for."""
    ids = {
        name: [*register.lists()[name], "none"]
        for name in ("parties", "organisations", "instruments", "fora", "subjects", "systems")
    }
    by = {
        "parties": ("organisations_of_party", "fora_of_party", "subjects_binding"),
        "organisations": (
            "successors_of",
            "fora_with_seat_of",
            "systems_of",
            "initiatives_led_by",
            "mandates_to",
        ),
        "instruments": ("fora_resting_on", "mandates_resting_on", "initiatives_resting_on"),
        "fora": (
            "fora_under",
            "fora_hearing",
            "fora_set_up_by",
            "fora_acting_as",
            "mandates_of",
            "mandates_to",
            "duties_of",
            "initiatives_in_portfolio",
        ),
        "subjects": ("subjects_under", "mandates_on", "conditional_mandates_on", "duties_on"),
        "systems": ("systems_depending_on", "initiatives_about"),
    }
    for name, lookups in by.items():
        for lookup in lookups:
            for key in ids[name]:
                yield lambda index, lookup=lookup, key=key: getattr(index, lookup)(key)
    for forum in ids["fora"]:
        for subject in ids["subjects"]:
            yield lambda index, forum=forum, subject=subject: index.mandates_of_on(forum, subject)
    for mandate in register.mandates.values():
        yield lambda index, m=mandate: index.mandates_to_act_on(m.subject, m.act)
    for instrument in register.instruments.values():
        yield lambda index, i=instrument: index.instruments_titled(i.kind, i.name)
