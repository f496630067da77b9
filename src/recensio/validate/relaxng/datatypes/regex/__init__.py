"""Regular expressions of XML Schema as those of Python (XML Schema part 2, appendix F).

Needed only when a schema is compiled. What comes out are two patterns for `re.fullmatch`, one for
texts in ASCII and one for all, since classes of Unicode make long patterns that cost time; or the
table of an automaton, where backtracking could take for ever.
"""

from __future__ import annotations

from recensio.validate.relaxng.datatypes.interface import Facet
from recensio.validate.relaxng.datatypes.regex.reader import read
from recensio.validate.relaxng.datatypes.regex.table import backtracks, table
from recensio.validate.relaxng.datatypes.regex.writer import written

__all__ = ["translated"]


def translated(pattern: str) -> Facet:
    """The facet that a pattern is. Raises DatatypeError if it is no regular expression."""
    tree = read(pattern)
    if backtracks(tree):
        return ("automaton", table(tree), pattern)
    narrow, wide = (written(tree, beyond_ascii=beyond) for beyond in (False, True))
    return ("pattern", narrow, wide, pattern)
