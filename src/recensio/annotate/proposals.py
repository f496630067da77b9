"""Proposals: names that no register has, by capitals and company, ready to be put into one.

A name is proposed if it has a forename or initials before it, or the noun of an institution in it,
or stands behind a preposition of place, or occurs several times away from the beginning of a
sentence. What it is follows from the same signs; an editor decides.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from recensio.annotate.dates.words import ENGLISH
from recensio.annotate.folding import folded
from recensio.annotate.forenames import is_forename, is_patronymic
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.marks import Mark
from recensio.annotate.passages import Passage, common_words
from recensio.annotate.persons import begins_sentence, is_initial
from recensio.annotate.tokens import HYPHENS, Token, adjacent
from recensio.annotate.vocabulary import INSTITUTIONS, LINKING, PLACING, WEEKDAYS
from recensio.model.problem import Location
from recensio.model.register import RegisterKind

CALENDAR: Final = WEEKDAYS | {month.lower() for month in ENGLISH}
LONGEST: Final = 8
LEAST_TIMES: Final = 2
LEAST_BARE: Final = 4
"""How often a single word must occur that nothing shows to be a name."""

DERIVED: Final = re.compile(r"(?:ists?|isms?|ites?|ians?|vik[si]?|men|ese)$")
"""Endings of followers, doctrines and peoples."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name in a text that no register has: its words, what it seems to be, where it stands.

    `level` is that of a title.
    """

    text: str
    kind: RegisterKind
    location: Location
    context: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that is proposed for a register: its forms, how often, first where, as TEI."""

    name: str
    kind: RegisterKind
    forms: tuple[str, ...]
    times: int
    first: Unknown

    @property
    def entry(self) -> str:
        """The entry as it can be put into a register."""
        return _ENTRIES[self.kind](self)


def unknown_names(
    passages: Sequence[Passage], marks: Iterable[Mark], lexicon: Lexicon, path: str = ""
) -> Iterator[Unknown]:
    """The names of a file that are not marked, in its order."""
    taken: dict[int, list[Mark]] = {}
    for mark in marks:
        taken.setdefault(mark.passage.number, []).append(mark)
    common = common_words(passages)
    for passage in passages:
        marked = taken.get(passage.number, ())
        yield from (_title(mark, path) for mark in marked if _is_new_title(mark))
        for found in _runs(passage.tokens, marked, common):
            run = _without_opening(passage.tokens, found, lexicon)
            kind = _kind(passage.tokens, run, common, lexicon)
            if kind is not None:
                start, end = run[0].start, run[-1].end
                text = " ".join(passage.text[start:end].split())
                context = " ".join(passage.text[max(0, start - 48) : end + 48].split())
                yield Unknown(text, kind, passage.location(path, start), context)


def _is_new_title(mark: Mark) -> bool:
    """Whether a title is marked that stands for no entry and for no other citation."""
    pointers = {"ref", "corresp"} & {name for name, _ in mark.attributes}
    return mark.element == "title" and not pointers


def _title(mark: Mark, path: str) -> Unknown:
    text, passage = " ".join(mark.text.split()), mark.passage
    context = " ".join(passage.text[max(0, mark.start - 48) : mark.end + 48].split())
    place = passage.location(path, mark.start)
    return Unknown(text, RegisterKind.WORKS, place, context, dict(mark.attributes)["level"])


def proposals_of(unknown: Iterable[Unknown]) -> tuple[Proposal, ...]:
    """The names that are proposed, the most frequent first; forms of one name go together."""
    unknown = list(unknown)
    persons = {_key(each) for each in unknown if _is_full_person(each)}
    groups: dict[tuple[RegisterKind, str], list[Unknown]] = {}
    for each in unknown:
        # A word alone is the surname of whoever is named with it in full.
        kind = RegisterKind.PERSONS if _key(each) in persons else each.kind
        groups.setdefault((kind, _key(each)), []).append(each)
    return tuple(
        sorted(
            (_proposal(kind, group) for (kind, _), group in groups.items() if _is_worth(group)),
            key=lambda proposal: (-proposal.times, proposal.kind.value, proposal.name),
        )
    )


def _key(unknown: Unknown) -> str:
    """What the forms of one name share: of a person the surname."""
    words = [folded(word.strip(".,")) for word in unknown.text.split()]
    return words[-1] if unknown.kind is RegisterKind.PERSONS else " ".join(words)


def _is_full_person(unknown: Unknown) -> bool:
    return unknown.kind is RegisterKind.PERSONS and " " in unknown.text


def _is_worth(group: Sequence[Unknown]) -> bool:
    full = any(" " in unknown.text for unknown in group)
    sure = group[0].kind is not RegisterKind.PERSONS
    return full or len(group) >= (LEAST_TIMES if sure else LEAST_BARE)


def _proposal(kind: RegisterKind, group: Sequence[Unknown]) -> Proposal:
    forms = Counter(unknown.text for unknown in group)
    ordered = tuple(form for form, _ in forms.most_common())
    name = max(ordered, key=len) if kind is RegisterKind.PERSONS else ordered[0]
    return Proposal(name, kind, ordered, len(group), group[0])


