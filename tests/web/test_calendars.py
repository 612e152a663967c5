"""Calendars to subscribe to: whose meetings they hold, who may read them, and when a copy is still right."""

import datetime
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Component
from tests.factories.people import Seat, user_with
from tests.factories.registers import register
from tests.factories.world import make_world

from samstyr.accounts.models import User
from samstyr.audit.queries import history_of
from samstyr.meetings.models import Meeting
from samstyr.platform.history import event_models
from samstyr.registry.models import MeetingDate, Membership
from samstyr.registry.services import load_register
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.usefixtures("danish_register")

D = datetime.date.fromisoformat
MEMBER = Seat(Role.MEMBER, "kl", "nbs")


def events(response: Any) -> dict[str, str]:
    """Answer what stands in a calendar: by uid, the beginning and the summary."""
    assert response.status_code == 200
    return {
        str(each["UID"]): f"{each.decoded('DTSTART').isoformat()} {each['SUMMARY']}"
        for each in Calendar.from_ical(response.content).walk("VEVENT")
    }


def own(user: User) -> str:
    return reverse("calendar-own", args=[user.calendar_key])


@pytest.fixture
def subscriber(client: Client) -> User:
    """A member of the national board who made the address of their calendar."""
    user = user_with(MEMBER)
    client.force_login(user)
    client.post(reverse("calendar-key"), {"renew": ""})
    client.logout()
    user.refresh_from_db()
    return user


def test_calendar_of_a_forum_holds_the_register_and_the_record(client: Client) -> None:
    Meeting.objects.create(
        forum_id="nbs", date=D("2017-10-04"), start=datetime.time(13), end=datetime.time(15), place="Lokale 1"
    )
    Meeting.objects.create(forum_id="nbs", date=D("2017-09-07"))  # of no date in the register
    Meeting.objects.create(forum_id="medcom-sg", date=D("2017-09-08"))

    response = client.get("/kalender/fora/nbs.ics")

    name = "Den nationale bestyrelse for sundheds-it"
    assert events(response) == {
        "nbs-2017-06-28@samstyr": f"2017-06-28 {name}",
        "nbs-2017-09-07@samstyr": f"2017-09-07 {name}",
        "nbs-2017-10-04@samstyr": f"2017-10-04T13:00:00+02:00 {name}",
        "nbs-2017-11-29@samstyr": f"2017-11-29 {name}",
    }
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    timed = Calendar.from_ical(response.content).walk("VEVENT")[2]
    assert (str(timed["LOCATION"]), timed["SEQUENCE"]) == ("Lokale 1", 0)
    assert str(timed["URL"]).startswith("http://testserver/moeder/")


def test_deadline_of_the_papers_is_an_event_of_its_own(client: Client) -> None:
    forum = {
        "id": "f",
        "name": "Gruppen",
        "procedure": {"papers_before": {"days": 5}},
        "meetings": [D("2017-06-28")],
    }
    load_register(wanted=register(fora=[forum]))

    assert events(client.get("/kalender/fora/f.ics")) == {
        "f-2017-06-28@samstyr": "2017-06-28 Gruppen",
        "f-2017-06-28-papers@samstyr": "2017-06-21 Frist for materiale: Gruppen",
    }


def test_sequence_and_stamp_follow_the_changes_of_a_meeting(client: Client) -> None:
    meeting = Meeting.objects.create(forum_id="nbs", date=D("2017-10-04"))
    (before,) = _of(client, "nbs-2017-10-04@samstyr")

    meeting.place = "Lokale 2"
    meeting.save()

    (after,) = _of(client, "nbs-2017-10-04@samstyr")
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert before.decoded("DTSTAMP") <= after.decoded("DTSTAMP")


def test_calendar_of_a_party_holds_the_fora_where_it_sits_that_day(client: Client) -> None:
    fora = [
        {
            "id": "mixed",
            "seats": [{"organisation": "o", "valid": {"until": D("2017-06-01")}}, {"organisation": "other"}],
            "meetings": [D("2017-05-31"), D("2017-06-01")],
        },
        {"id": "own", "level": "party", "party": "p", "meetings": [D("2017-03-01")]},
        {"id": "strange", "seats": [{"organisation": "other"}], "meetings": [D("2017-04-01")]},
    ]
    organisations = [{"id": "o", "party": "p"}, {"id": "other", "party": "q"}]
    load_register(wanted=register(parties=["p", "q"], organisations=organisations, fora=fora))

    assert list(events(client.get("/kalender/parter/p.ics"))) == [
        "own-2017-03-01@samstyr",
        "mixed-2017-05-31@samstyr",
    ]


def test_copy_that_is_still_right_is_not_sent_again(client: Client) -> None:
    first = client.get("/kalender/fora/nbs.ics")

    again = client.get("/kalender/fora/nbs.ics", headers={"if-none-match": first.headers["ETag"]})
    MeetingDate.objects.filter(forum_id="nbs", date=D("2017-11-29")).delete()
    changed = client.get("/kalender/fora/nbs.ics", headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, again.content, changed.status_code) == (304, b"", 200)
    assert first.headers["Last-Modified"].endswith("GMT")
    assert "nbs-2017-11-29@samstyr" not in events(changed)


