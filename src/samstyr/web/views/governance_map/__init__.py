"""The map of the governance: the page, and the map to take along as a picture or on paper."""

from samstyr.web.views.governance_map.page import page
from samstyr.web.views.governance_map.take_along import paper, picture

__all__ = ["page", "paper", "picture"]
