"""The rules of a drawing for paper and files: those of the page's style sheet, with the light colours put in."""

import re
from typing import Final

_NAME: Final = re.compile(r"(--[a-z-]+):\s*([^;]+);")
_USE: Final = re.compile(r"var\((--[a-z-]+)\)")


def light_rules(page_style: str, begin: str, end: str) -> str:
    """Answer the rules between two comments of a style sheet without names of colours.

    The first value of a name is the light one. Raises KeyError for a colour that has no value, and ValueError where a
    comment is missing.
    """
    light: dict[str, str] = {}
    for name, value in _NAME.findall(page_style):
        light.setdefault(name, value.strip())
    rules = page_style[page_style.index(begin) + len(begin) : page_style.index(end)]
    return _USE.sub(lambda found: light[found[1]], rules).strip()
