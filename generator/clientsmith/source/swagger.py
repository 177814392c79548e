"""Swagger 2.0 documents in the shape of OpenAPI 3."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join
from clientsmith.source import openapi3
from clientsmith.source.bundle import Bundle, Origin, copy_tree
from clientsmith.source.grammar import walk
from clientsmith.source.lookup import follow
from clientsmith.source.openapi2 import METHODS
from clientsmith.source.references import internal_ref, ref_pointer
from clientsmith.source.swagger_values import (
    encodings,
    extensions,
    form_schema,
    is_file,
    nested_format,
    parameter_style,
    value_schema,
)
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_KEPT = ("info", "tags", "externalDocs", "security")
_OPERATION_FIELDS = ("tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security")


def convert(bundle: Bundle) -> Bundle:
    """Turn a Swagger 2.0 document into the shape of OpenAPI 3.0 (its schemas are still those of 3.0).

    Args:
        bundle: The document; its tree has values of the right kind.

    Returns:
        A new bundle. Body parameters are request bodies, form parameters the properties of a form, `produces` and
        `consumes` media types, host and base path servers; references lead to where their targets are now.
    """
    conversion = _Conversion(bundle)
    tree = conversion.document()
    conversion.finish(tree)
    return replace(
        bundle,
        tree=tree,
        diagnostics=(*bundle.diagnostics, *conversion.diagnostics),
        origins={**bundle.origins, **conversion.origins},
    )


@dataclass(slots=True, eq=False)
class _Conversion:
    """One run: what has moved where."""

    bundle: Bundle
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    origins: dict[str, Origin] = field(default_factory=dict[str, Origin])
    moves: dict[str, str] = field(default_factory=dict[str, str])

    def document(self) -> Tree:
        old = self.bundle.tree
        tree: Tree = {"openapi": "3.0.3", **{name: old[name] for name in _KEPT if name in old}, **extensions(old)}
        servers = self._servers(old)
        if servers:
            tree["servers"] = servers
        components: Tree = {}
        tree["components"] = components
        definitions = old.get("definitions")
        if is_object(definitions):
            components["schemas"] = definitions
            self._move("/definitions", "/components/schemas")
        components["parameters"] = dict(self._shared_parameters(old))
        components["responses"] = dict(self._shared_responses(old))
        components["securitySchemes"] = dict(self._security(old))
        tree["paths"] = {path: self._path_item(path, item) for path, item in _objects(old.get("paths"))}
        tree["paths"].update(extensions(old.get("paths", {})))
        tree["components"] = {name: section for name, section in components.items() if section}
        return tree

    def finish(self, tree: Tree) -> None:
        """Rewrite references and the parts of schemas that 3.0 writes otherwise."""
        for site in walk(tree, openapi3.DOCUMENT):
            value = site.value
            if not is_object(value) or not site.type.reference:
                continue
            if isinstance(value.get("$ref"), str):
                value["$ref"] = internal_ref(self._moved(ref_pointer(value["$ref"])))
            if site.type is openapi3.SCHEMA:
                if isinstance(value.get("discriminator"), str):
                    value["discriminator"] = {"propertyName": value["discriminator"]}
                if value.get("type") == "file":
                    value.update({"type": "string", "format": "binary"})

    # Parts of the document

    def _servers(self, old: Tree) -> list[Tree]:
        base = str(old.get("basePath") or "").rstrip("/")
        base = base if not base or base.startswith("/") else f"/{base}"
        host = old.get("host")
        schemes: Any = old.get("schemes")
        if isinstance(host, str) and host:
            usable = [scheme for scheme in (schemes if is_array(schemes) else []) if scheme in ("http", "https")]
            urls = [f"{scheme}://{host}{base}" for scheme in sorted(set(usable), reverse=True) or ["https"]]
            self._origin("/servers", "/host")
        else:
            urls = [base] if base else []
            self._origin("/servers", "/basePath")
        return [{"url": url} for url in urls]

    def _shared_parameters(self, old: Tree) -> Iterator[tuple[str, Tree]]:
        for name, parameter in _objects(old.get("parameters")):
            if parameter.get("in") not in ("body", "formData"):
                pointer = pointer_join("/components/parameters", name)
                yield name, self._parameter(parameter, pointer_join("/parameters", name), pointer)

    def _shared_responses(self, old: Tree) -> Iterator[tuple[str, Tree]]:
        produces = _media_types(old, "produces")
        for name, response in _objects(old.get("responses")):
            pointer = pointer_join("/components/responses", name)
            yield name, self._response(response, pointer_join("/responses", name), pointer, produces)

    def _security(self, old: Tree) -> Iterator[tuple[str, Tree]]:
        for name, scheme in _objects(old.get("securityDefinitions")):
            self._move(pointer_join("/securityDefinitions", name), pointer_join("/components/securitySchemes", name))
            kept: Tree = {key: scheme[key] for key in ("type", "description", "name", "in") if key in scheme}
            kept.update(extensions(scheme))
            if scheme.get("type") == "basic":
                kept.update({"type": "http", "scheme": "basic"})
            elif scheme.get("type") == "oauth2":
                flow: Tree = {key: scheme[key] for key in ("authorizationUrl", "tokenUrl") if key in scheme}
                flow["scopes"] = scheme["scopes"] if is_object(scheme.get("scopes")) else {}
                kind = str(scheme.get("flow"))
                kept["flows"] = {_FLOWS.get(kind, kind): flow}
            yield name, kept

    def _path_item(self, path: str, item: Tree) -> Tree:
        pointer = pointer_join("/paths", path)
        made: Tree = extensions(item)
        shared = list(self._listed(item, pointer))
        plain, bodies = _parted(shared)
        if plain:
            made["parameters"] = self._parameters(plain, pointer)
        for method in METHODS:
            if is_object(item.get(method)):
                made[method] = self._operation(item[method], f"{pointer}/{method}", bodies)
        return made

    def _operation(self, old: Tree, pointer: str, shared: list[_Listed]) -> Tree:
        made: Tree = {name: old[name] for name in _OPERATION_FIELDS if name in old}
        made.update(extensions(old))
        plain, bodies = _parted(list(self._listed(old, pointer)))
        if plain:
            made["parameters"] = self._parameters(plain, pointer)
        own = {(listed.value.get("in"), listed.value.get("name")) for listed in bodies}
        has_body = any(listed.value.get("in") == "body" for listed in bodies)
        for listed in shared:
            key = (listed.value.get("in"), listed.value.get("name"))
            if key not in own and not (has_body and listed.value.get("in") == "body"):
                bodies.append(listed)
        consumes = _media_types(old, "consumes") or _media_types(self.bundle.tree, "consumes")
        if bodies:
            made["requestBody"] = self._body(bodies, f"{pointer}/requestBody", consumes)
        made["responses"] = self._responses(old, pointer)
        schemes = old.get("schemes")
        if is_array(schemes) and schemes and isinstance(self.bundle.tree.get("host"), str):
            servers = self._servers({**self.bundle.tree, "schemes": schemes})
            if servers != self._servers(self.bundle.tree):
                made["servers"] = servers
        return made

    def _responses(self, old: Tree, pointer: str) -> Tree:
        own = _media_types(old, "produces")
        produces = own or _media_types(self.bundle.tree, "produces")
        made: Tree = extensions(old.get("responses", {}))
        for status, response in _objects(old.get("responses")):
            place = pointer_join(pointer, "responses", status)
            if isinstance(response.get("$ref"), str):
                if not own:
                    made[status] = response
                    continue
                target, source = follow(self.bundle.tree, response, place)
                made[status] = self._response(copy_tree(target), source, place, produces, moved=False)
            else:
                made[status] = self._response(response, place, place, produces)
        return made

    # Parameters, bodies and responses

    def _listed(self, holder: Tree, pointer: str) -> Iterator[_Listed]:
        parameters = holder.get("parameters")
        for index, written in enumerate(parameters if is_array(parameters) else []):
            own = pointer_join(pointer, "parameters", index)
            value, source = follow(self.bundle.tree, written, own)
            if is_object(value):
                yield _Listed(written, value, own, source)

    def _parameters(self, listed: list[_Listed], pointer: str) -> list[Tree]:
        made: list[Tree] = []
        for index, item in enumerate(listed):
            place = pointer_join(pointer, "parameters", index)
            if item.written is item.value:
                made.append(self._parameter(item.value, item.pointer, place))
            else:
                self._origin(place, item.pointer)
                made.append(item.written)
        return made

    def _parameter(self, old: Tree, source: str, pointer: str) -> Tree:
        self._move(source, pointer)
        self._origin(pointer_join(pointer, "schema"), source)
        made: Tree = {key: old[key] for key in ("$ref", "name", "in", "description", "allowEmptyValue") if key in old}
        if "$ref" in made:
            return made
        if old.get("required") is True or old.get("in") == "path":
            made["required"] = True
        made.update(extensions(old))
        made["schema"] = old["schema"] if is_object(old.get("schema")) else value_schema(old)
        style, fault = parameter_style(old)
        made.update(style)
        if fault:
            place = pointer_join(source, "collectionFormat")
            hint = "Use csv, ssv, tsv or pipes, or in the query or a form multi."
            self.diagnostics.append(self.bundle.diagnose("collection-format", Severity.WARNING, fault, place, hint))
        if nested := nested_format(old):
            place = pointer_join(source, *nested[0])
            self.diagnostics.append(self.bundle.diagnose("collection-format", Severity.WARNING, nested[1], place))
        return made

    def _body(self, bodies: list[_Listed], pointer: str, consumes: list[str]) -> Tree:
        body = next((listed for listed in bodies if listed.value.get("in") == "body"), None)
        if body is not None:
            made: Tree = {key: body.value[key] for key in ("description", "required") if key in body.value}
            made.update(extensions(body.value))
            self._origin(pointer, body.source)
            schema: Any = body.value.get("schema", {})
            types = consumes or [_JSON]
            made["content"] = {media_type: {"schema": copy_tree(schema)} for media_type in types}
            for media_type in types:
                place = pointer_join(pointer, "content", media_type, "schema")
                if body.source == body.pointer and media_type == types[0]:
                    self._move(pointer_join(body.source, "schema"), place)
                self._origin(place, pointer_join(body.source, "schema"))
            return made
        fields = [listed.value for listed in bodies]
        has_file = any(is_file(each) for each in fields)
        types = [
            each for each in consumes if each.partition(";")[0] in ((_MULTIPART,) if has_file else (_FORM, _MULTIPART))
        ]
        types = types or [_MULTIPART if has_file else _FORM]
        self._origin(pointer, bodies[0].pointer)
        content: Tree = {}
        for media_type in types:
            content[media_type] = {"schema": form_schema(fields)}
            if encodings(fields):
                content[media_type]["encoding"] = encodings(fields)
            for listed in bodies:
                place = pointer_join(
                    pointer, "content", media_type, "schema", "properties", str(listed.value.get("name"))
                )
                self._origin(place, listed.source)
        return {
            "content": content,
            **({"required": True} if any(each.get("required") is True for each in fields) else {}),
        }

    def _response(self, old: Tree, source: str, pointer: str, produces: list[str], *, moved: bool = True) -> Tree:
        if moved:
            self._move(source, pointer)
        else:
            self._origin(pointer, source)
        made: Tree = {"description": str(old.get("description") or ""), **extensions(old)}
        headers = {
            name: self._header(header, pointer_join(source, "headers", name), pointer_join(pointer, "headers", name))
            for name, header in _objects(old.get("headers"))
        }
        if headers:
            made["headers"] = headers
        examples: Any = old.get("examples")
        schema: Any = old.get("schema")
        if schema is None and not is_object(examples):
            return made
        types = list(produces)
        if not types:
            binary = is_object(schema) and schema.get("type") == "file"
            types = (
                list(examples)
                if is_object(examples) and examples
                else ["application/octet-stream" if binary else _JSON]
            )
        content: Tree = {}
        for media_type in types:
            place = pointer_join(pointer, "content", media_type)
            content[media_type] = {} if schema is None else {"schema": copy_tree(schema)}
            self._origin(pointer_join(place, "schema"), pointer_join(source, "schema"))
            if moved and media_type == types[0]:
                self.moves.setdefault(pointer_join(source, "schema"), pointer_join(place, "schema"))
            if is_object(examples) and media_type in examples:
                content[media_type]["example"] = examples[media_type]
                self._origin(pointer_join(place, "example"), pointer_join(source, "examples", media_type))
        made["content"] = content
        return made

    def _header(self, old: Tree, source: str, pointer: str) -> Tree:
        self._origin(pointer, source)
        self._origin(pointer_join(pointer, "schema"), source)
        made: Tree = {"description": old["description"]} if "description" in old else {}
        return {**made, **extensions(old), "schema": value_schema(old), **parameter_style(old)[0]}

    # Where things are

    def _move(self, old: str, new: str) -> None:
        self.moves.setdefault(old, new)
        self._origin(new, old)
        below = old + "/"
        for pointer in self.bundle.origins if old != new else ():
            if pointer.startswith(below):
                self.origins[new + pointer[len(old) :]] = self.bundle.origins[pointer]

    def _origin(self, new: str, old: str) -> None:
        self.origins[new] = self.bundle.origin(old)

    def _moved(self, pointer: str) -> str:
        top = pointer
        while top and top not in self.moves:
            top = top.rpartition("/")[0]
        return self.moves[top] + pointer[len(top) :] if top else pointer


@dataclass(frozen=True, slots=True)
class _Listed:
    """A parameter as it is listed: what is written, what it means, where it is listed and where it is described."""

    written: Tree
    value: Tree
    pointer: str
    source: str


def _parted(listed: list[_Listed]) -> tuple[list[_Listed], list[_Listed]]:
    """Part parameters from those that are really bodies."""
    plain = [each for each in listed if each.value.get("in") not in ("body", "formData")]
    return plain, [each for each in listed if each.value.get("in") in ("body", "formData")]


def _objects(holder: Any) -> Iterator[tuple[str, Tree]]:
    if is_object(holder):
        for name, value in holder.items():
            if is_object(value) and not name.startswith("x-"):
                yield name, value


def _media_types(holder: Tree, name: str) -> list[str]:
    listed = holder.get(name)
    types = [each for each in listed if isinstance(each, str)] if is_array(listed) else []
    return list(dict.fromkeys(types))
