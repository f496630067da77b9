"""Two small editions of our own in TeX, less the preamble and the colophon, as they were approved.

`pytest tests/golden --golden-update` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.prepare import prepare

HERE: Final = Path(__file__).parent
EDITIONS: Final = {
    "edition": HERE.parent / "edition",
    "hortus": HERE.parent / "phrasing" / "edition",
}
COLOPHON: Final = re.compile(r"\n\\teipart\{Colophon\}\n.*(?=\\end\{document\})", re.DOTALL)


def written(folder: Path) -> str:
    edition = prepare(read_corpus(open_project([folder])).value).value
    outcome = OUTPUTS["tex"](edition, Conditions())
    assert not outcome.problems
    file = outcome.value[0].content.decode()
    return COLOPHON.sub("\n", file[file.index("\\begin{document}") :])


@pytest.mark.parametrize("name", EDITIONS)
def test_what_is_written_is_what_was_read(name: str, golden_update: bool) -> None:
    path = HERE / f"{name}.tex"
    if golden_update:
        path.write_text(written(EDITIONS[name]), encoding="utf-8")
    assert written(EDITIONS[name]) == path.read_text(encoding="utf-8")
