"""recensio validate as it is used: schemas, fixes, differences, lists, several editions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Recensio
from tests.support import laid_out, needs_program, tei

ANY = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName>{}</anyName><zeroOrMore><choice><attribute><anyName/>
</attribute><text/><ref name="any"/></choice></zeroOrMore></element></define></grammar>"""
NO_BLINK = ANY.format(
    '<except><name ns="http://www.tei-c.org/ns/1.0">blink</name><name ns="">blink</name></except>'
)
POEM = """<element name="poem" xmlns="http://relaxng.org/ns/structure/1.0">
<oneOrMore><element name="line"><attribute name="n"><data type="int"
datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"/></attribute><text/></element>
</oneOrMore></element>"""
SETTINGS = '[files]\ntexts = ["*.xml"]\n'
TWICE = '<app>\n <lem wit="#A">é</lem><!-- " > -->\r\n <rdg wit = "#B #B" >a&amp;b</rdg></app>'
"""An entry with the witness B twice, for which there is a fix."""

HEADER = (
    '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/>'
    "</encodingDesc>"
)
WITNESSES = '<listWit><witness xml:id="A"/><witness xml:id="B"/></listWit>'


def twice(declaration: str = "") -> str:
    return declaration + tei(f"{WITNESSES}<p>x {TWICE}</p>", header=HEADER)


def found(run_out: str) -> list[tuple[str, str]]:
    problems = json.loads(run_out)["problems"]
    return [(each["code"], Path(each["path"]).name) for each in problems]


# --- schemas -------------------------------------------------------------------------------------


