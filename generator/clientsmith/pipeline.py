"""The order of the stages, and nothing else: read → resolve → upgrade → types → representation → files → disk."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Final

from clientsmith.config import Config, ConfigError
from clientsmith.diagnostics import Diagnostic, Severity, SpecError
from clientsmith.emit import (
    Difference,
    EmitError,
    FormatError,
    WriteError,
    compare_tree,
    emit,
    to_json,
    write_file,
    write_tree,
)
from clientsmith.ir import Api, Source
from clientsmith.lower import PaginationRules, lower
from clientsmith.names_file import Chosen, NamesFile, read_names, refresh, render_names
from clientsmith.naming import MODULE_NAMES, pascal_case, snake_case, words
from clientsmith.pins import PinError, Pins, operation_key
from clientsmith.policy import has_errors, judge
from clientsmith.schemas import EngineError, build_types, engine_versions, loose_schemas
from clientsmith.selection import has_operations, select
from clientsmith.source import Bundle, ReadOptions, examined, open_document, read, shown_url
from clientsmith.text import SpecText
from clientsmith.trees import Tree, mapping

Progress = Callable[[str], None]
"""Is told the name of each stage when it begins."""


class OutputError(Exception):
    """The result could not be written; nothing on disk has changed. Says why."""


NAMES_FILE: Final = "clientsmith-names.toml"
"""What a names file is usually called."""
_LIBRARIES: Final = frozenset({"httpx", "httpx2", "opentelemetry", "pydantic"})
_LESS: Final = frozenset({"api", "rest", "specification", "the"})
_OPENAPI: Final = re.compile(r"\bopen\s?api\b", re.IGNORECASE)


def _quiet(stage: str) -> None:
    del stage


@dataclass(frozen=True, slots=True)
class Checked:
    """A document in the shape of OpenAPI 3.1, with what was found in it: errors and warnings, in order of reading."""

    bundle: Bundle
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """An API with everything that is going to be said about it."""

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    names: Chosen


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did.

    Attributes:
        package: name of the generated package.
        operations: how many operations it has.
        models: how many models it has.
        files: how many files the tree has.
        changed: paths that were written or removed.
        seconds: how long it took.
        diagnostics: warnings about the document.
    """

    package: str
    operations: int
    models: int
    files: int
    changed: tuple[str, ...]
    seconds: float
    diagnostics: tuple[Diagnostic, ...]


def validate(spec: str | Path | Config, progress: Progress = _quiet) -> Checked:
    """Read a document and check it.

    Args:
        spec: the document, or a configuration that also says what may be read.
        progress: is told the name of each stage.

    Returns:
        The document and all that was found in it, errors included.

    Raises:
        SpecError: there is no document to work with.
    """
    progress("Reading")
    config = _config(spec)
    document = open_document(config.spec, _reading(config))
    return Checked(document, examined(document))


def bundle(spec: str | Path | Config) -> Tree:
    """Return a document as one tree whose references are all internal, in the version that it was written in.

    Args:
        spec: the document, or a configuration that also says what may be read.

    Raises:
        SpecError: there is no document to work with.
    """
    config = _config(spec)
    return read(config.spec, _reading(config)).tree


def _config(spec: str | Path | Config) -> Config:
    return spec if isinstance(spec, Config) else Config(spec=str(spec))


def _reading(config: Config) -> ReadOptions:
    return ReadOptions(
        allow_remote=config.allow_remote,
        allow_private_hosts=config.allow_private_hosts,
        allowed_root=None if config.root is None else Path(config.root),
        overlays=config.overlays,
    )


def build(config: Config, progress: Progress = _quiet) -> Built:
    """Turn a document into the intermediate representation.

    Raises:
        SpecError: the document has faults; all of them are told.
        ConfigError: the names file cannot be used.
    """
    return _build(config, read_names(config.names) if config.names else NamesFile(""), progress)


def _build(config: Config, names: NamesFile, progress: Progress) -> Built:
    try:
        return _built(config, names.pins, progress)
    except PinError as error:
        raise names.error(error) from None


def _built(config: Config, pins: Pins, progress: Progress) -> Built:
    progress("Reading")
    selected = select(open_document(config.spec, _reading(config)), config.select)
    document = selected.bundle
    told = judge(examined(document), lenient=config.lenient, strict=config.strict)
    if has_errors(told):
        raise SpecError(told)
    tree = document.tree
    if not has_operations(tree) and not mapping(mapping(tree.get("components")).get("schemas")):
        raise SpecError((*told, _nothing(document)))
    progress("Finding types")
    try:
        types = build_types(tree, pins.models)
    except EngineError as error:
        fault = document.diagnose(
            "schemas-unusable", Severity.ERROR, f"the schemas could not be turned into types: {error}", "/components"
        )
        raise SpecError((*told, fault)) from error
    source = Source(path=_shown(config.spec), sha256=document.sha256, openapi=document.openapi)
    progress("Lowering")
    package, client = _names(config, tree)
    rules = PaginationRules(config.pagination, config.guess_pagination)
    library = config.http_library
    lowered = lower(types, source, package, client, http_library=library, pagination=rules, pins=pins)
    found = [(one.code, one.message, one.pointer) for one in (*loose_schemas(tree), *types.loose)]
    loose = [document.diagnose(code, Severity.WARNING, text, pointer) for code, text, pointer in found]
    for one in lowered.findings:
        severity = Severity.INFO if one.is_note else Severity.WARNING
        loose.append(document.diagnose(one.code, severity, one.message, types.written_at(one.pointer)))
    told = judge((*told, *loose), lenient=config.lenient, strict=config.strict)
    if has_errors(told):
        raise SpecError(told)
    chosen = Chosen(
        resources={SpecText.reveal(group.title): group.attribute for group in lowered.api.groups},
        operations={
            operation_key(operation.verb, operation.path): operation.method_name
            for group in lowered.api.groups
            for operation in group.operations
        },
        models=types.chosen_names(),
    )
    return Built(replace(lowered.api, excluded=selected.excluded), told, chosen)


