"""A small hand-written package of the kind that the generator emits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field

from clientsmith.runtime import (
    JSON,
    NONE,
    APIKey,
    AsyncClient,
    AsyncPage,
    AsyncResource,
    Basic,
    Bearer,
    BodyVariant,
    Client,
    DateTime,
    Discriminated,
    Model,
    Open,
    Operation,
    Page,
    Parameter,
    RequestOptions,
    Resource,
    Response,
    Settings,
    TimeWindow,
    Unknown,
    constant,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Iterator

    import httpx


class AzureVoice(Model):
    provider: Literal["azure"] = constant("azure")
    voice_id: Annotated[Open[Literal["andrew", "brian"], str], Field(alias="voiceId")]
    speed: Annotated[float, Field(ge=0.5, le=2)] | None = None


class CartesiaVoice(Model):
    provider: Literal["cartesia"] = constant("cartesia")
    model_name: Annotated[str | None, Field(alias="modelName")] = None


class Plan(Model):
    end_after: Annotated[int, Field(alias="endAfter", ge=1)]
    phrases: Annotated[list[Annotated[str, Field(max_length=5)]], Field(max_length=3)] | None = None


class Assistant(Model):
    id: str
    created_at: Annotated[DateTime, Field(alias="createdAt")]
    name: Annotated[str, Field(max_length=40)] | None = None
    first_message: Annotated[str | None, Field(alias="firstMessage")] = None
    background_sound: Annotated[Open[Literal["off", "office"], str] | None, Field(alias="backgroundSound")] = None
    voice: Voice | None = None
    voices: list[Voice] | None = None
    plan: Plan | None = None
    plans: list[Plan] | None = None
    tags: list[str] | None = None
    either: str | list[str] | None = None
    target: Plan | AzureVoice | None = None
    parent: Assistant | None = None
    metadata: dict[str, Any] | None = None


class CreateAssistant(Model):
    name: str | None = None
    first_message: Annotated[str | None, Field(alias="firstMessage")] = None
    voice: Voice | None = None
    voices: list[Voice] | None = None
    plan: Plan | None = None
    plans: list[Plan] | None = None
    by_name: Annotated[dict[str, Plan] | None, Field(alias="byName")] = None
    metadata: dict[str, Any] | None = None


class Problem(Model):
    status_code: Annotated[int, Field(alias="statusCode")]
    message: str | list[str]
    error: str | None = None


Voice: TypeAlias = Annotated[AzureVoice | CartesiaVoice | Unknown, Discriminated("provider")]

_FAILURES = (
    Response("4XX", "application/json", JSON, lambda: Problem),
    Response("5XX", "application/json", JSON, lambda: Problem),
)
_BODY = (BodyVariant("application/json", lambda: CreateAssistant),)
_BEARER = (("bearer",),)

CREATE: Operation[Assistant] = Operation(
    id="createAssistant",
    method="POST",
    path="/assistant",
    body=_BODY,
    body_required=True,
    responses=(Response("201", "application/json", JSON, lambda: Assistant),),
    failures=_FAILURES,
    security=_BEARER,
)
CREATE_ONCE: Operation[Assistant] = Operation(
    id="createAssistantOnce",
    method="POST",
    path="/assistant",
    body=_BODY,
    responses=(Response("201", "application/json", JSON, lambda: Assistant),),
    security=_BEARER,
    idempotency_header="Idempotency-Key",
)
LIST: Operation[list[Assistant]] = Operation(
    id="listAssistants",
    method="GET",
    path="/assistant",
    parameters=(
        Parameter("limit", "query"),
        Parameter("createdAtGt", "query"),
        Parameter("createdAtLe", "query"),
    ),
    responses=(Response("200", "application/json", JSON, lambda: list[Assistant]),),
    failures=_FAILURES,
    security=_BEARER,
    pagination=TimeWindow(field="createdAt", before="createdAtLe", limit="limit", key="id", maximum=1000),
)
GET: Operation[Assistant] = Operation(
    id="getAssistant",
    method="GET",
    path="/assistant/{id}",
    parameters=(Parameter("id", "path"),),
    responses=(Response("200", "application/json", JSON, lambda: Assistant),),
    failures=_FAILURES,
    security=_BEARER,
)
UPDATE: Operation[Assistant] = Operation(
    id="updateAssistant",
    method="PATCH",
    path="/assistant/{id}",
    parameters=(Parameter("id", "path"),),
    body=_BODY,
    body_required=True,
    responses=(Response("200", "application/json", JSON, lambda: Assistant),),
    failures=_FAILURES,
    security=_BEARER,
)
DELETE: Operation[None] = Operation(
    id="deleteAssistant",
    method="DELETE",
    path="/assistant/{id}",
    parameters=(Parameter("id", "path"),),
    responses=(Response("204", None, NONE),),
    failures=_FAILURES,
    security=_BEARER,
)


class Assistants(Resource):
    def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> Assistant:
        return self._send(CREATE, body=body, fields=fields, options=options)

    def create_once(self, *, options: RequestOptions | None = None, **fields: Any) -> Assistant:
        return self._send(CREATE_ONCE, fields=fields, options=options)

    def list(
        self,
        *,
        limit: float | None = None,
        created_at_gt: dt.datetime | str | None = None,
        created_at_le: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[Assistant]:
        values = {"limit": limit, "createdAtGt": created_at_gt, "createdAtLe": created_at_le}
        return self._page(LIST, values, options=options)

    def list_all(
        self,
        *,
        limit: float | None = None,
        created_at_gt: dt.datetime | str | None = None,
        created_at_le: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Iterator[Assistant]:
        values = {"limit": limit, "createdAtGt": created_at_gt, "createdAtLe": created_at_le}
        return self._pages(LIST, values, options=options)

    def get(self, id: str, /, *, options: RequestOptions | None = None) -> Assistant:
        return self._send(GET, {"id": id}, options=options)

    def update(
        self, id: str, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any
    ) -> Assistant:
        return self._send(UPDATE, {"id": id}, body=body, fields=fields, options=options)

    def delete(self, id: str, /, *, options: RequestOptions | None = None) -> None:
        return self._send(DELETE, {"id": id}, options=options)


class AsyncAssistants(AsyncResource):
    async def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> Assistant:
        return await self._send(CREATE, body=body, fields=fields, options=options)

    async def create_once(self, *, options: RequestOptions | None = None, **fields: Any) -> Assistant:
        return await self._send(CREATE_ONCE, fields=fields, options=options)

    async def list(self, *, limit: float | None = None, options: RequestOptions | None = None) -> AsyncPage[Assistant]:
        return await self._page(LIST, {"limit": limit}, options=options)

    def list_all(
        self, *, limit: float | None = None, options: RequestOptions | None = None
    ) -> AsyncIterator[Assistant]:
        return self._pages(LIST, {"limit": limit}, options=options)

    async def get(self, id: str, /, *, options: RequestOptions | None = None) -> Assistant:
        return await self._send(GET, {"id": id}, options=options)

    async def update(
        self, id: str, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any
    ) -> Assistant:
        return await self._send(UPDATE, {"id": id}, body=body, fields=fields, options=options)

    async def delete(self, id: str, /, *, options: RequestOptions | None = None) -> None:
        return await self._send(DELETE, {"id": id}, options=options)


SETTINGS = Settings(title="Sample", user_agent="sample/1.0.0", base_url="http://127.0.0.1:9")
AUTHS = {
    "bearer": lambda token: Bearer("bearer", token, env="SAMPLE_TOKEN"),
    "query": lambda token: APIKey("bearer", token, place="query", name="api_key", env="SAMPLE_TOKEN"),
    "header": lambda token: APIKey("bearer", token, place="header", name="X-Api-Key", env="SAMPLE_TOKEN"),
    "cookie": lambda token: APIKey("bearer", token, place="cookie", name="session", env="SAMPLE_TOKEN"),
    "basic": lambda token: Basic("bearer", "me", token, env_password="SAMPLE_TOKEN"),
}


class Sample(Client):
    def __init__(
        self, token: str | None = None, *, auth: str = "bearer", http_client: httpx.Client | None = None, **options: Any
    ) -> None:
        super().__init__(SETTINGS, auth=(AUTHS[auth](token),), http_client=http_client, **options)

    @cached_property
    def assistants(self) -> Assistants:
        return Assistants(self)


class AsyncSample(AsyncClient):
    def __init__(
        self,
        token: str | None = None,
        *,
        auth: str = "bearer",
        http_client: httpx.AsyncClient | None = None,
        **options: Any,
    ) -> None:
        super().__init__(SETTINGS, auth=(AUTHS[auth](token),), http_client=http_client, **options)

    @cached_property
    def assistants(self) -> AsyncAssistants:
        return AsyncAssistants(self)
