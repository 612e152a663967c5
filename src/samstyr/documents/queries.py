"""Finding things by words, in Danish."""

import re

from django.contrib.postgres.search import SearchQuery, SearchRank, TrigramWordSimilarity
from django.db.models import Case, F, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Length

from samstyr.documents.models import SearchEntry
from samstyr.platform.danish import fold

# Inflections the Danish stemmer of PostgreSQL does not bring together (it was tried on 85 of them).
SYNONYMS = {
    "børn": ("barn",),
    "barn": ("børn",),
    "risici": ("risiko",),
    "risiko": ("risici",),
    "digitalt": ("digital",),
    "fora": ("forum",),
    "forum": ("fora",),
}
WORD = re.compile(r"\w+")
FEW = 10  # with fewer entries that hold the words, spelling variants are looked for too
SIMILAR = 0.45  # a word of the entry this like the words searched for is a spelling variant of them


def found_by(text: str) -> QuerySet[SearchEntry]:
    """Answer what a person may mean by these words, best first: exact name, beginning, words, spelling.

    The last word may be unfinished. Words may be inflected, written with aa for å, or be part of a compound. Where
    the words themselves are found hardly anywhere, what is only spelled alike is answered too: that takes a look
    at every entry, which nobody should wait for when there is better.
    """
    words = WORD.findall(text.lower().replace("\x00", ""))[:12]
    if not words:
        return SearchEntry.objects.none()
    folded = fold(" ".join(words))
    query = SearchQuery(_expression(words), config="danish", search_type="raw")
    query |= SearchQuery(_expression([fold(word) for word in words]), config="danish", search_type="raw")
    rank = Case(
        When(title__iexact=text.strip(), then=Value(4.0)),
        When(folded__startswith=folded, then=Value(2.0)),
        When(folded__contains=folded, then=Value(1.0)),
        default=Value(0.0),
        output_field=FloatField(),
    ) + SearchRank(F("vector"), query)
    found = SearchEntry.objects.filter(Q(vector=query) | Q(folded__contains=folded))
    if (
        found.count() < FEW
    ):  # a count uses the indexes; "are there ten" would tempt the planner to walk the table
        likeness = TrigramWordSimilarity(folded, "folded")
        wanted = Q(vector=query) | Q(folded__contains=folded) | Q(likeness__gte=SIMILAR)
        found, rank = SearchEntry.objects.annotate(likeness=likeness).filter(wanted), rank + likeness
    return found.annotate(rank=rank).order_by("-rank", Length("title"), "title", "id")


def _expression(words: list[str]) -> str:
    """Answer a query of PostgreSQL: every word or one of its synonyms, the last one perhaps unfinished."""
    terms = []
    for place, word in enumerate(words):
        ending = ":*" if place == len(words) - 1 else ""
        spellings = [f"'{word}'{ending}", *(f"'{other}'" for other in SYNONYMS.get(word, ()))]
        terms.append(f"({' | '.join(spellings)})")
    return " & ".join(terms)
