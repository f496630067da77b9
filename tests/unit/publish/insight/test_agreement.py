"""Agreement of witnesses and the trees that are drawn from it, reckoned by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.witness import Siglum
from recensio.publish.insight.agreement import Agreement, Pair, agreement
from recensio.publish.insight.clusters import clusters
from tests.insight import attested, listed

BODY = listed("A", "B", "C", "D") + (
    "<p><app><lem wit='#A #B'>a</lem><rdg wit='#C'>b</rdg></app>"
    "<app><lem wit='#A'>a</lem><rdg wit='#B #C'>b</rdg></app>"
    "<app><lem wit='#A #B'>a</lem><rdg wit='#A #C'>b</rdg></app>"
    "<app><lem wit='#A'>a</lem><rdg wit='#D'>b</rdg></app></p>"
)


def test_pairs_are_counted_where_both_are_known(tmp_path: Path) -> None:
    found = agreement([attested(tmp_path, BODY, "positive")])
    assert dict(zip(found.sigla, found.known, strict=True)) == {"A": 4, "B": 3, "C": 3, "D": 1}
    assert [(p.first, p.second, p.agreeing, p.places) for p in found.pairs] == [
        ("A", "B", 2, 3),
        ("A", "C", 1, 3),
        ("A", "D", 0, 1),
        ("B", "C", 1, 3),
        ("B", "D", 0, 0),
        ("C", "D", 0, 0),
    ]
    assert [pair.share for pair in found.pairs] == [2 / 3, 1 / 3, 0, 1 / 3, None, None]


def test_documents_that_share_witnesses_are_counted_together(tmp_path: Path) -> None:
    one = attested(tmp_path / "1", BODY, "positive")
    other = attested(tmp_path / "2", listed("D", "B") + BODY.partition("</listWit>")[2])
    found = agreement([one, other])
    assert found.sigla == ("A", "B", "C", "D")
    pair = next(p for p in found.pairs if (p.first, p.second) == ("A", "B"))
    assert (pair.agreeing, pair.places) == (4, 6)


def of(shares: dict[str, float]) -> Agreement:
    """An agreement of pairs such as AB that meet at a hundred places each."""
    sigla = tuple(map(Siglum, sorted(set("".join(shares)))))
    pairs = [
        Pair(Siglum(names[0]), Siglum(names[1]), 100, round(100 * share))
        for names, share in shares.items()
    ]
    return Agreement(sigla, (100,) * len(sigla), tuple(pairs))


def test_average_linkage() -> None:
    found = of({"AB": 0.9, "AC": 0.6, "BC": 0.5, "AD": 0.3, "BD": 0.2, "CD": 0.7})
    (tree,) = clusters(found)
    assert tree.sigla == ("A", "B", "C", "D")
    assert [(part.sigla, part.share) for part in tree.parts] == [
        (("A", "B"), 0.9),
        (("C", "D"), 0.7),
    ]
    assert tree.share == pytest.approx((0.6 + 0.5 + 0.3 + 0.2) / 4)


def test_who_never_meets_the_others_stands_apart() -> None:
    found = of({"AB": 0.9, "CD": 0.7})
    assert [tree.sigla for tree in clusters(found)] == [("A", "B"), ("C", "D")]
    assert [len(tree.sigla) for tree in clusters(found, least=101)] == [1, 1, 1, 1]


def test_a_tree_never_joins_above_its_parts() -> None:
    # A and C never meet, so the average with B alone is more than A and B share.
    (tree,) = clusters(of({"AB": 0.5, "BC": 0.4, "AD": 0.9, "CD": 0.1, "BD": 0.6}))
    assert all(part.share >= tree.share for part in tree.parts)
