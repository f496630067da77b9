"""A built edition becomes a package for an archive: a bag (BagIt 1.0, RFC 8493) and one file of it.

Read it in this order: contents.py says what goes in, preflight/ what is wrong with that,
bag.py writes it, descriptions.py makes the files by which it describes itself, serialised.py
makes one file of it. `verify` proves years later that nothing in it changed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from recensio.model.catalogue import Severity
from recensio.model.problem import Outcome
from recensio.package.bag import Told, bag_info, close_bag, pack_files
from recensio.package.contents import Contents, Edition, contents
from recensio.package.descriptions import README, describe
from recensio.package.preflight import Sizes, preflight, sizes_of
from recensio.package.profiles import Profile, profile
from recensio.package.serialised import FORMS, serialise
from recensio.package.verify import verify

__all__ = ["FOLDER", "FORMATS", "Edition", "Wishes", "inspect", "package", "verify"]

FOLDER: Final = "folder"
FORMATS: Final = (*FORMS, FOLDER)
"""In which form a package may be wanted."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a package is wanted: its form, for which archive, with texts that are restricted or not.

    Beside a zip or tar.gz the bag stands as a folder too.
    """

    form: str = "zip"
    profile: Profile = field(default_factory=profile)
    with_restricted: bool = False


def package(
    edition: Edition, scratch: Path, wishes: Wishes = Wishes(), told: Told = lambda _bytes: None
) -> Outcome[str]:
    """Make the package of a built edition inside `scratch`; its path there, empty if it is refused.

    The folder package/ then holds the bag, the same as one file, and the digest of that. `told`
    hears how many bytes were packed. An error of the pre-flight refuses the package. Raises
    CannotGoOn if nothing is built (PKG009) and OSError if the disk is full.
    """
    inside = contents(edition)
    problems = tuple(preflight(inside, wishes.profile, wishes.with_restricted))
    if any(found.severity is Severity.ERROR for found in problems):
        return Outcome("", problems)
    bag = _bag(inside, scratch / "package" / _file_name(edition.metadata.title), told)
    made = bag if wishes.form == FOLDER else serialise(bag, wishes.form, edition.timestamp)
    return Outcome(f"package/{made.name}", problems)


def inspect(edition: Edition, wishes: Wishes = Wishes()) -> Outcome[Sizes]:
    """The pre-flight alone: how large the package would be, and what is wrong with it."""
    inside = contents(edition)
    problems = tuple(preflight(inside, wishes.profile, wishes.with_restricted))
    return Outcome(sizes_of(inside), problems)


def _bag(inside: Contents, bag: Path, told: Told) -> Path:
    packed = pack_files(bag / "data", inside.files, told)
    payload = describe(bag / "data", inside, packed)
    info = bag_info(inside.description, inside.edition.timestamp)
    # The README is the first that an archivist looks for, so it stands above the payload too.
    close_bag(bag, payload, info, {README: (bag / "data" / README).read_bytes()})
    return bag


def _file_name(title: str) -> str:
    """The title in letters that every file system takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "edition"
