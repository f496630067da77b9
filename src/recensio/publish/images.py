"""The images that lie in the edition's folder and are published beside its texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from recensio.model.problem import Location
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
    ".webp": "image/webp",
}
"""The kinds of image that are published."""

SVG: Final = "{http://www.w3.org/2000/svg}"
MOVING: Final = ("script", "foreignObject", "a", "style", "use", "image", "set", "animate")
ATTRIBUTES: Final = re.compile(r"(^|\})(href|style|on\w+|class)$")
"""Attributes of a drawing by which it loads something, runs something, or needs a style sheet."""


Named = Iterator[tuple[str, etree._Element]]
"""Addresses of images as they stand in a document, each with the element that names it."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image that is published: its file, its name there, its media type."""

    file: Path
    name: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An address whose image cannot be published, where it stands, and why."""

    url: str
    place: Location
    reason: str


@dataclass(frozen=True, slots=True)
class Images:
    """The images of documents; for each document, by its id, those that its addresses name."""

    files: tuple[Image, ...]
    named: Mapping[str, Mapping[str, Image]]
    refused: tuple[Refused, ...]


def images_of(
    texts: Sequence[Prepared],
    root: str,
    name: Callable[[Path, int], str],
    sought: Callable[[etree._Element], Named],
    excluded: Sequence[str] = (),
) -> Images:
    """The images below `root` that documents name, and why others are refused.

    `name` gives an image its name from its file and its number, the first being 1; `sought` tells
    the addresses of a document; `excluded` are kinds (".webp") that the output does not hold.
    """
    found: dict[Path, Image] = {}
    named: dict[str, dict[str, Image]] = {}
    refused: list[Refused] = []
    for each in texts:
        own = named[each.document.id] = {}
        for url, element in _local(sought(each.document.tree.getroot())):
            file = (Path(each.document.path).parent / unquote(urlsplit(url).path)).resolve()
            reason = "" if file in found else _obstacle(file, Path(root), excluded)
            if reason:
                place = Location(each.document.path, element.sourceline, xml_id=element.get(XML_ID))
                refused.append(Refused(url, place, reason))
                continue
            if file not in found:
                kind = MEDIA_TYPES[file.suffix.lower()]
                found[file] = Image(file, name(file, len(found) + 1), kind)
            own[url] = found[file]
    return Images(tuple(found.values()), named, tuple(refused))


def in_texts(root: etree._Element) -> Named:
    """The images that the texts of a document show."""
    for text in root.iter(tei("text")):
        for graphic in text.iter(tei("graphic")):
            yield graphic.get("url", ""), graphic


def everywhere(root: etree._Element) -> Named:
    """The images of a document, with those of the pages of its source."""
    for element in root.iter("{*}*"):
        if element.tag == tei("graphic"):
            yield element.get("url", ""), element
        for url in element.get("facs", "").split()[:1]:
            yield url, element


def _local(named: Named) -> Named:
    """What does not lie on the network, each address once."""
    met: set[str] = set()
    for written, element in named:
        url = " ".join(written.split())
        local = url and not url.startswith(("//", "#")) and not _scheme(url)
        if local and url not in met:
            met.add(url)
            yield url, element


def _scheme(url: str) -> str:
    try:
        return urlsplit(url).scheme
    except ValueError:
        return "?"


def _obstacle(file: Path, root: Path, excluded: Sequence[str]) -> str:
    """Why an image cannot be published; nothing if it can."""
    reason = obstacle(file, root)
    if reason:
        return reason
    if file.suffix.lower() not in MEDIA_TYPES or file.suffix.lower() in excluded:
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
