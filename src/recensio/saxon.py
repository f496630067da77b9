"""The only door to saxonche (XSLT 3.0).

Stylesheets are compiled once a process. Many documents go through a pool of processes, never
threads, which GraalVM does not survive (two processors in two threads end the whole process).
No stylesheet reads from the network.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final

from recensio import resources

PARALLEL_FROM: Final = 20_000_000
"""Characters of input from which worker processes pay for their start."""

FEATURE: Final = "http://saxon.sf.net/feature"


class StylesheetError(Exception):
    """A stylesheet failed on a document, or does not compile; the text is Saxon's, on one line."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


@dataclass(frozen=True, slots=True)
class Report:
    """What a stylesheet says of the document it transforms (`ed:report` in xslt/common)."""

    code: str
    xpath: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Transformation:
    """The serialised result of a transformation and its reports."""

    output: str
    reports: tuple[Report, ...] = ()


def transform(
    stylesheet: str, mode: str, source: str, parameters: Mapping[str, str] | None = None
) -> Transformation:
    """Apply the mode `mode` of the package xslt/`stylesheet` to the XML text `source`.

    `parameters` are global parameters of type xs:string. Raises StylesheetError.
    """
    executable = _executable(stylesheet)
    executable.clear_parameters()
    executable.set_save_xsl_message(True, None)
    executable.clear_xsl_messages()
    processor = _processor()
    for name, value in (parameters or {}).items():
        executable.set_parameter(name, processor.make_string_value(value))
    try:
        executable.set_initial_mode(mode)
        executable.set_initial_match_selection(xdm_value=processor.parse_xml(xml_text=source))
        output = executable.apply_templates_returning_string()
    except _saxon_error() as error:
        raise StylesheetError(f"{stylesheet}, mode {mode}: {error}") from None
    return Transformation(output or "", tuple(_reports(executable.get_xsl_messages())))


def transform_each(
    stylesheet: str,
    mode: str,
    sources: Sequence[str],
    parameters: Sequence[Mapping[str, str]] | None = None,
    jobs: int = 1,
) -> Iterator[Transformation | StylesheetError]:
    """Transform every source, in order; a failure is yielded and does not stop the others.

    Uses `jobs` processes if the sources are large enough to repay their start.
    """
    each: Iterable[Mapping[str, str]] = parameters or [{}] * len(sources)
    attempt = partial(_attempt, stylesheet, mode)
    if jobs < 2 or sum(map(len, sources)) < PARALLEL_FROM:
        yield from map(attempt, sources, each)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(attempt, sources, each, chunksize=4)


def compile_package(stylesheet: str) -> None:
    """Compile a package of xslt/ without running it; raises StylesheetError."""
    _executable(stylesheet)


def run_stylesheet(stylesheet: str, source: str) -> Transformation:
    """Apply a stylesheet given as text (a compiled Schematron) to the XML text `source`.

    It may be a stranger's, so it reads no file. Raises StylesheetError.
    """
    processor = _processor("none")
    try:
        compiled = _compiled(stylesheet)
        compiled.set_initial_match_selection(xdm_value=processor.parse_xml(xml_text=source))
        return Transformation(compiled.apply_templates_returning_string() or "")
    except _saxon_error() as error:
        raise StylesheetError(str(error)) from None


def _attempt(
    stylesheet: str, mode: str, source: str, parameters: Mapping[str, str]
) -> Transformation | StylesheetError:
    try:
        return transform(stylesheet, mode, source, parameters)
    except StylesheetError as error:
        return error


@cache
def _processor(protocols: str = "file") -> Any:
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(f"{FEATURE}/allowedProtocols", protocols)
    return processor


@cache
def _executable(stylesheet: str) -> Any:
    path = str(resources.stylesheet(stylesheet))
    try:
        return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=path)
    except _saxon_error() as error:
        raise StylesheetError(f"{stylesheet} does not compile: {error}") from None


@cache
def _compiled(stylesheet: str) -> Any:
    processor = _processor("none")
    return processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)


def _saxon_error() -> type[Exception]:
    from saxonche import PySaxonApiError

    return PySaxonApiError  # type: ignore[no-any-return]


def _reports(messages: Any) -> Iterator[Report]:
    for message in messages or ():
        for element in message.children:
            attributes = {a.local_name: a.string_value for a in element.attributes or ()}
            code, xpath = attributes.pop("code", ""), attributes.pop("xpath", "")
            if code:
                yield Report(code, xpath, tuple(attributes.items()))
