"""The forms of money: business case, benefits, partners and funding, pools and needs. Amounts are in million DKK."""

import datetime
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.web.forms.plain import PlainForm, day_field, text_field

LARGEST: Final = Decimal(1_000_000_000)
FIRST_YEAR, LAST_YEAR = 1990, 2199
LONGEST_NAME: Final = 300


def _number(*, least: Decimal | None = None, **kwargs: Any) -> forms.DecimalField:
    field = forms.DecimalField(
        min_value=least, max_value=LARGEST, max_digits=18, decimal_places=6, localize=True, **kwargs
    )
    field.widget.attrs["inputmode"] = "decimal"
    return field


def _year(**kwargs: Any) -> forms.IntegerField:
    return forms.IntegerField(min_value=FIRST_YEAR, max_value=LAST_YEAR, **kwargs)


class CaseFileForm(PlainForm):
    """A workbook to read in."""

    file = forms.FileField(
        label=_("Workbook (.xlsx)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text=_(
            "The cash flows, the rates and the price level are read. Nothing is kept before you have seen it."
        ),
    )


class RealisedForm(PlainForm):
    """What came of a cash flow."""

    flow = forms.ChoiceField(label=_("Cash flow"))
    amount = _number(label=_("Realised, million DKK"), least=-LARGEST)


class BenefitForm(PlainForm):
    """What an initiative is to bring."""

    name = forms.CharField(label=_("Benefit"), max_length=LONGEST_NAME)
    party = forms.ChoiceField(label=_("Party that gains"))
    owner = forms.ChoiceField(
        label=_("Owner"), required=False, help_text=_("Who follows it up. Without an owner the party does.")
    )
    unit = forms.CharField(
        label=_("Measured in"), max_length=LONGEST_NAME, help_text=_("For example: calls a year")
    )
    planned = _number(label=_("Target"), least=-LARGEST, required=False)
    expected_from = day_field(label=_("Expected from"), required=False)


class FollowUpForm(PlainForm):
    """What has come of a benefit."""

    on = day_field(label=_("As of"))
    realised = _number(
        label=_("Realised"),
        least=-LARGEST,
        required=False,
        help_text=_("Leave it empty where it is not known yet."),
    )
    evidence = text_field(label=_("What shows it"), rows=2)

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today}, **kwargs)
        self.today = today

    def clean_on(self) -> datetime.date:
        """Answer the day; nobody knows yet what comes later."""
        day: datetime.date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("Give a day that has been."))
        return day


class PartnerForm(PlainForm):
    """An organisation that takes part in an initiative."""

    organisation = forms.ChoiceField(label=_("Organisation"))
    role = forms.CharField(label=_("Role"), max_length=LONGEST_NAME, required=False)


class FundingForm(PlainForm):
    """What a party pays to an initiative in a year."""

    party = forms.ChoiceField(label=_("Party"))
    year = _year(label=_("Year"))
    amount = _number(label=_("Amount, million DKK"), least=Decimal(0))


class PoolForm(PlainForm):
    """A pool of a forum for a year."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    year = _year(label=_("Year"))
    amount = _number(label=_("Amount, million DKK"), least=Decimal(0))


class PoolUseForm(PlainForm):
    """Money of a pool for an initiative, by the decision of the forum."""

    initiative = forms.ChoiceField(label=_("Initiative"))
    amount = _number(label=_("Amount, million DKK"), least=Decimal("0.000001"))
    resolution = forms.ChoiceField(label=_("By the decision"))


class NeedForm(PlainForm):
    """What a party wants further developed."""

    pool = forms.ChoiceField(label=_("Pool"))
    party = forms.ChoiceField(label=_("Party"))
    title = forms.CharField(label=_("What is wanted"), max_length=LONGEST_NAME)
    text = text_field(label=_("Why, and what it is for"), rows=3, required=False)
    amount = _number(
        label=_("Wanted amount, million DKK"),
        least=Decimal(0),
        required=False,
        help_text=_("Leave it empty where the price is not known yet."),
    )


class DecideForm(PlainForm):
    """Whether a need is met from the pool."""

    answer = forms.ChoiceField(
        label=_("Decision"),
        choices=[("grant", _("Grant it from the pool")), ("decline", _("Decline it"))],
        widget=forms.RadioSelect,
    )
    reason = text_field(label=_("Reason, where it is declined"), rows=2, required=False)
    resolution = forms.ChoiceField(label=_("By the decision"), required=False)

    def clean(self) -> dict[str, Any]:
        """See that a need is declined with a reason."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("answer") == "decline" and not given.get("reason", "").strip():
            self.add_error("reason", _("Say why: the party reads it."))
        return given
