"""What is recorded at a meeting: words, outcomes, votes, dissent, remarks and conditions, what is to be done, and why
something went on outside the mandate.

Private to the forum until the minutes are sent; then what is open is seen by all with a role, and by everyone once
the minutes are published. Outcomes and actions are drafts until then: sending makes resolutions and follow-up of
them (`models.outcome`, or `models.closed`), which nobody rewords.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models.meeting import AgendaItem
from samstyr.meetings.models.outcome import Resolution
from samstyr.meetings.models.readable import Written
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_READERS, Private
from samstyr.registry.models import Forum, Organisation, Party, Subject
from samstyr.rules.procedure.override import Deed, Kept, Stage
from samstyr.rules.procedure.states import ConditionState, ProposalState
from samstyr.rules.register import Act
from samstyr.rules.verdict import CheckVerdict

WHOSE = "the forum until the minutes are sent, and always where the item is closed"


class OfItem(Written):
    """Something recorded under an item; `clause` is the place of the recommendation it is about, from 0."""

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="%(class)ss", verbose_name=_("agenda item")
    )

    class Meta:
        abstract = True


@tracked(part_of=["item"])
class ItemText(Written):
    """What the minutes say under an item, before what was decided."""

    isolation = Private(WHOSE, OF_READERS)

    item = models.OneToOneField(
        AgendaItem, models.CASCADE, related_name="text", verbose_name=_("agenda item")
    )
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("text of the minutes")
        verbose_name_plural = _("texts of the minutes")

    def __str__(self) -> str:
        return self.text


@tracked(part_of=["item"])
class OutcomeDraft(OfItem):
    """What came of a recommendation, or of an item without one, as the minute-taker has it for now."""

    isolation = Private(WHOSE, OF_READERS)

    clause = models.PositiveIntegerField(_("recommendation"), null=True, blank=True)
    verb = models.TextField(_("verb"))
    with_remarks = models.BooleanField(_("with remarks"), default=False)
    words = models.TextField(_("words of the minutes"))
    supersedes = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("supersedes")
    )

    class Meta:
        verbose_name = _("draft outcome")
        verbose_name_plural = _("draft outcomes")
        ordering = ["item__position", "clause", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "clause"], name="outcome_draft_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.words


@tracked(part_of=["item"])
class ActionDraft(OfItem):
    """What someone is to do, as the minute-taker has it for now."""

    isolation = Private(WHOSE, OF_READERS)

    who = models.JSONField(_("who"), default=list)
    what = models.TextField(_("what"))
    due = models.DateField(_("due"), null=True, blank=True)
    back_on = models.DateField(_("back before the forum on"), null=True, blank=True)

    class Meta:
        verbose_name = _("draft follow-up")
        verbose_name_plural = _("draft follow-up")
        ordering = ["item__position", "id"]

    def __str__(self) -> str:
        return self.what


@tracked(part_of=["item"])
class Remark(OfItem):
    """A remark, a reservation or a condition.

    A condition has an owner and a day, and says what happens if it is not met: in words, and where the matter then
    goes (`fallback`).
    """

    isolation = Private(WHOSE, OF_READERS)

    kind = models.TextField(_("kind"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("made by")
    )
    text = models.TextField(_("text"))
    owner = models.TextField(_("owner"), blank=True)
    due = models.DateField(_("due"), null=True, blank=True)
    if_unmet = models.TextField(_("if it is not met"), blank=True)
    fallback = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("then goes to")
    )
    state = models.TextField(_("state"), default=ConditionState.OPEN.value)
    evidence = models.TextField(_("evidence"), blank=True)
    settled_on = models.DateField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["item__position", "id"]
        constraints = [
            models.CheckConstraint(
                name="remark_kind_known",
                condition=models.Q(kind__in=["condition", "remark", "reservation"]),
            ),
            models.CheckConstraint(
                name="remark_state_known",
                condition=models.Q(state__in=sorted(state.value for state in ConditionState)),
            ),
            models.CheckConstraint(
                name="only_condition_is_settled",
                condition=models.Q(kind="condition") | models.Q(state=ConditionState.OPEN.value),
            ),
        ]

    def __str__(self) -> str:
        return self.text


@tracked(part_of=["item"])
class DissentStatement(OfItem):
    """A dissenting opinion that is to stand in the minutes."""

    isolation = Private(WHOSE, OF_READERS)

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("dissent")
        verbose_name_plural = _("dissents")
        ordering = ["item__position", "id"]

    def __str__(self) -> str:
        return self.text


@tracked(part_of=["item"])
class Vote(OfItem):
    """How a party voted on a recommendation, or on an item without one."""

    isolation = Private(WHOSE, OF_READERS)

    clause = models.PositiveIntegerField(_("recommendation"), null=True, blank=True)
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name=_("party"))
    choice = models.TextField(_("choice"))

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["item__position", "clause", "party"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "clause", "party"], name="vote_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="vote_choice_known", condition=models.Q(choice__in=["abstain", "against", "for"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id}: {self.choice}"


@tracked(part_of=["item"])
class MinutesComment(OfItem):
    """What somebody of the forum has to say about minutes that were sent, and what the secretary answers."""

    isolation = Private("the forum", OF_READERS)

    text = models.TextField(_("text"))
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("comment on the minutes")
        verbose_name_plural = _("comments on the minutes")
        ordering = ["item__position", "id"]

    def __str__(self) -> str:
        return self.text


@tracked(part_of=["item"])
class RegisterProposal(OfItem):
    """Something a meeting set up or appointed, as entries of a register (register.md) that wait to be entered."""

    isolation = Private(WHOSE, OF_READERS)

    title = models.TextField(_("title"))
    content = models.JSONField(_("entries"))
    state = models.TextField(_("state"), default=ProposalState.PROPOSED.value)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("proposal to the register")
        verbose_name_plural = _("proposals to the register")
        ordering = ["item__position", "id"]
        constraints = [
            models.CheckConstraint(
                name="proposal_state_known",
                condition=models.Q(state__in=sorted(state.value for state in ProposalState)),
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked(part_of=["item"])
class Override(OfItem):
    """Why an item was put before a forum, or decided by it, outside its mandate. The database refuses a change of it.

    `stage` says at which of the two; `clause` which recommendation the decision answers, from 0. `forum` is the one
    that acted, in whatever role. `verdict`, `mandates`, `basis` (ids, sorted) and `said` are what the check answered
    then: the register may say something else today.
    """

    isolation = Private(WHOSE, OF_READERS)

    stage = models.TextField(_("stage"))
    clause = models.PositiveIntegerField(_("recommendation"), null=True, blank=True)
    act = models.TextField(_("act"))
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+", verbose_name=_("forum"))
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="+", verbose_name=_("subject"))
    verdict = models.TextField(_("verdict"))
    mandates = models.JSONField(_("mandates"), default=list)
    basis = models.JSONField(_("basis"), default=list)
    said = models.TextField(_("what the mandate check said"))
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("override of the mandate")
        verbose_name_plural = _("overrides of the mandate")
        ordering = ["item__position", "clause", "id"]
        constraints = [
            models.CheckConstraint(
                name="override_stage_known",
                condition=models.Q(stage__in=sorted(stage.value for stage in Stage)),
            ),
            models.CheckConstraint(
                name="override_is_outside",
                condition=models.Q(
                    verdict__in=sorted(
                        verdict.value for verdict in CheckVerdict if verdict != CheckVerdict.WITHIN
                    )
                ),
            ),
            models.CheckConstraint(name="override_has_reason", condition=~models.Q(reason="")),
        ]

    def __str__(self) -> str:
        return self.reason

    @property
    def kept(self) -> Kept:
        """What the reason is about, as the rules ask."""
        deed = Deed(
            item=self.item_id,
            stage=Stage(self.stage),
            clause=self.clause,
            act=Act(self.act),
            forum=self.forum_id,
            subject=self.subject_id,
        )
        return Kept(deed=deed, verdict=CheckVerdict(self.verdict))
