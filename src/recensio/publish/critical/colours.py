"""A hue for each witness, one of eight in both colour schemes; its siglum stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from recensio.model.witness import Siglum
from recensio.publish.prepare import Edition

HUES: Final = 8


def colours(edition: Edition) -> Mapping[Siglum, str]:
    """The class of each witness that the edition declares: wit-1 to wit-8, in their order.

    Where it declares none, of those that its entries name.
    """
    corpus = edition.corpus
    witnesses = (*corpus.witnesses, *(w for each in corpus.readable for w in each.witnesses))
    sigla = [each.siglum for each in witnesses if not each.members] or list(_named(edition))
    return {s: f"wit-{place % HUES + 1}" for place, s in enumerate(dict.fromkeys(sigla))}


def colour(edition: Edition, siglum: Siglum) -> str:
    """The class of a witness; one that is only named has that of none."""
    return edition.once(colours).get(siglum, "wit-0")


def _named(edition: Edition) -> Iterator[Siglum]:
    for each in edition.readable:
        for entry in each.entries:
            for reading in (entry.lemma, *entry.readings):
                yield from reading.covered if reading is not None else ()
