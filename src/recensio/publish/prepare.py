"""Documents made ready: identified, numbered, their pointers resolved; and the views of them.

The stylesheet adds attributes only, so source and prepared tree hold the same elements in the same
order, and each prepared element gets the line of its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from lxml import etree

from recensio import saxon
from recensio.corpus import local_ids
from recensio.model.apparatus import Entry
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.register import Mention, Note
from recensio.publish.sigla import written
from recensio.remembered import remembered
from recensio.tei.apparatus import apparatus
from recensio.tei.io import parse
from recensio.tei.locate import Locator
from recensio.tei.names import XML_ID
from recensio.tei.registers import mentions, notes, register_entries
from recensio.tei.spans import Spans

Reckoned = TypeVar("Reckoned")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A prepared document: `text` is its serialised root, as stylesheets take it."""

    document: Document
    text: str
    entries: tuple[Entry, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A corpus ready to be published, in the order of its documents."""

    corpus: Corpus
    prepared: tuple[Prepared, ...]
    _reckoned: dict[Callable[..., Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, reckoned: Callable[[Edition], Reckoned]) -> Reckoned:
        """What a function says of this edition; it is asked once, whoever wants to know."""
        if reckoned not in self._reckoned:
            self._reckoned[reckoned] = reckoned(self)
        found: Reckoned = self._reckoned[reckoned]
        return found

    @property
    def readable(self) -> tuple[Prepared, ...]:
        """The documents that have a page of their own."""
        ids = {document.id for document in self.corpus.readable}
        return tuple(each for each in self.prepared if each.document.id in ids)


def prepare(corpus: Corpus, jobs: int = 1) -> Outcome[Edition]:
    """The corpus with every document prepared; one that a stylesheet refuses is left out."""
    sources = [_source(document) for document in corpus.documents]
    parameters = [{"addresses": lines} for lines in _addresses(corpus)]
    results = saxon.transform_each("prepare/document.xsl", "prepared", sources, parameters, jobs)
    trees: list[tuple[Document, str]] = []
    problems: list[Problem] = []
    for document, result in zip(corpus.documents, results, strict=True):
        if isinstance(result, saxon.StylesheetError):
            place = Location(document.path)
            problems.append(problem("PUB005", place, output="TEI", reason=result))
        else:
            # Saxon writes a carriage return in white space as it stands, and parsers read that as
            # a line feed.
            output = result.output.replace("\r", "&#13;")
            trees.append((_with_tree(document, output), output))
    documents = tuple(document for document, _ in trees)
    spans = Spans(documents)
    prepared = tuple(_prepared(document, text, corpus, spans) for document, text in trees)
    registers = register_entries(document.tree for document in documents)
    corpus = replace(corpus, documents=documents, registers=registers)
    return Outcome(Edition(corpus, prepared), tuple(problems))


def published_name(document: Document) -> str:
    """The file of the document in tei/."""
    return f"{document.id}.xml"


def _source(document: Document) -> str:
    return etree.tostring(document.tree.getroot(), encoding="unicode", with_tail=False)


def _with_tree(document: Document, output: str) -> Document:
    """The document with its prepared tree, whose elements keep the lines of the source."""
    tree, changed = _tree(document.tree, output, document.path)
    return replace(document, tree=tree, witnesses=document.witnesses.rewritten(changed))


@remembered
def _tree(
    source: etree._ElementTree, output: str, path: str
) -> tuple[etree._ElementTree, Mapping[str, str]]:
    """The prepared tree with the lines of its source, and the sigla that were written anew."""
    tree = parse(output.encode(), path).value
    if tree is None:
        raise AssertionError(f"{path}: a stylesheet returned what is not XML")
    changed: dict[str, str] = {}
    for old, new in zip(source.getroot().iter("*"), tree.getroot().iter("*"), strict=True):
        new.sourceline = old.sourceline  # type: ignore[misc]  # lxml lets it be set
        changed.update(written(old, new))
    return tree, changed


def _prepared(document: Document, output: str, corpus: Corpus, spans: Spans) -> Prepared:
    locator = spans.locator(document)
    witnesses = corpus.witnesses_of(document)
    found, written_beside = _marked(document.tree, document.path, document.id)
    return Prepared(
        document=document,
        text=output,
        entries=apparatus(document, witnesses, locator, spans).entries,
        mentions=found,
        notes=written_beside,
    )


@remembered
def _marked(
    tree: etree._ElementTree, path: str, identifier: str
) -> tuple[tuple[Mention, ...], tuple[Note, ...]]:
    """The mentions and the notes of a document, which are of the document alone."""
    document = Document(identifier, path, "", DocumentKind.TEXT, tree, "")
    locator = Locator(tree, path)
    return mentions(document, locator), notes(document, locator)


def _addresses(corpus: Corpus) -> Iterator[str]:
    """For each document the lines "identifier TAB file" of what it points at elsewhere."""
    holders: dict[str, Document] = {}
    for identifier, document in local_ids(corpus):
        holders.setdefault(identifier, document)
    for document in corpus.documents:
        own: set[str | None] = set()
        named: set[str] = set()
        for element in document.tree.getroot().iter("*"):
            own.add(element.get(XML_ID))
            named.update(_named(element.attrib.values()))
        yield _lines({name: holders[name] for name in sorted(named - own) if name in holders})


def _named(values: Sequence[object]) -> Iterator[str]:
    for value in values:
        for pointer in str(value).split():
            if pointer.startswith("#"):
                yield pointer[1:]


def _lines(holders: Mapping[str, Document]) -> str:
    return "\n".join(f"{name}\t{published_name(holder)}" for name, holder in holders.items())
