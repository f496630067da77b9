"""Blocks: the spans of a source between two breaks, and the marks around and in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from recensio.importers.profile import Division


class Mark(StrEnum):
    """What may be dropped from a source and why."""

    WHITE_SPACE = "white space"
    HEADING = "heading mark"
    LIST = "list mark"
    QUOTATION = "quotation mark"
    FENCE = "fence"
    RULE = "rule"
    CELL = "cell mark"
    EMPHASIS = "emphasis mark"
    ESCAPE = "escape"
    TAG = "tag"
    PICTURE = "picture"
    COMMENT = "comment"
    DECLARATION = "declaration"
    LINK = "link"
    REFERENCE = "note reference"
    NOTE_NUMBER = "note number"
    CONTROL = "control character"
    BOILERPLATE = "boilerplate"


TAG: Final = re.compile(
    r"</?(?P<name>[A-Za-z][^\s/<>]*+)"
    r"(?>[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')(?=[\s/>])|=){0,300}+>"
)
"""A tag of HTML: a value in quotation marks may hold anything, else no < or > stands in it."""

WHITE: Final = r"&(?:nbsp|ensp|emsp|thinsp|#160|#[xX][aA]0);?"
"""White space written as a reference of HTML."""

ATTRIBUTES: Final = r"(?:\s++[\w:.-]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>=]++))?)*"
"""Attributes of a tag, each in an orderly form."""

GRAMMAR: Final[Mapping[Mark, re.Pattern[str]]] = MappingProxyType(
    {
        Mark.WHITE_SPACE: re.compile(rf"(?:\s|{WHITE})+"),
        Mark.HEADING: re.compile(r"\s*(?:#+|=+|-+)\s*"),
        Mark.LIST: re.compile(r"[-*+•]\s*"),
        Mark.QUOTATION: re.compile(r" {0,3}> ?"),
        Mark.FENCE: re.compile(r"[ \t]*(?:`{3,}|~{3,})[^\n]*"),
        Mark.RULE: re.compile(r"[-*_ \t]+"),
        Mark.CELL: re.compile(r"[-:| \t]+"),
        Mark.EMPHASIS: re.compile(r"\*{1,3}|_{1,3}|`"),
        Mark.ESCAPE: re.compile(r"\\"),
        Mark.TAG: TAG,
        Mark.PICTURE: re.compile(
            rf"<[Ii][Mm][Gg]{ATTRIBUTES}\s+[Aa][Ll][Tt]\s*=\s*[\"']?|[\"']?{ATTRIBUTES}\s*/?>"
        ),
        Mark.COMMENT: re.compile(r"<!--.*-->|<!---?>", re.DOTALL),
        Mark.DECLARATION: re.compile(r"<[!?](?!\[CDATA)[^<>]*>"),
        Mark.LINK: re.compile(r'!?\[|\]\([^()\s]*(?:\s"[^"]*")?\)|<|>'),
        Mark.REFERENCE: re.compile(
            r"(?:<sup[^<>]*>)?(?:<a\s[^<>]*>)?(?:\[\^?)?|\[\d{1,3}\]|[^\s<>\[\](),]{1,60}|,\s*|[()]"
            r"|\]?(?:\(#\w*\))?(?:</a>)?(?:</sup>)?"
        ),
        Mark.NOTE_NUMBER: re.compile(
            r"(?:<sup[^<>]*>)?(?:<a\s[^<>]*>)?\[?\^?[^\s<>\[\]().]{1,60}\.?\]?"
            r"(?:\(#\w*\))?(?:</a>)?(?:</sup>)?[.:)]?"
            r"|[\[(]?[^\s<>\[\]().]{0,60}[.:)\]]{0,3}"
        ),
        Mark.CONTROL: re.compile(r"\r|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+"),
        Mark.BOILERPLATE: re.compile(r".*", re.DOTALL),
    }
)
"""What a mark of each kind looks like: text that is dropped must be of this form.

The conservation check holds every dropped span against its form, so that no reader of blocks or
of inline markup can lose words by calling them markup. Only boilerplate may hold anything; it is
listed in the report with its line.
"""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span of the source, in characters, that does not stand in the TEI text."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Container:
    """An element around blocks: its name in TEI, the offset that tells it from others."""

    name: str
    start: int
    attributes: tuple[tuple[str, str], ...] = ()


class Kind(StrEnum):
    """What a block is: first by its form, later by its part in the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"
    EXTRACT = "marked quotation"
    VERBATIM = "verbatim"
    RULE = "rule"
    EMPTY = "marks without text"
    BOILERPLATE = "boilerplate"
    FACSIMILE = "facsimile"
    CAPTION = "caption"
    NOTE = "note"
    PERSON = "person"


SILENT: Final = (Kind.EMPTY, Kind.BOILERPLATE, Kind.RULE)
"""Kinds of blocks that are no text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the source.

    `start` and `end` are the span of its text, which begins in the line `line`; `dropped` are the
    marks before, inside and behind it. `level` is the level of a heading, else the indentation;
    `number` that of a chapter or note; `division` the rule of the profile by which a division
    begins here; `continues` says that the block goes on with the one before it, which was cut,
    `unfinished` that it is a quotation which goes on in the next paragraph, and `doubtful` that
    its role is likely but not certain. Of several blocks that begin in one line `place` tells
    which it is, from 0; `language` is its own, where it is not that of the
    document; `within` are the elements that markup with a tree puts around it, the outermost first.
    """

    kind: Kind
    line: int
    start: int
    end: int
    dropped: tuple[Dropped, ...] = ()
    level: int = 0
    number: str = ""
    division: Division | None = None
    continues: bool = False
    unfinished: bool = False
    doubtful: bool = False
    place: int = 0
    language: str = ""
    within: tuple[Container, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether it has no element of its own: no text, or a mark among those of a picture."""
        return self.kind in SILENT or (self.kind is Kind.FACSIMILE and self.start == self.end)

    def address(self, siglum: str) -> str:
        """The identifier of the element in which it stands: the siglum of the source, its line."""
        return f"{siglum}-{self.line}.{self.place}" if self.place else f"{siglum}-{self.line}"
