"""The Danish register: it loads, its tasks stand where they say, and it answers what it is shown with."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import samstyr
from samstyr.rules.lint import findings
from samstyr.rules.mandate import check, deciders
from samstyr.rules.register import ANY_FACTS, Act, Register, parse

FILE = Path(samstyr.__file__).parent / "data" / "denmark.yaml"
BOARD_MEETING = date(2017, 6, 28)
WORD = re.compile(r"[0-9a-zæøåé]+")
COPIED_WORDS = 8

# Two bodies have official names so long that they are eight words of a seed in themselves.
OFFICIAL_NAMES = {
    "Det rådgivende udvalg om standarder og it-arkitektur",
    "Den fællesoffentlige porteføljestyregruppe for telemedicinsk behandling til KOL-patienter",
}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def register(document: dict[str, Any]) -> Register:
    return parse(document)


def words_of(text: str) -> list[str]:
    return WORD.findall(text.lower())


def texts_in(value: object) -> Iterator[str]:
    """Every name, alias, note, reason and other text for people, at any depth."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)
    elif isinstance(value, str):
        yield value


def sources_in(value: object) -> Iterator[tuple[str, str]]:
    """Every document and section that an entry, at any depth, points to."""
    if isinstance(value, dict):
        source = value.get("source")
        if source is not None:
            yield source["document"], source["section"]
        for inner in value.values():
            yield from sources_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sources_in(inner)


def is_heading_of(section: str, text: str) -> bool:
    """Does a line of the text begin with this section's number, as `7. `, `Ad 4. ` or `Pkt. 2.3 `?"""
    return re.search(rf"^\W*(?:Ad |Pkt\. )?{re.escape(section)}\.? +\S", text, re.MULTILINE) is not None


def test_register_loads_without_problems(register: Register) -> None:
    assert len(register.fora) == 35
    assert {forum.level for forum in register.fora.values()} == {
        "national",
        "regional",
        "local",
        "project",
        "party",
    }


def test_identifiers_are_at_most_a_hundred_characters(document: dict[str, Any]) -> None:
    identifiers = [
        entry["id"] for entries in document.values() if isinstance(entries, list) for entry in entries
    ]

    assert [identifier for identifier in identifiers if len(identifier) > 100] == []


def test_every_mandate_and_duty_has_a_source(document: dict[str, Any]) -> None:
    entries = [*document["mandates"], *document["duties"]]

    assert [entry["id"] for entry in entries if "source" not in entry] == []


def test_sources_stand_in_the_seed_documents(document: dict[str, Any], shared: Path) -> None:
    seeds = {path.name: path.read_text(encoding="utf-8") for path in (shared / "seeds").glob("*.txt")}

    missing = {
        (name, section)
        for name, section in sources_in(document)
        if name not in seeds or not is_heading_of(section, seeds[name])
    }

    assert missing == set()


def test_every_section_of_the_seeds_gave_a_mandate(document: dict[str, Any]) -> None:
    sections: dict[str, set[str]] = {}
    for name, section in sources_in(document["mandates"]):
        sections.setdefault(name, set()).add(section)

    # The first document's section 2 holds a figure only; the second's item 10 is empty.
    assert sections == {
        "000_acca59f9b1658723.txt": {"1", *(str(number) for number in range(3, 13))},
        "004_e15f1d3ff2587712.txt": {"1", "2", "2.1", "2.2", "2.3", "2.4", *(str(n) for n in range(3, 10))},
    }


def test_no_sentence_of_the_seeds_is_copied(document: dict[str, Any], shared: Path) -> None:
    runs = set()
    for path in (shared / "seeds").glob("*.txt"):
        words = words_of(path.read_text(encoding="utf-8"))
        runs |= {tuple(words[i : i + COPIED_WORDS]) for i in range(len(words) - COPIED_WORDS + 1)}
    comments = re.findall(r"^ *# (.*)$", FILE.read_text(encoding="utf-8"), re.MULTILINE)

    copied = set()
    for text in [*texts_in(document), " ".join(comments)]:
        words = words_of(text)
        if any(tuple(words[i : i + COPIED_WORDS]) in runs for i in range(len(words) - COPIED_WORDS + 1)):
            copied.add(text)

    assert copied <= OFFICIAL_NAMES


