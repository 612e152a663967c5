"""Danish dates, weekdays and times of day in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan",
            "februar feb febr",
            "marts mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "august aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?:(?<![\w/.-])|(?<=\bd\.))
    (?:(?P<weekday>{"|".join(WEEKDAYS)})(?:\s*,)?\s+(?:den\s+|d\.\s*)?)?
    (?:
      (?P<year1>(?:19|20)\d\d)-(?P<month1>\d\d)-(?P<day1>\d\d)(?=$|[^\d]|T)
    | (?P<day2>\d{{1,2}})\.?\s*-?\s?(?P<month2>{_MONTH})\b\.?(?:[\s,-]*(?P<year2>(?:19|20)\d\d)\b)?
    | (?P<month5>{_MONTH})\s(?P<day5>\d{{1,2}}),?\s(?P<year5>(?:19|20)\d\d)\b
    | (?P<day3>\d{{1,2}})(?P<sep>[-./])\s?(?P<month3>\d{{1,2}})
      (?:(?P=sep)\s?|\s?[-–]\s?|\s)(?P<year3>(?:19|20)\d\d|(?<=[-./])\d\d)(?![\d.:])
    | (?:(?<=d\.)|(?<=d\.\s)|(?<=den\s))(?P<day6>\d{{1,2}})\.(?P<month6>\d{{1,2}})\.?(?![\d.:])
    | (?P<day4>\d{{1,2}})/(?P<month4>\d{{1,2}})(?![\d/])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK = r"(?:[01]?\d|2[0-4])(?:\s?[.:]\s?[0-5]\d|(?<=\d\d)[0-5]\d)"
_HOUR = r"(?:[01]?\d|2[0-4])"
_TO = r"\s*(?:-|–|—|til(?:\s+ca\.)?|og)\s*(?:kl\.?\s*|ca\.?\s*)*"
_RANGE = re.compile(
    rf"(?<![\d.:/-])(?P<cue>kl\.?\s*|"
    rf"klokken\s+)?(?P<start>{_CLOCK}|{_HOUR}){_TO}(?P<end>{_CLOCK}|{_HOUR})(?![\d:/]|\.\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?<![\d.:/-])(?:(?P<cue>kl\.?\s*|klokken\s+)(?P<said>{_CLOCK}|{_HOUR})|"
    rf"(?P<bare>(?:[01]?\d|2[0-4]):[0-5]\d))(?::\d\d)?(?P<pm>\sPM\b)?(?![\d:/]|\.\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; ``year`` None where the text leaves it out."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: str | None

    def on(self, meeting: date | None, *, past: bool = False) -> date | None:
        """The day meant. Without a year: the next such day seen from the meeting, or the last when ``past``.

        Source: contract of reading minutes, on years left out.
        """
        if self.year is not None:
            return date(self.year, self.month, self.day)
        if meeting is None:
            return None
        years = range(meeting.year, meeting.year - 9, -1) if past else range(meeting.year, meeting.year + 9)
        for year in years:
            day = _real(year, self.month, self.day)
            if day is not None and (day <= meeting if past else day >= meeting):
                return day
        return None


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day or a stretch of time in a text."""

    start: int
    end: int
    begins: time
    ends: time | None


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every date of the calendar in a text, left to right; numbers that are no day are passed over."""
    for found in _DATE.finditer(text):
        form = next(each for each in "123456" if found[f"day{each}"])
        day, month_text = int(found[f"day{form}"]), found[f"month{form}"]
        month = int(month_text) if month_text.isdigit() else _MONTHS[month_text.lower()]
        year_text = found[f"year{form}"] if form in "1235" else None
        year = None if year_text is None else int(year_text) + (2000 if len(year_text) == 2 else 0)
        if _real(year or 2000, month, day) is not None:
            weekday = found["weekday"]
            yield FoundDate(
                found.start(), found.end(), day, month, year, weekday.lower() if weekday else None
            )


def find_times(text: str) -> Iterator[FoundTime]:
    """Stretches of time (``13.00 – 16.00``) and single times (``kl. 10``, ``11:00``), left to right."""
    place = 0
    while place < len(text):
        stretch = _next_range(text, place)
        single = _TIME.search(text, place)
        if stretch and (single is None or stretch.start() <= single.start()):
            yield FoundTime(stretch.start(), stretch.end(), clock(stretch["start"]), clock(stretch["end"]))
            place = stretch.end()
        elif single:
            yield FoundTime(single.start(), single.end(), _single(single), None)
            place = single.end()
        else:
            return


def _next_range(text: str, place: int) -> re.Match[str] | None:
    """The next stretch with a cue or a written minute: ``3-4`` alone is no time."""
    while found := _RANGE.search(text, place):
        written = re.search(r"\d[.:]?\s?\d\d$", found["start"]) or re.search(r"[.:]", found["end"])
        if found["cue"] or (written and re.search(r"[.:]", found["start"])):
            return found
        place = found.start() + 1
    return None


def _single(found: re.Match[str]) -> time:
    """A single time of day; ``03:30 PM``, as some systems print it, is in the afternoon."""
    said = clock(found["said"] or found["bare"])
    return said.replace(hour=said.hour + 12) if found["pm"] and said.hour < 12 else said


def clock(text: str) -> time:
    """``13.00``, ``13:00``, ``1300`` and ``13`` as a time of day; 24 is midnight."""
    digits = re.sub(r"\D", " ", text).split()
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    return time(int(digits[0]) % 24, int(digits[1]) if len(digits) > 1 else 0)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
