"""Where a pointer leads (TEI Guidelines, 16.2 Pointing Mechanisms; RFC 3986, section 5).

`#id` is looked for in its own document first and then anywhere in the edition, since editions
point into registers without naming the file, and whatever xml:base says, since editions give their
public address there. Nothing is fetched; outside the edition's folder a
file is not opened, it is only asked for.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from recensio.tei.io import parse
from recensio.tei.names import XML_BASE, XML_ID
from recensio.validate.integrity.prefixes import Prefixes
from recensio.validate.integrity.survey import Edition, Page, Pointer
from recensio.validate.integrity.vocabulary import ANY_FILE, MEDIA, SCHEME, SCHEMES, TEXT_FILE


class Fate(Enum):
    """What became of a pointer."""

    FOUND = auto()
    FREE = auto()  # leads out of the edition, or says by a scheme of its own where
    LOST = auto()  # no such identifier
    NO_FILE = auto()
    NO_PREFIX = auto()
    NO_MATCH = auto()
    BARE = auto()  # neither "#", nor a scheme, nor a file
    RELATIVE = auto()  # the same, but an address below a public one; an identifier here too


@dataclass(frozen=True, slots=True)
class Resolution:
    """A fate, the element found if it is in the edition, and what was looked for.

    `several` are the pages that hold the identifier if none of them is the pointer's own.
    """

    fate: Fate
    name: str = ""
    element: etree._Element | None = None
    several: tuple[Page, ...] = ()


FREE = Resolution(Fate.FREE)


class Resolver:
    """Resolves the pointers of an edition; files beside it are read once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.prefixes = Prefixes(edition)
        self._root = Path(edition.corpus.root).resolve()
        self._pages = {_normal(page.document.path): page for page in edition.pages}
        self._identifiers = cache(_identifiers_of)
        self._exists = cache(os.path.exists)

    def resolve(self, pointer: Pointer, page: Page) -> Resolution:
        """Where one pointer of a page leads."""
        value = pointer.value
        if value.startswith("#"):
            return self._fragment(value[1:], pointer, page)
        scheme = SCHEME.match(value)
        if scheme:
            return self._private(scheme[1], value[scheme.end() :], pointer, page)
        return self._relative(value, pointer, page)

    def _fragment(self, fragment: str, pointer: Pointer, page: Page) -> Resolution:
        """An identifier here or elsewhere; other schemes of XPointer are left alone."""
        if not fragment or "(" in fragment:
            return FREE
        for name in (fragment, unquote(fragment)) if "%" in fragment else (fragment,):
            here = page.identified.get(name)
            if here:
                return Resolution(Fate.FOUND, name, here[0])
            holders = self._edition.holders.get(name)
            if holders:
                several = tuple(holders) if len(holders) > 1 else ()
                return Resolution(Fate.FOUND, name, holders[0].identified[name][0], several)
        return Resolution(Fate.LOST, unquote(fragment))

    def _private(self, prefix: str, rest: str, pointer: Pointer, page: Page) -> Resolution:
        declared = self.prefixes.named(prefix, page)
        if not declared:
            known = prefix.lower() in SCHEMES or rest.startswith("//") or len(prefix) == 1
            return FREE if known else Resolution(Fate.NO_PREFIX, prefix)
        addresses = [(each.expanded(rest), each.page) for each in declared]
        found = [
            self._address(address, pointer, at) for address, at in addresses if address is not None
        ]
        if not found:
            return Resolution(Fate.NO_MATCH, prefix)
        return min(found, key=lambda each: each.fate.value)

    def _address(self, address: str, pointer: Pointer, page: Page) -> Resolution:
        """Where an expanded pointer leads, seen from the page that declares the prefix."""
        if not address or SCHEME.match(address):
            return FREE
        if address.startswith("#"):
            return self._fragment(address[1:], pointer, page)
        return self._relative(address, pointer, page)

    def _relative(self, value: str, pointer: Pointer, page: Page) -> Resolution:
        """A file, by the base of the element or the page (XML Base, section 4)."""
        if value.startswith(("/", "?", "{", "$")):
            return FREE
        base = _base(pointer.element)
        elsewhere = "://" in base
        file, hash_sign, fragment = value.partition("#")
        name = unquote(file)
        paths = _paths(page.document.path, "" if elsewhere else base, name)
        for path in paths:
            if path in self._pages or self._exists(path):
                return self._within(path, fragment)
        if elsewhere:
            here = value in page.identified
            return Resolution(Fate.RELATIVE, value) if here else FREE
        # Only a text can hold an identifier; anything else that is no file is a word.
        if not hash_sign and not ANY_FILE.search(name):
            return FREE if pointer.attribute in MEDIA else Resolution(Fate.BARE, value)
        return Resolution(Fate.NO_FILE, name)

    def _within(self, path: str, fragment: str) -> Resolution:
        """An identifier in a file that is there."""
        if not fragment or "(" in fragment:
            return Resolution(Fate.FOUND)
        page = self._pages.get(path)
        if page is not None:
            for name in (fragment, unquote(fragment)):
                if name in page.identified:
                    return Resolution(Fate.FOUND, name, page.identified[name][0])
            return Resolution(Fate.LOST, unquote(fragment))
        if not TEXT_FILE.search(path) or not Path(path).resolve().is_relative_to(self._root):
            return Resolution(Fate.FOUND)
        known = self._identifiers(path)
        lost = known is not None and known.isdisjoint((fragment, unquote(fragment)))
        return Resolution(Fate.LOST if lost else Fate.FOUND, unquote(fragment))


def _base(element: etree._Element) -> str:
    """The xml:base that holds for the element, outermost first; empty if there is none."""
    bases = [b for e in (element, *element.iterancestors()) if (b := e.get(XML_BASE))]
    base = ""
    for each in reversed(bases):
        base = each if "://" in each else os.path.join(os.path.dirname(base), each)  # noqa: PTH118, PTH120
    return base


def _paths(document: str, base: str, name: str) -> tuple[str, ...]:
    """The file that a relative reference names, seen from the base and from the document."""
    folder = Path(document).parent
    based = folder / Path(unquote(base)).parent if base else folder
    if base.endswith("/"):
        based = folder / unquote(base)
    return tuple(dict.fromkeys(_normal(str(each / name)) for each in (based, folder)))


def _normal(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - no link is followed


def _identifiers_of(path: str) -> frozenset[str] | None:
    """The identifiers of a file beside the edition; none if it cannot be read."""
    try:
        tree = parse(Path(path).read_bytes(), path).value
    except OSError:
        return None
    if tree is None:
        return None
    return frozenset(i for e in tree.getroot().iter("*") if (i := e.get(XML_ID)))
