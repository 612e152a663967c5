"""Fields of the register's forms: what a person writes, and the value that is kept."""

import json
from typing import Any

from django import forms
from django.contrib.postgres.forms import DateRangeField
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samstyr.registry.admin.json_parts import Read
from samstyr.rules.register import RegisterError

refuse_nul = ProhibitNullCharactersValidator()


class LongText(forms.CharField):
    """Text of several lines. Browsers end lines with two characters; one is kept."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Answer the text, its lines ended by one character."""
        return "\n".join(str(super().to_python(value)).splitlines()) if value else ""


class Lines(forms.CharField):
    """A list of texts, one on each line."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("One on each line."))
        super().__init__(widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Answer the texts as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Answer the lines that say something."""
        if isinstance(value, list):
            return value
        refuse_nul(value or "")
        return [line.strip() for line in (value or "").splitlines() if line.strip()]


class JsonPart(forms.CharField):
    """A part of an entry written as JSON, read as in a register file; an empty text stands for `empty`."""

    def __init__(self, *, read: Read, empty: Any, rows: int = 6, **kwargs: Any) -> None:
        self.read, self.empty = read, empty
        attributes = {"rows": rows, "class": "vLargeTextField", "spellcheck": "false"}
        super().__init__(widget=forms.Textarea(attrs=attributes), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Answer the value as JSON on several lines; what a person typed stays as it is."""
        if value is None or isinstance(value, str):
            return value
        return "" if value == self.empty else json.dumps(value, ensure_ascii=False, indent=2)

    def to_python(self, value: Any) -> Any:
        """Answer the value. Raises ValidationError that names line and column, or place and expectation."""
        if not isinstance(value, str):
            return value
        if not value.strip():
            return self.empty
        try:
            plain = json.loads(value)
        except json.JSONDecodeError as error:
            where = {"line": error.lineno, "column": error.colno}
            raise ValidationError(
                _("This is not JSON: see line %(line)s, column %(column)s.") % where
            ) from error
        except (ValueError, RecursionError) as error:  # a number or a nesting without end
            raise ValidationError(_("This is not JSON that can be read.")) from error
        try:
            return self.read(plain)
        except RegisterError as error:
            raise ValidationError([str(problem) for problem in error.problems]) from error


class Day(forms.DateInput):
    """A day, chosen in the browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ValidityWidget(forms.MultiWidget):
    """The first day, and the first day after."""

    def __init__(self) -> None:
        labels = (gettext_lazy("from"), gettext_lazy("until, not included"))
        super().__init__([Day(attrs={"aria-label": label, "title": label}) for label in labels])

    def decompress(self, value: Any) -> tuple[Any, Any]:
        """Answer first day and end of an interval."""
        return (value.lower, value.upper) if value is not None else (None, None)


class Validity(DateRangeField):
    """A half-open interval of days; an end left empty is open, and it is at least one day long."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "Left: the first day. Right: the first day it no longer holds. "
                "Leave a date empty where that end is open."
            ),
        )
        super().__init__(widget=ValidityWidget(), **kwargs)

    def compress(self, values: Any) -> Any:
        """Answer the interval; with both dates empty the one without ends."""
        start, until = values or (None, None)
        if start is not None and until is not None and until <= start:
            raise ValidationError(_("The second date must be later than the first."))
        return DateRange(start, until, "[)")


class Months(forms.TypedMultipleChoiceField):
    """Months of the year, by number."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=list(MONTHS.items()), coerce=int, widget=forms.CheckboxSelectMultiple, **kwargs
        )


class Perhaps(forms.NullBooleanField):
    """Yes, no, or what is usual."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.NullBooleanSelect()
        widget.choices = [
            ("unknown", gettext_lazy("as is usual for the act")),
            ("true", gettext_lazy("yes")),
            ("false", gettext_lazy("no")),
        ]
        super().__init__(widget=widget, **kwargs)
