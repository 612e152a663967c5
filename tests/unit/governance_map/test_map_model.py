"""Which rooms and lines a register gives, and where they belong."""

from datetime import date
from typing import Any

import pytest
from tests.factories.registers import register
from tests.unit.governance_map.map_cases import ON, WORDS

from samstyr.print.governance_map.building import build
from samstyr.print.governance_map.model import Change, Family, Lane, Line, MapModel, Mark, Row, View
from samstyr.print.governance_map.regions import regions_with_fora
from samstyr.print.governance_map.telling import card_rows
from samstyr.rules.register import Register

PARTIES = [
    {"id": "stat", "kind": "state"},
    {"id": "regioner", "kind": "region"},
    {"id": "kommuner", "kind": "municipality"},
    {"id": "praksis", "kind": "practice"},
    {"id": "leverandoer", "kind": "supplier"},
]
ORGANISATIONS = [{"id": f"o-{party['id']}", "party": party["id"]} for party in PARTIES]


def case(**lists: list[Any]) -> Register:
    return register(parties=PARTIES, organisations=ORGANISATIONS, subjects=["s", "t"], **lists)


def map_of(found: Register, **view: Any) -> MapModel:
    return build(found, View(**{"on": ON, **view}), WORDS)


def line(model: MapModel, a: str, b: str) -> Line:
    (found,) = [each for each in model.lines if (each.a, each.b) == (f"fora/{a}", f"fora/{b}")]
    return found


def seats(*parties: str) -> list[dict[str, str]]:
    return [{"organisation": f"o-{party}"} for party in parties]


@pytest.mark.parametrize(
    ("forum", "lane"),
    [
        ({"seats": seats("stat")}, Lane.STATE),
        ({"seats": seats("regioner")}, Lane.REGIONS),
        ({"seats": seats("kommuner")}, Lane.MUNICIPALITIES),
        ({"seats": seats("praksis")}, Lane.PRACTICE),
        ({"seats": seats("leverandoer")}, Lane.OTHERS),
        ({"seats": seats("stat", "kommuner")}, Lane.JOINT),
        ({"seats": []}, Lane.JOINT),
        ({"seats": [{"organisation": "o-stat", "role": "secretary"}]}, Lane.JOINT),
        ({"seats": [{"organisation": "o-stat", "valid": {"until": date(2010, 1, 1)}}]}, Lane.JOINT),
        ({"level": "party", "party": "kommuner"}, Lane.MUNICIPALITIES),
    ],
)
def test_lane_follows_the_parties_with_a_say(forum: dict[str, Any], lane: Lane) -> None:
    model = map_of(case(fora=[{"id": "f", **forum}]))

    assert model.rooms["fora/f"].lane == lane


@pytest.mark.parametrize(
    ("level", "kind", "row"),
    [
        ("national", "council", Row.POLITICAL),
        ("national", "political-committee", Row.POLITICAL),
        ("national", "board", Row.BOARDS),
        ("national", "programme-board", Row.STEERING),
        ("national", "group", Row.ADVISORY),
        ("party", "constituency", Row.ADVISORY),
        ("party", "council", Row.POLITICAL),
        ("project", "steering-group", Row.PROJECT),
        ("national", "project-group", Row.PROJECT),
        ("regional", "council", Row.REGIONAL_POLITICAL),
        ("local", "council", Row.REGIONAL_POLITICAL),
        ("regional", "board", Row.REGIONAL_STEERING),
        ("regional", "theme-group", Row.REGIONAL_GROUPS),
        ("local", "group", Row.REGIONAL_GROUPS),
    ],
)
def test_row_follows_level_and_kind(level: str, kind: str, row: Row) -> None:
    model = map_of(case(fora=[{"id": "f", "level": level, "kind": kind}]))

    assert model.rooms["fora/f"].row == row


