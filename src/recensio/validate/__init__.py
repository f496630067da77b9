"""A corpus is checked; problems only, nothing is changed.

To add a kind of check: write a module with a function from a corpus to problems and add it to
`validate`, a code for each finding to the catalogue, a fixture to tests/problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from recensio.model.document import Corpus
from recensio.model.problem import Problem
from recensio.validate.apparatus import apparatus
from recensio.validate.grammar import grammar
from recensio.validate.integrity import integrity
from recensio.validate.schematron import rules


class Check(StrEnum):
    """The kinds of checks, as `--only` names them."""

    SCHEMA = "schema"
    SCHEMATRON = "schematron"
    INTEGRITY = "integrity"
    APPARATUS = "apparatus"


def validate(
    corpus: Corpus, schema: Path | None, only: frozenset[Check] = frozenset(Check)
) -> Iterator[Problem]:
    """Every problem of the corpus, check by check.

    `schema` is a RELAX NG schema; the Schematron rules are read from the .sch file beside it, if
    there is one. Without a schema only integrity and apparatus are checked.
    """
    if schema and Check.SCHEMA in only:
        yield from grammar(corpus, schema)
    schematron = schema.with_suffix(".sch") if schema else None
    if schematron and schematron.is_file() and Check.SCHEMATRON in only:
        yield from rules(corpus, schematron)
    if Check.INTEGRITY in only:
        yield from integrity(corpus)
    if Check.APPARATUS in only:
        yield from apparatus(corpus)
