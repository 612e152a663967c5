"""What a document says of a meeting whose minutes are there already: the same, something new, or otherwise.

The same minutes as Word, PDF and web page differ in spaces, hyphens and lines, and seldom in more. Facts are compared
by their letters and figures alone. Plain data, no database; a meeting of the record has the shape of a minutes record.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final

from samstyr.meetings.judging import Key, Record

Columns = tuple[str, ...]
ALIKE: Final = 0.6  # of the letters: the same words, changed here and there
NEARLY: Final = 0.9  # of the letters: the same words
OVERLAP: Final = 0.5  # of the items of the shorter document, by which two documents are of the same meeting
SURELY: Final = 20  # letters that stand in another text by no accident
WORDS: Final = frozenset({"quote", "title", "clause", "what", "place"})
NEGATIONS: Final = ("ikke", "ingen", "uden", "afvis", "forkast")
LONGEST: Final = 2_000  # letters that are compared one by one; beyond, two texts are equal or they are not
# What names a fact of these kinds: with the same it is the same fact, and the rest of it may differ.
NAMED_BY: Final = {
    "status_changes": ("code", "initiative"),
    "observations": ("indicator", "area"),
    "missing_data": ("indicator",),
    "incidents": ("systems", "start"),
    "consultations": ("subject",),
    "unlisted_speakers": ("name",),
}
# The columns in which facts may differ.
OF_HEAD: Final = ("start", "end", "place")
OF_NEXT: Final = ("date", "start", "end", "place")
OF_PARTICIPANT: Final = ("organisation", "role", "attendance")
OF_ITEM: Final = ("number", "title", "kind")
# What stands under items: its words, and the columns in which it may differ.
UNDER_ITEMS: Final[dict[str, tuple[str, Columns]]] = {
    "recommendations": ("clause", ("clause",)),
    "decisions": ("quote", ("verb", "with_remarks", "quote")),
    "actions": ("what", ("who", "what", "due")),
}


class Standing(StrEnum):
    """How a fact of a document stands to the record."""

    SAME = "same"
    NEW = "new"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which the record (`known`) and the document (`read`) say different things."""

    field: str
    known: Any
    read: Any


@dataclass(frozen=True, slots=True)
class Compared:
    """How a fact stands to the record: its place in the list there, None where it is new, and how the two differ."""

    known: int | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def standing(self) -> Standing:
        """The answer in a word."""
        if self.known is None:
            return Standing.NEW
        return Standing.DIFFERS if self.differences else Standing.SAME


def is_same_meeting(known: Record, read: Record) -> bool:
    """Tell whether two documents of one forum and day are of one meeting: most items of the shorter one are in both.

    Where either has no items its persons are asked instead.
    """
    least, both = min(len(known["items"]), len(read["items"])), len(_items(known["items"], read["items"]))
    if least == 0:
        least = min(len(known["participants"]), len(read["participants"]))
        both = len(_pair(known["participants"], read["participants"], _same("name")))
    return least > 0 and both >= OVERLAP * least


def compare(known: Record, read: Record) -> dict[Key, Compared]:
    """Answer how each fact of `read` stands to `known`. Warnings are about a document, not its meeting: left out.

    A column that the document says nothing about does not differ.
    """
    made: dict[Key, Compared] = {}
    singles: tuple[tuple[str, Columns], ...] = (("meeting", OF_HEAD), ("next_meeting", OF_NEXT))
    for kind, columns in singles:
        ours, theirs = known.get(kind), read.get(kind)
        if theirs:
            made[kind, 0] = Compared(0, _differences(ours, theirs, columns)) if ours else Compared()
    pairs = _items(known["items"], read["items"])
    _put(made, "items", known, read, OF_ITEM, pairs)
    names = _pair(known["participants"], read["participants"], _same("name"))
    _put(made, "participants", known, read, OF_PARTICIPANT, names)
    for kind, (text, columns) in UNDER_ITEMS.items():
        _put(made, kind, known, read, columns, _under_items(kind, text, known, read, pairs))
    for kind, names_of in NAMED_BY.items():
        ours, theirs = known.get(kind) or [], read.get(kind) or []
        columns = tuple(
            sorted({name for fact in theirs for name in fact} - {"span", "rule", "item", "item_index"})
        )
        _put(made, kind, known, read, columns, _pair(ours, theirs, _same(*names_of)))
    return made