def test_several_acts_between_two_fora_are_one_line() -> None:
    found = case(
        fora=["a", {"id": "b", "parent": "a"}],
        mandates=[
            {"forum": "b", "act": "report", "subject": "s", "to": "a"},
            {"forum": "b", "act": "recommend", "subject": "s", "to": "a"},
            {"forum": "b", "act": "recommend", "subject": "t", "to": "a"},
            {"forum": "a", "act": "inform", "subject": "t", "to": "b"},
        ],
    )

    assert map_of(found).lines == (
        Line(
            a="fora/a",
            b="fora/b",
            family=Family.BRINGS,
            forth=(Mark("inform"),),
            back=(Mark("indstiller"), Mark("afrapporterer")),
            child="fora/b",
        ),
    )


def test_ratifying_goes_to_whoever_decides() -> None:
    found = case(
        fora=["decider", "council", "bystander"],
        mandates=[
            {"forum": "decider", "act": "decide", "subject": "s"},
            {"forum": "bystander", "act": "decide", "subject": "t"},
            {"forum": "council", "act": "ratify", "subject": "s"},
        ],
    )

    assert [(each.a, each.b, each.family) for each in map_of(found).lines] == [
        ("fora/council", "fora/decider", Family.RATIFIES)
    ]


def test_constituency_heard_and_role_filled_are_lines() -> None:
    found = case(
        fora=[
            {
                "id": "board",
                "acts_as": ["role"],
                "hearings": [{"party": "stat", "body": "own", "sits": True}],
            },
            "role",
            {"id": "own", "level": "party", "party": "stat", "kind": "constituency"},
        ]
    )
    model = map_of(found)

    assert line(model, "board", "own").back == (Mark("heard"),)
    assert line(model, "board", "role").back == (Mark("varetages af"),)


def test_organisation_acted_towards_is_a_room() -> None:
    found = case(fora=["a"], mandates=[{"forum": "a", "act": "report", "subject": "s", "to": "o-regioner"}])
    model = map_of(found)

    assert (model.rooms["organisations/o-regioner"].lane, len(model.lines)) == (Lane.REGIONS, 1)


def test_relation_to_a_forum_not_in_force_is_listed_but_not_drawn() -> None:
    found = case(
        fora=["a", {"id": "old", "valid": {"until": date(2016, 1, 1)}}],
        mandates=[{"forum": "a", "act": "recommend", "subject": "s", "to": "old"}],
    )
    model = map_of(found)

    assert (sorted(model.rooms), len(model.lines), len(model.relations)) == (["fora/a"], 0, 1)


def test_denied_act_is_no_line() -> None:
    found = case(
        fora=["a", "b"],
        mandates=[
            {"forum": "a", "act": "recommend", "subject": "s", "to": "b"},
            {"forum": "a", "act": "recommend", "subject": "s", "effect": "may-not"},
        ],
    )

    assert map_of(found).lines == ()


def test_figures_divide_levels() -> None:
    found = case(
        fora=[
            "national",
            {"id": "project", "level": "project"},
            {"id": "own", "level": "party", "party": "stat"},
            {"id": "regional", "level": "regional"},
            {"id": "local", "level": "local"},
        ]
    )

    assert sorted(map_of(found, region=None).rooms) == ["fora/national", "fora/own", "fora/project"]
    assert sorted(map_of(found, national=False).rooms) == ["fora/local", "fora/regional"]


def test_region_has_its_own_fora_and_those_tied_to_them() -> None:
    found = register(
        parties=PARTIES,
        organisations=[
            *ORGANISATIONS,
            {"id": "nord", "party": "regioner"},
            {"id": "syd", "party": "regioner"},
        ],
        subjects=["s"],
        fora=[
            {"id": "nord-udvalg", "level": "regional", "seats": [{"organisation": "nord"}]},
            {"id": "nord-gruppe", "level": "regional", "parent": "nord-udvalg"},
            {"id": "syd-udvalg", "level": "regional", "seats": [{"organisation": "syd"}]},
            {"id": "syd-gruppe", "level": "local"},
            {"id": "loes", "level": "local"},
        ],
        mandates=[{"forum": "syd-gruppe", "act": "report", "subject": "s", "to": "syd-udvalg"}],
    )

    assert [region.id for region in regions_with_fora(found)] == ["nord", "syd"]
    shown = sorted(map_of(found, national=False, region="nord").rooms)
    assert shown == ["fora/loes", "fora/nord-gruppe", "fora/nord-udvalg"]


