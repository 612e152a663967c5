"""Lines, paragraphs and sentences: what belongs together, and where it stands."""

from samstyr.reading.document import parse, sentence_bounds


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_bounds(text)]


def test_abbreviations_and_ordinals_end_no_sentence() -> None:
    text = "Det er bl.a. ca. 50 pct. af sagerne, jf. pkt. 3 og mødet den 28. juni. Jens K. Prøve var enig."

    assert sentences(text) == [
        "Det er bl.a. ca. 50 pct. af sagerne, jf. pkt. 3 og mødet den 28. juni.",
        "Jens K. Prøve var enig.",
    ]


def test_a_unit_may_end_a_sentence() -> None:
    assert sentences("Faldet er fra 9 pct. til 4 pct. Det skyldes en fejl.") == [
        "Faldet er fra 9 pct. til 4 pct.",
        "Det skyldes en fejl.",
    ]


def test_lines_with_an_empty_one_between_run_on_as_a_paragraph() -> None:
    lines = [
        "Udvalget drøftede sagen og den lange proces, som",
        "har ført til den, og alle var enige om at det",
    ] * 4
    text = "\n\n".join([*lines, "var godt."])

    document = parse(text)

    assert document.usual_gap == 1
    assert [len(document.paragraphs(document.lines))] == [1]


def test_paragraphs_of_a_web_page_stay_apart() -> None:
    document = parse("Første afsnit er kort.\n\nAndet afsnit er også kort.\n\nTredje.")

    assert [paragraph.text for paragraph in document.paragraphs(document.lines)] == [
        "Første afsnit er kort.",
        "Andet afsnit er også kort.",
        "Tredje.",
    ]


def test_bullets_of_any_font_are_left_out_of_the_words() -> None:
    text = "\uf0b7 Anna\n• Bo\n- Carl\n\uf0a7\tDorte"

    document = parse(text)

    assert [(line.text, line.bullet) for line in document.lines] == [
        ("Anna", True),
        ("Bo", True),
        ("Carl", True),
        ("Dorte", True),
    ]
    assert [text[slice(*line.span)] for line in document.lines] == ["Anna", "Bo", "Carl", "Dorte"]


def test_page_numbers_and_headers_beside_them_are_left_out() -> None:
    pages = [
        f"Prøveudvalget, møde {page}\nSide {page} af 4\nTekst nummer {'abcd'[page - 1]}"
        for page in range(1, 5)
    ]

    document = parse("\f".join(pages))

    assert [line.text for line in document.lines] == [f"Tekst nummer {letter}" for letter in "abcd"]


def test_spans_lead_through_invisible_signs() -> None:
    text = "\ufeffRå\u00addet  drøf\u00adtede\0sagen"

    (line,) = parse(text).lines

    assert line.text == "Rådet drøftede sagen"
    assert text[slice(*line.passage.span(6, 14))] == "drøf\u00adtede"
