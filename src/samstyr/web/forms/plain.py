"""A form in the look of our design: labels above fields, errors where they belong."""

import datetime
from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

LONGEST: Final = 20_000
FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)
CLASSES: Final = ((forms.Select, "form-select"), (forms.CheckboxSelectMultiple, ""), (forms.RadioSelect, ""))


class PlainForm(forms.Form):
    """A form whose fields are dressed; `templates/_parts/_form_field.html` shows one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        for field in self.fields.values():
            widget = field.widget
            look = next((name for kind, name in CLASSES if type(widget) is kind), "form-input")
            widget.attrs.setdefault("class", look)

    def offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Let a field of the form be chosen among these."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField), f"{name} is chosen among nothing"
        field.choices = list(choices)


def day_field(**kwargs: Any) -> forms.DateField:
    """Answer a field for a day, in the browser's own date picker."""
    picker = forms.DateInput(
        attrs={"type": "date", "min": FIRST.isoformat(), "max": LAST.isoformat()}, format="%Y-%m-%d"
    )
    bounds = [MinValueValidator(FIRST), MaxValueValidator(LAST)]
    return forms.DateField(widget=picker, input_formats=["%Y-%m-%d"], validators=bounds, **kwargs)


def text_field(*, rows: int = 4, **kwargs: Any) -> forms.CharField:
    """Answer a field for a text of several lines."""
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
