"""Ids of imported initiatives: readable, of the register's form, and each its own."""

import re

from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.portfolio.imported_ids import LONGEST, new_ids
from samstyr.rules.register.reading import ID


def test_id_is_the_prefix_and_what_the_source_says() -> None:
    keys = ["DFT_0022_1415-Q4", "Ærø & Fåborg", "Érø", "%"]

    assert new_ids("gmpp", keys) == ["gmpp-dft-0022-1415-q4", "gmpp-aeroe-faaborg", "gmpp-eroe", "gmpp-x"]


def test_keys_that_look_alike_are_told_apart() -> None:
    assert new_ids("p", ["A 1", "A-1", "B"], taken={"p-b"}) == ["p-a-1", "p-a-1-2", "p-b-2"]


@given(keys=st.lists(st.text(max_size=200), max_size=20))
def test_ids_are_good_and_different(keys: list[str]) -> None:
    found = new_ids("p", keys)

    assert len(set(found)) == len(keys)
    assert all(re.fullmatch(ID, each) and len(each) <= LONGEST + 4 for each in found)
