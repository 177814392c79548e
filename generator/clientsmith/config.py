"""The configuration of a run: `[tool.clientsmith]` of a pyproject.toml, and what the command line says over it."""

from __future__ import annotations

import difflib
import keyword
import tomllib
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator
from pydantic_core import ErrorDetails

from clientsmith.trees import Tree, is_array, is_object, mapping

PYPROJECT: Final = "pyproject.toml"
DEFAULT_OUTPUT: Final = "generated"
HTTPLibraryName: TypeAlias = Literal["httpx", "httpx2"]
LENIENT: Final = True
"""Whether documents with faults that spoil only their own place are generated without asking for it."""
STANDARD_INPUT: Final = "-"
_LONGEST_NAME: Final = 80


class ConfigError(Exception):
    """The configuration cannot be used; says what is wrong and what to do."""


class Selection(BaseModel):
    """Which operations come out: those that fit one value of every kind of filter that is given, and no exclusion.

    Attributes:
        include_tags: tags, as the document writes them.
        exclude_tags: the same, for operations to leave out.
        include_paths: globs over whole paths: `*` is any text inside a segment, `**` any text at all.
        exclude_paths: the same, for operations to leave out.
        operation_ids: ids of the operations to take.
        exclude_operation_ids: ids of the operations to leave out.
        deprecated: whether deprecated operations come out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    include_tags: tuple[str, ...] = ()
    exclude_tags: tuple[str, ...] = ()
    include_paths: tuple[str, ...] = ()
    exclude_paths: tuple[str, ...] = ()
    operation_ids: tuple[str, ...] = ()
    exclude_operation_ids: tuple[str, ...] = ()
    deprecated: bool = True


class Config(BaseModel):
    """What to generate from what.

    Attributes:
        spec: the document: a path, `-` for standard input, or an http(s) URL where `allow_remote` says so.
        output: the folder that the package, its documentation and the manifest are written to.
        package: name of the package; None takes it from the document's title.
        client_name: name of the blocking client class; None takes it from the document's title.
        http_library: what the package sends its requests with.
        names: file of names that are to stay as they are.
        lenient: generate in spite of faults that spoil only their own place; they are told as warnings.
        strict: refuse a document with such faults, and one whose types come out more loosely than it may mean them.
        root: references may lead to files in this folder; None means the folder of the document.
        allow_remote: whether the document, and what it refers to, may be fetched over http and https.
        allow_private_hosts: whether such servers may have loopback, private or link-local addresses.
        overlays: Overlay documents, applied to the document in this order.
        select: which operations come out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    spec: str
    output: str = DEFAULT_OUTPUT
    package: str | None = None
    client_name: str | None = None
    http_library: HTTPLibraryName = "httpx"
    names: str | None = None
    lenient: bool = LENIENT
    strict: bool = False
    root: str | None = None
    allow_remote: bool = False
    allow_private_hosts: bool = False
    overlays: tuple[str, ...] = ()
    select: Selection = Selection()

    @field_validator("package", "client_name")
    @classmethod
    def _is_identifier(cls, value: str | None) -> str | None:
        if value is not None and (not value.isidentifier() or keyword.iskeyword(value) or value.startswith("_")):
            message = f"{value!r} is not a name that Python code can use"
            raise ValueError(message)
        if value is not None and len(value) > _LONGEST_NAME:
            message = f"a name may have {_LONGEST_NAME} characters, not {len(value)}"
            raise ValueError(message)
        return value


def load_config(spec: str | None = None, *, folder: Path | None = None, **settings: Any) -> Config:
    """Put the configuration of a run together.

    Args:
        spec: the document; without one, everything that is not given comes from `[tool.clientsmith]` in the nearest
            pyproject.toml, and paths in it are relative to that file.
        folder: where to look for pyproject.toml first; the working directory if None.
        settings: attributes of `Config`; those that are None are not given, and members of `select` are given singly.

    Raises:
        ConfigError: there is no configuration, or it is not valid.
    """
    given = _given({"spec": spec, **settings})
    where = "the command line"
    if spec is None:
        path = _find_pyproject(folder or Path.cwd())
        table = _read_table(path)
        given = {**table, **given}
        select = given.get("select")
        if is_object(select) and is_object(table.get("select")):
            given["select"] = {**table["select"], **select}
        where = str(path)
        if "spec" not in given:
            raise ConfigError(f"{path}: [tool.clientsmith] needs `spec`, the path of the OpenAPI document.")
    try:
        return Config.model_validate(given)
    except ValidationError as error:
        raise ConfigError("\n".join(_sentence(fault, where) for fault in error.errors())) from None


def _given(settings: Tree) -> Tree:
    given = {key: value for key, value in settings.items() if value is not None}
    if is_object(given.get("select")):
        given["select"] = _given(given["select"])
    return given


def _find_pyproject(folder: Path) -> Path:
    for parent in (folder, *folder.parents):
        if (parent / PYPROJECT).is_file():
            return parent / PYPROJECT
    raise ConfigError(
        "No document given and no pyproject.toml found: say `clientsmith generate openapi.yaml`, "
        "or add a [tool.clientsmith] table with `spec`."
    )


def _read_table(path: Path) -> Tree:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} cannot be read: {error}.") from None
    table = mapping(document.get("tool")).get("clientsmith")
    if not is_object(table):
        raise ConfigError(
            f"{path} has no [tool.clientsmith] table: add one with `spec`, or name the document on the command line."
        )
    settings = _with_underscores(table)
    settings.setdefault("output", DEFAULT_OUTPUT)
    for key in ("spec", "output", "root", "names"):
        if isinstance(settings.get(key), str):
            settings[key] = _located(settings[key], path.parent)
    if is_array(settings.get("overlays")):
        settings["overlays"] = [_located(one, path.parent) for one in settings["overlays"]]
    return settings


def _with_underscores(table: Tree) -> Tree:
    return {
        key.replace("-", "_"): _with_underscores(value) if is_object(value) else value for key, value in table.items()
    }


def _located(name: Any, folder: Path) -> Any:
    """Return a path of the file relative to the working directory; what is no path stays."""
    if not isinstance(name, str) or name == STANDARD_INPUT or "://" in name:
        return name
    return _relative(folder / name)


def _relative(path: Path) -> str:
    """Return a path relative to the working directory where it is below it."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _sentence(fault: ErrorDetails, where: str) -> str:
    name = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        below = fault["loc"][0] == "select" and len(fault["loc"]) > 1
        known = [f"select.{field}" for field in Selection.model_fields] if below else list(Config.model_fields)
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}."
        return f"{where}: there is no setting {name!r}; {hint}"
    message = fault["msg"].removeprefix("Value error, ")
    return f"{where}: {name}: {message}."
