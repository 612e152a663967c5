"""Planning a route on registers of 30, 1,000 and 100,000 fora, beside three other ways to the day of the decision.

Run it with `make bench`, or `python benchmarks/route.py 30 1000` for some sizes only. Each forum has 10 meetings a
year for 5 years; routes are chains of up to 12 fora, and diamonds. The others answer the day alone, from the same
loaded register; that they answer the same is checked first:

(a) Dijkstra over a time-expanded graph with rustworkx: a node for each meeting, an edge from it to the first meeting
    that each receiving forum can make with its outcome. Where a step waits for several, the latest of the answers
    for each. Once on a graph of the case's own fora, made for the question, and once on one of the whole register,
    by both calls that rustworkx has: one returns all distances, one calls a visitor and stays near the start.
(b) A topological propagation in plain Python, with graphlib.
(c) The floor: one binary search per sitting, with every step and every deadline known beforehand.

(a) and (b) read of the mandates what these registers need: no facts, denials, alternatives, escalation or hearings.
"""

import gc
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import rustworkx
from rustworkx.visit import DijkstraVisitor

import samstyr
from samstyr.exchange.example_calendar import with_example_calendar
from samstyr.exchange.register_file import dump, read_register
from samstyr.rules import register as rules
from samstyr.rules.calendar import after, before, is_weekday
from samstyr.rules.register.collector import collector_paused
from samstyr.rules.route import Question, decision_date, plan_route

SIZES: Final = (30, 1_000, 100_000)
QUESTIONS: Final = 1_000
SLOW: Final = 200  # questions to what takes milliseconds
BATCH: Final = 10_000
FIRST: Final = date(2016, 1, 1)
YEARS: Final = 5
MEETINGS: Final = 10 * YEARS
DAYS: Final = [day for n in range(YEARS * 365) if is_weekday(day := FIRST + timedelta(days=n))]
LINKING: Final = (rules.Act.RECOMMEND, rules.Act.ASSURE, rules.Act.PREPARE)

# A route's links, from a step to one that waits for it; the first step starts, the last decides. 30 fora in all.
SHAPES: Final = (
    list(pairwise(range(12))),
    [link for middle in range(1, 5) for link in ((0, middle), (middle, 5))],
    [(0, 1), (0, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 5), (3, 6), (4, 5), (4, 6), (5, 7), (6, 7)],
    list(pairwise(range(4))),
)

Steps = Mapping[str, Sequence[str]]  # the fora of a case, each with those it waits for
Asked = tuple[Question, Steps, str]  # with what is known beforehand: the steps in order, and who decides


def made_up(size: int) -> tuple[rules.Register, list[Asked]]:
    """A register of that many fora, and a question about each of its routes (its ready date to be set)."""
    chance = random.Random(1)
    fora: dict[str, rules.Forum] = {}
    subjects = {"area": rules.Subject(id="area", name="Område")}
    mandates: dict[str, rules.Mandate] = {}
    asked = []
    papers = [rules.Length(days=days) for days in (3, 5, 8)]
    handovers = [rules.Length(days=days) for days in (0, 1, 2)]

    def add(identifier: str, forum: str, act: rules.Act, subject: str, to: str | None = None) -> None:
        mandates[identifier] = rules.Mandate(id=identifier, forum=forum, act=act, subject=subject, to=to)

    while len(fora) < size:
        links = SHAPES[len(asked) % len(SHAPES)]
        if len(fora) + 1 + links[-1][1] > size:
            links = list(pairwise(range(size - len(fora))))
        subject = f"s{len(asked)}"
        subjects[subject] = rules.Subject(id=subject, name=f"Emne {subject}", parent="area")
        names = [f"f{len(fora) + n}" for n in range(links[-1][1] + 1)]
        for name in names:
            procedure = rules.Procedure(papers_before=chance.choice(papers), handover=chance.choice(handovers))
            fora[name] = rules.Forum(
                id=name,
                name=f"Forum {name}",
                level=rules.Level.NATIONAL,
                kind=rules.ForumKind.BOARD,
                procedure=procedure,
                meetings=tuple(chance.sample(DAYS, MEETINGS)),
            )
        steps: dict[str, list[str]] = {name: [] for name in names}
        for number, (one, other) in enumerate(links):
            add(f"{subject}.{number}", names[one], chance.choice(LINKING), subject, names[other])
            steps[names[other]].append(names[one])
        add(subject, names[-1], rules.Act.APPROVE, subject)
        asked.append((Question(subject=subject, start=names[0], ready=FIRST), steps, names[-1]))
    return rules.Register(fora=fora, subjects=subjects, mandates=mandates), asked


