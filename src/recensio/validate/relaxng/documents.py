"""Documents as tags and texts: a file through expat, which gives places, or a tree.

Nothing is fetched and no external entity is read. A file in an encoding that expat does not know
is decoded first.
"""

from __future__ import annotations

from typing import Final
from xml.parsers import expat

from recensio.tei.content import encoding_of
from recensio.validate.relaxng.advice import Advice
from recensio.validate.relaxng.findings import Finding, Span
from recensio.validate.relaxng.places import Places
from recensio.validate.relaxng.reading import Reading
from recensio.validate.relaxng.recovery import Recovery
from recensio.validate.relaxng.schema import Schema

BUFFER: Final = 1 << 20


class IllFormed(Exception):
    """A document that is no XML: why, and the line and column where that shows."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


def as_utf8(content: bytes) -> bytes:
    """The same document in UTF-8. Raises IllFormed if it is no text in its own encoding."""
    encoding = encoding_of(content)
    if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
        return content
    try:
        return content.decode(encoding).encode("utf-8")
    except LookupError:
        raise IllFormed(f"the encoding {encoding} is unknown", 1, 1) from None
    except UnicodeError as error:
        raise IllFormed(f"it is not text in {encoding}: {error}", 1, 1) from None


def findings(content: bytes, schema: Schema, advice: Advice) -> list[Finding]:
    """What is wrong with the document in a file. Raises IllFormed if it is not well-formed."""
    text = as_utf8(content)
    # What was decoded here still declares its old encoding; else expat judges the declaration.
    encoding = None if text is content else "utf-8"
    parser = expat.ParserCreate(encoding, namespace_separator="\n")
    parser.ordered_attributes = True
    parser.buffer_size = BUFFER
    parser.buffer_text = True
    recovery = Recovery(advice, _InFile(parser, text))
    reading = Reading(schema, recovery)
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    if schema.uses_context:
        parser.StartNamespaceDeclHandler = reading.declare
        parser.EndNamespaceDeclHandler = reading.undeclare
        parser.UnparsedEntityDeclHandler = reading.declare_entity
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise IllFormed(reason, error.lineno, error.offset + 1) from None
    finally:
        _let_go(parser)
    recovery.finish()
    return [finding for finding in recovery.findings if not finding.withdrawn]


def _let_go(parser: expat.XMLParserType) -> None:
    """Take the parser's hold off what reads with it, so that both and the file are freed at once.

    Else they hold each other, and many large files would lie in memory until Python looks.
    """
    parser.StartElementHandler = None
    parser.EndElementHandler = None
    parser.CharacterDataHandler = None
    parser.StartNamespaceDeclHandler = None
    parser.EndNamespaceDeclHandler = None
    parser.UnparsedEntityDeclHandler = None


class _InFile:
    """The tag or text that expat is reading, with its place in the file."""

    def __init__(self, parser: expat.XMLParserType, content: bytes) -> None:
        self._parser = parser
        self._places = Places(content)

    @property
    def line(self) -> int:
        return self._parser.CurrentLineNumber

    def tag(self) -> Span:
        at = self._parser.CurrentByteIndex
        return self._places.span(at, at)

    def name(self) -> Span:
        return self._places.tag_name(self._parser.CurrentByteIndex)

    def written(self) -> str:
        return self._places.written(self._parser.CurrentByteIndex)

    def whole(self, name: str) -> Span:
        return self._places.element_before(self._parser.CurrentByteIndex, name)

    def tag_end(self) -> Span:
        return self._places.tag_end(self._parser.CurrentByteIndex)

    def is_end_tag(self) -> bool:
        return self._places.is_end_tag(self._parser.CurrentByteIndex)

    def is_empty_tag(self) -> bool:
        return self._places.is_empty_tag(self._parser.CurrentByteIndex)

    def namespace_declaration(self) -> Span | None:
        return self._places.namespace_declaration(self._parser.CurrentByteIndex)

    def attribute(self, name: str) -> tuple[Span, Span]:
        return self._places.attribute(self._parser.CurrentByteIndex, name)

    def text(self) -> Span:
        return self._places.text_before(self._parser.CurrentByteIndex)
