"""Planning a route on registers of 30, 1,000 and 100,000 fora, beside three other ways to the day of the decision.

Run it with `make bench`, or `python benchmarks/route.py 30 1000` for some sizes only. Each forum has 10 meetings a
year for 5 years; routes are chains of up to 12 fora, and diamonds. The others answer the day alone, from the same
loaded register; that they answer the same is checked first:

(a) Dijkstra over a time-expanded graph with rustworkx: a node for each meeting, an edge to the forum's next one, and
    one to the first meeting that each receiving forum can make with the outcome. Where a step waits for several, the
    latest of the answers for each. On a graph of the case's own fora, made for the question, and on one of the whole
    register. Tuned: without the edges to the next meeting, which nobody needs who is never better off later, and
    by a visitor, since the other call looks through every node of the graph.
(b) A topological propagation in plain Python, with graphlib, that goes through a forum's meetings one by one; and,
    because that is easily made better, one with a binary search among them.
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
from rustworkx.visit import DijkstraVisitor, StopSearch

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
FACTS: Final = {"phase": "start", "funds": "new"}
COMMAND: Final = "from samstyr.cli.main import main; main()"
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
    asked: list[Asked] = []
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
            procedure = rules.Procedure(
                papers_before=chance.choice(papers), handover=chance.choice(handovers)
            )
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


def one_by_one(meetings: Sequence[date], papers: int, ready: date) -> int:
    """The place of the first meeting whose papers are due on a day or later."""
    for at, meeting in enumerate(meetings):
        if before(meeting, papers) >= ready:
            return at
    return len(meetings)


def by_halves(meetings: Sequence[date], papers: int, ready: date) -> int:
    """The same by a binary search."""
    return bisect_left(meetings, ready, key=lambda meeting: before(meeting, papers))


def by_propagation(
    register: rules.Register, question: Question, first: Callable[[Sequence[date], int, date], int]
) -> date | None:
    """(b): each step in its turn, at the first meeting whose papers are due late enough."""
    steps, decider = plain_steps(register, question)
    available: dict[str, date] = {}
    for forum, others in steps.items():
        record = register.fora[forum]
        papers, handover = lengths(record)
        ready = max((available[other] for other in others), default=question.ready)
        at = first(record.meetings, papers, ready)
        if at == len(record.meetings):
            return None
        if forum == decider:
            return record.meetings[at]
        available[forum] = after(record.meetings[at], handover)
    return None


# (a)


class UntilReached(DijkstraVisitor):
    """Stops at the first meeting of a forum."""

    def __init__(self, meetings: range) -> None:
        self.meetings = meetings
        self.found: int | None = None

    def discover_vertex(self, vertex: int, score: float) -> None:
        if vertex in self.meetings:
            self.found = vertex
            raise StopSearch


class TimeExpanded:
    """The graph of some fora: node `first[forum] + n` is the n-th meeting of a forum, `goal[forum]` any of them."""

    def __init__(
        self,
        register: rules.Register,
        links: Iterable[tuple[str, str]],
        fora: Iterable[str],
        *,
        waiting: bool,
    ) -> None:
        self.register = register
        self.graph: Any = rustworkx.PyDiGraph()
        self.first: dict[str, int] = {}
        self.days: list[date] = []
        self.due: dict[str, list[date]] = {}
        for forum in fora:
            record = register.fora[forum]
            papers, _ = lengths(record)
            self.first[forum] = len(self.days)
            self.days += record.meetings
            self.due[forum] = [before(meeting, papers) for meeting in record.meetings]
        self.graph.add_nodes_from([None] * (len(self.days) + len(self.first)))
        self.goal = {forum: len(self.days) + number for number, forum in enumerate(self.first)}
        for one, other in links:
            self.graph.add_edges_from(self._handing_over(one, other))
        for forum, first in self.first.items():
            last = first + len(self.due[forum]) - 1
            self.graph.add_edges_from([(node, self.goal[forum], 0) for node in range(first, last + 1)])
            if waiting:
                days = self.days
                edges = [(node, node + 1, (days[node + 1] - days[node]).days) for node in range(first, last)]
                self.graph.add_edges_from(edges)

    def _handing_over(self, one: str, other: str) -> list[tuple[int, int, int]]:
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

    def by_distance(self, node: int, forum: str) -> int | None:
        """The first meeting of a forum that is reached from a meeting, by the call that answers distances."""
        goal = self.goal[forum]
        found = rustworkx.digraph_dijkstra_shortest_path_lengths(self.graph, node, float, goal=goal)
        if goal not in found:
            return None
        day = self.days[node] + timedelta(days=found[goal])
        return self.first[forum] + bisect_left(self.register.fora[forum].meetings, day)

    def by_visitor(self, node: int, forum: str) -> int | None:
        """The same by the call that tells a visitor, and looks at no more of the graph than the search does."""
        first = self.first[forum]
        visitor = UntilReached(range(first, first + len(self.due[forum])))
        rustworkx.digraph_dijkstra_search(self.graph, [node], float, visitor)
        return visitor.found

    def decision(
        self, question: Question, steps: Steps, decider: str, search: Callable[[int, str], int | None]
    ) -> date | None:
        """The day of the decision.

        A chain is searched through at once; a step that waits for several from each of them, for the latest.
        """
        several = {other for others in steps.values() if len(others) > 1 for other in others}
        sits: dict[str, int] = {}
        anchor: dict[str, str] = {}  # for each step the one before it, or itself, from which is searched
        for forum, others in steps.items():
            if len(others) == 1 and forum not in several and forum != decider:
                anchor[forum] = anchor[others[0]]
                continue
            if others:
                found = [search(sits[anchor[other]], forum) for other in others]
            else:
                at = bisect_left(self.due[forum], question.ready)
                found = [self.first[forum] + at if at < MEETINGS else None]
            nodes = [node for node in found if node is not None]
            if len(nodes) < len(found):
                return None
            sits[forum], anchor[forum] = max(nodes), forum
        return self.days[sits[decider]]


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


@dataclass(frozen=True, slots=True)
class Compared:
    """All that is needed to put one question to each of the ways."""

    question: Question
    steps: Steps
    decider: str
    own: TimeExpanded | None  # for the first questions only: each takes a megabyte
    sittings: Sequence[Sitting]
    meets: Sequence[int]


def median_ms(way: Callable[[Compared], Any], asked: Sequence[Compared]) -> float:
    """The median time of an answer; the best of three rounds, because others use the machine too."""
    rounds = []
    for _ in range(3):
        times = []
        for each in asked:
            begun = time.perf_counter()
            way(each)
            times.append(time.perf_counter() - begun)
        rounds.append(statistics.median(times))
    return min(rounds) * 1_000


def ask(asked: Sequence[Asked]) -> list[Asked]:
    """Random questions, ready on random days of the first three years."""
    chance = random.Random(2)
    drawn = (chance.choice(asked) for _ in range(QUESTIONS))
    return [
        (
            Question(
                subject=q.subject, start=q.start, ready=FIRST + timedelta(days=chance.randrange(3 * 365))
            ),
            steps,
            decider,
        )
        for q, steps, decider in drawn
    ]


def ways_of(
    register: rules.Register, whole: TimeExpanded, tuned: TimeExpanded
) -> dict[str, Callable[[Compared], date | None]]:
    """The ways to the day of the decision, by what they are called."""

    def on_graph(graph: TimeExpanded | None, asked: Compared, call: str) -> date | None:
        steps, decider = plain_steps(register, asked.question)
        graph = graph or TimeExpanded(register, links_of(steps), steps, waiting=True)
        return graph.decision(asked.question, steps, decider, getattr(graph, call))

    return {
        "decision date": lambda asked: decision_date(register, asked.question),
        "(a) case's graph, with its build": lambda asked: on_graph(None, asked, "by_distance"),
        "(a) case's graph, without": lambda asked: on_graph(asked.own, asked, "by_distance"),
        "(a) whole graph, without build": lambda asked: on_graph(whole, asked, "by_distance"),
        "(a) whole graph, without, tuned": lambda asked: on_graph(tuned, asked, "by_visitor"),
        "(b) propagation, one by one": lambda asked: by_propagation(register, asked.question, one_by_one),
        "(b) propagation, binary search": lambda asked: by_propagation(register, asked.question, by_halves),
        "(c) floor": lambda asked: by_searches(asked.sittings, asked.meets, asked.question.ready.toordinal()),
    }


def measure(size: int) -> dict[str, float]:
    """Compare the ways on a register of that many fora, print them, and answer the medians in ms."""
    begun = time.perf_counter()
    with collector_paused():
        register, routes = made_up(size)
        made = time.perf_counter() - begun
        begun = time.perf_counter()
        links = [link for _, steps, _ in routes for link in links_of(steps)]
        whole = TimeExpanded(register, links, register.fora, waiting=True)
        built = time.perf_counter() - begun
        tuned = TimeExpanded(register, links, register.fora, waiting=False)
        asked = [
            Compared(
                question,
                steps,
                decider,
                TimeExpanded(register, links_of(steps), steps, waiting=True) if number < SLOW else None,
                *floor_of(register, steps, decider),
            )
            for number, (question, steps, decider) in enumerate(ask(routes))
        ]
    decision_date(register, asked[0].question)  # builds the look-ups
    gc.collect()
    gc.freeze()  # as a server should: the register stays, looking through it for garbage costs seconds
    ways = ways_of(register, whole, tuned)
    for each in asked[:SLOW]:
        answers = {plan_route(register, each.question).decided_on, *(way(each) for way in ways.values())}
        if len(answers) != 1:
            sys.exit(f"the ways do not answer the same: {each.question}: {answers}")
    found = {"whole answer": median_ms(lambda each: plan_route(register, each.question), asked)}
    for name, way in ways.items():
        found[name] = median_ms(way, asked[:SLOW] if name.startswith("(a)") else asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    meetings = size * MEETINGS
    print(
        f"{size:,} fora, {meetings:,} meetings (made in {made:.1f} s; whole graph in {built:.1f} s; {peak:.1f} GB)"
    )
    for name, median in found.items():
        print(f"  {name:34}{median:9.4f} ms {median / found['decision date']:9.2f} x the date")
    return found


def goals(found: Mapping[int, Mapping[str, float]]) -> list[tuple[str, float, float]]:
    """What was wished for, each as a figure and what it should stay below."""
    least, most = min(found), max(found)
    date_of = {size: medians["decision date"] for size, medians in found.items()}
    wished = [
        (f"whole answer at {least:,} fora, ms", found[least]["whole answer"], 2.0),
        (f"decision date at {least:,} fora, ms", date_of[least], 0.2),
    ]
    if 1_000 in found and most > 1_000:
        wished += [
            (f"{name}, {most:,} fora against 1,000", found[most][name] / found[1_000][name], 2.0)
            for name in ("whole answer", "decision date")
        ]
    for name, median in found[most].items():
        if name.startswith(("(a)", "(b)")):
            wished.append((f"decision date against {name}, {most:,} fora", date_of[most] / median, 1.0))
    return wished


def batch() -> None:
    """Print how many routes a second are planned on the Danish register, by the rules and by the command."""
    denmark = Path(samstyr.__file__).parent / "data" / "denmark.yaml"
    register = with_example_calendar(read_register(denmark))
    chance = random.Random(3)
    pairs = [
        (subject, start)
        for subject in register.subjects
        for start in register.fora
        if decision_date(
            register, Question(subject=subject, start=start, ready=date(2017, 8, 1), facts=FACTS)
        )
    ]
    questions = [
        Question(
            subject=subject,
            start=start,
            ready=date(2017, 7, 1) + timedelta(days=chance.randrange(60)),
            facts=FACTS,
        )
        for subject, start in chance.choices(pairs, k=BATCH)
    ]
    begun = time.perf_counter()
    legs = sum(len(plan_route(register, question).legs) for question in questions)
    rate = BATCH / (time.perf_counter() - begun)
    print(
        f"Danish register, {BATCH:,} routes of {legs / BATCH:.1f} legs: {rate:,.0f} a second by the rules",
        end="",
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "register.yaml").write_text(dump(register), encoding="utf-8")
        lines = [
            {
                "id": str(number),
                "register": "register.yaml",
                "subject": question.subject,
                "from": question.start,
                "ready": question.ready.isoformat(),
                "facts": FACTS,
            }
            for number, question in enumerate(questions)
        ]
        cases = folder / "cases.jsonl"
        cases.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        words = [sys.executable, "-c", COMMAND, "route", "--cases", str(cases), "--json"]
        begun = time.perf_counter()
        answers = subprocess.run(words, check=True, capture_output=True).stdout.count(b"\n")
        seconds = time.perf_counter() - begun
    print(f", {answers / seconds:,.0f} by `samstyr route --cases` (its start and the file in it)")


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    medians = {size: measure(size) for size in sizes}
    batch()
    for name, figure, limit in goals(medians):
        print(f"goal: {name}: {figure:.3f} (below {limit:g}): {'met' if figure < limit else 'MISSED'}")
