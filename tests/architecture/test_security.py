"""The threat model names no defence without a test, and no test that is not there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
FLOWS = [
    "Browser → web",
    "Link tokens",
    "Handed-in document → reader",
    "Web → PostgreSQL",
    "Worker → PostgreSQL",
    "Command line and operator → PostgreSQL",
    "Static files",
    "Embedded database",
]


def functions_of(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_named_test_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    missing = [f"{file}::{name}" for file, name in named if name not in functions_of(file)]

    assert len(named) > 50
    assert missing == []


def test_every_threat_names_a_test() -> None:
    rows = re.findall(r"^\| [STRIDE] \|.*$", PAGE, re.MULTILINE)

    assert [row for row in rows if "::" not in row.split("|")[4]] == []


def test_every_flow_is_looked_at() -> None:
    assert [flow for flow in FLOWS if f"\n### {flow}\n" not in PAGE] == []
