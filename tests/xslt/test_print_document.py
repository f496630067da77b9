"""xslt/print: a prepared document as Typst, its running text and its foot."""

from __future__ import annotations

import re

import pytest

from recensio import saxon

SIGLA = "#wA\tA\nw.xml#wB\tB\n#wB\tB\n#wC\tγ\n#wX\twX"


def transformed(mode: str, body: str, title: str = "Title") -> str:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    parameters = {"chapter": "0", "title": title, "sigla": SIGLA}
    return saxon.transform("print/document.xsl", mode, text, parameters).output


def text(body: str) -> str:
    """The running text of a paragraph, its closing mark left off."""
    found = re.search(r"\n\n(.*)#close", transformed("body", f'<p xml:id="p1">{body}</p>'))
    assert found
    return found[1]


def blocks(body: str, title: str = "Title") -> str:
    """The running text of a body without what it imports and without empty lines."""
    lines = transformed("body", body, title).splitlines()[3:]
    return "\n".join(line.strip() for line in lines if line.strip())


def foot(body: str) -> str:
    """What stands at the foot for the only entry of a paragraph."""
    found = re.search(r": \[(.*)\],\n\)", transformed("foot", f"<p>{body}</p>"))
    assert found
    return found[1]


def app(content: str) -> str:
    return f'<app xml:id="a1" n="1">{content}</app>'


def test_text_is_a_string_and_never_markup() -> None:
    assert text('a "b" \\ #c $d$ *e* [f]') == '#"a \\"b\\" \\\\ #c $d$ *e* [f]"'


def test_white_space_is_collapsed_and_kept_between_elements() -> None:
    assert text("one\n   two <hi>three</hi> four<hi>five</hi>") == (
        '#"one two" #emph[#"three"] #"four"#emph[#"five"]'
    )


def test_a_comment_does_not_part_the_text() -> None:
    assert text("one<!-- no -->two") == '#"onetwo"'


def test_a_lemma_after_a_space_is_marked_on_both_sides_of_it() -> None:
    assert text(f"so {app('<lem>it</lem>')} is") == (
        '#"so"#before-space #start("a1")#"it"#end("a1", "app") #"is"'
    )


def test_between_words_there_is_one_space_and_it_stands_with_the_first() -> None:
    assert text(f"<q>so </q> <hi> </hi> {app('<lem> it</lem>')}") == (
        '#"“"#"so"#"”"#before-space #emph[]#start("a1")#"it"#end("a1", "app")'
    )


def test_a_lemma_after_a_word_is_glued_to_it() -> None:
    assert text(f"so—{app('<lem>it</lem>')}") == '#"so—"#glued("a1")#"it"#end("a1", "app")'


def test_a_lemma_that_opens_a_paragraph_is_not_glued() -> None:
    assert text(app("<lem>It</lem>")) == '#start("a1")#"It"#end("a1", "app")'


def test_an_omission_in_the_text_is_a_point() -> None:
    assert text(f"so{app('<lem/><rdg>it</rdg>')}") == '#"so"#end("a1", "app")'


def test_without_lemma_the_first_reading_is_read() -> None:
    assert '#"it"' in text(app("<rdg>it</rdg><rdg>that</rdg>"))


def test_an_entry_that_points_at_its_place_adds_nothing_to_the_text() -> None:
    entry = '<app xml:id="a1" n="1" from="#x"><lem>it</lem></app>'
    assert text(f"so {entry}").rstrip() == '#"so"#end("a1", "app")'


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("so {0} it", '#"so"#end("a1", "app") #"it"'),
        ("so <hi>it</hi>, {0} is", '#"so" #emph[#"it"]#","#end("a1", "app") #"is"'),
        ("so: <q>{0}it</q>", '#"so:"#end("a1", "app") #"“"#"it"#"”"'),
        ("so{0} it", '#"so"#end("a1", "app") #"it"'),
        ("{0}it", '#end("a1", "app")#"it"'),
    ],
)
def test_what_is_added_stands_on_the_line_of_the_word_before(written: str, set_as: str) -> None:
    assert text(written.format(app("<lem/><rdg>or</rdg>"))) == set_as


