"""The workbook of a business case: read back as it was, computed as the rules compute, and safe to open."""

import datetime
import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from samstyr.exchange.business_case_layout import ASSUMPTIONS, FLOWS, RESULTS
from samstyr.exchange.business_case_reading import LARGEST, read_business_case
from samstyr.exchange.business_case_results import FIRST_PARTY_ROW, TOTAL_CELL
from samstyr.exchange.business_case_sheet import BenefitLine, CaseSheet, business_case_workbook
from samstyr.platform.errors import InputError
from samstyr.rules.business_case import (
    STATE_RATES,
    CashFlow,
    FlowKind,
    Rates,
    RateStep,
    net_present_value,
    net_present_value_by_party,
    pay_back_year,
)

PARTIES = {"stat": "Staten", "regioner": "Regionerne", "kommuner": "Kommunerne"}
FLOWS_GIVEN = (
    CashFlow(2017, "regioner", FlowKind.INVESTMENT, Decimal("10.5"), Decimal(11)),
    CashFlow(2018, "regioner", FlowKind.RUNNING, Decimal("1.000001")),
    CashFlow(2018, "kommuner", FlowKind.BENEFIT, Decimal("7.25"), label="Færre opkald"),
    CashFlow(2016, "kommuner", FlowKind.BENEFIT_NOT_MONEY, Decimal(1000), label="timer"),
    CashFlow(2021, "kommuner", FlowKind.BENEFIT, Decimal(9)),
)
ORE = 0.5e-8  # half an øre, in million DKK


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def case_sheet(flows: tuple[CashFlow, ...] = FLOWS_GIVEN, **said: Any) -> CaseSheet:
    given: dict[str, Any] = {
        "initiative": "Eksempel",
        "key": "eksempel",
        "version": 1,
        "kept": "",
        "price_level": 2017,
        "rates": STATE_RATES,
        "source": "Finansministeriet",
        "assumptions": "Antaget\ni to linjer",
        "parties": PARTIES,
        "benefits": (),
    }
    return CaseSheet(flows=flows, **{**given, **said})


def opened(content: CaseSheet) -> Workbook:
    return load_workbook(io.BytesIO(business_case_workbook(content)))


def saved(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def problems(content: bytes) -> tuple[str, ...]:
    with pytest.raises(InputError) as refused:
        read_business_case(content, PARTIES)
    return refused.value.lines


def computed(content: CaseSheet, folder: Path) -> dict[str, Any]:
    """The cells of the results as a spreadsheet engine computes them: LibreOffice, or the package `formulas`."""
    file = folder / "case.xlsx"
    file.write_bytes(business_case_workbook(content))
    soffice = shutil.which("soffice")
    if soffice is None:
        formulas = pytest.importorskip(
            "formulas", reason="neither LibreOffice (soffice) nor the package formulas is installed"
        )
        solved = formulas.ExcelModel().loads(str(file)).finish().calculate()
        begin = f"'[{file.name}]{RESULTS}'!".casefold()
        cells = {name.casefold(): ranges for name, ranges in solved.items() if hasattr(ranges, "value")}
        return {
            name.removeprefix(begin).upper(): ranges.value[0, 0]
            for name, ranges in cells.items()
            if name.startswith(begin) and ":" not in name
        }
    made = folder / "computed"
    made.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--convert-to", "xlsx", "--outdir", str(made)]
    subprocess.run([soffice, profile, "--headless", *to, str(file)], check=True, timeout=120)
    sheet = load_workbook(made / file.name, data_only=True)[RESULTS]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row}


amounts = st.decimals(min_value=-500, max_value=5000, places=6)
flow = st.builds(
    CashFlow,
    year=st.integers(2015, 2060),
    party=st.sampled_from(sorted(PARTIES)),
    kind=st.sampled_from(list(FlowKind)),
    amount=amounts,
    realised=st.none() | amounts,
    label=st.sampled_from(["", "a", "b"]),
)
cases = st.lists(
    flow, min_size=1, max_size=12, unique_by=lambda each: (each.year, each.party, each.kind, each.label)
)
shares = st.decimals(min_value=0, max_value=Decimal("0.2"), places=4)


