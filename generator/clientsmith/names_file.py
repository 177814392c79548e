"""The names file: TOML that is committed beside a document, pins the names of the package, and may be edited."""

from __future__ import annotations

import json
import keyword
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from clientsmith.config import ConfigError
from clientsmith.pins import PinError, Pins
from clientsmith.trees import is_object

_SECTIONS: Final = {
    "resources": "tag, or first segment of the path → attribute of the client",
    "operations": "method and path → method of its resource, or resource.method",
    "models": "pointer of a schema → class",
}
_HEADING: Final = """\
# Names of the generated package. `clientsmith names --write` adds what is new and keeps the rest:
# to give something another name, change its value here.
"""
_LARGEST: Final = 32 * 1024 * 1024
_LONGEST_NAME: Final = 80
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class NamesFile:
    """A names file that was read; `lines` are where its entries stand, by section and key."""

    path: str
    pins: Pins = field(default_factory=Pins)
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])

    def error(self, fault: PinError) -> ConfigError:
        """Return the error that tells of a pin that cannot be used, with its line and the way out."""
        line = self.lines.get((fault.section, fault.key))
        where = f"{self.path}:{line}" if line is not None else self.path
        return ConfigError(f"{where}: [{fault.section}] {fault.key!r}: {fault.message}; choose another name.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The names that a run came to.

    Attributes:
        resources: tag → attribute.
        operations: method and path → method.
        models: the pointers of all places of a schema → class.
    """

    resources: Mapping[str, str]
    operations: Mapping[str, str]
    models: Mapping[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Names brought up to date: the pins, how many are new, and how many are of nothing in the document any more."""

    pins: Pins
    added: int
    gone: int


def read_names(path: str, *, may_be_missing: bool = False) -> NamesFile:
    """Read a names file.

    Raises:
        ConfigError: it is not there, is no TOML, or has a name that Python code cannot use; tells the line.
    """
    try:
        file = Path(path)
        if may_be_missing and not file.exists():
            return NamesFile(path)
        if file.stat().st_size > _LARGEST:
            raise ConfigError(f"{path}: a names file may have {_LARGEST // 1024**2} MB at most.")
        text = file.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except FileNotFoundError:
        raise ConfigError(f"{path} is not there: make it by `clientsmith names --write`.") from None
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path} cannot be read: {error}.") from None
    names = NamesFile(path, _pins(document, path), _lines(text))
    try:
        _check(names.pins)
    except PinError as error:
        raise names.error(error) from None
    return names


def refresh(old: Pins, chosen: Chosen, *, prune: bool) -> Refreshed:
    """Keep the pins that there are, and add the names of what has none.

    Args:
        old: the pins of the file.
        chosen: the names of everything in the document, found with those pins.
        prune: whether to drop the pins of what is not in the document.
    """
    models: dict[str, str] = {}
    known: set[str] = set()
    for pointers, name in chosen.models.items():
        known.update(pointers)
        if not any(pointer in old.models for pointer in pointers):
            models[min(pointers)] = name
    gone = {
        "resources": set(old.resources) - set(chosen.resources),
        "operations": set(old.operations) - set(chosen.operations),
        "models": set(old.models) - known,
    }

    def merged(section: str, kept: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
        dropped = gone[section] if prune else set[str]()
        return {**new, **{key: name for key, name in kept.items() if key not in dropped}}

    pins = Pins(
        resources=merged("resources", old.resources, chosen.resources),
        operations=merged("operations", old.operations, chosen.operations),
        models=merged("models", old.models, models),
    )
    added = sum(
        len(set(after) - set(before))
        for before, after in (
            (old.resources, pins.resources),
            (old.operations, pins.operations),
            (old.models, pins.models),
        )
    )
    return Refreshed(pins, added, sum(map(len, gone.values())))


def render_names(pins: Pins) -> str:
    """Return a names file as text: one entry a line, sorted, so that changes of it can be reviewed."""
    parts = [_HEADING]
    for section, (told, entries) in zip(
        _SECTIONS, zip(_SECTIONS.values(), (pins.resources, pins.operations, pins.models), strict=True), strict=True
    ):
        lines = [f"{_key(key)} = {_string(name)}\n" for key, name in sorted(entries.items(), key=_order)]
        parts.append(f"\n# {told}\n[{section}]\n{''.join(lines)}")
    return "".join(parts)


def _order(entry: tuple[str, str]) -> tuple[str, str]:
    """Sort operations by their path, then by their method."""
    method, _, path = entry[0].partition(" ")
    return (path, method) if path.startswith("/") else (entry[0], "")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _string(key)


def _string(text: str) -> str:
    """Return a TOML basic string (TOML 1.0, "String")."""
    escaped = json.dumps(text, ensure_ascii=False)
    return _CONTROL.sub(lambda control: f"\\u{ord(control[0]):04x}", escaped)


def _pins(document: Mapping[str, object], path: str) -> Pins:
    sections: dict[str, dict[str, str]] = {name: {} for name in _SECTIONS}
    for name, section in document.items():
        if name not in sections or not is_object(section):
            raise ConfigError(f"{path}: there is no section {name!r}; known are {', '.join(_SECTIONS)}.")
        for key, value in section.items():
            if not isinstance(value, str):
                raise ConfigError(f"{path}: [{name}] {key!r} is not a name in quotes.")
            sections[name][key] = value
    return Pins(**sections)


def _lines(text: str) -> dict[tuple[str, str], int]:
    return {(section, key): line for section, key, line in _entries(text)}


def _entries(text: str) -> Iterator[tuple[str, str, int]]:
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            section = stripped.partition("#")[0].strip().strip("[] \"'")
        elif stripped and not stripped.startswith("#"):
            try:
                entry = tomllib.loads(stripped)
            except ValueError:
                continue
            for key in entry:
                yield section, key, number


def _check(pins: Pins) -> None:
    for section, entries in (("resources", pins.resources), ("models", pins.models)):
        seen: dict[str, str] = {}
        for key, name in entries.items():
            _check_name(section, key, name)
            if section == "models" and seen.setdefault(name, key) != key:
                raise PinError(section, key, f"{name!r} is the name of {seen[name]!r} already")
    for key, name in pins.operations.items():
        resource, dot, method = name.rpartition(".")
        for part in (resource, method) if dot else (method,):
            _check_name("operations", key, part)


def _check_name(section: str, key: str, name: str) -> None:
    if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
        raise PinError(section, key, f"{name!r} is not a name that Python code can use")
    if len(name) > _LONGEST_NAME:
        raise PinError(section, key, f"a name may have {_LONGEST_NAME} characters, not {len(name)}")
