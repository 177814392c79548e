"""The objects of OpenAPI 3.0, 3.1 and 3.2 in one table."""

from __future__ import annotations

from clientsmith.source.grammar import NodeType, list_of, map_of

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
SCHEMA_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")

_EXTERNAL_DOCS = NodeType(name="External Documentation Object", scalars=frozenset({"description", "url"}))

DISCRIMINATOR = NodeType(
    name="Discriminator Object",
    scalars=frozenset({"propertyName", "mapping", "defaultMapping"}),
    required=("propertyName",),
)
SCHEMA = NodeType(
    name="Schema Object",
    reference=True,
    section=("components", "schemas"),
    also_boolean=True,
    closed=False,
    scalars=frozenset(
        (
            "$id $schema $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment type enum const title description"
            " multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems"
            " minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired"
            " default deprecated readOnly writeOnly example examples format contentEncoding contentMediaType nullable"
        ).split()
    ),
)
_SCHEMAS = map_of(SCHEMA, "map of schemas")
_SCHEMA_LIST = list_of(SCHEMA, "list of schemas")
SCHEMA.children = {
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _SCHEMA_LIST),
    **dict.fromkeys(
        ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"),
        _SCHEMAS,
    ),
    **dict.fromkeys(
        (
            "not if then else items additionalItems unevaluatedItems contains additionalProperties"
            " unevaluatedProperties propertyNames contentSchema"
        ).split(),
        SCHEMA,
    ),
    "discriminator": DISCRIMINATOR,
    "externalDocs": _EXTERNAL_DOCS,
    "xml": NodeType(name="XML Object", scalars=frozenset("name namespace prefix attribute wrapped nodeType".split())),
}
SCHEMA.lists = {"items": _SCHEMA_LIST}

