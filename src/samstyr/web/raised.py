"""A matter of an initiative that is taken to a forum: what the case is to say of it, from the report that holds."""

import datetime
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samstyr.portfolio.queries.portfolios import own_report
from samstyr.registry.models import Initiative
from samstyr.rules.mandate import Check, check
from samstyr.rules.register import Act, Mandate, Register
from samstyr.web import wording


@dataclass(frozen=True, slots=True)
class Raised:
    """An initiative a case is about, with words to begin with; `check` is what the mandate check says, where asked."""

    initiative: Initiative
    title: str
    summary: str
    forum: str
    subject: str
    check: Check | None
    mandates: tuple[Mandate, ...]


def raised(request: HttpRequest, register: Register, on: datetime.date) -> Raised | None:
    """Answer what an address (`?initiative=…&forum=…&subject=…`) says that a case is about; None where it says nothing.

    What the register lacks counts as not said: the form asks for it.
    """
    initiative = Initiative.objects.filter(pk=_said(request, "initiative")).first()
    if initiative is None:
        return None
    forum, subject = _said(request, "forum"), _said(request, "subject")
    forum, subject = (
        (forum if forum in register.fora else ""),
        (subject if subject in register.subjects else ""),
    )
    name = initiative.title
    report = own_report(initiative.pk, on)
    summary = _("The initiative {name}.").format(name=name)
    if report is not None:
        light = _("Status report as of {day}: {light}.").format(
            day=date_format(report.as_of, "DATE_FORMAT"), light=wording.word(report.light, "light")
        )
        summary = "\n\n".join(filter(None, (f"{summary} {light}", report.reason, report.text)))
    found = check(register, forum, Act.DECIDE, subject, on) if forum and subject else None
    mandates = tuple(register.mandates[key] for key in found.mandates) if found else ()
    return Raised(initiative, name, summary, forum, subject, found, mandates)


def _said(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")[:200]
