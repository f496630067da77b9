"""Random schemas, their documents and what mutations make of them: our verdicts are jing's.

A schema and documents are laid out under names that say what we hold them to be; jing then names
those of which it holds otherwise. Few are tried here, more with `-m long`.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from recensio.validate.relaxng.advice import Advice
from recensio.validate.relaxng.compiled import compile_schema
from recensio.validate.relaxng.documents import findings
from recensio.validate.relaxng.faults import SchemaFault
from recensio.validate.relaxng.schema import Schema
from tests.grammars.documents import CannotBe, Documents
from tests.grammars.jing import JAR, otherwise
from tests.grammars.mutations import mutated
from tests.grammars.reading import read_schema
from tests.grammars.schemas import Schemas
from tests.support import ROOT, SHARED, Tree, needs_corpora, needs_program

IDENTIFIERS = frozenset({"TEI011", "TEI012"})
# jing looks at each element once only, so it does not see one that stands within itself there.
UNSEEN = frozenset({"7.1.1", "7.1.3", "7.1.4"})
NoAddress = ValueError  # what lxml raises for a namespace that is not written as a URI is
pytestmark = [
    needs_program("jing"),
    pytest.mark.skipif(not JAR.is_file(), reason="the jar of jing is not where Debian puts it"),
]


@pytest.mark.parametrize(
    "seeds", [range(120), pytest.param(range(1000, 4000), marks=pytest.mark.long)], ids=str
)
def test_random_schemas(seeds: range, tmp_path: Path) -> None:
    judged: Counter[str] = Counter()
    seen: dict[Path, str] = {}
    for seed in seeds:
        folder = tmp_path / f"{seed:05}"
        folder.mkdir()
        path = Schemas(seed, folder).one()
        section = refused(path)
        judged["incorrect" if section else "correct"] += 1
        seen[folder] = section
        path.rename(folder / ("i.rng" if section else "c.rng"))
        if not section:
            lay(folder, documents(folder / "c.rng", seed), judged, IDENTIFIERS)
    differing = otherwise(tmp_path, identifiers=False)
    assert not [path for path in differing if seen[path.parent] not in UNSEEN]
    assert len(differing) <= len(seeds) // 100 + 1
    assert all(judged[each] > len(seeds) / 5 for each in ("incorrect", "correct", "v", "i")), judged


def test_random_identifiers(tmp_path: Path) -> None:
    """Schemas that have ID or IDREF: sound ones with their documents, others without."""
    judged: Counter[str] = Counter()
    for seed in range(400):
        folder = tmp_path / f"{seed:05}"
        folder.mkdir()
        path = Schemas(seed, folder).one(broken=0)
        compiled = None if refused(path) else compile_schema(path)
        if compiled is None or not compiled.identifiers:
            shutil.rmtree(folder)
            continue
        path.rename(folder / ("c.rng" if compiled.sound else "i.rng"))
        judged["sound" if compiled.sound else "unsound"] += 1
        if compiled.sound:
            lay(folder, documents(folder / "c.rng", seed), judged, frozenset())
    assert not otherwise(tmp_path, identifiers=True)
    assert judged["sound"]
    assert judged["unsound"]


def real_schemas() -> Iterator[Path]:
    yield ROOT / "schema" / "recensio.rng"
    yield from sorted((SHARED / "corpora").rglob("*.rng"))


@pytest.mark.parametrize("number", [8, pytest.param(300, marks=pytest.mark.long)])
def test_documents_of_real_schemas(number: int, tmp_path: Path) -> None:
    judged: Counter[str] = Counter()
    for path in real_schemas():
        folder = tmp_path / path.stem
        folder.mkdir()
        shutil.copy(path, folder / "c.rng")
        made = documents(folder / "c.rng", seed=number, number=number, size=40)
        lay(folder, made, judged, frozenset())
    assert not otherwise(tmp_path, identifiers=True)
    assert judged["v"]
    assert judged["i"]


@needs_corpora
@pytest.mark.parametrize("number", [12, pytest.param(150, marks=pytest.mark.long)])
def test_mutations_of_real_documents(number: int, tmp_path: Path) -> None:
    """Real editions, held to every real schema, as they are and spoiled."""
    chance = Random(number)  # noqa: S311
    small = [p for p in (SHARED / "corpora").rglob("*.xml") if p.stat().st_size < 150_000]
    for path in real_schemas():
        folder = tmp_path / path.stem
        folder.mkdir()
        shutil.copy(path, folder / "c.rng")
        chosen = filter(None, map(tree_at, chance.sample(sorted(small), min(number, len(small)))))
        lay(folder, with_mutations(chosen, chance), Counter(), frozenset())
    assert not otherwise(tmp_path, identifiers=True)


def refused(schema: Path) -> str:
    """The section that a schema breaks, or nothing."""
    try:
        compile_schema(schema)
    except SchemaFault as fault:
        return fault.section
    return ""


def documents(schema: Path, seed: int, number: int = 5, size: int = 10) -> Iterator[Tree]:
    """Documents of a schema, each followed by mutations of it; none if it has none."""
    try:
        made = list(Documents(read_schema(schema), seed, size).trees(number))
    except (CannotBe, NoAddress):
        return
    yield from with_mutations(made, Random(seed))  # noqa: S311


def with_mutations(trees: Iterator[Tree] | list[Tree], chance: Random) -> Iterator[Tree]:
    for tree in trees:
        yield tree
        yield from (mutated(tree, chance, chance.choice((1, 1, 2))) for _ in range(3))


def lay(folder: Path, trees: Iterator[Tree], judged: Counter[str], less: frozenset[str]) -> None:
    """Write documents under names that say whether we hold them to be valid."""
    schema = Schema(compile_schema(folder / "c.rng"))
    advice = Advice(schema)
    for number, tree in enumerate(trees):
        content = etree.tostring(tree, encoding="utf-8", xml_declaration=True)
        found = {finding.code for finding in findings(content, schema, advice)} - less
        kind = "i" if found else "v"
        judged[kind] += 1
        (folder / f"{number:04}.{kind}.xml").write_bytes(content)


def tree_at(path: Path) -> Tree | None:
    """A document without a DTD; nothing where it has one or cannot be read."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False, collect_ids=False)
    try:
        tree = etree.parse(path, parser)
    except etree.XMLSyntaxError:
        return None
    return None if tree.docinfo.doctype else tree
