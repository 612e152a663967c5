"""Lists page: a page of a sequence, whatever number the address names."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZE = 50


class Part(Protocol):
    """Some of what there is, with the number of all."""

    @property
    def number(self) -> int:
        """How many there are."""


Found = TypeVar("Found", bound=Part)


def page_of(request: HttpRequest, entries: Sequence[Any] | QuerySet[Any]) -> Page[Any]:
    """Answer the page that `?page=` names; the nearest one where there is no such page."""
    return Paginator(entries, PAGE_SIZE).get_page(request.GET.get("page"))


def part_of(request: HttpRequest, find: Callable[[int, int], Found]) -> tuple[Found, Page[Any]]:
    """Answer what `find` finds of the page that `?page=` names, and that page; the nearest one where there is no such.

    `find` is told the first that is wanted, from 0, and how many.
    """
    text = request.GET.get("page", "")
    asked = max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    found = find((asked - 1) * PAGE_SIZE, PAGE_SIZE)
    page = Paginator(range(found.number), PAGE_SIZE).get_page(asked)
    if page.number != asked:
        found = find((page.number - 1) * PAGE_SIZE, PAGE_SIZE)
    return found, page