def test_a_note_leaves_its_mark() -> None:
    notes = '<note xml:id="n1" place="foot">x</note>; <note xml:id="n2" type="authorial">y</note>'
    assert text(f"so{notes}") == '#"so"#call("n1", "ed")[#"a"]#";"#call("n2", "au")[#"1"]'


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("so{0}{1}", '#"so"{0}#apart{1}'),
        ("so {0} {1} is", '#"so"{0}#apart{1} #"is"'),
        ("<title><hi>so </hi> </title>{0}it", '#emph[#emph[#"so"]]{0} #"it"'),
        ("so {0}, it", '#"so"{0}#", it"'),
        ("{0} so", '{0} #"so"'),
    ],
)
def test_the_call_of_a_note_stands_at_its_word(written: str, set_as: str) -> None:
    notes = [f'<note xml:id="n{number}" place="foot">x</note>' for number in (1, 2)]
    calls = ['#call("n1", "ed")[#"a"]', '#call("n2", "ed")[#"b"]']
    assert text(written.format(*notes)) == set_as.format(*calls)


def test_what_was_cut_is_parted_as_the_words_are() -> None:
    assert text('red <milestone unit="cut"/>it') == '#"red" #"[…]" #"it"'
    assert text('re<milestone unit="cut"/>d') == '#"re"#"[…]"#"d"'


def test_a_lemma_has_no_space_around_it() -> None:
    inner = "<lem> so <hi>it </hi> </lem><rdg>or</rdg>"
    assert foot(app(inner)).startswith('#"so" #emph[#"it"]#"]"')


def test_the_page_of_the_source_divides_no_word() -> None:
    assert text('so<pb n="7"/>me, <pb n="8"/>of it<pb n="9"/> is') == (
        '#"so"#reference("7")#"me," #reference("8") #"of it"#reference("9") #"is"'
    )


def test_a_line_of_the_source_between_blocks_is_none() -> None:
    imprint = "<publisher>It</publisher><lb/>\n<docDate>2019<lb/>May</docDate><lb/>"
    found = transformed("body", f"<titlePage><docImprint>{imprint}</docImprint></titlePage>")
    assert found.count("#linebreak()") == 1


def test_a_note_in_the_line_stays_there() -> None:
    note = '<note xml:id="n1" place="inline" type="{}">{}</note>'
    assert text(f"so {note.format('interpolation', '(x)')} on") == '#"so (x) on"'
    assert text(f"so{note.format('editorial', 'x')} on") == '#"so (x) on"'


def test_a_name_is_marked_where_it_ends_and_within_what_goes_to_the_foot() -> None:
    name = '<persName xml:id="x{}" ref="#p">Li</persName>'
    lemma = f"<lem>{name.format(1)}</lem><rdg>{name.format(2)}</rdg>"
    assert text(f"{name.format(0)} and {app(lemma)}") == (
        '#"Li"#mention("x0") #"and"#before-space #start("a1")#"Li"#mention("x1")'
        '#within("x2", "a1")#end("a1", "app")'
    )


def test_an_entry_is_lemma_witnesses_readings_silence_and_note() -> None:
    content = (
        '<lem wit="#wA">it</lem><witDetail wit="#wA">l. 4</witDetail>'
        '<rdg wit="w.xml#wB #wX">that</rdg><rdg type="silent" wit="#wC"/>'
        "<note>Why?</note>"
    )
    assert foot(app(content)) == (
        '#"it"#"]" #siglum[#"A"] #"("#"l. 4"#")"#"; "#"that" #siglum[#"B"] #siglum[#"wX"]#"; "'
        '#said[#"silent"] #siglum[#"γ"]#" – "#"Why?"'
    )


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        ("<rdg/>", "om."),
        ('<rdg type="silent"/>', "silent"),
        ('<rdg type="not-in-excerpt"/>', "not in excerpt"),
        ("<rdg><gap/></rdg>", "lac."),
    ],
)
def test_what_is_not_there_is_said_in_italics(reading: str, words: str) -> None:
    assert f'#said[#"{words}"]' in foot(app(f"<lem>it</lem>{reading}"))


