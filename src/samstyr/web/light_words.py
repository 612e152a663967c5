"""Why a light rule proposes a light, in words (rules/portfolio/lights.py says which facts stand behind each code)."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samstyr.rules.portfolio.lights import Because, LightCode

WORDS: Final = {
    LightCode.NOT_KNOWN: _("Nothing is proposed: %(missing)s is not given."),
    LightCode.NOT_RULED: _("No rule: a judgement."),
    LightCode.WITHIN_BUDGET: _("Within the agreed cost."),
    LightCode.OVER_BUDGET: _("%(over)s million DKK over the agreed cost, within both limits."),
    LightCode.OVER_SHARE: _("%(over)s million DKK over the agreed cost: more than %(share_limit)s per cent."),
    LightCode.OVER_AMOUNT: _(
        "%(over)s million DKK over the agreed cost: more than %(amount_limit)s million DKK."
    ),
    LightCode.OVER_BOTH: _(
        "%(over)s million DKK over the agreed cost: more than %(share_limit)s per cent and more than %(amount_limit)s "
        "million DKK."
    ),
    LightCode.ON_TIME: _("Less than a month late by %(expected)s."),
    LightCode.LATE: _("%(days)s days late: a month or more, at most three."),
    LightCode.FAR_TOO_LATE: _("%(days)s days late: more than three months."),
}
FIGURES: Final = {
    "baseline_cost": _("the agreed cost"),
    "expected_cost": _("the expected cost"),
    "baseline_end": _("the agreed end"),
    "expected_end": _("the expected end"),
}


def why(because: Because) -> str:
    """Answer why a light is proposed."""
    return WORDS[because.code] % _facts(because.facts)


def _facts(facts: Mapping[str, object]) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, value in facts.items():
        if name == "missing" and isinstance(value, tuple):
            said[name] = f" {gettext('and')} ".join(str(FIGURES[each]) for each in value)
        elif isinstance(value, datetime.date):
            said[name] = date_format(value, "DATE_FORMAT")
        elif isinstance(value, Decimal):
            said[name] = _number(100 * value if name == "share_limit" else value)
        else:
            said[name] = str(value)
    return said


def _number(value: Decimal) -> str:
    text = f"{value:f}"
    return number_format(text.rstrip("0").rstrip(".") if "." in text else text)