def _runs(
    tokens: Sequence[Token], marks: Iterable[Mark], common: Collection[str]
) -> Iterator[list[Token]]:
    """Runs of words with capitals, initials among them, that no mark touches."""
    taken = {offset for mark in marks for offset in range(mark.start, mark.end)}
    run: list[Token] = []
    for position, token in enumerate(tokens):
        free = token.start not in taken
        opens = begins_sentence(tokens, position) and token.text.lower() in common
        named = token.is_word and token.is_capital and not opens
        if free and (named or (run and _goes_on(tokens, position, run[-1]))):
            run.append(token)
        else:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _goes_on(tokens: Sequence[Token], position: int, last: Token) -> bool:
    """Whether a small word or sign stands within a name: I. Petrov, Bank of Russia."""
    token, behind = tokens[position], tokens[position + 1 : position + 2]
    if not behind or not (behind[0].is_word and behind[0].is_capital):
        return False
    if token.text == ".":
        return is_initial(last)
    if token.text in HYPHENS:
        return adjacent(last, token) and adjacent(token, behind[0])
    return token.text in ("of",) and len(last.text) > 1


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and (not run[-1].is_word or run[-1].text.lower() in LINKING):
        run = run[:-1]
    while run and (not run[0].is_word or run[0].text.lower() in LINKING):
        run = run[1:]
    if run and len(run) <= LONGEST * 2:
        yield run


def _without_opening(tokens: Sequence[Token], run: list[Token], lexicon: Lexicon) -> list[Token]:
    """A run without the word that only begins the sentence: Then Pavel Orlov."""
    first = bisect_left(tokens, run[0].start, key=lambda token: token.start)
    opens = begins_sentence(tokens, first) and not _is_given(run[0], lexicon)
    return run[1:] if opens and len(run) > 2 and _is_given(run[1], lexicon) else run


def _kind(
    tokens: Sequence[Token], run: Sequence[Token], common: Collection[str], lexicon: Lexicon
) -> RegisterKind | None:
    """What a run of capitals seems to name; nothing for a common word or a month."""
    words = [token for token in run if token.is_word]
    first = bisect_left(tokens, run[0].start, key=lambda token: token.start)
    if _is_no_name(words, common) or (len(words) == 1 and begins_sentence(tokens, first)):
        return None
    if any(word.text.lower() in INSTITUTIONS for word in words):
        return RegisterKind.ORGS
    if len(words) > 1 and _is_given(words[0], lexicon):
        return RegisterKind.PERSONS
    if len(words) == 1 and words[0].text.isupper():
        return RegisterKind.ORGS
    before = tokens[first - 1].text.lower() if first else ""
    if before in PLACING and len(words) < 3:
        return RegisterKind.PLACES
    return RegisterKind.PERSONS if len(words) == 1 else RegisterKind.ORGS


def _is_no_name(words: Sequence[Token], common: Collection[str]) -> bool:
    """Whether the words are initials, common words, days, months, followers or peoples."""
    if all(is_initial(word) or _is_common(word, common) for word in words):
        return True
    return len(words) == 1 and (bool(DERIVED.search(words[0].text)) or len(words[0].text) < 3)


def _is_common(word: Token, common: Collection[str]) -> bool:
    return word.text.lower() in common or word.text.lower() in CALENDAR


def _is_given(token: Token, lexicon: Lexicon) -> bool:
    if not token.is_word:
        return False
    key = token.keys[0]
    known = is_forename(key) or is_patronymic(key) or key in lexicon.people.given_names
    return is_initial(token) or known


def _identifier(name: str) -> str:
    """The name as an xml:id, the surname or last word first, in plain letters."""
    words = [_plain(word) for word in name.replace(".", " ").split()]
    return "_".join(filter(None, words[-1:] + words[:-1])) or "name"


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word).lower()
    latin = "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
    return latin or "".join(filter(str.isalnum, folded(word)))


def _person(proposal: Proposal) -> str:
    *given, surname = proposal.name.split()
    forename = f", <forename>{escape(' '.join(given))}</forename>" if given else ""
    return (
        f'<person xml:id="{_identifier(proposal.name)}"><persName type="canonical">'
        f"<surname>{escape(surname)}</surname>{forename}</persName></person>"
    )


def _organisation(proposal: Proposal) -> str:
    name, identifier = escape(proposal.name), _identifier(proposal.name)
    return f'<org xml:id="{identifier}"><orgName type="canonical">{name}</orgName></org>'


def _place(proposal: Proposal) -> str:
    name, identifier = escape(proposal.name), _identifier(proposal.name)
    return f'<place xml:id="{identifier}"><placeName type="canonical">{name}</placeName></place>'


def _work(proposal: Proposal) -> str:
    name, identifier = escape(proposal.name), _identifier(proposal.name)
    level = f' level="{proposal.first.level}"' if proposal.first.level else ""
    return f'<bibl xml:id="{identifier}"><title type="canonical"{level}>{name}</title></bibl>'


_ENTRIES: Final = {
    RegisterKind.WORKS: _work,
    RegisterKind.PERSONS: _person,
    RegisterKind.ORGS: _organisation,
    RegisterKind.PLACES: _place,
}
