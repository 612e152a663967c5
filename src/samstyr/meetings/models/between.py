"""What happens between meetings: written procedures, consultations, ratification, duties moved, what was sent."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.case import Case, Delay, Leg
from samstyr.meetings.models.meeting import AgendaItem, Meeting
from samstyr.meetings.models.paper import PaperVersion
from samstyr.meetings.models.readable import Readable, Written
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_READERS, Private, Shared
from samstyr.registry.models import Duty, Forum, Instrument, Organisation, Party
from samstyr.rules.procedure.consent import Reply
from samstyr.rules.procedure.states import ConsultationState, RatificationState, WrittenState


@tracked(part_of=["leg"])
class WrittenProcedure(Written):
    """A forum decides a leg in writing, between meetings.

    Silence counts as agreement only where `silence_basis` says so: rules of procedure or terms of reference.
    `reported` is the item of the next agenda that tells the result.
    """

    isolation = Private("the forum", OF_READERS)

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="procedures", verbose_name=_("leg"))
    paper = models.ForeignKey(PaperVersion, models.PROTECT, related_name="+", verbose_name=_("case paper"))
    opened_on = models.DateField(_("opened"))
    deadline = models.DateField(_("deadline"))
    silence_basis = models.ForeignKey(
        Instrument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("silence counts by"),
    )
    state = models.TextField(_("state"), default=WrittenState.OPEN.value)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    reported = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("reported under")
    )

    class Meta:
        verbose_name = _("written procedure")
        verbose_name_plural = _("written procedures")
        ordering = ["deadline", "id"]
        constraints = [
            models.CheckConstraint(
                name="written_state_known",
                condition=models.Q(state__in=sorted(state.value for state in WrittenState)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.leg_id}: {self.deadline.isoformat()}"


@tracked(part_of=["procedure"])
class WrittenAnswer(Written):
    """A party's answer in a written procedure; until the deadline it can be given anew."""

    isolation = Private("the forum", OF_READERS)

    procedure = models.ForeignKey(
        WrittenProcedure, models.CASCADE, related_name="answers", verbose_name=_("written procedure")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))
    answer = models.TextField(_("answer"))
    text = models.TextField(_("text"), blank=True)
    wants_meeting = models.BooleanField(_("wants a meeting"), default=False)

    class Meta:
        verbose_name = _("answer in writing")
        verbose_name_plural = _("answers in writing")
        ordering = ["procedure", "party"]
        constraints = [
            models.UniqueConstraint(fields=["procedure", "party"], name="written_answer_once"),
            models.CheckConstraint(
                name="written_answer_known",
                condition=models.Q(answer__in=sorted(reply.value for reply in Reply)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.answer}"


@tracked(part_of=["case"])
class Consultation(Written):
    """Others are asked for their comments on a case by a day."""

    isolation = Private("the forum, and those who are asked", OF_READERS)

    case = models.ForeignKey(Case, models.CASCADE, related_name="consultations", verbose_name=_("case"))
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+", verbose_name=_("forum"))
    title = models.TextField(_("title"))
    text = models.TextField(_("what is asked"), blank=True)
    opened_on = models.DateField(_("opened"))
    deadline = models.DateField(_("deadline"))
    state = models.TextField(_("state"), default=ConsultationState.OPEN.value)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["deadline", "id"]
        constraints = [
            models.CheckConstraint(
                name="consultation_state_known",
                condition=models.Q(state__in=sorted(state.value for state in ConsultationState)),
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked(part_of=["consultation"])
class ConsultationReply(Written):
    """What one of those asked replies; one the register does not have is named in words."""

    isolation = Private("the forum, and the one who is asked", OF_READERS)

    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="replies", verbose_name=_("consultation")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )
    name = models.TextField(_("name"), blank=True)
    text = models.TextField(_("reply"), blank=True)
    replied_on = models.DateField(_("replied"), null=True, blank=True)
    no_remarks = models.BooleanField(_("without remarks"), default=False)

    class Meta:
        verbose_name = _("reply to a consultation")
        verbose_name_plural = _("replies to a consultation")
        ordering = ["consultation", "id"]
        constraints = [
            models.CheckConstraint(
                name="reply_is_of_somebody",
                condition=models.Q(organisation__isnull=False, name="")
                | models.Q(organisation__isnull=True) & ~models.Q(name=""),
            ),
            models.UniqueConstraint(
                fields=["consultation", "organisation", "name"], name="reply_once", nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.organisation)


@tracked(part_of=["leg"])
class Ratification(Readable):
    """A council or a party must take home what was agreed on a leg, before it binds.

    The body is a forum of the register where it has it, else it is named in words. A body that belongs to no party
    alone has none here.
    """

    isolation = Private(
        "those with a role; of a closed case its forum, and the parties that ratify", OF_READERS
    )

    leg = models.ForeignKey(Leg, models.CASCADE, related_name="ratifications", verbose_name=_("leg"))
    party = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="ratifications", verbose_name=_("party")
    )
    body = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body")
    )
    body_name = models.TextField(_("name of the body"), blank=True)
    due = models.DateField(_("due"), null=True, blank=True)
    state = models.TextField(_("state"), default=RatificationState.AWAITED.value)
    decided_on = models.DateField(_("decided"), null=True, blank=True)
    funding_dkk = models.DecimalField(
        _("funding in kroner"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    evidence = models.TextField(_("evidence"), blank=True)

    class Meta:
        verbose_name = _("ratification")
        verbose_name_plural = _("ratifications")
        ordering = ["leg", "party", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg", "party", "body", "body_name"], name="ratification_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="ratification_state_known",
                condition=models.Q(state__in=sorted(state.value for state in RatificationState)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leg_id}: {self.body_name or self.body_id or self.party_id}"


@tracked(part_of=["duty"])
class DutyPlacement(models.Model):
    """A duty that was moved by hand to another meeting than its months or steps put it on.

    `planned` is the first day of the month, or the day of the step, that is moved.
    """

    isolation = Shared("the forum")

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="placements", verbose_name=_("duty"))
    planned = models.DateField(_("planned"))
    meeting_on = models.DateField(_("meeting"))

    class Meta:
        verbose_name = _("moved duty")
        verbose_name_plural = _("moved duties")
        ordering = ["planned"]
        constraints = [models.UniqueConstraint(fields=["duty", "planned"], name="duty_placement_once")]

    def __str__(self) -> str:
        return f"{self.duty_id}: {self.meeting_on.isoformat()}"


@tracked(part_of=["meeting"])
class Delivery(Readable):
    """Something that was sent to a user by e-mail, and when they opened it.

    `key` tells what was sent, so that a reminder or a digest goes out once.
    """

    isolation = Private("the forum's secretary, and the user", OF_READERS)

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user")
    )
    meeting = models.ForeignKey(
        Meeting, models.CASCADE, null=True, blank=True, related_name="deliveries", verbose_name=_("meeting")
    )
    delay = models.ForeignKey(
        Delay, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("delay")
    )
    kind = models.TextField(_("kind"))
    key = models.TextField(_("key"))
    asked_at = models.DateTimeField(_("asked"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    problem = models.TextField(_("problem"), blank=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["asked_at", "id"]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.key}"
