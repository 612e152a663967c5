"""Login and account with the keyboard alone; axe finds nothing on any of their pages, light, dark and on a phone."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.codes import code_now

from samstyr.accounts.models import User
from samstyr.accounts.services import password_link

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "eksempel-kodeord-1"
NEW = "et-helt-andet-kodeord"
LOOKS = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]


def press_to(page: Page, name: str, key: str = "Enter", most: int = 60) -> None:
    """Go on with the Tab key until the control of that name has the focus, then press the key."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        label = focused.get_attribute("aria-label") or focused.inner_text()
        if label.strip() == name:
            page.keyboard.press(key)
            return
    pytest.fail(f"the Tab key does not lead to {name!r}")


def type_into(page: Page, name: str, text: str, most: int = 60) -> None:
    """Go on with the Tab key until the field of that name has the focus, then type."""
    field = page.get_by_label(name, exact=True).last
    for _ in range(most):
        page.keyboard.press("Tab")
        if field.evaluate("each => each === document.activeElement"):
            page.keyboard.type(text)
            return
    pytest.fail(f"the Tab key does not lead to {name!r}")


def log_in(page: Page, server: str) -> None:
    page.goto(f"{server}/log-ind/")
    type_into(page, "Brugernavn", "anna")
    type_into(page, "Adgangskode", PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}/")


def try_a_wrong_password(page: Page, server: str, seen: Callable[[str], None]) -> None:
    page.goto(f"{server}/log-ind/")
    seen("login")
    type_into(page, "Brugernavn", "anna")
    type_into(page, "Adgangskode", "forkert")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("passer ikke sammen")
    seen("login-wrong")


def turn_second_factor_on(page: Page, server: str, seen: Callable[[str], None]) -> str:
    """Answer one of the recovery codes."""
    page.goto(f"{server}/konto/")
    seen("account")
    press_to(page, "Slå totrinsbekræftelse til")
    expect(page.locator("h1")).to_have_text("Bekræft, at det er dig")
    seen("confirm")
    type_into(page, "Adgangskode", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Slå totrinsbekræftelse til")
    secret = page.locator(".secret").inner_text()
    type_into(page, "Engangskode", "000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Koden passer ikke")
    seen("second-factor-wrong")
    type_into(page, "Engangskode", code_now(secret))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Nødkoder")
    seen("recovery-codes")
    recovery = page.locator(".codes .secret").first.inner_text()
    page.goto(f"{server}/konto/to-trin/noedkoder/")
    seen("recovery-codes-again")
    page.goto(f"{server}/konto/to-trin/noedkoder/nye/")
    seen("new-recovery-codes")
    page.goto(f"{server}/konto/to-trin/fra/")
    seen("second-factor-off")
    page.goto(f"{server}/konto/bekraeft/kode/")
    seen("confirm-by-code")
    page.goto(f"{server}/konto/")
    seen("account-on")
    return recovery


def log_in_by_code(page: Page, server: str, seen: Callable[[str], None], recovery: str) -> None:
    page.goto(f"{server}/log-ud/")
    seen("logout")
    page.locator("main").get_by_role("button", name="Log ud").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Du er logget ud.")
    page.goto(f"{server}/log-ind/")
    type_into(page, "Brugernavn", "anna")
    type_into(page, "Adgangskode", PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Angiv koden")
    seen("code")
    type_into(page, "Engangskode", recovery)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}/")


def change_password(page: Page, server: str, seen: Callable[[str], None]) -> None:
    page.goto(f"{server}/konto/adgangskode/")
    type_into(page, "Din nuværende adgangskode", PASSWORD)
    type_into(page, "Ny adgangskode", NEW)
    type_into(page, "Ny adgangskode igen", "noget andet end det")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("ikke ens")
    seen("password-wrong")
    type_into(page, "Din nuværende adgangskode", PASSWORD)
    type_into(page, "Ny adgangskode", NEW)
    type_into(page, "Ny adgangskode igen", NEW)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Din adgangskode er skiftet")


@pytest.fixture
def anna(transactional_db: None) -> User:
    return User.objects.create_user("anna", password=PASSWORD, email="anna@example.dk")


def pictures(page: Page, scheme: str, width: int) -> Callable[[str], None]:
    """Where SAMSTYR_PICTURES names a folder, keep a picture of each page there."""
    folder = os.environ.get("SAMSTYR_PICTURES")

    def take(name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}-{scheme}-{width}.png", full_page=True)

    return take


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_login_and_account_by_keyboard_are_accessible(
    browser: Browser, live_server: LiveServer, anna: User, scheme: Any, width: int
) -> None:
    context = browser.new_context(
        locale="da-DK", color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    found: dict[str, Any] = {}
    keep = pictures(page, scheme, width)

    def look(name: str) -> None:
        keep(name)
        violations = Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        heads = page.locator("h1").count()
        if violations or wide or heads != 1:
            told = [(each["id"], [node["html"][:120] for node in each["nodes"][:2]]) for each in violations]
            found[name] = (told, wide, heads)

    try_a_wrong_password(page, live_server.url, look)
    log_in(page, live_server.url)
    recovery = turn_second_factor_on(page, live_server.url, look)
    log_in_by_code(page, live_server.url, look, recovery)
    change_password(page, live_server.url, look)
    link = re.sub(r"https?://[^/]+", live_server.url, password_link(username="cecilie"))
    page.goto(f"{live_server.url}/log-ud/")
    page.context.clear_cookies()
    for name, address in [
        ("link", link),
        ("link-used", f"{live_server.url}/konto/adgangskode/ny/1-x-y/"),
        ("link-done", f"{live_server.url}/konto/adgangskode/ny/gemt/"),
        ("closed", f"{live_server.url}/konto/lukket/"),
    ]:
        page.goto(address)
        look(name)

    assert errors == []
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)
    context.close()


def test_picture_for_the_app_is_shown_under_the_policy(
    page: Page, live_server: LiveServer, anna: User
) -> None:
    log_in(page, live_server.url)
    page.goto(f"{live_server.url}/konto/to-trin/til/")
    type_into(page, "Adgangskode", PASSWORD)
    page.keyboard.press("Enter")
    picture = page.get_by_alt_text("Billede til appen")

    expect(picture).to_be_visible()
    assert picture.evaluate("each => each.complete && each.naturalWidth > 0")


def test_error_summary_leads_to_the_field(page: Page, live_server: LiveServer, anna: User) -> None:
    page.goto(f"{live_server.url}/log-ind/")
    page.locator("main").get_by_role("button", name="Log ind").press("Enter")
    page.get_by_role("alert").get_by_role("link", name="Adgangskode").press("Enter")

    expect(page.get_by_label("Adgangskode")).to_be_focused()
    expect(page.get_by_label("Adgangskode")).to_have_accessible_description(re.compile("Fejl: "))
