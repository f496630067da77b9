"""Files become a corpus: every document read, witnesses and registers gathered."""

from __future__ import annotations

import os.path
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from recensio.model.catalogue import Severity
from recensio.model.document import Corpus, Document, DocumentKind
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.witness import WitnessList, together
from recensio.project import Project
from recensio.tei import header
from recensio.tei.io import Parsed, read
from recensio.tei.names import XML_ID
from recensio.tei.registers import register_entries
from recensio.tei.witnesses import pointed_files, witness_list


def read_corpus(project: Project, xinclude: bool = True, any_xml: bool = False) -> Outcome[Corpus]:
    """Read every file of the project; what cannot be read is reported and the rest goes on.

    With `any_xml` documents that are not TEI are read too, to be held to a schema of their own.
    Raises CannotGoOn if no file at all can be read.
    """
    problems: list[Problem] = []
    documents: list[Document] = []
    names = Counter[str]()
    for path, kind in project.files:
        outcome = read(path, project.root, xinclude, any_xml)
        problems += outcome.problems
        if outcome.value is not None:
            documents.append(_document(outcome.value, path, kind, names))
    if not documents:
        nothing = problem("SRC006", Location(str(project.root)), path=project.root)
        known = any(found.severity is Severity.ERROR for found in problems)
        raise CannotGoOn(*problems, *(() if known else (nothing,)), exit_code=1)
    return Outcome(corpus_of(list(_with_neighbours(documents, project)), project), tuple(problems))


def corpus_of(documents: Sequence[Document], project: Project) -> Corpus:
    """A corpus of these documents, its witnesses and registers read from them."""
    trees = [document.tree for document in documents]
    return Corpus(
        metadata=project.metadata or header.metadata(trees[0]),
        apparatus=project.apparatus,
        phrasing=project.phrasing,
        root=str(project.root),
        printing=project.printing,
        web=project.web,
        documents=tuple(documents),
        witnesses=together([document.witnesses for document in documents]),
        registers=register_entries(trees),
    )


def _with_neighbours(documents: Sequence[Document], project: Project) -> Iterator[Document]:
    """The documents, each with the witnesses of files beside it that it points at for sigla.

    Only files below the edition's folder are read, each once; the edition need not name them.
    """
    known = {Path(document.path).name for document in documents}
    read_before: dict[Path, WitnessList] = {}
    for document in documents:
        folder = Path(document.path).parent
        found = [folder / name for name in pointed_files(document.tree) if name not in known]
        inside = [path for path in found if _is_below(path, project.root)]
        for path in inside:
            if path not in read_before:
                parsed = read(path, project.root).value
                trees = [parsed.tree] if parsed else []
                read_before[path] = witness_list(trees, path.name)
        lists = [document.witnesses, *(read_before[path] for path in inside)]
        yield replace(document, witnesses=together(lists)) if inside else document


def _is_below(path: Path, root: Path) -> bool:
    """Whether a file lies in a folder, however the way to it is written."""
    return os.path.isfile(path) and path.resolve().is_relative_to(root.resolve())  # noqa: PTH113


def _document(parsed: Parsed, path: Path, kind: DocumentKind, names: Counter[str]) -> Document:
    return Document(
        id=_unique(_file_name(parsed.tree.getroot().get(XML_ID) or path.stem), names),
        path=str(path),
        title=header.title(parsed.tree) or path.stem,
        kind=kind,
        tree=parsed.tree,
        digest=parsed.digest,
        witnesses=witness_list([parsed.tree], path.name),
    )


def _unique(name: str, names: Counter[str]) -> str:
    """The name, numbered until no file of that name exists, upper and lower case being one."""
    candidate = name
    while names[candidate.casefold()]:
        names[name.casefold()] += 1
        candidate = f"{name}-{names[name.casefold()]}"
    names[candidate.casefold()] += 1
    return candidate


def _file_name(name: str) -> str:
    """The name with nothing in it that a file system or a URL would mind, at most 100 letters."""
    return re.sub(r"[^\w.-]+", "-", name, flags=re.ASCII)[:100].strip("-.") or "document"


def local_ids(corpus: Corpus) -> Iterator[tuple[str, Document]]:
    """Every xml:id of the corpus with the document that holds it."""
    for document in corpus.documents:
        for element in document.tree.getroot().iter("*"):
            identifier = element.get(XML_ID)
            if identifier:
                yield identifier, document
