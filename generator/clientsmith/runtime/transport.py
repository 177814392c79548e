"""The two drivers: they carry out what `exchange` asks for, blocking and not, over a pool of connections."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from .deadlines import DeadlineError, hold_to_deadline
from .early_answers import is_large, listen_while_sending, watch_connection
from .errors import APIError
from .exchange import DeadlinePassedError, Notify, Send, UndecodableError, Wait, closed_error
from .http_library import httpx
from .replies import Reply
from .requests import PreparedRequest, QuietURL

if TYPE_CHECKING:
    from collections.abc import Generator

    from .exchange import Outcome, Step
    from .pools import AsyncPool, BlockingPool

T = TypeVar("T")


def run(pool: BlockingPool, steps: Generator[Step, Outcome, T]) -> T:
    """Carry out the steps of a call, blocking.

    Args:
        pool: the connections.
        steps: what to do; the outcome of each is sent back, an error of the client itself is thrown back.

    Returns:
        What the steps return.

    Raises:
        APIError: the call failed.
        RuntimeError: the client was closed before.
    """
    try:
        client = pool.get()
        step = next(steps)
        while True:
            try:
                outcome = _take(pool, client, step)
            except APIError as error:
                step = steps.throw(error)
                continue
            try:
                step = steps.send(outcome)
            except StopIteration as stop:
                result: T = stop.value
                return result
    finally:
        steps.close()


async def run_async(pool: AsyncPool, steps: Generator[Step, Outcome, T]) -> T:
    """Carry out the steps of a call without blocking; see `run`."""
    try:
        client = pool.get()
        step = next(steps)
        while True:
            try:
                outcome = await _take_async(pool, client, step)
            except APIError as error:
                step = steps.throw(error)
                continue
            try:
                step = steps.send(outcome)
            except StopIteration as stop:
                result: T = stop.value
                return result
    finally:
        steps.close()


def _take(pool: BlockingPool, client: httpx.Client, step: Step) -> Any:
    """Take one step."""
    if isinstance(step, Send):
        try:
            outcome = _send(pool, client, step)
        except Exception as error:
            _check_closed(pool, step, error)
            raise
        _check_closed(pool, step, outcome)
        return outcome
    if isinstance(step, Wait):
        pool.wait(step.seconds)
        if pool.closed:
            raise closed_error(step.request)
        return None
    if isinstance(step, Notify):
        _notify(step)
        return None
    return step.perform()


async def _take_async(pool: AsyncPool, client: httpx.AsyncClient, step: Step) -> Any:
    """Take one step without blocking."""
    if isinstance(step, Send):
        try:
            outcome = await _send_async(pool, client, step)
        except Exception as error:
            _check_closed(pool, step, error)
            raise
        _check_closed(pool, step, outcome)
        return outcome
    if isinstance(step, Wait):
        await pool.wait(step.seconds)
        if pool.closed:
            raise closed_error(step.request)
        return None
    if isinstance(step, Notify):
        await _notify_async(step)
        return None
    return await step.perform_async()


def _notify(step: Notify) -> None:
    try:
        step.hook(step.event)
    except BaseException:
        if step.reply is not None and step.reply.body is not None:
            step.reply.body.close()
        raise


async def _notify_async(step: Notify) -> None:
    try:
        waits = step.hook(step.event)
        if waits is not None and hasattr(waits, "__await__"):
            await waits
    except BaseException:
        if step.reply is not None and step.reply.body is not None:
            await step.reply.body.aclose()
        raise


def _check_closed(pool: BlockingPool | AsyncPool, step: Send, outcome: Outcome | Exception) -> None:
    """Raise the error for a client that was closed, if that may be the reason for what came of a step.

    What httpx makes of connections that are closed under its hands is any error, or an answer that ends early.
    """
    if pool.closed and pool.cut(outcome.headers if isinstance(outcome, Reply) else None):
        raise closed_error(step.request) from None


def _send(pool: BlockingPool, client: httpx.Client, step: Send) -> Outcome:
    try:
        request = _request(client, step)
        if pool.owned or step.ends_at is not None:
            request.extensions["trace"] = pool.trace
        response = client.send(request, stream=True, **_auth(step))
        hold_to_deadline(response.extensions.get("network_stream"))
        if _stays_open(step, response):
            return _open_reply(step, response)
        try:
            if step.ends_at is None and "content-encoding" not in response.headers:
                return _reply(step, response, response.read())
            chunks: list[bytes] = []
            for chunk in response.iter_raw():
                chunks.append(chunk)
                if step.ends_at is not None and time.monotonic() >= step.ends_at:
                    raise DeadlineError
            return _decoded(step, response, b"".join(chunks))
        finally:
            response.close()
    except httpx.TransportError as error:
        return _outcome(step, error)
    except DeadlineError:
        return DeadlinePassedError()


async def _send_async(pool: AsyncPool, client: httpx.AsyncClient, step: Send) -> Outcome:
    import asyncio  # noqa: PLC0415 - blocking programs do without

    request = _request(client, step)
    if is_large(step.request.content):
        request.extensions["trace"] = watch_connection()
    task = asyncio.current_task()
    pool.calls.add(task)
    try:
        if step.ends_at is None:
            return await _answer_async(client, request, step)
        async with asyncio.timeout(step.ends_at - time.monotonic()):
            try:
                return await _answer_async(client, request, step)
            except asyncio.CancelledError:
                await pool.take_back(request)
                raise
    except asyncio.CancelledError:
        await pool.take_back(request)
        if not pool.was_ended(task):
            raise
        return None
    except httpx.TransportError as error:
        return _outcome(step, error)
    except TimeoutError as error:
        if _is_of_body(step, error):
            raise
        return DeadlinePassedError()
    finally:
        pool.calls.discard(task)


async def _answer_async(client: httpx.AsyncClient, request: httpx.Request, step: Send) -> Outcome:
    response = await client.send(request, stream=True, **_auth(step))
    stream = response.extensions.get("network_stream")
    if stream is not None and response.http_version == "HTTP/1.1":
        listen_while_sending(stream)
    if _stays_open(step, response):
        return _open_reply(step, response)
    try:
        if "content-encoding" not in response.headers:
            return _reply(step, response, await response.aread())
        return _decoded(step, response, b"".join([chunk async for chunk in response.aiter_raw()]))
    finally:
        await response.aclose()


def _auth(step: Send) -> dict[str, Any]:
    """Return what httpx is to authenticate with, as an argument; none for what the httpx client has."""
    if step.foreign:
        return {"auth": None}
    return {} if step.request.http_auth is None else {"auth": step.request.http_auth}


def _header_value(text: str) -> str | bytes:
    """Return a header's text in UTF-8 where it is not ASCII; servers take it for opaque bytes (RFC 9110 §5.5)."""
    return text if text.isascii() else text.encode()


