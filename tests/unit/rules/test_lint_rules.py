"""Each rule of the lint by examples: what it finds, and what it leaves alone."""

from datetime import date
from typing import Any

import pytest
from tests.factories.registers import register

from samstyr.rules.lint import findings

DAY = date(2017, 6, 28)


def ids(rule: str, /, on: date = DAY, **lists: list[Any]) -> list[str]:
    """The ids of the findings of one rule."""
    return [found.id for found in findings(register(**lists), on) if found.rule == rule]


def decide(**more: Any) -> dict[str, Any]:
    return {"forum": "a", "act": "decide", "subject": "s", **more}


def recommend(**more: Any) -> dict[str, Any]:
    return {"forum": "a", "act": "recommend", "subject": "s", "to": "b", **more}


# G01, G02: who decides


@pytest.mark.parametrize(
    ("mandates", "found"),
    [
        ([], ["s"]),
        ([decide()], []),
        ([decide(act="approve")], []),
        ([decide(act="ratify")], ["s"]),
        ([decide(when={"phase": "start"})], []),
        ([decide(), decide(effect="may-not")], ["s"]),
        ([decide(), decide(effect="may-not", when={"phase": "start"})], []),
        ([decide(valid={"until": DAY})], ["s"]),
    ],
)
def test_g01_subject_nobody_may_decide(mandates, found):
    assert ids("G01", fora=["a"], subjects=["s"], mandates=mandates) == found


def test_g01_and_g02_are_about_leaves_only():
    lists = {
        "fora": ["a", "b"],
        "subjects": ["s", {"id": "t", "parent": "s"}],
        "mandates": [decide(subject="t"), decide(forum="b", subject="t", joint=True)],
    }

    assert (ids("G01", **lists), ids("G02", **lists)) == ([], ["t"])


@pytest.mark.parametrize(
    ("mandates", "found"),
    [
        ([decide()], []),
        ([decide(), decide(act="approve")], []),
        ([decide(), decide(forum="b")], ["s.1"]),
        ([decide(), decide(forum="b", act="approve")], ["s.1"]),
        ([decide(joint=True), decide(forum="b")], ["s.1"]),
        ([decide(joint=True), decide(forum="b", joint=True)], []),
        ([decide(), decide(forum="b", subject="s.1")], []),
        ([decide(), decide(forum="b", when={"phase": "end"})], ["s.1"]),
    ],
)
def test_g02_subject_several_may_decide(mandates, found):
    subjects = ["s", {"id": "s.1", "parent": "s"}]

    assert ids("G02", fora=["a", "b"], subjects=subjects, mandates=mandates) == found


# G03, G04: ways towards a decision


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([], ["m1"]),
        ([decide(forum="b")], []),
        ([decide(forum="b", subject="root")], []),
        ([decide(forum="b", subject="s.1")], []),
        ([decide(forum="b", subject="other")], ["m1"]),
        ([decide(forum="b"), decide(forum="b", effect="may-not")], ["m1"]),
        ([decide(forum="b", subject="root"), decide(forum="b", effect="may-not")], ["m1"]),
        ([decide(forum="b", subject="s.1"), decide(forum="b", effect="may-not")], []),
        ([decide(forum="b", when={"phase": "start"})], []),
        ([decide(forum="b", act="discuss")], ["m1"]),
        ([decide(forum="b", act="ratify")], ["m1"]),
        ([decide(forum="b", act="escalate", to="c")], ["m2"]),
        ([decide(forum="b", act="assure", to="c")], ["m2"]),
        ([decide(forum="b", act="advise", to="c")], ["m1"]),
    ],
)
def test_g03_recommendation_that_leads_nowhere(others, found):
    subjects = ["root", {"id": "s", "parent": "root"}, {"id": "s.1", "parent": "s"}, "other"]

    assert ids("G03", fora=["a", "b", "c"], subjects=subjects, mandates=[recommend(), *others]) == found


@pytest.mark.parametrize(
    ("act", "found"),
    [("recommend", 1), ("prepare", 1), ("assure", 1), ("escalate", 1), ("advise", 0), ("report", 0)],
)
def test_g03_is_about_acts_that_carry_a_matter_on(act, found):
    assert len(ids("G03", fora=["a", "b"], subjects=["s"], mandates=[recommend(act=act)])) == found


