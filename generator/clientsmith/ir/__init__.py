"""The intermediate representation: all that the generated package holds, decided before a line of it is written.

Frozen dataclasses without behaviour. Text of a spec is `SpecText` all the way.
"""

from __future__ import annotations

from clientsmith.ir.api import Api, APIKeyAuth, AuthScheme, BasicAuth, BearerAuth, Server, ServerVariable, Source
from clientsmith.ir.models import AliasModel, Field, Model, ModelModule, ObjectModel
from clientsmith.ir.operations import (
    METHOD_KEYWORDS,
    Body,
    BodyVariant,
    Decode,
    Encoding,
    Group,
    Header,
    Operation,
    Parameter,
    Place,
    Response,
    keyword_fields,
)
from clientsmith.ir.pagination import Cursor, NextLink, Numbered, Pagination, TimeWindow
from clientsmith.ir.types import (
    ANY,
    NONE,
    STR,
    ConstrainedType,
    Constraint,
    DictType,
    ListType,
    LiteralType,
    LiteralValue,
    ModelRef,
    Scalar,
    ScalarType,
    StreamType,
    TupleType,
    Type,
    UnionType,
)
from clientsmith.ir.webhooks import Webhook, Webhooks

__all__ = [
    "ANY",
    "METHOD_KEYWORDS",
    "NONE",
    "STR",
    "APIKeyAuth",
    "AliasModel",
    "Api",
    "AuthScheme",
    "BasicAuth",
    "BearerAuth",
    "Body",
    "BodyVariant",
    "ConstrainedType",
    "Constraint",
    "Cursor",
    "Decode",
    "DictType",
    "Encoding",
    "Field",
    "Group",
    "Header",
    "ListType",
    "LiteralType",
    "LiteralValue",
    "Model",
    "ModelModule",
    "ModelRef",
    "NextLink",
    "Numbered",
    "ObjectModel",
    "Operation",
    "Pagination",
    "Parameter",
    "Place",
    "Response",
    "Scalar",
    "ScalarType",
    "Server",
    "ServerVariable",
    "Source",
    "StreamType",
    "TimeWindow",
    "TupleType",
    "Type",
    "UnionType",
    "Webhook",
    "Webhooks",
    "keyword_fields",
]
