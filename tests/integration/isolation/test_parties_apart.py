"""What is private is seen by its own side alone: by the database without any query's help, and by queries alone.

Each test takes one of the two walls away and looks whether the other holds.
"""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from psycopg import errors
from tests.factories.people import DAY
from tests.factories.world import BOARD, OTHER_FORUM, OTHER_PARTY, PARTY, Keys, secret
from tests.rights.roles import ROLES

from samstyr.documents.models import SourceDocument
from samstyr.meetings.models import (
    ActionDraft,
    Attachment,
    ClosedAction,
    ClosedCase,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
    Consultation,
    ConsultationReply,
    Delivery,
    DissentStatement,
    ImportBatch,
    ItemText,
    MinutesComment,
    OutcomeDraft,
    Override,
    PaperVersion,
    Position,
    PreparedPack,
    Ratification,
    RegisterProposal,
    Remark,
    Review,
    ReviewedFact,
    RoomComment,
    RoomDraft,
    RoomHearing,
    Signature,
    Vote,
    WrittenAnswer,
    WrittenProcedure,
)
from samstyr.meetings.queries import (
    cases_visible_to,
    closed_items_found_by,
    closed_visible_to,
    incidents_naming,
    items_on,
    lights_of,
    open_follow_up,
    reviewed_facts,
    reviews_visible_to,
    reviews_waiting,
    whole_meetings,
)
from samstyr.meetings.queries.followup import follow_ups
from samstyr.meetings.queries.overrides import overrides_visible_to
from samstyr.meetings.queries.papers import attachments_visible_to, papers_visible_to
from samstyr.platform.history import event_models
from samstyr.platform.isolation import Private, place_of, tables
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import ReportDraft, WaitingSeries
from samstyr.portfolio.queries.drafts import drafts_visible_to
from samstyr.rules.procedure.readers import members
from samstyr.rules.rights import PUBLIC, Viewer

CLOSED = (ClosedItem, ClosedClause, ClosedResolution, ClosedAction, ClosedFact)
HANDED_IN = (SourceDocument, Review, ReviewedFact)
IN_BOARD = ("secretary", "chair", "member", "other-member", "substitute", "observer")
ROOMS = (RoomHearing, RoomDraft, RoomComment)
DRAFTED = (ReportDraft,)
READABLE = (
    *(ClosedCase, PaperVersion, Attachment, Signature),
    *(ItemText, OutcomeDraft, ActionDraft, Remark, DissentStatement, Vote, MinutesComment, RegisterProposal),
    Override,
    *(WrittenProcedure, WrittenAnswer, Consultation, ConsultationReply, Delivery, PreparedPack, Ratification),
    *(ImportBatch, WaitingSeries),
)
READERS = "readers__0"  # each row of the example world has one reader


def each(roles: Iterable[str], side: str) -> dict[str, set[str]]:
    return {role: {side} for role in roles}


def of_side(side: str, value: str) -> dict[str, Any]:
    """Answer what has to be written for a row to be of a side."""
    return {"readers": [value]} if side == READERS else {side: value}


# The column that names the side of a row, and per role the sides it may see. Who is not named sees nothing.
SIDES: tuple[tuple[tuple[type[Model], ...], str, dict[str, set[str]]], ...] = (
    (
        CLOSED,
        "forum_id",
        {
            **each(("secretary", "chair", "member", "other-member", "substitute"), BOARD),
            "other-secretary": {OTHER_FORUM},
        },
    ),
    (
        READABLE,
        READERS,
        {
            **each(("secretary", "chair", "member", "other-member", "substitute"), members(BOARD)),
            "other-secretary": {members(OTHER_FORUM)},
        },
    ),
    (HANDED_IN, "kept_for", {"secretary": {BOARD}, "other-secretary": {OTHER_FORUM}}),
    (
        (*ROOMS, *DRAFTED),
        "party_id",
        {
            **each(("member", "substitute", "party-coordinator"), PARTY),
            **each(("other-member", "other-coordinator"), OTHER_PARTY),
        },
    ),
    (
        (Position,),
        "party_id",
        {
            "party-coordinator": {PARTY},
            "other-coordinator": {OTHER_PARTY},
            **{role: {PARTY, OTHER_PARTY} for role in IN_BOARD},
        },
    ),
)
CASES = [(model, side, seen) for models, side, seen in SIDES for model in models]
# The events of a private table are as private as its rows.
WITH_EVENTS = [*CASES, *((event_models()[model], side, seen) for model, side, seen in CASES)]
OTHER = {BOARD: OTHER_FORUM, PARTY: OTHER_PARTY, members(BOARD): members(OTHER_FORUM)}


def sides(model: type[Model], side: str) -> set[str]:
    """Answer whose rows a table shows, asked without any filter."""
    return set(model._base_manager.values_list(side, flat=True))


def test_every_private_table_is_tried() -> None:
    private = {model for model in tables() if isinstance(place_of(model), Private)}

    assert private == {model for model, _side, _seen in WITH_EVENTS}


