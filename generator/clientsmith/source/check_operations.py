"""Checks of paths, operations and their parameters (OpenAPI 3.1 §4.8.8 to §4.8.12)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.source.lookup import follow
from clientsmith.source.openapi3 import METHODS
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.source.bundle import Bundle
    from clientsmith.source.grammar import Site

_PLACE = re.compile(r"\{([^{}]+)\}")
_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)|default")
_PLACES = ("path", "query", "header", "cookie", "querystring")


class OperationChecks:
    """Collects what concerns operations, path by path."""

    def __init__(self, bundle: Bundle) -> None:
        """Start with nothing seen.

        Args:
            bundle: The upgraded document.
        """
        self._bundle = bundle
        self._ids: dict[str, str] = {}
        self._templates: dict[str, str] = {}

    def path_item(self, site: Site) -> Iterator[Diagnostic]:
        """Check one path item: its template, and its parameters against it."""
        tokens = pointer_tokens(site.pointer)
        shared = _parameters(self._bundle, site.pointer, site.value)
        yield from self._doubled(shared)
        if tokens[0] != "paths" or len(tokens) != 2:
            return
        path = tokens[1]
        yield from self._template(path, site.pointer)
        places = set(_PLACE.findall(path))
        operations = list(_operations(site.value, site.pointer))
        for _, pointer, parameter in shared:
            yield from self._placeless(path, places, pointer, parameter)
        named = {name for (place, name), _, _ in shared if place == "path"}
        for pointer, operation in operations:
            own = _parameters(self._bundle, pointer, operation)
            for _, parameter_pointer, parameter in own:
                yield from self._placeless(path, places, parameter_pointer, parameter)
            missing = places - named - {name for (place, name), _, _ in own if place == "path"}
            for name in sorted(missing, key=path.index):
                yield self._bundle.diagnose(
                    "path-parameter-missing",
                    Severity.WARNING,
                    f"The path '{path}' has the place '{{{name}}}', but the operation has no such path parameter.",
                    pointer,
                    f"Add a parameter with 'name: {name}', 'in: path' and 'required: true'.",
                )

    def operation(self, site: Site) -> Iterator[Diagnostic]:
        """Check one operation for itself, and its id against all others."""
        value, pointer = site.value, site.pointer
        yield from self._doubled(_parameters(self._bundle, pointer, value))
        name = value.get("operationId")
        if name is not None and not pointer.startswith("/components/pathItems/"):  # met again where they are used
            yield from self._operation_id(name, pointer_join(pointer, "operationId"))
        responses = value.get("responses")
        if not responses:
            message = "The operation has no responses, so nothing is known of what it returns."
            hint = "Add 'responses' with at least the status of success."
            yield self._bundle.diagnose("responses-missing", Severity.WARNING, message, pointer, hint)
            return
        for status in responses:
            if not _STATUS.fullmatch(status.upper() if status != "default" else status) and not status.startswith("x-"):
                yield self._bundle.diagnose(
                    "response-status",
                    Severity.WARNING,
                    f"'{status}' is not a status code.",
                    pointer_join(pointer, "responses", status),
                    "Use a code such as '200', a range such as '4XX', or 'default'.",
                )

    def parameter(self, site: Site) -> Iterator[Diagnostic]:
        """Check one parameter for itself."""
        value, pointer = site.value, site.pointer
        place = value.get("in")
        if place is not None and place not in _PLACES:
            yield self._bundle.diagnose(
                "parameter-in",
                Severity.ERROR,
                f"A parameter cannot be in '{place}'.",
                pointer_join(pointer, "in"),
                f"Use one of {', '.join(_PLACES[:4])}.",
            )
        if place == "path" and value.get("required") is not True:
            message = f"The path parameter '{value.get('name')}' must be required."
            hint = "Add 'required: true'; it is taken as required all the same."
            yield self._bundle.diagnose("path-parameter-optional", Severity.WARNING, message, pointer, hint)
        if "schema" not in value and "content" not in value:
            message = f"The parameter '{value.get('name')}' has neither 'schema' nor 'content'."
            hint = "Add a 'schema'; until then any value is let through."
            yield self._bundle.diagnose("parameter-schema", Severity.WARNING, message, pointer, hint)

    def _template(self, path: str, pointer: str) -> Iterator[Diagnostic]:
        if not path.startswith("/"):
            message = f"The path '{path}' does not start with '/'."
            yield self._bundle.diagnose("path-slash", Severity.WARNING, message, pointer, f"Write '/{path}'.")
        if _PLACE.sub("", path).count("{") or _PLACE.sub("", path).count("}"):
            message = f"The braces in the path '{path}' do not match."
            yield self._bundle.diagnose(
                "path-braces", Severity.ERROR, message, pointer, "Write '{name}' for a parameter."
            )
        shape = _PLACE.sub("{}", path)
        if shape in self._templates:
            yield self._bundle.diagnose(
                "path-ambiguous",
                Severity.WARNING,
                f"The path '{path}' differs from another one only in the names of its parameters.",
                pointer,
                "Join the two paths.",
                [("the other one", self._templates[shape])],
            )
        self._templates.setdefault(shape, pointer)

    def _placeless(self, path: str, places: set[str], pointer: str, parameter: Tree) -> Iterator[Diagnostic]:
        name = parameter.get("name")
        if parameter.get("in") == "path" and isinstance(name, str) and name not in places:
            yield self._bundle.diagnose(
                "path-parameter-unknown",
                Severity.ERROR,
                f"The path '{path}' has no place for the path parameter '{name}'.",
                pointer,
                f"Write '{{{name}}}' in the path, or remove the parameter.",
                [("the path", _path_pointer(path))],
            )

    def _operation_id(self, name: str, pointer: str) -> Iterator[Diagnostic]:
        if name in self._ids:
            yield self._bundle.diagnose(
                "duplicate-operation-id",
                Severity.ERROR,
                f"Two operations have the id '{name}'.",
                pointer,
                "Give each operation an id of its own.",
                [("first used here", self._ids[name])],
            )
        self._ids.setdefault(name, pointer)

    def _doubled(self, parameters: list[tuple[tuple[str, str], str, Tree]]) -> Iterator[Diagnostic]:
        seen: dict[tuple[str, str], str] = {}
        for key, pointer, _ in parameters:
            if key in seen:
                yield self._bundle.diagnose(
                    "duplicate-parameter",
                    Severity.ERROR,
                    f"The {key[0]} parameter '{key[1]}' is there twice.",
                    pointer,
                    "Remove one of the two.",
                    [("first given here", seen[key])],
                )
            seen.setdefault(key, pointer)


def _path_pointer(path: str) -> str:
    return pointer_join("/paths", path)


def _operations(item: Tree, pointer: str) -> Iterator[tuple[str, Tree]]:
    for method in METHODS:
        if is_object(item.get(method)):
            yield f"{pointer}/{method}", item[method]
    more = item.get("additionalOperations")
    if is_object(more):
        for method, operation in more.items():
            if is_object(operation):
                yield pointer_join(pointer, "additionalOperations", method), operation


def _parameters(bundle: Bundle, pointer: str, holder: Tree) -> list[tuple[tuple[str, str], str, Tree]]:
    """List place and name, pointer and value of the parameters of an operation or path item, references followed."""
    listed = holder.get("parameters")
    found: list[tuple[tuple[str, str], str, Tree]] = []
    for index, item in enumerate(listed if is_array(listed) else []):
        own = pointer_join(pointer, "parameters", index)
        value, _ = follow(bundle.tree, item, own)
        if is_object(value) and isinstance(value.get("name"), str) and isinstance(value.get("in"), str):
            found.append(((value["in"], value["name"]), own, value))
    return found
