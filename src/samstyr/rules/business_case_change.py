"""What another version of a business case changes, flow by flow: shown before it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from samstyr.rules.business_case import CashFlow, FlowKind

Key = tuple[int, str, FlowKind, str]


@dataclass(frozen=True, slots=True)
class FlowChange:
    """A cash flow as it was (None: it is new) and as it becomes (None: it is left out)."""

    was: CashFlow | None
    becomes: CashFlow | None


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What a version changes, by year, party and kind; `same` is the number of flows that stay as they were."""

    changes: tuple[FlowChange, ...]
    same: int


def compare_flows(before: Iterable[CashFlow], after: Iterable[CashFlow]) -> CaseChange:
    """Answer what differs between two versions, each flow known by year, party, kind and label."""
    old, new = ({_key(each): each for each in flows} for flows in (before, after))
    kinds = [*FlowKind]
    keys = sorted({*old, *new}, key=lambda key: (key[0], key[1], kinds.index(key[2]), key[3]))
    pairs = [FlowChange(old.get(key), new.get(key)) for key in keys]
    changes = tuple(each for each in pairs if each.was != each.becomes)
    return CaseChange(changes, len(pairs) - len(changes))


def _key(flow: CashFlow) -> Key:
    return flow.year, flow.party, flow.kind, flow.label
