"""The only door to saxonche (XSLT 3.0).

Stylesheets are compiled once a process. Many documents go through a pool of processes, never
threads, which GraalVM does not survive (two processors in two threads end the whole process).
No stylesheet reads from the network. results.py says what comes of one; wards.py runs those of
strangers.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from hashlib import blake2b
from typing import Any, Final

from recensio import resources
from recensio.remembered import memory
from recensio.saxon.results import (
    FEATURE,
    Report,
    StylesheetError,
    Transformation,
    reports_of,
    saxon_error,
)
from recensio.saxon.wards import WARDED, Ward, compile_text, run_text, run_text_on_each

__all__ = [
    "WARDED",
    "Report",
    "StylesheetError",
    "Transformation",
    "Ward",
    "compile_package",
    "compile_text",
    "run_text",
    "run_text_on_each",
    "transform",
    "transform_each",
]

PARALLEL_FROM: Final = 20_000_000
"""Characters of input from which worker processes pay for their start."""


def transform(
    stylesheet: str, mode: str, source: str, parameters: Mapping[str, str] | None = None
) -> Transformation:
    """Apply the mode `mode` of the package xslt/`stylesheet` to the XML text `source`.

    `parameters` are global parameters of type xs:string. Raises StylesheetError.
    """
    known = memory()
    if known is None:
        return _transformed(stylesheet, mode, source, parameters or {})
    key = _digest(stylesheet, mode, source, parameters or {})
    result: Transformation | StylesheetError = known.recall(
        key, lambda: _transformed(stylesheet, mode, source, parameters or {})
    )
    if isinstance(result, StylesheetError):
        raise result
    return result


def _transformed(
    stylesheet: str, mode: str, source: str, parameters: Mapping[str, str]
) -> Transformation:
    executable = _executable(stylesheet)
    executable.clear_parameters()
    executable.set_save_xsl_message(True, None)
    executable.clear_xsl_messages()
    processor = _processor()
    for name, value in parameters.items():
        executable.set_parameter(name, processor.make_string_value(value))
    try:
        executable.set_initial_mode(mode)
        executable.set_initial_match_selection(xdm_value=processor.parse_xml(xml_text=source))
        output = executable.apply_templates_returning_string()
    except saxon_error() as error:
        raise StylesheetError(f"{stylesheet}, mode {mode}: {error}") from None
    return Transformation(output or "", tuple(reports_of(executable.get_xsl_messages())))


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
    each: Sequence[Mapping[str, str]] = parameters or [{}] * len(sources)
    known = memory()
    if known is None:
        yield from _attempts(stylesheet, mode, sources, each, jobs)
        return
    keys = [_digest(stylesheet, mode, *pair) for pair in zip(sources, each, strict=True)]
    first = dict(zip(reversed(keys), reversed(range(len(keys))), strict=True))
    missing = sorted(position for key, position in first.items() if key not in known)
    made = _attempts(
        stylesheet, mode, [sources[at] for at in missing], [each[at] for at in missing], jobs
    )
    for key in keys:
        yield known.recall(key, lambda: next(made))


def _attempts(
    stylesheet: str,
    mode: str,
    sources: Sequence[str],
    parameters: Sequence[Mapping[str, str]],
    jobs: int,
) -> Iterator[Transformation | StylesheetError]:
    attempt = partial(_attempt, stylesheet, mode)
    if jobs < 2 or sum(map(len, sources)) < PARALLEL_FROM:
        yield from map(attempt, sources, parameters)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(attempt, sources, parameters, chunksize=4)


def compile_package(stylesheet: str) -> None:
    """Compile a package of xslt/ without running it; raises StylesheetError."""
    _executable(stylesheet)


def _attempt(
    stylesheet: str, mode: str, source: str, parameters: Mapping[str, str]
) -> Transformation | StylesheetError:
    try:
        return transform(stylesheet, mode, source, parameters)
    except StylesheetError as error:
        return error


def _digest(stylesheet: str, mode: str, source: str, parameters: Mapping[str, str]) -> bytes:
    """All that a transformation depends on, as one value; no two of them run into each other."""
    digest = blake2b()
    for text in (stylesheet, mode, source, *(each for pair in parameters.items() for each in pair)):
        content = text.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(content))
        digest.update(content)
    return digest.digest()


@cache
def _processor() -> Any:
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(f"{FEATURE}/allowedProtocols", "file")
    return processor


@cache
def _executable(stylesheet: str) -> Any:
    path = str(resources.stylesheet(stylesheet))
    try:
        return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=path)
    except saxon_error() as error:
        raise StylesheetError(f"{stylesheet} does not compile: {error}") from None
