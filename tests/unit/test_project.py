"""edition.toml and the files it names; a stranger's files without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio import resources
from recensio.model.apparatus import ApparatusKind
from recensio.model.document import DocumentKind
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Problem
from recensio.project import Project, Workplace, open_editions, open_project, workplace
from tests.support import laid_out, tei

SETTINGS = """
[edition]
title = "Letters"
editors = ["A", "B"]
date = "2026"

[files]
texts = ["texts/*.xml"]
registers = ["registers/*.xml"]
witnesses = ["witnesses.xml"]
schema = "own.rng"
sources = "profiles"

[apparatus]
kind = "negative"
"""


def edition(folder: Path, settings: str = SETTINGS) -> Path:
    names = ("texts/b.xml", "texts/a.xml", "registers/persons.xml", "witnesses.xml")
    return laid_out(folder, {"edition.toml": settings, **dict.fromkeys(names, tei())})


def names(project: Project) -> list[tuple[str, DocumentKind]]:
    return [(file.relative_to(project.root).as_posix(), kind) for file, kind in project.files]


def refusal(folder: Path, settings: str) -> Problem:
    with pytest.raises(CannotGoOn) as failure:
        open_project([edition(folder, settings)])
    (problem,) = failure.value.problems
    assert failure.value.exit_code == 2
    return problem


def test_an_edition_is_what_its_settings_say(tmp_path: Path) -> None:
    project = open_project([edition(tmp_path)])
    assert names(project) == [
        ("texts/a.xml", DocumentKind.TEXT),
        ("texts/b.xml", DocumentKind.TEXT),
        ("registers/persons.xml", DocumentKind.REGISTER),
        ("witnesses.xml", DocumentKind.WITNESSES),
    ]
    assert project.metadata is not None
    assert project.metadata.title == "Letters"
    assert project.metadata.editors == ("A", "B")
    assert project.apparatus is ApparatusKind.NEGATIVE
    assert project.schema == tmp_path / "own.rng"
    assert project.sources == tmp_path / "profiles"


def test_the_edition_here_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(edition(tmp_path))
    assert len(open_project([]).files) == 4


def test_a_file_is_what_the_later_list_says(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["**/*.xml", "texts/*.xml"]\nwitnesses = ["witnesses.xml"]\n'
    project = open_project([edition(tmp_path, settings)])
    assert len(project.files) == 4
    assert dict(project.files)[tmp_path / "witnesses.xml"] is DocumentKind.WITNESSES


def test_the_schema_of_the_program_has_a_name(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["texts/*.xml"]\nschema = "recensio"\n'
    project = open_project([edition(tmp_path, settings)])
    assert project.schema == resources.schema("recensio.rng")


def test_settings_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert open_project([edition(tmp_path, "\ufeff" + SETTINGS)]).metadata is not None


@pytest.mark.parametrize(
    ("settings", "reason", "remedy"),
    [
        ("title = Letters", "not TOML", "mend the line named"),
        ("[edition]\ntitle = 'a'\ntitle = 'b'", "not TOML", "mend the line named"),
        ("title = 'Letters'", "title is not a table", "edition, files, apparatus"),
        ("[editon]", "editon is not a table", "edition, files, apparatus"),
        ("edition = 'Letters'", "edition is not a table", "write [edition] above"),
        ("[edition]\ntitel = 'a'", "titel is not a key in [edition]", "title, editors"),
        ("[edition]\ntitle = 1", "title has a value of the wrong kind", "a string in quotes"),
        ("[edition]\ndate = 2026-01-01", "date has a value of the wrong kind", "a string"),
        ("[edition]\neditors = 'A'", "editors has a value of the wrong kind", "a list of strings"),
        ("[edition]\neditors = ['A', 1]", "editors holds something else", "strings in quotes"),
        ("[apparatus]\nkind = 'neutral'", "kind is neutral", "positive or negative"),
        ("[print]\npaper = 'A5'", "paper is not a key in [print]", "page, font, size"),
        ("[print]\nsize = '10'", "size has a value of the wrong kind", "write a number"),
        ("[print]\nevery = 2.5", "every has a value of the wrong kind", "a whole number"),
        ("[print]\nevery = true", "every has a value of the wrong kind", "a whole number"),
        ("[print]\npage = 'A99'", "page is 'A99'", "write one of A4, A5"),
        ("[print]\nintroduction = ['a.xml']", "'a.xml', which is none", "the path of a text"),
        ("[files]\ntexts = ['']", "'' is not a pattern", "below the folder"),
        ("[files]\ntexts = ['**.xml']", "'**.xml' is not a pattern", "below the folder"),
        ("[files]\ntexts = ['/etc/*.xml']", "'/etc/*.xml' is not a pattern", "below the folder"),
    ],
)
def test_wrong_settings_are_refused_with_the_remedy(
    tmp_path: Path, settings: str, reason: str, remedy: str
) -> None:
    problem = refusal(tmp_path, settings)
    assert problem.code == "SRC010"
    assert reason in problem.message
    assert remedy in problem.hint
    assert problem.location.path == str(tmp_path / "edition.toml")


def test_an_introduction_is_one_of_the_texts(tmp_path: Path) -> None:
    settings = "[files]\ntexts = ['texts/*.xml']\n[print]\nintroduction = ['texts/a.xml', 'b.xml']"
    project = open_project([edition(tmp_path, settings)])
    assert project.printing.introduction == ("texts/a.xml", "b.xml")


def test_settings_that_are_no_text_are_refused(tmp_path: Path) -> None:
    edition(tmp_path)
    (tmp_path / "edition.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CannotGoOn, match="not TOML"):
        open_project([tmp_path])


@pytest.mark.parametrize("pattern", ["texts/*.tei", "absent.xml", "texts"])
def test_a_pattern_without_a_file_is_named(tmp_path: Path, pattern: str) -> None:
    problem = refusal(tmp_path, f"[files]\ntexts = ['{pattern}']")
    assert problem.code == "SRC002"
    assert pattern in problem.message


# --- without settings ----------------------------------------------------------------------------


def test_a_folder_of_a_stranger_is_read_whole(tmp_path: Path) -> None:
    files = ("b.xml", "sub/a.XML", "c.tei", "d.odd", ".hidden/e.xml", ".f.xml", "g.txt")
    laid_out(tmp_path, dict.fromkeys(files, tei()))
    project = open_project([tmp_path])
    assert [name for name, _kind in names(project)] == ["b.xml", "c.tei", "d.odd", "sub/a.XML"]
    assert project.metadata is None
    assert project.apparatus is ApparatusKind.UNDECLARED


def test_what_was_built_is_no_source(tmp_path: Path) -> None:
    laid_out(tmp_path, {"a.xml": tei(), "output/tei/a.xml": tei(), "output/build.json": "{}"})
    assert [name for name, _kind in names(open_project([tmp_path]))] == ["a.xml"]


def test_files_are_read_once_in_the_order_given(tmp_path: Path) -> None:
    laid_out(tmp_path, {"a.xml": tei(), "b.xml": tei()})
    project = open_project([tmp_path / "b.xml", tmp_path, tmp_path / "b.xml"])
    assert [file.name for file, _kind in project.files] == ["b.xml", "a.xml"]


@pytest.mark.parametrize("name", ["absent", "x" * 300, "absent/absent.xml"])
def test_a_path_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotGoOn) as failure:
        open_project([tmp_path / name])
    assert failure.value.problems[0].code == "SRC002"
    assert failure.value.exit_code == 2


def test_a_folder_without_tei_is_nothing_to_work_on(tmp_path: Path) -> None:
    laid_out(tmp_path, {"readme.txt": "nothing"})
    with pytest.raises(CannotGoOn) as failure:
        open_project([tmp_path])
    assert failure.value.problems[0].code == "SRC006"


def test_settings_do_not_reach_out_of_the_folder(tmp_path: Path) -> None:
    laid_out(tmp_path, {"outside.xml": tei()})
    settings = SETTINGS.replace("texts/*.xml", "../outside.xml")
    problem = refusal(tmp_path / "edition", settings)
    assert problem.code == "SRC010"
    assert "leaves the edition's folder" in problem.message


def test_each_folder_with_settings_is_an_edition(tmp_path: Path) -> None:
    one, two = edition(tmp_path / "one"), edition(tmp_path / "two")
    laid_out(tmp_path, {"a.xml": tei(), "b/c.xml": tei()})
    projects = open_editions([tmp_path / "a.xml", one, tmp_path / "b", two, one])
    assert [project.root for project in projects] == [one, two, tmp_path]
    assert [len(project.files) for project in projects] == [4, 4, 2]
    assert projects[2].metadata is None


def test_the_edition_here_is_the_one_that_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(edition(tmp_path))
    assert open_editions([]) == (open_project([]),)


def test_the_ignore_list_is_kept_as_it_is_written(tmp_path: Path) -> None:
    entries = '\n[[validate.ignore]]\ncode = "LNK003"\n[[validate.ignore]]\nreason = "r"\n'
    project = open_project([edition(tmp_path, SETTINGS + entries)])
    assert project.ignored == ({"code": "LNK003"}, {"reason": "r"})
    refused = refusal(tmp_path / "other", SETTINGS + '\n[validate]\nignore = ["LNK003"]\n')
    assert refused.message == "ignore is not a list of tables"


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [
        ("tei/texts/*.xml", "tei/texts"),
        ("tei/**/*.xml", "tei"),
        ("*.xml", "."),
        ("texts/*", "texts"),
        ("letter.xml", None),
        ("t*/one/*.xml", None),
        ("../texts/*.xml", None),
    ],
)
def test_where_a_new_text_belongs(tmp_path: Path, pattern: str, folder: str | None) -> None:
    settings = (
        f'[edition]\nlanguage = "de"\n\n[files]\ntexts = ["{pattern}"]\nsources = "profiles"\n'
    )
    (tmp_path / "edition.toml").write_text(settings, encoding="utf-8")
    found = workplace(tmp_path)
    expected = None if folder is None else tmp_path / folder
    assert found == Workplace(expected, tmp_path / "profiles", "de")


def test_a_folder_without_settings_is_no_workplace(tmp_path: Path) -> None:
    assert workplace(tmp_path) is None


APPARATUS = """
[apparatus]
language = "la"
style = "teubner"

