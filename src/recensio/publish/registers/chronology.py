"""The chronology: each dated event with the date that every witness gives, drawn and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.model.register import RegisterKind
from recensio.model.witness import Siglum
from recensio.publish.insight.markup import node
from recensio.publish.pages import CHRONOLOGY, from_page
from recensio.publish.registers.registers import Registers
from recensio.publish.registers.statements import REGISTER, Happening, Statement, happenings
from recensio.publish.registers.timeline import Panel, Row, panels

DRAWN: Final = 300
"""Events that are drawn; if there are more, those on which the witnesses differ come first."""

COLUMNS: Final = 8
"""Witnesses that have a column each in the table; if there are more, each date names its own."""

NAMED: Final = 8
"""Sigla that stand beside a date in the figure."""


def chronology(registers: Registers) -> etree._Element:
    """Panels of a timeline, then the same events as rows of a table."""
    found = happenings(registers)
    sigla = _sigla(found, registers)
    tree = node(
        "chronology",
        *(node("witness", siglum=siglum) for siglum in sigla if len(sigla) <= COLUMNS),
        title=registers.edition.corpus.interface.say("chronology"),
        total=len(found),
        disputed=sum(1 for each in found if each.gap),
        left=_left(found, registers) or None,
        register="yes" if any(_is_of_register(t) for h in found for t in h.statements) else None,
        text="yes" if any(_is_of_text(t) for h in found for t in h.statements) else None,
    )
    tree.extend(_panel(panel) for panel in panels(_drawn(found)))
    tree.extend(_happening(each) for each in found)
    return tree


def _left(found: Sequence[Happening], registers: Registers) -> int:
    """How many events of the register are left out."""
    shown = {each.address for each in found}
    entries = registers.kinds.get(RegisterKind.EVENTS, ())
    return sum(1 for entry in entries if registers.pages[entry.id] not in shown)


def _drawn(found: Sequence[Happening]) -> list[Happening]:
    if len(found) <= DRAWN:
        return list(found)
    first = sorted(range(len(found)), key=lambda at: (not found[at].gap, at))[:DRAWN]
    return [found[at] for at in sorted(first)]


def _sigla(found: Sequence[Happening], registers: Registers) -> list[Siglum]:
    """The witnesses that give a date, in the order of the edition, others after them."""
    dating = {s: None for each in found for t in each.statements for s in t.sigla}
    declared = {witness.siglum: None for witness in registers.edition.corpus.witnesses}
    return [s for s in declared if s in dating] + [s for s in dating if s not in declared]


def _panel(panel: Panel) -> etree._Element:
    first, last = panel.years
    tree = node(
        "panel",
        *(node("tick", x=tick.x, date=tick.date) for tick in panel.ticks()),
        years=f"{first}" if first == last else f"{first}–{last}",
        long="yes" if panel.is_long else None,
    )
    tree.extend(_lane(each, panel) for each in panel.happenings)
    return tree


def _lane(happening: Happening, panel: Panel) -> etree._Element:
    rows = list(panel.rows(happening))
    return node(
        "lane",
        *(_row(row) for row in rows),
        *_heading(happening),
        title=happening.title,
        href=from_page(CHRONOLOGY, happening.address),
        gap=happening.gap or None,
        exact="yes" if happening.is_exact else None,
    )


def _heading(happening: Happening) -> Iterator[etree._Element]:
    number, document, address = happening.entry
    if address:
        before, lemma, after = happening.words
        yield node(
            "entry",
            number=number,
            document=document,
            href=from_page(CHRONOLOGY, address),
            before=before,
            lemma=lemma,
            after=after,
        )


def _row(row: Row) -> etree._Element:
    first = row.statements[0]
    sigla = list(dict.fromkeys(s for each in row.statements for s in each.sigla))
    more = len(sigla) - NAMED
    return node(
        "row",
        left=row.left,
        right=row.right,
        date=first.when,
        sigla=" ".join(sigla[:NAMED]) + f" +{more}" * (more > 0),
        source=_source(first),
        register="yes" if any(map(_is_of_register, row.statements)) else None,
        form="day" if first.span.is_day else "within" if first.span.is_within else "period",
    )


def _happening(happening: Happening) -> etree._Element:
    tree = node(
        "happening",
        *_heading(happening),
        title=happening.title,
        href=from_page(CHRONOLOGY, happening.address),
        gap=happening.gap or None,
        exact="yes" if happening.is_exact else None,
    )
    for each in happening.statements:
        by = (node("by", siglum=siglum) for siglum in each.sigla)
        differs = "yes" if each.gap else None
        source = _source(each)
        tree.append(node("statement", *by, date=each.when, source=source, differs=differs))
    for account in happening.accounts:
        if account.text:
            by = (node("by", siglum=siglum) for siglum in account.sigla)
            tree.append(node("account", *by, text=account.text))
    return tree


def _source(statement: Statement) -> str:
    if _is_of_register(statement):
        return "register"
    return "text" if _is_of_text(statement) else "witnesses"


def _is_of_register(statement: Statement) -> bool:
    return statement.reading == REGISTER


def _is_of_text(statement: Statement) -> bool:
    return not statement.sigla and not _is_of_register(statement)
