"""Phrases: the forms that a name of an organisation, place, work or event may take in a text.

To let such a name be recognised in one more form, yield it from one of the functions here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from recensio.annotate.entries import Entry, ListedName
from recensio.annotate.vocabulary import GENERAL, SITES, SMALL
from recensio.model.register import RegisterKind


class Nearness(IntEnum):
    """How near a form lies to what the register lists; the nearer one counts."""

    LISTED = 0
    DERIVED = 1
    SHORT = 2
    """Says too little by itself: it counts where the name stands in full in the same chapter."""

    BESIDE = 3
    """Counts where the noun that it lacks stands beside it: the “Calibre” factory."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An entry that a form may mean, how near the form lies, and whose form it is."""

    id: str
    kind: RegisterKind
    nearness: Nearness = Nearness.LISTED
    witnesses: frozenset[str] = frozenset()
    level: str = ""

    def seen_from(self, siglum: str) -> Meaning:
        """The meaning in the text of a witness: a short form that it uses itself is listed."""
        own = self.nearness is Nearness.SHORT and siglum and siglum in self.witnesses
        return replace(self, nearness=Nearness.LISTED) if own else self


PARENTHESIS: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
ARTICLE: Final = re.compile(r"^(?:The|the|An?|Die|Der|Das|Les?|La)\s+(?=\S)")
COMPASS: Final = re.compile(r"((?:North|South)(?:[- ]?[Ee]ast|[- ]?[Ww]est)?|East|West)(ern)? ")
LEAST_ACRONYM: Final = 3


def phrases_of(entry: Entry) -> Iterator[tuple[str, Meaning]]:
    """The forms of an entry's names with their meaning."""
    for name in entry.names:
        forms = (_listed(name, entry), *(_FORMS.get(entry.kind, _none)(name, entry)))
        for form, nearness in forms:
            yield form, Meaning(entry.id, entry.kind, nearness, name.witnesses, name.level)


def _listed(name: ListedName, entry: Entry) -> tuple[str, Nearness]:
    """The name itself; a single common word for a writing or a body is a short form."""
    single = len(name.text.split()) == 1 and not name.text.isupper()
    common = (
        entry.kind is RegisterKind.WORKS and name.level != "j" and _is_short(name, entry)
    ) or (entry.kind is RegisterKind.ORGS and _is_short(name, entry))
    return name.text, Nearness.SHORT if single and common else Nearness.LISTED


def _is_short(name: ListedName, entry: Entry) -> bool:
    """Whether a longer name of the entry has the word in it, or it is no name of its own."""
    word = name.text.lower()
    longer = (other.text.lower() for other in entry.names if other is not name)
    return any(re.search(rf"\b{re.escape(word)}\b", text) for text in longer)


def _none(_name: ListedName, _entry: Entry) -> Iterator[tuple[str, Nearness]]:
    return iter(())


def _of_organisation(name: ListedName, _entry: Entry) -> Iterator[tuple[str, Nearness]]:
    yield from _without_parenthesis(name)
    words = re.findall(r"[\w’'-]+", PARENTHESIS.sub("", name.text))
    letters = "".join(word[0] for word in words if word[0].isupper() and word not in SMALL)
    capital = all(word[0].isupper() for word in words if word.lower() not in SMALL)
    if capital and len(words) >= LEAST_ACRONYM - 1:
        yield letters, Nearness.DERIVED if len(letters) >= LEAST_ACRONYM else Nearness.SHORT
    if len(words) > 1:
        yield from _heads(words)


def _heads(words: Sequence[str]) -> Iterator[tuple[str, Nearness]]:
    """The noun that stands for the whole: the Union (of ...), the (Left) Opposition."""
    of = words.index("of") if "of" in words else 0
    if of and words[of - 1][0].isupper() and words[of - 1].lower() not in GENERAL:
        yield words[of - 1], Nearness.SHORT
    elif words[-1][0].isupper() and "of" not in words and words[-1].lower() not in GENERAL:
        yield words[-1], Nearness.SHORT
    elif words[-1] in SITES and len(words) < 4:
        yield " ".join(words[:-1]), Nearness.BESIDE


def _of_place(name: ListedName, _entry: Entry) -> Iterator[tuple[str, Nearness]]:
    yield from _without_parenthesis(name)
    if point := COMPASS.match(name.text):
        # North Caucasus, Northern Caucasus.
        other = point[1] if point[2] else f"{point[1]}ern"
        yield f"{other} {name.text[point.end() :]}", Nearness.DERIVED
    if "-" in name.text:
        yield name.text.replace("-", " "), Nearness.DERIVED
        yield name.text.replace("-", "").capitalize(), Nearness.DERIVED
    elif saint := re.fullmatch(r"(?:St\.?|Saint|Sankt) (\w{8,})", name.text):
        yield saint[1], Nearness.DERIVED
    elif re.fullmatch(r"[A-Z][a-z]{3,}s", name.text):
        # A plural stands in the singular before another noun: the Ural Bolsheviks.
        yield name.text[:-1], Nearness.DERIVED
    # Russian towns are also called by the adjective: Suzdal, Suzdalsk.
    elif re.fullmatch(r"[A-Z][a-z]{3,}[bdfglmnprtvz]", name.text):
        yield f"{name.text}sk", Nearness.DERIVED


def _of_work(name: ListedName, entry: Entry) -> Iterator[tuple[str, Nearness]]:
    yield from _without_parenthesis(name)
    bare = ARTICLE.sub("", name.text)
    if bare != name.text and " " in bare:
        # The Great Terror is a book, the Great Terror what it tells of.
        yield bare, Nearness.DERIVED if bare.count(" ") > 2 else Nearness.SHORT
    yield from _possessed(bare)
    words = bare.split()
    if name.level == "j" and "of" in words[1:]:
        yield words[words.index("of") - 1], Nearness.SHORT
    short = bare.partition(": ")[0]
    if short != bare:
        yield short, Nearness.DERIVED if " " in short else Nearness.SHORT


def _possessed(words: str) -> Iterator[tuple[str, Nearness]]:
    """What is called after its author, without the author: (Ryutin's) Platform."""
    author, _, work = words.partition(" ")
    if re.search(r"[’'ʼ]s$", author) and work:
        yield work, Nearness.SHORT


def _without_parenthesis(name: ListedName) -> Iterator[tuple[str, Nearness]]:
    bare = PARENTHESIS.sub("", name.text).strip()
    if bare and bare != name.text and " " in bare:
        yield bare, Nearness.DERIVED


_FORMS: Final = {
    RegisterKind.ORGS: _of_organisation,
    RegisterKind.PLACES: _of_place,
    RegisterKind.WORKS: _of_work,
}
