"""The app `accounts`."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Persons and users."""

    name = "samstyr.accounts"
