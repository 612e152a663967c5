"""What holds for every text: reading never fails, spans lie inside, quotes are the words at their spans."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samstyr.reading.document import parse
from samstyr.reading.mandates import find_mandates
from samstyr.reading.minutes import read

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"

_PIECES = st.sampled_from(
    [
        "Referat fra møde i Prøveudvalget\n",
        "Dato: 3. maj 2018 kl. 9.00-11.00\n",
        "Deltagere:\n",
        "Afbud: ",
        "Anna Eksempel (A), Prøveby Kommune (formand)\n",
        "1. Godkendelse af dagsorden (B)\r\n",
        "Pkt. 2.1 ",
        "Ad 3. ",
        "\f",
        "\0",
        "\ufeff",
        "\uf0b7 ",
        "Beslutning i Prøveudvalget den 03-05-2018\n",
        "Indstilling: at ",
        "Udvalget godkendte indstillingen. ",
        "Det blev aftalt, at sekretariatet udsender et notat senest den 1. juni. ",
        "Initiativ 1.2 om Prøve er gået fra grøn til rød, da tiden løb. ",
        "I Region Prøve er andelen af svar gået fra 5 pct. til 7 pct. ",
        "Næste møde er den 5. juni kl. 10 i ",
        "(((",
        "\n\n",
        " ",
        "\u00ad",
        "31.02.2018 29/2 2017 kl. 25.99 ",
    ]
)
_POWERS = st.sampled_from(
    [
        "Prøvestyregruppen har følgende opgaver:\n",
        "- At godkende prøveplanen\n",
        "Styregruppen kan eskalere uenigheder til prøverådet. ",
        "1.2 Det fælles prøveråd\n",
        "Rådet fastlægger rammen for prøver. ",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=30)), max_size=40).map("".join)


def _facts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "span" in value:
            yield value
        for each in value.values():
            yield from _facts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _facts(each)


def _spans(record: dict[str, Any]) -> Iterator[tuple[int, int]]:
    return (tuple(fact["span"]) for fact in _facts(record))


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_spans_lie_inside_it(text: str) -> None:
    record = read(text).as_json("x")

    for fact in _facts(record):
        start, end = fact["span"]
        assert 0 <= start <= end <= len(text)
    for decision in record["decisions"]:
        start, end = decision["span"]
        assert decision["quote"] == " ".join(text[start:end].replace("\0", " ").split())


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_words_of_a_line_are_the_words_at_its_span(text: str) -> None:
    for line in parse(text).lines:
        start, end = line.span
        invisible = dict.fromkeys(map(ord, "\u00ad\u200c\u200d\u2060\ufeff"), "") | {0: " ", 0x200B: " "}
        assert line.text == " ".join(text[start:end].translate(invisible).split())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_line_ends_change_nothing_but_places(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    windows = read("\ufeff" + text.replace("\n", "\r\n"))

    plain = read(text)
    assert [each.title for each in windows.items] == [each.title for each in plain.items]
    assert [each.quote for each in windows.decisions] == [each.quote for each in plain.decisions]
    assert [each.name for each in windows.participants] == [each.name for each in plain.participants]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a ",
        "Aa ",
        "Anna Eksempel, ",
        "1. ",
        "(",
        "- ",
        "at at at ",
        "i fra i fra ",
        "Deltagere i i i i ",
        "bestyrelsen-",
        "godkendt og ",
        "1.1.1.",
        "kl. 1-",
        "\n1. Punkt",
        "\nBeslutning",
        "\nAnna Eksempel",
        "Deltagere: Anna Eksempel (",
    ],
)
def test_what_goes_on_and_on_is_read_to_its_end(piece: str) -> None:
    text = "Referat fra møde den 3. maj 2018\nDeltagere:\n" + piece * (120_000 // len(piece))

    record = read(text).as_json("x")

    assert all(0 <= start <= end <= len(text) for start, end in _spans(record))


def test_a_text_as_long_as_a_book_is_read() -> None:
    text = (EXAMPLES / "03-regional-committee.txt").read_text(encoding="utf-8")
    times = 1_000_000 // len(text)

    record = read(text * times).as_json("x")

    assert len(record["decisions"]) >= times
    assert all(0 <= start <= end <= len(text) * times for start, end in _spans(record))


@given(st.lists(st.one_of(_PIECES, _POWERS, st.text(max_size=30)), max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_mandates_of_any_text_stand_on_words_inside_it(text: str) -> None:
    for each in find_mandates(text):
        start, end = each.span
        assert 0 <= start < end <= len(text)
        assert each.quote == " ".join(text[start:end].replace("\0", " ").split())