def test_any_xml_is_held_to_any_schema(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(
        tmp_path,
        {
            "poem.rng": POEM,
            "good.xml": '<poem><line n="1">a</line></poem>',
            "bad.xml": '<poem>\n<line n="one">a</line></poem>',
            "ill.xml": "<poem>",
        },
    )
    names = ("bad.xml", "good.xml", "ill.xml", "--only", "schema", "--schema", "poem.rng")
    run = recensio("validate", *names, "--format", "json", cwd=tmp_path)
    report = json.loads(run.out)
    assert run.code == 1
    assert (report["files"], report["schema"]) == (3, "poem.rng")
    assert found(run.out) == [("TEI006", "bad.xml"), ("SRC001", "ill.xml")]
    assert (report["problems"][0]["line"], report["problems"][0]["column"]) == (2, 7)


def test_each_document_is_held_to_the_schema_that_it_names(
    tmp_path: Path, recensio: Recensio
) -> None:
    model = '<?xml-model href="{}" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
    blinking = tei("<p><blink>x</blink></p>")
    laid_out(
        tmp_path,
        {
            "no.rng": NO_BLINK,
            "any.rng": ANY.format(""),
            "bad.rng": "<grammar/>",
            "a.xml": model.format("no.rng") + blinking,
            "b.xml": model.format("any.rng") + blinking,
            "c.xml": model.format("bad.rng") + blinking,
            "d.xml": model.format("https://example.org/x.rng") + blinking,
        },
    )
    for only in ((), ("--only", "schema")):
        run = recensio("validate", ".", *only, "--format", "json", cwd=tmp_path)
        assert found(run.out) == [("TEI003", "a.xml"), ("TEI002", "bad.rng")]
        assert json.loads(run.out)["schema"] is None
    run = recensio("validate", ".", cwd=tmp_path)
    assert "1 file have none (https://example.org/x.rng is not fetched): name one" in run.out
    run = recensio("validate", ".", "--schema", "any.rng", "--format", "json", cwd=tmp_path)
    assert found(run.out) == []


def test_included_files_are_checked_with_the_schema_alone_too(
    tmp_path: Path, recensio: Recensio
) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.txt"/>'
    part = '<p xmlns="http://www.tei-c.org/ns/1.0">\n<blink/></p>'
    laid_out(tmp_path, {"a.xml": tei(include), "part.txt": part, "no.rng": NO_BLINK})
    options = ("--only", "schema", "--schema", "no.rng", "--format", "json")
    run = recensio("validate", "a.xml", *options, cwd=tmp_path)
    (problem,) = json.loads(run.out)["problems"]
    assert (problem["code"], problem["path"], problem["line"]) == ("TEI003", "part.txt", 2)
    assert recensio("validate", "a.xml", *options, "--no-xinclude", cwd=tmp_path).code == 0


def test_a_schema_that_cannot_be_used_ends_the_run(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path, {"a.xml": tei(), "bad.rng": "<grammar/>"})
    for only in ((), ("--only", "schema")):
        run = recensio("validate", "a.xml", "--schema", "bad.rng", *only, cwd=tmp_path)
        assert (run.code, run.out) == (2, "")
        assert "TEI002" in run.err


def test_what_keeps_the_check_from_going_on_ends_the_report(
    tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path, {"a.xml": tei(), "b.xml": "<TEI>", "bad.rng": "<grammar/>"})
    run = recensio("validate", ".", "--schema", "bad.rng", "--format", "json", cwd=tmp_path)
    assert run.code == 2
    assert found(run.out) == [("SRC001", "b.xml"), ("TEI002", "bad.rng")]


# --- editions ------------------------------------------------------------------------------------


def test_two_editions_are_checked_one_after_the_other(tmp_path: Path, recensio: Recensio) -> None:
    pointing = tei('<p xml:id="p{0}"><ref target="#p{1}"/></p>')
    laid_out(
        tmp_path,
        {
            "one/edition.toml": SETTINGS,
            "one/a.xml": pointing.format(1, 1),
            "two/edition.toml": SETTINGS,
            "two/b.xml": pointing.format(2, 1),
            "c.xml": pointing.format(3, 2),
        },
    )
    run = recensio("validate", "c.xml", "one", "two", "--format", "json", cwd=tmp_path)
    assert found(run.out) == [("LNK003", "b.xml"), ("LNK003", "c.xml")]
    assert json.loads(run.out)["files"] == 3


def test_an_ignore_list_may_stand_in_a_file(tmp_path: Path, recensio: Recensio) -> None:
    lost = tei('<p><ref target="#x"/></p>')
    entries = '[[ignore]]\ncode = "LNK003"\nreason = "lost"\n\n[[ignore]]\ncode = "APP001"\n'
    laid_out(tmp_path, {"a.xml": lost, "mine.toml": entries + 'reason = "a blank"\n'})
    run = recensio("validate", "a.xml", "--ignore", "mine.toml", "--format", "json", cwd=tmp_path)
    assert found(run.out) == [("SRC030", "mine.toml")]
    options = ("--ignore", "mine.toml", "--only", "integrity", "--format", "json")
    assert found(recensio("validate", "a.xml", *options, cwd=tmp_path).out) == []
    run = recensio("validate", "a.xml", "--ignore", "absent.toml", cwd=tmp_path)
    assert (run.code, "SRC002" in run.err) == (2, True)


def test_a_build_leaves_out_what_the_edition_ignores(tmp_path: Path, recensio: Recensio) -> None:
    entry = '\n[[validate.ignore]]\ncode = "LNK003"\nreason = "lost"\n'
    settings = '[edition]\ntitle = "Letters"\n' + SETTINGS
    lost = tei('<p><ref target="#x"/></p>')
    laid_out(tmp_path, {"edition.toml": settings, "a.xml": lost})
    assert "LNK003" in recensio("build", ".", "--only", "tei", cwd=tmp_path).err
    laid_out(tmp_path, {"edition.toml": settings + entry + entry.replace("reason", "path")})
    run = recensio("build", ".", "--only", "tei", cwd=tmp_path)
    assert ("LNK003 @target" in run.err, "SRC031" in run.err) == (False, True)


# --- fixes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "<?xml version='1.0'?>\r\n"),
        ("utf-16", '<?xml version="1.0" encoding="UTF-16"?>'),
        ("latin-1", '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE TEI [<!-- <p> -->]>\n'),
        ("cp1252", '<?xml version="1.0" encoding="windows-1252"?>\r'),
    ],
)
def test_a_fix_changes_what_it_names_and_no_other_byte(
    tmp_path: Path, recensio: Recensio, encoding: str, declaration: str
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(twice(declaration).encode(encoding))
    path.chmod(0o640)
    run = recensio("validate", "a.xml", "--fix", cwd=tmp_path)
    assert run.out.startswith("a.xml: 1 mended\n    WIT003 ")
    assert run.code == 0
    assert path.read_bytes() == twice(declaration).replace("#B #B", "#B").encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.xml"]


def test_a_fix_of_the_schema_is_applied_where_it_says(tmp_path: Path, recensio: Recensio) -> None:
    schema = POEM.replace('"line"', '"stanzaLine"')
    text = (
        '\ufeff<?xml version="1.0" encoding="{}"?>\r\n<poem><!-- é\U0001d11e -->'
        '<stanzaline n="1">a</stanzaline></poem>'
    )
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        laid_out(tmp_path, {"poem.rng": schema})
        written = text.format(encoding[:6])
        (tmp_path / "a.xml").write_bytes(written.encode(encoding))
        options = ("--schema", "poem.rng", "--only", "schema")
        run = recensio("validate", "a.xml", "--fix", *options, cwd=tmp_path)
        assert run.code == 0, run.out
        mended = written.replace("stanzaline", "stanzaLine")
        assert (tmp_path / "a.xml").read_bytes() == mended.encode(encoding)


def test_a_difference_is_shown_and_nothing_written(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path, {"a.xml": "", "b.xml": tei()})
    (tmp_path / "a.xml").write_bytes(twice("<?xml version='1.0'?>\n").encode())
    run = recensio("validate", ".", "--diff", cwd=tmp_path)
    assert run.code == 0
    assert run.out.startswith("--- a.xml\n+++ a.xml\n@@ ")
    assert '\n- <rdg wit = "#B #B" >' in run.out
    assert '\n+ <rdg wit = "#B" >' in run.out
    assert "nothing was written" in run.err
    assert (tmp_path / "a.xml").read_bytes() == twice("<?xml version='1.0'?>\n").encode()


@needs_program("patch")
def test_a_difference_is_one_that_patch_reads(tmp_path: Path, recensio: Recensio) -> None:
    for text in (twice(), twice("<?xml version='1.0'?>\r\n").replace("<p>x", "<p>\u2028x") + "\n"):
        (tmp_path / "a.xml").write_bytes(text.encode())
        difference = recensio("validate", "a.xml", "--diff", cwd=tmp_path).out.encode()
        command = ["patch", "--binary", "-p0"]
        subprocess.run(command, input=difference, cwd=tmp_path, check=True, capture_output=True)
        assert (tmp_path / "a.xml").read_bytes() == text.replace("#B #B", "#B").encode()


def test_what_remains_is_reported_and_gives_the_exit_code(
    tmp_path: Path, recensio: Recensio
) -> None:
    text = twice().replace("<p>x", '<p>x<app><rdg wit="#C">y</rdg><lem>z</lem></app>')
    (tmp_path / "a.xml").write_bytes(text.encode())
    run = recensio("validate", "a.xml", "--fix", "--format", "json", cwd=tmp_path)
    assert ("WIT001", "a.xml") in found(run.out)
    assert "WIT003" in run.err
    assert run.code == 1


@pytest.mark.skipif(os.name != "posix", reason="links and modes are those of POSIX")
def test_files_that_are_not_ours_to_replace_stay(tmp_path: Path, recensio: Recensio) -> None:
    for name in ("real.tei", "locked.xml", "free.xml"):
        (tmp_path / name).write_bytes(twice().encode())
    (tmp_path / "link.xml").symlink_to("real.tei")
    (tmp_path / "locked.xml").chmod(0o444)
    names = ("link.xml", "locked.xml", "free.xml")
    run = recensio("validate", *names, "--fix", cwd=tmp_path)
    assert run.code == 1
    assert "SRC033 link.xml is left as it is: it is a symbolic link" in run.out
    assert "SRC033 locked.xml is left as it is: it is read-only" in run.out
    assert run.out.startswith("free.xml: 1 mended")
    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "real.tei").read_bytes() == twice().encode()
    assert (tmp_path / "locked.xml").read_bytes() == twice().encode()
    assert "+++ locked.xml" in recensio("validate", *names, "--diff", cwd=tmp_path).out


