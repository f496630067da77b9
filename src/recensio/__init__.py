"""Recensio: annotated digital editions in TEI XML, from source files to an archived edition."""

__version__ = "0.1.0"
