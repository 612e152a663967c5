"""Where lines meet a room: spread along its side, in the order they go away, with space for what they say."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a port would like to be, and how much it needs on either side (its text stands on the right)."""

    x: float
    left: float
    right: float


def settled(wishes: list[Wish], low: float, high: float) -> list[float] | None:
    """Answer an x for each, in the same order and between `low` and `high`, near what it wishes.

    None where there is not enough space for all. As many as can get exactly what they wish for, so that most
    lines go straight (isotonic regression by medians).
    """
    if not wishes:
        return []
    offsets = [wishes[0].left]
    for one, other in pairwise(wishes):
        offsets.append(offsets[-1] + one.right + other.left)
    slack = high - low - offsets[-1] - wishes[-1].right
    if slack < 0:
        return None
    blocks: list[list[float]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        blocks.append([wish.x - offset - low])
        while len(blocks) > 1 and median_low(blocks[-2]) > median_low(blocks[-1]):
            last = blocks.pop()
            blocks[-1].extend(last)
    shifts = [min(max(median_low(block), 0.0), slack) for block in blocks for _ in block]
    return [low + offset + shift for offset, shift in zip(offsets, shifts, strict=True)]


def spread(count: int, low: float, high: float) -> list[float]:
    """Answer so many places between `low` and `high`, equally far from each other."""
    step = (high - low) / (count + 1)
    return [low + step * (number + 1) for number in range(count)]
