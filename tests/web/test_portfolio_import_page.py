"""The page that imports a series: hand in, map, preview, store; by the command's mapping, unseen by others."""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from bs4.element import Tag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook
from tests.factories.people import Seat, user_with

from samstyr.cli.import_portfolio import command
from samstyr.exchange.portfolio_mapping import read_mapping
from samstyr.exchange.portfolio_mapping_text import mapping_document, mapping_text
from samstyr.portfolio.models import StatusReport, WaitingSeries
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.rights import Role

pytestmark = pytest.mark.usefixtures("danish_register")
HAND_IN = reverse("portfolio-import")
ROWS: tuple[tuple[object, ...], ...] = (
    ("Navn", "Dato", "Lys", "Slut", "Pris", "Note"),
    ("Bro", "2017-03-31", "Grøn", "01-12-2018", "12,5", "eksempel"),
    ("Bro", "2017-06-30", "Gul", "01-03-2019", "13,5", "eksempel"),
    ("Vej", "2017-06-30", "Ukendt", "snart", "", ""),
)
COLUMNS: dict[str, dict[str, object]] = {
    "Navn": {"holds": "name"},
    "Dato": {"holds": "day"},
    "Lys": {"holds": "light", "rater": "Eksempelråd", "scale": "s0"},
    "Slut": {"holds": "expected-end", "formats": "DD-MM-YYYY"},
    "Pris": {"holds": "expected-cost", "unit": "million DKK"},
    "Note": {"holds": "ignored", "why": "intern"},
}
VALUES = {"Grøn": {"s0": "green"}, "Gul": {"s0": "yellow"}, "Ukendt": {"none": "unknown"}}
SERIES = {"source": "Eksempeldata", "prefix": "eks", "forum": "nbs", "decimal": ",", "thousands": "."}
GMPP = Path("docs/user/portfolio-import-gmpp-uk.yaml")


def sheet(
    rows: Sequence[Sequence[object]] = ROWS, *, name: str = "serie.xlsx", **others: object
) -> SimpleUploadedFile:
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, held in {"Rapporter": rows, **others}.items():
        made = book.create_sheet(title)
        for row in held:  # type: ignore[attr-defined]
            made.append(list(row))
    content = BytesIO()
    book.save(content)
    return SimpleUploadedFile(name, content.getvalue())


def logged_in(*seats: Seat, administrator: bool = False) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    client.force_login(user_with(*seats, administrator=administrator))
    return client


@pytest.fixture
def client() -> Client:
    return logged_in(administrator=True)


