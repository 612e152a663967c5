"""The style of a picture that stands alone: the page's own, with the light colours put in and the font along."""

import base64
import re
from pathlib import Path
from typing import Final

BEGIN, END = "/* drawing */", "/* end of drawing */"
_NAME: Final = re.compile(r"(--map-[a-z-]+):\s*([^;]+);")
_USE: Final = re.compile(r"var\((--map-[a-z-]+)\)")
FACES: Final = {400: "Regular", 600: "SemiBold"}


def stand_alone_style(page_style: str, fonts: Path) -> str:
    """Answer the rules of the drawing without names of colours, and the faces from the folder `fonts`.

    `page_style` is the map's style sheet, whose first colours are the light ones. A folder that is not there
    leaves the reader's own fonts. Raises KeyError for a colour that has no value.
    """
    light: dict[str, str] = {}
    for name, value in _NAME.findall(page_style):
        light.setdefault(name, value.strip())
    rules = page_style[page_style.index(BEGIN) + len(BEGIN) : page_style.index(END)]
    return _faces(fonts) + _USE.sub(lambda found: light[found[1]], rules).strip()


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
