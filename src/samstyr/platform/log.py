"""What a log line may say: when, how grave, where in our code; nothing a person wrote and no address they asked for."""

import logging
import traceback
from types import TracebackType
from typing import Final

# Django's own lines hold the path (which may hold the key of a link), host names and input that was refused.
_WITH_INPUT: Final = ("django.request", "django.security", "django.server")
_Problem = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class ImpersonalFormatter(logging.Formatter):
    """Writes which view answered with which status, and where an error came from; never its text.

    The text of an error often is somebody's input: a value the database refused, a name that was there before.
    """

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """Answer the line for a record, with the places an error passed below it."""
        plain = logging.makeLogRecord(record.__dict__)
        plain.exc_text = None  # another handler may have written the whole text there
        if record.name.startswith(_WITH_INPUT):
            plain.msg, plain.args = _answered(record), None
        return super().format(plain)

    def formatException(self, ei: _Problem) -> str:  # noqa: N802 - logging's name
        """Answer the kinds of the errors and the lines they passed."""
        problem: BaseException | None = ei[1]
        lines: list[str] = []
        while problem is not None:
            lines.append(f"{type(problem).__module__}.{type(problem).__qualname__}")
            lines += [
                f"  {place.filename}:{place.lineno} {place.name}"
                for place in traceback.extract_tb(problem.__traceback__)
            ]
            problem = problem.__cause__ or problem.__context__
        return "\n".join(lines)


def _answered(record: logging.LogRecord) -> str:
    """Answer what happened to a request, by the name of its view."""
    request = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    status = getattr(record, "status_code", "")
    method = getattr(request, "method", "")
    return (
        " ".join(str(part) for part in (status, method, match.view_name if match else "") if part)
        or "refused"
    )
