"""Look-ups in a register by something else than the id, built when first asked for and kept up to date by
edits.

Each look-up is a grouping of one list by a key. An edit copies the groupings that are already built and
changes only the groups of the entries it touches, so that it costs milliseconds in a register of any size.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Final

from samstyr.rules.register.collector import collector_paused
from samstyr.rules.register.records import (
    Duty,
    Forum,
    Initiative,
    Instrument,
    Mandate,
    Organisation,
    Subject,
    System,
)
from samstyr.rules.register.words import Act

Changes = Mapping[str, Mapping[Any, Any]]
"""List name → key of entry → the new record, or None where the entry goes."""

Groups = dict[Hashable, tuple[Any, ...]]


def _one(value: Hashable) -> tuple[Hashable, ...]:
    return () if value is None else (value,)


def _set_up_by(forum: Forum) -> tuple[Hashable, ...]:
    return () if forum.established_by is None else _one(forum.established_by.forum)


def _instruments_of_forum(forum: Forum) -> set[Hashable]:
    named = {forum.terms_of_reference}
    if forum.established_by is not None:
        named.add(forum.established_by.instrument)
    return {instrument for instrument in named if instrument is not None}


GROUPINGS: Final[dict[str, tuple[str, Callable[[Any], Iterable[Hashable]]]]] = {
    "organisations_by_party": ("organisations", lambda o: (o.party,)),
    "organisations_by_replaced": ("organisations", lambda o: _one(o.replaces)),
    "instruments_by_title": ("instruments", lambda i: ((i.kind, i.name),)),
    "fora_by_parent": ("fora", lambda f: _one(f.parent)),
    "fora_by_party": ("fora", lambda f: _one(f.party)),
    "fora_by_seat": ("fora", lambda f: {seat.organisation for seat in f.seats}),
    "fora_by_heard_body": ("fora", lambda f: {hearing.body for hearing in f.hearings}),
    "fora_by_instrument": ("fora", _instruments_of_forum),
    "fora_by_founder": ("fora", _set_up_by),
    "fora_by_role": ("fora", lambda f: set(f.acts_as)),
    "subjects_by_parent": ("subjects", lambda s: _one(s.parent)),
    "subjects_by_bound": ("subjects", lambda s: set(s.binds)),
    "mandates_by_forum": ("mandates", lambda m: (m.forum,)),
    "mandates_by_forum_subject": ("mandates", lambda m: ((m.forum, m.subject),)),
    "mandates_by_subject": ("mandates", lambda m: (m.subject,)),
    "mandates_by_subject_act": ("mandates", lambda m: ((m.subject, m.act),)),
    "mandates_by_recipient": ("mandates", lambda m: _one(m.to)),
    "mandates_by_instrument": ("mandates", lambda m: () if m.basis is None else (m.basis.instrument,)),
    "conditional_mandates_by_subject": ("mandates", lambda m: (m.subject,) if m.when else ()),
    "duties_by_forum": ("duties", lambda d: (d.forum,)),
    "duties_by_subject": ("duties", lambda d: _one(d.subject)),
    "systems_by_organisation": ("systems", lambda s: {o for o in (s.manager, s.operator) if o is not None}),
    "systems_by_dependency": ("systems", lambda s: {d.system for d in s.depends_on}),
    "initiatives_by_forum": ("initiatives", lambda i: {stand.forum for stand in i.portfolios}),
    "initiatives_by_lead": ("initiatives", lambda i: _one(i.lead)),
    "initiatives_by_instrument": ("initiatives", lambda i: _one(i.instrument)),
    "initiatives_by_system": ("initiatives", lambda i: _one(i.system)),
}


class Index:
    """Answers in order of id; an unknown key has an empty answer."""

    __slots__ = ("_groupings", "_lists")

    def __init__(
        self, lists: Mapping[str, Mapping[Any, Any]], groupings: dict[str, Groups] | None = None
    ) -> None:
        self._lists = lists
        self._groupings: dict[str, Groups] = {} if groupings is None else groupings

    def after(self, lists: Mapping[str, Mapping[Any, Any]], changes: Changes) -> "Index":
        """The index of `lists`, which are this index's lists after `changes`."""
        groupings: dict[str, Groups] = {}
        for name, old_groups in self._groupings.items():
            source, keys_of = GROUPINGS[name]
            groupings[name] = old_groups
            if changes.get(source):
                groupings[name] = groups = dict(old_groups)
                old_list = self._lists[source]
                for key, new in changes[source].items():
                    _regroup(groups, keys_of, old_list.get(key), new)
        return Index(lists, groupings)

    def _group(self, name: str, key: Hashable) -> tuple[Any, ...]:
        groups = self._groupings.get(name)
        if groups is None:
            with collector_paused():
                groups = self._groupings[name] = self._built(name)
        return groups.get(key, ())

    def _built(self, name: str) -> Groups:
        source, keys_of = GROUPINGS[name]
        gathered: dict[Hashable, list[Any]] = {}
        for record in self._lists[source].values():
            for key in keys_of(record):
                gathered.setdefault(key, []).append(record)
        return {
            key: (records[0],) if len(records) == 1 else tuple(sorted(records, key=_id_of))
            for key, records in gathered.items()
        }

    def organisations_of_party(self, party: str) -> tuple[Organisation, ...]:
        return self._group("organisations_by_party", party)

    def successors_of(self, organisation: str) -> tuple[Organisation, ...]:
        """The organisations that replace this one."""
        return self._group("organisations_by_replaced", organisation)

    def instruments_titled(self, kind: str, name: str) -> tuple[Instrument, ...]:
        return self._group("instruments_by_title", (kind, name))

    def fora_under(self, forum: str) -> tuple[Forum, ...]:
        """The fora that hang directly under this one."""
        return self._group("fora_by_parent", forum)

    def fora_of_party(self, party: str) -> tuple[Forum, ...]:
        """The bodies that this party owns."""
        return self._group("fora_by_party", party)

    def fora_with_seat_of(self, organisation: str) -> tuple[Forum, ...]:
        """The fora in which the organisation has any seat at any time."""
        return self._group("fora_by_seat", organisation)

    def fora_hearing(self, body: str) -> tuple[Forum, ...]:
        """The fora before whose sittings this body is heard."""
        return self._group("fora_by_heard_body", body)

    def fora_resting_on(self, instrument: str) -> tuple[Forum, ...]:
        """The fora that the instrument sets up or gives terms of reference."""
        return self._group("fora_by_instrument", instrument)

    def fora_set_up_by(self, forum: str) -> tuple[Forum, ...]:
        return self._group("fora_by_founder", forum)

    def fora_acting_as(self, forum: str) -> tuple[Forum, ...]:
        return self._group("fora_by_role", forum)

    def subjects_under(self, subject: str) -> tuple[Subject, ...]:
        """The subjects directly below this one."""
        return self._group("subjects_by_parent", subject)

    def subjects_binding(self, party: str) -> tuple[Subject, ...]:
        return self._group("subjects_by_bound", party)

    def mandates_of(self, forum: str) -> tuple[Mandate, ...]:
        return self._group("mandates_by_forum", forum)

    def mandates_of_on(self, forum: str, subject: str) -> tuple[Mandate, ...]:
        """The forum's mandates on exactly this subject."""
        return self._group("mandates_by_forum_subject", (forum, subject))

    def mandates_on(self, subject: str) -> tuple[Mandate, ...]:
        """The mandates of any forum on exactly this subject."""
        return self._group("mandates_by_subject", subject)

    def mandates_to_act_on(self, subject: str, act: Act) -> tuple[Mandate, ...]:
        """The mandates (and denials) of any forum for this act on exactly this subject."""
        return self._group("mandates_by_subject_act", (subject, act))

    def mandates_to(self, recipient: str) -> tuple[Mandate, ...]:
        """The mandates towards this forum or organisation."""
        return self._group("mandates_by_recipient", recipient)

    def mandates_resting_on(self, instrument: str) -> tuple[Mandate, ...]:
        return self._group("mandates_by_instrument", instrument)

    def conditional_mandates_on(self, subject: str) -> tuple[Mandate, ...]:
        """The mandates on exactly this subject that name facts of the case."""
        return self._group("conditional_mandates_by_subject", subject)

    def duties_of(self, forum: str) -> tuple[Duty, ...]:
        return self._group("duties_by_forum", forum)

    def duties_on(self, subject: str) -> tuple[Duty, ...]:
        return self._group("duties_by_subject", subject)

    def systems_of(self, organisation: str) -> tuple[System, ...]:
        """The systems the organisation manages or runs."""
        return self._group("systems_by_organisation", organisation)

    def systems_depending_on(self, system: str) -> tuple[System, ...]:
        return self._group("systems_by_dependency", system)

    def initiatives_in_portfolio(self, forum: str) -> tuple[Initiative, ...]:
        """The initiatives that stand in the forum's portfolio at any time."""
        return self._group("initiatives_by_forum", forum)

    def initiatives_led_by(self, organisation: str) -> tuple[Initiative, ...]:
        return self._group("initiatives_by_lead", organisation)

    def initiatives_resting_on(self, instrument: str) -> tuple[Initiative, ...]:
        return self._group("initiatives_by_instrument", instrument)

    def initiatives_about(self, system: str) -> tuple[Initiative, ...]:
        return self._group("initiatives_by_system", system)


def _id_of(record: Any) -> str:
    identifier: str = record.id
    return identifier


def _regroup(
    groups: Groups, keys_of: Callable[[Any], Iterable[Hashable]], old: Any | None, new: Any | None
) -> None:
    """Take the old record out of its groups and put the new one into its own."""
    if old is not None:
        for key in keys_of(old):
            left = tuple(record for record in groups[key] if record.id != old.id)
            if left:
                groups[key] = left
            else:
                del groups[key]
    if new is not None:
        for key in keys_of(new):
            groups[key] = tuple(sorted((*groups.get(key, ()), new), key=_id_of))
