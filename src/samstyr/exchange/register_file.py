"""A register file: YAML or JSON text into a register, and a register into YAML.

Every error names the file as it was given, and the place: line and column where the text is broken, the path
of the key (`fora[0].colour`) where the register is. Source: contract of the register, "Keys".
"""

import re
from pathlib import Path
from typing import Any, Final

from samstyr.exchange import json_reading, yaml_reading, yaml_writing
from samstyr.platform.errors import InputError
from samstyr.rules.register import Register, RegisterError, parse, to_document
from samstyr.rules.register.collector import collector_paused

LARGEST: Final = 1 << 29
JSON_SUFFIX: Final = ".json"
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_register(
    path: Path | str, *, known: Register | None = None, allow_overlaps: bool = False
) -> Register:
    """The register that a file holds. Raises InputError, a line for each problem.

    `known` and `allow_overlaps` as in `samstyr.rules.register.parse`.
    """
    document = read_document(path)
    try:
        return parse(document, known=known, allow_overlaps=allow_overlaps)
    except RegisterError as error:
        raise InputError(*(f"{path}: {problem}" for problem in error.problems)) from error


def read_document(path: Path | str) -> Any:
    """What stands in a YAML or (by its suffix) JSON file, as plain data. Raises InputError."""
    text = _text_of(path)
    load = json_reading.load if Path(path).suffix.lower() == JSON_SUFFIX else yaml_reading.load
    try:
        with collector_paused():
            document = load(text)
    except (json_reading.JsonError, yaml_reading.YamlError) as error:
        raise InputError(f"{path}: {' '.join(str(error).split())}") from error
    if document is None:
        raise InputError(f"{path}: the file is empty (expected a register)")
    return document


def dump(register: Register) -> str:
    """The register as YAML, which `read_register` reads into an equal one; the same bytes for the same
    content.
    """
    with collector_paused():
        return yaml_writing.dump(to_document(register))


def _text_of(path: Path | str) -> str:
    """The text of the file, which must be UTF-8 (a byte order mark is allowed)."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder (expected a YAML or JSON file)") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from error
    if len(data) > LARGEST:
        raise InputError(f"{path}: the file is larger than {LARGEST >> 20} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}: line {line}: not UTF-8 (byte {data[error.start]:#04x})") from error
    if not text.strip():
        raise InputError(f"{path}: the file is empty (expected a register)")
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(f"{path}: line {line}: a control character (U+{ord(control[0]):04X}) is no text")
    return text
