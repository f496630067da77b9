"""How the apparatus is phrased: its words by language, its conventions by house style.

`languages/*.toml` hold the words, `styles/*.toml` what a style decides otherwise than
`conventions.toml` says. To add a language or a style, write a file there: its name is then known in
edition.toml. What the stylesheets do with it stands in xslt/common/phrasing.

The styles follow the manner of the series that they are named after, as volumes in print have it;
on the rules see J. Irigoin, Règles et recommandations pour les éditions critiques (Les Belles
Lettres, 1972), and the directives of Corpus Christianorum (2016).
"""

from recensio.model.phrasing.phrasing import (
    LANGUAGES,
    STYLES,
    Convention,
    Phrasing,
    UnknownPhrasing,
    conventions,
    phrasing,
    spoken,
)

__all__ = [
    "LANGUAGES",
    "STYLES",
    "Convention",
    "Phrasing",
    "UnknownPhrasing",
    "conventions",
    "phrasing",
    "spoken",
]
