"""Editing the register in the administration: stored whole, or refused with why and nothing stored."""

import datetime
import html
import json
import re
from typing import Any

import lxml.html
import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from tests.factories.people import Seat, user_with
from tests.factories.registers import register

from samstyr.documents.queries import found_by
from samstyr.exchange.register_database import export_text
from samstyr.platform.danish import order
from samstyr.registry import models
from samstyr.registry.admin.base import CONSTRAINTS
from samstyr.registry.queries import current_register
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db
ADMIN = "/admin/registry"
MODELS: dict[str, Any] = {
    model.__name__.lower(): model
    for model in (
        models.Party,
        models.Organisation,
        models.Instrument,
        models.Forum,
        models.Subject,
        models.Mandate,
        models.Duty,
        models.System,
        models.Initiative,
        models.Acceptance,
        models.Heading,
    )
}


@pytest.fixture
def administrator() -> Client:
    client = Client()
    client.force_login(user_with(administrator=True))
    return client


@pytest.fixture
def editor(db: None) -> Client:
    """An administrator."""
    client = Client()
    client.force_login(user_with(administrator=True))
    return client


@pytest.fixture
def small() -> Register:
    """A small invented register."""
    loaded = register(
        parties=["stat", "kommuner"],
        organisations=["kl", "sds"],
        instruments=["aftale"],
        fora=["top", {"id": "nede", "parent": "top", "seats": [{"organisation": "kl"}]}],
        subjects=["emne", {"id": "emne.del", "parent": "emne"}],
        mandates=[
            {"id": "m1", "forum": "top", "act": "decide", "subject": "emne", "when": {"phase": "start"}}
        ],
    )
    load_register(wanted=loaded)
    return loaded


def page_of(response: HttpResponse) -> Any:
    return lxml.html.fromstring(response.content.decode())


def form_of(response: HttpResponse, model: str) -> dict[str, Any]:
    """Answer the form of a page as a browser would send it, filled in as it is shown."""
    (form,) = page_of(response).xpath(f"//form[@id='{model}_form']")
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value.removeprefix("\n"))  # a textarea begins on a new line
    return {name: value for name, value in values.items() if "__prefix__" not in name}


def edit(client: Client, model: str, key: str, **values: Any) -> HttpResponse:
    """Open the page of an entry, change some fields, and save."""
    address = f"{ADMIN}/{model}/{key}/change/"
    sent = {**form_of(client.get(address), model), **values}
    return client.post(address, {name: value for name, value in sent.items() if value is not None})


def add(client: Client, model: str, **values: Any) -> HttpResponse:
    """Open the page for a new entry, fill in some fields, and save."""
    address = f"{ADMIN}/{model}/add/"
    return client.post(address, {**form_of(client.get(address), model), **values})


def errors_of(response: HttpResponse) -> list[str]:
    """Answer the errors a page tells, those above the fields and those at them."""
    assert response.status_code == 200
    lists = page_of(response).xpath("//ul[contains(@class, 'errorlist')]/li")
    return [item.text_content().strip() for item in lists]


def titles(text: str) -> list[str]:
    return list(found_by(text).values_list("title", flat=True))


def test_every_list_and_form_opens(danish_register: Register, editor: Client) -> None:
    addresses = []
    for name, model in MODELS.items():
        addresses += [f"{ADMIN}/{name}/", f"{ADMIN}/{name}/add/"]
        addresses += [f"{ADMIN}/{name}/{row.pk}/change/" for row in model.objects.all()[:1]]
        addresses += [f"{ADMIN}/{name}/?q=sundhed"] if name != "heading" else []

    assert {address: editor.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )


def test_forms_saved_as_they_are_change_nothing(danish_register: Register, editor: Client) -> None:
    before = export_text()

    answers = [
        edit(editor, model, key).status_code
        for model, keys in (
            ("party", danish_register.parties),
            ("organisation", list(danish_register.organisations)[:5]),
            ("instrument", list(danish_register.instruments)[:5]),
            (
                "forum",
                [f.id for f in danish_register.fora.values() if f.procedure or f.meetings or f.acts_as],
            ),
            ("subject", list(danish_register.subjects)[:5]),
            ("mandate", [m.id for m in danish_register.mandates.values() if m.when or m.basis][:8]),
            ("duty", list(danish_register.duties)[:5]),
            ("system", [s.id for s in danish_register.systems.values() if s.depends_on]),
            ("initiative", list(danish_register.initiatives)[:5]),
        )
        for key in keys
    ]

    assert set(answers) == {302}
    assert current_register() == danish_register
    assert export_text() == before


