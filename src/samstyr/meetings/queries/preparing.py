"""Reading the packs that are made, or being made, for a user."""

from samstyr.meetings.models import Meeting, PreparedPack
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer


def prepared_of(meeting: Meeting, viewer: Viewer) -> dict[str, PreparedPack]:
    """Answer the viewer's own packs of a meeting by their form, without the files."""
    if viewer.user is None:
        return {}
    mine = PreparedPack.objects.filter(visible_to(viewer, PreparedPack), user=viewer.user, meeting=meeting)
    return {each.form: each for each in mine.defer("content")}


def prepared_for(user: int, viewer: Viewer) -> list[PreparedPack]:
    """Answer all packs made for a user that the viewer may see, each with its meeting, without the files."""
    found = PreparedPack.objects.filter(visible_to(viewer, PreparedPack), user=user)
    return list(found.select_related("meeting").defer("content").order_by("id"))


def content_of(prepared: PreparedPack) -> bytes:
    """Answer the file of a pack that is ready."""
    return bytes(prepared.content or b"")
