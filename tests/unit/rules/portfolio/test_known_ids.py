"""Which stored initiative an imported one is: its id in the source, else its name, else a new one."""

import pytest
from tests.factories.portfolio_imports import read, row

from samstyr.rules.portfolio.imported_ids import Known, Moved, known_ids

BRO = Known("ex-bro", None, frozenset({"Bro"}))
CODED = Known("ex-x-1", "X_1", frozenset({"Bro", "Bro 2"}))
OTHER = Known("ex-x-2", "X_2", frozenset({"Bro"}))


@pytest.mark.parametrize(
    ("rows", "known", "found"),
    [
        ([row("Bro", "2021-03-31")], [], [None]),
        ([row("Bro", "2021-03-31")], [BRO], ["ex-bro"]),
        ([row("Bro", "2021-03-31")], [CODED], ["ex-x-1"]),
        ([row("Bro", "2021-03-31")], [CODED, OTHER], [None]),
        ([row("Bro", "2021-03-31")], [BRO, CODED, OTHER], ["ex-bro"]),
        ([row("Vej", "2021-03-31", key="X_1")], [CODED, OTHER], ["ex-x-1"]),
        ([row("Bro", "2021-03-31", key="X_3")], [CODED, OTHER], [None]),
        ([row("Bro", "2021-03-31", key="X_3")], [BRO], ["ex-bro"]),
    ],
)
def test_stored_initiative_is_known_again(rows, known, found) -> None:
    groups = [each.group for each in read(*rows).initiatives]

    assert known_ids(groups, known) == (found, [])


def test_two_initiatives_that_were_stored_as_one_are_named() -> None:
    groups = [each.group for each in read(row("Bro", "2021-03-31"), row("Bro 2", "2022-03-31")).initiatives]

    _, moved = known_ids(groups, [CODED])

    assert moved == [Moved(("Bro", "Bro 2"), ("ex-x-1",))]
