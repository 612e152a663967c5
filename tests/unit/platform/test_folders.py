"""Files that belong together are written whole or not at all."""

from pathlib import Path

import pytest

from samstyr.platform.errors import InputError
from samstyr.platform.folders import write_together


def below(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_folder_is_made_and_holds_the_files_and_nothing_else(tmp_path: Path) -> None:
    write_together(tmp_path / "a" / "b", {"x.txt": b"x", "inde/y.txt": b"y"})

    assert below(tmp_path) == {"a/b/x.txt": b"x", "a/b/inde/y.txt": b"y"}


def test_what_can_not_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    write_together(tmp_path, {"x.txt": b"for", "inde/y.txt": b"for"})

    with pytest.raises(InputError, match="cannot be written"):
        write_together(tmp_path, {"x.txt": b"ny", f"inde/{'n' * 300}.txt": b"ny"}, ["inde"])

    assert below(tmp_path) == {"x.txt": b"for", "inde/y.txt": b"for"}


def test_new_folder_goes_again_where_its_files_can_not_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_together(tmp_path / "ny", {"n" * 300: b"x"})

    assert list(tmp_path.iterdir()) == []


def test_folders_of_before_are_replaced_and_others_left(tmp_path: Path) -> None:
    write_together(tmp_path, {"inde/gammel.txt": b"x", "andet/z.txt": b"z"})

    write_together(tmp_path, {"x.txt": b"x"}, ["inde"])

    assert below(tmp_path) == {"x.txt": b"x", "andet/z.txt": b"z"}


@pytest.mark.parametrize("name", ["fil", "fil/under"])
def test_file_in_the_way_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "fil").write_text("x")

    with pytest.raises(InputError, match="cannot be written"):
        write_together(tmp_path / name, {"x": b"x"})
