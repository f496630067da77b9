"""Documents held to Schematron rules (ISO/IEC 19757-3).

file -> Rules (schema.py) -> Stylesheet (stylesheet.py, xslt/schema/) -> problems (here)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from recensio import saxon
from recensio.model.document import Corpus, Document
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.validate.schematron.examination import Examination
from recensio.validate.schematron.guard import ENDLESS, guarded
from recensio.validate.schematron.schema import Rules, rules_in
from recensio.validate.schematron.stylesheet import stylesheet_of
from recensio.validate.schematron.wards import ward_of

__all__ = ["Rules", "apply", "rules", "rules_in"]


def rules(corpus: Corpus, schematron: Path, phase: str = "", jobs: int = 1) -> Iterator[Problem]:
    """Every rule of a schema file that a document breaks, and rules that cannot be run.

    Raises CannotGoOn if the file cannot be used, or holds no rules though it is a .sch.
    """
    found = rules_in(schematron)
    if found is not None:
        yield from apply(found, corpus, phase, jobs)
    elif schematron.suffix == ".sch":
        place = Location(str(schematron))
        raise CannotGoOn(problem("TEI002", place, reason="it holds no Schematron rule"))


def apply(found: Rules, corpus: Corpus, phase: str = "", jobs: int = 1) -> Iterator[Problem]:
    """Every rule that a document breaks, and each rule that cannot be run once.

    Uses `jobs` processes if the documents are large enough to repay their start.
    """
    yield from found.problems
    stylesheet = stylesheet_of(found, phase)
    yield from stylesheet.problems
    examination = Examination(stylesheet, ward_of(stylesheet.text, found.path, corpus.root))
    if ENDLESS.search(found.text):
        with guarded() as guard:
            examination.run = guard.run
            yield from chain.from_iterable(map(examination.of, corpus.documents))
    elif jobs > 1 and sum(map(_size, corpus.documents)) >= saxon.PARALLEL_FROM:
        yield from examination.of_all(corpus.documents, jobs)
    else:
        yield from chain.from_iterable(map(examination.of, corpus.documents))


def _size(document: Document) -> int:
    path = Path(document.path)
    return path.stat().st_size if path.is_file() else 0
