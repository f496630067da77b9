"""What stylesheets need from all documents at once, as small XML trees in a namespace of ours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from recensio.model.document import DocumentKind
from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.pages import page_of, register_page, to_root
from recensio.publish.prepare import Edition
from recensio.publish.shelves import shelves
from recensio.tei.names import XML_ID, XML_LANG, tei
from recensio.tei.registers import LISTS

EDITION_NS: Final = "https://recensio.org/ns/edition"


def contents(edition: Edition) -> str:
    """What the edition says of itself, and the documents with their pages and numbers of entries.

    Many documents have a group each, by which they are found (`shelves`).
    """
    root = _element("edition", **_imprint(edition))
    sigla = {witness.siglum for witness in edition.corpus.witnesses}
    groups = shelves([each.document for each in edition.readable])
    titles = Counter(each.document.title for each in edition.readable)
    for each in edition.readable:
        kind = each.document.kind
        document = _element(
            "document",
            title=each.document.title,
            page=page_of(each.document),
            kind=kind.value,
            entries=str(len(each.entries)),
            lang=each.document.tree.getroot().get(XML_LANG, ""),
        )
        if titles[each.document.title] > 1:
            # Documents of one title are told apart by the names of their files.
            document.set("name", each.document.id)
        if each.document.id in groups:
            document.set("group", groups[each.document.id])
        if kind is DocumentKind.TRANSCRIPT and each.document.id in sigla:
            document.set("siglum", each.document.id)
        root.append(document)
    return _serialised(root)


def _imprint(edition: Edition) -> dict[str, str]:
    metadata = edition.corpus.metadata
    return {
        "title": metadata.title,
        "authors" if metadata.authored else "editors": metadata.credit,
        "description": metadata.description,
        "publisher": metadata.publisher,
        "date": metadata.date,
        "licence": metadata.licence_name,
        "licence-url": metadata.licence_url,
        "url": edition.corpus.web.url,
    }


def lost() -> str:
    """The source of the page for an address where nothing stands."""
    return _serialised(_element("lost"))


def witnesses(edition: Edition) -> str:
    """Every witness list of the edition, and the transcripts that stand for a witness."""
    return _serialised(witness_lists(edition))


def witness_lists(edition: Edition) -> etree._Element:
    """The same as a tree, to which more can be added."""
    root = _element("edition", title=edition.corpus.metadata.title)
    for document in edition.corpus.documents:
        for listing in document.tree.getroot().iter(tei("listWit")):
            if next(listing.iterancestors(tei("listWit")), None) is None:
                root.append(deepcopy(listing))
    sigla = {witness.siglum for witness in edition.corpus.witnesses}
    for document in edition.corpus.readable:
        if document.id in sigla:
            href = page_of(document)
            root.append(_element("text", siglum=document.id, title=document.title, href=href))
    return root


def register(edition: Edition, kind: RegisterKind) -> str:
    """A register for a book: each entry with its TEI, its authorities and every mention of it."""
    say = edition.corpus.interface.say
    root = _element("register", title=say(f"register.{kind.value}"))
    described = described_entries(edition)
    mentioned = _mentioned(edition, to_root(register_page(kind)))
    entries = [entry for entry in edition.corpus.registers if entry.kind is kind]
    for entry in sorted(entries, key=lambda entry: (entry.sort, entry.id)):
        element = _entry(entry, described.get(entry.id))
        element.extend(mentioned.get(entry.id, ()))
        root.append(element)
    return _serialised(root)


def _entry(entry: RegisterEntry, described: etree._Element | None) -> etree._Element:
    element = _element("entry", id=entry.id, label=entry.label)
    if described is not None:
        element.append(deepcopy(described))
    for uri in entry.authority:
        authority = _element("authority")
        authority.text = uri
        element.append(authority)
    return element


def described_entries(edition: Edition) -> dict[str, etree._Element]:
    """The TEI of each register entry by its xml:id; the first in the edition counts."""
    return dict(_described(edition))


def _described(edition: Edition) -> Iterator[tuple[str, etree._Element]]:
    for document in reversed(edition.corpus.documents):
        for listing in document.tree.getroot().iter(*LISTS):
            for element in listing.iterchildren("*"):
                yield element.get(XML_ID, ""), element


def _mentioned(edition: Edition, to_site: str) -> dict[str, list[etree._Element]]:
    mentioned = defaultdict(list)
    for each in edition.readable:
        page, title = to_site + page_of(each.document), each.document.title
        for mention in each.mentions:
            if mention.ref:
                place = {"href": f"{page}#{mention.id}", "document": title, "text": mention.text}
                mentioned[mention.ref].append(_element("mention", **place))
    return mentioned


def _element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{{{EDITION_NS}}}{name}", attributes, nsmap={"in": EDITION_NS})


def _serialised(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")
