"""Witnesses are aligned as a reader would align them, and nothing of them is lost."""

from __future__ import annotations

import json
import time
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from recensio import resources
from recensio.collate import collate
from recensio.collate.formats import FORMATS, as_json, as_nexus
from recensio.collate.layout import Layout
from recensio.collate.normal import normaliser
from recensio.collate.parallel import parallel
from recensio.collate.readable import as_table
from recensio.collate.table import Table
from recensio.collate.tokens import witness_text
from recensio.collate.witnesses import read_spec, read_witnesses
from recensio.model.apparatus import ApparatusKind
from recensio.model.failure import CannotGoOn
from recensio.model.witness import Siglum
from recensio.tei.text import normalise
from recensio.tei.witness_texts import witness_lines
from recensio.tei.witnesses import witness_list
from recensio.validate import validate
from tests.conftest import Recensio
from tests.support import NS, XML_ID, corpus_at, laid_out, tei, the, tree_of

FOX = {
    "A": "The quick brown fox jumps over the dog.",
    "B": "the brown fox jumped over the lazy dog",
    "C": "The quick, red fox jumps over the dog.",
}


def table_of(texts: dict[str, str]) -> Table:
    return collate([witness_text(siglum, text) for siglum, text in texts.items()]).value


def rows(table: Table) -> list[str]:
    """Each column with what the witnesses have in it."""
    return ["/".join(token.text if token else "-" for token in column) for column in table.columns]


def test_the_same_words_stand_in_one_column() -> None:
    assert rows(table_of(FOX)) == [
        "The/the/The",
        "quick/-/quick",
        "-/-/,",
        "brown/brown/red",
        "fox/fox/fox",
        "jumps/jumped/jumps",
        "over/over/over",
        "the/the/the",
        "-/lazy/-",
        "dog/dog/dog",
        "./-/.",
    ]


def test_words_alike_stand_in_one_column_before_others() -> None:
    texts = {"A": "so Ryutin came", "B": "so Riutin himself came", "C": "so said Ryutin came"}
    assert "Ryutin/Riutin/Ryutin" in rows(table_of(texts))


def test_the_order_of_witnesses_makes_no_difference() -> None:
    expected = sorted(rows(table_of(FOX)))
    for order in permutations(FOX):
        table = table_of({siglum: FOX[siglum] for siglum in order})
        columns = [dict(zip(table.sigla, column, strict=True)) for column in table.columns]
        there = ["/".join(c.text if (c := column[s]) else "-" for s in FOX) for column in columns]
        assert sorted(there) == expected


def test_json_has_the_form_of_the_interface() -> None:
    record = json.loads(as_json(table_of(FOX)))
    assert record["witnesses"] == ["A", "B", "C"]
    assert len({len(row) for row in record["table"]}) == 1
    assert record["table"][1][0] == [{"t": "the", "n": "the"}]
    assert record["table"][1][1] is None
    words = [cell["t"] for cells in record["table"][0] if cells for cell in cells]
    assert words == ["The", "quick", "brown", "fox", "jumps", "over", "the", "dog", "."]


def test_tei_is_valid_and_holds_every_witness(tmp_path: Path) -> None:
    content = parallel(table_of(FOX))
    corpus = corpus_at(tmp_path, {"fox.xml": content.decode()})
    assert list(validate(corpus, resources.schema())) == []
    tree = tree_of(content)
    witnesses = witness_list([tree])
    body = tree.getroot().find(".//t:body", NS)
    assert body is not None
    for siglum, text in FOX.items():
        lines = witness_lines(body, Siglum(siglum), witnesses, positive=True)
        assert lines == [normalise(text)]
    first = [rdg.get("wit") for rdg in tree.getroot().iterfind(".//t:app[1]/t:rdg", NS)]
    assert first == ["#A #C", "#B"]


def test_text_before_and_after_the_first_difference_is_kept() -> None:
    paragraph = parallel(table_of({"A": "so it was here", "B": "so it is here"})).decode()
    assert '<p>so it <app><rdg wit="#A">was</rdg><rdg wit="#B">is</rdg></app> here</p>' in paragraph
    assert "<p>same text</p>" in parallel(table_of({"A": "same text", "B": "same text"})).decode()


def test_sigla_that_are_no_names_are_kept() -> None:
    tree = tree_of(parallel(table_of({"1 a": "x", "ß": "y", "witness-2": "z"})))
    witnesses = witness_list([tree])
    assert [witness.siglum for witness in witnesses] == ["1 a", "ß", "witness-2"]
    assert len({witness.id for witness in witnesses}) == 3


