"""What the grammar of phrasing is told of an edition, and what the edition then says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recensio import saxon
from recensio.model.document import Corpus, Metadata
from recensio.model.phrasing import phrasing
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.phrasing import parameters, phrases
from recensio.publish.phrasing.marks import marks
from recensio.publish.phrasing.names import names
from recensio.publish.prepare import Edition
from tests.support import document_of, edition_of, tei

WITNESSES = (
    "<listWit><witness xml:id='A'>Codex: the oldest</witness><listWit xml:id='g'>"
    "<witness xml:id='B'>Second</witness><witness xml:id='C'/></listWit>"
    "<witness xml:id='D'>Last</witness></listWit>"
)
TEXT = tei(
    f"{WITNESSES}<l>amor <app xml:id='a1'><lem wit='#A #g'>amor</lem><rdg wit='#D'>ardor</rdg>"
    "<rdg resp='#klee'>mora</rdg><note>Nonne?</note></app></l>"
    "<p>amor et <app xml:id='a2'><lem wit='#A'>amor</lem><rdg wit='#g'/></app></p>"
)
PERSONS = tei(
    "<listPerson><person xml:id='klee'><persName>Klee, Anna</persName></person></listPerson>"
)
SETTINGS = """
[edition]
title = "Amor"
language = "la"
[files]
texts = ["text.xml"]
registers = ["persons.xml"]
[apparatus]
kind = "negative"
style = "teubner"
[apparatus.conventions]
order = "conspectus"
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    files = {"edition.toml": SETTINGS, "text.xml": TEXT, "persons.xml": PERSONS}
    return edition_of(tmp_path_factory.mktemp("amor"), files)


def test_a_group_has_the_rank_of_its_first_member(edition: Edition) -> None:
    told = parameters(edition.prepared[0], edition.corpus)
    ranks = {line.split("\t")[0]: line.split("\t")[1:] for line in told["conspectus"].split("\n")}
    assert ranks["A"] == ["0", "Codex"]
    assert ranks["g"][0] == ranks["B"][0] == "1"
    assert ranks["g"][2:] == ["B", "C"]
    assert ranks["D"] == ["3", "Last"]


def test_names_are_those_of_the_registers(edition: Edition) -> None:
    told = parameters(edition.prepared[0], edition.corpus)
    assert told["names"] == "klee\tKlee"


@pytest.mark.parametrize(
    ("bearer", "name"),
    [
        ("<person xml:id='x'><persName>Anna <surname>Klee</surname></persName></person>", "Klee"),
        ("<person xml:id='x'><persName>Anna Klee</persName><note>x</note></person>", "Anna Klee"),
        ("<person xml:id='x'><persName>Klee, Anna</persName></person>", "Klee"),
        ("<person xml:id='x'><persName><abbr>Kl.</abbr></persName></person>", "Kl."),
        ("<bibl xml:id='x'><surname>Klee</surname> <date>1871</date></bibl>", "Klee 1871"),
        ("<bibl xml:id='x' n='Kl'><surname>Klee</surname> <date>1871</date></bibl>", "Kl"),
        (
            "<bibl xml:id='x'><author><surname>Klee</surname>, <surname>Lind</surname></author>"
            "</bibl>",
            "Klee–Lind",
        ),
        (f"<bibl xml:id='x'>{'long ' * 20}</bibl>", None),
        ("<witness xml:id='x'>Codex</witness>", None),
        ("<p/>", None),
    ],
)
def test_whoever_is_pointed_at_has_a_short_name(bearer: str, name: str | None) -> None:
    document = document_of(tei(f"<p><app><rdg resp='#x'>a</rdg></app></p>{bearer}"))
    assert names(document, Corpus(Metadata("Title"))).get("x") == name


def test_in_print_lemmata_are_numbered_in_verse_alone(edition: Edition) -> None:
    each = edition.prepared[0]
    assert parameters(each, edition.corpus)["repetitions"] == "a1\t2\na2\t2"
    printed = parameters(each, edition.corpus, in_print=True)["repetitions"]
    assert printed == "a1\t2"


def test_entries_are_phrased_as_the_edition_says_or_otherwise(edition: Edition) -> None:
    each = edition.prepared[0]
    assert phrases(each, edition.corpus) == {
        "a1": "amor²] ardor D | mora Klee | Nonne?",
        "a2": "amor²] om. g",
    }
    plain = phrases(each, edition.corpus, phrasing("en", "plain"))
    assert plain["a1"] == "Codex and g: amor; Last: ardor; Klee: mora, conjecture."


def test_the_data_have_the_phrases_without_the_notes(edition: Edition) -> None:
    made = {a.path: a.content for a in OUTPUTS["data"](edition, Conditions()).value}
    entries = json.loads(made["data/apparatus.json"])["entries"]
    assert [entry["phrase"] for entry in entries] == [
        "amor²] ardor D | mora Klee",
        "amor²] om. g",
    ]


def test_the_site_speaks_as_the_data_do(edition: Edition) -> None:
    site = OUTPUTS["site"](edition, Conditions()).value
    made = {a.path: a.content.decode() for a in site if a.path.endswith(".html")}
    assert '<i class="said">om.</i> <b class="siglum">g</b>' in made["site/texts/text.html"]


def test_a_document_that_is_refused_has_no_phrases(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> saxon.Transformation:
        raise saxon.StylesheetError("no")

    monkeypatch.setattr(saxon, "transform", refuse)
    assert phrases(edition.prepared[0], edition.corpus) == {}


def test_what_is_added_after_a_quotation_stands_after_its_last_word(tmp_path: Path) -> None:
    added = "<app xml:id='a3'><lem wit='#A'/><rdg wit='#D'>rursus</rdg></app>"
    text = f"<p>dixit <cit><quote>veni</quote></cit> {added} <quote>vidi</quote>.</p>"
    (told,) = edition_of(tmp_path, {"text.xml": tei(WITNESSES + text)}).prepared
    assert dict(marks(told.document.tree).anchors) == {"a3": "veni"}
