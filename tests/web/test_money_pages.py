"""The pages of money: business case, benefits, funding, pools and needs; who may write, and what each form does."""

import datetime
import io
import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from tests.factories.money import (
    FLOWS,
    benefit,
    business_case,
    money_world,
    need,
    pool,
    resolution,
)
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import COORDINATOR, OWN, SECRETARY, STRANGER, WRITER, initiative

from samstyr.portfolio.models import (
    Benefit,
    BenefitFollowUp,
    BusinessCase,
    CashFlow,
    FundingShare,
    Need,
    Partner,
    Pool,
    PoolUse,
)
from samstyr.portfolio.services import grant_need, note_realised, use_pool
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.business_case import net_present_value
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.usefixtures("danish_register")
CASE = reverse("business-case", args=[OWN])
POOLS, NEEDS = reverse("pools", args=["nbs"]), reverse("needs", args=["nbs"])
OFFICE = Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs")
OTHER_SECRETARY = Seat(Role.SECRETARY, "medcom", "medcom-sg")


def logged_in(*seats: Seat) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    if seats:
        client.force_login(user_with(*seats))
    return client


def words(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return told(page)


def told(page: str) -> str:
    return " ".join(
        re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1].split("</main>", maxsplit=1)[0]).split()
    )


def workbook(client: Client) -> Workbook:
    return load_workbook(io.BytesIO(client.get(reverse("business-case-file", args=[OWN])).content))


def handed_in(client: Client, book: Workbook | bytes, key: str = OWN) -> "tuple[int, str]":
    made = io.BytesIO()
    if isinstance(book, bytes):
        made.write(book)
    else:
        book.save(made)
    upload = SimpleUploadedFile("business-case.xlsx", made.getvalue())
    answer = client.post(reverse("business-case-preview", args=[key]), {"file": upload})
    return answer.status_code, answer.content.decode()