def test_forum_with_seats_is_made_at_once(small: Register, administrator: Client) -> None:
    procedure = {
        "papers_before": {"days": 5, "unit": "weekdays"},
        "quorum": {"share": 0.5},
        "rule": "consensus",
    }

    answer = add(
        administrator,
        "forum",
        **{
            "id": "nyt-forum",
            "name": "Nyt forum",
            "level": "national",
            "kind": "steering-group",
            "parent": "top",
            "acts_as": ["nede"],
            "valid_0": "2017-01-01",
            "aliases": "Forummet, det nye\nNF",
            "source_document": "eksempel.txt",
            "source_section": "2",
            "note": "Første linje\r\nAnden linje",
            "procedure": json.dumps(procedure),
            "seats-TOTAL_FORMS": "1",
            "seats-0-organisation": "kl",
            "seats-0-role": "chair",
            "seats-0-count": "2",
            "seats-0-valid_1": "2018-01-01",
            "hearings-TOTAL_FORMS": "1",
            "hearings-0-party": "kommuner",
            "hearings-0-body": "nede",
            "hearings-0-takes": '{"days": 10}',
            "meeting_dates-TOTAL_FORMS": "2",
            "meeting_dates-0-date": "2017-10-04",
            "meeting_dates-1-date": "2017-06-28",
        },
    )

    wanted = register(
        parties=["stat", "kommuner"],
        organisations=["kl", "sds"],
        fora=[
            "top",
            {"id": "nede", "parent": "top", "seats": [{"organisation": "kl"}]},
            {
                "id": "nyt-forum",
                "name": "Nyt forum",
                "kind": "steering-group",
                "parent": "top",
                "acts_as": ["nede"],
                "valid": {"from": "2017-01-01"},
                "aliases": ["Forummet, det nye", "NF"],
                "source": {"document": "eksempel.txt", "section": "2"},
                "note": "Første linje\nAnden linje",
                "procedure": procedure,
                "seats": [
                    {"organisation": "kl", "role": "chair", "count": 2, "valid": {"until": "2018-01-01"}}
                ],
                "hearings": [{"party": "kommuner", "body": "nede", "takes": {"days": 10}}],
                "meetings": ["2017-06-28", "2017-10-04"],
            },
        ],
    )
    assert answer.status_code == 302
    assert current_register().fora["nyt-forum"] == wanted.fora["nyt-forum"]
    assert titles("nyt forum")[0] == "Nyt forum"


def test_seat_is_taken_out(small: Register, editor: Client) -> None:
    answer = edit(editor, "forum", "nede", **{"seats-0-DELETE": "on"})

    assert answer.status_code == 302
    assert current_register().fora["nede"].seats == ()


def test_conditions_of_a_mandate_get_a_new_key(small: Register, editor: Client) -> None:
    answer = edit(editor, "mandate", "m1", when='{"amount_dkk": {"max": 1.5e7}, "phase": "end"}')

    assert answer.status_code == 302
    stored = models.Mandate.objects.get(pk="m1")
    assert stored.when == {"amount_dkk": {"max": 15000000}, "phase": "end"}
    assert stored.when_key == current_register().mandates["m1"].when_key
    assert stored.when_key == '{"amount_dkk":{"max":"15000000"},"phase":"end"}'


def test_mandate_is_made_and_deleted(small: Register, editor: Client) -> None:
    made = add(
        editor,
        "mandate",
        id="m2",
        forum="nede",
        effect="may",
        act="recommend",
        subject="emne",
        to_forum="top",
        required="false",
        basis="aftale",
        basis_section="7",
        basis_remarks='{"note": "efter aftale"}',
    )
    mandate = current_register().mandates["m2"]

    deleted = editor.post(f"{ADMIN}/mandate/m2/delete/", {"post": "yes"})

    assert (made.status_code, deleted.status_code) == (302, 302)
    assert (mandate.to, mandate.required, mandate.joint) == ("top", False, False)
    assert mandate.basis is not None
    assert (mandate.basis.section, mandate.basis.note) == ("7", "efter aftale")
    assert set(current_register().mandates) == {"m1"}