def test_g03_recommendation_to_a_forum_that_is_not_in_force():
    found = findings(
        register(
            fora=["a", {"id": "b", "valid": {"until": DAY}}],
            subjects=["s"],
            mandates=[recommend(), decide(forum="b")],
        ),
        DAY,
    )

    assert [(f.id, f.subject, f.forum, f.message) for f in found if f.rule == "G03"] == [
        ("m1", "s", "a", "A kan indstille »S« til B, men det forum er ikke i kraft.")
    ]


def test_g03_leaves_denials_and_what_is_not_in_force_alone():
    mandates = [
        recommend(effect="may-not"),
        recommend(valid={"until": DAY}),
        recommend(forum="c"),
    ]

    assert (
        ids("G03", fora=["a", "b", {"id": "c", "valid": {"until": DAY}}], subjects=["s"], mandates=mandates)
        == []
    )


def circle(**second: Any) -> list[dict[str, Any]]:
    return [recommend(), recommend(**{"forum": "b", "to": "a", **second})]


@pytest.mark.parametrize(
    ("mandates", "found"),
    [
        (circle(), ["s.1"]),
        (circle(act="prepare"), ["s.1"]),
        (circle(act="assure"), ["s.1"]),
        (circle(act="advise"), []),
        (circle(act="advise", required=True), ["s.1"]),
        (circle(act="escalate", required=True), []),
        (circle(required=False), []),
        (circle(subject="s.1"), ["s.1"]),
        (circle(subject="t"), []),
        (circle(when={"phase": "start"}), ["s.1"]),
        (circle(effect="may-not"), []),
        ([*circle(), recommend(effect="may-not")], []),
        ([*circle(), recommend(effect="may-not", subject="s.1")], []),
        ([*circle(), recommend(effect="may-not", subject="s.1", when={"phase": "x"})], ["s.1"]),
        ([*circle(), recommend(subject="s.1", to="c")], []),
        ([recommend(to="a")], ["s.1"]),
        ([recommend(), recommend(forum="b", to="c"), recommend(forum="c", to="a")], ["s.1"]),
    ],
)
def test_g04_required_steps_that_wait_for_each_other(mandates, found):
    subjects = ["s", {"id": "s.1", "parent": "s"}, "t"]

    assert ids("G04", fora=["a", "b", "c"], subjects=subjects, mandates=mandates) == found


def test_g04_names_the_fora_of_the_circle():
    found = findings(register(fora=["a", "b"], subjects=["s"], mandates=circle()), DAY)

    assert [f.message for f in found if f.rule == "G04"] == [
        "De krævede skridt før en beslutning om »S« venter på hinanden: A → B → A."
    ]


# G05, G06: on what a forum rests, and where it hangs


@pytest.mark.parametrize(
    ("forum", "found"),
    [
        ({}, ["a"]),
        ({"terms_of_reference": "now"}, []),
        ({"terms_of_reference": "past"}, ["a"]),
        ({"level": "party", "party": "stat"}, []),
        ({"valid": {"from": "2018-01-01"}}, []),
    ],
)
def test_g05_forum_without_terms_of_reference(forum, found):
    instruments = ["now", {"id": "past", "valid": {"until": DAY}}]

    assert ids("G05", parties=["stat"], instruments=instruments, fora=[{"id": "a", **forum}]) == found


@pytest.mark.parametrize(
    ("forum", "mandates", "found"),
    [
        ({}, [], ["a"]),
        ({"parent": "z"}, [], []),
        ({"level": "party", "party": "stat"}, [], []),
        ({"valid": {"until": DAY}}, [], []),
        ({}, [recommend()], []),
        ({}, [recommend(act="report")], []),
        ({}, [recommend(act="report", to="o")], []),
        ({}, [recommend(act="inform")], ["a"]),
        ({}, [recommend(act="advise")], ["a"]),
        ({}, [recommend(effect="may-not")], ["a"]),
        ({}, [recommend(), recommend(effect="may-not")], ["a"]),
        ({}, [recommend(valid={"until": DAY})], ["a"]),
        ({}, [recommend(forum="z", to="a")], []),
        ({}, [recommend(forum="z", to="a", act="prepare")], ["a"]),
        ({}, [recommend(forum="child", to="a")], ["a"]),
        ({}, [recommend(forum="grandchild", to="a")], ["a"]),
        ({}, [recommend(forum="grandchild", to="a"), recommend(forum="z", to="a")], []),
    ],
)
def test_g06_forum_that_hangs_nowhere(forum, mandates, found):
    fora = [
        {"id": "a", **forum},
        {"id": "b", "parent": "z"},
        {"id": "child", "parent": "a"},
        {"id": "grandchild", "parent": "child"},
        {"id": "z", "parent": "top"},
        {"id": "top", "level": "party", "party": "stat"},
    ]

    assert ids("G06", organisations=["o"], fora=fora, subjects=["s"], mandates=mandates) == found


