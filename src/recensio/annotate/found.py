"""Found: a name that stands in a text, and whom or what it may mean."""

from __future__ import annotations

from dataclasses import dataclass

from recensio.annotate.phrases import Nearness
from recensio.model.register import RegisterKind


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: its characters, its kind, the entries that it may mean.

    Without entries it is the name of somebody whom no register has. `usual` are those entries to
    which the register gives the very form, and `is_own` says that it gives it to this witness.
    `is_full` says that it has given names or initials, `is_misread` that the words are only similar
    to the name.
    """

    start: int
    end: int
    kind: RegisterKind
    entries: tuple[str, ...]
    nearness: Nearness = Nearness.LISTED
    usual: tuple[str, ...] = ()
    is_own: bool = False
    is_full: bool = False
    is_misread: bool = False
    level: str = ""

    def covers(self, other: Found) -> bool:
        """Whether the other name stands within this one."""
        return self.start <= other.start and other.end <= self.end
