"""Characters that no face has: they stop no book, but the editor learns of them and their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.problem import Location, Problem, problem
from recensio.publish.print.book import Book, Chapter
from recensio.publish.print.chapters import Sheets
from recensio.publish.print.press import Press, PressError
from recensio.tei.io import parse
from recensio.tei.names import XML_ID

SHOWN: Final = 8
"""How many characters a problem names."""

_REFUSED: Final = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
_PROBE: Final = '#import "page.typ": base\n#set document(title: "probe")\n#show: base\n'


def without_glyph(book: Book, sheets: tuple[Sheets, ...], press: Press) -> Iterator[Problem]:
    """A problem (PUB006) for each chapter with characters that no face has; raises PressError."""
    missing = _refused(frozenset().union(*(sheet.body + sheet.foot for sheet in sheets)), press)
    for chapter, sheet in zip(book.chapters, sheets, strict=True):
        found = sorted(missing.intersection(sheet.body + sheet.foot))
        if found:
            named = ", ".join(map(_named, found[:SHOWN])) + (" …" if len(found) > SHOWN else "")
            place = _first_place(chapter, missing)
            yield problem("PUB006", place, characters=named, count=len(found))


def _refused(characters: frozenset[str], press: Press) -> frozenset[str]:
    """The characters that no face has: set alone, under a standard that refuses what has no glyph.

    Typst's answer lists them all.
    """
    asked = sorted(c for c in characters if c > "\u02ff" and unicodedata.category(c)[0] != "C")
    sheet = press.folder / "probe.typ"
    sheet.write_text(_PROBE + "\n\n".join(f'#"{c}"' for c in asked), encoding="utf-8")
    try:
        press.print(sheet.name, press.folder / "probe.pdf", 0, standards=["a-2b"])
    except PressError as error:
        if not error.diagnostics:
            raise
        return frozenset("".join(_REFUSED.findall(error.diagnostics))).intersection(asked)
    return frozenset()


def _named(character: str) -> str:
    name = unicodedata.name(character, "without a name")
    return f"{character} (U+{ord(character):04X} {name})"


def _first_place(chapter: Chapter, missing: frozenset[str]) -> Location:
    """The element that holds the first of the characters."""
    tree = parse(chapter.text.encode(), chapter.path).value
    for element in tree.getroot().iter("{*}text") if tree is not None else ():
        for inner in element.iter("*"):
            if not missing.isdisjoint(_own_text(inner)):
                return Location(chapter.path, xml_id=_identifier(inner))
    return Location(chapter.path)


def _own_text(element: etree._Element) -> str:
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _identifier(element: etree._Element) -> str | None:
    around = (element, *element.iterancestors())
    return next((name for each in around if (name := each.get(XML_ID))), None)
