"""Persons, and users who log in. Shared record: a person's name and part in public meetings, nothing more."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.platform.danish import DanishOrder
from samstyr.platform.history import tracked
from samstyr.platform.isolation import Shared


@tracked()
class Person(models.Model):
    """A person who takes part in meetings. Persons come from minutes, never from the register."""

    isolation = Shared("the person")

    name = models.CharField(_("name"), max_length=200, unique=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = [DanishOrder("name")]

    def __str__(self) -> str:
        return self.name


@tracked(noted=["password", "calendar_key"], left_out=["last_login"])
class User(AbstractUser):
    """Someone who logs in; may be one of the persons of the record."""

    isolation = Shared("the user")

    person = models.OneToOneField(
        Person, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("person")
    )
    # Anyone may become one of these in a demonstration, without a password; nowhere else do they exist.
    is_demonstration = models.BooleanField(_("account of the demonstration"), default=False, editable=False)
    # Whoever knows it may read when the user's fora meet: a calendar that subscribes has no session.
    calendar_key = models.CharField(
        _("key of the calendar"), max_length=64, unique=True, null=True, blank=True, editable=False
    )


@tracked(part_of=["user"])
class UserGroup(User.groups.through):  # type: ignore[name-defined,misc]
    """A group of a user, for the history."""

    isolation = Shared("the user")

    class Meta:
        proxy = True
        verbose_name = _("group of the user")


@tracked(part_of=["user"])
class UserPermission(User.user_permissions.through):  # type: ignore[name-defined,misc]
    """A permission of a user, for the history."""

    isolation = Shared("the user")

    class Meta:
        proxy = True
        verbose_name = _("permission of the user")