def test_filters_keep_what_they_name() -> None:
    found = case(
        fora=[{"id": "a", "seats": seats("stat")}, {"id": "b", "seats": seats("kommuner")}, "c"],
        mandates=[
            {"forum": "a", "act": "recommend", "subject": "s", "to": "b"},
            {"forum": "a", "act": "report", "subject": "t", "to": "c"},
            {"forum": "c", "act": "decide", "subject": "t"},
        ],
    )

    assert sorted(map_of(found, acts=frozenset({"recommend"})).rooms) == ["fora/a", "fora/b"]
    assert sorted(map_of(found, subject="t").rooms) == ["fora/a", "fora/c"]
    assert sorted(map_of(found, acts=frozenset({"decide"})).rooms) == ["fora/c"]
    assert sorted(map_of(found, party="kommuner").rooms) == ["fora/b"]


def test_subject_filter_takes_those_below_it() -> None:
    found = register(
        parties=PARTIES,
        fora=["a", "b"],
        subjects=["s", {"id": "s.under", "parent": "s"}],
        mandates=[{"forum": "a", "act": "recommend", "subject": "s.under", "to": "b"}],
    )

    assert len(map_of(found, subject="s").lines) == 1


def test_comparing_two_days_marks_what_is_new_and_what_is_gone() -> None:
    later = {"from": date(2017, 1, 1)}
    earlier = {"until": date(2017, 1, 1)}
    found = case(
        fora=["a", "b", {"id": "new", "valid": later, "parent": "a"}, {"id": "gone", "valid": earlier}],
        mandates=[
            {"forum": "b", "act": "recommend", "subject": "s", "to": "a", "valid": later},
            {"forum": "b", "act": "report", "subject": "s", "to": "a"},
            {"forum": "gone", "act": "advise", "subject": "s", "to": "a"},
        ],
    )

    model = map_of(found, before=date(2016, 1, 1))

    assert {room.key: room.change for room in model.rooms.values()} == {
        "a": Change.SAME,
        "b": Change.SAME,
        "new": Change.NEW,
        "gone": Change.GONE,
    }
    assert line(model, "a", "b").back == (Mark("indstiller", Change.NEW), Mark("afrapporterer"))
    assert line(model, "a", "gone").change == Change.GONE
    assert line(model, "a", "new").change == Change.NEW


def test_without_a_day_to_compare_with_nothing_is_marked() -> None:
    later = {"from": date(2017, 1, 1)}
    model = map_of(case(fora=["a", {"id": "new", "valid": later, "parent": "a"}]))

    assert {each.change for each in (*model.rooms.values(), *model.lines)} == {Change.SAME}


def test_cards_say_every_line_from_both_sides() -> None:
    found = case(
        fora=["a", {"id": "b", "parent": "a", "kind": "steering-group"}],
        mandates=[{"forum": "b", "act": "recommend", "subject": "s", "to": "a"}],
    )
    (boards, groups) = card_rows(map_of(found))

    assert [(tie.other.key, tie.is_from) for tie in boards.cards[0].ties] == [("b", False)]
    assert [(tie.other.key, tie.is_from) for tie in groups.cards[0].ties] == [("a", True)]
    assert groups.cards[0].parent == boards.cards[0].room


def test_danish_figures_hold_the_fora_of_the_two_figures_of_the_note(denmark: Register) -> None:
    national = map_of(denmark, region=None)
    regional = map_of(denmark, national=False, region="region-midtjylland")

    assert {
        "nbs",
        "portefoelje-sg",
        "telemedicin-kg",
        "standard-udvalg",
        "medcom-sg",
        "sundhed-dk-bestyrelse",
    } <= {room.key for room in national.rooms.values()}
    assert {"regionsraad-midt", "kommunalbestyrelser", "sku", "ssg", "temagruppe-it"} <= {
        room.key for room in regional.rooms.values()
    }
    assert not set(national.rooms) & set(regional.rooms)
