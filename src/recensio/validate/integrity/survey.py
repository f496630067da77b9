"""What the checks look at, gathered in one pass over each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from recensio.model.document import Corpus, Document
from recensio.model.problem import Location
from recensio.tei.locate import Locator
from recensio.tei.names import TEI_NS, XML_ID, tei
from recensio.tei.registers import LISTS
from recensio.validate.integrity.vocabulary import ANYWHERE, ON, is_pointer, kind_of

IN_TEI: Final = f"{{{TEI_NS}}}"
IN_EXAMPLES: Final = "{http://www.tei-c.org/ns/Examples}"
"""Markup that is quoted, as in the Guidelines: it names and points at nothing."""

POINTERS: Final = ANYWHERE | ON.keys()
DATING: Final = frozenset(
    f"{name}{form}"
    for name in ("when", "from", "to", "notBefore", "notAfter")
    for form in ("", "-iso", "-custom")
)
WRITTEN: Final = {XML_ID: "xml:id"}
"""Names of attributes as a file writes them."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A document of the edition as the checks see it.

    `identified` holds the elements of each xml:id in their order, `keys` every value of @key;
    `dated` are the elements with a date in an attribute, `named` all by name that some check asks
    for: prefixDef, person, correspAction, lists.
    """

    document: Document
    locator: Locator
    identified: Mapping[str, list[etree._Element]]
    pointers: tuple[Pointer, ...]
    dated: tuple[etree._Element, ...]
    named: Mapping[str, list[etree._Element]]
    keys: frozenset[str]

    @property
    def listings(self) -> list[etree._Element]:
        """The lists of persons, places and so on, in the order of their names."""
        return [listing for name in LISTS for listing in self.named.get(name, ())]

    def place(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Where the element stands, or its attribute."""
        written = WRITTEN.get(attribute or "", attribute)
        return self.locator.location(element, column=True, attribute=written)


@dataclass(frozen=True, slots=True, eq=False)
class Pointer:
    """One pointer of an attribute that may hold several."""

    element: etree._Element
    attribute: str
    value: str

    @property
    def kind(self) -> str:
        """What it is meant to lead to, as `vocabulary.TARGETS` names it."""
        return kind_of(str(self.element.tag), self.attribute, self.element.get("type", ""))


NAMED: Final = frozenset((*map(tei, ("prefixDef", "person", "correspAction")), *LISTS))


class Edition:
    """All pages of a corpus, and what they share."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.pages = tuple(page_of(document) for document in corpus.documents)

    @cached_property
    def holders(self) -> dict[str, list[Page]]:
        """The pages that hold each identifier, in the order of the edition."""
        found: dict[str, list[Page]] = {}
        for page in self.pages:
            for identifier in page.identified:
                found.setdefault(identifier, []).append(page)
        return found

    @cached_property
    def tags(self) -> frozenset[str]:
        """The names of all elements that have an identifier."""
        return frozenset(str(element.tag) for _, element in self.elements())

    def elements(self) -> Iterator[tuple[str, etree._Element]]:
        """Every identifier with the first element of each page that bears it."""
        for page in self.pages:
            for identifier, elements in page.identified.items():
                yield identifier, elements[0]

    def element(self, identifier: str) -> etree._Element:
        """The first element of the edition with this identifier. Raises KeyError."""
        return self.holders[identifier][0].identified[identifier][0]


def page_of(document: Document) -> Page:
    """The document, looked through once."""
    identified: dict[str, list[etree._Element]] = {}
    pointers: list[Pointer] = []
    dated: list[etree._Element] = []
    named: dict[str, list[etree._Element]] = {}
    keys: set[str] = set()
    for element in document.tree.getroot().iter("*"):
        tag = str(element.tag)
        if tag.startswith(IN_EXAMPLES):
            continue
        if tag in NAMED:
            named.setdefault(tag, []).append(element)
        has_date = False
        for name, value in element.items():
            if name == XML_ID:
                identified.setdefault(str(value), []).append(element)
            elif name in POINTERS and tag.startswith(IN_TEI) and is_pointer(tag, str(name)):
                pointers += (Pointer(element, str(name), each) for each in str(value).split())
            elif name in DATING:
                has_date = tag.startswith(IN_TEI)
            elif name == "key":
                keys.update(str(value).split())
        if has_date:
            dated.append(element)
    locator = Locator(document.tree, document.path)
    return Page(
        document, locator, identified, tuple(pointers), tuple(dated), named, frozenset(keys)
    )
