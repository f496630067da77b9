"""Ibid.: which work a citation means that only says it is the same.

It means the work cited last in the notes of its chapter, whatever commentary stands between; in
square brackets behind another, the work cited last in such brackets. In running text it means the
work cited last in the running text of the chapter. It points to the citation that names the work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.bodies import Zone
from recensio.importers.citations import SAME, Citation, asides, citations
from recensio.importers.inline import read_inline
from recensio.importers.profile import Profile
from recensio.importers.source import Source
from recensio.importers.tokens import Sort, Token, deeper
from recensio.importers.words import Words, words_of
from recensio.importers.wrapping import Fit, Wrap, element, wrapped

CITING: Final = (Kind.PARAGRAPH, Kind.EXTRACT, Kind.ITEM, Kind.PERSON)
"""Kinds of running text in which an ibid. is looked for."""

BOLD: Final = ("**", "__")


@dataclass(frozen=True, slots=True)
class Bibl:
    """A citation as an element: its span in the source, its identifier or that of what it means."""

    start: int
    end: int
    identifier: str = ""
    same_as: str = ""
    equivalent: bool = False

    @property
    def wrap(self) -> Wrap:
        """The element that is put around it."""
        return element(
            self.start,
            self.end,
            "bibl",
            Fit.WIDE,
            type="equivalent" if self.equivalent else "",
            xml_id=self.identifier,
            corresp=f"#{self.same_as}" if self.same_as else "",
        )


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The citations of a source by the offset of their block, and why some are doubtful."""

    bibls: Mapping[int, Sequence[Bibl]]
    doubts: tuple[tuple[Block, str], ...]

    def marked(self, block: Block, tokens: list[Token]) -> list[Token]:
        """The tokens of a block with an element around each of its citations."""
        bibls = self.bibls.get(block.start, ())
        return wrapped(tokens, [bibl.wrap for bibl in bibls])[0]


@dataclass(slots=True)
class _Memory:
    """The works cited last in the notes or the text of a chapter, and what makes them doubtful.

    `translated` is the work behind which the equivalent stands. `several`: the last note that
    cites names several works; `passing`: behind it a commentary cites one in passing.
    """

    work: str = ""
    equivalent: str = ""
    translated: str = ""
    several: bool = False
    passing: bool = False


@dataclass(slots=True)
class _Reading:
    """The state of reading the citations of a source."""

    source: Source
    profile: Profile
    bibls: dict[int, list[Bibl]] = field(default_factory=dict)
    doubts: list[tuple[Block, str]] = field(default_factory=list)
    memories: dict[tuple[int, int], _Memory] = field(default_factory=dict)


def cite(
    source: Source, blocks: Sequence[Block], zones: Sequence[Zone], profile: Profile
) -> Bibliography:
    """Find the citations of the notes, and those of a chapter whose text says ibid."""
    reading = _Reading(source, profile)
    zone_of = {index: number for number, zone in enumerate(zones, 1) for index in zone.bodies}
    chapters = list(_chapters(blocks))
    saying = {chapters[index] for index in _saying_the_same(source, blocks)}
    saying -= {chapters[index] for index, block in enumerate(blocks) if _is_title_page(block)}
    for index, block in enumerate(blocks):
        if block.kind is Kind.NOTE:
            find = citations
        elif block.kind in CITING and chapters[index] in saying:
            find = asides
        else:
            continue
        words, cited = _cited(source, block, profile, find)
        memory = reading.memories.setdefault((chapters[index], zone_of.get(index, 0)), _Memory())
        _remember(reading, memory, block, cited)
        if block.kind is Kind.NOTE and not cited:
            memory.passing = any(not c.same for c in asides(words)) or memory.passing
    return Bibliography(reading.bibls, tuple(reading.doubts))


def _chapters(blocks: Sequence[Block]) -> Iterator[int]:
    """The number of the chapter in which each block stands."""
    chapter = 0
    for block in blocks:
        opens = block.kind is Kind.HEADING and (block.level == 1 or block.number)
        chapter += bool(block.division or opens) and not block.continues
        yield chapter


def _is_title_page(block: Block) -> bool:
    """Whether a title page begins here: it says what the source is, and cites nothing."""
    return block.division is not None and block.division.is_title_page


def _saying_the_same(source: Source, blocks: Sequence[Block]) -> Iterator[int]:
    """The indices of the blocks of running text in which an ibid. stands."""
    starts = [block.start for block in blocks]
    for same in SAME.finditer(source.text):
        index = bisect_right(starts, same.start()) - 1
        if index >= 0 and blocks[index].kind in CITING:
            yield index


def _cited(
    source: Source, block: Block, profile: Profile, find: Callable[[Words], list[Citation]]
) -> tuple[Words, list[tuple[Citation, int, int]]]:
    """The words of a block and its citations, each with its span, as far as they can stand there.

    They cannot in code, in a term or in the description of a picture.
    """
    tokens = read_inline(source.text, block, profile)
    words = words_of(source.text, tokens, profile.markup != "markdown")
    found = [(cited, *words.span(cited.start, cited.end)) for cited in find(words)]
    behind = _behind_term(source, block, tokens)
    wraps = [Bibl(start, end).wrap for _, start, end in found if start >= behind]
    _, made = wrapped(tokens, wraps)
    standing = {wrap.start for wrap in made}
    return words, [cited for cited in found if cited[1] in standing]


def _behind_term(source: Source, block: Block, tokens: Iterable[Token]) -> int:
    """Where a block goes on behind its term: a whole one of HTML, the bold beginning of an item."""
    if block.within and block.within[-1].name == "term":
        return block.end
    if block.kind is not Kind.ITEM or not source.text.startswith(BOLD, block.start):
        return block.start
    depth = 0
    for token in tokens:
        depth += deeper(token)
        if token.sort is Sort.CLOSE and depth == 0:
            return token.end
    return block.end


def _remember(
    reading: _Reading,
    memory: _Memory,
    block: Block,
    cited: Sequence[tuple[Citation, int, int]],
) -> None:
    """Turn the citations of a block into elements, each ibid. with what it means."""
    named = 0
    for number, (citation, start, end) in enumerate(cited, 1):
        if citation.same:
            _doubt(reading, memory, block, citation)
            same_as = (citation.equivalent and memory.equivalent) or memory.work
            bibl = Bibl(start, end, same_as=same_as, equivalent=citation.equivalent)
        else:
            identifier = f"{block.address(reading.profile.siglum)}-b{number}"
            bibl = Bibl(start, end, identifier, equivalent=citation.equivalent)
            named += not citation.equivalent
            _name(memory, bibl)
        reading.bibls.setdefault(block.start, []).append(bibl)
    if cited:
        memory.several = named > 1


def _name(memory: _Memory, bibl: Bibl) -> None:
    if bibl.equivalent:
        memory.equivalent, memory.translated = bibl.identifier, memory.work
    else:
        memory.work = bibl.identifier
        memory.passing = memory.several = False


def _doubt(reading: _Reading, memory: _Memory, block: Block, citation: Citation) -> None:
    """Note why it is not certain what an ibid. means, if it is not."""
    if not memory.work:
        reason = "ibid. with no work before it"
    elif citation.equivalent:
        if not memory.equivalent or memory.translated == memory.work:
            return
        reason = "ibid. in brackets after those of another work"
    elif memory.several:
        reason = "ibid. after a note that cites several works"
    elif memory.passing:
        reason = "ibid. after a commentary that cites a work"
        memory.passing = False
    else:
        return
    reading.doubts.append((block, reason))
