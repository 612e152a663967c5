"""Read the number trees, name trees and structure trees of PDF files, however badly they are made.

Source: ISO 32000-1:2008, 7.9.6 (name trees), 7.9.7 (number trees), 14.7.2 (structure hierarchy).
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, String

Place = tuple[int, int]


def number_tree(root: Object | None) -> dict[int, Object]:
    """Answer the entries of a number tree."""
    return {int(key): value for key, value in _entries(root, "/Nums") if isinstance(key, int)}


def name_tree(root: Object | None) -> dict[bytes, Object]:
    """Answer the entries of a name tree."""
    return {bytes(key): value for key, value in _entries(root, "/Names") if isinstance(key, String)}


def _entries(root: Object | None, leaf: str) -> Iterator[tuple[object, Object]]:
    seen: set[Place] = set()
    left = [root]
    while left:
        node = left.pop()
        if not isinstance(node, Dictionary) or not _first_time(node, seen):
            continue
        pairs = node.get(leaf)
        if isinstance(pairs, Array):
            flat = list(pairs)
            yield from zip(flat[::2], flat[1::2], strict=False)
        left.extend(dictionaries(node.get("/Kids")))


def elements(root: Dictionary) -> Iterator[Dictionary]:
    """Answer every structure element below a structure tree's root, each once."""
    seen: set[Place] = set()
    left = dictionaries(root.get("/K"))
    while left:
        element = left.pop()
        if not isinstance(element.get("/S"), Name) or not _first_time(element, seen):
            continue
        yield element
        left.extend(dictionaries(element.get("/K")))


def dictionaries(value: Object | None) -> list[Dictionary]:
    """Answer the dictionaries in what may be one, or an array of them and of other things."""
    if isinstance(value, Dictionary):
        return [value]
    if isinstance(value, Array):
        return [each for each in value if isinstance(each, Dictionary)]
    return []


def _first_time(node: Object, seen: set[Place]) -> bool:
    """Broken files hold circles; an object without a place of its own can't be part of one."""
    if not node.is_indirect:
        return True
    new = node.objgen not in seen
    seen.add(node.objgen)
    return new
