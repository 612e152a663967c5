"""The yearly follow-up of an agreement as a tagged PDF of A4 on its side."""

from pathlib import Path
from typing import Final

from samstyr.print.danish_words import day
from samstyr.print.pack.typesetting import set_pages
from samstyr.print.portfolio.promises import (
    COLUMNS,
    NOBODY,
    FollowUp,
    fora_lights,
    milestone_words,
    own_light,
    state_words,
    summary,
    touch_words,
)

PAGE: Final = Path(__file__).with_name("promises.typ")


def promises_pdf(content: FollowUp, fonts: Path) -> bytes:
    """Answer the follow-up as a PDF checked against PDF/UA-1 by Typst. `fonts`: a folder with IBM Plex Sans."""
    said = {
        "title": content.title,
        "day": f"Set pr. {day(content.on)}",
        "summary": list(summary(content)),
        "columns": list(COLUMNS),
        "nobody": NOBODY,
        "promised": [
            {
                "heading": f"{each.number} {each.heading}",
                "text": each.text,
                "rows": [
                    {
                        "name": line.name,
                        "light": line.light.value if line.light is not None else "",
                        "own": list(own_light(line)),
                        "fora": list(fora_lights(line)),
                        "state": state_words(line),
                        "milestone": milestone_words(line),
                        "touch": touch_words(line),
                    }
                    for line in each.kept_by
                ],
            }
            for each in content.promised
        ],
    }
    return set_pages(PAGE, said, fonts)