[apparatus.phrases]
om = "omittit"

[apparatus.conventions]
lemma-limit = 4
bracket = ":"
"""


def test_an_edition_says_how_its_apparatus_is_phrased(tmp_path: Path) -> None:
    settings = SETTINGS.replace('[apparatus]\nkind = "negative"\n', APPARATUS)
    asked = open_project([edition(tmp_path, settings)]).phrasing
    assert asked is not None
    assert (asked.language, asked.style) == ("la", "teubner")
    assert asked.words["om"] == "omittit"
    assert asked.conventions["lemma-limit"] == 4
    assert asked.conventions["between-readings"] == " | "


def test_an_apparatus_speaks_the_language_of_the_edition(tmp_path: Path) -> None:
    settings = SETTINGS.replace('date = "2026"', 'language = "de"')
    asked = open_project([edition(tmp_path, settings)]).phrasing
    assert asked is not None
    assert asked.language == "de"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('language = "grc"', "grc is not a language"),
        ('style = "loeb"', "loeb is not a style"),
        ("phrases = 3", "phrases is not a table"),
        ('[apparatus.phrases]\nomm = "x"', "omm is not a word"),
        ("[apparatus.conventions]\nbracket = 3", "bracket cannot be 3"),
    ],
)
def test_a_phrasing_that_is_not_known_is_refused(tmp_path: Path, settings: str, said: str) -> None:
    refused = refusal(tmp_path, SETTINGS + settings)
    assert refused.code == "SRC010"
    assert said in refused.message
