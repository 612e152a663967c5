"""The command `samstyr`: which commands there are, and how an error reaches a person."""

import importlib
import os
import sys
import traceback
from types import TracebackType

import click

from samstyr.platform import database
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError

COMMANDS = (
    "check",
    "demo",
    "export",
    "export-review",
    "forecast",
    "import",
    "import-portfolio",
    "lint",
    "load",
    "migrate",
    "pack",
    "person",
    "read",
    "route",
    "serve",
    "user",
    "wheel",
)
# What no module can be called.
MODULES = {"export-review": "export_review", "import": "import_", "import-portfolio": "import_portfolio"}


class Commands(click.Group):
    """Commands that are loaded when they are called, so that one does not wait for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Answer the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Answer the command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"samstyr.cli.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="samstyr", prog_name="samstyr")
@click.option(
    "--as",
    "user",
    envvar="SAMSTYR_AS",
    metavar="NAME",
    help="Act with the rights of this user, instead of the operator's. A refusal exits 3.",
)
def samstyr(user: str | None) -> None:
    """Governance between parties who have no common boss: who may decide what, and what was decided."""
    if user:
        os.environ["SAMSTYR_AS"] = user


def main() -> None:
    """Run the command line. Exit 2 for bad input; an error of ours is written down, never shown as a trace."""
    sys.excepthook = _write_down
    try:
        samstyr()
    except InputError as problem:
        for line in problem.lines:
            click.echo(line, err=True)
        sys.exit(2)
    except DeniedError as problem:
        click.echo(told(problem.denied), err=True)
        sys.exit(3)
    except BrokenPipeError:
        # The reader (`head`, say) has enough; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


def _write_down(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    """Write an error that is ours to a file and tell the user where it is (instead of a stack trace)."""
    log = database.var() / "errors.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        traceback.print_exception(kind, problem, trace, file=file)
    click.echo(f"samstyr: an error of ours, not of yours: {kind.__name__}: {problem}", err=True)
    click.echo(f"Details for those who look into it are in {log}", err=True)
