"""Cases, their legs through fora, and the positions of the parties on them.

Cases and legs are shared. A position is private to those who sit in the leg's forum and to its party, and says
nothing before the party has released it; what a party writes on the way lies in `models.room`.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.accounts.models import Person
from samstyr.meetings.models.meeting import AgendaItem, Meeting
from samstyr.meetings.models.noted import noted_of_case
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_POSITION, Private, Shared
from samstyr.registry.models import Duty, Forum, Party, Subject
from samstyr.rules.position import OPEN, SAID, PositionState, Stance
from samstyr.rules.procedure.states import CaseState, LegState


@tracked()
class Case(models.Model):
    """One matter on its way through fora.

    A closed case has neither title, summary, subject nor facts here: they lie in `models.paper.ClosedCase`.

    `start` is the forum where its paper lies, `ready_on` the day it is ready there; a case without them has no route.
    `facts` are what mandates depend on, by name. `foreseen_decision` and `foreseen_binding` are what the route said
    when it was last planned: what is decided later than that is a delay.
    """

    isolation = Shared("the fora it passes")
    events_seen_by = staticmethod(noted_of_case)

    title = models.TextField(_("title"))
    summary = models.TextField(_("what it is about"), blank=True)
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="cases", verbose_name=_("subject")
    )

    state = models.TextField(_("state"), default=CaseState.DRAFT.value)
    closed = models.BooleanField(_("closed"), default=False)
    decided_on = models.DateField(_("decided"), null=True, blank=True)
    duty = models.ForeignKey(
        Duty, models.SET_NULL, null=True, blank=True, related_name="cases", verbose_name=_("duty")
    )
    proposed_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("proposed by")
    )
    start = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("where the paper lies")
    )
    ready_on = models.DateField(_("ready"), null=True, blank=True)
    wanted_by = models.DateField(_("decision wanted by"), null=True, blank=True)
    in_writing = models.BooleanField(_("written procedure may be used"), default=False)
    facts = models.JSONField(_("facts"), default=dict, blank=True)
    foreseen_decision = models.DateField(_("foreseen decision"), null=True, blank=True)
    foreseen_binding = models.DateField(_("foreseen to bind"), null=True, blank=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="closed_case_says_nothing",
                condition=models.Q(closed=False)
                | models.Q(title="", summary="", subject__isnull=True, duty__isnull=True, facts={}),
            ),
            models.CheckConstraint(
                name="case_state_known",
                condition=models.Q(state__in=sorted(state.value for state in CaseState)),
            ),
            models.CheckConstraint(
                name="case_starts_on_a_day",
                condition=models.Q(start__isnull=True, ready_on__isnull=True)
                | models.Q(start__isnull=False, ready_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def said(self) -> Any:
        """What says title, summary and subject: the case itself, or where it is closed its content, or None."""
        return getattr(self, "content", None) if self.closed else self


@tracked(part_of=["case", "meeting"])
class Leg(models.Model):
    """A case before one forum: the forum first, the meeting once it is known.

    `planned_on` and `submit_by` are what the case's route said of the leg when it was last planned; `written_until` is
    the last day of a written procedure under way, and `treated_on` the day it was treated, at a meeting or in writing.
    """

    isolation = Shared("the forum")

    case = models.ForeignKey(Case, models.CASCADE, related_name="legs", verbose_name=_("case"))
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="legs", verbose_name=_("forum"))
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="legs", verbose_name=_("meeting")
    )
    position = models.PositiveIntegerField(_("position"))
    act = models.TextField(_("act"), blank=True)
    state = models.TextField(_("state"), default=LegState.PLANNED.value)
    planned_on = models.DateField(_("planned"), null=True, blank=True)
    submit_by = models.DateField(_("papers due"), null=True, blank=True)
    written_until = models.DateField(_("in writing until"), null=True, blank=True)
    treated_on = models.DateField(_("treated"), null=True, blank=True)
    items = models.ManyToManyField(
        AgendaItem, through="Treatment", related_name="legs", verbose_name=_("agenda items")
    )

    class Meta:
        verbose_name = _("leg")
        verbose_name_plural = _("legs")
        ordering = ["case", "position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="leg_position_once"),
            models.CheckConstraint(
                name="leg_state_known",
                condition=models.Q(state__in=sorted(state.value for state in LegState)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.forum_id}"


@tracked(part_of=["case"])
class Delay(models.Model):
    """What a case lost when a leg could not sit as planned: the days foreseen before, and after.

    `forum` is where it was lost, None where it is not one forum's doing; a day that is None is not known any more.
    """

    isolation = Shared("the fora the case passes")

    case = models.ForeignKey(Case, models.CASCADE, related_name="delays", verbose_name=_("case"))
    forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("forum")
    )
    why = models.TextField(_("why"))
    noted_on = models.DateField(_("noted"))
    planned_on = models.DateField(_("planned"), null=True, blank=True)
    moved_to = models.DateField(_("moved to"), null=True, blank=True)
    decision_before = models.DateField(_("decision before"))
    decision_after = models.DateField(_("decision after"), null=True, blank=True)

    class Meta:
        verbose_name = _("delay")
        verbose_name_plural = _("delays")
        ordering = ["case", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.decision_before} → {self.decision_after}"


@tracked(part_of=["leg", "item"])
class Treatment(models.Model):
    """A leg on an agenda: an item may treat several legs, and a leg that is postponed gets an item more.

    `paper` is the version of the case paper that was sent with the agenda; None before that.
    """

    isolation = Shared("the forum")

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="treatments", verbose_name=_("leg"))
    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="treatments", verbose_name=_("agenda item")
    )
    paper = models.ForeignKey(
        "PaperVersion", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("case paper")
    )

    class Meta:
        verbose_name = _("treatment")
        verbose_name_plural = _("treatments")
        ordering = ["leg", "item"]
        constraints = [models.UniqueConstraint(fields=["leg", "item"], name="treatment_once")]

    def __str__(self) -> str:
        return f"{self.leg_id}: {self.item_id}"


@tracked(part_of=["leg"])
class Position(models.Model):
    """A party's position on a leg: asked for, in the party's constituency until a day, released, recorded.

    `stance` and `remarks` are empty until the party releases them, and then stay as they are: the database refuses
    anything else. `forum` is the leg's: the policy of a table may look at nothing but the row.
    """

    isolation = Private("the party, and those who sit in the forum", OF_POSITION)

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="positions", verbose_name=_("leg"))
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+", verbose_name=_("forum"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="positions", verbose_name=_("party"))
    state = models.TextField(_("state"), default=PositionState.ASKED.value)
    due = models.DateField(_("due"))
    ready_on = models.DateField(_("in constituency until"), null=True, blank=True)
    stance = models.TextField(_("stance"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("released by"),
    )

    class Meta:
        verbose_name = _("party's position")
        verbose_name_plural = _("parties' positions")
        ordering = ["leg", "party"]
        constraints = [
            models.UniqueConstraint(fields=["leg", "party"], name="position_once"),
            models.CheckConstraint(
                name="position_state_known",
                condition=models.Q(state__in=sorted(state.value for state in PositionState)),
            ),
            models.CheckConstraint(
                name="position_says_nothing_before_release",
                condition=models.Q(
                    state__in=sorted(state.value for state in SAID),
                    stance__in=sorted(stance.value for stance in Stance),
                    released_at__isnull=False,
                )
                | models.Q(stance="", remarks="", released_at__isnull=True)
                & ~models.Q(state__in=sorted(state.value for state in SAID)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id}, {self.leg}"

    @property
    def is_open(self) -> bool:
        """Whether the party can still write on it."""
        return PositionState(self.state) in OPEN
