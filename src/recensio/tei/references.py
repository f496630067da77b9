"""What references of @loc name: the line, paragraph or division that bears the number.

TEI Guidelines, 12.2.1: @loc holds a reference of a canonical scheme, such as `WBP 1`. No schema
says how it is built. It is read as the @n of an element and of those around it, of which it may
leave some out, as it may hold parts that the text does not number, such as a page. The first part
may also be the number in the name of the document, as poem 1 stands in `carmen1.xml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.document import Document
from recensio.tei.names import tei_names
from recensio.tei.pointers import Target

Reference: TypeAlias = tuple[str, ...]

_PARTS: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d+")
_RANGE: Final = re.compile(r"\s*[-–—]\s*")
_LETTERS: Final = re.compile(r"^[^\W\d_]+(?=\d)")
_NO_PLACES: Final = tei_names(
    "app rdg lem rdgGrp listApp note noteGrp witness listWit teiHeader pb"
)
WHOLE: Final = ""
"""Stands before a reference that leaves no number out, which goes before a shortened one."""

NAMED: Final = "*"
"""Stands before a reference that begins with the number in the name of the document."""

LONGEST: Final = 6
"""So many parts of a reference are looked at, the last ones."""


class References:
    """The numbered elements of a corpus by their references."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    def ends(self, loc: str, home: Document) -> list[Target]:
        """The element that a reference names, or the first and last of a range; [] if none."""
        begin, *rest = _RANGE.split(loc)
        first = _parts(begin)
        found = [self._named(first, home)]
        if rest:
            last = _parts(rest[-1])
            found.append(self._named((*first[: max(len(first) - len(last), 0)], *last), home))
        return [target for target in found if target is not None]

    def _named(self, parts: Reference, home: Document) -> Target | None:
        """The element for which most parts of the reference are numbers; none if it is unsure.

        The reference may leave out what stands around the element, or hold more than the text
        numbers; not both, or a line of another book would be taken for the one that is missing.
        """
        for key, anywhere in self._keys(parts[-LONGEST:], home):
            found = self._one(key, home, anywhere)
            if found is not None:
                return found
        return None

    def _keys(self, reference: Reference, home: Document) -> Iterator[tuple[Reference, bool]]:
        """The keys to look for, the longest first, and whether in other documents too.

        Where the text numbers what the reference begins with, its last part alone is no key.
        """
        begins = {*reference[:1], *[part for part in reference if _NUMBER.search(part)][:1]}
        outer = (key for part in begins for key in _spelt((part,), False))
        least = 1 if len(reference) > 1 and any(self._one(key, home, False) for key in outer) else 0
        for length in range(len(reference), least, -1):
            whole = length == len(reference)
            for shortened in _shortened(reference, length):
                anywhere = whole or (length > 1 and shortened[0] in begins)
                yield from ((key, anywhere) for key in _spelt(shortened, whole))

    def _one(self, key: Reference, home: Document, anywhere: bool) -> Target | None:
        """The element of a reference, in its own document first, in another if it may be there."""
        targets = self._by_reference.get(key, [])
        own = [target for target in targets if target.document.path == home.path]
        found = own or (targets if anywhere else [])
        files = {(target.document.path, target.element.tag) for target in found}
        parents = {target.element.getparent() for target in found}
        return found[0] if len(files) == 1 and (len(parents) == 1 or len(key) > 1) else None

    @cached_property
    def _by_reference(self) -> dict[Reference, list[Target]]:
        found: dict[Reference, list[Target]] = defaultdict(list)
        for document in self._documents:
            for element, chain in _chains(document.tree.getroot()):
                found[WHOLE, *chain].append(Target(document, element))
                for number in _number_of(document):
                    found[NAMED, number, *chain].append(Target(document, element))
                for start in range(max(len(chain) - LONGEST, 0), len(chain)):
                    found[chain[start:]].append(Target(document, element))
        return found


def _chains(root: etree._Element) -> Iterator[tuple[etree._Element, Reference]]:
    """Every numbered element with its number after those of the elements around it."""
    around: dict[etree._Element, Reference | None] = {root: ()}
    for element in root.iterdescendants("*"):
        parent = element.getparent()
        outer = around[parent] if parent is not None else ()
        if outer is None or element.tag in _NO_PLACES:
            around[element] = None
            continue
        number = _parts(element.get("n", ""))
        around[element] = (*outer, *number)
        if number:
            yield element, (*outer, *number)


def _number_of(document: Document) -> Reference:
    """The number in the name of a document, if it has one and no more."""
    numbers = _NUMBER.findall(document.id)
    return (numbers[0].lstrip("0"),) if len(numbers) == 1 else ()


def _shortened(reference: Reference, length: int) -> Iterator[Reference]:
    """The reference with some parts left out, never its last."""
    *before, last = reference
    for kept in combinations(before, length - 1):
        yield (*kept, last)


def _spelt(key: Reference, suffix: bool) -> Iterator[Reference]:
    """The keys of a reference: as it is written and with `C3` as 3; whole, then as a suffix."""
    plain = tuple(_LETTERS.sub("", part) for part in key)
    for each in dict.fromkeys((key, plain)):
        yield (WHOLE, *each)
        yield (NAMED, *each)
        if suffix:
            yield each


def _parts(value: str) -> Reference:
    return tuple(_PARTS.findall(value))
