"""Registers in few words, and what is marked in a body with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recensio.annotate.decisions import Rulings
from recensio.annotate.files import Annotated, annotate_file
from recensio.annotate.lexicon import Lexicon, lexicon_of
from recensio.model.problem import Outcome
from tests.support import tei, tree_of

PERSONS = (
    ("ryutin", "Ryutin", "Martemyan Nikitich", ("Ryutin",)),
    ("son", "Ryutin", "Vasily Martemyanovich", ()),
    ("daughter", "Ryutina", "Liubov Martemyanovna", ()),
    ("smirnov_in", "Smirnov", "Ivan Nikitich", ()),
    ("smirnov_ap", "Smirnov", "Aleksandr Petrovich", ()),
    ("tomsky", "Tomsky", "Mikhail Pavlovich", ()),
    ("kayurov", "Kayurov", "Vasily Nikolaevich", ()),
    ("trotsky", "Trotsky", "Lev Davidovich", ()),
    ("zinoviev", "Zinoviev", "Grigory Evseevich", ()),
    ("gorky", "Gorky", "Maksim", ()),
    ("ter", "Ter-Vaganyan", "Vagarshak", ()),
    ("gaulle", "de Gaulle", "Charles", ()),
)
ORGS = (
    ("cc", ("Central Committee", "CC")),
    ("ccc", ("Central Control Commission", "CCC")),
    ("presidium", ("Presidium of the Central Control Commission",)),
    ("union", ("Union of Marxist-Leninists", "Ryutin group", "Union")),
    ("eismont", ("Eismont-Tolmachev-Smirnov group",)),
    ("left", ("Left Opposition",)),
    ("irp", ("Institute of Red Professors",)),
    ("calibre", ("Calibre factory",)),
    ("party", ("Working Peasants’ Party",)),
)
PLACES = (
    ("moscow", ("Moscow",)),
    ("gorky_city", ("Gorky",)),
    ("suzdal", ("Suzdal",)),
    ("kazakhstan", ("Kazakhstan",)),
    ("caucasus", ("North Caucasus",)),
    ("alma_ata", ("Alma-Ata",)),
    ("petersburg", ("St. Petersburg",)),
)
WORKS = (
    ("platform", "u", "ryutin", ("Crisis of the Dictatorship", "Ryutin’s Platform", "Platform")),
    ("herald", "j", "", ("Herald of the Opposition",)),
    ("works", "m", "trotsky", ("Sochineniia",)),
    ("terror", "m", "", ("The Great Terror",)),
    ("letters", "m", "", ("Letters from Suzdal (1931)",)),
    ("book", "m", "", ("Ryutin",)),
)


def _person(identifier: str, surname: str, given: str, variants: Sequence[str]) -> str:
    listed = "".join(f"<persName>{variant}</persName>" for variant in variants)
    return (
        f'<person xml:id="{identifier}"><persName type="canonical"><surname>{surname}</surname>, '
        f"<forename>{given}</forename></persName>{listed}</person>"
    )


def _names(element: str, name: str, entries: Sequence[tuple[str, Sequence[str]]]) -> str:
    return "".join(
        f'<{element} xml:id="{identifier}">'
        + "".join(f"<{name}>{form}</{name}>" for form in forms)
        + f"</{element}>"
        for identifier, forms in entries
    )


def _work(identifier: str, level: str, author: str, titles: Sequence[str]) -> str:
    written = f'<author ref="#{author}">x</author>' if author else ""
    listed = "".join(f'<title level="{level}">{title}</title>' for title in titles)
    return f'<bibl xml:id="{identifier}">{written}{listed}</bibl>'


REGISTERS = tei(
    rest="<standOff><listPerson>"
    + "".join(_person(*person) for person in PERSONS)
    + f"</listPerson><listOrg>{_names('org', 'orgName', ORGS)}</listOrg>"
    + f"<listPlace>{_names('place', 'placeName', PLACES)}</listPlace>"
    + f"<listBibl>{''.join(_work(*work) for work in WORKS)}</listBibl>"
    + '<listEvent><event xml:id="affair"><label>Ryutin affair</label></event></listEvent>'
    "</standOff>"
)
LEXICON = lexicon_of([tree_of(REGISTERS)])


def outcome_of(
    body: str, lexicon: Lexicon = LEXICON, siglum: str = "", rulings: Rulings | None = None
) -> Outcome[Annotated]:
    """A text with this body annotated."""
    return annotate_file(tei(body).encode(), "t.xml", lexicon, siglum, rulings)


def annotated(body: str, rulings: Rulings | None = None) -> str:
    """The body of a text after annotation."""
    content = outcome_of(body, rulings=rulings).value.content.decode()
    found = re.search("<body>(.*)</body>", content, re.S)
    assert found
    return found.group(1)


def marked(body: str) -> list[tuple[str, str]]:
    """What is marked in a paragraph: the words, and the entry or date that the tag gives."""
    marks = outcome_of(f"<p>{body}</p>").value.marked
    return [(mark.text, dict(mark.attributes).get("ref", "").replace("#", "")) for mark in marks]
