"""The business case of an initiative as an Excel workbook whose results are formulas people can follow.

No result is pasted: the discount factor of each year comes from the rates, the present value of each cash flow from
that factor, and the sums from those. A text of the record is never a formula, whatever it begins with.
"""

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from samstyr.exchange.business_case_layout import (
    ASSUMPTIONS,
    ASSUMPTIONS_CELL,
    BENEFITS,
    COMPUTED_HEADINGS,
    FIRST_FLOW_ROW,
    FIRST_RATE_ROW,
    FIRST_YEAR_CELL,
    FLOW_HEADING_ROW,
    FLOW_HEADINGS,
    FLOWS,
    KEY_CELL,
    KINDS,
    MOST_FLOWS,
    PRICE_LEVEL_CELL,
    README,
    RESULTS,
    SHARE_CELL,
    SPARE_ROWS,
)
from samstyr.exchange.business_case_results import AMOUNT, GROUND, Ranges, write_results
from samstyr.rules.business_case import SIGN, CashFlow, FlowKind, Rates

PER_CENT: Final = "0.0 %"
DAY: Final = "dd-mm-yyyy"
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
TITLE: Final = Font(bold=True, size=14)
HEADING: Final = Font(bold=True)
TO_FILL_IN: Final = PatternFill("solid", fgColor="FFF9E0")
TOP: Final = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """A benefit with what came of it, as the workbook shows it."""

    name: str
    party: str
    owner: str
    unit: str
    planned: Decimal | None
    expected_from: datetime.date | None
    followed_on: datetime.date | None
    realised: Decimal | None
    evidence: str
    next_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """What the workbook holds. `parties`: names by id; `kept`: who kept the version and when, in words.

    `version` is 0 where no business case was kept yet: the workbook is then empty and ready to be filled in.
    """

    initiative: str
    key: str
    version: int
    kept: str
    price_level: int
    rates: Rates
    source: str
    assumptions: str
    flows: tuple[CashFlow, ...]
    parties: Mapping[str, str]
    benefits: tuple[BenefitLine, ...]


def business_case_workbook(content: CaseSheet) -> bytes:
    """Answer the workbook (.xlsx): what is what, assumptions, cash flows, results, benefits."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = README
    sheets = {name: book.create_sheet(name) for name in (ASSUMPTIONS, FLOWS, RESULTS, BENEFITS)}
    flow_rows = len(content.flows) + SPARE_ROWS
    last_rate = FIRST_RATE_ROW + len(content.rates.steps) - 1
    ranges = Ranges(FIRST_FLOW_ROW + flow_rows - 1, last_rate)
    shown = {each.party for each in content.flows}
    parties = [name for key, name in content.parties.items() if key in shown or not shown]
    _write_readme(first, content)
    _write_assumptions(sheets[ASSUMPTIONS], content, ranges)
    years = _years(content.flows)
    table = write_results(sheets[RESULTS], ranges, [plain(name) for name in parties], years, put)
    _write_flows(sheets[FLOWS], content, ranges, table)
    _write_benefits(sheets[BENEFITS], content.benefits)
    for sheet in book.worksheets:
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def put(cell: Cell | MergedCell, text: str) -> None:
    """Write a text into a cell as a text, also where a spreadsheet would take it for a formula."""
    assert isinstance(cell, Cell), "no cells are merged"
    cell.value = plain(text)
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True


def plain(text: str) -> str:
    """Answer a text without the control characters no sheet may hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", text))


def _years(flows: Sequence[CashFlow]) -> int:
    """How many years the table of factors has: to the last year with money, and ten to spare."""
    years = [each.year for each in flows if each.kind in SIGN]
    return (max(years) - min(years) if years else 10) + 11


