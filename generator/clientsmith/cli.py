"""The command line: results on standard output, everything else on standard error; exit code 0, 1 or 2."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer
from rich.console import Console

from clientsmith import pipeline, report
from clientsmith.cli_options import generates, reads
from clientsmith.config import Config, ConfigError
from clientsmith.diagnostics import Diagnostic, Severity, SpecError, render

FINDINGS: Final = 1
"""Exit code: out of date, or findings."""

BAD_INPUT: Final = 2
"""Exit code: bad usage, or a document that cannot be used."""

app = typer.Typer(
    help="Generate a typed Python client, its models and its documentation from an OpenAPI document.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Report: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--report", metavar="FILE", help="Write all faults and warnings to a file; as JSON if its name ends in .json."
    ),
]

WARNINGS_TOLD: Final = 10
"""So many warnings of a run are told in full; the rest only counted, unless there is a report."""


def _errors() -> Console:
    return Console(stderr=True, highlight=False, soft_wrap=True)


@app.command()
@generates
def generate(config: Config, report_file: Report = None) -> None:
    """Write the package, its documentation and the manifest. On failure nothing on disk has changed."""
    # Before anything is written: a report that has no place must not make a run fail that is done.
    if report_file is not None and (report_file.is_dir() or not report_file.parent.is_dir()):
        msg = f"the report cannot be written to {report_file}: that is a folder, or stands in none that exists."
        raise pipeline.OutputError(msg)
    try:
        with _progress() as progress:
            summary = pipeline.generate(config, progress)
    except SpecError as error:
        _write_report(error.diagnostics, report_file)
        raise
    _write_report(summary.diagnostics, report_file)
    _tell_of_run(summary.diagnostics, report_file)
    changed = f"{len(summary.changed)} changed" if summary.changed else "nothing changed"
    _errors().print(
        f"{summary.package}: {_count(summary.operations, 'operation')}, {_count(summary.models, 'model')}, "
        f"{_count(summary.files, 'file')} ({changed}) in {config.output}, {summary.seconds:.1f} s",
        markup=False,
    )


@app.command()
@generates
def check(config: Config) -> None:
    """Tell whether the output is up to date, and what differs if it is not. Writes nothing."""
    with _progress() as progress:
        differences = pipeline.compare(config, progress)
    for difference in differences:
        typer.echo(f"{difference.path}: {difference.what}")
        if difference.diff:
            typer.echo(difference.diff)
    if differences:
        _errors().print(
            f"{config.output} is out of date in {_count(len(differences), 'file')}: run `clientsmith generate`.",
            markup=False,
        )
        raise typer.Exit(FINDINGS)
    _errors().print(f"{config.output} is up to date.", markup=False)


@app.command()
@reads
def validate(config: Config) -> None:
    """Check a document and tell every fault with its place."""
    with _progress() as progress:
        checked = pipeline.validate(config, progress)
    _tell(checked.diagnostics)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in checked.diagnostics)
    warnings = len(checked.diagnostics) - errors
    _errors().print(
        f"{checked.bundle.files[0]}: {_count(errors, 'error')}, {_count(warnings, 'warning')}", markup=False
    )
    if errors:
        raise typer.Exit(BAD_INPUT)


@app.command()
@reads
def bundle(config: Config) -> None:
    """Print a document as one JSON document whose references are all internal."""
    typer.echo(json.dumps(pipeline.bundle(config), indent=2, ensure_ascii=False))


@app.command()
@generates
def inspect(config: Config) -> None:
    """Print the intermediate representation of a document as JSON: what generating it decides."""
    text, diagnostics = pipeline.inspect(config)
    _tell(diagnostics)
    typer.echo(text)


@app.command()
@generates
def names(
    config: Config,
    *,
    write: Annotated[bool, typer.Option("--write", help="Write the names file instead of printing it.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Drop names of what is not in the document.")] = False,
) -> None:
    """Print the names of resources, methods and models, or write them to the file that pins them."""
    with _progress() as progress:
        text, told = pipeline.names(config, progress, write=write, prune=prune)
    if not write:
        sys.stdout.write(text)
    _errors().print(f"{config.names or 'names'}: {told}", markup=False)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(version("clientsmith"))
        raise typer.Exit


@app.callback()
def _app(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take the options that come before a command."""


@contextmanager
def _progress() -> Generator[pipeline.Progress]:
    """Show the stage that runs, if somebody looks on."""
    console = _errors()
    if not console.is_terminal:
        yield lambda _stage: None
        return
    with console.status("Starting …") as status:
        yield lambda stage: status.update(f"{stage} …")


def _tell(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        sys.stderr.write(render(diagnostic).rstrip("\n") + "\n\n")


def _write_report(diagnostics: tuple[Diagnostic, ...], report_file: Path | None) -> None:
    if report_file is None:
        return
    text = report.as_json(diagnostics) if report_file.suffix == ".json" else report.as_text(diagnostics)
    try:
        report_file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise pipeline.OutputError(f"{report_file} cannot be written: {error.strerror}.") from error


def _tell_of_run(diagnostics: tuple[Diagnostic, ...], report_file: Path | None) -> None:
    """Tell the warnings of a run, the first ones only if no report has them all, and how many of each kind.

    Notes are listed in the report only.
    """
    warnings = tuple(one for one in diagnostics if one.severity is not Severity.INFO)
    notes = tuple(one for one in diagnostics if one.severity is Severity.INFO)
    if report_file is None:
        _tell(warnings[:WARNINGS_TOLD])
    if warnings:
        where = f"{WARNINGS_TOLD} told here, all by --report FILE" if len(warnings) > WARNINGS_TOLD else "all told here"
        where = f"all in {report_file}" if report_file else where
        _errors().print(f"{_count(len(warnings), 'warning')} ({where}): {report.counts(warnings)}", markup=False)
    loose = report.looseness(warnings)
    if loose is not None:
        _errors().print(loose, markup=False)
    if notes:
        where = f"all in {report_file}" if report_file else "all by --report FILE"
        _errors().print(f"{_count(len(notes), 'note')} ({where}): {report.counts(notes)}", markup=False)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def main() -> None:
    """Run the command line; bad input ends with one clear listing and exit code 2, never with a traceback."""
    # A run builds large trees, keeps them to its end and then stops: looking for garbage in between finds none.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        # The same bytes on any machine, whatever its locale.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except SpecError as error:
        _tell(error.diagnostics)
        errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in error.diagnostics)
        _errors().print(f"{_count(errors, 'error')}; nothing was generated.", markup=False)
        sys.exit(BAD_INPUT)
    except (ConfigError, pipeline.OutputError) as error:
        sys.stderr.write(f"error: {error}\n")
        sys.exit(BAD_INPUT)
