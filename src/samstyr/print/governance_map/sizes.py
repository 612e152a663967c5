"""The measures of the drawing, in pixels. At 1600 pixels' width the smallest text is at least 12 high."""

from typing import Final

WIDEST: Final = 1800.0
NAME: Final = 15.0
SMALL: Final = 13.9
NAME_LINE: Final = 18.5
SMALL_LINE: Final = 16.5

GUTTER: Final = 110.0
HEADER: Final = 40.0
MARGIN: Final = 12.0
EMPTY_LANE: Final = 74.0
NARROWEST_ROOM: Final = 140.0
WIDEST_ROOM: Final = 200.0
ROOM_INSET: Final = 9.0
BAND: Final = 7.0

TRACK: Final = 14.0
CORRIDOR: Final = 24.0  # with no line or one; each further line takes a track more
LANE_GAP: Final = 10.0
STUB: Final = 17.0  # between a room and the nearest track: an arrow head fits
STREET_SPACE: Final = 8.0
LEAST_STREET: Final = 24.0
RING: Final = 4.5  # the sign of hanging under the room at the other end
HEAD: Final = 14.0  # an arrow head
DIVIDER: Final = 34.0
CORNER: Final = 12.0  # how near a line comes to a room's corner
LABEL_GAP: Final = 7.0  # between a line and its text
