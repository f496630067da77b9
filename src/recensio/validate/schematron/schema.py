"""The Schematron rules of a schema file, as one schema that says where each rule is written.

ISO/IEC 19757-3. Rules stand in a Schematron schema, or are embedded in RELAX NG, W3C XML Schema
or an ODD (TEI Guidelines, 22.5.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.io import parse
from recensio.validate.schematron.embedded import embedded
from recensio.validate.schematron.faults import fault
from recensio.validate.schematron.inclusion import Inclusion
from recensio.validate.schematron.names import AT, OLD_NS, SCH_NS, XSL_NS, namespace_of, sch

BINDINGS: Final = {
    **dict.fromkeys(("xslt", "xslt1", "exslt", "xpath", "xpath1"), "1.0"),
    **dict.fromkeys(("xslt2", "xslt3", "xpath2", "xpath3", "xpath31"), ""),
}
"""The query languages that we know and the version of XPath that they ask for; ours is 3.1."""

ALL_PHASES: Final = ("", "#ALL", "#DEFAULT")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of the file `path`: a Schematron schema as `text`, whole, nothing left to include.

    `xpath` is "1.0" if it is written for that version. `problems` say what could not be read.
    """

    path: Path
    text: str
    phases: tuple[str, ...] = ()
    xpath: str = ""
    problems: tuple[Problem, ...] = ()


def rules_in(path: Path, within: Path | None = None) -> Rules | None:
    """The rules that a .sch, .rng, .xsd or ODD file holds; none if it holds none.

    What it includes must lie below `within`, by default its own folder. Raises CannotGoOn if the
    file cannot be read, or asks for a query language that is not XPath.
    """
    root = _read(path)
    inclusion = Inclusion(within or path.parent, _marked)
    whole = root
    if root.tag != sch("schema"):
        whole = embedded([root, *inclusion.grammars(root, path)])
    inclusion.expand(whole, (f"{path.resolve()}#",))
    problems = tuple(inclusion.problems)
    if next(whole.iter(sch("rule")), None) is None and not problems:
        return None
    return Rules(
        path,
        etree.tostring(whole, encoding="unicode", with_tail=False),
        tuple(phase.get("id", "") for phase in whole.iter(sch("phase"))),
        _xpath(whole, path),
        (*problems, *_idle_phases(whole)),
    )


def _read(path: Path) -> etree._Element:
    try:
        return _marked(path)
    except OSError:
        raise CannotGoOn(problem("SRC002", Location(str(path)), path=path)) from None
    except ValueError as error:
        raise CannotGoOn(problem("TEI002", Location(str(path)), reason=error)) from None


def _marked(path: Path) -> etree._Element:
    """The root of a file, every element of its rules marked with its place.

    Raises OSError, or ValueError if it is not well-formed.
    """
    parsed = parse(path.read_bytes(), str(path))
    if parsed.value is None:
        raise ValueError("; ".join(problem.message for problem in parsed.problems))
    root = parsed.value.getroot()
    for element in root.iter("*"):
        namespace = namespace_of(element)
        if namespace == OLD_NS:
            element.tag = sch(etree.QName(element).localname)
        inner = namespace == XSL_NS and any(
            namespace_of(around) == XSL_NS for around in element.iterancestors()
        )
        if namespace in (OLD_NS, SCH_NS, XSL_NS) and not inner:
            element.set(AT, f"{path}:{element.sourceline}")
    if namespace_of(root) == SCH_NS and root.get("queryBinding") is None:
        root.set("queryBinding", "xslt")
    return root


def _xpath(whole: etree._Element, path: Path) -> str:
    binding = whole.get("queryBinding", "xslt").strip().lower()
    if binding not in BINDINGS:
        reason = (
            f'queryBinding "{binding}" is not known: write the rules in XPath and say xslt,'
            " xslt2 or xslt3"
        )
        raise CannotGoOn(problem("TEI002", Location(str(path), whole.sourceline), reason=reason))
    return BINDINGS[binding]


def _idle_phases(whole: etree._Element) -> Iterator[Problem]:
    """Phases that make a pattern active that there is not."""
    patterns = {pattern.get("id") for pattern in whole.iter(sch("pattern"))}
    for active in whole.iter(sch("active")):
        if active.get("pattern") not in patterns:
            reason = f"there is no pattern {active.get('pattern')} to make active"
            yield fault(active.get(AT, ""), "active", reason)