def letters(value: Any) -> str:
    """Answer what two values are compared by: letters and figures, in small."""
    if isinstance(value, list | tuple):
        return ",".join(sorted(letters(each) for each in value))
    if isinstance(value, bool):
        return "1" if value else ""
    return "".join(sign for sign in str("" if value is None else value).casefold() if sign.isalnum())


def likeness(one: str, other: str) -> float:
    """Answer how alike two texts are by their letters, from 0 to 1; one that holds the other is nearly the same."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    if min(len(one), len(other)) >= SURELY and (one in other or other in one):
        return max(NEARLY, min(len(one), len(other)) / max(len(one), len(other)))
    if max(len(one), len(other)) > LONGEST:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


Like = Callable[[Record, Record], float]


def _same(*names: str) -> Like:
    """Facts are the same where one of these columns, in this order, is filled in on both and the same."""

    def like(ours: Record, theirs: Record) -> float:
        both = [(letters(ours.get(name)), letters(theirs.get(name))) for name in names]
        filled = [one == other for one, other in both if one and other]
        return 1.0 if filled and all(filled) else 0.0

    return like


def _pair(known: list[Record], read: list[Record], like: Like, least: float = ALIKE) -> dict[int, int]:
    """Answer which fact of `read` is which of `known`, by place: the likest first, each once."""
    scores = [
        (score, -abs(place - other), -place, -other)
        for place, theirs in enumerate(read)
        for other, ours in enumerate(known)
        if (score := like(ours, theirs)) >= least
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _score, _near, place, other in sorted(scores, reverse=True):
        if -place not in pairs and -other not in taken:
            pairs[-place] = -other
            taken.add(-other)
    return pairs


def _items(known: list[Record], read: list[Record]) -> dict[int, int]:
    def like(ours: Record, theirs: Record) -> float:
        one, other = letters(ours.get("title")), letters(theirs.get("title"))
        numbers = letters(ours.get("number")), letters(theirs.get("number"))
        same_number = bool(numbers[0]) and numbers[0] == numbers[1]
        if not one or not other:
            # A closed item may have no title: then its number is all there is.
            return 0.7 if same_number else 0.0
        found = likeness(one, other)
        return found + 0.01 if same_number else found if found >= NEARLY else 0.0

    return _pair(known, read, like)


def _item_of(fact: Record, items: list[Record]) -> int | None:
    """Answer the place of the item a fact stands under."""
    index = fact.get("item_index")
    if index is not None:
        return int(index) if 0 <= index < len(items) else None
    number = fact.get("item")
    return next((place for place, item in enumerate(items) if number and item.get("number") == number), None)


def _under_items(kind: str, text: str, known: Record, read: Record, pairs: dict[int, int]) -> dict[int, int]:
    def like(ours: Record, theirs: Record) -> float:
        item = _item_of(theirs, read["items"])
        under = pairs.get(item) if item is not None else None
        if under is None or under != _item_of(ours, known["items"]):
            return 0.0
        return likeness(letters(ours.get(text)), letters(theirs.get(text)))

    return _pair(known[kind], read[kind], like)


def _put(
    made: dict[Key, Compared],
    kind: str,
    known: Record,
    read: Record,
    columns: Columns,
    pairs: dict[int, int],
) -> None:
    for place, fact in enumerate(read.get(kind) or []):
        other = pairs.get(place)
        found = (
            Compared() if other is None else Compared(other, _differences(known[kind][other], fact, columns))
        )
        made[kind, place] = found


def _differences(known: Record, read: Record, columns: Columns) -> tuple[Difference, ...]:
    return tuple(_differing(known, read, columns))


def _differing(known: Record, read: Record, columns: Columns) -> Iterator[Difference]:
    for name in columns:
        ours, theirs = known.get(name), read.get(name)
        if name == "with_remarks":
            if bool(ours) != bool(theirs):
                yield Difference(name, bool(ours), bool(theirs))
        elif theirs not in (None, "", []) and not _means_the_same(
            letters(ours), letters(theirs), name in WORDS
        ):
            yield Difference(name, ours, theirs)


def _means_the_same(one: str, other: str, is_prose: bool) -> bool:
    """Tell whether two texts say the same. Of prose a few words more may have been taken along, but no figure and no
    negation: those are what was decided.
    """
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if not is_prose or len(shorter) < SURELY or shorter not in longer:
        return False
    rest = longer.replace(shorter, "", 1)
    return not any(word in rest for word in NEGATIONS) and not any(sign.isdigit() for sign in rest)
