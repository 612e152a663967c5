"""The app `jobs`."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Tasks of the worker."""

    name = "samstyr.jobs"
