"""Which names are recognised, in which of their forms, and whom they mean."""

from __future__ import annotations

import pytest

from tests.unit.annotate.support import annotated, marked, outcome_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ryutin’s son", [("Ryutin", "ryutin")]),
        ("Martemyan\nRyutin", [("Martemyan\nRyutin", "ryutin")]),
        ("M.N. Ryutin and M. N. Riutin", [("M.N. Ryutin", "ryutin"), ("M. N. Riutin", "ryutin")]),
        ("Martem'ian N. Riutin", [("Martem'ian N. Riutin", "ryutin")]),
        ("Vasily Ryutin", [("Vasily Ryutin", "son")]),
        ("RYUTIN, Martemyan Nikitich (b.)", [("RYUTIN, Martemyan Nikitich", "ryutin")]),
        ("Smirnov, I. N., worker", [("Smirnov, I. N.", "smirnov_in")]),
        ("Leon Trotsky and L. Trotskii", [("Leon Trotsky", "trotsky"), ("L. Trotskii", "trotsky")]),
        ("Gregory Zinovieff", [("Gregory Zinovieff", "zinoviev")]),
        ("Lev Davidovich spoke", [("Lev Davidovich", "trotsky")]),
        ("anti-Trotsky mood", [("Trotsky", "trotsky")]),
        ("Ter-Vaganian and Ter-Petrov", [("Ter-Vaganian", "ter")]),
        ("Charles de Gaulle", [("Charles de Gaulle", "gaulle")]),
        ("to Троцкому and Зиновьевым", [("Троцкому", "trotsky"), ("Зиновьевым", "zinoviev")]),
        ("Zinoviev, Lev Trotsky", [("Zinoviev", "zinoviev"), ("Lev Trotsky", "trotsky")]),
        ("his daughter Liubov and Ryutin", [("Liubov", "daughter"), ("Ryutin", "ryutin")]),
        ("Pavel Smirnov and P. Trotsky", []),
        ("PETROV, Lev Davidovich (b.)", []),
        ("Petrov-Trotsky", []),
        ("Trotskyist, Zinovievism, Trotskaya", []),
    ],
)
def test_persons(words: str, expected: list[tuple[str, str]]) -> None:
    assert marked(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the CC", [("CC", "cc")]),
        ("the Presidium of the CCC and the CCC Presidium",
         [("Presidium of the CCC", "presidium"), ("CCC Presidium", "presidium")]),
        ("the presidium of the Central Control Commission",
         [("presidium of the Central Control Commission", "presidium")]),
        ("the Union of Marxist-Leninists; the Union, the union, Soviet Union, Union of Writers",
         [("Union of Marxist-Leninists", "union"), ("Union", "union")]),
        ("a Union alone", []),
        ("the Left Opposition, the Opposition", [("Left Opposition", "left"),
         ("Opposition", "left")]),
        ("the Riutin group", [("Riutin group", "union"), ("Riutin", "ryutin")]),
        ("the Tolmachev-Eismont-Smirnov group",
         [("Tolmachev-Eismont-Smirnov group", "eismont")]),
        ("the Working-Peasants' Party", [("Working-Peasants' Party", "party")]),
        ("the “Calibre” factory, of a large calibre, the Calibre", [("Calibre", "calibre")]),
        ("the Institute of Red Professors (IKP); IKP",
         [("Institute of Red Professors", "irp"), ("IKP", "irp"), ("IKP", "irp")]),
        ("the IRP", [("IRP", "irp")]),
        ("the IRP of the CC, the CCC of Moscow; the head of the CC",
         [("IRP of the CC", "irp"), ("CCC of Moscow", "ccc"), ("CC", "cc")]),
        ("the IRP of the CC of Kazakhstan", [("IRP of the CC of Kazakhstan", "irp")]),
        ("the German CC, the Polish Central Committee, Ryutin’s CC",
         [("Ryutin", "ryutin"), ("CC", "cc")]),
        ("the central committee", []),
    ],
)  # fmt: skip
def test_organisations(words: str, expected: list[tuple[str, str]]) -> None:
    assert marked(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Moscow and in Suzdalsk", [("Moscow", "moscow"), ("Suzdalsk", "suzdal")]),
        ("Alma Ata, Alma-Ata", [("Alma Ata", "alma_ata"), ("Alma-Ata", "alma_ata")]),
        ("Petersburg", [("Petersburg", "petersburg")]),
        ("North and Northern Caucasus", [("Northern Caucasus", "caucasus")]),
        ("Moscow University, Moscow workers", [("Moscow", "moscow")]),
        ("from Gorky to Moscow, at Gorky’s",
         [("Gorky", "gorky_city"), ("Moscow", "moscow"), ("Gorky", "gorky")]),
        ("Moscow, Gorky and Suzdal",
         [("Moscow", "moscow"), ("Gorky", "gorky_city"), ("Suzdal", "suzdal")]),
        ("trans-Moscow, Muscovite, the Moscow Trials", []),
        ("the Academy of Arts and Letters of Moscow, an academy of Moscow", [("Moscow", "moscow")]),
    ],
)  # fmt: skip
def test_places(words: str, expected: list[tuple[str, str]]) -> None:
    assert marked(words) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Riutin’s Platform</p>",
         '<p><title level="u" ref="#platform"><persName ref="#ryutin">Riutin</persName>’s Platform'
         "</title></p>"),
        ("<p>Crisis of Dictatorship; the Platform, a platform</p>",
         '<p><title level="u" ref="#platform">Crisis of Dictatorship</title>; the <title level="u"'
         ' ref="#platform">Platform</title>, a platform</p>'),
        ("<p>the “The Great Terror” and the Great Terror</p>",
         '<p>the “<title level="m" ref="#terror">The Great Terror</title>” and the <title level="m"'
         ' ref="#terror">Great Terror</title></p>'),
        ("<p>the Great Terror began</p>", "<p>the Great Terror began</p>"),
        ("<p>Trotsky, <hi>Sochineniia</hi>; Marks, <hi>Sochineniia</hi></p>",
         '<p><persName ref="#trotsky">Trotsky</persName>, <hi><title level="m" ref="#works">'
         "Sochineniia</title></hi>; Marks, <hi>Sochineniia</hi></p>"),
        ("<p><hi>Herald of the Opposition</hi> [The Messenger], 1930, then the <hi>Herald</hi></p>",
         '<p><hi><title level="j" ref="#herald">Herald of the Opposition</title></hi> [<title '
         'level="j" ref="#herald">The Messenger</title>], <date when="1930">1930</date>, then the '
         '<hi><title level="j" ref="#herald">Herald</title></hi></p>'),
        ("<p>The Ryutin affair</p>",
         '<p>The <name type="event" ref="#affair"><persName ref="#ryutin">Ryutin</persName> affair'
         "</name></p>"),
    ],
)  # fmt: skip
def test_works_and_events_hold_names(body: str, expected: str) -> None:
    assert annotated(body) == expected


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("the journal <hi>Banner</hi>, <hi>Star</hi> and <hi>Dawn</hi>; <hi>Indeed</hi>",
         [("j", "Banner"), ("j", "Star"), ("j", "Dawn")]),
        ("He published in <hi>Banner</hi> an article, “On the Price of Bread,” and said “Enough”",
         [("j", "Banner"), ("a", "On the Price of Bread")]),
        ("the article “which all had read” and the book <hi>that</hi> was", []),
        (f"the declaration: <hi>{'We all declare ' * 6}</hi>", []),
        ("the “Northern Baker” newspaper", [("j", "Northern Baker")]),
        ("his novel, <hi>The Road (1931)</hi>, <hi>and</hi> the play <hi>Ryutin</hi>",
         [("m", "The Road (1931)")]),
        ("<bibl><hi>Letters from Suzdal (1931)</hi>, <hi>Letters from Suzdal (1934)</hi></bibl>",
         [("m", "Letters from Suzdal (1931)"), ("m", "Letters from Suzdal (1934)")]),
        ("<bibl>(<hi>Oktiabr'</hi>, 5; <hi>'Home'</hi>)</bibl>",
         [("m", "Oktiabr'"), ("m", "Home")]),
        ("<bibl><hi>Banner, 5 May 1931</hi></bibl>", []),
    ],
)  # fmt: skip
def test_titles_that_no_register_has(body: str, titles: list[tuple[str, str]]) -> None:
    marks = outcome_of(f"<p>{body}</p>").value.marked
    assert [
        (dict(mark.attributes)["level"], mark.text)
        for mark in marks
        if mark.element == "title" and dict(mark.attributes).get("ref") in (None, "#letters")
    ] == titles


