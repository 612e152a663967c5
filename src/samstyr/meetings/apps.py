"""The app `meetings`."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings and what was read from minutes."""

    name = "samstyr.meetings"
