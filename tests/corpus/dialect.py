"""Schemas of OpenAPI documents of every version as JSON Schema 2020-12, for tools that know no other dialect.

A reading of its own that shares nothing with clientsmith. What JSON Schema has no word for is said with its own words:
`nullable`, a `discriminator`'s tags, the bounds of `int32`; and properties that do not travel in a direction
(`readOnly` in requests, `writeOnly` in responses) are left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal
from urllib.parse import unquote

import jsonschema_rs

from corpus.spellings import BESIDE, reconciled

Direction = Literal["request", "response"]

FORMATS = frozenset(
    ["byte", "binary", "date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "time", "uri", "uuid"]
)
_TYPES = frozenset(["array", "boolean", "integer", "null", "number", "object", "string"])
_WIDEST = 2**53 - 1
_INTEGERS = {"int32": 2**31 - 1, "int64": _WIDEST}
_KEPT_AS_THEY_ARE: dict[str, Any] = {
    "uniqueItems": bool,
    "title": str,
}
_SIZES = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_NEVER = {"request": "readOnly", "response": "writeOnly"}
_DEEPEST = 64
_LONGEST = 1_000
_MOST_ITEMS = 100
_CHARACTERS = {
    "L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z", "N": "0-9", "Nd": "0-9", "Z": " ", "Zs": " ", "P": "_.:", "S": "+=",
}  # fmt: skip
_LITERAL = re.compile(r"/(.*)/[a-z]*", re.DOTALL)
"""A regular expression as JavaScript writes it, which is what some documents have for a pattern."""


class Bundle:
    """All schemas of a document that have been asked for, in one direction, as `$defs` of one schema."""

    def __init__(self, tree: Any, direction: Direction) -> None:
        """Start with none."""
        version = str(tree.get("openapi") or tree.get("swagger") or "")
        self._tree = tree
        self._direction: Direction = direction
        self._old = version.startswith(("2.", "3.0"))
        self._names: dict[str, str] = {}
        self.defs: dict[str, Any] = {}

    def schema(self, node: Any) -> Any:
        """Return a schema of the document, whose references lead into `defs`."""
        return self._schema(node, 0)

    def followed(self, node: Any) -> Any:
        """Return what a node refers to, or the node."""
        for _ in range(_DEEPEST):
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                return node
            node = lookup(self._tree, node["$ref"])
        return {}

    def _reference(self, reference: str, *, is_part: bool = False) -> Any:
        heirs = {} if is_part else self._heirs(reference)
        # As a part of what is built on it, a base is its own properties only.
        key = f"{reference} and what is built on it" if heirs else reference
        if key not in self._names:
            target = _schema_at(lookup(self._tree, reference), reference)
            if target is None:
                return {}
            self._names[key] = name = f"s{len(self._names)}"
            self.defs[name] = True
            self.defs[name] = self._base(reference, target, heirs) if heirs else self._schema(target, 0)
        return {"$ref": f"#/$defs/{self._names[key]}"}

    def _heirs(self, reference: str) -> dict[str, list[str]]:
        """Return what is built on a base by `allOf`, with the tags that the mapping of the base gives it."""
        base = lookup(self._tree, reference)
        discriminator = base.get("discriminator") if isinstance(base, dict) else None
        found: dict[str, list[str]] = {}
        if not isinstance(discriminator, dict) or {"oneOf", "anyOf"} & base.keys():
            return found
        mapping = discriminator.get("mapping")
        if not isinstance(mapping, dict) or not isinstance(discriminator.get("propertyName"), str):
            return found
        for tag, target in mapping.items():
            if not isinstance(target, str):
                continue
            heir = target if "/" in target else f"{reference.rpartition('/')[0]}/{target}"
            schema = lookup(self._tree, heir)
            parts = schema.get("allOf") if isinstance(schema, dict) else None
            if isinstance(parts, list) and {"$ref": reference} in parts:
                found.setdefault(heir, []).append(tag)
        return found

    def _base(self, reference: str, base: dict[str, Any], heirs: dict[str, list[str]]) -> Any:
        """Say in JSON Schema that a value with a tag of the mapping is what is mapped (OpenAPI 3.0.3, 3.1 §4.8.25)."""
        name = base["discriminator"]["propertyName"]
        members = [_with_tags(self._reference(heir), name, tags) for heir, tags in heirs.items()]
        told = [tag for tags in heirs.values() for tag in tags]
        own = _property(self, base, name, 0)
        values = own.get("enum") if isinstance(own, dict) else None
        if not isinstance(values, list) or set(values) - set(told):
            rest = {"not": {"properties": {name: {"enum": told}}, "required": [name]}}
            members.append({"allOf": [self._reference(reference, is_part=True), rest]})
        return {"anyOf": members}

    def _schema(self, node: Any, depth: int) -> Any:
        if isinstance(node, bool):
            return node
        if not isinstance(node, dict) or depth > _DEEPEST:
            return {}
        if isinstance(node.get("$ref"), str):
            reference = self._reference(node["$ref"])
            siblings = {} if self._old else self._keywords({k: v for k, v in node.items() if k != "$ref"}, depth)
            return {**siblings, **reference} if siblings else reference
        made = self._keywords(node, depth)
        if node.get("nullable") is True or node.get("x-nullable") is True:
            made = _nullable(made)
        return made

    def _keywords(self, node: dict[str, Any], depth: int) -> dict[str, Any]:
        made = {key: node[key] for key, kind in _KEPT_AS_THEY_ARE.items() if isinstance(node.get(key), kind)}
        made |= _scalars(node)
        below = depth + 1
        # `additionalProperties: false` is left out: beside an `allOf` it forbids what the other parts require, as many
        # documents have it; and samples have no properties that are not described anyhow.
        for key in ("additionalProperties", "not", "contains", "propertyNames"):
            if key in node and isinstance(node[key], (dict, bool)) and node[key] is not False:
                made[key] = self._schema(node[key], below)
        self._items(node, made, below)
        self._properties(node, made, below)
        for key in ("allOf", "anyOf", "oneOf"):
            members = node.get(key)
            if isinstance(members, list) and members:
                written = [self._member(member, key, below) for member in members]
                if key != "allOf":
                    written = [
                        self._tagged(node.get("discriminator"), member, schema)
                        for member, schema in zip(members, written, strict=True)
                    ]
                # Most documents mean by `oneOf` that a value is one of them, not that it must not fit another as well.
                where = "anyOf" if key == "oneOf" else key
                if where in made:
                    made.setdefault("allOf", []).append({where: written})
                else:
                    made[where] = written
        if made.get("type") == "null" and "anyOf" in made and not any(map(self._lets_null, made["anyOf"])):
            # Nothing at all would fit both; that null is one of the choices is meant.
            made["anyOf"] = [*made["anyOf"], {"type": made.pop("type")}]
        if "format" in made and "allOf" in made:
            parts = [part for part in map(self._target, made["allOf"]) if isinstance(part, dict)]
            beside = {key: part[key] for part in parts for key in BESIDE if key in part}
            held = reconciled({**beside, **made})
            made = {key: value for key, value in held.items() if key in made or key == "enum"}
        return made

    def _target(self, schema: Any) -> Any:
        for _ in range(_DEEPEST):
            if not isinstance(schema, dict) or "$ref" not in schema:
                break
            schema = self.defs[schema["$ref"].rpartition("/")[2]]
        return schema

    def _lets_null(self, schema: Any) -> bool:
        target = self._target(schema)
        return not isinstance(target, dict) or "null" in target.get("type", "null")

    def _member(self, member: Any, keyword: str, below: int) -> Any:
        if (
            keyword == "allOf"
            and isinstance(member, dict)
            and [*member] == ["$ref"]
            and isinstance(member["$ref"], str)
        ):
            return self._reference(member["$ref"], is_part=True)
        return self._schema(member, below)

    def _items(self, node: dict[str, Any], made: dict[str, Any], below: int) -> None:
        items = node.get("items")
        if isinstance(items, list):
            made["prefixItems"] = [self._schema(item, below) for item in items] or [{}]
        elif isinstance(items, (dict, bool)):
            made["items"] = self._schema(items, below)
            values = node.get("enum")
            if node.get("type") == "array" and isinstance(values, list) and "enum" not in made:
                made["items"] = {"allOf": [made["items"], {"enum": values}]}
        if isinstance(node.get("prefixItems"), list) and node["prefixItems"]:
            made["prefixItems"] = [self._schema(item, below) for item in node["prefixItems"]]

    def _properties(self, node: dict[str, Any], made: dict[str, Any], below: int) -> None:
        never = _NEVER[self._direction]
        properties = node.get("properties")
        left_out: set[str] = set()
        if isinstance(properties, dict):
            described = {name: self.followed(value) for name, value in properties.items()}
            left_out = {
                name for name, value in described.items() if isinstance(value, dict) and value.get(never) is True
            }
            # Who describes properties means an object, also where `type` is missing.
            made["properties"] = {
                name: self._schema(value, below) for name, value in properties.items() if name not in left_out
            }
            if properties and not {"enum", "const"} & made.keys():
                made.setdefault("type", "object")
        if isinstance(node.get("patternProperties"), dict):
            made["patternProperties"] = {
                pattern: self._schema(value, below)
                for pattern, value in node["patternProperties"].items()
                if usable_pattern(pattern)
            }
            made.setdefault("type", "object")
        elif isinstance(made.get("additionalProperties"), dict) and "maxProperties" not in made:
            made.setdefault("minProperties", 1)
        required = node.get("required")
        if isinstance(required, list):
            # A part of an `allOf` may say of what the whole requires that it does not travel in this direction.
            inherited = {name: _property(self, node, name, 0) for name in required if isinstance(name, str)}
            left_out |= {name for name, one in inherited.items() if isinstance(one, dict) and one.get(never) is True}
            made["required"] = [name for name in inherited if name not in left_out]

    def _tagged(self, discriminator: Any, member: Any, schema: Any) -> Any:
        """Say in JSON Schema which tag a member of a union has, where the member does not say so itself."""
        if not isinstance(discriminator, dict) or not isinstance(member, dict) or "$ref" not in member:
            return schema
        name, reference = discriminator.get("propertyName"), member["$ref"]
        if not isinstance(name, str):
            return schema
        mapping = discriminator.get("mapping")
        short = unquote(reference.rpartition("/")[2])
        written = mapping.items() if isinstance(mapping, dict) else ()
        tags = [tag for tag, target in written if target in {reference, short}] or [short]
        own = _property(self, member, name, 0)
        values = own.get("enum", [own["const"]] if "const" in own else None) if isinstance(own, dict) else None
        if isinstance(values, list):
            # A base often lists the tags of all variants.
            tags = [tag for tag in tags if tag in values and len(values) > 1]
        return _with_tags(schema, name, tags) if tags else schema


def _with_tags(schema: Any, name: str, tags: list[str]) -> dict[str, Any]:
    return {"allOf": [schema, {"properties": {name: {"enum": tags}}, "required": [name]}]}


def _schema_at(target: Any, reference: str) -> Any:
    """Return what a schema means that refers to a response where a schema belongs: that of its JSON, else nothing."""
    parts = reference.split("/")
    if len(parts) != 4 or parts[:2] != ["#", "components"] or parts[2] != "responses" or not isinstance(target, dict):
        return target
    content = target.get("content")
    described = content.items() if isinstance(content, dict) else ()
    return next((one["schema"] for kind, one in described if "json" in kind.lower() and "schema" in one), None)


def lookup(tree: Any, reference: str) -> Any:
    """Return what a reference into the same document leads to; None if nothing."""
    if not reference.startswith("#"):
        return None
    if reference[1:2] not in {"", "/"}:
        return None
    node = tree
    for token in unquote(reference[1:]).split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(node, dict) and key in node:
            node = node[key]
        elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        else:
            return None
    return node


def _without_properties(pattern: Any) -> Any:
    """Return a pattern with a few characters in place of classes of Unicode, which the sampler does not know."""
    if not isinstance(pattern, str) or "\\p{" not in pattern or "[^" in pattern:
        return pattern
    inside = re.sub(r"\\p\{([A-Za-z]+)\}", lambda found: _CHARACTERS.get(found[1], found[0]), pattern)
    return inside if usable_pattern(inside) else pattern


@cache
def usable_pattern(pattern: str) -> bool:
    """Tell whether a pattern can be checked."""
    try:
        jsonschema_rs.validator_for({"pattern": pattern})
    except ValueError:
        return False
    return True


def _property(bundle: Bundle, node: Any, name: Any, depth: int) -> Any:
    node = bundle.followed(node)
    if not isinstance(node, dict) or depth > 8:
        return None
    properties = node.get("properties")
    if isinstance(properties, dict) and name in properties:
        return bundle.followed(properties[name])
    parts = node.get("allOf")
    found = (_property(bundle, part, name, depth + 1) for part in (parts if isinstance(parts, list) else ()))
    return next((one for one in found if one is not None), None)


def _strings(node: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if node.get("format") in FORMATS:
        made["format"] = node["format"]
    elif node.get("contentEncoding") == "base64":
        made["format"] = "byte"
    pattern = node.get("pattern")
    literal = _LITERAL.fullmatch(pattern) if isinstance(pattern, str) else None
    pattern = _without_properties(literal[1] if literal else pattern)
    if isinstance(pattern, str) and node.get("format") == "decimal":
        # What Django writes of decimals lets the empty text through, which is no number.
        pattern = pattern.replace(r"\d{0,", r"\d{1,")
    if isinstance(pattern, str) and usable_pattern(pattern):
        # The sampler goes by the pattern alone, which for base64 is of no use if it lets anything through.
        if made.get("format") != "byte" or not jsonschema_rs.is_valid({"pattern": pattern}, "YmFzZTY0"):
            made["pattern"] = pattern
    elif node.get("format") == "decimal":
        made["pattern"] = r"^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$"
    if isinstance(node.get("maxLength"), int) and node["maxLength"] > _LONGEST > (node.get("minLength") or 0):
        # The sampler makes use of all the space that there is, in addresses too.
        made["maxLength"] = _LONGEST
    return made


def _scalars(node: dict[str, Any]) -> dict[str, Any]:
    made = _kinds(node)
    kept = made.get("type", [])
    kept = kept if isinstance(kept, list) else [kept]
    if "const" in node:
        made["const"] = node["const"]
    _numbers(node, made, kept)
    for key in _SIZES:
        if isinstance(node.get(key), int) and not isinstance(node[key], bool) and node[key] >= 0:
            made[key] = node[key]
    if isinstance(made.get("maxItems"), int) and made["maxItems"] > _MOST_ITEMS >= made.get("minItems", 0):
        # As with texts, the sampler makes use of all the space, and of that of lists in lists as well.
        made["maxItems"] = _MOST_ITEMS
    if "string" in kept or not kept:
        made |= _strings(node)
    return reconciled(made)


def _kinds(node: dict[str, Any]) -> dict[str, Any]:
    """Return `type` and `enum`, as far as they agree."""
    made: dict[str, Any] = {}
    types = node.get("type")
    if types == "file":
        return {"type": "string", "format": "binary"}
    kept = [one for one in (types if isinstance(types, list) else [types]) if one in _TYPES]
    values = node.get("enum")
    if isinstance(values, list) and values:
        made["enum"] = values
        if not any(_is_of(value, kept) for value in values):
            # Or else no value would fit. Beside a list, the values of its items are meant.
            if kept == ["array"]:
                del made["enum"]
            else:
                kept = []
    if kept:
        made["type"] = kept if len(kept) > 1 else kept[0]
    return made


def _is_of(value: Any, types: list[str]) -> bool:
    return not types or jsonschema_rs.is_valid({"type": types}, value)


def _numbers(node: dict[str, Any], made: dict[str, Any], kept: list[str]) -> None:
    for key in _BOUNDS:
        value = node.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            made[key] = value
    # Until OpenAPI 3.0 these two were flags beside the bound.
    for flag, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if node.get(flag) is True and bound in made:
            made[flag] = made.pop(bound)
    step = node.get("multipleOf")
    if isinstance(step, (int, float)) and not isinstance(step, bool) and step > 0:
        made["multipleOf"] = step
    if "integer" in kept:
        widest = _INTEGERS.get(str(node.get("format")), _WIDEST)
        for key, other, bound in (
            ("minimum", "exclusiveMinimum", -widest),
            ("maximum", "exclusiveMaximum", widest),
        ):
            if other not in made:
                written = made.get(key, bound)
                made[key] = max(written, bound) if bound < 0 else min(written, bound)


def _nullable(made: dict[str, Any]) -> dict[str, Any]:
    if not made:
        # Alone it says nothing (OpenAPI 3.0.3, Schema Object): as a part of an `allOf` it must not allow more.
        return made
    if "type" in made:
        types = made["type"] if isinstance(made["type"], list) else [made["type"]]
        made = {**made, "type": [*types, *(["null"] if "null" not in types else [])]}
        if "enum" in made and None not in made["enum"]:
            made["enum"] = [*made["enum"], None]
        if not {"const", "allOf", "anyOf", "not"} & made.keys():
            return made
    return {"anyOf": [made, {"type": "null"}]}
