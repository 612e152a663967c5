"""The portfolios of the demonstration, as the two documents that describe them tell it, in our own words.

What stands here is real and names its source: lights, states, days, decisions and promises. Where a document gives no
light there is none, and where it gives no day that is said. The forum that told a report is its rater: no document
gives a lead's own report, or what another forum held of one. What is made up is in demonstration_examples.py.
"""

import datetime
from dataclasses import dataclass
from typing import Final

from samstyr.meetings.models import Resolution
from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.service import service
from samstyr.portfolio.demonstration_examples import make_examples_of_reporting
from samstyr.portfolio.demonstration_promises import PROMISES
from samstyr.portfolio.models import Paragraph
from samstyr.portfolio.services import (
    EntryTerms,
    ReportContent,
    add_dependency,
    add_milestone,
    add_paragraph,
    enter_portfolio,
    note_told_report,
)
from samstyr.portfolio.services.reporting import NOTHING_KNOWN
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.lights import Figures, Light, State
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind
from samstyr.rules.rights import OPERATOR

# What people call the two documents; their files are 000_acca59f9b1658723.txt and 004_e15f1d3ff2587712.txt.
NOTE: Final = "Notat fra 2015 om fora nationalt og i Region Midtjylland"
MINUTES: Final = "Bestyrelsens referat fra den 28. juni 2017"

YEAR_2015: Final = datetime.date(2015, 1, 1)
LAST_OF_2015: Final = datetime.date(2015, 12, 31)
MEETING: Final = datetime.date(2017, 6, 28)
BEFORE: Final = MEETING - datetime.timedelta(days=1)
NEXT_STATUS: Final = datetime.date(2017, 10, 4)
END_OF_2018: Final = datetime.date(2018, 12, 31)

