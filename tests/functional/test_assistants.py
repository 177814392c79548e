"""The client that is committed in `generated/`: all its operations by both clients over real sockets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.driving import Driver, respond
from support.generation import Generated

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "spec" / "data"
CLIENT = "base_url=url, token='secret-token'"
ASSISTANT = {
    "id": "a-1",
    "orgId": "o-1",
    "createdAt": "2026-01-02T03:04:05.678Z",
    "updatedAt": "2026-01-02T03:04:05.678Z",
}


def printed(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def vapi() -> Generator[Driver]:
    generated = Generated(ROOT / "generated", "vapi_assistants", summary=None)
    with Driver(generated, "Vapi") as driver:
        yield driver


def test_the_manifest_lists_the_five_operations(vapi: Driver) -> None:
    assert {one["call"] for one in vapi.generated.manifest["operations"]} == {
        "assistants.create",
        "assistants.list",
        "assistants.get",
        "assistants.update",
        "assistants.delete",
    }


@pytest.mark.parametrize("arguments", ["{body}", "**{keywords}"])
@pytest.mark.parametrize(
    ("name", "method", "target"),
    [("create-oldest", "create", "POST /assistant"), ("update-older", "update", "PATCH /assistant/a-1")],
)
def test_printed_bodies_travel_unchanged(vapi: Driver, name: str, method: str, target: str, arguments: str) -> None:
    body, answer = printed(f"{name}-request"), printed(f"{name}-response")
    operation = next(one for one in vapi.generated.manifest["operations"] if one["call"] == f"assistants.{method}")
    keywords = {operation["body"]["fields"][key]: value for key, value in body.items()}
    passed = ("'a-1', " if method == "update" else "") + arguments.format(body=repr(body), keywords=repr(keywords))
    outcome = vapi(f"client.assistants.{method}({passed})", respond(answer), client=CLIENT)
    assert outcome.error is None
    assert f"{outcome.sent.method} {outcome.sent.path}" == target
    assert outcome.sent.json == body
    assert outcome.sent.headers == {"authorization": "Bearer secret-token", "content-type": "application/json"}
    assert (outcome.type, outcome.value) == ("Assistant", answer)


@pytest.mark.parametrize("file", sorted((DATA / "assistants").glob("*.json")), ids=lambda file: file.stem)
def test_assistants_of_every_provider_go_both_ways(vapi: Driver, file: Path) -> None:
    body = json.loads(file.read_text(encoding="utf-8"))
    answer = {**ASSISTANT, **body}
    outcome = vapi(f"client.assistants.create({body!r})", respond(answer, 201), client=CLIENT)
    assert outcome.error is None
    assert (outcome.sent.json, outcome.value, outcome.warnings) == (body, answer, [])
    # The same through models: what was read is what is sent again.
    model = f"models.CreateAssistant.model_validate({body!r})"
    assert vapi(f"client.assistants.create({model})", respond(answer, 201), client=CLIENT).sent.json == body


def test_printed_responses_come_back_typed(vapi: Driver) -> None:
    then = "[type(getattr(result, name)).__module__ for name in ('transcriber', 'model', 'voice')]"
    outcome = vapi("client.assistants.get('a-1')", respond(printed("create-oldest-response")), client=CLIENT, then=then)
    assert all(module.startswith("vapi_assistants.models") for module in outcome.value)


def test_models_as_arguments(vapi: Driver) -> None:
    model = "models.OpenAIModel(model='gpt-4o', messages=[{'role': 'system', 'content': 'Hi'}], temperature=0.5)"
    call = f"client.assistants.create(name='Support', first_message=None, model={model}, background_sound='off')"
    assert vapi(call, respond(ASSISTANT, 201), client=CLIENT).sent.json == {
        "name": "Support",
        "firstMessage": None,
        "model": {
            "provider": "openai",
            "model": "gpt-4o",
            "messages": [{"role": "system", "content": "Hi"}],
            "temperature": 0.5,
        },
        "backgroundSound": "off",
    }


def test_list(vapi: Driver) -> None:
    call = "client.assistants.list(limit=5, created_at_gt=dt.datetime(2026, 1, 1, tzinfo=dt.UTC), updated_at_le=None)"
    outcome = vapi(call, respond([ASSISTANT]), client=CLIENT)
    assert outcome.sent.query == "limit=5&createdAtGt=2026-01-01T00%3A00%3A00Z"
    assert outcome.value == [ASSISTANT]


def test_list_all_walks_through_the_pages(vapi: Driver) -> None:
    def one(number: int) -> dict[str, str]:
        return {**ASSISTANT, "id": f"a-{number}", "createdAt": f"2026-01-02T03:04:{number:02}.000Z"}

    pages = [respond([one(9), one(8)]), respond([one(8), one(7)]), respond([one(7)])]
    outcome = vapi("client.assistants.list_all(limit=2)", *pages, client=CLIENT, then="[one.id for one in result]")
    assert outcome.value == ["a-9", "a-8", "a-7"]
    assert all("createdAtLe=2026-01-02T03" in sent.query for sent in outcome.requests[1:])


def test_get_and_delete(vapi: Driver) -> None:
    for method in ("get", "delete"):
        outcome = vapi(f"client.assistants.{method}('a/1')", respond(ASSISTANT), client=CLIENT)
        assert (outcome.sent.method, outcome.sent.path) == (
            {"get": "GET", "delete": "DELETE"}[method],
            "/assistant/a%2F1",
        )
        assert (outcome.type, outcome.value) == ("Assistant", ASSISTANT)


@pytest.mark.parametrize("call", ["create(name='x')", "list()", "get('a')", "update('a', name='x')", "delete('a')"])
@pytest.mark.parametrize(
    ("status", "message", "error"),
    [
        (400, ["name must be a string", "x"], "BadRequestError"),
        (401, "Invalid Key.", "AuthenticationError"),
        (403, "Forbidden", "PermissionDeniedError"),
        (404, "Not Found", "NotFoundError"),
        (409, "Conflict", "ConflictError"),
        (429, "Slow down", "RateLimitError"),
        (500, "Oops", "ServerError"),
    ],
)
def test_errors(vapi: Driver, call: str, status: int, message: object, error: str) -> None:
    body = {"statusCode": status, "message": message, "error": "E"}
    behaviour = respond(body, status, x_request_id="r-1")
    found = vapi(f"client.assistants.{call}", behaviour, client=f"{CLIENT}, max_retries=0").error
    assert (found["type"], found["status_code"], found["body"], found["request_id"]) == (error, status, body, "r-1")
    assert "secret-token" not in json.dumps(found)


@pytest.mark.parametrize("call", ["create(name='x')", "list()", "get('a')", "update('a', name='x')", "delete('a')"])
def test_timeouts(vapi: Driver, call: str) -> None:
    def hang(exchange: Any) -> None:
        exchange.over.wait(5)

    found = vapi(f"client.assistants.{call}", hang, client=f"{CLIENT}, timeout=0.5, max_retries=0").error
    assert found["type"] == "APITimeoutError"


def test_the_token_comes_from_the_environment(vapi: Driver) -> None:
    outcome = vapi("client.assistants.get('a')", respond(ASSISTANT), VAPI_API_KEY="from-env")
    assert outcome.sent.headers == {"authorization": "Bearer from-env"}
    missing = vapi("client.assistants.get('a')").error
    assert missing["type"] == "MissingCredentialsError"
    assert "VAPI_API_KEY" in missing["message"]


def test_what_the_document_does_not_know_is_kept(vapi: Driver) -> None:
    body = {
        **ASSISTANT,
        "voice": {"provider": "brand-new", "voiceId": "v"},
        "firstMessageMode": "nobody-speaks",
        "brandNew": {"a_b": [1]},
        "silenceTimeoutSeconds": "thirty",
    }
    then = "[dump(result), type(result.voice).__name__, result.voice.tag, result.first_message_mode]"
    outcome = vapi("client.assistants.get('a')", respond(body), client=CLIENT, then=then)
    assert outcome.value == [body, "Unknown", "brand-new", "nobody-speaks"]
    assert [one[0] for one in outcome.warnings] == ["ResponseMismatchWarning"]
    strict = vapi("client.assistants.get('a')", respond(body), client=f"{CLIENT}, strict=True").error
    assert strict["type"] == "ResponseValidationError"
    assert "/silenceTimeoutSeconds" in [issue[0] for issue in strict["issues"]]
