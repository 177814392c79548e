"""Schemas of OpenAPI 2.0 and 3.0, and schemas with common mistakes, as JSON Schema 2020-12."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.source.bundle import Origin, diagnose
from clientsmith.source.keyword_kinds import KEYWORD_KINDS
from clientsmith.source.openapi3 import SCHEMA_TYPES
from clientsmith.source.references import ref_pointer
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from clientsmith.source.bundle import Bundle
    from clientsmith.source.grammar import Site

_ANNOTATIONS = frozenset(
    "title description summary default deprecated readOnly writeOnly example examples externalDocs xml".split()
)
_COMPOSITION = ("$ref", "allOf", "anyOf", "oneOf")
_NULL = {"type": "null"}
_MEANT = {
    **dict.fromkeys(("int", "int32", "int64", "long", "short", "bigint"), "integer"),
    **dict.fromkeys(("float", "double", "decimal", "numeric"), "number"),
    **dict.fromkeys(("str", "text", "date", "datetime", "date-time", "uuid", "uri", "url", "email", "file"), "string"),
    **dict.fromkeys(("bool",), "boolean"),
    **dict.fromkeys(("list", "tuple", "set"), "array"),
    **dict.fromkeys(("dict", "map", "hash", "obj", "json"), "object"),
    **dict.fromkeys(("nil", "none"), "null"),
}
_FORMATS = {
    "date": "date",
    "datetime": "date-time",
    "date-time": "date-time",
    "uuid": "uuid",
    "uri": "uri",
    "file": "binary",
}
_COMPONENT_DEPTH = 3  # `/components/schemas/Pet`
_REPEATED = frozenset({"type", "format"})  # beside a reference they say what its target says anyway


class SchemaUpgrade:
    """Rewrites schemas in place, one by one, each before those below it.

    Attributes:
        diagnostics: What was found on the way.
        origins: The origins of the bundle, and of nodes that are no longer where they were written.
    """

    def __init__(self, bundle: Bundle, *, lenient: bool) -> None:
        """Start.

        Args:
            bundle: The bundle whose tree is rewritten.
            lenient: Whether the document is older than 3.1: fields beside `$ref` are then not part of the schema, and
                `nullable` is no mistake.
        """
        self.diagnostics: list[Diagnostic] = []
        self.origins: dict[str, Origin] = dict(bundle.origins)
        self._bundle = bundle
        self._deep = [pointer for pointer in bundle.origins if pointer.count("/") > _COMPONENT_DEPTH]
        self._old = lenient

    def visit(self, site: Site, schema: Tree) -> None:
        """Rewrite one schema.

        Args:
            site: Its place.
            schema: Its value, an object; `site.value` holds another one afterwards if it had to be wrapped.
        """
        schema.pop("$schema", None)
        if self._old and "$ref" in schema and len(schema) > 1:
            self._siblings(site, schema)
        if "type" in schema:
            self._type(site, schema)
        if "exclusiveMinimum" in schema or "exclusiveMaximum" in schema:
            _exclusive(schema, "minimum", "exclusiveMinimum")
            _exclusive(schema, "maximum", "exclusiveMaximum")
        self._keywords(site, schema)
        if schema.get("enum") == []:
            self._no_values(site, schema)
        if is_array(schema.get("allOf")):
            self._nullable_part(site, schema)
        if "nullable" in schema or "x-nullable" in schema:
            self._nullable(site, schema)
            schema = site.value
        if "example" in schema or "examples" in schema:
            self._examples(site, schema)
        if "items" in schema and is_array(schema["items"]):
            self._tuple(site, schema)

    def _origin(self, new: str, old: str) -> None:
        self.origins[new] = self._from(old)

    def _from(self, pointer: str) -> Origin:
        """Find the origin of a node by that of the nearest node above it."""
        top = pointer
        while top not in self.origins:
            top = top.rpartition("/")[0]
        found = self.origins[top]
        return Origin(found.document, found.pointer + pointer[len(top) :])

    def moved(self, old: str, new: str) -> None:
        """Note that a node, with all below it, stands elsewhere now."""
        below = old + "/"
        for pointer in self._deep:
            if pointer.startswith(below):
                self.origins[new + pointer[len(old) :]] = self.origins[pointer]
        self._origin(new, old)

    def _siblings(self, site: Site, schema: Tree) -> None:
        """Drop what stands beside a `$ref` and is no annotation (OpenAPI 3.0 §4.7.23: it is to be ignored)."""
        dropped = [
            name
            for name in schema
            if name not in _ANNOTATIONS and name not in ("$ref", "nullable") and not name.startswith("x-")
        ]
        for name in dropped:
            del schema[name]
        if not _REPEATED.issuperset(dropped):
            names = ", ".join(f"'{name}'" for name in dropped)
            message = f"What stands beside '$ref' is ignored in this version of OpenAPI: {names}."
            self._warn("ref-siblings", message, pointer_join(site.pointer, dropped[0]), "Use allOf to add to a schema.")

    def _type(self, site: Site, schema: Tree) -> None:
        written = schema["type"]
        names = written if is_array(written) else [written]
        if all(isinstance(name, str) and name in SCHEMA_TYPES for name in names) and names:
            return
        types: list[str] = []
        for name in names:
            meant = _meant(name)
            if meant is None:
                types = []
                break
            types.append(meant)
            if isinstance(name, str) and name.lower() in _FORMATS and name not in SCHEMA_TYPES:
                schema.setdefault("format", _FORMATS[name.lower()])
        pointer = pointer_join(site.pointer, "type")
        hint = f"Use one of {', '.join(SCHEMA_TYPES)}."
        shown = str(written)[:60]
        if not types:
            del schema["type"]
            self._warn(
                "schema-type", f"'{shown}' is not a type of JSON Schema; any value is let through.", pointer, hint
            )
            return
        schema["type"] = list(dict.fromkeys(types)) if is_array(written) else types[0]
        read_as = " or ".join(f"'{name}'" for name in dict.fromkeys(types))
        self._warn("schema-type", f"'{shown}' is not a type of JSON Schema; it is read as {read_as}.", pointer, hint)

    def _keywords(self, site: Site, schema: Tree) -> None:
        """Mend or drop keywords whose value is of the wrong kind."""
        for keyword in [name for name in schema if name in KEYWORD_KINDS]:
            value = schema[keyword]
            kind = KEYWORD_KINDS[keyword]
            if kind.fits(value):
                continue
            meant = kind.mend(value)
            if meant is None:
                del schema[keyword]
            else:
                schema[keyword] = meant
            if value is None or (keyword == "required" and value is False):
                continue  # says what holds anyway
            done = "it is ignored" if meant is None else f"it is read as {json.dumps(meant)[:60]}"
            message = f"'{keyword}' of a schema must be {kind.wanted}; {done}."
            pointer = pointer_join(site.pointer, keyword)
            self._warn("schema-keyword", message, pointer, kind.hint or f"Write {kind.wanted}.")

    def _no_values(self, site: Site, schema: Tree) -> None:
        """Drop an empty list of allowed values (JSON Schema Validation 2020-12 §6.1.2: it should not be empty)."""
        del schema["enum"]
        message = "The list of allowed values is empty, so nothing fits; it is ignored."
        self._warn("enum-empty", message, pointer_join(site.pointer, "enum"), "List the values, or remove 'enum'.")

    def _examples(self, site: Site, schema: Tree) -> None:
        """Make one list of `example` and `examples`."""
        listed = schema.get("examples")
        if is_array(listed):
            schema.pop("example", None)
            return
        pointer = pointer_join(site.pointer, "examples")
        if is_object(listed):
            for index, name in enumerate(listed):
                value = listed[name]
                named = is_object(value) and "value" in value
                self._origin(f"{pointer}/{index}", pointer_join(pointer, name, *(("value",) if named else ())))
            listed = [item["value"] if is_object(item) and "value" in item else item for item in listed.values()]
        elif listed is not None:
            self._origin(f"{pointer}/0", pointer)
            listed = [listed]
        elif "example" in schema:
            self._origin(f"{pointer}/0", pointer_join(site.pointer, "example"))
            listed = [schema["example"]]
        else:
            listed = []
        schema.pop("example", None)
        schema["examples"] = listed

    def _tuple(self, site: Site, schema: Tree) -> None:
        """Rewrite the tuple form of `items` of older drafts (JSON Schema 2020-12 §10.3.1.1)."""
        items = schema.pop("items")
        for index, item in enumerate(items):
            pointer = pointer_join(site.pointer, "items", index)
            self.moved(pointer, pointer_join(site.pointer, "prefixItems", index))
            if not is_object(item) and not isinstance(item, bool):
                items[index] = {}
        schema.setdefault("prefixItems", items)
        if "additionalItems" in schema:
            self.moved(pointer_join(site.pointer, "additionalItems"), pointer_join(site.pointer, "items"))
            schema["items"] = schema.pop("additionalItems")

    def _nullable(self, site: Site, schema: Tree) -> None:
        """Add null to what a schema lets through (OpenAPI 3.0.3 §4.7.24.1)."""
        flags = [schema.pop(name, None) for name in ("nullable", "x-nullable")]
        if not any(flag is True or flag == "true" for flag in flags):
            return
        if not self._old:
            message = "'nullable' is no keyword of OpenAPI 3.1; it is read as if the type included 'null'."
            self._warn("nullable", message, pointer_join(site.pointer, "nullable"), "Write type: [..., 'null'].")
        if any(keyword in schema for keyword in _COMPOSITION):
            self._nullable_composition(site, schema)
            return
        kinds = schema.get("type")
        if kinds is None and "enum" not in schema and "const" not in schema:
            return  # null is let through as it is
        if kinds is not None:
            names = kinds if is_array(kinds) else [kinds]
            schema["type"] = names if "null" in names else [*names, "null"]
        if "enum" in schema and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
        if "const" in schema and schema["const"] is not None:
            schema["enum"] = [schema.pop("const"), None]

    def _nullable_part(self, site: Site, schema: Tree) -> None:
        """Take a part of an `allOf` that only says `nullable` for said of the whole: by itself it would say nothing."""
        parts: list[Any] = schema["allOf"]
        kept = [index for index, part in enumerate(parts) if not _says_nullable_only(part)]
        if not kept or len(kept) == len(parts):
            return
        for position, index in enumerate(kept):
            if position != index:
                self.moved(pointer_join(site.pointer, "allOf", index), pointer_join(site.pointer, "allOf", position))
        schema["allOf"] = [parts[index] for index in kept]
        schema["nullable"] = True

    def _nullable_composition(self, site: Site, schema: Tree) -> None:
        inner = {
            name: value for name, value in schema.items() if name not in _ANNOTATIONS and not name.startswith("x-")
        }
        outer = {name: value for name, value in schema.items() if name not in inner}
        keyword = next((name for name in ("anyOf", "oneOf") if name in inner), None)
        if keyword is not None and len(inner) == 1 and is_array(inner[keyword]):
            members: list[Any] = inner[keyword]
            if any(self._takes_null(member) for member in members):
                if keyword == "anyOf":
                    site.replace(schema)
                    return
            else:
                members.append(dict(_NULL))
                return
        alone = inner.get("allOf")
        pointer = pointer_join(site.pointer, "anyOf", 0)
        if len(inner) == 1 and is_array(alone) and len(alone) == 1:
            self.moved(pointer_join(site.pointer, "allOf", 0), pointer)
            inner = alone[0] if is_object(alone[0]) else {}
        else:
            self.moved(site.pointer, pointer)
        self._origin(pointer_join(site.pointer, "anyOf", 1), site.pointer)
        site.replace({**outer, "anyOf": [inner, dict(_NULL)]})

    def _takes_null(self, member: Any) -> bool:
        """Tell whether a member of a union says, itself or through one reference, that it takes null."""
        if is_object(member) and isinstance(member.get("$ref"), str):
            try:
                member = pointer_get(self._bundle.tree, ref_pointer(member["$ref"]))
            except (LookupError, ValueError):
                return False
        if not is_object(member):
            return False
        kinds = member.get("type")
        return member.get("nullable") is True or kinds == "null" or (is_array(kinds) and "null" in kinds)

    def _warn(self, code: str, message: str, pointer: str, hint: str) -> None:
        self.diagnostics.append(diagnose(code, Severity.WARNING, message, [("", self._from(pointer))], hint))


def _says_nullable_only(part: Any) -> bool:
    return is_object(part) and part.get("nullable") is True and part.keys() <= {"nullable", *_ANNOTATIONS}


def _exclusive(schema: Tree, bound: str, keyword: str) -> None:
    """Turn the boolean form of an exclusive bound into the number itself."""
    value = schema.get(keyword)
    if not isinstance(value, bool):
        return
    del schema[keyword]
    if value and bound in schema:
        schema[keyword] = schema.pop(bound)


def _meant(name: object) -> str | None:
    if not isinstance(name, str):
        return "null" if name is None else None
    folded = name.strip().lower()
    return folded if folded in SCHEMA_TYPES else _MEANT.get(folded)