def _write_readme(sheet: Worksheet, content: CaseSheet) -> None:
    version = f"Version {content.version}" if content.version else "Ingen version er gemt endnu"
    rows = (
        ("Business case", content.initiative),
        ("Gemt", f"{version}{', ' if content.kept else ''}{content.kept}"),
        (
            "Beløb",
            "Alle beløb er i mio. kr. i faste priser. De skrives uden fortegn: arten siger, om penge går ud.",
        ),
        (ASSUMPTIONS, "Prisniveau, diskonteringsrenter med kilde, antagelser. Gule felter kan rettes."),
        (FLOWS, "En række for hvert år, part og art. Gule kolonner (A-F) udfyldes; resten er formler."),
        (
            RESULTS,
            "Nutidsværdi pr. part og i alt, tilbagebetaling, følsomhed, planlagt mod realiseret. Kun formler.",
        ),
        (BENEFITS, "Gevinsterne med ejer, mål og opfølgning. Arket læses ikke ind igen."),
        (
            "Sådan regnes",
            "Det første år diskonteres ikke. Hvert følgende års faktor er året før divideret med 1 + rente. "
            "Gevinster, der ikke er i kr., indgår aldrig i nutidsværdien.",
        ),
        (
            "Indlæsning",
            f"Filen kan læses ind igen i Samstyr. Arkene {FLOWS} og {ASSUMPTIONS} læses; formlerne springes over. "
            f"Der vises, hvad der ændres, før det gemmes som en ny version. Højst {MOST_FLOWS} rækker.",
        ),
    )
    put(sheet["A1"], "Læs mig først")
    sheet["A1"].font = TITLE
    for number, (name, said) in enumerate(rows, start=3):
        put(sheet.cell(number, 1), name)
        put(sheet.cell(number, 2), said)
        sheet.cell(number, 1).font = HEADING
        sheet.cell(number, 2).alignment = TOP
        sheet.cell(number, 1).alignment = TOP
    _widths(sheet, (20, 100))


def _write_assumptions(sheet: Worksheet, content: CaseSheet, ranges: Ranges) -> None:
    put(sheet["A1"], ASSUMPTIONS)
    sheet["A1"].font = TITLE
    names = ("Initiativ", "Initiativets id", "Version", "Prisniveau (år)", "Første år med penge")
    for row, name in enumerate((*names, "Udsving i følsomhed", "Antagelser"), start=3):
        put(sheet.cell(row, 1), name)
        sheet.cell(row, 1).alignment = TOP
    put(sheet["B3"], content.initiative)
    put(sheet[KEY_CELL], content.key)
    sheet["B5"] = content.version
    sheet[PRICE_LEVEL_CELL] = content.price_level
    sheet[FIRST_YEAR_CELL] = f"=MIN({ranges.flows('H')})"
    sheet[SHARE_CELL] = 0.2
    sheet[SHARE_CELL].number_format = "0 %"
    put(sheet[ASSUMPTIONS_CELL], content.assumptions)
    sheet[ASSUMPTIONS_CELL].alignment = TOP
    for name in (PRICE_LEVEL_CELL, SHARE_CELL, ASSUMPTIONS_CELL):
        sheet[name].fill = TO_FILL_IN
    _headings(sheet, FIRST_RATE_ROW - 1, ("Fra år nr.", "Rente", "Kilde", "", "Art", "Fortegn", "", "Part"))
    for row, step in enumerate(content.rates.steps, start=FIRST_RATE_ROW):
        sheet.cell(row, 1, step.from_year).fill = TO_FILL_IN
        sheet.cell(row, 2, step.rate).fill = TO_FILL_IN
        sheet.cell(row, 2).number_format = PER_CENT
        put(sheet.cell(row, 3), content.source)
    for row, (kind, name) in enumerate(KINDS.items(), start=FIRST_RATE_ROW):
        put(sheet.cell(row, 5), name)
        sheet.cell(row, 6, SIGN.get(kind, 0))
    for row, name in enumerate(content.parties.values(), start=FIRST_RATE_ROW):
        put(sheet.cell(row, 8), name)
    _widths(sheet, (24, 44, 40, 3, 22, 10, 3, 34))


