"""What every template has: words for choices, links to entries, mandates and validity in words."""

import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.formats import date_format, localize
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samstyr.rules.lint import Finding
from samstyr.rules.register import Bounds, Length, Mandate, Register, Validity
from samstyr.web import wording

register = template.Library()
register.filter("word", wording.word)


@register.filter
def day(value: datetime.date | None) -> str:
    """Answer a date as people write it: 28. juni 2017."""
    return date_format(value, "DATE_FORMAT") if value else ""


@register.filter
def finding_text(finding: Finding) -> str:
    """Answer a finding in words: the lint's own in Danish, the rule's meaning in English."""
    return finding.message if get_language() == "da" else str(wording.FINDINGS[finding.rule])


@register.filter
def iso_day(text: str | None) -> str:
    """Answer a date kept as text (2017-06-28) as people write it."""
    return day(datetime.date.fromisoformat(text)) if text else ""


@register.filter
def iso_moment(text: str | None) -> str:
    """Answer a moment kept as text (2017-06-16T08:30) as people write it."""
    if not text:
        return ""
    moment = datetime.datetime.fromisoformat(text)
    return f"{day(moment.date())} {moment:%H.%M}"


@register.filter
def duration(value: Length | None) -> str:
    """Answer a length of time in words: 5 arbejdsdage."""
    if value is None:
        return ""
    if value.hours is not None:
        return _("{number} hours").format(number=value.hours)
    return f"{value.days} {wording.word(value.unit, 'unit')}"


@register.filter
def period(valid: Validity) -> str:
    """Answer a validity in words; the last day is named, not the day after it."""
    start = date_format(valid.start, "DATE_FORMAT") if valid.start else ""
    last = date_format(valid.until - datetime.timedelta(days=1), "DATE_FORMAT") if valid.until else ""
    if start and last:
        return _("{start} to {last}").format(start=start, last=last)
    if start:
        return _("from {start}").format(start=start)
    return _("until {last}").format(last=last) if last else ""


def _entry(context: Context, kind: str, key: str) -> SafeString:
    entries: Register = context["register"]
    record = getattr(entries, kind)[key]
    return format_html('<a href="{}">{}</a>', reverse(wording.ADDRESSES[kind], args=[key]), record.name)


@register.simple_tag
def light(value: str | None, faded: object = False) -> SafeString:
    """Answer a light with its name, dashed where its report has faded; None is that nobody reported."""
    if not value:
        return format_html('<span class="muted">{}</span>', _("no report"))
    name = wording.word(value, "light")
    if faded:
        return format_html('<span class="light {} faded">{}</span>', value, name)
    return format_html('<span class="light {}">{}</span>', value, name)


@register.simple_tag(takes_context=True)
def entry(context: Context, kind: str, key: str | None) -> SafeString | str:
    """Answer a link to an entry of the register by its list and id."""
    return _entry(context, kind, key) if key else ""


@register.simple_tag(takes_context=True)
def conditions(context: Context, mandate: Mandate) -> SafeString | str:
    """Answer the conditions of a mandate in words."""
    return format_html_join(", ", "{}: {}", ((_fact(each.fact), _value(each.value)) for each in mandate.when))


def _fact(name: str) -> str:
    return str(wording.FACTS.get(name, name))


def _value(value: Any) -> str:
    if not isinstance(value, Bounds):
        return str(wording.FACT_VALUES.get(str(value), value))
    low = _("at least {number}").format(number=_number(value.min)) if value.min is not None else ""
    high = _("at most {number}").format(number=_number(value.max)) if value.max is not None else ""
    return ", ".join(filter(None, [low, high]))


def _number(value: int | float) -> str:
    return str(localize(value, use_l10n=True))


@register.simple_tag(takes_context=True)
def mandate_words(context: Context, mandate: Mandate) -> SafeString:
    """Answer what a mandate says as a sentence with links, without its forum."""
    subject = _entry(context, "subjects", mandate.subject)
    if not mandate.permits:
        return format_html(str(wording.DENIALS[mandate.act]), subject=subject)
    with_recipient, without = wording.SENTENCES[mandate.act]
    if mandate.to is None:
        return format_html(str(without), subject=subject)
    kind = "fora" if mandate.to in context["register"].fora else "organisations"
    return format_html(str(with_recipient), subject=subject, to=_entry(context, kind, mandate.to))
