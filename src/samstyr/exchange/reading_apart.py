"""Reading documents in processes of their own, with limits, several at a time; what is read comes in order.

A file made to harm, or one its parser dies of, costs itself alone. Pure: no database, no Django.
"""

import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Any, Final, TypeAlias

from samstyr.exchange.document_text import LARGEST, Kind, document_text, kind_of
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.reading.minutes import read

FILES_A_PROCESS: Final = 50  # then a fresh one takes over, with the memory that parsers leave behind
AHEAD: Final = 3  # documents that are read, or wait to be kept, for each process
IN_PLACE: Final = 200_000  # bytes of plain text that need neither parser nor process
PICTURES: Final = "pages-without-text"  # a code of a warning


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost: bytes of memory, and seconds of computing."""

    memory: int = 2 * 1024**3
    seconds: int = 120


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be read: what it is called, and its bytes, or the file that holds them."""

    name: str
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The text of a document, the minutes record read from it (schema `samstyr.minutes/1`), and the check sum
    (SHA-256) of the bytes it was read from.
    """

    text: str
    record: dict[str, Any]
    sha256: str


Outcome: TypeAlias = ReadDocument | UnreadableDocumentError


def read_document(source: Source) -> ReadDocument:
    """Read one document here and now.

    PostgreSQL keeps no NUL; one is replaced by the sign for an unknown character, so that spans still hold. Pages
    that are pictures are told in a warning. Raises UnreadableDocumentError.
    """
    content = _bytes(source)
    found = document_text(content, source.name)
    if not found.text.strip():
        raise UnreadableDocumentError("has no text", "choose the file again", "empty")
    text = found.text.replace("\x00", "\ufffd")
    record = read(text).as_json(source.name, rules=True)
    if found.pictures:
        warning = {"code": PICTURES, "message": ranges(found.pictures), "span": [0, 0]}
        record["warnings"] = [*record["warnings"], warning]
    return ReadDocument(text, record, sha256(content).hexdigest())


def read_alone(source: Source, limits: Limits = LIMITS) -> Outcome:
    """Read one document in a process of its own; a short plain text right here."""
    if _is_short_text(source):
        return _outcome(source)
    with _pool(1, limits) as pool:
        try:
            return _submit(pool, source, limits).result()
        except BrokenProcessPool:
            return UnreadableDocumentError(
                f"takes more than {limits.seconds} seconds or {limits.memory // 1024**2} MB of memory to read, "
                "or breaks its reader",
                "open it in the program it was made with, and save it anew without pictures and attachments",
                "too-hard",
            )


def read_in_order(
    sources: Iterable[Source], processes: int, limits: Limits = LIMITS
) -> Iterator[tuple[Source, Outcome]]:
    """Read documents with so many processes, and answer them in their order.

    Where a process dies, what it and its fellows had in hand is read again, each document alone: the one that
    killed it is refused, the others are read.
    """
    waiting: deque[tuple[Source, Future[Outcome]]] = deque()
    pool = _pool(processes, limits)
    try:
        for source in sources:
            try:
                waiting.append((source, _submit(pool, source, limits)))
            except BrokenProcessPool:
                pool = _pool(processes, limits)
                waiting.append((source, _submit(pool, source, limits)))
            if len(waiting) >= AHEAD * processes:
                yield _first(waiting, limits)
        while waiting:
            yield _first(waiting, limits)
    finally:
        pool.shutdown(cancel_futures=True)


def ranges(numbers: Iterable[int]) -> str:
    """Answer numbers as a person writes them: 1, 3–5."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0])
    spans = [[number for _place, number in run] for _difference, run in runs]
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


def _first(waiting: deque[tuple[Source, Future[Outcome]]], limits: Limits) -> tuple[Source, Outcome]:
    source, future = waiting.popleft()
    try:
        return source, future.result()
    except BrokenProcessPool:
        return source, read_alone(source, limits)


def _submit(pool: ProcessPoolExecutor, source: Source, limits: Limits) -> Future[Outcome]:
    """Hand a document to the pool, which may start processes for it: Ctrl-C is for the one who started them."""
    with _deaf_to_interrupt():
        return pool.submit(_within, source, limits)


def _pool(processes: int, limits: Limits) -> ProcessPoolExecutor:
    # Started afresh, not forked: a fork would take over connections and locks.
    return ProcessPoolExecutor(
        processes,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(limits,),
        max_tasks_per_child=FILES_A_PROCESS,
    )


def _begin(limits: Limits) -> None:
    """Prepare a process that reads."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that asked for reading does, even if it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _within(source: Source, limits: Limits) -> Outcome:
    """Read a document in this process, which the system ends where it computes for too long."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + limits.seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    return _outcome(source)


def _outcome(source: Source) -> Outcome:
    try:
        return read_document(source)
    except UnreadableDocumentError as problem:
        return problem
    except MemoryError:
        return UnreadableDocumentError(
            "takes more memory to read than any minutes",
            "give it without pictures and attachments",
            "too-hard",
        )


def _bytes(source: Source) -> bytes:
    if isinstance(source.content, bytes):
        return source.content
    try:
        if source.content.stat().st_size > LARGEST:
            raise UnreadableDocumentError(
                f"is larger than {LARGEST // 1024 // 1024} MB",
                "give the minutes without their attachments",
                "too-large",
            )
        return source.content.read_bytes()
    except OSError as problem:
        raise UnreadableDocumentError(
            f"cannot be opened: {problem.strerror or problem}", "check that you may read it", "unopened"
        ) from problem


def _is_short_text(source: Source) -> bool:
    try:
        content = _bytes(source)
        return len(content) <= IN_PLACE and kind_of(content, source.name) is Kind.TEXT
    except UnreadableDocumentError:
        return False


@contextmanager
def _deaf_to_interrupt() -> Iterator[None]:
    """Start processes that Ctrl-C in the terminal does not reach; here it comes through afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
