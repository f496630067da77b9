"""The word index of any text, and JSON-LD of any metadata."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from recensio.publish.site.cited.linked_data import written
from recensio.publish.site.finding.blocks import Block
from recensio.publish.site.finding.spelling import folded, words_in
from recensio.publish.site.finding.words import PLACES, vocabulary

WORDS = st.sampled_from(
    [
        *("lamp", "Lamp", "Lámp", "the", "λόγος", "ΛΌΓΟΣ", "Ёж", "еж", "’s", "Ryutin’s"),
        *("1932", "–", "धर्म", "a\u0301"),
    ]
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
DOCUMENTS = st.lists(st.lists(TEXTS, max_size=12), max_size=4)


@given(DOCUMENTS)
def test_every_word_is_where_the_index_says(documents: list[list[str]]) -> None:
    texts = [
        (str(name), [Block(str(at), str(at), "", text) for at, text in enumerate(blocks)])
        for name, blocks in enumerate(documents)
    ]
    book = vocabulary(texts)
    written_words = [folded(w) for _, blocks in texts for b in blocks for w in words_in(b.text)]
    assert {word.key for word in book.words} | book.left_out == set(written_words)
    for word in book.words:
        assert word.count == written_words.count(word.key)
        for found in word.found:
            blocks = dict(texts)[found.document]
            holding = [b for b in blocks if word.key in map(folded, words_in(b.text))]
            assert (found.blocks, found.count) == (holding[:PLACES], len(holding))


HOSTILE = st.one_of(
    st.text(),
    st.sampled_from(["</script>", "<!--", "]]>", "<script>", "&lt;", "\u2028", '"', "\\u003c"]),
)


@given(st.lists(HOSTILE, max_size=4).map("".join))
def test_json_in_a_page_is_what_it_was_and_ends_nothing(text: str) -> None:
    told = written({"name": text})
    assert not set("<>&\u2028\u2029") & set(told)
    assert json.loads(told)["name"] == text
    if all(letter.isprintable() for letter in text):
        page = html.document_fromstring(f"<head><script>{told}</script><title>t</title></head>")
        assert json.loads(page.findtext(".//script") or "")["name"] == text
        assert page.findtext(".//title") == "t"
