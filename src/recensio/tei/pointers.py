"""Where pointers lead: elements of any document of an edition (TEI Guidelines, 16.2)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath, PurePosixPath
from typing import Final
from urllib.parse import unquote

from lxml import etree

from recensio.model.document import Document
from recensio.tei.names import XML_ID

_SCHEME: Final = re.compile(r"([\w-]+)\((.*)\)$", re.DOTALL)
_LOCATOR: Final = re.compile(r"\s*#?['\"]?([^\s,()'\"]+)['\"]?\s*(?:,\s*(-?\d+))?(?:,\s*(\d+))?")
_ENDS: Final = frozenset({"left", "right", "string-index", "string-range"})


@dataclass(frozen=True, slots=True)
class Target:
    """What a pointer leads to: an element, or characters inside it.

    `begin` and `end` count characters of its string value from 0; None for the whole element.
    """

    document: Document
    element: etree._Element
    begin: int | None = None
    end: int | None = None


class Pointers:
    """The elements that pointers of a corpus lead to; one pass when first asked, then look-ups."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    def target(self, pointer: str, home: Document) -> Target | None:
        """What one pointer of a document leads to; None if it is nothing in the corpus.

        Files are known by their names, as they lie in the edition or as they are published, in a
        path or in an address of the web. `#string-range(id,0,10)` leads to characters.
        """
        file, _, fragment = pointer.rpartition("#")
        scheme = _SCHEME.match(fragment)
        if scheme is None:
            return self._element(file, unquote(fragment), home)
        return self._characters(file, scheme, home)

    def _element(self, file: str, identifier: str, home: Document) -> Target | None:
        for document in self._holders(file, home):
            element = self._identified[document.path].get(identifier)
            if element is not None:
                return Target(document, element)
        return None

    def _characters(self, file: str, scheme: re.Match[str], home: Document) -> Target | None:
        locator = _LOCATOR.match(scheme[2])
        if scheme[1] not in _ENDS or locator is None:
            return None
        found = self._element(file, unquote(locator[1]), home)
        if found is None or scheme[1] in ("left", "right"):
            return found
        begin, length = int(locator[2] or 0), int(locator[3] or 0)
        return Target(found.document, found.element, begin, begin + length)

    def _holders(self, file: str, home: Document) -> Iterator[Document]:
        """The documents that may hold an identifier: those of the file, else its own and all."""
        if not file:
            yield home
            yield from self._others(home)
        else:
            path = unquote(file.partition("?")[0]).replace("\\", "/")
            named = self._by_name[PurePosixPath(path).name]
            yield from sorted(named, key=lambda each: -_common_end(path, each.path))

    def _others(self, home: Document) -> Iterator[Document]:
        return (document for document in self._documents if document.path != home.path)

    @cached_property
    def _by_name(self) -> dict[str, list[Document]]:
        named: dict[str, list[Document]] = defaultdict(list)
        for document in self._documents:
            for name in dict.fromkeys((f"{document.id}.xml", PurePath(document.path).name)):
                named[name].append(document)
        return named

    @cached_property
    def _identified(self) -> dict[str, dict[str, etree._Element]]:
        return {document.path: identified(document) for document in self._documents}


def identified(document: Document) -> dict[str, etree._Element]:
    """The elements of a document by their xml:id, the first of each."""
    found: dict[str, etree._Element] = {}
    for element in document.tree.getroot().iter("*"):
        identifier = element.get(XML_ID)
        if identifier:
            found.setdefault(identifier, element)
    return found


def _common_end(one: str, other: str) -> int:
    """How many steps two paths share at their end."""
    pairs = zip(reversed(PurePosixPath(one).parts), reversed(PurePath(other).parts), strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), 1 << 10)
