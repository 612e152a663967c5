"""The texts of the map in the language of the request."""

from django.utils.translation import gettext as _

from samstyr.print.governance_map.model import Bond, Family, Lane, Row, Words
from samstyr.registry import wording


def map_words() -> Words:
    """Answer the words the map is drawn with."""
    return Words(
        acts={
            **{act: str(text) for act, text in wording.ACTS.items()},
            Bond.HEARD: _("is heard"),
            Bond.ROLE: _("is filled by"),
        },
        kinds={kind: str(text) for kind, text in wording.FORUM_KINDS.items()},
        lanes={
            Lane.STATE: _("The state"),
            Lane.JOINT: _("Joint"),
            Lane.REGIONS: _("The regions"),
            Lane.MUNICIPALITIES: _("The municipalities"),
            Lane.PRACTICE: _("General practice"),
            Lane.OTHERS: _("Others"),
        },
        rows=row_words(),
        legend={
            Family.BRINGS: _("recommends, prepares or assures the quality"),
            Family.RATIFIES: _("ratifies"),
            Family.ESCALATES: _("escalates"),
            Family.ADVISES: _("advises or is heard"),
            Family.TELLS: _("reports or informs"),
            Family.OTHER: _("is filled by, and other acts"),
            Family.UNDER: _("hangs under"),
        },
        organisation=_("organisation"),
        seats_unknown=_("seats unknown"),
        no_fora=_("no fora of its own"),
        several_parties=_("{number} parties"),
        new=_("new"),
        gone=_("gone"),
        findings=_("findings: {number}"),
        badge=_("findings of the lint, and how many"),
        ring=_("hangs under the forum at the other end of the line"),
    )


def row_words() -> dict[Row, str]:
    """Answer the headings of the rows."""
    return {
        Row.POLITICAL: _("Political level"),
        Row.BOARDS: _("National boards"),
        Row.STEERING: _("Steering groups"),
        Row.ADVISORY: _("Advisory groups and constituencies"),
        Row.PROJECT: _("Projects"),
        Row.REGIONAL_POLITICAL: _("Regional: political level"),
        Row.REGIONAL_STEERING: _("Regional: steering"),
        Row.REGIONAL_GROUPS: _("Groups, regional and local"),
    }
