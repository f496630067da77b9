"""An entry for a name that no register holds yet: the stub that an editor fills in later."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from recensio.model.document import DocumentKind
from recensio.model.problem import Fix
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import text_of
from recensio.validate.edits import append_inside
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.names import is_name
from recensio.validate.integrity.survey import Edition, Page

FORMS: Final = {
    "person": ("listPerson", "person", "persName"),
    "place": ("listPlace", "place", "placeName"),
    "org": ("listOrg", "org", "orgName"),
    "work": ("listBibl", "bibl", "title"),
    "event": ("listEvent", "event", "label"),
}
"""The list, the entry and the name of a register, by the kind of the pointer."""


class Stubs:
    """Makes entries in the registers of an edition; the list of each kind is looked for once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._lists: dict[str, tuple[Page, etree._Element] | None] = {}

    def entry(self, each: Followed) -> Fix | None:
        """A new entry for the mention; none if the edition has no register of its kind."""
        form, name = FORMS.get(each.kind), each.resolution.name
        text = text_of(each.pointer.element)
        if form is None or not text or not is_name(name):
            return None
        if each.kind not in self._lists:
            self._lists[each.kind] = _register(self._edition, *form[:2])
        register = self._lists[each.kind]
        if register is None:
            return None
        page, listing = register
        xml = _markup(listing, form[1], form[2], name, text)
        title = f"add an entry {name} to the {form[0]}"
        return append_inside(page.locator, listing, xml, title)


def _register(edition: Edition, listing: str, entry: str) -> tuple[Page, etree._Element] | None:
    """The list with the most entries that have an identifier; registers go before texts."""
    best: tuple[tuple[bool, int], Page, etree._Element] | None = None
    for page in edition.pages:
        is_register = page.document.kind is DocumentKind.REGISTER
        for element in page.document.tree.getroot().iter(tei(listing)):
            entries = sum(bool(e.get(XML_ID)) for e in element.iterchildren(tei(entry)))
            if entries and (best is None or (is_register, entries) > best[0]):
                best = (is_register, entries), page, element
    return best[1:] if best else None


def _markup(listing: etree._Element, entry: str, named: str, name: str, text: str) -> str:
    """The entry with the prefix that the list itself bears."""
    prefix = f"{listing.prefix}:" if listing.prefix else ""
    inside = f"<{prefix}{named}>{escape(text)}</{prefix}{named}>"
    return f"<{prefix}{entry} xml:id={quoteattr(name)}>{inside}</{prefix}{entry}>"
