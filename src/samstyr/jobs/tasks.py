"""What the worker does; each task is a thin call, made as the one who asked for it.

A job carries its actor. Their rights are looked up again when it runs: a seat may have ended meanwhile.
"""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import read_handed_in
from samstyr.meetings.queries import reviews_visible_to
from samstyr.meetings.services import deliver, remind
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


@app.task(name="deliver", retry=RetryStrategy(max_attempts=6, exponential_wait=4))
def deliver_mail(delivery: int, user: int) -> None:
    """Send one e-mail, as the user it is to; where the mail server does not answer it is tried again."""
    viewer = _viewer(user)
    with seen_by(viewer, DatabaseRole.JOB, "deliver"):
        deliver(delivery=delivery, actor=viewer, on=clock.today(), now=timezone.now())


@app.periodic(cron="0 6 * * *")
@app.task(name="remind_all", queueing_lock="remind_all")
def remind_all(timestamp: int) -> None:
    """Remind each user of what they owe, once a day; each as they see it, so that one's trouble is not another's."""
    for key in User.objects.filter(is_active=True).exclude(email="").values_list("pk", flat=True):
        viewer = _viewer(key)
        with seen_by(viewer, DatabaseRole.JOB, "remind_all"):
            remind(actor=viewer, on=clock.today(), now=timezone.now())


def _viewer(actor: int | None) -> Viewer:
    user = User.objects.filter(pk=actor).first() if actor is not None else None
    return viewer_of(user, clock.today()) if user else PUBLIC