def test_persons_of_the_minutes_are_not_in_the_register(shared: Path) -> None:
    minutes = (shared / "seeds" / "004_e15f1d3ff2587712.txt").read_text(encoding="utf-8")
    participants = minutes[minutes.index("Deltagere") : minutes.index("1. Velkomst")]
    surnames = re.findall(r"^\W*\w+(?: \w+)* (\w+), ", participants, re.MULTILINE)
    words = words_of(FILE.read_text(encoding="utf-8"))

    assert len(surnames) == 16
    assert [surname for surname in surnames if surname.lower() in words] == []


def test_seats_of_the_board_are_those_of_the_list_of_participants(register: Register) -> None:
    seats = {
        (seat.organisation, str(seat.role)): seat.count
        for seat in register.fora["nbs"].seats
        if seat.valid.covers(BOARD_MEETING)
    }

    assert seats == {
        ("sum", "chair"): 1,
        ("sum", "member"): 1,
        ("sds", "member"): 2,
        ("digst", "member"): 2,
        ("danske-regioner", "member"): 3,
        ("region-nordjylland", "member"): 1,
        ("region-syddanmark", "member"): 1,
        ("kl", "member"): 3,
        ("sds", "secretary"): 1,
        ("sum", "secretary"): 1,
    }


def test_names_of_the_authority_follow_the_year(register: Register) -> None:
    former, present = register.organisations["nsi"], register.organisations["sds"]

    assert present.replaces == former.id
    assert former.valid.until == present.valid.start


def found(register: Register, rule: str, on: date = BOARD_MEETING) -> list[str]:
    return [finding.id for finding in findings(register, on) if finding.rule == rule]


def test_lint_finds_the_board_without_terms_of_reference(register: Register) -> None:
    assert "nbs" in found(register, "G05")


def test_lint_finds_that_only_bodies_without_a_way_up_hang_nowhere(register: Register) -> None:
    open_findings = [
        f.id for f in findings(register, BOARD_MEETING) if f.rule == "G06" and f.accepted is None
    ]

    assert open_findings == [
        "driftsenheder",
        "folkesundhed-i-midten",
        "kol-psg",
        "naere-udvalg",
        "praksisplanudvalg",
        "projektstyregrupper",
        "samarbejdsudvalg",
        "sku",
        "sundhed-dk-bestyrelse",
    ]


def test_lint_finds_general_practice_bound_without_a_seat(register: Register) -> None:
    bound = [(f.id, f.party) for f in findings(register, BOARD_MEETING) if f.rule == "G08"]

    assert bound == [("health-agreement.content", "almen-praksis")]


def test_lint_finds_the_costs_of_practices_decided_in_three_places(register: Register) -> None:
    assert found(register, "G02") == ["practice-it-costs"]


def test_lint_finds_the_one_recommendation_that_leads_nowhere(register: Register) -> None:
    assert found(register, "G03") == ["nbs-recommend-exit"]


@pytest.mark.parametrize("rule", ["G04", "G07", "G12"])
@pytest.mark.parametrize(
    "on", [date(2010, 7, 1), date(2012, 10, 1), date(2015, 6, 1), BOARD_MEETING, date(2020, 1, 1)]
)
def test_lint_finds_neither_circles_nor_lapsed_bases_nor_overlaps(
    register: Register, rule: str, on: date
) -> None:
    assert found(register, rule, on) == []


def test_duties_with_months_fit_the_meetings_of_2017(register: Register) -> None:
    assert found(register, "G10") == []


def test_matters_without_a_decider_say_so_in_a_note(register: Register, document: dict[str, Any]) -> None:
    notes = {subject["id"]: subject.get("note") for subject in document["subjects"]}
    undecided = found(register, "G01")

    assert undecided
    assert [subject for subject in undecided if not notes[subject]] == []


