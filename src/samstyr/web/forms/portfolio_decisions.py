"""The forms by which an initiative enters a forum's portfolio and leaves it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.web.forms.plain import PlainForm, day_field, text_field


def _choice(**kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(widget=forms.Select(attrs={"class": "form-select"}), **kwargs)


class EntryForm(PlainForm):
    """An initiative is taken into the portfolio, with the forum's tasks."""

    initiative = _choice(label=_("Initiative"))
    on = day_field(label=_("Decided on"))
    subject = _choice(
        label=_("Subject"), help_text=_("What the forum decides it as. Its mandate is checked on that.")
    )
    tasks = text_field(label=_("Tasks of the forum"), rows=3)
    resolution = _choice(label=_("By the decision"), required=False)
    reason = text_field(label=_("Why"), rows=2, required=False)


class ExitForm(PlainForm):
    """An initiative leaves the portfolio: its steering group is dissolved, and the board has recommended it."""

    initiative = _choice(label=_("Initiative"))
    on = day_field(label=_("Leaves on"))
    subject = _choice(
        label=_("Subject"), help_text=_("What the exit is recommended as. The mandates are checked on that.")
    )
    steering_group_dissolved_on = day_field(label=_("Steering group dissolved on"), required=False)
    recommended_by = _choice(label=_("Recommended by"), required=False)
    resolution = _choice(label=_("By the decision"), required=False)
    reason = text_field(label=_("Why"), rows=2, required=False)
