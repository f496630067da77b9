"""What an import may write over."""

from __future__ import annotations

import pytest
from lxml import etree

from recensio.importers.earlier import Standing, fingerprint, standing
from tests.support import tei, tree_of

TEXT = "<p>We met Hale in May 1821.</p>"
MARKED = (
    '<p>We met <persName ref="#hale">Hale</persName> in <date when="1821-05">May 1821</date>.</p>'
)
EDITED = "<p>We met Hale, at last, in May 1821.</p>"
OTHER = "<p>We met Hale in June 1821.</p>"


def tree(body: str) -> etree._ElementTree:
    return tree_of(tei(body))


def report(body: str = TEXT, source: str = "a.txt") -> dict[str, str]:
    return {"source": source, "sha256": "1" * 64, "fingerprint": fingerprint(tree(body))}


@pytest.mark.parametrize("body", [MARKED, EDITED])
def test_names_and_dates_do_not_count_but_words_do(body: str) -> None:
    assert (fingerprint(tree(body)) == fingerprint(tree(TEXT))) == (body is MARKED)


def test_nothing_has_the_fingerprint_of_a_text() -> None:
    assert fingerprint(None) == ""


@pytest.mark.parametrize(
    ("old", "made", "new", "expected"),
    [
        (TEXT, report(), TEXT, Standing.SAME),
        (MARKED, report(), TEXT, Standing.SAME),
        (MARKED, {}, TEXT, Standing.SAME),
        (EDITED, report(), TEXT, Standing.SAME),
        (MARKED, report(), OTHER, Standing.EARLIER),
        (EDITED, report(), OTHER, Standing.CHANGED),
        (TEXT, {}, OTHER, Standing.FOREIGN),
        (TEXT, report(source="b.txt"), OTHER, Standing.FOREIGN),
        (TEXT, {"source": "a.txt"}, OTHER, Standing.CHANGED),
    ],
)
def test_standing(old: str, made: dict[str, str], new: str, expected: Standing) -> None:
    assert standing(tree(old), made, tree(new), "a.txt", "2" * 64) is expected


def test_a_source_that_was_renamed_is_known_by_its_digest() -> None:
    assert standing(tree(TEXT), report(), tree(OTHER), "b.txt", "1" * 64) is Standing.EARLIER


def test_what_is_no_tei_is_not_written_over() -> None:
    assert standing(None, {}, tree(TEXT), "a.txt", "") is Standing.FOREIGN
    assert standing(None, report(), tree(OTHER), "a.txt", "") is Standing.CHANGED
