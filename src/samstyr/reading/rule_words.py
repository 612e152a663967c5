"""Why a fact was read: each rule in a sentence that a secretary understands. In Danish, as the documents are.

A rule is named in parts, as `decision:prose:approved`. The longest beginning that has a sentence gives it; what
follows is put where the sentence has `{rest}`, so that a new kind of heading or verb needs no new sentence.
"""

from typing import Final

SENTENCES: Final = {
    "head": "Læst af dokumentets hoved: titlen og linjerne om forum, dato, tid og sted.",
    "contents": "Punktet står i dokumentets indholdsfortegnelse.",
    "heading": "Linjen er sat som overskriften på et punkt: den begynder med »{rest}«.",
    "heading:number": "Linjen er sat som overskriften på et punkt: et nummer med en titel efter.",
    "heading:lost": "Linjen er sat som de andre overskrifter, men dens nummer er gået tabt i teksten.",
    "heading:round": "Afsnittet begynder som de andre punkter, men har ingen titel.",
    "participants": "Navnet står ved »{rest}«.",
    "participants:running text": "En sætning i teksten siger, hvem der var til stede eller meldte afbud.",
    "participants:per item": "Fremmødet er anført under de enkelte punkter.",
    "participants:table": "Navnet står i en tabel over deltagerne.",
    "participants:substitute": "Navnet er anført som suppleant for en anden.",
    "recommendation": "Læst som en del af en indstilling.",
    "recommendation:heading": "Står under overskriften for det, der indstilles.",
    "recommendation:named": "Teksten nævner, hvem der indstiller.",
    "recommendation:sentence": "En sætning siger, hvad der indstilles.",
    "decision": "Teksten siger, hvad mødet besluttede.",
    "decision:heading": "Står under overskriften for beslutningen, og ordene siger udfaldet.",
    "decision:prose": "En sætning i referatet siger, hvad mødet gjorde.",
    "action": "En sætning siger, hvad der skal gøres.",
    "action:agreed": "En sætning siger, at noget blev aftalt.",
    "action:decided": "En sætning siger, at det blev besluttet, at nogen gør noget.",
    "action:proposed": "En sætning foreslår, at nogen gør noget.",
    "action:proposed:approved with these remarks": "Foreslået i teksten og aftalt, da punktet blev godkendt med "
    "bemærkningerne.",
    "action:expected": "En sætning siger, hvad der forventes.",
    "action:expects": "En sætning siger, at nogen forventer at gøre noget.",
    "action:foreseen": "En sætning siger, hvad der forventes at ske.",
    "action:ongoing": "En sætning siger, at nogen er i gang med noget.",
    "action:welcome": "En sætning siger, at nogen gerne gør noget.",
    "action:asked": "En sætning siger, at nogen blev bedt om noget.",
    "action:must": "En sætning siger, at nogen skal eller vil gøre noget.",
    "action:does": "En sætning siger, hvem der gør hvad.",
    "action:by day": "En sætning siger, hvem der gør noget inden en dag.",
    "action:resumed": "En sætning siger, at punktet tages op igen.",
    "action:will be": "En sætning siger, hvad der vil blive gjort.",
    "status": "En sætning giver et initiativ en farve.",
    "status:from to": "En sætning siger, at et initiativ skifter fra en farve til en anden.",
    "status:to": "En sætning siger, hvilken farve et initiativ får.",
    "status:unchanged": "En sætning siger, at et initiativs farve er uændret.",
    "observation": "En sætning giver en måling to værdier for et område.",
    "missing data": "En sætning siger, at data mangler for en indikator.",
    "incident": "Et afsnit fortæller om et nedbrud og dets tider.",
    "consultation": "En sætning siger, at noget er sendt i høring, med frist.",
    "next meeting": "Teksten siger, hvornår næste møde er.",
    "next meeting:item": "Står under punktet om næste møde.",
    "next meeting:sentence": "En sætning siger, hvornår næste møde er.",
    "speaker": "En sætning siger, at personen talte, men navnet står ikke på deltagerlisten.",
    "warning": "Noget i teksten, som et menneske bør se på.",
    "warning:spelling": "To navne i teksten ligner hinanden og kan være det samme.",
    "warning:weekday": "Ugedagen passer ikke til datoen.",
    "warning:standard": "En standard er skrevet anderledes, end den plejer.",
}


def sentence(rule: str) -> str | None:
    """Answer how a rule found its fact, or None for a rule that has no sentence."""
    parts = rule.split(":")
    for length in range(len(parts), 0, -1):
        found = SENTENCES.get(":".join(parts[:length]))
        if found is not None:
            return found.replace("{rest}", ":".join(parts[length:]) or parts[-1])
    return None
