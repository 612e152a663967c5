"""Meetings, who was there, and what was on the agenda.

Shared record, without row-level security. A closed item has nothing here but its number and that it was closed;
what it was about lies in `models.closed`. What is said of an item that is not sent yet lies in `models.paper` and
`models.minutes`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.accounts.models import Person
from samstyr.documents.models import SourceDocument
from samstyr.meetings.models.noted import noted_of_attendance, noted_of_item
from samstyr.platform.history import tracked
from samstyr.platform.isolation import Shared
from samstyr.registry.models import Forum, Organisation, Subject
from samstyr.rules.procedure.states import MeetingState


@tracked()
class Meeting(models.Model):
    """One sitting of a forum. `state` is one of architecture.md's states of a meeting.

    Everyone may read which minutes it was read from (`minutes_name`); the document itself stays private.
    """

    isolation = Shared("the forum")

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
    minutes_name = models.TextField(_("file name of the minutes"), blank=True)
    applied_at = models.DateTimeField(_("minutes applied"), null=True, blank=True)
    extraordinary = models.BooleanField(_("extraordinary"), default=False)
    called_at = models.DateTimeField(_("called"), null=True, blank=True)
    frozen_at = models.DateTimeField(_("agenda sent"), null=True, blank=True)
    held_at = models.DateTimeField(_("held"), null=True, blank=True)
    minutes_sent_at = models.DateTimeField(_("minutes sent"), null=True, blank=True)
    approved_at = models.DateTimeField(_("minutes approved"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=0)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-date"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "date"], name="meeting_once_a_day"),
            models.CheckConstraint(
                name="meeting_state_known",
                condition=models.Q(state__in=sorted(state.value for state in MeetingState)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum} {self.date.isoformat()}"

    @property
    def stage(self) -> MeetingState:
        """Where the meeting is."""
        return MeetingState(self.state)


@tracked(part_of=["meeting"])
class Attendance(models.Model):
    """A person at a meeting (or absent from it), and for whom."""

    isolation = Shared("the forum")
    events_seen_by = staticmethod(noted_of_attendance)

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
    substitute_for = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("substitute for")
    )
    position = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.person}, {self.meeting}"


@tracked(part_of=["meeting"])
class AgendaItem(models.Model):
    """An item of a meeting. The mandate check of its decisions needs its subject, which a person chooses.

    A closed item has neither title nor subject here; the database refuses them.
    """

    isolation = Shared("the forum")
    events_seen_by = staticmethod(noted_of_item)

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
    origin = models.TextField(_("comes from"), blank=True)
    presenter = models.TextField(_("presented by"), blank=True)
    minutes_estimated = models.PositiveIntegerField(_("estimated minutes"), null=True, blank=True)
    sitting_as = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("sitting as")
    )
    approves = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_under",
        verbose_name=_("approves the minutes of"),
    )
    supplementary = models.BooleanField(_("supplementary"), default=False)
    withdrawn = models.BooleanField(_("taken off"), default=False)
    changed_at = models.DateTimeField(_("changed after it was sent"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=0)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position"]
        constraints = [
            # Checked when the transaction ends, because putting items in order swaps their positions.
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="item_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="closed_item_says_nothing",
                condition=models.Q(closed=False) | models.Q(title="", subject__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()