def test_a_table_to_read_puts_words_below_each_other() -> None:
    table = as_table(table_of({"A": "one two three", "Bx": "one 2 three " + "and so on " * 20}))
    strips = table.split("\n\n")
    first, second = strips[0].splitlines()
    assert first.startswith("A   one two three -")
    assert second.startswith("Bx  one 2   three and")
    assert len(strips) > 2
    assert all(len(line) <= 98 for line in table.splitlines())


def test_nexus_has_a_state_for_every_reading() -> None:
    lines = as_nexus(table_of({"A": "x b y d", "B-1": "x c y", "C": "x b y d"})).splitlines()
    assert "  DIMENSIONS NCHAR=2;" in lines
    assert lines[lines.index("  MATRIX") + 1 :][:3] == ["    A 00", "    'B-1' 11", "    C 00"]


def test_texts_without_a_common_word_stay_apart() -> None:
    one = " ".join(f"a{n % 400}" for n in range(1200))
    two = " ".join(f"b{n % 400}" for n in range(1200))
    assert len(table_of({"A": one, "B": two}).columns) == 2400


def test_long_texts_are_aligned_in_time_that_grows_with_their_length() -> None:
    chance = Random(1)  # noqa: S311
    words = [f"word{int(chance.paretovariate(0.7)) % 9999}" for _ in range(20_000)]
    other = [f"{word}x" if n % 17 == 0 else word for n, word in enumerate(words) if n % 31]
    start = time.perf_counter()
    table = table_of({"A": " ".join(words), "B": " ".join(other)})
    assert time.perf_counter() - start < 30
    assert table.text("B") == " ".join(other)
    kept = sum(n % 31 > 0 and n % 17 > 0 for n in range(20_000))
    agreeing = sum(len({t.normal if t else "" for t in column}) == 1 for column in table.columns)
    assert agreeing >= 0.99 * kept