def handed_in(client: Client, file: SimpleUploadedFile | None = None, **more: SimpleUploadedFile) -> str:
    """Hand a file in, and answer the address of its page."""
    answer = client.post(HAND_IN, {"file": file or sheet(), **more})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def page(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def fields(found: BeautifulSoup) -> dict[str, list[str]]:
    """What a browser would send of the form, without a button."""
    form = found.select_one("form#mapping")
    assert form is not None
    given: dict[str, list[str]] = {}
    for each in form.select("input[name], select[name], textarea[name]"):
        given.setdefault(str(each["name"]), []).append(_value(each))
    given.pop("csrfmiddlewaretoken", None)
    return given


def _value(field: Tag) -> str:
    if field.name == "input":
        return str(field.get("value", ""))
    if field.name == "textarea":
        return field.get_text().removeprefix("\n")
    chosen = field.select_one("option[selected]") or field.select_one("option")
    return str(chosen.get("value", chosen.get_text())) if chosen else ""


def number_of(given: dict[str, list[str]], kind: str, key: str, text: str) -> str:
    """The row of the form that is about a heading or a value."""
    return next(
        name.split(".")[0]
        for name, said in given.items()
        if name[0] == kind and said == [text] and name.endswith(key)
    )


def sent(client: Client, address: str, given: dict[str, Any], do: str) -> Any:
    return client.post(address.split("?", maxsplit=1)[0], {**given, "do": do}, follow=True)


def with_columns(client: Client, address: str, columns: dict[str, dict[str, object]] = COLUMNS) -> None:
    """Put the columns on their fields and keep that."""
    given: dict[str, Any] = {**fields(page(client, address)), **SERIES}
    for heading, said in columns.items():
        row = number_of(given, "c", ".heading", heading)
        given |= {f"{row}.{name}": value for name, value in said.items()}
    sent(client, address, given, "keep")


def with_values(
    client: Client, address: str, values: dict[str, dict[str, str]] = VALUES, do: str = "preview"
) -> Any:
    """Say what the values of lights mean, and press a button."""
    given: dict[str, Any] = fields(page(client, address))
    for value, said in values.items():
        row = number_of(given, "v", ".word", value)
        given |= {f"{row}.{name}": word for name, word in said.items()}
    return sent(client, address, given, do)


def words(answer: Any) -> str:
    return " ".join(BeautifulSoup(answer.content, "html.parser").select_one("main").get_text(" ").split())  # type: ignore[union-attr]


def problems(answer: Any) -> list[str]:
    found = BeautifulSoup(answer.content, "html.parser").select("#preview li")
    return [" ".join(each.get_text().split()) for each in found]


def test_series_is_mapped_seen_and_stored(client: Client) -> None:
    address = handed_in(client)
    with_columns(client, address)

    seen = with_values(client, address)

    assert (StatusReport.objects.count(), Initiative.objects.filter(pk="eks-bro").exists()) == (0, False)
    assert "3 rows give 2 initiatives. Initiatives: 2 new, 0 known. Reports: 3 new, 0 corrected" in words(
        seen
    )
    assert "Row 4, Slut: “snart” (expected a day: DD-MM-YYYY / YYYY-MM-DD / YYYY-MM-DD hh:mm:ss)" in words(
        seen
    )
    done = sent(client, address, fields(BeautifulSoup(seen.content, "html.parser")), "save")
    assert "Initiatives: 2 new, 0 changed. Reports: 3 new, 0 corrected, 0 as before." in words(done)
    said = StatusReport.objects.order_by("as_of", "initiative")
    assert [
        (each.initiative_id, each.light, each.original, str(each.expected_cost), str(each.expected_end))
        for each in said
    ] == [
        ("eks-bro", "green", "Grøn", "12.500000", "2018-12-01"),
        ("eks-bro", "yellow", "Gul", "13.500000", "2019-03-01"),
        ("eks-vej", "none", "Ukendt", "None", "None"),
    ]
    assert said[0].source_document == "serie.xlsx, row 2"
    assert PortfolioEntry.objects.filter(forum="nbs", initiative="eks-bro").exists()
    assert WaitingSeries.objects.count() == 0


def test_mapping_of_the_page_is_the_one_the_command_reads(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = handed_in(client)
    with_columns(client, address)
    with_values(client, address)
    mapping, series = tmp_path / "mapping.yaml", tmp_path / "serie.xlsx"
    mapping.write_bytes(client.get(f"{address}mapping.yaml").content)
    upload = sheet()
    series.write_bytes(upload.read())

    command.main(["--plan", "--mapping", str(mapping), str(series)], standalone_mode=False)

    assert "3 rækker, 2 initiativer, 3 vurderinger" in capsys.readouterr().out
    assert yaml.safe_load(mapping.read_text(encoding="utf-8"))["ignored"] == {"Note": "intern"}


def test_unmapped_column_is_named(client: Client) -> None:
    address = handed_in(client)
    with_columns(client, address, {**COLUMNS, "Pris": {"holds": ""}, "Note": {"holds": "ignored", "why": ""}})

    answer = with_values(client, address)

    assert problems(answer) == [
        "Column 5, “Pris”, is not mapped. Put it on a field, or say that it is not read, and why.",
        "“Note”: say why it is not read.",
    ]


def test_unmapped_value_is_named_with_its_row(client: Client) -> None:
    address = handed_in(client)
    with_columns(client, address)

    answer = with_values(client, address, {"Grøn": {"s0": "green"}, "Gul": {"s0": "yellow"}})

    assert problems(answer) == [
        "“Lys”: nothing says what the value “Ukendt” means (1 rows, first in row 4). "
        "Give it a light, or say that it is no value."
    ]
    assert WaitingSeries.objects.count() == 1


def test_everything_that_is_missing_is_told_at_once(client: Client) -> None:
    address = handed_in(client)

    answer = sent(client, address, fields(page(client, address)), "preview")

    said = problems(answer)
    assert [each for each in said if not each.startswith("Column ")] == [
        "Put a column on the field “Name” or “Id in the source”.",
        "Put a column on the field “The day it is as of”.",
        "Put a column on the field “Light”.",
        "Say what the ids of its initiatives begin with: a small letter, then small letters, "
        "digits and hyphens, at most 20.",
        "Say where the series comes from.",
    ]
    assert len(said) == len(ROWS[0]) + 5


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"Slut": {"holds": "name"}},
            "“Slut” and “Navn” are both on the field “Name”. Put one of them elsewhere.",
        ),
        ({"Lys": {"holds": "light", "rater": "", "scale": "s0"}}, "“Lys”: say who gives the light"),
        ({"Slut": {"holds": "expected-end", "formats": "DD-MM"}}, "“Slut”: write each way of a day"),
    ],
)
def test_what_is_wrong_with_a_column_is_told(client: Client, changed: dict[str, Any], said: str) -> None:
    address = handed_in(client)
    with_columns(client, address, {**COLUMNS, **changed})

    answer = with_values(client, address, {})

    assert any(each.startswith(said) for each in problems(answer)), problems(answer)


