"""The table [site] of edition.toml, and the files that it names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recensio.model.failure import CannotGoOn
from recensio.model.printing import UnusableSetting
from recensio.model.web import Web, web
from recensio.project.settings import SETTINGS, refused

TEMPLATE = "page.html.jinja"


def web_of(root: Path, settings: Mapping[str, Any]) -> Web:
    """How the site is to be; its style sheet and its templates are there, below the edition.

    Raises CannotGoOn (SRC010).
    """
    try:
        found = web(settings)
    except UnusableSetting as error:
        raise refused(root / SETTINGS, error.reason, error.remedy) from None
    if found.style and not (_inside(root, "style", found.style)).is_file():
        raise _missing(root, "style", found.style, "write the path of a CSS file")
    if found.style and not found.style.lower().endswith(".css"):
        raise _missing(root, "style", found.style, "name a file that ends in .css")
    if found.templates and not (_inside(root, "templates", found.templates) / TEMPLATE).is_file():
        remedy = f"write the path of a folder that holds {TEMPLATE}"
        raise _missing(root, "templates", found.templates, remedy)
    return found


def _inside(root: Path, key: str, name: str) -> Path:
    """The path of a file or folder of the edition. Raises CannotGoOn if it leaves that."""
    path = root / name
    if path.resolve().is_relative_to(root.resolve()):
        return path
    reason = f"{key} in [site] is {name!r}, which leaves the edition's folder"
    raise refused(root / SETTINGS, reason, "write a path below the folder of edition.toml")


def _missing(root: Path, key: str, name: str, remedy: str) -> CannotGoOn:
    reason = f"{key} in [site] is {name!r}, which is not there or not of its kind"
    return refused(root / SETTINGS, reason, remedy)
