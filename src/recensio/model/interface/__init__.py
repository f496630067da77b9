"""The words of the site in the languages of its readers; interface.py says how they are found."""

from recensio.model.interface.interface import LANGUAGES, Interface, interface
from recensio.model.interface.own import UnusableWords, own_words

__all__ = ["LANGUAGES", "Interface", "UnusableWords", "interface", "own_words"]
