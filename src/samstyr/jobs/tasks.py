"""What the worker does; each task is a thin call."""

from procrastinate.contrib.django import app

from samstyr.exchange.minutes_import import read_handed_in
from samstyr.meetings.models import Review


@app.task(name="read_review")
def read_review(review: int) -> None:
    """Read a document that was handed in. Asked twice, it does nothing the second time."""
    read_handed_in(review=Review.objects.select_related("document").get(pk=review))