# G07: bases


@pytest.mark.parametrize(
    ("mandate", "found"),
    [
        (decide(), []),
        (decide(basis={"instrument": "now"}), []),
        (decide(basis={"instrument": "past"}), ["m1"]),
        (decide(basis={"instrument": "past"}, effect="may-not"), ["m1"]),
        (decide(basis={"instrument": "past"}, valid={"until": DAY}), []),
        (decide(basis={"instrument": "past"}, forum="old"), []),
    ],
)
def test_g07_mandate_in_force_whose_basis_is_not(mandate, found):
    instruments = ["now", {"id": "past", "valid": {"until": DAY}}]
    fora = ["a", {"id": "old", "valid": {"until": DAY}}]

    assert ids("G07", instruments=instruments, fora=fora, subjects=["s"], mandates=[mandate]) == found


# G08: bound without a seat


def bound(forum: dict[str, Any], *mandates: dict[str, Any]) -> list[tuple[str, str | None]]:
    found = register(
        parties=["p", "q"],
        organisations=[{"id": "op", "party": "p"}, {"id": "oq", "party": "q"}],
        fora=[{"id": "a", **forum}, {"id": "b", "seats": [{"organisation": "oq"}]}],
        subjects=[{"id": "s", "binds": ["p", "q"]}, {"id": "s.1", "parent": "s"}],
        mandates=list(mandates),
    )
    return [(f.id, f.party) for f in findings(found, DAY) if f.rule == "G08"]


@pytest.mark.parametrize("role", ["chair", "co-chair", "vice-chair", "member"])
def test_g08_party_with_a_vote_where_it_is_decided_is_not_found(role):
    seat = {"organisation": "op", "role": role}

    assert bound({"seats": [seat]}, decide()) == [("s", "q")]


@pytest.mark.parametrize("role", ["substitute", "observer", "secretary"])
def test_g08_seat_without_a_vote_does_not_count(role):
    assert bound({"seats": [{"organisation": "op", "role": role}]}, decide()) == [("s", "p"), ("s", "q")]


def test_g08_seat_counts_while_it_is_in_force():
    assert bound({"seats": [{"organisation": "op", "valid": {"until": DAY}}]}, decide()) == [
        ("s", "p"),
        ("s", "q"),
    ]


def test_g08_partys_own_body_counts_as_its_seat():
    assert bound({"level": "party", "party": "p"}, decide()) == [("s", "q")]


def test_g08_seat_where_it_is_ratified_counts():
    seated = {"seats": [{"organisation": "op"}]}

    assert bound(seated, decide(), decide(forum="b", act="ratify")) == []


def test_g08_subject_nobody_decides_reports_each_though_it_is_ratified():
    assert bound({}, decide(forum="b", act="ratify")) == [("s", "p"), ("s", "q")]


def test_g08_seat_with_deciders_further_off_does_not_count():
    assert bound({}, decide(), decide(forum="b", subject="s.1")) == [("s", "p"), ("s", "q")]


def test_g08_fills_subject_and_party():
    found = register(parties=["p"], fora=["a"], subjects=[{"id": "s", "binds": ["p"]}], mandates=[decide()])

    assert [(f.subject, f.forum, f.party, f.message) for f in findings(found, DAY) if f.rule == "G08"] == [
        ("s", None, "p", "»S« binder P, som ikke har plads i A.")
    ]


# G09, G10, G11: meetings


@pytest.mark.parametrize(
    ("wanted", "meetings", "found"),
    [
        ({"min": 2}, ["2017-01-01"], ["a"]),
        ({"min": 2}, ["2017-01-01", "2017-12-31"], []),
        ({"min": 1}, ["2016-12-31", "2018-01-01"], ["a"]),
        ({"max": 1}, ["2017-01-01", "2017-12-31"], ["a"]),
        ({"max": 1}, [], []),
        ({"min": 1, "max": 1}, ["2017-03-03"], []),
    ],
)
def test_g09_counts_the_meetings_of_the_calendar_year(wanted, meetings, found):
    forum = {"id": "a", "procedure": {"meetings_per_year": wanted}, "meetings": meetings}

    assert ids("G09", fora=[forum]) == found


