"""Reading generated minutes of 3 and of 30 pages, beside spaCy's Danish tokeniser with its sentence splitter.

Run it with `make bench`, or `python benchmarks/reading.py 100` for fewer documents of each length. A page is about
2,500 characters; words, names and days are drawn anew for each document. Each way of reading has a process of its own,
which also tells the memory it took; spaCy gets the very same texts: `blank("da")` with a sentencizer, its pipe over
all documents, every sentence asked for. It finds no facts, only words and sentences. At last the reader gets a process
a core, as where many files are imported.
"""

import gc
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from typing import Any, Final

import spacy

from samstyr.platform.danish import long_day
from samstyr.reading.minutes import read
from samstyr.reading.record import Minutes

DOCUMENTS: Final = 1_000
LENGTHS: Final = (3, 30)  # pages
PAGE: Final = 2_500  # characters
ROUNDS: Final = 3  # of all ways in turn, the best of which counts, because others use the machine too
CHUNK: Final = 10  # documents handed to a process at once

FIRSTS: Final = [
    "Anna",
    "Bo",
    "Cilje",
    "Dorte",
    "Egon",
    "Frida",
    "Gorm",
    "Hanne",
    "Ivar",
    "Jytte",
    "Karl",
    "Lone",
    "Mads",
    "Nora",
    "Ole",
    "Pia",
    "Rasmus",
    "Sine",
]
_LASTS = """
Prøve Mønster Skitse Udkast Eksempel Afprøv Kladde Model Forsøg Tegning Maske Attrap
"""
LASTS: Final = _LASTS.split()
BODIES: Final = (
    "Region Prøveland",
    "Mønsterby Kommune",
    "Skitsestyrelsen",
    "PLO Prøveland",
    "Fællessekretariatet",
)
_THINGS = """
planen handleplanen aftalen økonomien tidsplanen udbuddet driften evalueringen løsningen rapporten
budgettet indsatsen forløbsprogrammet standarden testen udrulningen kapaciteten sikkerheden
kvaliteten arkitekturen
"""
THINGS: Final = _THINGS.split()
_PARTS = """
kommunerne almen~praksis hospitalerne de~privatpraktiserende~speciallæger apotekerne borgerne
klyngerne medarbejderne leverandøren styregruppen
"""
PARTS: Final = _PARTS.split()
KINDS: Final = [
    "digitale",
    "fælles",
    "nye",
    "tværgående",
    "regionale",
    "lokale",
    "nationale",
    "foreløbige",
    "reviderede",
    "samlede",
]
BACKGROUND: Final = (
    "Der er i løbet af {month} arbejdet med {thing} i tæt dialog med {part}, og erfaringerne fra de første {n} steder "
    "er samlet i et notat.",
    "{Thing} har været drøftet flere gange mellem {part} og {part2}, som begge peger på behovet for {kind} rammer.",
    "På baggrund af den {kind} gennemgang foreslås det at tilpasse {thing}, så den følger {thing2} for {part}.",
    "Udgiften skønnes til {n},{m} mio. kr. årligt, hvoraf halvdelen kan afholdes inden for den nuværende ramme.",
    "Erfaringen viser, at {part} bruger mellem {n} og {n2} timer om ugen på {thing}, og at tallet er faldende.",
    "Det bemærkes, at {thing} hænger sammen med {thing2}, og at {part} derfor bør høres, før der tages stilling.",
)
DEBATE: Final = (
    "{Person} orienterede om {thing} og de {kind} erfaringer hos {part}.",
    "{Person} spurgte til sammenhængen mellem {thing} og {thing2}, og {person2} svarede, at {part} er inddraget.",
    "Der var en god drøftelse af {thing}, hvor flere pegede på {part} som nøglen til {kind} resultater.",
    "Flere bemærkede, at {thing} fylder meget hos {part}, og at der mangler {kind} data.",
)
OUTCOME: Final = (
    "Gruppen godkendte {thing} med de faldne bemærkninger.",
    "Orienteringen om {thing} blev taget til efterretning.",
    "Det blev aftalt, at {person} udsender et {kind} oplæg om {thing} senest den {day}.",
    "Sekretariatet følger op på {thing} over for {part} inden næste møde.",
    "{Person} undersøger, om {part} kan deltage i arbejdet med {thing}.",
)


def made_up(chance: random.Random, pages: int) -> str:
    """Minutes of about that many pages: a head, items with background, debate and outcome."""
    met = date(2024, 1, 8) + timedelta(days=chance.randrange(700))
    people = [
        f"{chance.choice(FIRSTS)} {chance.choice(LASTS)}{chance.choice(('', 'sen', 'gaard'))}"
        for _ in range(9)
    ]
    head = [
        f"Referat af møde i Styregruppen for {chance.choice(KINDS)} {chance.choice(THINGS)}",
        f"Mødet blev holdt den {long_day(met)} kl. 10.00-12.30 i Prøvehuset, lokale {chance.randrange(1, 40)}",
        "",
        "Deltagere:",
        *(f"{person}, {chance.choice(BODIES)}" for person in people[:7]),
        "Afbud:",
        *(f"{person}, {chance.choice(BODIES)}" for person in people[7:]),
        "",
    ]
    text = "\n".join(head)
    number = 0
    while len(text) < pages * PAGE:
        number += 1
        text += "\n".join(_item(chance, number, people, met))
    return text


