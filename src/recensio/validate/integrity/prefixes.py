"""Private prefixes of pointers, declared by prefixDef (TEI Guidelines, 16.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from recensio.tei.names import tei
from recensio.validate.integrity.survey import Edition, Page


@dataclass(frozen=True, slots=True)
class Prefix:
    """One prefixDef; a pattern that cannot be compiled matches everything and replaces nothing."""

    ident: str
    pattern: re.Pattern[str] | None
    replacement: str
    page: Page

    def expanded(self, value: str) -> str | None:
        """The address behind the part after the colon; none if the pattern does not match it."""
        if self.pattern is None:
            return ""
        found = self.pattern.fullmatch(value)
        if found is None:
            return None
        groups = {str(n): text or "" for n, text in enumerate(found.groups(), 1)}
        return re.sub(r"\$(\d)", lambda number: groups.get(number[1], ""), self.replacement)


class Prefixes:
    """The prefixes of an edition; those of a page go before those of the others."""

    def __init__(self, edition: Edition) -> None:
        self._of_page = {page: list(_declared(page)) for page in edition.pages}
        self._all = [prefix for each in self._of_page.values() for prefix in each]
        self.idents = frozenset(prefix.ident for prefix in self._all)

    def named(self, ident: str, page: Page) -> list[Prefix]:
        """Every prefixDef with this @ident that counts for the page."""
        if ident not in self.idents:
            return []
        own = [prefix for prefix in self._of_page[page] if prefix.ident == ident]
        return own or [prefix for prefix in self._all if prefix.ident == ident]


def _declared(page: Page) -> Iterator[Prefix]:
    for element in page.named.get(tei("prefixDef"), ()):
        ident = element.get("ident")
        if ident:
            replacement = element.get("replacementPattern", "")
            yield Prefix(ident, _pattern(element), replacement, page)


def _pattern(element: etree._Element) -> re.Pattern[str] | None:
    """The @matchPattern, a regular expression of XML Schema, as far as Python reads it too."""
    try:
        return re.compile(element.get("matchPattern", "(.*)"))
    except re.error:
        return None
