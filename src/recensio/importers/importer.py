"""Import: a source text becomes a TEI transcript and a report.

    source -> blocks -> roles (pictures, headings, captions, notes, cuts, quotations, entries)
           -> links of the notes -> passages and divisions -> TEI

Each step takes the blocks and returns them with more known of them; none changes the text. Spans
of the source are copied into the TEI by the scribe alone, which keeps account of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Final

from lxml import etree

from recensio.importers.account import omissions
from recensio.importers.amendments import Amendments
from recensio.importers.blocks import Block
from recensio.importers.bodies import Zone, mark_bodies
from recensio.importers.corrections import Correction, read_corrections
from recensio.importers.cuts import mark_cuts
from recensio.importers.entries import mark_entries
from recensio.importers.findings import idle_rule, problems_of, report_of
from recensio.importers.header import document
from recensio.importers.headings import mark_headings, title_of
from recensio.importers.html.bodies import mark_linked
from recensio.importers.html.head import Metadata, add_metadata, described, metadata_of
from recensio.importers.markers import mark_headings_of_notes
from recensio.importers.notes import link
from recensio.importers.passages import divisions, passages
from recensio.importers.pictures import mark_captions, mark_facsimiles
from recensio.importers.profile import HTML, Profile, Rule
from recensio.importers.quotations import mark_quotations
from recensio.importers.reading import placed, read_blocks
from recensio.importers.references import referring
from recensio.importers.report import Report
from recensio.importers.scribe import Scribe
from recensio.importers.settings import completed
from recensio.importers.source import Source, read_source
from recensio.importers.statements import idle, stated, statements
from recensio.importers.transcript import write_text
from recensio.importers.writing import Writer
from recensio.model.problem import Outcome, Problem, problem
from recensio.tei.io import read

Role = Callable[[Source, tuple[Block, ...], Profile], tuple[Block, ...]]

BEFORE_NOTES: Final[tuple[Role, ...]] = (mark_facsimiles, mark_headings, mark_captions)
AFTER_NOTES: Final[tuple[Role, ...]] = (mark_entries, mark_cuts, mark_quotations)


@dataclass(frozen=True, slots=True)
class Imported:
    """A transcript, the report on how it was made, and the corrections that an editor gave."""

    tree: etree._ElementTree
    report: Report
    corrections: tuple[Correction, ...] = ()


def import_file(path: Path, profile: Profile) -> Outcome[Imported | None]:
    """Make a TEI transcript of a source in a file, with the files that its profile names.

    Problems are those of `import_source` and of the files of header and corrections. Raises
    OSError if the source cannot be read.
    """
    profile = completed(profile, path)
    header = read(profile.header) if profile.header else None
    tree = header.value.tree if header and header.value else None
    given = read_corrections(profile.corrections) if profile.corrections else Outcome(())
    outcome = import_source(path.read_bytes(), profile, tree, str(path), given.value)
    before = (*(header.problems if header else ()), *given.problems)
    return Outcome(outcome.value, (*before, *outcome.problems))


def import_source(
    content: bytes,
    profile: Profile,
    header: etree._ElementTree | None = None,
    name: str = "",
    corrections: Sequence[Correction] = (),
) -> Outcome[Imported | None]:
    """Make a TEI transcript of a source.

    `content` is the file in UTF-8 (or UTF-16 with a mark; HTML in the encoding that it declares),
    `header` a TEI document whose teiHeader the transcript gets, `name` the file's name for
    problems. No value for an empty file
    (SRC003) or one that is no text (SRC004). Other problems: notes and references that do not
    meet (SRC020 to SRC023), rules by line of another text (SRC024), characters that XML cannot
    hold (SRC025), rules of the profile without use (SRC026), corrections without their place
    (SRC029).
    """
    reading = read_source(content, name, profile.markup)
    source = reading.value
    if source is None:
        return Outcome(None, reading.problems)
    profile, stale = _fitting(source, profile)
    if profile.sha256 not in ("", source.digest):
        corrections = [each for each in corrections if each.everywhere]
    metadata = metadata_of(source.text) if profile.markup == HTML else Metadata()
    profile = described(referring(source, profile), metadata)
    blocks, zones = _roles(source, profile)
    links = link(source, blocks, zones, profile)
    found = statements(source, blocks, profile)
    about = stated(source, blocks, profile, found)
    root = document(source, _titled(source, blocks, profile, about), header, about)
    if header is None:
        add_metadata(root, metadata)
    scribe = Scribe(source.text, root)
    amendments = Amendments(source, profile, corrections)
    writer = Writer(source, profile, blocks, links, scribe, amendments, found)
    write_text(writer, divisions(passages(blocks)))
    dropped = omissions(source, scribe.kept, scribe.dropped, blocks)
    report = report_of(source, profile, blocks, links, scribe.kept, dropped, scribe.written)
    report = amendments.reported(report)
    problems = (
        *stale,
        *problems_of(source, profile, blocks, links, dropped, report.named),
        *(idle_rule(source, profile, rule) for rule in idle(source, blocks, profile)),
        *amendments.problems(),
    )
    return Outcome(Imported(root.getroottree(), report, tuple(corrections)), problems)


def _roles(source: Source, profile: Profile) -> tuple[tuple[Block, ...], tuple[Zone, ...]]:
    blocks = read_blocks(source, profile)
    for mark in BEFORE_NOTES:
        blocks = mark(source, blocks, profile)
    blocks = mark_headings_of_notes(source, blocks, profile)
    blocks, linked = mark_linked(source, blocks, profile)
    blocks, zones = mark_bodies(source, blocks, profile)
    for mark in AFTER_NOTES:
        blocks = mark(source, blocks, profile)
    return tuple(placed(blocks)), (*linked, *zones)


def _fitting(source: Source, profile: Profile) -> tuple[Profile, tuple[Problem, ...]]:
    """The profile without its rules by line, if it was made for another text."""
    if profile.sha256 in ("", source.digest):
        return profile, ()
    fitting = replace(
        profile,
        boilerplate=Rule(patterns=profile.boilerplate.patterns),
        caption=Rule(patterns=profile.caption.patterns),
        stated={key: Rule(patterns=r.patterns) for key, r in profile.stated.items() if r.patterns},
        division=tuple(rule for rule in profile.division if not rule.line),
    )
    if fitting == profile:
        return profile, ()
    stale = problem(
        "SRC024",
        source.location(),
        profile=profile.path.name if profile.path else profile.siglum,
        digest=source.digest,
        sha256=profile.sha256,
    )
    return fitting, (stale,)


def _titled(
    source: Source,
    blocks: tuple[Block, ...],
    profile: Profile,
    about: Mapping[str, tuple[str, ...]],
) -> Profile:
    """The profile with a title: its own, one stated, the first heading, the name of the file."""
    own = (profile.title, *about.get("title", ())[:1], title_of(source, blocks, profile))
    names = (*own, PurePath(source.file_name).stem, profile.siglum)
    return replace(profile, title=next(name for name in names if name))
