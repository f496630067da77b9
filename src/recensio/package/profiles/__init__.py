"""What an archive asks of a package: a profile is a TOML file in this folder.

To add an archive: a file here; its name is then known to `recensio package --profile`. A profile
says which fields must be stated, how names may look and how large a package may be, and how grave
each finding is (`[severity]`: error, warning, info, or off). A finding that it does not name is as
grave as the catalogue says. Its comments say what it rests on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from typing import Final

from recensio.model.catalogue import Severity
from recensio.model.problem import Problem

DEFAULT: Final = "strict"
OFF: Final = "off"


@dataclass(frozen=True, slots=True)
class Profile:
    """The requirements of an archive.

    `required` are fields of [edition] that must be stated, `header` fields that each TEI header
    should state. `names` is a pattern for one part of a path; `longest_name` and `longest_path`
    count characters. `preferred` are endings of names; none given means that all formats do.
    `largest_package` is in bytes; 0 means any size.
    """

    title: str
    names: str
    required: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    longest_name: int = 255
    longest_path: int = 4096
    preferred: tuple[str, ...] = ()
    largest_package: int = 0
    severity: Mapping[str, str] = field(default_factory=dict)

    def judged(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The findings, each as grave as it is to this archive; without those that it waives."""
        for found in problems:
            grave = self.severity.get(found.code, found.severity.value)
            if grave != OFF:
                yield replace(found, severity=Severity(grave))


def names() -> tuple[str, ...]:
    """The profiles that there are, the default first."""
    files = resources.files(__name__).iterdir()
    found = sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml"))
    return tuple(sorted(found, key=lambda name: name != DEFAULT))


def profile(name: str = DEFAULT) -> Profile:
    """A profile by its name. Raises FileNotFoundError."""
    source = resources.files(__name__).joinpath(f"{name}.toml")
    settings = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = {key: tuple(value) for key, value in settings.items() if isinstance(value, list)}
    return Profile(**{**settings, **lists})