def test_witnesses_are_read_from_text_tei_and_specifications(tmp_path: Path) -> None:
    spec = '[[witnesses]]\nid = "X"\ncontent = "one"\n[[witnesses]]\nid = "Y"\npath = "b.txt"\n'
    listed = {"witnesses": [{"id": "P", "content": "p"}, {"id": "Q", "content": "q\fr"}]}
    files = {
        "a.xml": tei("<p>One <app><lem>two</lem><rdg>2</rdg></app><note>n</note></p>"),
        "b.txt": "\ufeffsome\n\n text",
        "spec.toml": spec,
        "spec.json": json.dumps(listed),
    }
    laid_out(tmp_path, files)
    found = read_witnesses([tmp_path / "a.xml", tmp_path / "b.txt"])
    assert [(each.siglum, each.text) for each in found] == [("a", "One two"), ("b", "some text")]
    listed_here = [*read_spec(tmp_path / "spec.toml"), *read_spec(tmp_path / "spec.json")]
    assert [each.text for each in listed_here] == ["one", "some text", "p", "q r"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"s.json": "{"}, "SRC010"),
        ({"s.toml": "a = "}, "SRC010"),
        ({"s.json": '{"witnesses": 1}'}, "SRC010"),
        ({"s.json": '{"witnesses": [{"id": "A"}]}'}, "SRC010"),
        ({"s.json": '{"witnesses": [{"id": "A", "content": "\\u0001"}]}'}, "SRC004"),
        ({"s.json": '{"witnesses": [{"id": "A", "path": "none.txt"}]}'}, "SRC002"),
        ({"s.json": '{"witnesses": [{"id": "A", "content": ""}, {"id": "A", "content": ""}]}'},
         "WIT002"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(files: dict[str, str], code: str, tmp_path: Path) -> None:
    laid_out(tmp_path, files)
    with pytest.raises(CannotGoOn) as raised:
        read_spec(tmp_path / next(iter(files)))
    assert [problem.code for problem in raised.value.problems] == [code]


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_prints_and_writes_every_format(
    form: str, tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path, {"A.txt": "one two", "B.txt": "one 2", "C.txt": ""})
    printed = recensio("collate", "A.txt", "B.txt", "C.txt", "--format", form, cwd=tmp_path)
    assert (printed.code, printed.err) == (0, "")
    written = recensio("collate", "A.txt", "B.txt", "C.txt", "--format", form, "--out", "o/x")
    assert (written.code, written.out) == (0, "o/x: A, B, C in 2 columns\n")
    assert (tmp_path / "o/x").read_text(encoding="utf-8") == printed.out


def test_the_command_says_what_it_needs(tmp_path: Path, recensio: Recensio) -> None:
    laid_out(tmp_path, {"A.txt": "one"})
    assert recensio("collate", cwd=tmp_path).code == 2
    assert recensio("collate", "A.txt").code == 2
    assert recensio("collate", "A.txt", "B.txt").code == 2
    assert recensio("collate", "A.txt", "A.txt").code == 2
    assert recensio("collate", "A.txt", "A.txt", "--format", "csv").code == 2


MOVED = {
    "A": "in the spring the old men of the village went down to the harbour and counted ships",
    "B": "the old men of the village went down to the harbour and in the spring counted ships",
    "C": "in the spring the old men of the village went down to the harbour and counted boats",
}


def test_words_that_moved_are_found_in_every_format() -> None:
    table = table_of(MOVED)
    (move,) = table.moves
    assert [table.sigla[place] for place in sorted(move.movers)] == ["B"]
    assert [table.sigla[place] for place in sorted(move.others)] == ["A", "C"]
    here = [words(table, column, "B") for column in move.here]
    assert here == [words(table, column, "A") for column in move.there] == ["in", "the", "spring"]
    record = json.loads(as_json(table))
    (found,) = record["transpositions"]
    assert [place["witnesses"] for place in found["places"]] == [["B"], ["A", "C"]]
    assert found["places"][0]["tokens"] == {"B": [12, 13, 14]}
    assert found["places"][1]["tokens"]["C"] == [0, 1, 2]
    shown = as_table(table)
    assert "in\N{LEFT RIGHT ARROW}1" in shown
    assert "-\N{LEFT RIGHT ARROW}1" in shown
    root = tree_of(parallel(table)).getroot()
    moved = root.findall(".//t:rdg[@corresp]", NS)
    assert ["".join(each.itertext()).strip() for each in moved] == ["", "in the spring"]
    assert [each.get("corresp") for each in moved] == [f"#{e.get(XML_ID)}" for e in moved[::-1]]
    assert {each.get("type") for each in moved} == {"transposition"}


def words(table: Table, column: int, siglum: str) -> str:
    token = table.columns[column][table.sigla.index(siglum)]
    return token.text if token else ""


def test_readings_are_classed_alike_in_json_and_tei() -> None:
    texts = {
        "A": "Then the king spoke to them all ,",
        "B": "then the king said to them",
        "C": "Then the old king spoke to them all",
    }
    expected = {"orthographic": "B", "substantive": "B", "omission": "B", "addition": "C"}
    table = table_of(texts)
    classes = {
        reading["class"]: reading["witnesses"]
        for place in json.loads(as_json(table, Layout(0)))["classes"]
        for reading in place["readings"]
        if reading["class"] and reading["witnesses"] != ["B", "C"]
    }
    assert classes == {kind: [siglum] for kind, siglum in expected.items()}
    root = tree_of(parallel(table, Layout(0))).getroot()
    for kind, siglum in expected.items():
        assert root.find(f".//t:rdg[@type='{kind}'][@wit='#{siglum}']", NS) is not None


def test_a_base_gives_the_lemma_and_a_negative_apparatus_leaves_out_who_agrees() -> None:
    table = table_of(FOX)
    positive = tree_of(parallel(table, Layout(1))).getroot()
    assert all("#B" in lem.get("wit", "") for lem in positive.iterfind(".//t:lem", NS))
    assert all(app.find("t:lem", NS) is not None for app in positive.iterfind(".//t:app", NS))
    negative = tree_of(parallel(table, Layout(1, ApparatusKind.NEGATIVE)))
    assert not any(lem.get("wit") for lem in negative.getroot().iterfind(".//t:lem", NS))
    witnesses = witness_list([negative])
    for siglum, text in FOX.items():
        body = the(negative.getroot().find(".//t:body", NS))
        assert witness_lines(body, Siglum(siglum), witnesses, False) == [normalise(text)]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("latin", "Michi uero caelum iam præbet", "mihi vero celum jam prebet"),
        ("greek", "ἐστίν λόγος", "ἐστὶ λόγοϲ"),
        ("english", "vpon haue honour þat ſpirit", "upon have honor that spirit"),
        ("german", "Theil seyn daß zů vnd", "Teil sein dass zu und"),
        ("french", "estoit cœur avoit ceux vne", "estait coeur avait ceux une"),
        ("italian", "honore varj et vtile", "onore vari et utile"),
        ("russian", "Россія человѣкъ добраго ѳита", "Россия человек доброго фита"),
    ],
)
def test_orthography_of_a_language_makes_no_difference(language: str, one: str, other: str) -> None:
    steps = normaliser(["case", "orthography"], language)
    assert list(map(steps.normal, one.split())) == list(map(steps.normal, other.split()))


