"""Users and persons in the administration."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samstyr.accounts.models import Person, User

admin.site.unregister(Group)  # rights come from seats


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts, each with the person it is. What a person may do follows from memberships alone."""

    fieldsets = (
        (None, {"fields": ("username", "password", "person")}),
        (_("Account"), {"fields": ("email", "is_active", "is_superuser", "last_login", "date_joined")}),
    )
    autocomplete_fields = ["person"]
    readonly_fields = ["last_login", "date_joined"]
    list_display = ["username", "person", "is_active", "is_superuser"]
    list_filter = ["is_active", "is_superuser"]
    list_select_related = ["person"]

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """An account is closed, or erased as a whole by `samstyr person erase`; the record keeps who did what."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Store the account; an administrator is let into the administration, nobody else is."""
        obj.is_staff = obj.is_superuser
        super().save_model(request, obj, form, change)


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """Persons by name."""

    search_fields = ["name"]

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """A person is erased as a whole by `samstyr person erase`, which leaves the official record lawful."""
        return False


admin.site.unregister([EmailAddress, Authenticator])  # a user's address is the one on the user


@admin.register(Authenticator)
class AuthenticatorAdmin(admin.ModelAdmin):
    """Second factors: an administrator may remove one whose phone is lost, and never sees its secret."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    search_fields = ("user__username",)
    fields = ("user", "type", "created_at", "last_used_at")
    readonly_fields = fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        """No: only the person has the phone."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Authenticator | None = None) -> bool:
        """No: see or remove, nothing between."""
        return False
