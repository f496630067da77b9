"""A hue for each witness, one of eight in both colour schemes; its siglum stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from recensio.model.witness import Siglum
from recensio.publish.prepare import Edition

HUES: Final = 8


def colours(edition: Edition) -> Mapping[Siglum, str]:
    """The class of each witness that the edition declares: wit-1 to wit-8, in their order."""
    witnesses = (
        *edition.corpus.witnesses,
        *(w for d in edition.corpus.readable for w in d.witnesses),
    )
    singles = dict.fromkeys(each.siglum for each in witnesses if not each.members)
    return {siglum: f"wit-{place % HUES + 1}" for place, siglum in enumerate(singles)}


def colour(edition: Edition, siglum: Siglum) -> str:
    """The class of a witness; one that nobody declares has that of the first."""
    return edition.once(colours).get(siglum, "wit-1")
