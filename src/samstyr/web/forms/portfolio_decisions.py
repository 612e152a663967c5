"""The forms by which an initiative enters a forum's portfolio and leaves it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.web.forms.plain import PlainForm, day_field, text_field


class EntryForm(PlainForm):
    """An initiative is taken into the portfolio, with the forum's tasks."""

    initiative = forms.ChoiceField(label=_("Initiative"))
    on = day_field(label=_("Decided on"))
    subject = forms.ChoiceField(
        label=_("Subject"), help_text=_("What the forum decides it as. Its mandate is checked on that.")
    )
    tasks = text_field(label=_("Tasks of the forum"), rows=3)
    resolution = forms.ChoiceField(label=_("By the decision"), required=False)
    reason = text_field(label=_("Why"), rows=2, required=False)


class ExitForm(PlainForm):
    """An initiative leaves the portfolio: its steering group is dissolved, and the board has recommended it."""

    initiative = forms.ChoiceField(label=_("Initiative"))
    on = day_field(label=_("Leaves on"))
    subject = forms.ChoiceField(
        label=_("Subject"), help_text=_("What the exit is recommended as. The mandates are checked on that.")
    )
    steering_group_dissolved_on = day_field(label=_("Steering group dissolved on"), required=False)
    recommended_by = forms.ChoiceField(label=_("Recommended by"), required=False)
    resolution = forms.ChoiceField(label=_("By the decision"), required=False)
    reason = text_field(label=_("Why"), rows=2, required=False)
