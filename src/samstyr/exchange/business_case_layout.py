"""Where things stand in the workbook of a business case: for the one who writes it and the one who reads it back.

The workbook is Danish whatever the language of the page: it is handed on by mail, and read back by its headings.
"""

from typing import Final

from samstyr.rules.business_case import FlowKind

README: Final = "Læs mig"
ASSUMPTIONS: Final = "Forudsætninger"
FLOWS: Final = "Pengestrømme"
RESULTS: Final = "Resultater"
BENEFITS: Final = "Gevinster"

KINDS: Final = {
    FlowKind.INVESTMENT: "Investering",
    FlowKind.RUNNING: "Drift",
    FlowKind.BENEFIT: "Gevinst i kr.",
    FlowKind.BENEFIT_NOT_MONEY: "Gevinst, ikke i kr.",
}

# Sheet of assumptions: facts by cell, and the three tables side by side.
KEY_CELL: Final = "B4"
PRICE_LEVEL_CELL: Final = "B6"
FIRST_YEAR_CELL: Final = "B7"
SHARE_CELL: Final = "B8"
ASSUMPTIONS_CELL: Final = "B9"
FIRST_RATE_ROW: Final = 12
MOST_RATES: Final = 20

# Sheet of cash flows: what is filled in, and what is computed from it.
FLOW_HEADINGS: Final = ("År", "Part", "Art", "Betegnelse", "Planlagt", "Realiseret")
COMPUTED_HEADINGS: Final = ("Fortegn", "År med penge", "Diskonteringsfaktor", "Nutidsværdi")
FLOW_HEADING_ROW: Final = 4
FIRST_FLOW_ROW: Final = 5
SPARE_ROWS: Final = 30  # computed rows ready for flows that are written in by hand
MOST_FLOWS: Final = 2000
