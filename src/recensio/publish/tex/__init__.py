"""tex/: the book as a file for LuaLaTeX and reledmac, for those who set it themselves.

The order to read: chapters.py (the texts, by xslt/tex), frame.py (what stands around them),
preamble.tex (the commands that both use), here the file that is made of them.

reledmac: M. Rouquette, "reledmac. Typeset scholarly editions with LaTeX" (CTAN).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources
from typing import Final

from recensio.model.document import Artifact
from recensio.model.problem import Outcome
from recensio.publish.print import Book
from recensio.publish.tex.chapters import Texts, texts_of
from recensio.publish.tex.frame import frame_of

WIDTH: Final = 100
"""Characters of a line of the file; TeX takes the end of a line for a space."""

HEAD: Final = """\
% {title}
%
% To print it: run lualatex four times on this file, six if it is long, for numbers of lines settle
% by and by. The indexes are in it, so no other program is needed. If the text is changed, delete
% edition.aux, edition.toc and the files edition.1, edition.2 ... before you run it again.
%
% Needed: TeX Live 2022 or later with reledmac, luaotfload, babel, fontspec, hyperref, fancyhdr,
% geometry, multicol. On Debian and Ubuntu: apt install texlive-luatex texlive-latex-recommended
% texlive-latex-extra texlive-humanities fonts-linuxlibertine. docs/tex.md says more.
%
\\documentclass[twoside]{{book}}
"""


def tex(book: Book) -> Outcome[tuple[Artifact, ...]]:
    """The book as tex/edition.tex with its images; no artifact if there is no text.

    Problems: PUB005 (a chapter is left out). Equal books give equal bytes.
    """
    outcome = texts_of(book)
    texts = outcome.value
    if not texts.bodies:
        return Outcome((), outcome.problems)
    file = _file(book, texts).encode()
    return Outcome((_artifact("edition.tex", file), *_images(texts)), outcome.problems)


def _file(book: Book, texts: Texts) -> str:
    frame = frame_of(book, texts)
    title = " ".join(book.metadata.title.split())
    preamble = (resources.files(__package__) / "preamble.tex").read_text(encoding="utf-8")
    return "\n".join(
        (
            HEAD.format(title=title),
            frame.settings,
            preamble,
            frame.languages,
            "\\begin{document}\n\\frontmatter",
            wrapped(frame.front),
            "\\mainmatter",
            *map(wrapped, texts.bodies),
            "\n\\backmatter",
            wrapped(frame.back),
            "\\end{document}\n",
        )
    )


def wrapped(text: str) -> str:
    """The lines of a text in TeX, the long ones broken at their spaces."""
    lines = text.split("\n")
    return "\n".join(line if len(line) <= WIDTH else _broken(line) for line in lines)


def _broken(line: str) -> str:
    """A line broken at spaces that stand alone and are not escaped."""
    lines: list[str] = []
    length = 0
    for word in re.split(r"(?<=[^\s\\]) (?=[^\s%])", line):
        if lines and length + len(word) < WIDTH:
            lines[-1] += f" {word}"
            length += len(word) + 1
        else:
            lines.append(word)
            length = len(word)
    return "\n".join(lines)


def _images(texts: Texts) -> Iterable[Artifact]:
    for image in texts.images:
        yield _artifact(image.name, image.file.read_bytes(), f"image/{image.name[-3:]}")


def _artifact(name: str, content: bytes, media_type: str = "application/x-tex") -> Artifact:
    return Artifact(f"tex/{name}", content, media_type.replace("image/jpg", "image/jpeg"))
