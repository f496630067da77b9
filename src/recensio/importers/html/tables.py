"""Tables: which hold figures and words in columns, and which only lay out the page."""

from __future__ import annotations

from functools import lru_cache

from recensio.importers.html.elements import HEADINGS
from recensio.importers.html.page import page_of
from recensio.importers.html.scan import Form, value


@lru_cache(maxsize=2)
def layouts(text: str) -> frozenset[int]:
    """The offsets of the tables that lay out the page.

    Such a table holds a heading, a rule or another table, or has but one cell, or says so.
    """
    found: set[int] = set()
    around: list[list[int]] = []
    for piece in page_of(text).pieces:
        if piece.name == "table" and piece.form is Form.START:
            found.update([around[-1][0]] if around else [])
            around.append([piece.start, 0])
            if value(text, piece, "role") in ("presentation", "none"):
                found.add(piece.start)
        elif piece.name == "table" and around:
            start, cells = around.pop()
            found.update([start] if cells < 2 else [])
        elif around and piece.form is Form.START:
            around[-1][1] += piece.name in ("td", "th")
            if piece.name == "hr" or piece.name in HEADINGS:
                found.add(around[-1][0])
    return frozenset(found)
