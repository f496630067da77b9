"""What is counted in the text for its entries: repeated lemmata, the words before additions."""

from __future__ import annotations

import pytest

from recensio.publish.phrasing import Marks, marks
from tests.support import tei, tree_of


def marked(body: str) -> Marks:
    return marks(tree_of(tei(body)))


def app(name: str, lemma: str, rest: str = "<rdg>x</rdg>") -> str:
    return f'<app xml:id="{name}"><lem>{lemma}</lem>{rest}</app>'


def test_the_same_word_in_a_line_is_numbered() -> None:
    found = marked(f"<l>amor {app('a', 'Amor')} et mors et {app('b', 'amor')}</l><l>amor</l>")
    assert found.repetitions == {"a": 2, "b": 3}
    assert found.in_verse == {"a", "b"}


@pytest.mark.parametrize(
    "line",
    [
        f"{app('a', 'amor')} amoris",
        f"am{app('a', 'or')} et or",
        f"{app('a', 'amor')} <note>amor</note>",
        f"{app('a', 'amor', '<rdg>amor amor</rdg>')}",
        f"{app('a', 'u v w x')} u v w x",
        '<app xml:id="a"><rdg>amor</rdg></app> amor',
        f"<app xml:id='a' from='#x'><lem>amor</lem></app> amor {app('c', 'mors')}",
    ],
)
def test_what_is_there_once_or_is_no_short_lemma_is_not(line: str) -> None:
    assert marked(f"<l>{line}</l>").repetitions.keys() <= {"b"}


def test_two_words_are_numbered_together() -> None:
    found = marked(f"<p>sic <hi>et</hi> non, {app('a', 'sic et')} non; sic non</p>")
    assert found.repetitions == {"a": 2}
    assert not found.in_verse


def test_a_word_is_told_from_itself_in_entries_inside_entries() -> None:
    inner = app("b", "amor")
    found = marked(f"<p>{app('a', f'amor vincit {inner}')}</p>")
    assert found.repetitions == {"b": 2}


def test_what_is_added_stands_after_a_word() -> None:
    found = marked(f"<p>«lux, {app('a', '')} venit {app('b', '<gap/>')}</p><p>{app('c', '')}</p>")
    assert found.anchors == {"a": "lux", "b": "venit"}


def test_verse_inside_a_paragraph_is_a_block_of_its_own() -> None:
    found = marked(f"<p>amor <q><l>{app('a', 'amor')} odit</l></q> amor {app('b', 'amor')}</p>")
    assert found.repetitions == {"b": 3}
