"""Readers of the small values with an inner life: validity, conditions, days of meetings."""

from datetime import date
from math import isfinite
from typing import Any, Final

from samstyr.rules.register.condition import Bounds, Condition, number_of, settled
from samstyr.rules.register.problems import Place, described
from samstyr.rules.register.reading import INVALID, Reading, day, text
from samstyr.rules.register.validity import Validity

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
BOUNDS: Final = {"min", "max"}
LARGEST_BITS: Final = 4096
"""Whole numbers are kept exactly, but not without end."""


def validity(value: object, place: Place, reading: Reading) -> Any:
    """`{from, until}`, half-open; at least one day long."""
    if not isinstance(value, dict):
        return reading.refuse(place, f"expected from and until (a mapping), found {described(value)}")
    ends: dict[str, Any] = {"from": None, "until": None}
    for key, item in value.items():
        if key not in ends:
            where, name = (
                ((place, key), "") if isinstance(key, str) else (place, f"{described(key)} as a key: ")
            )
            reading.refuse(where, f"{name}unknown key (expected one of from, until)")
        elif item is not None:
            ends[key] = day(item, (place, key), reading)
    start, until = ends["from"], ends["until"]
    if start is INVALID or until is INVALID:
        return INVALID
    if start is not None and until is not None and until <= start:
        fault = "is empty" if until == start else "is reversed"
        return reading.refuse(place, f"{fault}: from {start}, until (not including) {until}")
    return Validity(start, until)


def meeting_day(value: object, place: Place, reading: Reading) -> Any:
    """A date on which a forum can sit."""
    found = day(value, place, reading)
    if found is INVALID or FIRST_YEAR <= found.year <= LAST_YEAR:
        return found
    return reading.refuse(place, f"expected a date from {FIRST_YEAR} to {LAST_YEAR}, found {found}")


def conditions(value: object, place: Place, reading: Reading) -> Any:
    """`when`: fact → value, or bounds `{min, max}`."""
    if not isinstance(value, dict):
        return reading.refuse(place, f"expected facts and their values (a mapping), found {described(value)}")
    read = []
    sound = True
    for fact, wanted in value.items():
        if not isinstance(fact, str):
            reading.refuse(
                place, f"expected the name of a fact as a key, found {described(fact)}: put it in quotes"
            )
            sound = False
            continue
        here: Place = (place, fact)
        named = text(fact, here, reading)
        found = _bounds(wanted, here, reading) if isinstance(wanted, dict) else _value(wanted, here, reading)
        if named is INVALID or found is INVALID:
            sound = False
        else:
            read.append(Condition(named, found))
    return tuple(read) if sound else INVALID


def _value(value: object, place: Place, reading: Reading) -> Any:
    if isinstance(value, str):
        return text(value, place, reading)
    if isinstance(value, float) and not isfinite(value):
        return reading.refuse(place, f"expected a finite number, found {described(value)}")
    if isinstance(value, int) and value.bit_length() > LARGEST_BITS:
        return reading.refuse(place, "the number is too large")
    if isinstance(value, int | float | date):
        return settled(value)
    return reading.refuse(place, f"expected a text, a number or bounds (min, max), found {described(value)}")


def _bounds(value: dict[object, object], place: Place, reading: Reading) -> Any:
    ends: dict[str, Any] = {}
    sound = True
    for key, item in value.items():
        if key not in BOUNDS:
            where, name = (
                ((place, key), "") if isinstance(key, str) else (place, f"{described(key)} as a key: ")
            )
            reading.refuse(where, f"{name}unknown key (expected one of min, max)")
            sound = False
        elif item is not None:
            end = _number(item, (place, str(key)), reading)
            sound = sound and end is not INVALID
            ends[str(key)] = end
    if not sound:
        return INVALID
    if not ends:
        return reading.refuse(place, "expected min, max or both, found neither")
    low, high = ends.get("min"), ends.get("max")
    if low is not None and high is not None and low > high:
        return reading.refuse(place, f"no number is met: min {low} is greater than max {high}")
    return Bounds(low, high)


def _number(value: object, place: Place, reading: Reading) -> Any:
    """A finite number; a text that is a plain number counts as one."""
    if isinstance(value, str):
        number = number_of(value)
        if number is not None:
            return int(number) if number == number.to_integral_value() else float(number)
    elif isinstance(value, int) and not isinstance(value, bool):
        return (
            value if value.bit_length() <= LARGEST_BITS else reading.refuse(place, "the number is too large")
        )
    elif isinstance(value, float) and isfinite(value):
        return settled(value)
    return reading.refuse(place, f"expected a number, found {described(value)}")