def test_g09_is_about_fora_in_force_and_a_partys_own_bodies_too():
    often = {"procedure": {"meetings_per_year": {"min": 1}}}
    fora = [
        {"id": "a", **often, "valid": {"until": DAY}},
        {"id": "b", **often, "level": "party", "party": "p"},
    ]

    assert ids("G09", parties=["p"], fora=fora) == ["b"]


@pytest.mark.parametrize(
    ("duty", "found"),
    [
        ({"months": [6, 11]}, []),
        ({"months": [6, 12]}, ["d1"]),
        ({"months": [10]}, ["d1"]),
        ({"every": "P1Y"}, []),
        ({"months": [12], "valid": {"until": DAY}}, []),
        ({"months": [12], "forum": "old"}, []),
    ],
)
def test_g10_duty_without_a_meeting_in_one_of_its_months(duty, found):
    meetings = ["2017-06-28", "2017-11-29", "2016-10-04"]
    fora = [{"id": "a", "meetings": meetings}, {"id": "old", "valid": {"until": DAY}}]

    assert ids("G10", fora=fora, subjects=["s"], duties=[{"forum": "a", **duty}]) == found


def test_g10_names_the_months():
    found = findings(
        register(fora=["a"], subjects=["s"], duties=[{"id": "d", "forum": "a", "months": [11, 6]}]), DAY
    )

    assert [(f.subject, f.forum, f.message) for f in found if f.rule == "G10"] == [
        ("s", "a", "A har intet møde i juni eller november 2017 til »D«.")
    ]


@pytest.mark.parametrize(
    ("on", "meeting", "found"),
    [
        (DAY, "2017-06-28", []),
        (DAY, "2018-06-27", []),
        (DAY, "2018-06-28", ["a"]),
        (DAY, "2017-06-27", ["a"]),
        (date(2016, 2, 29), "2017-02-28", []),
        (date(2016, 2, 29), "2017-03-01", ["a"]),
        (date(9999, 12, 31), "2017-03-01", ["a"]),
    ],
)
def test_g11_decider_without_a_meeting_in_twelve_months(on, meeting, found):
    fora = [{"id": "a", "meetings": [meeting]}]

    assert ids("G11", on, fora=fora, subjects=["s"], mandates=[decide()]) == found


@pytest.mark.parametrize(
    ("mandate", "found"),
    [
        (decide(act="approve"), ["a"]),
        (decide(when={"phase": "start"}), ["a"]),
        (decide(act="ratify"), []),
        (decide(effect="may-not"), []),
        (decide(valid={"until": DAY}), []),
    ],
)
def test_g11_is_about_permissions_to_decide_or_approve(mandate, found):
    assert ids("G11", fora=["a"], subjects=["s"], mandates=[mandate]) == found


# G12: overlaps


def test_g12_seats_instruments_and_mandates_that_overlap_on_any_date():
    early, late = {"valid": {"until": "2011-01-01"}}, {"valid": {"from": "2010-01-01"}}
    seats = [{"organisation": "o", "role": "chair", **early}, {"organisation": "o", "role": "chair", **late}]
    found = findings(
        register(
            organisations=["o"],
            instruments=[{"id": "i2", "name": "X", **early}, {"id": "i1", "name": "X", **late}],
            fora=[{"id": "a", "seats": seats}],
            subjects=["s"],
            mandates=[decide(**late), decide(**early), decide(note="x")],
        ),
        DAY,
    )

    assert [(f.id, f.subject, f.forum) for f in found if f.rule == "G12"] == [
        ("a/o/chair", None, None),
        ("i1/i2", None, None),
        ("m1/m2", None, None),
        ("m1/m3", None, None),
        ("m2/m3", None, None),
    ]


def test_g12_leaves_what_differs_or_follows_alone():
    follows = {"valid": {"from": "2010-01-01"}}
    before = {"valid": {"until": "2010-01-01"}}
    seats = [
        {"organisation": "o", "role": "chair", **before},
        {"organisation": "o", "role": "chair", **follows},
        {"organisation": "o"},
    ]

    assert (
        ids(
            "G12",
            organisations=["o"],
            instruments=[{"id": "i", "name": "X"}, {"id": "j", "name": "X", "kind": "law"}],
            fora=[{"id": "a", "seats": seats}],
            subjects=["s"],
            mandates=[decide(**before), decide(**follows), decide(when={"n": 1}), decide(when={"n": 2})],
        )
        == []
    )
