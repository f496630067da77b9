"""The BEACON file: which entries of the GND the edition speaks of, and where.

https://gbv.github.io/beaconspec/beacon.html
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from recensio.publish.listed import entry_addresses
from recensio.publish.prepare import Edition
from recensio.publish.references import References, base_of

PREFIX: Final = "https://d-nb.info/gnd/"
_GND: Final = re.compile(
    r"^(?:https?://d-nb\.info/gnd/|gnd:)([0-9]+[0-9-]*[0-9X])/?$", re.IGNORECASE
)


def beacon(edition: Edition) -> str:
    """The file, empty if no entry of the registers has a GND; each with how often it is named.

    Addresses are told if the edition says where it stands on the web.
    """
    lines = list(_lines(edition))
    return "".join(f"{line}\n" for line in (*_head(edition), *lines)) if lines else ""


def _head(edition: Edition) -> Iterator[str]:
    metadata, references = edition.corpus.metadata, References(edition)
    yield "#FORMAT: BEACON"
    yield f"#PREFIX: {PREFIX}"
    yield f"#NAME: {_line(metadata.title)}"
    if metadata.description:
        yield f"#DESCRIPTION: {_line(metadata.description)}"
    if metadata.publisher:
        yield f"#INSTITUTION: {_line(metadata.publisher)}"
    if base_of(edition):
        yield f"#HOMEPAGE: {references.address('')}"
        yield f"#FEED: {references.address('beacon.txt')}"


def _lines(edition: Edition) -> Iterator[str]:
    counts = Counter(mention.ref for each in edition.readable for mention in each.mentions)
    references, addresses = References(edition), entry_addresses(edition)
    is_addressed = bool(base_of(edition))
    seen: set[str] = set()
    for entry in edition.corpus.registers:
        for uri in entry.authority:
            found = _GND.match(uri)
            if found and found[1] not in seen:
                seen.add(found[1])
                count = str(counts[entry.id] or "")
                page, _, anchor = addresses[entry.id].partition("#")
                address = references.address(page, anchor) if is_addressed else ""
                yield "|".join((found[1], count, address)).rstrip("|")


def _line(text: str) -> str:
    return " ".join(text.split())
