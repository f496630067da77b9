"""An edition made up for the press: prose, verse, tables and notes by the page, always the same.

Every lemma begins and ends with a word that stands nowhere else, so that it can be looked for on
the printed page. The documents are in the form that xslt/prepare gives them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Final

from recensio.model.document import Metadata
from recensio.model.problem import Location
from recensio.model.register import Mention, RegisterEntry, RegisterKind
from recensio.model.witness import Siglum, Witness, WitnessList
from recensio.publish.print import Book, Chapter

SYLLABLES: Final = re.findall(
    r"\w+",
    "ba ce di fo gu la me ni ro su ta ve xi zo pre tri cla spo gra ste qui nor tem mul con dis per"
    " sub ant ver mor cal dom fin gol hor jus kep lun",
)
SMALL: Final = re.findall(
    r"\w+", "and the of to in that he was it his with as for had not but at by which from"
)
FOREIGN: Final = (
    ("ru", "въ началѣ бѣ слово"),
    ("grc", "μῆνιν ἄειδε θεὰ Πηληϊάδεω"),
    ("he", "בראשית ברא אלהים"),
    ("de", "übermäßig große Straße"),
)
WITNESSES: Final = WitnessList(
    tuple(Witness(f"w{s}", Siglum(s), f"Manuscript {s}, fifteenth century") for s in "ABCD")
)
TEI: Final = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader/><text><body>{}</body>'
    "</text></TEI>"
)


@dataclass
class Writer:
    """Writes a chapter; `entries` are for how many words of prose there is an entry."""

    random: Random
    entries: int
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self) -> str:
        length = self.random.choice((1, 2, 2, 3, 4))
        plain = "".join(self.random.choice(SYLLABLES) for _ in range(length))
        return self.random.choice((plain, self.random.choice(SMALL)))

    def words(self, least: int, most: int) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(least, most)))

    def unique(self) -> str:
        number = next(self.numbers)
        size = len(SYLLABLES)
        places = (number // size**2, number // size, number)
        return "".join(SYLLABLES[place % size] for place in places) + "wyk"

    def lemma(self) -> str:
        length = self.random.choice((1, 1, 1, 2, 3, 14))
        inner = [self.word() for _ in range(length - 2)]
        return " ".join([self.unique(), *inner, *([self.unique()] if length > 1 else [])])

    def entry(self) -> str:
        readings = self.random.choice(
            (
                f'<rdg wit="#wB">{self.words(1, 3)}</rdg><rdg type="silent" wit="#wC #wD"/>',
                f'<rdg wit="#wB #wC"/><rdg wit="#wD">{self.words(1, 2)}</rdg>',
                f'<rdg wit="#wB">{self.words(2, 6)}</rdg><witDetail wit="#wB">fol. 7v</witDetail>'
                f'<note type="editorial">{self.words(6, 30)}.</note>',
            )
        )
        identifier = next(self.numbers)
        return (
            f'<app xml:id="app{identifier}" n="{identifier}"><lem wit="#wA">{self.lemma()}</lem>'
            f"{readings}</app>"
        )

    def note(self) -> str:
        kind = self.random.choice(('resp="#ed"', 'resp="#ed"', 'type="authorial"'))
        text = f"{self.words(4, 30).capitalize()}."
        return f'<note xml:id="note{next(self.numbers)}" place="foot" {kind}>{text}</note>'

    def name(self) -> str:
        person = self.random.randint(1, 12)
        identifier = f"persName{next(self.numbers)}"
        return f'<persName xml:id="{identifier}" ref="#p{person}">Person {person}</persName>'

    def foreign(self) -> str:
        language, text = self.random.choice(FOREIGN)
        return f'<foreign xml:lang="{language}">{text}</foreign>'

    def prose(self, least: int = 40, most: int = 160) -> str:
        parts = [self.word().capitalize()]
        for _ in range(self.random.randint(least, most)):
            lot = self.random.random()
            if lot < 1 / self.entries:
                parts.append(self.random.choice(("", "", "(")) + self.entry())
            elif lot < 1.6 / self.entries:
                parts[-1] += self.note()
            elif lot < 2 / self.entries:
                parts.append(self.name())
            elif lot < 2.1 / self.entries:
                parts.append(self.foreign())
            else:
                parts.append(self.word())
        return " ".join(parts) + "."

    def paragraph(self) -> str:
        return f'<p xml:id="p{next(self.numbers)}">{self.prose()}</p>'

    def verse(self) -> str:
        lines = (f'<l xml:id="l{next(self.numbers)}">{self.prose(4, 9)}</l>' for _ in range(6))
        return f"<lg>{''.join(lines)}</lg>"

    def table(self) -> str:
        rows = (
            f"<row><cell>{self.words(1, 3)}</cell><cell>{self.prose(4, 16)}</cell></row>"
            for _ in range(4)
        )
        return f"<table>{''.join(rows)}</table>"

    def items(self) -> str:
        return f"<list>{''.join(f'<item>{self.prose(3, 20)}</item>' for _ in range(4))}</list>"

    def section(self) -> str:
        blocks = [self.paragraph() for _ in range(4)]
        blocks.insert(
            2,
            self.random.choice(
                (self.verse(), self.table(), self.items(), f"<quote><p>{self.prose()}</p></quote>")
            ),
        )
        return f"<div><head>{self.words(2, 4).capitalize()}</head>{''.join(blocks)}</div>"

    def chapter(self, title: str, sections: int) -> str:
        body = "".join(self.section() for _ in range(sections))
        return TEI.format(f"<div><head>{title}</head>{body}</div>")


def made_up(chapters: int = 4, sections: int = 5, entries: int = 25, seed: int = 7) -> Book:
    """A book of so many chapters; the default has some thirty pages and four hundred entries."""
    writer = Writer(Random(seed), entries)  # noqa: S311 (not for secrets)
    titles = [f"Chapter {writer.word()} {number}" for number in range(1, chapters + 1)]
    texts = [writer.chapter(title, sections) for title in titles]
    return book_of(*texts, titles=titles)


def book_of(*texts: str, titles: list[str] | None = None) -> Book:
    """A book of these prepared documents."""
    titles = titles or [f"Text {number}" for number in range(len(texts))]
    chapters = tuple(
        Chapter(f"text{number}", title, text, f"text{number}.xml")
        for number, (title, text) in enumerate(zip(titles, texts, strict=True))
    )
    return Book(
        metadata=Metadata("A Made-up Edition", ("N. N.",), licence="CC BY 4.0", date="2026"),
        chapters=chapters,
        date=datetime.date(2026, 11, 22),
        witnesses=WITNESSES,
        registers=tuple(
            RegisterEntry(f"p{n}", RegisterKind.PERSONS, f"Person {n}", f"{n:02}")
            for n in range(1, 13)
        ),
        mentions=tuple(mention for chapter in chapters for mention in _mentions(chapter)),
    )


def _mentions(chapter: Chapter) -> Iterator[Mention]:
    for part in chapter.text.split('<persName xml:id="')[1:]:
        identifier, reference = part.split('" ref="#')
        ref = reference.partition('"')[0]
        place = Location(chapter.path)
        yield Mention(identifier, chapter.id, "persName", f"Person {ref}", ref, None, place)
