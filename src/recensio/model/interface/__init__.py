"""The words of the site in the languages of its readers; interface.py says how they are found."""

from recensio.model.interface.interface import LANGUAGES, Interface, interface

__all__ = ["LANGUAGES", "Interface", "interface"]
