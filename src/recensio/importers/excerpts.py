"""Excerpts: passages of the sources that an editor sets side by side, cut out at build time.

The sources are not part of an edition, so `parallels.toml` beside the profiles holds places only:

    [[set]]
    id = "ferry"
    title = "The ferryman refuses"
    kind = "parallel translations"        # or "quotation and paraphrase", "reports"
    note = "What the witnesses share and where they part, in the editor's words."

    [[set.witness]]
    siglum = "A"                          # the siglum of a profile
    line = 12                             # from 1; lines end at the line feed
    start = 40                            # characters of the line from 0, the end not included
    end = 171
    digest = "9f86d081884c7d65"           # the first 16 digits of the sha256 of the passage
    kind = "direct quotation"             # or "paraphrase", "reported", "mixed", "original"
    language = "ru"                       # if it is not that of the edition
    attribution = "a letter of May 1840"  # to whom the witness gives the words

References to notes and the marks of Markdown are no part of what a passage says and are left out.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from recensio.importers.finding import find_sources
from recensio.importers.settings import PARALLELS
from recensio.importers.source import Source, read_source
from recensio.importers.transcripts import read_profiles
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.synopsis import ParallelSet, Passage, PassageKind, SynopsisKind

DIGITS: Final = 16
"""How many digits of a digest are enough to tell two passages apart."""

FEWEST: Final = 2
"""Passages of which a set is worth showing."""

SET_KEYS: Final[Mapping[str, type]] = {
    "id": str, "title": str, "kind": str, "note": str, "witness": list,
}  # fmt: skip
WITNESS_KEYS: Final[Mapping[str, type]] = {
    "siglum": str, "line": int, "start": int, "end": int, "digest": str,
    "kind": str, "language": str, "attribution": str,
}  # fmt: skip
NEEDED: Final = {"set": ("id", "title", "kind", "witness"), "witness": tuple(WITNESS_KEYS)[:5]}
NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)

INDEX: Final = "index"
MARKUP: Final = re.compile(r"<sup>.*?</sup>|\*+|<[^<>]*>", re.DOTALL)
"""References to notes, emphasis, other tags."""


@dataclass(frozen=True, slots=True)
class _File:
    """parallels.toml, and the sources by siglum: none for one that is not here."""

    path: Path
    sources: Mapping[str, Source | None]
    markups: Mapping[str, str]


def digest_of(passage: str) -> str:
    """The digest by which a passage is known again, of the characters as the source has them."""
    return hashlib.sha256(passage.encode()).hexdigest()[:DIGITS]


def excerpts(folder: Path, profiles: Path) -> Outcome[tuple[ParallelSet, ...]]:
    """The sets of `parallels.toml` in the folder of profiles, cut from the sources in `folder`.

    A passage that does not fit its source is SRC034 and left out, and so is a set with fewer than
    two others; SRC035 for a table that is not understood. That a source is not here is reported by
    the import of transcripts.
    """
    path = profiles / PARALLELS
    if not path.is_file():
        return Outcome(())
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return Outcome((), (_refused(path, "the file", f"it cannot be read: {error}"),))
    tables = written.get("set", [])
    if written.keys() - {"set"} or not isinstance(tables, list):
        reason = "it holds something else than tables [[set]]"
        return Outcome((), (_refused(path, "the file", reason),))
    outcomes = [_set_of(table, file) for file in (_opened(path, folder),) for table in tables]
    outcomes = [*_distinct(outcomes, path)]
    problems = tuple(found for outcome in outcomes for found in outcome.problems)
    return Outcome(tuple(each.value for each in outcomes if each.value is not None), problems)


def _opened(path: Path, folder: Path) -> _File:
    profiles = read_profiles(path.parent).value
    sources: dict[str, Source | None] = {profile.siglum: None for profile in profiles}
    for file in find_sources(folder, profiles).value:
        source = read_source(file.path.read_bytes(), str(file.path), file.profile.markup)
        sources[file.profile.siglum] = source.value
    return _File(path, sources, {profile.siglum: profile.markup for profile in profiles})


def _set_of(table: Any, file: _File) -> Outcome[ParallelSet | None]:
    name = str(table.get("id", "")) if isinstance(table, dict) else ""
    reason = _mistake(table, "set", SET_KEYS) or _wrong_kind(table, SynopsisKind)
    if not reason and not NAME.fullmatch(name):
        reason = "its id is no name of letters and digits"
    if not reason and name.casefold() == INDEX:
        reason = f"its id is {INDEX}, which names the page of all sets"
    if reason:
        return Outcome(None, (_refused(file.path, f"the set {name}".rstrip(), reason),))
    found = [_passage(witness, name, file) for witness in table["witness"]]
    problems = tuple(problem for outcome in found for problem in outcome.problems)
    passages = [outcome.value for outcome in found if outcome.value is not None]
    if len(passages) < FEWEST:
        return Outcome(None, problems)
    return Outcome(
        ParallelSet(
            id=name,
            title=table["title"],
            kind=SynopsisKind(table["kind"]),
            passages=tuple(_named(passages)),
            note=" ".join(table.get("note", "").split()),
        ),
        problems,
    )


def _passage(table: Any, name: str, file: _File) -> Outcome[Passage | None]:
    reason = _mistake(table, "witness", WITNESS_KEYS) or _wrong_kind(table, PassageKind)
    if not reason and table["siglum"] not in file.sources:
        reason = f"no profile has the siglum {table['siglum']}"
    if reason:
        return Outcome(None, (_refused(file.path, f"a witness of the set {name}", reason),))
    source = file.sources[table["siglum"]]
    if source is None:
        return Outcome(None)
    text = _cut(source, table["line"], table["start"], table["end"])
    if text is None or digest_of(text) != table["digest"]:
        return Outcome(None, (_unfit(table, name, file, source),))
    return Outcome(
        Passage(
            id=table["siglum"],
            siglum=table["siglum"],
            text=MARKUP.sub("", text) if file.markups[table["siglum"]] != "plain" else text,
            kind=PassageKind(table.get("kind", "")),
            line=table["line"],
            language=table.get("language", ""),
            attribution=table.get("attribution", ""),
        )
    )


def _cut(source: Source, line: int, start: int, end: int) -> str | None:
    """The characters of a line, none if it does not have them all."""
    if not (1 <= line <= len(source.starts) and 0 <= start < end):
        return None
    first = source.starts[line - 1]
    last = source.starts[line] - 1 if line < len(source.starts) else len(source.text)
    return source.text[first + start : first + end] if first + end <= last else None


def _named(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages with names that differ: a witness that is cited twice is named with its line."""
    counts = Counter(passage.siglum for passage in passages)
    seen = Counter[str]()
    for passage in passages:
        name = f"{passage.siglum} {passage.line}" if counts[passage.siglum] > 1 else passage.siglum
        seen[name] += 1
        yield replace(passage, id=name if seen[name] == 1 else f"{name}.{seen[name]}")


