"""The last look before packing: what an archive would send back, each finding with its remedy.

A check is a function from an `Inspection` to problems. To add one: write it in a module here and
name it in `CHECKS`. How grave its findings are to an archive stands in that archive's profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from recensio.model.problem import Problem
from recensio.package.contents import Contents
from recensio.package.preflight.characters import characters
from recensio.package.preflight.formats import formats
from recensio.package.preflight.freshness import freshness
from recensio.package.preflight.headers import headers
from recensio.package.preflight.inspection import Inspection
from recensio.package.preflight.names import names
from recensio.package.preflight.pages import pages
from recensio.package.preflight.pointers import pointers
from recensio.package.preflight.rights import rights
from recensio.package.preflight.sizes import Sizes, sizes, sizes_of
from recensio.package.preflight.stated import stated
from recensio.package.profiles import Profile

__all__ = ["Sizes", "preflight", "sizes_of"]

CHECKS: Final[tuple[Callable[[Inspection], Iterator[Problem]], ...]] = (
    rights,
    stated,
    headers,
    freshness,
    names,
    characters,
    pointers,
    pages,
    formats,
    sizes,
)


def preflight(
    contents: Contents, profile: Profile, with_restricted: bool = False
) -> Iterator[Problem]:
    """What is to be mended before an archive is given the package; an error forbids to pack it."""
    inspection = Inspection(contents, profile, with_restricted)
    for check in CHECKS:
        yield from profile.judged(check(inspection))
