"""By what a book is known: identifier, language, date of its last change."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from recensio.publish.prepare import Edition
from recensio.tei.names import NS
from recensio.tei.text import text_of

IDNO: Final = "tei:teiHeader/tei:fileDesc/tei:publicationStmt/tei:idno"
DECLARED: Final = re.compile(r"(urn:|doi:|isbn|https?://|10\.\d{4,}/)\S+", re.IGNORECASE)
TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Identity:
    """The identifier of a book, its language (BCP 47), and when it counts as changed (ISO 8601)."""

    identifier: str
    language: str
    modified: str


def identity_of(edition: Edition, timestamp: int) -> Identity:
    """The identity of an edition built at `timestamp` (Unix seconds)."""
    moment = datetime.fromtimestamp(timestamp, UTC)
    return Identity(
        identifier=_declared(edition) or _made(edition),
        language=language_tag(edition.corpus.metadata.language) or "und",
        modified=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def language_tag(language: str) -> str:
    """The language if it is a tag in form (BCP 47, 2.1), else an empty string."""
    return language if TAG.fullmatch(language) else ""


def _declared(edition: Edition) -> str:
    """The identifier in the header of an edition of one text: a DOI, URN, ISBN or web address."""
    if len(edition.readable) != 1:
        return ""
    root = edition.readable[0].document.tree.getroot()
    told = ("".join(text_of(idno).split()) for idno in root.findall(IDNO, NS))
    return next((each for each in told if DECLARED.fullmatch(each)), "")


def _made(edition: Edition) -> str:
    """An identifier from the names of the edition and its texts.

    It stays what it is when a text is mended, or a reader would lose places and marks with every
    new build (EPUB 3.3, 5.5.3.1.3).
    """
    metadata = edition.corpus.metadata
    names = (each.document.id for each in edition.readable)
    told = "\0".join((metadata.title, *metadata.editors, metadata.publisher, "", *names))
    space = uuid.uuid5(uuid.NAMESPACE_URL, "https://recensio.org/ns/edition")
    return uuid.uuid5(space, told).urn
