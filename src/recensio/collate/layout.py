"""How a collation is to be laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from recensio.model.apparatus import ApparatusKind


@dataclass(frozen=True, slots=True)
class Layout:
    """`base` is the place of the witness whose text is the lemma, if there is one.

    `apparatus` says whether entries name the witnesses that agree with it.
    """

    base: int | None = None
    apparatus: ApparatusKind = ApparatusKind.POSITIVE


PLAIN: Final = Layout()
"""Without a base."""
