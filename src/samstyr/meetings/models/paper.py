"""Case papers and their attachments, in versions, and what closed cases are about.

Private: seen by the forum while the agenda is planned, by all with a role once it is sent, by everyone once its
minutes are published; what is closed stays with the forum, and with the parties that are asked about it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samstyr.accounts.models import Person
from samstyr.meetings.models.case import Case
from samstyr.meetings.models.readable import Readable, Written
from samstyr.platform.history import tracked
from samstyr.platform.isolation import OF_READERS, Private
from samstyr.registry.models import Subject

WHOSE = "the forum until the agenda is sent, and always where it is closed"


@tracked(part_of=["case"])
class ClosedCase(Readable):
    """What a closed case is about."""

    isolation = Private("the fora the case passes", OF_READERS)

    case = models.OneToOneField(Case, models.CASCADE, related_name="content", verbose_name=_("case"))
    title = models.TextField(_("title"))
    summary = models.TextField(_("what it is about"), blank=True)
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("subject")
    )
    facts = models.JSONField(_("facts"), default=dict, blank=True)

    class Meta:
        verbose_name = _("closed case")
        verbose_name_plural = _("closed cases")

    def __str__(self) -> str:
        return self.title


@tracked(part_of=["case"])
class PaperVersion(Written):
    """A version of a case's paper. Versions are added; the database refuses a change of what one says.

    `based_on` is the version its writer saw, 0 for none: where it is not the one before, two wrote at once.
    """

    isolation = Private(WHOSE, OF_READERS)

    case = models.ForeignKey(Case, models.CASCADE, related_name="papers", verbose_name=_("case"))
    based_on = models.PositiveIntegerField(_("built on version"), default=0)
    clauses = models.JSONField(_("recommendation"), default=list)
    background = models.TextField(_("background"), blank=True)
    presentation = models.TextField(_("presentation of the case"), blank=True)
    economy = models.TextField(_("economy"), blank=True)
    further = models.TextField(_("further process"), blank=True)

    class Meta:
        verbose_name = _("case paper")
        verbose_name_plural = _("case papers")
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="paper_version_once")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.version}"

    @property
    def is_crossed(self) -> bool:
        """Whether someone else wrote between the version it is built on and this one."""
        return self.based_on != self.version - 1


@tracked(part_of=["case"], noted=["content"])
class Attachment(Written):
    """A version of an attachment. `number` tells the attachments of a case apart; versions are added."""

    isolation = Private(WHOSE, OF_READERS)

    case = models.ForeignKey(Case, models.CASCADE, related_name="attachments", verbose_name=_("case"))
    number = models.PositiveIntegerField(_("number"))
    title = models.TextField(_("title"))
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=127)
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    withdrawn = models.BooleanField(_("taken off"), default=False)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["number", "version"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number", "version"], name="attachment_version_once")
        ]

    def __str__(self) -> str:
        return self.title


@tracked(part_of=["attachment"])
class Signature(Readable):
    """A named person is asked to sign a version of an attachment (accounts, an agreement), and does.

    `sha256` is the check sum of what was signed: the bytes of that version.
    """

    isolation = Private(WHOSE, OF_READERS)

    attachment = models.ForeignKey(
        Attachment, models.CASCADE, related_name="signatures", verbose_name=_("attachment")
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="signatures", verbose_name=_("person"))
    asked_at = models.DateTimeField(_("asked"))
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["asked_at", "id"]
        constraints = [models.UniqueConstraint(fields=["attachment", "person"], name="signature_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.attachment}"
