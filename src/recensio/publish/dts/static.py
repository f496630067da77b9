"""The service as files, for an edition that stands on a web server without programs.

There is a file for the entry, for every collection, for the whole citation tree of every document,
and for every document and each of its passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from recensio.model.document import Artifact
from recensio.publish.dts.addresses import FileAddresses, file_of
from recensio.publish.dts.answer import TEI, Answer
from recensio.publish.dts.collection import answered as collection
from recensio.publish.dts.document import answered as document
from recensio.publish.dts.document import as_tei
from recensio.publish.dts.holdings import Holdings
from recensio.publish.dts.navigation import answered as navigation
from recensio.publish.dts.request import Request
from recensio.publish.dts.service import Service
from recensio.publish.dts.texts import Text
from recensio.publish.prepare import Edition
from recensio.publish.references import base_of

FOLDER: Final = "dts/"
LONGEST: Final = 100
"""Characters of a file name."""

Names = Mapping[tuple[str, str], str]
"""The file names of passages by document and ref."""


def static_files(edition: Edition) -> Iterator[Artifact]:
    """dts/ with all its files.

    Addresses begin with that of the site, where edition.toml says it; else they are relative to
    the folder.
    """
    site = base_of(edition)
    named = Service(edition, FileAddresses("", site)).holdings.texts.values()
    names = {key: name for text in named for key, name in _names(text)}
    service = Service(edition, FileAddresses(f"{site}{FOLDER}" if site else "", site, names))
    yield _file("entry.json", service.answer(Request()))
    yield from _collections(service.holdings)
    for text in service.holdings.texts.values():
        yield from _of_text(text, service.holdings, names)


def _collections(holdings: Holdings) -> Iterator[Artifact]:
    everything = max(1, len(holdings.texts))
    for identifier in ("", holdings.root, *holdings.texts):
        for nav in ("", "children", "parents") if identifier else ("",):
            told = {name: value for name, value in (("id", identifier), ("nav", nav)) if value}
            answer = collection(Request("collection", told), holdings, everything)
            yield _file(file_of("collection", identifier, nav), answer)


def _of_text(text: Text, holdings: Holdings, names: Names) -> Iterator[Artifact]:
    tree = text.trees[0]
    everything = max(1, len(tree.units))
    request = Request("navigation", {"resource": text.id, "down": "-1"})
    yield _file(file_of("navigation", text.id), navigation(request, holdings, everything))
    whole = Request("document", {"resource": text.id})
    source = text.document.path
    yield _file(file_of("document", text.id), document(whole, holdings), source)
    for unit in tree.units:
        content = as_tei(text.passages.cut(tree, unit, unit))
        path = f"{FOLDER}document/{text.id}/{names[text.id, unit.identifier]}.xml"
        yield Artifact(path, content, TEI, source)


def _names(text: Text) -> Iterator[tuple[tuple[str, str], str]]:
    """The file name of each passage: its ref, if that can be one; no two differ in case only."""
    taken = set[str]()
    for unit in text.trees[0].units:
        name = re.sub(r"[^\w.,-]+|^\.+", "-", unit.identifier)[:LONGEST]
        own, count = name, 1
        while own.casefold() in taken:
            count += 1
            own = f"{name}-{count}"
        taken.add(own.casefold())
        yield (text.id, unit.identifier), own


def _file(path: str, answer: Answer, source: str | None = None) -> Artifact:
    return Artifact(f"{FOLDER}{path}", answer.body, answer.media_type, source)
