"""The drawings of a portfolio, in the words of the pages."""

from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samstyr.portfolio.queries.portfolios import PortfolioLine
from samstyr.print.portfolio.bubble import LEVELS, Bubble, BubbleFigure, bubble_svg
from samstyr.rules.portfolio.lights import Light
from samstyr.web.wording import LIGHTS


def cost_against_risk(lines: Iterable[PortfolioLine]) -> SafeString | None:
    """Answer the drawing of cost against risk; None where no report gives both."""
    bubbles = tuple(
        Bubble(
            name=line.initiative.code or line.initiative.name,
            cost=line.report.expected_cost,
            risk=Light(line.report.risk),
            light=Light(line.report.light),
        )
        for line in lines
        if line.report is not None and line.report.expected_cost is not None and line.report.risk in LEVELS
    )
    if not bubbles:
        return None
    figure = BubbleFigure(
        title=_("Expected cost against risk"),
        description=_("{number} initiatives. Everything in the drawing stands in the table.").format(
            number=len(bubbles)
        ),
        cost_name=_("Expected cost, million DKK"),
        levels=(
            _("Risk: {light}").format(light=LIGHTS["green"]),
            _("Risk: {light}").format(light=LIGHTS["yellow"]),
            _("Risk: {light}").format(light=LIGHTS["red"]),
        ),
        bubbles=bubbles,
    )
    return mark_safe(bubble_svg(figure))  # the drawing escapes every word in it
