"""The shop: a folder with the sheets of a book, and the three passes over them.

What Python knows goes to the sheets as JSON, never as Typst: text from an edition is text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata, resources
from shutil import copyfile
from typing import Any, Final

from recensio.model.witness import WitnessList
from recensio.publish.print import marks
from recensio.publish.print.book import Book
from recensio.publish.print.chapters import Sheets
from recensio.publish.print.fonts import order_of_faces
from recensio.publish.print.galley import Galley
from recensio.publish.print.heads import running_titles
from recensio.publish.print.indexes import indexes
from recensio.publish.print.numbering import numbering_of
from recensio.publish.print.plan import Plan, carriers, order, read_plan
from recensio.publish.print.press import Impression, Press, Printed
from recensio.publish.print.standards import CLAIMS, CLAIMS_WITH_FILES
from recensio.publish.print.strips import strips_of
from recensio.publish.print.style import Style

EDITION: Final = "edition.pdf"
WITH_TEI: Final = "edition-with-tei.pdf"
TOOLS: Final = ("recensio", "typst", "saxonche")


@dataclass(frozen=True, slots=True)
class Shop:
    """A book on the press, with the sheets of its chapters."""

    press: Press
    book: Book
    style: Style
    sheets: tuple[Sheets, ...]

    def lay_out(self) -> None:
        """Write the sheets of the chapters beside our own."""
        for ours in (resources.files(__package__) / "typst").iterdir():
            self._write(ours.name, ours.read_text(encoding="utf-8"))
        for number, sheet in enumerate(self.sheets):
            self._write(f"body-{number}.typ", sheet.body)
            self._write(f"foot-{number}.typ", sheet.foot)
            self._write(f"bibliography-{number}.typ", sheet.bibliography)
            for image in sheet.images:
                copyfile(image.file, self.press.folder / image.name)
        for number, attached in enumerate(self.book.attachments):
            (self.press.folder / f"attached-{number}").write_bytes(attached.content)

    def galley(self) -> Galley:
        """The first pass; raises PressError."""
        self._tell("galley")
        return Galley(marks.read_marks(self.press.ask("galley.typ", marks.QUESTION)))

    def plan(self, galley: Galley) -> Plan:
        """The second pass; raises PressError."""
        strips = strips_of(galley, self.style)
        numbering = numbering_of(galley, self.book.printing.lines)
        introduction = galley.leaves_before(self.book.introductions)
        self._tell("plan", **order(galley, strips, numbering, introduction))
        answer = self.press.ask("plan.typ", "query(<plan>).first().value")
        return read_plan(answer, strips, self.style, numbering, introduction)

    def print(self, galley: Galley, plan: Plan) -> tuple[Galley, tuple[Printed, ...]]:
        """The third pass: the marks as they stand in the book, and its files; raises PressError."""
        self._tell("final", **self._front(), **self._pages(galley, plan))
        answer, printed = self.press.print(
            tuple(self._impressions()), self.book.timestamp, marks.QUESTION
        )
        return Galley(marks.read_marks(answer)), printed

    def _impressions(self) -> Iterator[Impression]:
        yield Impression("book.typ", self.press.folder / EDITION, CLAIMS)
        if self.book.attachments:
            yield Impression("attached.typ", self.press.folder / WITH_TEI, CLAIMS_WITH_FILES)

    def _tell(self, stage: str, **facts: Any) -> None:
        facts |= {
            "pass": stage,
            "style": asdict(self.style),
            "chapters": len(self.book.chapters),
            "faces": order_of_faces(self.style.font),
            "language": _language(self.book.metadata.language),
            "words": _language(self.book.printing.language or self.book.metadata.language),
        }
        self._write("job.json", json.dumps(facts, ensure_ascii=False))

    def _write(self, name: str, text: str) -> None:
        (self.press.folder / name).write_text(text, encoding="utf-8")

    def _front(self) -> dict[str, Any]:
        """What stands before and behind the text."""
        return {
            "edition": asdict(self.book.metadata),
            "built": [self.book.date.year, self.book.date.month, self.book.date.day],
            "sigla": list(_sigla(self.book.witnesses)),
            "abbreviations": sorted(self.book.abbreviations.items()),
            "bibliographies": [n for n, sheet in enumerate(self.sheets) if sheet.bibliography],
            "tools": [f"{tool} {metadata.version(tool)}" for tool in TOOLS],
            "digest": self.book.digest,
            "sources": self.book.sources,
            "revision": asdict(self.book.revision) if self.book.revision else None,
            "attached": [(each.name, each.title) for each in self.book.attachments],
        }

    def _pages(self, galley: Galley, plan: Plan) -> dict[str, Any]:
        """What the pages of the text and the indexes hold."""
        return {
            "pages": [{"space": page.space, "groups": page.groups} for page in plan.pages],
            "carriers": carriers(plan, galley),
            "introductions": self.book.introductions,
            "rests": _rests(galley, plan),
            "margin": _margin(plan, self.style.every),
            "contents": list(_contents(galley, plan)),
            "heads": dict(self._running_heads(galley, plan)),
            "indexes": [asdict(index) for index in indexes(self.book, galley, plan)],
        }

    def _running_heads(self, galley: Galley, plan: Plan) -> Iterator[tuple[str, object]]:
        titles = running_titles(self.book.metadata.title, galley, plan)
        before = -1
        for page, title in zip(plan.pages, titles, strict=True):
            front = plan.printed(page) is None
            number = f"front {page.number}" if front else str(plan.printed(page))
            yield number, {"title": title, "opens": page.leaf != before}
            before = page.leaf


def _sigla(witnesses: WitnessList) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """For each witness siglum and description, for a group the sigla of its members too."""
    for witness in witnesses:
        yield witness.siglum, witness.label, witnesses.resolve(" ".join(witness.members))


def _contents(galley: Galley, plan: Plan) -> Iterator[dict[str, object]]:
    for mark in galley.of_kind("title"):
        identifier, level, title = mark.facts
        page = plan.printed(plan.page_at(mark.point))
        yield {"id": identifier, "level": int(level), "title": title, "page": page}


def _rests(galley: Galley, plan: Plan) -> dict[str, list[int]]:
    """The pages without text, by the leaf that they stand before."""
    following = [*(mark.id for mark in galley.leaves[1:]), "end"]
    if plan.introduction:
        following[plan.introduction - 1] = "text"
    rests: dict[str, list[int]] = {}
    for leaf, place in plan.rests():
        rests.setdefault(following[leaf], []).append(place)
    return rests


def _margin(plan: Plan, every: int) -> dict[str, list[str]] | None:
    """What stands beside the lines of each page; none if it is their place on it."""
    if plan.numbering.names is None:
        return None
    return {
        str(plan.printed(page)): [plan.numbering.margin(line, every) for line in page.lines]
        for page in plan.pages
        if plan.printed(page)
    }


def _language(code: str) -> str:
    primary = code.lower().partition("-")[0]
    return primary if primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3 else "en"