def test_overlap_of_mandates_is_refused_and_nothing_stored(small: Register, editor: Client) -> None:
    answer = add(
        editor,
        "mandate",
        id="m2",
        forum="top",
        effect="may",
        act="decide",
        subject="emne",
        when='{"phase": "start"}',
        note="beholdes på siden",
    )

    assert errors_of(answer) == [
        "overlap (G12): m2 says the same as m1, and both are valid at the same time, from the beginning"
    ]
    assert form_of(answer, "mandate")["note"] == ["beholdes på siden"]
    assert set(current_register().mandates) == {"m1"}
    assert LogEntry.objects.count() == 0


def test_overlap_of_seats_is_refused_and_shown_as_typed(small: Register, editor: Client) -> None:
    answer = edit(
        editor,
        "forum",
        "nede",
        **{
            "name": "Andet navn",
            "seats-TOTAL_FORMS": "2",
            "seats-1-organisation": "kl",
            "seats-1-role": "member",
            "seats-1-count": "3",
        },
    )

    assert errors_of(answer) == [
        "seats: overlap (G12): two seats of kl as member are valid at the same time, from the beginning"
    ]
    typed = form_of(answer, "forum")
    assert (typed["name"], typed["seats-1-count"]) == (["Andet navn"], ["3"])
    assert current_register() == small
    assert titles("andet navn") == []


def test_mandates_apart_in_time_are_stored(small: Register, editor: Client) -> None:
    edit(editor, "mandate", "m1", valid_1="2017-01-01")

    answer = add(
        editor,
        "mandate",
        id="m2",
        forum="top",
        effect="may",
        act="decide",
        subject="emne",
        when='{"phase": "start"}',
        valid_0="2017-01-01",
    )

    assert answer.status_code == 302
    assert set(current_register().mandates) == {"m1", "m2"}


def test_seats_that_swap_their_periods_are_stored(small: Register, editor: Client) -> None:
    """Overlaps are judged when all is written, not row by row."""
    second = {
        "seats-TOTAL_FORMS": "2",
        "seats-0-valid_1": "2016-01-01",
        "seats-1-organisation": "kl",
        "seats-1-role": "member",
        "seats-1-count": "2",
        "seats-1-valid_0": "2016-01-01",
    }
    edit(editor, "forum", "nede", **second)
    before = [(seat.count, seat.valid.start) for seat in current_register().fora["nede"].seats]

    shown = form_of(editor.get(f"{ADMIN}/forum/nede/change/"), "forum")
    late, early = (0, 1) if "seats-0-valid_0" in shown else (1, 0)
    swapped = {
        f"seats-{early}-valid_0": "2016-01-01",
        f"seats-{early}-valid_1": "",
        f"seats-{late}-valid_0": "",
        f"seats-{late}-valid_1": "2016-01-01",
    }
    answer = edit(editor, "forum", "nede", **swapped)

    after = [(seat.count, seat.valid.start) for seat in current_register().fora["nede"].seats]
    day = datetime.date(2016, 1, 1)
    assert answer.status_code == 302
    assert (sorted(before, key=str), sorted(after, key=str)) == ([(1, None), (2, day)], [(1, day), (2, None)])


