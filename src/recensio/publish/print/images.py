"""Images of a chapter: those that lie in the edition's folder are printed, others named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from recensio.model.problem import Location, Problem, problem
from recensio.publish.print.book import Book, Chapter
from recensio.tei.io import parse
from recensio.tei.names import XML_ID

BEGINNINGS: Final[Mapping[str, tuple[bytes, bytes]]] = {
    ".png": (b"\x89PNG\r\n\x1a\n", b"IEND"),
    ".jpg": (b"\xff\xd8\xff", b"\xff\xd9"),
    ".gif": (b"GIF8", b"\x3b"),
    ".webp": (b"RIFF", b""),
    ".svg": (b"<", b"svg>"),
}
"""The kinds of image that can be printed: how their files begin and what stands at their end."""

KINDS: Final[Mapping[str, str]] = {suffix: suffix for suffix in BEGINNINGS} | {".jpeg": ".jpg"}
END: Final = 64
"""Bytes at the end of a file in which its end is looked for."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image to be printed: `url` as the TEI has it, the file, and its name among the sheets."""

    url: str
    file: Path
    name: str


def images_of(chapter: Chapter, number: int, book: Book) -> tuple[tuple[Image, ...], list[Problem]]:
    """The images of a chapter, and a problem (PUB012) for each local one that cannot be printed."""
    found: dict[str, Image] = {}
    problems: list[Problem] = []
    for graphic in _graphics(chapter) if book.root else ():
        url = graphic.get("url", "").strip()
        if not url or url in found or urlsplit(url).scheme or url.startswith(("//", "#")):
            continue
        file = Path(chapter.path).parent / unquote(urlsplit(url).path)
        reason = obstacle(file, book.root or Path())
        if reason:
            place = Location(chapter.path, xml_id=graphic.get(XML_ID))
            problems.append(problem("PUB012", place, image=url, reason=reason))
        else:
            name = f"image-{number}-{len(found)}{KINDS[file.suffix.lower()]}"
            found[url] = Image(url, file, name)
    return tuple(found.values()), problems


def _graphics(chapter: Chapter) -> Iterator[etree._Element]:
    if "<graphic" in chapter.text:
        tree = parse(chapter.text.encode(), chapter.path).value
        texts = tree.getroot().iter("{*}text") if tree is not None else ()
        for text in texts:
            yield from text.iter("{*}graphic")


def obstacle(file: Path, root: Path) -> str:
    """Why a file cannot be printed; nothing if it can."""
    kind = KINDS.get(file.suffix.lower())
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return "it lies outside the edition's folder"
        if kind is None:
            return f"it is none of {', '.join(suffix.removeprefix('.') for suffix in KINDS)}"
        content = file.read_bytes()
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    beginning, end = BEGINNINGS[kind]
    whole = content.lstrip(b"\xef\xbb\xbf \r\n").startswith(beginning) and end in content[-END:]
    return "" if whole else "its file is damaged or of another kind"