def test_another_volume_is_another_work() -> None:
    marks = outcome_of(
        "<p><hi>Letters from Suzdal (1931)</hi>, <hi>Letters from Suzdal (1934)</hi></p>"
    )
    assert [mark.entries for mark in marks.value.marked if mark.element == "title"] == [
        ("letters",)
    ]


@pytest.mark.parametrize(
    ("words", "certainties"),
    [
        ("The CC of Kazakhstan and the IRP of the CC.", ["medium", None]),
        ("The CC of the Workers’ League, the CC of Ryutin.", ["medium", None, None]),
        ("The IRP of the CC of the KPD.", ["medium"]),
    ],
)
def test_what_stands_behind_a_body_may_make_it_another(
    words: str, certainties: list[str | None]
) -> None:
    outcome = outcome_of(f"<p>{words}</p>")
    assert [problem.code for problem in outcome.problems] == ["REG007"]
    assert [dict(mark.attributes).get("cert") for mark in outcome.value.marked] == certainties


def test_emphasis_around_whole_blocks_is_no_title() -> None:
    body = "<div><hi><p>the journal</p><p>Banner</p></hi></div>"
    assert annotated(body) == body


@pytest.mark.parametrize(
    ("misread", "entry"),
    [
        ("Tomsy", "tomsky"),
        ("Tornsky", "tomsky"),
        ("Ziinoviev", "zinoviev"),
        ("Zinovev", "zinoviev"),
        ("Kazakstan", "kazakhstan"),
    ],
)
def test_misreadings_are_marked_as_such(misread: str, entry: str) -> None:
    outcome = outcome_of(f"<p>Then {misread}.</p>")
    (mark,) = outcome.value.marked
    says = dict(mark.attributes)
    assert says["ref"] == f"#{entry}"
    sure = misread == "Zinovev"
    assert says.get("cert") == (None if sure else "medium")
    assert [problem.code for problem in outcome.problems] == ([] if sure else ["REG007"])


