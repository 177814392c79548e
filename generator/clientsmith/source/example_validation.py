"""Validates values against schemas of a document, and says in one sentence what does not fit."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from clientsmith.positions import pointer_get, pointer_join
from clientsmith.source import openapi3
from clientsmith.source.bundle import copy_tree
from clientsmith.source.grammar import walk
from clientsmith.source.lookup import follow
from clientsmith.source.references import internal_ref, ref_pointer
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOCUMENT = "urn:document"
_MASK = "the value"
_LONGEST = 200
_HOLDERS = ("paths", "webhooks", "components")  # of schemas; other fields might be taken for keywords
_UNDECIDED = ("BacktrackLimitExceeded", "RegexEngineFailure")
_SEVERAL = "OneOfMultipleValid"
_UNIONS = ("oneOf", "anyOf")
_JSON_TEXT = "If this is JSON inside a string, write it as an object or a list."
_SINGLE_VALUES = ("const", "enum")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit.

    Attributes:
        path: The tokens that lead from the example to the value.
        message: What is wrong, as the second half of a sentence.
        schema: The pointer of the keyword that it does not fit, if known.
        hint: What to do about it, if there is more to say than the message does.
    """

    path: tuple[str | int, ...]
    message: str
    schema: str = ""
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class _Finding:
    """An error of the validator, and what has been found out about it."""

    error: jsonschema_rs.ValidationError
    message: str = ""
    member: tuple[str, ...] = ()

    @property
    def keyword(self) -> str:
        return self.error.kind.name

    @property
    def schema(self) -> str:
        return ref_pointer((self.error.absolute_keyword_location or "").removeprefix(_DOCUMENT))