def _write_flows(sheet: Worksheet, content: CaseSheet, ranges: Ranges, factors: str) -> None:
    put(sheet["A1"], FLOWS)
    sheet["A1"].font = TITLE
    put(sheet["A2"], "Mio. kr. Udfyld kolonne A-F, også i de tomme rækker; G-J er formler.")
    _headings(sheet, FLOW_HEADING_ROW, (*FLOW_HEADINGS, *COMPUTED_HEADINGS))
    spare: list[CashFlow | None] = [None] * (ranges.last_flow - FIRST_FLOW_ROW + 1 - len(content.flows))
    signs = f"'{ASSUMPTIONS}'!$E${FIRST_RATE_ROW}:$F${FIRST_RATE_ROW + len(KINDS) - 1}"
    for row, flow in enumerate([*content.flows, *spare], start=FIRST_FLOW_ROW):
        if flow is not None:
            sheet.cell(row, 1, flow.year)
            put(sheet.cell(row, 2), content.parties.get(flow.party, flow.party))
            put(sheet.cell(row, 3), KINDS[flow.kind])
            put(sheet.cell(row, 4), flow.label)
            sheet.cell(row, 5, flow.amount)
            sheet.cell(row, 6, flow.realised)
        for column in range(1, len(FLOW_HEADINGS) + 1):
            sheet.cell(row, column).fill = TO_FILL_IN
        sheet.cell(row, 7, f'=IF(C{row}="",0,VLOOKUP(C{row},{signs},2,FALSE))')
        sheet.cell(row, 8, f'=IF(G{row}=0,"",A{row})')
        sheet.cell(row, 9, f'=IF(G{row}=0,"",VLOOKUP(A{row},{factors},3,FALSE))')
        sheet.cell(row, 10, f"=IF(G{row}=0,0,G{row}*E{row}*I{row})")
        for column in (5, 6, 10):
            sheet.cell(row, column).number_format = AMOUNT
        sheet.cell(row, 9).number_format = "0.0000"
    last_party = FIRST_RATE_ROW + max(len(content.parties), 1) - 1
    for letter, listed in (
        ("B", f"'{ASSUMPTIONS}'!$H${FIRST_RATE_ROW}:$H${last_party}"),
        ("C", f"'{ASSUMPTIONS}'!$E${FIRST_RATE_ROW}:$E${FIRST_RATE_ROW + len(FlowKind) - 1}"),
    ):
        choice = DataValidation(type="list", formula1=listed, allow_blank=True)
        choice.add(f"{letter}{FIRST_FLOW_ROW}:{letter}{ranges.last_flow}")
        sheet.add_data_validation(choice)
    sheet.freeze_panes = f"A{FIRST_FLOW_ROW}"
    sheet.print_title_rows = f"{FLOW_HEADING_ROW}:{FLOW_HEADING_ROW}"
    _widths(sheet, (8, 32, 22, 34, 14, 14, 10, 14, 20, 16))


def _write_benefits(sheet: Worksheet, benefits: Iterable[BenefitLine]) -> None:
    put(sheet["A1"], BENEFITS)
    sheet["A1"].font = TITLE
    put(sheet["A2"], "Gevinster følges op, også efter at initiativet har forladt porteføljen.")
    head = ("Gevinst", "Part", "Ejer", "Måles i", "Mål", "Forventet fra")
    _headings(sheet, 4, (*head, "Seneste opfølgning", "Realiseret", "Opnået", "Belæg", "Næste opfølgning"))
    for row, each in enumerate(benefits, start=5):
        for column, text in (
            (1, each.name),
            (2, each.party),
            (3, each.owner),
            (4, each.unit),
            (10, each.evidence),
        ):
            put(sheet.cell(row, column), text)
            sheet.cell(row, column).alignment = TOP
        for column, number in ((5, each.planned), (8, each.realised)):
            sheet.cell(row, column, number).number_format = "#,##0.##"
        for column, day in ((6, each.expected_from), (7, each.followed_on), (11, each.next_on)):
            sheet.cell(row, column, day).number_format = DAY
        sheet.cell(row, 9, f'=IF(OR(E{row}="",E{row}=0,H{row}=""),"",H{row}/E{row})').number_format = "0 %"
    sheet.freeze_panes = "B5"
    _widths(sheet, (36, 24, 30, 22, 12, 14, 18, 12, 10, 50, 18))


def _headings(sheet: Worksheet, row: int, names: Sequence[str]) -> None:
    for column, name in enumerate(names, start=1):
        if name:
            cell = sheet.cell(row, column)
            put(cell, name)
            cell.font, cell.fill = HEADING, GROUND
            cell.alignment = Alignment(wrap_text=True, vertical="center")


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
