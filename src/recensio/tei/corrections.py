"""The form of a passage before it was corrected (TEI Guidelines, 11.3.1 and 3.5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.tei.names import tei, tei_names
from recensio.tei.text import BREAK, LEFT_OUT, normalise, pieces_of

STRUCK: Final = tei_names("del sic surplus")
PUT_IN: Final = tei_names("add corr")
CORRECTED: Final = STRUCK | PUT_IN | {tei("subst")}


def before_correction(passage: etree._Element) -> str | None:
    """The text without what was added and with what was struck out; None if nothing was either.

    Corrections in entries nested inside are theirs.
    """
    if next(passage.iter(*CORRECTED), None) is None:
        return None
    corrected = (found for found in passage.iter(*CORRECTED) if _is_own(found, passage))
    if next(corrected, None) is None:
        return None
    return normalise("".join(_inside(passage)).replace(BREAK, " "))


def _is_own(found: etree._Element, passage: etree._Element) -> bool:
    """Whether nothing hides a correction: no note and no nested entry between it and the text."""
    for parent in found.iterancestors():
        if parent is passage:
            return True
        if parent.tag == tei("app") or (parent.tag in LEFT_OUT and parent.tag not in STRUCK):
            return False
    return False


def _inside(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _piece(child)
        yield child.tail or ""


def _piece(node: etree._Element) -> Iterator[str]:
    if node.tag in PUT_IN:
        return
    holds = isinstance(node.tag, str) and next(node.iter(*CORRECTED), None) is not None
    hidden = node.tag in LEFT_OUT and node.tag not in STRUCK
    if holds and not hidden and node.tag != tei("app"):
        yield from _inside(node)
    else:
        yield from pieces_of(node)
