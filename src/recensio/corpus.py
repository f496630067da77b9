"""Files become a corpus: every document read, witnesses and registers gathered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from recensio.model.document import Corpus, Document, DocumentKind, Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.project import Project
from recensio.tei import header
from recensio.tei.io import Parsed, read
from recensio.tei.names import XML_ID
from recensio.tei.registers import register_entries
from recensio.tei.witnesses import witness_list


def read_corpus(project: Project, xinclude: bool = True) -> Outcome[Corpus]:
    """Read every file of the project; what cannot be read is reported and the rest goes on.

    Raises CannotGoOn if no file at all can be read.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    names = Counter[str]()
    for path, kind in project.files:
        outcome = read(path, project.root, xinclude)
        problems += outcome.problems
        if outcome.value is not None:
            documents.append(_document(outcome.value, path, kind, names))
    if not documents:
        raise CannotGoOn(_nothing_read(project, problems), 1)
    return Outcome(corpus_of(documents, project.metadata), tuple(problems))


def corpus_of(documents: Sequence[Document], metadata: Metadata | None = None) -> Corpus:
    """A corpus of these documents, its witnesses and registers read from them."""
    trees = [document.tree for document in documents]
    return Corpus(
        metadata=metadata or header.metadata(trees[0]),
        documents=tuple(documents),
        witnesses=witness_list(trees),
        registers=register_entries(trees),
    )


def _document(parsed: Parsed, path: Path, kind: DocumentKind, names: Counter[str]) -> Document:
    identifier = _file_name(parsed.tree.getroot().get(XML_ID) or path.stem)
    names[identifier.casefold()] += 1
    repeated = names[identifier.casefold()]
    return Document(
        id=identifier if repeated == 1 else f"{identifier}-{repeated}",
        path=str(path),
        title=header.title(parsed.tree) or path.stem,
        kind=kind,
        tree=parsed.tree,
        digest=parsed.digest,
    )


def _file_name(name: str) -> str:
    """The name with nothing in it that a file system or a URL would mind."""
    return re.sub(r"[^\w.-]+", "-", name, flags=re.ASCII).strip("-.") or "document"


def _nothing_read(project: Project, problems: Sequence[Problem]) -> Problem:
    errors = [found for found in problems if found.code.startswith("SRC")]
    if len(project.files) == 1 and errors:
        return errors[0]
    return problem("SRC006", Location(str(project.root)), path=project.root)


def local_ids(corpus: Corpus) -> Iterator[tuple[str, Document]]:
    """Every xml:id of the corpus with the document that holds it."""
    for document in corpus.documents:
        for element in document.tree.getroot().iter("*"):
            identifier = element.get(XML_ID)
            if identifier:
                yield identifier, document
