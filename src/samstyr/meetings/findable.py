"""What of a meeting everyone can find, and by which words."""

from samstyr.documents.services import FoundBy
from samstyr.meetings.models import Meeting


def findable(meeting: Meeting) -> list[FoundBy]:
    """Answer what of a meeting can be found, and where it is shown."""
    day = meeting.date.isoformat()
    found = [
        FoundBy("meetings", str(meeting.pk), str(meeting.forum), day, f"{meeting.place} møde referat {day}")
    ]
    for item in meeting.items.all():
        if item.closed:
            continue
        place = f"{meeting.pk}#item-{item.position}"
        found.append(FoundBy("items", place, item.title, f"{item.number} · {meeting.forum} {day}"))
        quotes = " ".join(resolution.quote for resolution in item.resolutions.all())
        if quotes:
            found.append(FoundBy("resolutions", place, item.title, day, quotes))
        found.extend(
            FoundBy("actions", f"{place}-action-{action.pk}", action.what, day, " ".join(action.who))
            for action in item.actions.all()
        )
    found.extend(
        FoundBy("persons", str(attendance.person_id), attendance.person.name, attendance.organisation_text)
        for attendance in meeting.attendances.select_related("person")
    )
    return found
