"""What the administration of every entry has in common.

An edit is stored whole or not at all: after the form, its inlines and its links are written, and before the
transaction ends, the register is checked as `samstyr load` checks it. What it refuses is told on the page.
"""
# Django's own classes can't be subscripted at run time.
# mypy: disallow-any-generics=False

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import quote
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samstyr.registry.admin import fields, json_parts
from samstyr.registry.admin.forms import EntryForm
from samstyr.registry.queries import current_register
from samstyr.registry.services import check_edited, keep_findable
from samstyr.registry.wording import Words
from samstyr.rules.register import Problem, RegisterError

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

PLAIN_TEXTS: Final = {"note": 4, "reason": 3}  # rows of the texts that run over several lines
SHORT_TEXTS: Final = {"short", "code", "every", "source_section", "basis_section"}
FIELDS: Final[Mapping[str, Callable[..., forms.Field]]] = {
    "aliases": fields.Lines,
    "valid": fields.Validity,
    "months": fields.Months,
    "required": fields.Perhaps,
    "procedure": lambda **kwargs: fields.JsonPart(
        read=json_parts.read_procedure, empty=None, rows=12, **kwargs
    ),
    "establishment": lambda **kwargs: fields.JsonPart(
        read=json_parts.read_remarks, empty={}, rows=3, **kwargs
    ),
    "takes": lambda **kwargs: fields.JsonPart(read=json_parts.read_takes, empty=None, rows=2, **kwargs),
    "when": lambda **kwargs: fields.JsonPart(read=json_parts.read_when, empty={}, rows=3, **kwargs),
    "basis_remarks": lambda **kwargs: fields.JsonPart(
        read=json_parts.read_remarks, empty={}, rows=3, **kwargs
    ),
}
HELP: Final[Mapping[str, "StrOrPromise"]] = {
    "procedure": gettext_lazy(
        "JSON, as in a register file. Keys: papers_before, minutes_within, extraordinary_notice, "
        "meetings_per_year, quorum, rule, written, handover. "
        'Example: {"papers_before": {"days": 5, "unit": "weekdays"}, "quorum": {"seats": 4}, "rule": "consensus"}'
    ),
    "takes": gettext_lazy(
        'JSON: the time the body needs, such as {"days": 10, "unit": "weekdays"}. '
        "Empty where the body sits before the forum does."
    ),
    "when": gettext_lazy(
        "JSON: the facts under which the mandate applies. "
        'Example: {"phase": "start", "amount_dkk": {"max": 15000000}}. Empty where it always applies.'
    ),
    "establishment": gettext_lazy('JSON with some of aliases, source, note. Example: {"note": "…"}'),
    "basis_remarks": gettext_lazy('JSON with some of aliases, source, note. Example: {"note": "…"}'),
    "every": gettext_lazy("A duration such as P6M or P2W; only where no months are chosen."),
    "id": gettext_lazy(
        "a–z, 0–9, full stop and hyphen. It names the entry in files and addresses and stays as it is."
    ),
    "finding": gettext_lazy("The id the list of findings shows."),
}
# What the database itself refuses, should it come before the check of the register.
CONSTRAINTS: Final[Mapping[str, "StrOrPromise"]] = {
    "seat_overlap": gettext_lazy("Two seats of the same organisation and role overlap in time."),
    "instrument_overlap": gettext_lazy("Two instruments of the same kind and name overlap in time."),
    "mandate_overlap": gettext_lazy("Two mandates that say the same overlap in time."),
    "mandate_one_recipient": gettext_lazy("Choose a forum or an organisation, not both."),
    "hearing_once": gettext_lazy("A body is heard at most once for a forum."),
    "meeting_date_once": gettext_lazy("A date of a meeting stands twice."),
    "acceptance_once": gettext_lazy("This finding is accepted already."),
}


def remarks(*before: str, folded: bool = False) -> Any:
    """Answer the section of a form with the remarks, folded together on parts of an entry."""
    shown = {"fields": [*before, "aliases", ("source_document", "source_section"), "note"]}
    return (gettext_lazy("Remarks"), {**shown, "classes": ["collapse"]} if folded else shown)


def worded(field: str, words: Words, title: "StrOrPromise") -> Callable[[Any], Any]:
    """Answer a column of the list that shows a choice by its word."""

    @admin.display(description=title, ordering=field)
    def column(row: Any) -> Any:
        return words.get(getattr(row, field), getattr(row, field))

    return column


