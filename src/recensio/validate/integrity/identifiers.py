"""Identifiers: LNK001 twice in a document, LNK002 no name, LNK004 ambiguous in the edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from recensio.model.problem import Edit, Fix, Problem, problem
from recensio.tei.names import XML_ID
from recensio.tei.text import normalise
from recensio.validate.edits import set_value
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.names import as_name, free, is_name
from recensio.validate.integrity.survey import Edition, Page


def identifiers(
    edition: Edition, all_followed: Sequence[Followed], strayed: Collection[Followed] = frozenset()
) -> Iterator[Problem]:
    """What is wrong with the xml:id of each document; pointers gone astray make none ambiguous."""
    pointed = Pointed.at(edition, all_followed)
    for page in edition.pages:
        for identifier, elements in page.identified.items():
            if not is_name(identifier):
                yield from _no_name(identifier, elements, page, pointed)
            for element in elements[1:]:
                yield _twice(identifier, element, elements[0], page, pointed)
    yield from _ambiguous([each for each in all_followed if each not in strayed])


@dataclass(frozen=True, slots=True)
class Pointed:
    """The pointers to each identifier, as it is written there or unquoted; identifiers in use."""

    pointers: dict[str, list[Followed]]
    taken: set[str]

    @classmethod
    def at(cls, edition: Edition, all_followed: Sequence[Followed]) -> Pointed:
        """Gather the pointers by the identifiers in them; words without "#" may be meant too."""
        pointers: dict[str, list[Followed]] = defaultdict(list)
        for each in all_followed:
            name = each.pointer.value.rpartition("#")[2]
            for written in {name, unquote(name), each.resolution.name}:
                pointers[written].append(each)
        return cls(pointers, set(edition.holders))


def _no_name(
    identifier: str, elements: Sequence[etree._Element], page: Page, pointed: Pointed
) -> Iterator[Problem]:
    for element in elements:
        place = page.place(element, XML_ID)
        fix = _renamed(identifier, element, page, pointed) if len(elements) == 1 else None
        yield problem("LNK002", place, fix=fix, id=identifier)


def _renamed(identifier: str, element: etree._Element, page: Page, pointed: Pointed) -> Fix | None:
    """Give the element a name, and write it in every pointer to it."""
    if not identifier.strip():
        return None
    name = as_name(identifier, pointed.taken)
    title = f"call it {name}, and so in every pointer"
    fix = set_value(page.locator, element, "xml:id", name, title)
    changes: list[Edit] = []
    for each in pointed.pointers.get(identifier, ()):
        before, hash_sign, _ = each.pointer.value.rpartition("#")
        change = each.mended(f"{before}#{name}" if hash_sign else name)
        if change is None:
            return None
        changes += change.edits
    if fix is None or len({(edit.path, edit.start) for edit in changes}) < len(changes):
        return None
    pointed.taken.add(name)
    return Fix(title, (*fix.edits, *changes))


def _twice(
    identifier: str, element: etree._Element, first: etree._Element, page: Page, pointed: Pointed
) -> Problem:
    fix = None
    if identifier not in pointed.pointers and is_name(identifier):
        name = free(identifier, pointed.taken)
        pointed.taken.add(name)
        fix = set_value(page.locator, element, "xml:id", name, f"call the second one {name}")
    line = page.place(first).line
    return problem("LNK001", page.place(element, XML_ID), fix=fix, id=identifier, first=line)


def _ambiguous(all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Each identifier that several documents give to different things, if another points at it."""
    seen: set[str] = set()
    for each in all_followed:
        name, several = each.resolution.name, each.resolution.several
        if not several or name in seen:
            continue
        seen.add(name)
        first, *others = several
        text = _text(first, name)
        for page in others:
            if _text(page, name) != text:
                element = page.identified[name][0]
                yield problem(
                    "LNK004",
                    page.place(element, XML_ID),
                    id=name,
                    first=first.document.path,
                    pointer=str(each.place),
                )


def _text(page: Page, name: str) -> tuple[str, str]:
    """The name and the words of the element: copies of one entry agree in both."""
    element = page.identified[name][0]
    return str(element.tag), normalise("".join(element.itertext("*")))
