"""The order of an agenda and the numbers of its items, parts and attachments.

An agenda is a list of entries in order. An entry of level 0 is an item, one of level 1 a part of the nearest item
above it. A part that has come to stand first, with no item above it, counts as an item.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from samstyr.rules.verdict import Denied

ITEM: Final = 0
PART: Final = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an agenda; `id` is unique on it."""

    id: int
    level: int = ITEM


Order = tuple[Entry, ...]


def numbers(entries: Iterable[Entry]) -> dict[int, str]:
    """Answer the number of each entry by its id, in order: 1, 2, 2.1, 2.2, 3."""
    return _numbered(entries, item=0, part=0)


def numbers_after_freeze(kept: Iterable[tuple[int, str]], added: Iterable[Entry]) -> dict[int, str]:
    """Answer the numbers of an agenda that was sent and of what was added to it afterwards.

    `kept` are the ids and numbers as they were sent, those of withdrawn items too: nobody gets another number, and
    no number is given twice. Added items go on after the last number, added parts that come first after the last
    part of the last item.
    """
    sent = dict(kept)
    item, part = max((_parsed(number) for number in sent.values()), default=(0, 0))
    return sent | _numbered(added, item=item, part=part)


def attachment_label(number: str, place: int) -> str:
    """Answer how an attachment is called: the first of item 6 is `Bilag 6.1`, the third of part 2.1 `Bilag 2.1.3`.

    `place` counts from 1.
    """
    return f"Bilag {number}.{place}"


def move_up(entries: Iterable[Entry], moved: int) -> Order | Denied:
    """Answer the order after an item (with its parts) changed places with the item above it.

    A part changes places with the part above it; the first part of an item becomes the last of the item above.
    Denied code: `first-item`. Raises KeyError for an entry that is not there.
    """
    blocks = _blocks(entries)
    block, place = _find(blocks, moved)
    if block == 0 and place <= 1:
        return Denied("first-item")
    if place == 0:
        blocks[block - 1], blocks[block] = blocks[block], blocks[block - 1]
    elif place == 1:
        blocks[block - 1].append(blocks[block].pop(1))
    else:
        _swap(blocks[block], place - 1)
    return _flat(blocks)


def move_down(entries: Iterable[Entry], moved: int) -> Order | Denied:
    """Answer the order after an item (with its parts) changed places with the item below it.

    A part changes places with the part below it; the last part of an item becomes the first of the item below.
    Denied code: `last-item`. Raises KeyError for an entry that is not there.
    """
    blocks = _blocks(entries)
    block, place = _find(blocks, moved)
    is_last_of_item = place in (0, len(blocks[block]) - 1)
    if block == len(blocks) - 1 and is_last_of_item:
        return Denied("last-item")
    if place == 0:
        blocks[block], blocks[block + 1] = blocks[block + 1], blocks[block]
    elif is_last_of_item:
        blocks[block + 1].insert(1, blocks[block].pop())
    else:
        _swap(blocks[block], place)
    return _flat(blocks)


def move_in(entries: Iterable[Entry], moved: int) -> Order | Denied:
    """Answer the order after an item became a part of the item above; its own parts become parts beside it.

    Denied codes: `no-item-above`, `is-a-part`. Raises KeyError for an entry that is not there.
    """
    blocks = _blocks(entries)
    block, place = _find(blocks, moved)
    if place > 0:
        return Denied("is-a-part")
    if block == 0:
        return Denied("no-item-above")
    return _with_level(blocks, moved, PART)


def move_out(entries: Iterable[Entry], moved: int) -> Order | Denied:
    """Answer the order after a part became an item; the parts that stood below it become its own.

    Denied code: `is-an-item`. Raises KeyError for an entry that is not there.
    """
    blocks = _blocks(entries)
    _, place = _find(blocks, moved)
    return _with_level(blocks, moved, ITEM) if place > 0 else Denied("is-an-item")


def move_before(entries: Iterable[Entry], moved: int, other: int | None) -> Order | Denied:
    """Answer the order after an entry was dropped before another one, or last where `other` is None.

    An item takes its parts along and can only stand before an item. A part becomes a part of the item it then
    stands under. Denied codes: `no-item-above` (a part before the first item), `target-is-a-part` (an item among
    the parts of another). Raises KeyError for an entry that is not there.
    """
    blocks = _blocks(entries)
    block, place = _find(blocks, moved)
    own = blocks[block] if place == 0 else [blocks[block][place]]
    if any(entry.id == other for entry in own):
        return _flat(blocks)
    if place == 0:
        del blocks[block]
    else:
        del blocks[block][place]
    at, at_place = (len(blocks), 0) if other is None else _find(blocks, other)
    if place == 0 and at_place > 0:
        return Denied("target-is-a-part")
    if place == 0:
        blocks.insert(at, own)
    elif at_place > 0:
        blocks[at][at_place:at_place] = own
    elif at > 0:
        blocks[at - 1] += own
    else:
        return Denied("no-item-above")
    return _flat(blocks)


def _numbered(entries: Iterable[Entry], item: int, part: int) -> dict[int, str]:
    """The numbers of entries that come after part `part` (0: the item itself) of item `item`."""
    found: dict[int, str] = {}
    for entry in entries:
        if entry.level == ITEM or item == 0:
            item, part = item + 1, 0
            found[entry.id] = str(item)
        else:
            part += 1
            found[entry.id] = f"{item}.{part}"
    return found


def _parsed(number: str) -> tuple[int, int]:
    item, _, part = number.partition(".")
    return int(item), int(part or 0)


Blocks = list[list[Entry]]


def _blocks(entries: Iterable[Entry]) -> Blocks:
    """Every item with its parts behind it."""
    blocks: Blocks = []
    for entry in entries:
        if entry.level == ITEM or not blocks:
            blocks.append([replace(entry, level=ITEM)])
        else:
            blocks[-1].append(entry)
    return blocks


def _flat(blocks: Sequence[Sequence[Entry]]) -> Order:
    return tuple(entry for block in blocks for entry in block)


def _find(blocks: Blocks, wanted: int) -> tuple[int, int]:
    """Which block an entry stands in, and where in it (0: it is the item)."""
    for number, block in enumerate(blocks):
        for place, entry in enumerate(block):
            if entry.id == wanted:
                return number, place
    raise KeyError(wanted)


def _swap(block: list[Entry], place: int) -> None:
    block[place], block[place + 1] = block[place + 1], block[place]


def _with_level(blocks: Blocks, changed: int, level: int) -> Order:
    return tuple(replace(e, level=level) if e.id == changed else e for e in _flat(blocks))
