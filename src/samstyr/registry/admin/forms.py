"""Forms of the register's entries: what must go together before anything is stored.

What must hold for the register as a whole is checked after the save (admin/base.py).
"""
# Django's own classes can't be subscripted at run time.
# mypy: disallow-any-generics=False

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from samstyr.rules.register import Problem


class EntryForm(forms.ModelForm):
    """The form of an entry or of a part of one.

    `refused` is why the register refused what was sent, where that is being shown again.
    """

    refused: Iterable[Problem] = ()

    def clean(self) -> dict[str, Any] | None:
        """Refuse what would be lost, and tell why the register refused what was sent."""
        cleaned = super().clean()
        values = self.cleaned_data
        if values.get("source_section") and not values.get("source_document"):
            self.add_error("source_document", _("A section needs the document it stands in."))
        for problem in self.refused:
            self.add_error(None, str(problem))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """Leave overlaps to the save: Django would judge entry by entry, and one that makes room comes later."""
        exclusions: set[str] = super()._get_validation_exclusions()  # type: ignore[misc] # the stubs lack it
        return {*exclusions, "valid"}


class ForumForm(EntryForm):
    """The form of a forum."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse remarks on an establishment that is not said."""
        cleaned = super().clean()
        values = self.cleaned_data
        established = values.get("established_by_instrument") or values.get("established_by_forum")
        if values.get("establishment") and not established:
            self.add_error("establishment", _("Say first what established the forum."))
        return cleaned


class MandateForm(EntryForm):
    """The form of a mandate."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse two recipients, and a section of a basis that is not said."""
        cleaned = super().clean()
        values = self.cleaned_data
        if values.get("to_forum") and values.get("to_organisation"):
            self.add_error("to_organisation", _("Choose a forum or an organisation, not both."))
        if (values.get("basis_section") or values.get("basis_remarks")) and not values.get("basis"):
            self.add_error("basis", _("Say first what the mandate rests on."))
        return cleaned
