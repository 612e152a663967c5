"""The forms with which who keeps a portfolio asks for reports, and sends one back."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.web.forms.plain import PlainForm, day_field, text_field


class RoundForm(PlainForm):
    """A new round: what is to be reported, by when, and of which initiatives.

    Where there are too many initiatives to choose among, all are asked.
    """

    name = forms.CharField(label=_("Name of the round"), max_length=200)
    as_of = day_field(label=_("Reports as of"))
    due = day_field(label=_("Due"))
    initiatives = forms.MultipleChoiceField(label=_("Initiatives"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        *args: Any,
        initiatives: Sequence[tuple[str, str]],
        today: datetime.date,
        taken: Collection[datetime.date],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._today, self._taken = today, taken
        if initiatives:
            self.offer("initiatives", initiatives)
            self.fields["initiatives"].initial = [key for key, _name in initiatives]
        else:
            del self.fields["initiatives"]

    def clean_as_of(self) -> datetime.date:
        """Refuse a day that the forum has a round for."""
        day: datetime.date = self.cleaned_data["as_of"]
        if day in self._taken:
            raise forms.ValidationError(_("The forum has a round for that day."))
        return day

    def clean_due(self) -> datetime.date:
        """Refuse a day that has passed."""
        day: datetime.date = self.cleaned_data["due"]
        if day < self._today:
            raise forms.ValidationError(_("Choose today or later."))
        return day


class SendBackForm(PlainForm):
    """Why a report is sent back to its lead."""

    reason = text_field(label=_("What is to be corrected"), rows=2)
