"""`samstyr read`: the record of facts in minutes and other papers of meetings."""

import json
import sys
from pathlib import Path

import click

from samstyr.cli.reading_explanation import explain
from samstyr.cli.reading_overview import show
from samstyr.exchange.document_text import LARGEST, text_of_bytes, text_of_file
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.reading.minutes import read

STANDARD_INPUT = "-"


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the files.")
@click.option(
    "--text", "as_text", is_flag=True, help="Only the text that is read; all places count its characters."
)
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Say of every fact how it was found, and show its words; with --json its rule by name.",
)
def command(files: tuple[str, ...], as_json: bool, as_text: bool, explained: bool) -> None:
    """Read minutes, agendas and lists of decisions (.txt, .md, .docx, .pdf, .html; - for standard input).

    A file that cannot be read gives its name and what was wrong; the others are read, and the exit code is 2.
    """
    if as_json and as_text:
        raise click.UsageError("Give --json or --text, not both.")
    if as_text and explained:
        raise click.UsageError("Give --text or --explain, not both.")
    failed = False
    for file in files:
        try:
            text = _text_of(file)
        except UnreadableDocumentError as problem:
            failed = True
            _complain(file, problem, as_json=as_json)
            continue
        if as_text:
            _write(text)
        elif as_json:
            _write(json.dumps(read(text).as_json(file, rules=explained), ensure_ascii=False) + "\n")
        elif explained:
            explain(file, text, read(text))
        else:
            show(file, text, read(text))
    if failed:
        sys.exit(2)


def _text_of(file: str) -> str:
    if file == STANDARD_INPUT:
        return text_of_bytes(sys.stdin.buffer.read(LARGEST + 1), "")
    return text_of_file(Path(file))


def _complain(file: str, problem: UnreadableDocumentError, *, as_json: bool) -> None:
    if as_json:
        _write(json.dumps({"file": file, "error": str(problem)}, ensure_ascii=False) + "\n")
    else:
        click.echo(f"samstyr read: {file} {problem.what}: {problem.instead}", err=True)


def _write(text: str) -> None:
    """UTF-8 whatever the terminal, and no line end changed: places count these characters."""
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
