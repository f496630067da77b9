"""The only door to saxonche (XSLT 3.0).

Stylesheets are compiled once a process. Many documents go through a pool of processes, never
threads, which GraalVM does not survive (two processors in two threads end the whole process).
No stylesheet reads from the network.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from recensio import resources
from recensio.remembered import memory, remembered

PARALLEL_FROM: Final = 20_000_000
"""Characters of input from which worker processes pay for their start."""

BATCH: Final = 128
"""Documents that each process is given at a time."""

FEATURE: Final = "http://saxon.sf.net/feature"

WARDED: Final = "recensio"
"""The one scheme of URIs that the stylesheet of a stranger may open: `recensio:/texts/a.xml`."""


class StylesheetError(Exception):
    """A stylesheet failed on a document, or does not compile; the text is Saxon's, on one line.

    `faults` are what is wrong with a stylesheet that was given as text, each with its line.
    """

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))
        self.faults = tuple(_faults(message))


@dataclass(frozen=True, slots=True)
class Report:
    """What a stylesheet says of the document it transforms (`ed:report` in xslt/common)."""

    code: str
    xpath: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Transformation:
    """The serialised result of a transformation and its reports.

    `faults` are lines of a stylesheet given as text in which a pattern could not be matched.
    """

    output: str
    reports: tuple[Report, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()


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


@dataclass(frozen=True, slots=True)
class Ward:
    """What a stranger's stylesheet may read: these files, by the URIs that it knows them by.

    It writes nothing, sees no variable of the environment and reaches no network. Files are read
    once and kept, so each comes with the time of its last change.
    """

    files: tuple[tuple[str, str, int], ...] = ()


def compile_text(stylesheet: str, ward: Ward = Ward()) -> None:
    """Compile a stylesheet given as text; raises StylesheetError with its faults."""
    try:
        _compiled(stylesheet, ward)
    except _saxon_error() as error:
        raise StylesheetError(str(error)) from None


def run_text(
    stylesheet: str,
    source: str,
    uri: str = "",
    ward: Ward = Ward(),
) -> Transformation:
    """Apply a stylesheet given as text (a compiled Schematron) to the XML text `source`.

    `uri` is the address by which the stylesheet knows the document. Raises StylesheetError.
    """
    return _run(stylesheet, source, uri, ward)


@remembered
def _run(stylesheet: str, source: str, uri: str, ward: Ward) -> Transformation:
    with _overheard() as heard:
        try:
            compiled = _compiled(stylesheet, ward)
            builder = _warded(ward).new_document_builder()
            if uri:
                builder.set_base_uri(uri)
            document = builder.parse_xml(xml_text=source)
            compiled.set_save_xsl_message(True, None)
            compiled.clear_xsl_messages()
            compiled.set_global_context_item(xdm_item=document)
            compiled.set_initial_match_selection(xdm_value=document)
            output = compiled.apply_templates_returning_string()
        except _saxon_error() as error:
            raise StylesheetError(str(error)) from None
    return Transformation(output or "", faults=tuple(_faults("".join(heard))))


def run_text_on_each(
    stylesheet: str, sources: Iterable[tuple[str, str]], ward: Ward, jobs: int = 1
) -> Iterator[Transformation | StylesheetError]:
    """Run a stylesheet given as text on every (source, URI), in order, as transform_each does."""
    attempt = partial(_attempt_text, stylesheet, ward)
    if jobs < 2:
        yield from map(attempt, sources)
        return
    context = multiprocessing.get_context("spawn")
    waiting = iter(sources)
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        # A batch at a time: the documents of a large edition are not all serialised at once.
        while batch := list(islice(waiting, BATCH * jobs)):
            yield from pool.map(attempt, batch, chunksize=16)


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


@contextmanager
def _overheard() -> Iterator[list[str]]:
    """Keep what Saxon writes on standard error from the user; it is in the list afterwards."""
    heard: list[str] = []
    sys.stderr.flush()
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as words:
        kept = os.dup(2)
        os.dup2(words.fileno(), 2)
        try:
            yield heard
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            words.seek(0)
            heard.append(words.read())


def _attempt_text(
    stylesheet: str, ward: Ward, source: tuple[str, str]
) -> Transformation | StylesheetError:
    try:
        return run_text(stylesheet, *source, ward)
    except StylesheetError as error:
        return error


@cache
def _processor() -> Any:
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(f"{FEATURE}/allowedProtocols", "file")
    return processor


@lru_cache(maxsize=4)
def _warded(ward: Ward) -> Any:
    """A processor that opens what the catalogue lists and nothing else, whatever it is asked."""
    from saxonche import PySaxonProcessor

    processor = PySaxonProcessor(license=False)
    if ward.files:
        # The catalogue comes first: it is a file, which is no longer opened afterwards.
        processor.set_catalog_files([_catalogue(ward)])
    processor.set_configuration_property(f"{FEATURE}/allowedProtocols", WARDED)
    processor.set_configuration_property(f"{FEATURE}/allow-external-functions", "false")
    # Otherwise a register that rules look at would be parsed again for every document.
    processor.set_configuration_property(f"{FEATURE}/preEvaluateDocFunction", "true")
    return processor


@cache
def _room() -> TemporaryDirectory[str]:
    """A folder of this process, which goes when the process ends."""
    return TemporaryDirectory(prefix="recensio-")


def _catalogue(ward: Ward) -> str:
    """The XML catalogue (OASIS XML Catalogs 1.1) of the files that may be read."""
    entries = "".join(
        f"<{name} {attribute}={quoteattr(uri)} uri={quoteattr(Path(path).resolve().as_uri())}/>"
        for uri, path, _ in ward.files
        for name, attribute in (("uri", "name"), ("system", "systemId"))
    )
    namespace = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
    path = Path(_room().name, f"{abs(hash(ward))}.xml")
    path.write_text(f'<catalog xmlns="{namespace}">{entries}</catalog>', encoding="utf-8")
    return str(path)


@cache
def _executable(stylesheet: str) -> Any:
    path = str(resources.stylesheet(stylesheet))
    try:
        return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=path)
    except _saxon_error() as error:
        raise StylesheetError(f"{stylesheet} does not compile: {error}") from None


@lru_cache(maxsize=16)
def _compiled(stylesheet: str, ward: Ward) -> Any:
    return _warded(ward).new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)


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


def _faults(message: str) -> Iterator[tuple[int, str]]:
    """The line and the reason of each of the errors that Saxon lists in one text."""
    for said in re.split(r"\n(?=\S)", message):
        place = re.search(r" on line (\d+) column \d+\b", " ".join(said.split()))
        if place:
            reason = " ".join(said.partition("\n")[2].split())
            yield int(place[1]), re.sub(r"^[A-Z]{4}\d{4}\s+", "", reason)