def test_what_the_database_refuses_is_a_message(small: Register, editor: Client) -> None:
    """A trigger stands for another writer whose change the check of the register could not see."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION other_writer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION 'taken' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'seat_overlap';"
            " END $$"
        )
        cursor.execute(
            "CREATE CONSTRAINT TRIGGER other_writer AFTER UPDATE ON registry_forum"
            " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION other_writer()"
        )

    answer = edit(editor, "forum", "nede", name="Andet navn")

    assert errors_of(answer) == [str(CONSTRAINTS["seat_overlap"])]
    assert current_register() == small


def test_circle_of_parents_is_refused(small: Register, editor: Client) -> None:
    answer = edit(editor, "forum", "top", parent="nede")

    assert errors_of(answer) == ["parent: runs in a circle: top → nede → top"]
    assert current_register() == small


@pytest.mark.parametrize(
    ("model", "key", "field", "text", "told"),
    [
        ("forum", "top", "procedure", '{"papers_before": 5}', "papers_before: expected a length of time"),
        ("forum", "top", "procedure", '{"colour": "red"}', "colour: unknown key"),
        ("forum", "top", "procedure", '{"note": "nul \\u0000"}', "note: the text holds a NUL character"),
        ("forum", "top", "procedure", "{papers_before: 5}", "1"),
        ("forum", "top", "procedure", "[" * 100_000, "JSON"),
        ("forum", "top", "establishment", '{"note": "uden grundlag"}', ""),
        ("forum", "top", "source_section", "4", ""),
        ("mandate", "m1", "when", '{"amount_dkk": {"max": "mange"}}', "amount_dkk.max: expected a number"),
        ("mandate", "m1", "when", "[1]", "expected facts and their values"),
        ("mandate", "m1", "basis_remarks", '{"section": "7"}', "expected a mapping with some of aliases"),
        ("mandate", "m1", "basis_section", "7", ""),
        ("mandate", "m1", "act", "recommend", "to: missing: a mandate to recommend needs a recipient"),
        ("mandate", "m1", "act", "dance", ""),
        ("mandate", "m1", "valid_1", "0", ""),
        ("organisation", "kl", "replaces", "kl", "replaces: runs in a circle: kl → kl"),
    ],
)
def test_what_can_not_be_read_is_told_and_not_stored(
    small: Register, editor: Client, model: str, key: str, field: str, text: str, told: str
) -> None:
    answer = edit(editor, model, key, **{field: text})

    (error,) = errors_of(answer)
    assert told in error
    assert current_register() == small


def test_period_without_a_day_is_refused(small: Register, editor: Client) -> None:
    answer = edit(editor, "organisation", "kl", valid_0="2017-01-01", valid_1="2017-01-01")

    assert len(errors_of(answer)) == 1
    assert current_register() == small


def test_id_must_be_one(small: Register, editor: Client) -> None:
    assert errors_of(add(editor, "party", id="Ny Part", name="Ny", kind="state"))[0].startswith(
        "id: 'Ny Part'"
    )
    assert len(errors_of(add(editor, "party", id="stat", name="Ny", kind="state"))) == 1
    assert current_register() == small


def test_search_follows_the_edit(small: Register, editor: Client) -> None:
    edit(editor, "forum", "nede", name="Kvalitetsudvalget")
    renamed = (titles("kvalitetsudvalg"), titles("nede"))

    editor.post(f"{ADMIN}/forum/nede/delete/", {"post": "yes"})

    assert renamed == (["Kvalitetsudvalget"], ["Kvalitetsudvalget"]), "the id finds it still"
    assert titles("kvalitetsudvalg") == []
    assert set(current_register().fora) == {"top"}


def test_search_forgets_the_old_name(small: Register, editor: Client) -> None:
    edit(editor, "organisation", "kl", name="Fællesskabet", aliases="Foreningen")
    edit(editor, "organisation", "kl", name="Samarbejdet", aliases="")

    assert (titles("samarbejdet"), titles("fællesskabet"), titles("foreningen")) == (["Samarbejdet"], [], [])


def test_snapshot_sees_the_edit_at_once(small: Register, editor: Client) -> None:
    before = current_register()

    edit(editor, "subject", "emne.del", name="Andet navn", binds=["kommuner"])

    after = current_register()
    assert (after.subjects["emne.del"].name, after.subjects["emne.del"].binds) == (
        "Andet navn",
        ("kommuner",),
    )
    assert after.fora == before.fora


def test_deleting_what_others_point_at_shows_who_does(small: Register, editor: Client) -> None:
    answer = editor.post(f"{ADMIN}/organisation/kl/delete/", {"post": "yes"})

    assert answer.status_code == 200
    assert "nede: kl (member)" in answer.content.decode()
    assert current_register() == small


@pytest.mark.parametrize("together", [False, True])
def test_deleting_what_an_accepted_finding_names_is_refused(
    small: Register, editor: Client, together: bool
) -> None:
    models.Acceptance.objects.create(rule="G05", finding="nede", reason="aftalt")
    before = current_register()
    if together:
        chosen = {"action": "delete_selected", "_selected_action": ["nede"], "post": "yes"}
        answer = editor.post(f"{ADMIN}/forum/", chosen, follow=True)
    else:
        answer = editor.post(f"{ADMIN}/forum/nede/delete/", {"post": "yes"}, follow=True)

    told = [str(message) for message in answer.context["messages"]]
    assert told == ["accepted[0].id: no forum has the id 'nede'"]
    assert current_register() == before
    assert titles("nede") == ["NEDE"]
    assert LogEntry.objects.count() == 0


def test_chosen_entries_are_deleted_together(small: Register, editor: Client) -> None:
    chosen = {"action": "delete_selected", "_selected_action": ["nede"], "post": "yes"}

    editor.post(f"{ADMIN}/forum/", chosen)

    assert set(current_register().fora) == {"top"}
    assert titles("nede") == []


def test_finding_is_accepted_once(small: Register, editor: Client) -> None:
    first = add(
        editor, "acceptance", rule="G05", finding="top", reason="under udarbejdelse", until="2018-01-01"
    )

    again = add(editor, "acceptance", rule="G05", finding="top", reason="en gang til")
    nobody = add(editor, "acceptance", rule="G05", finding="ingen", reason="findes ikke")

    assert first.status_code == 302
    assert len(errors_of(again)) == 1
    assert errors_of(nobody)[0].endswith("no forum has the id 'ingen'")
    assert list(current_register().accepted) == [("G05", "top", None)]


def test_system_initiative_and_duty_are_edited(small: Register, editor: Client) -> None:
    add(editor, "system", id="net", name="Nettet", manager="sds")
    add(
        editor,
        "system",
        **{"id": "kort", "name": "Kortet", "depends_on-TOTAL_FORMS": "1", "depends_on-0-on": "net"},
    )
    portfolio = {
        "portfolios-TOTAL_FORMS": "1",
        "portfolios-0-forum": "top",
        "portfolios-0-valid_0": "2016-01-01",
    }
    add(editor, "initiative", **{"id": "i1", "name": "Initiativet", "code": "1.5", **portfolio})
    add(editor, "duty", id="d1", name="Pligten", forum="top", act="inform", months=["6", "11"])

    answer = edit(editor, "duty", "d1", every="P6M")

    now = current_register()
    assert [each.system for each in now.systems["kort"].depends_on] == ["net"]
    assert [each.forum for each in now.initiatives["i1"].portfolios] == ["top"]
    assert now.duties["d1"].months == (6, 11)
    assert errors_of(answer) == ["every: given beside months (expected only one of months, every)"]


def test_heading_is_one(small: Register, editor: Client) -> None:
    add(editor, "heading", note="Et eksempel")

    assert current_register().remarks.note == "Et eksempel"
    assert editor.get(f"{ADMIN}/heading/add/").status_code == 403


def test_choices_stand_by_name_in_danish_order(danish_register: Register, editor: Client) -> None:
    page = editor.get(f"{ADMIN}/mandate/add/").content.decode()

    offered = re.findall(
        r'<option value="[^"]+">([^<]+)</option>', page.split('id="id_forum"')[1].split("</select>")[0]
    )
    names = [html.unescape(name) for name in offered]
    assert names == sorted((forum.name for forum in danish_register.fora.values()), key=order)


def test_secretary_may_not_edit_the_register(danish_register: Register, client: Client) -> None:
    client.force_login(user_with(Seat(Role.SECRETARY, "sds", "nbs")))

    answer = client.get(f"{ADMIN}/forum/", follow=True)

    assert answer.status_code == 403


def test_pages_lead_staff_to_the_form(danish_register: Register, editor: Client) -> None:
    pages = {
        "/fora/nbs/": "forum/nbs",
        "/emner/medcom/": "subject/medcom",
        "/organisationer/kl/": "organisation/kl",
        "/parter/stat/": "party/stat",
        "/hjemmel/oa-2015/": "instrument/oa-2015",
        "/systemer/nsp-net/": "system/nsp-net",
        "/initiativer/praksys/": "initiative/praksys",
    }

    for page, entry in pages.items():
        link = f'href="{ADMIN}/{entry}/change/"'
        assert link in editor.get(page).content.decode(), page
        assert link not in Client().get(page).content.decode(), page
