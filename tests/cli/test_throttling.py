"""Limits hold across web processes: `samstyr serve --processes 2`, asked by many at once."""

import http.cookiejar
import re
import subprocess
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.cli.test_serve import SAMSTYR, environment, first_line_matching, free_port

PASSWORD = "eksempel-kodeord-1"


@pytest.fixture
def server(var: Path) -> Iterator[str]:
    """The address of a server with two web processes and one user."""
    made = subprocess.run(
        [SAMSTYR, "user", "anna", "--password", PASSWORD],
        env=environment(var),
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    port = free_port()
    process = subprocess.Popen(
        [SAMSTYR, "serve", "--port", str(port), "--processes", "2"],
        env=environment(var),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        first_line_matching(process, "http://localhost")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        rest, _ = process.communicate(timeout=30)
        assert "anna" not in rest


def log_in(server: str, password: str) -> str:
    """Answer what the login page said to one try in a browser of its own."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    with browser.open(f"{server}/log-ind/", timeout=30) as answer:
        token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())[0]
    words = urlencode({"csrfmiddlewaretoken": token, "login": "anna", "password": password}).encode()
    with browser.open(f"{server}/log-ind/", words, timeout=30) as answer:
        page, address = answer.read().decode(), answer.geturl()
    if "passer ikke sammen" in page:
        return "wrong"
    if "For mange fors" in page:
        return "too many"
    return "in" if address == f"{server}/" else page


def search(server: str) -> int:
    try:
        with urllib.request.urlopen(f"{server}/soeg/?q=x", timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as problem:
        return problem.code


def test_limits_hold_across_processes(server: str) -> None:
    with ThreadPoolExecutor(8) as many:
        told = Counter(many.map(lambda _number: log_in(server, "forkert-kodeord"), range(14)))
        found = Counter(many.map(lambda _number: search(server), range(140)))

    assert told == {"wrong": 5, "too many": 9}
    assert log_in(server, PASSWORD) == "too many"
    assert found == {200: 120, 429: 20}
