"""Documents held to a RELAX NG schema.

libxml2 does the checking here; it names the element and the line but not what was expected.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from recensio.model.document import Corpus, Document
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.locate import Locator


def grammar(corpus: Corpus, schema: Path) -> Iterator[Problem]:
    """What is not valid in any document. Raises CannotGoOn if the schema cannot be used."""
    relaxng = _compiled(schema, _digest(schema))
    for document in corpus.documents:
        yield from _of_document(document, relaxng)


def _of_document(document: Document, relaxng: etree.RelaxNG) -> Iterator[Problem]:
    if relaxng.validate(document.tree):
        return
    locator = Locator(document.tree, document.path)
    seen = set()
    for entry in relaxng.error_log:
        element = _element(document.tree, entry.path)
        place = Location(document.path, entry.line or None)
        if element is not None:
            place = locator.location(element, column=True)
        # libxml2 repeats itself on the way up from the fault.
        if (entry.message, entry.path) not in seen:
            seen.add((entry.message, entry.path))
            yield problem("TEI001", place, reason=entry.message)


def _element(tree: etree._ElementTree, path: str | None) -> etree._Element | None:
    prefixes = {prefix: uri for e in tree.iter("*") for prefix, uri in e.nsmap.items() if prefix}
    try:
        found = tree.xpath(path, namespaces=prefixes) if path else []
    except etree.XPathError:
        return None
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, etree._Element) else None


def _digest(schema: Path) -> str:
    try:
        return hashlib.sha256(schema.read_bytes()).hexdigest()
    except OSError:
        place = Location(str(schema))
        raise CannotGoOn(problem("SRC002", place, path=schema)) from None


@cache
def _compiled(schema: Path, _digest: str) -> etree.RelaxNG:
    """Compiled once for each state of the file: `recensio serve` goes on while it is edited."""
    try:
        return etree.RelaxNG(etree.parse(schema, etree.XMLParser(no_network=True)))
    except (etree.XMLSyntaxError, etree.RelaxNGParseError) as error:
        raise CannotGoOn(problem("TEI002", Location(str(schema)), reason=error)) from None
