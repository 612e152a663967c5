"""A business case read back from its workbook: the cash flows, the rates and the price level; results are not read.

What is computed in a field to fill in counts as it was last shown. Nothing is guessed: every cell that can't be
understood is named, with what was expected and what to do, and then nothing of the file is taken.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from samstyr.exchange.business_case_layout import (
    ASSUMPTIONS,
    ASSUMPTIONS_CELL,
    FIRST_FLOW_ROW,
    FIRST_RATE_ROW,
    FLOW_HEADING_ROW,
    FLOW_HEADINGS,
    FLOWS,
    KEY_CELL,
    KINDS,
    MOST_FLOWS,
    MOST_RATES,
    PRICE_LEVEL_CELL,
)
from samstyr.exchange.docx_package import BROKEN, has_huge_list
from samstyr.exchange.sheet_reading import DAMAGED
from samstyr.platform.errors import InputError
from samstyr.rules.business_case import CashFlow, FlowKind, Rates, RateStep

LARGEST: Final = 2 * 1024**2  # bytes of a workbook; one of 2,000 cash flows has about 200,000
LARGEST_UNPACKED: Final = 30 * 1024**2
MOST_PARTS: Final = 200
MOST_SAID: Final = 20  # errors of one file
FIRST_YEAR, LAST_YEAR = 1990, 2199
MOST_YEARS: Final = 100
LARGEST_AMOUNT: Final = Decimal(1_000_000_000)  # million DKK
SMALLEST: Final = Decimal("0.000001")  # million DKK: one krone
LONGEST: Final = 300
WRITTEN_NUMBER: Final = re.compile(r"[-−]?\d{1,12}(?:,\d{1,12})?")


@dataclass(frozen=True, slots=True)
class ReadCase:
    """What a workbook says; `key` is the id of the initiative it was made for."""

    key: str
    price_level: int
    rates: Rates
    assumptions: str
    flows: tuple[CashFlow, ...]


def read_business_case(content: bytes, parties: Mapping[str, str]) -> ReadCase:
    """Answer what a workbook says. `parties`: the names of the register's parties by id.

    Raises InputError with a line for each cell that can't be understood, at most twenty.
    """
    _check_package(content)
    try:
        shown = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        written = load_workbook(io.BytesIO(content), read_only=True)
        return _Reading(parties).read(shown, written)
    except DAMAGED as error:
        raise InputError(_damaged()) from error


def _check_package(content: bytes) -> None:
    if len(content) > LARGEST or has_huge_list(content):
        raise InputError(_too_large())
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except BROKEN as error:
        raise InputError(_damaged()) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise InputError(_too_large())


def _damaged() -> str:
    return _(
        "The file is damaged, protected by a password, or no Excel workbook. Open it and save it again as .xlsx."
    )


def _too_large() -> str:
    return _(
        "The workbook is too large: at most %(most)s MB, without pictures. Download it anew and fill that one in."
    ) % {"most": LARGEST // 1024**2}


class _Reading:
    """One workbook being read: what was wrong is collected, so that all of it is said at once."""

    def __init__(self, parties: Mapping[str, str]) -> None:
        self.parties = {name.strip().casefold(): key for key, name in parties.items()}
        self.parties |= {key.casefold(): key for key in parties}
        self.kinds = {name.casefold(): kind for kind, name in KINDS.items()}
        self.problems: list[str] = []

    def read(self, shown: Workbook, written: Workbook) -> ReadCase:
        missing = [name for name in (ASSUMPTIONS, FLOWS) if name not in shown.sheetnames]
        if missing:
            raise InputError(
                *(
                    _(
                        "The workbook has no sheet “%(sheet)s”. Download the workbook anew and fill that one in."
                    )
                    % {"sheet": name}
                    for name in missing
                )
            )
        facts = _cells(shown, written, ASSUMPTIONS, 1, FIRST_RATE_ROW + MOST_RATES, 2)
        price_level = self._whole(ASSUMPTIONS, PRICE_LEVEL_CELL, facts.get(PRICE_LEVEL_CELL))
        rates = self._rates(facts)
        flows = self._flows(
            _cells(shown, written, FLOWS, FLOW_HEADING_ROW, FIRST_FLOW_ROW + MOST_FLOWS, len(FLOW_HEADINGS))
        )
        if not flows and not self.problems:
            self._say(
                FLOWS, f"A{FIRST_FLOW_ROW}", _("nothing"), _("at least one cash flow"), _("fill in a row")
            )
        if self.problems or price_level is None or rates is None:
            said = self.problems[:MOST_SAID]
            if len(self.problems) > MOST_SAID:
                said.append(_("And %(more)s more.") % {"more": len(self.problems) - MOST_SAID})
            raise InputError(*said)
        key, text = (str(facts.get(cell) or "").strip() for cell in (KEY_CELL, ASSUMPTIONS_CELL))
        return ReadCase(key, price_level, rates, text, tuple(flows))

    def _rates(self, facts: Mapping[str, Any]) -> Rates | None:
        steps: list[RateStep] = []
        for row in range(FIRST_RATE_ROW, FIRST_RATE_ROW + MOST_RATES):
            year, share = facts.get(f"A{row}"), facts.get(f"B{row}")
            if year is None and share is None:
                break
            whole = _number(year)
            expected = 1 if not steps else steps[-1].from_year + 1
            in_order = whole is not None and whole == int(whole)
            if whole is None or not in_order or (whole != 1 if not steps else whole < expected):
                wanted = "1" if not steps else _("a whole number, %(least)s or more") % {"least": expected}
                self._say(ASSUMPTIONS, f"A{row}", year, wanted, _("write from which year the rate holds"))
                return None
            rate = _number(share)
            if rate is None or not 0 <= rate <= 1:
                self._say(
                    ASSUMPTIONS,
                    f"B{row}",
                    share,
                    _("a rate between 0 and 100 per cent"),
                    _("write for example 3.5 and choose per cent as the format"),
                )
                return None
            steps.append(RateStep(int(whole), rate.quantize(SMALLEST).normalize()))
        if not steps:
            self._say(ASSUMPTIONS, f"A{FIRST_RATE_ROW}", None, "1", _("write from which year the rate holds"))
            return None
        return Rates(tuple(steps))

    def _flows(self, cells: Mapping[str, Any]) -> list[CashFlow]:
        for column, heading in enumerate(FLOW_HEADINGS, start=1):
            name = f"{get_column_letter(column)}{FLOW_HEADING_ROW}"
            found = str(cells.get(name) or "").strip()
            if found.casefold() != heading.casefold():
                self._say(FLOWS, name, found, f"“{heading}”", _("let the headings stand as they were"))
        if self.problems:
            return []
        flows: dict[tuple[int, str, FlowKind, str], tuple[int, CashFlow]] = {}
        for row in range(FIRST_FLOW_ROW, FIRST_FLOW_ROW + MOST_FLOWS + 1):
            given = {letter: cells.get(f"{letter}{row}") for letter in "ABCDEF"}
            if all(value is None or value == "" for value in given.values()):
                continue
            if row == FIRST_FLOW_ROW + MOST_FLOWS:
                self._say(
                    FLOWS,
                    f"A{row}",
                    given["A"],
                    _("at most %(most)s rows") % {"most": MOST_FLOWS},
                    _("put flows together"),
                )
                break
            flow = self._flow(row, given)
            if flow is None:
                continue
            key = (flow.year, flow.party, flow.kind, flow.label)
            if key in flows:
                other = f"A{flows[key][0]}"
                self._say(
                    FLOWS,
                    f"A{row}",
                    _("the same as in %(cell)s") % {"cell": other},
                    _("another year, party, kind or name"),
                    _("give it a name in column D, or put the two together"),
                )
                continue
            flows[key] = (row, flow)
        found_flows = [flow for _row, flow in flows.values()]
        self._check_span(found_flows)
        return found_flows

    def _check_span(self, flows: Iterable[CashFlow]) -> None:
        years = {flow.year for flow in flows}
        if years and max(years) - min(years) >= MOST_YEARS:
            self._say(
                FLOWS,
                "A",
                f"{min(years)}–{max(years)}",
                _("at most %(most)s years") % {"most": MOST_YEARS},
                _("look for a year that is written wrong"),
            )

    def _flow(self, row: int, given: Mapping[str, Any]) -> CashFlow | None:
        before = len(self.problems)
        year = self._whole(FLOWS, f"A{row}", given["A"])
        party = self.parties.get(str(given["B"] or "").strip().casefold())
        if party is None:
            self._say(
                FLOWS,
                f"B{row}",
                given["B"],
                _("a party of the register"),
                _("choose one from the list in the cell"),
            )
        kind = self.kinds.get(str(given["C"] or "").strip().casefold())
        if kind is None:
            names = ", ".join(f"“{name}”" for name in KINDS.values())
            self._say(FLOWS, f"C{row}", given["C"], names, _("choose one from the list in the cell"))
        amount = self._amount(f"E{row}", given["E"], needed=True)
        realised = self._amount(f"F{row}", given["F"], needed=False)
        label = str(given["D"] if given["D"] is not None else "").strip()
        if len(label) > LONGEST:
            self._say(
                FLOWS,
                f"D{row}",
                label,
                _("at most %(most)s characters") % {"most": LONGEST},
                _("make it shorter"),
            )
        if len(self.problems) > before or year is None or party is None or kind is None or amount is None:
            return None
        return CashFlow(year, party, kind, amount, realised, label)

    def _whole(self, sheet: str, cell: str, value: Any) -> int | None:
        number = _number(value)
        if number is None or number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
            wanted = _("a year from %(first)s to %(last)s") % {"first": FIRST_YEAR, "last": LAST_YEAR}
            self._say(sheet, cell, value, wanted, _("write the year with four digits"))
            return None
        return int(number)

    def _amount(self, cell: str, value: Any, *, needed: bool) -> Decimal | None:
        if (value is None or value == "") and not needed:
            return None
        number = _number(value)
        if number is None or abs(number) >= LARGEST_AMOUNT:
            self._say(
                FLOWS,
                cell,
                value,
                _("a number in million DKK"),
                _("write it with digits, for example 12.5, without a unit"),
            )
            return None
        return number.quantize(SMALLEST)

    def _say(self, sheet: str, cell: str, found: object, expected: str, advice: str) -> None:
        shown = str(found if found is not None and found != "" else _("nothing"))
        self.problems.append(
            _(
                "Sheet “%(sheet)s”, cell %(cell)s: there is “%(found)s”, expected: %(expected)s. "
                "What to do: %(advice)s."
            )
            % {"sheet": sheet, "cell": cell, "found": shown[:60], "expected": expected, "advice": advice}
        )


def _cells(
    shown: Workbook, written: Workbook, name: str, first: int, last: int, columns: int
) -> dict[str, Any]:
    """The cells of a part of a sheet that hold something: as shown, or the formula where it was never computed."""
    found: dict[str, Any] = {}
    for book in (written, shown):
        rows = book[name].iter_rows(min_row=first, max_row=last, max_col=columns, values_only=True)
        for number, row in enumerate(rows, start=first):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    found[f"{get_column_letter(column)}{number}"] = value
    return found


def _number(value: object) -> Decimal | None:
    """A number of a cell, or one that was written as a text the Danish way; None for anything else."""
    if isinstance(value, str):
        plain = value.strip()
        if not WRITTEN_NUMBER.fullmatch(plain):
            return None
        return Decimal(plain.replace("−", "-").replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number if number.is_finite() else None
