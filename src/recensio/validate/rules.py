"""Documents held to the Schematron rules of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.document import Corpus, Document
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.io import parse
from recensio.tei.locate import Locator
from recensio.validate.odd import stylesheet_of

CODES: Final = {"error": "TEI050", "fatal": "TEI050", "warning": "TEI051", "warn": "TEI051"}
NAMESPACE: Final = re.compile(r"Q\{[^}]*\}")


def rules(corpus: Corpus, schematron: Path) -> Iterator[Problem]:
    """Every rule that a document breaks. Raises CannotGoOn if the rules cannot be used."""
    try:
        stylesheet = stylesheet_of(schematron.read_bytes())
        for document in corpus.documents:
            source = etree.tostring(document.tree.getroot(), encoding="unicode", with_tail=False)
            findings = saxon.run_stylesheet(stylesheet, source).output
            yield from _problems(document, findings)
    except (saxon.StylesheetError, etree.XMLSyntaxError) as error:
        place = Location(str(schematron))
        raise CannotGoOn(problem("TEI002", place, reason=error)) from None


def _problems(document: Document, findings: str) -> Iterator[Problem]:
    found = parse(findings.encode(), document.path).value
    if found is None or not len(found.getroot()):
        return
    locator = Locator(document.tree, document.path)
    places = locator.by_xpath()
    for finding in found.getroot():
        xpath = NAMESPACE.sub("", finding.get("location", ""))
        element = places.get(xpath)
        place = Location(document.path, xpath=xpath)
        if element is not None:
            place = locator.location(element, column=True)
        code = CODES.get(finding.get("role", "error"), "TEI050")
        reason = " ".join("".join(map(str, finding.itertext())).split())
        yield problem(code, place, reason=reason, rule=finding.get("id", ""))