def test_mapping_changed_after_the_preview_is_shown_again_before_it_is_stored(client: Client) -> None:
    address = handed_in(client)
    with_columns(client, address)
    given = fields(BeautifulSoup(with_values(client, address).content, "html.parser"))

    answer = sent(client, address, {**given, "source": "En anden kilde"}, "save")

    assert "The mapping was changed after the preview." in words(answer)
    assert (StatusReport.objects.count(), "En anden kilde" in WaitingSeries.objects.get().mapping) == (
        0,
        True,
    )


def test_names_are_put_together_by_a_decision_with_its_ground_alone(client: Client) -> None:
    rows = [
        *ROWS[:2],
        ("Broprogrammet", "2017-06-30", "Gul", "01-12-2018", "12,5", ""),
    ]
    address = handed_in(client, sheet(rows))
    with_columns(client, address)
    values = {"Grøn": {"s0": "green"}, "Gul": {"s0": "yellow"}}
    with_values(client, address, values)
    given = fields(page(client, address))

    without = sent(client, address, {**given, "d0.names": "Bro\nBroprogrammet", "d0.ground": ""}, "preview")
    assert problems(without) == ["Decision 1: give the ground."]
    given = fields(page(client, address))
    joined = sent(client, address, {**given, "d0.ground": "Eksempel: årsrapporten siger det"}, "preview")

    assert "2 rows give 1 initiatives." in words(joined)
    assert re.search(r"One initiative by decision: Bro = Broprogrammet \(Eksempelperson \d+, ", words(joined))


def test_scale_that_changes_by_date_reads_each_light_on_the_scale_of_its_day(client: Client) -> None:
    address = handed_in(client)
    with_columns(client, address)
    given = fields(page(client, address))
    sent(client, address, {**given, "s0.name": "fem"}, "scale")
    given = fields(page(client, address))
    row = number_of(given, "c", ".heading", "Lys")
    given |= {"s1.name": ["tre"], f"{row}.scale": ["s0", "s1"], f"{row}.from": ["", "2017-06-01"]}
    sent(client, address, given, "keep")

    answer = with_values(
        client, address, {"Grøn": {"s0": "green"}, "Gul": {"s1": "yellow"}, "Ukendt": {"none": "unknown"}}
    )

    assert "Eksempelråd goes from the scale fem to tre on" in words(answer)
    assert [
        each["scale"]
        for each in mapping_document(WaitingSeries.objects.get().mapping)["columns"]["Lys"]["scales"]
    ] == [
        "fem",
        "tre",
    ]


def test_mapping_that_is_handed_in_comes_out_of_the_form_as_it_was(client: Client) -> None:
    """The largest mapping there is: everything it says is shown, also what the file lacks, and nothing is lost."""
    file = SimpleUploadedFile("serie.csv", b"Project_Name,Source_File,IPA_RAG\nBro,x.csv,Green\n")
    address = handed_in(client, file, mapping=SimpleUploadedFile("gmpp.yaml", GMPP.read_bytes()))

    sent(client, address, fields(page(client, address)), "keep")

    kept = WaitingSeries.objects.get().mapping
    before, after = mapping_document(GMPP.read_text(encoding="utf-8")), mapping_document(kept)
    before.pop("numbers")  # says the mark that holds anyway
    before["columns"] |= {
        key: each["is"]
        for key, each in before["columns"].items()
        if isinstance(each, dict) and len(each) == 1
    }
    assert after == before
    sent(client, address, fields(page(client, address)), "keep")
    assert WaitingSeries.objects.get().mapping == kept


