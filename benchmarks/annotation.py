"""How well and how fast names and dates are marked.

    python -m benchmarks.annotation --sources DIR --scorer score.py [--gold W.jsonl ...]
    python -m benchmarks.annotation --speed

With the source texts and the scorer of the working material (neither is in this repository) every
gold annotation in benchmarks/gold is scored on the text as it is imported and annotated; --gold
names more of them, such as that of W. The speed is that of an invented text of 1.2 MB against
registers of 400 and of 20,000 entries.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from random import Random
from typing import Final

from lxml import etree

from benchmarks.machine import described
from recensio.annotate.files import annotate_file
from recensio.annotate.lexicon import Lexicon, lexicon_of

ROOT: Final = Path(__file__).resolve().parents[1]
GOLD: Final = ROOT / "benchmarks" / "gold"
SIZES: Final = (400, 20_000)
CHARACTERS: Final = 1_200_000
SYLLABLES: Final = (
    "bal",
    "dor",
    "gra",
    "kin",
    "lem",
    "mor",
    "nev",
    "pol",
    "rud",
    "sta",
    "tur",
    "vel",
)
ENDINGS: Final = ("ov", "ev", "in", "sky", "enko", "man")
FORENAMES: Final = ("Ivan", "Anna", "Pavel", "Maria", "Lev", "Nikolai", "Olga", "Fyodor")
PROSE: Final = (
    "in the autumn of 1931 a letter came from the town and was read aloud before the committee",
    "they met again six weeks later, spoke of the harvest and parted on 5 May without a word",
    "nobody knew who had written it, but the hand was known and the paper was that of the office",
)


def main() -> None:
    """Print the scores, the speed, or both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", type=Path, help="the folder of the source texts")
    parser.add_argument("--scorer", type=Path, help="the script that scores TEI against gold")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="further gold")
    parser.add_argument("--speed", action="store_true", help="measure the speed")
    options = parser.parse_args()
    print(described())
    if options.sources and options.scorer:
        for path in (*options.gold, *sorted(GOLD.glob("*.jsonl"))):
            print(f"\n{path.name}\n{scored(path, options.sources, options.scorer)}")
    if options.speed:
        print("\nentries  build s  annotate s  marks  peak MiB")
        for size in SIZES:
            print(timed(size), flush=True)


def scored(gold: Path, sources: Path, scorer: Path) -> str:
    """The scores of one gold annotation, as the scorer prints them."""
    siglum = gold.stem.partition("-")[0]
    source = next(path for path in sorted(sources.iterdir()) if path.name.startswith(f"{siglum}-"))
    recensio = [sys.executable, "-c", "from recensio.cli.app import main; main()"]
    with tempfile.TemporaryDirectory() as folder:
        tei = str(Path(folder) / f"{siglum}.xml")
        profile = str(ROOT / "tei" / "sources" / f"{siglum}.toml")
        text = str(source.resolve())
        for command in (["import", text, "--profile", profile, "--out", folder], ["annotate", tei]):
            subprocess.run([*recensio, *command], cwd=ROOT, capture_output=True, check=False)
        score = [sys.executable, str(scorer), text, tei, str(gold)]
        return str(subprocess.run(score, capture_output=True, text=True, check=True).stdout)


def timed(entries: int) -> str:
    """A line of figures for a register of so many entries."""
    names = list(surnames(entries))
    start = time.process_time()
    lexicon = register(names)
    built = time.process_time() - start
    content = text(names).encode()
    start = time.process_time()
    marked = annotate_file(content, "text.xml", lexicon).value.marked
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{entries:>7} {built:>8.2f} {took:>11.2f} {len(marked):>6} {peak:>9.0f}"


def surnames(count: int) -> Iterator[str]:
    """So many surnames, each another one."""
    made = (
        ("".join(parts)).capitalize() for parts in product(SYLLABLES, SYLLABLES, SYLLABLES, ENDINGS)
    )
    seen = dict.fromkeys(made)
    doubled = (f"{a}-{b}" for a, b in zip(seen, reversed(seen), strict=True))
    return (name for name, _ in zip((*seen, *doubled), range(count), strict=False))


def register(names: Sequence[str]) -> Lexicon:
    """A register of persons of these names."""
    entries = "".join(
        f'<person xml:id="p{number}"><persName><surname>{name}</surname>, '
        f"<forename>{FORENAMES[number % len(FORENAMES)]} N.</forename></persName></person>"
        for number, name in enumerate(names)
    )
    tree = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{entries}</listPerson></standOff></TEI>'
    return lexicon_of([etree.ElementTree(etree.fromstring(tree))])


def text(names: Sequence[str]) -> str:
    """A text in which some of the names stand, in full and alone."""
    random = Random(7)  # noqa: S311
    paragraphs: list[str] = []
    length = 0
    while length < CHARACTERS:
        told = ". ".join(
            f"{random.choice(FORENAMES)} {random.choice(names)} and {random.choice(names)}: {line}"
            for line in random.choices(PROSE, k=6)
        )
        paragraphs.append(f"<p>{told}.</p>")
        length += len(told)
    body = "\n".join(f"<div>{chapter}</div>" for chapter in _chapters(paragraphs))
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'


def _chapters(paragraphs: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(paragraphs), 40):
        yield "\n".join(paragraphs[start : start + 40])


if __name__ == "__main__":
    main()
