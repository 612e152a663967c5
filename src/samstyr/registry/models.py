"""The register in the database (register.md), valid over time.

Shared record, without row-level security: everything here is read by everyone. Ids are those of the register
file, so that a row, a file and an address name a thing alike. Database constraints say what a register may
never say, also for SQL by hand; `rules.register.parse` says it to people first.
"""

from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Deferrable, Func, Q
from django.db.models.functions import MD5, Coalesce
from django.utils.translation import gettext_lazy as _

from samstyr.accounts.models import Person
from samstyr.platform.danish import DanishOrder
from samstyr.platform.history import tracked
from samstyr.platform.isolation import ADD, Shared
from samstyr.rules.rights import IN_FORUM, Role

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

ID_LENGTH = 200
REGISTER = Shared("all parties: the register is one")


def always() -> DateRange:
    """Answer the interval without ends."""
    return DateRange(None, None)


def reference(to: str, name: "StrOrPromise", *, back: str = "+", optional: bool = False) -> models.ForeignKey:
    """Answer a link to another entry; an entry that others point at can't be deleted."""
    return models.ForeignKey(
        to, on_delete=models.PROTECT, related_name=back, verbose_name=name, null=optional, blank=optional
    )


class Entry(models.Model):
    """What every entry has: other spellings, where it was read, and a note."""

    aliases = ArrayField(models.TextField(), default=list, blank=True, verbose_name=_("aliases"))
    source_document = models.TextField(_("source document"), blank=True)
    source_section = models.TextField(_("section"), blank=True)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        abstract = True


class NamedEntry(Entry):
    """An entry with an id and a name."""

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    name = models.TextField(_("name"))

    class Meta:
        abstract = True
        ordering = [DanishOrder("name")]

    def __str__(self) -> str:
        return self.name


class Valid(models.Model):
    """An entry that holds from a day up to, not including, another."""

    valid = DateRangeField(_("valid"), default=always)

    class Meta:
        abstract = True


@tracked()
class Heading(Entry):
    """The remarks that stand on the register as a whole: one row at the most."""

    isolation = REGISTER

    class Meta:
        verbose_name = _("heading")
        verbose_name_plural = _("headings")

    def __str__(self) -> str:
        return str(_("heading"))


@tracked()
class Party(NamedEntry):
    """An independent side: the state, the regions, the municipalities, general practice …"""

    isolation = REGISTER

    kind = models.TextField(_("kind"))

    class Meta(NamedEntry.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")


@tracked()
class Organisation(NamedEntry, Valid):
    """A legal body that belongs to a party."""

    isolation = REGISTER

    party = reference("registry.Party", _("party"), back="organisations")
    short = models.TextField(_("short name"), blank=True)
    replaces = reference("registry.Organisation", _("replaces"), back="replaced_by", optional=True)

    class Meta(NamedEntry.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


@tracked()
class Instrument(NamedEntry, Valid):
    """What a power rests on: law, order, agreement, strategy, terms of reference."""

    isolation = REGISTER

    kind = models.TextField(_("kind"))
    date = models.DateField(_("date"), null=True, blank=True)
    eli = models.TextField(_("ELI"), blank=True)

    class Meta(NamedEntry.Meta):
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        constraints = [
            ExclusionConstraint(
                name="instrument_overlap",
                expressions=[("kind", "="), (MD5("name"), "="), ("valid", RangeOperators.OVERLAPS)],
                deferrable=Deferrable.DEFERRED,
            )
        ]


@tracked()
class Forum(NamedEntry, Valid):
    """A body that meets. Rules of procedure and hearings are kept as the register file has them."""

    isolation = REGISTER

    level = models.TextField(_("level"))
    kind = models.TextField(_("kind"))
    parent = reference("registry.Forum", _("hangs under"), back="children", optional=True)
    established_by_instrument = reference("registry.Instrument", _("established by"), optional=True)
    established_by_forum = reference("registry.Forum", _("established by forum"), optional=True)
    establishment = models.JSONField(_("remarks on the establishment"), default=dict, blank=True)
    terms_of_reference = reference("registry.Instrument", _("terms of reference"), optional=True)
    party = reference("registry.Party", _("owner"), optional=True)
    acts_as = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("acts as"))
    procedure = models.JSONField(_("rules of procedure"), null=True, blank=True)

    class Meta(NamedEntry.Meta):
        verbose_name = _("forum")
        verbose_name_plural = _("fora")


@tracked(part_of=["from_forum"])
class ActingAs(Forum.acts_as.through):  # type: ignore[name-defined,misc]
    """A forum that fills the role of another, for the history."""

    isolation = REGISTER

    class Meta:
        proxy = True
        verbose_name = _("role the forum fills")


@tracked(part_of=["forum"])
class Seat(Entry, Valid):
    """A place in a forum; it belongs to an organisation."""

    isolation = REGISTER

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="seats", verbose_name=_("forum"))
    name = models.TextField(_("name"), blank=True)
    organisation = reference("registry.Organisation", _("organisation"), back="seats")
    role = models.TextField(_("role"), default="member")
    count = models.PositiveIntegerField(_("number of seats"), default=1)

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            ExclusionConstraint(
                name="seat_overlap",
                expressions=[
                    ("forum", "="),
                    ("organisation", "="),
                    ("role", "="),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return f"{self.forum_id}: {self.organisation_id} ({self.role})"


@tracked(part_of=["forum"])
class Hearing(Entry):
    """A party's own body that is heard before a forum sits."""

    isolation = REGISTER

    forum = models.ForeignKey(
        Forum, on_delete=models.CASCADE, related_name="hearings", verbose_name=_("forum")
    )
    party = reference("registry.Party", _("party"))
    body = reference("registry.Forum", _("body"), back="heard_by")
    name = models.TextField(_("name"), blank=True)
    takes = models.JSONField(_("takes"), null=True, blank=True)

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        constraints = [models.UniqueConstraint(fields=["forum", "body"], name="hearing_once")]

    def __str__(self) -> str:
        return f"{self.forum_id}: {self.body_id}"


@tracked(part_of=["forum"])
class MeetingDate(models.Model):
    """A day a forum meets, as the register has it."""

    isolation = REGISTER

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="meeting_dates")
    date = models.DateField(_("date"))

    class Meta:
        verbose_name = _("meeting date")
        verbose_name_plural = _("meeting dates")
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["forum", "date"], name="meeting_date_once")]

    def __str__(self) -> str:
        return f"{self.forum_id}: {self.date.isoformat()}"