# (b), and what (a) shares with it


def plain_steps(register: rules.Register, question: Question) -> tuple[dict[str, list[str]], str]:
    """The steps in an order in which each comes after those it waits for, and who decides."""
    waits: dict[str, list[str]] = {question.start: []}
    decider = ""
    nearer: set[tuple[str, rules.Act]] = set()
    for subject in register.subject_chain(question.subject):
        here = set()
        for mandate in register.index.mandates_on(subject):
            key = (mandate.forum, mandate.act)
            if (
                key not in nearer
                and mandate.valid.covers(question.ready)
                and register.is_forum_in_force(mandate.forum, question.ready)
            ):
                here.add(key)
                if mandate.act in rules.POWER:
                    decider = mandate.forum
                elif mandate.act in rules.PREREQUISITES and mandate.is_required and mandate.to:
                    waits.setdefault(mandate.to, []).append(mandate.forum)
        nearer |= here
    return {forum: waits[forum] for forum in TopologicalSorter(waits).static_order()}, decider


def lengths(forum: rules.Forum) -> tuple[int, int]:
    """How long before a meeting papers are due, and how long after it its outcome can be used, in weekdays."""
    procedure = forum.procedure or rules.Procedure()
    papers, handover = procedure.papers_before, procedure.handover
    return papers.days or 0 if papers else 0, handover.days or 0 if handover else 1


def by_propagation(register: rules.Register, question: Question) -> date | None:
    """(b): each step in its turn, at the first meeting whose papers are due late enough."""
    steps, decider = plain_steps(register, question)
    available: dict[str, date] = {}
    for forum, others in steps.items():
        record = register.fora[forum]
        papers, handover = lengths(record)
        ready = max((available[other] for other in others), default=question.ready)
        at = bisect_left(record.meetings, ready, key=lambda meeting, papers=papers: before(meeting, papers))
        if at == len(record.meetings):
            return None
        if forum == decider:
            return record.meetings[at]
        available[forum] = after(record.meetings[at], handover)
    return None


# (a)


class Near(DijkstraVisitor):  # type: ignore[misc]  # rustworkx says nothing of its types here
    """Keeps how far each meeting lies that the search comes to."""

    def __init__(self) -> None:
        self.found: dict[int, float] = {}

    def discover_vertex(self, vertex: int, score: float) -> None:
        self.found[vertex] = score


