"""What agreements and strategies promise of health IT, as the two documents name it, in our own words.

The numbers of digitalisation strategies are their own; those of agreements are ours, because no document gives theirs.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Promised:
    """A paragraph, the place it is told of, and the initiatives that are to keep it."""

    instrument: str
    number: str
    heading: str
    text: str
    source: str
    initiatives: tuple[str, ...] = ()


PROMISES: Final = (
    Promised(
        "oa-2018",
        "1",
        "En ny strategi for digital sundhed",
        "Parterne skriver en strategi for 2018–2022 sammen. Den skal samle det, de har aftalt i de seneste år.",
        "referatets punkt 3 og 8",
        ("oa18-strategi",),
    ),
    Promised(
        "oa-2018",
        "2",
        "Fælles betaling for de fælles systemer",
        "Stat, regioner og kommuner bliver ved med at finansiere de fælles sundheds-it-systemer i fællesskab.",
        "referatets punkt 3",
        ("oa18-finansiering",),
    ),
    Promised(
        "oa-2018",
        "3",
        "Bedre sikkerhed om data",
        "Arbejdet med data- og informationssikkerhed styrkes.",
        "referatets punkt 3 og 7",
        ("oa18-sikkerhed",),
    ),
    Promised(
        "oa-2014",
        "1",
        "En fælles styregruppe for porteføljen",
        "De aftalte fælles projekter skal nås med den kvalitet, tid og økonomi, der er fastsat, og de fælles løsninger "
        "skal videreudvikles efter parternes behov.",
        "notatets afsnit 4",
        ("fmk", "medcom-standarder", "nsp", "kih", "sundhedsjournalen"),
    ),
    Promised(
        "oa-2015",
        "1",
        "Nye opgaver til MedComs styregruppe",
        "Blandt andet skal den nationale bestyrelse have MedComs program og budget til godkendelse.",
        "notatets afsnit 7",
    ),
    Promised(
        "oa-2016",
        "1",
        "ISO 27001 i regionerne",
        "Regionerne skal følge standarden for informationssikkerhed.",
        "referatets punkt 7",
    ),
    Promised(
        "strategi-2013",
        "1.2",
        "En dansk model for hjemmemonitorering",
        "Modellen siger, hvem der gør hvad på tværs af sektorer, og følges af en national business case.",
        "notatets afsnit 5",
        ("strategi-1.2",),
    ),
    Promised(
        "strategi-2013",
        "1.3",
        "De næste områder for telemedicin",
        "Områder udpeges og modnes, så de kan udbredes i hele landet.",
        "notatets afsnit 5",
        ("strategi-1.3",),
    ),
    Promised(
        "strategi-2013",
        "1.4",
        "Infrastruktur til telemedicin",
        "Der lægges en plan for infrastrukturen, som fagfolk godkender.",
        "notatets afsnit 5",
        ("strategi-1.4",),
    ),
    Promised(
        "handlingsplan-telemedicin",
        "1",
        "Fem initiativer udbredes eller modnes",
        "Handlingsplanen har fem; notatet nævner kun hjemmemonitoreringen (KIH) ved navn.",
        "notatets afsnit 4 og 5",
        ("kih",),
    ),
    Promised(
        "bek-sundhedsaftaler",
        "1",
        "De nationale mål føres ud i livet",
        "Region og kommuner sørger for teknik og organisation, også når det gælder strategien for 2013–2017 og de "
        "årlige økonomiaftaler.",
        "notatets afsnit 9",
        ("strategi-1.2", "strategi-1.3", "strategi-1.4"),
    ),
    Promised(
        "bek-sundhedsaftaler",
        "2",
        "Medicinkort, sårvurdering og MedCom-standarder",
        "De tre løsninger tages i brug i regioner og kommuner; medicinkortet og standarderne også i almen praksis.",
        "notatets afsnit 9",
        ("fmk", "saarvurdering", "medcom-standarder"),
    ),
    Promised(
        "bek-sundhedsaftaler",
        "3",
        "Digitale arbejdsgange, der bærer aftalen",
        "Sundheds-it hos almen praksis, kommuner og sygehuse støtter sundhedsaftalens tre første indsatsområder.",
        "notatets afsnit 9",
    ),
)