def test_punctuation_and_rules_of_the_edition_make_no_difference() -> None:
    steps = normaliser(["case", "punctuation"], rules=[("k", "c")])
    texts = {"A": "“Karl,” he said — and went.", "B": "carl he said and went"}
    table = collate([witness_text(name, text, steps) for name, text in texts.items()]).value
    assert len(table.columns) == 5
    assert [token.text for token in table.tokens("A")] == [
        "“Karl,”", "he", "said —", "and", "went.",
    ]  # fmt: skip
    assert {token.normal for column in table.columns for token in column if token} == {
        "carl", "he", "said", "and", "went",
    }  # fmt: skip


def test_tokens_may_be_given_as_collatex_takes_them(tmp_path: Path) -> None:
    tokens = [{"t": "Hello ", "n": "hi"}, {"t": "world"}, {"t": "!"}]
    bare = [{"t": "Hi"}, {"t": ","}, {"t": "World"}]
    listed = {"witnesses": [{"id": "A", "tokens": tokens}, {"id": "B", "tokens": bare}]}
    laid_out(tmp_path, {"s.json": json.dumps(listed)})
    one, other = read_spec(tmp_path / "s.json")
    assert (one.text, [token.normal for token in one.tokens]) == (
        "Hello world!",
        ["hi", "world", "!"],
    )
    assert other.text == "Hi, World"


def test_a_specification_says_how_and_the_command_line_goes_first(
    tmp_path: Path, recensio: Recensio
) -> None:
    spec = """
language = "latin"
rules = [["w", "u"]]
base = "B"
apparatus = "negative"
[[witnesses]]
id = "A"
content = "vox wenit"
[[witnesses]]
id = "B"
content = "uox uenit"
"""
    laid_out(tmp_path, {"s.toml": spec})
    root = tree_of(recensio("collate", "--spec", "s.toml", cwd=tmp_path).out).getroot()
    assert [rdg.get("type") for rdg in root.iterfind(".//t:rdg", NS)] == ["orthographic"]
    assert the(root.find(".//t:lem", NS)).text == "uox uenit"
    run = recensio("collate", "--spec", "s.toml", "--normalise", "none", "--base", "A")
    root = tree_of(run.out).getroot()
    assert [rdg.get("type") for rdg in root.iterfind(".//t:rdg", NS)] == ["substantive"]
    assert the(root.find(".//t:lem", NS)).text == "vox wenit"


@pytest.mark.parametrize(
    "key", ['normalise = "case"', "language = 1", 'rules = [["a"]]', 'apparatus = "both"']
)
def test_a_key_that_is_not_understood_is_said(key: str, tmp_path: Path) -> None:
    laid_out(tmp_path, {"s.toml": f"{key}\nwitnesses = []\n"})
    with pytest.raises(CannotGoOn) as raised:
        read_spec(tmp_path / "s.toml")
    assert [problem.code for problem in raised.value.problems] == ["SRC010"]


def test_paragraphs_of_plain_text_stay_apart() -> None:
    one, other = "First words.\n\nSecond words here.", "First words.\n \nSecond new words here."
    table = table_of({"A": one, "B": other})
    lines = parallel(table).decode()
    assert "<p>First words.</p><p>Second<app>" in lines


def test_an_edition_built_of_a_collation_has_the_text_of_every_witness(
    tmp_path: Path, recensio: Recensio
) -> None:
    one = tei("<head>A <hi>Title</hi></head><p>So <persName>John Doe</persName> went<lb/>home.</p>")
    other = tei("<head>A <hi>Title</hi></head><p>So <persName>Jon Doe</persName> came home.</p>")
    laid_out(tmp_path, {"A.xml": one, "B.xml": other, "C.txt": "A Title\n\nSo John went home."})
    files = ("A.xml", "B.xml", "C.txt")
    assert recensio("collate", *files, "--base", "A", "--out", "c.xml", cwd=tmp_path).code == 0
    assert recensio("build", "c.xml", "--only", "data", "--out", "o").code == 0
    texts = {
        "A": "A Title\nSo John Doe went home.\n",
        "B": "A Title\nSo Jon Doe came home.\n",
        "C": "A Title\nSo John went home.\n",
    }
    for siglum, text in texts.items():
        built = tmp_path / f"o/data/witnesses/c/{siglum}.txt"
        assert built.read_text(encoding="utf-8") == text
    assert "<persName><app>" in (tmp_path / "c.xml").read_text(encoding="utf-8")
