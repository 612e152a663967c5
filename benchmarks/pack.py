"""A board pack of 300 pages with 40 attachments, and beside it the least any merging must do: putting the same
pages one after another with pikepdf, without links, bookmarks, tags or page numbers.

Run it with `make bench`, or `python benchmarks/pack.py 600 80` for another number of pages and attachments.
"""

import datetime
import io
import random
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import typst
from PIL import Image

from samstyr.print.pack.attachments import read
from samstyr.print.pack.content import Pack, PackAttachment, PackItem
from samstyr.print.pack.pdf import Stage, pack_pdf
from samstyr.print.pack.typesetting import own_pages

PAGES = 300
ATTACHMENTS = 40
ITEMS = 15
PARAGRAPHS = 6.5  # fill a page of a paper
ROUNDS = 5
GOAL = 10.0  # seconds
FONTS = Path(__file__).parents[1] / "node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf"
WORDS = (
    *(
        "eksempel",
        "udbredelse",
        "tidsplan",
        "økonomi",
        "sikkerhed",
        "aftale",
        "snitflade",
        "måling",
        "løsning",
    ),
    *(
        "parterne",
        "følger",
        "i",
        "og",
        "med",
        "den",
        "det",
        "foråret",
        "status",
        "er",
        "på",
        "til",
        "en",
        "anden",
    ),
)


def prose(chance: random.Random, paragraphs: int) -> str:
    """Made-up text of some paragraphs."""
    return "\n\n".join(
        " ".join(chance.choice(WORDS) for _ in range(chance.randrange(60, 100))).capitalize() + "."
        for _ in range(paragraphs)
    )


def scanned(pages: int) -> bytes:
    """A PDF of pictures, as a copying machine makes it: A4 at 150 dots an inch, with the noise of a scan."""
    first, *rest = (Image.effect_noise((1240, 1754), 20) for _ in range(pages))
    stream = io.BytesIO()
    first.save(stream, "PDF", resolution=150, save_all=True, append_images=rest)
    return stream.getvalue()


def attached(chance: random.Random, number: int, pages: int) -> bytes:
    """A PDF with headings, text and a table on each page; one in four has no tags, one in eight is scanned."""
    if number % 8 == 0:
        return scanned(pages)
    page = "\n".join(
        f"= Afsnit {n}\n{prose(chance, 4)}\n"
        + "#table(columns: 3, table.header[Part][Antal][År], "
        + ", ".join(f"[Part {row}], [{chance.randrange(9999)}], [2031]" for row in range(12))
        + ")\n"
        + ("#pagebreak()" if n < pages else "")
        for n in range(1, pages + 1)
    )
    source = f'#set document(title: "Bilag {number}")\n#set text(lang: "da", size: 9pt)\n{page}'
    tags = number % 4 != 0
    made = typst.compile(
        source.encode(), format="pdf", pdf_standards=["ua-1"] if tags else [], pdf_tags=tags, timestamp=0
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst made no PDF")
    return made


def made_up(pages: int, attachments: int) -> Pack:
    """A pack of about so many pages: three in four of those beside the sheets are attachments."""
    chance = random.Random(1)
    left = max(pages - attachments - 2, 2 * attachments)
    length = max(1, round(left * 0.75 / attachments))
    files = [
        PackAttachment(
            f"Bilag {n}", f"Eksempelbilag {n}", f"{n}.pdf", "application/pdf", attached(chance, n, length)
        )
        for n in range(1, attachments + 1)
    ]
    own = max(ITEMS, left - length * attachments)
    items = tuple(
        PackItem(
            f"{n}.",
            f"Eksempelsag nummer {n}",
            marker="(B)",
            presenter="Eksempelperson",
            minutes_estimated=10,
            recommendation=tuple(f"at del {k} af eksemplet godkendes" for k in range(3)),
            presentation=prose(chance, round(own / ITEMS * PARAGRAPHS)),
            attachments=tuple(files[n - 1 :: ITEMS]),
        )
        for n in range(1, ITEMS + 1)
    )
    return Pack("Eksempelbestyrelsen", datetime.date(2031, 10, 8), items, state="eksempeldata")


@dataclass
class StopWatch:
    """Told of each step of a pack, it adds up the seconds of each stage."""

    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    stage: str = ""
    since: float = field(default_factory=time.perf_counter)

    def __call__(self, stage: Stage | None, done: int = 0, steps: int = 0) -> None:
        now = time.perf_counter()
        self.spent[self.stage] += now - self.since
        self.stage, self.since = str(stage), now


def concatenated(contents: list[bytes]) -> float:
    """Put pages one after another and nothing more; answer the seconds it takes."""
    began = time.perf_counter()
    with pikepdf.Pdf.new() as book:
        for content in contents:
            with pikepdf.open(io.BytesIO(content)) as source:
                book.add_pages_from(source)
        book.save(io.BytesIO())
    return time.perf_counter() - began


def main(pages: int, attachments: int) -> None:
    """Make the pack some times, and print sizes, medians and the ratio."""
    began = time.perf_counter()
    pack = made_up(pages, attachments)
    contents = [each.content or b"" for each in pack.attachments]
    size, seconds = sum(map(len, contents)) / 1e6, time.perf_counter() - began
    print(f"{len(contents)} attachments, {size:.1f} MB, made in {seconds:.1f} s")
    ours = own_pages(pack, [read(each) for each in pack.attachments], FONTS)
    watches: list[StopWatch] = []
    floors: list[float] = []
    for _ in range(ROUNDS):
        watch = StopWatch()
        file = pack_pdf(pack, watch, FONTS)
        watch(None)
        watches.append(watch)
        floors.append(concatenated([ours, *contents]))
    print(
        f"{file.pages} pages, {len(file.pdf) / 1e6:.1f} MB; {len(file.untagged)} attachments without tags, "
        f"{len(file.refused)} refused"
    )
    for stage in Stage:
        print(f"{stage:10} {statistics.median(watch.spent[stage] for watch in watches):6.2f} s")
    totals = [sum(watch.spent.values()) for watch in watches]
    whole, floor = statistics.median(totals), statistics.median(floors)
    print(
        f"{'in all':10} {whole:6.2f} s (goal: under {GOAL:.0f} s), slowest of {ROUNDS}: {max(totals):.2f} s"
    )
    print(f"{'floor':10} {floor:6.2f} s for the same pages one after another; ratio {whole / floor:.1f}")
    if max(totals) >= GOAL and pages <= PAGES:
        sys.exit("slower than the goal")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(given[0] if given else PAGES, given[1] if len(given) > 1 else ATTACHMENTS)