@pytest.mark.parametrize("database_role", list(DatabaseRole))
def test_database_shows_each_role_its_own_side_without_any_filter(
    viewers: dict[str, Viewer], database_role: DatabaseRole
) -> None:
    assert {len(sides(model, side)) for model, side, _seen in WITH_EVENTS} == {2}, "the owner sees both sides"

    wrong = {}
    for name, viewer in viewers.items():
        with seen_by(viewer, database_role):
            for model, side, seen in WITH_EVENTS:
                shown = sides(model, side)
                if shown != seen.get(name, set()):
                    wrong[name, model.__name__] = shown

    assert wrong == {}


def test_document_is_seen_by_who_handed_it_in_whatever_its_forum(viewers: dict[str, Viewer]) -> None:
    for model in HANDED_IN:
        model._base_manager.update(kept_for="")

    with seen_by(viewers["secretary"], DatabaseRole.WEB):
        mine = [list(model._base_manager.values_list("added_by", flat=True)) for model in HANDED_IN]

    assert mine == [[viewers["secretary"].user]] * 3


def test_document_of_the_operator_waits_for_any_secretary(viewers: dict[str, Viewer]) -> None:
    SourceDocument.objects.filter(kept_for=BOARD).update(kept_for="", added_by=None)
    Review.objects.filter(kept_for=BOARD).update(kept_for="", added_by=None)
    ReviewedFact.objects.filter(kept_for=BOARD).update(kept_for="", added_by=None)

    shown = {}
    for name, viewer in viewers.items():
        with seen_by(viewer, DatabaseRole.WEB):
            rows = [model._base_manager.filter(kept_for="").count() for model in HANDED_IN]
        shown[name] = [*rows, reviews_visible_to(viewer).filter(kept_for="").count()]

    secretaries = {"secretary", "other-secretary"}
    assert shown == {name: [int(name in secretaries)] * 4 for name in ROLES}


def test_rows_of_another_side_can_be_neither_changed_nor_deleted(viewers: dict[str, Viewer]) -> None:
    touched = {}
    for model, side, seen in CASES:
        name, place = next(iter(seen)), place_of(model)
        assert isinstance(place, Private)
        others = model._base_manager.filter(**{side: OTHER[next(iter(seen[name]))]})
        with seen_by(viewers[name], DatabaseRole.WEB):
            if "UPDATE" in place.may:
                touched["change", model.__name__] = others.update(**of_side(side, OTHER_FORUM))
            if "DELETE" in place.may:
                touched["delete", model.__name__] = others._raw_delete("default")

    assert set(touched.values()) == {0}
    assert len(touched) > len(CASES)


def test_row_can_not_be_written_for_another_side(viewers: dict[str, Viewer]) -> None:
    refused = {}
    for model, side, seen in CASES:
        name = next(iter(seen))
        row = model._base_manager.filter(**{f"{side}__in": seen[name]}).get()
        other = of_side(side, OTHER[next(iter(seen[name]))])
        changes = {"pk": None, **other, "added_by_id": None, "version": 2}
        for field, value in changes.items():
            if hasattr(row, field):
                setattr(row, field, value)
        try:
            with seen_by(viewers[name], DatabaseRole.WEB):
                row.save(force_insert=True)
        except DatabaseError as problem:
            refused[model.__name__] = type(problem.__cause__)

    assert refused == {model.__name__: errors.InsufficientPrivilege for model, _side, _seen in CASES}


def test_without_a_viewer_private_tables_show_nothing(keys: Keys) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE samstyr_web")
        shown = {model.__name__: sides(model, side) for model, side, _seen in WITH_EVENTS}
        cursor.execute("RESET ROLE")

    assert shown == {model.__name__: set() for model, _side, _seen in WITH_EVENTS}


@pytest.mark.django_db(transaction=True)
def test_two_viewers_on_one_connection_see_each_their_own(viewers: dict[str, Viewer]) -> None:
    number = backend()
    shown = []
    for name in ("member", "other-member", "member", "other-member"):
        with seen_by(viewers[name], DatabaseRole.WEB):
            shown += [sides(RoomDraft, "party_id"), sides(ReportDraft, "party_id")]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_user = session_user, coalesce(current_setting('samstyr.rooms', true), '')"
            )
            assert cursor.fetchone() == (True, ""), "nothing is left for the next"

    assert shown == [{PARTY}, {PARTY}, {OTHER_PARTY}, {OTHER_PARTY}] * 2
    assert backend() == number, "it was the same connection"


@pytest.mark.django_db(transaction=True)
def test_failed_transaction_leaves_no_viewer_behind(viewers: dict[str, Viewer]) -> None:
    with pytest.raises(ZeroDivisionError), seen_by(viewers["member"], DatabaseRole.WEB):
        raise ZeroDivisionError

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE samstyr_web")
        assert sides(RoomDraft, "party_id") == set()


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        number: int = cursor.fetchone()[0]
    return number


