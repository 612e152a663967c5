"""Lights, what they are about and the states of initiatives, in Danish: papers are in the language of the record."""

from typing import Final

from samstyr.rules.portfolio.lights import Dimension, Light

LIGHTS: Final = {Light.GREEN: "grøn", Light.YELLOW: "gul", Light.RED: "rød", Light.NONE: "intet lys"}
DIMENSIONS: Final = {
    Dimension.TIME: "tid",
    Dimension.ECONOMY: "økonomi",
    Dimension.QUALITY: "kvalitet",
    Dimension.BENEFITS: "gevinster",
    Dimension.RISK: "risiko",
}
STATES: Final = {
    "not-started": "ikke begyndt",
    "running": "i gang",
    "paused": "sat i bero",
    "ended": "afsluttet",
    "discontinued": "stoppet",
}
NO_REPORT: Final = "ingen rapport"


def light_words(light: Light | None, *, faded: bool = False) -> str:
    """Answer a light in a word; None: never reported."""
    if light is None:
        return NO_REPORT
    return f"{LIGHTS[light]} (falmet)" if faded else LIGHTS[light]
