"""Whether the TEI points at nothing that is missing and loads nothing from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from recensio.model.problem import Problem, problem
from recensio.package.preflight.inspection import Inspection
from recensio.package.published import PublishedDocument


def pointers(inspection: Inspection) -> Iterator[Problem]:
    """Pointers that lead to nothing in the package (PKG019), parts that are elsewhere (PKG020)."""
    documents = inspection.contents.documents
    known = frozenset().union(*(document.ids for document in documents))
    by_name = {document.name: document for document in documents}
    files = inspection.contents.files
    for document in documents:
        for pointer, line in document.pointers:
            if not _leads(pointer, document, known, by_name, files):
                yield problem("PKG019", inspection.place(document.name, line), pointer=pointer)
        for address, line in document.outside:
            place = inspection.place(document.name, line)
            yield problem("PKG020", place, file=document.name, address=address)


def _leads(
    pointer: str,
    document: PublishedDocument,
    known: frozenset[str],
    by_name: Mapping[str, PublishedDocument],
    files: Mapping[str, object],
) -> bool:
    """Whether a pointer leads to an element or a file of the package, or away on purpose."""
    file, mark, fragment = pointer.partition("#")
    if ":" in file or "(" in fragment:
        # Addresses of the web and private schemes; places inside a text (string-range).
        return True
    if not mark and not {".", "/"} & set(file):
        # A bare word names no file. It is no pointer, which validation says.
        return True
    if not file:
        # An edition may point at any of its documents by the identifier alone.
        return unquote(fragment) in known
    target = posixpath.normpath(posixpath.join(posixpath.dirname(document.name), unquote(file)))
    found = by_name.get(target)
    if found is not None:
        return not fragment or unquote(fragment) in found.ids
    return target in files or (bool(fragment) and unquote(fragment) in known)
