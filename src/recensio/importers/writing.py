"""Writing: blocks and their tokens as the content of an element, notes at their references.

Every element with text of its own (head, p, item, row, ab, note) carries the line in which it
begins as xml:id, such as R-4896; where a paragraph was cut, the milestone carries the line of the
second part. A place cited by line so has an address: the greatest of these lines that is not
greater than it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from recensio.importers.amendments import Amendments
from recensio.importers.blocks import TAG, Block, Kind, Mark
from recensio.importers.captions import caption_tokens, without_breaks
from recensio.importers.gaps import gap_offsets, with_gaps
from recensio.importers.html.scan import Form, characters
from recensio.importers.inline import read_inline, read_span
from recensio.importers.notes import Links, followers
from recensio.importers.passages import PICTURES, figures
from recensio.importers.phrases import enumerated, with_foreign
from recensio.importers.profile import Profile
from recensio.importers.rows import cells, is_row
from recensio.importers.scribe import Scribe
from recensio.importers.source import Source
from recensio.importers.statements import Statement
from recensio.importers.tokens import Sort, Token

Cut = tuple[Block, Block, list[Block]]
"""The part before, the part behind, the pictures between them."""
DIVIDED: Final = re.compile(r"-$|\w–$")
"""The end of a part that goes on without a space: a hyphen, the dash of a range."""
BETWEEN: Final = re.compile(rf"<!--.*?-->|{TAG.pattern}|(?P<end>\n)|.", re.DOTALL)
"""What stands between two paragraphs of HTML; the group is a line end in no tag."""

LIKELY: Final = "medium"
"""@cert of what the importer concluded without being sure."""


class Writer:
    """Writes blocks of a source with a scribe."""

    def __init__(
        self,
        source: Source,
        profile: Profile,
        blocks: Sequence[Block],
        links: Links,
        scribe: Scribe,
        amendments: Amendments,
        statements: Sequence[Statement] = (),
    ) -> None:
        self.scribe = scribe
        self._source, self._profile, self._blocks, self._links = source, profile, blocks, links
        self._lost = {reference.start for reference in links.lost}
        self._unreferenced = {blocks[index].start: index for index in links.unreferenced}
        self._gaps = tuple(gap_offsets(source, profile))
        self.amendments = amendments
        self.statements = statements
        written = [block for block in blocks if not block.silent]
        self._ends = [block.end for block in written]
        self._addresses = [self.identifier(block) for block in written]

    def identifier(self, block: Block) -> str:
        """The xml:id of a block: the siglum and the line in which it begins."""
        return block.address(self._profile.siglum)

    def span(self, start: int, end: int) -> str:
        """A span of the source."""
        return self._source.text[start:end]

    def text_of(self, block: Block) -> str:
        """The text of a block as it stands in the source."""
        return self._source.text[block.start : block.end]

    def unit(self, name: str, unit: Sequence[Block], **attributes: str) -> None:
        """An element with a block and the parts that continue it."""
        attributes.setdefault("xml_lang", unit[0].language)
        with self.scribe.element(name, xml_id=self.identifier(unit[0]), **attributes):
            self.parts(unit)

    def parts(self, unit: Sequence[Block], first: Iterable[Token] | None = None) -> None:
        """A block and its other parts, with pictures and a milestone at each cut.

        `first` are the tokens of the first part, if they are not those of `inline`.
        """
        tokens = list(self.inline(unit[0]) if first is None else first)
        cuts = tuple(_cuts(unit))
        for number, (before, block, _) in enumerate(cuts):
            tokens += [Token(Sort.CUT, before.end, before.end, str(number)), *self.inline(block)]
        self.tokens(self._marked(tokens, unit[0].kind), cuts)

    def _marked(self, tokens: Sequence[Token], kind: Kind) -> list[Token]:
        """The tokens with amendments; what is no facsimile, with the phrases in it too."""
        if kind is Kind.FACSIMILE:
            return self.amendments.of(tokens)
        text = self._source.text
        amended = self.amendments.of(enumerated(text, tokens))
        return with_foreign(text, amended, self._profile.facsimile)

    def inline(self, block: Block) -> list[Token]:
        """The tokens of a block with its citations and the gaps that the profile knows of."""
        tokens = read_inline(self._source.text, block, self._profile)
        return self._links.bibliography.marked(block, with_gaps(tokens, block, self._gaps))

    def _cut(self, before: Block, block: Block, pictures: Sequence[Block]) -> None:
        divided = bool(DIVIDED.search(self.text_of(before)[-2:]))
        if not divided:
            # The line end is the white space between the last word and the next.
            self.scribe.text(*self._space(before.end, block.start))
        for picture in figures(pictures):
            self.figure(picture.blocks)
        self.scribe.empty(
            "milestone",
            unit="cut",
            xml_id=self.identifier(block),
            **{"break": "no" if divided else ""},
            cert=LIKELY if block.doubtful else "",
        )

    def _space(self, start: int, end: int) -> tuple[int, int]:
        """The span of the first line end between two parts, which stands in no tag."""
        if self._profile.markup == "html":
            spaces = (m.span() for m in BETWEEN.finditer(self._source.text, start, end) if m["end"])
            return next(spaces, (end, end))
        at = self._source.text.find("\n", start)
        return at, at + 1

    def tokens(self, tokens: Iterable[Token], cuts: Sequence[Cut] = ()) -> None:
        """Text, marks and elements in their order; the cuts are those that tokens name."""
        for token in tokens:
            match token.sort:
                case Sort.TEXT:
                    self.scribe.text(token.start, token.end)
                case Sort.CHARACTER:
                    self.scribe.character(token.start, token.end)
                case Sort.DROP:
                    self.scribe.drop(token.start, token.end, Mark(token.name))
                case Sort.OPEN:
                    self.scribe.open(token.name, self._addressed(dict(token.attributes)))
                case Sort.CLOSE:
                    self.scribe.close()
                case Sort.EMPTY:
                    self.scribe.empty(token.name, **dict(token.attributes))
                case Sort.REFERENCE:
                    self._reference(token)
                case Sort.GIVEN:
                    self.scribe.give(token.name)
                case Sort.CUT:
                    self._cut(*cuts[int(token.name)])

    def _addressed(self, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes of an element, an offset in the source as the block that stands there."""
        if "anchor" not in attributes:
            return attributes
        offset = int(attributes.pop("anchor"))
        index = min(bisect_right(self._ends, offset), len(self._addresses) - 1)
        return {**attributes, "target": f"#{self._addresses[index]}"}

    def _words(self, start: int, end: int) -> None:
        """The words of a reference that stays in the text."""
        if self._profile.markup != "html":
            self.scribe.text(start, end)
            return
        for piece in characters(self._source.text, start, end):
            reference = piece.form is Form.CHARACTER
            (self.scribe.character if reference else self.scribe.text)(piece.start, piece.end)

    def _reference(self, token: Token) -> None:
        body = self._links.bodies.get(token.start)
        again = self._links.repeated.get(token.start)
        if body is not None:
            self.scribe.drop(token.start, token.end, Mark.REFERENCE)
            self.note(body)
        elif again is not None or token.start in self._lost:
            target = f"#{self.identifier(self._blocks[again])}" if again is not None else ""
            with self.scribe.element("ref", type="note", n=token.name, target=target):
                self._words(token.start, token.end)
        else:
            self._words(token.start, token.end)

    def note(self, index: int) -> None:
        """The note whose body is the block `index`, with the blocks that go on with it."""
        body = self._blocks[index]
        more = [self._blocks[after] for after in followers(self._blocks, index)]
        with self.scribe.element(
            "note",
            place="foot",
            type="authorial",
            n=body.number,
            xml_id=self.identifier(body),
            cert=LIKELY if body.doubtful else "",
            xml_lang=body.language,
        ):
            if not more:
                self.parts([body])
                return
            with self.scribe.element("p"):
                self.parts([body])
            for block in more:
                self.unit("p", [block])

    def unreferenced(self, body: Block) -> None:
        """A note to which nothing refers, where its body stands."""
        if body.start in self._unreferenced:
            self.note(self._unreferenced[body.start])

    def figure(self, blocks: Sequence[Block]) -> None:
        """A picture: the text in it, its captions."""
        facsimile = blocks[0].kind is Kind.FACSIMILE
        with self.scribe.element("figure", type="facsimile" if facsimile else ""):
            for (kind, tabular), run in groupby(blocks, key=lambda b: (b.kind, is_row(b))):
                if tabular:
                    self.table(list(run), self._language)
                    continue
                for block in run:
                    self._picture_text(kind, block)

    def _picture_text(self, kind: Kind, block: Block) -> None:
        if kind is Kind.CAPTION:
            self._caption(block)
        elif block.start < block.end:
            heading = any(span.mark is Mark.HEADING for span in block.dropped)
            self.unit("ab", [block], type="heading" if heading else "", xml_lang=self._language)

    def _caption(self, block: Block) -> None:
        """A caption as figDesc; as head if it refers to a note, which figDesc cannot hold."""
        dated = caption_tokens(self._source.text, self.inline(block))
        tokens = self._marked(dated, block.kind)
        described = without_breaks(tokens)
        name = "head" if described is None else "figDesc"
        with self.scribe.element(name, xml_id=self.identifier(block)):
            self.tokens(tokens if described is None else described)

    @property
    def _language(self) -> str:
        return self._profile.facsimile.language if self._profile.facsimile else ""

    def table(self, rows: Sequence[Block], language: str = "") -> None:
        """A table with its rows."""
        with self.scribe.element("table", xml_lang=language):
            for row in rows:
                with self.scribe.element("row", xml_id=self.identifier(row)):
                    for start, end in cells(self._source.text, row):
                        with self.scribe.element("cell"):
                            cell = read_span(self._source.text, start, end, self._profile)
                            self.tokens(self.amendments.of(cell))


def _cuts(unit: Sequence[Block]) -> Iterator[Cut]:
    """The cuts in a unit: the part before, the part behind, the pictures between them."""
    before = unit[0]
    pictures: list[Block] = []
    for block in unit[1:]:
        if block.kind in PICTURES:
            pictures.append(block)
        else:
            yield before, block, pictures
            before, pictures = block, []
