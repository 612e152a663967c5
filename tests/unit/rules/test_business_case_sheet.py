"""The present value as financial software and a spreadsheet's own formulas count it, where they are installed."""

import random
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from samstyr.rules.business_case import CashFlow, FlowKind, Rates, net_by_year, net_present_value

MONEY = (FlowKind.INVESTMENT, FlowKind.RUNNING, FlowKind.BENEFIT)
TEN = Rates.flat(Decimal("0.10"))


def drawn_cases(count: int, longest: int) -> list[list[CashFlow]]:
    """Cases by chance, the same each time: a flow in most years, for up to so many years after the first."""
    chance = random.Random(2017)
    return [
        [
            CashFlow(2015 + since, "state", chance.choice(MONEY), Decimal(chance.randint(0, 99999)) / 100)
            for since in range(chance.randint(1, longest) + 1)
            if since == 0 or chance.random() < 0.8
        ]
        for _ in range(count)
    ]


def test_present_value_by_numpy_financial() -> None:
    """Each stretch of years with one rate is a series for the peer, whose first amount is not discounted."""
    financial = pytest.importorskip("numpy_financial", reason="numpy-financial is not installed")
    for case in drawn_cases(60, 80):
        net = [float(amount) for amount in net_by_year(case).values()]
        after_70 = financial.npv(0.015, [0.0, *net[71:]]) / 1.025**35
        after_35 = financial.npv(0.025, [0.0, *net[36:71]]) + after_70
        expected = financial.npv(0.035, net[:36]) + after_35 / 1.035**35

        assert float(net_present_value(case)) == pytest.approx(expected, rel=1e-9, abs=1e-9)
        assert float(net_present_value(case, TEN)) == pytest.approx(
            financial.npv(0.1, net), rel=1e-9, abs=1e-9
        )


def test_present_value_by_a_spreadsheet(tmp_path: Path) -> None:
    """A sheet for each case, with the rate, the discount factor and the money of each year, and one SUMPRODUCT."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed: no workbook can be built")
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed: nothing to evaluate the workbook with")
    book, cases_drawn = openpyxl.Workbook(), drawn_cases(25, 80)
    for number, case in enumerate(cases_drawn):
        sheet = book.create_sheet(f"case{number}")
        for row in rows_of(case):
            sheet.append(row)
        sheet["I1"] = f"=SUMPRODUCT(C1:C{sheet.max_row},G1:G{sheet.max_row})"
    (tmp_path / "counted").mkdir()
    book.save(tmp_path / "cases.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    counted = tmp_path / "counted" / "cases.xlsx"
    to = ["--convert-to", "xlsx", "--outdir", str(counted.parent)]
    subprocess.run(
        [soffice, profile, "--headless", *to, str(tmp_path / "cases.xlsx")], check=True, timeout=120
    )

    read = openpyxl.load_workbook(counted, data_only=True)

    for number, case in enumerate(cases_drawn):
        expected = read[f"case{number}"]["I1"].value
        assert float(net_present_value(case)) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def rows_of(case: list[CashFlow]) -> list[list[float | str]]:
    """A year a row: years since the first, rate, factor, investment, running cost, benefit, and their formula."""
    first, last = min(each.year for each in case), max(each.year for each in case)
    rows: list[list[float | str]] = []
    for row in range(1, last - first + 2):
        sums = [
            float(sum(each.amount for each in case if each.kind == kind and each.year == first + row - 1))
            for kind in MONEY
        ]
        rate = f"=IF(A{row}<=35,0.035,IF(A{row}<=70,0.025,0.015))"
        factor = "=1" if row == 1 else f"=C{row - 1}/(1+B{row})"
        rows.append([row - 1, rate, factor, *sums, f"=F{row}-D{row}-E{row}"])
    return rows
