"""The datatypes of RELAX NG schemas: the two built in and those of XML Schema.

`compile_datatype` checks a `data` element with its params, `datatype` makes of the outcome what
judges values. Only the first knows regular expressions of XML Schema.
"""

from recensio.validate.relaxng.datatypes.compiling import compile_datatype
from recensio.validate.relaxng.datatypes.datatype import Datatype, datatype
from recensio.validate.relaxng.datatypes.interface import (
    BUILT_IN,
    XML_SCHEMA,
    Context,
    DatatypeError,
    Facets,
)

__all__ = [
    "BUILT_IN",
    "XML_SCHEMA",
    "Context",
    "Datatype",
    "DatatypeError",
    "Facets",
    "compile_datatype",
    "datatype",
]
