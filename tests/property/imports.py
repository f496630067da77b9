"""What holds of every import: nothing is lost, and the TEI is valid, also when read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lxml import etree

from recensio.importers.conservation import conservation
from recensio.importers.corrections import Correction
from recensio.importers.importer import Imported, import_source
from recensio.importers.profile import Profile
from recensio.resources import schema
from recensio.tei.io import parse, serialise
from recensio.tei.names import XML_ID


@cache
def relaxng() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(schema()))


def imported(
    text: str, profile: Profile, corrections: Sequence[Correction] = ()
) -> Imported | None:
    return import_source(text.encode(), profile, name="source", corrections=corrections).value


def check(
    text: str, profile: Profile, corrections: Sequence[Correction] = ()
) -> etree._ElementTree | None:
    """The transcript of a text, read again; none if the text is refused, which is not lost."""
    result = imported(text, profile, corrections)
    text = text.removeprefix("\ufeff")
    if result is None:
        declared = profile.markup == "html" and "charset" in text
        assert not text.strip() or "\0" in text or declared
        return None
    outcome = conservation(text, result)
    assert outcome.value, outcome.problems
    again = parse(serialise(result.tree), "X.xml").value
    assert again is not None
    reread = conservation(text, replace(result, tree=again))
    assert reread.value, reread.problems
    identifiers = identifiers_of(again)
    assert len(identifiers) == len(set(identifiers))
    assert set(result.report.places.values()) <= set(identifiers)
    assert relaxng().validate(again), relaxng().error_log
    return again


def identifiers_of(tree: etree._ElementTree) -> list[str]:
    return [name for element in tree.iter("{*}*") if (name := element.get(XML_ID))]