@tracked()
class Subject(NamedEntry):
    """A node in the tree of matters."""

    isolation = REGISTER

    parent = reference("registry.Subject", _("part of"), back="children", optional=True)
    binds = models.ManyToManyField(Party, blank=True, verbose_name=_("binds"))

    class Meta(NamedEntry.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")


@tracked(part_of=["subject"])
class Binding(Subject.binds.through):  # type: ignore[name-defined,misc]
    """A party that is bound by what is decided on a subject, for the history."""

    isolation = REGISTER

    class Meta:
        proxy = True
        verbose_name = _("party the subject binds")


# What two mandates that may not overlap have in common (register.md, G12).
SAME_MANDATE = " || ' ' || ".join(
    [
        *("forum_id", "act", "subject_id", "coalesce(to_forum_id, to_organisation_id, '')"),
        *("effect", "when_key"),
    ]
)


@tracked(part_of=["forum", "subject"])
class Mandate(Entry, Valid):
    """What a forum may (or may not) do, on which subject, towards whom, on what basis."""

    isolation = REGISTER

    id = models.CharField(primary_key=True, max_length=ID_LENGTH)
    name = models.TextField(_("name"), blank=True)
    forum = reference("registry.Forum", _("forum"), back="mandates")
    act = models.TextField(_("act"))
    subject = reference("registry.Subject", _("subject"), back="mandates")
    to_forum = reference("registry.Forum", _("to forum"), back="receives", optional=True)
    to_organisation = reference("registry.Organisation", _("to organisation"), optional=True)
    when = models.JSONField(_("when"), default=dict, blank=True)
    when_key = models.TextField(editable=False, blank=True)
    effect = models.TextField(_("effect"), default="may")
    required = models.BooleanField(_("required"), null=True, blank=True)
    joint = models.BooleanField(_("joint"), default=False)
    basis = reference("registry.Instrument", _("basis"), back="mandates", optional=True)
    basis_section = models.TextField(_("section of the basis"), blank=True)
    basis_remarks = models.JSONField(_("remarks on the basis"), default=dict, blank=True)

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="mandate_one_recipient",
                condition=Q(to_forum__isnull=True) | Q(to_organisation__isnull=True),
            ),
            ExclusionConstraint(
                name="mandate_overlap",
                # One key of fixed length, because an index over six texts is large and slow to write.
                expressions=[
                    (Func(template=f"(md5({SAME_MANDATE})::uuid)", output_field=models.UUIDField()), "="),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.id


@tracked(part_of=["forum"])
class Duty(NamedEntry, Valid):
    """Something a forum must do every so often."""

    isolation = REGISTER

    forum = reference("registry.Forum", _("forum"), back="duties")
    act = models.TextField(_("act"))
    subject = reference("registry.Subject", _("subject"), back="duties", optional=True)
    months = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True, verbose_name=_("months")
    )
    every = models.TextField(_("every"), blank=True)
    by = models.TextField(_("by"), blank=True)

    class Meta(NamedEntry.Meta):
        verbose_name = _("duty")
        verbose_name_plural = _("duties")


@tracked()
class System(NamedEntry, Valid):
    """A shared system or solution."""

    isolation = REGISTER

    manager = reference("registry.Organisation", _("manager"), back="manages", optional=True)
    operator = reference("registry.Organisation", _("operator"), back="operates", optional=True)

    class Meta(NamedEntry.Meta):
        verbose_name = _("system")
        verbose_name_plural = _("systems")


@tracked(part_of=["system"])
class Dependency(Entry, Valid):
    """One system stands on another."""

    isolation = REGISTER

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="depends_on")
    on = reference("registry.System", _("depends on"), back="carries")

    class Meta:
        verbose_name = _("dependency")
        verbose_name_plural = _("dependencies")

    def __str__(self) -> str:
        return f"{self.system_id}: {self.on_id}"


