"""The apparatus in words: what the grammar in xslt/common/phrasing is told, and its plain text.

The grammar itself is XSLT, an app becoming a row of pieces; here stand the parameters that it needs
(`parameters`), what must be counted in the text before (`marks`), and the entries as plain text
(`phrases`). The words and conventions are settings (recensio.model.phrasing).
"""

from recensio.publish.phrasing.marks import Marks, marks
from recensio.publish.phrasing.parameters import abbreviations, parameters, phrasing_of
from recensio.publish.phrasing.phrases import phrases, plainly

__all__ = ["Marks", "abbreviations", "marks", "parameters", "phrases", "phrasing_of", "plainly"]
