"""The words of the register's closed vocabularies: one table for each, from value to word (docs/glossary.md)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

Words = Mapping[str, "StrOrPromise"]

PARTY_KINDS: Final[Words] = {
    "state": _("the state"),
    "region": _("regions"),
    "municipality": _("municipalities"),
    "practice": _("general practice"),
    "association": _("association"),
    "joint": _("jointly owned"),
    "supplier": _("supplier"),
}
INSTRUMENT_KINDS: Final[Words] = {
    "law": _("law"),
    "order": _("order"),
    "agreement": _("agreement"),
    "economy-agreement": _("economy agreement"),
    "collective-agreement": _("collective agreement"),
    "strategy": _("strategy"),
    "terms-of-reference": _("terms of reference"),
    "rules-of-procedure": _("rules of procedure"),
    "report": _("report"),
    "minutes": _("minutes"),
}
LEVELS: Final[Words] = {
    "national": _("national"),
    "regional": _("regional"),
    "local": _("local"),
    "project": _("project"),
    "party": _("a party's own body"),
}
FORUM_KINDS: Final[Words] = {
    "board": _("board"),
    "steering-group": _("steering group"),
    "advisory-committee": _("advisory committee"),
    "political-committee": _("political committee"),
    "theme-group": _("theme group"),
    "programme-board": _("programme board"),
    "project-group": _("project group"),
    "council": _("council"),
    "group": _("group"),
    "constituency": _("constituency"),
}
ROLES: Final[Words] = {
    "chair": _("chair"),
    "co-chair": _("co-chair"),
    "vice-chair": _("vice-chair"),
    "member": _("member"),
    "substitute": _("substitute"),
    "observer": _("observer"),
    "secretary": _("secretary"),
}
ACTS: Final[Words] = {
    "decide": _("decides"),
    "approve": _("approves"),
    "ratify": _("ratifies"),
    "recommend": _("recommends"),
    "assure": _("assures"),
    "prepare": _("prepares"),
    "advise": _("advises"),
    "escalate": _("escalates"),
    "report": _("reports"),
    "inform": _("informs"),
    "discuss": _("discusses"),
    "monitor": _("monitors"),
    "appoint": _("appoints"),
    "establish": _("establishes"),
    "draft": _("drafts"),
}
EFFECTS: Final[Words] = {
    "may": _("is allowed"),
    "may-not": _("is not allowed"),
}
