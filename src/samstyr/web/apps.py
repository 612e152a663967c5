"""The app `web`."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "samstyr.web"