SERVER = NodeType(
    name="Server Object",
    scalars=frozenset({"url", "description", "name"}),
    required=("url",),
    children={
        "variables": map_of(
            NodeType(
                name="Server Variable Object",
                scalars=frozenset({"enum", "default", "description"}),
                required=("default",),
            ),
            "map of server variables",
        ),
    },
)
_SERVERS = list_of(SERVER, "list of servers")
EXAMPLE = NodeType(
    name="Example Object",
    reference=True,
    section=("components", "examples"),
    scalars=frozenset("summary description value externalValue dataValue serializedValue".split()),
)
_EXAMPLES = map_of(EXAMPLE, "map of examples")
HEADER = NodeType(name="Header Object", reference=True, section=("components", "headers"))
_HEADERS = map_of(HEADER, "map of headers")
ENCODING = NodeType(
    name="Encoding Object",
    scalars=frozenset({"contentType", "style", "explode", "allowReserved"}),
    children={"headers": _HEADERS},
)
MEDIA_TYPE = NodeType(
    name="Media Type Object",
    scalars=frozenset({"example"}),
    children={
        "schema": SCHEMA,
        "itemSchema": SCHEMA,
        "examples": _EXAMPLES,
        "encoding": map_of(ENCODING, "map of encodings"),
        "prefixEncoding": list_of(ENCODING, "list of encodings"),
        "itemEncoding": ENCODING,
    },
)
_CONTENT = map_of(MEDIA_TYPE, "map of media types")
_PARAMETER_FIELDS = frozenset(
    "description required deprecated allowEmptyValue style explode allowReserved example".split()
)
_PARAMETER_CHILDREN = {"schema": SCHEMA, "examples": _EXAMPLES, "content": _CONTENT}
HEADER.scalars, HEADER.children = _PARAMETER_FIELDS, _PARAMETER_CHILDREN
PARAMETER = NodeType(
    name="Parameter Object",
    reference=True,
    section=("components", "parameters"),
    scalars=_PARAMETER_FIELDS | {"name", "in"},
    required=("name", "in"),
    children=_PARAMETER_CHILDREN,
)
PARAMETERS = list_of(PARAMETER, "list of parameters")
REQUEST_BODY = NodeType(
    name="Request Body Object",
    reference=True,
    section=("components", "requestBodies"),
    scalars=frozenset({"description", "required"}),
    required=("content",),
    children={"content": _CONTENT},
)
LINK = NodeType(
    name="Link Object",
    reference=True,
    section=("components", "links"),
    scalars=frozenset("operationRef operationId parameters requestBody description".split()),
    children={"server": SERVER},
)
RESPONSE = NodeType(
    name="Response Object",
    reference=True,
    section=("components", "responses"),
    scalars=frozenset({"summary", "description"}),
    children={"headers": _HEADERS, "content": _CONTENT, "links": map_of(LINK, "map of links")},
)
RESPONSES = NodeType(name="Responses Object", rest=RESPONSE)
SECURITY_REQUIREMENT = NodeType(name="Security Requirement Object", closed=False)
_SECURITY = list_of(SECURITY_REQUIREMENT, "list of security requirements")
CALLBACK = NodeType(name="Callback Object", reference=True, section=("components", "callbacks"))
OPERATION = NodeType(
    name="Operation Object",
    scalars=frozenset("tags summary description operationId deprecated".split()),
    children={
        "externalDocs": _EXTERNAL_DOCS,
        "parameters": PARAMETERS,
        "requestBody": REQUEST_BODY,
        "responses": RESPONSES,
        "callbacks": map_of(CALLBACK, "map of callbacks"),
        "security": _SECURITY,
        "servers": _SERVERS,
    },
)
PATH_ITEM = NodeType(
    name="Path Item Object",
    section=("components", "pathItems"),
    scalars=frozenset({"summary", "description", "$ref"}),
    children={
        **dict.fromkeys(METHODS, OPERATION),
        "additionalOperations": map_of(OPERATION, "map of operations"),
        "servers": _SERVERS,
        "parameters": PARAMETERS,
    },
)
CALLBACK.rest = PATH_ITEM
PATHS = NodeType(name="Paths Object", rest=PATH_ITEM)
_FLOW = NodeType(
    name="OAuth Flow Object",
    scalars=frozenset("authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes".split()),
    required=("scopes",),
)
SECURITY_SCHEME = NodeType(
    name="Security Scheme Object",
    reference=True,
    section=("components", "securitySchemes"),
    scalars=frozenset(
        "type description name in scheme bearerFormat openIdConnectUrl oauth2MetadataUrl deprecated".split()
    ),
    required=("type",),
    children={
        "flows": NodeType(
            name="OAuth Flows Object",
            children=dict.fromkeys(
                ("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"), _FLOW
            ),
        ),
    },
)
COMPONENTS = NodeType(
    name="Components Object",
    children={
        "schemas": _SCHEMAS,
        "responses": map_of(RESPONSE, "map of responses"),
        "parameters": map_of(PARAMETER, "map of parameters"),
        "examples": _EXAMPLES,
        "requestBodies": map_of(REQUEST_BODY, "map of request bodies"),
        "headers": _HEADERS,
        "securitySchemes": map_of(SECURITY_SCHEME, "map of security schemes"),
        "links": map_of(LINK, "map of links"),
        "callbacks": map_of(CALLBACK, "map of callbacks"),
        "pathItems": map_of(PATH_ITEM, "map of path items"),
        "mediaTypes": _CONTENT,
    },
)
DOCUMENT = NodeType(
    name="OpenAPI Object",
    scalars=frozenset({"openapi", "jsonSchemaDialect", "$self"}),
    required=("openapi", "info"),
    children={
        "info": NodeType(
            name="Info Object",
            scalars=frozenset("title summary description termsOfService version".split()),
            required=("title", "version"),
            children={
                "contact": NodeType(name="Contact Object", scalars=frozenset({"name", "url", "email"})),
                "license": NodeType(name="License Object", scalars=frozenset({"name", "url", "identifier"})),
            },
        ),
        "servers": _SERVERS,
        "paths": PATHS,
        "webhooks": map_of(PATH_ITEM, "map of path items"),
        "components": COMPONENTS,
        "security": _SECURITY,
        "tags": list_of(
            NodeType(
                name="Tag Object",
                scalars=frozenset("name summary description parent kind".split()),
                required=("name",),
                children={"externalDocs": _EXTERNAL_DOCS},
            ),
            "list of tags",
        ),
        "externalDocs": _EXTERNAL_DOCS,
    },
)
