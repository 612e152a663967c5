"""`samstyr read`: the record of facts in minutes and other papers of meetings."""

import json
import sys
from importlib import resources
from pathlib import Path

import click

from samstyr.cli.reading_explanation import explain
from samstyr.cli.reading_overview import show
from samstyr.exchange.document_text import LARGEST, text_of_bytes, text_of_file
from samstyr.exchange.mandate_fragment import fragment
from samstyr.exchange.register_file import read_register
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.platform.errors import InputError
from samstyr.reading.mandates import SCHEMA, find_mandates
from samstyr.reading.minutes import read
from samstyr.rules.register import Register

STANDARD_INPUT = "-"
KINDS = ("minutes", "mandates")
MANDATES = KINDS[1]


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in the order of the files.")
@click.option(
    "--text", "as_text", is_flag=True, help="Only the text that is read; all places count its characters."
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default=KINDS[0],
    show_default=True,
    help="What to read: minutes, or the mandates that an agreement or a note gives.",
)
@click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="For mandates: the register file whose names are used, instead of the Danish one that comes with Samstyr.",
)
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Say of every fact how it was found, and show its words; with --json its rule by name.",
)
def command(
    files: tuple[str, ...],
    as_json: bool,
    as_text: bool,
    kind: str,
    register: Path | None,
    explained: bool,
) -> None:
    """Read minutes, agendas and lists of decisions (.txt, .md, .docx, .pdf, .html; - for standard input).

    With --kind mandates, propose what fora may do from the prose of an agreement or a note: a fragment of a register
    in YAML for a person to review, or one JSON object a line.

    A file that cannot be read gives its name and what was wrong; the others are read, and the exit code is 2.
    """
    if as_json and as_text:
        raise click.UsageError("Give --json or --text, not both.")
    if as_text and explained:
        raise click.UsageError("Give --text or --explain, not both.")
    if register is not None and kind != MANDATES:
        raise click.UsageError("--register is for --kind mandates.")
    if explained and kind == MANDATES:
        raise click.UsageError("--explain is for minutes: each mandate has its words as a note.")
    known = _register(register) if kind == MANDATES else None
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
        elif known is not None:
            _write(_mandates(file, text, known, as_json=as_json))
        elif as_json:
            _write(json.dumps(read(text).as_json(file, rules=explained), ensure_ascii=False) + "\n")
        elif explained:
            explain(file, text, read(text))
        else:
            show(file, text, read(text))
    if failed:
        sys.exit(2)


def _register(path: Path | None) -> Register:
    """The register of a file, or the one that comes with Samstyr; a file that is none ends the command."""
    danish = resources.files("samstyr") / "data" / "denmark.yaml"
    try:
        with resources.as_file(danish) as built_in:
            return read_register(path or built_in)
    except InputError as problem:
        for line in problem.lines:
            click.echo(f"samstyr read: {line}", err=True)
        sys.exit(2)


def _mandates(file: str, text: str, register: Register, *, as_json: bool) -> str:
    found = find_mandates(text)
    if not as_json:
        return f"# {file}\n{fragment(found, Path(file).name, register)}"
    record = {"schema": SCHEMA, "file": file, "mandates": [each.as_json() for each in found]}
    return json.dumps(record, ensure_ascii=False) + "\n"


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