def linked(title: "StrOrPromise", *fields: str) -> Callable[[Any], Any]:
    """Answer a column of the list that names the entry that the first filled one of the fields points at."""

    @admin.display(description=title, ordering=fields[0])
    def column(row: Any) -> Any:
        return next(filter(None, (getattr(row, field) for field in fields)), "")

    return column


@admin.display(description=gettext_lazy("valid"), ordering="valid")
def period(row: Any) -> str:
    """Answer the column of the list with first and last day."""
    start, until = row.valid.lower, row.valid.upper
    if start is None and until is None:
        return ""
    ends = (date_format(end, "SHORT_DATE_FORMAT") if end else "" for end in (start, until))
    return " – ".join(ends).strip()


class Editing(BaseModelAdmin):
    """Which form field a field of the register gets."""

    words: ClassVar[Mapping[str, Words]] = {}
    formfield_overrides = {models.DateField: {"widget": fields.Day}}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Answer choices for closed vocabularies, and fields of our own where Django's would lose something."""
        name = db_field.name
        common = {
            "label": capfirst(db_field.verbose_name),
            "required": not db_field.blank,
            "help_text": HELP.get(name, ""),
        }
        if name in self.words:
            initial = db_field.default if db_field.has_default() else None
            nothing = [] if initial else [("", "---------")]
            return forms.ChoiceField(choices=[*nothing, *self.words[name].items()], initial=initial, **common)
        if name in FIELDS:
            told = {"help_text": HELP[name]} if name in HELP else {}
            return FIELDS[name](label=common["label"], required=False, **told)
        if name in PLAIN_TEXTS:
            return fields.LongText(rows=PLAIN_TEXTS[name], **common)
        if isinstance(db_field, models.TextField):
            style = "vTextField" if name in SHORT_TEXTS else "vLargeTextField"
            return forms.CharField(widget=forms.TextInput(attrs={"class": style}), **common)
        if name in HELP:
            kwargs["help_text"] = HELP[name]
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class Part(Editing, admin.StackedInline):
    """A part of an entry, edited on the entry's page."""

    form = EntryForm
    extra = 0


class EntryAdmin(Editing, admin.ModelAdmin):
    """One list of the register."""

    list_name: ClassVar[str]
    form = EntryForm
    list_per_page = 50
    save_on_top = True

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """An id never changes: others name the entry by it."""
        return ["id"] if obj is not None and isinstance(obj.pk, str) else []

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Answer the form, with why the register refused what was sent."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refused = getattr(request, "refused_by_register", ())
        return form

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Store the edit; what is refused is shown again as it was typed, with why, and nothing is stored."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except (RegisterError, IntegrityError, DataError) as error:
            request.refused_by_register = self._told(error)
            return super().changeform_view(request, *args, **kwargs)

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        """Store what belongs to the entry; then all of it stands, and can be checked."""
        super().save_related(request, form, formsets, change)
        self._settle([form.instance.pk])

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Delete an entry, or say why the register needs it."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except (RegisterError, IntegrityError) as error:
            self._tell(request, error)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", quote(object_id))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete an entry."""
        key = obj.pk
        super().delete_model(request, obj)
        self._settle([key])

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list, and delete the chosen ones: all, or none and why."""
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except (RegisterError, IntegrityError) as error:
            self._tell(request, error)
            return redirect(request.get_full_path())

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Delete the chosen entries."""
        keys = list(queryset.values_list("pk", flat=True))
        super().delete_queryset(request, queryset)
        self._settle(keys)

    def _settle(self, keys: Iterable[Any]) -> None:
        """Check the register after the edit of entries, and let the search follow it."""
        changed = {self.list_name: list(keys)}
        register = current_register()
        check_edited(register=register, changed=changed)
        keep_findable(register=register, changed=changed)

    def _tell(self, request: HttpRequest, error: Exception) -> None:
        for problem in self._told(error):
            messages.error(request, str(problem))

    def _told(self, error: Exception) -> list[Problem]:
        """Answer what was refused: the register's own words, or those for what the database refused."""
        if isinstance(error, RegisterError):
            return json_parts.inside(error.problems, f"{self.list_name}[0]")
        diagnosis = getattr(error.__cause__, "diag", None)
        name = getattr(diagnosis, "constraint_name", None) or ""
        message = CONSTRAINTS.get(name, _("This does not fit with the rest of the register."))
        return [Problem("", str(message))]
