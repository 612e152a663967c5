"""The lists of the register in the administration: what each shows, finds and lets a person edit."""
# Django's own classes can't be subscripted at run time.
# mypy: disallow-any-generics=False

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samstyr.registry import from_rows, models
from samstyr.registry.admin.base import Editing, EntryAdmin, Part, linked, period, remarks, worded
from samstyr.registry.admin.forms import EntryForm, ForumForm, MandateForm
from samstyr.registry.wording import (
    ACTS,
    EFFECTS,
    FORUM_KINDS,
    INSTRUMENT_KINDS,
    LEVELS,
    PARTY_KINDS,
    ROLES,
    Words,
)
from samstyr.rules.register import LintRule

RULES: Words = {rule.value: rule.value for rule in LintRule}
NAMED = ("name", "id", "aliases")


class WordFilter(admin.AllValuesFieldListFilter):
    """A filter by a choice, shown by its word."""

    words: Words = {}

    def choices(self, changelist: Any) -> Any:
        """Answer the choices with their words."""
        for choice in super().choices(changelist):
            yield {**choice, "display": self.words.get(str(choice["display"]), choice["display"])}


def filtered(field: str, words: Words) -> tuple[str, type[WordFilter]]:
    """Answer a filter of the list by a field with a closed vocabulary."""
    return field, type("ChosenWord", (WordFilter,), {"words": words})


