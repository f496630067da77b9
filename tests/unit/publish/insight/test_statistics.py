"""The page of statistics, and the figures in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.witness import Siglum
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.insight.clusters import Cluster
from recensio.publish.insight.dendrogram import MARGIN, SCALE, dendrogram
from recensio.publish.insight.heat import CELLS, heat
from recensio.publish.insight.variance import Variance
from tests.insight import edition_with, listed
from tests.sites import Site, faults, misplaced, site_of
from tests.support import Element

ENTRIES = (
    "<app><lem wit='#A #B'>a</lem><rdg wit='#C'>b</rdg></app>"
    "<app><lem wit='#A'>a</lem><rdg wit='#B #C'>b</rdg></app>"
)


def built(folder: Path, body: str) -> Site:
    outcome = OUTPUTS["site"](edition_with(folder, body), Conditions())
    assert not outcome.problems
    return site_of(outcome.value)


def words(element: Element) -> str:
    return " ".join(element.text_content().split())  # type: ignore[attr-defined]


def test_the_page_is_sound_and_says_what_it_shows(tmp_path: Path) -> None:
    site = built(tmp_path, f"{listed('A', 'B', 'C', 'D')}<p>{ENTRIES * 3}</p>")
    page = site.pages["statistics.html"]
    assert not list(faults(site))
    assert not list(misplaced(site))
    assert "Most often agree B and C, at 3 of 6 places (50 %)." in words(page)
    assert "Least often agree A and C, at 0 of 6 places (0 %)." in words(page)
    assert "Not to be compared: D, with fewer than five places in common" in words(page)
    rows = [[words(c) for c in row] for row in page.xpath("//*[@class='table matrix']//tbody/tr")]
    assert rows == [
        ["A", "–", "503/6", "00/6", "6"],
        ["B", "503/6", "–", "503/6", "6"],
        ["C", "00/6", "503/6", "–", "6"],
    ]


@pytest.mark.parametrize("body", ["<p>No entry.</p>", "<p><app><lem wit='A'>a</lem></app></p>"])
def test_there_is_no_page_without_two_witnesses(tmp_path: Path, body: str) -> None:
    site = built(tmp_path, body)
    assert "statistics.html" not in site.files
    assert "Statistics" not in words(site.pages["index.html"])


def test_two_witnesses_have_a_table_and_no_tree(tmp_path: Path) -> None:
    site = built(tmp_path, f"{listed('A', 'C')}<p>{ENTRIES * 3}</p>".replace("#B", "#C"))
    page = site.pages["statistics.html"]
    assert page.xpath("//*[@class='table matrix']")
    assert not any("Dendrogram" in svg.get("aria-label", "") for svg in page.iter("svg"))


def test_documents_with_witnesses_of_their_own_have_figures_of_their_own(tmp_path: Path) -> None:
    from tests.support import edition_of, tei

    files = {
        "a.xml": tei(f"{listed('A', 'B', 'C')}<p>{ENTRIES}</p>", title="One"),
        "b.xml": tei(f"{listed('A', 'B', 'C', 'E')}<p>{ENTRIES}</p>", title="Two"),
        "c.xml": tei(f"{listed('C', 'B', 'A')}<p>{ENTRIES}</p>", title="Three"),
    }
    site = site_of(OUTPUTS["site"](edition_of(tmp_path, files), Conditions()).value)
    heads = [words(head) for head in site.pages["statistics.html"].iter("h2")]
    assert heads[:2] == [
        "How often the witnesses agree: One and others",
        "How often the witnesses agree: Two",
    ]


def test_a_join_stands_at_its_share() -> None:
    a, b, c = (Cluster((Siglum(name),)) for name in "ABC")
    inner = Cluster((*a.sigla, *b.sigla), 0.9, (a, b))
    tree = Cluster((*inner.sigla, *c.sigla), 0.5, (inner, c))
    figure = dendrogram(tree, dict.fromkeys(tree.sigla, 7))
    ticks = [(tick.get("label"), tick.get("x")) for tick in figure.iterchildren("{*}tick")]
    assert ticks[0] == ("50 %", str(MARGIN))
    assert ticks[-1] == ("100 %", str(MARGIN + SCALE))
    leaves = [(leaf.get("siglum"), leaf.get("y")) for leaf in figure.iterchildren("{*}leaf")]
    assert leaves == [("A", "35"), ("B", "57"), ("C", "79")]
    lines = [tuple(map(float, line.values())) for line in figure.iterchildren("{*}line")]
    joined = MARGIN + 0.8 * SCALE
    assert lines == [
        (joined, 35, MARGIN + SCALE, 35),
        (joined, 57, MARGIN + SCALE, 57),
        (joined, 35, joined, 57),
        (MARGIN, 46, joined, 46),
        (MARGIN, 79, MARGIN + SCALE, 79),
        (MARGIN, 46, MARGIN, 79),
    ]


def test_a_deep_tree_is_drawn() -> None:
    tree = Cluster((Siglum("w0"),))
    for number in range(1, 2000):
        leaf = Cluster((Siglum(f"w{number}"),))
        tree = Cluster((*tree.sigla, *leaf.sigla), tree.share * 0.999, (tree, leaf))
    figure = dendrogram(tree, dict.fromkeys(tree.sigla, 1))
    assert len(list(figure.iterchildren("{*}leaf"))) == 2000


def test_a_bar_has_a_cell_for_each_block_and_few_for_many() -> None:
    blocks = [Variance("a", f"l{n}", "l", str(n), words=8, variance=0.25) for n in range(4)]
    cells = list(heat(blocks, "texts/a.html", "A", 0.5))
    assert [cell.get("href") for cell in cells] == [f"texts/a.html#l{n}" for n in range(4)]
    assert [cell.get("x") for cell in cells] == ["0", "160", "320", "480"]
    assert {cell.get("shade") for cell in cells} == {"0.5"}
    many = [Variance("a", f"l{n}", "l", None, words=8) for n in range(5000)]
    assert len(list(heat(many, "texts/a.html", "A", 0.5))) <= CELLS
