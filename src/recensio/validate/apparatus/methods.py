"""The declared method of linking apparatus and text, and what the entries do.

TEI Guidelines, 12.2: parallel segmentation has no place but the entry's own, the double end-point
method has @from, the location-referenced method has @loc or the entry's own line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.apparatus import Method
from recensio.model.problem import Problem, problem
from recensio.tei.names import tei
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.survey import Entry, Survey, Text, words

VARIANT_ENCODING: Final = tei("variantEncoding")
APART: Final = (tei("listApp"), tei("standOff"), tei("back"))
MOST: Final = 0.5
UNLINKED: Final = "no link to the text"


@dataclass(frozen=True, slots=True)
class Linkage:
    """What the attributes and the place of an entry say of its method."""

    method: str
    location: str


def declarations(survey: Survey) -> Iterator[Problem]:
    """Declarations that are missing, impossible or not followed (APP012, APP013, APP014)."""
    undeclared: list[Text] = []
    for text in survey.texts:
        encodings = list(text.root.iter(VARIANT_ENCODING))
        linked = list(_linked(text))
        if linked and not encodings:
            undeclared.append(text)
        for encoding in encodings:
            yield from _impossible(encoding, text, linked)
        if len(encodings) == 1:
            yield from _followed(encodings[0], text, linked)
    yield from _missing(undeclared)


def linkage_of(entry: Entry) -> Linkage:
    """The method and location that an entry shows."""
    app = entry.element
    location = "external" if next(app.iterancestors(*APART), None) is not None else "internal"
    if app.get("from") or app.get("to"):
        return Linkage(Method.DOUBLE_END_POINT, location)
    if app.get("loc"):
        return Linkage(Method.LOCATION_REFERENCED, location)
    inline = location == "internal"
    return Linkage(Method.PARALLEL_SEGMENTATION if inline else UNLINKED, location)


def _linked(text: Text) -> Iterator[tuple[Entry, Linkage]]:
    """The entries that have to be linked: those with readings that stand in no other entry."""
    for entry in text.entries:
        if entry.readings and next(entry.element.iterancestors(tei("app")), None) is None:
            yield entry, linkage_of(entry)


def _impossible(
    encoding: etree._Element, text: Text, linked: list[tuple[Entry, Linkage]]
) -> Iterator[Problem]:
    if _says(encoding) == Linkage(Method.PARALLEL_SEGMENTATION, "external"):
        found = problem("APP014", text.place(encoding, "location"))
        inside = bool(linked) and all(shows.location == "internal" for _, shows in linked)
        title = "declare the apparatus internal"
        if inside:
            found = mending.with_value(found, text, encoding, "location", "internal", title)
        yield found


def _says(encoding: etree._Element) -> Linkage:
    return Linkage(encoding.get("method") or "", encoding.get("location") or "")


def _followed(
    encoding: etree._Element, text: Text, linked: list[tuple[Entry, Linkage]]
) -> Iterator[Problem]:
    says = _says(encoding)
    against = [(entry, shows) for entry, shows in linked if not _agrees(shows, says)]
    if len(against) > MOST * len(linked) and not _is_impossible(says):
        yield _not_followed(encoding, text, [shows for _, shows in against])
    elif against and not _is_impossible(says):
        for entry, shows in against:
            place = text.place(entry.element)
            found = problem("APP012", place, declared=_named(says), shown=_named(shows))
            stray = says.method == Method.PARALLEL_SEGMENTATION and entry.element.get("loc")
            inside = shows == Linkage(Method.LOCATION_REFERENCED, "internal")
            yield (
                mending.without_attribute(found, text, entry.element, "loc")
                if stray and inside
                else found
            )


def _is_impossible(says: Linkage) -> bool:
    return says == Linkage(Method.PARALLEL_SEGMENTATION, "external")


def _agrees(shows: Linkage, says: Linkage) -> bool:
    if says.location and shows.location != says.location:
        return False
    if says.method == Method.LOCATION_REFERENCED and shows.location == "internal":
        return shows.method != Method.DOUBLE_END_POINT  # The line that it stands in is its place.
    return not says.method or shows.method == says.method


def _not_followed(encoding: etree._Element, text: Text, shown: list[Linkage]) -> Problem:
    most = Counter(shown).most_common(1)[0][0]
    place = text.place(encoding, "method")
    found = problem("APP012", place, declared=_named(_says(encoding)), shown=_named(most))
    if len(set(shown)) > 1 or most.method == UNLINKED:
        return found
    return mending.with_encoding(found, text, encoding, most.method, most.location)


def _named(linkage: Linkage) -> str:
    return " ".join(part for part in (linkage.method, linkage.location) if part)


def _missing(texts: list[Text]) -> Iterator[Problem]:
    """One remark for the edition, at the first header that lacks the declaration."""
    if texts:
        header = texts[0].root.find(".//{*}teiHeader")
        inside = header.find("{*}encodingDesc") if header is not None else None
        place = next((e for e in (inside, header) if e is not None), texts[0].root)
        count = f" (in {len(texts)} documents)" if len(texts) > 1 else ""
        found = problem("APP013", texts[0].place(place), count=count)
        yield mending.with_encodings(found, [(text, _evident(text)) for text in texts])


def _evident(text: Text) -> Linkage | None:
    """The method of the document, if all its entries show the same one."""
    shown = {linkage for _, linkage in _linked(text)}
    if len(shown) != 1:
        return None
    linkage = shown.pop()
    if linkage.method == Method.PARALLEL_SEGMENTATION:
        return linkage if _holds_the_text(text) else None
    return linkage if linkage.method != UNLINKED else None


def _holds_the_text(text: Text) -> bool:
    """Whether entries in the line are the text there and do not repeat it, or hang on a note."""
    return any(len(entry.readings) > 1 for entry in text.entries) and not any(
        entry.lemmas and (_in_note(entry.element) or _repeats_line(entry)) for entry in text.entries
    )


def _in_note(app: etree._Element) -> bool:
    return next(app.iterancestors(tei("note")), None) is not None


def _repeats_line(entry: Entry) -> bool:
    """Whether the lemma repeats the words before the entry, as location-referenced ones do."""
    before, parent = entry.element.getprevious(), entry.element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    lemma = words(entry.lemmas[0])
    return bool(lemma) and " ".join((text or "").split()).endswith(lemma)
