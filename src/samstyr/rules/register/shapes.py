"""The keys of every mapping in a register document: one table a mapping, in the order of the contract.

The same tables read a document and, in the same order of keys, write it. Source: contract of the register,
"Keys".
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final

from samstyr.rules.register import records, words
from samstyr.rules.register.checks import (
    check_acceptance,
    check_duty,
    check_established_by,
    check_forum,
    check_hearing,
    check_initiative,
    check_length_of_days,
    check_mandate,
    check_meetings_per_year,
    check_notice,
    check_quorum,
    check_system,
)
from samstyr.rules.register.problems import Place, described
from samstyr.rules.register.reading import (
    INVALID,
    Reader,
    Reading,
    day,
    duration,
    flag,
    identifier,
    list_of,
    optional_text,
    reference_to,
    share,
    text,
    whole,
    word_of,
)
from samstyr.rules.register.values import conditions, meeting_day, validity

Check = Callable[[dict[str, Any], Place, Reading], None]

MOST_DAYS: Final = 10_000
MOST_SEATS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping of the document: what it is, the record it becomes, its keys and which of them are required.

    `check` looks at the keys together; it is handed what was read and reports what does not go together.
    """

    what: str
    record: type
    keys: Mapping[str, Reader]
    required: tuple[str, ...] = ()
    check: Check | None = None
    defaults: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        given = {f.name: f.default for f in fields(self.record) if f.init and f.default is not MISSING}
        object.__setattr__(self, "defaults", given)

    def __call__(self, value: object, place: Place, reading: Reading) -> Any:
        """Read a mapping of this shape into its record."""
        if not isinstance(value, dict):
            return reading.refuse(place, f"expected {self.what} (a mapping), found {described(value)}")
        found: dict[str, Any] = {}
        sound = True
        keys = self.keys
        for key, item in value.items():
            reader = keys.get(key)
            if reader is None:
                self._refuse_key(key, place, reading)
            elif item is not None:
                read = reader(item, (place, key), reading)
                if read is INVALID:
                    sound = False
                found[key] = read
        for key in self.required:
            if key not in found:
                sound = False
                reading.refuse((place, key), f"missing: {self.what} needs it")
        if not sound:
            return INVALID
        if self.check is not None:
            before = len(reading.problems)
            self.check(found, place, reading)
            if len(reading.problems) > before:
                return INVALID
        return self.record(**found)

    def _refuse_key(self, key: object, place: Place, reading: Reading) -> None:
        expected = f"unknown key (expected one of {', '.join(self.keys)})"
        if isinstance(key, str):
            reading.refuse((place, key), expected)
        else:
            reading.refuse(place, f"{described(key)} as a key: {expected}")


SOURCE: Final = Shape(
    "a source", records.Source, {"document": text, "section": optional_text}, required=("document",)
)

REMARKS: Final[dict[str, Reader]] = {"aliases": list_of(text), "source": SOURCE, "note": optional_text}
"""What may stand on every mapping that says something of its own."""

BASIS: Final = Shape(
    "a basis",
    records.Basis,
    {"instrument": reference_to("instruments"), "section": optional_text, **REMARKS},
    required=("instrument",),
)
ESTABLISHED_BY: Final = Shape(
    "what established the forum",
    records.EstablishedBy,
    {"instrument": reference_to("instruments"), "forum": reference_to("fora"), **REMARKS},
    check=check_established_by,
)


def _length(check: Check) -> Shape:
    keys = {"days": whole(0, MOST_DAYS), "hours": whole(0, 24 * MOST_DAYS), "unit": word_of(words.Unit)}
    return Shape("a length of time", records.Length, {**keys, **REMARKS}, check=check)


LENGTH: Final = _length(check_length_of_days)
NOTICE: Final = _length(check_notice)
MEETINGS_PER_YEAR: Final = Shape(
    "how many meetings a year",
    records.MeetingsPerYear,
    {"min": whole(0, 1000), "max": whole(0, 1000), **REMARKS},
    check=check_meetings_per_year,
)
QUORUM: Final = Shape(
    "a quorum",
    records.Quorum,
    {"seats": whole(0, MOST_SEATS), "parties": whole(0, MOST_SEATS), "share": share, **REMARKS},
    check=check_quorum,
)
PROCEDURE: Final = Shape(
    "a procedure",
    records.Procedure,
    {
        "papers_before": LENGTH,
        "minutes_within": LENGTH,
        "extraordinary_notice": NOTICE,
        "meetings_per_year": MEETINGS_PER_YEAR,
        "quorum": QUORUM,
        "rule": word_of(words.DecisionRule),
        "written": LENGTH,
        "handover": LENGTH,
        **REMARKS,
    },
)
SEAT: Final = Shape(
    "a seat",
    records.Seat,
    {
        "organisation": reference_to("organisations"),
        "role": word_of(words.Role),
        "count": whole(1, MOST_SEATS),
        "name": optional_text,
        "valid": validity,
        **REMARKS,
    },
    required=("organisation",),
)
HEARING: Final = Shape(
    "a hearing",
    records.Hearing,
    {
        "party": reference_to("parties"),
        "body": reference_to("fora"),
        "takes": LENGTH,
        "sits": flag,
        "name": optional_text,
        **REMARKS,
    },
    required=("party", "body"),
    check=check_hearing,
)
STAND: Final = Shape(
    "a place in a portfolio",
    records.Stand,
    {"forum": reference_to("fora"), "valid": validity, **REMARKS},
    required=("forum",),
)
DEPENDENCY: Final = Shape(
    "a dependency",
    records.Dependency,
    {"system": reference_to("systems"), "valid": validity, **REMARKS},
    required=("system",),
)


