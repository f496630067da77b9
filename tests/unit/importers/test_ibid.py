"""Citations and ibid.: what is wrapped, and which work is meant."""

from __future__ import annotations

import pytest
from lxml import etree

from recensio.importers.citations import citations
from recensio.importers.importer import Imported
from recensio.importers.profile import References
from recensio.importers.words import Words
from tests.unit.importers.support import MARKDOWN, NS, PLAIN, body, imported, with_rules


def notes(*bodies: str, start: str = "# A\n\n") -> str:
    """A chapter with a reference to each of these notes."""
    references = "".join(f"<sup>{number}</sup>" for number in range(1, len(bodies) + 1))
    listed = "\n\n".join(f"{number}. {text}" for number, text in enumerate(bodies, 1))
    return f"{start}Text.{references}\n\n---\n\n{listed}\n\n"


def bibls(result: Imported) -> list[tuple[str, str]]:
    """Each citation with the words of what it means: itself, or the work it points to."""
    found = result.tree.findall(".//t:text//t:bibl", NS)
    named = {f"#{bibl.get('{http://www.w3.org/XML/1998/namespace}id')}": bibl for bibl in found}
    return [
        (words(bibl), words(named[target]) if (target := bibl.get("corresp")) else "")
        for bibl in found
    ]


def words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def cited(text: str) -> list[str]:
    """The citations in plain words."""
    return [text[found.start : found.end] for found in citations(Words(text, {}))]


def test_ibid_means_the_work_cited_before() -> None:
    text = notes("*The River*, p. 7.", "*Ibid.*, p. 8.", "*Ibid.*")
    assert body(text).count('corresp="#T-7-b1"') == 2
    assert (
        '<bibl xml:id="T-7-b1"><hi rend="italic">The River</hi>, p. 7</bibl>.</note>'
        '<note place="foot" type="authorial" n="2" xml:id="T-9">'
        '<bibl corresp="#T-7-b1"><hi rend="italic">Ibid.</hi>, p. 8</bibl>.</note>'
        '<note place="foot" type="authorial" n="3" xml:id="T-11">'
        '<bibl corresp="#T-7-b1"><hi rend="italic">Ibid.</hi></bibl></note>'
    ) in body(text)


def test_the_equivalent_in_brackets_goes_its_own_way() -> None:
    text = notes(
        "A. Poet, *Reka*, p. 1 [Cf.: “The River,” *Works of A. Poet (1930)*, p. 2].",
        "*Ibid.*, p. 3 [*Ibid.*, pp. 4, 5].",
        "*Gazeta*, 1931, № 4.",
        "*Ibid.* [*Ibid.*].",
    )
    assert 'bibl type="equivalent" xml:id="T-7-b2">“The River,” ' in body(text)
    assert bibls(imported(text)) == [
        ("A. Poet, Reka, p. 1", ""),
        ("“The River,” Works of A. Poet (1930), p. 2", ""),
        ("Ibid., p. 3", "A. Poet, Reka, p. 1"),
        ("Ibid., pp. 4, 5", "“The River,” Works of A. Poet (1930), p. 2"),
        ("Gazeta, 1931, № 4", ""),
        ("Ibid.", "Gazeta, 1931, № 4"),
        ("Ibid.", "“The River,” Works of A. Poet (1930), p. 2"),
    ]
    assert [(doubt.line, doubt.kind) for doubt in imported(text).report.doubted] == [
        (13, "ibid. in brackets after those of another work")
    ]


def test_a_gloss_in_brackets_is_no_equivalent() -> None:
    text = notes("A. Poet, *Reka* [The River], M., 1930, p. 1.", "*Den’*, 1 May 1930 [See photo].")
    assert bibls(imported(text)) == [
        ("A. Poet, Reka [The River], M., 1930, p. 1", ""),
        ("Den’, 1 May 1930", ""),
    ]


def test_a_commentary_does_not_interrupt() -> None:
    result = imported(notes("*Reka*, p. 1.", "The nickname of a friend, *Den’* by name.", "Ibid."))
    assert bibls(result) == [("Reka, p. 1", ""), ("Ibid.", "Reka, p. 1")]
    assert not result.report.doubted


def test_what_is_doubtful_in_an_ibid() -> None:
    text = notes("Ibid., p. 3.", "*Reka*, p. 1; *Den’*, p. 2.", "Ibid.", "Ibid.") + notes(
        "*Reka*, p. 1.", "He said so (*Den’*, p. 2).", "Ibid.", "Ibid.", start="# B\n\n"
    )
    result = imported(text)
    assert [(doubt.line, doubt.kind) for doubt in result.report.doubted] == [
        (7, "ibid. with no work before it"),
        (11, "ibid. after a note that cites several works"),
        (25, "ibid. after a commentary that cites a work"),
    ]
    assert bibls(result)[0] == ("Ibid., p. 3", "")
    assert bibls(result)[3] == ("Ibid.", "Den’, p. 2")
    counts = result.report.citations
    assert (counts.named, counts.same, counts.resolved) == (3, 5, 4)


