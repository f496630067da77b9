"""Which state of its history an edition is in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit by its full name; `is_changed` if a file of the edition is other than in it."""

    commit: str
    is_changed: bool = False
