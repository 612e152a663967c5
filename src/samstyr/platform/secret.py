"""The key of sessions, forms and links where none is set: made once and kept beside the embedded database."""

import os
import secrets
import tempfile
from contextlib import suppress

from samstyr.platform import database


def see_to_secret() -> None:
    """See to it that `SAMSTYR_SECRET_KEY` is set outside production, the same for every process of this folder.

    In production the settings refuse to load without one.
    """
    if os.environ.get("SAMSTYR_SECRET_KEY") or os.environ.get("SAMSTYR_PRODUCTION") == "1":
        return
    file = database.var() / "secret"
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        with tempfile.NamedTemporaryFile("w", dir=file.parent, encoding="ascii") as new:
            new.write(secrets.token_urlsafe(50))
            new.flush()
            with suppress(FileExistsError):  # another command that started at the same time made it
                os.link(new.name, file)  # whole or not at all
    os.environ["SAMSTYR_SECRET_KEY"] = file.read_text(encoding="ascii")
