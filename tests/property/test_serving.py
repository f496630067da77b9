"""Whatever is edited, in whatever order: the site served is the one that a fresh build makes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recensio.cli.building import request_of
from recensio.cli.progress import Lines
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Problem
from recensio.pipeline import build
from recensio.serving.workshop import Workshop
from tests.golden.test_golden import EDITION
from tests.support import ROOT, laid_out, tei

XI: Final = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
LEMMA: Final = '<app><lem wit="#A">one</lem><rdg wit="#B">two</rdg></app>'
FREE: Final = '<listApp><app from="#w" to="#w"><rdg wit="#B">three</rdg></app></listApp>'
SETTINGS: Final = (
    '[edition]\ntitle = "{title}"\nlanguage = "{language}"\n'
    '[files]\ntexts = ["texts/*.xml"]\nregisters = ["persons.xml"]\nwitnesses = ["wit.xml"]\n{rest}'
)


def witnesses(*sigla: str) -> str:
    listed = "".join(f'<witness xml:id="{each}">Witness {each}</witness>' for each in sigla)
    return tei(f"<listWit>{listed}</listWit>")


def persons(*names: str) -> str:
    listed = "".join(
        f'<person xml:id="p{at}"><persName>{each}</persName></person>'
        for at, each in enumerate(names)
    )
    return tei(f"<listPerson>{listed}</listPerson>")


def look(rest: str = "") -> str:
    site = f'[site]\nstyle = "own.css"\ntemplates = "look"\n{rest}'
    return SETTINGS.format(title="Letters", language="en", rest=site)


VERSIONS: Final[Mapping[str, tuple[str | None, ...]]] = {
    "texts/a.xml": (
        tei(f'<p>Text <persName ref="#p0">Ada</persName> {LEMMA}.</p>'),
        tei(f'<p>Text <persName ref="#p1">Bea</persName> {LEMMA} <seg xml:id="w">word</seg>.</p>'),
        tei('<p>A <ref target="b.xml#there">pointer</ref> to b.</p>', title="Another"),
        tei("<p>No end."),
    ),
    "texts/b.xml": (
        None,
        tei(f'<p xml:id="there">There.</p>{FREE}'),
        tei(f'<div><head>Head</head><xi:include {XI} href="../part.xml"/></div>'),
        tei('<p xml:base="../part.xml">Based <date when="1930">then</date>.</p>'),
    ),
    "part.xml": (
        '<p xmlns="http://www.tei-c.org/ns/1.0">A part.</p>',
        '<p xmlns="http://www.tei-c.org/ns/1.0">Another <persName ref="#p0">part</persName>.</p>',
        None,
    ),
    "persons.xml": (persons("Ada", "Bea"), persons("Adam")),
    "wit.xml": (witnesses("A", "B"), witnesses("A", "B", "C")),
    "look/page.html.jinja": (
        '{% extends "recensio/page.html.jinja" %}{% block footer %}Foot{% endblock %}',
        '{% extends "recensio/page.html.jinja" %}{% block footer %}{{ no }}{% endblock %}',
        None,
    ),
    "own.css": ("p { color: red }", "p { background: url(dot.svg) }", "@import 'none.css';", None),
    "dot.svg": ("<svg/>", "<svg><g/></svg>", None),
    "edition.toml": (
        SETTINGS.format(title="Letters", language="en", rest=""),
        SETTINGS.format(title="Briefe", language="de", rest='[apparatus]\nkind = "positive"\n'),
        look(),
        look('language = "ru"\n[site.strings]\n"room.contents" = "Everything"\n'),
        "no settings",
    ),
}
Edit = tuple[str, str | None]
edits = st.sampled_from([(name, text) for name, texts in VERSIONS.items() for text in texts])


def fresh(folder: Path) -> tuple[Mapping[str, bytes], tuple[Problem, ...], bool]:
    """The site of a build that remembers nothing, its problems, and whether it went through."""
    request = request_of([folder], folder / "output", only="site", jobs=1)
    state = build(request, Lines(quiet=True), lambda _artifacts, _out: None)
    site = {each.path[5:]: each.content for each in state.artifacts}
    read = len(state.corpus.documents) if state.corpus else 0
    return site, state.problems, read == len(state.request.project.files)


def on_disk(folder: Path) -> Mapping[str, bytes]:
    files = (path for path in (folder / "output/site").rglob("*") if path.is_file())
    return {
        path.relative_to(folder / "output/site").as_posix(): path.read_bytes() for path in files
    }


def apply(folder: Path, edit: Edit) -> None:
    name, text = edit
    if text is None:
        (folder / name).unlink(missing_ok=True)
    else:
        laid_out(folder, {name: text})


def held_to_fresh_builds(folder: Path, steps: list[list[Edit]]) -> None:
    laid_out(folder, {name: texts[0] for name, texts in VERSIONS.items() if texts[0] is not None})
    workshop = Workshop(
        lambda: request_of([folder], folder / "output", only="site", jobs=1), Lines(quiet=True)
    )
    workshop.build()
    for step in [[], *steps]:
        for edit in step:
            apply(folder, edit)
        before = {path: each.content for path, each in workshop.published.files.items()}
        published = workshop.build().published
        served = {path: each.content for path, each in published.files.items()}
        try:
            site, problems, whole = fresh(folder)
        except CannotGoOn as failure:
            site, problems, whole = {}, failure.problems, False
        assert published.problems == problems
        assert served == (site if whole else before)
        assert published.failed is not whole
        assert on_disk(folder) == served


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(EDITION, id="golden"),
        pytest.param(ROOT, id="ours", marks=pytest.mark.long),
    ],
)
def test_an_edition_that_is_served_for_a_while(tmp_path: Path, edition: Path) -> None:
    """No build changes what the next one remembers: a tree that lost a node would show here."""
    folder = shutil.copytree(edition, tmp_path / "edition", ignore=_ignored(edition))
    workshop = Workshop(
        lambda: request_of([folder], folder / "output", only="site", jobs=1), Lines(quiet=True)
    )
    for file in (None, None, *sorted(folder.rglob("*.xml"))[:3]):
        if file is not None:
            file.write_text(file.read_text(encoding="utf-8") + "<!-- touched -->", encoding="utf-8")
        published = workshop.build().published
    site, problems, _ = fresh(folder)
    assert {path: each.content for path, each in published.files.items()} == site
    assert published.problems == problems


def _ignored(edition: Path) -> Callable[[str, list[str]], list[str]]:
    """Of a checkout only what the edition is made of."""
    wanted = {"tei", "schema", "edition.toml"}

    def ignored(folder: str, names: list[str]) -> list[str]:
        at_top = edition == ROOT and Path(folder) == edition
        return [name for name in names if at_top and name not in wanted]

    return ignored


@pytest.mark.parametrize("examples", [3, pytest.param(150, marks=pytest.mark.long)])
def test_what_is_served_is_what_a_fresh_build_makes(examples: int) -> None:
    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=5))
    def holds(steps: list[list[Edit]]) -> None:
        folder = Path(tempfile.mkdtemp())
        try:
            held_to_fresh_builds(folder, steps)
        finally:
            shutil.rmtree(folder)

    holds()
