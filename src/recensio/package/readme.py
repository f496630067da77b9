"""README.txt: the package as one person would explain it to another.

The sentences stand in readme.txt; what depends on the edition is worded here. An archivist may read
it in fifty years, so it assumes no program and no web.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from textwrap import fill
from typing import Any, Final

from recensio import __version__
from recensio.package.bag import Packed, in_words
from recensio.package.description import Description
from recensio.package.kinds import Kind
from recensio.package.parts import PARTS, TOP

WIDTH: Final = 79
COLUMN: Final = 12


@dataclass(frozen=True, slots=True)
class Facts:
    """What the README tells besides the edition itself; `record` is build.json."""

    files: Sequence[Packed]
    kinds: Mapping[str, Kind | None]
    record: Mapping[str, Any]
    day: str


def readme(edition: Description, facts: Facts) -> bytes:
    """The README of a package."""
    template = resources.files("recensio.package").joinpath("readme.txt")
    size = sum(packed.size for packed in facts.files)
    count = len(facts.files)
    text = template.read_text(encoding="utf-8").format(
        title=edition.title,
        underline="=" * min(len(edition.title), WIDTH),
        citation=fill(_citation(edition), WIDTH),
        about=fill(edition.abstract or "The edition gives no account of itself.", WIDTH),
        parts="\n".join(_parts(facts.files)),
        top="\n".join(_row(name, said, 26) for name, said in TOP.items()),
        count=f"{count:,} file{'' if count == 1 else 's'}",
        size=in_words(size),
        formats="\n".join(_formats(facts)),
        keep=fill(_keep(facts.files), WIDTH),
        rebuild=_rebuild(facts),
        rights="\n\n".join(fill(each, WIDTH) for each in _rights(edition, facts.files)),
        contact=fill(_contact(edition), WIDTH),
        origin="\n\n".join(fill(each, WIDTH) for each in _origin(facts)),
    )
    return text.encode()


def _citation(edition: Description) -> str:
    """A reference to the edition, of what it states."""
    editors = ", ".join(agent.name for agent in edition.creators)
    parts = [edition.title, f"edited by {editors}" if editors else "", edition.publisher]
    version = f"version {edition.version}" if edition.version else ""
    parts += [edition.date, version, edition.identifier or edition.address]
    return ", ".join(part for part in parts if part) + "."


def _folders(files: Sequence[Packed]) -> tuple[str, ...]:
    found = {packed.path.partition("/")[0] for packed in files if "/" in packed.path}
    return (*(name for name in PARTS if name in found), *sorted(found - set(PARTS)))


def _parts(files: Sequence[Packed]) -> Iterator[str]:
    for name in _folders(files):
        inside = [packed.size for packed in files if packed.path.startswith(f"{name}/")]
        plural = "" if len(inside) == 1 else "s"
        about = PARTS[name].about if name in PARTS else "More files of the edition."
        counted = f"({len(inside):,} file{plural}, {in_words(sum(inside))})"
        yield _row(f"{name}/", f"{about} {counted}", COLUMN)


def _row(name: str, said: str, column: int) -> str:
    return fill(
        said,
        WIDTH,
        initial_indent=f"  {name}".ljust(column),
        subsequent_indent=" " * column,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _formats(facts: Facts) -> Iterator[str]:
    """A line a format, the most frequent first."""
    names: Counter[str] = Counter()
    for packed in facts.files:
        kind = facts.kinds.get(packed.path)
        registered = f" (PRONOM {kind.puid})" if kind and kind.puid else ""
        names[f"{kind.full_name}{registered}" if kind else "of a format that is not known"] += 1
    for name, count in sorted(names.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"  {count:>6,}  {name}"


def _keep(files: Sequence[Packed]) -> str:
    folders = set(_folders(files))
    if "tei" not in folders:
        return "Keep all of it: the package holds no TEI from which the rest could be made again."
    if "edition" in folders:
        return (
            "Keep data/tei, data/schema and data/edition, with the files that describe them. They"
            " are text, and everything else was made from them by a program and can be made"
            " again, by that program or by another. To read the edition, data/site or data/pdf"
            " will do."
        )
    return (
        "Keep data/tei and data/schema, with the files that describe them: everything else was"
        " made from the TEI. To read the edition, data/site or data/pdf will do."
    )


def _rebuild(facts: Facts) -> str:
    version = facts.record.get("version", __version__)
    if "edition" not in _folders(facts.files):
        said = (
            "The files that the editors worked with are not in this package. The documents in"
            f" data/tei are complete, though: Recensio {version}, a program in Python, builds site,"
            " book and data from them."
        )
        return f"{fill(said, WIDTH)}\n\n    recensio build data/tei"
    said = (
        f"The edition was built with Recensio {version}, a program in Python under the licence"
        " Apache-2.0. With that version installed, this makes site, book and data again:"
    )
    versions = ", ".join(
        f"{name} {each}" for name, each in facts.record.get("versions", {}).items()
    )
    rest = (
        f"The libraries at the time were {versions}; with them the bytes are the same, and"
        " build.json has the digest of each file to compare."
        if versions
        else "build.json has the digest of each file to compare."
    )
    commands = "    cd data/edition\n    recensio build"
    return f"{fill(said, WIDTH)}\n\n{commands}\n\n{fill(rest, WIDTH)}"


def _rights(edition: Description, files: Sequence[Packed]) -> Iterator[str]:
    if edition.licence:
        address = f", {edition.licence_url}" if edition.licence_url else ""
        yield f"Texts, registers and apparatus: {edition.licence}{address}."
    else:
        yield "The edition states no licence. Ask before you publish any of it."
    terms = [packed.path for packed in files if "licen" in packed.path.lower().rpartition("/")[2]]
    others = [f"data/{path}" for path in terms if "/" in path]
    if others:
        yield f"The terms in full: {', '.join(others)}."
    if any(packed.path.startswith("site/pagefind/") for packed in files):
        yield (
            "The search of the site is done by Pagefind, whose program (data/site/pagefind) is"
            " under the MIT licence."
        )
    yield from _access(edition)


def _access(edition: Description) -> Iterator[str]:
    """Who may see the package, if not everybody."""
    if edition.restricted:
        names = ", ".join(f"data/{name}" if "/" in name else name for name in edition.restricted)
        yield (
            f"NOT FOR THE PUBLIC AS IT IS. These documents may not be passed on: {names}. Words of"
            " theirs stand in data/site, data/data and the books too. Keep the package where only"
            " those may read it who are allowed to; for the public, build and pack the edition"
            " without its sources."
        )
    else:
        yield "No document of the package says of itself that access to it is restricted."


def _contact(edition: Description) -> str:
    names = "; ".join(
        f"{agent.name} ({agent.uri})" if agent.uri else agent.name for agent in edition.creators
    )
    editors = f"The editors: {names}." if names else "The editors are not named."
    return f"{editors} Publisher: {edition.publisher}." if edition.publisher else editors


def _found(counts: Mapping[str, int]) -> str:
    """What a check found, in words."""
    words = {"error": "error", "warning": "warning", "info": "note"}
    said = [
        f"{counts[severity]:,} {word}{'' if counts[severity] == 1 else 's'}"
        for severity, word in words.items()
        if counts.get(severity)
    ]
    return " and ".join(said) or "nothing to mend"


def _origin(facts: Facts) -> Iterator[str]:
    counts = facts.record.get("problems", {})
    inputs, outputs = facts.record.get("inputs", {}), facts.record.get("outputs", {})
    commit = facts.record.get("commit")
    found = f" The check of the edition found {_found(counts)}." if counts else ""
    yield (
        f"The package counts as made on {facts.day}, the day of the edition, so that packing the"
        f" same edition twice gives the same bytes. {len(outputs):,} of its files were built from"
        f" {len(inputs):,} that the editors wrote.{found}"
    )
    if commit:
        yield f"The edition is under version control; it was built from commit {commit}."
    yield "premis.xml tells the same in a form for programs, build.json file by file."
