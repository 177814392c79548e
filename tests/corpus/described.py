"""What a document says of its operations: parameters, bodies, responses and security.

A reading of its own that shares nothing with clientsmith. OpenAPI 3 and Swagger 2.0 come out alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

from corpus.dialect import Bundle
from corpus.documents import METHODS, Document

_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_COLLECTIONS = {"csv": "form", "multi": "form", "ssv": "spaceDelimited", "pipes": "pipeDelimited", "tsv": "tab"}


@dataclass(frozen=True)
class Parameter:
    """A parameter, or a property of a form."""

    name: str
    place: str
    required: bool
    schema: Any
    style: str
    explode: bool
    media_type: str | None = None

    @property
    def key(self) -> str:
        """What its value is kept under."""
        return f"{self.place}:{self.name}"


@dataclass(frozen=True)
class Content:
    """A media type of a body or of a response."""

    media_type: str | None
    schema: Any
    status: str = ""
    styles: dict[str, Parameter] = field(default_factory=dict[str, Parameter])
    files: tuple[str, ...] = ()
    is_failure: bool = False


@dataclass(frozen=True)
class Operation:
    """An operation."""

    method: str
    path: str
    prefixes: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body_required: bool
    bodies: tuple[Content, ...]
    responses: tuple[Content, ...]
    security: tuple[tuple[tuple[str, str], ...], ...]
    """Alternatives, each of places and names of what is sent."""

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True)
class Description:
    """All operations, and the schemas that theirs refer to."""

    operations: list[Operation]
    requests: dict[str, Any]
    responses: dict[str, Any]


def described(document: Document) -> Description:
    """Read a document."""
    reader = _Reader(document.tree)
    found: list[Operation] = []
    for path, written in (document.tree.get("paths") or {}).items():
        item = reader.requests.followed(written)
        if path.startswith("x-") or not isinstance(item, dict):
            continue
        methods = {key: value for key, value in item.items() if key in METHODS}
        methods |= item.get("additionalOperations") or {}
        for method, referred in methods.items():
            operation = reader.requests.followed(referred)
            if isinstance(operation, dict):
                name = method.upper() if method in METHODS else method
                found.append(reader.operation(name, path, item, operation))
    return Description(found, reader.requests.defs, reader.responses.defs)


class _Reader:
    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.requests = Bundle(tree, "request")
        self.responses = Bundle(tree, "response")
        self._swagger = "swagger" in tree
        schemes = (
            tree.get("securityDefinitions") if self._swagger else _dict(tree.get("components")).get("securitySchemes")
        )
        self._schemes = {name: self.requests.followed(scheme) for name, scheme in _dict(schemes).items()}

    def operation(self, method: str, path: str, item: dict[str, Any], operation: dict[str, Any]) -> Operation:
        nodes: dict[tuple[str, str], dict[str, Any]] = {}
        for holder in (item, operation):
            for written in _list(holder.get("parameters")):
                node = _dict(self.requests.followed(written))
                if isinstance(node.get("name"), str) and isinstance(node.get("in"), str):
                    name = node["name"]
                    if node["in"] == "header":
                        # Names of headers are the same in any case (RFC 9110 §5.1); the first spelling is kept.
                        same = (known for place, known in nodes if place == "header" and known.lower() == name.lower())
                        name = next(same, name)
                    nodes[node["in"], name] = {**node, "name": name}
        parameters = [self._parameter(node) for (place, name), node in nodes.items() if _counts(place, name, path)]
        told = {parameter.name for parameter in parameters if parameter.place == "path"}
        # What is written in a template's query may be a query parameter, which goes once then.
        told |= {name for place, name in nodes if place == "query"} - set(_names_in(path.partition("?")[0]))
        parameters += [_undescribed(name) for name in _names_in(path) if name not in told]
        required, bodies = self._bodies(operation, nodes)
        return Operation(
            method, path, self._prefixes(item, operation), tuple(parameters), required, bodies,
            self._responses(method, operation), self._security(operation),
        )  # fmt: skip

    def _parameter(self, node: dict[str, Any]) -> Parameter:
        place, media_type, explode = node["in"], None, node.get("explode")
        style = node.get("style") or _STYLES.get(place, "form")
        schema = node.get("schema", {})
        if self._swagger and "schema" not in node:
            schema = node
            collection = node.get("collectionFormat") or "csv"
            is_plain = place in {"path", "header"} and collection in {"csv", "multi"}
            style = style if is_plain else _COLLECTIONS.get(collection, "form")
            explode = collection == "multi"
        elif "schema" not in node and _dict(node.get("content")):
            media_type, content = next(iter(node["content"].items()))
            schema = _dict(content).get("schema", {})
        if not isinstance(explode, bool):
            explode = style in {"form", "deepObject"}
        required = node.get("required") is True or place == "path"
        return Parameter(node["name"], place, required, self._plain(schema, node), style, explode, media_type)

    def _plain(self, schema: Any, node: dict[str, Any]) -> Any:
        # In Swagger 2.0 the parameter is the schema, and its `required` is a flag.
        return self.requests.schema({k: v for k, v in node.items() if k != "required"} if schema is node else schema)

    def _bodies(
        self, operation: dict[str, Any], nodes: dict[tuple[str, str], dict[str, Any]]
    ) -> tuple[bool, tuple[Content, ...]]:
        if self._swagger:
            return self._old_bodies(operation, nodes)
        body = _dict(self.requests.followed(operation.get("requestBody")))
        found = tuple(
            self._content(media_type, _dict(content)) for media_type, content in _dict(body.get("content")).items()
        )
        required = body.get("required") is True
        written = [_dict(content).get("schema", {}) for content in _dict(body.get("content")).values()]
        # A package need not offer a body that could be nothing but {} and may be left out.
        return required, () if not required and all(map(self._is_empty, written)) else found

    def _is_empty(self, schema: Any) -> bool:
        schema = _dict(self.requests.followed(schema))
        says_more = {"properties", "patternProperties", "allOf", "anyOf", "oneOf"}
        return schema.get("additionalProperties") is False and not any(schema.get(keyword) for keyword in says_more)

    def _content(self, media_type: str, node: dict[str, Any]) -> Content:
        # Before 3.1 the style of a property counts in forms only, not in multipart (3.0.3, Encoding Object).
        has_styles = not (
            media_type.lower().startswith("multipart") and str(self.tree.get("openapi")).startswith("3.0")
        )
        styles = self._styles(_dict(node.get("encoding"))) if has_styles else {}
        schema = self.requests.schema(node.get("schema", {}))
        if isinstance(node.get("itemSchema"), (dict, bool)):
            schema = {"type": "array", "items": self.requests.schema(node["itemSchema"])}
        return Content(media_type, schema, styles=styles, files=self._files(schema))

    def _files(self, schema: Any) -> tuple[str, ...]:
        """Return the names of a form's properties that are binary."""
        schema = self._target(schema)
        found = [name for part in _list(schema.get("allOf")) for name in self._files(part)]
        for name, written in _dict(schema.get("properties")).items():
            if self._is_file(written):
                found.append(name)
        return tuple(found)

    def _is_file(self, schema: Any) -> bool:
        target = self._target(schema)
        items = self._target(target.get("items"))
        if "binary" in {target.get("format"), items.get("format")}:
            return True
        return any(self._is_file(member) for member in _list(target.get("anyOf")))

    def _target(self, schema: Any) -> dict[str, Any]:
        for _ in range(8):
            reference = _dict(schema).get("$ref")
            if reference is None:
                break
            schema = self.requests.defs[reference.rpartition("/")[2]]
        return _dict(schema)

    def _styles(self, encoding: dict[str, Any]) -> dict[str, Parameter]:
        found: dict[str, Parameter] = {}
        for name, node in encoding.items():
            if isinstance(node, dict) and {"style", "explode"} & node.keys():
                style = node.get("style") or "form"
                explode = node.get("explode", style in {"form", "deepObject"})
                found[name] = Parameter(name, "query", required=False, schema={}, style=style, explode=explode)
        return found

    def _old_bodies(
        self, operation: dict[str, Any], nodes: dict[tuple[str, str], dict[str, Any]]
    ) -> tuple[bool, tuple[Content, ...]]:
        consumes = [one for one in _list(operation.get("consumes", self.tree.get("consumes"))) if isinstance(one, str)]
        form = {name: node for (place, name), node in nodes.items() if place == "formData"}
        for (place, _), node in nodes.items():
            if place == "body":
                schema = self.requests.schema(node.get("schema", {}))
                types = consumes or ["application/json"]
                return node.get("required") is True, tuple(Content(media_type, schema) for media_type in types)
        if not form:
            return False, ()
        needed = [name for name, node in form.items() if node.get("required") is True]
        parameters = {name: self._parameter(node) for name, node in form.items()}
        schema = {
            "type": "object",
            "properties": {name: one.schema for name, one in parameters.items()},
            "required": needed,
            "additionalProperties": False,
        }
        has_files = any("file" in (node.get("type"), _dict(node.get("items")).get("type")) for node in form.values())
        wanted = [one for one in consumes if one.partition(";")[0].strip().lower() in _FORMS]
        if has_files:
            wanted = [one for one in wanted if one.lower().startswith("multipart")] or ["multipart/form-data"]
        return bool(needed), tuple(
            Content(one, schema, styles={} if one.startswith("multipart") else parameters, files=self._files(schema))
            for one in wanted or ["application/x-www-form-urlencoded"]
        )

    def _responses(self, method: str, operation: dict[str, Any]) -> tuple[Content, ...]:
        written = {str(key).upper(): value for key, value in _dict(operation.get("responses")).items()}
        chosen = {key: value for key, value in written.items() if key.startswith("2") and len(key) == 3}
        if not chosen and "DEFAULT" in written:
            chosen = {"DEFAULT": written["DEFAULT"]}
        # Where a GET has a redirect, that is what is expected of it, and the rest is what else may happen.
        is_failure = method == "GET" and bool(_REDIRECTS & written.keys()) and "DEFAULT" in chosen
        found: list[Content] = []
        for status, node in chosen.items():
            response = _dict(self.responses.followed(node))
            if self._swagger:
                produces = _list(operation.get("produces", self.tree.get("produces"))) or ["application/json"]
                # Without a schema an example is all that tells of a body.
                told = produces if "schema" in response else _dict(response.get("examples"))
                content = dict.fromkeys(told, response)
            else:
                content = _dict(response.get("content"))
            if not content or status in {"204", "205"}:
                found.append(Content(None, None, status, is_failure=is_failure))
            told = content if status not in {"204", "205"} else ()
            found += [
                Content(media_type, self._schema_of(media_type, content), status, is_failure=is_failure)
                for media_type in told
            ]
        return tuple(found)

    def _schema_of(self, media_type: str, content: dict[str, Any]) -> Any:
        """Return the schema of a media type; for JSON without one that of what it is a case of, if its examples fit."""
        node = _dict(content[media_type])
        kind = _essence(media_type)
        if "schema" in node or not kind.endswith(("/json", "+json")):
            return self.responses.schema(node.get("schema", {}))
        told = [_dict(self.responses.followed(one)).get("value") for one in _dict(node.get("examples")).values()]
        examples = [node["example"]] if "example" in node else told
        for wanted in (kind, kind.partition("/")[0] + "/*", "*/*"):
            for other, inner in content.items():
                if _essence(other) == wanted and "schema" in _dict(inner):
                    schema = self.responses.schema(inner["schema"])
                    whole = {"allOf": [schema], "$defs": self.responses.defs}
                    if all(jsonschema_rs.is_valid(whole, example) for example in examples):
                        return schema
        return {}

    def _prefixes(self, item: dict[str, Any], operation: dict[str, Any]) -> tuple[str, ...]:
        servers = _list(operation.get("servers")) or _list(item.get("servers"))
        urls = [str(_dict(server).get("url", "")) for server in servers]
        return tuple(dict.fromkeys(["", *(_path_of(url).rstrip("/") for url in urls)]))

    def _security(self, operation: dict[str, Any]) -> tuple[tuple[tuple[str, str], ...], ...]:
        alternatives = operation.get("security", self.tree.get("security"))
        found: list[tuple[tuple[str, str], ...]] = []
        for alternative in _list(alternatives):
            schemes = [_dict(self._schemes.get(name)) for name in _dict(alternative)]
            # A certificate travels below HTTP.
            parts = [_carrier(scheme) for scheme in schemes if scheme.get("type") != "mutualTLS"]
            if all(part is not None for part in parts):
                found.append(tuple(part for part in parts if part is not None))
        return tuple(found)


_REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


def _carrier(scheme: dict[str, Any]) -> tuple[str, str] | None:
    match scheme.get("type"):
        case "apiKey" if isinstance(scheme.get("name"), str):
            return str(scheme.get("in")), scheme["name"]
        case "http" | "basic" | "oauth2" | "openIdConnect":
            return "header", "Authorization"
        case _:
            return None


def _counts(place: str, name: str, path: str) -> bool:
    if place == "path":
        return f"{{{name}}}" in path
    return place in {"query", "cookie"} or (place == "header" and name.lower() not in _IGNORED_HEADERS)


def _names_in(path: str) -> list[str]:
    return [part.partition("}")[0] for part in path.split("{")[1:] if "}" in part]


def _undescribed(name: str) -> Parameter:
    return Parameter(name, "path", required=True, schema={"type": "string"}, style="simple", explode=False)


def _path_of(url: str) -> str:
    rest = url.partition("://")[2] or url.removeprefix("//")
    return "/" + rest.partition("/")[2] if "/" in rest else ""


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
