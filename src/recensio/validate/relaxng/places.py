"""Where a fault stands: bytes of a document to characters, lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from recensio.validate.relaxng.findings import Span
from recensio.validate.relaxng.vocabulary import XML

ATTRIBUTE: Final = re.compile(rb"""([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
NAME: Final = re.compile(rb"</?([^\s/>]+)")
TAG: Final = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
DECLARATION: Final = re.compile(rb"""\s+xmlns\s*=\s*("[^"]*"|'[^']*')""")
APART: Final = 1_000
"""Bytes between two points that are kept to start from."""

ENDS: Final = ((b"-->", b"<!--"), (b"?>", b"<?"), (b"]]>", b"<![CDATA["))
"""How what is no tag ends and begins: comments, instructions, and texts in sections."""

SKIPPED: Final = re.compile(rb"(?:\s|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)


class Places:
    """The places of one document in UTF-8, in linear time if asked nearly in their order."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._points = [_Point()]

    def span(self, start: int, end: int) -> Span:
        """The span of these bytes."""
        point = self._before(start).moved(self._content, start)
        if point.byte > self._points[-1].byte + APART:
            self._points.append(point)
        length = len(self._content[start:end].decode("utf-8", "replace"))
        return Span(
            start=point.character,
            end=point.character + length,
            line=point.line,
            column=point.character - point.line_start + 1,
        )

    def _before(self, byte: int) -> _Point:
        """The last point known that is not after a byte."""
        return self._points[bisect_right(self._points, byte, key=lambda each: each.byte) - 1]

    def tag_name(self, at: int) -> Span:
        """The span of the name in the tag that begins at a byte."""
        found = NAME.match(self._content, at)
        return self.span(*found.span(1)) if found else self.span(at, at)

    def written(self, at: int) -> str:
        """The name in the tag that begins at a byte, as it is written."""
        found = NAME.match(self._content, at)
        return found.group(1).decode("utf-8", "replace") if found else ""

    def element_before(self, at: int, name: str) -> Span:
        """Some place of the element of this local name that ends at a byte or with the tag there.

        Of an element of one tag expat tells the end behind that tag.
        """
        before = self._content.rfind(b"<", 0, at)
        if self._content[at - 2 : at] == b"/>" and self.written(before).endswith(name):
            at = before
        return self.span(at, at)

    def tag_end(self, at: int) -> Span:
        """The place after the tag that begins at a byte."""
        found = TAG.match(self._content, at)
        end = found.end() if found else at
        return self.span(end, end)

    def is_end_tag(self, at: int) -> bool:
        """Whether the tag that begins at a byte is an end tag."""
        return self._content[at : at + 2] == b"</"

    def is_empty_tag(self, at: int) -> bool:
        """Whether the tag that begins at a byte is that of an element without content."""
        found = TAG.match(self._content, at)
        return found is not None and found.group().endswith(b"/>")

    def namespace_declaration(self, at: int) -> Span | None:
        """The declaration of a default namespace in the tag that begins at a byte."""
        tag = TAG.match(self._content, at)
        found = DECLARATION.search(self._content, at, tag.end()) if tag else None
        return self.span(*found.span()) if found else None

    def attribute(self, at: int, name: str) -> tuple[Span, Span]:
        """The spans of the name and the value of an attribute in the tag that begins at a byte.

        An attribute that a DTD supplies stands nowhere, so the tag itself is its place, and
        nothing of it.
        """
        opening = NAME.match(self._content, at)
        position = opening.end() if opening else at
        while found := ATTRIBUTE.match(self._content, self._past_space(position)):
            if _could_be(found.group(1).decode("utf-8", "replace"), name):
                start, end = found.span(2)
                return self.span(*found.span(1)), self.span(start + 1, end - 1)
            position = found.end()
        return (self.span(at, at),) * 2

    def text_before(self, at: int) -> Span:
        """The text that ends where a tag begins at a byte: from its first letter to its last."""
        content = self._content
        passed = SKIPPED.match(content, self._text_start(at), at)
        first = passed.end() if passed else at
        end = at
        while end > first:
            end = first + len(content[first:end].rstrip())
            opening = next((b for e, b in ENDS[:2] if content.endswith(e, first, end)), None)
            if opening is None:
                break
            end = content.rfind(opening, first, end)
        return self.span(first, max(first, end))

    def _text_start(self, at: int) -> int:
        """Where the text before a byte begins: after the last tag, whatever is no tag."""
        content = self._content
        while (mark := content.rfind(b">", 0, at)) >= 0:
            opening = next((b for e, b in ENDS if content.endswith(e, 0, mark + 1)), None)
            begun = content.rfind(opening, 0, mark) if opening else -1
            if begun < 0:
                tag = TAG.match(content, content.rfind(b"<", 0, mark))
                after = tag.end() if tag else mark + 1
                return max(after, content.rfind(b"-->", after, mark) + 3)
            at = begun
        return 0

    def _past_space(self, position: int) -> int:
        content = self._content
        while content[position : position + 1] in (b" ", b"\t", b"\r", b"\n"):
            position += 1
        return position


def _could_be(written: str, name: str) -> bool:
    """Whether an attribute written so can have this name; what its prefix means is not known."""
    uri, _, local = name.rpartition("\n")
    prefix, _, last = written.rpartition(":")
    if last != local or prefix == "xmlns":
        return False
    return prefix == "xml" if uri == XML else bool(prefix) == bool(uri)


@dataclass(frozen=True, slots=True)
class _Point:
    """A byte, the characters before it, its line from 1 and the character that the line begins."""

    byte: int = 0
    character: int = 0
    line: int = 1
    line_start: int = 0

    def moved(self, content: bytes, to: int) -> _Point:
        """The point at a byte further on."""
        passed = content[self.byte : to]
        if passed.endswith(b"\r") and content[to : to + 1] == b"\n":
            passed, to = passed[:-1], to - 1
        character = self.character + len(passed.decode("utf-8", "replace"))
        ends = passed.count(b"\n") + passed.count(b"\r") - passed.count(b"\r\n")
        if not ends:
            return _Point(to, character, self.line, self.line_start)
        last = passed[max(passed.rfind(b"\n"), passed.rfind(b"\r")) + 1 :]
        start = character - len(last.decode("utf-8", "replace"))
        return _Point(to, character, self.line + ends, start)
