"""Documents of many layouts, read and scored against their keys. `pytest -s` shows the table."""

import json
from pathlib import Path

import pytest
from tests.unit.reading.reading_score import FIELDS, Score, score, table

from samstyr.reading.minutes import read

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"
# F1 that must be reached, just below what is; the fields that are not named must reach 0.97.
FLOOR = {
    "forum": 0.91,
    "place": 0.87,
    "attendance": 0.91,
    "items": 0.93,
    "closed": 0.88,
    "recommendations": 0.93,
    "decisions": 0.93,
    "with remarks": 0.87,
    "actions": 0.77,
    "actions, due": 0.72,
}
# Right where it speaks: what is wrongly read as a decision costs more than one that is missed.
LEAST_PRECISION = {"decisions": 0.95, "participants": 0.98, "items": 0.94}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    found, differences = score(EXAMPLES)
    print()
    print(table(found))
    print("\n".join(differences))
    return found


@pytest.mark.parametrize("field", FIELDS)
def test_examples_are_read_rightly(scores: dict[str, Score], field: str) -> None:
    assert scores[field].there > 0
    assert scores[field].f1 >= FLOOR.get(field, 0.97)


@pytest.mark.parametrize("field", LEAST_PRECISION)
def test_examples_are_read_with_precision(scores: dict[str, Score], field: str) -> None:
    assert scores[field].found > 0
    assert scores[field].precision >= LEAST_PRECISION[field]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_span_is_exact(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    record = read(text).as_json(path.name)

    for decision in record["decisions"]:
        start, end = decision["span"]
        assert decision["quote"] == " ".join(text[start:end].split())
    for person in record["participants"]:
        start, end = person["span"]
        assert all(word in text[start:end] for word in person["name"].split())
    for item in record["items"]:
        start, end = item["span"]
        assert item["number"] is None or item["number"].split(".")[0] in text[start:end]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_example_says_that_it_is_one(path: Path) -> None:
    assert "pdigtet eksempel" in path.read_text(encoding="utf-8")


def test_record_is_plain_json() -> None:
    text = (EXAMPLES / "01-national-board.txt").read_text(encoding="utf-8")
    record = read(text).as_json("a.txt")

    assert json.loads(json.dumps(record)) == record
    assert list(record)[:4] == ["schema", "file", "document_type", "meeting"]
    assert record["schema"] == "samstyr.minutes/1"
