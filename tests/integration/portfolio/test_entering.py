"""Initiatives come into portfolios and leave them by decision, within the mandate and on their conditions."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation
from tests.factories.people import Seat, viewer_with
from tests.factories.portfolio import NOW, SECRETARY, STRANGER, initiative

from samstyr.meetings.models import AgendaItem, Meeting, Resolution
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import PortfolioDecision
from samstyr.portfolio.services import EntryTerms, ExitTerms, enter_portfolio, leave_portfolio
from samstyr.registry.models import PortfolioEntry
from samstyr.registry.queries import current_register
from samstyr.rules.rights import OPERATOR, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
ON = datetime.date(2017, 6, 28)
AFTER = datetime.date(2017, 11, 29)
NEW = "cura"
OFFICE = Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs")
TERMS = EntryTerms(subject="board-portfolio.entry", tasks="Eksempel: følge tidsplanen")


def enter(actor: Viewer, terms: EntryTerms = TERMS, **changed: Any) -> PortfolioDecision:
    given: dict[str, Any] = {"initiative": initiative(NEW), "forum": "nbs", "on": ON, "now": NOW}
    with seen_by(actor, DatabaseRole.WEB):
        return enter_portfolio(**{**given, **changed}, terms=terms, actor=actor)


def resolved(forum: str = "nbs", verb: str = "recommended", on: datetime.date = ON) -> Resolution:
    meeting, _ = Meeting.objects.get_or_create(forum_id=forum, date=on)
    item = AgendaItem.objects.create(
        meeting=meeting, position=meeting.items.count(), number="1", title="Eksempel"
    )
    return Resolution.objects.create(item=item, verb=verb, quote="Eksempel på en beslutning")


@pytest.mark.parametrize("seat", [SECRETARY, OFFICE])
def test_entry_fixes_the_tasks_and_stands_in_the_register(seat: Seat) -> None:
    decision = enter(viewer_with(seat))

    assert (decision.kind, decision.tasks, decision.verdict) == (
        "entry",
        "Eksempel: følge tidsplanen",
        "within",
    )
    assert decision.said == (
        "Den nationale bestyrelse for sundheds-it kan træffe beslutning om »Optagelse af initiativer i bestyrelsens "
        "portefølje«, jf. Økonomiaftalen for 2018."
    )
    [stands] = current_register().initiatives[NEW].portfolios
    assert (stands.forum, stands.valid.start, stands.valid.until) == ("nbs", ON, None)


def test_entry_without_tasks_or_mandate_says_what_is_missing() -> None:
    secretary = viewer_with(SECRETARY)

    with pytest.raises(DeniedError) as refused:
        enter(secretary, EntryTerms(subject="portfolio.exit", tasks=" "))

    assert refused.value.denied.code == "entry-lacks"
    with translation.override("en"):
        assert told(refused.value.denied) == (
            "The initiative can't enter the portfolio. Missing: the forum's tasks for the initiative, "
            "a mandate of the forum to decide it."
        )
    assert not PortfolioEntry.objects.filter(initiative=NEW).exists()


def test_initiative_enters_once() -> None:
    secretary = viewer_with(SECRETARY)
    enter(secretary)

    with pytest.raises(DeniedError) as refused:
        enter(secretary, on=AFTER)

    assert refused.value.denied.code == "already-in-portfolio"


def test_only_who_keeps_the_portfolio_lets_in_and_out() -> None:
    stranger = viewer_with(STRANGER)

    with pytest.raises(DeniedError):
        enter(stranger)
    with pytest.raises(DeniedError):
        leave(stranger)


@pytest.mark.parametrize(
    ("wrong", "told_as"),
    [({"subject": "findes-ikke"}, "subject: "), ({"forum": "findes-ikke"}, "forum: ")],
)
def test_entry_names_what_the_register_has(wrong: dict[str, str], told_as: str) -> None:
    terms = replace(TERMS, subject=wrong.get("subject", TERMS.subject))

    with pytest.raises(InputError, match=f"^{told_as}"):
        enter_portfolio(
            initiative=initiative(NEW),
            forum=wrong.get("forum", "nbs"),
            terms=terms,
            actor=OPERATOR,
            on=ON,
            now=NOW,
        )


def test_entry_rests_on_a_resolution_of_the_forum_itself() -> None:
    secretary = viewer_with(SECRETARY)

    with pytest.raises(DeniedError, match="resolution-elsewhere"):
        enter(secretary, replace(TERMS, resolution=resolved("medcom-sg")))

    own = resolved(verb="approved")
    assert enter(secretary, replace(TERMS, resolution=own)).resolution == own


def leave(actor: Viewer, **changed: Any) -> PortfolioDecision:
    terms: dict[str, Any] = {
        "subject": "portfolio.exit",
        "steering_group_dissolved_on": ON,
        "recommended_by": None,
    }
    where = {"initiative": initiative("praksys"), "forum": "nbs", "on": AFTER, "now": NOW}
    with seen_by(actor, DatabaseRole.WEB):
        return leave_portfolio(**where, terms=ExitTerms(**{**terms, **changed}), actor=actor)


def test_exit_ends_the_entry_and_keeps_its_conditions() -> None:
    board = resolved()

    decision = leave(viewer_with(SECRETARY), recommended_by=board)

    assert (decision.steering_group_dissolved_on, decision.recommended_by) == (ON, board)
    assert decision.verdict == "needs", "no forum of the register may decide it, and the decision says so"
    [stood] = current_register().initiatives["praksys"].portfolios
    assert stood.valid.until == AFTER


def test_exit_says_what_is_missing() -> None:
    with pytest.raises(DeniedError) as refused:
        leave(viewer_with(SECRETARY), steering_group_dissolved_on=None)

    assert refused.value.denied.code == "exit-lacks"
    with translation.override("en"):
        assert told(refused.value.denied) == (
            "The initiative can't leave the portfolio. Missing: that the project's steering group is dissolved, "
            "the board's recommendation."
        )


def test_exit_takes_the_recommendation_of_a_forum_that_may() -> None:
    secretary = viewer_with(SECRETARY)

    with pytest.raises(InputError, match="recommends nothing"):
        leave(secretary, recommended_by=resolved(verb="postponed"))


def test_exit_takes_the_recommendation_of_the_board_the_register_names() -> None:
    in_2015 = datetime.date(2015, 6, 1)

    def leave_group(board: str) -> PortfolioDecision:
        terms = ExitTerms(
            subject="portfolio.exit",
            steering_group_dissolved_on=in_2015,
            recommended_by=resolved(board, on=in_2015),
        )
        where = {"initiative": initiative("kih"), "forum": "portefoelje-sg", "on": in_2015}
        return leave_portfolio(**where, terms=terms, actor=OPERATOR, now=NOW)

    with pytest.raises(InputError, match="no say"):
        leave_group("medcom-sg")

    assert leave_group("nbs").kind == "exit"


def test_what_is_not_there_does_not_leave() -> None:
    secretary = viewer_with(SECRETARY)
    leave(secretary, recommended_by=resolved())

    with pytest.raises(DeniedError) as refused:
        leave(secretary, recommended_by=resolved())

    assert refused.value.denied.code == "not-in-portfolio"
