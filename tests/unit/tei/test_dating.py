"""When a document was written."""

from __future__ import annotations

import pytest

from recensio.tei.dating import document_date
from tests.support import tei, tree_of

SENT = (
    "<correspDesc><correspAction type='received'><date when='1899-07-19'/></correspAction>"
    "<correspAction type='sent'><date when='1899-07-18'/></correspAction></correspDesc>"
)


@pytest.mark.parametrize(
    ("body", "header", "date"),
    [
        ("<p/>", f"<profileDesc>{SENT}</profileDesc>", "1899-07-18"),
        ("<p/>", "<profileDesc><creation when='1889'/></profileDesc>", "1889"),
        (
            "<p/>",
            "<profileDesc><creation><date notBefore='1889'/></creation></profileDesc>",
            "[1889..]",
        ),
        ("<opener><dateline><date when='1911-05-01'/></dateline></opener>", "", "1911-05-01"),
        ("<head when='1911-05-02'>Tuesday</head><p/>", "", "1911-05-02"),
        ("<p>On <date when='1911-05-01'>the first</date></p>", "", None),
        ("<opener><dateline><date when='soon'/></dateline></opener>", "", None),
    ],
)
def test_the_date_of_a_document(body: str, header: str, date: str | None) -> None:
    assert document_date(tree_of(tei(body, header=header))) == date


def test_the_date_of_a_diary_may_stand_in_its_title() -> None:
    title = "Monday</title><title type='iso-date'>1889-02-18"
    assert document_date(tree_of(tei(title=title))) == "1889-02-18"
