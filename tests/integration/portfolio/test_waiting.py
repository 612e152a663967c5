"""A series that waits: its owner's alone, by the query and in the database; gone once stored, or with the account."""

import datetime

import pytest
from tests.factories.people import DAY, user_with
from tests.factories.portfolio_imports import MAPPING, row, table

from samstyr.accounts.models import User
from samstyr.exchange.personal_data import erase_person
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import StatusReport, WaitingSeries
from samstyr.portfolio.queries.waiting import series_waiting
from samstyr.portfolio.services import hand_in_series, store_waiting_series
from samstyr.portfolio.services.imported import plan_series, store_series
from samstyr.portfolio.services.waiting import MOST
from samstyr.registry.viewers import viewer_of
from samstyr.rules.portfolio.imported import read_series
from samstyr.rules.rights import OPERATOR, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
NOW = datetime.datetime(2024, 6, 20, 9, 30, tzinfo=datetime.UTC)
SERIES = read_series(MAPPING, [table(row("Bro", "2021-03-31", "Green"), row("Vej", "2021-03-31", "Red"))])


@pytest.fixture
def owner() -> User:
    return user_with(administrator=True)


def viewer(user: User) -> Viewer:
    return viewer_of(user, DAY)


def waiting(user: User) -> WaitingSeries:
    return hand_in_series(name="serie.csv", content=b"x", mapping="m", actor=viewer(user))


def test_other_administrators_see_it_neither_by_the_query_nor_in_the_database(owner: User) -> None:
    waiting(owner)
    other = user_with(administrator=True)

    seen = {}
    for name, user in (("owner", owner), ("other", other)):
        with seen_by(viewer(user), DatabaseRole.WEB):
            seen[name] = (series_waiting(viewer(user)).count(), WaitingSeries.objects.count())

    assert seen == {"owner": (1, 1), "other": (0, 0)}


def test_who_may_not_edit_the_register_hands_in_nothing() -> None:
    with pytest.raises(DeniedError):
        hand_in_series(name="serie.csv", content=b"x", mapping="m", actor=viewer(user_with()))


def test_so_many_may_wait_and_no_more(owner: User) -> None:
    for _ in range(MOST):
        waiting(owner)

    with pytest.raises(InputError, match="20 series wait already"):
        waiting(owner)


def test_file_goes_when_its_reports_are_stored(owner: User) -> None:
    series = waiting(owner)

    stored = store_waiting_series(
        series=series, mapping=MAPPING, imported=SERIES, actor=viewer(owner), now=NOW
    )

    assert (stored.reports_new, StatusReport.objects.count(), WaitingSeries.objects.count()) == (2, 2, 0)


def test_file_stays_when_its_reports_are_refused(owner: User) -> None:
    series = waiting(owner)
    user = user_with()

    with pytest.raises(DeniedError):
        store_waiting_series(series=series, mapping=MAPPING, imported=SERIES, actor=viewer(user), now=NOW)

    assert (WaitingSeries.objects.count(), StatusReport.objects.count()) == (1, 0)


def test_plan_tells_what_storing_would_do_and_stores_nothing() -> None:
    store_series(mapping=MAPPING, imported=SERIES, now=NOW)
    rows = (
        row("Bro", "2021-03-31", "Green"),
        row("Vej", "2021-03-31", "Green"),
        row("Havn", "2021-03-31", "Red"),
    )

    plan = plan_series(mapping=MAPPING, imported=read_series(MAPPING, [table(*rows)]), first=1)

    assert (plan.initiatives_new, plan.initiatives_known) == (1, 2)
    assert (plan.reports_new, plan.reports_corrected, plan.reports_same) == (1, 1, 1)
    assert [each["initiative_id"] for each in plan.first] == ["ex-bro"]
    assert StatusReport.objects.count() == 2


def test_file_goes_with_the_account(owner: User) -> None:
    user_with(administrator=True)
    waiting(owner)
    assert owner.person is not None

    erase_person(name=owner.person.name, on=DAY, actor=OPERATOR)

    assert WaitingSeries.objects.count() == 0