def test_councils_have_the_last_word_on_money_and_health_agreement(register: Register) -> None:
    ratified = {(m.forum, m.subject) for m in register.mandates.values() if m.act == Act.RATIFY}

    assert ratified == {
        (council, subject)
        for council in ("regionsraad-midt", "kommunalbestyrelser")
        for subject in ("regional-it-funds", "health-agreement.content", "health-agreement.scaling")
    }
    assert deciders(register, "regional-it-funds", BOARD_MEETING, ANY_FACTS).fora == ("driftsenheder",)


@pytest.mark.parametrize(("facts", "fora"), [({}, ("ssg",)), ({"funds": "new"}, ("sku",))])
def test_scaling_goes_to_the_political_level_only_with_new_funds(
    register: Register, facts: dict[str, str], fora: tuple[str, ...]
) -> None:
    assert deciders(register, "health-agreement.scaling", BOARD_MEETING, facts).fora == fora


@pytest.mark.parametrize(
    ("phase", "verdict", "mandates", "basis"),
    [
        ("start", "within", ("nbs-approve-work-programme",), ("oa-2015",)),
        ("running", "ultra_vires", (), ()),
        ("end", "ultra_vires", (), ()),
    ],
)
def test_board_approves_the_work_programme_only_at_the_start(
    register: Register, phase: str, verdict: str, mandates: tuple[str, ...], basis: tuple[str, ...]
) -> None:
    answer = check(register, "nbs", Act.APPROVE, "medcom.work-programme", BOARD_MEETING, {"phase": phase})

    assert (answer.verdict, answer.mandates, answer.basis) == (verdict, mandates, basis)


def test_work_programme_without_its_phase_names_the_missing_fact(register: Register) -> None:
    answer = check(register, "nbs", Act.APPROVE, "medcom.work-programme", BOARD_MEETING)

    assert answer.missing_facts == ("phase",)


@pytest.mark.parametrize(
    ("phase", "act", "mandate"),
    [
        ("running", Act.REPORT, "medcom-report-work-programme"),
        ("end", Act.INFORM, "medcom-inform-results"),
    ],
)
def test_board_is_told_about_the_work_programme_afterwards(
    register: Register, phase: str, act: Act, mandate: str
) -> None:
    answer = check(register, "medcom-sg", act, "medcom.work-programme", BOARD_MEETING, {"phase": phase})

    assert (answer.verdict, answer.mandates) == ("within", (mandate,))


def test_medcoms_steering_group_must_recommend_the_work_programme(register: Register) -> None:
    answer = check(
        register, "medcom-sg", Act.APPROVE, "medcom.work-programme", BOARD_MEETING, {"phase": "start"}
    )

    assert (answer.verdict, answer.holders) == ("needs", ("nbs",))


def test_telemedicine_group_may_not_decide_projects(register: Register) -> None:
    answer = check(register, "telemedicin-kg", Act.DECIDE, "telemedicine.projects", BOARD_MEETING)

    assert (answer.verdict, answer.mandates) == ("denied", ("telemedicine-may-not-decide",))


def test_outage_at_the_operator_reaches_the_three_systems_that_were_down(register: Register) -> None:
    network = next(system.id for system in register.systems.values() if system.operator == "netic")
    reached = {network}
    while True:
        further = {
            s.id for s in register.systems.values() if {d.system for d in s.depends_on} & reached
        } - reached
        if not further:
            break
        reached |= further

    assert {"fmk", "fmk-online", "nsp-services"} <= reached


def test_portfolios_of_2015_and_2017_are_told_apart(document: dict[str, Any]) -> None:
    def standing(forum: str, on: date) -> set[str]:
        return {
            initiative["id"]
            for initiative in document["initiatives"]
            for stand in initiative.get("portfolios", [])
            if stand["forum"] == forum
            and stand["valid"]["from"] <= on < stand["valid"].get("until", date.max)
        }

    in_2015 = date(2015, 6, 1)

    assert standing("portefoelje-sg", in_2015) == {
        "fmk",
        "medcom-standarder",
        "nsp",
        "kih",
        "sundhedsjournalen",
    }
    assert standing("temagruppe-it", in_2015) == {"fmk", "medcom-standarder", "saarvurdering"}
    assert standing("portefoelje-sg", BOARD_MEETING) == set()
    assert {"sundhedsjournalen", "praksys"} <= standing("nbs", BOARD_MEETING)
