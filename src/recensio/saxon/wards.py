"""Stylesheets of strangers, such as a compiled Schematron: run where they can do no harm."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from recensio.remembered import remembered
from recensio.saxon.results import (
    FEATURE,
    StylesheetError,
    Transformation,
    faults_of,
    saxon_error,
)

BATCH: Final = 128
"""Documents that each process is given at a time."""

WARDED: Final = "recensio"
"""The one scheme of URIs that the stylesheet of a stranger may open: `recensio:/texts/a.xml`."""


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
    except saxon_error() as error:
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
        except saxon_error() as error:
            raise StylesheetError(str(error)) from None
    return Transformation(output or "", faults=tuple(faults_of("".join(heard))))


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


@lru_cache(maxsize=16)
def _compiled(stylesheet: str, ward: Ward) -> Any:
    return _warded(ward).new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)
