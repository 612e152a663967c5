"""What the worker does; each task is a thin call, made as the one who asked for it.

A job carries its actor. Their rights are looked up again when it runs: a seat may have ended meanwhile.
"""

from procrastinate.contrib.django import app

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import read_handed_in
from samstyr.meetings.queries import reviews_visible_to
from samstyr.platform import clock
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.viewers import viewer_of
from samstyr.rules.rights import PUBLIC, Viewer


@app.task(name="read_review")
def read_review(review: int, actor: int | None) -> None:
    """Read a document that was handed in. Asked twice, or by one who may no longer see it, it does nothing."""
    viewer = _viewer(actor)
    with seen_by(viewer, DatabaseRole.JOB, "read_review"):
        found = reviews_visible_to(viewer).filter(pk=review).first()
        if found is not None:
            read_handed_in(review=found)


def _viewer(actor: int | None) -> Viewer:
    user = User.objects.filter(pk=actor).first() if actor is not None else None
    return viewer_of(user, clock.today()) if user else PUBLIC
