"""Where the stylesheets and the schema are: in a wheel inside the package, else in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def stylesheet(name: str) -> Path:
    """The stylesheet `name`, such as "html/page.xsl"; FileNotFoundError if there is none."""
    return _resource("xslt", name)


def schema(name: str = "recensio.rng") -> Path:
    """A file of the schema folder, such as "recensio.odd"; FileNotFoundError if there is none."""
    return _resource("schema", name)


def _resource(folder: str, name: str) -> Path:
    for root in (_PACKAGE, _CHECKOUT):
        path = root / folder / name
        if path.is_file():
            return path
    raise FileNotFoundError(f"{folder}/{name}")
