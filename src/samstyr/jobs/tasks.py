"""What the worker does; each task is a thin call, made as the one who asked for it.

A job carries its actor. Their rights are looked up again when it runs: a seat may have ended meanwhile.
"""

from contextlib import AbstractContextManager
from typing import Final

from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import read_handed_in
from samstyr.meetings.queries import reviews_visible_to
from samstyr.meetings.queries.routes import cases_to_follow
from samstyr.meetings.services import deliver, follow_case, remind
from samstyr.platform import clock
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.print.preparing import make_prepared
from samstyr.registry.viewers import viewer_of
from samstyr.rules.rights import PUBLIC, Viewer

MOST_ATTEMPTS: Final = 3
HOURS_KEPT: Final = 72


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


@app.periodic(cron="30 5 * * *")
@app.task(name="follow_all", queueing_lock="follow_all")
def follow_all(timestamp: int) -> None:
    """Plan the rest of every case's way anew, once a day: a deadline may have passed.

    Each as one of its secretaries sees it, who may see what a closed case is about; all would plan it the same.
    """
    followed: set[int] = set()
    for key in User.objects.filter(is_active=True).values_list("pk", flat=True):
        viewer = _viewer(key)
        with seen_by(viewer, DatabaseRole.JOB, "follow_all"):
            for case in cases_to_follow(viewer).exclude(pk__in=followed):
                followed.add(case.pk)
                follow_case(case=case, actor=viewer, on=clock.today(), now=timezone.now())


@app.task(name="make_pack")
def make_pack(prepared: int, actor: int | None) -> None:
    """Make the pack a user has asked for; for a row that is finished, cancelled or another's it does nothing."""
    viewer = _viewer(actor)

    def seen() -> AbstractContextManager[None]:
        return seen_by(viewer, DatabaseRole.JOB, "make_pack")

    make_prepared(prepared=prepared, actor=viewer, seen=seen)


@app.periodic(cron="* * * * *")
@app.task(name="take_up_stalled", queueing_lock="take_up_stalled", pass_context=True)
async def take_up_stalled(context: JobContext, timestamp: int) -> None:
    """Run again what a worker had begun when it died; and forget jobs that were done days ago.

    Each of these tasks may be run twice. One that has died several times is left: it may be what killed the worker.
    """
    manager = context.app.job_manager
    for task in ("make_pack", "read_review", "deliver"):
        for job in await manager.get_stalled_jobs(task_name=task):
            if job.attempts < MOST_ATTEMPTS:
                await manager.retry_job(job)
    await manager.delete_old_jobs(nb_hours=HOURS_KEPT)


def _viewer(actor: int | None) -> Viewer:
    user = User.objects.filter(pk=actor).first() if actor is not None else None
    return viewer_of(user, clock.today()) if user else PUBLIC
