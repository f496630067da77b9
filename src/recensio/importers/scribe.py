"""The scribe writes TEI and keeps account of every character of the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from lxml import etree

from recensio.importers.blocks import Dropped, Mark
from recensio.tei.names import XML_ID, XML_LANG, XML_NS, tei

STRUCTURE: Final = frozenset(
    {tei(name) for name in ("TEI", "text", "front", "body", "back", "div", "figure", "quote")}
    | {tei(name) for name in ("list", "table", "row", "listPerson", "person")}
    | {tei(name) for name in ("titlePage", "docTitle")}
)
"""Elements that hold no text of their own: white space in them is of the scribe."""

CONTROL: Final = re.compile("\r(?=\n)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
"""What XML cannot hold (XML 1.0, 2.2), and the first half of a line end of two characters."""

QUALIFIED: Final = {"xml_id": XML_ID, "xml_lang": XML_LANG, "xml_space": f"{{{XML_NS}}}space"}


class Scribe:
    """Writes elements and text into an open element.

    `text` takes spans of the source, never strings, so that nothing comes into the text from
    elsewhere, except what `give` is given for corr; `kept` and `dropped` list the spans that
    stand in it and that were left out. `written` has those of the kept spans that name a
    character, with the character.
    """

    def __init__(self, source: str, root: etree._Element) -> None:
        self._source = source
        self._open = [root]
        # To ask an element for its last child costs lxml as many steps as it has children.
        self._last: list[etree._Element | None] = [root[-1] if len(root) else None]
        self._pending: list[str] = []
        self.kept: list[tuple[int, int]] = []
        self.dropped: list[Dropped] = []
        self.written: list[tuple[int, int, str]] = []

    @contextmanager
    def element(self, name: str, **attributes: str) -> Iterator[None]:
        """An element around what is written within."""
        self.open(name, attributes)
        yield
        self.close()

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element; attributes without value are left out."""
        self._flush()
        qualified = {
            QUALIFIED.get(key, key): CONTROL.sub("", text)
            for key, text in attributes.items()
            if text
        }
        child = etree.SubElement(self._open[-1], tei(name), qualified)
        self._last[-1] = child
        self._open.append(child)
        self._last.append(None)
        self._break()

    def close(self) -> None:
        """Close the element opened last."""
        self._flush()
        self._open.pop()
        self._last.pop()
        self._break()

    def empty(self, name: str, **attributes: str) -> None:
        """An element without content."""
        self.open(name, attributes)
        self.close()

    def text(self, start: int, end: int) -> None:
        """A span of the source as text; what XML cannot hold is dropped."""
        at = start
        for control in CONTROL.finditer(self._source, start, end):
            self._keep(at, control.start())
            self.drop(control.start(), control.end(), Mark.CONTROL)
            at = control.end()
        self._keep(at, end)

    def character(self, start: int, end: int) -> None:
        """The character that a reference of HTML names; none if XML cannot hold it."""
        named = CONTROL.sub("", html.unescape(self._source[start:end]))
        self._pending.append(named)
        self.kept.append((start, end))
        self.written.append((start, end, named))

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._pending.append(self._source[start:end])
            self.kept.append((start, end))

    def give(self, words: str) -> None:
        """Words of an editor; the conservation check takes them in corr alone."""
        self._pending.append(CONTROL.sub("", words))

    def drop(self, start: int, end: int, mark: Mark) -> None:
        """A span of the source that does not stand in the text."""
        if start < end:
            self.dropped.append(Dropped(start, end, mark))

    def _break(self) -> None:
        if self._open[-1].tag in STRUCTURE:
            self._pending.append("\n")
            self._flush()

    def _flush(self) -> None:
        """Append what is pending: gathered first, so that the cost is that of its length."""
        text = "".join(self._pending)
        self._pending.clear()
        if not text:
            return
        last = self._last[-1]
        if last is not None:
            last.tail = (last.tail or "") + text
        else:
            self._open[-1].text = (self._open[-1].text or "") + text
