"""Pointers to files that do not exist: LNK005, and LNK010 where the files are kept elsewhere."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from recensio.model.problem import Fix, Problem, problem
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.lost import AT_MOST, FEW, MANY, OFTEN, how_many
from recensio.validate.integrity.nearest import Nearest
from recensio.validate.integrity.resolution import Fate
from recensio.validate.integrity.vocabulary import MEDIA


def files(root: Path, all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Every pointer to a file that is not there, attribute by attribute."""
    missing: dict[str, list[Followed]] = defaultdict(list)
    there: dict[str, int] = defaultdict(int)
    for each in all_followed:
        if each.fate is Fate.NO_FILE:
            missing[each.pointer.attribute].append(each)
        elif each.fate is Fate.FOUND and not each.pointer.value.startswith("#"):
            there[each.pointer.attribute] += 1
    for attribute, found in missing.items():
        if _kept_elsewhere(attribute, found, there[attribute]):
            yield _outside(found, there[attribute])
        else:
            yield from _one_by_one(root, found)


def _kept_elsewhere(attribute: str, missing: Sequence[Followed], count: int) -> bool:
    names = {each.resolution.name for each in missing}
    if count == 0:
        return attribute in MEDIA or len(names) >= FEW
    return len(names) >= MANY and len(missing) >= OFTEN * (count + len(missing))


def _outside(missing: Sequence[Followed], count: int) -> Problem:
    first = missing[0]
    return problem(
        "LNK010",
        first.place,
        attribute=f"@{first.pointer.attribute} (files)",
        missing=how_many(len(missing), count),
        example=first.pointer.value,
    )


def _one_by_one(root: Path, missing: Sequence[Followed]) -> Iterator[Problem]:
    by_name: dict[str, list[Followed]] = defaultdict(list)
    for each in missing:
        by_name[each.resolution.name].append(each)
    for name, same in by_name.items():
        for each in same if len(same) <= AT_MOST else same[:1]:
            near = _near(root, each)
            facts = {"attribute": f"@{each.pointer.attribute}", "file": name}
            yield problem("LNK005", each.place, fix=_fix(each, near), expected=tuple(near), **facts)


def _near(root: Path, each: Followed) -> list[str]:
    """The files of nearly this name in the same folder, if that is a folder of the edition."""
    name = PurePosixPath(each.resolution.name)
    folder = (Path(each.page.document.path).parent / name.parent).resolve()
    if not folder.is_relative_to(root.resolve()) or not folder.is_dir():
        return []
    known = [entry.name for entry in os.scandir(folder) if entry.is_file()]
    return [str(name.parent / found) for found in Nearest(known).near(name.name)]


def _fix(each: Followed, near: Sequence[str]) -> Fix | None:
    if len(near) != 1:
        return None
    _, hash_sign, fragment = each.pointer.value.partition("#")
    return each.mended(f"{quote(near[0])}{hash_sign}{fragment}")
