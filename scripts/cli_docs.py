"""Write docs/operate/cli.md from the commands themselves: `make docs`. A test notices when it is out of date."""

from collections.abc import Iterator
from pathlib import Path

import click

from samstyr.cli.main import samstyr

FILE = Path(__file__).resolve().parent.parent / "docs" / "operate" / "cli.md"
HEAD = """# Commands

Written by `make docs` from the commands themselves. Every command exits 0 when it did what was asked, 2 for bad
input (with what was wrong, where, and what was expected), 3 where the user named by `--as` may not do it (with the
reason), and `lint` 1 when an error stands that nobody accepted.
"""


def pages(command: click.Command, name: str) -> Iterator[str]:
    """Answer one section for a command and each command below it."""
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from pages(found, f"{name} {below}")


def text() -> str:
    """Answer the whole page."""
    return "\n".join([HEAD, *pages(samstyr, "samstyr")])


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
