"""The apparatus: sigla, entries, readings, lacunae and links (TEI Guidelines, chapter 12).

Each module holds the rules of one subject; `apparatus` runs them over the texts of a corpus.
"""

from recensio.validate.apparatus.entries import apparatus

__all__ = ["apparatus"]
