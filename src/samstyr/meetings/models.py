"""Meetings and what was decided at them.

Shared record, without row-level security: what stands here was read from minutes that a person has reviewed
and applied. Minutes under review (`Review`) are seen only by those who may apply them.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.accounts.models import Person
from samstyr.documents.models import SourceDocument
from samstyr.registry.models import Forum, Initiative, Organisation, Subject


class Meeting(models.Model):
    """One sitting of a forum. `state` is one of architecture.md's states of a meeting."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings", verbose_name=_("forum"))
    date = models.DateField(_("date"))
    start = models.TimeField(_("start"), null=True, blank=True)
    end = models.TimeField(_("end"), null=True, blank=True)
    place = models.TextField(_("place"), blank=True)
    state = models.TextField(_("state"), default="planned")
    document = models.OneToOneField(
        SourceDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meeting",
        verbose_name=_("minutes"),
    )

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-date"]
        constraints = [models.UniqueConstraint(fields=["forum", "date"], name="meeting_once_a_day")]

    def __str__(self) -> str:
        return f"{self.forum} {self.date.isoformat()}"


class Attendance(models.Model):
    """A person at a meeting (or absent from it), and for whom."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="attendances", verbose_name=_("meeting")
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendances", verbose_name=_("person"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, verbose_name=_("organisation")
    )
    organisation_text = models.TextField(_("organisation as written"), blank=True)
    role = models.TextField(_("role"), blank=True)
    attendance = models.TextField(_("attendance"), blank=True)
    items = models.TextField(_("items"), blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.person}, {self.meeting}"


class AgendaItem(models.Model):
    """An item of a meeting. The mandate check of its decisions needs its subject, which a person chooses."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", verbose_name=_("meeting"))
    position = models.PositiveIntegerField(_("position"))
    number = models.TextField(_("number"), blank=True)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    title = models.TextField(_("title"))
    kind = models.TextField(_("kind"), blank=True)
    kind_from = models.TextField(_("kind read from"), blank=True)
    closed = models.BooleanField(_("closed"), default=False)
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="items", verbose_name=_("subject")
    )
    span = models.JSONField(_("span"), null=True, blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="item_position_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class OfItem(models.Model):
    """Something that belongs to an item and stands on words of the minutes."""

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="%(class)ss", verbose_name=_("agenda item")
    )
    span = models.JSONField(_("span"), null=True, blank=True)

    class Meta:
        abstract = True


class RecommendationClause(OfItem):
    """A proposed resolution, one "at …" clause. Never shown as a decision."""

    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")

    def __str__(self) -> str:
        return self.text


class Resolution(OfItem):
    """What was decided. Immutable: the database refuses a change; a later resolution supersedes it."""

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
        verbose_name = _("resolution")
        verbose_name_plural = _("resolutions")
        ordering = ["item__position", "id"]

    def __str__(self) -> str:
        return self.quote


class Action(OfItem):
    """What someone is to do after the meeting."""

    who = models.JSONField(_("who"), default=list)
    what = models.TextField(_("what"))
    due = models.DateField(_("due"), null=True, blank=True)
    certainty = models.TextField(_("certainty"), blank=True)
    done_at = models.DateField(_("done"), null=True, blank=True)
    evidence = models.TextField(_("evidence"), blank=True)

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-up")
        ordering = [models.F("due").asc(nulls_last=True), "item__position", "id"]

    def __str__(self) -> str:
        return self.what


class ImportedFact(models.Model):
    """A typed fact read from minutes whose own page comes later (lights, observations, incidents …).

    `kind` is the list of minutes.md it stood in, `content` its keys and values there; `initiative` is the one
    a light was matched to. Its page, once there is one, takes it over from here.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="facts", verbose_name=_("meeting"))
    item = models.ForeignKey(
        AgendaItem, models.CASCADE, null=True, related_name="facts", verbose_name=_("agenda item")
    )
    kind = models.TextField(_("kind"))
    content = models.JSONField(_("content"))
    initiative = models.ForeignKey(
        Initiative, models.PROTECT, null=True, blank=True, verbose_name=_("initiative")
    )
    span = models.JSONField(_("span"), null=True, blank=True)

    class Meta:
        verbose_name = _("imported fact")
        verbose_name_plural = _("imported facts")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind}, {self.meeting}"


class Review(models.Model):
    """Minutes that were handed in and wait for a person: what was read, what the person made of it."""

    document = models.OneToOneField(
        SourceDocument, models.CASCADE, related_name="review", verbose_name=_("source document")
    )
    read = models.JSONField(_("as read"), null=True)
    corrected = models.JSONField(_("as corrected"), null=True)
    error = models.TextField(_("error"), blank=True)
    state = models.TextField(_("state"), default="reading")  # reading → waiting | failed → applied
    meeting = models.OneToOneField(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="review", verbose_name=_("meeting")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("reviewed by")
    )
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-document__added_at"]

    def __str__(self) -> str:
        return str(self.document)
