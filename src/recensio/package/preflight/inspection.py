"""What a check looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recensio.model.problem import Location
from recensio.package.contents import Contents
from recensio.package.profiles import Profile


@dataclass(frozen=True, slots=True)
class Inspection:
    """The contents of a package and the archive that they are for.

    With `with_restricted` texts that may not be passed on are packed, and marked.
    """

    contents: Contents
    profile: Profile
    with_restricted: bool = False

    def copied(self) -> Iterator[tuple[str, Path]]:
        """The files that are copied into the package, with the paths they will have there."""
        for name, source in self.contents.files.items():
            if isinstance(source, Path):
                yield name, source

    def place(self, name: str, line: int | None = None) -> Location:
        """Where a file of the package lies now."""
        source = self.contents.files.get(name)
        return Location(str(source) if isinstance(source, Path) else name, line or None)
