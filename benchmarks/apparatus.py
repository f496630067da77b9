"""How a build grows with its apparatus: seconds of each stage for editions of many entries.

    python -m benchmarks.apparatus [ENTRIES ...] [--witnesses 100] [--only site,data,tei]

One text in paragraphs of forty entries each; every entry names every witness, as a positive
apparatus does. The build runs in this process; on a machine that does other things too, trust the
ratios of one run.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recensio.pipeline import Request, build
from recensio.project import open_project

PER_PARAGRAPH: Final = 40
PER_DIVISION: Final = 10
"""Entries in a paragraph, paragraphs in a division."""

SYLLABLES: Final = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "xo",
]
HEAD: Final = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Many entries</title></titleStmt>
<publicationStmt><p>Made for a benchmark.</p></publicationStmt>
<sourceDesc><listWit>{witnesses}</listWit></sourceDesc></fileDesc>
<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader><text><body>"""
SETTINGS: Final = """[edition]
title = "Many entries"
[files]
texts = ["text.xml"]
[apparatus]
kind = "positive"
"""


class Clock:
    """Prints the seconds of each stage as it ends."""

    def started(self, stage: str, position: int, total: int) -> None:
        """Nothing is said before a stage."""

    def finished(self, stage: str, seconds: float) -> None:
        """Print how long the stage took."""
        print(f"  {stage} {seconds:.2f}", end="", flush=True)


def main() -> None:
    """Build each size asked for and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("entries", nargs="*", type=int, default=[1000, 2000, 4000, 8000])
    parser.add_argument("--witnesses", type=int, default=100)
    parser.add_argument("--only", default="tei,data,site", help="as for recensio build")
    options = parser.parse_args()
    for entries in options.entries:
        print(f"{entries:>6} entries:", end="", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            lay_out(Path(folder), entries, options.witnesses)
            project = open_project([Path(folder)])
            outputs = tuple(options.only.split(","))
            state = build(Request(project, Path(folder) / "output", outputs), Clock())
        print(f"  all {sum(seconds for _, seconds in state.seconds):.2f}", flush=True)


def lay_out(folder: Path, entries: int, witnesses: int) -> None:
    """Write an edition with so many entries and witnesses into the folder."""
    (folder / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "text.xml").write_text("".join(document(entries, witnesses)), encoding="utf-8")


def document(entries: int, witnesses: int) -> Iterator[str]:
    """The document in pieces; the same for the same numbers."""
    chance = random.Random(entries * 1000 + witnesses)  # noqa: S311 - no secret
    names = [f"w{number}" for number in range(1, witnesses + 1)]
    yield HEAD.format(witnesses="".join(f'<witness xml:id="{name}"/>' for name in names))
    for number in range(entries):
        if number % (PER_PARAGRAPH * PER_DIVISION) == 0:
            yield "</div>" * bool(number) + f"<div><head>{_word(chance)}</head>"
        if number % PER_PARAGRAPH == 0:
            yield "<p>"
        yield " ".join(_word(chance) for _ in range(8)) + f" {_entry(names, chance)} "
        if number % PER_PARAGRAPH == PER_PARAGRAPH - 1 or number == entries - 1:
            yield "</p>"
    yield "</div></body></text></TEI>"


def _entry(names: list[str], chance: random.Random) -> str:
    """A lemma and up to three readings that share the witnesses among them."""
    count = chance.randint(2, 4)
    shares: list[list[str]] = [[] for _ in range(count)]
    for name in names:
        shares[min(int(chance.expovariate(1)), count - 1)].append(f"#{name}")
    tags = ("lem", *["rdg"] * (count - 1))
    readings = (
        f'<{tag} wit="{" ".join(share)}">{_word(chance)}</{tag}>'
        for tag, share in zip(tags, shares, strict=True)
        if share
    )
    return f"<app>{''.join(readings)}</app>"


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))


if __name__ == "__main__":
    main()
