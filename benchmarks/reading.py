"""Reading generated minutes of 3 and of 30 pages, beside spaCy's Danish tokeniser with its sentence splitter.

Run it with `make bench`, or `python benchmarks/reading.py 100` for fewer documents of each length. A page is about
2,500 characters; words, names and days are drawn anew for each document. Each way of reading has a process of its own,
which also tells the memory it took; spaCy gets the very same texts: `blank("da")` with a sentencizer, its pipe over
all documents, every sentence asked for. It finds no facts, only words and sentences. At last the reader gets a process
a core, as where many files are imported.
"""

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

DOCUMENTS: Final = 1_000
LENGTHS: Final = (3, 30)  # pages
PAGE: Final = 2_500  # characters
ROUNDS: Final = 3  # of each way in turn, the best of which counts, because others use the machine too
SOME: Final = 200  # documents of a round; all are read once

FIRSTS: Final = "Anna Bo Cilje Dorte Egon Frida Gorm Hanne Ivar Jytte Karl Lone Mads Nora Ole Pia Rasmus Sine".split()
LASTS: Final = "Prøve Mønster Skitse Udkast Eksempel Afprøv Kladde Model Forsøg Tegning Maske Attrap".split()
BODIES: Final = ("Region Prøveland", "Mønsterby Kommune", "Skitsestyrelsen", "PLO Prøveland", "Fællessekretariatet")
THINGS: Final = (
    "planen handleplanen aftalen økonomien tidsplanen udbuddet driften evalueringen løsningen rapporten budgettet "
    "indsatsen forløbsprogrammet standarden testen udrulningen kapaciteten sikkerheden kvaliteten arkitekturen"
).split()
PARTS: Final = (
    "kommunerne almen~praksis hospitalerne de~privatpraktiserende~speciallæger apotekerne borgerne klyngerne "
    "medarbejderne leverandøren styregruppen"
).split()
KINDS: Final = "digitale fælles nye tværgående regionale lokale nationale foreløbige reviderede samlede".split()
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
    people = [f"{chance.choice(FIRSTS)} {chance.choice(LASTS)}{chance.choice(('', 'sen', 'gaard'))}" for _ in range(9)]
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
