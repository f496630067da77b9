"""Small editions, one for each method of linking, without any fault; and how they are checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from recensio.model.problem import Problem
from recensio.validate import Check, validate
from tests.support import corpus_at, tei

SIGLA: Final = ("Ad", "Be", "Co", "Du")
LIST: Final = """
<listWit>
  <witness xml:id="Ad"/>
  <witness xml:id="Be"/>
  <listWit xml:id="Gr">
    <head>A group</head>
    <witness xml:id="Co"/>
    <witness xml:id="Du"/>
  </listWit>
</listWit>
"""


def header(method: str | None = "parallel-segmentation", location: str = "internal") -> str:
    """The declaration of the method; None leaves it out."""
    if method is None:
        return "<encodingDesc><p>By hand.</p></encodingDesc>"
    encoding = f'<variantEncoding method="{method}" location="{location}"/>'
    return f"<encodingDesc>\n{encoding}\n</encodingDesc>"


PARALLEL: Final = tei(
    LIST
    + """
<p>The <app><lem wit="#Ad #Be">lamp</lem><rdg wit="#Gr">lantern</rdg></app> stood
<app><lem wit="#Ad">on</lem><rdg wit="#Be #Co">upon</rdg><rdg wit="#Du">by</rdg></app> a table
<app><lem wit="#Ad #Be #Co">of oak</lem><rdg wit="#Du" type="omission"/></app>,
<app><lem wit="#Be">and the
  <app><lem wit="#Be">door</lem><rdg wit="#Be" hand="#h2">gate</rdg></app> was shut</lem>
  <rdg wit="#Ad #Gr">and all was dark</rdg></app>.</p>
<p><app><lem wit="#Ad #Be #Gr">A boy</lem><rdg type="conjecture" resp="#ed">He</rdg></app>
<app><lem wit="#Ad">came</lem><rdg wit="#Be" type="ante">come</rdg>
  <rdg wit="#Be" type="post">comes</rdg></app>
<app><lem wit="#Ad">to</lem><rdg wit="#Be">into</rdg><witDetail wit="#Be">in the margin</witDetail>
  <rdg wit="#Gr">unto</rdg></app> it.</p>""",
    header=header(),
)

GROUPED: Final = tei(
    LIST
    + """
<p><app>
  <rdgGrp type="subvariants">
    <lem wit="#Ad">experience</lem>
    <rdg wit="#Be">experiens</rdg>
  </rdgGrp>
  <rdgGrp type="subvariants">
    <lem wit="#Co">experiment</lem>
    <rdg wit="#Du">exsperiment</rdg>
  </rdgGrp>
</app> though
<app>
  <lem wit="#Ad">none</lem>
  <rdgGrp type="orthographic">
    <rdg wit="#Be">noon</rdg>
    <rdg wit="#Co">noone</rdg>
  </rdgGrp>
</app></p>""",
    header=header(),
)

DOUBLE: Final = tei(
    LIST
    + """
<p xml:id="p1">And <anchor xml:id="a1"/>of so <seg xml:id="s1">parfit</seg>
<anchor xml:id="a2"/>wys<anchor xml:id="a3"/> a wight<anchor xml:id="a4"/> ywroght.</p>
<p xml:id="p2">To <seg xml:id="s2">speke</seg> of wo.</p>
<listApp>
  <app from="#a1" to="#a3"><lem wit="#Ad">of so parfit wys</lem><rdg wit="#Be">in what</rdg></app>
  <app from="#a2" to="#a4"><lem wit="#Ad">wys a wight</lem><rdg wit="#Gr">was a wight</rdg></app>
  <app from="#s1"><rdg wit="#Be">profit</rdg></app>
  <app from="#s2" to="#p2"><rdg wit="#Co">tell</rdg></app>
  <app from="#string-range(p1,0,3)"><rdg wit="#Be">But</rdg></app>
  <app from="http://example.com/base.xml#x1"><rdg wit="#Be">But</rdg></app>
</listApp>""",
    header=header("double-end-point", "external"),
)

INLINE: Final = tei(
    LIST
    + """
<l n="1" xml:id="w1">Experience <app from="#w1"><rdg wit="#Be">Experiment</rdg></app>
<anchor xml:id="w1a"/>though noon <app from="#w1a"><lem wit="#Ad">though noon</lem>
<rdg wit="#Gr">thogh none</rdg></app> <seg xml:id="w1b">Auctoritee</seg><anchor xml:id="w1c"/>
<app from="#w1b" to="#w1c"><rdg wit="#Co">auctorite</rdg></app></l>""",
    header=header("double-end-point", "internal"),
)

LOCATION: Final = tei(
    LIST
    + """
<lg n="1"><l n="1">Experience though noon</l><l n="2">Were in this world</l></lg>
<lg n="2"><l n="1">To speke of wo</l><l n="2">That is in mariage</l></lg>
<listApp>
  <app loc="1.1"><lem wit="#Ad">Experience</lem><rdg wit="#Be">Experiment</rdg></app>
  <app loc="1.2"><lem>Were</lem><rdg wit="#Co">Where</rdg></app>
  <app loc="2.1"><lem>wo</lem><rdg wit="#Be">woe</rdg></app>
  <app loc="2.2"><rdg wit="#Du">was</rdg></app>
</listApp>""",
    header=header("location-referenced", "external"),
)

FRAGMENTS: Final = tei(
    LIST
    + """
<p><app><lem wit="#Ad #Be">One</lem><rdg wit="#Co">On</rdg></app>
<app><lem wit="#Ad">two</lem><rdg wit="#Be">to<lacunaStart/></rdg></app>
<app><lem wit="#Ad">three</lem><rdg wit="#Co">thre</rdg></app>
<app><lem wit="#Ad">four</lem><rdg wit="#Be"><lacunaEnd/>for</rdg></app>
<app><lem wit="#Ad">five</lem><rdg wit="#Be #Co">fife</rdg></app>
<app><lem wit="#Ad">six</lem><rdg wit="#Du"><lacunaEnd/>sixe</rdg></app>
<app><lem wit="#Ad">seven</lem><rdg wit="#Du">sefen</rdg></app></p>""",
    header=header(),
)

CLEAN: Final[Mapping[str, str]] = {
    "parallel": PARALLEL,
    "grouped": GROUPED,
    "double": DOUBLE,
    "inline": INLINE,
    "location": LOCATION,
    "fragments": FRAGMENTS,
}


def checked(folder: Path, files: Mapping[str, str]) -> list[Problem]:
    """What the apparatus rules say of files."""
    corpus = corpus_at(folder, files)
    return list(validate(corpus, None, frozenset({Check.APPARATUS})))
