"""The project keeps the promises it makes about itself."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField
from django.urls import get_resolver

from samstyr.platform.history import event_models
from samstyr.platform.isolation import place_of, tables
from samstyr.platform.service import SERVICES
from samstyr.web.history import SERVICES as SERVICE_WORDS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "samstyr"
# Topics from low to high (architecture.md): a link between topics points down.
TOPICS = ["accounts", "audit", "documents", "registry", "meetings", "portfolio"]

# Models whose changes nobody needs to look up.
NOT_IN_THE_HISTORY = {
    "documents.SearchEntry": "made anew from the rows it finds, whose changes are kept",
    "registry.Change": "is itself a list of changes, for snapshots alone",
}


def tracked(*endings: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if name.endswith(endings)]


@pytest.mark.parametrize(
    "package", ["samstyr.rules.lint", "samstyr.rules.mandate", "samstyr.reading.minutes"]
)
def test_rules_and_reading_load_without_django(package: str) -> None:
    code = f"import sys, {package}; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_links_between_topics_point_down() -> None:
    upward = [
        f"{model.__name__}.{field.name}"
        for topic in TOPICS
        for model in apps.get_app_config(topic).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField)
        and field.related_model._meta.app_label in TOPICS
        and TOPICS.index(field.related_model._meta.app_label) > TOPICS.index(topic)
    ]

    assert upward == []


def test_every_model_says_whose_its_table_is_and_where_it_lies() -> None:
    silent = [model.__name__ for model in tables() if place_of(model) is None]

    assert silent == []


def test_every_model_of_ours_is_in_the_history_or_says_why_not() -> None:
    kept = {model._meta.concrete_model for model in event_models()}
    left_out = {
        model._meta.label
        for model in tables()
        if model._meta.app_label in TOPICS and model not in kept and not hasattr(model, "pgh_tracked_model")
    }

    assert left_out == set(NOT_IN_THE_HISTORY)


def test_every_event_knows_what_it_is_a_part_of() -> None:
    links = [
        (events._meta.label, link, events._meta.get_field(link).related_model in event_models())
        for events in event_models().values()
        for link in events.part_of
    ]

    assert [each for each in links if not each[2]] == []


def test_every_service_has_its_words() -> None:
    for file in SOURCE.rglob("*.py"):
        if "@service\n" in file.read_text(encoding="utf-8"):
            importlib.import_module(".".join(file.relative_to(SOURCE.parent).with_suffix("").parts))

    packages = {folder.name for folder in SOURCE.iterdir()}  # tests have services of their own
    assert set(SERVICE_WORDS) == {name for name in SERVICES if name.split(".")[0] in packages}


def test_every_setting_stands_in_the_table() -> None:
    pattern = re.compile(r'"(SAMSTYR_[A-Z_]+|DATABASE_URL)"')
    used = {
        name
        for file in tracked(".py")
        if "tests" not in file.parts or file.name == "conftest.py"
        for name in pattern.findall(file.read_text(encoding="utf-8"))
    }
    table = (ROOT / "docs" / "operate" / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z_]+)`", table, re.MULTILINE))

    assert used - documented == {"SAMSTYR_EMBEDDED"}, "set by Samstyr itself, for its own processes"
    assert documented - used == set()


def test_no_import_stands_inside_a_function() -> None:
    inside = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in tracked(".py")
        if SOURCE in file.parents
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert inside == []


def test_templates_hold_no_inline_style_or_script() -> None:
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.IGNORECASE)
    found = [str(file.relative_to(ROOT)) for file in tracked(".html") if inline.search(file.read_text())]

    assert found == []


def test_no_file_names_a_package_registry() -> None:
    hosts = [
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "npmjs" + ".org",
        "npmjs" + ".com",
        "deb.debian" + ".org",
    ]
    found = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in tracked("")
        if file.suffix not in {".png", ".docx", ".pdf"}
        for host in hosts
        if host in file.read_text(encoding="utf-8", errors="replace")
    ]

    assert found == []


def test_readme_links_lead_somewhere() -> None:
    missing = [
        f"{file.relative_to(ROOT)}: {link}"
        for file in tracked(".md")
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text(encoding="utf-8"))
        if not (file.parent / link).exists()
    ]

    assert missing == []


def test_every_page_is_walked_by_a_test() -> None:
    tested = (ROOT / "tests/web/test_pages.py").read_text(encoding="utf-8")
    names = {
        str(pattern.name)
        for pattern in get_resolver("samstyr.web.urls").url_patterns
        if getattr(pattern, "name", None)
    }

    assert {name for name in names if f'"{name}"' not in tested} == set()


def test_page_of_the_commands_is_up_to_date() -> None:
    script = [sys.executable, "-c", "import cli_docs, sys; sys.stdout.write(cli_docs.text())"]
    done = subprocess.run(script, cwd=ROOT / "scripts", capture_output=True, text=True, check=True)

    assert done.stdout == (ROOT / "docs/operate/cli.md").read_text(encoding="utf-8"), "run `make docs`"
