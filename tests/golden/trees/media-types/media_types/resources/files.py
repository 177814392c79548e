"""Operations of `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Unpack, overload

from .. import models
from .._core import (
    BYTES,
    JSON,
    TEXT,
    AsyncResource,
    BodyVariant,
    Open,
    Operation,
    Parameter,
    RequestOptions,
    Resource,
    Response,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._core import FileContent
    from ..fields.files import PutFileFields

_GetError: TypeAlias = Open[Literal["gone", "broken"], str]


class Files(Resource):
    """Operations of `files`."""

    def get(
        self,
        name: str,
        /,
        *,
        parts: Sequence[int] | None = None,
        range: str | None = None,
        session: str | None = None,
        options: RequestOptions | None = None,
    ) -> bytes | str:
        """Get.

        `GET /files/{name}`

        Args:
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The file; or A part.

        Raises:
            APIStatusError: It failed.
        """
        return self._send(_GET, {"name": name, "parts": parts, "Range": range, "session": session}, options=options)

    @overload
    def put(
        self,
        name: str,
        body: models.PutFileBody | Mapping[str, Any] | PutFileFields,
        /,
        *,
        content_type: Literal["multipart/form-data"] | None = None,
        options: RequestOptions | None = None,
    ) -> None: ...
    @overload
    def put(
        self,
        name: str,
        /,
        *,
        content_type: Literal["multipart/form-data"] | None = None,
        options: RequestOptions | None = None,
        **fields: Unpack[PutFileFields],
    ) -> None: ...
    @overload
    def put(
        self,
        name: str,
        body: FileContent,
        /,
        *,
        content_type: Literal["application/octet-stream"],
        options: RequestOptions | None = None,
    ) -> None: ...
    def put(
        self,
        name: str,
        body: Any = None,
        /,
        *,
        content_type: str | None = None,
        options: RequestOptions | None = None,
        **fields: Any,
    ) -> None:
        """Put.

        `PUT /files/{name}`

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            content_type: Which media type to send: `multipart/form-data`, `application/octet-stream`.
            options: Settings of this call: headers, timeout, retries and more.
        """
        return self._send(_PUT, {"name": name}, body=body, fields=fields, content_type=content_type, options=options)


class AsyncFiles(AsyncResource):
    """Operations of `files`."""

    async def get(
        self,
        name: str,
        /,
        *,
        parts: Sequence[int] | None = None,
        range: str | None = None,
        session: str | None = None,
        options: RequestOptions | None = None,
    ) -> bytes | str:
        """Get.

        `GET /files/{name}`

        Args:
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The file; or A part.

        Raises:
            APIStatusError: It failed.
        """
        return await self._send(
            _GET, {"name": name, "parts": parts, "Range": range, "session": session}, options=options
        )

    @overload
    async def put(
        self,
        name: str,
        body: models.PutFileBody | Mapping[str, Any] | PutFileFields,
        /,
        *,
        content_type: Literal["multipart/form-data"] | None = None,
        options: RequestOptions | None = None,
    ) -> None: ...
    @overload
    async def put(
        self,
        name: str,
        /,
        *,
        content_type: Literal["multipart/form-data"] | None = None,
        options: RequestOptions | None = None,
        **fields: Unpack[PutFileFields],
    ) -> None: ...
    @overload
    async def put(
        self,
        name: str,
        body: FileContent,
        /,
        *,
        content_type: Literal["application/octet-stream"],
        options: RequestOptions | None = None,
    ) -> None: ...
    async def put(
        self,
        name: str,
        body: Any = None,
        /,
        *,
        content_type: str | None = None,
        options: RequestOptions | None = None,
        **fields: Any,
    ) -> None:
        """Put.

        `PUT /files/{name}`

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            content_type: Which media type to send: `multipart/form-data`, `application/octet-stream`.
            options: Settings of this call: headers, timeout, retries and more.
        """
        return await self._send(
            _PUT, {"name": name}, body=body, fields=fields, content_type=content_type, options=options
        )


_GET: Operation[bytes | str] = Operation(
    id="getFile",
    method="GET",
    path="/files/{name}",
    parameters=(
        Parameter("name", "path"),
        Parameter("parts", "query", explode=False),
        Parameter("Range", "header"),
        Parameter("session", "cookie"),
    ),
    responses=(Response("200", "application/octet-stream", BYTES), Response("206", "text/plain", TEXT)),
    failures=(Response("default", "application/json", JSON, lambda: _GetError),),
)
_PUT: Operation[None] = Operation(
    id="putFile",
    method="PUT",
    path="/files/{name}",
    parameters=(Parameter("name", "path"),),
    body=(BodyVariant("multipart/form-data", lambda: models.PutFileBody), BodyVariant("application/octet-stream")),
    body_required=True,
    responses=(Response("204"),),
)
