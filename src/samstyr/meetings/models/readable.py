"""What rows of private tables have in common: who wrote them, and the names of those who may read them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Readable(models.Model):
    """A row that is seen by whoever answers to one of its readers (rules/procedure/readers.py)."""

    readers = ArrayField(models.TextField(), verbose_name=_("readers"))

    class Meta:
        abstract = True


class Authored(models.Model):
    """A row that somebody wrote, and when."""

    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("written"))

    class Meta:
        abstract = True

    @property
    def writer(self) -> str:
        """Who wrote it, by name; nothing where the person's account was erased."""
        if self.written_by is None:
            return ""
        return self.written_by.person.name if self.written_by.person else self.written_by.get_username()


class Written(Readable, Authored):
    """A row that somebody wrote, and its version: who changes it says which version they saw."""

    version = models.PositiveIntegerField(_("version"), default=1)

    class Meta:
        abstract = True