@dataclass(slots=True, eq=False)
class ExampleValidation:
    """Validators for the schemas of one document, each compiled once.

    Attributes:
        tree: The upgraded document.
        unusable: Patterns that are no regular expressions: pointer and message. They are left out of account.
    """

    tree: Tree
    unusable: dict[str, str] = field(default_factory=dict[str, str])
    _validators: dict[str, Any] = field(default_factory=dict[str, Any])
    _registry: Any = None

    def misfits(self, value: Any, schema: str, most: int) -> Iterator[Misfit]:
        """Find what does not fit in a value.

        Args:
            value: The value.
            schema: The pointer of the schema.
            most: When to stop.

        Yields:
            What does not fit, at most that many.
        """
        validator = self._validator(schema)
        if validator is None or validator.is_valid(value):
            return
        seen: set[tuple[tuple[str | int, ...], str]] = set()
        for error in validator.iter_errors(value):
            if type(error.kind).__name__ in _UNDECIDED:
                continue
            for finding in self._explain(error, value):
                misfit = self._misfit(finding, value)
                if (misfit.path, misfit.message) not in seen:
                    seen.add((misfit.path, misfit.message))
                    yield misfit
                if len(seen) >= most:
                    return

    def _validator(self, schema: str) -> Any:
        _, schema = follow(self.tree, {"$ref": internal_ref(schema)}, schema)
        if schema not in self._validators:
            if self._registry is None:
                self._registry = jsonschema_rs.Registry([(_DOCUMENT, self._lenient_copy())])
            try:
                self._validators[schema] = jsonschema_rs.Draft202012Validator(
                    {"$ref": _DOCUMENT + internal_ref(schema)}, registry=self._registry, mask=_MASK
                )
            except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError, RecursionError):
                self._validators[schema] = None  # something else is wrong with the schema, and told by other checks
        return self._validators[schema]

    def _lenient_copy(self) -> Tree:
        """Copy the document without what no validator can take, and without what holds in one direction only."""
        tree: Tree = copy_tree(self.tree)
        known: dict[str, str] = {}
        for site in walk(tree, openapi3.DOCUMENT):
            schema = site.value
            if site.type is not openapi3.SCHEMA or not is_object(schema):
                continue
            pattern = schema.get("pattern")
            if pattern is not None and not self._usable(pattern, pointer_join(site.pointer, "pattern"), known):
                del schema["pattern"]
            named = schema.get("patternProperties")
            for name in list(named) if is_object(named) else []:
                if not self._usable(name, pointer_join(site.pointer, "patternProperties", name), known):
                    del schema["patternProperties"][name]
            _drop_directed(self.tree, schema)
        return {name: tree[name] for name in _HOLDERS if name in tree}

    def _usable(self, pattern: str, pointer: str, known: dict[str, str]) -> bool:
        if pattern not in known:
            try:
                jsonschema_rs.Draft202012Validator({"pattern": pattern})
                between = len(pattern) > 1 and pattern[0] == "/" and pattern.rstrip("gimsuyd")[-1:] == "/"
                known[pattern] = "is written between slashes, which then belong to it" if between else ""
            except (jsonschema_rs.ValidationError, ValueError):
                known[pattern] = "is no regular expression of ECMA-262"
        if known[pattern]:
            self.unusable[pointer] = f"The pattern '{pattern[:80]}' {known[pattern]}; examples are not checked by it."
        return not known[pattern]

    # What an error means

    def _explain(self, error: jsonschema_rs.ValidationError, value: Any) -> list[_Finding]:
        """Turn the failure of a union into the failures of the variant that was meant."""
        kind: Any = error.kind
        branches: list[list[jsonschema_rs.ValidationError]] = getattr(kind, "context", [])
        several = type(kind).__name__ == _SEVERAL
        if kind.name not in _UNIONS or not (branches or several):
            return [_Finding(error)]
        pointer = _Finding(error).schema
        union = self._schema_at(pointer.rpartition("/")[0])
        chosen = self._by_tag(error, value, union)
        if isinstance(chosen, tuple):
            return [_Finding(error, *chosen)]
        if several:
            return [] if chosen is not None else [_Finding(error)]  # the tag decides
        if chosen is None:
            chosen = _likeliest(branches, len(error.instance_path))
        if chosen is None or chosen >= len(branches) or not branches[chosen]:
            return [_Finding(error)]
        return [finding for inner in branches[chosen] for finding in self._explain(inner, value)]

    def _by_tag(
        self, error: jsonschema_rs.ValidationError, value: Any, union: Tree
    ) -> int | tuple[str, tuple[str, ...]] | None:
        """Choose the variant that the tag of the value names: its index, or what is wrong with the tag, and where."""
        discriminator = union.get("discriminator")
        name = discriminator.get("propertyName") if is_object(discriminator) else None
        if not is_object(discriminator) or not isinstance(name, str):
            return None
        members: Any = union.get(error.kind.name)
        instance = _at(value, _path_in(value, error.instance_path))
        if not is_array(members) or not is_object(instance):
            return None
        if name not in instance:
            return f"the property '{name}', which tells the variants apart, is missing", ()
        tag = instance[name]
        targets = [ref_pointer(member["$ref"]) if is_object(member) and "$ref" in member else "" for member in members]
        tags = _tags(targets, discriminator.get("mapping"))
        if isinstance(tag, str) and tag in tags:
            return tags[tag]
        return f"'{name}' is {_shown(tag)}, which is none of {', '.join(sorted(tags))}", (name,)

    def _misfit(self, finding: _Finding, example: Any) -> Misfit:
        error = finding.error
        path = _path_in(example, error.instance_path)
        keyword, kind = finding.keyword, finding.error.kind
        value = _at(example, path)
        message, hint = finding.message, None
        if message:
            message = f"{_place(path)}{message}"
            path = (*path, *finding.member)
        elif keyword in ("additionalProperties", "unevaluatedProperties"):
            names: list[str] = kind.as_dict().get("unexpected", [])
            path = (*path, names[0]) if len(names) == 1 else path
            message = f"the schema has no property {_listed(names)}"
        elif keyword == "required":
            message = f"{_place(path)}the required property '{kind.as_dict().get('property')}' is missing"
        elif keyword == "type":
            types: list[str] = kind.as_dict().get("types", [])
            message = f"{_place(path)}{_shown(value)} is not of type {' or '.join(types)}"
            if isinstance(value, str) and value[:1] in ("{", "[") and {"object", "array"} & set(types):
                hint = _JSON_TEXT
        elif keyword == "enum":
            options: Any = kind.as_dict().get("options", [])
            message = f"{_place(path)}{_shown(value)} is none of {_shown(options)}"
        elif keyword == "falseSchema":
            message = f"{_place(path)}the schema lets nothing through"
        elif keyword in _UNIONS and type(kind).__name__ != _SEVERAL:
            message = f"{_place(path)}{_shown(value)} fits none of the variants"
            hint = _JSON_TEXT if isinstance(value, str) and value[:1] in ("{", "[") else None
        elif keyword in _UNIONS:
            message = f"{_place(path)}{_shown(value)} fits more than one variant of a oneOf"
        else:
            message = f"{_place(path)}{error.message.replace(_MASK, _shown(value))}"
        return Misfit(path, message[:_LONGEST], finding.schema, hint)

    def _schema_at(self, pointer: str) -> Tree:
        try:
            found = pointer_get(self.tree, pointer)
        except (LookupError, ValueError):
            found = None
        empty: Tree = {}
        return found if is_object(found) else empty


