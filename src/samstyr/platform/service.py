"""A service: one transaction, in which the database is told who acts and through which service.

The triggers of the history write it into each event (platform/history.py). It ends with the service, not with the
statement: bulk writes, functions and plain SQL carry it as well.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from django.db import connection, transaction

from samstyr.platform.viewer import ACTING
from samstyr.rules.rights import Viewer

P = ParamSpec("P")
R = TypeVar("R")

# The names of all services that were imported.
SERVICES: Final[set[str]] = set()
# What an outer service or a page has said stands: the right side of || wins.
TELL: Final = (
    f"SELECT coalesce(current_setting('{ACTING}', true), ''), set_config('{ACTING}', "
    f"(%s::jsonb || coalesce(nullif(current_setting('{ACTING}', true), ''), '{{}}')::jsonb)::text, true)"
)
RESTORE: Final = f"SELECT set_config('{ACTING}', %s, true)"


def service(function: Callable[P, R]) -> Callable[P, R]:
    """Run a function in one transaction; what it changes is recorded under its name and its `actor`.

    Inside another service the outer one's name and actor stand. A service without an actor acts for whoever the
    transaction is seen by; for nobody where that is a command.
    """
    name = f"{function.__module__.split('.')[1]}.{function.__name__}"
    SERVICES.add(name)

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        actor = kwargs.get("actor")
        told: dict[str, str | int | None] = {"service": name}
        if isinstance(actor, Viewer):
            told["user"] = actor.user
        with _acting(told):
            return function(*args, **kwargs)

    return run


@contextmanager
def _acting(told: dict[str, str | int | None]) -> Iterator[None]:
    goes_on = connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(TELL, [json.dumps(told)])
            before = cursor.fetchone()[0]
        yield
        if goes_on:
            with connection.cursor() as cursor:
                cursor.execute(RESTORE, [before])
