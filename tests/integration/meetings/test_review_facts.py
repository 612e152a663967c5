"""What a person makes of facts is kept one by one, and goes with the review into the record."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.factories.people import DAY, Seat, user_with
from tests.unit.reading.reading_score import score

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import import_file
from samstyr.exchange.review_export import case_of, export_reviews
from samstyr.meetings.judging import Judgement, facts_of
from samstyr.meetings.models import ImportedFact, Review, ReviewedFact
from samstyr.meetings.services import add_fact, judge_facts, unlink_user
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, PUBLIC, Role


@pytest.fixture
def waiting(danish_register: Register, example_minutes: Path) -> Review:
    return import_file(path=example_minutes, apply=False).review


def judge(review: Review, name: str, number: int, /, *, holds: bool = True, **changes: Any) -> None:
    read = review.read or {}
    fact = read[name] if isinstance(read[name], dict) else read[name][number]
    judge_facts(
        review=review, judgements=[Judgement(name, number, holds, {**fact, **changes})], actor=OPERATOR
    )


def go_through(review: Review) -> None:
    """Say of every fact that it is right."""
    judgements = [Judgement(kind, place, True, fact) for (kind, place), fact in facts_of(review.read or {})]
    judge_facts(review=review, judgements=judgements, actor=OPERATOR)


def kept_of(review: Review) -> list[tuple[str, str]]:
    return [(str(each), each.outcome) for each in ReviewedFact.objects.filter(review=review)]


def test_each_judgement_is_kept_with_what_was_read_and_by_whom(waiting: Review, secretary: User) -> None:
    fact = (waiting.read or {})["actions"][0]

    judge_facts(
        review=waiting,
        judgements=[Judgement("actions", 0, True, {**fact, "due": "2017-09-01"})],
        actor=viewer_of(secretary, DAY),
    )

    row = ReviewedFact.objects.get()
    assert row.before is not None
    assert (row.outcome, row.before["due"], row.after["due"]) == ("corrected", "2017-08-21", "2017-09-01")
    assert row.before["rule"].startswith("action:")
    assert (row.judged_by, row.added_by_id, row.kept_for) == (secretary, waiting.added_by_id, "medcom-sg")


def test_later_word_takes_the_place_of_the_one_before(waiting: Review) -> None:
    judge(waiting, "decisions", 0, holds=False)
    judge(waiting, "decisions", 0)

    assert kept_of(waiting) == [("decisions.0", "accepted")]


def test_saying_the_same_again_changes_nothing(waiting: Review) -> None:
    judge(waiting, "decisions", 0)
    first = ReviewedFact.objects.get().judged_at
    judge(waiting, "decisions", 0)

    assert ReviewedFact.objects.get().judged_at == first


def test_fact_is_added_from_its_words_and_stays_open_until_it_is_filled_in(waiting: Review) -> None:
    text = waiting.document.text
    start = text.index("MedCom")

    added = add_fact(review=waiting, kind="decisions", span=(start, start + 6), actor=OPERATOR)
    number = len((waiting.read or {})["decisions"])
    assert kept_of(waiting) == [(f"decisions.{number}", "")]
    judge_facts(
        review=waiting,
        judgements=[Judgement("decisions", number, True, {**added.after, "verb": "noted"})],
        actor=OPERATOR,
    )

    row = ReviewedFact.objects.get()
    assert (row.outcome, row.before, row.after["quote"]) == ("added", None, "MedCom")


@pytest.mark.parametrize("span", [(0, 0), (5, 2), (-3, 4), (0, 999_999)])
def test_fact_outside_the_text_is_refused(waiting: Review, span: tuple[int, int]) -> None:
    with pytest.raises(InputError, match="outside the text"):
        add_fact(review=waiting, kind="actions", span=span, actor=OPERATOR)


def test_fact_that_is_not_there_is_refused(waiting: Review) -> None:
    with pytest.raises(InputError, match=r"decisions\.99"):
        judge_facts(review=waiting, judgements=[Judgement("decisions", 99, True, {})], actor=OPERATOR)


def test_applied_review_takes_no_more(example_meeting: Any) -> None:
    with pytest.raises(InputError, match="does not wait"):
        judge(example_meeting.review, "decisions", 0)


@pytest.mark.parametrize("role", [None, Role.MEMBER])
def test_only_who_may_hand_in_goes_through(waiting: Review, role: Role | None) -> None:
    actor = viewer_of(user_with(Seat(role, "kl", "nbs")), DAY) if role else PUBLIC

    with pytest.raises(DeniedError):
        judge_facts(review=waiting, judgements=[], actor=actor)


def test_rules_do_not_become_part_of_the_record(example_meeting: Any) -> None:
    assert {"rule" in fact.content for fact in ImportedFact.objects.all()} == {False}


def test_erased_user_is_taken_off_what_they_went_through(waiting: Review, secretary: User) -> None:
    judge_facts(
        review=waiting,
        judgements=[Judgement("decisions", 0, True, (waiting.read or {})["decisions"][0])],
        actor=viewer_of(secretary, DAY),
    )

    unlink_user(user=secretary.pk, actor=OPERATOR)

    assert ReviewedFact.objects.get().judged_by is None


def exported(review: Review, folder: Path) -> Path:
    (text,) = export_reviews(folder=folder, reviews=[review.pk])
    return text


def off(folder: Path) -> set[str]:
    """Answer the fields that are not read as the keys of a folder say."""
    return {field for field, each in score(folder)[0].items() if each.f1 < 1}


def test_uncorrected_review_scores_all(waiting: Review, tmp_path: Path) -> None:
    go_through(waiting)

    text = exported(waiting, tmp_path)

    assert text == tmp_path / f"{waiting.pk:02}.txt"
    assert text.read_text(encoding="utf-8") == waiting.document.text
    assert off(tmp_path) == set()
    assert sum(each.there for each in score(tmp_path)[0].values()) > 40


@pytest.mark.parametrize(
    ("kind", "changes", "fields"),
    [
        ("decisions", {"verb": "rejected"}, {"decisions", "with remarks"}),
        ("actions", {"due": "2017-12-31"}, {"actions, due"}),
        ("participants", {"attendance": "absent"}, {"attendance"}),
        ("items", {"kind": "discussion"}, {"kinds"}),
        ("meeting", {"place": "Et helt andet sted"}, {"place"}),
        ("next_meeting", {"date": "2017-12-31"}, {"date, next date"}),
    ],
)
def test_corrected_review_scores_lower_on_what_was_corrected_alone(
    waiting: Review, tmp_path: Path, kind: str, changes: dict[str, Any], fields: set[str]
) -> None:
    go_through(waiting)
    judge(waiting, kind, 0, **changes)

    exported(waiting, tmp_path)

    assert off(tmp_path) == fields


def test_what_was_left_out_and_added_counts_against_the_reader(waiting: Review, tmp_path: Path) -> None:
    go_through(waiting)
    judge(waiting, "actions", 0, holds=False)
    text = waiting.document.text
    start = text.index("MedCom")
    added = add_fact(review=waiting, kind="participants", span=(start, start + 6), actor=OPERATOR)
    judge_facts(
        review=waiting,
        judgements=[Judgement("participants", added.place, True, added.after)],
        actor=OPERATOR,
    )

    exported(waiting, tmp_path)

    scores = score(tmp_path)[0]
    assert (scores["actions"].precision, scores["actions"].recall) == (0.0, 1.0)
    assert (scores["participants"].precision, scores["participants"].recall < 1) == (1.0, True)


def test_key_has_the_shape_of_those_of_the_examples(waiting: Review) -> None:
    go_through(waiting)

    text, written = case_of(review=waiting, actor=OPERATOR)

    key = json.loads(written)
    assert text.decode() == waiting.document.text
    assert list(key)[:4] == ["document_type", "meeting", "participants", "items"]
    assert key["decisions"][0]["item"] == "1"
    assert {"span", "rule", "item_index"} & set(key["decisions"][0]) == set()
    assert written.decode().count('\n  {"name"') == len(key["participants"])


def test_review_that_is_not_gone_through_is_not_exported(waiting: Review, tmp_path: Path) -> None:
    judge(waiting, "decisions", 0)

    with pytest.raises(InputError, match="not gone through"):
        export_reviews(folder=tmp_path / "ud", reviews=[waiting.pk])

    assert export_reviews(folder=tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_review_that_a_command_applied_is_exported_by_its_number_alone(
    example_meeting: Any, tmp_path: Path
) -> None:
    assert export_reviews(folder=tmp_path) == []
    assert len(export_reviews(folder=tmp_path, reviews=[example_meeting.review.pk])) == 1


def test_applied_review_is_exported_once_however_often(
    example_meeting: Any, secretary: User, tmp_path: Path
) -> None:
    Review.objects.update(reviewer=secretary)
    first = export_reviews(folder=tmp_path)

    assert export_reviews(folder=tmp_path) == first
    assert len(list(tmp_path.iterdir())) == 2
    assert off(tmp_path) == set()


def test_review_of_another_forum_is_as_if_it_were_not(waiting: Review, tmp_path: Path) -> None:
    go_through(waiting)
    other = viewer_of(user_with(Seat(Role.SECRETARY, "sds", "nbs")), DAY)

    assert export_reviews(folder=tmp_path, actor=other) == []
    with pytest.raises(InputError, match="no review"):
        export_reviews(folder=tmp_path, reviews=[waiting.pk], actor=other)
