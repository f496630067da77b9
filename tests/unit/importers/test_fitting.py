"""Which profile is that of a source."""

from __future__ import annotations

import hashlib
from pathlib import Path

from recensio.importers.fitting import for_many, profile_for
from recensio.importers.profile import Profile
from recensio.importers.settings import completed, read_profile

CONTENT = b"# A text\n"


def profile(folder: Path, name: str, settings: str) -> Profile:
    path = folder / name
    path.write_text(settings, encoding="utf-8")
    found = read_profile(path).value
    assert found is not None
    return found


def test_without_a_profile_the_form_and_the_edition_speak() -> None:
    found = profile_for(Path("letter.txt"), CONTENT, (), "de")
    assert (found.siglum, found.markup, found.language) == ("letter", "plain", "de")


def test_the_profile_of_the_very_file_goes_before_that_of_the_name(tmp_path: Path) -> None:
    named = profile(tmp_path, "letter.toml", 'title = "By name"\n')
    digest = hashlib.sha256(CONTENT).hexdigest()
    made = profile(tmp_path, "A.toml", f'title = "By digest"\nsha256 = "{digest}"\n')
    assert profile_for(Path("letter.txt"), CONTENT, (named, made)).title == "By digest"
    assert profile_for(Path("letter.txt"), b"Another.", (named, made)).title == "By name"
    assert profile_for(Path("other.txt"), b"Another.", (named, made)).title == ""


def test_a_profile_may_have_another_siglum_than_its_name(tmp_path: Path) -> None:
    found = profile(tmp_path, "letter.toml", 'siglum = "L"\nlanguage = "fr"\n')
    chosen = profile_for(Path("in/letter.md"), CONTENT, (found,), "de")
    assert (chosen.siglum, chosen.language, chosen.markup) == ("L", "fr", "markdown")


def test_what_a_profile_does_not_say_is_as_without_it(tmp_path: Path) -> None:
    short = profile(tmp_path, "a.toml", 'language = "de"\n')
    assert completed(short, Path("a.txt")).bare_headings
    assert completed(short, Path("a.html")).markup == "html"
    firm = profile(tmp_path, "b.toml", "bare_headings = false\n")
    assert not completed(firm, Path("b.txt")).bare_headings
    full = profile(tmp_path, "c.toml", 'markup = "plain"\n')
    assert completed(full, Path("c.txt")) == full


def test_one_profile_for_many_sources_leaves_each_its_name(tmp_path: Path) -> None:
    given = profile(tmp_path, "letters.toml", 'siglum = "L"\n')
    assert for_many(given, Path("first letter.txt")).siglum == "first-letter"