def test_older_copy_by_date_alone_is_sent_again(client: Client) -> None:
    """What was taken away leaves no newer date behind: the date alone never says that a copy is right."""
    first = client.get("/kalender/fora/nbs.ics")

    again = client.get(
        "/kalender/fora/nbs.ics", headers={"if-modified-since": first.headers["Last-Modified"]}
    )

    assert again.status_code == 200


@pytest.mark.parametrize("address", ["/kalender/fora/x.ics", "/kalender/parter/x.ics", "/kalender/min/x.ics"])
def test_unknown_calendar_is_404(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_no_calendar_tells_of_any_agenda(client: Client) -> None:
    secretaries = [
        user_with(Seat(Role.SECRETARY, "sds", "nbs")),
        user_with(Seat(Role.SECRETARY, "medcom", "medcom-sg")),
    ]
    make_world(*secretaries)

    for address in (
        "/kalender/fora/nbs.ics",
        "/kalender/fora/medcom-sg.ics",
        "/kalender/parter/kommuner.ics",
    ):
        content = client.get(address).content.decode().replace("\r\n ", "")
        assert ("hemmelighed" in content, "Åbent punkt" in content) == (False, False)


def test_own_calendar_is_read_without_a_session_by_its_address(client: Client, subscriber: User) -> None:
    Meeting.objects.create(forum_id="medcom-sg", date=D("2017-09-08"))

    response = client.get(own(subscriber))

    assert list(events(response)) == [
        "nbs-2017-06-28@samstyr",
        "nbs-2017-10-04@samstyr",
        "nbs-2017-11-29@samstyr",
    ]
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert len(subscriber.calendar_key or "") >= 43


def test_address_is_shown_on_the_account_and_nowhere_else(client: Client, subscriber: User) -> None:
    client.force_login(subscriber)
    pages = {
        name: client.get(reverse(name)).content.decode()
        for name in ("mfa_index", "own-data", "own-data-file")
    }
    client.force_login(user_with(administrator=True))
    pages["admin"] = client.get(f"/admin/accounts/user/{subscriber.pk}/change/").content.decode()
    pages["history"] = client.get(reverse("user-history", args=[subscriber.pk])).content.decode()

    key = subscriber.calendar_key or ""
    assert "Du har en adresse at abonnere på." in pages["own-data"]
    assert json.loads(pages["own-data-file"])["user"]["calendar"] is True
    assert [name for name, page in pages.items() if key in page] == ["mfa_index"]


def test_renewed_address_ends_the_one_before(client: Client, subscriber: User) -> None:
    before = own(subscriber)
    client.force_login(subscriber)

    client.post(reverse("calendar-key"), {"renew": ""})

    subscriber.refresh_from_db()
    assert [client.get(address).status_code for address in (before, own(subscriber))] == [404, 200]


def test_ended_address_opens_nothing(client: Client, subscriber: User) -> None:
    before = own(subscriber)
    client.force_login(subscriber)

    client.post(reverse("calendar-key"), {"end": ""})

    subscriber.refresh_from_db()
    assert (subscriber.calendar_key, client.get(before).status_code) == (None, 404)


def test_address_ends_with_the_account_and_with_the_seats(client: Client, subscriber: User) -> None:
    Membership.objects.filter(person__user=subscriber).update(valid="[2017-01-01,2017-07-01)")
    ended = client.get(own(subscriber)).status_code
    Membership.objects.filter(person__user=subscriber).update(valid="[2017-01-01,)")
    seated = client.get(own(subscriber)).status_code
    User.objects.filter(pk=subscriber.pk).update(is_active=False)

    assert (ended, seated, client.get(own(subscriber)).status_code) == (404, 200, 404)


def test_address_lets_nobody_in_anywhere_else(client: Client, subscriber: User) -> None:
    client.get(own(subscriber))

    assert client.get(reverse("own-data")).status_code == 302
    assert client.post(own(subscriber)).status_code == 405


def test_making_the_address_needs_a_login(client: Client) -> None:
    response = client.post(reverse("calendar-key"), {"renew": ""})

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/log-ind/")


def test_history_tells_that_the_address_changed_and_never_what_it_is(subscriber: User) -> None:
    event = history_of(User, subscriber.pk, OPERATOR)[0]

    assert (event.service, event.user, event.changes) == ("accounts.renew_calendar_key", subscriber.pk, ())
    assert "calendar_key" in event.noted
    assert "calendar_key" not in {field.name for field in event_models()[User]._meta.fields}


def _of(client: Client, uid: str) -> list[Component]:
    found = Calendar.from_ical(client.get("/kalender/fora/nbs.ics").content).walk("VEVENT")
    return [each for each in found if each["UID"] == uid]
