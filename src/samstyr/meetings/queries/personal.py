"""What the meeting cycle keeps on one human being: what they wrote for a forum, signed, and were sent."""

from collections.abc import Iterator
from typing import Any, Final

from django.apps import apps

from samstyr.accounts.models import Person
from samstyr.meetings.models import Attendance, Case, Delivery, Signature
from samstyr.meetings.models.readable import Written
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer

# By which field a row says what it is.
SAID: Final = ("title", "text", "words", "what", "choice", "answer", "presentation", "reason")


def written_models() -> Iterator[type[Written]]:
    """Answer the tables whose rows say who wrote them."""
    for model in apps.get_models():
        if issubclass(model, Written):
            yield model


def written_for_fora(user: int, viewer: Viewer) -> list[dict[str, Any]]:
    """Answer what a user wrote for fora, as far as the viewer may see it: kind, moment and the words; by table."""
    return [
        {
            "kind": model._meta.model_name,
            "written": row.written_at,
            "text": next((str(getattr(row, name)) for name in SAID if hasattr(row, name)), ""),
        }
        for model in written_models()
        for row in model._default_manager.filter(visible_to(viewer, model), written_by=user).order_by("pk")
    ]


def deliveries_to(user: int, viewer: Viewer) -> list[Delivery]:
    """Answer what was sent to a user, the oldest first."""
    found = Delivery.objects.filter(visible_to(viewer, Delivery), user=user)
    return list(found.select_related("meeting"))


def signatures_of(person: Person, viewer: Viewer) -> list[Signature]:
    """Answer what a person was asked to sign, as far as the viewer may see it."""
    found = Signature.objects.filter(visible_to(viewer, Signature), person=person)
    return list(found.select_related("attachment").defer("attachment__content"))


def record_naming(person: Person) -> dict[str, int]:
    """Answer how often the record names a person beside attendance and seats: what keeps their name in it."""
    return {
        "signatures": Signature.objects.filter(person=person, signed_at__isnull=False).count(),
        "stood-in-for": Attendance.objects.filter(substitute_for=person).count(),
        "proposals": Case.objects.filter(proposed_by=person).count(),
    }
