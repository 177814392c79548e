"""The two drivers: they carry out what `exchange` asks for, blocking and not, over a pool of connections."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .deadlines import DeadlineError, hold_to_deadline
from .early_answers import is_large, listen_while_sending, watch_connection
from .exchange import Call, DeadlinePassedError, Send, UndecodableError, Wait, closed_error, exchange
from .http_library import httpx
from .replies import Reply
from .requests import PreparedRequest, QuietURL

if TYPE_CHECKING:
    from .exchange import Outcome
    from .pools import AsyncPool, BlockingPool


def run(pool: BlockingPool, call: Call) -> Reply:
    """Carry out a call, blocking.

    Args:
        pool: the connections.
        call: the call.

    Returns:
        The answer, whatever its status.

    Raises:
        APIError: there is no answer.
        RuntimeError: the client was closed before.
    """
    client = pool.get()
    steps = exchange(call)
    step = next(steps)
    while True:
        outcome: Outcome = None
        if isinstance(step, Wait):
            pool.wait(step.seconds)
            if pool.closed:
                raise closed_error(call.request)
        else:
            try:
                outcome = _send(pool, client, step)
            except Exception as error:
                _check_closed(pool, step, error)
                raise
            _check_closed(pool, step, outcome)
        try:
            step = steps.send(outcome)
        except StopIteration as stop:
            reply: Reply = stop.value
            return reply


async def run_async(pool: AsyncPool, call: Call) -> Reply:
    """Carry out a call without blocking; see `run`."""
    client = pool.get()
    steps = exchange(call)
    step = next(steps)
    while True:
        outcome: Outcome = None
        if isinstance(step, Wait):
            await pool.wait(step.seconds)
            if pool.closed:
                raise closed_error(call.request)
        else:
            try:
                outcome = await _send_async(pool, client, step)
            except Exception as error:
                _check_closed(pool, step, error)
                raise
            _check_closed(pool, step, outcome)
        try:
            step = steps.send(outcome)
        except StopIteration as stop:
            reply: Reply = stop.value
            return reply


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
        response = client.send(request, stream=True, auth=None) if step.foreign else client.send(request, stream=True)
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
    response = await (
        client.send(request, stream=True, auth=None) if step.foreign else client.send(request, stream=True)
    )
    if response.http_version == "HTTP/1.1":
        listen_while_sending(response.extensions.get("network_stream"))
    if _stays_open(step, response):
        return _open_reply(step, response)
    try:
        if "content-encoding" not in response.headers:
            return _reply(step, response, await response.aread())
        return _decoded(step, response, b"".join([chunk async for chunk in response.aiter_raw()]))
    finally:
        await response.aclose()


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
    headers = {name: text for name, text in prepared.headers.items() if text is not None}
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