def test_ibid_keeps_to_its_chapter() -> None:
    text = notes("*Reka*, p. 1.") + notes("Ibid.", start="# B\n\n")
    assert bibls(imported(text)) == [("Reka, p. 1", ""), ("Ibid.", "")]


def test_a_further_place_belongs_to_the_citation() -> None:
    result = imported(notes("*Gazeta*, 1931, № 5, p. 1; № 7, p. 8.", "See: *Den’*, p. 4."))
    assert bibls(result) == [("Gazeta, 1931, № 5, p. 1; № 7, p. 8", ""), ("Den’, p. 4", "")]


def test_commentary_is_left_alone_but_for_its_ibid() -> None:
    text = notes(
        "*The Land* (1882), one of his works, describes a village.",
        "In a letter he wrote of *The Land*, and nobody answered him in 1931.",
        "Of both: A. Poet, *Reka*, p. 1; ibid., p. 7. Others disagree.",
        "“Old man”: a nickname of 1905.",
    )
    assert bibls(imported(text)) == [
        ("A. Poet, Reka, p. 1", ""),
        ("ibid., p. 7", "A. Poet, Reka, p. 1"),
    ]


def test_running_text() -> None:
    """What is cited in brackets is wrapped where the chapter says ibid., and only there."""
    text = (
        "# A\n\nHe left (*Reka*, p. 5) and came back (ibid., p. 6, at the end).\n\n"
        "# B\n\nHe stayed (*Reka*, p. 5).\n"
    )
    assert bibls(imported(text)) == [("Reka, p. 5", ""), ("ibid., p. 6", "Reka, p. 5")]


def test_emphasis_goes_into_the_citation_whole() -> None:
    result = imported(notes("*Reka, p. 1 [River, p. 2].*", "*__Ibid.__, p. 3.*"))
    assert [cited for cited, _ in bibls(result)] == ["Reka, p. 1", "River, p. 2", "Ibid., p. 3"]


@pytest.mark.parametrize(
    "same",
    ["Ibid.", "ibid", "Ib.", "Ebd.", "ebenda", "Там же", "там же", "Tamże", "Ibidem", "Ibíd."],
)
def test_the_words_of_languages(same: str) -> None:
    text = (
        f"Er kam.[1] Er ging.[2]\n\nNotes\n\n[1] A. Dichter, Der Fluss, S. 7.\n\n[2] {same}, 8.\n"
    )
    brackets = with_rules(PLAIN, references=(References.BRACKET,))
    assert bibls(imported(text, brackets)) == [
        ("A. Dichter, Der Fluss, S. 7", ""),
        (f"{same}, 8", "A. Dichter, Der Fluss, S. 7"),
    ]


@pytest.mark.parametrize("mark", ["_", "*", "''"])
def test_raw_emphasis(mark: str) -> None:
    """In plain text and on wikis the marks of emphasis are text, and go into the citation."""
    title, same = f"{mark}The River{mark}, 1930", f"{mark}Ibid.{mark}, p. 8"
    text = f"He left.[1] He came.[2]\n\nNotes\n\n[1] {title}.\n\n[2] {same}.\n"
    for markup in ("plain", "wiki"):
        profile = with_rules(PLAIN, references=(References.BRACKET,), markup=markup)
        assert bibls(imported(text, profile)) == [(title, ""), (same, title)]


@pytest.mark.parametrize(
    "text",
    [
        "A. Poet, The River, p. 7",
        "Poet, The River, vol. 2, pp. 7–8",
        "Gazette, 17 November 1927",
        "Review, 1988, № 11, p. 121",
        "“The Crossing,” Review, 1931, p. 7",
        "Anna Poet, “The Crossing,” Review, 1931",
        "Poet, The River, 57–58",
    ],
)
def test_citations_without_emphasis(text: str) -> None:
    assert cited(f"{text}.") == [text]
    assert cited(f"See {text}; see also {text}.") == [text, text]


@pytest.mark.parametrize(
    "text",
    [
        "He crossed the river in March 1931.",
        "In 1931, five of them came back.",
        "See above.",
        "“Old man” meant a friend, as in ch. 5.",
        "At the end of 1930, more than 5.",
        "Later, he was expelled, 1929.",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert cited(text) == []


def test_a_book_of_citations_is_read_in_linear_time() -> None:
    """Thousands of them in one note: what is wrapped one by one would take minutes."""
    result = imported(notes("*Reka*, p. 1; " + "Ibid., p. 2; " * 4000), MARKDOWN)
    assert result.report.citations.resolved == 4000
