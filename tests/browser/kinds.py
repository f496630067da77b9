"""The kinds of page that a site has, found by walking it.

A kind is told by the class of the article of a page and by what stands in it: a text in verse is
another kind than a letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lxml import html

PARTS: Final = ("sp", "l", "letter", "opener", "apparatus", "footnotes", "table", "figure", "facs")
"""Classes of what makes a text another kind of text."""


def kinds(site: Path) -> Mapping[str, Path]:
    """The shortest page of each kind, by the name of the kind."""
    found: dict[str, list[Path]] = {}
    for path in sorted(site.rglob("*.html")):
        found.setdefault(kind(path), []).append(path)
    return {name: min(paths, key=_size) for name, paths in found.items()}


def kind(path: Path) -> str:
    """The kind of a page: "register persons", "text: apparatus l"."""
    article = html.parse(str(path), html.HTMLParser(encoding="utf-8")).find(".//main/article")
    assert article is not None, path
    name, *_ = [*article.get("class", "").split(), "text" if "texts" in path.parts else path.stem]
    if name != "text":
        return name
    classes = {each for e in article.iter("*") for each in e.get("class", "").split()}
    parts = " ".join(part for part in PARTS if part in classes)
    return f"{name}: {parts}".rstrip(": ")


def _size(path: Path) -> int:
    return path.stat().st_size
