"""Definitions: combined, nested, recursive (RELAX NG, sections 4.11 and 4.17 to 4.19)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import Correct, Incorrect, each

A: Final = '<element name="a"><empty/></element>'
B: Final = '<element name="b"><empty/></element>'
C: Final = '<element name="c"><empty/></element>'


def _grammar(name: str, section: str, components: str) -> Incorrect:
    return Incorrect(name, section, f"<grammar>\n{components}\n</grammar>")


INCORRECT: Final = (
    _grammar("define twice without combine", "4.17",
             f'<start>{A}</start><define name="b">{B}</define>\n▸<define name="b">{C}</define>'),
    _grammar("define twice in a div", "4.17",
             f'<start>{A}</start><define name="b">{B}</define><div>\n▸<define name="b">{C}</define>'
             "</div>"),
    _grammar("start twice without combine", "4.17", f"<start>{A}</start>\n▸<start>{B}</start>"),
    _grammar("three, two of them without combine", "4.17",
             f'<start>{A}</start><start combine="choice">{C}</start>\n▸<start>{B}</start>'),
    _grammar("combine as choice and as interleave", "4.17",
             f'<start combine="choice">{A}</start>\n▸<start combine="interleave">{B}</start>'),
    _grammar("two ways with one that says nothing", "4.17",
             f'<define name="b" combine="choice">{A}</define><define name="b">{A}</define>'
             f'▸<define name="b" combine="interleave">{B}</define><start>{A}</start>'),
    _grammar("ref to nothing", "4.18",
             '<start><element name="a">\n▸<ref name="b"/></element></start>'),
    _grammar("ref to nothing where nothing refers", "4.18",
             f'<start>{A}</start><define name="b">\n▸<ref name="c"/></define>'),
    Incorrect("ref without a grammar", "4.18", '<element name="a">\n▸<ref name="b"/></element>'),
    Incorrect("parentRef without a grammar", "4.18",
              '<element name="a">\n▸<parentRef name="b"/></element>'),
    _grammar("parentRef in the outermost grammar", "4.18",
             f'<start><element name="a">\n▸<parentRef name="b"/></element></start>'
             f'<define name="b">{B}</define>'),
    _grammar("parentRef to what the inner grammar defines", "4.18",
             f'<start><grammar><start>\n▸<parentRef name="b"/></start><define name="b">{B}</define>'
             "</grammar></start>"),
    _grammar("ref to what the outer grammar defines", "4.18",
             f'<start><grammar><start>\n▸<ref name="b"/></start></grammar></start>'
             f'<define name="b">{B}</define>'),
    _grammar("ref to what the inner grammar defines", "4.18",
             f'<start><choice><grammar><start>{A}</start><define name="b">{B}</define></grammar>'
             '\n▸<ref name="b"/></choice></start>'),
    _grammar("parentRef past the outermost grammar", "4.18",
             '<start><grammar><start><grammar><start><grammar><start>\n▸<parentRef name="b"/>'
             f'</start></grammar></start></grammar></start></grammar></start><define name="b">{B}'
             "</define>"),
    Incorrect("grammar without start", "4.18",
              f'▸<grammar><define name="b">{B}</define></grammar>'),
    Incorrect("empty grammar", "4.18", "▸<grammar/>"),
    _grammar("inner grammar without start", "4.18",
             f'<start><choice>{A}▸<grammar><define name="b">{B}</define></grammar></choice>'
             "</start>"),
    _grammar("definition of itself", "4.19",
             '<start><ref name="b"/></start><define name="b"><choice>\n▸<ref name="b"/>'
             f"{B}</choice></define>"),
    _grammar("definitions of each other", "4.19",
             f'<start><ref name="b"/></start><define name="b"><choice>{B}<ref name="c"/></choice>'
             f'</define><define name="c"><group>\n▸<ref name="b"/></group></define>'),
    _grammar("recursion below an element", "4.19",
             '<start><element name="a"><ref name="b"/></element></start>'
             '<define name="b"><optional>\n▸<ref name="b"/></optional></define>'),
    _grammar("recursion in an attribute", "4.19",
             '<start><element name="a"><ref name="b"/></element></start>'
             '<define name="b"><attribute name="b">\n▸<ref name="b"/></attribute></define>'),
    _grammar("recursion in a list", "4.19",
             '<start><element name="a"><ref name="b"/></element></start>'
             '<define name="b"><list><value>b</value>\n▸<ref name="b"/></list></define>'),
    _grammar("recursion through a parentRef", "4.19",
             '<start><ref name="b"/></start><define name="b"><grammar><start><choice>'
             f'\n▸<parentRef name="b"/>{B}</choice></start></grammar></define>'),
    _grammar("recursion in a group that is not allowed", "4.19",
             f'<start><ref name="b"/></start><define name="b"><choice>{B}<group><notAllowed/>'
             '\n▸<ref name="b"/></group></choice></define>'),
)  # fmt: skip

CORRECT: Final = (
    Correct("divs group", f'<grammar><div><start><ref name="b"/></start><div><div><define name="b">'
            f"{B}</define></div></div></div></grammar>", ("<b/>",), ("<a/>",)),
    Correct("combine by choice",
            f"""<grammar><start combine="choice">{A}</start><div><start combine="choice">{B}</start>
            </div><start>{C}</start></grammar>""",
            ("<a/>", "<b/>", "<c/>"), ("<d/>",)),
    Correct("combine by interleave",
            f"""<grammar><start><element name="d"><ref name="e"/></element></start>
            <define name="e" combine="interleave">{A}{B}</define>
            <define name="e">{C}</define></grammar>""",
            ("<d><a/><b/><c/></d>", "<d><a/><c/><b/></d>", "<d><c/><a/><b/></d>"),
            ("<d><b/><a/><c/></d>", "<d><a/><b/></d>")),
    Correct("combine of one", f'<grammar><start combine="interleave">{A}</start></grammar>',
            ("<a/>",), ("<b/>",)),
    Correct("combine with what is not allowed",
            f'<grammar><start combine="choice"><notAllowed/></start><start combine="choice">{B}'
            "</start></grammar>", ("<b/>",), ("<a/>",)),
    Correct("several patterns in a define are a group",
            f"""<grammar><start><element name="d"><ref name="e"/></element></start>
            <define name="e">{A}{B}</define></grammar>""",
            ("<d><a/><b/></d>",), ("<d><b/><a/></d>", "<d><a/></d>")),
    Correct("inner grammar has names of its own",
            f"""<grammar><start><element name="d"><ref name="e"/><grammar><start><group>
            <ref name="e"/><parentRef name="e"/></group></start><define name="e">{B}</define>
            </grammar></element></start><define name="e">{A}</define></grammar>""",
            ("<d><a/><b/><a/></d>",), ("<d><a/><a/><b/></d>", "<d><a/><b/><b/></d>")),
    Correct("parentRef leads one grammar up",
            f"""<grammar><start><grammar><start><grammar><start><element name="d">
            <parentRef name="e"/></element></start></grammar></start><define name="e">
            <parentRef name="e"/></define></grammar></start><define name="e">{B}</define>
            </grammar>""",
            ("<d><b/></d>",), ("<d/>",)),
    Correct("parentRef in a definition of the inner grammar",
            f"""<grammar><start><grammar><start><element name="d"><ref name="e"/></element></start>
            <define name="e"><parentRef name="f"/></define></grammar></start>
            <define name="f">{B}</define></grammar>""",
            ("<d><b/></d>",), ("<d/>",)),
    Correct("recursion through an element",
            """<grammar><start><ref name="b"/></start><define name="b"><element name="b"><optional>
            <ref name="b"/></optional></element></define></grammar>""",
            ("<b/>", "<b><b><b/></b></b>"), ("<b><b/><b/></b>", "<b>t</b>")),
    Correct("recursion without an end",
            '<grammar><start><ref name="b"/></start><define name="b"><element name="b">'
            '<ref name="b"/></element></define></grammar>', (), ("<b/>", "<b><b/></b>")),
    Correct("recursion through two elements and two grammars",
            """<grammar><start><ref name="b"/></start><define name="b"><element name="b"><grammar>
            <start><choice><empty/><element name="c"><parentRef name="b"/></element></choice>
            </start></grammar></element></define></grammar>""",
            ("<b/>", "<b><c><b/></c></b>"), ("<b><b/></b>", "<b><c/></b>")),
    Correct("recursion that nothing refers to",
            f'<grammar><start>{A}</start><define name="b"><ref name="b"/></define><define name="c">'
            '<group><ref name="d"/></group></define><define name="d"><ref name="c"/></define>'
            "</grammar>", ("<a/>",), ("<b/>",)),
    Correct("definitions that nothing refers to may break section 7",
            f"""<grammar><start>{A}</start><define name="b"><attribute name="b">{B}</attribute>
            </define><define name="c"><element name="c"><data type="string"/>{B}</element></define>
            <define name="d"><element name="d"><attribute><anyName/></attribute></element></define>
            </grammar>""", ("<a/>",), ("<d/>",)),
    Correct("grammar as the content of an element, twice",
            f"""<element name="d"><grammar><start>{A}</start></grammar><grammar><start>{B}</start>
            </grammar></element>""", ("<d><a/><b/></d>",), ("<d><a/></d>",)),
    Correct("a start that is another grammar",
            f"<grammar><start><grammar><start>{A}</start></grammar></start></grammar>",
            ("<a/>",), ("<b/>",)),
    Correct("definition named like the start", f'<grammar><start><ref name="start"/></start>'
            f'<define name="start">{A}</define></grammar>', ("<a/>",), ("<b/>",)),
)  # fmt: skip


@each(INCORRECT)
def test_definitions_that_are_not_correct(case: Incorrect, tmp_path: Path) -> None:
    case.hold(tmp_path)


@each(CORRECT)
def test_definitions(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
