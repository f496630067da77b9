"""Interpolations, phrases and corrections in HTML: a character may be named, words in elements."""

from __future__ import annotations

import pytest

from recensio.importers.conservation import conservation
from recensio.importers.corrections import Correction
from recensio.importers.importer import import_source
from recensio.importers.profile import Facsimile, Voice
from tests.unit.importers.support import HTML, below, body, with_rules

PROFILE = with_rules(
    HTML, captions=True, facsimile=Facsimile("Cyrillic", "ru"), voice=(Voice("N. N.", "nn"),)
)
NOTE = '<note type="interpolation" place="inline" resp="#nn">'


@pytest.mark.parametrize(
    ("text", "tei"),
    [
        (
            "He (Jo &ndash; <i>N.&nbsp;N.</i>) left.",
            f'He {NOTE}(Jo – <hi rend="italic">N.\xa0N.</hi>)</note> left.',
        ),
        (
            "The &#1040;Б<b>В</b> so.",
            'The <foreign xml:lang="ru">АБ<hi rend="bold">В</hi></foreign> so.',
        ),
        (
            "So: 1) a; 2) <i>b;</i> 3) c. End.",
            'So: <seg type="item" n="1">1) a;</seg> <seg type="item" n="2">2) <hi rend="italic">b;'
            '</hi></seg> <seg type="item" n="3">3) c.</seg> End.',
        ),
        ("The wat&eacute;r.", "The <choice><sic>watér</sic><corr>water</corr></choice>."),
        ("The wat<b>ér</b>.", 'The wat<hi rend="bold">ér</hi>.'),
    ],
)
def test_words_are_known_whatever_their_markup(text: str, tei: str) -> None:
    source = f"<p>{text}</p>"
    corrections = (Correction("watér", "water", everywhere=True),)
    result = import_source(source.encode(), PROFILE, corrections=corrections).value
    assert result is not None
    assert conservation(source, result).value
    assert below(result, "body") == f'<p xml:id="T-1">{tei}</p>'


def test_life_dates_with_a_dash_that_is_named() -> None:
    assert '(<date from="1890" to="1937">1890–1937</date>)' in body(
        "<p><em>Ann (1890&ndash;1937)</em></p>", PROFILE
    )


def test_an_enumeration_in_a_caption_makes_it_a_head() -> None:
    shown = body("<figcaption>1) a 2) b 3) c</figcaption>", PROFILE)
    assert shown.startswith('<figure><head xml:id="T-1"><seg type="item" n="1">1) a</seg>')
