"""Integrity across files: what no schema can check.

Each module holds the rules of one subject; `integrity` runs them over a corpus. What an edition
does throughout is its habit: it is said once, as information, and is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from recensio.model.document import Corpus
from recensio.model.problem import Problem
from recensio.validate.integrity.bare import bare
from recensio.validate.integrity.dates import dates
from recensio.validate.integrity.files import files
from recensio.validate.integrity.followed import followed
from recensio.validate.integrity.identifiers import identifiers
from recensio.validate.integrity.kinds import kinds
from recensio.validate.integrity.lost import lost
from recensio.validate.integrity.registers import registers
from recensio.validate.integrity.resolution import Resolver
from recensio.validate.integrity.schemes import schemes
from recensio.validate.integrity.strays import astray, strays
from recensio.validate.integrity.survey import Edition

__all__ = ["integrity"]


def integrity(corpus: Corpus) -> Iterator[Problem]:
    """Identifiers, pointers, register references and dates that cannot be as they are."""
    edition = Edition(corpus)
    resolver = Resolver(edition)
    all_followed = tuple(followed(edition, resolver))
    strayed = strays(all_followed)
    yield from identifiers(edition, all_followed, frozenset(strayed))
    yield from astray(edition, strayed)
    yield from lost(edition, all_followed)
    yield from files(Path(corpus.root), all_followed)
    yield from bare(edition, all_followed)
    yield from schemes(resolver.prefixes, all_followed)
    yield from kinds(all_followed)
    yield from dates(edition)
    yield from registers(edition, all_followed)
