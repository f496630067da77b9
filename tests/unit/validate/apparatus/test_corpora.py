"""Real editions: what is said of them was read against the files, and planted faults are found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from recensio.corpus import read_corpus
from recensio.model.catalogue import Severity
from recensio.model.problem import Problem
from recensio.project import open_project
from recensio.validate.apparatus import apparatus
from tests.support import ROOT, SHARED, needs_corpora, tei
from tests.unit.validate.apparatus.documents import checked
from tests.unit.validate.apparatus.seeds import MARK
from tests.unit.validate.apparatus.test_seeds import mended, said

CORPORA: Final = SHARED / "corpora"
CALPURNIUS: Final = "calpurnius-location-referenced"
PTA: Final = "pta-parallel-segmentation"
DHARMA: Final = "dharma/DHARMA_CritEdAmaramalaBLBurnell436e.xml"
SARIT: Final = "sarit-double-end-point/vatsyayana-nyayabhasya.xml"
YASNA: Final = "tei-stylesheets-test/testapp2.xml"
PARIS: Final = "tei-stylesheets-test/testapp.xml"
POEM: Final = f"{CALPURNIUS}/Poem2.xml"
SYNODAL: Final = f"{PTA}/pta0013.pta003.pta-grc1.xml"
NOAH: Final = f"{PTA}/pta0001.pta036.pta-grc1.xml"
BIBLICAL: Final = f"{PTA}/pta0001.pta026.pta-grcBibex.xml"
SPINE: Final = "frankenstein-standoff/spine_C04.xml"

READ: Final = {
    CALPURNIUS: {
        "WIT001": 14, "WIT003": 2, "WIT004": 5, "APP004": 3, "APP005": 8,
    },
    PTA: {
        "WIT001": 10, "WIT003": 5, "WIT004": 5, "APP004": 6, "APP005": 1, "APP006": 11,
        "APP009": 1, "APP011": 1,
    },
    "dharma": {},
    "frankenstein-standoff": {},
    "perseus-latin": {},
    "rusdracor": {},
    "sarit-double-end-point": {"APP001": 1},
    "schnitzler-briefe": {},
    "schnitzler-briefe-registers": {},
    "schnitzler-tagebuch": {},
    "tei-guidelines": {},
    "tei-p5-test": {"APP014": 1},
    "tei-stylesheets-test": {"WIT001": 1},
}  # fmt: skip
"""Errors and warnings of each folder; each was read against its file and is true."""


@dataclass(frozen=True)
class Planted:
    """A fault in a file of the corpora: the first `old` becomes `new`, with its place marked."""

    name: str
    file: str
    old: str
    new: str
    code: str
    mends: bool = True


PLANTED: Final = (
    Planted("siglum", DHARMA, 'wit="#msBL">rasmi', '¦wit="#msBl">rasmi', "WIT001"),
    Planted("siglum of one letter", NOAH, 'wit="#A">παριστᾷ', '¦wit="#Q">παριστᾷ', "WIT001", False),
    Planted("siglum", YASNA, 'wit="#Pt4">paouruiiē', '¦wit="#Pt">paouruiiē', "WIT001"),
    Planted("siglum", PARIS, 'wit="#fr"', '¦wit="#f"', "WIT001", False),
    Planted("printed siglum", PARIS, 'wit="#fr"', '¦wit="#FR"', "WIT001"),
    Planted("siglum", SARIT, 'wit="#Thakur1997">sarva', '¦wit="#Thakur1979">sarva', "WIT001"),
    Planted("siglum", SPINE, 'wit="#f1831"', '¦wit="#f1832"', "WIT001", False),
    Planted("siglum", SPINE, 'wit="#fThomas"', '¦wit="#fTomas"', "WIT001"),
    Planted("no hash", SYNODAL, 'wit="#La #Pg #Vi">ἀγ', '¦wit="La #Pg #Vi">ἀγ', "WIT004"),
    Planted("no hash", DHARMA, 'wit="#msBL">rasmi', '¦wit="msBL">rasmi', "WIT004"),
    Planted("twice in a value", SYNODAL, 'wit="#La #Pg #Vi">ἀγ', '¦wit="#La #Pg #La">ἀγ', "WIT003"),
    Planted("in two readings", YASNA, 'wit="#F2">paouruiiō', '¦wit="#Pt4">paouruiiō', "WIT003",
            False),
    Planted("second lemma", SYNODAL, '<rdg wit="#Pg">δὲ</rdg>', '¦<lem wit="#Pg">δὲ</lem>',
            "APP003"),
    Planted("equal", SYNODAL, '<rdg wit="#La #Pg #Vi">τελειοτέρας</rdg>',
            '<rdg wit="#La">τελειοτέρας</rdg>¦<rdg wit="#Pg #Vi">τελεωτέρας</rdg>', "APP005"),
    Planted("equal", PARIS, '<rdg wit="#fr">bûchers', '¦<rdg wit="#fr">butchery', "APP005", False),
    Planted("empty", SYNODAL, '<rdg wit="#Pg">δὲ</rdg>', '¦<rdg wit="#Pg"/>', "APP006"),
    Planted("empty lemma", DHARMA, '<lem type="norm">raśmi</lem>', "¦<lem/>", "APP007", False),
    Planted("lacuna closed", SYNODAL, '<rdg wit="#Pg">δὲ', '<rdg wit="#Pg">¦<lacunaEnd/>δὲ',
            "APP010", False),
    Planted("lacuna opened", BIBLICAL, '<rdg cause="orthographic" wit="#Kb">ἄγϊον</rdg>',
            '<rdg cause="orthographic" wit="#Kb">ἄγϊον¦<lacunaStart wit="#Ph"/></rdg>', "APP009"),
    Planted("method", SYNODAL, 'method="parallel-segmentation"', '¦method="double-end-point"',
            "APP012"),
    Planted("external", SYNODAL, 'location="internal"', '¦location="external"', "APP014"),
    Planted("no declaration", SYNODAL,
            '<variantEncoding method="parallel-segmentation" location="internal"/>', "", "APP013"),
    Planted("@from", YASNA, 'from="#Y-36.01_L1_W-03"', '¦from="#Y-36.01_L1_W-93"', "APP015", False),
    Planted("@from", SARIT, 'from="#nyāyabhāṣya__36r1MZIPO5H', '¦from="#nyāyabhāṣya_36r1MZIPO5H',
            "APP015"),
    Planted("reversed", SARIT,
            'from="#nyāyabhāṣya__36r1MZIPO5HXDW83O1BJ4A4YKUB" '
            'to="#nyāyabhāṣya__36r1MZIPO5L49S8AOU9QCE7W0KP"',
            'from="#nyāyabhāṣya__36r1MZIPO5L49S8AOU9QCE7W0KP" '
            '¦to="#nyāyabhāṣya__36r1MZIPO5HXDW83O1BJ4A4YKUB"', "APP016"),
    Planted("same span", YASNA, '<app  from="#Y-36.01_L1_W-02">', '¦<app from="#Y-36.01_L1_W-01">',
            "APP018", False),
    Planted("group of one", SYNODAL, '<rdg wit="#Pg">δὲ</rdg>',
            '¦<rdgGrp><rdg wit="#Pg">δὲ</rdg></rdgGrp>', "APP017"),
    Planted("siglum in a poem", POEM, 'wit="#G #P">ydas', '¦wit="#G,#P">ydas', "WIT004"),
)  # fmt: skip


def files_of(name: str) -> dict[str, str]:
    """The file, and for Calpurnius the one that declares its witnesses."""
    files = {"a.xml": (CORPORA / name).read_text(encoding="utf-8")}
    if name.startswith(CALPURNIUS):
        witnesses = CORPORA / CALPURNIUS / "MSDESC.xml"
        files["MSDESC.xml"] = witnesses.read_text(encoding="utf-8")
    return files


def grave(problems: list[Problem]) -> Counter[str]:
    return Counter(p.code for p in problems if p.severity is not Severity.INFO)


@needs_corpora
@pytest.mark.parametrize("folder", READ)
def test_what_is_said_of_an_edition_was_read(folder: str) -> None:
    corpus = read_corpus(open_project([CORPORA / folder])).value
    problems = list(apparatus(corpus))
    assert grave(problems) == Counter(READ[folder])
    habits = Counter(p.code for p in problems if p.severity is Severity.INFO)
    assert all(count <= 2 for count in habits.values())


def test_nothing_is_said_of_our_own_edition() -> None:
    assert not list(apparatus(read_corpus(open_project([ROOT])).value))


@needs_corpora
@pytest.mark.parametrize("seed", PLANTED, ids=lambda seed: f"{seed.name} in {Path(seed.file).stem}")
def test_a_fault_in_an_edition_is_found(tmp_path: Path, seed: Planted) -> None:
    clean = files_of(seed.file)
    assert seed.old in clean["a.xml"]
    marked = clean["a.xml"].replace(seed.old, seed.new, 1)
    before, mark, after = marked.partition(MARK)
    problems = checked(tmp_path / "planted", {**clean, "a.xml": before + after})
    earlier = said(checked(tmp_path / "clean", clean))
    new = said(problems) - earlier
    assert [code for code, _ in new.elements()] == [seed.code]
    (found,) = (p for p in problems if (p.code, p.message) in new)
    if mark:
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        assert (found.location.line, found.location.column) == place
    assert (found.fix is not None) == seed.mends
    if found.fix:
        text = mended(before + after, found)
        assert not said(checked(tmp_path / "mended", {**clean, "a.xml": text})) - earlier


@needs_corpora
def test_the_examples_of_the_guidelines_are_no_faults(tmp_path: Path) -> None:
    """Each example of chapter 12, its sigla declared."""
    examples = sorted((CORPORA / "tei-guidelines" / "tc-examples").glob("*.xml"))
    seen = 0
    for example in examples:
        text = declared(example.read_text(encoding="utf-8"))
        seen += text.count("<app")
        problems = checked(tmp_path / example.stem, {"a.xml": text})
        assert not grave(problems), (example.stem, problems)
    assert seen > 40


def declared(example: str) -> str:
    """An example as the body of a document that has the witnesses and places that it names."""
    content = re.sub(r"<\?xml.*?\?>", "", example, flags=re.DOTALL)
    content = content.replace("http://www.tei-c.org/ns/Examples", "http://www.tei-c.org/ns/1.0")
    content = content.replace('"example.xml#', '"http://example.com/example.xml#')
    content = content.replace("<egXML", "<div").replace("</egXML>", "</div>")
    there = set(re.findall(r'xml:id="([^"]*)"', content))
    sigla = {s for value in re.findall(r'wit="([^"]*)"', content) for s in value.split()}
    places = dict.fromkeys(re.findall(r'(?:from|to)="#([^"]*)"', content))
    witnesses = "".join(f'<witness xml:id="{s[1:]}"/>' for s in sorted(sigla) if s[1:] not in there)
    anchors = "".join(f'<anchor xml:id="{place}"/>' for place in places if place not in there)
    return tei(f"<listWit>{witnesses}</listWit><p>{anchors}</p>{content}")
