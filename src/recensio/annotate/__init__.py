"""Names and dates are marked in the texts of an edition, from the names in its registers.

To mark more: one more form of a name is a line in `lexicon._forms`, one more form of a date a
pattern in `dates.FORMS`. What is marked where is decided in `marks`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from lxml import etree

from recensio.annotate.lexicon import Lexicon, lexicon_of
from recensio.annotate.lines import SourceLines
from recensio.annotate.marks import Mark, marks, takes_marks
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.tei.blocks import Block, Run, blocks, joined
from recensio.tei.io import parse, serialise
from recensio.tei.names import NS


@dataclass(frozen=True, slots=True)
class Marked:
    """A name or date that was marked: the words, the tag's element and attributes, the place."""

    text: str
    element: str
    attributes: tuple[tuple[str, str], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Annotated:
    """A file with its marks."""

    content: bytes
    marked: tuple[Marked, ...] = ()


READABLE: Final = frozenset({DocumentKind.TEXT, DocumentKind.TRANSCRIPT})


def annotate(corpus: Corpus, kinds: Collection[DocumentKind] = READABLE) -> Outcome[Corpus]:
    """Mark names and dates in every text and transcript; registers stay as they are.

    `kinds` are the documents that are annotated, for instance only transcripts. A name that
    several entries bear is left alone and reported (REG002). No character of a text changes, no
    existing markup, and a corpus annotated twice is as annotated once.
    """
    lexicon = lexicon_of_corpus(corpus)
    outcomes = [
        _document(document, lexicon) if document.kind in kinds else Outcome(document)
        for document in corpus.documents
    ]
    problems = tuple(found for outcome in outcomes for found in outcome.problems)
    documents = tuple(outcome.value for outcome in outcomes)
    return Outcome(replace(corpus, documents=documents), problems)


def lexicon_of_corpus(corpus: Corpus) -> Lexicon:
    """The names of the registers; where no document is one, of the lists in any document."""
    registers = corpus.of_kind(DocumentKind.REGISTER) or corpus.documents
    return lexicon_of(document.tree for document in registers)


def siglum_of(document: Document) -> str:
    """The siglum of the witness that a transcript gives in its header, else nothing."""
    path = "tei:teiHeader/tei:fileDesc/tei:publicationStmt/tei:idno[@type='siglum']"
    return document.tree.getroot().findtext(path, "", NS).strip()


def annotate_file(
    content: bytes, path: str, lexicon: Lexicon, siglum: str = ""
) -> Outcome[Annotated]:
    """Mark names and dates in a TEI file; every byte but the new tags stays as it was.

    `siglum` is that of the witness whose text the file holds, if it does: a form of a name that
    the register gives to other witnesses only then counts no more than a surname. A file that
    cannot be read so is returned as it is, with the reason (SRC004).
    """
    try:
        found = blocks(content)
    except ValueError as error:
        unreadable = problem("SRC004", Location(path), reason=error)
        return Outcome(Annotated(content), (unreadable,))
    insertions: list[tuple[int, int, bytes]] = []
    marked: list[Marked] = []
    problems: list[Problem] = []
    for block, run, mark in _placed(found, lexicon, siglum):
        place = _location(path, block, run, mark)
        text = block.text[mark.start : mark.end]
        if mark.is_open:
            names = ", ".join(mark.candidates)
            problems.append(problem("REG002", place, name=text, candidates=names))
            continue
        insertions += _tags(block, run, mark)
        marked.append(Marked(text, mark.element, mark.attributes, place))
    ordered = ((at, tag) for at, _, tag in sorted(insertions))
    marked.sort(key=lambda each: (each.location.line or 0, each.location.column or 0))
    return Outcome(Annotated(joined(content, ordered), tuple(marked)), tuple(problems))


def _document(document: Document, lexicon: Lexicon) -> Outcome[Document]:
    content, siglum = serialise(document.tree), siglum_of(document)
    outcome = annotate_file(content, document.path, lexicon, siglum)
    lines = SourceLines(document.tree, _parsed(content, document.path))
    problems = tuple(lines.corrected(found) for found in outcome.problems)
    if not outcome.value.marked:
        return Outcome(document, problems)
    tree = _parsed(outcome.value.content, document.path)
    lines.give(tree)
    return Outcome(replace(document, tree=tree), problems)


def _parsed(content: bytes, path: str) -> etree._ElementTree:
    tree = parse(content, path).value
    if tree is None:
        raise AssertionError(f"{path} is not well-formed after annotation")
    return tree


def _placed(
    found: tuple[Block, ...], lexicon: Lexicon, siglum: str
) -> Iterator[tuple[Block, Run, Mark]]:
    """The marks that a run of text holds wholly and may take."""
    for block in found:
        if not any(map(takes_marks, block.runs)):
            continue
        for mark in marks(block.text, lexicon, siglum):
            run = block.run_at(mark.start, mark.end)
            if run is not None and takes_marks(run):
                misread = block.misread(run, mark.start, mark.end) if mark.is_open else ""
                yield block, run, _known_misread(mark, misread, lexicon, siglum)


def _known_misread(mark: Mark, misread: str, lexicon: Lexicon, siglum: str) -> Mark:
    """The mark, or if several entries bear the name the one that lists it misread."""
    for known in marks(misread, lexicon, siglum):
        if known.start == 0 and known.end == len(misread) and not known.is_open:
            return replace(known, start=mark.start, end=mark.end)
    return mark


def _tags(block: Block, run: Run, mark: Mark) -> Iterator[tuple[int, int, bytes]]:
    """The two tags with their places; where an end and a beginning meet, the end comes first."""
    name = f"{run.prefix}:{mark.element}" if run.prefix else mark.element
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in mark.attributes)
    first, last = block.bytes_at(run, mark.start, mark.end)
    for place, order, tag in ((first, 1, f"<{name}{attributes}>"), (last, 0, f"</{name}>")):
        yield place, order, tag.encode(block.encoding, "xmlcharrefreplace")


def _location(path: str, block: Block, run: Run, mark: Mark) -> Location:
    line, column = block.position(run, mark.start)
    return Location(path, line, column)
