"""Users and persons in the administration."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from samstyr.accounts.models import Person, User

admin.site.register(User, UserAdmin)


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """Persons by name."""

    search_fields = ["name"]
