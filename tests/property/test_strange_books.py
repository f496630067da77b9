"""Whatever TEI is nested in whatever: the electronic book is well-formed, linked and valid."""

from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path
from typing import Final

import pytest

from recensio.publish import OUTPUTS, Conditions
from tests.books import book_of, epubcheck, faults
from tests.support import ROOT, edition_of, needs_program, tei

MATCH: Final = re.compile(r'match="([^"\[]*)')
NAMES: Final = sorted(
    {
        name
        for file in ("text", "inline", "tables")
        for match in MATCH.findall((ROOT / f"xslt/html/{file}.xsl").read_text("utf-8"))
        for name in re.findall(r"(?<![\w:-])[a-z][A-Za-z0-9]*(?![\w(:-])", match)
    }
    | {"row", "cell", "rdg", "lem", "rdgGrp", "anchor", "unheard-of"}
)
VALUES: Final = {
    "ref": ["#i3", "http://a/b c"],
    "target": ["#i3", "#i77", "http://x.y/z", "d2.xml#i1"],
    "rend": ["italic", "sup", "numbered", "b"],
    "n": ["1", ""],
    "when": ["2001-01-01", "1999-13"],
    "url": ["a.png", "http://x/y"],
    "cols": ["2", "0", "x"],
    "role": ["label"],
    "place": ["inline", "foot"],
    "loc": ["1"],
    "wit": ["#A"],
    "xml:lang": ["la", "he", ""],
}


def element(chance: random.Random, depth: int, number: list[int]) -> str:
    name = chance.choice(NAMES)
    told = chance.sample(sorted(VALUES), chance.choice([0, 0, 1, 3]))
    attributes = "".join(f' {each}="{chance.choice(VALUES[each])}"' for each in told)
    if chance.random() < 0.2:
        number[0] += 1
        attributes += f' xml:id="i{number[0]}"'
    inside = (
        element(chance, depth - 1, number) for _ in range(chance.randint(0, 3) if depth else 0)
    )
    return f"<{name}{attributes}>w {' '.join(inside)}z</{name}>"


def document(chance: random.Random) -> str:
    number = [0]
    return tei("".join(element(chance, chance.randint(1, 7), number) for _ in range(5)))


def content(seed: int, folder: Path, documents: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the same book whenever it is made
    texts = {f"d{n}.xml": document(chance) for n in range(documents)}
    outcome = OUTPUTS["epub"](edition_of(folder, texts), Conditions())
    assert {each.code for each in outcome.problems} <= {"PUB022"}
    assert list(faults(book_of(outcome.value))) == []
    return outcome.value[0].content


@pytest.mark.parametrize("seed", range(3))
def test_any_nesting_makes_a_book(seed: int, tmp_path: Path) -> None:
    content(seed, tmp_path, documents=5)


@pytest.mark.long
@needs_program("epubcheck")
@pytest.mark.parametrize("seed", range(20))
def test_any_nesting_makes_a_valid_book(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert epubcheck(content(seed, Path(folder), documents=60), Path(folder)) == []
