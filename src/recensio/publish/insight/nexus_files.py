"""data/nexus: the entries of a document as characters, their readings as states."""

from __future__ import annotations

from recensio.model.document import Artifact
from recensio.model.nexus import Character, nexus
from recensio.publish.insight.agreement import numbers
from recensio.publish.insight.attestation import Attestation, Place

WORDLESS = "om."


def nexus_file(each: Attestation) -> Artifact:
    """A document as NEXUS: its witnesses as taxa, every entry at which one of them is known."""
    characters = [_character(place) for place in each.places if place.known]
    remarks = (
        f"{each.document.id}: witnesses are taxa, entries of the apparatus characters, readings "
        "states; ? is a witness of which nothing is known, (01) one that has both readings",
    )
    content = nexus(each.sigla, characters, remarks).encode()
    path = f"data/nexus/{each.document.id}.nex"
    return Artifact(path, content, "text/plain", each.document.path)


def _character(place: Place) -> Character:
    return Character(
        label=place.entry.id,
        states=[text or WORDLESS for text in place.states],
        has=[tuple(numbers(states)) for states in place.has],
    )