def test_a_long_lemma_is_given_by_its_ends() -> None:
    words = " ".join(f"w{number}" for number in range(20))
    assert foot(app(f"<lem>{words}</lem>")).startswith('#"w0 w1 w2 … w17 w18 w19"#"]"')


def test_an_entry_in_a_reading_stays_in_its_line() -> None:
    inner = '<app xml:id="a2" n="2"><lem>x</lem><rdg wit="#wB">y</rdg></app>'
    assert foot(app(f"<lem>it</lem><rdg>that {inner}</rdg>")) == (
        '#"it"#"]" #"that x ["#"x"#"]" #"y" #siglum[#"B"]#"]"'
    )


def test_an_entry_in_a_note_is_printed_as_such() -> None:
    note = f'<note xml:id="n1">{app("<lem>it</lem><rdg>that</rdg>")}</note>'
    assert foot(note) == '#mark[#"a"]#" "#"it"#"]" #"that"'


def test_an_entry_in_a_lemma_is_an_entry_of_its_own() -> None:
    inner = '<app xml:id="a2" n="2"><lem>x<note xml:id="n1">z</note></lem><rdg>y</rdg></app>'
    both = transformed("foot", f"<p>{app(f'<lem>it {inner}</lem><rdg>that</rdg>')}</p>")
    assert re.findall(r'^"(\w+)": \[(.*)\],$', both, re.M) == [
        ("a1", '#"it x"#"]" #"that"'),
        ("a2", '#"x"#"]" #"y"'),
        ("n1", '#mark[#"a"]#" "#"z"'),
    ]


def test_a_note_of_a_note_is_not_lost() -> None:
    note = '<note xml:id="n1">one <note xml:id="n2">two</note></note>'
    assert foot(note).count("two") == 1
    assert '"n2"' not in transformed("foot", f"<p>{note}</p>")


def test_a_long_note_is_given_in_pieces_too() -> None:
    note = f'<note xml:id="n1"><hi>{"long " * 200}</hi> and short</note>'
    entry = transformed("foot", f"<p>{note}</p>")
    pieces = entry.partition("pieces: (")[2].split("],[")
    assert len(pieces) > 10
    assert all(piece.count("[") == piece.count("]") for piece in pieces[1:-1])
    assert entry.partition("pieces: (")[2].count("long") == 200
    assert '#call("n1", "ed")' in text(note)


@pytest.mark.parametrize("kind", ["sources", "testimonia"])
def test_sources_and_testimonia_are_a_series_of_their_own(kind: str) -> None:
    assert '#call("n1", "src")' in text(f'<note xml:id="n1" type="{kind}">x</note>')
    entry = f'<app xml:id="a1" n="1" type="{kind}"><lem>it</lem></app>'
    assert '#end("a1", "src")' in text(entry)


def test_the_first_heading_is_that_of_the_chapter_if_it_says_the_same() -> None:
    inner = "<div><head>One</head><p>Text.</p></div>"
    same = blocks(f"<div><head>The  Title</head>{inner}</div>", "the title")
    other = blocks(f"<div><head>A beginning</head>{inner}</div>", "The title")
    assert re.findall(r'#head\((\d), "[^"]*", "([^"]*)"', same) == [
        ("1", "The Title"),
        ("2", "One"),
    ]
    assert re.findall(r'#head\((\d), "[^"]*", "([^"]*)"', other) == [
        ("1", "The title"),
        ("2", "A beginning"),
        ("3", "One"),
    ]


def test_entries_apart_from_the_text_stand_as_a_list() -> None:
    listed = blocks('<listApp><app loc="1.2"><lem>it</lem><rdg wit="#wA">is</rdg></app></listApp>')
    assert '#entry[#strong[#"1.2"] #"it"#"]" #"is" #siglum[#"A"]' in listed
    assert "#end(" not in listed


def test_an_unknown_element_gives_its_text() -> None:
    assert text("<blink>on</blink> and off") == '#"on" #"and off"'
    assert '#group[#"on"' in blocks("<blink>on</blink><p>off</p>")


