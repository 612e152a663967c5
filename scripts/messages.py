"""The Danish message file: `messages.py check | update | compile FILE`.

GNU gettext is not asked for: templates are read with Django's own parser and code with Python's.
"""

import ast
import calendar
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.template import engines
from django.template.base import Node, Template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "samstyr"
CATALOGUE = SOURCE / "locale" / "da" / "LC_MESSAGES" / "django.po"
FUNCTIONS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
Message = tuple[str, str]  # singular, plural or ""


def in_code(file: Path) -> Iterator[Message]:
    """Answer the texts that a Python file marks for translation."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            texts = [
                a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)
            ]
            if not texts:
                sys.exit(f"{file}:{node.lineno}: {node.func.id}() needs a literal text")
            yield texts[0], texts[1] if node.func.id.startswith("ngettext") else ""


def in_template(file: Path) -> Iterator[Message]:
    """Answer the texts that a template marks for translation."""
    template: Template = engines["django"].from_string(file.read_text(encoding="utf-8")).template
    for node in template.nodelist.get_nodes_by_type(Node):
        if isinstance(node, TranslateNode):
            literal = node.filter_expression.var.literal
            if isinstance(literal, str):
                yield str(literal), ""
        elif isinstance(node, BlockTranslateNode):
            singular, _names = node.render_token_list(node.singular)
            plural = node.render_token_list(node.plural)[0] if node.plural else ""
            if node.trimmed:
                singular, plural = (" ".join(text.split()) for text in (singular, plural))
            yield singular, plural


def wanted() -> dict[Message, list[tuple[str, str]]]:
    """Answer every marked text with the files it stands in."""
    found: dict[Message, list[tuple[str, str]]] = {}
    templates = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.svg"), *SOURCE.glob("web/templates/**/*.txt")]
    for file in sorted([*SOURCE.rglob("*.py"), *templates]):
        if "migrations" in file.parts or "static" in file.parts:
            continue
        for message in in_code(file) if file.suffix == ".py" else in_template(file):
            found.setdefault(message, []).append((str(file.relative_to(SOURCE)), ""))
    return found


# Our text for one of these would stand in every date: "May" is also what somebody may.
CALENDAR = frozenset(
    word
    for each in (*calendar.month_name, *calendar.day_name)
    if each
    for word in (each, each[:3], each.lower())
)


def check() -> int:
    """Print what is missing or left over in the Danish file; answer the exit code."""
    entries = {(entry.msgid, entry.msgid_plural): entry for entry in polib.pofile(str(CATALOGUE))}
    texts = wanted()
    lines = [
        f"not in the Danish file: {text[0]!r} ({texts[text][0][0]})" for text in texts.keys() - entries.keys()
    ]
    lines += [f"no longer used: {text[0]!r}" for text in entries.keys() - texts.keys()]
    lines += [
        f"a word of the calendar, which Django says itself: {text[0]!r} ({texts[text][0][0]}): say more"
        for text in texts
        if text[0] in CALENDAR
    ]
    lines += [f"untranslated: {key[0]!r}" for key, entry in entries.items() if not entry.translated()]
    print("\n".join(sorted(lines)) or f"translations: {len(entries)} texts, all in Danish")
    return bool(lines)


def update() -> int:
    """Bring the Danish file up to date, keeping what is translated; answer the exit code of `check`."""
    old = (
        {(entry.msgid, entry.msgid_plural): entry for entry in polib.pofile(str(CATALOGUE))}
        if CATALOGUE.exists()
        else {}
    )
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": "da",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for (singular, plural), places in sorted(wanted().items()):
        kept = old.get((singular, plural))
        entry = polib.POEntry(msgid=singular, msgid_plural=plural, occurrences=sorted(set(places)))
        entry.flags = ["python-format"] if "%(" in singular else []
        if plural:
            entry.msgstr_plural = kept.msgstr_plural if kept else {0: "", 1: ""}
        else:
            entry.msgstr = kept.msgstr if kept else ""
        catalogue.append(entry)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))
    return check()


def compile_catalogue(file: Path) -> int:
    """Write the .mo file beside a .po file."""
    polib.pofile(str(file)).save_as_mofile(str(file.with_suffix(".mo")))
    return 0


def main(words: list[str]) -> int:
    """Do what the command line says; answer the exit code."""
    if words[:1] == ["compile"] and len(words) == 2:
        return compile_catalogue(Path(words[1]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samstyr.project.settings")
    django.setup()
    if words == ["check"]:
        return check()
    if words == ["update"]:
        return update()
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
