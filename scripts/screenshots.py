"""Make the README's screenshots: a demonstration of its own is started, looked at in Chromium, and stopped."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from browser import find
from samstyr.cli.demo import PASSWORD

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screenshots"
EXAMPLE = ROOT / "tests" / "examples" / "screenshots" / "eksempel-referat.txt"
PORT = 8765
BASE = f"http://localhost:{PORT}"
JOURNEY = "/rejse/?subject=health-agreement.scaling&start=temagruppe-it&ready=2017-08-21&by=2017-12-31&fakta-funds=new"
COLOURS = 128  # enough for pages of few colours, at a third of the bytes


def wait_until_ready(process: subprocess.Popen[bytes]) -> None:
    """Wait until the demonstration answers."""
    while process.poll() is None:
        try:
            urllib.request.urlopen(f"{BASE}/healthz", timeout=2).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
        else:
            return
    sys.exit("the demonstration did not start")


def log_in(page: Page) -> None:
    """Log in as the demonstration's secretary."""
    page.goto(f"{BASE}/log-ind/")
    page.get_by_label("Brugernavn").fill("sekretær")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Log ind").click()


def keep(page: Page, name: str) -> None:
    """Keep a picture of what stands on the screen, in few bytes."""
    path = FOLDER / f"{name}.png"
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)


def take(page: Page) -> None:
    """Visit the pages and keep a picture of each."""
    for name, address in [("home", "/"), ("forum", "/fora/medcom-sg/")]:
        page.goto(BASE + address)
        keep(page, name)
    page.goto(BASE + JOURNEY)
    page.locator(".journey-answer").scroll_into_view_if_needed()
    page.mouse.wheel(0, 420)
    page.wait_for_timeout(300)
    keep(page, "journey")
    page.set_viewport_size({"width": 1440, "height": 1200})  # high enough for the whole wheel
    page.goto(f"{BASE}/fora/nbs/aarshjul/")
    keep(page, "wheel")
    page.set_viewport_size({"width": 1800, "height": 1500})  # wide enough for the whole drawing
    page.goto(f"{BASE}/kort/")
    keep(page, "map")
    page.set_viewport_size({"width": 1440, "height": 900})
    log_in(page)
    take_meetings(page)
    page.goto(f"{BASE}/import/")
    page.get_by_label("Dokument").set_input_files(EXAMPLE)
    page.get_by_role("button", name="Læs det").click()
    page.locator('[data-fact="decisions.0"]').wait_for()
    page.locator('[data-fact="decisions.0"] summary').click()
    keep(page, "import")


def take_meetings(page: Page) -> None:
    """Visit the example meetings: one that is prepared, and one that is recorded."""
    for name, day, link in [
        ("agenda", "4. oktober 2017", "Forbered dagsordenen"),
        ("pack", "4. oktober 2017", "Mødematerialet"),
        ("running", "30. juni 2017", "Følg mødet"),
    ]:
        page.goto(f"{BASE}/moeder/")
        page.get_by_role("link", name=day).first.click()
        page.get_by_role("link", name=link, exact=True).click()
        keep(page, name)


def main() -> None:
    """Start a demonstration in a folder of its own and take the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="samstyr-") as var:
        process = subprocess.Popen(
            [Path(sys.executable).with_name("samstyr"), "demo", "--port", str(PORT)],
            env={**os.environ, "SAMSTYR_VAR": var},
        )
        try:
            wait_until_ready(process)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
                context = browser.new_context(locale="da-DK", viewport={"width": 1440, "height": 900})
                take(context.new_page())
                browser.close()
        finally:
            process.terminate()
            process.wait(timeout=30)


if __name__ == "__main__":
    main()
