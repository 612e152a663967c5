"""`samstyr serve`: the web server and the worker, until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
from types import FrameType

import click

from samstyr.platform import database, start
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole

HOST = "127.0.0.1"


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="Web processes.")
def command(port: int, processes: int) -> None:
    """Serve the pages on this machine, with one worker beside them, until Ctrl-C."""
    serve(port=port, processes=processes)


def serve(*, port: int, processes: int, path: str = "/") -> None:
    """Run web and worker until either ends or Ctrl-C; `path` is the page whose address is printed."""
    start.require_operator("start the server")
    if not _is_free(port):
        raise InputError(f"port {port} is in use: stop what listens there, or choose another with --port")
    start.start()
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    web += ["--workers", str(processes), "--blocking-threads", "4", "--log-level", "warning"]
    web += ["--no-ws", "samstyr.project.wsgi:application"]
    worker = [sys.executable, "-m", "samstyr.project.manage", "procrastinate", "worker"]
    addresses = (database.address_for(DatabaseRole.WEB), database.address_for(DatabaseRole.JOB))
    running = [
        subprocess.Popen(words, start_new_session=True, env={**os.environ, "DATABASE_URL": address})
        for words, address in zip((web, worker), addresses, strict=True)
    ]
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell may have told us to ignore the first
        signal.signal(number, _interrupt)
    try:
        _wait_until_open(port, running[0])
        click.echo(f"Samstyr: http://localhost:{port}{path}  (Ctrl-C stops it)")
        while all(process.poll() is None for process in running):
            signal.sigtimedwait([signal.SIGCHLD], 1)
        raise InputError("the web server or the worker has ended by itself; what it said stands above")
    except KeyboardInterrupt:
        click.echo("\nSamstyr stops.")
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=20)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _wait_until_open(port: int, web: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers, so that the printed address works at once."""
    while web.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex((HOST, port)) == 0:
                return
        signal.sigtimedwait([signal.SIGCHLD], 0.1)
