"""An edition dresses its site: the example of docs/theming.md, and what goes wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from lxml import html

from recensio.corpus import read_corpus
from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Outcome
from recensio.project import open_project
from recensio.publish.prepare import prepare
from recensio.publish.site import site
from tests.sites import faults, site_of
from tests.support import ROOT, laid_out, tei

EXAMPLE: Final = dict(
    re.findall(
        r"^`([\w./]+)`\n\n```\w+\n(.*?)^```$",
        (ROOT / "docs/theming.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
)
SETTINGS: Final = '[edition]\ntitle = "Letters"\n[files]\ntexts = ["tei/*.xml"]\n[site]\n'
BLOCK: Final = '{% extends "recensio/page.html.jinja" %}{% block sequence %}'


def built(folder: Path) -> Outcome[tuple[Artifact, ...]]:
    corpus = read_corpus(open_project([folder])).value
    return site(prepare(corpus).value)


def dressed(folder: Path, settings: str, **files: str) -> Outcome[tuple[Artifact, ...]]:
    names = {name.replace("_", "/", 1): text for name, text in files.items()}
    named = {f"{name}.html.jinja": text for name, text in names.items()}
    return built(
        laid_out(folder, {"edition.toml": SETTINGS + settings, "tei/a.xml": tei(), **named})
    )


def page(outcome: Outcome[tuple[Artifact, ...]], path: str = "site/texts/a.html") -> str:
    return next(each.content.decode() for each in outcome.value if each.path == path)


def test_the_example_of_the_docs(tmp_path: Path) -> None:
    assert set(EXAMPLE) == {
        "edition.toml",
        "look/warm.css",
        "look/colours.css",
        "look/river.svg",
        "look/page.html.jinja",
    }
    outcome = built(laid_out(tmp_path, {**EXAMPLE, "tei/a.xml": tei()}))
    assert outcome.problems == ()
    assert list(faults(site_of(outcome.value))) == []
    shown = html.document_fromstring(page(outcome))
    motto = shown.find_class("motto")[0]
    assert motto.text_content() == "Was der Fluss brachte, A. Herausgeberin"
    assert [each.get("href") for each in shown.iter("link") if each.get("rel") == "stylesheet"] == [
        "../style.css",
        "../own/look/warm.css",
    ]
    assert "Alle Briefe" in page(outcome)
    kept = {each.path: each.content for each in outcome.value}
    for name in ("look/warm.css", "look/colours.css", "look/river.svg"):
        assert kept[f"site/own/{name}"].decode() == EXAMPLE[name]


@pytest.mark.parametrize(
    ("block", "line", "reason"),
    [
        ("\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("\n\n{{ page.title.nothing }}", 3, "has no attribute 'nothing'"),
        ("\n{% if %}", 2, "Expected an expression"),
        ("\n{{ 1 // 0 }}", 2, "by zero"),
        ('\n{% include "../../edition.toml" %}', 2, "edition.toml"),
        ('\n{% include "link.jinja" %}', 2, "link.jinja"),
        ("\n{{ page.document.tree.write('x') if page.document }}", 2, "unsafe"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ say.__globals__ }}", 2, "unsafe"),
        ("\n{{ say('no such key') }}", 2, "no such key"),
    ],
)
def test_a_template_that_fails_is_told_and_the_page_is_drawn_with_ours(
    tmp_path: Path, block: str, line: int, reason: str
) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "in/look").mkdir(parents=True)
    (tmp_path / "in/look/link.jinja").symlink_to(tmp_path / "secret")
    template = f"{BLOCK}{block}{{% endblock %}}"
    outcome = dressed(tmp_path / "in", 'templates = "look"\n', look_page=template)
    plain = dressed(tmp_path / "plain", "")
    assert [each.code for each in outcome.problems] == ["PUB024"]
    (problem,) = outcome.problems
    assert problem.location.line == line
    assert reason in problem.message
    assert page(outcome) == page(plain)


def test_what_is_printed_is_escaped(tmp_path: Path) -> None:
    template = f"{BLOCK}{{{{ '<script>' }}}}{{% endblock %}}"
    outcome = dressed(tmp_path, 'templates = "look"\n', look_page=template)
    assert outcome.problems == ()
    assert "&lt;script&gt;" in page(outcome)


def test_a_template_includes_its_neighbours(tmp_path: Path) -> None:
    template = f'{BLOCK}{{% include "more.html.jinja" %}}{{% endblock %}}'
    outcome = dressed(
        tmp_path, 'templates = "look"\n', look_page=template, look_more="{{ page.path }} here"
    )
    assert "texts/a.html here" in page(outcome)


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://example.org/a.js"></script>',
        "<img alt='' src=//example.org/a.png>",
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<img alt="" srcset="a.png 1x, https://example.org/b.png 2x">',
        "<style>@import 'https://example.org/a.css';</style>",
    ],
)
def test_a_template_asks_no_other_host(tmp_path: Path, markup: str) -> None:
    template = f"{BLOCK}{markup}{{% endblock %}}"
    outcome = dressed(tmp_path, 'templates = "look"\n', look_page=template)
    assert {each.code for each in outcome.problems} == {"PUB025"}
    assert "example.org" not in page(outcome)


def test_a_template_links_to_other_hosts(tmp_path: Path) -> None:
    template = f'{BLOCK}<a href="https://example.org/">There</a>{{% endblock %}}'
    outcome = dressed(tmp_path, 'templates = "look"\n', look_page=template)
    assert outcome.problems == ()
    assert "example.org" in page(outcome)


@pytest.mark.parametrize(
    ("settings", "reason", "remedy"),
    [
        ('style = "nothing.css"', "not there", "CSS file"),
        ('style = "../outside.css"', "leaves the edition", "below the folder"),
        ('style = "tei/a.xml"', "not of its kind", ".css"),
        ('templates = "tei"', "not there", "page.html.jinja"),
        ('templates = ".."', "leaves the edition", "below the folder"),
        ('language = "in German"', "no language tag", "de"),
        ('url = "example.org"', "no address", "https://"),
        ('[site.strings]\ncontens = "X"', "contens is no key", "contents"),
        ('[site.strings]\nedited-by = "by {2}"', "{2}", "{1}"),
        ('[site.strings]\nedited-by = "by {name}"', "{name}", "{1}"),
        ('[site.strings]\n"contents" = 3', "no string", "contents"),
        ('[site.strings]\nroom.contents = "X"', "no string", "in quotes"),
        ('[site.strings]\ncontents = """a\nb"""', "line break", "one line"),
    ],
)
def test_settings_are_refused_before_anything_is_built(
    tmp_path: Path, settings: str, reason: str, remedy: str
) -> None:
    (tmp_path / "outside.css").write_text("")
    with pytest.raises(CannotGoOn) as failure:
        dressed(tmp_path / "in", settings)
    (problem,) = failure.value.problems
    assert problem.code == "SRC010"
    assert reason in problem.message
    assert remedy in problem.hint


def test_a_language_of_its_own(tmp_path: Path) -> None:
    strings = (
        'language = "it"\n[site.strings]\n"room.contents" = "Indice"\n"serve.more.many" = "{1}"\n'
    )
    outcome = dressed(tmp_path, strings)
    assert '<html lang="it">' in page(outcome)
    assert "Indice" in page(outcome)
