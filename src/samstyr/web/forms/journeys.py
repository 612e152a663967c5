"""The forms of a journey: what is to be decided, and what would be if something were otherwise."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from samstyr.rules.register import Bounds, Mandate
from samstyr.web import wording
from samstyr.web.forms.plain import PlainForm, day_field

Choices = list[tuple[str, str]]
FACT: Final = "fakta-"
LONGEST_FACT: Final = 100


class JourneyForm(PlainForm):
    """What is to be decided, where the paper lies, when it is ready; and a field for each fact that matters."""

    subject = forms.ChoiceField(label=_("Subject"))
    start = forms.ChoiceField(label=_("Where the paper lies"))
    ready = day_field(label=_("Ready"))
    by = day_field(label=_("Decision wanted by"), required=False)
    written = forms.BooleanField(label=_("Written procedure may be used"), required=False)

    def __init__(
        self,
        *args: Any,
        subjects: Choices,
        fora: Choices,
        facts: Mapping[str, list[str] | None],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("subject", [("", ""), *subjects])
        self.offer("start", [("", ""), *fora])
        for name, values in facts.items():
            self._add_fact(name, values)

    def _add_fact(self, name: str, values: list[str] | None) -> None:
        label = capfirst(wording.FACTS.get(name, name))
        if values is None:
            field: forms.Field = forms.CharField(label=label, required=False, max_length=LONGEST_FACT)
            field.widget.attrs["class"] = "form-input"
        else:
            offered = [(value, wording.FACT_VALUES.get(value, value)) for value in values]
            field = forms.ChoiceField(label=label, required=False, choices=[("", ""), *offered])
            field.widget.attrs["class"] = "form-select"
        self.fields[FACT + name] = field

    @property
    def facts(self) -> dict[str, str]:
        """The facts that were given, by name."""
        given = {
            name.removeprefix(FACT): value
            for name, value in self.cleaned_data.items()
            if name.startswith(FACT) and value
        }
        return dict(sorted(given.items()))


class WhatIfForm(PlainForm):
    """What would be otherwise."""

    forum = forms.ChoiceField(label=_("Meeting of"), required=False)
    day = day_field(label=_("On the day"), required=False)
    instead_of = forms.ChoiceField(label=_("Instead of"), required=False)
    written = forms.BooleanField(label=_("Written procedure may be used"), required=False)
    ready = day_field(label=_("Ready earlier or later"), required=False)

    def __init__(self, *args: Any, fora: Choices, meetings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("forum", [("", ""), *fora])
        self.offer("instead_of", [("", _("none: a meeting more")), *meetings])

    def clean(self) -> dict[str, Any]:
        """A meeting needs both its forum and its day."""
        given = super().clean() or {}
        if bool(given.get("forum")) != bool(given.get("day")) and not self.errors:
            self.add_error("day" if given.get("forum") else "forum", _("A meeting needs a forum and a day."))
        return given


def offered_facts(mandates: Iterable[Mandate]) -> dict[str, list[str] | None]:
    """Answer the facts that mandates depend on, by name: the values that count, or None where it is a number."""
    found: dict[str, list[str] | None] = {}
    for mandate in mandates:
        for condition in mandate.when:
            values = found.setdefault(condition.fact, [])
            if isinstance(condition.value, Bounds):
                found[condition.fact] = None
            elif values is not None and str(condition.value) not in values:
                values.append(str(condition.value))
    return {name: sorted(values) if values is not None else None for name, values in sorted(found.items())}