def _tags(targets: list[str], mapping: Any) -> dict[str, int]:
    """Give the tags of variants with their index: those of the mapping, else their names (OpenAPI 3.1 §4.8.25)."""
    named = {target.rpartition("/")[2]: index for index, target in enumerate(targets) if target}
    mapped: dict[str, int] = {}
    for tag, ref in mapping.items() if is_object(mapping) else ():
        text = str(ref)
        target = ref_pointer(text) if "#" in text else pointer_join("/components/schemas", text)
        if target in targets:
            mapped[tag] = targets.index(target)
    return {**{name: index for name, index in named.items() if index not in mapped.values()}, **mapped}


def _likeliest(branches: list[list[jsonschema_rs.ValidationError]], depth: int) -> int | None:
    """Choose the variant that a value was most likely meant to be: none of its single-valued properties differ."""

    def rank(index: int) -> tuple[bool, bool, int]:
        errors = branches[index]
        other_tag = any(error.kind.name in _SINGLE_VALUES and len(error.instance_path) == depth + 1 for error in errors)
        other_kind = any(error.kind.name == "type" and len(error.instance_path) == depth for error in errors)
        return other_kind, other_tag, len(errors)

    ranks = sorted((rank(index), index) for index in range(len(branches)))
    if not ranks or ranks[0][0][0] or (len(ranks) > 1 and ranks[0][0] == ranks[1][0]):
        return None
    return ranks[0][1]


def _drop_directed(tree: Tree, schema: Tree) -> None:
    """Require no property that only requests or only responses have (OpenAPI 3.0 §4.7.24.1)."""
    required, properties = schema.get("required"), schema.get("properties")
    if not is_array(required) or not is_object(properties):
        return
    kept: list[Any] = []
    for name in required:
        declared = properties.get(name)
        found, _ = follow(tree, declared, "")
        holders = [holder for holder in (declared, found) if is_object(holder)]
        if not any(holder.get(flag) is True for holder in holders for flag in ("readOnly", "writeOnly")):
            kept.append(name)
    schema["required"] = kept


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for token in path:
        value = value[token]
    return value


def _path_in(value: Any, path: list[str | int]) -> tuple[str | int, ...]:
    """Return the way to a part of an example; the validator takes names of digits for places in a list."""
    found: list[str | int] = []
    for token in path:
        key: Any = token
        if is_object(value) and isinstance(token, int):
            key = next((name for name in value if name.lstrip("+").isdecimal() and int(name) == token), str(token))
        found.append(key)
        value = value[key]
    return tuple(found)


def _place(path: tuple[str | int, ...]) -> str:
    if not path:
        return ""
    text = "".join(f"[{token}]" if isinstance(token, int) else f".{token}" for token in path).removeprefix(".")
    return f"at '{text}' "


def _listed(names: list[str]) -> str:
    return ", ".join(f"'{name}'" for name in names[:5]) + (" …" if len(names) > 5 else "")


def _shown(value: Any) -> str:
    if is_object(value):
        return "an object"
    if is_array(value) and any(isinstance(item, (dict, list)) for item in value):
        return "a list"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:79] + "…"
