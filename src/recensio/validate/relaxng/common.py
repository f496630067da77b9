"""Names that editors use most, for advice to name first (TEI Guidelines, Appendix C and D)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_ELEMENTS: Final = (
    "p div head note persName placeName orgName date title hi ref quote app lem rdg lb pb l lg "
    "list item ab seg choice sic corr abbr expan orig reg gap supplied unclear add del subst "
    "foreign emph bibl name rs sp speaker stage table row cell figure graphic milestone witness "
    "listWit listPerson person listPlace place listOrg org listBibl teiHeader fileDesc titleStmt "
    "publicationStmt sourceDesc text body front back TEI"
)
_ATTRIBUTES: Final = (
    "xml:id type n ref when wit resp cert target corresp from to notBefore notAfter source rend "
    "xml:lang key url subtype place unit reason hand cause loc who role calendar"
)

ELEMENTS: Final[Mapping[str, int]] = {name: i for i, name in enumerate(_ELEMENTS.split())}
ATTRIBUTES: Final[Mapping[str, int]] = {name: i for i, name in enumerate(_ATTRIBUTES.split())}
"""Their rank; a name that is not here comes after these."""
