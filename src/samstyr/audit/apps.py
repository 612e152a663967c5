"""The app `audit`."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Reading the events that the database keeps; it has no table of its own."""

    name = "samstyr.audit"