@given(
    flows=cases,
    shares=st.lists(shares, min_size=1, max_size=3),
    words=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_workbook_is_read_back_as_it_was(flows: list[CashFlow], shares: list[Decimal], words: str) -> None:
    rates = Rates(tuple(RateStep(1 + 5 * place, share) for place, share in enumerate(shares)))
    content = case_sheet(tuple(flows), rates=rates, assumptions=words)

    read = read_business_case(business_case_workbook(content), PARTIES)

    assert (read.key, read.price_level, read.rates) == ("eksempel", 2017, rates)
    assert read.flows == tuple(flows)
    assert read.assumptions == words.strip()


@given(flows=cases, shares=st.lists(shares, min_size=1, max_size=3))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_workbook_computes_what_the_rules_do(
    flows: list[CashFlow], shares: list[Decimal], tmp_path: Path
) -> None:
    rates = Rates(tuple(RateStep(1 + 5 * place, share) for place, share in enumerate(shares)))

    cells = computed(case_sheet(tuple(flows), rates=rates), tmp_path)

    assert float(cells[TOTAL_CELL]) == pytest.approx(float(net_present_value(flows, rates)), abs=ORE)
    by_party = net_present_value_by_party(flows, rates)
    shown = [key for key in PARTIES if key in by_party]
    for row, party in enumerate(shown, start=FIRST_PARTY_ROW):
        assert cells[f"A{row}"] == PARTIES[party]
        assert float(cells[f"F{row}"]) == pytest.approx(float(by_party[party]), abs=ORE)
    assert [cells[name] for name in ("B4", "B5")] == [
        pay_back_year(flows) or "aldrig",
        pay_back_year(flows, rates) or "aldrig",
    ]
    assert float(cells["B6"]) == 0


def test_state_rates_are_followed_past_year_70(tmp_path: Path) -> None:
    flows = tuple(
        CashFlow(year, "stat", kind, Decimal(5))
        for year, kind in ((2015, FlowKind.INVESTMENT), (2050, FlowKind.BENEFIT), (2090, FlowKind.BENEFIT))
    )

    cells = computed(case_sheet(flows), tmp_path)

    assert float(cells[TOTAL_CELL]) == pytest.approx(float(net_present_value(flows)), abs=ORE)


def test_results_are_formulas_alone() -> None:
    sheet = opened(case_sheet())[RESULTS]

    numbers = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "n"]

    held = [name for name in numbers if sheet[name].value is not None]
    assert [sheet[name].value for name in held] == [0]  # the number of the first year
    assert sheet[TOTAL_CELL].value == f"=SUM('{FLOWS}'!$J$5:$J$39)"


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(1)"])
def test_text_is_never_a_formula(sign: str) -> None:
    benefit = BenefitLine(sign, sign, sign, sign, None, None, None, None, sign, None)
    flows = (CashFlow(2017, "stat", FlowKind.BENEFIT, Decimal(1), label=sign),)

    book = opened(
        case_sheet(flows, initiative=sign, assumptions=sign, source=sign, kept=sign, benefits=(benefit,))
    )

    found = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value == sign
    ]
    assert len(found) >= 10
    assert {(cell.data_type, cell.quotePrefix) for cell in found} == {("s", True)}


def test_empty_workbook_is_ready_to_be_filled_in() -> None:
    book = opened(case_sheet((), version=0))
    book[FLOWS]["A5"], book[FLOWS]["B5"], book[FLOWS]["C5"], book[FLOWS]["E5"] = (
        2018,
        "Staten",
        "drift",
        "2,5",
    )

    read = read_business_case(saved(book), PARTIES)

    assert read.flows == (CashFlow(2018, "stat", FlowKind.RUNNING, Decimal("2.5")),)


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        (FLOWS, "A6", "to tusind"),
        (FLOWS, "A6", 218),
        (FLOWS, "B7", "Ukendt part"),
        (FLOWS, "C5", "Udgift"),
        (FLOWS, "E5", "mange"),
        (FLOWS, "E5", None),
        (FLOWS, "E6", "=E5*2"),
        (FLOWS, "F5", True),
        (FLOWS, "E5", 1e300),
        (FLOWS, "C4", "Slags"),
        (FLOWS, "A30", 2020),
        (ASSUMPTIONS, "B6", "i år"),
        (ASSUMPTIONS, "B12", 3.5),
        (ASSUMPTIONS, "A12", 2),
        (ASSUMPTIONS, "A13", 1),
    ],
)
def test_error_names_sheet_cell_and_what_to_do(sheet: str, cell: str, value: Any) -> None:
    book = opened(case_sheet())
    book[sheet][cell] = value

    said = problems(saved(book))

    named = cell if cell != "A30" else "B30"
    assert f"“{sheet}”, cell {named}:" in said[0]
    assert "expected:" in said[0]
    assert "What to do:" in said[0]


def test_all_errors_are_said_at_once_but_not_without_end() -> None:
    book = opened(case_sheet())
    for row in range(5, 35):
        book[FLOWS][f"A{row}"] = "?"

    said = problems(saved(book))

    assert len(said) == 21
    assert said[20].startswith("And ")


def test_flow_that_stands_twice_is_named() -> None:
    book = opened(case_sheet())
    for column in "ABCE":
        book[FLOWS][f"{column}12"] = book[FLOWS][f"{column}5"].value

    assert "“Pengestrømme”, cell A12: there is “the same as in A5”" in problems(saved(book))[0]


def test_file_that_is_no_workbook_or_too_large_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"0" * (40 * 1024**2))
    without = opened(case_sheet())
    del without[FLOWS]

    assert problems(b"no workbook")[0].startswith("The file is damaged")
    assert problems(b"0" * (LARGEST + 1))[0].startswith("The workbook is too large")
    assert problems(bomb.getvalue())[0].startswith("The workbook is too large")
    assert "has no sheet “Pengestrømme”" in problems(saved(without))[0]


def test_too_many_rows_and_too_many_years_are_refused() -> None:
    many = opened(case_sheet())
    many[FLOWS]["A2005"] = 2017
    long = opened(case_sheet())
    long[FLOWS]["A5"] = 2199

    assert "at most 2000 rows" in problems(saved(many))[0]
    assert "at most 100 years" in problems(saved(long))[0]


def test_workbook_says_what_is_what_and_shows_benefits() -> None:
    benefit = BenefitLine(
        "Færre opkald",
        "Kommunerne",
        "KL",
        "opkald",
        Decimal(1000),
        datetime.date(2018, 1, 1),
        None,
        None,
        "",
        None,
    )

    book = opened(case_sheet(benefits=(benefit,)))

    assert book.sheetnames == ["Læs mig", "Forudsætninger", "Pengestrømme", "Resultater", "Gevinster"]
    assert [cell.value for cell in book["Gevinster"][5]][:5] == [
        "Færre opkald",
        "Kommunerne",
        "KL",
        "opkald",
        1000,
    ]
    assert book[FLOWS]["E5"].number_format.startswith("#,##0.000")
    assert book[FLOWS].column_dimensions["B"].width > 20
