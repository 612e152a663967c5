"""The forms with which a lead keeps milestones: new ones, new dates, what is reached, and what waits for what."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.rules.portfolio.milestones import Agreed, AgreedKind
from samstyr.web.forms.plain import PlainForm, day_field, text_field
from samstyr.web.wording import AGREED_KINDS

Choices = Sequence[tuple[str, Any]]
LATER_KINDS: Final = [
    (kind.value, AGREED_KINDS[kind]) for kind in (AgreedKind.EXPECTED, AgreedKind.AGREEMENT)
]
MOST_DAYS_BETWEEN: Final = 3650


class MilestoneForm(PlainForm):
    """A new milestone with its first date, the baseline."""

    name = forms.CharField(label=_("Milestone"), max_length=300)
    part = forms.ChoiceField(label=_("Part of the initiative"), required=False)
    date = day_field(label=_("First agreed date (baseline)"))
    by = forms.CharField(label=_("Agreed by, or in"), max_length=300)
    on = day_field(label=_("Agreed on"))

    def __init__(self, *args: Any, parts: Choices, taken: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._taken = taken
        if parts:
            self.offer("part", [("", ""), *parts])
        else:
            del self.fields["part"]

    def clean_name(self) -> str:
        """Refuse a name that the initiative has a milestone of."""
        name: str = self.cleaned_data["name"].strip()
        if name in self._taken:
            raise forms.ValidationError(_("The initiative has a milestone of that name."))
        return name

    def baseline(self) -> Agreed:
        """Answer the first date."""
        given = self.cleaned_data
        return Agreed(given["date"], given["by"], AgreedKind.BASELINE, given["on"])


class DateForm(PlainForm):
    """Another date of a milestone; those before it stay."""

    date = day_field(label=_("New date"))
    kind = forms.ChoiceField(
        label=_("The date is"),
        choices=LATER_KINDS,
        help_text=_("An agreed date is a promise that slip is told from; an expected one is not."),
    )
    by = forms.CharField(label=_("Set by, or in"), max_length=300)
    on = day_field(label=_("Set on"))
    resolution = forms.ChoiceField(label=_("Decision behind it"), required=False)
    reason = text_field(label=_("Why"), rows=2, required=False)

    def __init__(self, *args: Any, resolutions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if resolutions:
            self.offer("resolution", [("", ""), *resolutions])
        else:
            del self.fields["resolution"]

    def agreed(self) -> Agreed:
        """Answer the date."""
        given = self.cleaned_data
        return Agreed(given["date"], given["by"], AgreedKind(given["kind"]), given["on"])


class ReachedForm(PlainForm):
    """The day a milestone was reached."""

    reached_on = day_field(label=_("Reached on"))

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_reached_on(self) -> datetime.date:
        """Refuse a day that has not come."""
        day: datetime.date = self.cleaned_data["reached_on"]
        if day > self._today:
            raise forms.ValidationError(_("That day has not come: set an expected date instead."))
        return day


class DependencyForm(PlainForm):
    """Something of the initiative waits for something of it or of another."""

    after = forms.ChoiceField(label=_("What waits"))
    before = forms.ChoiceField(label=_("What it waits for"))
    lag = forms.IntegerField(
        label=_("Days between, at least"),
        initial=0,
        min_value=-MOST_DAYS_BETWEEN,
        max_value=MOST_DAYS_BETWEEN,
        help_text=_("Below 0: so many days before the other is reached."),
    )
    reason = text_field(label=_("Why"), rows=2, required=False)

    def __init__(self, *args: Any, own: Choices, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("after", own)
        self.offer("before", others)

    def clean(self) -> dict[str, Any]:
        """Refuse a milestone that waits for a whole initiative, and what waits for itself."""
        given: dict[str, Any] = super().clean() or {}
        after, before = given.get("after", ""), given.get("before", "")
        if after and before and after[0] != before[0]:
            raise forms.ValidationError(_("Choose two milestones, or two initiatives as a whole."))
        if after and after == before:
            raise forms.ValidationError(_("Nothing waits for itself."))
        return given


class WhatIfForm(PlainForm):
    """The day a milestone is imagined to come on instead."""

    date = day_field(label=_("What if it came on"))
