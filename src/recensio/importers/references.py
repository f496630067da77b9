"""References: by which forms a source refers to its notes, where it does so by a rarer one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from recensio.importers.idioms import NOTE_HEADINGS, any_of
from recensio.importers.inline import RAISED
from recensio.importers.profile import Notes, Profile, References
from recensio.importers.source import Source

RAISED_OR_LABELLED: Final = re.compile(rf"<sup\b|\[\^|\]\(#|(?<=\S){RAISED}")
BRACKETED: Final = re.compile(r"(?<=\S)\[\d{1,3}\]")
NOTES_BELOW: Final = re.compile(
    rf"^(?:<h\d[^<>]*>)?[#*=_ \t]*{any_of(NOTE_HEADINGS)}[.:]?[*=_ \t]*(?:</h\d>)?"
    r"\n\s*(?:<p>)?(?:1[.) \t]|\[1\]|\u00b9)",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading of notes with the first of them."""


def referring(source: Source, profile: Profile) -> Profile:
    """The profile with a rarer form of reference, where the source has none of the common ones.

    In Markdown that is a number in brackets; above a heading of notes, a number right behind a
    stop or a quotation mark.
    """
    forms = profile.references
    if References.SUPERSCRIPT not in forms or RAISED_OR_LABELLED.search(source.text):
        return profile
    if References.BRACKET not in forms and profile.markup == "markdown":
        forms = (*forms, References.BRACKET)
    hidden = profile.notes is Notes.HERE and NOTES_BELOW.search(source.text)
    if hidden and References.BARE not in forms and not BRACKETED.search(source.text):
        forms = (*forms, References.BARE)
    return replace(profile, references=forms)