@tracked()
class Initiative(NamedEntry):
    """A project or solution that fora follow in their portfolios."""

    isolation = REGISTER

    code = models.TextField(_("code"), blank=True)
    lead = reference("registry.Organisation", _("lead"), back="leads", optional=True)
    instrument = reference("registry.Instrument", _("agreed in"), back="initiatives", optional=True)
    system = reference("registry.System", _("system"), back="initiatives", optional=True)

    class Meta(NamedEntry.Meta):
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    @property
    def title(self) -> str:
        """Its number in the agreement, where it has one, and its name."""
        return f"{self.code} {self.name}".strip()


@tracked(part_of=["initiative", "forum"])
class PortfolioEntry(Entry, Valid):
    """An initiative stands in a forum's portfolio for a time."""

    isolation = REGISTER

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="portfolios")
    forum = reference("registry.Forum", _("forum"), back="portfolio")

    class Meta:
        verbose_name = _("portfolio entry")
        verbose_name_plural = _("portfolio entries")

    def __str__(self) -> str:
        return f"{self.forum_id}: {self.initiative_id}"


@tracked()
class Acceptance(Entry):
    """A finding that is known and lived with, for a reason, until a day."""

    isolation = REGISTER

    rule = models.TextField(_("rule"))
    finding = models.TextField(_("finding's id"))
    party = reference("registry.Party", _("party"), optional=True)
    reason = models.TextField(_("reason"))
    name = models.TextField(_("name"), blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("accepted finding")
        verbose_name_plural = _("accepted findings")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "finding", "party"], name="acceptance_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.finding}"


class Change(models.Model):
    """What changed in the register, in order: written by the database itself, read by snapshots.

    Each process keeps the register it last read and asks only for the entries that changed since.
    """

    isolation = Shared("the register", ADD)

    id = models.BigAutoField(primary_key=True)
    list = models.TextField()
    entry = models.TextField()


@tracked(part_of=["forum", "organisation", "person"])
class Membership(Valid):
    """A person on an organisation's seat in a forum, or appointed by an organisation to a role, for a time.

    It gives a role only while the register has such a seat (rules/membership.py). Who sits where is no secret:
    their names stand in the minutes.
    """

    isolation = Shared("the organisation that holds the seat")

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships", verbose_name=_("person"))
    role = models.TextField(_("role"), choices=[(role.value, role.value) for role in Role])
    organisation = reference("registry.Organisation", _("organisation"), back="memberships")
    forum = reference("registry.Forum", _("forum"), back="memberships", optional=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                name="membership_forum_where_needed",
                condition=Q(role__in=sorted(role.value for role in IN_FORUM), forum__isnull=False)
                | Q(
                    role__in=sorted(
                        role.value for role in Role if role not in IN_FORUM | {Role.ADMINISTRATOR}
                    ),
                    forum__isnull=True,
                ),
            ),
            ExclusionConstraint(
                name="membership_overlap",
                expressions=[
                    ("person", "="),
                    ("role", "="),
                    ("organisation", "="),
                    (Coalesce("forum", models.Value("")), "="),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role} {self.forum_id or self.organisation_id}"
