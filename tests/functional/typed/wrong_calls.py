"""Calls that type checkers have to refuse: exactly on the lines marked so."""

from __future__ import annotations

from shop_uploads import Shop

from vapi_assistants import AsyncVapi, Vapi, models


async def wrong(client: Vapi, other: AsyncVapi) -> None:
    client.assistants.get()  # wrong: missing
    client.assistants.get(5)  # wrong: mistyped
    client.assistants.get("a", brand="new")  # wrong: unknown
    client.assistants.create(nam="x")  # wrong: unknown
    client.assistants.create(name=5)  # wrong: mistyped
    client.assistants.create(first_message_mode="nobody")  # wrong: value
    client.assistants.create(background_sound=False)  # wrong: mistyped
    client.assistants.create(server_messages=["no-such-message"])  # wrong: value in a list
    client.assistants.create(models.UpdateAssistant())  # wrong: another model
    client.assistants.create(models.CreateAssistant(), name="x")  # wrong: both forms
    client.assistants.update(name="x")  # wrong: missing
    client.assistants.list(5)  # wrong: positional
    client.assistants.list(limit="many")  # wrong: mistyped
    client.assistants.list(created_at="2026")  # wrong: unknown
    client.assistants.vanish("a")  # wrong: no such method
    client.agents.get("a")  # wrong: no such resource
    models.OpenAIModel(modl="gpt-4o")  # wrong: missing and unknown
    models.OpenAIModel(model="gpt-4o", temperature="hot")  # wrong: mistyped
    models.Brand()  # wrong: no such model
    Vapi(token=5)  # wrong: mistyped
    Vapi("t", base="http://x")  # wrong: unknown
    Vapi("t", None)  # wrong: positional
    _ = client.assistants.get("a").nam  # wrong: no such field
    text: str = client.assistants.list()  # wrong: result
    number: int = client.assistants.get("a").name  # wrong: result
    await client.assistants.get("a")  # wrong: not awaitable
    assistant: models.Assistant = other.assistants.get("a")  # wrong: not awaited
    del text, number, assistant


def wrong_bodies(client: Shop) -> None:
    client.uploads.photos(cover="photo.png")  # wrong: the name of a file is no file
    client.uploads.photos(cover=5)  # wrong: mistyped
    client.uploads.photos(cover=b"x", pages=b"x")  # wrong: one file where a list is taken
    client.uploads.put_raw("photo.png")  # wrong: text
    client.uploads.send_several("a,b")  # wrong: text is not the default
    client.uploads.send_several(b"x", content_type="text/csv")  # wrong: bytes where text is taken
    client.uploads.send_several("a", content_type="text/html")  # wrong: no such media type
    client.uploads.send_several(taken_at="now", content_type="text/csv")  # wrong: fields are JSON
    client.uploads.send_lines([5])  # wrong: mistyped item
