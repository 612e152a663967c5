"""axe finds nothing on any page: light and dark, wide and on a phone; nothing is wider than the phone."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.factories.between import keys_between
from tests.factories.cases import COORDINATOR_OF_REGIONS, SECRETARY, SECRETARY_ELSEWHERE, drafted
from tests.factories.money import money_world
from tests.factories.people import user_with
from tests.factories.portfolio import OWN, kept_promises, milestone, reported, waits
from tests.factories.stages import make_stages

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import import_file
from samstyr.meetings.models import ImportBatch
from samstyr.portfolio.models import ReportRequest, WaitingSeries
from samstyr.portfolio.services import open_round
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "/",
    "/hvor/?q=telemedicin",
    "/rejse/",
    "/rejse/?subject=strategy-2018.terms&start=nbs&ready=2017-07-03&by=2017-11-29&if-forum=nbs&if-day=2017-08-30",
    "/rejse/kalendere/",
    "/kort/",
    "/fora/",
    "/fora/nbs/",
    "/fora/nbs/aarshjul/",
    "/fora/nbs/aarshjul/?aar=2018",
    "/parter/",
    "/parter/almen-praksis/",
    "/organisationer/kl/",
    "/emner/",
    "/emner/medcom.work-programme/",
    "/hjemmel/",
    "/hjemmel/oa-2015/",
    "/aftaler/oa-2018/opfoelgning/",
    "/systemer/",
    "/systemer/nsp-net/",
    "/initiativer/praksys/",
    "/portefoelje/",
    "/fora/nbs/portefoelje/optag-og-udgaa/",
    "/portefoelje/indlaes/",
    "/portefoelje/indlaes/SERIES/?vis=1",
    "/portefoelje/indlaes/UNMAPPED/?vis=1",
    "/fora/nbs/portefoelje/?on=2017-07-01",
    "/fora/nbs/portefoelje/?on=2017-07-01&lys=time",
    "/fora/nbs/portefoelje/REPORT/vurdering/",
    "/initiativer/sundhedsjournal-2/milepaele/",
    "/initiativer/sundhedsjournal-2/milepaele/MILESTONE/hvad-hvis/?date=2018-03-01",
    "/initiativer/sundhedsjournal-2/rejs/?subject=telemedicine.projects",
    "/sager/ny/?initiative=sundhedsjournal-2&forum=nbs&subject=telemedicine.projects",
    "/fora/nbs/koereplan/?on=2017-07-01",
    "/fora/nbs/portefoelje/runder/",
    "/fora/nbs/portefoelje/runder/ROUND/",
    "/initiativer/sundhedsjournal-2/",
    "/initiativer/sundhedsjournal-2/businesscase/",
    "/fora/nbs/puljer/",
    "/fora/nbs/behov/",
    "/fund/",
    "/uden-for-kompetencen/",
    "/moeder/",
    "/sager/",
    "/sager/ny/",
    "/sager/CASE/",
    "/sager/CASE/rejse/",
    "/sager/CASE/1/bagland/regioner/",
    "/sager/CASE/1/bagland/regioner/frigiv/",
    "/skriftlig/",
    "/sager/CASE/1/skriftlig/",
    "/sager/CASE/1/skriftlig/WRITTEN/",
    "/hoeringer/",
    "/sager/CASE/hoering/",
    "/sager/CASE/hoering/CONSULTATION/",
    "/tiltraedelse/",
    "/tiltraedelse/RATIFICATION/",
    "/sager/CASE/1/tiltraedelse/",
    "/underskrifter/",
    "/bilag/ATTACHMENT/underskrifter/",
    "/register/forslag/",
    "/register/forslag/PROPOSAL/",
    "/moeder/MEETING/punkter/0/forslag/",
    "/baglandet/",
    "/mine-oplysninger/",
    "/konto/",
    "/soeg/?q=medcom",
    "/import/",
    "/log-ind/",
    "/hvem-maa-hvad/",
    "/findes-ikke/",
    "/moeder/MEETING/",
    "/moeder/MEETING/pakke/filer/",
    "/personer/PERSON/",
    "/import/REVIEW/",
    "/import/AGAIN/",
    "/import/venter/",
    "/import/samling/BATCH/",
    "/fora/nbs/moeder/ny/",
    "/fora/nbs/forslag/",
    "/moeder/PLANNED/",
    "/moeder/PLANNED/dagsorden/",
    "/moeder/SENT/dagsorden/",
    "/punkter/PLANNED_OPEN/",
    "/punkter/SENT_CLOSED/",
    "/sager/OPEN_CASE/sagsfremstilling/",
    "/moeder/SENT/pakke/",
    "/moeder/SENT/afvikling/",
    "/moeder/HELD/afvikling/",
    "/moeder/HELD/referat/",
    "/moeder/MINUTED/referat/",
    "/moeder/MINUTED/siden-sidst/",
    "/opfoelgning/",
    "/min-uge/",
    "/admin/",
    "/admin/registry/forum/",
    "/admin/registry/forum/nbs/change/",
    "/admin/registry/mandate/add/",
]
SERIES_MAPPING = """\
schema: samstyr.portfolio-mapping/1
source: Eksempel
prefix: eks
formats: [YYYY-MM-DD]
scales: {lys: {Green: green}}
no-value: {unknown: [Unknown]}
columns:
  Navn: name
  Dag: day
  Slut: expected-end
  Lys: {is: light, rater: os, scales: [{scale: lys}]}
