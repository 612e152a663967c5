"""The forms of what a meeting proposes to the register, and of signatures."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samstyr.registry.wording import ACTS, FORUM_KINDS, LEVELS
from samstyr.rules.register import NEEDS_TO, Act
from samstyr.web.forms.cases import Choices
from samstyr.web.forms.plain import PlainForm, text_field


class ForumProposalForm(PlainForm):
    """A forum that the meeting sets up: its seats, its mandate, and who was appointed."""

    name = forms.CharField(label=_("Name of the new forum"), max_length=200)
    id = forms.RegexField(
        label=_("Short id in the register"),
        regex=r"^[a-z0-9][a-z0-9.-]*$",
        max_length=60,
        help_text=_("Small letters a–z, digits, full stops and hyphens; begins with a letter or a digit."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=list(FORUM_KINDS.items()))
    level = forms.ChoiceField(label=_("Level"), choices=list(LEVELS.items()))
    organisations = forms.MultipleChoiceField(
        label=_("One seat for each of"),
        widget=forms.SelectMultiple(attrs={"size": 10}),
        help_text=_("Several can be chosen."),
    )
    chair = forms.ChoiceField(label=_("Chaired by"), required=False)
    act = forms.ChoiceField(label=_("What it may do"), choices=[("", ""), *ACTS.items()], required=False)
    subject = forms.ChoiceField(label=_("Subject"), required=False)
    to = forms.ChoiceField(label=_("To which forum"), required=False)
    appointed = text_field(
        label=_("Appointed, one on each line"),
        rows=3,
        required=False,
        help_text=_("Organisation and name, for example “KL: Kim Eksempel”."),
    )

    def __init__(
        self,
        *args: Any,
        organisations: Choices,
        subjects: Choices,
        fora: Choices,
        known: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.offer("organisations", organisations)
        self.offer("chair", [("", ""), *organisations])
        self.offer("subject", [("", ""), *subjects])
        self.offer("to", [("", ""), *fora])

    def clean_appointed(self) -> list[tuple[str, str]]:
        """Answer organisation and name of each line; `known` are the ids of organisations by their names."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["appointed"].splitlines())):
            organisation, _colon, name = (part.strip() for part in line.partition(":"))
            if not name or organisation.lower() not in self.known:
                problem = gettext("%(line)s: expected an organisation of the register, a colon, and a name.")
                raise forms.ValidationError(problem % {"line": line[:80]})
            found.append((self.known[organisation.lower()], name))
        return found

    def clean(self) -> dict[str, Any]:
        """Refuse a mandate that is only half said."""
        given: dict[str, Any] = super().clean() or {}
        if bool(given.get("act")) != bool(given.get("subject")):
            self.add_error("subject", _("A mandate needs both what the forum may do, and on which subject."))
        elif given.get("act") and Act(given["act"]) in NEEDS_TO and not given.get("to"):
            self.add_error("to", _("Say to which forum."))
        return given


class RefusalForm(PlainForm):
    """Why a proposal is not entered."""

    reason = text_field(label=_("Why it is not entered"), rows=3)


class SignersForm(PlainForm):
    """Who is to sign."""

    names = text_field(
        label=_("Who is to sign, one on each line"),
        rows=3,
        help_text=_("Full names of persons who have an account."),
    )
