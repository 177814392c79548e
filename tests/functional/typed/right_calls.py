"""Calls that type checkers have to accept; what they infer is stated with `assert_type`."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any, assert_type

import httpx
from shop_uploads import AsyncShop, File, ServerSentEvent, Shop
from shop_uploads import models as shop_models

from vapi_assistants import (
    APIStatusError,
    AsyncPage,
    AsyncVapi,
    NotFoundError,
    Page,
    RateLimitError,
    RequestOptions,
    Unknown,
    Vapi,
    models,
)


def blocking(client: Vapi) -> None:
    made = client.assistants.create(
        name="Support",
        first_message="Hi",
        first_message_mode="assistant-speaks-first",
        model=models.OpenAIModel(model="gpt-4o", temperature=0.5),
        voice={"provider": "azure", "voiceId": "emma"},
        silence_timeout_seconds=30,
        background_sound="off",
        server_messages=["end-of-call-report", "tool-calls"],
        options=RequestOptions(timeout=5.0, headers={"X-Own": "h"}),
    )
    assert_type(made, models.Assistant)
    assert_type(made.id, str)
    assert_type(made.name, str | None)
    assert_type(client.assistants.create(models.CreateAssistant(name="x")), models.Assistant)
    assert_type(client.assistants.create({"name": "x", "firstMessage": "Hi"}), models.Assistant)
    assert_type(client.assistants.create(), models.Assistant)
    assert_type(client.assistants.get("a"), models.Assistant)
    assert_type(client.assistants.update("a", name="x"), models.Assistant)
    assert_type(client.assistants.delete("a"), models.Assistant)
    page = client.assistants.list(limit=5, created_at_gt=dt.datetime.now(dt.UTC), created_at_lt="2026-01-01T00:00:00Z")
    assert_type(page, Page[models.Assistant])
    for assistant in page:
        assert_type(assistant, models.Assistant)
    for assistant in client.assistants.list_all():
        assert_type(assistant, models.Assistant)
    match made.voice:
        case models.AzureVoice(voice_id=voice_id):
            voice_id.upper()
        case Unknown(tag=tag, data=data):
            assert_type(tag, str | None)
            assert_type(data, Any)
        case _:
            pass
    try:
        client.assistants.get("a")
    except (NotFoundError, RateLimitError) as error:
        assert_type(error.status_code, int)
    except APIStatusError as error:
        assert_type(error.request_id, str | None)
    with Vapi("token", base_url="http://x", timeout=httpx.Timeout(5), http_client=httpx.Client()) as other:
        other.with_raw_response.assistants.get("a").status_code.bit_length()
        assert_type(other.with_options(timeout=5), Vapi)


async def awaiting(client: AsyncVapi) -> None:
    assert_type(await client.assistants.create(name="x"), models.Assistant)
    assert_type(await client.assistants.get("a"), models.Assistant)
    page = await client.assistants.list(limit=5)
    assert_type(page, AsyncPage[models.Assistant])
    async for assistant in client.assistants.list_all(limit=5):
        assert_type(assistant, models.Assistant)
    async with AsyncVapi(deadline=5.0) as other:
        await other.assistants.delete("a")
        raw = await other.with_raw_response.assistants.get("a")
        raw.status_code.bit_length()


def uploading(client: Shop, path: Path, items: Iterator[Mapping[str, int]]) -> None:
    with path.open("rb") as file:
        client.uploads.photos(cover=file, pages=[path, b"x", ("a.png", path), File(file, content_type="image/png")])
    client.uploads.photos(cover=iter([b"x"]), tags=["a"])
    client.uploads.photos(shop_models.NewPhotos(cover=path))
    client.uploads.put_raw(path)
    client.uploads.put_raw(bytearray(b"x"))
    client.uploads.put_any(b"x", content_type="image/png")
    client.uploads.send_several("a,b", content_type="text/csv")
    client.uploads.send_several(b"x", content_type="application/pdf")
    client.uploads.send_several(taken_at="now", content_type="application/json")
    client.uploads.send_optional()
    client.uploads.send_lines(items)
    client.uploads.send_lines([shop_models.Info(taken_at="now")])
    client.uploads.send_lines([{"taken_at": "now"}])
    client.uploads.send_lines(path)
    client.uploads.send_events(["a"])
    client.uploads.send_events([ServerSentEvent("b")])


async def uploading_async(client: AsyncShop, pieces: AsyncIterator[bytes]) -> None:
    await client.uploads.put_raw(pieces)
    await client.uploads.photos(cover=pieces)
