"""Circles of fora that wait for each other."""

from collections.abc import Iterable

from samstyr.rules.register import Mandate


def within_circles(mandates: Iterable[Mandate]) -> list[Mandate]:
    """The mandates that lie on any circle from forum to recipient, all subjects taken together.

    What is not among them lies on no circle for any subject either. Time goes with the number of mandates.
    """
    edges = [(mandate, mandate.forum, mandate.to) for mandate in mandates if mandate.to is not None]
    group = _groups_in_circles({(forum, to) for _, forum, to in edges})
    return [mandate for mandate, forum, to in edges if group[forum] == group[to]]


def _groups_in_circles(edges: set[tuple[str, str]]) -> dict[str, int]:
    """A number for each node; two nodes share it exactly when each can be reached from the other.

    Tarjan's strongly connected components, without recursion, so that a chain of any length is followed.
    """
    nodes = sorted({node for edge in edges for node in edge})
    follow: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in sorted(edges):
        follow[start].append(end)
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    group: dict[str, int] = {}
    open_nodes: list[str] = []
    for root in nodes:
        if root in order:
            continue
        order[root] = low[root] = len(order)
        open_nodes.append(root)
        work = [(root, iter(follow[root]))]
        while work:
            node, ends = work[-1]
            reached = next(ends, None)
            if reached is None:
                work.pop()
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])
                if low[node] == order[node]:
                    while True:
                        member = open_nodes.pop()
                        group[member] = order[node]
                        if member == node:
                            break
            elif reached not in order:
                order[reached] = low[reached] = len(order)
                open_nodes.append(reached)
                work.append((reached, iter(follow[reached])))
            elif reached not in group:
                low[node] = min(low[node], order[reached])
    return group


def first_circle(mandates: Iterable[Mandate]) -> list[str]:
    """One circle of fora, from the smallest id of it back to itself, or an empty list where there is none."""
    on_circle = within_circles(mandates)
    follow: dict[str, set[str]] = {}
    for mandate in on_circle:
        follow.setdefault(mandate.forum, set()).add(str(mandate.to))
    if not follow:
        return []
    start = min(follow)
    came_from: dict[str, str] = {}
    frontier = [start]
    while start not in came_from:
        reached = []
        for node in frontier:
            for end in sorted(follow[node]):
                if end not in came_from:
                    came_from[end] = node
                    reached.append(end)
        frontier = reached
    way = [start, came_from[start]]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
