"""Characters that no face has: they stop no book, but the editor learns of them and their place."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from recensio.model.problem import Location, Problem, problem
from recensio.publish.print.book import Book, Chapter
from recensio.publish.print.chapters import Sheets
from recensio.publish.print.fonts import package_for
from recensio.publish.print.press import Impression, Press
from recensio.tei.io import parse
from recensio.tei.locate import Locator
from recensio.tei.names import XML_ID

SHOWN: Final = 8
"""How many characters a problem names."""

OWN_FONT: Final = "put a font that has them into the folder fonts beside edition.toml"

_REFUSED: Final = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
_PROBE: Final = '#import "page.typ": base\n#set document(title: "probe")\n#show: base\n'


def without_glyph(book: Book, sheets: tuple[Sheets, ...], press: Press) -> Iterator[Problem]:
    """Problems (PUB006) for characters that no face has; raises PressError.

    One for each chapter and each package that would help, at the first place.
    """
    missing = _refused(frozenset().union(*(sheet.whole for sheet in sheets)), press)
    for chapter, sheet in zip(book.chapters, sheets, strict=True):
        remedies: dict[str, list[str]] = defaultdict(list)
        for character in sorted(missing.intersection(sheet.whole)):
            remedies[package_for(character)].append(character)
        for package, characters in remedies.items():
            yield _lack(chapter, characters, package)


def _lack(chapter: Chapter, characters: list[str], package: str) -> Problem:
    named = ", ".join(map(_named, characters[:SHOWN]))
    return problem(
        "PUB006",
        _first_place(chapter, characters),
        characters=named + (" …" if len(characters) > SHOWN else ""),
        count=len(characters),
        remedy=f"install {package}, which has a face for them" if package else OWN_FONT,
    )


def _refused(characters: frozenset[str], press: Press) -> frozenset[str]:
    """The characters that no face has: set alone, under a standard that refuses what has no glyph.

    Typst's answer lists them all.
    """
    asked = sorted(c for c in characters if c > "\u02ff" and unicodedata.category(c) not in _MUTE)
    sheet = press.folder / "probe.typ"
    sheet.write_text(_PROBE + "\n\n".join(f'#"{c}"' for c in asked), encoding="utf-8")
    probe = Impression(sheet.name, press.folder / "probe.pdf", (("a-2b",), ()))
    _answer, (printed,) = press.print([probe], 0)
    return frozenset("".join(_REFUSED.findall("".join(printed.refusals)))).intersection(asked)


_MUTE: Final = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, which have no glyph of their own."""


def _named(character: str) -> str:
    name = unicodedata.name(character, "without a name")
    return f"{character} (U+{ord(character):04X} {name})"


def _first_place(chapter: Chapter, characters: Collection[str]) -> Location:
    """The element that holds the first of the characters, named by the nearest identifier."""
    tree = chapter.tree or parse(chapter.text.encode(), chapter.path).value
    if tree is None:
        return Location(chapter.path)
    wanted = frozenset(characters)
    for text in tree.getroot().iter("{*}text"):
        for element in text.iter("*"):
            if not wanted.isdisjoint(_own_text(element)):
                place = Locator(tree, chapter.path).location(element, column=True)
                return replace(place, xml_id=_identifier(element))
    return Location(chapter.path)


def _own_text(element: etree._Element) -> str:
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _identifier(element: etree._Element) -> str | None:
    around = (element, *element.iterancestors())
    return next((name for each in around if (name := each.get(XML_ID))), None)
