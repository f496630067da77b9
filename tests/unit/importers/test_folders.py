"""The texts of a folder."""

from __future__ import annotations

from pathlib import Path

from recensio.importers.folders import texts_in
from tests.support import laid_out


def test_texts_come_by_name_and_all_else_is_named(tmp_path: Path) -> None:
    names = ["b.TXT", "a.md", "c.html", "plan.docx", ".hidden.txt", "older/d.txt", "e"]
    shelf = texts_in(laid_out(tmp_path, dict.fromkeys(names, "Text.")))
    assert [path.name for path in shelf.texts] == ["a.md", "b.TXT", "c.html"]
    assert shelf.others == ("e", "older/", "plan.docx")


def test_links_go_round_in_no_circle(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "itself.txt").symlink_to(tmp_path / "itself.txt")
    shelf = texts_in(tmp_path)
    assert shelf.others == ("again/",)
    assert [path.name for path in shelf.texts] == ["itself.txt"]
