"""Our schema is a true subset of the TEI: thousands of random documents, held to both.

    python -m benchmarks.subset --tei tei_all.rng [--documents 5000] [--seed 1] [--keep DIR]

The documents are made from schema/recensio.rng, valid by construction, and between them use every
element, attribute and listed value of it. jing then says whether each is valid against our schema
and against that of the whole TEI. The exit code is 1 if any is not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.grammars.documents import Documents
from tests.grammars.jing import verdict
from tests.grammars.patterns import Attribute, Element
from tests.grammars.reading import read_schema
from tests.support import ROOT, SHARED

OURS = ROOT / "schema" / "recensio.rng"
TEI_ALL = SHARED / "corpora" / "schema" / "tei_all.rng"


def main() -> None:
    """Make the documents, print what they reach, and judge them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tei", type=Path, default=TEI_ALL, help="the schema of the whole TEI")
    parser.add_argument("--keep", type=Path, help="a folder for the documents")
    options = parser.parse_args()
    if not options.tei.is_file():
        sys.exit(f"{options.tei} is not there; name it with --tei")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        paths = made(folder, options.documents, options.seed)
        sys.exit(max(judged(schema, paths) for schema in (OURS, options.tei)))


def made(folder: Path, number: int, seed: int) -> list[Path]:
    """The documents as files, after a line on what they have in them."""
    start = time.perf_counter()
    maker = Documents(read_schema(OURS), seed)
    paths, elements = [], 0
    for index, tree in enumerate(maker.trees(number)):
        paths.append(folder / f"{index:05}.xml")
        elements += sum(1 for _ in tree.iter("*"))
        tree.write(paths[-1], encoding="utf-8")
    print(f"{number} documents, {elements} elements, {time.perf_counter() - start:.1f} s")
    for kind in (Element, Attribute):
        places = {pattern for pattern in maker.patterns if isinstance(pattern, kind)}
        print(f"{kind.__name__.lower()}s: {len(places & set(maker.taken))} of {len(places)}")
    print(f"patterns: {len(set(maker.patterns) & set(maker.taken))} of {len(maker.patterns)}")
    return paths


def judged(schema: Path, paths: list[Path]) -> int:
    """Print how many are valid and why others are not; 0 if all are."""
    start = time.perf_counter()
    found = verdict(schema, paths)
    for message in (*found.schema, *(f"{name}: {why}" for name, why in found.documents.items())):
        print(message)
    valid = len(paths) - len(found.documents)
    print(f"{schema.name}: {valid} of {len(paths)} valid, {time.perf_counter() - start:.1f} s")
    return int(bool(found.schema or found.documents))


if __name__ == "__main__":
    main()
