"""An apparatus made from texts of witnesses gives back those texts, by every method.

Whatever text a witness has, its page has too: every example holds the tree of its page to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from recensio.model.apparatus import ApparatusKind
from recensio.model.document import Corpus, Metadata
from recensio.model.witness import Siglum
from recensio.tei.passages import Told
from recensio.tei.text import lines_of, normalise
from recensio.tei.witness_texts import DocumentTexts, WitnessTexts
from recensio.tei.witnesses import witness_list
from tests.support import document_of, tei
from tests.witnessed import blocks_in

SIGLA: Final = ("A", "B", "C", "D", "E")
GROUPED: Final = ("D", "E")
DECLARED: Final = (
    "<listWit><witness xml:id='A'/><witness xml:id='B'/><witness xml:id='C'/>"
    "<listWit xml:id='late'><witness xml:id='D'/><witness xml:id='E'/></listWit></listWit>"
)
POSITIVE, NEGATIVE = ApparatusKind.POSITIVE, ApparatusKind.NEGATIVE
GAP: Final = "[...]"
characters = st.text("abc déж&<>\u0301", max_size=6)


def texts_of(body: str, kind: ApparatusKind, apparatus: str = "") -> DocumentTexts:
    """The texts of a document; `apparatus` stands in a second one."""
    document = document_of(tei(DECLARED + body))
    other = document_of(tei(f"{DECLARED}<listApp>{apparatus}</listApp>"), "apparatus")
    corpus = Corpus(Metadata("t"), (document, other), witness_list([document.tree]), (), kind)
    texts = WitnessTexts(corpus)
    plain, told = texts.of(document), texts.of(document, Told.ELEMENTS)
    for siglum in map(Siglum, SIGLA):
        assert blocks_in(told, siglum) == plain.lines(siglum)
    return texts.of(document)


# --- parallel segmentation, by characters --------------------------------------------------------


@dataclass(frozen=True)
class Made:
    """TEI, and what each witness and the reading text have in it."""

    xml: str
    has: dict[str, str]
    lemma: str


@st.composite
def common(draw: st.DrawFn) -> Made:
    """A passage in which all agree."""
    text = draw(characters)
    return Made(escape(text), dict.fromkeys(SIGLA, text), text)


@st.composite
def entries(draw: st.DrawFn, depth: int = 2) -> Made:
    """An app in which each witness stands in one reading, in a group, or in none."""
    place = {siglum: draw(st.integers(0, 3)) for siglum in SIGLA}
    readings = [draw(passages(depth - 1) if depth else common()) for _ in range(3)]
    together = place["D"] == place["E"] and draw(st.booleans())
    pieces: list[str] = []
    has: dict[str, str] = {}
    for number, reading in enumerate(readings):
        named = [siglum for siglum in SIGLA if place[siglum] == number]
        has |= {siglum: reading.has[siglum] for siglum in named}
        pointers = [f"#{siglum}" for siglum in named if not (together and siglum in GROUPED)]
        if together and place["D"] == number:
            pointers.append("#late")
        name = "rdg" if number else "lem"
        pieces.append(f"<{name} wit='{' '.join(pointers)}'>{reading.xml}</{name}>")
    if draw(st.booleans()):
        pieces[1:] = [f"<rdgGrp>{pieces[1]}<rdgGrp>{pieces[2]}</rdgGrp></rdgGrp>"]
    note = draw(st.sampled_from(["", "<note>no text</note>", "<witDetail>no text</witDetail>"]))
    return Made(f"<app>{''.join(pieces)}{note}</app>", has, readings[0].lemma)


@st.composite
def passages(draw: st.DrawFn, depth: int = 2) -> Made:
    """Passages one after the other; a witness that an entry does not name has nothing there."""
    made = draw(st.lists(common() | entries(depth), min_size=1, max_size=3))
    has = {siglum: "".join(each.has.get(siglum, "") for each in made) for siglum in SIGLA}
    return Made("".join(e.xml for e in made), has, "".join(each.lemma for each in made))


def lines(texts: list[str]) -> list[str]:
    return [line for line in map(normalise, texts) if line]


@given(st.lists(passages(), min_size=1, max_size=2))
def test_every_witness_has_its_text(paragraphs: list[Made]) -> None:
    texts = texts_of("".join(f"<p>{each.xml}</p>" for each in paragraphs), POSITIVE)
    for siglum in SIGLA:
        expected = lines([paragraph.has[siglum] for paragraph in paragraphs])
        assert texts.lines(Siglum(siglum)) == expected


@given(st.lists(passages(), min_size=1, max_size=2))
def test_the_reading_text_is_that_of_the_lemmata(paragraphs: list[Made]) -> None:
    body = "".join(f"<p>{each.xml}</p>" for each in paragraphs)
    root = document_of(tei(DECLARED + body)).tree.getroot()
    assert lines_of(root) == lines([paragraph.lemma for paragraph in paragraphs])


# --- lacunae and fragments, by words -------------------------------------------------------------

word = st.text("abcd", min_size=1, max_size=3)
words = st.lists(word, max_size=3)


@dataclass(frozen=True)
class Stretches:
    """Where a witness is there and where not, by the segments of the text, in turn.

    `borders` are the segments before which it changes; `fragment` says by which marks.
    """

    borders: tuple[int, ...]
    begins_absent: bool
    fragment: bool

    def mark(self, segment: int) -> str:
        """The name of the mark before a segment, if one is there."""
        if segment not in self.borders:
            return ""
        ends = (self.borders.index(segment) % 2 == 0) is not self.begins_absent
        return {(0, 1): "lacunaStart", (0, 0): "lacunaEnd", (1, 1): "witEnd", (1, 0): "witStart"}[
            self.fragment, ends
        ]

    def is_there(self, segment: int) -> bool:
        passed = sum(border <= segment for border in self.borders)
        return (passed % 2 == 0) is not self.begins_absent

    def is_missed(self, segment: int) -> bool:
        """Whether "[...]" stands for an absence at the segment."""
        passed = sum(border <= segment for border in self.borders)
        return not self.fragment or 0 < passed < len(self.borders)


@st.composite
def stretches(draw: st.DrawFn, segments: int) -> Stretches:
    borders = tuple(sorted(draw(st.sets(st.integers(0, segments), max_size=4))))
    return Stretches(borders, bool(borders) and draw(st.booleans()), draw(st.booleans()))


def marks_before(segment: int, courses: Mapping[str, Stretches], own: bool) -> str:
    """The entries for the marks before a segment, with @wit at the mark or the reading."""
    made = ""
    for siglum, course in courses.items():
        name = course.mark(segment)
        if name and own:
            made += f"<app><rdg wit='#{siglum}'><{name} wit='#{siglum}'/></rdg></app>"
        elif name:
            made += f"<app><rdg wit='#{siglum}'><{name}/></rdg></app>"
    return made


@st.composite
def defective(draw: st.DrawFn) -> tuple[str, dict[str, list[str]]]:
    """Paragraphs of words with variants, and the words and gaps of each witness."""
    segments = draw(st.lists(st.lists(words, min_size=3, max_size=3), min_size=1, max_size=7))
    courses = {siglum: draw(stretches(len(segments))) for siglum in SIGLA}
    xml, has = "<p>", dict[str, list[str]]()
    for number, readings in enumerate(segments):
        xml += marks_before(number, courses, draw(st.booleans())) + " "
        place = {siglum: draw(st.integers(0, 2)) for siglum in SIGLA}
        for position, reading in enumerate(readings):
            named = " ".join(f"#{s}" for s in SIGLA if place[s] == position)
            name = "rdg" if position else "lem"
            xml += "<app>" * (not position) + f"<{name} wit='{named}'>{' '.join(reading)}</{name}>"
        xml += "</app> " + draw(st.sampled_from(["", "</p><p>"]))
        for siglum in SIGLA:
            there = courses[siglum].is_there(number)
            gap = [GAP] if courses[siglum].is_missed(number) else []
            has.setdefault(siglum, []).extend(readings[place[siglum]] if there else gap)
    for siglum, course in courses.items():
        has[siglum][:0] = [GAP] * (course.mark(0) == "lacunaEnd")
        has[siglum] += [GAP] * (course.mark(len(segments)) == "lacunaStart")
    return f"{xml}{marks_before(len(segments), courses, own=False)}</p>", has


def tokens(lines: Sequence[str]) -> list[str]:
    """The words, and one gap where several follow each other."""
    found: list[str] = []
    for token in " ".join(lines).replace(GAP, f" {GAP} ").split():
        if token != GAP or found[-1:] != [GAP]:
            found.append(token)
    return found


@given(defective(), st.sampled_from([POSITIVE, NEGATIVE]))
def test_witnesses_lack_what_lies_in_their_lacunae(
    made: tuple[str, dict[str, list[str]]], kind: ApparatusKind
) -> None:
    xml, has = made
    texts = texts_of(xml, kind)
    for siglum in SIGLA:
        assert tokens(texts.lines(Siglum(siglum))) == tokens(has[siglum])


# --- entries apart from their words --------------------------------------------------------------


@dataclass(frozen=True)
class Spanned:
    """Readings for the words from `begin` to before `end`, each with its witnesses."""

    begin: int
    end: int
    readings: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def xml(self, attributes: str, lemma: str) -> str:
        made = "".join(
            f"<rdg wit='{' '.join(f'#{s}' for s in sigla)}'>{' '.join(reading)}</rdg>"
            for sigla, reading in self.readings
        )
        return f"<app {attributes}>{lemma}{made}</app>"


@st.composite
def spanned(draw: st.DrawFn, borders: Sequence[tuple[int, int]], shortest: int) -> list[Spanned]:
    """Entries in stretches of words; those of one witness never overlap, those of several may."""
    taken: dict[str, set[int]] = {siglum: set() for siglum in SIGLA}
    made = []
    for _ in range(draw(st.integers(1, 5))):
        first, last = draw(st.sampled_from(list(borders)))
        begin = draw(st.integers(first, last - shortest))
        end = draw(st.integers(begin + shortest, last))
        # The places before and behind words count too: nothing is put in where a span begins.
        places = {2 * place for place in range(begin, end + 1)} if begin == end else set()
        places |= set(range(2 * begin, 2 * end + 1))
        free = [siglum for siglum in SIGLA if not taken[siglum] & places]
        readings: dict[tuple[str, ...], list[str]] = {}
        for siglum in free:
            if draw(st.booleans()):
                readings.setdefault(tuple(draw(words)), []).append(siglum)
                taken[siglum] |= places
        named = tuple((tuple(sigla), reading) for reading, sigla in readings.items())
        made.append(Spanned(begin, end, named))
    return made


def applied(base: Sequence[str], spans: Sequence[Spanned], siglum: str) -> list[str]:
    """The words of a witness: the base with its readings in their places."""
    found, at = list[str](), 0
    own = [(s.begin, s.end, r) for s in spans for sigla, r in s.readings if siglum in sigla]
    for begin, end, reading in sorted(own, key=lambda each: each[:2]):
        found += [*base[at:begin], *reading]
        at = end
    return [*found, *base[at:]]


blocks = st.lists(st.lists(word, min_size=1, max_size=6), min_size=1, max_size=4)


@given(blocks, st.data())
def test_readings_replace_what_lies_between_two_ends(
    paragraphs: list[list[str]], data: st.DataObject
) -> None:
    base = [each for paragraph in paragraphs for each in paragraph]
    spans = data.draw(spanned([(0, len(base))], shortest=0))
    body, number = "", 0
    for paragraph in paragraphs:
        body += "<p>"
        for each in paragraph:
            body += f" <anchor xml:id='b{number}'/>{each}<anchor xml:id='e{number + 1}'/>"
            number += 1
        body += "</p>"
    elsewhere = data.draw(st.booleans())
    file = "text.xml" if elsewhere else ""
    made = ""
    for span in spans:
        begin, end = f"b{span.begin}", f"e{span.end}"
        if span.begin == span.end:
            begin = end = begin if span.begin < len(base) else end
        lemma = data.draw(st.sampled_from(["", "<lem>words</lem>"]))
        made += span.xml(f"from='{file}#{begin}' to='{file}#{end}'", lemma)
    kind = data.draw(st.sampled_from([POSITIVE, NEGATIVE]))
    texts = texts_of(
        body if elsewhere else f"{body}<listApp>{made}</listApp>", kind, made * elsewhere
    )
    for siglum in SIGLA:
        assert tokens(texts.lines(Siglum(siglum))) == applied(base, spans, siglum)
    assert not texts.unplaced
    assert not texts.contradictions


@given(blocks, st.data())
def test_readings_replace_the_lemma_in_its_line(
    verses: list[list[str]], data: st.DataObject
) -> None:
    base, borders = list[str](), list[tuple[int, int]]()
    for verse in verses:
        borders.append((len(base), len(base) + len(verse)))
        base += verse
    spans = data.draw(spanned(borders, shortest=1))
    made, placed = "", []
    for span in spans:
        line = next(n for n, (a, b) in enumerate(borders) if a <= span.begin and span.end <= b)
        lemma = base[span.begin : span.end]
        verse = verses[line]
        runs = [verse[at : at + len(lemma)] for at in range(len(verse))]
        placed += [span] if runs.count(lemma) == 1 else []
        made += span.xml(f"loc='1.{line + 1}'", f"<lem>{' '.join(lemma)}</lem>")
    body = "".join(f"<l n='{n}'>{' '.join(verse)}</l>" for n, verse in enumerate(verses, 1))
    texts = texts_of(f"<div n='1'>{body}</div><listApp>{made}</listApp>", NEGATIVE)
    assert len(texts.unplaced) == sum(bool(s.readings) for s in spans if s not in placed)
    for siglum in SIGLA:
        assert tokens(texts.lines(Siglum(siglum))) == applied(base, placed, siglum)