def test_what_the_text_of_a_mapping_says_is_read_as_it_was(tmp_path: Path) -> None:
    document = mapping_document(GMPP.read_text(encoding="utf-8"))
    written = tmp_path / "m.yaml"
    written.write_text(mapping_text(document), encoding="utf-8")

    assert (mapping_document(mapping_text(document)), read_mapping(written)) == (document, read_mapping(GMPP))


def test_day_in_words_is_given_its_day(client: Client) -> None:
    rows = [ROWS[0], ("Bro", "foråret 2017", "Grøn", "", "", "")]
    address = handed_in(client, sheet(rows))
    with_columns(client, address)
    given: dict[str, Any] = fields(page(client, address))
    row = number_of(given, "c", ".heading", "Dato")
    assert given[f"{row}.day.text"] == ["foråret 2017"]
    sent(client, address, {**given, f"{row}.day.on": "2017-05-31"}, "keep")

    answer = with_values(client, address, {"Grøn": {"s0": "green"}})

    assert "1 rows give 1 initiatives." in words(answer)


def test_sheet_is_chosen_where_several_hold_something(client: Client) -> None:
    address = handed_in(client, sheet(Andet=[("X",), (1,)]))
    choice = page(client, address)
    assert [each.get_text() for each in choice.select("#sheet option")] == ["Rapporter", "Andet"]

    client.post(address, {"sheet": "Rapporter", "do": "sheet"})

    assert [each["data-heading"] for each in page(client, address).select("[data-column]")] == list(ROWS[0])


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (SimpleUploadedFile("rapport.pdf", b"%PDF"), "The file must be XLSX or CSV."),
        (SimpleUploadedFile("serie.xlsx", b"no sheet"), "serie.xlsx: is damaged, protected by a password"),
        (
            SimpleUploadedFile("serie.csv", b"Navn,,Lys\nBro,1,x\n"),
            "Column 2 has no heading. Give it one in the file",
        ),
        (
            SimpleUploadedFile("serie.csv", b"Navn,Navn\nBro,Vej\n"),
            "Column 2: the heading “Navn” stands twice",
        ),
        (SimpleUploadedFile("serie.csv", b"\n"), "serie.csv: the first row is empty"),
    ],
)
def test_file_that_is_no_series_is_refused_in_words(
    client: Client, file: SimpleUploadedFile, said: str
) -> None:
    answer = client.post(HAND_IN, {"file": file})

    alert = BeautifulSoup(answer.content, "html.parser").select_one("[role=alert]")
    assert alert is not None
    assert (answer.status_code, alert.get_text().strip().startswith(said)) == (400, True), alert
    assert WaitingSeries.objects.count() == 0


def test_mapping_with_faults_is_refused_with_its_lines(client: Client) -> None:
    bad = SimpleUploadedFile("m.yaml", b"schema: samstyr.portfolio-mapping/1\nprefix: ex\n")

    answer = client.post(HAND_IN, {"file": sheet(), "mapping": bad})

    assert (
        answer.status_code,
        "m.yaml: line 1: columns: expected what each column holds" in words(answer),
    ) == (400, True)


def test_cancelled_file_is_removed_and_nothing_stored(client: Client) -> None:
    address = handed_in(client)

    answer = sent(client, address, {}, "cancel")

    assert answer.redirect_chain == [(HAND_IN, 302)]
    assert (WaitingSeries.objects.count(), StatusReport.objects.count()) == (0, 0)


def test_another_persons_file_is_not_seen(client: Client) -> None:
    address = handed_in(client)
    other = logged_in(administrator=True)

    assert [other.get(each).status_code for each in (address, f"{address}mapping.yaml")] == [404, 404]
    assert other.post(address, {"do": "cancel"}).status_code == 404
    assert ("serie.xlsx" in words(other.get(HAND_IN)), "serie.xlsx" in words(client.get(HAND_IN))) == (
        False,
        True,
    )
    assert WaitingSeries.objects.count() == 1


def test_page_is_for_those_alone_who_may_edit_the_register(client: Client) -> None:
    secretary = logged_in(Seat(Role.SECRETARY, "sds", "nbs"))

    assert secretary.get(HAND_IN).status_code == 403
    assert secretary.post(HAND_IN, {"file": sheet()}).status_code == 403
    link = f'href="{HAND_IN}"'
    overview = reverse("portfolios")
    assert [link in each.get(overview).content.decode() for each in (client, secretary)] == [True, False]
