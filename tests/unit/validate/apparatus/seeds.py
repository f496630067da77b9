"""Faults to be planted into clean editions: what is changed, and what has to be said of it.

In the new text `¦` marks the place that has to be reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MARK: Final = "¦"


@dataclass(frozen=True)
class Seed:
    """A fault: `old` is replaced once by `new` in a document of `documents.CLEAN`."""

    name: str
    document: str
    old: str
    new: str
    code: str
    mends: bool = True
    positive: bool = False


def _seed(name: str, document: str, old: str, new: str, code: str, mends: bool = True) -> Seed:
    return Seed(name, document, old, new, code, mends)


NO_FIX: Final = False

SEEDS: Final = (
    # --- sigla -----------------------------------------------------------------------------------
    _seed("wrong letter", "parallel", 'wit="#Gr">lantern', '¦wit="#Gx">lantern', "WIT001"),
    _seed("wrong case", "parallel", 'wit="#Gr">lantern', '¦wit="#GR">lantern', "WIT001"),
    _seed("letters swapped", "parallel", 'wit="#Gr">unto', '¦wit="#rG">unto', "WIT001"),
    _seed(
        "comma after a siglum", "parallel", 'wit="#Ad #Be">lamp', '¦wit="#Ad, #Be">lamp', "WIT001"
    ),
    _seed("Greek capital", "parallel", 'wit="#Be #Co">upon', '¦wit="#Βe #Co">upon', "WIT001"),
    _seed("strange siglum", "parallel", 'wit="#Du">by', '¦wit="#Zz">by', "WIT001", NO_FIX),
    _seed("siglum of a paragraph", "double", 'wit="#Co">tell', '¦wit="#p1">tell', "WIT001", NO_FIX),
    _seed("strange detail", "parallel", 'witDetail wit="#Be"', 'witDetail ¦wit="#Bf"', "WIT001"),
    _seed("no hash", "parallel", 'wit="#Du">by', '¦wit="Du">by', "WIT004"),
    _seed("two hashes", "parallel", 'wit="#Du">by', '¦wit="##Du">by', "WIT004"),
    _seed("no space", "parallel", 'wit="#Be #Co">upon', '¦wit="#Be#Co">upon', "WIT004"),
    _seed("no hash beside one", "grouped", 'wit="#Co">noone', '¦wit="Co">noone', "WIT004"),
    # --- witnesses -------------------------------------------------------------------------------
    _seed("twice in a value", "parallel", 'wit="#Be #Co">up', '¦wit="#Be #Be #Co">up', "WIT003"),
    _seed(
        "twice in a lemma", "parallel", 'wit="#Ad #Be">lamp', '¦wit="#Ad #Be #Ad">lamp', "WIT003"
    ),
    _seed("in lemma and reading", "parallel", 'wit="#Du">by', '¦wit="#Ad">by', "WIT003", NO_FIX),
    _seed("in two readings", "parallel", 'wit="#Du">by', '¦wit="#Co">by', "WIT003", NO_FIX),
    _seed("in two groups", "grouped", 'wit="#Du">exsp', '¦wit="#Be">exsp', "WIT003", NO_FIX),
    _seed(
        "one layer untold",
        "parallel",
        'wit="#Be" hand="#h2">gate',
        '¦wit="#Be">gate',
        "WIT003",
        NO_FIX,
    ),
    _seed("detail of none", "parallel", '<witDetail wit="#Be"', "¦<witDetail", "WIT005"),
    _seed(
        "detail of another",
        "grouped",
        "noone</rdg>",
        'noone</rdg><witDetail ¦wit="#Du">m</witDetail>',
        "WIT005",
    ),
    _seed(
        "detail outside",
        "parallel",
        "it.</p>",
        'it.¦<witDetail wit="#Be">m</witDetail></p>',
        "WIT005",
        NO_FIX,
    ),
    # --- entries ---------------------------------------------------------------------------------
    _seed("empty entry", "parallel", "a table", "a table ¦<app/>", "APP001"),
    _seed(
        "group without readings",
        "parallel",
        "a table",
        "a table ¦<app type='x'><rdgGrp/></app>",
        "APP001",
    ),
    _seed(
        "second lemma",
        "parallel",
        '<rdg wit="#Gr">lantern</rdg>',
        '¦<lem wit="#Gr">lantern</lem>',
        "APP003",
    ),
    _seed(
        "second lemma of a group",
        "grouped",
        '<rdg wit="#Be">experiens</rdg>',
        '¦<lem wit="#Be">experiens</lem>',
        "APP003",
    ),
    _seed(
        "lemma alone",
        "parallel",
        '<app><lem wit="#Ad #Be">lamp</lem><rdg wit="#Gr">lantern</rdg>',
        '¦<app><lem wit="#Ad #Be">lamp</lem>',
        "APP004",
        NO_FIX,
    ),
    _seed(
        "group of one",
        "grouped",
        '<rdgGrp type="orthographic">\n    <rdg wit="#Be">noon</rdg>\n'
        '    <rdg wit="#Co">noone</rdg>',
        '¦<rdgGrp type="orthographic">\n    <rdg wit="#Be">noon</rdg>',
        "APP017",
    ),
    # --- readings --------------------------------------------------------------------------------
    _seed("equal", "parallel", '<rdg wit="#Be #Co">upon', '¦<rdg wit="#Be #Co">on', "APP005"),
    _seed("equal with space", "parallel", '<rdg wit="#Du">by', '¦<rdg wit="#Du"> on\n', "APP005"),
    _seed(
        "equal in a group",
        "grouped",
        '<rdg wit="#Be">experiens',
        '¦<rdg wit="#Be">experience',
        "APP005",
        NO_FIX,
    ),
    _seed(
        "equal, lemma bare",
        "location",
        '<rdg wit="#Co">Where</rdg>',
        '<rdg wit="#Be">Wher</rdg>¦<rdg wit="#Co">Were</rdg>',
        "APP005",
    ),
    _seed("reading empty", "parallel", '<rdg wit="#Du">by</rdg>', '¦<rdg wit="#Du"/>', "APP006"),
    _seed(
        "reading blank",
        "parallel",
        '<rdg wit="#Gr">unto</rdg>',
        '¦<rdg wit="#Gr"> </rdg>',
        "APP006",
    ),
    _seed(
        "lemma empty",
        "parallel",
        '<lem wit="#Ad #Be">lamp</lem>',
        '¦<lem wit="#Ad #Be"/>',
        "APP007",
        NO_FIX,
    ),
    _seed(
        "all empty",
        "parallel",
        '<lem wit="#Ad #Be #Co">of oak</lem>',
        '¦<lem wit="#Ad #Be #Co"/>',
        "APP007",
        NO_FIX,
    ),
    # --- lacunae ---------------------------------------------------------------------------------
    _seed(
        "never closed",
        "fragments",
        '<lacunaStart/></rdg></app>\n<app><lem wit="#Ad">three</lem>'
        '<rdg wit="#Co">thre</rdg></app>\n<app><lem wit="#Ad">four</lem>'
        '<rdg wit="#Be"><lacunaEnd/>',
        '¦<lacunaStart/></rdg></app>\n<app><lem wit="#Ad">three</lem>'
        '<rdg wit="#Co">thre</rdg></app>\n<app><lem wit="#Ad">four</lem><rdg wit="#Be">',
        "APP008",
        NO_FIX,
    ),
    _seed(
        "closed by no end",
        "fragments",
        "sefen</rdg>",
        "sefen¦<lacunaStart/></rdg>",
        "APP008",
        NO_FIX,
    ),
    _seed(
        "opened twice",
        "fragments",
        '<rdg wit="#Co">thre</rdg>',
        '<rdg wit="#Co">thre</rdg><rdg wit="#Be">¦<lacunaStart/></rdg>',
        "APP009",
    ),
    _seed(
        "opened twice by @wit",
        "fragments",
        '<rdg wit="#Co">thre</rdg>',
        '<rdg wit="#Co">thre¦<lacunaStart wit="#Be"/></rdg>',
        "APP009",
    ),
    _seed(
        "never opened",
        "fragments",
        'to<lacunaStart/></rdg></app>\n<app><lem wit="#Ad">three</lem>'
        '<rdg wit="#Co">thre</rdg></app>\n<app><lem wit="#Ad">four</lem><rdg wit="#Be">',
        'to</rdg></app>\n<app><lem wit="#Ad">three</lem>'
        '<rdg wit="#Co">thre</rdg></app>\n<app><lem wit="#Ad">four</lem><rdg wit="#Be">¦',
        "APP010",
        NO_FIX,
    ),
    _seed(
        "closed twice",
        "fragments",
        'wit="#Be #Co">fife',
        'wit="#Be #Co">fife¦<lacunaEnd wit="#Be"/>',
        "APP010",
        NO_FIX,
    ),
    _seed("reading inside", "fragments", 'wit="#Co">thre', '¦wit="#Co #Be">thre', "APP011", NO_FIX),
    _seed("lemma inside", "fragments", 'wit="#Ad">three', '¦wit="#Ad #Be">three', "APP011", NO_FIX),
    # --- methods ---------------------------------------------------------------------------------
    _seed(
        "wrong method",
        "location",
        'method="location-referenced"',
        '¦method="double-end-point"',
        "APP012",
    ),
    _seed(
        "wrong location",
        "double",
        'method="double-end-point" location="external"',
        '¦method="double-end-point" location="internal"',
        "APP012",
    ),
    _seed(
        "one entry linked",
        "parallel",
        '<app><lem wit="#Ad #Be">lamp',
        '¦<app loc="1"><lem wit="#Ad #Be">lamp',
        "APP012",
    ),
    _seed("one entry unlinked", "double", '<app from="#s1">', "¦<app>", "APP012", NO_FIX),
    _seed("one entry without @loc", "location", '<app loc="2.1">', "¦<app>", "APP012", NO_FIX),
    _seed(
        "no declaration",
        "parallel",
        '<encodingDesc>\n<variantEncoding method="parallel-segmentation" location="internal"/>\n',
        "¦<encodingDesc>\n",
        "APP013",
    ),
    _seed(
        "external segmentation", "parallel", 'location="internal"', '¦location="external"', "APP014"
    ),
    # --- links -----------------------------------------------------------------------------------
    _seed("wrong @from", "double", 'from="#a1"', '¦from="#a9"', "APP015", NO_FIX),
    _seed("@from misspelt", "double", 'from="#s1"', '¦from="#ss1"', "APP015"),
    _seed("wrong @to", "double", 'to="#p2"', '¦to="#pp2"', "APP015"),
    _seed("no hash in @to", "double", 'to="#a3"', '¦to="a3"', "APP015"),
    _seed(
        "wrong range",
        "double",
        'from="#string-range(p1,',
        '¦from="#string-range(q7,',
        "APP015",
        NO_FIX,
    ),
    _seed("wrong @loc", "location", 'loc="2.1"', '¦loc="2.7"', "APP015", NO_FIX),
    _seed("reversed", "double", 'from="#a1" to="#a3"', 'from="#a3" ¦to="#a1"', "APP016"),
    _seed("reversed elements", "double", 'from="#s2" to="#p2"', 'from="#s2" ¦to="#s1"', "APP016"),
    _seed(
        "same span",
        "double",
        '<app from="#a2" to="#a4">',
        '¦<app from="#a1" to="#a3">',
        "APP018",
        NO_FIX,
    ),
    _seed(
        "place in itself",
        "double",
        '<app from="#s1"><rdg wit="#Be">profit</rdg>',
        '<app ¦from="#x1"><rdg wit="#Be"><seg xml:id="x1">profit</seg></rdg>',
        "APP019",
        NO_FIX,
    ),
    _seed(
        "copy of itself",
        "location",
        "<lem>wo</lem>",
        '<lem xml:id="l1"><seg ¦copyOf="#l1"/></lem>',
        "APP019",
        NO_FIX,
    ),
    _seed(
        "chain that comes back",
        "location",
        '<app loc="1.1">',
        '<app loc="1.1" xml:id="e1" ¦next="#e1">',
        "APP019",
    ),
    # --- the same by other methods ---------------------------------------------------------------
    _seed("letter left out", "location", 'wit="#Ad">Exp', '¦wit="#d">Exp', "WIT001", NO_FIX),
    _seed("letter put in", "double", 'wit="#Ad">of so', '¦wit="#Aad">of so', "WIT001"),
    _seed("full stop after", "double", 'wit="#Gr">was', '¦wit="#Gr.">was', "WIT001"),
    _seed("Cyrillic capital", "location", 'wit="#Co">Where', '¦wit="#Сo">Where', "WIT001"),
    _seed("lemma misspelt", "grouped", 'wit="#Ad">none', '¦wit="#Ae">none', "WIT001", NO_FIX),
    _seed(
        "mark of a stranger",
        "fragments",
        "<lacunaEnd/>sixe",
        '<lacunaEnd ¦wit="#Dv"/>sixe',
        "WIT001",
    ),
    _seed("other file", "double", 'wit="#Be">profit', '¦wit="a.xml#Bee">profit', "WIT001"),
    _seed("no hash in double", "double", 'wit="#Co">tell', '¦wit="Co">tell', "WIT004"),
    _seed("no hash by location", "location", 'wit="#Be">woe', '¦wit="Be">woe', "WIT004"),
    _seed("no hash of a group", "fragments", 'wit="#Be #Co">fife', '¦wit="Be #Co">fife', "WIT004"),
    _seed("three hashes", "location", 'wit="#Du">was', '¦wit="###Du">was', "WIT004"),
    _seed("group twice", "double", 'wit="#Gr">was', '¦wit="#Gr #Gr">was', "WIT003"),
    _seed("twice by location", "location", 'wit="#Be">woe', '¦wit="#Be #Be">woe', "WIT003"),
    _seed(
        "twice in a detail", "parallel", 'witDetail wit="#Be"', 'witDetail ¦wit="#Be #Be"', "WIT003"
    ),
    _seed(
        "empty entry in a list",
        "location",
        '<app loc="1.2">',
        '¦<app/>\n  <app loc="1.2">',
        "APP001",
    ),
    _seed(
        "second lemma by location",
        "location",
        '<rdg wit="#Be">woe</rdg>',
        '¦<lem wit="#Be">woe</lem>',
        "APP003",
    ),
    _seed("plain lemma alone", "parallel", "a table", "a ¦<app><lem>table</lem></app>", "APP004"),
    _seed(
        "equal with markup",
        "parallel",
        '<lem wit="#Ad">on</lem><rdg wit="#Be #Co">upon</rdg>',
        '<lem wit="#Ad">o<hi>n</hi></lem>¦<rdg wit="#Be #Co">o<hi>n</hi></rdg>',
        "APP005",
    ),
    _seed(
        "equal in double",
        "double",
        '<rdg wit="#Be">in what</rdg>',
        '<rdg wit="#Co">in what</rdg>¦<rdg wit="#Be">of so parfit wys</rdg>',
        "APP005",
    ),
    _seed(
        "inner reading empty",
        "parallel",
        '<rdg wit="#Be" hand="#h2">gate</rdg>',
        '¦<rdg wit="#Co"/>',
        "APP006",
    ),
    _seed(
        "no declaration, double",
        "double",
        '<encodingDesc>\n<variantEncoding method="double-end-point" location="external"/>\n',
        "¦<encodingDesc>\n",
        "APP013",
    ),
    _seed(
        "no declaration by location",
        "location",
        '<encodingDesc>\n<variantEncoding method="location-referenced" location="external"/>\n',
        "¦<encodingDesc>\n",
        "APP013",
    ),
    _seed(
        "segmentation declared by location",
        "grouped",
        'method="parallel-segmentation"',
        '¦method="double-end-point"',
        "APP012",
    ),
    _seed(
        "group of one within a group",
        "grouped",
        '<rdg wit="#Be">experiens</rdg>',
        '¦<rdgGrp type="spelling"><rdg wit="#Be">experiens</rdg></rdgGrp>',
        "APP017",
    ),
    _seed(
        "one span, lemma once",
        "double",
        '<app from="#s1"><rdg wit="#Be">profit</rdg></app>',
        '<app from="#s1"><rdg wit="#Be">profit</rdg></app>\n  '
        '¦<app from="#s1"><rdg wit="#Co">parfet</rdg></app>',
        "APP018",
    ),
    _seed("@to of another letter", "double", 'to="#a4"', '¦to="#A4"', "APP015"),
    _seed("no hash in @from", "double", 'from="#s2"', '¦from="s2"', "APP015"),
    _seed("reversed anchors", "double", 'from="#a2" to="#a4"', 'from="#a4" ¦to="#a2"', "APP016"),
    # --- in the line, by the double end-point method ---------------------------------------------
    _seed("semicolon", "inline", 'wit="#Gr">thogh', '¦wit="#Gr;#Be">thogh', "WIT004"),
    _seed("case in the line", "inline", 'wit="#Be">Exp', '¦wit="#BE">Exp', "WIT001"),
    _seed("no hash in the line", "inline", 'from="#w1b"', '¦from="w1b"', "APP015"),
    _seed(
        "reversed in the line",
        "inline",
        'from="#w1b" to="#w1c"',
        'from="#w1c" ¦to="#w1b"',
        "APP016",
    ),
    _seed("unlinked in the line", "inline", '<app from="#w1">', "¦<app>", "APP012", NO_FIX),
    _seed(
        "external in the line",
        "inline",
        'method="double-end-point" location="internal"',
        '¦method="double-end-point" location="external"',
        "APP012",
    ),
    _seed(
        "empty in the line",
        "inline",
        "though noon <app",
        'though ¦<app type="v"/> noon <app',
        "APP001",
    ),
    _seed(
        "lemma twice in the line",
        "inline",
        '<rdg wit="#Gr">thogh none</rdg>',
        '<rdg wit="#Be">thogh none</rdg>¦<rdg wit="#Gr">though noon</rdg>',
        "APP005",
    ),
    # --- silence ---------------------------------------------------------------------------------
    Seed(
        "silent",
        "fragments",
        '<app><lem wit="#Ad #Be">One',
        '¦<app><lem wit="#Ad">One',
        "APP002",
        NO_FIX,
        True,
    ),
)
