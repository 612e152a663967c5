"""Memberships in the administration: who sits on which seat, and so what they may do."""
# Django's own classes can't be subscripted at run time.
# mypy: disallow-any-generics=False

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from samstyr.platform.denials import ROLES
from samstyr.registry.admin.base import Editing, period, worded
from samstyr.registry.models import Membership
from samstyr.rules.rights import IN_FORUM, Role

HELD = {role.value: ROLES[role.value] for role in Role if role != Role.ADMINISTRATOR}


class MembershipForm(forms.ModelForm):
    """The form of a membership."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a role of a forum without its forum, and the other way round."""
        cleaned = super().clean()
        role, forum = self.cleaned_data.get("role"), self.cleaned_data.get("forum")
        if role and (Role(role) in IN_FORUM) != bool(forum):
            message = (
                _("This role is held for an organisation, not in a forum.")
                if forum
                else _("Choose the forum: this role is held in one.")
            )
            self.add_error("forum", message)
        return cleaned


@admin.register(Membership)
class MembershipAdmin(Editing, admin.ModelAdmin):
    """Memberships by person."""

    words = {"role": HELD}
    form = MembershipForm
    fields = ["person", "role", "organisation", "forum", "valid"]
    autocomplete_fields = ["person", "organisation", "forum"]
    search_fields = ["person__name", "organisation__name", "forum__name"]
    list_display = ["person", worded("role", HELD, Membership._meta.get_field("role").verbose_name)]
    list_display += ["organisation", "forum", period]
    list_select_related = ["person", "organisation", "forum"]
    list_per_page = 50
