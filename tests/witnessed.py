"""The text of a witness as its page shows it, block by block, without marks and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recensio.tei.text import BREAK, normalise
from tests.sites import BLOCKS
from tests.support import Element

MARKS: Final = frozenset(("mark", "remark", "cite", "line-number", "break"))
"""Classes of what is no text of the witness."""

APART: Final = BLOCKS | {"p"}


def blocks_on(page: Element) -> list[str]:
    """The blocks of text on the page of a witness."""
    text = next(e for e in page.iter("div") if e.get("class") == "text")
    return [block for block in map(normalise, "".join(_read(text)).split(BREAK)) if block]


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        classes = set(child.get("class", "").split())
        apart = child.tag in APART or "break" in classes
        yield BREAK if apart else " " if child.tag == "br" else ""
        if isinstance(child.tag, str) and not classes & MARKS:
            yield from _read(child)
        yield BREAK if apart else ""
        yield child.tail or ""
