"""Which sigla have a witness behind them.

TEI Guidelines, 12.1.4.3: a witness is declared as a witness, or as the bibl or msDesc of a list, in
any document of the edition. The hands of a manuscript may be named by their handNote.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from recensio.tei.names import tei_names
from recensio.validate.apparatus.survey import Survey, Text

SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*:")
SOURCES: Final = tei_names("bibl biblStruct biblFull listBibl msDesc handNote")
NO_WITNESS: Final = tei_names(
    "ab anchor app div head l lb lem lg milestone note p pb ptr quote rdg rdgGrp s seg sp w"
)


class Declared:
    """What a siglum of the edition may point to."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self.nothing = len(survey.corpus.witnesses) == 0

    def answers(self, token: str, text: Text) -> bool:
        """Whether a witness answers, or the siglum leads out of the edition."""
        if token.count("#") < 2 and token in text.witnesses:
            return True
        pointer = text.witnesses.expanded(token)
        file, hash_, identifier = pointer.rpartition("#")
        if not hash_:
            return bool(SCHEME.match(pointer))
        return self._is_source(unquote(identifier)) or (bool(file) and self._leads_out(file))

    def names(self, text: Text) -> list[str]:
        """The identifiers that a siglum may name: witnesses first, then other sources."""
        return [*(witness.id for witness in text.witnesses), *self._sources]

    @cached_property
    def _sources(self) -> list[str]:
        found = self._survey.identified.items()
        return [identifier for identifier, element in found if element.tag in SOURCES]

    @cached_property
    def _files(self) -> set[str]:
        documents = self._survey.corpus.documents
        return {PurePosixPath(document.path.replace("\\", "/")).name for document in documents}

    def _is_source(self, name: str) -> bool:
        element = self._survey.identified.get(name) if name else None
        return element is not None and element.tag not in NO_WITNESS

    def _leads_out(self, file: str) -> bool:
        path = file.partition("?")[0]
        return bool(SCHEME.match(file)) or PurePosixPath(path).name not in self._files


def displayed(text: Text) -> dict[str, str]:
    """The identifiers of the witnesses by their sigla as they are printed."""
    return {str(witness.siglum): witness.id for witness in text.witnesses}
