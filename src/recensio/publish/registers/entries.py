"""The page of a register entry: what the register says of it, every mention, its company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.insight.markup import node
from recensio.publish.pages import from_page, page_of
from recensio.publish.registers.authorities import authority_of
from recensio.publish.registers.coordinates import point_of
from recensio.publish.registers.mentioned import Mentioned
from recensio.publish.registers.registers import Registers

QUOTED: Final = 300
"""Mentions that a page quotes, shared among its documents; of the others it gives the number."""

COMPANY: Final = 40
"""Entries that are named as company, the most frequent."""


def entry_tree(entry: RegisterEntry, registers: Registers) -> etree._Element:
    """What the page of an entry shows."""
    mentions = registers.index.mentions.get(entry.id, ())
    page = registers.pages[entry.id]
    tree = node("entry", id=entry.id, label=entry.label, kind=entry.kind.value, total=len(mentions))
    element = registers.described.get(entry.id)
    if element is not None:
        tree.append(deepcopy(element))
        tree.extend(_point(entry, element))
    for authority in map(authority_of, entry.authority):
        tree.append(
            node("authority", name=authority.name, number=authority.number, href=authority.href)
        )
    tree.extend(_documents(mentions, page, registers))
    tree.extend(_company(entry, registers, page))
    return tree


def _point(entry: RegisterEntry, element: etree._Element) -> Iterator[etree._Element]:
    point = point_of(element) if entry.kind is RegisterKind.PLACES else None
    if point:
        yield node("point", latitude=point.latitude, longitude=point.longitude, href=point.href)


def _documents(
    mentions: Sequence[Mentioned], page: str, registers: Registers
) -> Iterator[etree._Element]:
    """The documents that mention an entry; those beyond what is quoted are only named."""
    groups = [list(group) for _, group in groupby(mentions, key=lambda each: each.document.id)]
    each_quotes = max(1, QUOTED // max(1, len(groups)))
    for number, group in enumerate(groups):
        document = group[0].document
        quoted = group[:each_quotes] if number < QUOTED else []
        yield node(
            "document",
            *(_mention(mention, page) for mention in quoted),
            title=document.title,
            href=from_page(page, page_of(document)),
            date=registers.index.written.get(document.id),
            total=len(group),
            left=len(group) - len(quoted) or None,
        )


def _mention(mention: Mentioned, page: str) -> etree._Element:
    return node(
        "mention",
        href=from_page(page, mention.address),
        where=mention.where.value,
        sigla=", ".join(mention.sigla) or None,
        date=mention.when,
        before=mention.before,
        name=mention.name or "…",
        after=mention.after,
    )


def _company(entry: RegisterEntry, registers: Registers, page: str) -> Iterator[etree._Element]:
    say = registers.edition.corpus.interface.say
    beside = registers.by_company(entry.id)
    for other, number in beside[:COMPANY]:
        href = from_page(page, registers.pages[other.id])
        kind = say(f"register.{other.kind.value}")
        yield node("company", label=other.label, href=href, number=number, kind=kind)
    if len(beside) > COMPANY:
        yield node("others", number=len(beside) - COMPANY)
