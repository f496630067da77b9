"""What is a fault and what is not: the manners of real editions that the rules have to let pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.catalogue import Severity
from recensio.validate.apparatus.declared import Declared
from recensio.validate.apparatus.survey import Survey
from tests.support import codes, corpus_at, tei
from tests.unit.validate.apparatus.documents import LIST, checked, header

EDITION = '[files]\ntexts = ["*.xml"]\n[apparatus]\nkind = "positive"\n'
LEMMA = '<lem wit="#Ad">x</lem>'
GROUP = f'{LEMMA}<rdg wit="#Gr">y</rdg>'
BEGINS = f'{LEMMA}<rdg wit="#Be #Gr">y<witStart wit="#Be"/></rdg>'
BREAKS = f'{LEMMA}<rdg wit="#Be #Gr">y<lacunaStart wit="#Be"/></rdg>'
ENDS = f'{LEMMA}<rdg wit="#Gr">y<witEnd wit="#Co"/></rdg>'


def in_text(*entries: str) -> str:
    """A document with these entries, by parallel segmentation."""
    apps = "\n".join(f"<app>{entry}</app>" for entry in entries)
    return tei(f"{LIST}<p>{apps}</p>", header=header())


@pytest.mark.parametrize(
    "entry",
    [
        f'{LEMMA}<rdg wit="#Be" hand="#h1">y</rdg><rdg wit="#Be" hand="#h2">z</rdg>',
        f'{LEMMA}<rdg wit="#Be" varSeq="1">y</rdg><rdg wit="#Be" varSeq="2">z</rdg>',
        f'{LEMMA}<rdg wit="#Be">y</rdg><!-- in mg. --><rdg wit="#Be">z</rdg>',
        f'{LEMMA}<rdg wit="#Be">y</rdg><rdg wit="#Be"><add>z</add></rdg>',
        f'{LEMMA}<rdg wit="#Be">y</rdg><witDetail wit="#Be">m</witDetail><rdg wit="#Be">z</rdg>',
        f'{LEMMA}<rdg wit="#Be">y</rdg><rdg wit="#Be">z</rdg><note>So the editor.</note>',
        f'{LEMMA}<rdgGrp type="ante"><rdg wit="#Be">y</rdg></rdgGrp><rdg wit="#Be">z</rdg>',
        f'{LEMMA}<rdg wit="#Gr">y</rdg><rdg wit="#Co">z</rdg>',
        f'{LEMMA}<rdg wit="#Be"><app><lem wit="#Be">y</lem><rdg type="x">z</rdg></app></rdg>',
    ],
)
def test_two_texts_of_a_witness_are_told_apart(tmp_path: Path, entry: str) -> None:
    problems = checked(tmp_path, {"a.xml": in_text(entry)})
    assert "WIT003" not in codes(problems)


@pytest.mark.parametrize(
    "entry",
    [
        "<lem>x</lem><note>A note.</note>",
        "<lem>x</lem><!-- vix sanum -->",
        '<lem type="conjecture">x</lem>',
        '<lem resp="#ed">x</lem>',
        '<lem wit="#Ad">x<del>y</del></lem>',
        '<lem wit="#Ad"><gap/></lem>',
        '<lem wit="#Ad">x<app><lem>y</lem><rdg wit="#Be">z</rdg></app></lem>',
        '<rdg wit="#Ad">x</rdg>',
    ],
)
def test_an_entry_without_readings_may_say_something(tmp_path: Path, entry: str) -> None:
    problems = checked(tmp_path, {"a.xml": in_text(entry)})
    assert "APP004" not in codes(problems)


@pytest.mark.parametrize(
    "reading",
    [
        '<rdg wit="#Be" type="om"/>',
        '<rdg wit="#Be" cause="homoeoteleuton"/>',
        '<rdg wit="#Be"><gap/></rdg>',
        '<rdg wit="#Be"><space/></rdg>',
        '<rdg wit="#Be"><lacunaStart/></rdg>',
        '<rdg wit="#Be" copyOf="#x"/>',
        '<rdg source="#Housman"/>',
        '<rdg wit="#Be"/><witDetail wit="#Be">omits it</witDetail>',
        '<rdgGrp type="omissions"><rdg wit="#Be"/><rdg wit="#Co"/></rdgGrp>',
        '<rdg wit="#Be" varSeq="1"/><rdg wit="#Be" varSeq="2"><add>x</add></rdg>',
    ],
)
def test_an_empty_reading_may_say_why(tmp_path: Path, reading: str) -> None:
    problems = checked(tmp_path, {"a.xml": in_text(LEMMA + reading)})
    assert "APP006" not in codes(problems)


@pytest.mark.parametrize(
    "reading",
    [
        '<rdg wit="#Be" type="x">x</rdg>',
        '<rdg wit="#Be" hand="#h">x</rdg>',
        '<rdg wit="#Be"><hi>x</hi></rdg>',
        '<rdg wit="#Be">x</rdg><witDetail wit="#Be">faded</witDetail>',
        '<rdg wit="#Be">x<!-- in ras. --></rdg>',
        '<rdg wit="#Be">X</rdg>',
    ],
)
def test_a_reading_may_look_like_the_lemma(tmp_path: Path, reading: str) -> None:
    problems = checked(tmp_path, {"a.xml": in_text(LEMMA + reading)})
    assert "APP005" not in codes(problems)


@pytest.mark.parametrize(
    "token", ["#Ad", "a.xml#Ad", "a.xml?v=2#Ad", "http://x.y/z#Q", "urn:x:y", "other.xml#Q", "w:Ad"]
)
def test_a_siglum_may_be_any_pointer(tmp_path: Path, token: str) -> None:
    defined = (
        '<listPrefixDef><prefixDef ident="w" matchPattern="(.*)" replacementPattern="#$1"/>'
        "</listPrefixDef>"
    )
    body = f'{LIST}<p><app>{LEMMA}<rdg wit="{token}">y</rdg></app></p>'
    text = tei(body, header=header().replace("<variant", f"{defined}<variant"))
    assert set(codes(checked(tmp_path, {"a.xml": text}))) <= {"WIT003"}


def test_witnesses_may_be_declared_in_another_file(tmp_path: Path) -> None:
    text = tei(f'<p><app>{LEMMA}<rdg wit="#Be">y</rdg></app></p>', header=header())
    assert not checked(tmp_path, {"a.xml": text, "w.xml": tei(LIST)})


def test_witnesses_may_be_the_bibl_of_a_list(tmp_path: Path) -> None:
    listed = '<listBibl><bibl xml:id="Ad"/><bibl xml:id="Be"/></listBibl>'
    body = f'{listed}<p><app>{LEMMA}<rdg wit="#Be">y</rdg><rdg wit="#Bx">z</rdg></app></p>'
    (found,) = checked(tmp_path, {"a.xml": tei(body, header=header())})
    assert (found.code, found.expected[0]) == ("WIT001", "#Be")


def test_a_siglum_used_often_is_declared_by_the_fix(tmp_path: Path) -> None:
    entries = [f'{LEMMA}<rdg wit="#Q">y{n}</rdg>' for n in range(4)]
    (found,) = checked(tmp_path, {"a.xml": in_text(*entries)})
    assert found.message == "the siglum #Q is not declared as a witness (4 times)"
    assert found.fix is not None
    assert found.fix.edits[0].text.strip() == '<witness xml:id="Q"/>'


def test_a_habit_is_said_once(tmp_path: Path) -> None:
    entries = [f'{LEMMA}<rdg wit="#Be"/><rdg wit="#Co">{n}</rdg>' for n in range(9)]
    files = {"a.xml": in_text(*entries), "b.xml": in_text(*entries)}
    (found,) = (p for p in checked(tmp_path, files) if p.code == "APP006")
    assert found.severity is Severity.INFO
    assert "so 18 times in 18 cases" in found.message


def test_names_for_pointers_are_said_once(tmp_path: Path) -> None:
    entries = [f'<lem wit="Ad">x</lem><rdg wit="Be">{n}</rdg>' for n in range(9)]
    (found,) = checked(tmp_path, {"a.xml": in_text(*entries)})
    assert (found.code, found.severity) == ("WIT004", Severity.INFO)


def test_a_lacuna_may_run_on_into_the_next_file(tmp_path: Path) -> None:
    first = in_text(f'{LEMMA}<rdg wit="#Be">y<lacunaStart/></rdg>').replace(LIST, "")
    inside = in_text(f'{LEMMA}<rdg wit="#Be">z</rdg>').replace(LIST, "")
    last = in_text(f'{LEMMA}<rdg wit="#Be"><lacunaEnd/>z</rdg>').replace(LIST, "")
    files = {"a.xml": first, "b.xml": last, "w.xml": tei(LIST)}
    assert not checked(tmp_path / "one", files)
    problems = checked(tmp_path / "two", {**files, "aa.xml": inside})
    assert [(p.code, Path(p.location.path).name) for p in problems] == [("APP011", "aa.xml")]


def test_documents_with_their_own_witnesses_stand_alone(tmp_path: Path) -> None:
    first = in_text(f'{LEMMA}<rdg wit="#Be">y<lacunaStart/></rdg>')
    second = in_text(f'{LEMMA}<rdg wit="#Be">z</rdg>')
    problems = checked(tmp_path, {"a.xml": first, "b.xml": second})
    assert [(p.code, p.severity) for p in problems] == [("APP008", Severity.INFO)]


@pytest.mark.parametrize(
    ("entries", "silent"),
    [
        ([f'{LEMMA}<rdg wit="#Be">y</rdg>'], ["Co, Du"]),
        ([f'{LEMMA}<rdg wit="#Be #Gr">y</rdg>'], []),
        ([f'{LEMMA}<rdg wit="#Be #Gr"><app><lem wit="#Be">y</lem><rdg>z</rdg></app></rdg>'],
         ["Co, Du"]),
        ([f'{LEMMA}<rdg><app><lem wit="#Be">y</lem><rdg wit="#Gr">z</rdg></app></rdg>'], []),
        ([BREAKS, GROUP], []),
        ([GROUP, BEGINS], []),
        ([ENDS, f'{LEMMA}<rdg wit="#Du #Be">y</rdg>'], ["Be"]),
        ([ENDS, f'{LEMMA}<rdg wit="#Du">y</rdg>'], ["Be", "Be"]),
        (["<note>n</note>", '<rdg wit="#Be"><witStart/></rdg>'], []),
        ([f'{LEMMA}<rdg>y</rdg><wit><ref target="#Be">B</ref><ref target="#Gr">C</ref></wit>'], []),
    ],
)  # fmt: skip
def test_a_positive_apparatus(tmp_path: Path, entries: list[str], silent: list[str]) -> None:
    problems = checked(tmp_path, {"a.xml": in_text(*entries), "edition.toml": EDITION})
    said = [p.message for p in problems if p.code == "APP002"]
    assert said == [f"the entry does not say what {sigla} has" for sigla in silent]


def test_the_entry_of_an_included_file_is_found_there(tmp_path: Path) -> None:
    part = '<p xmlns="http://www.tei-c.org/ns/1.0">\n<app><lem wit="#Zz">x</lem></app></p>'
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.xml"/>'
    files = {"a.xml": tei(f"{LIST}{include}", header=header()), "part.xml": part}
    problems = [p for p in checked(tmp_path, files) if p.code == "WIT001"]
    assert [(Path(p.location.path).name, p.location.line) for p in problems] == [("part.xml", 2)]


def test_entries_of_parallel_segmentation_may_not_cross(tmp_path: Path) -> None:
    anchors = "".join(f'<anchor xml:id="a{n}"/>w ' for n in range(6))
    spans = [("a0", "a2"), ("a1", "a3"), ("a4", "a5"), ("a4", "a4")]
    apps = "\n".join(
        f'<app from="#{begin}" to="#{end}"><rdg wit="#Ad">{begin}</rdg></app>'
        for begin, end in spans
    )
    body = f"{LIST}<p>{anchors}\n{apps}</p>"
    text = tei(body, header=header())
    problems = checked(tmp_path / "one", {"a.xml": text})
    crossing = [p for p in problems if p.code == "APP018"]
    first = text[: text.index(apps)].count("\n") + 1
    assert [p.location.line for p in crossing] == [first + 1]
    assert "overlaps the entry of line" in crossing[0].message
    double = tei(body, header=header("double-end-point"))
    assert not checked(tmp_path / "two", {"a.xml": double})


def test_two_entries_may_not_stand_in_each_other(tmp_path: Path) -> None:
    apps = "".join(
        f'<app from="#{there}">{LEMMA}<rdg wit="#Be"><seg xml:id="{here}">y</seg></rdg></app>'
        for here, there in [("one", "two"), ("two", "one")]
    )
    text = tei(f"{LIST}<p>{apps}</p>", header=header("double-end-point"))
    assert set(codes(checked(tmp_path, {"a.xml": text}))) == {"APP019"}


def test_many_lost_places_are_not_all_looked_for(tmp_path: Path) -> None:
    apps = "".join(f'<app from="#q{n}x"><rdg wit="#Ad">y</rdg></app>' for n in range(60))
    body = f'{LIST}<p><seg xml:id="seg-q">x</seg>{apps}</p>'
    problems = checked(tmp_path, {"a.xml": tei(body, header=header("double-end-point"))})
    assert codes(problems) == ["APP015"] * 60


def test_a_place_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    apps = "".join(
        f'<app from="{file}#x"><rdg wit="#Ad">y</rdg></app>'
        for file in ("notes.txt", "absent.xml", "http://a.b/c.xml")
    )
    text = tei(f"{LIST}<p>{apps}</p>", header=header("double-end-point"))
    problems = checked(tmp_path, {"a.xml": text, "notes.txt": "x"})
    assert [p.message.split()[5] for p in problems] == ["absent.xml#x,"]


@pytest.mark.parametrize(
    ("token", "names", "answered"),
    [
        ("#Ad", True, True),
        ("Be", True, True),
        ("#%41d", True, True),
        ("b.xml#Ad", True, True),
        ("w:Ad", True, True),
        ("#hand", False, True),
        ("https://ex.org/x.xml#Zz", False, True),
        ("#Zz", False, False),
        ("Zz", False, False),
        ("#p1", False, False),
    ],
)
def test_reading_and_validation_agree_on_what_a_siglum_names(
    tmp_path: Path, token: str, names: bool, answered: bool
) -> None:
    scheme = '<prefixDef ident="w" matchPattern="([A-Z].)" replacementPattern="#$1"/>'
    hand = '<profileDesc><handNotes><handNote xml:id="hand"/></handNotes></profileDesc>'
    declared = f"<encodingDesc><listPrefixDef>{scheme}</listPrefixDef></encodingDesc>{hand}"
    survey = Survey(corpus_at(tmp_path, {"a.xml": tei(f'{LIST}<p xml:id="p1"/>', header=declared)}))
    (text,) = survey.texts
    assert (token in text.witnesses) is names
    assert Declared(survey).answers(token, text) is answered
