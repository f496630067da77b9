"""The synoptic pages: passages that say the same side by side, and the list of all sets.

Python gathers a small tree from each synopsis; xslt/html/synopsis.xsl makes the page.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.model.document import Artifact
from recensio.model.synopsis import ParallelSet, Row, Stretch, Synopsis, SynopsisWord
from recensio.model.synopsis_record import synopsis_record
from recensio.publish.gathered import EDITION_NS
from recensio.publish.pages import SYNOPSES, synopsis_page, to_root
from recensio.publish.places import Beginnings, address_of, first_lines
from recensio.publish.prepare import Edition

RECORD: Final = "data/parallels.json"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The source of a page: where the page stands, its title, the mode that makes it, the tree."""

    page: str
    title: str
    mode: str
    source: str


def synoptic_pages(edition: Edition) -> Iterator[Gathered]:
    """The page of all sets and one for each; nothing if the edition was built without sources."""
    sets = _aligned(edition)
    if not sets:
        return
    begins = first_lines(edition)
    title = edition.corpus.interface.say("synopses")
    yield Gathered(SYNOPSES, title, "synopses", _serialised(_index(sets)))
    for each, synopsis in sets:
        tree = _page(each, synopsis, begins)
        yield Gathered(synopsis_page(each.id), each.title, "synopsis", _serialised(tree))


def has_synopses(edition: Edition) -> bool:
    """Whether there is a synoptic page."""
    return bool(_aligned(edition))


def synoptic_record(edition: Edition) -> Iterator[Artifact]:
    """data/parallels.json: every set with its synopsis, as collate --parallel writes it."""
    sets = [
        {"id": each.id, "title": each.title, "kind": each.kind.value, "note": each.note}
        | synopsis_record(synopsis)
        for each, synopsis in _aligned(edition)
    ]
    if sets:
        content = json.dumps({"sets": sets}, ensure_ascii=False, indent=1) + "\n"
        yield Artifact(RECORD, content.encode(), "application/json")


def _aligned(edition: Edition) -> list[tuple[ParallelSet, Synopsis]]:
    parallels = edition.corpus.parallels
    return [(each, each.synopsis) for each in parallels if each.synopsis is not None]


def _index(sets: Sequence[tuple[ParallelSet, Synopsis]]) -> etree._Element:
    root = _element("synopses")
    for each, synopsis in sets:
        listed = _set("set", each, synopsis)
        listed.set("page", synopsis_page(each.id).rpartition("/")[2])
        for passage in synopsis.passages:
            listed.append(_element("witness", id=passage.id))
        root.append(listed)
    return root


def _page(each: ParallelSet, synopsis: Synopsis, begins: Beginnings) -> etree._Element:
    root = _set("synopsis", each, synopsis)
    root.set("note", each.note)
    root.extend(_witnesses(synopsis, begins, to_root(synopsis_page(each.id))))
    names = [passage.id for passage in synopsis.passages]
    targets = _targets(synopsis)
    seen = Counter[str]()
    for row in _rows(synopsis):
        element = _element("row")
        for name, stretch in zip(names, row, strict=True):
            cell = _element("cell", witness=name)
            cell.extend(_runs(stretch, seen, targets) if stretch else ())
            element.append(cell)
        root.append(element)
    root.extend(_cruces(synopsis, names))
    return root


def _rows(synopsis: Synopsis) -> Iterator[Row]:
    """The rows as a page shows them: passages that are not aligned stand beside each other."""
    apart: list[Row] = []
    for row in synopsis.rows:
        answering = (cell and aligned for cell, aligned in zip(row, synopsis.aligned, strict=True))
        if any(answering):
            yield row
        else:
            apart.append(row)
    if apart:
        yield tuple(next(filter(None, cells), None) for cells in zip(*apart, strict=True))


def _set(name: str, each: ParallelSet, synopsis: Synopsis) -> etree._Element:
    return _element(
        name,
        id=each.id,
        title=each.title,
        kind=each.kind.value,
        aligned=str(any(synopsis.aligned)).lower(),
        confidence=f"{synopsis.confidence:.2f}",
    )


def _witnesses(synopsis: Synopsis, begins: Beginnings, to_site: str) -> Iterator[etree._Element]:
    for passage, aligned in zip(synopsis.passages, synopsis.aligned, strict=True):
        address = address_of(passage.siglum, passage.line, begins)
        yield _element(
            "witness",
            id=passage.id,
            siglum=passage.siglum,
            kind=passage.kind.value,
            line=str(passage.line or ""),
            href=to_site + address if address else "",
            language=passage.language,
            attribution=passage.attribution,
            aligned=str(aligned).lower(),
        )


def _targets(synopsis: Synopsis) -> Mapping[str, int]:
    """How many places bear each letter of a link that crosses, in the order of the page."""
    count: Counter[str] = Counter()
    for row in synopsis.rows:
        for stretch in filter(None, row):
            for _, words in groupby(stretch.words, key=_marks):
                count.update(next(words).crossing.split())
    return count


def _runs(
    stretch: Stretch, seen: Counter[str], targets: Mapping[str, int]
) -> Iterator[etree._Element]:
    """The words of a stretch in runs that are marked alike, with the letters of links after them.

    A letter leads to the next place that bears it, and from the last to the first.
    """
    for (shared, letters), words in groupby(stretch.words, key=_marks):
        written = "".join(word.written for word in words)
        text = written.rstrip()
        yield _run(text, shared)
        for letter in letters.split():
            seen[letter] += 1
            following = seen[letter] % targets[letter] + 1
            yield _element("link", letter=letter, at=str(seen[letter]), to=str(following))
        yield _run(written[len(text) :], shared=False)


def _run(text: str, shared: bool) -> etree._Element:
    run = _element("run", shared=str(shared).lower())
    run.text = text
    return run


def _marks(word: SynopsisWord) -> tuple[bool, str]:
    return word.shared, word.crossing


def _cruces(synopsis: Synopsis, names: Sequence[str]) -> Iterator[etree._Element]:
    """Each crux as its wordings, those of several witnesses in one, and who lacks the word."""
    for crux in synopsis.cruces:
        having: dict[str, list[str]] = defaultdict(list)
        written: dict[str, str] = {}
        for name, wording in zip(names, crux.wordings, strict=True):
            if wording is not None:
                having[wording.casefold()].append(name)
                written.setdefault(wording.casefold(), wording)
        element = _element("crux")
        for wording, witnesses in having.items():
            text = written[wording]
            element.append(_element("wording", text=text, witnesses=", ".join(witnesses)))
        yield element


def _element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{{{EDITION_NS}}}{name}", attributes, nsmap={"in": EDITION_NS})


def _serialised(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")
