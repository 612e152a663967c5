"""The Danish order is the same in the database and in Python."""

import pytest
from django.db import connection

from samstyr.platform.danish import SORT_FUNCTION, fold, order

NAMES = [
    "Odense",
    "Aalborg",
    "Århus",
    "Ærø",
    "Ølstykke",
    "Zealand",
    "zebra",
    "André",
    "Åbenrå",
    "ÅÅ",
    "aa",
    "Müller",
    "Nyborg",
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_key_of_a_name_is_the_same_in_database_and_python(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {SORT_FUNCTION}(%s)", [name])
        assert cursor.fetchone()[0] == order(name)


def test_danish_letters_sort_last_in_their_order() -> None:
    assert sorted(["Århus", "Zealand", "Ærø", "Aalborg", "Ølstykke", "Odense"], key=order) == [
        "Odense",
        "Zealand",
        "Ærø",
        "Ølstykke",
        "Aalborg",
        "Århus",
    ]


@pytest.mark.parametrize(("one", "other"), [("Århus", "AARHUS"), ("Ærø", "aeroe"), ("André", "andre")])
def test_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)