class TimeExpanded:
    """The graph of some fora: node `first[forum] + n` is the n-th meeting of a forum."""

    def __init__(self, register: rules.Register, links: Iterable[tuple[str, str]], fora: Iterable[str]) -> None:
        self.register = register
        self.graph: Any = rustworkx.PyDiGraph()
        self.first: dict[str, int] = {}
        self.days: list[date] = []
        self.forum_at: list[str] = []
        self.due: dict[str, list[date]] = {}
        for forum in fora:
            record = register.fora[forum]
            papers, _ = lengths(record)
            self.first[forum] = len(self.days)
            self.days += record.meetings
            self.forum_at += [forum] * len(record.meetings)
            self.due[forum] = [before(meeting, papers) for meeting in record.meetings]
        self.graph.add_nodes_from(self.days)
        for one, other in links:
            self.graph.add_edges_from(self._edges(one, other))

    def _edges(self, one: str, other: str) -> list[tuple[int, int, int]]:
        """From each meeting of one forum to the first of the other that its outcome reaches."""
        meetings, due, first = self.register.fora[one].meetings, self.due[other], self.first[one]
        _, handover = lengths(self.register.fora[one])
        edges, at = [], 0
        for number, meeting in enumerate(meetings):
            available = after(meeting, handover)
            while at < len(due) and due[at] < available:
                at += 1
            if at == len(due):
                break
            node = self.first[other] + at
            edges.append((first + number, node, (self.days[node] - meeting).days))
        return edges

    def all_distances(self, node: int) -> Mapping[int, float]:
        """Every meeting that can be reached from one, by the call that looks through the whole graph."""
        found: Mapping[int, float] = rustworkx.digraph_dijkstra_shortest_path_lengths(self.graph, node, float)
        return found

    def near_distances(self, node: int) -> Mapping[int, float]:
        """Every meeting that can be reached from one, by the call that tells a visitor."""
        near = Near()
        rustworkx.digraph_dijkstra_search(self.graph, [node], float, near)
        return near.found

    def decision(
        self, question: Question, steps: Steps, decider: str, search: Callable[[int], Mapping[int, float]]
    ) -> date | None:
        """The day of the decision: a search from the start, and from each that a waiting for several hangs on."""
        several = {other for others in steps.values() if len(others) > 1 for other in others}
        sits: dict[str, int] = {}
        anchor: dict[str, str] = {}
        reached: dict[str, dict[str, int]] = {}
        for forum, others in steps.items():
            if not others:
                at = bisect_left(self.due[forum], question.ready)
                if at == MEETINGS:
                    return None
                sits[forum] = self.first[forum] + at
            else:
                nodes = [reached[anchor[other]].get(forum) for other in others]
                if None in nodes:
                    return None
                sits[forum] = max(node for node in nodes if node is not None)
            if not others or len(others) > 1 or forum in several:
                anchor[forum] = forum
                if forum != decider:
                    reached[forum] = self._by_forum(search(sits[forum]))
            else:
                anchor[forum] = anchor[others[0]]
        return self.days[sits[decider]]

    def _by_forum(self, distances: Mapping[int, float]) -> dict[str, int]:
        """The first meeting of each forum among those that were reached."""
        first: dict[str, int] = {}
        for node in distances:
            forum = self.forum_at[node]
            if forum not in first or node < first[forum]:
                first[forum] = node
        return first


def links_of(steps: Steps) -> list[tuple[str, str]]:
    """The links of a case: who is waited for, and who waits."""
    return [(other, forum) for forum, others in steps.items() for other in others]


# (c)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A step with all that can be known beforehand, as day numbers: when papers are due and outcomes available."""

    waits: tuple[int, ...]
    due: list[int]
    available: list[int]


def floor_of(register: rules.Register, steps: Steps, decider: str) -> tuple[list[Sitting], list[int]]:
    """What (c) knows of a case beforehand, and the days the decider meets."""
    position = {forum: number for number, forum in enumerate(steps)}
    sittings = []
    for forum, others in steps.items():
        papers, handover = lengths(register.fora[forum])
        meetings = register.fora[forum].meetings
        due = [before(meeting, papers).toordinal() for meeting in meetings]
        available = [after(meeting, handover).toordinal() for meeting in meetings]
        sittings.append(Sitting(tuple(position[other] for other in others), due, available))
    return sittings, [meeting.toordinal() for meeting in register.fora[decider].meetings]


def by_searches(sittings: Sequence[Sitting], meets: Sequence[int], ready: int) -> date | None:
    """(c): a binary search for each sitting; the last one decides."""
    available: list[int] = []
    at = 0
    for sitting in sittings:
        start = ready
        for other in sitting.waits:
            start = max(start, available[other])
        at = bisect_left(sitting.due, start)
        if at == len(sitting.due):
            return None
        available.append(sitting.available[at])
    return date.fromordinal(meets[at])


# Measuring


