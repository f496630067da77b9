"""Files become a corpus; what cannot be read stops nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.corpus import local_ids, read_corpus
from recensio.model.failure import CannotGoOn
from recensio.project import open_project
from tests.support import codes, corpus_at, laid_out, tei


def with_id(identifier: str) -> str:
    return tei().replace("<TEI ", f"<TEI xml:id='{identifier}' ", 1)


def test_bad_files_are_reported_and_good_ones_read(tmp_path: Path) -> None:
    laid_out(tmp_path, {"bad.xml": "<TEI>\n<p>", "good.xml": tei(), "html.xml": "<html/>"})
    (tmp_path / "none.xml").write_bytes(b"")
    outcome = read_corpus(open_project([tmp_path]))
    assert [document.id for document in outcome.value.documents] == ["good"]
    places = {Path(problem.location.path).name: problem.code for problem in outcome.problems}
    assert places == {"bad.xml": "SRC001", "html.xml": "SRC005", "none.xml": "SRC003"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [("<TEI>\n<p>", ["SRC001"]), ("<html/>", ["SRC005", "SRC006"]), ("", ["SRC003"])],
)
def test_nothing_to_read_is_a_failure_that_says_why(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    laid_out(tmp_path, {"only.xml": content})
    with pytest.raises(CannotGoOn) as failure:
        read_corpus(open_project([tmp_path]))
    assert codes(failure.value.problems) == expected
    assert failure.value.exit_code == 1


@pytest.mark.parametrize(
    ("identifiers", "names"),
    [
        (("letter", "Letter"), ["letter", "Letter-2"]),
        (("a", "a", "a-2"), ["a", "a-2", "a-2-2"]),
        (("a/b", "a:b"), ["a-b", "a-b-2"]),
        (("..", "Ἰλιάς"), ["document", "document-2"]),
        (("x" * 300,), ["x" * 100]),
    ],
)
def test_names_of_documents_are_fit_for_files_and_unique(
    tmp_path: Path, identifiers: tuple[str, ...], names: list[str]
) -> None:
    files = {f"{n}.xml": with_id(identifier) for n, identifier in enumerate(identifiers)}
    assert [document.id for document in corpus_at(tmp_path, files).documents] == names


def test_a_document_without_identifier_or_title_has_the_name_of_its_file(tmp_path: Path) -> None:
    (document,) = corpus_at(tmp_path, {"my letter.xml": tei(title="")}).documents
    assert (document.id, document.title) == ("my-letter", "my letter")


def test_the_first_header_speaks_for_a_stranger(tmp_path: Path) -> None:
    corpus = corpus_at(tmp_path, {"a.xml": tei(title="First"), "b.xml": tei(title="Second")})
    assert corpus.metadata.title == "First"


def test_witnesses_and_registers_are_gathered_from_all_documents(tmp_path: Path) -> None:
    witness, person = "<listWit><witness xml:id='A'/></listWit>", "<person xml:id='p'/>"
    files = {"a.xml": tei(witness), "b.xml": tei(f"<listPerson>{person}</listPerson>")}
    corpus = corpus_at(tmp_path, files)
    assert [witness.id for witness in corpus.witnesses] == ["A"]
    assert [entry.id for entry in corpus.registers] == ["p"]
    assert [(name, document.id) for name, document in local_ids(corpus)] == [("A", "a"), ("p", "b")]


def test_paths_are_relative_to_the_edition(tmp_path: Path) -> None:
    corpus = corpus_at(tmp_path, {"sub/a.xml": tei()})
    assert corpus.relative(corpus.documents[0]) == "sub/a.xml"


def test_witnesses_are_read_from_a_file_beside_the_document(tmp_path: Path) -> None:
    listed = tei("<listWit><witness xml:id='A' n='α'/></listWit>")
    pointing = "<p><app><lem wit='lists/wit.xml#A gone.xml#B ../up.xml#C'>x</lem></app></p>"
    laid_out(tmp_path / "e", {"lists/wit.xml": listed, "text.xml": tei(pointing)})
    laid_out(tmp_path, {"up.xml": listed})
    corpus = read_corpus(open_project([tmp_path / "e" / "text.xml"])).value
    (document,) = corpus.documents
    witnesses = corpus.witnesses_of(document)
    assert witnesses.resolve("lists/wit.xml#A gone.xml#B") == ("α", "gone.xml#B")
    assert [witness.siglum for witness in corpus.witnesses] == ["α"]
