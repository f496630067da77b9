"""Where on the site the witnesses and register entries stand that a document names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recensio.publish.pages import CONSPECTUS, entry_pages, register_page
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.names import tei


def listed(edition: Edition) -> Mapping[str, str]:
    """The address on the site of each witness and register entry by its id."""
    return _of_witnesses(edition) | entry_pages(edition.corpus.registers)


def listed_in_book(edition: Edition) -> Mapping[str, str]:
    """The same for a book, whose registers are a page each."""
    entries = edition.corpus.registers
    return _of_witnesses(edition) | {e.id: f"{register_page(e.kind)}#{e.id}" for e in entries}


def register_lines(each: Prepared, addresses: Mapping[str, str], root: str) -> str:
    """The lines "id TAB address" of what a document names; `root` leads from its page to site/."""
    named = sorted(set(_named(each)) & addresses.keys())
    return "\n".join(f"{ref}\t{root}{addresses[ref]}" for ref in named)


def _of_witnesses(edition: Edition) -> dict[str, str]:
    return {witness.id: f"{CONSPECTUS}#{witness.id}" for witness in edition.corpus.witnesses}


def _named(each: Prepared) -> Iterator[str]:
    """The ids that names and pointers of a document name."""
    yield from (mention.ref for mention in each.mentions if mention.ref)
    for element in each.document.tree.getroot().iter(tei("ref"), tei("ptr")):
        yield from (target.rpartition("#")[2] for target in element.get("target", "").split()[:1])