def median_ms(work: Iterable[Callable[[], Any]]) -> float:
    """The median time of the calls, each made once."""
    times = []
    for call in work:
        begun = time.perf_counter()
        call()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1_000


def ask(asked: Sequence[Asked]) -> list[Asked]:
    """Random questions, ready on random days of the first three years."""
    chance = random.Random(2)
    drawn = (chance.choice(asked) for _ in range(QUESTIONS))
    return [
        (
            Question(subject=q.subject, start=q.start, ready=FIRST + timedelta(days=chance.randrange(3 * 365))),
            steps,
            decider,
        )
        for q, steps, decider in drawn
    ]


def measure(size: int) -> dict[str, float]:
    """Compare the ways on a register of that many fora, and answer the medians in ms."""
    begun = time.perf_counter()
    with collector_paused():
        register, routes = made_up(size)
        made = time.perf_counter() - begun
        asked = ask(routes)
        begun = time.perf_counter()
        links = [link for _, steps, _ in routes for link in links_of(steps)]
        whole = TimeExpanded(register, links, register.fora)
        built = time.perf_counter() - begun
        known = [(q, *floor_of(register, steps, decider)) for q, steps, decider in asked]
        own = [TimeExpanded(register, links_of(steps), steps) for _, steps, _ in asked[:SLOW]]
    decision_date(register, asked[0][0])  # builds the look-ups
    gc.collect()
    gc.freeze()  # as a server should: the register stays, looking through it for garbage costs seconds

    def with_build(question: Question) -> date | None:
        steps, decider = plain_steps(register, question)
        graph = TimeExpanded(register, links_of(steps), steps)
        return graph.decision(question, steps, decider, graph.all_distances)

    def without_build(graph: TimeExpanded, question: Question, search: Any) -> date | None:
        steps, decider = plain_steps(register, question)
        return graph.decision(question, steps, decider, search)

    for (question, steps, decider), (_, sittings, meets) in zip(asked, known, strict=True):
        ours = decision_date(register, question)
        others = {
            without_build(whole, question, whole.near_distances),
            by_propagation(register, question),
            by_searches(sittings, meets, question.ready.toordinal()),
        }
        if others != {ours} or plan_route(register, question).decided_on != ours:
            sys.exit(f"{question}: {ours} is not what the others answer: {others}")
    for graph, (question, steps, decider) in zip(own, asked, strict=False):
        answers = {
            with_build(question),
            graph.decision(question, steps, decider, graph.near_distances),
            whole.decision(question, steps, decider, whole.all_distances),
        }
        if answers != {decision_date(register, question)}:
            sys.exit(f"{question}: the graphs answer {answers}")

    questions = [question for question, _, _ in asked]
    slow = asked[:SLOW]
    found = {
        "whole answer": median_ms((lambda q=q: plan_route(register, q)) for q in questions),
        "decision date": median_ms((lambda q=q: decision_date(register, q)) for q in questions),
        "(a) case's graph, with its build": median_ms((lambda q=q: with_build(q)) for q, _, _ in slow),
        "(a) case's graph, without": median_ms(
            (lambda g=g, q=q: without_build(g, q, g.all_distances)) for g, (q, _, _) in zip(own, slow, strict=True)
        ),
        "(a) register's graph, without, all": median_ms(
            (lambda q=q: without_build(whole, q, whole.all_distances)) for q, _, _ in slow
        ),
        "(a) register's graph, without, near": median_ms(
            (lambda q=q: without_build(whole, q, whole.near_distances)) for q in questions
        ),
        "(b) propagation": median_ms((lambda q=q: by_propagation(register, q)) for q in questions),
        "(c) floor": median_ms(
            (lambda s=s, m=m, r=q.ready.toordinal(): by_searches(s, m, r)) for q, s, m in known
        ),
    }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20
    print(f"{size} fora, {size * MEETINGS} meetings: made in {made:.1f} s, graph of the register in {built:.1f} s, {peak} GB")
    return found
