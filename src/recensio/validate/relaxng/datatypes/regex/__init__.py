"""Regular expressions of XML Schema as those of Python (XML Schema part 2, appendix F).

Needed only when a schema is compiled: what comes out are two patterns for `re.fullmatch`, one for
texts in ASCII and one for all, since classes of Unicode make long patterns that cost time.
"""

from recensio.validate.relaxng.datatypes.regex.reader import read
from recensio.validate.relaxng.datatypes.regex.writer import written

__all__ = ["translated"]


def translated(pattern: str) -> tuple[str, str]:
    """The pattern for texts in ASCII and that for all. Raises DatatypeError if it is none."""
    tree = read(pattern)
    return written(tree, beyond_ascii=False), written(tree, beyond_ascii=True)
