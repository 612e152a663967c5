"""Storing a foreign series: initiatives of their own, reports that stay, and again changes nothing."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import transaction
from tests.factories.people import viewer_with
from tests.factories.portfolio import SECRETARY
from tests.factories.portfolio_imports import MAPPING, decided, row, table

from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.services.imported import Stored, store_series
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.import_mapping import MILLION_DKK, Field, ImportMapping, SameInitiative
from samstyr.rules.portfolio.imported import read_series

pytestmark = pytest.mark.usefixtures("danish_register")
NOW = datetime.datetime(2024, 6, 20, 9, 30, tzinfo=datetime.UTC)
FOI = "Exempt under Section 43"
SERIES = (
    row("Bro", "2021-03-31", board="Amber/Red", lead="DFT", start="01/04/2015", cost="1419.5", story="Late."),
    row("Bro", "2022-03-31", board="Unknown", owner="Green", lead="DFT", key="X_1", cost=FOI),
    row("Vej", "2022-03-31"),
)


def store(
    rows: Sequence[Sequence[str]] = SERIES,
    *,
    mapping: ImportMapping = MAPPING,
    same: Sequence[SameInitiative] = (),
    **more: object,
) -> Stored:
    known = replace(mapping, same=tuple(same))
    return store_series(mapping=known, imported=read_series(known, [table(*rows)]), now=NOW, **more)  # type: ignore[arg-type]


def test_series_becomes_initiatives_and_reports() -> None:
    stored = store()

    assert stored == Stored(("ex-x-1", "ex-vej"), initiatives_new=2, reports_new=4)
    bro = Initiative.objects.get(pk="ex-x-1")
    assert (bro.name, bro.code, bro.lead, bro.source_document, bro.note) == (
        "Bro",
        "X_1",
        None,
        "Example data",
        "Lead: DFT",
    )
    said = StatusReport.objects.filter(initiative=bro).order_by("as_of", "rater")
    assert [(each.as_of.year, each.rater, each.scale, each.light, each.original) for each in said] == [
        (2021, "board", "five-point", "yellow", "Amber/Red"),
        (2022, "board", "three-point", "none", "Unknown"),
        (2022, "owner", "three-point", "green", "Green"),
    ]


def test_report_says_all_that_its_row_said() -> None:
    store()

    first, second = StatusReport.objects.filter(initiative="ex-x-1", rater="board").order_by("as_of")
    assert first.text == "story: Late.\nLead: DFT\nStart: 2015-04-01\nWhole-life cost: 1419.5 m"
    assert second.text == f"Lead: DFT\nCost: {FOI}"
    assert (first.baseline_cost, first.state, first.source_document) == (None, "running", "series.csv, row 2")
    assert first.valid_until == datetime.date(2022, 3, 31)
    assert first.published_at.isoformat() == "2021-03-30T22:00:00+00:00"


def test_row_without_any_light_keeps_one_report() -> None:
    store()

    (only,) = StatusReport.objects.filter(initiative="ex-vej")
    assert (only.rater, only.light, only.original) == ("board", "none", "")


def test_amount_in_danish_kroner_is_kept_as_such() -> None:
    columns = tuple(
        replace(each, unit=MILLION_DKK) if each.heading == "Cost" else each for each in MAPPING.columns
    )

    store(mapping=replace(MAPPING, columns=columns))

    report = StatusReport.objects.get(initiative="ex-x-1", as_of=datetime.date(2021, 3, 31))
    assert report.baseline_cost == Decimal("1419.5")
    assert "1419.5" not in report.text


def test_same_series_again_changes_nothing() -> None:
    store()
    before = list(StatusReport.objects.order_by("id").values())
    register = current_register()

    again = store()

    assert again == Stored(("ex-x-1", "ex-vej"), reports_same=4)
    assert list(StatusReport.objects.order_by("id").values()) == before
    assert current_register() == register


def test_corrected_value_supersedes_the_report() -> None:
    store()
    old = StatusReport.objects.get(initiative="ex-x-1", as_of=datetime.date(2021, 3, 31))

    again = store([row("Bro", "2021-03-31", board="Red", lead="DFT", key="X_1"), *SERIES[1:]])

    assert (again.reports_new, again.reports_corrected, again.reports_same) == (0, 1, 3)
    new = StatusReport.objects.get(supersedes=old)
    assert (new.light, new.original, new.published_at) == ("red", "Red", NOW)
    assert new.correction == "Indlæst på ny fra series.csv, row 2; ændret: original, light, text"
    assert (
        store([row("Bro", "2021-03-31", board="Red", lead="DFT", key="X_1"), *SERIES[1:]]).reports_same == 4
    )


def test_later_year_is_added_and_the_new_name_stands_beside_the_old() -> None:
    store()

    later = store([row("Bro over vandet", "2023-03-31", board="Red", key="X_1")])

    assert later == Stored(("ex-x-1",), initiatives_changed=1, reports_new=1)
    bro = Initiative.objects.get(pk="ex-x-1")
    assert (bro.name, bro.aliases) == ("Bro", ["Bro", "Bro over vandet"])
    assert Initiative.objects.filter(id__startswith="ex-").count() == 2


def test_initiative_stored_by_its_name_gets_its_id_later() -> None:
    store([row("Bro", "2021-03-31", board="Red")])

    later = store([row("Bro", "2022-03-31", board="Red", key="X_1")])

    assert later == Stored(("ex-bro",), initiatives_changed=1, reports_new=1)
    assert Initiative.objects.get(pk="ex-bro").code == "X_1"


def test_what_a_person_wrote_of_an_initiative_stays() -> None:
    store()
    Initiative.objects.filter(pk="ex-vej").update(name="Vejen", note="Vores note")

    again = store([*SERIES, row("Vej", "2023-03-31", board="Red")])

    assert again == Stored(("ex-x-1", "ex-vej"), reports_new=1, reports_same=4)
    vej = Initiative.objects.get(pk="ex-vej")
    assert (vej.name, vej.note, vej.aliases) == ("Vejen", "Vores note", ["Vej"])


def test_initiatives_stand_in_the_portfolio_of_the_forum_named() -> None:
    store(mapping=replace(MAPPING, forum="nbs"))
    store(mapping=replace(MAPPING, forum="nbs"))

    entries = PortfolioEntry.objects.filter(initiative__id__startswith="ex-")
    assert {(each.forum_id, each.initiative_id, each.valid.lower) for each in entries} == {
        ("nbs", "ex-vej", datetime.date(2022, 3, 31)),
        ("nbs", "ex-x-1", datetime.date(2021, 3, 31)),
    }
    assert entries.count() == 2


def test_without_forum_they_stand_in_none() -> None:
    store()

    assert not PortfolioEntry.objects.filter(initiative__id__startswith="ex-").exists()


def test_forum_that_the_register_lacks_is_refused() -> None:
    with pytest.raises(InputError, match=r"^forum: the register has no forum nowhere"), transaction.atomic():
        store(mapping=replace(MAPPING, forum="nowhere"))

    assert not StatusReport.objects.exists()


def test_decision_that_puts_stored_initiatives_together_is_refused_and_nothing_kept() -> None:
    rows = [row("Bro", "2021-03-31", board="Red"), row("Vej", "2022-03-31", board="Red")]
    store(rows)

    with pytest.raises(InputError) as refused, transaction.atomic():
        store([*rows, row("Ny", "2022-03-31")], same=[decided("Bro", "Vej")])

    assert str(refused.value).startswith(
        "Bro / Vej: stored before as ex-bro, ex-vej, and reports are never moved"
    )
    assert not Initiative.objects.filter(pk="ex-ny").exists()


def test_decision_taken_back_after_storing_is_refused() -> None:
    rows = [row("Bro", "2021-03-31", board="Red"), row("Vej", "2022-03-31", board="Red")]
    store(rows, same=[decided("Bro", "Vej")])

    with pytest.raises(InputError, match=r"^Bro / Vej: stored before as ex-bro"), transaction.atomic():
        store(rows)


def test_only_who_edits_the_register_may_import() -> None:
    with pytest.raises(DeniedError), transaction.atomic():
        store(actor=viewer_with(SECRETARY))


def test_series_is_never_taken_for_the_leads_own_reports() -> None:
    columns = tuple(
        replace(each, label="lead") if each.holds is Field.LIGHT and each.label == "owner" else each
        for each in MAPPING.columns
    )

    with pytest.raises(InputError, match=r"^rater: "):
        store(mapping=replace(MAPPING, columns=columns))
    assert StatusReport.objects.count() == 0
