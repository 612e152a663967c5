"""A mapping as a document (plain data) and as the text of its file: what a page makes is what the command reads.

A document may be half done; `portfolio_mapping` says what it lacks.
"""

from pathlib import Path
from typing import Any, Final

import yaml

from samstyr.exchange import yaml_reading
from samstyr.exchange.document_reading import LARGEST
from samstyr.exchange.portfolio_mapping import KEYS, SCHEMA, mapping_of
from samstyr.platform.errors import InputError

WIDTH: Final = 110
Document = dict[str, Any]


def new_document() -> Document:
    """A mapping that says nothing yet."""
    return {"schema": SCHEMA}


def mapping_text(document: Document) -> str:
    """The text of a mapping file, its keys in the order of the manual."""
    said = {key: document[key] for key in KEYS if key in document}
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=WIDTH)


def mapping_document(text: str) -> Document:
    """What `mapping_text` wrote."""
    document: Document = yaml_reading.load(text)
    return document


def handed_in_document(name: str, content: bytes) -> Document:
    """The document of a mapping file that was handed in. Raises InputError where it is no mapping without faults."""
    if len(content) > LARGEST:
        raise InputError(f"{name}: the file is larger than {LARGEST >> 20} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(f"{name}: line {line}: not UTF-8 (byte {content[error.start]:#04x})") from error
    mapping_of(text, Path(name))
    return mapping_document(text)
