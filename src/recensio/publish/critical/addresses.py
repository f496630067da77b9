"""Where the texts of witnesses stand on the site; addresses are relative to the folder site/."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from recensio.model.document import Document
from recensio.publish.pages import page_of

PARALLEL: Final = "parallel"


def folder_of(document: Document) -> str:
    """The folder of the pages that show a document as its witnesses have it."""
    return page_of(document).removesuffix(".html")


def witness_page(document: Document, name: str) -> str:
    """The page with the text of a witness; `name` is the siglum as file names have it."""
    return f"{folder_of(document)}/{name}.html"


def parallel_page(document: Document) -> str:
    """The page with the witnesses of a document side by side."""
    return witness_page(document, PARALLEL)


def entries_page(document: Document) -> str:
    """The page of all entries of a document that has too many to stand with those of others."""
    return f"apparatus/{document.id}.html"


def written(page: str) -> str:
    """A page as a link has it."""
    return quote(page)
