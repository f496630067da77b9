"""Any text can be cited piece by piece: nothing of it is lost, and every ref is answered."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from recensio.publish.dts.answer import Refused
from recensio.publish.dts.document import as_text
from recensio.publish.dts.request import Request, request_of
from recensio.publish.dts.texts import Text, cited
from tests.support import document_of, tei

ENTRY: Final = "<app><lem>l</lem><rdg>r</rdg></app>"
WORDS: Final = st.sampled_from(
    ["a", " b ", "c d", "<hi>e</hi>", "f<note>n</note>", "<pb/>g", ENTRY]
)
LINE: Final = st.lists(WORDS, max_size=3).map("".join)
BLOCK: Final = st.tuples(
    st.sampled_from(["p", "head", "ab", "l", "opener", "closer", "quote", "item", "note"]), LINE
).map(lambda p: f"<{p[0]}>{p[1]}</{p[0]}>")
MARK: Final = st.sampled_from(["<pb/>", "<lb/>", "<!-- c -->", "<?x y?>", "\n ", "<milestone/>"])
PIECES: Final = st.recursive(
    st.lists(BLOCK | MARK, max_size=4).map("".join),
    lambda inner: st.lists(
        BLOCK
        | st.tuples(st.sampled_from(["div", "lg", "sp", "floatingText", "list"]), inner).map(
            lambda p: f"<{p[0]}>{p[1]}</{p[0]}>"
        ),
        max_size=4,
    ).map("".join),
    max_leaves=8,
)
SCHEMES: Final = st.sampled_from(
    [
        "",
        '<citeStructure unit="p" match="//p" use="position()"/>',
        '<citeStructure unit="d" match="//body/*" use="position()">'
        '<citeStructure unit="e" match=".//*" use="position()" delim="."/></citeStructure>',
        '<citeStructure unit="pb" match="//pb" use="position()"/>',
    ]
)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(PIECES)
def test_the_passages_together_are_the_text(body: str) -> None:
    text = Text(document_of(tei(body)))
    tree = text.trees[0]
    leaves = [unit for place, unit in enumerate(tree.units) if tree.after(place) == place + 1]
    passages = [as_text(text.passages.cut(tree, unit, unit)).decode() for unit in leaves]
    assert squeezed("".join(passages)) == squeezed(as_text(text.root).decode())


@given(PIECES, SCHEMES)
def test_a_range_is_its_parts(body: str, scheme: str) -> None:
    header = f"<encodingDesc><refsDecl>{scheme}</refsDecl></encodingDesc>" if scheme else ""
    text = Text(document_of(tei(body, header)))
    for tree in text.trees:
        tops = [unit for unit in tree.units if unit.level == 1]
        for unit in tree.units:
            assert cited(Request("document", {"ref": unit.identifier}), tree) == (unit, unit)
            text.passages.cut(tree, unit, unit)
        if tops and not scheme:
            whole = as_text(text.passages.cut(tree, tops[0], tops[-1])).decode()
            parts = [as_text(text.passages.cut(tree, unit, unit)).decode() for unit in tops]
            assert squeezed(whole) == squeezed("".join(parts))


@given(st.text(max_size=30), st.text(max_size=80))
def test_any_address_is_read_or_refused(path: str, query: str) -> None:
    try:
        request = request_of(path, query)
    except (Refused, ValueError):
        return
    assert request.endpoint in ("", "collection", "navigation", "document")
    assert all(request.parameters.values())
