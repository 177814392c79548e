"""Operations of `points`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, overload

from .. import models
from .._core import JSON, AsyncResource, BodyVariant, Operation, Parameter, RequestOptions, Resource, Response

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from ..fields.points import CreatePointFields


class Points(Resource):
    """Operations of `points`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Point]:
        """List.

        `GET /v1/points`

        Args:
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            Points.
        """
        return self._send(_LIST, options=options)

    @overload
    def create(
        self, body: models.Point | Mapping[str, Any] | CreatePointFields, /, *, options: RequestOptions | None = None
    ) -> None: ...
    @overload
    def create(self, /, *, options: RequestOptions | None = None, **fields: Unpack[CreatePointFields]) -> None: ...
    def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> None:
        """Create.

        `POST /v1/points`

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            options: Settings of this call: headers, timeout, retries and more.
        """
        return self._send(_CREATE, body=body, fields=fields, options=options)

    def list_labels(self, id: str, /, *, options: RequestOptions | None = None) -> dict[str, str]:
        """List labels.

        `GET /v1/points/{id}/labels`

        Args:
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            Labels.
        """
        return self._send(_LIST_LABELS, {"id": id}, options=options)


class AsyncPoints(AsyncResource):
    """Operations of `points`."""

    async def list(self, *, options: RequestOptions | None = None) -> builtins.list[models.Point]:
        """List.

        `GET /v1/points`

        Args:
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            Points.
        """
        return await self._send(_LIST, options=options)

    @overload
    async def create(
        self, body: models.Point | Mapping[str, Any] | CreatePointFields, /, *, options: RequestOptions | None = None
    ) -> None: ...
    @overload
    async def create(
        self, /, *, options: RequestOptions | None = None, **fields: Unpack[CreatePointFields]
    ) -> None: ...
    async def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> None:
        """Create.

        `POST /v1/points`

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            options: Settings of this call: headers, timeout, retries and more.
        """
        return await self._send(_CREATE, body=body, fields=fields, options=options)

    async def list_labels(self, id: str, /, *, options: RequestOptions | None = None) -> dict[str, str]:
        """List labels.

        `GET /v1/points/{id}/labels`

        Args:
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            Labels.
        """
        return await self._send(_LIST_LABELS, {"id": id}, options=options)


_LIST: Operation[list[models.Point]] = Operation(
    id="get /v1/points",
    method="GET",
    path="/v1/points",
    responses=(Response("200", "application/json", JSON, lambda: list[models.Point]),),
    security=(("key",), ("basic",)),
)
_CREATE: Operation[None] = Operation(
    id="post /v1/points",
    method="POST",
    path="/v1/points",
    body=(BodyVariant("application/json", lambda: models.Point),),
    responses=(Response("201"),),
)
_LIST_LABELS: Operation[dict[str, str]] = Operation(
    id="get /v1/points/{id}/labels",
    method="GET",
    path="/v1/points/{id}/labels",
    parameters=(Parameter("id", "path"),),
    responses=(Response("200", "application/json", JSON, lambda: dict[str, str]),),
)
