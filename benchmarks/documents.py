"""TEI documents made from a seed, for measuring: diary entries, letters, an apparatus, a register.

All are valid against the schema of the whole TEI and against ours, but for those with faults.
The text is invented. The markup is meant to be as dense as in real editions: a tag for some 60
bytes in the entries and letters, 100 in the text with an apparatus and 75 in the register, where
each tag has more attributes. Identifiers, dates and references differ from file to file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

WORDS: Final = (  # noqa: SIM905
    "and the a of in to was with from that letter evening house garden river street theatre "
    "morning walked read wrote spoke heard answered early late again alone together slowly old new "
    "second third manuscript copy printer proof winter summer train window über später Gespräch "
    "naïve déjà œuvre книга письмо λόγος"
).split()
SIGLA: Final = ("A", "B", "C", "D", "Wr", "Zk")
PLACES: Final = ("Vienna", "Prague", "Trieste", "Lemberg", "Semmering", "Bad Ischl")
DAY: Final = date(1880, 1, 1)
BEGINNING: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" '
)


class Maker:
    """Documents, each another one; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311
        self._number = 0

    def smallest(self) -> str:
        """A document of some three hundred bytes."""
        return self._document("The smallest", "<text><body><p>One word.</p></body></text>", "")

    def small(self) -> str:
        """A diary entry or a letter of some ten thousand bytes."""
        return self._random.choice((self.entry, self.letter))()

    def entry(self) -> str:
        """A diary entry."""
        day = self._day()
        paragraphs = "\n".join(self._paragraph() for _ in range(self._random.randint(7, 15)))
        body = (
            f'<div type="entry" xml:id="d{day}-{self._number}">\n'
            f'<head><date when="{day}">{day:%d %B %Y}</date></head>\n{paragraphs}\n</div>'
        )
        return self._document(f"Diary, {day}", f"<text><body>{body}</body></text>")

    def letter(self) -> str:
        """A letter, with sender and addressee in its header."""
        day = self._day()
        people = [f'<persName ref="#{self._person()}">{self._name()}</persName>' for _ in "12"]
        correspondence = (
            f'<correspDesc><correspAction type="sent">{people[0]}\n<date when="{day}"/>'
            f'</correspAction><correspAction type="received">{people[1]}'
            f"<placeName>{self._random.choice(PLACES)}</placeName></correspAction></correspDesc>"
        )
        paragraphs = "\n".join(self._paragraph() for _ in range(self._random.randint(7, 15)))
        body = (
            f'<div type="letter"><opener><dateline><date when="{day}">{day:%d.%m.%Y}</date>'
            f"</dateline><salute>{self._words(3)},</salute></opener>\n{paragraphs}\n"
            f"<closer><signed>{self._name()}</signed></closer></div>"
        )
        text = f"<text><body>{body}</body></text>"
        return self._document(f"Letter of {day}", text, correspondence)

    def apparatus(self, size: int) -> str:
        """A text with a critical apparatus, of at least so many bytes."""
        parts: list[str] = []
        while size > 0:
            entries = " ".join(self._variant() for _ in range(self._random.randint(3, 9)))
            number = len(parts) + 1
            parts.append(f'<p n="{number}" xml:id="p{number}"><lb n="{number}"/>{entries}</p>')
            size -= len(parts[-1].encode()) + 1
        witnesses = "".join(f'<witness xml:id="{s}">Codex {s}</witness>' for s in SIGLA)
        body = "\n".join(parts)
        text = f"<text><body><div>\n{body}\n</div></body></text>"
        return self._document("A text", text, source=f"<listWit>{witnesses}</listWit>")

    def register(self, size: int) -> str:
        """A register of persons, of at least so many bytes."""
        parts: list[str] = []
        while size > 0:
            parts.append(self._entry_of_register(len(parts)))
            size -= len(parts[-1].encode()) + 1
        persons = "\n".join(parts)
        return self._document(
            "Persons", f"<standOff><listPerson>\n{persons}\n</listPerson></standOff>"
        )

    def faulty(self) -> str:
        """A diary entry or letter with some twenty faults of all kinds."""
        pieces = self.small().split("<p>")
        kinds = tuple(FAULTS)
        spoilt = [FAULTS[self._random.choice(kinds)](self, piece) for piece in pieces[2:]]
        return "<p>".join((*pieces[:2], *spoilt))

    def invented(self) -> str:
        """A name that no schema knows, most often another than before."""
        return "".join(self._random.choice("bdfgklmnprstvz") + "aeiou"[i % 5] for i in range(4))

    def _document(self, title: str, text: str, profile: str = "", source: str = "") -> str:
        self._number += 1
        profile = f"<profileDesc>{profile}</profileDesc>\n" if profile else ""
        return (
            f'{BEGINNING}xml:id="n{self._number}">\n<teiHeader><fileDesc>\n'
            f"<titleStmt><title>{title}</title></titleStmt>\n"
            "<publicationStmt><p>Made for measuring.</p></publicationStmt>\n"
            f"<sourceDesc>{source or '<p>Invented.</p>'}</sourceDesc>\n"
            f"</fileDesc>\n{profile}</teiHeader>\n{text}\n</TEI>\n"
        )

    def _paragraph(self) -> str:
        pieces = (self._random.choice(INLINE)(self) for _ in range(self._random.randint(4, 12)))
        return f"<p>{self._words(8)} " + " ".join(f"{p} {self._words(7)}" for p in pieces) + ".</p>"

    def _words(self, about: int) -> str:
        return " ".join(self._random.choices(WORDS, k=self._random.randint(1, 2 * about)))

    def _day(self) -> date:
        return DAY + timedelta(days=self._random.randint(0, 20_000))

    def _person(self) -> str:
        return f"pmb{self._random.randint(1, 9_999)}"

    def _name(self) -> str:
        return " ".join(self._random.choices(WORDS, k=2)).title()

    def _variant(self) -> str:
        readings: tuple[list[str], ...] = ([], [], [])
        for siglum in SIGLA:
            self._random.choices(readings, (6, 3, 1))[0].append(f"#{siglum}")
        lemma, *others = (f'wit="{" ".join(sigla)}"' for sigla in readings if sigla)
        kind = self._random.choice(("", ' type="orthographic"', ' cause="homeoteleuton"'))
        told = "".join(f"<rdg {wit}{kind}>{self._words(2)}</rdg>" for wit in others)
        return f"{self._words(34)} <app><lem {lemma}>{self._words(2)}</lem>{told}</app>"

    def _entry_of_register(self, number: int) -> str:
        born = self._day()
        died = born + timedelta(days=self._random.randint(9_000, 30_000))
        return (
            f'<person xml:id="pmb{number}" sex="{self._random.randint(0, 2)}">'
            f'<persName xml:lang="de" type="canonical"><surname>{self._name()}</surname>, '
            f"<forename>{self._name()}</forename></persName>\n"
            f'<idno type="URL" subtype="gnd">https://example.org/gnd/{number}</idno>\n'
            f'<birth when="{born}" cert="high">{born:%d %B %Y}</birth>\n'
            f'<death when="{died}" cert="high">{died:%d %B %Y}</death>\n'
            f'<occupation n="{number}">{self._words(2)}</occupation>\n'
            f'<note type="basis">{self._words(22)}</note></person>'
        )


