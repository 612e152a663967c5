"""The app `registry`."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The register."""

    name = "samstyr.registry"
