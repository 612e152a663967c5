"""A paper as a PDF checked against PDF/UA-1."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

import typst

from samstyr.print.sheet.content import Sheet
from samstyr.print.typst_text import faces_of, one_file, printable

PAGE: Final = Path(__file__).with_name("sheet.typ")


def sheet_pdf(sheet: Sheet, fonts: Path | None = None) -> bytes:
    """Answer the paper as a PDF. `fonts`: a folder with IBM Plex Sans.

    Raises typst.TypstError only for a mistake in the template: no text handed in can cause one.
    """
    faces = faces_of(fonts)
    said = json.dumps(printable(asdict(sheet), faces))
    compiler = typst.Compiler(PAGE, font_paths=faces, sys_inputs={"said": said})
    return one_file(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0))
