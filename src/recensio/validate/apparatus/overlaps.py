"""Entries that claim the same words, and entries that contain each other.

TEI Guidelines, 12.2.3: entries of parallel segmentation may nest and may not overlap. To overlap is
what the double end-point method is for (12.2.2); two entries with one and the same span are two
halves of one entry by any method.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from recensio.model.apparatus import Method
from recensio.model.problem import Problem, problem
from recensio.tei.names import tei
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.anchors import Places
from recensio.validate.apparatus.methods import VARIANT_ENCODING
from recensio.validate.apparatus.survey import Entry, Survey, Text, name_of

LINKS: Final = ("next", "copyOf", "sameAs")
COPYING: Final = frozenset({"copyOf", "sameAs"})


def overlaps(survey: Survey, places: Places) -> Iterator[Problem]:
    """Entries with one span, and under parallel segmentation entries that cross (APP018)."""
    for text in survey.texts:
        yield from _same_span(text)
        encoding = next(text.root.iter(VARIANT_ENCODING), None)
        if encoding is not None and encoding.get("method") == Method.PARALLEL_SEGMENTATION:
            yield from _crossing(text, places)


def _same_span(text: Text) -> Iterator[Problem]:
    first: dict[tuple[object, ...], Entry] = {}
    for entry in text.entries:
        app = entry.element
        if app.get("from") and entry.readings:
            span = (app.get("from"), app.get("to") or app.get("from"))
            key = (*span, app.get("type"), app.get("subtype"), app.getparent())
            before = first.setdefault(key, entry)
            if before is not entry:
                line = before.element.sourceline
                found = problem("APP018", text.place(app), line=line, how="has the same span as")
                yield found if entry.lemmas else mending.joined(found, text, before.element, app)


def _crossing(text: Text, places: Places) -> Iterator[Problem]:
    spans = [(span, entry) for entry in text.entries if (span := places.span(entry, text))]
    around: list[tuple[int, Entry]] = []
    for (begin, end), entry in sorted(spans, key=lambda each: (each[0][0], -each[0][1])):
        around = [(last, other) for last, other in around if last >= begin]
        crossed = next((other for last, other in around if last < end), None)
        if crossed is not None:
            line = crossed.element.sourceline
            yield problem("APP018", text.place(entry.element), line=line, how="overlaps")
        around.append((end, entry))


def circles(survey: Survey, places: Places) -> Iterator[Problem]:
    """Entries whose place is in themselves, and chains that come back (APP019)."""
    for text in survey.texts:
        for entry in text.entries:
            yield from _inside_itself(entry, text, places)
        if text.entries:
            yield from _chains(text, survey)


def _inside_itself(entry: Entry, text: Text, places: Places) -> Iterator[Problem]:
    for end in ("from", "to"):
        target = places.of(entry.element.get(end) or "", text)
        seen: set[etree._Element] = set()
        app = _entry_around(target)
        while app is not None and app not in seen:
            if app is entry.element:
                place = text.place(entry.element, end)
                yield problem("APP019", place, attribute=end, target=entry.element.get(end))
                return
            seen.add(app)
            app = _entry_around(places.of(app.get("from") or "", text))


def _entry_around(element: etree._Element | None) -> etree._Element | None:
    if element is None or element.tag == tei("app"):
        return element
    return next(element.iterancestors(tei("app")), None)


def _chains(text: Text, survey: Survey) -> Iterator[Problem]:
    """Circles of @next, and copies of what contains them."""
    for attribute in LINKS:
        linked = [e for e in text.root.iter("*") if e.get(attribute, "").startswith("#")]
        if linked:
            yield from _circles_of(attribute, linked, text, survey.identified_in[text])


def _circles_of(
    attribute: str,
    linked: list[etree._Element],
    text: Text,
    named: Mapping[str, etree._Element],
) -> Iterator[Problem]:
    settled: set[etree._Element] = set()
    for start in linked:
        path: dict[etree._Element, None] = {}
        at: etree._Element | None = start
        while at is not None and at not in settled and at not in path:
            path[at] = None
            at = named.get((at.get(attribute) or "").removeprefix("#"))
        if at is not None and at in path and _in_apparatus(at):
            found = _circle(at, attribute, text)
            alone = len(path) == 1
            yield mending.without_attribute(found, text, at, attribute) if alone else found
        elif attribute in COPYING and _copies_around(start, attribute, named):
            yield _circle(start, attribute, text)
        settled.update(path)


def _circle(element: etree._Element, attribute: str, text: Text) -> Problem:
    place = text.place(element, attribute)
    return problem("APP019", place, attribute=attribute, target=element.get(attribute))


def _in_apparatus(element: etree._Element) -> bool:
    inside = name_of(element) == "app"
    return inside or next(element.iterancestors(tei("app")), None) is not None


def _copies_around(
    element: etree._Element, attribute: str, named: Mapping[str, etree._Element]
) -> bool:
    """Whether an element of the apparatus is to be a copy of one that it stands in."""
    source = named.get((element.get(attribute) or "").removeprefix("#"))
    return source is not None and _in_apparatus(element) and source in element.iterancestors()
