"""Conservation: the proof that an import lost nothing.

The check knows nothing of how the import works. It takes the source, the TEI and the report and
asks three things:

1. Do the spans that the report calls dropped lie apart, and does each look like what it is called
   (`blocks.GRAMMAR`)? Words cannot be called markup.
2. The source without those spans: is it, character by character, the text of the TEI? Where the
   source of HTML names a character, the text has that character; the report lists each, and what
   it names is found anew. The words of a corr are left out of this, but an editor must have given
   each for its sic.
3. In the same order? Notes stand at their references; so each piece of text is put back to the
   line that its element (or the milestone before it) carries as xml:id.

White space between elements that hold no text of their own does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING

from lxml import etree

from recensio.importers.blocks import GRAMMAR
from recensio.importers.report import Naming, Omission
from recensio.importers.scribe import CONTROL, STRUCTURE
from recensio.importers.source import source_of
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.tei.names import XML_ID, tei

if TYPE_CHECKING:
    from recensio.importers.importer import Imported

AROUND = 40
CORR = tei("corr")
NOWHERE = (0, 0)
REFERENCE = re.compile(r"&#?\w{1,32};?")
"""What a character reference looks like: it holds no words."""


def conservation(source_text: str, imported: Imported) -> Outcome[bool]:
    """Whether the source stands in the TEI or in the report; if not, SRC027 says from where on."""
    report = imported.report
    failure = (
        _misnamed(source_text, report.dropped, report.source)
        or _misread(source_text, report.named, report.source)
        or _unnamed(imported)
    )
    if failure:
        return Outcome(False, (failure,))
    kept = list(_kept(source_text, report.dropped, report.named))
    expected = "".join(text for _, text in kept)
    found = "".join(text for _, text in sorted(pieces(imported.tree), key=lambda p: p[0]))
    if expected == found:
        return Outcome(True)
    return Outcome(False, (_difference(source_text, kept, expected, found, report.source),))


def pieces(tree: etree._ElementTree) -> Iterator[tuple[tuple[int, int], str]]:
    """The text of a transcript in document order, each piece with the line it belongs to.

    Where several elements begin in one line, a second number tells which it is.
    """
    text = tree.getroot().find(tei("text"))
    if text is None:
        return
    lines, named = [NOWHERE], [True]
    for event, element in etree.iterwalk(text, events=("start", "end")):
        line = _line(element)
        if event == "start":
            lines.append(lines[-1] if line == NOWHERE else line)
            named.append(line != NOWHERE)
            if element.text and element.tag != CORR and not _is_layout(element, element.text):
                yield lines[-1], element.text
            continue
        lines.pop()
        named.pop()
        if element.tag == tei("milestone") and line != NOWHERE:
            # What follows a cut belongs to the line of the second part.
            start = len(named) - 1 - named[::-1].index(True)
            lines[start:] = [line] * (len(lines) - start)
        parent = element.getparent()
        if element is not text and element.tail and not _is_layout(parent, element.tail):
            yield lines[-1], element.tail


def _line(element: etree._Element) -> tuple[int, int]:
    _, _, numbers = element.get(XML_ID, "").rpartition("-")
    line, _, place = numbers.partition(".")
    if not line.isdecimal() or not (place or "0").isdecimal():
        return NOWHERE
    return int(line), int(place or 0)


def _is_layout(parent: etree._Element | None, text: str) -> bool:
    return parent is not None and parent.tag in STRUCTURE and text.isspace()


def _misnamed(text: str, dropped: Iterable[Omission], name: str) -> Problem | None:
    end = 0
    for span in dropped:
        if span.start < end:
            return _problem(name, span.line, "a span is dropped twice")
        if not GRAMMAR[span.mark].fullmatch(text, span.start, span.end):
            dropped_text = text[span.start : span.end][:AROUND]
            return _problem(name, span.line, f"{dropped_text!r} is no {span.mark.value}")
        end = span.end
    return None


def _unnamed(imported: Imported) -> Problem | None:
    """A problem if a corr is not text alone in a choice, or is not one that the editor gave."""
    given = {(each.sic, each.corr) for each in imported.corrections}
    for corr in imported.tree.getroot().iterfind(f"{tei('text')}//{CORR}"):
        sic = corr.getprevious()
        beside = sic is not None and sic.tag == tei("sic") and not len(corr)
        read = "".join(map(str, sic.itertext())) if sic is not None else ""
        if not beside or (read, corr.text or "") not in given:
            reason = f"{(corr.text or '')[:AROUND]!r} is no correction that was given for {read!r}"
            return _problem(imported.report.source, 1, reason)
    return None


def _misread(text: str, named: Iterable[Naming], name: str) -> Problem | None:
    for span in named:
        reference = text[span.start : span.end]
        if not REFERENCE.fullmatch(reference) or CONTROL.sub("", unescape(reference)) != span.named:
            return _problem(name, span.line, f"{reference[:AROUND]!r} does not name {span.named!r}")
    return None


def _kept(
    text: str, dropped: Iterable[Omission], named: Iterable[Naming]
) -> Iterator[tuple[int, str]]:
    """The text that is expected, in parts, each with its offset in the source."""
    at = 0
    spans = [(span.start, span.end, "") for span in dropped]
    spans += [(span.start, span.end, span.named) for span in named]
    for start, end, instead in sorted(spans):
        yield at, text[at:start]
        yield start, instead
        at = end
    yield at, text[at:]


def _difference(
    text: str, kept: Iterable[tuple[int, str]], expected: str, found: str, name: str
) -> Problem:
    pairs = zip(expected, found, strict=False)
    same = next((index for index, (one, other) in enumerate(pairs) if one != other), None)
    offset = min(len(expected), len(found)) if same is None else same
    place = rest = offset
    for start, part in kept:
        place = start + rest
        if rest < len(part):
            break
        rest -= len(part)
    here, there = expected[offset:][:AROUND], found[offset:][:AROUND]
    line = source_of(text).line_at(place)
    return _problem(name, line, f"the source goes on with {here!r}, the text with {there!r}")


def _problem(name: str, line: int, reason: str) -> Problem:
    return problem("SRC027", Location(name, line), reason=reason)
