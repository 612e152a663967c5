"""The sheet of results of a business case: formulas alone, each on cells of the sheets beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from samstyr.exchange.business_case_layout import (
    ASSUMPTIONS,
    FIRST_FLOW_ROW,
    FIRST_RATE_ROW,
    FIRST_YEAR_CELL,
    FLOWS,
    KINDS,
    RESULTS,
    SHARE_CELL,
)
from samstyr.rules.business_case import FlowKind

Put = Callable[[Cell | MergedCell, str], None]
MONEY: Final = (FlowKind.INVESTMENT, FlowKind.RUNNING, FlowKind.BENEFIT)
TOTAL_CELL: Final = "B3"
PAY_BACK_CELL: Final = "B4"
DISCOUNTED_PAY_BACK_CELL: Final = "B5"
FIRST_PARTY_ROW: Final = 10
AMOUNT: Final = "#,##0.000;[Red]-#,##0.000"
BOLD: Final = Font(bold=True)
GROUND: Final = PatternFill("solid", fgColor="E6F0FA")


@dataclass(frozen=True, slots=True)
class Ranges:
    """The last row of the cash flows, and that of the rates."""

    last_flow: int
    last_rate: int

    def flows(self, column: str) -> str:
        """A column of the cash flows, as a formula names it."""
        return f"'{FLOWS}'!${column}${FIRST_FLOW_ROW}:${column}${self.last_flow}"

    def rates(self) -> str:
        """The table of rates, as a formula names it."""
        return f"'{ASSUMPTIONS}'!$A${FIRST_RATE_ROW}:$B${self.last_rate}"


def write_results(sheet: Worksheet, ranges: Ranges, parties: Sequence[str], years: int, put: Put) -> str:
    """Write the sheet, and answer the table of year, rate and factor as a formula names it."""
    after_parties = FIRST_PARTY_ROW + len(parties) + 1
    sensitivity, compared = after_parties + 1, after_parties + 8
    first = compared + 10
    last = first + years - 1
    put(sheet["A1"], "Resultater (mio. kr.)")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet[TOTAL_CELL] = f"=SUM({ranges.flows('J')})"
    none = f'COUNT({ranges.flows("H")})=0,"aldrig"'
    for name, letter in ((PAY_BACK_CELL, "L"), (DISCOUNTED_PAY_BACK_CELL, "M")):
        cells = f"{letter}{first}:{letter}{last}"
        sheet[name] = f'=IF({none},IF(COUNT({cells})=0,"aldrig",MIN({cells})))'
    sheet["B6"] = f"=ROUND({TOTAL_CELL}-F{after_parties - 1},6)"
    for row, name in enumerate(
        (
            "Nutidsværdi i alt",
            "Tilbagebetalt i år, ikke diskonteret",
            "Tilbagebetalt i år, diskonteret",
            "Kontrol: i alt minus parterne (skal være 0)",
        ),
        start=3,
    ):
        put(sheet.cell(row, 1), name)
    for name in ("A3", TOTAL_CELL):
        sheet[name].font = BOLD
    sheet[TOTAL_CELL].number_format = AMOUNT
    _parties(sheet, ranges, parties, put)
    _sensitivity(sheet, ranges, sensitivity, put)
    _compared(sheet, ranges, compared, put)
    _years(sheet, ranges, first, last, put)
    for column, width in enumerate((42, 14, 14, 20, 14, 14, 14, 14, 14, 14, 20, 18, 22), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return f"'{RESULTS}'!$B${first}:$D${last}"


def _parties(sheet: Worksheet, ranges: Ranges, parties: Sequence[str], put: Put) -> None:
    kinds = [KINDS[kind] for kind in MONEY]
    _title(sheet, FIRST_PARTY_ROW - 2, "Pr. part", put)
    _headings(sheet, FIRST_PARTY_ROW - 1, ("Part", *kinds, "Netto, ikke diskonteret", "Nutidsværdi"), put)
    last = FIRST_PARTY_ROW + len(parties) - 1
    for row, party in enumerate(parties, start=FIRST_PARTY_ROW):
        put(sheet.cell(row, 1), party)
        own = f"({ranges.flows('B')}=$A{row})"
        for column in range(2, 2 + len(MONEY)):
            letter = get_column_letter(column)
            of_kind = f"({ranges.flows('C')}={letter}${FIRST_PARTY_ROW - 1})"
            sheet.cell(row, column, f"=SUMPRODUCT({own}*{of_kind}*{ranges.flows('E')})")
        sheet.cell(row, 5, f"=D{row}-B{row}-C{row}")
        sheet.cell(row, 6, f"=SUMPRODUCT({own}*{ranges.flows('J')})")
    put(sheet.cell(last + 1, 1), "I alt")
    for column in range(2, 7):
        letter = get_column_letter(column)
        sheet.cell(last + 1, column, f"=SUM({letter}{FIRST_PARTY_ROW}:{letter}{last})").font = BOLD
    sheet.cell(last + 1, 1).font = BOLD
    _amounts(sheet, FIRST_PARTY_ROW, last + 1, range(2, 7))


def _sensitivity(sheet: Worksheet, ranges: Ranges, row: int, put: Put) -> None:
    share = f"'{ASSUMPTIONS}'!{SHARE_CELL}"
    _title(sheet, row, "Følsomhed: én art ad gangen (renten: ret den i Forudsætninger)", put)
    heads = ("Art", "Artens nutidsværdi", "Nutidsværdi i alt, lavere", "Nutidsværdi i alt, højere")
    _headings(sheet, row + 1, (*heads, "Balance ved faktor"), put)
    for line, kind in enumerate(MONEY, start=row + 2):
        put(sheet.cell(line, 1), KINDS[kind])
        sheet.cell(line, 2, f"=SUMPRODUCT(({ranges.flows('C')}=A{line})*{ranges.flows('J')})")
        sheet.cell(line, 3, f"={TOTAL_CELL}-B{line}*{share}")
        sheet.cell(line, 4, f"={TOTAL_CELL}+B{line}*{share}")
        factor = f"-({TOTAL_CELL}-B{line})/B{line}"
        sheet.cell(line, 5, f'=IF(B{line}=0,"findes ikke",IF({factor}<0,"findes ikke",{factor}))')
        sheet.cell(line, 5).number_format = "0.000"
    _amounts(sheet, row + 2, row + 4, range(2, 5))


def _compared(sheet: Worksheet, ranges: Ranges, row: int, put: Put) -> None:
    _title(sheet, row, "Planlagt og realiseret, hvor det realiserede er kendt", put)
    _headings(sheet, row + 1, ("Art", "Planlagt", "Realiseret", "Forskel", "Endnu ikke oplyst"), put)
    known = f"ISNUMBER({ranges.flows('F')})"
    for line, kind in enumerate(MONEY, start=row + 2):
        own = f"({ranges.flows('C')}=A{line})"
        put(sheet.cell(line, 1), KINDS[kind])
        sheet.cell(line, 2, f"=SUMPRODUCT({own}*{known}*{ranges.flows('E')})")
        sheet.cell(line, 3, f"=SUMPRODUCT({own}*{ranges.flows('F')})")
        sheet.cell(line, 4, f"=C{line}-B{line}")
        sheet.cell(line, 5, f"=SUMPRODUCT({own}*{ranges.flows('E')})-B{line}")
    _amounts(sheet, row + 2, row + 4, range(2, 6))


def _years(sheet: Worksheet, ranges: Ranges, first: int, last: int, put: Put) -> None:
    kinds = [KINDS[kind] for kind in MONEY]
    sums = ("Netto", "Nutidsværdi", "Akkumuleret", "Akkumuleret nutidsværdi")
    heads = ("År nr.", "År", "Rente", "Diskonteringsfaktor", *kinds, *sums)
    _title(sheet, first - 3, "År for år", put)
    put(
        sheet.cell(first - 2, 1),
        "Mangler et år: kopier den nederste række ned, og ret tabellen i Pengestrømme.",
    )
    _headings(sheet, first - 1, (*heads, "Tilbage fra og med", "Tilbage, diskonteret"), put)
    for row in range(first, last + 1):
        is_first = row == first
        sheet.cell(row, 1, 0 if is_first else f"=A{row - 1}+1")
        sheet.cell(row, 2, f"='{ASSUMPTIONS}'!{_fixed(FIRST_YEAR_CELL)}+A{row}")
        if not is_first:
            sheet.cell(row, 3, f"=VLOOKUP(A{row},{ranges.rates()},2,TRUE)").number_format = "0.0 %"
        sheet.cell(row, 4, "=1" if is_first else f"=D{row - 1}/(1+C{row})").number_format = "0.0000"
        in_year = f"({ranges.flows('A')}=$B{row})"
        for column in range(5, 8):
            of_kind = f"({ranges.flows('C')}={get_column_letter(column)}${first - 1})"
            sheet.cell(row, column, f"=SUMPRODUCT({in_year}*{of_kind}*{ranges.flows('E')})")
        sheet.cell(row, 8, f"=G{row}-E{row}-F{row}")
        sheet.cell(row, 9, f"=H{row}*D{row}")
        for column, summed in ((10, "H"), (11, "I")):
            before = "" if is_first else f"{get_column_letter(column)}{row - 1}+"
            sheet.cell(row, column, f"={before}{summed}{row}")
        for column, summed in ((12, "J"), (13, "K")):
            rest = f"{summed}{row}:{summed}${last}"
            sheet.cell(row, column, f'=IF(ROUND(MIN({rest}),9)>=0,B{row},"")')
    _amounts(sheet, first, last, range(5, 12))


def _fixed(cell: str) -> str:
    return f"${cell[0]}${cell[1:]}"


def _amounts(sheet: Worksheet, first: int, last: int, columns: range) -> None:
    for row in range(first, last + 1):
        for column in columns:
            sheet.cell(row, column).number_format = AMOUNT


def _title(sheet: Worksheet, row: int, words: str, put: Put) -> None:
    put(sheet.cell(row, 1), words)
    sheet.cell(row, 1).font = Font(bold=True, size=12)


def _headings(sheet: Worksheet, row: int, names: Sequence[str], put: Put) -> None:
    for column, name in enumerate(names, start=1):
        cell = sheet.cell(row, column)
        put(cell, name)
        cell.font, cell.fill = BOLD, GROUND
