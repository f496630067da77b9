"""Witnesses with any markup: their texts come back character for character, and nothing clashes."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from recensio.collate import collate
from recensio.collate.layout import Layout
from recensio.collate.marked import marked
from recensio.collate.normal import Normaliser
from recensio.collate.parallel import parallel
from recensio.collate.tokens import TokenMaker, WitnessText, witness_text
from recensio.model.apparatus import ApparatusKind
from recensio.model.witness import Siglum
from recensio.tei.text import lines_of, normalise
from recensio.tei.witness_texts import witness_lines
from recensio.tei.witnesses import witness_list
from tests.support import NS, XML_ID, tei, the, tree_of

WORDS = st.sampled_from(["the", "a", "of", "king", "kyng", "said", "and", "stone", "so", "end,"])
INLINE = st.sampled_from(["hi", "persName", "seg", "emph"])
POINTS = st.sampled_from(
    ["<lb/>", '<lb break="no"/>', '<pb n="1"/>', "<note>n</note>", "<del>gone</del>", "<gap/>",
     "<choice><sic>ye</sic><corr>the</corr></choice>", "<!-- c -->", "<hi> </hi>", "<anchor/>"]
)  # fmt: skip
STEPS = st.sampled_from([frozenset({"case"}), frozenset({"case", "punctuation"})])


@st.composite
def inline(draw: st.DrawFn, words: list[str], depth: int = 0) -> str:
    """Words with elements around some of them, and between and within them."""
    pieces = []
    while words:
        length = draw(st.integers(1, 4))
        taken, words = words[:length], words[length:]
        if depth < 2 and draw(st.integers(0, 3)) == 0:
            name = draw(INLINE)
            attribute = draw(st.sampled_from(["", ' rend="i"', ' xml:id="ID"']))
            pieces.append(f"<{name}{attribute}>{draw(inline(taken, depth + 1))}</{name}>")
        else:
            text = " ".join(taken)
            if draw(st.integers(0, 3)) == 0:
                cut = draw(st.integers(0, len(text)))
                text = text[:cut] + draw(POINTS) + text[cut:]
            pieces.append(text)
    return " ".join(pieces)


@st.composite
def document(draw: st.DrawFn, base: list[str]) -> str:
    """A copy of a text with its own errors, paragraphs and markup."""
    words = [w for word in base for w in draw(st.sampled_from([[word]] * 6 + [[], [word, "so"]]))]
    paragraphs: list[str] = []
    while words or not paragraphs:
        length = draw(st.integers(2, 9))
        paragraphs.append(f"<p>{draw(inline(words[:length]))}</p>")
        words = words[length:]
    text = "".join(paragraphs)
    for number in range(text.count('"ID"')):
        text = text.replace('"ID"', f'"id{number}"', 1)
    return tei(text)


@st.composite
def witnesses(draw: st.DrawFn) -> list[WitnessText]:
    base = draw(st.lists(WORDS, min_size=1, max_size=14))
    make = TokenMaker(Normaliser(draw(STEPS)))
    found = [
        marked(f"w{n}", tree_of(draw(document(base))).getroot(), make)
        for n in range(draw(st.integers(2, 3)))
    ]
    return [*found, *([witness_text("plain", " ".join(base))] if draw(st.booleans()) else [])]


@given(st.data())
def test_the_text_of_a_witness_is_its_reading_text(given_here: st.DataObject) -> None:
    base = given_here.draw(st.lists(WORDS, min_size=1, max_size=14))
    root = tree_of(given_here.draw(document(base))).getroot()
    witness = marked("w", root, TokenMaker(Normaliser(given_here.draw(STEPS))))
    assert witness.text == " ".join(lines_of(the(root.find("t:text", NS))))


@given(witnesses(), st.booleans(), st.sampled_from(ApparatusKind))
def test_every_witness_is_rebuilt(
    found: list[WitnessText], with_base: bool, apparatus: ApparatusKind
) -> None:
    layout = Layout(1 if with_base else None, apparatus)
    tree = tree_of(parallel(collate(found).value, layout))
    text, declared = the(tree.getroot().find("t:text", NS)), witness_list([tree])
    positive = not with_base or apparatus is not ApparatusKind.NEGATIVE
    for witness in found:
        lines = witness_lines(text, Siglum(witness.siglum), declared, positive)
        assert " ".join(lines) == normalise(witness.text)


@given(witnesses(), st.booleans())
def test_identifiers_are_unique_and_pointers_between_parts_lead_somewhere(
    found: list[WitnessText], with_base: bool
) -> None:
    root = tree_of(parallel(collate(found).value, Layout(0 if with_base else None))).getroot()
    names = Counter(element.get(XML_ID) for element in root.iterfind(f".//*[@{XML_ID}]"))
    assert all(count == 1 for count in names.values())
    for element in root.iter("*"):
        for key in ("next", "prev", "corresp"):
            assert all(each[1:] in names for each in element.get(key, "").split())


@given(st.data())
def test_a_witness_beside_itself_is_as_it_was(given_here: st.DataObject) -> None:
    base = given_here.draw(st.lists(WORDS, min_size=1, max_size=14))
    root = tree_of(given_here.draw(document(base))).getroot()
    make = TokenMaker(Normaliser())
    made = tree_of(parallel(collate([marked(name, root, make) for name in "AB"]).value))
    text = the(made.getroot().find("t:text", NS))
    assert text.find(".//t:app", NS) is None
    assert tags(text) == tags(the(root.find("t:text", NS)))


def tags(text: etree._Element) -> Counter[str]:
    """How often each element stands in a text."""
    return Counter(str(element.tag) for element in text.iter("*"))


def test_a_sign_stays_with_its_word_where_another_witness_begins_a_paragraph() -> None:
    make = TokenMaker(Normaliser(frozenset({"case"})))
    lead = marked("lead", tree_of(tei("<p>the end</p><p>, so it was</p>")).getroot(), make)
    plain = witness_text("plain", "the end, so it was")
    text = the(tree_of(parallel(collate([lead, plain]).value)).getroot().find("t:text", NS))
    declared = witness_list([text.getroottree()])
    assert witness_lines(text, Siglum("plain"), declared, True) == ["the end,", "so it was"]
    assert witness_lines(text, Siglum("lead"), declared, True) == ["the end", ", so it was"]


def test_two_breaks_alike_in_one_witness_stay_two() -> None:
    root = tree_of(tei('<p>so<pb n="1"/> <pb n="1"/>so</p>')).getroot()
    made = tree_of(
        parallel(collate([marked(n, root, TokenMaker(Normaliser())) for n in "AB"]).value)
    )
    assert len(made.getroot().findall(".//t:body//t:pb", NS)) == 2
