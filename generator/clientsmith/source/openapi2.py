"""The objects of Swagger 2.0 in one table."""

from __future__ import annotations

from clientsmith.source.grammar import NodeType, list_of, map_of
from clientsmith.source.openapi3 import DOCUMENT as DOCUMENT_3
from clientsmith.source.openapi3 import SCHEMA as SCHEMA_3

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")

SCHEMA = NodeType(
    name="Schema Object",
    reference=True,
    section=("definitions",),
    also_boolean=True,
    closed=False,
    scalars=SCHEMA_3.scalars | {"discriminator", "x-nullable"},
)
_SCHEMAS = map_of(SCHEMA, "map of schemas")
_SCHEMA_LIST = list_of(SCHEMA, "list of schemas")
SCHEMA.children = {
    **dict.fromkeys(("allOf", "anyOf", "oneOf"), _SCHEMA_LIST),
    **dict.fromkeys(("properties", "patternProperties", "definitions", "$defs"), _SCHEMAS),
    **dict.fromkeys(("not", "items", "additionalItems", "additionalProperties"), SCHEMA),
    "externalDocs": SCHEMA_3.children["externalDocs"],
    "xml": SCHEMA_3.children["xml"],
}
SCHEMA.lists = {"items": _SCHEMA_LIST}
_VALUE_FIELDS = frozenset(
    (
        "type format collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength"
        " pattern maxItems minItems uniqueItems enum multipleOf description"
    ).split()
)
_ITEMS = NodeType(name="Items Object", scalars=_VALUE_FIELDS, closed=False)
_ITEMS.children = {"items": _ITEMS}
HEADER = NodeType(name="Header Object", scalars=_VALUE_FIELDS, children={"items": _ITEMS}, closed=False)
PARAMETER = NodeType(
    name="Parameter Object",
    reference=True,
    section=("parameters",),
    scalars=_VALUE_FIELDS | {"name", "in", "required", "allowEmptyValue"},
    required=("name", "in"),
    children={"schema": SCHEMA, "items": _ITEMS},
    closed=False,
)
PARAMETERS = list_of(PARAMETER, "list of parameters")
RESPONSE = NodeType(
    name="Response Object",
    reference=True,
    section=("responses",),
    scalars=frozenset({"description", "examples"}),
    children={"schema": SCHEMA, "headers": map_of(HEADER, "map of headers")},
)
_SECURITY = DOCUMENT_3.children["security"]
OPERATION = NodeType(
    name="Operation Object",
    scalars=frozenset("tags summary description operationId consumes produces schemes deprecated".split()),
    children={
        "externalDocs": DOCUMENT_3.children["externalDocs"],
        "parameters": PARAMETERS,
        "responses": NodeType(name="Responses Object", rest=RESPONSE),
        "security": _SECURITY,
    },
)
PATH_ITEM = NodeType(
    name="Path Item Object",
    scalars=frozenset({"$ref"}),
    children={**dict.fromkeys(METHODS, OPERATION), "parameters": PARAMETERS},
)
SECURITY_SCHEME = NodeType(
    name="Security Scheme Object",
    section=("securityDefinitions",),
    scalars=frozenset("type description name in flow authorizationUrl tokenUrl scopes".split()),
    required=("type",),
)
DOCUMENT = NodeType(
    name="Swagger Object",
    scalars=frozenset("swagger host basePath schemes consumes produces".split()),
    required=("swagger", "info"),
    children={
        "info": DOCUMENT_3.children["info"],
        "paths": NodeType(name="Paths Object", rest=PATH_ITEM),
        "definitions": _SCHEMAS,
        "parameters": map_of(PARAMETER, "map of parameters"),
        "responses": map_of(RESPONSE, "map of responses"),
        "securityDefinitions": map_of(SECURITY_SCHEME, "map of security schemes"),
        "security": _SECURITY,
        "tags": DOCUMENT_3.children["tags"],
        "externalDocs": DOCUMENT_3.children["externalDocs"],
    },
)
