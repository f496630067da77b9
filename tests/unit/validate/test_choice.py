"""Which schema a document is held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.failure import CannotGoOn
from recensio.validate.choice import Choice, choice_of, named_in, one_schema
from tests.support import codes, laid_out

RNG = "http://relaxng.org/ns/structure/1.0"
SCH = "http://purl.oclc.org/dsdl/schematron"


def named(folder: Path, prolog: str, encoding: str = "utf-8") -> Choice:
    laid_out(folder, {"s/a.rng": "", "s/b.sch": "", "s/ä b.rng": "", "s/a.xsd": "", "s/a.rnc": ""})
    (folder / "a.xml").write_bytes(f"{prolog}<TEI/>".encode(encoding))
    return named_in(folder / "a.xml")


def model(href: str, more: str = "") -> str:
    return f'<?xml-model href="{href}" {more}?>\n'


def test_a_schema_that_is_given_goes_before_all(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(model("b.rng") + "<TEI/>", encoding="utf-8")
    given = laid_out(tmp_path, {"a.rng": ""}) / "a.rng"
    assert choice_of(tmp_path / "a.xml", given) == Choice(given, ((given, ""),))
    rules = laid_out(tmp_path, {"a.sch": ""}) / "a.sch"
    assert choice_of(tmp_path / "a.xml", given) == Choice(given, ((rules, ""),))
    assert choice_of(tmp_path / "a.xml", rules) == Choice(rules=((rules, ""),))


def test_a_schema_that_is_given_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as failure:
        choice_of(tmp_path / "a.xml", tmp_path / "absent.rng")
    assert codes(failure.value.problems) == ["SRC002"]


def test_a_document_names_grammar_and_rules(tmp_path: Path) -> None:
    prolog = model("s/a.rng", f'schematypens="{RNG}"') + model(
        "s/a.rng", f"schematypens='{SCH}' phase='draft'"
    )
    choice = named(tmp_path, f'<?xml version="1.0"?>\n<!-- x -->{prolog}')
    assert choice.grammar == tmp_path / "s/a.rng"
    assert choice.rules == ((tmp_path / "s/a.rng", "draft"),)
    assert choice.schema == tmp_path / "s/a.rng"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_kind_is_told_by_the_ending(tmp_path: Path, encoding: str) -> None:
    choice = named(tmp_path, model("s/b.sch") + model("s/a.rng?x#y"), encoding)
    assert (choice.grammar, choice.rules) == (tmp_path / "s/a.rng", ((tmp_path / "s/b.sch", ""),))


def test_the_address_is_decoded_and_may_be_that_of_a_file(tmp_path: Path) -> None:
    assert named(tmp_path, model("s/%C3%A4%20b.rng")).grammar == tmp_path / "s/ä b.rng"
    address = (tmp_path / "s/a.rng").as_uri()
    assert named(tmp_path, model(address)).grammar == tmp_path / "s/a.rng"


@pytest.mark.parametrize(
    "prolog",
    [
        "",
        model("s/a.xsd", 'schematypens="http://www.w3.org/2001/XMLSchema"'),
        model("s/a.rnc", f'schematypens="{RNG}"'),
        model("s/a.rng", 'type="application/relax-ng-compact-syntax"'),
        model(""),
        '<?xml-model schematypens="x"?>',
        f"<!-- {model('s/a.rng')} -->",
        "<TEI>" + model("s/a.rng") + "</TEI>",
        '<?xml-model href="http://[x/a.rng"?>',
    ],
)
def test_what_is_of_no_use_is_as_if_it_were_not_there(tmp_path: Path, prolog: str) -> None:
    choice = named(tmp_path, prolog)
    assert (choice.grammar, choice.rules, choice.problems) == (None, (), ())


def test_nothing_is_fetched(tmp_path: Path) -> None:
    choice = named(tmp_path, model("https://example.org/a.rng") + model("//host/b.rng"))
    assert choice == Choice(remote="https://example.org/a.rng")


def test_a_local_file_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    choice = named(tmp_path, '<?xml version="1.0"?>\n<!--\n-->' + model("s/none.rng"))
    assert codes(choice.problems) == ["SRC032"]
    assert choice.problems[0].location.line == 3
    assert choice.grammar is None


def test_a_file_that_cannot_be_read_names_nothing(tmp_path: Path) -> None:
    assert named_in(tmp_path / "absent.xml") == Choice()


def test_the_schema_of_all_is_one() -> None:
    one, other = Choice(Path("a.rng")), Choice(rules=((Path("b.sch"), ""),))
    assert one_schema([one, one]) == Path("a.rng")
    assert one_schema([other]) == Path("b.sch")
    assert one_schema([one, other]) is None
    assert one_schema([one, Choice()]) is None
    assert one_schema([]) is None
