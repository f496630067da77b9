"""The shell around the content of a page: head, navigation, foot. The only use of Jinja."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from recensio import __version__
from recensio.model.document import Artifact, Metadata
from recensio.publish.pages import STYLE, to_root


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation: an address relative to site/ and its words."""

    page: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; `main` is HTML made by XSLT, the only place where text becomes HTML."""

    path: str
    title: str
    main: str
    language: str = "en"
    previous: Link | None = None
    following: Link | None = None
    source: str | None = None
    tei: str | None = None


def drawn(page: Page, metadata: Metadata, navigation: tuple[Link, ...]) -> Artifact:
    """The page in the shell of the edition."""
    html = _template().render(
        page=page,
        main=Markup(page.main),  # noqa: S704 - made by our stylesheets, which escape all text
        edition=metadata,
        navigation=navigation,
        root=to_root(page.path),
        style=STYLE,
        version=__version__,
    )
    return Artifact(f"site/{page.path}", html.encode(), "text/html", page.source)


def stylesheet() -> Artifact:
    """The style sheet that every page links."""
    css = resources.files("recensio.publish").joinpath("templates", STYLE).read_bytes()
    return Artifact(f"site/{STYLE}", css, "text/css")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("recensio.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja")
