"""Whether the site holds together: no page links into the void or loads anything from elsewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.package.preflight.inspection import Inspection

LOADING: Final = frozenset(
    {"script", "img", "iframe", "source", "audio", "video", "embed", "track"}
)
RELATIONS: Final = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
"""What a link element may be that makes the browser fetch its target."""

IN_STYLES: Final = re.compile(r"(?:@import\s+|url\()\s*[\"']?((?:https?:)?//[^\"')\s]+)")
"""An address that a style sheet loads."""


def pages(inspection: Inspection) -> Iterator[Problem]:
    """Links that lead to no file (PKG019), pages and styles that load from outside (PKG020)."""
    for name, path in inspection.copied():
        if not name.startswith("site/"):
            continue
        if name.endswith(".html"):
            yield from _of_page(inspection, name, path)
        elif name.endswith(".css"):
            text = path.read_text(encoding="utf-8", errors="replace")
            for address in dict.fromkeys(IN_STYLES.findall(text)):
                yield problem("PKG020", inspection.place(name), file=name, address=address)


def _of_page(inspection: Inspection, name: str, path: Path) -> Iterator[Problem]:
    root = etree.parse(path, etree.HTMLParser(encoding="utf-8", huge_tree=True)).getroot()
    if root is None:
        return
    ids = {value for element in root.iter("*") if (value := element.get("id"))}
    seen: set[str] = set()
    for element in root.iter("*"):
        for address in _addresses(element):
            if address in seen:
                continue
            seen.add(address)
            is_outside = bool(urlsplit(address).netloc)
            if is_outside and _loads(element):
                place = inspection.place(name, element.sourceline)
                yield problem("PKG020", place, file=name, address=address)
            elif not is_outside and not _is_there(inspection, name, address, ids):
                place = inspection.place(name, element.sourceline)
                yield problem("PKG019", place, pointer=address)


def _addresses(element: etree._Element) -> Iterator[str]:
    for attribute in ("href", "src"):
        value = (element.get(attribute) or "").strip()
        is_relative = value and ":" not in value.partition("/")[0].partition("#")[0]
        if is_relative or value.startswith(("http:", "https:")):
            yield value


def _loads(element: etree._Element) -> bool:
    """Whether a browser fetches what the element names, without being asked to."""
    if element.tag == "link":
        return not RELATIONS.isdisjoint((element.get("rel") or "").lower().split())
    return element.tag in LOADING


def _is_there(inspection: Inspection, name: str, address: str, ids: set[str]) -> bool:
    parts = urlsplit(address)
    if not parts.path:
        return not parts.fragment or unquote(parts.fragment) in ids or parts.fragment == "top"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    files = inspection.contents.files
    return target in files or f"{target}/index.html" in files