def _item(chance: random.Random, number: int, people: list[str], met: date) -> Iterator[str]:
    def said(sentences: tuple[str, ...]) -> str:
        thing = chance.choice(THINGS)
        person = chance.choice(people)
        return chance.choice(sentences).format(
            month=chance.choice(("januar", "marts", "juni", "oktober")),
            thing=thing,
            thing2=chance.choice(THINGS),
            Thing=thing.capitalize(),
            part=chance.choice(PARTS).replace("~", " "),
            part2=chance.choice(PARTS).replace("~", " "),
            kind=chance.choice(KINDS),
            person=person,
            Person=person,
            person2=chance.choice(people),
            n=chance.randrange(1, 40),
            n2=chance.randrange(40, 80),
            m=chance.randrange(1, 9),
            day=long_day(met + timedelta(days=chance.randrange(7, 60))),
        )

    yield f"{number}. {chance.choice(('Status på', 'Drøftelse af', 'Godkendelse af'))} {chance.choice(THINGS)}"
    yield " ".join(said(BACKGROUND) for _ in range(chance.randrange(4, 9)))
    yield ""
    yield " ".join(said(DEBATE) for _ in range(chance.randrange(2, 6)))
    yield ""
    yield " ".join(said(OUTCOME) for _ in range(chance.randrange(1, 4)))
    yield "\n"


def texts(pages: int, documents: int) -> list[str]:
    chance = random.Random(pages)
    return [made_up(chance, pages) for _ in range(documents)]


def read_all(pages: int, documents: int) -> tuple[float, int]:
    """The time of reading them, and how many facts were found."""
    written = texts(pages, documents)
    start = time.perf_counter()
    facts = sum(_facts(read(text)) for text in written)
    return time.perf_counter() - start, facts


def split_all(pages: int, documents: int) -> tuple[float, int]:
    """The time of spaCy's words and sentences, and how many sentences there were."""
    written = texts(pages, documents)
    danish = spacy.blank("da")
    danish.add_pipe("sentencizer")
    start = time.perf_counter()
    sentences = sum(len(list(document.sents)) for document in danish.pipe(written))
    return time.perf_counter() - start, sentences


def read_with_all_cores(pages: int, documents: int) -> tuple[float, int]:
    """The time with a process a core, the processes already started."""
    written = texts(pages, documents)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_count, written[:CHUNK], chunksize=1))
        start = time.perf_counter()
        facts = sum(pool.map(_count, written, chunksize=CHUNK))
        return time.perf_counter() - start, facts


def _count(text: str) -> int:
    return _facts(read(text))


def _facts(record: Minutes) -> int:
    return len(record.participants) + len(record.items) + len(record.decisions) + len(record.actions)


WAYS: Final = {"read": read_all, "spaCy": split_all, "read, a process a core": read_with_all_cores}


def in_own_process(way: str, pages: int, documents: int) -> dict[str, Any]:
    """A way's figures from a process of its own, so that its memory is its own too."""
    run = subprocess.run(
        [sys.executable, __file__, "--way", way, str(pages), str(documents)],
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(run.stdout)
    return figures


def one_way(way: str, pages: int, documents: int) -> None:
    gc.freeze()  # what the imports of the other ways brought along is not looked through again and again
    seconds, found = WAYS[way](pages, documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "found": found, "peak": peak}))


def main(documents: int) -> None:
    per_page: dict[tuple[str, int], float] = {}
    print(
        f"{documents} generated minutes of each length, {PAGE} characters a page; the best of {ROUNDS} rounds"
    )
    for pages in LENGTHS:
        print(f"{pages} pages")
        rounds = [{way: in_own_process(way, pages, documents) for way in WAYS} for _ in range(ROUNDS)]
        for way in WAYS:
            figures = min((each[way] for each in rounds), key=lambda figures: figures["seconds"])
            rate = documents * pages / figures["seconds"]
            per_page[way, pages] = figures["seconds"] / pages
            what = "sentences" if way == "spaCy" else "facts"
            print(
                f"  {way:24} {rate:8.0f} pages/s   peak {figures['peak']:5.0f} MB   {figures['found']:9,} {what}"
            )
        print(f"  time beside spaCy's      {per_page['read', pages] / per_page['spaCy', pages]:8.2f}")
        gain = per_page["read", pages] / per_page["read, a process a core", pages]
        print(f"  on {os.cpu_count()} cores               {gain:8.2f} times as fast")
    growth = per_page["read", LENGTHS[1]] / per_page["read", LENGTHS[0]]
    print(f"time a page at {LENGTHS[1]} pages is {growth:.2f} of that at {LENGTHS[0]} (goal: at most 1.2)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        one_way(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
