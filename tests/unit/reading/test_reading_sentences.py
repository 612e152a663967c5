"""Decisions and actions in one sentence each: what secretaries write, and what only looks like it."""

import pytest

from samstyr.reading.minutes import read

HEAD = """Referat af møde i Prøveudvalget den 3. marts 2020 (opdigtet eksempel)
Deltagere: Anna Eksempel, Bo Prøve, Cilje Skitse
Afbud: Dan Udkast

1. Velkomst
Formanden bød velkommen. Cilje Skitse gennemgik planen. Dan Udkast havde sendt et brev.

2. Emne
"""


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Bestyrelsen besluttede, at klubhuset males til sommer.", "adopted"),
        ("Det besluttedes at hæve kontingentet.", "adopted"),
        ("Udvalget vedtog forslaget med 5 stemmer mod 2.", "adopted"),
        ("Forslaget blev vedtaget enstemmigt.", "adopted"),
        ("Forslaget vedtages.", "adopted"),
        ("Rådet godkendte regnskabet uden bemærkninger.", "approved"),
        ("Regnskabet godkendes.", "approved"),
        ("Regnskabet er godkendt.", "approved"),
        ("Referatet blev godkendt og underskrevet.", "approved"),
        ("Referat godkendt.", "approved"),
        ("Dagsordenen godkendt med tilføjelse af et punkt om parkering.", "approved"),
        ("Der var ingen bemærkninger til dagsordenen, og den blev godkendt.", "approved"),
        ("Herefter godkendte styregruppen planen.", "approved"),
        ("Med disse ændringer godkendte bestyrelsen budgettet.", "approved"),
        ("Styregruppen tiltrådte indstillingen.", "endorsed"),
        ("Indstillingen blev tiltrådt.", "endorsed"),
        ("Styregruppen bakkede op om forslaget.", "endorsed"),
        ("Der var opbakning til forslaget.", "endorsed"),
        ("Der var tilslutning til, at møderne flyttes.", "endorsed"),
        ("Kredsen tilsluttede sig, at der søges fondsmidler.", "endorsed"),
        ("Orienteringen blev taget til efterretning.", "noted"),
        ("Udvalget tog orienteringen til efterretning.", "noted"),
        ("Taget til efterretning.", "noted"),
        ("Gruppen tog status til orientering.", "noted"),
        ("Punktet blev udsat til næste møde.", "postponed"),
        ("Sagen udsættes.", "postponed"),
        ("Punktet udgik.", "withdrawn"),
        ("Ansøgningen blev afvist.", "rejected"),
        ("Forslaget faldt med 3 stemmer mod 9.", "rejected"),
        ("Forslaget blev forkastet.", "rejected"),
        ("Bestyrelsen nedsatte et udvalg bestående af Anna og Bo.", "established"),
        ("Der nedsættes en arbejdsgruppe.", "established"),
        ("Det blev besluttet at nedsætte en arbejdsgruppe.", "established"),
        ("Anna Eksempel blev valgt som formand.", "appointed"),
        ("Som dirigent valgtes Bo Prøve.", "appointed"),
        ("Bo Prøve blev genvalgt til bestyrelsen.", "appointed"),
        ("Til næstformand valgtes Anna Eksempel.", "appointed"),
        ("Anna Eksempel vælges til referent.", "appointed"),
        ("Rådet udpegede Bo Prøve til følgegruppen.", "appointed"),
        ("Det blev aftalt at holde et ekstra møde.", "agreed"),
        ("Der var ingen bemærkninger til referatet, der hermed er godkendt.", "approved"),
        ("Bestyrelsen gav grønt lys for udmøntning af midlerne.", "approved"),
        ("Udvalget gav formanden bemyndigelse til at underskrive.", "approved"),
        ("Ansøgningen blev sat i bero til næste møde.", "postponed"),
        ("Sagen blev sendt tilbage til forvaltningen.", "postponed"),
        ("Bliver taget op på næste møde.", "postponed"),
        ("Udvalget kvitterede for en god rapport og tog status til efterretning.", "noted"),
        ("Formanden foreslog et nyt punkt, hvilket bestyrelsen tilsluttede sig.", "endorsed"),
        ("Ændringsforslaget faldt.", "rejected"),
        ("Der var enighed om at udskyde udflugten.", "agreed"),
        ("Gruppen blev enig om at fortsætte samarbejdet.", "agreed"),
        ("Man enedes om at sende et brev til kommunen.", "agreed"),
        ("Det aftaltes, at lokalet lejes ud.", "agreed"),
        ("Aftalt, at Anna ringer til kommunen.", "agreed"),
        ("Udvalget anbefaler, at byrådet godkender planen.", "recommended"),
        ("Udvalget indstiller til byrådet, at planen godkendes.", "recommended"),
        ("Anbefales godkendt.", "recommended"),
        ("Styregruppen besluttede at indstille projektet til lukning.", "adopted"),
        ("Vi har besluttet at købe nye stole.", "adopted"),
        ("Rådet konstituerede sig med Anna Eksempel som formand.", "appointed"),
        ("Udvalget imødekom ansøgningen.", "approved"),
        ("Ansøgningen imødekommes.", "approved"),
        ("Bestyrelsen bevilgede 5.000 kr. til festen.", "approved"),
        ("Det blev vedtaget, at generalforsamlingen holdes i marts.", "adopted"),
        ("Punkt 4 blev rykket frem.", None),
        ("Bestyrelsen har tidligere godkendt budgettet.", None),
        ("Anna Eksempel orienterede om, at kommunen har godkendt planen.", None),
        ("Formanden foreslog, at punktet blev udsat.", None),
        ("Hvis budgettet godkendes, kan arbejdet begynde.", None),
        ("Byrådet skal godkende planen i maj.", None),
        ("Budgettet skal godkendes på generalforsamlingen.", None),
        ("Der er i 2019 vedtaget en ny lov.", None),
        ("Det blev drøftet, om der skal nedsættes et udvalg.", None),
        ("Anna spurgte, hvornår sagen blev besluttet.", None),
        ("Udvalget drøftede planen.", None),
    ],
)
def test_decision_in_a_sentence(sentence: str, verb: str | None) -> None:
    found = [each.verb for each in read(f"{HEAD}{sentence}\n").decisions if each.item == "2"]

    assert found == ([verb] if verb else [])


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Anna sender referatet ud.", ("Anna Eksempel",)),
        ("Bo undersøger prisen på nye borde.", ("Bo Prøve",)),
        ("Anna og Bo laver et oplæg til næste møde.", ("Anna Eksempel", "Bo Prøve")),
        ("Sekretariatet udarbejder et notat.", ("sekretariatet",)),
        ("Formanden tager kontakt til kommunen.", ("formanden",)),
        ("Kassereren betaler regningen.", ("kassereren",)),
        ("Bo tager fat i håndværkeren.", ("Bo Prøve",)),
        ("Bo vil spørge kommunen om tilladelse.", ("Bo Prøve",)),
        ("Anna skal bestille mad til festen.", ("Anna Eksempel",)),
        ("Anna lovede at skrive til medlemmerne.", ("Anna Eksempel",)),
        ("Bo påtog sig at rydde op.", ("Bo Prøve",)),
        ("Det blev aftalt, at Anna indhenter tilbud.", ("Anna Eksempel",)),
        ("Det blev besluttet, at sekretariatet skriver til regionen.", ("sekretariatet",)),
        ("Bestyrelsen bad Bo om at undersøge sagen nærmere.", ("Bo Prøve",)),
        ("Administrationen blev bedt om at fremlægge nye tal i juni.", ("administrationen",)),
        ("Forvaltningen vender tilbage med et svar.", ("forvaltningen",)),
        ("Anna følger op.", ("Anna Eksempel",)),
        ("Inden næste møde udsender sekretariatet en tidsplan.", ("sekretariatet",)),
        ("Til næste møde medbringer Bo priser.", ("Bo Prøve",)),
        ("Herefter kontakter Anna leverandøren.", ("Anna Eksempel",)),
        ("Punktet tages op igen på næste møde.", ()),
        ("Referatet lægges på hjemmesiden inden fredag.", ()),
        ("Der indkaldes til et nyt møde i august.", ()),
        ("Opgaven løses af Bo.", ("Bo Prøve",)),
        ("Bo er ansvarlig for lokalet.", ("Bo Prøve",)),
        ("Anna koordinerer med skolen.", ("Anna Eksempel",)),
        ("BP indhenter tilbud.", ("Bo Prøve",)),
        ("KL og Danske Regioner drøfter sagen frem mod næste møde.", ("KL", "Danske Regioner")),
        ("Medlemmerne bedes sende forslag senest den 1. maj.", ("medlemmerne",)),
        ("Alle melder tilbage til Anna senest den 1. maj.", None),
        ("Anna har sendt brevet.", None),
        ("Bo orienterede om økonomien.", None),
        ("Anna er formand for udvalget.", None),
        ("Bo synes, at det går godt.", None),
        ("Kommunen har et nyt tilbud.", None),
        ("Anna deltager i mødet i regionen.", None),
        ("Der sælges mange billetter.", None),
        ("Bo fortæller om turen.", None),
        ("Sekretariatet er flyttet til nye lokaler.", None),
        ("Festen holdes den 3. juni.", None),
        ("Anna takkede for fremmødet.", None),
        ("Patienterne venter længere end før.", None),
        ("Nye skilte bestilles (Bo).", ("Bo Prøve",)),
        ("Aktion: Anna booker lokale.", ("Anna Eksempel",)),
        ("Bo: Ringer til el-firmaet.", ("Bo Prøve",)),
        ("Anna sørger for kaffe, og Bo køber kage.", ("Anna Eksempel",)),
    ],
)
def test_action_in_a_sentence(sentence: str, who: tuple[str, ...] | None) -> None:
    found = [each.who for each in read(f"{HEAD}{sentence}\n").actions if each.item == "2"]

    assert found[:1] == ([] if who is None else [who])