def names(config: Config, progress: Progress = _quiet, *, write: bool = False, prune: bool = False) -> tuple[str, str]:
    """Bring the names file of a document up to date.

    Args:
        config: what to generate from what; `names` is the file, which need not be there yet.
        progress: is told the stages.
        write: whether to write the file.
        prune: whether to drop the names of what is not in the document any more.

    Returns:
        The text of the file, and a sentence on what changed.

    Raises:
        SpecError: the document has faults.
        ConfigError: the names file cannot be used.
        OutputError: it could not be written.
    """
    if write and not config.names:
        raise ConfigError(f"Say where to write names to: --names {NAMES_FILE}, or `names` in [tool.clientsmith].")
    file = read_names(config.names, may_be_missing=True) if config.names else NamesFile("")
    refreshed = refresh(file.pins, _build(config, file, progress).names, prune=prune)
    text = render_names(refreshed.pins)
    if write and config.names:
        try:
            write_file(Path(config.names), text)
        except WriteError as error:
            raise OutputError(str(error)) from error
    kept = "dropped" if prune else "kept; --prune drops them"
    gone = f", {refreshed.gone} of nothing in the document ({kept})" if refreshed.gone else ""
    return text, f"{refreshed.added} names added{gone}"


def _nothing(document: Bundle) -> Diagnostic:
    message = "The document describes neither operations nor webhooks nor schemas, so there is nothing to generate."
    return document.diagnose(
        "nothing-to-generate", Severity.ERROR, message, "/paths", "Describe an operation in 'paths'."
    )


def _shown(spec: str) -> str:
    """Return the path of the document as the manifest gives it: never one of this machine."""
    if "://" in spec:
        return shown_url(spec)
    path = Path(spec)
    return path.name if path.is_absolute() else path.as_posix()


def _names(config: Config, tree: Tree) -> tuple[str, str]:
    """Return the names of package and client: those of the configuration, else made from the title."""
    title = _OPENAPI.sub(" ", str(mapping(tree.get("info")).get("title", "")))
    spoken = " ".join(word for word in words(title) if word.lower() not in _LESS)
    made = pascal_case(spoken, "API")
    client = config.client_name or (f"{made}Client" if _is_taken(made) else made)
    if _is_taken(client):
        message = f"client_name: the package has a class {client!r} or 'Async{client}' anyway; choose another name."
        raise ConfigError(message)
    package = snake_case(spoken, "client")
    # A top-level package of this name would hide the module of Python.
    package = f"{package}_client" if package in sys.stdlib_module_names | _LIBRARIES else package
    return config.package or package, client


def _is_taken(client: str) -> bool:
    return not MODULE_NAMES.isdisjoint({client, f"Async{client}"})


def files(built: Built, progress: Progress = _quiet) -> dict[str, str]:
    """Write an API as text: path relative to the output folder → text."""
    progress("Writing code and documentation")
    try:
        return emit(built.api, {"clientsmith": version("clientsmith"), **engine_versions()})
    except (EmitError, FormatError) as error:
        raise OutputError(str(error)) from error
    except OSError as error:
        raise OutputError(f"a temporary file cannot be written: {error.strerror or error}") from error


def inspect(config: Config) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the intermediate representation of a document as JSON text, and what was found in the document.

    Raises:
        SpecError: the document has faults.
    """
    built = build(config)
    return to_json(built.api), built.diagnostics


def generate(config: Config, progress: Progress = _quiet) -> Summary:
    """Generate a package, its documentation and the manifest; on failure nothing on disk has changed.

    Raises:
        SpecError: the document has faults.
        OutputError: the result could not be written.
    """
    start = time.perf_counter()
    built = build(config, progress)
    written = files(built, progress)
    try:
        changed = write_tree(Path(config.output), written)
    except WriteError as error:
        raise OutputError(str(error)) from error
    return Summary(
        package=built.api.package,
        operations=sum(len(group.operations) for group in built.api.groups),
        models=sum(len(module.models) for module in built.api.modules),
        files=len(written),
        changed=changed,
        seconds=time.perf_counter() - start,
        diagnostics=built.diagnostics,
    )


def compare(config: Config, progress: Progress = _quiet) -> tuple[Difference, ...]:
    """Tell what generating would change; nothing is written.

    Raises:
        SpecError: the document has faults.
    """
    return compare_tree(Path(config.output), files(build(config, progress), progress))
