"""What one row of a foreign series says of one initiative on one day, and the lights it was given."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samstyr.rules.portfolio.import_mapping import Field, Kind
from samstyr.rules.portfolio.lights import Light


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's light. `original` is the value as it stands in the file, also where it is no light."""

    rater: str
    scale: str | None
    light: Light
    original: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or day of the row, under the field it fills and the name the mapping gives it."""

    field: Field
    label: str
    value: Decimal | date
    unit: str = ""


@dataclass(frozen=True, slots=True)
class KeptCell:
    """A cell that is no value (exempt, unknown, …), as it stands in the file."""

    column: str
    kind: Kind
    original: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row, read. `number` counts as a spreadsheet shows it: the heading is row 1."""

    file: str
    number: int
    day: date
    source_id: str | None
    name: str
    lead: str = ""
    category: str = ""
    ratings: tuple[Rating, ...] = ()
    figures: tuple[Figure, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    kept: tuple[KeptCell, ...] = ()

    def figure(self, wanted: Field) -> Decimal | date | None:
        """The value of a field that one column at most holds, or None."""
        return next((each.value for each in self.figures if each.field is wanted), None)

    @property
    def said(self) -> tuple[object, ...]:
        """All the row says, without where it stands: two rows that say the same are equal in this."""
        return (
            self.day, self.source_id, self.name, self.lead, self.category,
            self.ratings, self.figures, self.texts, self.kept,
        )  # fmt: skip
