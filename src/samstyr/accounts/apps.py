"""The app `accounts`."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from samstyr.platform.isolation import secure


class AccountsConfig(AppConfig):
    """Persons and users."""

    name = "samstyr.accounts"

    def ready(self) -> None:
        """After each migration every table gets its rights and its policy anew."""
        post_migrate.connect(_secure, sender=self)


def _secure(**_signal: Any) -> None:
    secure()
