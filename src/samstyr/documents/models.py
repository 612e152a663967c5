"""Source documents, private until what they say is part of the record, and the search over everything.

Nothing private may be written to `SearchEntry`: it is shared, and read by everyone.
"""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_HAND_IN, Private, Shared


@tracked(noted=["content", "text"])
class SourceDocument(models.Model):
    """A document that was handed in: its bytes, and the text that facts point into with their spans.

    `kept_for` is the id of the forum whose secretaries see it beside the one who handed it in. The same bytes may
    be handed in by several people: nobody learns from it what another has.
    """

    isolation = Private("whoever handed it in, and the secretaries of its forum", OF_HAND_IN)

    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    text = models.TextField(_("text"), blank=True)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, verbose_name=_("added by")
    )
    kept_for = models.TextField(_("kept for the forum"), blank=True)

    class Meta:
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")
        ordering = ["-added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "added_by"], name="source_document_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.name


class SearchEntry(models.Model):
    """One thing that can be found: what it is called and the words it is found by.

    `folded` holds title and words in one spelling (documents/folding.py), so that Århus is found as Aarhus.
    """

    isolation = Shared("all parties: nothing private may be written here")

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=250)
    title = models.TextField()
    detail = models.TextField(blank=True)
    words = models.TextField(blank=True)
    folded = models.TextField()
    vector = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="danish")
        + SearchVector("words", weight="B", config="danish")
        + SearchVector("folded", weight="C", config="danish"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="search_entry_kind_key")]
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector"),
            GinIndex(OpClass("folded", name="gin_trgm_ops"), name="search_entry_folded"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"
