"""The text that each witness of a document has, rebuilt from the apparatus.

TEI Guidelines, 12.1 and 12.2. Which reading a witness has is said in `attestation.py`, where its
lacunae are in `gaps.py`, what holds where entries overlap in `rebuilding.py`, where the words of
entries stand that do not stand in their place in `placing.py` and `lemmata.py`. A passage that is
marked as transposed stands where the encoding has it: nothing is moved.

One walk through the document makes a passage of it (`passages.py`, `settling.py`); a witness then
costs what its own text and readings are long.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind
from recensio.model.document import Corpus, Document
from recensio.model.witness import Siglum, WitnessList
from recensio.tei.attestation import Attestations
from recensio.tei.gaps import lines_with_gaps
from recensio.tei.passages import Compiler, Told, base_text
from recensio.tei.placing import Linked, Placer, edges_of, linked_entries
from recensio.tei.pointers import Pointers
from recensio.tei.rebuilding import Rebuilder
from recensio.tei.settling import Placed, settle, shorten
from recensio.tei.spans import Spans
from recensio.tei.text import BREAK, normalise


class WitnessTexts:
    """The witnesses' texts of a corpus of prepared documents; one pass over it, then by document.

    Whether a witness that an entry does not name has nothing there or the lemma is declared by the
    corpus; a positive apparatus names every witness.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._pointers = Pointers(corpus.documents)
        self._linked = linked_entries(corpus.documents, Spans(corpus.documents))

    def concerns(self, document: Document) -> bool:
        """Whether entries that stand elsewhere belong to words of the document."""
        return any(each.span is not None for each in self._linked.get(document.path, ()))

    def of(self, document: Document, told: Told = Told.NOTHING) -> DocumentTexts:
        """The witnesses' texts of a document, and what they tell of where each piece comes from."""
        linked = self._linked.get(document.path, ())
        return DocumentTexts(document, linked, self._corpus, self._pointers, told)


class DocumentTexts:
    """The texts of the witnesses of one document.

    `unplaced` are the entries whose words are not found, `named` the witnesses that entries name
    which belong to words elsewhere, `contradictions` the entries that have given a witness another
    text for words for which an earlier entry gave it one, each with the witnesses.
    """

    def __init__(
        self,
        document: Document,
        linked: Sequence[Linked],
        corpus: Corpus,
        pointers: Pointers,
        told: Told = Told.NOTHING,
    ) -> None:
        self._told = told
        self._document = document
        self._corpus = corpus
        self._pointers = pointers
        self._by_home: dict[str, Attestations] = {}
        tells = told is not Told.NOTHING
        watched: Collection[etree._Element] = EVERYTHING if tells else edges_of(linked)
        self._compiler = Compiler(watched, self._copied, told)
        root = document.tree.getroot()
        self._passage = self._compiler.whole(root, self._attestations(document))
        self.unplaced: list[Linked] = []
        self.named: dict[Siglum, None] = {}
        self.contradictions: dict[Linked, list[Siglum]] = {}
        self._entries: dict[int, Linked] = {}
        settle(self._placed(linked), told)
        shorten(self._passage, told)

    @property
    def elements(self) -> Sequence[etree._Element]:
        """The elements that pieces come from, if those are told; the first has the number 1."""
        return self._compiler.elements

    def lines(self, siglum: Siglum) -> list[str]:
        """The text that a witness has, one block a line; a lacuna is "[...]"."""
        return _lines(self.text(siglum))

    def text(self, siglum: Siglum) -> str:
        """The text as it is put together, BREAK around blocks, and tells what was asked."""
        marked = siglum in self._compiler.marked
        telling = self._told is Told.ELEMENTS
        rebuilder = Rebuilder(siglum, marked, self._compiler.excluding, telling)
        text = rebuilder.text(self._passage)
        for entry in rebuilder.contradicted:
            sigla = self.contradictions.setdefault(self._entries[id(entry.choice)], [])
            sigla += [siglum] if siglum not in sigla else []
        return text

    def reading_text(self) -> str:
        """The text with the lemma, or where there is none the first reading, at each entry."""
        return "".join(base_text(self._passage))

    def _placed(self, linked: Sequence[Linked]) -> Iterator[Placed]:
        placer = Placer(self._compiler, self._passage, self._corpus)
        for each in linked:
            placed = placer.placed(each, self._attestations(each.document))
            if placed is None:
                self.unplaced.append(each)
            else:
                self.named |= dict.fromkeys(placed.choice.attestation.named)
                self._entries[id(placed.choice)] = each
                yield placed

    def _attestations(self, document: Document) -> Attestations:
        if document.path not in self._by_home:
            witnesses = self._corpus.witnesses_of(document)
            positive = self._corpus.apparatus is ApparatusKind.POSITIVE
            self._by_home[document.path] = Attestations(witnesses, positive)
        return self._by_home[document.path]

    def _copied(self, element: etree._Element) -> etree._Element | None:
        found = self._pointers.target(element.get("copyOf", "").strip(), self._document)
        return found.element if found else None


def witness_lines(
    body: etree._Element, siglum: Siglum, witnesses: WitnessList, positive: bool
) -> list[str]:
    """The text of a witness inside an element, one block a line, by the entries in their place."""
    compiler = Compiler((), lambda _element: None)
    passage = compiler.passage(body, Attestations(witnesses, positive))
    return _lines(Rebuilder(siglum).text(passage))


def _lines(text: str) -> list[str]:
    blocks = map(normalise, text.split(BREAK))
    return lines_with_gaps([block for block in blocks if block])


class _Everything(Collection[etree._Element]):
    """Holds every element."""

    def __contains__(self, _element: object) -> bool:
        return True

    def __iter__(self) -> Iterator[etree._Element]:
        return iter(())

    def __len__(self) -> int:
        return 0


EVERYTHING: Final[Collection[etree._Element]] = _Everything()
