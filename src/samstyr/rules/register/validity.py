"""When an entry of the register is in force."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Validity:
    """The days from `start` up to, but not including, `until`; an end that is None is open."""

    start: date | None = None
    until: date | None = None

    def covers(self, on: date) -> bool:
        """Whether the day `on` lies within."""
        return (self.start is None or self.start <= on) and (self.until is None or on < self.until)

    def overlaps(self, other: "Validity") -> bool:
        """Whether the two share at least one day."""
        return (self.start is None or other.until is None or self.start < other.until) and (
            other.start is None or self.until is None or other.start < self.until
        )


ALWAYS = Validity()
