"""Signatures: named persons sign exactly one version of an attachment; a new version needs new signatures."""

import datetime
import hashlib
from collections.abc import Iterable

from samstyr.accounts.queries import individual_named
from samstyr.meetings.models import Attachment, Signature
from samstyr.meetings.services.papers import require_desk
from samstyr.meetings.services.reach import spread_papers
from samstyr.platform.denials import demand
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.service import service
from samstyr.rules.procedure.readers import user
from samstyr.rules.rights import Viewer
from samstyr.rules.verdict import Denied


@service
def ask_to_sign(
    *, attachment: Attachment, names: Iterable[str], actor: Viewer, now: datetime.datetime
) -> list[Signature]:
    """Ask persons, by name, to sign a version of an attachment; they may read it from now on.

    Who was asked already is not asked again. Raises InputError where nobody is named, or one has no account to sign
    with, and DeniedError where the actor prepares the meetings of none of the fora the case passes, or the version
    is not the newest.
    """
    require_desk(attachment.case, actor)
    versions = Attachment.objects.filter(case=attachment.case_id, number=attachment.number)
    if attachment.withdrawn or versions.filter(version__gt=attachment.version).exists():
        demand(Denied("version-is-replaced"))
    wanted = [name.strip() for name in names if name.strip()]
    if not wanted:
        raise InputError("names: say who is to sign")
    persons = [individual_named(name) for name in wanted]
    without = [each.name for each in persons if each.person is None or each.user is None]
    if without:
        raise InputError(*(f"names: {name} has no account to sign with" for name in without))
    asked = [
        Signature.objects.get_or_create(
            attachment=attachment,
            person=each.person,
            defaults={
                "asked_at": now,
                "readers": [*attachment.readers, *([user(each.user.pk)] if each.user else [])],
            },
        )[0]
        for each in persons
    ]
    spread_papers(attachment.case)
    return asked


@service
def sign(*, signature: Signature, seen: str, actor: Viewer, now: datetime.datetime) -> Signature:
    """Sign a version, as the person who was asked; the check sum of its bytes is kept.

    `seen` is the check sum that was shown. Raises ChangedMeanwhileError where it is another's, and DeniedError where
    the actor is not that person, or it is signed already.
    """
    signature = (
        Signature.objects.select_for_update(of=("self",)).select_related("person__user").get(pk=signature.pk)
    )
    account = getattr(signature.person, "user", None)
    if actor.user is None or account is None or account.pk != actor.user:
        demand(Denied("not-asked-to-sign"))
    if signature.signed_at is not None:
        demand(Denied("signed-already"))
    content = Attachment.objects.values_list("content", flat=True).get(pk=signature.attachment_id)
    found = hashlib.sha256(bytes(content)).hexdigest()
    if seen != found:
        raise ChangedMeanwhileError(signature)
    signature.signed_at, signature.sha256 = now, found
    signature.save(update_fields=["signed_at", "sha256"])
    return signature
