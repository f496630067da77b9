"""Where on the site the texts stand that other texts of the edition point at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, unquote

from recensio.model.document import Document
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.names import XML_ID, tei

CITED: Final = frozenset(map(tei, ("p", "ab", "l", "lg", "div", "div1", "div2", "div3")))
"""Elements whose identifiers stand on the page of their document, whatever else it shows."""

ABROAD: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")

HIDING: Final = frozenset(map(tei, ("app", "note", "teiHeader", "figure")))


class Texts:
    """The texts of an edition as others point at them."""

    def __init__(self, edition: Edition) -> None:
        self._named: dict[str, Document] = {}
        self._shown: dict[str, frozenset[str]] = {}
        for document in (each.document for each in edition.readable):
            for name in (document.id, f"{document.id}.xml", PurePosixPath(document.path).name):
                self._named.setdefault(name, document)

    def pages(self, each: Prepared, root: str) -> str:
        """The lines "target TAB address" of what a document points at in others.

        `root` leads from its page to site/. A target is the name of a file or document, with or
        without the identifier of a place in it.
        """
        found = {target: self._address(each.document, target) for target in _targets(each)}
        lines = (f"{target}\t{root}{address}" for target, address in found.items() if address)
        return "\n".join(sorted(lines))

    def _address(self, document: Document, target: str) -> str:
        path, _, fragment = target.partition("#")
        text = self._named.get(PurePosixPath(unquote(path)).name)
        if text is None or text is document:
            return ""
        place = f"#{fragment}" if fragment and fragment in self._places(text) else ""
        return f"{quote(page_of(text))}{place}"

    def _places(self, text: Document) -> frozenset[str]:
        """The identifiers that the page of a text is sure to show."""
        if text.id not in self._shown:
            cited = text.tree.getroot().iter(*CITED)
            shown = (e for e in cited if next(e.iterancestors(*HIDING), None) is None)
            self._shown[text.id] = frozenset(filter(None, (e.get(XML_ID) for e in shown)))
        return self._shown[text.id]


def _targets(each: Prepared) -> Iterator[str]:
    """The first pointer of each reference, if it leads to no other machine and has a name."""
    for element in each.document.tree.getroot().iter(tei("ref"), tei("ptr")):
        for target in element.get("target", "").split()[:1]:
            if not ABROAD.match(target):
                yield target
