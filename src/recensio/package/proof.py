"""What the verification of a package has proven, for whoever has to file it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], None]
"""Takes words on what is being done now."""


def silent(_words: str) -> None:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A digest that stands for a whole package: `of` is the file it was made of."""

    of: str
    algorithm: str
    digest: str


@dataclass(slots=True)
class Proof:
    """What was compared with what; filled in while a package is verified.

    `kind` is what the package is, in words; `files` and `size` (bytes) were compared by the
    `algorithms`; `seal` is what to compare with a digest that was kept elsewhere.
    """

    kind: str = ""
    files: int = 0
    size: int = 0
    algorithms: tuple[str, ...] = ()
    seal: Seal | None = None
    seconds: float = 0.0
