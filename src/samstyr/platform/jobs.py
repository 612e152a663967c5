"""Leaving work to the worker, by the name of its task (jobs/tasks.py stands above whoever asks for it)."""

from procrastinate.contrib.django import app


def defer(task: str, **arguments: int | str | None) -> None:
    """Queue a task: it runs once the transaction that asks for it is committed, and not at all where it is not."""
    app.configure_task(task).defer(**arguments)
