"""The editions of strangers: every TEI file publishes, nothing of it is lost or made up.

A selection is built in every run; `pytest -m long` builds all of ../shared/corpora.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from recensio.corpus import read_corpus
from recensio.model.document import Artifact
from recensio.model.problem import Problem
from recensio.pipeline import Request, build
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.prepare import Edition, prepare
from tests.counting import counted, differences, shown_wrongly, sigla_of
from tests.sites import faults, misplaced, site_of
from tests.support import NS, SHARED, Element, Run, Tree, laid_out, needs_corpora, tei

CORPORA = SHARED / "corpora"
ROOTS = {f"{{{NS['t']}}}TEI", f"{{{NS['t']}}}teiCorpus", "TEI", "teiCorpus", "TEI.2", "teiCorpus.2"}
ILL_FORMED = {
    "calpurnius-location-referenced/page-11.xml": (1, 20),
    "perseus-latin/phi0692.phi009.perseus-lat1.xml": (409, 34),
    "perseus-latin/phi0972.phi001.perseus-eng1.xml": (745, 82),
    "schnitzler-briefe-registers/editionsrichtlinien.xml": (684, 12),
    "tei-stylesheets-test/testrend.xml": (26, 15),
}
SELECTION = (
    "calpurnius-location-referenced/Poem3.xml",
    "dharma/DHARMA_CritEdAmaramalaBLBurnell436e.xml",
    "frankenstein-standoff/spine_C04.xml",
    "perseus-latin/stoa0261.stoa0002.perseus-lat1.xml",
    "pta-parallel-segmentation/pta0040.pta001.pta-grc1.xml",
    "rusdracor/gogol-igroki.xml",
    "sarit-double-end-point/vatsyayana-nyayabhasya.xml",
    "schnitzler-briefe/L00021.xml",
    "schnitzler-tagebuch/entry__1914-09-08.xml",
    "tei-p5-test/testall.xml",
    "tei-p5-test/testcorpus.xml",
    "tei-p5-test/testtite6.xml",
    "tei-stylesheets-test/testapp2.xml",
    "tei-guidelines/tei_lite.odd",
)

pytestmark = needs_corpora


def independent_parser() -> etree.XMLParser:
    """A parser that is not ours."""
    return etree.XMLParser(resolve_entities=False, collect_ids=False)


@cache
def is_tei(path: Path) -> bool:
    """Whether a file is well-formed and its root is that of a TEI document."""
    try:
        return etree.parse(path, independent_parser()).getroot().tag in ROOTS
    except etree.XMLSyntaxError:
        return False


def files() -> list[str]:
    if not CORPORA.is_dir():
        return []
    found = (path for path in sorted(CORPORA.rglob("*")) if path.suffix in (".xml", ".odd"))
    return [path.relative_to(CORPORA).as_posix() for path in found if is_tei(path)]


@dataclass(frozen=True)
class Published:
    """A file and everything that was made of it."""

    source: Tree
    edition: Edition
    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]

    def read_json(self, name: str) -> Any:
        (content,) = (a.content for a in self.artifacts if a.path == f"data/{name}.json")
        return json.loads(content)


def published(path: Path) -> Published:
    read = read_corpus(open_project([path]))
    ready = prepare(read.value)
    made = [OUTPUTS[name](ready.value, Conditions()) for name in ("tei", "data", "site")]
    return Published(
        source=read.value.documents[0].tree,
        edition=ready.value,
        artifacts=tuple(artifact for outcome in made for artifact in outcome.value),
        problems=(*read.problems, *ready.problems, *(p for o in made for p in o.problems)),
    )


def check(path: Path) -> None:
    """Everything that must be true of a file that is published alone."""
    result = published(path)
    assert len(result.edition.prepared) == 1, [problem.message for problem in result.problems]
    assert not [p for p in result.problems if p.code == "PUB005"]
    paths = Counter(artifact.path.casefold() for artifact in result.artifacts)
    assert not [path for path, times in paths.items() if times > 1]
    check_text(result)
    check_apparatus(path, result)
    check_hooks(result)
    check_nothing_hidden(result)
    check_order(result)
    assert not list(faults(site_of(result.artifacts)))
    assert not list(misplaced(site_of(result.artifacts)))


def check_text(result: Published) -> None:
    """The prepared document has the elements, texts, comments and attributes of the source."""
    after = result.edition.prepared[0].document.tree
    for one, other in zip(result.source.iter(), after.iter(), strict=True):
        assert (one.tag, one.text, one.tail) == (other.tag, other.text, other.tail)
    (tei_file,) = (a.content for a in result.artifacts if a.path.startswith("tei/"))
    again = etree.fromstring(tei_file, etree.XMLParser(huge_tree=True))
    assert "".join(map(str, again.itertext())) == "".join(map(str, after.getroot().itertext()))
    names = [name for e in again.iter("*") if (name := e.get(f"{{{XML}}}id")) is not None]
    assert len(names) == len(set(names))


XML = "http://www.w3.org/XML/1998/namespace"


def plain_root(path: Path, result: Published) -> Element:
    """The document as lxml reads it; as we do where it has entities, inclusions or is no TEI P5."""
    root = etree.parse(path, independent_parser()).getroot()
    foreign = root.tag not in (f"{{{NS['t']}}}TEI", f"{{{NS['t']}}}teiCorpus")
    others = next(root.iter(etree.Entity, f"{{{NS['xi']}}}include"), None) is not None
    return result.source.getroot() if foreign or others else root


def page_of(result: Published) -> Element:
    """The page of the text itself, beside which those of its witnesses stand in a folder."""
    pages = site_of(result.artifacts).pages
    (found,) = (page for path, page in pages.items() if re.fullmatch("texts/[^/]*", path))
    return found


def check_apparatus(path: Path, result: Published) -> None:
    """Data and page hold the entries, readings and sigla of the source, all and no more."""
    root, entries = plain_root(path, result), result.read_json("apparatus")["entries"]
    expected = counted(root, sigla_of([root]))
    assert list(differences(expected, entries)) == []
    identifiers = [entry["id"] for entry in entries]
    assert "" not in identifiers
    assert len(identifiers) == len(set(identifiers))
    page = page_of(result)
    assert list(shown_wrongly(expected, identifiers, page)) == []


def check_hooks(result: Published) -> None:
    """What the page marks as entry, lemma and reading agrees with the data."""
    page = page_of(result)
    entries = {entry["id"]: entry for entry in result.read_json("apparatus")["entries"]}
    marked = Counter(e.get("data-lemma", "") for e in page.iter("*") if "data-lemma" in e.attrib)
    assert marked.keys() <= entries.keys()
    assert not [name for name, times in marked.items() if times > 1]
    notes = {note["id"] for note in result.read_json("notes")["notes"]}
    assert {e.get("data-note") for e in page.iter("*") if "data-note" in e.attrib} <= notes


def check_nothing_hidden(result: Published) -> None:
    """Every piece of text of the document stands somewhere on its page."""
    page = page_of(result)
    shown = "".join("".join(map(str, page.itertext())).split())
    root = result.edition.prepared[0].document.tree.getroot()
    pieces = ("".join(str(text).split()) for text in words_of(root))
    assert [piece for piece in pieces if piece not in shown] == []


BESIDE = {
    *("mark", "place-mark", "noteref", "cite", "pb", "milestone", "line-number"),
    "page-image",
    *("around", "gap", "graphic", "lemma", "inline-note", "fetched", "list-app", "figDesc"),
}
"""Classes of what a page has beside the running text; entries and notes stand at its foot."""

APART = {
    f"{{{NS['t']}}}{name}"
    for name in ("app", "note", "listApp", "gap", "eg", "teiHeader", "figDesc", "graphic", "media")
} | {"{http://www.tei-c.org/ns/Examples}egXML"}


def check_order(result: Published) -> None:
    """The running text stands on the page once and in its order, whatever else stands there."""
    page = page_of(result)
    (shown,) = page.xpath("//div[@class='text']")
    root = result.edition.prepared[0].document.tree.getroot()
    found = root.xpath("(.//t:titleStmt)[1]/t:title[not(@type='sub')]", namespaces=NS)
    titles = {" ".join("".join(each.itertext()).split()) for each in found}
    assert bare(read_on(shown)) == bare(running(root, titles))


def bare(words: Iterable[str]) -> str:
    """The letters, less white space and the brackets of what is supplied or too much."""
    return re.sub(r"[\s⟨⟩{}]", "", "".join(words))


def read_on(element: Element) -> Iterator[str]:
    if element.tag in ("aside", "pre") or {*element.get("class", "").split()} & BESIDE:
        return
    yield element.text or ""
    for child in element.iterchildren("*"):
        yield from read_on(child)
        yield child.tail or ""


def running(element: Element, titles: set[str]) -> Iterator[str]:
    """The running text; a pointer without words shows its target, a title is not said twice."""
    if element.tag in APART or is_title(element, titles):
        return
    yield element.text or ""
    if element.tag in (f"{{{NS['t']}}}ref", f"{{{NS['t']}}}ptr") and bare(element.itertext()) == "":
        yield (element.get("target", "").split() or [""])[0]
    for child in element:
        if isinstance(child.tag, str):
            yield from running(child, titles)
        yield child.tail or ""


def is_title(element: Element, titles: set[str]) -> bool:
    """Whether a heading begins the only text of a document and says its title again."""
    around = [etree.QName(each).localname for each in (element, *element.iterancestors())]
    first = element.getprevious() is None
    words = " ".join("".join(map(str, element.itertext())).split())
    return around[:3] == ["head", "div", "body"] and first and words in titles


def words_of(root: Element) -> Any:
    """The text nodes beside the header.

    Left out are descriptions of gaps, which are titles, and text right inside an app, where TEI
    allows none.
    """
    hidden = "ancestor::t:gap or ancestor::t:teiHeader or parent::t:app"
    return root.xpath(f".//text()[not({hidden})]", namespaces=NS)


@pytest.mark.parametrize("name", SELECTION)
def test_a_stranger_s_file_publishes(name: str) -> None:
    check(CORPORA / name)


@pytest.mark.long
@pytest.mark.parametrize("name", files())
def test_every_stranger_s_file_publishes(name: str) -> None:
    check(CORPORA / name)


@pytest.mark.parametrize("name", ILL_FORMED)
def test_ill_formed_files_are_reported_with_line_and_column(name: str, recensio: Any) -> None:
    path = CORPORA / name
    run: Run = recensio("validate", path, "--format", "json")
    (problem,) = json.loads(run.out)["problems"]
    assert run.code == 1
    assert (problem["code"], problem["path"]) == ("SRC001", str(path))
    assert (problem["line"], problem["column"]) == ILL_FORMED[name]


class Silence:
    """A listener that says nothing."""

    def started(self, stage: str, position: int, total: int) -> None: ...

    def finished(self, stage: str, seconds: float) -> None: ...


def test_ill_formed_files_stop_nothing(tmp_path: Path) -> None:
    folder = laid_out(tmp_path / "edition", {"good.xml": tei("<p>Good.</p>"), "z.xml": tei()})
    for name in ILL_FORMED:
        (folder / Path(name).name).write_bytes((CORPORA / name).read_bytes())
    state = build(Request(open_project([folder]), tmp_path / "out", ("site",)), Silence())
    assert Counter(p.code for p in state.problems) == {"SRC001": len(ILL_FORMED)}
    assert (tmp_path / "out" / "site" / "texts" / "good.html").is_file()
    assert (tmp_path / "out" / "site" / "texts" / "z.html").is_file()


@pytest.mark.long
@pytest.mark.parametrize("folder", sorted({name.partition("/")[0] for name in files()}))
def test_every_folder_is_an_edition(folder: str, tmp_path: Path) -> None:
    request = Request(open_project([CORPORA / folder]), tmp_path / "out", ("data", "site"))
    state = build(request, Silence())
    assert state.edition is not None
    wanted = [name for name in files() if name.startswith(f"{folder}/")]
    assert len(state.edition.prepared) == len(wanted)
    site = site_of(state.artifacts)
    assert not list(faults(site))
    (content,) = (a.content for a in state.artifacts if a.path == "data/apparatus.json")
    entries: dict[str, list[Any]] = defaultdict(list)
    for entry in json.loads(content)["entries"]:
        entries[entry["document"]].append(entry)
    roots = {d.id: d.tree.getroot() for d in read_corpus(request.project).value.documents}
    for name, root in roots.items():
        expected = counted(root, sigla_of([root, *roots.values()]))
        assert list(differences(expected, entries[name])) == []
        names = [entry["id"] for entry in entries[name]]
        assert list(shown_wrongly(expected, names, site.pages[f"texts/{name}.html"])) == []


def examples() -> list[str]:
    folder = CORPORA / "tei-guidelines" / "tc-examples"
    return sorted(path.name for path in folder.glob("*.xml")) if folder.is_dir() else []


@pytest.mark.parametrize("name", examples())
def test_every_example_of_the_guidelines_is_read(name: str, tmp_path: Path) -> None:
    example = (CORPORA / "tei-guidelines" / "tc-examples" / name).read_text(encoding="utf-8")
    root = etree.fromstring(example.replace("http://www.tei-c.org/ns/Examples", NS["t"]))
    content = "".join(etree.tostring(child, encoding="unicode") for child in root)
    path = tmp_path / "example.xml"
    path.write_text(tei((root.text or "") + content), encoding="utf-8")
    check_apparatus(path, published(path))
