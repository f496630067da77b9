"""The images of the texts that lie in the edition's folder and go into the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.publish.prepare import Prepared
from recensio.publish.print.images import obstacle
from recensio.tei.io import parse
from recensio.tei.names import XML_ID, tei

MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}
"""The kinds of image that every reading system shows (EPUB 3.2, core media types)."""

SVG: Final = "{http://www.w3.org/2000/svg}"
MOVING: Final = ("script", "foreignObject", "a", "style", "use", "image", "set", "animate")
ATTRIBUTES: Final = re.compile(r"(^|\})(href|style|on\w+|class)$")
"""Attributes of a drawing by which it loads something, runs something, or needs a style sheet."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the book: its file, its name there, its media type."""

    file: Path
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Images:
    """The images of a book, and for each document, by its id, those that its addresses name."""

    files: tuple[Image, ...]
    named: Mapping[str, Mapping[str, str]]


def images_of(texts: Sequence[Prepared], root: str) -> Outcome[Images]:
    """The images that lie below `root`; PUB022 for each local one that cannot go into the book."""
    found: dict[Path, Image] = {}
    named: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for each in texts:
        own = named[each.document.id] = {}
        for url, graphic in _graphics(each):
            file = (Path(each.document.path).parent / unquote(urlsplit(url).path)).resolve()
            reason = "" if file in found else _obstacle(file, Path(root))
            if reason:
                place = Location(each.document.path, graphic.sourceline, xml_id=graphic.get(XML_ID))
                problems.append(problem("PUB022", place, image=url, reason=reason))
                continue
            if file not in found:
                suffix = file.suffix.lower()
                name = f"images/{len(found) + 1:04}{suffix}"
                found[file] = Image(file, name, MEDIA_TYPES[suffix])
            own[url] = found[file].name
    return Outcome(Images(tuple(found.values()), named), tuple(problems))


def _graphics(each: Prepared) -> Iterator[tuple[str, etree._Element]]:
    """The images of a text that do not lie on the network, each address once."""
    met: set[str] = set()
    for text in each.document.tree.getroot().iter(tei("text")):
        for graphic in text.iter(tei("graphic")):
            url = " ".join(graphic.get("url", "").split())
            local = url and not url.startswith(("//", "#")) and not _scheme(url)
            if local and url not in met:
                met.add(url)
                yield url, graphic


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return "?"


def _obstacle(file: Path, root: Path) -> str:
    """Why an image cannot go into the book; nothing if it can."""
    reason = obstacle(file, root)
    if reason:
        return reason
    if file.suffix.lower() not in MEDIA_TYPES:
        return "not every reading system shows its kind"
    if file.suffix.lower() == ".svg" and not _is_still(file):
        return "it holds scripts or styles, or loads something"
    return ""


def _is_still(file: Path) -> bool:
    """Whether an SVG is a drawing and nothing else."""
    tree = parse(file.read_bytes(), str(file)).value
    if tree is None or tree.getroot().tag != f"{SVG}svg" or tree.docinfo.doctype:
        return False
    return all(map(_is_shape, tree.getroot().iter("*")))


def _is_shape(element: etree._Element) -> bool:
    name = str(element.tag)
    return (
        name.startswith(SVG)
        and name.removeprefix(SVG) not in MOVING
        and not any(ATTRIBUTES.search(attribute) for attribute in map(str, element.attrib))
        and not any("url(" in value.replace("url(#", "") for value in map(str, element.values()))
    )
