"""What is cited: the edition or one of its documents, with those who made it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR: Final = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Agent:
    """Who made something: `family` and `given` names where they are known, `uri` says who it is."""

    name: str
    family: str = ""
    given: str = ""
    uri: str = ""
    is_body: bool = False

    @property
    def inverted(self) -> str:
        """The name as a list of references sorts it."""
        return f"{self.family}, {self.given}" if self.family and self.given else self.name


@dataclass(frozen=True, slots=True)
class Citation:
    """What a reference is made of; `container` is the title of the edition that a document is in.

    `key` is a name for reference managers, `address` where it is read, if the edition says where it
    stands. `identifier` is a DOI or another URI of the work itself.
    """

    key: str
    title: str
    container: str = ""
    authors: tuple[Agent, ...] = ()
    editors: tuple[Agent, ...] = ()
    date: str = ""
    publisher: str = ""
    language: str = ""
    licence: str = ""
    licence_url: str = ""
    address: str = ""
    identifier: str = ""

    @property
    def day(self) -> tuple[str, ...]:
        """Year, month and day of the date as far as it tells them; nothing if it has no year."""
        exact = _ISO.fullmatch(self.date.strip())
        if exact:
            return tuple(part for part in exact.groups() if part)
        return tuple(_YEAR.findall(self.date)[:1])
