"""Which rows are one initiative: id, exact name, recorded decision; a likeness is only listed."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.portfolio_imports import decided, read, row


def groups(*rows: tuple[str, ...], same: list[object] | None = None) -> list[list[int]]:
    found = read(*rows, same=same or [])  # type: ignore[arg-type]
    return sorted([each.number for each in initiative.group.rows] for initiative in found.initiatives)


def test_rows_of_an_id_are_one_initiative_under_all_its_names() -> None:
    (initiative,) = read(
        row("Houseblocks", "2023-03-31", key="M_53"), row("3K Places", "2021-03-31", key="M_53")
    ).initiatives

    assert initiative.group.names == ("3K Places", "Houseblocks")
    assert (initiative.name, initiative.source_key) == ("Houseblocks", "M_53")


def test_rows_without_id_join_the_only_id_that_bears_their_exact_name() -> None:
    rows = row("A", "2018-09-30"), row("A", "2021-03-31", key="X_1"), row("a", "2019-09-30")

    assert groups(*rows) == [[2, 3], [4]]


def test_name_that_two_ids_bear_joins_neither_and_is_named() -> None:
    rows = row("A", "2018-09-30"), row("A", "2021-03-31", key="X_1"), row("A", "2021-03-31", key="X_2")

    assert groups(*rows) == [[2], [3], [4]]
    assert read(*rows).ambiguous == ("A",)


def test_id_in_the_column_of_names_is_taken_for_the_id_and_told() -> None:
    found = read(row("X_1", "2019-09-30"), row("A", "2021-03-31", key="X_1"), row("X_2", "2019-09-30"))

    assert [each.number for each in found.ids_as_names] == [2]
    said = [(each.group.ids, each.group.names, each.name) for each in found.initiatives]
    assert said == [(("X_1",), ("A",), "A"), ((), ("X_2",), "X_2")]


def test_two_names_are_one_only_by_decision() -> None:
    rows = (
        row("TEP1", "2014-09-30", start="01/04/2010", cost="318.42"),
        row("TEAM2100", "2015-09-30", start="01/04/2010", cost="318.42"),
    )

    assert groups(*rows) == [[2], [3]]
    assert groups(*rows, same=[decided("TEP1", "TEAM2100")]) == [[2, 3]]


def test_merged_initiative_names_the_decision() -> None:
    decision = decided("A", "B")

    (initiative,) = read(row("A", "2014-09-30"), row("B", "2015-09-30"), same=[decision]).initiatives

    assert initiative.group.decisions == (decision,)


def test_decision_on_a_name_that_no_row_bears_is_named() -> None:
    decision = decided("A", "C")

    assert read(row("A", "2014-09-30"), same=[decision]).unused == ((decision, "C"),)


def test_likely_rename_is_listed_with_its_signs_and_not_merged() -> None:
    found = read(
        row("Common Platform (CP)", "2016-09-30", start="01/11/2012", cost="380.89"),
        row("CJS Common Platform", "2017-09-30", start="01/11/2012", cost="380.96"),
    )

    (likely,) = found.likely_renames
    assert (likely.before, likely.after) == ("Common Platform (CP)", "CJS Common Platform")
    assert likely.same_start
    assert likely.costs is not None
    assert len(found.initiatives) == 2


def test_rename_to_another_word_is_listed_by_start_and_cost() -> None:
    found = read(
        row("Successor", "2016-09-30", start="14/04/2011", cost="31614.29"),
        row("DREADNOUGHT", "2017-09-30", start="14/04/2011", cost="31497.93"),
    )

    assert [each.after for each in found.likely_renames] == ["DREADNOUGHT"]


def test_initiatives_reported_on_the_same_day_are_no_rename() -> None:
    found = read(
        row("Prison A", "2016-09-30", start="14/04/2011", cost="100"),
        row("Prison A", "2017-09-30", start="14/04/2011", cost="100"),
        row("Prison B", "2017-09-30", start="14/04/2011", cost="100"),
    )

    assert found.likely_renames == ()


def test_similar_name_alone_is_no_rename() -> None:
    found = read(
        row("Prison North", "2016-09-30", start="14/04/2011", cost="100"),
        row("Prison South", "2017-09-30", start="15/04/2012", cost="150"),
    )

    assert found.likely_renames == ()


def test_decided_rename_is_not_listed_again() -> None:
    rows = (
        row("A 1", "2016-09-30", start="14/04/2011", cost="100"),
        row("A 2", "2017-09-30", start="14/04/2011", cost="100"),
    )

    assert len(read(*rows).likely_renames) == 1
    assert read(*rows, same=[decided("A 1", "A 2")]).likely_renames == ()


NAMES = st.sampled_from(["A", "B", "Prison North", "Prison North 2"])
IDS = st.sampled_from(["", "X_1", "X_2"])
DAYS = st.sampled_from(["2014-09-30", "2015-09-30", "2016-09-30"])
ROWS = st.lists(st.builds(lambda name, day, key: row(name, day, key=key), NAMES, DAYS, IDS), max_size=9)


@given(rows=ROWS)
def test_without_decisions_two_names_are_one_only_through_an_id(rows: list[tuple[str, ...]]) -> None:
    for initiative in read(*rows).initiatives:
        if len(initiative.group.names) > 1:
            assert initiative.group.ids
        assert len(initiative.group.ids) <= 1


@given(rows=ROWS, order=st.randoms(use_true_random=False))
def test_order_of_rows_changes_no_grouping(rows: list[tuple[str, ...]], order) -> None:
    shuffled = list(rows)
    order.shuffle(shuffled)

    def told(given: list[tuple[str, ...]]) -> set[tuple[tuple[str, ...], ...]]:
        found = read(*given).initiatives
        return {tuple(sorted((r.source_id or "", r.name) for r in each.group.rows)) for each in found}

    assert told(rows) == told(shuffled)
