"""What stands in a room: its name, what kind it is, whose it is, and the sign of the lint's findings."""

from dataclasses import dataclass
from typing import Final

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.drawing import Band, Box, DrawnRoom, Style, Text
from samstyr.print.governance_map.model import Change, MapModel, Room, Words
from samstyr.print.governance_map.text import drawable, width_of, wrapped

MOST_NAME_LINES: Final = 7
MOST_PARTIES: Final = 4
BADGE_HEIGHT: Final = 19.0


@dataclass(frozen=True, slots=True)
class RoomText:
    """The lines of a room, and how high they make it."""

    name: tuple[str, ...]
    caption: tuple[str, ...]
    parties: tuple[str, ...]
    badge: str
    label: str

    @property
    def badge_width(self) -> float:
        """How wide the sign of the findings is; 0 where there is none."""
        return width_of(self.badge, sizes.SMALL) + 12.0 if self.badge else 0.0

    @property
    def height(self) -> float:
        """How high the room must be."""
        small = len(self.caption) + len(self.parties)
        return sizes.BAND + 9.0 + len(self.name) * sizes.NAME_LINE + 3.0 + small * sizes.SMALL_LINE + 6.0


def room_text(room: Room, width: float, model: MapModel, words: Words) -> RoomText:
    """Answer the lines of a room of that width."""
    inner = width - 2 * sizes.ROOM_INSET
    badge = f"! {room.findings}" if room.findings else ""
    parties = party_words(room, model, words)
    sign = {Change.SAME: "", Change.NEW: f"+\u00a0{words.new} · ", Change.GONE: f"−\u00a0{words.gone} · "}[
        room.change
    ]
    caption = f"{sign}{room.caption}"
    beside = inner - (width_of(badge, sizes.SMALL) + 18.0 if badge else 0.0)
    said = [room.name, caption, parties]
    if room.findings:
        said.append(words.findings.format(number=room.findings))
    return RoomText(
        name=wrapped(drawable(room.name), inner, sizes.NAME, MOST_NAME_LINES),
        caption=wrapped(drawable(caption), beside, sizes.SMALL, 3),
        parties=wrapped(drawable(parties), inner, sizes.SMALL, 3),
        badge=badge,
        label=drawable(", ".join(said)),
    )


def party_words(room: Room, model: MapModel, words: Words) -> str:
    """Answer whose room it is, in words."""
    if not room.parties:
        return words.seats_unknown
    if len(room.parties) > MOST_PARTIES:
        return words.several_parties.format(number=len(room.parties))
    return " · ".join(model.parties[party].name for party in room.parties)


def drawn_room(room: Room, box: Box, text: RoomText, model: MapModel) -> DrawnRoom:
    """Put a room's lines, colour band and badge into its box."""
    x, y = box.x + sizes.ROOM_INSET, box.y + sizes.BAND + 9.0
    texts = []
    for line in text.name:
        texts.append(Text(line, x, y + 13.0, Style.NAME, width_of(line, sizes.NAME)))
        y += sizes.NAME_LINE
    y += 3.0
    badge_y = y - 1.5
    changes = [room.change] * len(text.caption) + [Change.SAME] * len(text.parties)
    for line, change in zip((*text.caption, *text.parties), changes, strict=True):
        texts.append(Text(line, x, y + 12.0, Style.SMALL, width_of(line, sizes.SMALL), change=change))
        y += sizes.SMALL_LINE
    badge, badge_text = None, None
    if text.badge:
        badge = Box(box.right - sizes.ROOM_INSET - text.badge_width, badge_y, text.badge_width, BADGE_HEIGHT)
        middle = badge.x + badge.width / 2
        width = width_of(text.badge, sizes.SMALL)
        badge_text = Text(text.badge, middle, badge.y + 14.0, Style.SMALL, width, "middle")
    return DrawnRoom(room, box, tuple(texts), _bands(room, box, model), badge, badge_text, text.label)


def _bands(room: Room, box: Box, model: MapModel) -> tuple[Band, ...]:
    kinds = [model.parties[party].kind for party in room.parties] or ["unknown"]
    width = box.width / len(kinds)
    return tuple(
        Band(Box(box.x + number * width, box.y, width, sizes.BAND), kind) for number, kind in enumerate(kinds)
    )


def heading(text: str, width: float) -> tuple[str, ...]:
    """Answer the lines of a heading."""
    return wrapped(drawable(text), max(width, 40.0), sizes.SMALL, 5)


def heading_width(line: str) -> float:
    """Answer how wide a line of a heading is."""
    return width_of(line, sizes.SMALL)