def test_without_anything_to_mend_nothing_is_written(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path, {"a.xml": tei()})
    before = (tmp_path / "a.xml").stat().st_mtime_ns
    run = recensio("validate", "a.xml", "--fix", cwd=tmp_path)
    assert (run.code, run.out.splitlines()[-1]) == (0, "1 file: no problems")
    assert (tmp_path / "a.xml").stat().st_mtime_ns == before
    assert recensio("validate", "a.xml", "--diff", cwd=tmp_path).out == ""


# --- the command line ----------------------------------------------------------------------------


def test_processes_make_no_difference(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path, {f"{n}.xml": tei("<blink/>") for n in range(5)} | {"no.rng": NO_BLINK})
    runs = [
        recensio("validate", ".", "--schema", "no.rng", "--jobs", str(jobs), cwd=tmp_path)
        for jobs in (1, 2)
    ]
    assert runs[0] == runs[1]
    assert runs[0].out.splitlines()[-1] == "5 files: 5 errors"


def test_a_copy_of_an_edition_is_mended_alike(tmp_path: Path, recensio: Recensio) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.xml").write_bytes(twice().encode())
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    recensio("validate", "a", "b", "--fix", cwd=tmp_path)
    contents = [(tmp_path / name / "a.xml").read_bytes() for name in ("a", "b")]
    assert contents == [twice().replace("#B #B", "#B").encode()] * 2


def test_a_code_is_explained_with_an_example(recensio: Recensio) -> None:
    run = recensio("explain", "src032")
    assert run.out.startswith("SRC032 Schema of the document not found (warning)")
    assert '\nWrong:\n    <?xml-model href="schema/letters.rgn"?>\n' in run.out
    assert "\nRight:\n    <?xml-model" in run.out
    assert "Wrong" not in recensio("explain", "SRC003").out