@admin.register(models.Heading)
class HeadingAdmin(EntryAdmin):
    """The remarks on the register as a whole: one row at the most, with the number 1."""

    list_name = "heading"
    fields = ["aliases", ("source_document", "source_section"), "note"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There is one heading only."""
        return super().has_add_permission(request) and not models.Heading.objects.exists()

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        """Store the heading where loading a register puts it."""
        obj.pk = obj.pk or 1
        super().save_model(request, obj, form, change)


@admin.register(models.Party)
class PartyAdmin(EntryAdmin):
    """Parties."""

    list_name = "parties"
    words = {"kind": PARTY_KINDS}
    list_display = ["name", "id", worded("kind", PARTY_KINDS, _("kind"))]
    list_filter = [filtered("kind", PARTY_KINDS)]
    search_fields = NAMED
    fieldsets = [(None, {"fields": ["id", "name", "kind"]}), remarks()]


@admin.register(models.Organisation)
class OrganisationAdmin(EntryAdmin):
    """Organisations."""

    list_name = "organisations"
    list_display = ["name", "short", "id", "party", period]
    list_filter = ["party"]
    list_select_related = ["party"]
    search_fields = [*NAMED, "short"]
    fieldsets = [(None, {"fields": ["id", "name", "short", "party", "replaces", "valid"]}), remarks()]


@admin.register(models.Instrument)
class InstrumentAdmin(EntryAdmin):
    """Instruments."""

    list_name = "instruments"
    words = {"kind": INSTRUMENT_KINDS}
    list_display = ["name", "id", worded("kind", INSTRUMENT_KINDS, _("kind")), "date", period]
    list_filter = [filtered("kind", INSTRUMENT_KINDS)]
    search_fields = NAMED
    fieldsets = [(None, {"fields": ["id", "name", "kind", "date", "eli", "valid"]}), remarks()]


class SeatPart(Part):
    """Who sits in a forum."""

    model = models.Seat
    words = {"role": ROLES}
    fieldsets = [
        (None, {"fields": [("organisation", "role", "count"), "valid"]}),
        remarks("name", folded=True),
    ]


class HearingPart(Part):
    """Whom a forum has heard before it sits."""

    model = models.Hearing
    fk_name = "forum"
    fieldsets = [(None, {"fields": [("party", "body"), "takes"]}), remarks("name", folded=True)]


class MeetingDatePart(Editing, admin.StackedInline):
    """When a forum meets."""

    model = models.MeetingDate
    form = EntryForm
    extra = 0


@admin.register(models.Forum)
class ForumAdmin(EntryAdmin):
    """Fora, with seats, hearings and dates of meetings."""

    list_name = "fora"
    form = ForumForm
    words = {"level": LEVELS, "kind": FORUM_KINDS}
    inlines = [SeatPart, HearingPart, MeetingDatePart]
    list_display = [
        "name",
        "id",
        worded("level", LEVELS, _("level")),
        worded("kind", FORUM_KINDS, _("kind")),
        linked(_("hangs under"), "parent"),
        period,
    ]
    list_filter = [filtered("level", LEVELS), filtered("kind", FORUM_KINDS), "party"]
    list_select_related = ["parent"]
    search_fields = NAMED
    fieldsets = [
        (None, {"fields": ["id", "name", ("level", "kind"), "parent", "party", "acts_as", "valid"]}),
        (
            _("What it rests on"),
            {
                "fields": [
                    ("established_by_instrument", "established_by_forum"),
                    "establishment",
                    "terms_of_reference",
                ]
            },
        ),
        (None, {"fields": ["procedure"]}),
        remarks(),
    ]


@admin.register(models.Subject)
class SubjectAdmin(EntryAdmin):
    """Subjects, with the parties they bind."""

    list_name = "subjects"
    list_display = ["name", "id", linked(_("part of"), "parent")]
    list_select_related = ["parent"]
    search_fields = NAMED
    fieldsets = [(None, {"fields": ["id", "name", "parent", "binds"]}), remarks()]


@admin.register(models.Mandate)
class MandateAdmin(EntryAdmin):
    """Mandates."""

    list_name = "mandates"
    form = MandateForm
    words = {"act": ACTS, "effect": EFFECTS}
    list_display = [
        "id",
        linked(_("forum"), "forum"),
        worded("effect", EFFECTS, _("effect")),
        worded("act", ACTS, _("act")),
        linked(_("subject"), "subject"),
        linked(_("to"), "to_forum", "to_organisation"),
        period,
    ]
    list_filter = [filtered("act", ACTS), filtered("effect", EFFECTS)]
    list_select_related = ["forum", "subject", "to_forum", "to_organisation"]
    search_fields = ["id", "name", "forum__name", "subject__name", "subject__id"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "id",
                    "forum",
                    ("effect", "act"),
                    "subject",
                    ("to_forum", "to_organisation"),
                    "when",
                    ("required", "joint"),
                    "valid",
                ]
            },
        ),
        (_("What it rests on"), {"fields": [("basis", "basis_section"), "basis_remarks"]}),
        remarks("name"),
    ]

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        """Store a mandate with the key by which its conditions are compared."""
        obj.when_key = from_rows.mandate(obj).when_key
        super().save_model(request, obj, form, change)


@admin.register(models.Duty)
class DutyAdmin(EntryAdmin):
    """Duties."""

    list_name = "duties"
    words = {"act": ACTS}
    list_display = [
        "name",
        "id",
        linked(_("forum"), "forum"),
        worded("act", ACTS, _("act")),
        linked(_("subject"), "subject"),
        period,
    ]
    list_filter = [filtered("act", ACTS)]
    list_select_related = ["forum", "subject"]
    search_fields = [*NAMED, "forum__name"]
    fieldsets = [
        (
            None,
            {"fields": ["id", "name", "forum", "act", "subject", "months", "every", "by", "valid"]},
        ),
        remarks(),
    ]


class DependencyPart(Part):
    """What a system depends on."""

    model = models.Dependency
    fk_name = "system"
    fieldsets = [
        (None, {"fields": ["on", "valid"]}),
        remarks(folded=True),
    ]


@admin.register(models.System)
class SystemAdmin(EntryAdmin):
    """Systems, with what they depend on."""

    list_name = "systems"
    inlines = [DependencyPart]
    list_display = [
        "name",
        "id",
        linked(_("manager"), "manager"),
        linked(_("operator"), "operator"),
        period,
    ]
    list_filter = ["manager"]
    list_select_related = ["manager", "operator"]
    search_fields = NAMED
    fieldsets = [(None, {"fields": ["id", "name", "manager", "operator", "valid"]}), remarks()]


class PortfolioPart(Part):
    """The portfolios an initiative stands in."""

    model = models.PortfolioEntry
    fieldsets = [
        (None, {"fields": ["forum", "valid"]}),
        remarks(folded=True),
    ]


@admin.register(models.Initiative)
class InitiativeAdmin(EntryAdmin):
    """Initiatives, with the portfolios they stand in."""

    list_name = "initiatives"
    inlines = [PortfolioPart]
    list_display = [
        "code",
        "name",
        "id",
        linked(_("lead"), "lead"),
        linked(_("agreed in"), "instrument"),
        linked(_("system"), "system"),
    ]
    list_display_links = ["name"]
    list_filter = ["instrument"]
    list_select_related = ["lead", "instrument", "system"]
    search_fields = [*NAMED, "code"]
    fieldsets = [
        (None, {"fields": ["id", "code", "name", "lead", "instrument", "system"]}),
        remarks(),
    ]


@admin.register(models.Acceptance)
class AcceptanceAdmin(EntryAdmin):
    """Accepted findings."""

    list_name = "accepted"
    words = {"rule": RULES}
    list_display = ["rule", "finding", "party", "reason", "until"]
    list_display_links = ["rule", "finding"]
    list_filter = ["rule"]
    list_select_related = ["party"]
    search_fields = ["rule", "finding", "reason"]
    fieldsets = [
        (None, {"fields": ["rule", "finding", "party", "reason", "until"]}),
        remarks("name"),
    ]
