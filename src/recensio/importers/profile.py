r"""Import profiles: what an editor knows of a source, in TOML beside the header.

Every key may be left out. A profile without any reads text, Markdown and HTML by their form alone:
headings, paragraphs, lists, tables, emphasis, notes.

    siglum = "R"                # prefix of identifiers; by default the name of the file
    sha256 = "5cf9..."          # the digest of the very file; rules by line need it
    header = "R.xml"            # TEI file beside the profile whose teiHeader is taken
    corrections = "R.corrections.toml" # misreadings with what should stand: see corrections.py
    title = "..."               # where there is no header; by default the first heading
    language = "en"
    markup = "markdown"         # or "wiki", "html", "plain"; by default from the name of the file
    chapters = '^(\d+)\. '       # a heading of this form begins a chapter, whatever its level
    bare_headings = true        # a short line alone, without final stop, is a heading; by default
                                # so in plain text, but not where markup is given
    references = ["superscript"] # <sup>7</sup>, [^7], [7](#), ⁷; "bracket": [7], where there is
                                # such a note; "bare": a 7 right after a stop or quotation mark;
                                # without any of the first, as the source and its notes show
    notes = "elsewhere"         # the bodies are not in this file: list references, no problems
    cuts = true                 # join paragraphs that a page or picture has cut
    captions = true             # a paragraph all in italics is the caption of a picture
    quotations = true           # a paragraph all in quotation marks is a quotation

    [facsimile]                 # blocks in this script are the text of pictures
    script = "Cyrillic"
    language = "ru"

    [boilerplate]               # left out and listed in the report
    lines = ["1-25", "87"]
    patterns = ["^Top of page$"]

    [caption]                   # captions that their form does not show
    lines = ["1433-1435"]

    [[division]]                # a division begins at this heading (its first words) or line
    heading = "Glossary"
    type = "glossary"           # glossary, dates: entries of a list; biographies: persons;
                                # titlepage: see [stated]; else only @type
    place = "back"              # front, body or back

    [[gap]]                     # words that the source has lost
    line = 51
    after = "Tiflis. In"

    [[voice]]                   # brackets that end in a dash and this signature are a note
    signature = "V. R."         # of type interpolation, with the xml:id of who speaks as @resp
    resp = "R-author"

    [stated]                    # where the source says what it is: by lines, or by a pattern
    title = { lines = ["3-4"] } # whose first group is taken. It makes the header that no file
    author = { patterns = ['^By (.+)$'] } # gives, and the parts of a division of type titlepage.
                                # Keys: STATED below. The metadata of Markdown count as stated
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

HTML: Final = "html"
"""The markup whose blocks are a tree, not lines."""

SCRIPTS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "Latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
        "Greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
        "Cyrillic": re.compile(r"[\u0400-\u052f]"),
        "Hebrew": re.compile(r"[\u0590-\u05ff]"),
        "Arabic": re.compile(r"[\u0600-\u06ff]"),
        "Devanagari": re.compile(r"[\u0900-\u097f]"),
        "Han": re.compile(r"[\u3400-\u9fff]"),
    }
)
"""The letters of the scripts that [facsimile] may name."""


STATED: Final = (
    "title", "subtitle", "author", "editor", "translator", "transcriber", "edition", "publisher",
    "place", "date", "identifier", "source", "rights",
)  # fmt: skip
"""What a source may state of itself."""


class Place(StrEnum):
    """The part of the text in which a division stands."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


class Notes(StrEnum):
    """Where the bodies of the notes are."""

    HERE = "here"
    ELSEWHERE = "elsewhere"


class References(StrEnum):
    """Forms of a note reference in the text."""

    SUPERSCRIPT = "superscript"
    BRACKET = "bracket"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Division:
    """A division that begins at a heading with these first words, or at a line."""

    heading: str = ""
    line: int = 0
    type: str = "section"
    place: Place = Place.BODY
    part: str = ""
    level: int = 1

    @property
    def is_title_page(self) -> bool:
        """Whether its parts are those of a title page (importers.titlepage)."""
        return self.type == "titlepage"


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that are lost in this line after these words; `reason` as in gap/@reason."""

    line: int
    after: str
    reason: str = "lost"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose interpolations end with this signature; `resp` is the xml:id of who that is."""

    signature: str
    resp: str


@dataclass(frozen=True, slots=True)
class Facsimile:
    """The script of the texts in pictures, and its language."""

    script: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Blocks that begin in these lines or whose text matches one of these patterns."""

    lines: tuple[range, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def names(self, line: int, text: str) -> bool:
        """Whether the rule names a block with this first line and text."""
        listed = any(line in lines for lines in self.lines)
        return listed or any(pattern.search(text) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class Profile:
    """How a source is read; the keys are explained above. `given` are those that its file has."""

    siglum: str
    path: Path | None = None
    given: frozenset[str] = frozenset()
    sha256: str = ""
    header: Path | None = None
    title: str = ""
    language: str = "en"
    markup: str = "plain"
    chapters: re.Pattern[str] | None = None
    bare_headings: bool = False
    references: tuple[References, ...] = (References.SUPERSCRIPT,)
    notes: Notes = Notes.HERE
    cuts: bool = False
    captions: bool = False
    quotations: bool = False
    facsimile: Facsimile | None = None
    boilerplate: Rule = field(default_factory=Rule)
    caption: Rule = field(default_factory=Rule)
    division: tuple[Division, ...] = ()
    gap: tuple[Gap, ...] = ()
    voice: tuple[Voice, ...] = ()
    corrections: Path | None = None
    stated: Mapping[str, Rule] = field(default_factory=dict)