def kept_in(page: str) -> str:
    found = re.search(r'name="kept" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_business_case_shows_values_by_party_and_in_total() -> None:
    business_case()

    page = words(logged_in(), CASE)

    total = f"{net_present_value(FLOWS):.2f}"
    assert f"Net present value: {total} million DKK" in page
    assert "The money is back in 2020. Discounted: in 2020." in page
    assert "3.5 % from year 1, 2.5 % from year 36, 1.5 % from year 71" in page, page[:900]
    assert "Danish Ministry of Finance" in page
    assert "2016 Regionerne investment 12.50 13.25 0.75" in page
    assert "benefit not in money: Eksempel: sparede opkald 1,200" in page


def test_sensitivity_is_drawn_and_stands_in_a_table() -> None:
    business_case()

    page = logged_in().get(CASE).content.decode()

    assert page.count('<rect class="tornado-raised"') == 4 + 1  # and one in the key
    assert "<style" not in page
    assert "style=" not in page
    assert "% less than planned" in told(page)
    assert "% more than planned" in told(page)


def test_earlier_version_is_kept_and_who_kept_it_is_for_those_with_a_role() -> None:
    business_case(flows=FLOWS[:2])
    client = logged_in(COORDINATOR)
    _status, page = handed_in(client, workbook(client))
    assert "Nothing: the workbook says what the newest version says." in told(page)
    book = workbook(client)
    book["Pengestrømme"]["E5"] = 20
    client.post(reverse("business-case-keep", args=[OWN]), {"kept": kept_in(handed_in(client, book)[1])})

    newest, oldest = words(client, CASE), words(logged_in(), f"{CASE}?version=1")

    writer = BusinessCase.objects.get(version=2).writer
    assert f"by {writer}" in newest
    assert "This is an earlier version." in oldest
    assert "Net present value: -16.36" in oldest
    assert writer not in oldest
    assert logged_in().get(f"{CASE}?version=9").status_code == 404


def test_initiative_without_a_business_case_and_unknown_one() -> None:
    assert "No business case is kept" in words(logged_in(), CASE)
    assert workbook(logged_in())["Pengestrømme"]["E5"].value is None
    assert logged_in().get(reverse("business-case", args=["findes-ikke"])).status_code == 404


def test_benefits_are_followed_after_the_exit() -> None:
    benefit()
    PortfolioEntry.objects.filter(initiative=OWN).update(valid="[2015-01-01,2016-06-01)")

    page = words(logged_in(), CASE)

    assert "Followed by KL" in page
    assert "300 opkald om året (25 %)" in page
    assert "Next follow-up May 1, 2017" in page.replace("1. maj 2017", "May 1, 2017")
    assert "overdue" in page


def test_lead_adds_a_benefit_and_the_party_that_gains_follows_it_up() -> None:
    regions, municipalities = logged_in(COORDINATOR), logged_in(STRANGER)
    given = {"name": "Eksempel", "party": "kommuner", "owner": "", "unit": "timer", "planned": "10"}

    added = regions.post(reverse("benefit-add", args=[OWN]), given)
    made = Benefit.objects.get()
    address = reverse("benefit-follow-up", args=[OWN, made.pk])
    prefix = f"benefit-{made.pk}"
    said = {f"{prefix}-on": "2017-06-01", f"{prefix}-realised": "4", f"{prefix}-evidence": "Eksempel: talt"}
    followed = municipalities.post(address, said)
    empty = municipalities.post(address, {f"{prefix}-on": "2017-06-01"})

    assert (added.status_code, followed.status_code, empty.status_code) == (302, 302, 400)
    assert [(each.realised, each.evidence) for each in BenefitFollowUp.objects.all()] == [
        (Decimal(4), "Eksempel: talt")
    ]
    assert "Followed by Kommunerne (no owner is named)" in words(logged_in(), CASE)


def test_realised_amount_is_noted_beside_the_plan() -> None:
    business_case()
    flow = CashFlow.objects.get(year=2017, kind="running")
    municipalities = logged_in(STRANGER)
    address = reverse("business-case-realised", args=[OWN])
    others = CashFlow.objects.get(year=2017, party="regioner")

    done = municipalities.post(address, {"flow": flow.pk, "amount": "1.75"})
    not_theirs = municipalities.post(address, {"flow": others.pk, "amount": "1"})

    flow.refresh_from_db()
    others.refresh_from_db()
    assert (done.status_code, not_theirs.status_code) == (302, 400)
    assert (flow.amount, flow.realised, others.realised) == (Decimal("1.5"), Decimal("1.75"), None)


def test_workbook_is_previewed_and_then_kept() -> None:
    business_case()
    client = logged_in(WRITER)
    book = workbook(client)
    sheet = book["Pengestrømme"]
    sheet["E5"] = 20
    sheet["A12"], sheet["B12"], sheet["C12"], sheet["E12"] = 2021, "Staten", "Drift", 1

    status, page = handed_in(client, book)
    versions = BusinessCase.objects.count()
    kept = client.post(reverse("business-case-keep", args=[OWN]), {"kept": kept_in(page)})

    assert (status, versions, kept.status_code) == (200, 1, 302)
    assert "2 changed, 6 as before" in told(page)
    assert "investment 12.5 realised 13.25 20 realised 13.25" in told(page)
    assert "running cost new 1" in told(page)
    newest = BusinessCase.objects.get(version=2)
    assert {each.amount for each in newest.flows.filter(year__in=[2016, 2021])} == {Decimal(20), Decimal(1)}
    assert newest.flows.get(year=2016).realised == Decimal("13.25")
    assert (newest.price_level, newest.assumptions) == (2016, "Eksempel: antagelse")


def test_preview_of_another_version_page_or_hand_is_not_kept() -> None:
    business_case()
    client = logged_in(COORDINATOR)
    book = workbook(client)
    book["Pengestrømme"]["E5"] = 20
    kept = kept_in(handed_in(client, book)[1])
    address = reverse("business-case-keep", args=[OWN])

    forged = client.post(address, {"kept": kept[:-3] + "xxx"})
    other = logged_in(WRITER).post(address, {"kept": kept})
    business_case()
    late = client.post(address, {"kept": kept})

    assert (forged.status_code, other.status_code, late.status_code) == (400, 400, 409)
    assert BusinessCase.objects.count() == 2


def test_preview_does_not_undo_what_was_noted_after_it() -> None:
    case = business_case()
    client = logged_in(COORDINATOR)
    book = workbook(client)
    book["Pengestrømme"]["E5"] = 20
    kept = kept_in(handed_in(client, book)[1])
    note_realised(flow=case.flows.get(year=2018), amount=Decimal(5), actor=OPERATOR)

    answer = client.post(reverse("business-case-keep", args=[OWN]), {"kept": kept})

    assert (answer.status_code, BusinessCase.objects.count()) == (409, 1)


def test_workbook_that_cannot_be_understood_changes_nothing_and_says_where() -> None:
    business_case()
    client = logged_in(COORDINATOR)
    book = workbook(client)
    book["Pengestrømme"]["E6"] = "mange"
    foreign = workbook(client)
    foreign["Forudsætninger"]["B4"] = "praksys"

    status, page = handed_in(client, book)
    other = handed_in(client, foreign)
    damaged = handed_in(client, b"intet")

    assert (status, other[0], damaged[0]) == (400, 400, 400)
    assert "Sheet “Pengestrømme”, cell E6: there is “mange”" in told(page)
    assert "was made for another initiative (praksys)" in told(other[1])
    assert "no Excel workbook" in told(damaged[1])
    assert BusinessCase.objects.count() == 1


@pytest.mark.parametrize("seats", [(), (OFFICE,), (STRANGER,)], ids=["public", "office", "other party"])
def test_only_the_lead_writes_the_business_case(seats: tuple[Seat, ...]) -> None:
    business_case()
    client = logged_in(*seats)
    posts = {
        "benefit-add": {"name": "x", "party": "kommuner", "unit": "x"},
        "business-case-preview": {"file": SimpleUploadedFile("x.xlsx", b"x")},
        "business-case-keep": {"kept": "x"},
        "partner-add": {"partner-organisation": "kl"},
        "funding-set": {"funding-party": "kommuner", "funding-year": 2017, "funding-amount": 1},
    }

    answers = {name: client.post(reverse(name, args=[OWN]), data).status_code for name, data in posts.items()}

    assert set(answers.values()) == {403}, answers
    assert 'type="file"' not in client.get(CASE).content.decode()
    assert not Benefit.objects.exists()
    assert not Partner.objects.exists()


@pytest.mark.parametrize("seats", [(), (OFFICE,)], ids=["public", "office"])
def test_others_follow_up_nothing(seats: tuple[Seat, ...]) -> None:
    business_case()
    made, client = benefit(), logged_in(*seats)
    flow = CashFlow.objects.get(year=2017, kind="running")

    noted = client.post(reverse("business-case-realised", args=[OWN]), {"flow": flow.pk, "amount": 1})
    followed = client.post(reverse("benefit-follow-up", args=[OWN, made.pk]), {})

    assert (noted.status_code, followed.status_code) == (403, 403)
    assert BenefitFollowUp.objects.count() == 1


def test_lead_notes_partners_and_funding_on_the_page_of_the_initiative() -> None:
    client = logged_in(COORDINATOR)
    address = reverse("initiative", args=[OWN])

    for year, amount in ((2017, "1.5"), (2018, "2")):
        client.post(
            reverse("funding-set", args=[OWN]),
            {"funding-party": "kommuner", "funding-year": year, "funding-amount": amount},
        )
    partner = client.post(
        reverse("partner-add", args=[OWN]), {"partner-organisation": "kl", "partner-role": "Eksempel"}
    )
    wrong = client.post(reverse("funding-set", args=[OWN]), {"funding-year": "x"})
    use_pool(pool=pool(), initiative=initiative(), amount=Decimal(2), actor=OPERATOR)

    page = words(logged_in(), address)
    assert (partner.status_code, wrong.status_code, FundingShare.objects.count()) == (302, 400, 2)
    assert "Party 2017 2018 In all Kommunerne 1.50 2.00 3.50" in page
    assert "KL Eksempel" in page
    assert "Eksempelpulje 2017" in page


def test_pool_is_opened_and_used_by_a_decision() -> None:
    client, decided = logged_in(OFFICE), resolution()

    opened = client.post(
        reverse("pool-open", args=["nbs"]), {"name": "Eksempel", "year": 2017, "amount": "5"}
    )
    made = Pool.objects.get()
    address, prefix = reverse("pool-use", args=["nbs", made.pk]), f"pool-{made.pk}"
    given = {f"{prefix}-initiative": OWN, f"{prefix}-amount": "3", f"{prefix}-resolution": decided.pk}
    used = client.post(address, given)
    undecided = client.post(address, {**given, f"{prefix}-resolution": ""})
    client.cookies["django_language"] = "da"
    too_much = client.post(address, given)
    client.cookies["django_language"] = "en"

    statuses = [answer.status_code for answer in (opened, used, undecided, too_much)]
    assert statuses == [302, 302, 400, 403]
    assert "Der er 2 mio. kr. tilbage i puljen: det er ikke nok." in too_much.content.decode()
    assert PoolUse.objects.get().resolution_id == decided.pk
    page = words(logged_in(), POOLS)
    assert "2017 Eksempel 5.00 3.00 0.00 2.00" in page
    assert "Eksempel: puljen udmøntes" in page


def test_decision_that_is_not_published_is_not_shown_to_the_public() -> None:
    decided = resolution()
    use_pool(pool=pool(), initiative=initiative(), amount=Decimal(1), resolution=decided, actor=OPERATOR)
    decided.item.meeting.published_at = None
    decided.item.meeting.save()

    assert "puljen udmøntes" not in words(logged_in(), POOLS)
    assert "puljen udmøntes" in words(logged_in(SECRETARY), POOLS)


@pytest.mark.parametrize(
    "seats", [(), (OTHER_SECRETARY,), (COORDINATOR,)], ids=["public", "elsewhere", "coordinator"]
)
def test_only_the_forums_desk_keeps_pools_and_decides_needs(seats: tuple[Seat, ...]) -> None:
    made = pool()
    wish, client = need(made), logged_in(*seats)
    posts = {
        reverse("pool-open", args=["nbs"]): {"name": "x", "year": 2017, "amount": 1},
        reverse("pool-use", args=["nbs", made.pk]): {},
        reverse("need-move", args=["nbs", wish.pk]): {"way": "down"},
        reverse("need-decide", args=["nbs", wish.pk]): {"answer": "grant"},
        reverse("need-pay", args=["nbs", wish.pk]): {},
    }

    answers = {address: client.post(address, data).status_code for address, data in posts.items()}

    assert set(answers.values()) == {403}, answers
    assert 'name="way"' not in client.get(NEEDS).content.decode()


def test_needs_are_moved_by_buttons_and_the_line_is_drawn_where_the_money_ends() -> None:
    made = pool(amount="8")
    first, second, third = (need(made, title) for title in ("Ønske A", "Ønske B", "Ønske C"))
    client = logged_in(OFFICE)

    client.post(reverse("need-move", args=["nbs", third.pk]), {"way": "up"})
    client.post(reverse("need-move", args=["nbs", third.pk]), {"way": "up"})
    wrong = client.post(reverse("need-move", args=["nbs", third.pk]), {"way": "sideways"})

    assert list(Need.objects.values_list("pk", flat=True)) == [third.pk, first.pk, second.pk]
    assert wrong.status_code == 400
    page = words(logged_in(), NEEDS)
    places = [page.index(text) for text in ("1. Ønske C", "2. Ønske A", "money ends here", "3. Ønske B")]
    assert places == sorted(places)


def test_needs_are_granted_within_the_pool_and_declined_with_a_reason() -> None:
    made = pool(amount="5")
    first, second = need(made, "Ønske A"), need(made, "Ønske B")
    client = logged_in(SECRETARY)

    def decided(wish: Need, **given: object) -> int:
        data = {f"need-{wish.pk}-{name}": value for name, value in given.items()}
        return client.post(reverse("need-decide", args=["nbs", wish.pk]), data).status_code

    statuses = [
        decided(first, answer="grant", resolution=resolution().pk),
        decided(second, answer="grant"),  # 1 of 5 million is left
        decided(second, answer="decline", reason=" "),
        decided(second, answer="decline", reason="Eksempel: puljen er brugt"),
    ]

    assert statuses == [302, 403, 400, 302]
    page = words(logged_in(), NEEDS)
    assert "granted from the pool" in page
    assert "declined: Eksempel: puljen er brugt" in page


def test_party_states_a_need_and_pays_for_its_own_wish() -> None:
    made, client = pool(), logged_in(COORDINATOR)
    given = {"pool": made.pk, "party": "regioner", "title": "Eksempelønske", "text": "", "amount": "30"}

    stated = client.post(reverse("need-state", args=["nbs"]), given)
    wish = Need.objects.get()
    for_others = client.post(reverse("need-state", args=["nbs"]), {**given, "party": "kommuner"})
    others = logged_in(STRANGER).post(reverse("need-pay", args=["nbs", wish.pk]))
    paid = client.post(reverse("need-pay", args=["nbs", wish.pk]))

    assert [each.status_code for each in (stated, for_others, others, paid)] == [302, 400, 403, 302]
    wish.refresh_from_db()
    assert (wish.state, wish.paid_by_id) == ("own-payment", "regioner")
    assert "the party pays itself" in words(logged_in(), NEEDS)


@pytest.mark.parametrize("seats", [(), (OFFICE,)], ids=["public", "office"])
def test_only_those_who_speak_for_a_party_state_its_needs(seats: tuple[Seat, ...]) -> None:
    made, client = pool(), logged_in(*seats)

    answer = client.post(
        reverse("need-state", args=["nbs"]), {"pool": made.pk, "party": "kommuner", "title": "x"}
    )

    assert answer.status_code == 403
    assert not Need.objects.exists()


@pytest.mark.parametrize("address", [CASE, POOLS, NEEDS, reverse("initiative", args=[OWN])])
@pytest.mark.parametrize("seats", [(), (COORDINATOR, OFFICE)], ids=["public", "desk"])
def test_number_of_queries_does_not_grow(address: str, seats: tuple[Seat, ...]) -> None:
    client = logged_in(*seats)

    def asked() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    made = money_world()
    grant_need(need=need(made, "Eksempel: A", "1"), actor=OPERATOR)
    few = asked()
    for place in range(4):
        business_case()
        benefit(name=f"Eksempel {place}")
        more = pool(name=f"Eksempel {place}")
        need(more, f"Eksempel {place}")
        grant_need(need=need(more, "Eksempel: B", "1"), actor=OPERATOR)
        use_pool(pool=more, initiative=initiative("praksys"), amount=Decimal(1), actor=OPERATOR)

    assert asked() == few


def test_follow_up_of_a_day_to_come_is_refused() -> None:
    made = benefit()
    day = datetime.date(2200, 1, 1).isoformat()
    prefix = f"benefit-{made.pk}"

    answer = logged_in(COORDINATOR).post(
        reverse("benefit-follow-up", args=[OWN, made.pk]), {f"{prefix}-on": day, f"{prefix}-evidence": "x"}
    )

    assert answer.status_code == 400
    assert "Give a day that has been." in told(answer.content.decode())
