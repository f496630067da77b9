"""Witnesses and their sigla (TEI Guidelines, 12.1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NewType
from urllib.parse import unquote

Siglum = NewType("Siglum", str)


@dataclass(frozen=True, slots=True)
class Witness:
    """One witness: `id` is its xml:id, `siglum` what the apparatus prints, `label` its title.

    `name` is what it is called in plain words (`<abbr type="name">`), if that is marked.

    `members` are the ids of the witnesses of a group (a named listWit), those of the groups inside
    it among them, else empty; `file` is the name of the file that declares it, if that is known.
    """

    id: str
    siglum: Siglum
    label: str
    members: tuple[str, ...] = ()
    file: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """A private scheme of pointers (prefixDef, TEI Guidelines, 16.2.3): `wit:A` for `#A`."""

    name: str
    pattern: str
    replacement: str

    def expanded(self, rest: str) -> str | None:
        """The pointer that what follows the colon stands for; None if the pattern does not fit."""
        try:
            found = re.fullmatch(self.pattern, rest)
            return found.expand(re.sub(r"\$(\d)", r"\\\1", self.replacement)) if found else None
        except (re.error, IndexError):
            return None


@dataclass(frozen=True, slots=True)
class WitnessList:
    """The declared witnesses in their order; resolves pointers to sigla.

    `authorities` are the sigla, by xml:id, of what is no witness but named as one: books, hands,
    persons. `written` says of pointers that were changed for publication how they were written.
    """

    witnesses: tuple[Witness, ...] = ()
    prefixes: tuple[Prefix, ...] = ()
    authorities: tuple[Mapping[str, Siglum], ...] = field(default=(), repr=False, compare=False)
    written: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    _named: dict[tuple[str, str], Witness] = field(init=False, repr=False, compare=False)
    _sigla: dict[str, Siglum] = field(init=False, repr=False, compare=False)
    _singles: dict[str, tuple[Siglum, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_named", _named(self.witnesses))
        object.__setattr__(self, "_sigla", {})
        object.__setattr__(self, "_singles", {})

    def __iter__(self) -> Iterator[Witness]:
        return iter(dict.fromkeys(self._named[FIRST, each.id] for each in self.witnesses))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, pointer: str) -> bool:
        return self.witness(pointer) is not None

    def before(self, others: WitnessList) -> WitnessList:
        """These witnesses and, after them, the others; of one id these are meant."""
        return replace(
            self,
            witnesses=tuple(dict.fromkeys((*self.witnesses, *others.witnesses))),
            prefixes=tuple(dict.fromkeys((*self.prefixes, *others.prefixes))),
            authorities=(*self.authorities, *others.authorities),
        )

    def rewritten(self, written: Mapping[str, str]) -> WitnessList:
        """The same witnesses for a document whose pointers were changed: how each was written."""
        return replace(self, written=written)

    def witness(self, pointer: str) -> Witness | None:
        """The declared witness that one pointer names.

        `#A`, `wit.xml#A`, `https://ex.org/wit.xml?v=2#A`, `%41`, `A` and, by a prefixDef, `wit:A`
        name the xml:id A; a word without # may also be a siglum as it is printed.
        """
        file, hash_, name = _address(self.expanded(pointer))
        known = self._of_file(name, file)
        return known if known or hash_ else self._named.get((PRINTED, name))

    def resolve(self, pointers: str) -> tuple[Siglum, ...]:
        """The sigla that a value of @wit names, in its order, each once.

        What is not declared stays as it is written, less a # at its beginning.
        """
        return tuple(dict.fromkeys(map(self.siglum, pointers.split())))

    def covered(self, pointers: str) -> tuple[Siglum, ...]:
        """The sigla of the single witnesses that a value of @wit stands for: groups by members."""
        singles = (siglum for pointer in pointers.split() for siglum in self._single(pointer))
        return tuple(dict.fromkeys(singles))

    def undeclared(self, pointers: str) -> tuple[str, ...]:
        """The pointers of a value of @wit that no declared witness answers."""
        return tuple(pointer for pointer in pointers.split() if pointer not in self)

    def siglum(self, pointer: str) -> Siglum:
        """The siglum that one pointer names; itself, less its #, if it names nothing declared."""
        if pointer not in self._sigla:
            witness = self.witness(pointer)
            self._sigla[pointer] = witness.siglum if witness else self._undeclared(pointer)
        return self._sigla[pointer]

    def expanded(self, pointer: str) -> str:
        """The pointer as it was written before publication, private prefixes resolved."""
        written = self.written.get(pointer, pointer)
        scheme, _, rest = written.partition(":")
        known = (each.expanded(rest) for each in self.prefixes if each.name == scheme)
        return next((found for found in known if found), written)

    def _undeclared(self, pointer: str) -> Siglum:
        _, hash_, name = _address(self.expanded(pointer))
        as_written = Siglum(self.written.get(pointer, pointer).removeprefix("#"))
        named = (sigla[name] for sigla in self.authorities if hash_ and name in sigla)
        return next(named, as_written)

    def _single(self, pointer: str) -> tuple[Siglum, ...]:
        if pointer not in self._singles:
            witness = self.witness(pointer)
            members = self._members(witness) if witness else ()
            self._singles[pointer] = members or (self.siglum(pointer),)
        return self._singles[pointer]

    def _members(self, group: Witness) -> tuple[Siglum, ...]:
        found = (self._of_file(name, group.file) for name in group.members)
        return tuple(member.siglum for member in found if member is not None)

    def _of_file(self, name: str, file: str) -> Witness | None:
        """The witness of an id that a file declares, else the first of that id."""
        known = self._named.get((file, name)) if file else None
        return known or self._named.get((FIRST, name))


def together(lists: Sequence[WitnessList]) -> WitnessList:
    """The witnesses of several documents as those of an edition; the first of an id is meant."""
    authorities: dict[str, Siglum] = {}
    for mapping in reversed([mapping for each in lists for mapping in each.authorities]):
        authorities.update(mapping)
    return WitnessList(
        tuple(dict.fromkeys(witness for each in lists for witness in each.witnesses)),
        tuple(dict.fromkeys(prefix for each in lists for prefix in each.prefixes)),
        (authorities,),
    )


FIRST = "*"
PRINTED = "?"
"""In the place of a file: the first declaration of an id; the witness of a printed siglum."""


def _named(witnesses: Iterable[Witness]) -> dict[tuple[str, str], Witness]:
    """The witnesses by file and id, by id alone, and by siglum; the first declaration counts."""
    named: dict[tuple[str, str], Witness] = {}
    for witness in witnesses:
        named.setdefault((witness.file, witness.id), witness)
        named.setdefault((FIRST, witness.id), witness)
        named.setdefault((PRINTED, witness.siglum), witness)
    return named


def _address(pointer: str) -> tuple[str, str, str]:
    """The file name, the # and the identifier of a pointer."""
    file, hash_, name = pointer.rpartition("#")
    path = unquote(file.partition("?")[0]).replace("\\", "/")
    return path.rpartition("/")[2], hash_, unquote(name)
