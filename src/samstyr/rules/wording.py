"""Danish words for the reasons and findings that rules give: acts, days, lists of names."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from samstyr.rules.register import Act

MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

MOST_NAMES: Final = 5

NAMES: Final = {
    Act.DECIDE: "beslutte",
    Act.APPROVE: "godkende",
    Act.RATIFY: "tiltræde",
    Act.RECOMMEND: "indstille",
    Act.ASSURE: "kvalitetssikre",
    Act.PREPARE: "forberede",
    Act.ADVISE: "rådgive",
    Act.ESCALATE: "eskalere",
    Act.REPORT: "afrapportere",
    Act.INFORM: "orientere",
    Act.DISCUSS: "drøfte",
    Act.MONITOR: "følge",
    Act.APPOINT: "udpege",
    Act.ESTABLISH: "nedsætte",
    Act.DRAFT: "udarbejde",
}
"""The act alone, as an infinitive."""

TO_DO: Final = {
    Act.DECIDE: "træffe beslutning om {matter}",
    Act.APPROVE: "godkende {matter}",
    Act.RATIFY: "tiltræde {matter}",
    Act.RECOMMEND: "indstille {matter}{to}",
    Act.ASSURE: "kvalitetssikre {matter}{to}",
    Act.PREPARE: "forberede {matter}{to}",
    Act.ADVISE: "rådgive om {matter}{to}",
    Act.ESCALATE: "eskalere {matter}{to}",
    Act.REPORT: "afrapportere om {matter}{to}",
    Act.INFORM: "orientere om {matter}{to}",
    Act.DISCUSS: "drøfte {matter}",
    Act.MONITOR: "følge {matter}",
    Act.APPOINT: "udpege til {matter}",
    Act.ESTABLISH: "nedsætte inden for {matter}",
    Act.DRAFT: "udarbejde {matter}",
}

TOWARDS: Final = {Act.ASSURE: "for", Act.ADVISE: "over for"}
"""The preposition before a recipient, where it is not "til"."""


def to_do(act: Act, matter: str, recipients: Iterable[str] = ()) -> str:
    """The act as an infinitive with its matter and recipients: indstille »X« til Y."""
    names = listed(recipients)
    to = f" {TOWARDS.get(act, 'til')} {names}" if names else ""
    return TO_DO[act].format(matter=matter, to=to)


def listed(names: Iterable[str], link: str = "og") -> str:
    """Names as a list in a sentence: A, B og C; after the first few, how many more there are."""
    all_names = list(names)
    if len(all_names) > MOST_NAMES + 1:
        all_names = [*all_names[:MOST_NAMES], f"{len(all_names) - MOST_NAMES} andre"]
    if len(all_names) < 2:
        return "".join(all_names)
    return f"{', '.join(all_names[:-1])} {link} {all_names[-1]}"


def day(d: date) -> str:
    """A date in words: 28. juni 2017."""
    return f"{d.day}. {MONTHS[d.month - 1]} {d.year}"


def days(count: int) -> str:
    """A number of days in words: 1 dag, 5 dage."""
    return "1 dag" if count == 1 else f"{count} dage"
