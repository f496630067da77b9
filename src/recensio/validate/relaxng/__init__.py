"""RELAX NG: schemas read, simplified and restricted, documents matched by derivatives.

To read it in order. A schema becomes its simple form: `syntax` and `full_syntax` (section 3),
`files`, `grammars`, `name_classes`, `simplify` and `graph` (section 4), `restrictions` and
`contents` (section 7), `identity` (DTD compatibility); `compiled` does all this and keeps the
outcome on disk. A document is held to it: `patterns`, `compounds`, `values` and `schema` are the
derivatives, `reading` follows the tags and texts that `documents` or `trees` give (section 6). A
fault is told: `recovery` and `tag_faults` find the words with `advice`, `allowed`, `upcoming` and
`kinship`; `places` finds the place, `messages` makes the problem. `batch` does it for many files.
"""
