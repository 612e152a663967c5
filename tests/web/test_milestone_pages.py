"""The milestones of an initiative: every date with its slip, forms for the lead alone, and what a late one would do."""

import datetime
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import COORDINATOR, NOW, OWN, STRANGER, WRITER, milestone, waits

from samstyr.meetings.models import AgendaItem, Meeting, Resolution
from samstyr.portfolio.models import InitiativeDependency, Milestone, MilestoneDate
from samstyr.registry.models import Initiative

pytestmark = pytest.mark.usefixtures("danish_register")
OTHER = "praksys"
PAGE = reverse("initiative-milestones", args=[OWN])
ON = {"on": "2017-07-01"}
D = datetime.date.fromisoformat
SEPTEMBER, DECEMBER, FEBRUARY = D("2017-09-01"), D("2017-12-01"), D("2018-02-01")


def logged_in(*seats: Seat) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    if seats:
        client.force_login(user_with(*seats))
    return client


def main(page: Any) -> str:
    return page.content.decode().split("<main", 1)[1].split("</main>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<svg.*?</svg>", "", html)).split())


def shown(client: Client, address: str = PAGE, **query: str) -> str:
    answer = client.get(address, {**ON, **query})
    assert answer.status_code == 200
    return words(main(answer))


def test_date_that_holds_stands_before_every_earlier_one_in_brackets_with_its_slip() -> None:
    milestone("Drift", SEPTEMBER, DECEMBER, FEBRUARY)

    page = shown(logged_in())

    holds = page.index("Feb. 1, 2018")
    assert holds < page.index("(Dec. 1, 2017)") < page.index("(Sept. 1, 2017)")
    assert "agreed, Eksempelaftale 2, set Feb. 1, 2017 62 days late (2 calendar months)" in page
    assert "baseline, Eksempelaftale 1, set Jan. 1, 2017 153 days late (5 calendar months)" in page


def test_what_was_only_expected_is_shown_and_nothing_slips_from_it() -> None:
    milestone("Drift", SEPTEMBER, DECEMBER, FEBRUARY, kind="expected")

    page = shown(logged_in())

    assert "(Dec. 1, 2017) expected, Eksempelaftale 2, set Feb. 1, 2017 (Sept. 1, 2017)" in page


def test_milestones_are_shown_as_they_were_known_on_a_day() -> None:
    milestone("Drift", SEPTEMBER, DECEMBER, reached_on=D("2017-11-20"))

    january, now, after = (shown(logged_in(), on=day) for day in ("2017-01-15", "2017-07-01", "2017-11-20"))

    assert ("Dec. 1, 2017" in january, "never moved" in january) == (False, True)
    assert ("reached Nov. 20" in now, "reached Nov. 20" in after) == (False, True)


def test_slip_chart_has_a_table_that_says_the_same() -> None:
    milestone("Drift", SEPTEMBER, DECEMBER)
    milestone("Pilot", DECEMBER)

    html = main(logged_in().get(PAGE, ON))

    assert 'aria-labelledby="slip-title slip-description"' in html
    table = words(html.split("The slip chart as a table")[-1])
    assert "1 Drift Jan. 1, 2017 Sept. 1, 2017 baseline 91 days late" in table
    assert "1 Drift Feb. 1, 2017 Dec. 1, 2017 agreed holds" in table
    assert "2 Pilot Jan. 1, 2017 Dec. 1, 2017 baseline holds" in table


def test_initiative_without_milestones_says_so_and_leads_here() -> None:
    assert "No milestones are known" in shown(logged_in())
    assert PAGE in main(logged_in().get(reverse("initiative", args=[OWN])))
    assert logged_in().get(reverse("initiative-milestones", args=["findes-ikke"])).status_code == 404


def test_lead_adds_a_milestone_with_its_baseline() -> None:
    given = {"new-name": "Pilot", "new-date": "2017-09-01", "new-by": "ØA18", "new-on": "2017-06-07"}
    client = logged_in(WRITER)

    added = client.post(reverse("milestone-add", args=[OWN]), given)
    again = client.post(reverse("milestone-add", args=[OWN]), given)

    made = Milestone.objects.get(initiative=OWN)
    [date] = made.dates.all()
    assert (added.status_code, again.status_code) == (302, 400)
    assert (made.name, date.date, date.kind, date.by, date.on) == (
        "Pilot",
        SEPTEMBER,
        "baseline",
        "ØA18",
        D("2017-06-07"),
    )


