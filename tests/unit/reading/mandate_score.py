"""How well mandates are read from the governance note, against the Danish register that was written by hand.

The register has its own names for subjects, so a mandate counts as found where section, forum and act agree; and, more
strictly, where the recipient agrees too.
"""

from collections import Counter
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from tests.unit.reading.reading_score import Score

from samstyr.exchange.mandate_fragment import Names
from samstyr.exchange.register_file import read_register
from samstyr.reading.mandates import MandateFact, find_mandates
from samstyr.rules.register import Register

NOTE = "000_acca59f9b1658723.txt"
Triple = tuple[str | None, ...]


def danish_register() -> Register:
    """The register that comes with Samstyr."""
    return read_register(Path(str(resources.files("samstyr") / "data" / "denmark.yaml")))


def score_mandates(text: str, register: Register) -> tuple[dict[str, Score], list[str]]:
    """The scores, and each difference in words: + read but not in the register, - in the register but not read."""
    found = find_mandates(text)
    scores: dict[str, Score] = {}
    differences: list[str] = []
    for label, with_recipient in (("forum, act", False), ("forum, act, recipient", True)):
        own = list(_read(found, register, with_recipient=with_recipient))
        there = list(_written(register, with_recipient=with_recipient))
        scores[label] = Score()
        scores[label].add(own, there)
        differences += [f"{label}: + {each}" for each in (Counter(own) - Counter(there)).elements()]
        differences += [f"{label}: - {each}" for each in (Counter(there) - Counter(own)).elements()]
    return scores, differences


def _read(found: Iterable[MandateFact], register: Register, *, with_recipient: bool) -> Iterable[Triple]:
    names = Names(register)
    for each in found:
        recipient = each.recipient and (
            names.known_forum(each.recipient) or names.organisation(each.recipient) or each.recipient
        )
        triple = (each.section, names.known_forum(each.forum) or each.forum, each.act)
        yield (*triple, recipient or None) if with_recipient else triple


def _written(register: Register, *, with_recipient: bool) -> Iterable[Triple]:
    for mandate in register.mandates.values():
        if mandate.source is None or mandate.source.document != NOTE:
            continue
        triple = (mandate.source.section, mandate.forum, str(mandate.act))
        yield (*triple, mandate.to) if with_recipient else triple
