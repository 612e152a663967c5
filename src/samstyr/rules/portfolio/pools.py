"""How far the money of a pool reaches down the list of needs."""

from collections.abc import Sequence
from decimal import Decimal


def reached(left: Decimal, wanted: Sequence[Decimal | None]) -> int:
    """Answer how many needs, taken by rank, what is left of a pool pays for; those after it lie below the line.

    The line is drawn at the first that no longer can be paid in full, also where a later and smaller one could: who
    jumps the queue is for the forum to decide. A need whose amount is not known takes nothing as yet.
    """
    for place, amount in enumerate(wanted):
        left -= amount or Decimal(0)
        if left < 0:
            return place
    return len(wanted)
