"""Lists page: a page of a sequence, whatever number the address names."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZE = 50


def page_of(request: HttpRequest, entries: Sequence[Any] | QuerySet[Any]) -> Page[Any]:
    """Answer the page that `?page=` names; the nearest one where there is no such page."""
    return Paginator(entries, PAGE_SIZE).get_page(request.GET.get("page"))
