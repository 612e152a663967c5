"""The app `registry`."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    """The register."""

    name = "samstyr.registry"
    verbose_name = _("The register")
