"""The list of a register, and the page that all registers are reached from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.insight.markup import node
from recensio.publish.pages import from_page, register_page
from recensio.publish.registers.collation import letter
from recensio.publish.registers.coordinates import Point, point_of
from recensio.publish.registers.registers import Registers
from recensio.publish.registers.scatter import scatter
from recensio.tei.names import tei
from recensio.tei.registers import edtf
from recensio.tei.text import text_of

DETAILED: Final = 400
"""Entries above which a list gives names, dates and numbers only, so that its page stays light."""

SUMMARY: Final = 110
"""Characters of a description that stand in a list."""

DOCUMENTS: Final = 4
"""Documents that a list names for an entry."""

DESCRIBING: Final = tuple(map(tei, ("occupation", "desc", "note", "p")))


def listing(registers: Registers, kind: RegisterKind) -> etree._Element:
    """The entries of a register by letter; places with their coordinates, and a figure of them."""
    entries = registers.kinds[kind]
    page = register_page(kind)
    points = {entry.id: point for entry in entries if (point := _point(entry, registers))}
    tree = node("list", title=_title(registers, kind), kind=kind.value, total=len(entries))
    tree.extend(scatter(registers, points, page))
    is_detailed = len(entries) <= DETAILED
    for name, group in groupby(entries, key=lambda entry: letter(entry.sort)):
        rows = (_row(e, registers, page, points.get(e.id), is_detailed) for e in group)
        tree.append(node("letter", *rows, name=name))
    return tree


def overview(registers: Registers, others: list[tuple[str, str]]) -> etree._Element:
    """The registers with how much each holds, and `others`: pages and titles made from them."""
    tree = node("overview", title=registers.edition.corpus.interface.say("room.registers"))
    for kind, entries in registers.kinds.items():
        mentions = sum(registers.count(entry.id) for entry in entries)
        href = f"../{register_page(kind)}"
        tree.append(
            node(
                "register",
                title=_title(registers, kind),
                href=href,
                entries=len(entries),
                mentions=mentions,
            )
        )
    tree.extend(node("other", title=title, href=f"../{page}") for page, title in others)
    return tree


def _title(registers: Registers, kind: RegisterKind) -> str:
    return registers.edition.corpus.interface.say(f"register.{kind.value}")


def _row(
    entry: RegisterEntry, registers: Registers, page: str, point: Point | None, is_detailed: bool
) -> etree._Element:
    element = registers.described.get(entry.id)
    row = node(
        "row",
        id=entry.id,
        label=entry.label,
        href=from_page(page, registers.pages[entry.id]),
        mentions=registers.count(entry.id) or None,
        date=_date(element) if element is not None else None,
        life=_life(element) if element is not None else None,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        map=point.href if point else None,
        summary=_summary(element) if is_detailed and element is not None else None,
    )
    row.extend(_documents(entry, registers, page) if is_detailed else ())
    return row


def _documents(entry: RegisterEntry, registers: Registers, page: str) -> Iterator[etree._Element]:
    first = {
        mention.document.id: mention
        for mention in reversed(registers.index.mentions.get(entry.id, ()))
    }
    named = list(reversed(first.values()))
    for mention in named[:DOCUMENTS]:
        yield node("mention", title=mention.document.title, href=from_page(page, mention.address))
    if len(named) > DOCUMENTS:
        yield node(
            "others", number=len(named) - DOCUMENTS, href=from_page(page, registers.pages[entry.id])
        )


def _point(entry: RegisterEntry, registers: Registers) -> Point | None:
    element = registers.described.get(entry.id)
    return point_of(element) if element is not None and entry.kind is RegisterKind.PLACES else None


def _date(element: etree._Element) -> str | None:
    """The date of an event, or the first date of a work."""
    if element.tag == tei("event"):
        return edtf(element)
    date = next(element.iterchildren(tei("date")), None)
    return (edtf(date) or text_of(date) or None) if date is not None else None


def _life(element: etree._Element) -> str | None:
    """The years of a life, as in an index: 1890–1937, * 1890, † 1937."""
    birth, death = (_year(element, name) for name in ("birth", "death"))
    if birth and death:
        return f"{birth}–{death}"
    return f"* {birth}" if birth else f"† {death}" if death else None


def _year(element: etree._Element, name: str) -> str:
    told = next(element.iterchildren(tei(name)), None)
    if told is None:
        return ""
    dates = (edtf(each) for each in (told, *told.iter(tei("date"))))
    found = next(filter(None, dates), "")
    return found[:4] if found[:4].isdecimal() else ""


def _summary(element: etree._Element) -> str | None:
    told = (text_of(each) for each in element.iterchildren(*DESCRIBING))
    text = next(filter(None, told), None)
    if text is None or len(text) <= SUMMARY:
        return text
    return (text[:SUMMARY].rpartition(" ")[0] or text[:SUMMARY]) + " …"
