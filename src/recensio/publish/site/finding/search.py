"""What a search needs beside its page: the index of Pagefind, and a file of what it may choose by.

Witness, document, person and date are chosen by a file of our own, search.json, which says for each
passage what it has: counts are then right for phrases too, a span of years is a comparison of
numbers, and the same edition gives the same bytes, which Pagefind's own filters do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from recensio.model.document import Artifact
from recensio.model.problem import Location, Outcome, problem
from recensio.publish.listed import entry_addresses
from recensio.publish.pages import PAGEFIND, SEARCH_FILE
from recensio.publish.prepare import Edition
from recensio.publish.site.finding.pagefind import PagefindError, Record, fragments, index
from recensio.publish.site.finding.passages import Passage, Place, passages_of
from recensio.publish.site.finding.shown import showing
from recensio.publish.site.page import Page
from recensio.tei.names import XML_ID, XML_LANG
from recensio.tei.registers import LISTS
from recensio.tei.text import normalise

NO_STEMS: Final = "und"
"""The language of an index of several languages: words are found as they are written."""

MEDIA: Final[Mapping[str, str]] = {".js": "text/javascript", ".json": "application/json"}


def search_files(edition: Edition, pages: Sequence[Page]) -> Outcome[tuple[Artifact, ...]]:
    """The index of an edition whose documents are shown by `pages`.

    If Pagefind cannot make it there are no files, and PUB023 says why.
    """
    passages = list(_passages(edition, pages))
    if not passages:
        return Outcome(())
    addresses = entry_addresses(edition)
    records = [_record(number, each, addresses) for number, each in enumerate(passages)]
    try:
        files = index(records, _language(edition))
    except PagefindError as error:
        return Outcome((), (problem("PUB023", Location(SEARCH_FILE), reason=error),))
    names = {int(told["n"]): name for name, told in fragments(files)}
    chosen = _chosen(passages, names, edition, pages)
    content = json.dumps(chosen, ensure_ascii=False, separators=(",", ":")).encode()
    packed = (Artifact(f"site/{PAGEFIND}/{path}", files[path], _media(path)) for path in files)
    own = Artifact(f"site/{SEARCH_FILE}", content, "application/json")
    return Outcome((*sorted(packed, key=lambda artifact: artifact.path), own))


def _passages(edition: Edition, pages: Sequence[Page]) -> Iterator[Passage]:
    shown_by = showing(pages)
    for each in edition.readable:
        shown = shown_by.get(each.document.id, [])
        if shown:
            yield from passages_of(each, edition, shown)
    yield from _entries(edition)


def _entries(edition: Edition) -> Iterator[Passage]:
    """The entries of the registers, found by their names and what is said of them."""
    described = _described(edition)
    for number, entry in enumerate(edition.corpus.registers):
        yield Passage(
            document="",
            kind=entry.kind.value,
            number=number,
            section=entry.label,
            text=described.get(entry.id) or entry.label,
            places=(Place(0, entry.id),),
            sigla=(),
            refs=(entry.id,),
        )


def _described(edition: Edition) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for document in edition.corpus.documents:
        for listing in document.tree.getroot().iter(*LISTS):
            for element in listing.iterchildren("*"):
                text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
                found.setdefault(element.get(XML_ID, ""), normalise(text))
    return found


def _record(number: int, passage: Passage, addresses: Mapping[str, str]) -> Record:
    """The passage as Pagefind takes it; its number says later which file it has become."""
    address = "" if passage.document else addresses[passage.places[0].anchor]
    places = " ".join(f"{place.word} {place.anchor}" for place in passage.places)
    told = {"n": str(number), "places": places, "section": passage.section, "address": address}
    return Record(f"{passage.document}#{number}", passage.text, told)


def _language(edition: Edition) -> str:
    """The language that all texts are in, else none."""
    own = edition.corpus.metadata.language
    roots = (each.document.tree.getroot() for each in edition.readable)
    spoken = {(root.get(XML_LANG) or own).split("-")[0].lower() for root in roots}
    return spoken.pop() if len(spoken) == 1 else NO_STEMS


def _chosen(
    passages: Sequence[Passage],
    names: Mapping[int, str],
    edition: Edition,
    pages: Sequence[Page],
) -> dict[str, Any]:
    """What passages are chosen by: lists of values, and for each passage its places in them."""
    sigla = _sigla(passages, edition)
    refs = {ref for passage in passages if passage.document for ref in passage.refs}
    entries = [entry for entry in edition.corpus.registers if entry.id in refs]
    shown_by = showing(pages)
    numbers = {entry.id: number for number, entry in enumerate(entries)}
    documents = [each.document for each in edition.readable]
    places = {document.id: number for number, document in enumerate(documents)}
    order = {siglum: number for number, siglum in enumerate(sigla)}
    return {
        "documents": [
            {
                "title": document.title,
                "pages": {page.witness: page.path for page in shown_by.get(document.id, ())},
            }
            for document in documents
        ],
        "sigla": sigla,
        "entries": [[entry.id, entry.label] for entry in entries],
        "passages": {
            names[number]: [
                places.get(passage.document, -1),
                passage.kind,
                [order[siglum] for siglum in passage.sigla],
                [numbers[ref] for ref in passage.refs if ref in numbers],
                list(passage.years),
                passage.number,
            ]
            for number, passage in enumerate(passages)
            if number in names  # Of what holds no word there is nothing to find.
        },
    }


def _sigla(passages: Sequence[Passage], edition: Edition) -> list[str]:
    """The witnesses whose text can be searched, in the order of their list; the text first."""
    found = {siglum for passage in passages for siglum in passage.sigla}
    declared = [str(witness.siglum) for witness in edition.corpus.witnesses]
    return [siglum for siglum in dict.fromkeys(["", *declared, *sorted(found)]) if siglum in found]


def _media(path: str) -> str:
    return next(
        (media for ending, media in MEDIA.items() if path.endswith(ending)),
        "application/octet-stream",
    )