def test_lead_sets_another_date_with_the_decision_behind_it_and_the_earlier_stays() -> None:
    made = milestone("Drift", SEPTEMBER)
    meeting = Meeting.objects.create(
        forum_id="nbs", date=D("2017-06-28"), state="minutes-sent", published_at=NOW
    )
    item = AgendaItem.objects.create(
        meeting=meeting, position=0, number="5", title="Portefølje", kind="decision"
    )
    decided = Resolution.objects.create(item=item, verb="approved", quote="Eksempel")
    form = f"date-{made.pk}"

    answer = logged_in(COORDINATOR).post(
        reverse("milestone-date", args=[OWN, made.pk]),
        {
            f"{form}-date": "2017-12-01",
            f"{form}-kind": "agreement",
            f"{form}-by": "Bestyrelsen",
            f"{form}-on": "2017-06-28",
            f"{form}-resolution": str(decided.pk),
            f"{form}-reason": "Eksempel: leverandøren er forsinket",
        },
    )

    page = shown(logged_in())
    new = MilestoneDate.objects.get(kind="agreement")
    assert answer.status_code == 302
    assert (new.date, new.resolution, new.reason) == (
        DECEMBER,
        decided,
        "Eksempel: leverandøren er forsinket",
    )
    assert "Eksempel: leverandøren er forsinket (Sept. 1, 2017) baseline" in page
    assert reverse("meeting", args=[meeting.pk]) in main(logged_in().get(PAGE, ON))


def test_date_that_is_set_already_is_refused_beside_the_form() -> None:
    made = milestone("Drift", SEPTEMBER, DECEMBER)
    form = f"date-{made.pk}"
    same = {"date": "2017-12-01", "kind": "agreement", "by": "Eksempelaftale 2", "on": "2017-02-01"}

    answer = logged_in(WRITER).post(
        reverse("milestone-date", args=[OWN, made.pk]),
        {f"{form}-{name}": value for name, value in same.items()},
    )

    assert (answer.status_code, MilestoneDate.objects.count()) == (400, 2)
    assert '<details class="details" open>' in main(answer)


@pytest.mark.parametrize(("day", "status"), [("2017-06-30", 302), ("2117-07-02", 400)])
def test_milestone_is_reached_on_a_day_that_has_come(day: str, status: int) -> None:
    made = milestone("Drift", SEPTEMBER)

    answer = logged_in(WRITER).post(
        reverse("milestone-reached", args=[OWN, made.pk]), {f"reached-{made.pk}-reached_on": day}
    )

    made.refresh_from_db()
    assert (answer.status_code, made.reached_on) == (status, D(day) if status == 302 else None)


def test_lead_notes_what_a_milestone_waits_for() -> None:
    own, other = milestone("Drift", DECEMBER), milestone("Levering", SEPTEMBER, key=OTHER)
    given = {
        "dependency-after": f"m{own.pk}",
        "dependency-before": f"m{other.pk}",
        "dependency-lag": "14",
        "dependency-reason": "Eksempel",
    }

    answer = logged_in(WRITER).post(reverse("milestone-depend", args=[OWN]), given)

    [made] = InitiativeDependency.objects.all()
    of_own, of_other = shown(logged_in()), shown(logged_in(), reverse("initiative-milestones", args=[OTHER]))
    assert (answer.status_code, made.before_milestone, made.after_milestone) == (302, other, own)
    assert "“Drift” waits for “Levering” ( Praksys ), at least 14 days between Eksempel" in of_own
    assert "“Drift” ( Sundhedsjournal 2.0 ) waits for “Levering”" in of_other


def test_circle_is_refused_with_its_names() -> None:
    first, second = milestone("Levering", SEPTEMBER), milestone("Drift", DECEMBER)
    waits(second, first)
    given = {"dependency-after": f"m{first.pk}", "dependency-before": f"m{second.pk}", "dependency-lag": "0"}

    answer = logged_in(WRITER).post(reverse("milestone-depend", args=[OWN]), given)

    assert (answer.status_code, InitiativeDependency.objects.count()) == (400, 1)
    page = words(main(answer))
    assert "Levering → Drift → Levering" in page or "Drift → Levering → Drift" in page


def test_milestone_can_not_wait_for_a_whole_initiative_but_an_initiative_can() -> None:
    own = milestone("Drift", DECEMBER)
    address = reverse("milestone-depend", args=[OWN])
    client = logged_in(WRITER)

    mixed = client.post(
        address,
        {"dependency-after": f"m{own.pk}", "dependency-before": f"i{OTHER}", "dependency-lag": "0"},
    )
    whole = client.post(
        address, {"dependency-after": f"i{OWN}", "dependency-before": f"i{OTHER}", "dependency-lag": "0"}
    )

    assert (mixed.status_code, whole.status_code) == (400, 302)
    assert InitiativeDependency.objects.get().before_milestone is None


