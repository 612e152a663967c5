"""The typeface of the pages, IBM Plex Sans, as files for paper; set-up installs it with the design system."""

from typing import Final

from samstyr.platform.database import ROOT

PLEX: Final = ROOT / "node_modules" / "dkfds" / "dist" / "fonts" / "IBMPlexSans" / "complete" / "ttf"
