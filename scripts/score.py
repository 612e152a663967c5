"""How well documents are read: precision, recall and F1 of each kind of fact over the examples, and of mandates.

Run it with `make score`; --differences lists each fact that was missed, or found and not there.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.unit.reading.mandate_score import NOTE, danish_register, score_mandates  # noqa: E402
from tests.unit.reading.reading_score import score, table  # noqa: E402


def main(*, differences: bool) -> None:
    folder = ROOT / "tests" / "examples" / "minutes"
    scores, missed = score(folder)
    print(f"{len(list(folder.glob('*.json')))} documents")
    print(table(scores))
    note = (ROOT / os.environ.get("SAMSTYR_SHARED", "../shared") / "seeds" / NOTE).resolve()
    if note.is_file():
        mandates, others = score_mandates(note.read_bytes().decode("utf-8"), danish_register())
        print("\nmandates of the governance note against the Danish register")
        print(table(mandates))
        missed += others
    else:
        print(f"\nmandates are not scored: no {note.name} in the shared folder (set SAMSTYR_SHARED)")
    if differences:
        print("\n".join(["", *missed]))


if __name__ == "__main__":
    main(differences="--differences" in sys.argv[1:])
