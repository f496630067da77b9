"""Where the pages of the site stand; addresses are relative to the folder site/."""

from __future__ import annotations

from typing import Final

from recensio.model.document import Document, DocumentKind
from recensio.model.register import RegisterKind

INDEX: Final = "index.html"
CONSPECTUS: Final = "witnesses.html"
STATISTICS: Final = "statistics.html"
SYNOPSES: Final = "synopses/index.html"
STYLE: Final = "style.css"
ICON: Final = "icon.svg"
SCRIPTS: Final = "scripts"

REGISTER_TITLES: Final = {
    RegisterKind.PERSONS: "Persons",
    RegisterKind.ORGS: "Organisations",
    RegisterKind.PLACES: "Places",
    RegisterKind.WORKS: "Works",
    RegisterKind.EVENTS: "Events",
}


def page_of(document: Document) -> str:
    """The page of a readable document."""
    folder = "transcripts" if document.kind is DocumentKind.TRANSCRIPT else "texts"
    return f"{folder}/{document.id}.html"


def register_page(kind: RegisterKind) -> str:
    """The page of a register."""
    return f"registers/{kind.value}.html"


def synopsis_page(identifier: str) -> str:
    """The page of a set of parallel passages."""
    return f"synopses/{identifier}.html"


def to_root(page: str) -> str:
    """The way from a page to the folder site/: "" or "../"."""
    return "../" * page.count("/")
