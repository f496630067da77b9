"""The standards that a printed file says it meets, and what is said when it may not.

PDF/UA-1 (ISO 14289-1) is about readers who listen, PDF/A-2 and PDF/A-3 (ISO 19005-2 and 19005-3)
are about archives. PDF/A-2 lets no file of another kind be attached, PDF/A-3 does. Typst writes a
claim into a file only if its own checks find nothing against it; each claim here is tried until one
is granted, so that there is always a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from recensio.model.problem import Location, Problem, problem
from recensio.publish.print.book import Book
from recensio.publish.print.press import Claim, Printed

CLAIMS: Final[tuple[Claim, ...]] = (
    ("ua-1", "a-2a"),
    ("ua-1", "a-2u"),
    ("ua-1",),
    ("a-2u",),
    ("a-2b",),
    (),
)
"""Of a file of text alone, the highest first."""

CLAIMS_WITH_FILES: Final[tuple[Claim, ...]] = (
    ("ua-1", "a-3u"),
    ("ua-1",),
    ("a-3u",),
    ("a-3b",),
    (),
)
"""Of a file with others inside, the highest first."""

_REASON: Final = re.compile(r"error: (?:PDF/.* error: )?(.+)")
_SHEET: Final = re.compile(r"(?:body|foot|bibliography)-(\d+)\.typ")


def unclaimed(files: Iterable[Printed], book: Book) -> Iterator[Problem]:
    """A problem (PUB015) for the first file that claims less than it was to.

    The others lack the same for the same reason.
    """
    for file in files:
        if file.refusals:
            report = file.refusals[0]
            reason = _REASON.search(report)
            yield problem(
                "PUB015",
                place_of(report, book),
                file=f"pdf/{file.impression.output.name}",
                claimed=_named(file.claim) or "no standard",
                wanted=_named(file.impression.claims[0]),
                reason=(reason[1] if reason else report).replace("`", ""),
            )
            return


def place_of(report: str, book: Book) -> Location:
    """The document that a report of Typst speaks of."""
    sheet = _SHEET.search(report)
    return Location(book.chapters[int(sheet[1])].path if sheet else "")


def _named(claim: Claim) -> str:
    """The standards of a claim as one speaks of them: PDF/UA-1 and PDF/A-2a."""
    return " and ".join(f"PDF/{kind.upper()}-{rest}" for kind, rest in _parts(claim))


def _parts(claim: Claim) -> Iterator[tuple[str, str]]:
    for standard in claim:
        kind, _hyphen, rest = standard.partition("-")
        yield kind, rest