def test_a_choice_gives_the_source_and_then_the_editor() -> None:
    assert text("<choice><sic>teh</sic> <corr>the</corr></choice>") == '#"teh" #"["#"the"#"]"'


def test_a_quotation_has_marks_unless_it_brings_them() -> None:
    assert text("<q>yes</q>") == '#"“"#"yes"#"”"'
    assert text("so<q> yes </q>so") == '#"so “"#"yes"#"” so"'
    assert text("<q>“yes”</q>") == '#"“yes”"'


def test_a_language_has_its_direction() -> None:
    assert text('<foreign xml:lang="he">שלום</foreign>') == (
        '#language("he")[#against(rtl)[#"שלום"]]'
    )
    assert text('<foreign xml:lang="la">pax</foreign>') == '#language("la")[#emph[#"pax"]]'
    assert text('<foreign xml:lang="x-klingon">tlh</foreign>').startswith('#language("")[')
    paragraph = blocks('<p xml:lang="he">שלום <foreign xml:lang="la">pax</foreign></p>')
    assert '#language("he")[#towards(rtl)[' in paragraph
    assert '#language("la")[#against(ltr)[' in paragraph


def test_what_is_read_from_the_right_is_kept_together_at_the_foot() -> None:
    entry = app('<lem wit="#wA">שלום</lem><rdg wit="#wB">pax</rdg>')
    assert '#isolated[#"שלום"]#"]"' in foot(entry)
    assert "isolated" not in foot(app("<lem>pax</lem><rdg>lux</rdg>"))


def test_a_table_keeps_its_columns_if_they_fit() -> None:
    row = "<row><cell>a</cell><cell>{}</cell></row>"
    found = blocks(f"<table><row role='label'><cell/></row>{row.format('b')}</table>")
    unmarked = re.sub(r'#close\("\d+"\)(#h\(0pt\))?', "", found)
    assert unmarked.endswith('#listed[#tabular((6,6,), 1)[][][#"a"][#"b"]]')
    assert "#tabular(" not in blocks(f"<table>{row.format('long ' * 300)}</table>")


def test_the_rows_of_a_table_at_the_foot_stand_by_themselves() -> None:
    table = "<table><row><cell>a</cell><cell>b</cell></row></table>"
    note = f'<p><note xml:id="n1" place="foot">{table}</note></p>'
    assert '#row((6,6,))[#"a"][#"b"]' in transformed("foot", note)


def test_an_image_among_words_stands_behind_its_paragraph() -> None:
    image = '<figure><graphic url="far.png"/></figure>'
    found = blocks(f'<p xml:id="p1">one {image}two</p>')
    assert re.search(r'#"one two"#close\("\d+"\)#h\(0pt\)\n#caption', found)
    assert blocks(f"<p>{image}</p>").count("#caption") == 1


def test_a_speech_in_prose_begins_with_its_speaker() -> None:
    speech = "<sp><speaker>Ann</speaker><stage>(aside)</stage><p>No.</p></sp>"
    assert '#smallcaps[#"Ann"] #emph[#"(aside)"] #"No."' in blocks(speech)
    verse = "<sp><speaker>Ann</speaker><l>No.</l></sp>"
    assert '#speaker[#"Ann"' in blocks(verse)


def test_long_text_holds_marks_between_words() -> None:
    holding = text("word " * 100)
    assert len(re.findall(r'"#hold\("\d+-\d+"\) #"', holding)) == 3


def test_a_numbered_section_says_its_number() -> None:
    sections = '<div n="1"><div n="2"><p>Text.</p><p>More.</p></div></div>'
    assert blocks(sections).count('#section-number("1.2")') == 1


def test_a_body_without_text_says_so() -> None:
    assert "#empty-text" in blocks("<p/>")


def test_a_label_of_a_list_is_printed_beside_its_item_or_above_it() -> None:
    made = blocks("<list><label>ab</label><item>c</item><label>longer</label><item>d</item></list>")
    assert [made.count(f'#"{words}"') for words in ("ab", "c", "longer", "d")] == [1, 1, 1, 1]
    assert made.index("ab") < made.index('#"c"') < made.index("longer") < made.index('#"d"')
