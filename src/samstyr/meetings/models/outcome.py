"""What was proposed, decided and is to be done under an agenda item, and the facts read from its minutes.

Shared record, without row-level security: everyone may read it. What belongs to a closed item lies in
`models.closed`, in private tables with the same columns.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.meeting import AgendaItem, Meeting
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, Shared
from samstyr.registry.models import Initiative


class OfItem(models.Model):
    """Something that belongs to an item and stands on words of the minutes."""

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="%(class)ss", verbose_name=_("agenda item")
    )
    span = models.JSONField(_("span"), null=True, blank=True)

    class Meta:
        abstract = True


class Clause(OfItem):
    """The columns of a recommendation."""

    text = models.TextField(_("text"))

    class Meta:
        abstract = True
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")

    def __str__(self) -> str:
        return self.text


class Decided(OfItem):
    """The columns of a resolution. Immutable: the database refuses a change; a later one supersedes it."""

    verb = models.TextField(_("verb"))
    with_remarks = models.BooleanField(_("with remarks"), default=False)
    quote = models.TextField(_("words of the minutes"))
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )

    class Meta:
        abstract = True
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")
        ordering = ["item__position", "id"]

    def __str__(self) -> str:
        return self.quote


class ToDo(OfItem):
    """The columns of what someone is to do after the meeting."""

    who = models.JSONField(_("who"), default=list)
    what = models.TextField(_("what"))
    due = models.DateField(_("due"), null=True, blank=True)
    back_on = models.DateField(_("back before the forum on"), null=True, blank=True)
    certainty = models.TextField(_("certainty"), blank=True)
    done_at = models.DateField(_("done"), null=True, blank=True)
    evidence = models.TextField(_("evidence"), blank=True)

    class Meta:
        abstract = True
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-up")
        ordering = [models.F("due").asc(nulls_last=True), "item__position", "id"]

    def __str__(self) -> str:
        return self.what


class Fact(models.Model):
    """The columns of a typed fact whose own page comes later (lights, observations, incidents …).

    `kind` is the list of minutes.md it stood in, `content` its keys and values there; `initiative` is the one
    a light was matched to. Its page, once there is one, takes it over from here.
    """

    kind = models.TextField(_("kind"))
    content = models.JSONField(_("content"))
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, null=True, blank=True, verbose_name=_("initiative")
    )
    span = models.JSONField(_("span"), null=True, blank=True)

    class Meta:
        abstract = True
        verbose_name = _("imported fact")
        verbose_name_plural = _("imported facts")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.kind


@tracked(part_of=["item"])
class RecommendationClause(Clause):
    """A proposed resolution, one "at …" clause. Never shown as a decision."""

    isolation = Shared("the forum")


@tracked(part_of=["item"])
class Resolution(Decided):
    """What was decided. Only ever added to: a later resolution supersedes an earlier one."""

    isolation = Shared("the forum", ADD)


@tracked(part_of=["item"])
class Action(ToDo):
    """What someone is to do after the meeting."""

    isolation = Shared("the forum")


@tracked(part_of=["meeting", "item"])
class ImportedFact(Fact):
    """A typed fact of an open item, or of the meeting as a whole."""

    isolation = Shared("the forum")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="facts", verbose_name=_("meeting"))
    item = models.ForeignKey(
        AgendaItem, models.CASCADE, null=True, related_name="facts", verbose_name=_("agenda item")
    )
