"""The style of a picture that stands alone: the page's own, with the light colours put in and the font along."""

import base64
from pathlib import Path
from typing import Final

from samstyr.print.light_style import light_rules

BEGIN, END = "/* drawing */", "/* end of drawing */"
FACES: Final = {400: "Regular", 600: "SemiBold"}


def stand_alone_style(page_style: str, fonts: Path) -> str:
    """Answer the rules of the drawing without names of colours, and the faces from the folder `fonts`.

    `page_style` is the map's style sheet, whose first colours are the light ones. A folder that is not there
    leaves the reader's own fonts. Raises KeyError for a colour that has no value.
    """
    return _faces(fonts) + light_rules(page_style, BEGIN, END)


def _faces(fonts: Path) -> str:
    faces = []
    for weight, name in FACES.items():
        file = fonts / f"IBMPlexSans-{name}-Latin1.woff2"
        if file.is_file():
            data = base64.b64encode(file.read_bytes()).decode("ascii")
            faces.append(
                f'@font-face{{font-family:"IBM Plex Sans";font-weight:{weight};'
                f'src:url("data:font/woff2;base64,{data}") format("woff2")}}\n'
            )
    return "".join(faces)
