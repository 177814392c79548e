"""Calls that type checkers have to refuse: exactly on the lines marked so."""

from __future__ import annotations

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