BOARD: Final = "nbs"
GROUP: Final = "portefoelje-sg"
REGIONAL: Final = "temagruppe-it"
TASKS: Final = (
    "Følge udmøntningen af økonomiaftalen. Statusrapporter deles med de fora, der i forvejen har initiativet i deres "
    "portefølje, så det ikke rapporteres to gange."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a document tells of an initiative in a forum's portfolio; `section` is where in the document."""

    initiative: str
    forum: str = BOARD
    on: datetime.date = MEETING
    state: State = State.RUNNING
    light: Light = Light.NONE
    reason: str = ""
    text: str = ""
    figures: Figures = NOTHING_KNOWN
    document: str = MINUTES
    section: str = "punkt 5"
    until: datetime.date | None = NEXT_STATUS
    day_unknown: bool = False


def _in_2015(initiative: str, forum: str, section: str) -> Told:
    return Told(
        initiative=initiative,
        forum=forum,
        on=YEAR_2015,
        text="Med i porteføljen i 2015. Notatet giver intet lys, og kun året kendes.",
        document=NOTE,
        section=section,
        until=LAST_OF_2015,
        day_unknown=True,
    )


# The group's five of 2015, and the one of the regional three that the group has not: the other two are the same.
IN_2015: Final = (
    *(
        _in_2015(each, GROUP, "afsnit 4")
        for each in ("fmk", "medcom-standarder", "nsp", "kih", "sundhedsjournalen")
    ),
    _in_2015("saarvurdering", REGIONAL, "afsnit 12"),
)
IN_2017: Final = (
    Told(
        initiative="sundhedsjournalen",
        on=BEFORE,
        light=Light.GREEN,
        reason="Grøn i den forrige status; hvorfor fremgår ikke.",
        text="Hvilken dag den forrige status er fra, fremgår ikke.",
        until=None,
        day_unknown=True,
    ),
    Told(
        initiative="sundhedsjournalen",
        light=Light.YELLOW,
        reason="Kommunernes opkobling til Sundhedsjournalen er forsinket; det er én grund blandt flere.",
    ),
    Told(
        initiative="praksys",
        on=BEFORE,
        light=Light.RED,
        reason="Rød også i den forrige status; hvorfor dengang fremgår ikke.",
        text="Hvilken dag den forrige status er fra, fremgår ikke.",
        until=None,
        day_unknown=True,
    ),
    Told(
        initiative="praksys",
        light=Light.RED,
        reason="Leverandøren har heller ikke kunnet holde den nye tidsplan.",
        text="En ny plan drøftes med leverandøren. Levering inden 2018 er omme ventes ikke længere. "
        "Regionerne og kommunerne vil stadig gerne have projektet i mål.",
        figures=Figures(baseline_end=END_OF_2018),
    ),
    Told(
        initiative="sundhedsjournal-2",
        state=State.ENDED,
        text="Projektet er slut. Region Nordjylland fik ros for at have forankret det i fællesskab.",
    ),
    Told(
        initiative="foraeldreadgang",
        text="Forældrene må vente: et juridisk spørgsmål skal afklares, før løsningen tages i brug.",
    ),
    Told(
        initiative="samtykke",
        text="Bruges ved visning af laboratoriesvar og følger loven. Afprøvningen har vist, at sekretærers adgang ikke "
        "passer til arbejdsgangene; det ser projektet på.",
    ),
    Told(
        initiative="begraenset-ordinationsret",
        text="I drift på FMK, og har allerede virket en gang. Regionerne vil have det samme i deres medicinmoduler.",
    ),
    Told(
        initiative="implantatregister",
        text="To bekendtgørelser er i høring hos parterne indtil den 6. juli 2017.",
    ),
    Told(
        initiative="oa18-strategi",
        text="En styregruppe med fire medlemmer fra parterne leder arbejdet. Dens kommissorium godkendes "
        "skriftligt, og bestyrelsen mødes om strategien i september 2017.",
        section="punkt 8",
    ),
    Told(
        initiative="oa18-sikkerhed",
        text="Sekretariatet skriver et fælles løsningsforslag. Det begynder med beredskab, kommunikation og den fælles "
        "infrastruktur.",
        section="punkt 7",
    ),
)


@dataclass(frozen=True, slots=True)
class Due:
    """The first date a document gives of a milestone, and who or what set it."""

    initiative: str
    name: str
    date: datetime.date
    by: str


DATES: Final = (
    Due(
        "praksys",
        "Systemet er leveret",
        END_OF_2018,
        "Den reviderede tidsplan; den første kendes ikke (referatets punkt 5)",
    ),
    Due(
        "implantatregister",
        "Høringen er slut",
        datetime.date(2017, 7, 6),
        "Ministeriets høringsfrist (referatets punkt 5)",
    ),
    Due(
        "oa18-strategi",
        "Bestyrelsens seminar om strategien",
        datetime.date(2017, 9, 7),
        "Bestyrelsen (referatets punkt 8)",
    ),
    Due(
        "oa18-strategi",
        "Udkastet drøftes i bestyrelsen",
        NEXT_STATUS,
        "Bestyrelsens næste dagsorden (referatets punkt 9)",
    ),
    Due(
        "oa18-sikkerhed",
        "Sekretariatets løsningsforslag er klar",
        datetime.date(2017, 11, 29),
        "Bestyrelsen (referatets punkt 7)",
    ),
    Due(
        "epj-syd",
        "Leverandøren er valgt",
        datetime.date(2018, 2, 28),
        "Region Syddanmark; kun slutningen af måneden er oplyst (referatets punkt 2.4)",
    ),
)


@service
def make_example_portfolios(*, on: datetime.date) -> None:
    """Make the portfolios of the demonstration with their history, once, after the example persons.

    Each thing has the day it happened on; a reporting round is made up to the day the demonstration is seen from.
    """
    if Paragraph.objects.exists():
        return
    for told in (*IN_2015, *IN_2017):
        _note(told)
    _enter()
    for due in DATES:
        add_milestone(
            initiative=_initiative(due.initiative),
            name=due.name,
            baseline=Agreed(due.date, due.by, AgreedKind.BASELINE, MEETING),
            actor=OPERATOR,
            now=_afternoon(MEETING),
        )
    add_dependency(
        before=_initiative("sundhedsjournalen"),
        after=_initiative("foraeldreadgang"),
        reason="Forældrenes adgang er en del af Sundhedsjournalen (referatets punkt 5).",
        actor=OPERATOR,
    )
    for promise in PROMISES:
        add_paragraph(
            instrument=promise.instrument,
            number=promise.number,
            heading=promise.heading,
            text=f"{promise.text} Kilde: {promise.source}.",
            initiatives=promise.initiatives,
            actor=OPERATOR,
        )
    make_examples_of_reporting(on=on)


def _note(told: Told) -> None:
    note_told_report(
        initiative=_initiative(told.initiative),
        forum=told.forum,
        content=ReportContent(
            as_of=told.on,
            state=told.state,
            light=told.light,
            reason=told.reason,
            figures=told.figures,
            text=told.text,
            valid_until=told.until,
        ),
        source=f"{told.document}, {told.section}",
        day_unknown=told.day_unknown,
        actor=OPERATOR,
    )


def _enter() -> None:
    """Note the decision by which the board took what the economy agreement for 2018 promises into its portfolio.

    Its resolution is known where the minutes are in the record.
    """
    found = Resolution.objects.filter(
        item__meeting__forum=BOARD, item__meeting__date=MEETING, item__number__in=["3", "3."], verb="approved"
    )
    terms = EntryTerms(
        subject="board-portfolio.entry",
        tasks=TASKS,
        resolution=found.order_by("pk").first(),
        reason="Bestyrelsens rolle i udmøntningen blev godkendt (referatets punkt 3).",
    )
    for initiative in ("oa18-strategi", "oa18-finansiering", "oa18-sikkerhed"):
        enter_portfolio(
            initiative=_initiative(initiative),
            forum=BOARD,
            terms=terms,
            actor=OPERATOR,
            on=MEETING,
            now=_afternoon(MEETING),
        )


def _initiative(key: str) -> Initiative:
    return Initiative.objects.select_related("lead").get(pk=key)


def _afternoon(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(16), COPENHAGEN)
