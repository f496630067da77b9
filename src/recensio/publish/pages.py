"""Where the pages of the site stand; addresses are relative to the folder site/."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import Final

from recensio.model.document import Document, DocumentKind
from recensio.model.register import RegisterEntry, RegisterKind

INDEX: Final = "index.html"
CONSPECTUS: Final = "witnesses.html"
ENTRIES: Final = "apparatus.html"
TEXTS: Final = "witness-texts.html"
STATISTICS: Final = "statistics.html"
SYNOPSES: Final = "synopses/index.html"
STYLE: Final = "style.css"
ICON: Final = "icon.svg"
SCRIPTS: Final = "scripts"
SEARCH: Final = "search.html"
SEARCH_FILE: Final = "search.json"
PAGEFIND: Final = "pagefind"
WORDS: Final = "words/index.html"
CITE: Final = "cite.html"

REGISTERS: Final = (
    RegisterKind.PERSONS,
    RegisterKind.ORGS,
    RegisterKind.PLACES,
    RegisterKind.WORKS,
    RegisterKind.EVENTS,
)
"""The registers in the order in which they are read."""

REGISTERS_INDEX: Final = "registers/index.html"
CHRONOLOGY: Final = "registers/chronology.html"
CALENDAR: Final = "registers/calendar.html"
DATES: Final = "registers/dates.html"
NETWORK: Final = "registers/network.html"


def page_of(document: Document) -> str:
    """The page of a readable document."""
    folder = "transcripts" if document.kind is DocumentKind.TRANSCRIPT else "texts"
    return f"{folder}/{document.id}.html"


def register_page(kind: RegisterKind) -> str:
    """The page of a register."""
    return f"registers/{kind.value}.html"


def dates_page(year: str) -> str:
    """The page of the dates of a year, where a page holds no more."""
    return f"registers/dates/{year}.html"


def entry_pages(entries: Sequence[RegisterEntry]) -> dict[str, str]:
    """The page of each register entry by its xml:id; no two differ in upper and lower case only."""
    taken = set[str]()
    return {
        entry.id: f"registers/{entry.kind.value}/{_own(entry.id, taken)}.html" for entry in entries
    }


def _own(identifier: str, taken: set[str]) -> str:
    """A file name for an identifier that no other has."""
    name = re.sub(r"[^\w.-]+|^\.+", "-", identifier)[:100]
    count = 1
    while (own := f"{name}-{count}" if count > 1 else name).casefold() in taken:
        count += 1
    taken.add(own.casefold())
    return own


def synopsis_page(identifier: str) -> str:
    """The page of a set of parallel passages."""
    return f"synopses/{identifier}.html"


def from_page(page: str, address: str) -> str:
    """The way from a page to an address that is relative to site/ too."""
    here, there = page.split("/")[:-1], address.split("/")
    shared = len(posixpath.commonprefix([here, there[:-1]]))
    return "/".join((*([".."] * (len(here) - shared)), *there[shared:]))


def to_root(page: str) -> str:
    """The way from a page to the folder site/: "" or "../"."""
    return "../" * page.count("/")
