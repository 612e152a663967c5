"""A pack that a worker makes for one user: asked for, made in steps, finished, given up or cancelled.

Each step is a transaction of its own, so that the page sees how far it has come, and a worker that is killed leaves
a row that says so. What a run writes holds only as long as nobody has cancelled it or asked anew meanwhile: `asked_at`
tells one run from another.
"""

import datetime
from dataclasses import dataclass, field
from typing import Final

from django.db.models import QuerySet

from samstyr.meetings.models import Meeting, PreparedPack
from samstyr.platform.denials import demand
from samstyr.platform.errors import InputError
from samstyr.platform.jobs import defer
from samstyr.platform.service import service
from samstyr.platform.visibility import visible_to
from samstyr.rules.procedure.readers import user
from samstyr.rules.procedure.states import PreparedState, may_step
from samstyr.rules.rights import Viewer

FORMS: Final = ("pdf", "zip")
KEPT: Final = datetime.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class MadePack:
    """A finished file. `made_of`: the check sum of what it was made of."""

    content: bytes = field(repr=False)
    made_of: str
    pages: int = 0
    untagged: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


@service
def ask_for_pack(*, meeting: Meeting, form: str, actor: Viewer, now: datetime.datetime) -> PreparedPack:
    """Let a worker make a meeting's pack for the actor, unless it is doing so already; answer the row.

    What the actor asked for long ago goes. Raises InputError for an unknown form, and where nobody is logged in.
    """
    if form not in FORMS:
        raise InputError(f"form: expected one of {', '.join(FORMS)}, found {form[:20]!r}")
    if actor.user is None:
        raise InputError("form: only for someone who is logged in can a pack be made")
    _mine(actor).filter(asked_at__lt=now - KEPT).delete()
    found, is_new = PreparedPack.objects.get_or_create(
        user_id=actor.user,
        meeting=meeting,
        form=form,
        defaults={"asked_at": now, "readers": [user(actor.user)]},
    )
    if not is_new:
        found = _mine(actor).select_for_update().get(pk=found.pk)
        if found.is_under_way:
            return found
        _step(found, PreparedState.WAITING)
        found.asked_at, found.made_at, found.made_of, found.content = now, None, "", None
        found.done = found.steps = found.pages = 0
        found.untagged, found.refused = [], []
        found.save()
    defer("make_pack", prepared=found.pk, actor=actor.user)
    return found


@service
def begin_pack(*, prepared: int, actor: Viewer) -> PreparedPack | None:
    """Begin to make a pack, or take up one whose worker died; answer the row, None where there is nothing to make."""
    found = _mine(actor).select_related("meeting").select_for_update(of=("self",)).filter(pk=prepared).first()
    if found is None or not found.is_under_way:
        return None
    if found.state != PreparedState.MAKING:
        _step(found, PreparedState.MAKING)
    found.done = 0
    found.save(update_fields=["state", "done"])
    return found


@service
def note_progress(*, prepared: PreparedPack, done: int, steps: int, actor: Viewer) -> bool:
    """Note that so many of all steps are done; answer whether to go on: not where it was cancelled or asked anew."""
    return bool(_this_run(prepared, actor).update(done=done, steps=steps))


@service
def finish_pack(*, prepared: PreparedPack, made: MadePack, actor: Viewer, now: datetime.datetime) -> bool:
    """Keep the finished file; answer whether it was still waited for."""
    found = _this_run(prepared, actor).select_for_update().first()
    if found is None:
        return False
    _step(found, PreparedState.READY)
    found.content, found.made_of, found.made_at, found.pages = made.content, made.made_of, now, made.pages
    found.untagged, found.refused = list(made.untagged), [list(each) for each in made.refused]
    found.done = found.steps
    found.save()
    return True


@service
def fail_pack(*, prepared: PreparedPack, actor: Viewer) -> bool:
    """Note that a pack could not be made; answer whether it was still waited for."""
    found = _this_run(prepared, actor).select_for_update().first()
    if found is None:
        return False
    _step(found, PreparedState.FAILED)
    found.save(update_fields=["state"])
    return True


@service
def cancel_pack(*, meeting: Meeting, form: str, actor: Viewer) -> bool:
    """Stop a pack that is waited for, at the worker's next step; answer whether there was one."""
    found = _mine(actor).select_for_update().filter(meeting=meeting, form=form).first()
    if found is None or not found.is_under_way:
        return False
    _step(found, PreparedState.CANCELLED)
    found.save(update_fields=["state"])
    return True


def _mine(actor: Viewer) -> QuerySet[PreparedPack]:
    """Answer the actor's own rows, without their files."""
    seen = visible_to(actor, PreparedPack)
    return PreparedPack.objects.filter(seen, user=actor.user).defer("content").order_by()


def _this_run(prepared: PreparedPack, actor: Viewer) -> QuerySet[PreparedPack]:
    return _mine(actor).filter(pk=prepared.pk, asked_at=prepared.asked_at, state=PreparedState.MAKING.value)


def _step(prepared: PreparedPack, to: PreparedState) -> None:
    demand(may_step("prepared", PreparedState(prepared.state), to))
    prepared.state = to.value
