"""Leaves operations out of a document, and every component that none of the others needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Final

from clientsmith.config import Selection
from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.ir import Excluded
from clientsmith.positions import pointer_join
from clientsmith.source import METHODS, Bundle, without_unreachable
from clientsmith.trees import Tree, is_object, mapping, sequence

_GLOB_PARTS: Final = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
_GLOB: Final = re.compile(r"\*\*|\*|\?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A document with the operations that were asked for, and those that were left out."""

    bundle: Bundle
    excluded: tuple[Excluded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """An operation as filters see it; a webhook has no path."""

    method: str
    place: str
    path: str | None
    pointer: str
    operation: Tree

    @property
    def tags(self) -> list[Any]:
        return sequence(self.operation.get("tags"))

    @property
    def id(self) -> str | None:
        return self.operation.get("operationId")


@dataclass(frozen=True, slots=True)
class _Filter:
    """One kind of filter: how its values fit, and what values there are to be confused with."""

    include: str
    exclude: str
    fits: Callable[[str, _Candidate], bool]
    known: Callable[[_Candidate], list[str]]


_FILTERS: Final = (
    _Filter(
        "include_tags",
        "exclude_tags",
        lambda value, candidate: value in candidate.tags,
        lambda candidate: [str(tag) for tag in candidate.tags],
    ),
    _Filter(
        "include_paths",
        "exclude_paths",
        lambda value, candidate: candidate.path is not None and _pattern(value).fullmatch(candidate.path) is not None,
        lambda candidate: [candidate.path] if candidate.path is not None else [],
    ),
    _Filter(
        "operation_ids",
        "exclude_operation_ids",
        lambda value, candidate: value == candidate.id,
        lambda candidate: [candidate.id] if candidate.id is not None else [],
    ),
)


def select(document: Bundle, selection: Selection) -> Selected:
    """Take operations and webhooks out of a document, and what only they needed.

    Args:
        document: the document in the shape of OpenAPI 3.1; it stays as it is.
        selection: the filters.

    Returns:
        The rest of the document. A filter that fits nothing is an error among its diagnostics.
    """
    if selection == Selection():
        return Selected(bundle=document, excluded=())
    candidates = [*_operations(document.tree, "paths"), *_operations(document.tree, "webhooks")]
    unused = tuple(_unused(selection, candidates))
    reasons = {one.pointer: reason for one in candidates if (reason := _reason(selection, one)) is not None}
    kept: Tree = {
        **document.tree,
        **{part: _without(document.tree, part, reasons) for part in ("paths", "webhooks") if part in document.tree},
    }
    excluded = [
        Excluded(id=one.id, verb=one.method.upper(), path=one.place, reason=reasons[one.pointer], origin=one.pointer)
        for one in candidates
        if one.pointer in reasons
    ]
    rest = without_unreachable(document, kept, reasons)
    return Selected(
        bundle=replace(rest, diagnostics=(*rest.diagnostics, *unused)),
        excluded=tuple(excluded),
    )


def has_operations(tree: Tree) -> bool:
    """Tell whether a document has any operation or webhook."""
    return any(True for part in ("paths", "webhooks") for _ in _operations(tree, part))


def _operations(tree: Tree, part: str) -> Iterator[_Candidate]:
    for name, item in mapping(tree.get(part)).items():
        pointer = pointer_join("", part, name)
        for method, place, operation in _members(mapping(item), pointer):
            path = name if part == "paths" else None
            yield _Candidate(method=method, place=name, path=path, pointer=place, operation=operation)


def _members(item: Tree, pointer: str) -> Iterator[tuple[str, str, Tree]]:
    for method, operation in item.items():
        if method in METHODS and is_object(operation):
            yield method, pointer_join(pointer, method), operation
    for method, operation in mapping(item.get("additionalOperations")).items():
        if is_object(operation):
            yield method, pointer_join(pointer, "additionalOperations", method), operation


def _reason(selection: Selection, candidate: _Candidate) -> str | None:
    """Tell why an operation is left out; None if it is not."""
    for one in _FILTERS:
        wanted: tuple[str, ...] = getattr(selection, one.include)
        if wanted and not any(one.fits(value, candidate) for value in wanted):
            return f"not in {one.include}"
        for value in getattr(selection, one.exclude):
            if one.fits(value, candidate):
                return f"{one.exclude}: {value}"
    if not selection.deprecated and candidate.operation.get("deprecated") is True:
        return "deprecated"
    return None


def _without(tree: Tree, part: str, gone: dict[str, str]) -> Tree:
    """Return a part of the document without some operations, and without path items that have none then."""
    items: Tree = {}
    for name, item in mapping(tree.get(part)).items():
        pointer = pointer_join("", part, name)
        left = {
            key: value
            for key, value in mapping(item).items()
            if key != "additionalOperations" and pointer_join(pointer, key) not in gone
        }
        more = {
            method: operation
            for method, operation in mapping(mapping(item).get("additionalOperations")).items()
            if pointer_join(pointer, "additionalOperations", method) not in gone
        }
        if more:
            left["additionalOperations"] = more
        if any(key in METHODS or key == "additionalOperations" for key in left):
            items[name] = left
    return items


def _unused(selection: Selection, candidates: list[_Candidate]) -> Iterator[Diagnostic]:
    for one in _FILTERS:
        for setting in (one.include, one.exclude):
            for value in getattr(selection, setting):
                if any(one.fits(value, candidate) for candidate in candidates):
                    continue
                known = sorted({name for candidate in candidates for name in one.known(candidate)})
                yield Diagnostic(
                    code="selection-unused",
                    severity=Severity.ERROR,
                    message=f"'{value}' in {setting} fits no operation of the document.",
                    position=None,
                    hint=_near(value, known),
                )


def _near(value: str, known: list[str]) -> str:
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(value.casefold(), folded, n=3)
    if close:
        return f"Did you mean {' or '.join(repr(folded[name]) for name in close)}?"
    shown = ", ".join(repr(name) for name in known[:10])
    return f"There are {shown}{' and others' if len(known) > 10 else ''}." if known else "The document has none."


def _pattern(glob: str) -> re.Pattern[str]:
    """Translate a glob over paths; `/users/**` also fits `/users`, as it does in most tools."""
    head, tail = (glob[:-3], "(?:/.*)?") if glob.endswith("/**") else (glob, "")
    literals = _GLOB.split(head)
    wildcards = [_GLOB_PARTS[found] for found in _GLOB.findall(head)]
    parts = [re.escape(literals[0])]
    for wildcard, literal in zip(wildcards, literals[1:], strict=True):
        parts += [wildcard, re.escape(literal)]
    return re.compile("".join(parts) + tail, re.DOTALL)