same: [{names: [Bro, Broen], by: Eksempel, on: 2017-07-01, ground: Eksempel}]
"""
OTHER = "EKSEMPELDATA\n\nReferat af møde i MedComs styregruppe den 12. juni 2017\n\n1. Velkomst (O)\n"


@pytest.fixture
def reader(transactional_db: None, denmark: Register) -> User:
    load_register(wanted=denmark)
    return user_with(SECRETARY, SECRETARY_ELSEWHERE, COORDINATOR_OF_REGIONS, administrator=True)


@pytest.fixture
def addresses(reader: User, example_minutes: Path, tmp_path: Path) -> list[str]:
    meeting = import_file(path=example_minutes, apply=True).review.meeting
    assert meeting is not None
    attendance = meeting.attendances.first()
    assert attendance is not None
    other = tmp_path / "andet.txt"
    other.write_text(OTHER, encoding="utf-8")
    review = import_file(path=other, apply=False).review
    again = tmp_path / "igen.txt"
    again.write_text(
        example_minutes.read_text(encoding="utf-8").replace("21. august", "28. august"), encoding="utf-8"
    )
    refused = [{"name": "tom.pdf", "reason": "Filen er tom. Vælg den igen."}]
    money_world()
    batch = ImportBatch.objects.create(added_by=reader, readers=[f"user:{reader.pk}"], refused=refused)
    kept_promises()
    case = drafted().leg.case
    keys = {
        "CASE": case.pk,
        "MEETING": meeting.pk,
        "PERSON": attendance.person_id,
        "REVIEW": review.pk,
        "AGAIN": import_file(path=again, apply=False).review.pk,
        "BATCH": batch.pk,
        **keys_between(case, meeting.items.order_by("position")[0]),
    }
    keys |= _portfolio() | _series(reader)
    keys |= {name.upper(): key for name, key in asdict(make_stages()).items()}
    found = []
    for page in PAGES:
        address = page
        # The longest first, because some begin as others do.
        for name, key in sorted(keys.items(), key=lambda each: -len(each[0])):
            address = address.replace(name, str(key))
        found.append(address)
    return found


def _portfolio() -> dict[str, int]:
    """Milestones that wait for each other and have moved, and a round in which a report has come in."""
    first = milestone("Levering", date(2017, 6, 1), date(2017, 9, 1), date(2017, 12, 1))
    milestone("Pilot", date(2017, 3, 1), reached_on=date(2017, 3, 8))
    waits(milestone("Drift", date(2018, 1, 1)), first, 30)
    waits(milestone("Afregning", date(2018, 2, 1), key="praksys"), first)
    made = open_round(
        forum="nbs",
        name="Eksempelrunde",
        as_of=date(2017, 6, 15),
        due=date(2017, 6, 28),
        actor=OPERATOR,
        on=date(2017, 6, 1),
    )
    report = reported(
        OWN,
        light="yellow",
        reason="Eksempel",
        expected_end=date(2018, 6, 1),
        expected_cost=12,
        risk="red",
        time="red",
    )
    ReportRequest.objects.filter(initiative=OWN).update(state="reported", report=report)
    return {"MILESTONE": first.pk, "ROUND": made.pk, "REPORT": report.pk}


def _series(reader: User) -> dict[str, int]:
    """A series that is mapped and shows its preview, and one of which nothing is said."""
    made = [
        WaitingSeries.objects.create(
            added_by=reader,
            readers=[f"user:{reader.pk}"],
            name="serie.csv",
            content=b"Navn,Dag,Lys,Slut\nBro,2017-03-31,Green,snart\nBroen,2017-06-30,Unknown,\n",
            mapping=mapping,
        )
        for mapping in (SERIES_MAPPING, "schema: samstyr.portfolio-mapping/1\n")
    ]
    return {"SERIES": made[0].pk, "UNMAPPED": made[1].pk}


@pytest.fixture
def session(reader: User, addresses: list[str]) -> str:
    client = Client()
    client.force_login(reader)
    return client.cookies["sessionid"].value


def opened(browser: Browser, live_server: LiveServer, session: str, scheme: str, width: int) -> Page:
    context = browser.new_context(
        locale="da-DK",
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
    )
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return context.new_page()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 390)])
def test_axe_finds_nothing_on_any_page(
    browser: Browser, live_server: LiveServer, addresses: list[str], session: str, scheme: str, width: int
) -> None:
    page = opened(browser, live_server, session, scheme, width)
    found = {}
    for address in addresses:
        page.goto(live_server.url + address)
        violations = Axe().run(page).response["violations"]
        if violations:
            found[address] = [
                (each["id"], [node["html"][:120] for node in each["nodes"][:2]]) for each in violations
            ]

    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)


def test_no_page_is_wider_than_a_phone(
    browser: Browser, live_server: LiveServer, addresses: list[str], session: str
) -> None:
    page = opened(browser, live_server, session, "light", 390)
    wide = {}
    for address in addresses:
        page.goto(live_server.url + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide[address] = width

    assert wide == {}
