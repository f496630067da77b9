"""The word index: spellings that belong together, what is left out, how pages are cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from recensio.publish.site.finding import sifting
from recensio.publish.site.finding.blocks import Block
from recensio.publish.site.finding.sifting import common, fewest, function_words
from recensio.publish.site.finding.spelling import folded, script_of, words_in
from recensio.publish.site.finding.word_pages import LARGEST, fits_one_page, gathered, leaves
from recensio.publish.site.finding.words import DOCUMENTS, PLACES, Word, vocabulary


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Ménage", "menage"),
        ("Straße", "strasse"),
        ("Ἄειδε", "αειδε"),
        ("λόγος", "λογοσ"),
        ("Ёлка", "елка"),
        ("Йод", "йод"),
        ("ṛṣi", "rsi"),
        ("धर्म", "धर्म"),
        ("שָׁלוֹם", "שלום"),
        ("Ryutin’s", "ryutin's"),
    ],
)
def test_spellings_of_a_word_belong_together(word: str, key: str) -> None:
    assert folded(word) == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Ryutin’s” men, 1932–33.", ["Ryutin’s", "men"]),
        ("Marxist-Leninists", ["Marxist", "Leninists"]),
        ("धर्मक्षेत्रे कुरुक्षेत्रे", ["धर्मक्षेत्रे", "कुरुक्षेत्रे"]),
        ("co\u00adoperate", ["cooperate"]),
        ("a\u0301 la [...]", ["a\u0301", "la"]),
        ("", []),
    ],
)
def test_the_words_of_a_text(text: str, words: list[str]) -> None:
    assert list(words_in(text)) == words


def test_the_script_of_a_word() -> None:
    assert [script_of(word) for word in ("a", "ἀ", "я", "ध")] == [
        "LATIN",
        "GREEK",
        "CYRILLIC",
        "DEVANAGARI",
    ]


def test_function_words_of_every_language_are_known() -> None:
    assert {"the", "und", "etait", "что"} <= function_words()


def test_a_word_that_stands_nearly_everywhere_is_left_out_of_a_large_text() -> None:
    assert common(Counter({"et": 120, "arma": 3}), 1000) == {"et"}
    assert not common(Counter({"et": 100}), 100)


def test_of_a_large_vocabulary_the_rarest_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sifting, "MOST", 2)
    counts = Counter({"a": 1, "b": 1, "c": 2, "d": 5})
    assert (fewest(counts), fewest(Counter("ab"))) == (2, 1)


def texts(*documents: Sequence[str]) -> list[tuple[str, list[Block]]]:
    return [
        (f"d{number}", [Block(f"p{at}", str(at), "", text) for at, text in enumerate(blocks)])
        for number, blocks in enumerate(documents)
    ]


def test_a_word_is_shown_in_its_commonest_form() -> None:
    book = vocabulary(texts(["Lamp lamp lamp", "Lámp light"]))
    assert [(word.form, word.count) for word in book.words] == [("lamp", 4), ("light", 1)]


def test_of_many_places_only_the_first_are_told() -> None:
    many = vocabulary(texts(*[["lamp"] * (PLACES + 3)] * (DOCUMENTS + 2)))
    (word,) = many.words
    assert (word.documents, len(word.found)) == (DOCUMENTS + 2, DOCUMENTS)
    assert (len(word.found[0].blocks), word.found[0].count) == (PLACES, PLACES + 3)


def test_pages_are_cut_by_script_letter_and_size() -> None:
    words = [Word(key, key, 1, 1, ()) for key in ("β", "αα", "b", "a", "ab")]
    assert [(leaf.name, leaf.label) for leaf in leaves(words)] == [
        ("latin-a.html", "A"),
        ("latin-b.html", "B"),
        ("greek-03b1.html", "Α"),
        ("greek-03b2.html", "Β"),
    ]
    large = [Word(f"a{number:05}", f"a{number:05}", 1, 1, ()) for number in range(LARGEST // 60)]
    assert [leaf.label for leaf in leaves(large)] == ["A", "A013"]
    assert [leaf.label for leaf in gathered(leaves(words))] == ["A–B", "Α–Β"]
    assert [len(leaf.words) for leaf in gathered(leaves([*large, words[2]]))][-1] == 1
    assert fits_one_page(leaves(words))
    assert not fits_one_page(leaves(large))
