"""The documents of a corpus held to a RELAX NG schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recensio.model.document import Corpus, Document
from recensio.model.problem import Problem
from recensio.remembered import remembered
from recensio.tei.content import content_of
from recensio.tei.names import TEI_NS, XI_NS
from recensio.validate.relaxng.batch import Validator, validator
from recensio.validate.relaxng.documents import IllFormed, as_utf8
from recensio.validate.relaxng.trees import problems

_TEI: Final = TEI_NS.encode()
_XINCLUDE: Final = XI_NS.encode()


def grammar(corpus: Corpus, schema: Path) -> Iterator[Problem]:
    """What is not valid in any document. Raises CannotGoOn if the schema cannot be used."""
    held_to = validator(schema)
    yield from held_to.caveats()
    for document in corpus.documents:
        yield from _of_document(document, held_to)


def _of_document(document: Document, held_to: Validator) -> Iterator[Problem]:
    content = _content(document)
    if content is not None and _as_written(document, content):
        try:
            yield from _problems(held_to, content, document.path)
            return
        except IllFormed:
            # Expat refuses an undefined entity; the corpus was read with its names as characters.
            pass
    yield from problems(document.tree, document.path, held_to.schema, held_to.advice)


@remembered
def _problems(held_to: Validator, content: bytes, path: str) -> tuple[Problem, ...]:
    return tuple(held_to.problems(content, path))


def _content(document: Document) -> bytes | None:
    try:
        return as_utf8(content_of(document.path))
    except (OSError, IllFormed):
        return None


def _as_written(document: Document, content: bytes) -> bool:
    """Whether the file holds the document: nothing was included and nothing upgraded."""
    upgraded = str(document.tree.getroot().tag).startswith(f"{{{TEI_NS}}}") and _TEI not in content
    return not upgraded and _XINCLUDE not in content
