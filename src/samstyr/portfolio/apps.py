"""The app `portfolio`."""

from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    """Agreements, initiatives, status reports and portfolios."""

    name = "samstyr.portfolio"
