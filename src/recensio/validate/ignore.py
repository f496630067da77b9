"""The ignore list: problems that somebody has looked at and found right, each with the reason.

An entry is a table [[validate.ignore]] in edition.toml, or [[ignore]] in a file of its own:

    code = "APP007"                   # required
    reason = "a blank in the print"   # required
    path = "texts/*.xml"              # a pattern, below the folder of the list
    message = "line 12"               # words that the message holds
    xml_id = "app3"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from recensio.model.catalogue import catalogue
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem

_HEADER: Final = re.compile(r"^[ \t]*\[\[\s*(?:validate\s*\.\s*)?ignore\s*\]\]", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """What is ignored, and why; `path` is a pattern, other empty fields mean anything."""

    code: str
    reason: str
    path: str = ""
    message: str = ""
    xml_id: str = ""

    def __str__(self) -> str:
        """The entry as a problem names it."""
        return " ".join(filter(None, (self.code, self.path, self.message, self.xml_id)))

    def excuses(self, found: Problem, path: str) -> bool:
        """Whether a problem of the file `path`, below the folder of the list, is meant."""
        return (
            self.code == found.code
            and (not self.path or self._pattern.fullmatch(path) is not None)
            and self.message in found.message
            and self.xml_id in ("", found.location.xml_id)
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        from fnmatch import translate

        return re.compile(translate(self.path.replace("**/", "*")))


class IgnoreList:
    """The entries of one list and which of them were of use; `problems` are those of the list."""

    def __init__(self, tables: Sequence[Mapping[str, Any]], file: Path, root: Path) -> None:
        self._root = root.resolve()
        self._file = file
        lines = _lines(file) if tables else []
        places = [Location(str(file), line) for line in lines]
        places += [Location(str(file))] * (len(tables) - len(lines))
        read = list(map(_entry, tables, range(1, len(tables) + 1), places))
        self.problems = tuple(each for each in read if isinstance(each, Problem))
        self._places = {
            entry: place
            for entry, place in zip(read, places, strict=False)
            if isinstance(entry, Entry)
        }
        self._used: set[Entry] = set()
        self._relative = cache(self._below_root)

    def excuses(self, found: Problem) -> bool:
        """Whether an entry says that this problem is none; the entry is then of use."""
        of_the_code = [entry for entry in self._places if entry.code == found.code]
        path = self._relative(found.location.path) if of_the_code else ""
        excusing = [entry for entry in of_the_code if entry.excuses(found, path)]
        self._used.update(excusing)
        return bool(excusing)

    def idle(self) -> Iterator[Problem]:
        """A problem for each entry that has excused nothing so far."""
        for entry, place in self._places.items():
            if entry not in self._used:
                yield problem("SRC030", place, entry=entry)

    def _below_root(self, path: str) -> str:
        whole = Path(path).resolve()
        inside = whole.is_relative_to(self._root)
        return (whole.relative_to(self._root) if inside else whole).as_posix()


def kept(problems: Iterable[Problem], lists: Sequence[IgnoreList]) -> Iterator[Problem]:
    """The problems that no list excuses; every list is asked, so that all that is of use is."""
    for found in problems:
        excusing = [each for each in lists if each.excuses(found)]
        if not excusing:
            yield found


def read_list(file: Path) -> IgnoreList:
    """The list in a file of its own. Raises CannotGoOn if it cannot be read or is not TOML."""
    import tomllib

    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError:
        raise CannotGoOn(problem("SRC002", Location(str(file)), path=file)) from None
    except ValueError as error:
        raise _refused(file, f"it is not TOML: {error}", "mend the line named") from None
    entries = tables.pop("ignore", [])
    listed = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    if tables or not listed:
        reason = f"{next(iter(tables), 'ignore')} is not what an ignore list holds"
        raise _refused(file, reason, "write a table [[ignore]] for each entry")
    return IgnoreList(entries, file, file.parent)


def _refused(file: Path, reason: str, remedy: str) -> CannotGoOn:
    return CannotGoOn(problem("SRC010", Location(str(file)), reason=reason, remedy=remedy))


def _lines(file: Path) -> list[int]:
    """The line of each entry, which the reader of TOML does not tell."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return []
    return [text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text)]


def _entry(table: Mapping[str, Any], number: int, place: Location) -> Entry | Problem:
    known = [field.name for field in fields(Entry)]
    code, reason = str(table.get("code", "")), str(table.get("reason", ""))

    def refused(reason: str, remedy: str) -> Problem:
        name = code or f"number {number}"
        return problem("SRC031", place, entry=name, reason=reason, remedy=remedy)

    strange = [key for key in table if key not in known]
    if strange:
        return refused(f"{strange[0]} is not one of its keys", f"known are: {', '.join(known)}")
    if not all(isinstance(value, str) for value in table.values()):
        return refused("a value is not a string", "write strings in quotes")
    if code not in catalogue():
        said = f"{code} is not a code" if code else "it names no code"
        return refused(said, 'name a code of docs/problems.md, such as code = "APP007"')
    if not reason.strip():
        return refused("it gives no reason", 'say why, as in reason = "a blank in the print"')
    return Entry(**table)
