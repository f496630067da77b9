"""Names and dates are marked in the texts of an edition, from the names in its registers.

    registers -> entries -> lexicon (people, phrases, misreadings)
    text -> blocks -> passages (tokens) -> names (reading) and dates
         -> choice -> whom they mean (company, citations, decisions) -> marks -> tags

To let a name of a person be recognised in one more form, see `persons`; of anything else,
`phrases`; a form of date, `dates.cores.FORMS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Final

from lxml import etree

from recensio.annotate.decisions import Decision, Decisions, Rulings, read_decisions, unmet
from recensio.annotate.files import annotate_file
from recensio.annotate.lexicon import Lexicon, lexicon_of
from recensio.annotate.lines import SourceLines
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.problem import Outcome
from recensio.tei.io import parse, serialise
from recensio.tei.names import NS

READABLE: Final = frozenset({DocumentKind.TEXT, DocumentKind.TRANSCRIPT})


def annotate(
    corpus: Corpus,
    kinds: Collection[DocumentKind] = READABLE,
    decisions: Path | None = None,
) -> Outcome[Corpus]:
    """Mark names and dates in every text and transcript; registers stay as they are.

    `kinds` are the documents that are annotated, for instance only transcripts; `decisions` is the
    file of what the editor has settled. A name that
    several entries bear and nothing decides is marked with all of them, the likeliest first, and
    reported (REG002). No character of a text changes, no existing markup, and a corpus annotated
    twice is as annotated once.
    """
    lexicon = lexicon_of_corpus(corpus)
    settled = read_decisions(decisions, lexicon) if decisions else Outcome(Decisions())
    met: Counter[Decision] = Counter()
    documents: list[Document] = []
    problems = list(settled.problems)
    for document in corpus.documents:
        if document.kind not in kinds:
            documents.append(document)
            continue
        outcome = _document(document, lexicon, settled.value, met)
        documents.append(outcome.value)
        problems += outcome.problems
    named = [document.id for document in documents if document.kind in kinds]
    problems += unmet(settled.value, met, named, frozenset(kinds) >= READABLE)
    return Outcome(replace(corpus, documents=tuple(documents)), tuple(problems))


def lexicon_of_corpus(corpus: Corpus) -> Lexicon:
    """The names of the registers; where no document is one, of the lists in any document."""
    registers = corpus.of_kind(DocumentKind.REGISTER) or corpus.documents
    return lexicon_of(document.tree for document in registers)


def siglum_of(document: Document) -> str:
    """The siglum of the witness that a transcript gives in its header, else nothing."""
    path = "tei:teiHeader/tei:fileDesc/tei:publicationStmt/tei:idno[@type='siglum']"
    return document.tree.getroot().findtext(path, "", NS).strip()


def _document(
    document: Document, lexicon: Lexicon, decisions: Decisions, met: Counter[Decision]
) -> Outcome[Document]:
    content, siglum = serialise(document.tree), siglum_of(document)
    rulings = Rulings(decisions, lexicon, document.id)
    outcome = annotate_file(content, document.path, lexicon, siglum, rulings)
    met.update(outcome.value.met)
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