def test_other_initiatives_are_found_by_their_name() -> None:
    Initiative.objects.create(id="eksempel-fjern", name="Et fjernt eksempel")
    milestone("Fjern milepæl", DECEMBER, key="eksempel-fjern")
    client = logged_in(WRITER)

    without, found = (main(client.get(PAGE, {**ON, **query})) for query in ({}, {"find": "fjernt"}))

    assert ("Fjern milepæl" in without, "Fjern milepæl" in found) == (False, True)


@pytest.mark.parametrize("seats", [(), (STRANGER,)], ids=["public", "another party"])
def test_only_the_lead_sees_and_uses_the_forms(seats: tuple[Seat, ...]) -> None:
    made = milestone("Drift", SEPTEMBER)
    client = logged_in(*seats)
    addresses = [
        reverse("milestone-add", args=[OWN]),
        reverse("milestone-depend", args=[OWN]),
        reverse("milestone-date", args=[OWN, made.pk]),
        reverse("milestone-reached", args=[OWN, made.pk]),
    ]

    answers = {client.post(address).status_code for address in addresses}

    assert answers == {403}
    assert 'method="post"' not in main(client.get(PAGE, ON))
    assert main(logged_in(WRITER).get(PAGE, ON)).count('method="post"') == 4


def test_what_if_tells_what_moves_through_which_chain_and_what_is_missed() -> None:
    first = milestone("Levering", SEPTEMBER)
    second = milestone("Opkobling", D("2017-09-15"), key=OTHER)
    third = milestone("Drift", D("2017-10-01"))
    waits(second, first, lag=14)
    waits(third, second)
    address = reverse("milestone-what-if", args=[OWN, first.pk])
    before = MilestoneDate.objects.count()

    page = shown(logged_in(), address, date="2017-10-10")

    assert "2 other milestones move." in page
    assert "Opkobling Praksys Sept. 15, 2017 Oct. 24, 2017 39 days Levering → Opkobling" in page
    assert "Drift Oct. 1, 2017 Oct. 24, 2017 23 days Levering → Opkobling → Drift" in page
    assert "baseline Sept. 1, 2017 Eksempelaftale 1 meeting Oct. 4, 2017" in page
    assert MilestoneDate.objects.count() == before


def test_what_if_within_the_slack_moves_nothing_else() -> None:
    first, second = milestone("Levering", SEPTEMBER), milestone("Drift", DECEMBER)
    waits(second, first)
    address = reverse("milestone-what-if", args=[OWN, first.pk])

    page = shown(logged_in(), address, date="2017-11-30")

    assert "0 other milestones move." in page
    assert "That is the date that holds: nothing moves." in shown(logged_in(), address, date="2017-09-01")


def test_initiatives_that_wait_as_a_whole_are_named_without_a_day() -> None:
    first = milestone("Levering", SEPTEMBER)
    InitiativeDependency.objects.create(before_id=OWN, after_id=OTHER)

    page = shown(logged_in(), reverse("milestone-what-if", args=[OWN, first.pk]), date="2017-10-10")

    assert "no day can be reckoned: Praksys" in page


def test_reached_milestone_has_no_what_if_and_a_bad_day_is_told() -> None:
    done = milestone("Pilot", SEPTEMBER, reached_on=D("2017-06-01"))
    open_one = milestone("Drift", SEPTEMBER)
    client = logged_in()

    page = shown(client, reverse("milestone-what-if", args=[OWN, done.pk]), date="2018-01-01")
    address = reverse("milestone-what-if", args=[OWN, open_one.pk])

    assert "was reached on June 1, 2017" in page
    assert client.get(address, {"date": "i morgen"}).status_code == 400
    assert client.get(address, {"date": "9999-12-31"}).status_code == 400
    assert client.get(reverse("milestone-what-if", args=[OTHER, open_one.pk])).status_code == 404


@pytest.mark.parametrize("seats", [(), (WRITER,)], ids=["public", "lead"])
@pytest.mark.parametrize("what", ["page", "what-if"])
def test_number_of_queries_does_not_grow(what: str, seats: tuple[Seat, ...]) -> None:
    first = milestone("Levering", SEPTEMBER, DECEMBER)
    waits(milestone("Opkobling", SEPTEMBER, key=OTHER), first)
    address = PAGE if what == "page" else reverse("milestone-what-if", args=[OWN, first.pk])
    query = {**ON, "date": "2018-03-01"}
    client = logged_in(*seats)

    def asked() -> int:
        client.get(address, query)
        with CaptureQueriesContext(connection) as queries:
            client.get(address, query)
        return len(queries)

    few = asked()
    for number in range(5):
        more = milestone(f"Mere {number}", SEPTEMBER, DECEMBER, FEBRUARY, key=OWN if number % 2 else OTHER)
        waits(more, first, lag=number)

    assert asked() == few
