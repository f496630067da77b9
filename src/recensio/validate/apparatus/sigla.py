"""Sigla that no witness bears, and sigla written against the habit of the edition.

TEI Guidelines, att.witnessed: @wit holds pointers to the witnesses, `#A #B`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.declared import SCHEME, Declared, displayed
from recensio.validate.apparatus.habits import as_habit
from recensio.validate.apparatus.near import looks, nearest
from recensio.validate.apparatus.survey import Survey, Text, tokens
from recensio.validate.spelling import by_likeness

OFTEN: Final = 3
"""A siglum used so often is plainly meant: it is a witness that nobody declared."""

MAJORITY: Final = 0.75
MANY: Final = 500
"""So many declared witnesses are compared with one that is not."""


@dataclass(frozen=True, slots=True)
class Use:
    """A siglum where it stands in a @wit."""

    token: str
    element: etree._Element
    text: Text

    @property
    def name(self) -> str:
        """The identifier that it names."""
        return self.token.rpartition("#")[2]


def sigla(survey: Survey) -> Iterator[Problem]:
    """Undeclared sigla (WIT001) and sigla against the edition's habit (WIT004)."""
    declared = Declared(survey)
    unknown: list[Use] = []
    undeclaring: list[list[Use]] = []
    naming: list[list[Use]] = []
    for text in survey.texts:
        uses = [Use(token, e, text) for e in text.witnessed for token in tokens(e)]
        missing = [use for use in uses if not declared.answers(use.token, text)]
        if uses and sum(form(use.token) == "name" for use in uses) >= MAJORITY * len(uses):
            naming.append(uses)
            undeclaring.append(missing)
            continue
        yield from _against_habit(uses, missing)
        nothing = len(missing) == len(uses) and (declared.nothing or len(missing) > OFTEN)
        if nothing:
            undeclaring.append(missing)
        else:
            unknown += missing
    yield from _names_once(naming)
    yield from _undeclared_once(undeclaring)
    yield from _undeclared(unknown, declared, survey)


def form(token: str) -> str:
    """How a siglum is written: a pointer, a bare name, or neither."""
    if token.count("#") > 1 or not token.strip("#"):
        return "odd"
    return "pointer" if "#" in token or SCHEME.match(token) else "name"


def _names_once(naming: list[list[Use]]) -> Iterator[Problem]:
    """One remark on all documents whose sigla are names and no pointers."""
    if naming:
        first = naming[0][0]
        place = first.text.place(first.element, "wit")
        found = problem("WIT004", place, siglum=first.token, count="", right=f"#{first.token}")
        count = sum(map(len, naming))
        yield as_habit(found, f"so {count} sigla in {_documents(len(naming))}")


def _undeclared_once(undeclaring: list[list[Use]]) -> Iterator[Problem]:
    """One remark on all documents that name witnesses without declaring them."""
    lists = [missing for missing in undeclaring if missing]
    if lists:
        distinct = dict.fromkeys(use.token for missing in lists for use in missing)
        others = f" and {len(distinct) - 1} others" if len(distinct) > 1 else ""
        count = f"{sum(map(len, lists))} sigla in {_documents(len(lists))}"
        yield as_habit(_problem(lists[0][0], others, ()), count)


def _documents(number: int) -> str:
    return "one document" if number == 1 else f"{number} documents"


def _against_habit(uses: list[Use], missing: list[Use]) -> Iterator[Problem]:
    absent = {use.token for use in missing}
    against: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        if form(use.token) == "odd" or (form(use.token) == "name" and use.token not in absent):
            against[use.token].append(use)
    for same in against.values():
        often = len(same) >= OFTEN
        for use in same[:1] if often else same:
            yield from _against(use, same if often else [use])


def _against(use: Use, same: list[Use]) -> Iterator[Problem]:
    right = _written_right(use)
    if right:
        place = use.text.place(use.element, "wit")
        siglum, count = use.token, _times(same)
        found = problem("WIT004", place, siglum=siglum, count=count, right=right, expected=(right,))
        yield mending.with_tokens(found, _places(same), use.token, right)


def _written_right(use: Use) -> str | None:
    """The siglum as the Guidelines have it, if it is not written so."""
    kind, token = form(use.token), use.token
    if kind == "name":
        witness = use.text.witnesses.witness(token)
        return f"#{witness.id if witness else token}"
    parts = [part.strip(",;") for part in token.split("#") if part.strip(",;")]
    return " ".join(f"#{part}" for part in parts) if kind == "odd" and parts else None


def _undeclared(unknown: list[Use], declared: Declared, survey: Survey) -> Iterator[Problem]:
    layers: list[Use] = []
    prose: set[etree._Element] = set()
    by_token: dict[str, list[Use]] = defaultdict(list)
    for use in unknown:
        if use.element in prose:
            continue  # Words in a @wit are said once, not word by word.
        if form(use.token) == "name":
            prose.add(use.element)
        if _is_layer(use):
            layers.append(use)
        elif form(use.token) != "odd" or not use.name:
            by_token[use.token].append(use)
    yield from _layers(layers, survey)
    for uses in by_token.values():
        often = len(uses) >= OFTEN
        for use in uses[:1] if often else uses:
            yield _one(use, uses if often else [use], declared, survey)


def _is_layer(use: Use) -> bool:
    """Whether a figure after a declared siglum names a hand or state of that witness."""
    witness = re.fullmatch(r"(.+?)\d+", use.name)
    return witness is not None and looks(witness[1]) in map(looks, _ids(use.text))


def _ids(text: Text) -> list[str]:
    return [witness.id for witness in text.witnesses]


def _layers(layers: list[Use], survey: Survey) -> Iterator[Problem]:
    """Hands that the edition names throughout without declaring them are said once."""
    distinct = list(dict.fromkeys(use.token for use in layers))
    if len(distinct) >= OFTEN:
        others = f" and {len(distinct) - 1} other hands of declared witnesses"
        yield as_habit(_problem(layers[0], others, ()), f"{len(layers)} sigla")
        return
    for token in distinct:
        uses = [use for use in layers if use.token == token]
        witness = re.sub(r"\d+$", "", token)
        found = _problem(uses[0], _times(uses), (witness,))
        yield mending.with_witness(found, survey, uses[0].text, uses[0].name)


def _one(use: Use, uses: list[Use], declared: Declared, survey: Survey) -> Problem:
    known = list(dict.fromkeys(declared.names(use.text)))
    meant = nearest(use.name, known[:MANY]) or displayed(use.text).get(use.name)
    likely = by_likeness(use.name, known[:MANY])
    expected = tuple(f"#{each}" for each in dict.fromkeys([*([meant] if meant else []), *likely]))
    found = _problem(use, _times(uses), expected[:5])
    if meant and (len(uses) < OFTEN or looks(meant) == looks(use.name)):
        return mending.with_tokens(found, _places(uses), use.token, f"#{meant}")
    if len(uses) >= OFTEN and (not meant or meant.casefold() != use.name.casefold()):
        return mending.with_witness(found, survey, use.text, use.name)
    return found


def _places(uses: list[Use]) -> list[tuple[Text, etree._Element]]:
    return [(use.text, use.element) for use in uses]


def _times(uses: list[Use]) -> str:
    return f" ({len(uses)} times)" if len(uses) > 1 else ""


def _problem(use: Use, count: str, expected: tuple[str, ...]) -> Problem:
    place = use.text.place(use.element, "wit")
    known = ", ".join(expected) or "none is declared"
    return problem("WIT001", place, siglum=use.token, count=count, known=known, expected=expected)
