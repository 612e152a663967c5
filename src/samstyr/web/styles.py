"""The style sheets of pages, for what is drawn with them elsewhere."""

from pathlib import Path

from django.contrib.staticfiles import finders


def style_sheet(name: str) -> str:
    """Answer the text of a style sheet (`samstyr/map.css`). Raises FileNotFoundError where there is none."""
    file = finders.find(name)
    if not isinstance(file, str):
        raise FileNotFoundError(name)
    return Path(file).read_text(encoding="utf-8")
