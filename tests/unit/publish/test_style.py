"""What a style sheet of an edition may show."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.publish.site.style import addresses, own_style
from tests.support import laid_out


def found(css: str) -> list[tuple[str, int]]:
    return [(each.text, each.line) for each in addresses(css)]


@pytest.mark.parametrize(
    ("css", "text"),
    [
        ("p { background: url(a.png) }", "a.png"),
        ("p { background: url( 'a.png' ) }", "a.png"),
        ('p { background: URL("a.png") }', "a.png"),
        ('p { background: \\75 rl("a.png") }', "a.png"),
        ("p { background: url(\\61.png) }", "a.png"),
        ('p { background: image-set("a.png" 1x) }', "a.png"),
        ('p { background: -webkit-image-set(url("a.png") 1x) }', "a.png"),
        ('@import "a.css";', "a.css"),
        ("@import url(a.css) screen;", "a.css"),
        ("@IMP\\4frt 'a.css';", "a.css"),
        ('@font-face { src: url("a.woff2") format("woff2") }', "a.woff2"),
        ("p::after { content: '/*' } q { background: url(a.png) }", "a.png"),
    ],
)
def test_what_a_browser_would_load(css: str, text: str) -> None:
    assert [each for each, _ in found(css)] == [text]


@pytest.mark.parametrize(
    "css",
    [
        "/* url(a.png) */",
        "p::after { content: 'url(a.png)' }",
        'p::after { content: "https://example.org" }',
        "@namespace url(http://www.w3.org/1999/xhtml);",
        "a[href^='https://'] { color: red }",
        "p { font-family: 'Old Face', serif }",
    ],
)
def test_what_loads_nothing(css: str) -> None:
    assert found(css) == []


def test_lines_are_counted() -> None:
    assert found("\n\np { background: url(a.png) }\n\n@import 'b.css';") == [
        ("a.png", 3),
        ("b.css", 5),
    ]


def test_all_that_is_shown_comes_along(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        {
            "look/own.css": "@import 'more/b.css'; p { background: url(../pictures/a%20b.svg#x) }",
            "look/more/b.css": '@import "../own.css"; @font-face { src: url("f.woff2?v=1") }',
            "look/more/f.woff2": "face",
            "pictures/a b.svg": "<svg/>",
        },
    )
    artifacts = own_style(tmp_path, "look/own.css").value
    assert {each.path: each.media_type for each in artifacts} == {
        "site/own/look/own.css": "text/css",
        "site/own/look/more/b.css": "text/css",
        "site/own/look/more/f.woff2": "font/woff2",
        "site/own/pictures/a b.svg": "image/svg+xml",
    }
    assert artifacts[0].path == "site/own/look/own.css"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://example.org/a.png", "over the network"),
        ("//example.org/a.png", "over the network"),
        ("\\\\\\\\example.org/a.png", "over the network"),
        ("\\\\a.png", "leads out"),
        ("\\68 ttp://example.org/a.png", "over the network"),
        ("file:///etc/passwd", "over the network"),
        ("/a.png", "leads out"),
        ("../outside.png", "leads out"),
        ("link.png", "leads out"),
        ("a.png", "is no file"),
    ],
)
def test_what_may_not_be_shown_leaves_the_style_out(
    tmp_path: Path, address: str, reason: str
) -> None:
    (tmp_path / "outside.png").write_text("outside")
    folder = laid_out(tmp_path / "in", {"own.css": f'p {{ background: url("{address}") }}'})
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    outcome = own_style(folder, "own.css")
    assert outcome.value == ()
    (problem,) = outcome.problems
    assert (problem.code, problem.location.line) == ("PUB025", 1)
    assert reason in problem.message


def test_what_a_style_holds_itself_is_no_file(tmp_path: Path) -> None:
    css = "p { background: url(data:image/png;base64,AA==); fill: url(#gradient) }"
    laid_out(tmp_path, {"own.css": css})
    outcome = own_style(tmp_path, "own.css")
    assert (len(outcome.value), outcome.problems) == (1, ())