def _distinct(
    outcomes: Sequence[Outcome[ParallelSet | None]], path: Path
) -> Iterator[Outcome[ParallelSet | None]]:
    """The sets, of two with one id (upper and lower case being one) only the first."""
    seen: set[str] = set()
    for outcome in outcomes:
        name = outcome.value.id.casefold() if outcome.value else ""
        if name and name in seen:
            refused = _refused(path, f"the set {name}", "another set has the same id")
            yield Outcome(None, (*outcome.problems, refused))
        else:
            yield outcome
        seen.add(name)


def _mistake(table: Any, what: str, keys: Mapping[str, type]) -> str:
    """What is wrong with a table, nothing if it can be read."""
    if not isinstance(table, dict):
        return f"it is not a table [[{what}]]"
    unknown = next((key for key in table if key not in keys), None)
    if unknown is not None:
        return f"{unknown} is not a key of it; known are: {', '.join(keys)}"
    missing = next((key for key in NEEDED[what] if key not in table), None)
    if missing is not None:
        return f"it has no {missing}"
    wrong = next((key for key, value in table.items() if type(value) is not keys[key]), None)
    return "" if wrong is None else f"{wrong} has a value of the wrong kind"


def _wrong_kind(table: Mapping[str, str], kinds: type[SynopsisKind] | type[PassageKind]) -> str:
    known = [kind.value for kind in kinds if kind.value]
    if "kind" not in table or table["kind"] in known:
        return ""
    return f"its kind is {table['kind']}; known are: {', '.join(known)}"


def _refused(path: Path, what: str, reason: str) -> Problem:
    return problem("SRC035", Location(str(path)), what=what, reason=reason)


def _unfit(table: Mapping[str, Any], name: str, file: _File, source: Source) -> Problem:
    return problem(
        "SRC034",
        Location(str(file.path)),
        set=name,
        siglum=table["siglum"],
        line=table["line"],
        start=table["start"],
        end=table["end"],
        file=source.file_name,
    )
