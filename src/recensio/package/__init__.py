"""A built edition becomes a package for an archive: a bag (BagIt 1.0, RFC 8493) and its zip file.

`verify` proves years later that nothing in it changed. What goes into a package is decided in
`contents`; to add a file that describes the edition, yield it from `contents.descriptions`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from recensio.model.document import Metadata
from recensio.model.problem import Outcome
from recensio.package.bag import write_bag
from recensio.package.contents import built_files, descriptions, doubts
from recensio.package.serialised import write_zip
from recensio.package.verify import verify

__all__ = ["Edition", "package", "verify"]


@dataclass(frozen=True, slots=True)
class Edition:
    """What is to be packed: the output folder of a build and what the edition says of itself.

    `timestamp` is the day the package counts as made, in Unix seconds, so that the same build
    gives the same package.
    """

    out: Path
    metadata: Metadata
    timestamp: int


def package(edition: Edition, scratch: Path) -> Outcome[str]:
    """Make the package of a built edition inside `scratch`; the path of its zip file there.

    The folder package/ then holds the bag, the same as a zip file, and the digest of that. Raises
    CannotGoOn if nothing is built (PKG009) and OSError if the disk is full.
    """
    files = built_files(edition.out)
    described = descriptions(edition.out, edition.metadata)
    problems = tuple(doubts(edition.out, files, edition.metadata))
    name = _file_name(edition.metadata.title)
    bag = scratch / "package" / name
    write_bag(bag, {**files, **described}, edition.metadata, edition.timestamp)
    write_zip(bag, bag.with_name(f"{name}.zip"), edition.timestamp)
    return Outcome(f"package/{name}.zip", problems)


def _file_name(title: str) -> str:
    """The title in letters that every file system takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "edition"
