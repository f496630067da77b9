"""Where in the book a link of the site leads: its pages are parted otherwise, some are left out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from recensio.publish.epub.leaves import Leaf

WEB: Final = ("http", "https", "mailto")
OPENING: Final = ("mark", "noteref")
OPENED: Final = ("entry", "footnote")
"""The classes of marks in the text, and of what they open."""
SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
"""What may stand in an address beside letters and digits (RFC 3986, 2.2), and % before them."""
HOST: Final = re.compile(r"(?:[^@/]*@)?(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d*)?")


class Addresses:
    """The addresses of a book, known from its files."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._first: dict[str, str] = {}
        self._places: dict[tuple[str, str], str] = {}
        for leaf in leaves:
            page = leaf.chapter.page
            self._first.setdefault(page, leaf.name)
            for element in leaf.article.iter("*"):
                if "id" in element.attrib:
                    self._places.setdefault((page, element.get("id", "")), leaf.name)

        self._opened = {
            self.address(a.get("href", ""), leaf.chapter.page)
            for leaf in leaves
            for a in leaf.article.iter("a")
            if a.get("class") in OPENING
        }

    def address(self, link: str, page: str, name: str = "") -> str:
        """Where a link of a page of the site leads, from the file `name`; empty if nowhere."""
        link = link.strip()
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", link) or link.startswith("//"):
            return _web_address(link)
        path, _, place = link.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        target = target if path else page
        if not place:
            return self._first.get(target, "")
        for written in (place, unquote(place)):
            file = self._places.get((target, written))
            if file:
                return f"{'' if file == name else file}#{written}"
        return ""

    def changed(self, leaf: Leaf) -> Iterator[tuple[str, str]]:
        """The links of a file that lead elsewhere than is written, with their addresses."""
        links = dict.fromkeys(a.get("href", "") for a in leaf.article.iter("a"))
        for link in links:
            address = self.address(link, leaf.chapter.page, leaf.name)
            if address != link:
                yield " ".join(link.split()), address

    def unopened(self, leaf: Leaf) -> Iterator[str]:
        """The identifiers of entries and notes of a file that no mark in the book opens."""
        for note in leaf.article.iter("li"):
            place = note.get("id", "")
            if note.get("class") in OPENED and f"{leaf.name}#{place}" not in self._opened:
                yield place


def _web_address(link: str) -> str:
    """The address of a web page or mailbox with what may not stand in it escaped."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    named = parts.scheme == "mailto" or HOST.fullmatch(parts.netloc)
    if parts.scheme not in WEB or not named or not (parts.netloc or parts.path):
        return ""
    escaped = quote(link, safe=SAFE)
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", escaped)
