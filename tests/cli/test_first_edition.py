"""A folder of texts becomes a valid first edition by the commands that its README names."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Recensio
from tests.support import NS, ROOT, Run, laid_out

README = ROOT / "src/recensio/cli/beginning/README.md"
PROSE = "Nobody had expected so much water this early in the year, and the mill stood still again."

TEXTS = {
    "letter.txt": (
        "Marlow, 3 May 1821\n\nMy dear Anne,\n\nThe barge came in on Tuesday with the salt, and "
        "Edward Hale with it.\n\nI remain your brother\nJohn\n"
    ),
    "chapter.md": (
        "# The Salt Road\n\nThe road is older than the town.[^1]\n\n## The carriers\n\n"
        "Nobody counted *them*.[^2]\n\n- salt\n- wool\n\n"
        "[^1]: Hale, *The Carriers*, p. 12.\n[^2]: Ibid., p. 14.\n"
    ),
    "diary.txt": (
        f"The Days of the Flood\n\n{PROSE} {PROSE}\n\nA Walk to the Weir\n\n{PROSE} {PROSE} "
        "On 5 June 1821 it fell.\n"
    ),
    "page.html": (
        "<!DOCTYPE html><html lang=en><head><title>The Weir</title><meta name=author "
        "content='Anne Pell'></head><body><nav>Home</nav><h1>The Weir</h1><p>Built in 1790.<sup>"
        "<a href=#n1>1</a></sup><table><tr><th>Year<th>Tolls<tr><td>1820<td>14</table>"
        "<ol><li id=n1>Pell, p. 3.</ol></body></html>"
    ),
    "brief.txt": "Ulm, den 12. März 1822\n\nLieber Bruder,\n\ndie Brücke ist nun fertig.\n",
    "tolls.md": (
        "Tolls\n=====\n\n| Year | Carts |\n| --- | --- |\n| 1820 | 14 |\n\nCarts\tSum\n23\t4\n"
    ),
    "plan.docx": "PK",
    ".notes.txt": "Not for others.",
}


def commands() -> tuple[tuple[str, ...], ...]:
    """The commands of the first block of code in the README, as a shell reads them."""
    lines = README.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("    "))
    block = lines[first : lines.index("", first)]
    return tuple(tuple(shlex.split(part)) for line in block for part in line.split("&&"))


def obeyed(folder: Path, recensio: Recensio) -> tuple[Path, tuple[Run, ...]]:
    """The folder in which the commands of the README end, and how each of them went."""
    runs = []
    for command in commands():
        if command[0] == "cd":
            folder = folder / command[1]
        else:
            assert command[0] == "recensio"
            runs.append(recensio(*command[1:], cwd=folder))
    return folder, tuple(runs)


@pytest.fixture
def begun(tmp_path: Path, recensio: Recensio) -> Path:
    laid_out(tmp_path / "texts", TEXTS)
    return obeyed(tmp_path, recensio)[0]


def test_three_commands_make_a_valid_edition(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path / "texts", TEXTS)
    edition, runs = obeyed(tmp_path, recensio)
    assert [run.code for run in runs] == [0, 0, 0]
    assert "left out plan.docx" in runs[1].out
    assert "6 of 6 sources imported" in runs[1].out
    stems = {path.stem for path in (edition / "tei/texts").iterdir()}
    assert stems == {"ferry", "letter", "chapter", "diary", "page", "brief", "tolls"}
    run = recensio("validate", "--strict", cwd=edition)
    assert (run.code, "no problems" in run.out + run.err) == (0, True)
    assert '<date when="1821-05-03">3 May 1821</date>' in text(edition, "letter")


def test_it_is_built(begun: Path, recensio: Recensio) -> None:
    assert recensio("build", cwd=begun).code == 0
    pages = {path.stem for path in (begun / "output/site/texts").glob("*.html")}
    assert pages >= {"ferry", "letter", "chapter", "diary", "page", "brief", "tolls"}
    assert (begun / "output/pdf/edition.pdf").is_file()
    built = "".join(p.read_text() for p in (begun / "output/tei").rglob("*.xml"))
    assert str(begun.parent) not in built


def test_the_ballad_can_go(begun: Path, recensio: Recensio) -> None:
    (begun / "tei/texts/ferry.xml").unlink()
    assert recensio("validate", cwd=begun).code == 0
    assert recensio("build", "--only", "site,data", cwd=begun).code == 0


def test_the_ballad_can_go_first(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path / "texts", TEXTS)
    recensio("new", "mine", cwd=tmp_path)
    (tmp_path / "mine/tei/texts/ferry.xml").unlink()
    assert recensio("import", "../texts", cwd=tmp_path / "mine").code == 0
    assert recensio("annotate", cwd=tmp_path / "mine").code == 0


def test_a_header_can_be_published(begun: Path) -> None:
    header = etree.parse(begun / "tei/texts/diary.xml").find(".//t:teiHeader", NS)
    assert header is not None
    words = " ".join("".join(header.itertext()).split())
    assert header.findtext(".//t:title", namespaces=NS) == "The Days of the Flood"
    assert "diary.txt" in words
    assert len(header.findtext(".//t:idno[@type='sha256']", "", NS)) == 64
    assert "Recensio" in words
    assert "/" not in words
    title = etree.parse(begun / "tei/texts/letter.xml").findtext(".//t:title", namespaces=NS)
    assert title == "letter"


def test_reports_are_no_part_of_the_edition(begun: Path) -> None:
    assert sorted(path.name for path in (begun / "reports").glob("letter.*")) == [
        "letter.import.json",
        "letter.import.txt",
    ]
    assert {path.suffix for path in (begun / "tei/texts").iterdir()} == {".xml"}


# --- names ---------------------------------------------------------------------------------------


def test_names_that_no_register_has_are_proposed(begun: Path, recensio: Recensio) -> None:
    command = next(line for line in README.read_text().splitlines() if "--propose" in line)
    assert recensio(*command.split()[1:], cwd=begun).code == 0
    assert "Edward Hale" in (begun / "names.xml").read_text()
    assert (begun / "names.txt").is_file()
    assert recensio("validate", cwd=begun).code == 0


def test_an_entry_and_a_decision_are_obeyed(begun: Path, recensio: Recensio) -> None:
    entry = (
        '<person xml:id="hale"><persName type="canonical"><surname>Hale</surname>, '
        "<forename>Edward</forename></persName></person></listPerson>"
        "<listOrg><org xml:id='mill'><orgName>The Mill</orgName></org></listOrg>"
    )
    persons = begun / "tei/registers/persons.xml"
    persons.write_text(persons.read_text().replace("</listPerson>", entry))
    assert recensio("annotate", cwd=begun).code == 0
    assert '<persName ref="#hale">Edward Hale</persName>' in text(begun, "letter")
    decision = '[[decision]]\ntext = "on [Tuesday] with"\nwhen = "1821-05-01"\n'
    (begun / "tei/decisions.toml").write_text(decision)
    assert recensio("annotate", cwd=begun).code == 0
    assert '<date when="1821-05-01">Tuesday</date>' in text(begun, "letter")
    assert recensio("validate", cwd=begun).code == 0


# --- another import ------------------------------------------------------------------------------


def text(edition: Path, name: str) -> str:
    return (edition / f"tei/texts/{name}.xml").read_text(encoding="utf-8")


def written(edition: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (edition / "tei/texts").iterdir()}


def test_an_import_of_the_same_leaves_everything_as_it_stands(
    begun: Path, recensio: Recensio
) -> None:
    letter = begun / "tei/texts/letter.xml"
    letter.write_text(letter.read_text().replace("<title>letter</title>", "<title>To Anne</title>"))
    before = written(begun)
    (begun.parent / "texts/added.txt").write_text("One more.")
    run = recensio("import", "../texts", cwd=begun)
    assert run.code == 0
    assert "6 left as they stand" in run.out
    after = written(begun)
    assert after.pop("added.xml")
    assert after == before


def test_a_source_that_has_changed_is_imported_anew(begun: Path, recensio: Recensio) -> None:
    source = begun.parent / "texts/letter.txt"
    source.write_text(source.read_text().replace("salt", "wool"))
    assert recensio("import", "../texts", cwd=begun).code == 0
    assert "wool" in text(begun, "letter")
    assert recensio("annotate", cwd=begun).code == 0
    assert '<date when="1821-05-03">' in text(begun, "letter")


def test_a_text_that_was_changed_by_hand_is_not_written_over(
    begun: Path, recensio: Recensio
) -> None:
    letter, source = begun / "tei/texts/letter.xml", begun.parent / "texts/letter.txt"
    letter.write_text(letter.read_text().replace("My dear Anne", "My <hi>dear</hi> Anne"))
    source.write_text(source.read_text().replace("salt", "wool"))
    before = written(begun)
    run = recensio("import", "../texts", cwd=begun)
    assert run.code == 1
    assert "changed by hand since it was imported" in run.err
    assert "5 of 6 sources imported" in run.out
    assert written(begun) == before


def test_a_text_that_is_no_import_is_not_written_over(begun: Path, recensio: Recensio) -> None:
    (begun.parent / "texts/ferry.txt").write_text("A letter on the ferry.")
    before = written(begun)
    run = recensio("import", "../texts/ferry.txt", cwd=begun)
    assert run.code == 1
    assert "SRC013" in run.err
    assert written(begun) == before


def test_of_two_sources_of_one_name_the_first_is_imported(begun: Path, recensio: Recensio) -> None:
    texts = laid_out(begun.parent / "twins", {"one.md": "First.", "ONE.txt": "Second."})
    run = recensio("import", texts, cwd=begun)
    assert run.code == 1
    assert "1 of 2 sources imported" in run.out
    assert "rename one of the two" in run.err


# --- profiles ------------------------------------------------------------------------------------


def test_a_profile_is_found_by_the_name_of_its_source(begun: Path, recensio: Recensio) -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("    language ="))
    example = "\n".join(line.strip() for line in lines[first : first + 3])
    texts = begun.parent / "texts"
    (texts / "diary.txt").write_text(TEXTS["diary.txt"] + "\nTop of page\n")
    laid_out(begun / "tei/sources", {"brief.toml": 'language = "de"\n', "diary.toml": example})
    run = recensio("import", "../texts", cwd=begun)
    assert (run.code, run.err) == (0, "no problems\n")
    assert 'xml:lang="de"' in text(begun, "brief")
    assert "<head" not in text(begun, "diary")
    assert "Top of page" not in text(begun, "diary")
    assert 'xml:lang="en"' in text(begun, "chapter")
    assert recensio("validate", cwd=begun).code == 0
    assert recensio("build", "--only", "site", cwd=begun).code == 0


def test_a_profile_with_a_mistake_is_reported(begun: Path, recensio: Recensio) -> None:
    laid_out(begun / "tei/sources", {"brief.toml": "languge = 'de'\n"})
    run = recensio("import", "../texts", cwd=begun)
    assert run.code == 1
    assert "SRC010" in run.err


def test_the_corrections_of_the_readme_are_made(begun: Path, recensio: Recensio) -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("    resp ="))
    example = "\n".join(line.strip() for line in lines[first : first + 2])
    corrections = example.replace("line = 7", "line = 1")
    laid_out(begun.parent / "texts", {"note.txt": "All tbe water.\n"})
    files = {"note.toml": 'corrections = "note.corrections.toml"\n'}
    laid_out(begun / "tei/sources", {**files, "note.corrections.toml": corrections})
    assert recensio("import", "../texts", cwd=begun).code == 0
    assert "<sic>tbe</sic>" in text(begun, "note")
    assert recensio("validate", cwd=begun).code == 0


def test_one_profile_for_a_folder(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path, {"in/a.txt": "Eins.", "in/b.txt": "Zwei.", "p.toml": 'language = "de"\n'})
    run = recensio("import", "in", "--profile", "p.toml", "--out", "tei", cwd=tmp_path)
    assert run.code == 0
    for name in ("a", "b"):
        assert 'xml:lang="de"' in (tmp_path / f"tei/{name}.xml").read_text()
        assert (tmp_path / f"tei/{name}.import.txt").is_file()


def test_the_edition_gives_its_language(begun: Path, recensio: Recensio) -> None:
    settings = begun / "edition.toml"
    settings.write_text(settings.read_text().replace('language = "en"', 'language = "nl"'))
    shutil.rmtree(begun / "tei/texts")
    assert recensio("import", "../texts", cwd=begun).code == 0
    assert 'xml:lang="nl"' in text(begun, "letter")
    assert 'xml:lang="en"' in text(begun, "page")
    assert json.loads((begun / "reports/letter.import.json").read_text())["fingerprint"]
