"""Register files: what is written is read again, and what is wrong is told with file and place."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.registers import documents, register, texts

from samstyr.exchange import yaml_reading, yaml_writing
from samstyr.exchange.register_file import dump, read_document, read_register
from samstyr.platform.errors import InputError
from samstyr.rules.register import parse, to_document

HEAD = "schema: samstyr.register/1\n"


@pytest.fixture
def written(tmp_path: Path):
    """Write a file and give its path."""

    def write(content: str | bytes, name: str = "bad.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def told(path: Path) -> list[str]:
    """What is told about a bad file, without the folder."""
    with pytest.raises(InputError) as caught:
        read_register(path)
    return [line.replace(str(path), path.name) for line in caught.value.lines]


@settings(max_examples=80)
@given(documents())
def test_register_written_as_yaml_is_read_again(document):
    found = parse(document)

    text = dump(found)

    assert parse(yaml_reading.load(text)) == found
    assert dump(parse(yaml_reading.load(text))) == text


@settings(max_examples=40)
@given(documents())
def test_other_readers_of_yaml_find_the_same(document):
    found = to_document(parse(document))

    assert yaml.safe_load(yaml_writing.dump(found)) == found


@settings(max_examples=40)
@given(documents())
def test_yaml_of_other_writers_is_read_as_others_read_it(document):
    text = yaml.safe_dump(to_document(parse(document)), allow_unicode=True)

    assert yaml_reading.load(text) == yaml.load(text, Loader=yaml_reading.LOADER)


SEEMING = [
    "1.5", "1e5", "1_000", "0x1f", "0o7", "010", "12:30", "2017-01-01", "2017-01-01 10:00:00", "no", "No",
    "off", "y", "yes", "true", "null", "~", "", "=", "<<", ".inf", ".nan", "- a", "a: b", "a #b", "#", "&a",
    "*a", "!a", "|", ">", "%a", "@a", "`a", "'", '"', "\\", "[", "{", "a\n", "\na", "a\nb", "a\n\n b", " a",
    "a ", "a\tb", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "😀", "-", "---", "...", "? a", "KL's", "a:",
    ":a", "æøå §5, stk. 2 – »x«",
]  # fmt: skip


@pytest.mark.parametrize("text", SEEMING)
def test_text_that_seems_something_else_stays_a_text(text):
    found = {"key": text, "list": [text, {"a": text}], text or "k": 1}

    assert yaml_reading.load(yaml_writing.dump(found)) == found
    assert yaml.safe_load(yaml_writing.dump(found)) == found


scalars = (
    texts | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.dates()
)
mappings: st.SearchStrategy = st.deferred(
    lambda: st.dictionaries(
        texts,
        scalars | mappings | st.lists(scalars | mappings, min_size=1, max_size=2),
        min_size=1,
        max_size=2,
    )
)


@given(mappings)
def test_any_plain_data_is_read_as_it_was_written(found):
    assert yaml_reading.load(yaml_writing.dump(found)) == found


def test_yaml_is_easy_to_read():
    note = "Første linje\n\nTredje linje: med kolon"
    found = register(
        organisations=["o"],
        fora=[
            {"id": "a", "name": "KL's råd", "note": note, "seats": [{"organisation": "o", "role": "chair"}]}
        ],
    )

    assert dump(found) == (
        "schema: samstyr.register/1\n\n"
        "parties:\n  - id: stat\n    name: STAT\n    kind: state\n\n"
        "organisations:\n  - id: o\n    name: O\n    party: stat\n\n"
        "fora:\n  - id: a\n    name: KL's råd\n    level: national\n    kind: board\n"
        "    seats:\n      - organisation: o\n        role: chair\n"
        "    note: |-\n      Første linje\n\n      Tredje linje: med kolon\n"
    )


@pytest.mark.parametrize("name", ["good.yaml", "good.yml", "good.json", "good.JSON"])
def test_yaml_and_json_files_hold_the_same_register(written, name):
    content = json.dumps(
        {"schema": "samstyr.register/1", "parties": [{"id": "a", "name": "Å", "kind": "state"}]}
    )

    assert read_register(written(content, name)) == register(parties=[{"id": "a", "name": "Å"}])


def test_byte_order_mark_is_no_text(written):
    assert read_register(written(b"\xef\xbb\xbf" + HEAD.encode())) == register()


def test_every_problem_has_a_line_with_the_file_and_its_place(written):
    path = written(
        HEAD + "fora:\n  - {id: a, name: A, level: national, kind: board, colour: red}\nparties: 5\n"
    )

    assert told(path) == [
        "bad.yaml: parties: expected a list, found the number 5",
        "bad.yaml: fora[0].colour: unknown key (expected one of id, name, level, kind, acts_as, parent, "
        "established_by, terms_of_reference, party, valid, seats, procedure, hearings, meetings, aliases, "
        "source, note)",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the file is empty (expected a register)"),
        (b" \n# kun en bem\xc3\xa6rkning\n", "the file is empty (expected a register)"),
        (b"---\n...\n", "the file is empty (expected a register)"),
        (b"a: 1\nb: \xe6\n", "line 2: not UTF-8 (byte 0xe6)"),
        (b"a: 1\nb: \0\n", "line 2: a control character (U+0000) is no text"),
        (b"a: [1, 2\n",
         "line 2, column 1: no YAML: while parsing a flow sequence, did not find expected ',' or ']'"),
        (b"a: 'x\n",
         "line 2, column 1: no YAML: while scanning a quoted scalar, found unexpected end of stream"),
        (b"a: b: c\n", "line 1, column 5: no YAML: mapping values are not allowed in this context"),
        (b"a: 1\nb: 2\na: 3\n", "line 3, column 1: the key a stands twice (first on line 1)"),
        (b"a: 1\n---\nb: 2\n", "line 2, column 1: a second document begins (expected one)"),
        (b"a: !!python/object:x.y {}\n",
         "line 1, column 4: the tag tag:yaml.org,2002:python/object:x.y is not part of this format"),
        (b"a: !x 1\n", "line 1, column 4: the tag !x is not part of this format"),
        (b"a: *b\n", "line 1, column 4: the alias *b names nothing that stands before it"),
        (b"a: &b [*b]\n", "line 1, column 8: the alias *b names nothing that stands before it"),
        (b"? [a]\n: b\n", "line 1, column 3: a key that is a list or a mapping (expected a text)"),
        (b"[" * 200_000, "line 1, column 51: nested more than 50 deep"),
        (b"- " * 200_000, "line 1, column 101: nested more than 50 deep"),
    ],
)  # fmt: skip
def test_broken_yaml_is_told_with_its_place(written, content, expected):
    assert told(written(content)) == [f"bad.yaml: {expected}"]


def test_aliases_are_read_but_may_not_blow_a_file_up(written):
    parties = "parties:\n  - &a {id: a, name: A, kind: state, source: &s {document: d}}\n"
    good = written(HEAD + parties + "  - {id: b, name: B, kind: state, source: *s}\n", "good.yaml")
    ten = "[" + "x, " * 9 + "x]"
    bomb = f"a0: &a0 {ten}\n" + "".join(
        f"a{n}: &a{n} {ten.replace('x', f'*a{n - 1}')}\n" for n in range(1, 12)
    )

    assert read_register(good).parties["b"].source == read_register(good).parties["a"].source
    assert told(written(bomb)) == ["bad.yaml: line 6, column 45: aliases repeat more than 1000000 values"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{", "line 1, column 2: no JSON: Expecting property name enclosed in double quotes"),
        ('{"a": 1}}', "line 1, column 9: no JSON: Extra data"),
        ('{"a": [{"b": 1, "c": {"d": 1, "d": 2}}]}', "a[0].c.d: the key stands twice in one object"),
        ('{"a": NaN}', "a number that cannot be read: NaN is no number"),
        ("[" * 200_000, "nested too deeply"),
        ("null", "the file is empty (expected a register)"),
    ],
)
def test_broken_json_is_told_with_its_place(written, content, expected):
    assert told(written(content, "bad.json")) == [f"bad.json: {expected}"]


def test_number_of_endless_digits_is_refused(written):
    [line] = told(written('{"a": 1' + "0" * 5_000 + "}", "bad.json"))

    assert line.startswith("bad.json: a number that cannot be read: Exceeds the limit")


def test_file_that_cannot_be_opened_is_told_so(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()

    assert told(folder) == ["folder: is a folder (expected a YAML or JSON file)"]
    assert told(tmp_path / "none.yaml") == ["none.yaml: no such file"]
    with pytest.raises(InputError, match="cannot be read"):
        read_document("a\0b")


@settings(max_examples=200)
@given(st.text(max_size=40) | st.text(alphabet="ab:-[]{}&*!|>'\"#,?% \n", max_size=40))
def test_any_text_is_yaml_or_told_so(text):
    try:
        found = yaml_reading.load(text)
    except yaml_reading.YamlError as error:
        assert str(error)
    else:
        assert (
            found is None or isinstance(found, str | int | float | list | dict) or hasattr(found, "isoformat")
        )
