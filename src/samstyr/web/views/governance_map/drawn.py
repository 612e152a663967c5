"""Maps already drawn in this process: most requests ask for the same few."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import get_language

from samstyr.print.governance_map.building import build
from samstyr.print.governance_map.drawing import Drawing
from samstyr.print.governance_map.layout import lay_out
from samstyr.print.governance_map.model import MapModel, View, Words
from samstyr.rules.register import Register
from samstyr.web.findings import all_findings
from samstyr.web.views.governance_map.words import map_words

MOST_ROOMS: Final = 150
MOST_KEPT: Final = 64


@dataclass(frozen=True, slots=True)
class Map:
    """A model with its drawing; None where there are more rooms than one can look at."""

    model: MapModel
    words: Words
    drawing: Drawing | None


@dataclass(slots=True)
class _Keeper:
    """The maps of one state of the register, by view and language."""

    register: Register | None = None
    maps: dict[tuple[View, str], Map] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


_keeper = _Keeper()


def drawn_map(register: Register, view: View) -> Map:
    """Answer the map of a register as a view asks for it, in the language of the request."""
    key = (view, get_language() or "")
    with _keeper.lock:
        if _keeper.register is not register:
            _keeper.register, _keeper.maps = register, {}
        known = _keeper.maps.get(key)
    if known is not None:
        return known
    words = map_words()
    model = build(register, view, words, _open_findings(register, view))
    new = Map(model, words, lay_out(model, words) if len(model.rooms) <= MOST_ROOMS else None)
    with _keeper.lock:
        if _keeper.register is register:
            if len(_keeper.maps) >= MOST_KEPT:
                del _keeper.maps[next(iter(_keeper.maps))]
            _keeper.maps[key] = new
    return new


def _open_findings(register: Register, view: View) -> Counter[str]:
    """How many findings that nobody accepts name each forum."""
    found = all_findings(register, view.on)
    return Counter(each.forum for each in found if each.forum is not None and each.accepted is None)
