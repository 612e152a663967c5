"""Conditions of mandates, and the facts of a case they are held against.

A value is a number or a text. Values are equal as numbers where both are numbers, else as text; a text that
is a plain decimal number counts as one, because facts given on a command line are text. `true`, `false`
and dates are text. Source: contract of the register, "Which mandate applies" 1.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import isfinite

PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?")
"""Bounded, so that no number written by a stranger takes long to compare."""

PLAIN_ZEROS = 30
"""A canonical number with more zeros than this is written with an exponent."""

NO_VALUE = "expected a text or a finite number"


def settled(value: object) -> str | int | float:
    """A value in the one form it is kept in: whole floats as the integers they are written as, truth values
    and dates as text.

    Raises TypeError for anything that is neither text, finite number, truth value nor date.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise TypeError(NO_VALUE)
        return int(Decimal(repr(value))) if value.is_integer() else value
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(NO_VALUE)


def number_of(value: str | int | float) -> Decimal | None:
    """The exact decimal number that a settled value is, or None for a text that is no plain number."""
    if isinstance(value, str):
        return Decimal(value) if PLAIN_NUMBER.fullmatch(value) else None
    if isinstance(value, float):
        return Decimal(repr(value))
    return Decimal(value)


def comparable(value: str | int | float) -> str | Decimal:
    """A settled value in the form in which equal values are equal: a number if it is one, else the text."""
    number = number_of(value)
    if number is None:
        return str(value)
    return number


def number_text(number: Decimal) -> str:
    """The one way to write a number: without needless zeros, with an exponent only where it is very long."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise TypeError(NO_VALUE)
    written = "".join(map(str, digits)).lstrip("0")
    text = written.rstrip("0")
    exponent += len(written) - len(text)
    if not text:
        return "0"
    if 0 <= exponent <= PLAIN_ZEROS:
        text += "0" * exponent
    elif -PLAIN_ZEROS <= exponent < 0:
        text = text.rjust(1 - exponent, "0")
        text = f"{text[:exponent]}.{text[exponent:]}"
    else:
        text = f"{text}E{exponent}"
    return f"-{text}" if sign else text


def canonical_text(value: str | int | float) -> str:
    """A text that two settled values share exactly when they are equal."""
    number = number_of(value)
    return str(value) if number is None else number_text(number)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of numbers that includes its ends; an end that is None is open."""

    min: int | float | None = None
    max: int | float | None = None

    def __post_init__(self) -> None:
        for name in ("min", "max"):
            end = getattr(self, name)
            if end is not None:
                object.__setattr__(self, name, settled(end))

    def met_by(self, value: str | Decimal) -> bool:
        """Whether a comparable value lies within; a text never does."""
        if isinstance(value, str):
            return False
        low, high = (None if end is None else number_of(end) for end in (self.min, self.max))
        return (low is None or low <= value) and (high is None or value <= high)


@dataclass(frozen=True, slots=True)
class Condition:
    """What one fact of the case must be for a mandate to apply: a value, or a number within bounds."""

    fact: str
    value: str | int | float | Bounds
    _wanted: str | Decimal | Bounds = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if isinstance(self.value, Bounds):
            object.__setattr__(self, "_wanted", self.value)
        else:
            value = settled(self.value)
            object.__setattr__(self, "value", value)
            object.__setattr__(self, "_wanted", comparable(value))

    def met_by(self, value: str | Decimal) -> bool:
        """Whether a comparable value meets the condition."""
        if isinstance(self._wanted, Bounds):
            return self._wanted.met_by(value)
        return self._wanted == value


def when_key(when: Iterable[Condition]) -> str:
    """One text for all conditions that say the same: `""` for none, else a JSON object with sorted keys."""
    said: dict[str, str | dict[str, str]] = {}
    for condition in when:
        if isinstance(condition.value, Bounds):
            ends = (("max", condition.value.max), ("min", condition.value.min))
            said[condition.fact] = {name: canonical_text(end) for name, end in ends if end is not None}
        else:
            said[condition.fact] = canonical_text(condition.value)
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if said else ""


class Facts:
    """The facts of a case, by name. A fact that is None is not given.

    Raises TypeError, with the fact's name in front, for a value that is neither text, number, truth value
    nor date.
    """

    __slots__ = ("_values",)

    def __init__(self, given: Mapping[str, object] | None = None) -> None:
        self._values: dict[str, str | Decimal] = {}
        for name, value in (given or {}).items():
            if value is None:
                continue
            try:
                self._values[name] = comparable(settled(value))
            except TypeError as error:
                raise TypeError(f"{name}: {error}") from None

    @classmethod
    def of(cls, given: "Facts | Mapping[str, object]") -> "Facts":
        """The facts themselves, or made of what is given."""
        return given if isinstance(given, Facts) else cls(given)

    def __contains__(self, fact: str) -> bool:
        return fact in self._values

    def admit(self, when: tuple[Condition, ...], *, permission: bool) -> bool:
        """Whether a mandate under these conditions counts in the case; a fact that is not given meets none.

        Permissions and denials are admitted alike.
        """
        values = self._values
        return all(c.fact in values and c.met_by(values[c.fact]) for c in when)


class AnyFacts(Facts):
    """No case in particular: a permission under conditions counts as one, a denial under conditions does not.

    Source: contract of the register, "Lint".
    """

    __slots__ = ()

    def admit(self, when: tuple[Condition, ...], *, permission: bool) -> bool:
        return permission or not when


NO_FACTS = Facts()
ANY_FACTS = AnyFacts()