def _outcome(step: Send, error: httpx.TransportError) -> Outcome:
    if _is_of_body(step, error):
        raise error
    return error


def _is_of_body(step: Send, error: Exception) -> bool:
    """Tell whether an error was raised by what the caller gave to be sent, and so belongs to the caller."""
    content = step.request.content
    return content is not None and not isinstance(content, bytes) and content.failure is error


def _request(client: httpx.Client | httpx.AsyncClient, step: Send) -> httpx.Request:
    prepared = step.request
    headers: dict[str, Any] = {name: _header_value(text) for name, text in prepared.headers.items() if text is not None}
    content: Any = prepared.content
    if content is not None and not isinstance(content, bytes):
        if content.size is not None:
            headers.setdefault("Content-Length", str(content.size))
        content = content.blocking() if isinstance(client, httpx.Client) else content.awaiting()
    if step.foreign or _is_plain(client):
        own = {name.lower().encode() for name in headers}
        given = () if step.foreign else [pair for pair in client.headers.raw if pair[0].lower() not in own]
        all_headers: list[tuple[Any, Any]] = [*given, *headers.items()]
        request = httpx.Request(
            prepared.method,
            prepared.url,
            headers=all_headers,
            content=content,
            extensions={"timeout": step.timeout.as_dict()},
        )
    else:
        request = client.build_request(
            prepared.method,
            prepared.url,
            headers=headers,
            content=content,
            timeout=step.timeout,
        )
    for name, text in prepared.headers.items():
        if text is None:
            request.headers.pop(name, None)
    if prepared.url != prepared.shown_url:
        request.url = QuietURL(prepared.url, prepared.shown_url)
    return request


def _is_plain(client: httpx.Client | httpx.AsyncClient) -> bool:
    """Tell whether the httpx client would add nothing but its headers, so that it need not build the request."""
    return type(client) in {httpx.Client, httpx.AsyncClient} and not client.params and not client.cookies


def _stays_open(step: Send, response: httpx.Response) -> bool:
    return (
        step.stays_open is not None
        and 200 <= response.status_code < 300
        and step.stays_open(response.headers.get("content-type"))
    )


def _open_reply(step: Send, response: httpx.Response) -> Reply:
    return replace(_reply(step, response, b""), body=response, ends_at=step.ends_at)


def _reply(step: Send, response: httpx.Response, content: bytes) -> Reply:
    request: PreparedRequest = step.request
    headers = response.headers
    return Reply(
        response.status_code,
        headers,
        content,
        request.method,
        request.shown_url,
        headers.get("content-type"),
        secrets=request.secrets,
    )


def _decoded(step: Send, response: httpx.Response, raw: bytes) -> Outcome:
    """Undo the content codings of a body, so that a broken one can still be shown."""
    try:
        content = httpx.Response(response.status_code, headers=response.headers, content=raw).content
    except httpx.DecodingError:
        return UndecodableError(_reply(step, response, raw))
    return _reply(step, response, content)
