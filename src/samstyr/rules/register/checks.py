"""What must go together within one entry; each check is handed what was read and reports at the place.

Source: contract of the register, "Keys" and "Acts".
"""

from typing import Any, Final

from samstyr.rules.register.problems import Place, path_of, shown
from samstyr.rules.register.reading import NOUNS, Reading
from samstyr.rules.register.words import NEEDS_TO, TO_ORGANISATION, Effect, LintRule

Found = dict[str, Any]


def _exactly_one(found: Found, keys: tuple[str, ...], place: Place, reading: Reading) -> None:
    given = [key for key in keys if key in found]
    if len(given) != 1:
        reading.refuse(
            place, f"expected exactly one of {', '.join(keys)}; found {' and '.join(given) or 'none'}"
        )


def check_established_by(found: Found, place: Place, reading: Reading) -> None:
    _exactly_one(found, ("instrument", "forum"), place, reading)


def check_length_of_days(found: Found, place: Place, reading: Reading) -> None:
    if "hours" in found:
        reading.refuse((place, "hours"), "only extraordinary_notice is given in hours (expected days)")
    elif "days" not in found:
        reading.refuse((place, "days"), "missing: a length of time needs it")


def check_notice(found: Found, place: Place, reading: Reading) -> None:
    _exactly_one(found, ("days", "hours"), place, reading)
    if "hours" in found and "unit" in found:
        reading.refuse((place, "unit"), "hours have no unit (expected days with a unit, or hours alone)")


def check_meetings_per_year(found: Found, place: Place, reading: Reading) -> None:
    low, high = found.get("min"), found.get("max")
    if low is None and high is None:
        reading.refuse(place, "expected min, max or both, found neither")
    elif low is not None and high is not None and low > high:
        reading.refuse(place, f"min {low} is greater than max {high}")


def check_quorum(found: Found, place: Place, reading: Reading) -> None:
    _exactly_one(found, ("seats", "parties", "share"), place, reading)


def check_hearing(found: Found, place: Place, reading: Reading) -> None:
    _exactly_one(found, ("takes", "sits"), place, reading)
    if found.get("sits") is False:
        reading.refuse((place, "sits"), "expected true (give takes instead, for a body that does not sit)")


def check_forum(found: Found, place: Place, reading: Reading) -> None:
    first: dict[str, int] = {}
    for number, hearing in enumerate(found.get("hearings", ())):
        if hearing.body in first:
            earlier = path_of(((place, "hearings"), first[hearing.body]))
            reading.refuse(
                (((place, "hearings"), number), "body"), f"{hearing.body} stands twice (first at {earlier})"
            )
        else:
            first[hearing.body] = number


def check_mandate(found: Found, place: Place, reading: Reading) -> None:
    act, to = found["act"], found.get("to")
    if to is None:
        if act in NEEDS_TO and found.get("effect") != Effect.MAY_NOT:
            reading.refuse((place, "to"), f"missing: a mandate to {act} needs a recipient")
        return
    here = (place, "to")
    is_forum, is_organisation = reading.knows("fora", to), reading.knows("organisations", to)
    if act in TO_ORGANISATION:
        if not is_forum and not is_organisation:
            reading.refuse(here, f"no forum or organisation has the id {shown(to)}")
    elif not is_forum and is_organisation:
        acts = ", ".join(sorted(TO_ORGANISATION))
        reading.refuse(
            here, f"{shown(to)} is an organisation: a mandate to {act} goes to a forum (only {acts} may not)"
        )
    elif not is_forum:
        reading.refuse(here, f"no forum has the id {shown(to)}")


def check_duty(found: Found, place: Place, reading: Reading) -> None:
    if found.get("months") and "every" in found:
        reading.refuse((place, "every"), "given beside months (expected only one of months, every)")


def check_system(found: Found, place: Place, reading: Reading) -> None:
    _refuse_overlaps(found.get("depends_on", ()), "system", (place, "depends_on"), reading)


def check_initiative(found: Found, place: Place, reading: Reading) -> None:
    _refuse_overlaps(found.get("portfolios", ()), "forum", (place, "portfolios"), reading)


def _refuse_overlaps(items: tuple[Any, ...], key: str, place: Place, reading: Reading) -> None:
    """The same id may stand again only for another time."""
    earlier: dict[str, list[tuple[int, Any]]] = {}
    for number, item in enumerate(items):
        named = getattr(item, key)
        for first, other in earlier.setdefault(named, []):
            if item.valid.overlaps(other.valid):
                at = path_of((place, first))
                reading.refuse((place, number), f"{named} stands twice at the same time (first at {at})")
                break
        earlier[named].append((number, item))


RULE_IS_ABOUT: Final = {
    LintRule.G01: "subjects",
    LintRule.G02: "subjects",
    LintRule.G03: "mandates",
    LintRule.G04: "subjects",
    LintRule.G05: "fora",
    LintRule.G06: "fora",
    LintRule.G07: "mandates",
    LintRule.G08: "subjects",
    LintRule.G09: "fora",
    LintRule.G10: "duties",
    LintRule.G11: "fora",
}
"""The list in which the id of a finding stands; G12 names several."""


def check_acceptance(found: Found, place: Place, reading: Reading) -> None:
    rule, named = found["rule"], found["id"]
    if rule == LintRule.G12:
        if not _names_an_overlap(named, reading):
            reading.refuse(
                (place, "id"),
                f"{shown(named)} names no two mandates, no two instruments and no seat of a forum",
            )
    elif not reading.knows(RULE_IS_ABOUT[rule], named):
        reading.refuse((place, "id"), f"no {NOUNS[RULE_IS_ABOUT[rule]]} has the id {shown(named)}")


def _names_an_overlap(named: str, reading: Reading) -> bool:
    parts = named.split("/")
    if len(parts) == 3:
        return reading.knows("fora", parts[0]) and reading.knows("organisations", parts[1])
    return len(parts) == 2 and any(
        all(reading.knows(list_name, part) for part in parts) for list_name in ("mandates", "instruments")
    )
