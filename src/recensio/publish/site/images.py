"""The images of the edition beside its pages: those of its texts and of the pages of its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

from recensio.model.document import Artifact
from recensio.publish.images import Image, Images, everywhere, images_of
from recensio.publish.measures import measures
from recensio.publish.prepare import Edition, Prepared

FOLDER: Final = "images"


def held(edition: Edition) -> Images:
    """The images that the site holds, under the names that they have in the edition's folder."""
    root = edition.corpus.root
    return images_of(edition.readable, root, partial(_name, Path(root).resolve()), everywhere)


def image_lines(each: Prepared, images: Images, root: str) -> str:
    """The lines "url TAB address TAB width TAB height" that xslt/html/figures.xsl takes.

    `root` leads from the page of the document to site/.
    """
    return "\n".join(
        "\t".join((url, root + quote(image.name), *_measured(image)))
        for url, image in images.named[each.document.id].items()
    )


def copied(images: Images) -> Iterator[Artifact]:
    """The images as they are."""
    for each in images.files:
        yield Artifact(f"site/{each.name}", each.file.read_bytes(), each.media_type, str(each.file))


def _name(root: Path, file: Path, _number: int) -> str:
    return f"{FOLDER}/{file.relative_to(root).as_posix()}"


def _measured(image: Image) -> tuple[str, str]:
    found = measures(image.file.read_bytes())
    return (str(found[0]), str(found[1])) if found else ("", "")
