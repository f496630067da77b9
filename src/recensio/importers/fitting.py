"""Fitting: which profile of an edition is that of a source, and what holds without one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from recensio.importers.profile import Profile
from recensio.importers.settings import completed, default_profile


def profile_for(
    path: Path, content: bytes, profiles: Sequence[Profile] = (), language: str = ""
) -> Profile:
    """The profile of a source: that made for this very file, else that of its name, else defaults.

    The profile letter.toml is that of letter.txt, and so is one whose siglum is letter. `language`
    is that of the edition, for a source that nobody says another of.
    """
    default = default_profile(path)
    digest = hashlib.sha256(content).hexdigest()
    made = (profile for profile in profiles if profile.sha256 == digest)
    named = (profile for profile in profiles if default.siglum in _names(profile))
    found = next(made, None) or next(named, None) or default
    if language and "language" not in found.given:
        found = replace(found, language=language)
    return completed(found, path)


def _names(profile: Profile) -> tuple[str, ...]:
    return (profile.siglum, default_profile(profile.path).siglum if profile.path else "")


def for_many(profile: Profile, path: Path) -> Profile:
    """A profile that is given for many sources, for one of them: its siglum is from the name."""
    return replace(profile, siglum=default_profile(path).siglum)