def texts(found: Iterable[Any], *fields: str) -> set[str]:
    return {str(getattr(each, field)) for each in found for field in fields}


def of_meetings(viewer: Viewer) -> set[str]:
    """Answer every private text that the meetings with everything on their pages hold."""
    found = set()
    for meeting in whole_meetings(viewer):
        for item in meeting.items.all():
            content = getattr(item, "content", None)
            found |= {content.title} if content else set()
            found |= texts(item.closedclauses.all(), "text") | texts(item.closedresolutions.all(), "quote")
            found |= texts(item.closedactions.all(), "what")
            found |= {fact.content["reason"] for fact in item.closedfacts.all()}
    return found


def closed_rows(viewer: Viewer) -> set[str]:
    return {row.forum_id for model in CLOSED for row in closed_visible_to(viewer, model)}


ALL = ("titel", "indstilling", "beslutning", "opfølgning", "lys")
# What each query answers of the private rows; it is asked as the owner, whom no policy binds.
QUERIES: dict[str, tuple[Callable[[Viewer], set[str]], Callable[[str], set[str]]]] = {
    "closed_visible_to": (closed_rows, lambda forum: {forum}),
    "whole_meetings": (of_meetings, lambda forum: {secret(forum, what) for what in ALL}),
    "items_on": (
        lambda viewer: texts(items_on("medcom.projects", viewer), "title"),
        lambda forum: {secret(forum, "titel")},
    ),
    "open_follow_up": (
        lambda viewer: texts(open_follow_up(viewer, DAY, 50), "what"),
        lambda forum: {secret(forum, "opfølgning")},
    ),
    "lights_of": (
        lambda viewer: {fact.content["reason"] for fact in lights_of("praksys", viewer)},
        lambda forum: {secret(forum, "lys")},
    ),
    "papers_visible_to": (
        lambda viewer: texts(papers_visible_to(viewer), "background"),
        lambda forum: {secret(forum, "baggrund")},
    ),
    "attachments_visible_to": (
        lambda viewer: texts(attachments_visible_to(viewer), "title"),
        lambda forum: {secret(forum, "bilag")},
    ),
    "cases_visible_to": (
        lambda viewer: {case.said.title for case in cases_visible_to(viewer) if case.closed},
        lambda forum: {secret(forum, "sag")},
    ),
    "overrides_visible_to": (
        lambda viewer: texts(overrides_visible_to(viewer), "reason", "said"),
        lambda forum: {secret(forum, "begrundelse"), secret(forum, "mandat")},
    ),
    "follow_ups": (
        lambda viewer: {each.what for each in follow_ups(viewer)},
        lambda forum: {secret(forum, "opfølgning")},
    ),
    "closed_items_found_by": (
        lambda viewer: texts(closed_items_found_by("hemmelighed", viewer), "title"),
        lambda forum: {secret(forum, "titel")},
    ),
}


def test_queries_alone_keep_closed_items_to_those_who_sit_there(viewers: dict[str, Viewer]) -> None:
    seen = SIDES[0][2]

    answers = {
        name: {role: ask(viewer) for role, viewer in viewers.items()}
        for name, (ask, _expected) in QUERIES.items()
    }

    assert answers == {
        name: {role: {text for forum in seen.get(role, ()) for text in expected(forum)} for role in ROLES}
        for name, (_ask, expected) in QUERIES.items()
    }


def test_queries_alone_keep_reviews_to_their_secretaries(viewers: dict[str, Viewer]) -> None:
    seen = SIDES[2][2]

    answers = [
        {role: texts(query(viewer), "kept_for") for role, viewer in viewers.items()}
        for query in (reviews_visible_to, reviews_waiting)
    ]

    assert answers == [{role: seen.get(role, set()) for role in ROLES}] * 2


def test_queries_alone_keep_what_was_made_of_facts_to_their_secretaries(viewers: dict[str, Viewer]) -> None:
    seen = SIDES[2][2]

    shown = {
        role: {each.kept_for for review in Review.objects.all() for each in reviewed_facts(review, viewer)}
        for role, viewer in viewers.items()
    }

    assert shown == {role: seen.get(role, set()) for role in ROLES}


def test_queries_alone_keep_drafts_of_reports_to_the_party_of_their_lead(viewers: dict[str, Viewer]) -> None:
    seen = next(sees for models, _field, sees in SIDES if ReportDraft in models)

    shown = {role: texts(drafts_visible_to(viewer), "party_id") for role, viewer in viewers.items()}

    assert shown == {role: seen.get(role, set()) for role in ROLES}
    assert not drafts_visible_to(PUBLIC).exists()


def test_incidents_of_closed_items_are_kept_to_those_who_sit_there(viewers: dict[str, Viewer]) -> None:
    ClosedFact.objects.update(kind="incidents", content={"systems": ["FMK"]})

    assert len(incidents_naming(["FMK"], viewers["member"])) == 1
    assert incidents_naming(["FMK"], viewers["observer"]) == []
    assert incidents_naming(["FMK"], PUBLIC) == []
