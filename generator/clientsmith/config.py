"""The configuration of a run: `[tool.clientsmith]` of a pyproject.toml, and what the command line says over it."""

from __future__ import annotations

import difflib
import keyword
import tomllib
from pathlib import Path
from typing import Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator
from pydantic_core import ErrorDetails

from clientsmith.trees import is_object, mapping

PYPROJECT: Final = "pyproject.toml"
DEFAULT_OUTPUT: Final = "generated"
HTTPLibraryName: TypeAlias = Literal["httpx", "httpx2"]
LENIENT: Final = False
"""Whether documents with faults that spoil only their own place are generated without asking for it."""
_LONGEST_NAME: Final = 80


class ConfigError(Exception):
    """The configuration cannot be used; says what is wrong and what to do."""


class Config(BaseModel):
    """What to generate from what.

    Attributes:
        spec: the document, a path.
        output: the folder that the package, its documentation and the manifest are written to.
        package: name of the package; None takes it from the document's title.
        client_name: name of the blocking client class; None takes it from the document's title.
        http_library: what the package sends its requests with.
        lenient: generate in spite of faults that spoil only their own place; they are told as warnings.
        strict: refuse a document with such faults, and one whose types come out more loosely than it may mean them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    spec: str
    output: str = DEFAULT_OUTPUT
    package: str | None = None
    client_name: str | None = None
    http_library: HTTPLibraryName = "httpx"
    lenient: bool = LENIENT
    strict: bool = False

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


def load_config(
    spec: str | None = None,
    output: str | None = None,
    package: str | None = None,
    client_name: str | None = None,
    folder: Path | None = None,
    *,
    http_library: str | None = None,
    lenient: bool | None = None,
    strict: bool | None = None,
) -> Config:
    """Put the configuration of a run together.

    Args:
        spec: the document; without one, everything that is not given comes from `[tool.clientsmith]` in the nearest
            pyproject.toml, and paths in it are relative to that file.
        output: folder to write to.
        package: name of the package.
        client_name: name of the client class.
        folder: where to look for pyproject.toml first; the working directory if None.
        http_library: `httpx` or `httpx2`.
        lenient: whether to go on in spite of faults that spoil only their own place.
        strict: whether to refuse faults and loose types that generating could do without.

    Raises:
        ConfigError: there is no configuration, or it is not valid.
    """
    given = {
        "spec": spec,
        "output": output,
        "package": package,
        "client_name": client_name,
        "http_library": http_library,
        "lenient": lenient,
        "strict": strict,
    }
    settings: dict[str, object] = {key: value for key, value in given.items() if value is not None}
    where = "the command line"
    if spec is None:
        path = _find_pyproject(folder or Path.cwd())
        settings = {**_read_table(path), **settings}
        where = str(path)
        if "spec" not in settings:
            raise ConfigError(f"{path}: [tool.clientsmith] needs `spec`, the path of the OpenAPI document.")
    try:
        return Config.model_validate(settings)
    except ValidationError as error:
        raise ConfigError("\n".join(_sentence(fault, where) for fault in error.errors())) from None


def _find_pyproject(folder: Path) -> Path:
    for parent in (folder, *folder.parents):
        if (parent / PYPROJECT).is_file():
            return parent / PYPROJECT
    raise ConfigError(
        "No document given and no pyproject.toml found: say `clientsmith generate openapi.yaml`, "
        "or add a [tool.clientsmith] table with `spec`."
    )


def _read_table(path: Path) -> dict[str, object]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path} cannot be read: {error}.") from None
    table = mapping(document.get("tool")).get("clientsmith")
    if not is_object(table):
        raise ConfigError(
            f"{path} has no [tool.clientsmith] table: add one with `spec`, or name the document on the command line."
        )
    settings: dict[str, object] = {key.replace("-", "_"): value for key, value in table.items()}
    for key in ("spec", "output"):
        value = settings.get(key, DEFAULT_OUTPUT if key == "output" else None)
        if isinstance(value, str):
            settings[key] = _relative(path.parent / value)
    return settings


def _relative(path: Path) -> str:
    """Return a path relative to the working directory where it is below it."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def _sentence(fault: ErrorDetails, where: str) -> str:
    name = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        close = difflib.get_close_matches(name, list(Config.model_fields), n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(Config.model_fields)}."
        return f"{where}: there is no setting {name!r}; {hint}"
    message = fault["msg"].removeprefix("Value error, ")
    return f"{where}: {name}: {message}."
