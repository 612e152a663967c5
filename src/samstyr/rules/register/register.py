"""The register as one immutable snapshot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from samstyr.rules.register.index import Changes, Index
from samstyr.rules.register.records import (
    NO_REMARKS,
    Acceptance,
    Duty,
    Forum,
    Initiative,
    Instrument,
    Mandate,
    Organisation,
    Party,
    Remarks,
    Subject,
    System,
)

LISTS: Final = (
    "parties",
    "organisations",
    "instruments",
    "fora",
    "subjects",
    "mandates",
    "duties",
    "systems",
    "initiatives",
    "accepted",
)
"""The lists of a register, in the order of the contract."""

AcceptanceKey = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Who may do what, on what basis, and when.

    One dict a list, by id (`accepted` by rule, id and party). Never change a dict: make a new register with
    `with_changes`. Two registers with the same content are equal, whatever the order of their entries.
    """

    parties: Mapping[str, Party] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    fora: Mapping[str, Forum] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    mandates: Mapping[str, Mandate] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)
    initiatives: Mapping[str, Initiative] = field(default_factory=dict)
    accepted: Mapping[AcceptanceKey, Acceptance] = field(default_factory=dict)
    remarks: Remarks = NO_REMARKS
    index: Index = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", Index(self.lists()))

    def lists(self) -> dict[str, Mapping[Any, Any]]:
        """Every list by its name, in the order of the contract."""
        return {name: getattr(self, name) for name in LISTS}

    def with_changes(self, changes: Changes) -> "Register":
        """This register with entries set or (None) taken out; what is not touched is shared, look-ups are
        kept.

        `changes`: list name → key of entry → record or None. Nothing is checked here: take records from
        `parse`, or from rows whose integrity the database keeps. Raises KeyError for an unknown list.
        """
        unknown = set(changes) - set(LISTS)
        if unknown:
            raise KeyError(f"no such list: {', '.join(sorted(unknown))}")
        lists = self.lists()
        for name, entries in changes.items():
            if entries:
                changed = dict(lists[name])
                for key, record in entries.items():
                    if record is None:
                        changed.pop(key, None)
                    else:
                        changed[key] = record
                lists[name] = changed
        new = Register(**lists, remarks=self.remarks)
        object.__setattr__(new, "index", self.index.after(lists, changes))
        return new

    def is_forum_in_force(self, forum: str, on: date) -> bool:
        """Whether there is such a forum and the day lies within its validity."""
        record = self.fora.get(forum)
        return record is not None and record.valid.covers(on)

    def subject_chain(self, subject: str) -> list[str]:
        """The subject, its parent, and so on to the root."""
        chain = [subject]
        seen = {subject}
        parent = self.subjects[subject].parent
        while parent is not None and parent not in seen:
            chain.append(parent)
            seen.add(parent)
            parent = self.subjects[parent].parent
        return chain

    def is_leaf(self, subject: str) -> bool:
        """Whether no subject hangs under this one."""
        return not self.index.subjects_under(subject)
