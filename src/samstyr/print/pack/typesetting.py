"""Have Typst set our pages: tagged, in Danish, the same from the same words on every machine."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from samstyr.print.pack.attachments import Form, Reading
from samstyr.print.pack.content import Pack
from samstyr.print.pack.sheets import picture_name, told
from samstyr.print.typst_text import faces_of, one_file, printable

TEMPLATE: Final = Path(__file__).with_name("pack.typ")
STAMP: Final = Path(__file__).with_name("stamp.typ")


def own_pages(pack: Pack, readings: Sequence[Reading], fonts: Path | None = None) -> bytes:
    """Answer our pages as a PDF checked against PDF/UA-1 by Typst. `fonts`: a folder with IBM Plex Sans.

    Raises typst.TypstError only for a mistake in the template: no text or picture handed in can cause one.
    """
    faces = faces_of(fonts)
    said = told(pack, readings)
    with TemporaryDirectory(prefix="samstyr-pack-") as name:
        folder = Path(name)
        (folder / "pack.typ").write_bytes(TEMPLATE.read_bytes())
        (folder / "said.json").write_text(json.dumps(printable(said, faces)), encoding="utf-8")
        for place, reading in enumerate(readings):
            if reading.form == Form.PICTURE:
                (folder / picture_name(place, reading)).write_bytes(reading.picture)
        compiler = typst.Compiler(folder / "pack.typ", folder, faces)
        made = int(pack.made.timestamp()) if pack.made else 0
        return one_file(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made))


def stamps(labels: Sequence[str], fonts: Path | None = None) -> bytes:
    """Answer a PDF with a small page for each label, without tags: they go on others' pages as artifacts."""
    faces = faces_of(fonts)
    compiler = typst.Compiler(
        STAMP,
        font_paths=faces,
        sys_inputs={"labels": json.dumps(printable(list(labels), faces))},
    )
    return one_file(compiler.compile(format="pdf", pdf_tags=False, timestamp=0))
