"""The app `documents`."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Source documents and search."""

    name = "samstyr.documents"
