"""Two people who write of portfolios in the same moment, on two connections: no rule is broken between them."""

import datetime
import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from tests.factories.money import need, pool
from tests.factories.portfolio import initiative, milestone

from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.portfolio.models import InitiativeDependency, Need
from samstyr.portfolio.queries.money import pools_of
from samstyr.portfolio.services import add_dependency, grant_need, move_need, use_pool
from samstyr.rules.rights import OPERATOR

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("danish_register")]
D = datetime.date.fromisoformat


def at_once(*writes: Callable[[], object]) -> list[Exception]:
    """Do all of them in the same moment; answers what was refused."""
    ready, refused = threading.Barrier(len(writes)), list[Exception]()

    def run(write: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            ready.wait(timeout=10)
            write()
        except (DeniedError, InputError) as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(write,)) for write in writes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return refused


def test_milestones_never_wait_for_each_other() -> None:
    first, second = (milestone(name, D("2017-09-01")) for name in ("Eksempel A", "Eksempel B"))

    refused = at_once(
        lambda: add_dependency(before=first, after=second, actor=OPERATOR),
        lambda: add_dependency(before=second, after=first, actor=OPERATOR),
    )

    assert [type(each) for each in refused] == [DeniedError]
    assert InitiativeDependency.objects.count() == 1


def test_needs_that_two_move_are_each_moved() -> None:
    wished = pool()
    first, _second, third, _fourth = (need(wished, title) for title in "ABCD")

    refused = at_once(
        lambda: move_need(need=first, places=1, actor=OPERATOR),
        lambda: move_need(need=third, places=1, actor=OPERATOR),
    )

    assert refused == []
    ranked = Need.objects.filter(pool=wished).order_by("rank")
    assert list(ranked.values_list("title", "rank")) == [("B", 1), ("A", 2), ("D", 3), ("C", 4)]


def test_pool_is_never_overdrawn() -> None:
    wished = pool(amount="5")
    wish = need(wished, amount="4")

    refused = at_once(
        lambda: grant_need(need=wish, actor=OPERATOR),
        lambda: use_pool(pool=wished, initiative=initiative(), amount=Decimal(4), actor=OPERATOR),
    )

    assert [type(each) for each in refused] == [DeniedError]
    [found] = pools_of("nbs")
    assert found.balance.left == Decimal(1)
