"""Status reports of initiatives, and what fora make of them.

Shared record, without row-level security. A report is given once and follows its initiative into every portfolio;
what a forum holds of it stands beside it. Neither is ever changed: the database refuses it, a later one follows.
"""

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models import Resolution
from samstyr.meetings.models.readable import Authored
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, Shared
from samstyr.registry.models import Forum, Initiative
from samstyr.rules.portfolio.lights import Light, State

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

LEAD: Final = "lead"  # the rater of an initiative's own reports
SCALE: Final = "green-yellow-red"  # the scale of the lights of rules/portfolio/lights.py
LIGHTS: Final = sorted(light.value for light in Light)
STATES: Final = sorted(state.value for state in State)


def light_field(name: "StrOrPromise") -> "models.TextField[str, str]":
    """Answer the column of a light; nothing said is `none`."""
    return models.TextField(name, default=Light.NONE.value)


def known_lights(name: str) -> list[models.CheckConstraint]:
    """Answer the constraints on the columns of `Reported`; `name` begins theirs."""
    fields = ("light", "time", "economy", "quality", "benefits", "risk")
    return [
        models.CheckConstraint(
            name=f"{name}_lights_known",
            condition=models.Q(*((f"{field}__in", LIGHTS) for field in fields)),
        ),
        models.CheckConstraint(name=f"{name}_state_known", condition=models.Q(state__in=STATES)),
    ]


class Reported(models.Model):
    """What a report says. Amounts are in million DKK; `deviations` holds the reason for each sub-light that is not
    the one its rule proposes.
    """

    as_of = models.DateField(_("as of"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    state = models.TextField(_("state"))
    light = light_field(_("light"))
    reason = models.TextField(_("reason"), blank=True)
    time = light_field(_("time"))
    economy = light_field(_("economy"))
    quality = light_field(_("quality"))
    benefits = light_field(_("benefits"))
    risk = light_field(_("risk"))
    deviations = models.JSONField(_("reasons for deviating"), default=dict, blank=True)
    baseline_cost = models.DecimalField(
        _("agreed cost"), max_digits=18, decimal_places=6, null=True, blank=True
    )
    expected_cost = models.DecimalField(
        _("expected cost"), max_digits=18, decimal_places=6, null=True, blank=True
    )
    baseline_end = models.DateField(_("agreed end"), null=True, blank=True)
    expected_end = models.DateField(_("expected end"), null=True, blank=True)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        abstract = True


SAID: Final = tuple(field.name for field in Reported._meta.local_fields)
"""The columns of `Reported`: a draft and the report made of it say the same."""


@tracked(part_of=["initiative"])
class StatusReport(Reported):
    """A status report that was published. Immutable; one that corrects it supersedes it.

    `rater` is whose judgement it is: the lead's, or another named in an import; `scale` the set of lights it was given
    on. `rule` and `rule_version` name the light rule, `proposed` what it proposed for each sub-light, with why.
    `day_unknown`: the day it is as of is not known, only that it held from then at the latest known.
    `original` is the value as the source has it, `source_document` where that stands. `draft` is the version of the
    lead's draft it was made of.
    """

    isolation = Shared("the lead of the initiative", ADD)

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="reports", verbose_name=_("initiative")
    )
    rater = models.TextField(_("rater"))
    scale = models.TextField(_("scale"))
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    day_unknown = models.BooleanField(_("the day is not known"), default=False)
    rule = models.TextField(_("light rule"), blank=True)
    rule_version = models.TextField(_("version of the light rule"), blank=True)
    proposed = models.JSONField(_("proposed by the light rule"), default=dict, blank=True)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("supersedes"),
    )
    correction = models.TextField(_("what was corrected"), blank=True)
    original = models.TextField(_("value in the source"), blank=True)
    source_document = models.TextField(_("source document"), blank=True)
    draft = models.PositiveIntegerField(_("version of the draft"), null=True, blank=True)

    class Meta:
        verbose_name = _("status report")
        verbose_name_plural = _("status reports")
        ordering = ["initiative", "as_of", "published_at", "id"]
        indexes = [
            models.Index(
                fields=["initiative", "rater", "-as_of", "-published_at", "-id"],
                include=["light", "valid_until"],  # counting the lights of a portfolio reads the index alone
                name="report_of_rater",
            ),
            models.Index(fields=["initiative", "-as_of", "-published_at", "-id"], name="report_latest"),
        ]
        constraints = [
            *known_lights("report"),
            models.CheckConstraint(
                name="report_correction_says_what",
                condition=models.Q(supersedes__isnull=True) | ~models.Q(correction=""),
            ),
            models.UniqueConstraint(
                fields=["initiative", "rater", "as_of"],
                condition=models.Q(supersedes__isnull=True),
                name="report_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.as_of.isoformat()}"


@tracked(part_of=["report", "forum"])
class Assessment(Authored):
    """What a forum holds of a report. It stands beside the report's own light; the latest one counts."""

    isolation = Shared("the forum", ADD)

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="assessments", verbose_name=_("forum"))
    report = models.ForeignKey(
        StatusReport, models.PROTECT, related_name="assessments", verbose_name=_("status report")
    )
    light = light_field(_("light"))
    reason = models.TextField(_("reason"))
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("resolution")
    )
    on = models.DateField(_("date"))

    class Meta:
        verbose_name = _("forum's assessment")
        verbose_name_plural = _("fora's assessments")
        ordering = ["report", "forum", "on", "id"]
        constraints = [
            models.CheckConstraint(name="assessment_light_known", condition=models.Q(light__in=LIGHTS))
        ]

    def __str__(self) -> str:
        return f"{self.forum_id}: {self.report_id}"
