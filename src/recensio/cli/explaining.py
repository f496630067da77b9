"""recensio explain and recensio schema."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill, indent

import typer

from recensio import resources
from recensio.model.catalogue import Rule, catalogue
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem


def explain(code: str) -> int:
    """Print what a problem code means and how to mend it; the exit code."""
    rule = catalogue().get(code.upper())
    if rule is None:
        raise typer.BadParameter(f"{code} is not a code; docs/problems.md lists them all")
    typer.echo(f"{rule.code} {rule.title} ({rule.severity.value})\n")
    typer.echo(fill(rule.explanation, 88))
    typer.echo(f"\nMessage: {rule.message}\nRemedy:  {rule.hint}")
    if rule.clause:
        typer.echo(f"See:     {rule.clause}")
    for title, example in _examples(rule):
        typer.echo(f"\n{title}:\n{indent(example, '    ')}")
    return 0


def schema(odd: Path | None, out: Path | None, check: bool) -> int:
    """Make the schema files and the catalogue of problems anew, or check them; the exit code."""
    from recensio.publish.write import write_file
    from recensio.saxon import StylesheetError
    from recensio.validate.odd import schema_files

    source = odd or resources.schema("recensio.odd")
    if not source.is_file():
        raise CannotGoOn(problem("SRC002", Location(str(source)), path=source))
    root = out or source.parent.parent
    try:
        artifacts = schema_files(source.read_bytes())
    except (StylesheetError, SyntaxError) as error:
        raise CannotGoOn(problem("TEI002", Location(str(source)), reason=error)) from None
    files = {artifact.path: artifact.content for artifact in artifacts}
    if odd is None:
        files["docs/problems.md"] = problems_page().encode()
    stale = [path for path, content in files.items() if _read(root / path) != content]
    for path in stale:
        if not check:
            write_file(root / path, files[path])
        typer.echo(f"{root / path}: {'not current' if check else 'written'}")
    if not stale:
        typer.echo("everything is current")
    return int(check and bool(stale))


def problems_page() -> str:
    """docs/problems.md: the catalogue of problem codes to read."""
    head = (
        "# Problems\n\n"
        "Every problem that Recensio reports has a code that never changes its meaning. This page "
        "is made from the catalogue by `recensio schema`; `recensio explain CODE` prints one "
        "entry.\n"
    )
    return "\n".join([head, *(_section(rule) for rule in catalogue().values())])


def _section(rule: Rule) -> str:
    return "\n".join(_section_lines(rule))


def _section_lines(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}\n"
    yield f"**{rule.title}** ({rule.severity.value})\n"
    yield f"{rule.explanation}\n"
    yield f"- Message: {_code(rule.message)}"
    yield f"- Remedy: {rule.hint}"
    if rule.clause:
        yield f"- See: {rule.clause}"
    for title, example in _examples(rule):
        language = "xml" if example.lstrip().startswith("<") else "toml"
        yield f"\n{title}:\n\n```{language}\n{example}\n```"
    yield ""


def _examples(rule: Rule) -> Iterator[tuple[str, str]]:
    """The small example of a rule: what is wrong, and the same mended."""
    if rule.wrong:
        yield "Wrong", rule.wrong
    if rule.right:
        yield "Right", rule.right


def _code(message: str) -> str:
    return f"`{message}`"


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