@pytest.mark.parametrize("word", ["Tomskaya", "Zinovieva", "Tomsk", "Kazakhstani"])
def test_other_names_are_no_misreadings(word: str) -> None:
    assert marked(f"Then {word}.") == []


def test_a_common_word_is_no_misreading() -> None:
    assert marked("a tomsy day; Tomsy days") == []


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("<p>Ivan Smirnov came. Smirnov spoke.</p>", "smirnov_in"),
        ("<p>Ivan Smirnov came, then A. P. Smirnov.</p><p>Smirnov spoke.</p>", "smirnov_ap"),
        ("<div><head>A. P. Smirnov</head><p>Ivan Smirnov sat.</p><p>Smirnov spoke.</p></div>",
         "smirnov_ap"),
        ("<div><p>A. Smirnov came.</p></div><div><p>Smirnov spoke.</p></div>",
         "smirnov_ap smirnov_in"),
        ("<div><p>A. Smirnov came. A. P. Smirnov.</p></div><div><p>Smirnov spoke.</p></div>",
         "smirnov_ap"),
        ("<div><p>A. Smirnov, Trotsky, Zinoviev.</p><p>I. Smirnov, Tomsky.</p></div>"
         "<div><p>Trotsky, Zinoviev, Smirnov.</p></div>", "smirnov_ap"),
        ("<p>Ryutin and Smirnov</p>", "smirnov_in smirnov_ap"),
    ],
)  # fmt: skip
def test_whom_a_surname_means(body: str, meant: str) -> None:
    marks = [mark for mark in outcome_of(body).value.marked if mark.text == "Smirnov"]
    assert dict(marks[-1].attributes)["ref"].replace("#", "") == meant


def test_what_stays_open_is_marked_with_its_candidates_and_listed() -> None:
    outcome = outcome_of("<p>Then\ncame Smirnov.</p>")
    (mark,) = outcome.value.marked
    assert mark.attributes == (("ref", "#smirnov_in #smirnov_ap"), ("cert", "low"))
    (doubt,) = outcome.problems
    assert (doubt.code, doubt.message) == (
        "REG002",
        "Smirnov may be any of: smirnov_in, smirnov_ap",
    )
    assert (doubt.location.line, doubt.location.column) == (2, 6)
    again = outcome_of("<p>came <persName ref='#smirnov_ap'>Smirnov</persName>.</p>")
    assert (again.value.marked, again.problems) == ((), ())


def test_the_plural_is_the_family() -> None:
    assert marked("the Ryutins") == [("Ryutins", "ryutin")]
    assert marked("the Smirnovs") == [("Smirnovs", "smirnov_in smirnov_ap")]


def test_a_citation_abbreviates_its_place() -> None:
    text = annotated(
        "<p>M., 1991<note><bibl>A. N., <hi>Trud</hi>, M., 1991, p. 5</bibl></note></p>"
    )
    assert text.startswith("<p>M., <date")
    assert '<placeName ref="#moscow">M.</placeName>, <date when="1991">1991</date>' in text


def test_ibid_means_the_work_of_the_note_before() -> None:
    notes = (
        "<p>a<note><bibl xml:id='b1'><hi>The Great Terror</hi>, p. 1</bibl></note> Platform"
        "<note><bibl corresp='#b1'><hi>Ibid.</hi>, p. 2</bibl></note>"
        "<note><bibl xml:id='b3'><hi>Unknown</hi>, p. 3</bibl></note>"
        "<note><bibl corresp='#b3'>Ibid., p. 4</bibl></note></p>"
    )
    text = annotated(notes)
    assert '<hi><title ref="#terror">Ibid.</title></hi>, p. 2' in text
    assert '<title corresp="#b3">Ibid.</title>, p. 4' in text