INLINE: Final[tuple[Callable[[Maker], str], ...]] = (
    lambda m: f'<persName ref="#{m._person()}">{m._name()}</persName>',
    lambda m: f'<persName ref="#{m._person()}">{m._name()}</persName>',
    lambda m: f"<placeName>{m._random.choice(PLACES)}</placeName>",
    lambda m: f'<date when="{m._day()}">{m._words(1)}</date>',
    lambda m: f'<hi rend="italic">{m._words(2)}</hi>',
    lambda m: f'<note type="comment">{m._words(9)} <title>{m._words(2)}</title></note>',
    lambda m: f"<choice><sic>{m._words(1)}</sic><corr>{m._words(1)}</corr></choice>",
    lambda m: f'<pb n="{m._random.randint(1, 400)}"/>{m._words(3)}',
    lambda m: f"<q>{m._words(5)}</q><lb/>",
)
"""What stands within a paragraph."""
FAULTS: Final[dict[str, Callable[[Maker, str], str]]] = {
    "none": lambda m, text: text,
    "unknown element": lambda m, text: f"<{(x := m.invented())}>word</{x}> {text}",
    "misspelt element": lambda m, text: f"<persNam>{m._name()}</persNam> {text}",
    "misplaced element": lambda m, text: f"<body><p>{m._words(2)}</p></body> {text}",
    "text in the wrong place": lambda m, text: f"<choice>{m._words(2)}<sic>x</sic></choice>{text}",
    "unknown attribute": lambda m, text: f'<hi {m.invented()}="x">{m._words(2)}</hi> {text}',
    "wrong value": lambda m, text: f'<date when="{m.invented()}">{m._words(1)}</date> {text}',
    "attribute lacking": lambda m, text: f"<graphic/> {text}",
    "child lacking": lambda m, text: f"<list/> {text}",
}
"""What is put at the beginning of a paragraph to make it invalid."""


def make_sets(folder: Path, seed: int, scale: float) -> None:
    """Write the sets of documents, each into a folder of its own, so many times as large."""
    maker = Maker(seed)
    _write(folder / "smallest", [maker.smallest])
    _write(folder / "small", [maker.small] * _scaled(16_000, scale))
    sizes = [_scaled(size, scale) for size in range(1_000_000, 4_000_001, 250_000)]
    _write(folder / "large", [partial(maker.apparatus, size) for size in sizes])
    _write(folder / "register", [partial(maker.register, _scaled(4_000_000, scale))])
    _write(folder / "invalid", [maker.faulty] * _scaled(1_000, scale))


def _scaled(number: int, scale: float) -> int:
    return max(1, round(number * scale))


def _write(folder: Path, documents: Sequence[Callable[[], str]]) -> None:
    folder.mkdir(parents=True)
    for number, make in enumerate(documents):
        (folder / f"{number:05}.xml").write_text(make(), encoding="utf-8")
