"""A series of reports that was handed in and waits while a person says what its columns are.

Private: seen by whoever handed it in, and gone once it is stored or given up.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.readable import Readable
from samstyr.meetings.models.review import HandedIn
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_READERS, Private


@tracked(noted=["content", "mapping"])
class WaitingSeries(HandedIn, Readable):
    """An XLSX or CSV file as it was handed in, with the mapping (YAML) as far as it was made."""

    isolation = Private("whoever handed it in", OF_READERS)

    name = models.TextField(_("file name"))
    content = models.BinaryField(_("content"))
    mapping = models.TextField(_("mapping"))
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("series of reports that waits")
        verbose_name_plural = _("series of reports that wait")
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.name
