"""Where mentions stand and in what words, and who stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.publish.registers.mentioned import Index, Mentioned, index_of
from recensio.publish.registers.passages import Where
from tests.support import edition_of, tei

PERSONS = (
    "<listPerson>"
    + "".join(
        f"<person xml:id='{name}'><persName>{name.title()}</persName></person>"
        for name in ("anna", "emil", "olga")
    )
    + "</listPerson>"
)
ANNA, EMIL = "<persName ref='#anna'>Anna</persName>", "<persName ref='#emil'>Emil</persName>"


def index(folder: Path, body: str, header: str = "") -> Index:
    return index_of(edition_of(folder, {"a.xml": tei(body, header), "b.xml": tei(PERSONS)}))


def anna(folder: Path, body: str, header: str = "") -> list[Mentioned]:
    return list(index(folder, body, header).mentions["anna"])


def words(mention: Mentioned) -> tuple[str, str, str]:
    return mention.before, mention.name, mention.after


def test_the_words_around_a_name_are_cut_between_words(tmp_path: Path) -> None:
    long = "one two three four five six seven eight nine ten eleven twelve thirteen"
    (found,) = anna(tmp_path, f"<p>{long}\n  {ANNA}, {long}</p>")
    before, after = (
        "… four five six seven eight nine ten eleven twelve thirteen ",
        ", one two three four five six seven eight nine ten eleven …",
    )
    assert words(found) == (before, "Anna", after)


def test_a_paragraph_ends_the_words(tmp_path: Path) -> None:
    (found,) = anna(tmp_path, f"<p>Before.</p><p>Then {ANNA} came.</p><p>After.</p>")
    assert words(found) == ("Then ", "Anna", " came.")


@pytest.mark.parametrize(
    ("body", "where", "sigla", "before"),
    [
        (f"<p>To {ANNA}.</p>", Where.TEXT, (), "To "),
        (f"<p>To <app><lem wit='#A'>{ANNA}</lem><rdg wit='#B'>her</rdg></app>.</p>",
         Where.TEXT, (), "To "),
        (f"<p>To <app><lem wit='#A'>her</lem><rdg wit='#B #C'>dear {ANNA}</rdg></app>.</p>",
         Where.READING, ("B", "C"), "dear "),
        (f"<p>To <app><lem>her</lem><note>It is {ANNA}.</note></app>.</p>",
         Where.COMMENT, (), "It is "),
        (f"<p>To her.<note>It is {ANNA}.</note></p>", Where.NOTE, (), "It is "),
        (f"<p>To <choice><orig>{ANNA}</orig><reg>Anne</reg></choice>.</p>", Where.NOTE, (), ""),
    ],
)  # fmt: skip
def test_text_note_and_reading_are_told_apart(
    tmp_path: Path, body: str, where: Where, sigla: tuple[str, ...], before: str
) -> None:
    (found,) = anna(tmp_path, body)
    assert (found.where, found.sigla, found.before) == (where, sigla, before)


def test_every_mention_is_found_once(tmp_path: Path) -> None:
    inner = f"<app><lem>{ANNA}</lem><rdg wit='#B'>{ANNA}<note>{ANNA}</note></rdg></app>"
    body = f"<p>{ANNA}<note>{inner}</note> <app><lem>{inner}</lem><rdg>{inner}</rdg></app></p>"
    found = anna(tmp_path, body)
    assert len(found) == len({each.id for each in found}) == body.count("Anna")


def test_the_date_is_the_nearest_else_that_of_the_document(tmp_path: Path) -> None:
    header = "<profileDesc><creation><date when='1911'/></creation></profileDesc>"
    may = "<date when='1910-05'>in May</date>"
    body = f"<p>{may} {ANNA} came; long after that, <date when='1920'>1920</date>.</p><p>{ANNA}</p>"
    assert [each.when for each in anna(tmp_path, body, header)] == ["1910-05", "1911"]


def test_who_stands_together(tmp_path: Path) -> None:
    olga = "<persName ref='#olga'>Olga</persName>"
    body = (
        f"<p>{ANNA} and {EMIL} and {EMIL}</p><p>{ANNA}<note>{ANNA} {EMIL}</note></p>"
        f"<p>{ANNA} <app><lem>x</lem><rdg wit='#B'>{ANNA} {olga}</rdg></app></p>"
    )
    found = index(tmp_path, body).company
    assert {name: dict(beside) for name, beside in found.items()} == {
        "anna": {"emil": 2},
        "emil": {"anna": 2},
    }


def test_a_list_brings_nobody_together(tmp_path: Path) -> None:
    names = "".join(f"<person xml:id='p{n}'><persName>P</persName></person>" for n in range(40))
    crowd = "".join(f"<persName ref='#p{n}'>P</persName> " for n in range(40))
    files = {"a.xml": tei(f"<p>{crowd}</p>"), "b.xml": tei(f"<listPerson>{names}</listPerson>")}
    assert not index_of(edition_of(tmp_path, files)).company