def id_or(shape: Shape, key: str) -> Reader:
    """A reader of a mapping, for which its id alone may stand."""

    def either(value: object, place: Place, reading: Reading) -> Any:
        if isinstance(value, dict):
            return shape(value, place, reading)
        read = shape.keys[key](value, place, reading)
        return INVALID if read is INVALID else shape.record(**{key: read})

    return either


ENTRIES: Final[dict[str, Shape]] = {
    "parties": Shape(
        "a party",
        records.Party,
        {"id": identifier, "name": text, "kind": word_of(words.PartyKind), **REMARKS},
        required=("id", "name", "kind"),
    ),
    "organisations": Shape(
        "an organisation",
        records.Organisation,
        {
            "id": identifier,
            "name": text,
            "short": optional_text,
            "party": reference_to("parties"),
            "replaces": reference_to("organisations"),
            "valid": validity,
            **REMARKS,
        },
        required=("id", "name", "party"),
    ),
    "instruments": Shape(
        "an instrument",
        records.Instrument,
        {
            "id": identifier,
            "name": text,
            "kind": word_of(words.InstrumentKind),
            "date": day,
            "eli": optional_text,
            "valid": validity,
            **REMARKS,
        },
        required=("id", "name", "kind"),
    ),
    "fora": Shape(
        "a forum",
        records.Forum,
        {
            "id": identifier,
            "name": text,
            "level": word_of(words.Level),
            "kind": word_of(words.ForumKind),
            "acts_as": list_of(reference_to("fora"), once=True),
            "parent": reference_to("fora"),
            "established_by": ESTABLISHED_BY,
            "terms_of_reference": reference_to("instruments"),
            "party": reference_to("parties"),
            "valid": validity,
            "seats": list_of(SEAT),
            "procedure": PROCEDURE,
            "hearings": list_of(HEARING),
            "meetings": list_of(meeting_day, once=True),
            **REMARKS,
        },
        required=("id", "name", "level", "kind"),
        check=check_forum,
    ),
    "subjects": Shape(
        "a subject",
        records.Subject,
        {
            "id": identifier,
            "name": text,
            "parent": reference_to("subjects"),
            "binds": list_of(reference_to("parties"), once=True),
            **REMARKS,
        },
        required=("id", "name"),
    ),
    "mandates": Shape(
        "a mandate",
        records.Mandate,
        {
            "id": identifier,
            "name": optional_text,
            "forum": reference_to("fora"),
            "act": word_of(words.Act),
            "subject": reference_to("subjects"),
            "to": text,
            "when": conditions,
            "effect": word_of(words.Effect),
            "required": flag,
            "joint": flag,
            "basis": BASIS,
            "valid": validity,
            **REMARKS,
        },
        required=("id", "forum", "act", "subject"),
        check=check_mandate,
    ),
    "duties": Shape(
        "a duty",
        records.Duty,
        {
            "id": identifier,
            "name": text,
            "forum": reference_to("fora"),
            "act": word_of(words.Act),
            "subject": reference_to("subjects"),
            "months": list_of(whole(1, 12), once=True),
            "every": duration,
            "by": optional_text,
            "valid": validity,
            **REMARKS,
        },
        required=("id", "name", "forum", "act"),
        check=check_duty,
    ),
    "systems": Shape(
        "a system",
        records.System,
        {
            "id": identifier,
            "name": text,
            "manager": reference_to("organisations"),
            "operator": reference_to("organisations"),
            "depends_on": list_of(id_or(DEPENDENCY, "system")),
            "valid": validity,
            **REMARKS,
        },
        required=("id", "name"),
        check=check_system,
    ),
    "initiatives": Shape(
        "an initiative",
        records.Initiative,
        {
            "id": identifier,
            "name": text,
            "code": optional_text,
            "lead": reference_to("organisations"),
            "portfolios": list_of(id_or(STAND, "forum")),
            "instrument": reference_to("instruments"),
            "system": reference_to("systems"),
            **REMARKS,
        },
        required=("id", "name"),
        check=check_initiative,
    ),
    "accepted": Shape(
        "an accepted finding",
        records.Acceptance,
        {
            "rule": word_of(words.LintRule),
            "id": text,
            "party": reference_to("parties"),
            "reason": text,
            "until": day,
            "name": optional_text,
            **REMARKS,
        },
        required=("rule", "id", "reason"),
        check=check_acceptance,
    ),
}

SHAPE_OF: Final[dict[type, Shape]] = {
    shape.record: shape
    for shape in (
        *ENTRIES.values(),
        SOURCE, BASIS, ESTABLISHED_BY, LENGTH, MEETINGS_PER_YEAR, QUORUM, PROCEDURE, SEAT, HEARING, STAND,
        DEPENDENCY,
    )
}  # fmt: skip
