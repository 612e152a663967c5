"""The forms of portfolios: a status report, and what a forum holds of one."""

import datetime
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.portfolio.models import ReportDraft, StatusReport
from samstyr.portfolio.models.report import Reported
from samstyr.portfolio.services.reporting import ReportContent
from samstyr.rules.portfolio.lights import Dimension, Figures, Light, State
from samstyr.web.forms.plain import PlainForm, day_field, text_field
from samstyr.web.wording import LIGHTS, STATES

LARGEST_COST: Final = Decimal(1_000_000_000)  # million DKK
FIGURES: Final = ("state", "baseline_cost", "expected_cost", "baseline_end", "expected_end")
WORDS: Final = ("as_of", "valid_until", "light", "reason", "text")
RULED: Final = (Dimension.TIME, Dimension.ECONOMY)  # what the light rule proposes by figures
CHOICES: Final = [(light.value, LIGHTS[light]) for light in Light]


def _cost(**kwargs: Any) -> forms.DecimalField:
    field = forms.DecimalField(
        required=False,
        min_value=0,
        max_value=LARGEST_COST,
        max_digits=18,
        decimal_places=6,
        localize=True,
        **kwargs,
    )
    field.widget.attrs["inputmode"] = "decimal"
    return field


class ReportForm(PlainForm):
    """How an initiative goes; it may be kept half done."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    as_of = day_field(label=_("As of"))
    valid_until = day_field(
        label=_("Valid until"), required=False, help_text=_("The lights fade after that day.")
    )
    state = forms.ChoiceField(label=_("State"), choices=[(state.value, STATES[state]) for state in State])
    baseline_cost = _cost(label=_("Agreed cost, million DKK"))
    expected_cost = _cost(label=_("Expected cost, million DKK"))
    baseline_end = day_field(label=_("Agreed end"), required=False)
    expected_end = day_field(label=_("Expected end"), required=False)
    light = forms.ChoiceField(label=_("Overall light"), choices=CHOICES)
    reason = text_field(
        label=_("Why"),
        rows=3,
        required=False,
        help_text=_("The overall light is a judgement: say what it rests on."),
    )
    text = text_field(label=_("What has happened since the last report"), rows=6, required=False)
    correction = forms.CharField(
        label=_("What was wrong in the report this one supersedes"), required=False, max_length=2000
    )
    corrects = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for dimension in Dimension:
            self.fields[_light(dimension)] = forms.ChoiceField(
                label=_("Light"),
                choices=CHOICES,
                widget=forms.Select(attrs={"class": "form-select"}),
            )
            if dimension not in RULED:
                continue
            self.fields[_why(dimension)] = forms.CharField(
                label=_("Why another light than the rule proposes"),
                required=False,
                max_length=2000,
                widget=forms.TextInput(attrs={"class": "form-input"}),
            )

    def sub_fields(self) -> list[tuple[Dimension, forms.BoundField, forms.BoundField | None]]:
        """Answer the field of the light for each dimension, and that of its reason where the rule proposes one."""
        return [(each, self[_light(each)], self[_why(each)] if each in RULED else None) for each in Dimension]

    def content(self) -> ReportContent:
        """Answer what the form says."""
        given = self.cleaned_data
        return ReportContent(
            as_of=given["as_of"],
            valid_until=given["valid_until"],
            state=State(given["state"]),
            light=Light(given["light"]),
            reason=given["reason"],
            sub={each: Light(given[_light(each)]) for each in Dimension},
            deviations={each: given[_why(each)] for each in RULED},
            figures=Figures(
                baseline_cost=given["baseline_cost"],
                expected_cost=given["expected_cost"],
                baseline_end=given["baseline_end"],
                expected_end=given["expected_end"],
            ),
            text=given["text"],
            corrects=given["corrects"],
            correction=given["correction"],
        )


class AssessForm(PlainForm):
    """What a forum holds of a report."""

    light = forms.ChoiceField(label=_("The forum's light"), choices=CHOICES)
    reason = text_field(label=_("Why"), rows=3)


def as_initial(draft: ReportDraft | None, last: StatusReport | None, on: datetime.date) -> dict[str, Any]:
    """Answer what a form begins with: the newest draft, or the figures and the state of the last report.

    The version it is built on is for the one who knows the drafts to say.
    """
    said = draft or last
    # Nobody has judged yet: a light is chosen, never one that merely stood first in a list.
    initial: dict[str, Any] = dict.fromkeys(("light", *map(_light, Dimension)), Light.NONE.value)
    if said is None:
        return {**initial, "as_of": on, "state": State.RUNNING.value}
    if draft is None:
        return {**initial, **{name: getattr(said, name) for name in FIGURES}, "as_of": on}
    return {**_all_of(draft), "correction": draft.correction, "corrects": draft.corrects_id}


def as_correction(report: StatusReport) -> dict[str, Any]:
    """Answer what a form begins with that corrects a published report: all that it says."""
    return {**_all_of(report), "corrects": report.pk}


def _all_of(said: Reported) -> dict[str, Any]:
    initial = {name: getattr(said, name) for name in (*FIGURES, *WORDS)}
    for dimension in Dimension:
        initial[_light(dimension)] = getattr(said, dimension.value)
        if dimension in RULED:
            initial[_why(dimension)] = said.deviations.get(dimension.value, "")
    return initial


def _light(dimension: Dimension) -> str:
    return f"light_{dimension.value}"


def _why(dimension: Dimension) -> str:
    return f"why_{dimension.value}"
