"""Calls over a real socket, with both clients."""

from __future__ import annotations

import copy
import json
import pickle
import warnings

import pytest

from clientsmith.runtime import (
    APIError,
    APIStatusError,
    BadRequestError,
    NotFoundError,
    RateLimitError,
    RawResponse,
    RequestOptions,
    ResponseDecodeError,
    ResponseMismatchWarning,
    ResponseValidationError,
    ServerError,
)
from runtime.hostile import (
    respond,
    serve,
)
from runtime.sample import AzureVoice, Problem
from runtime.usual import ASSISTANT, ODD, get


def test_a_call_sends_what_it_should_and_returns_a_model(caller):
    with serve(respond(ASSISTANT)) as server:
        assistant = caller.call(get, base_url=server.url)
    (request,) = server.requests
    assert (request.method, request.target, request.body) == ("GET", "/assistant/1", b"")
    assert request.headers["authorization"] == "Bearer secret-token"
    assert request.headers["user-agent"] == "sample/1.0.0"
    assert request.headers["accept"] == "application/json"
    assert "content-type" not in request.headers
    assert assistant.id == "1"
    assert assistant.model_dump(mode="json") == ASSISTANT


def test_base_url_keeps_its_path(caller):
    with serve(respond(ASSISTANT)) as server:
        caller.call(get, base_url=f"{server.url}/api/v1/")
    assert server.requests[0].target == "/api/v1/assistant/1"


def test_what_was_not_given_is_not_sent_and_none_is_null(caller):
    voice = AzureVoice(voice_id="andrew")
    with serve(respond(ASSISTANT, 201)) as server:
        caller.call(
            lambda c: c.assistants.create(
                first_message=None, voice=voice, voices=[{"provider": "azure", "voice_id": "brian"}]
            ),
            base_url=server.url,
        )
    azure = {"provider": "azure", "voiceId": "andrew"}
    assert server.requests[0].json == {"firstMessage": None, "voice": azure, "voices": [{**azure, "voiceId": "brian"}]}
    assert server.requests[0].headers["content-type"] == "application/json"


def test_no_content(caller):
    with serve(respond(None, 204)) as server:
        assert caller.call(lambda c: c.assistants.delete("1"), base_url=server.url) is None


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, BadRequestError), (404, NotFoundError), (429, RateLimitError), (500, ServerError), (599, ServerError)],
)
def test_error_statuses(caller, status, error):
    body = {"statusCode": status, "message": ["name is too long", "id is wrong"], "error": "Oops"}
    with serve(respond(body, status, x_request_id="r-1")) as server, pytest.raises(error) as caught:
        caller.call(get, base_url=server.url, max_retries=0)
    assert isinstance(caught.value, APIStatusError)
    assert caught.value.status_code == status
    assert caught.value.body == Problem(status_code=status, message=body["message"], error="Oops")
    assert caught.value.content == json.dumps(body).encode()
    assert caught.value.request_id == "r-1"
    assert "name is too long; id is wrong" in str(caught.value)
    assert f"GET {server.url}/assistant/1" in str(caught.value)


def test_an_error_body_that_is_no_json(caller):
    with serve(respond(b"<html>no</html>", 502, content_type="text/html")) as server, pytest.raises(ServerError) as e:
        caller.call(get, base_url=server.url, max_retries=0)
    assert e.value.body == "<html>no</html>"
    assert "<html>" not in str(e.value)


def test_errors_survive_pickling_and_copying(caller):
    body = {"statusCode": 400, "message": "no"}
    with serve(respond(body, 400)) as server, pytest.raises(BadRequestError) as caught:
        caller.call(get, base_url=server.url)
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value), copy.deepcopy(caught.value)):
        assert type(again) is BadRequestError
        assert str(again) == str(caught.value)
        assert again.body == caught.value.body
        assert again.headers == caught.value.headers


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"", {}),
        (b'{"id": "1", ', {}),
        (b"<html>Bad gateway</html>", {"content_type": "text/html"}),
        (b"\xff\xfe\xfa", {}),
        (b'{"id": "\xe9"}', {}),
        (b'{"id": "\xe9"}', {"content_type": "application/json; charset=nonsense"}),
        (b"[" * 5_000, {}),
        (b"not gzip", {"content_encoding": "gzip"}),
    ],
)
def test_bodies_that_cannot_be_read(caller, body, headers):
    with serve(respond(body, **headers)) as server, pytest.raises(ResponseDecodeError) as caught:
        caller.call(get, base_url=server.url)
    assert caught.value.content == body
    assert caught.value.status_code == 200
    assert isinstance(caught.value, APIError)
    assert len(str(caught.value)) < 600


def test_json_in_another_charset_or_with_a_byte_order_mark(caller):
    text = json.dumps({**ASSISTANT, "name": "é"}, ensure_ascii=False)
    for content, charset in (
        (text.encode("latin-1"), "iso-8859-1"),
        (text.encode("utf-16"), "utf-16"),
        (b"\xef\xbb\xbf" + text.encode(), "utf-8"),
    ):
        with serve(respond(content, content_type=f'application/json; charset="{charset}"')) as server:
            assert caller.call(get, base_url=server.url).name == "é"


def test_json_that_is_declared_as_text_is_still_json(caller):
    with serve(respond(ASSISTANT, content_type="text/plain")) as server:
        assert caller.call(get, base_url=server.url).id == "1"


def test_a_large_body(caller):
    tags = ["x" * 100] * 100_000
    with serve(respond({**ASSISTANT, "tags": tags})) as server:
        assert len(caller.call(get, base_url=server.url).tags) == 100_000


def test_a_response_that_does_not_fit_warns_once_at_the_line_of_the_call(caller):
    with serve(respond(ODD)) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assistant = caller.call(get, base_url=server.url)
    (warning,) = caught
    assert warning.category is ResponseMismatchWarning
    assert warning.filename.endswith("sample.py")
    assert "/id: expected a valid string, got 5" in str(warning.message)
    assert assistant.model_dump(mode="json") == ODD


def test_a_strict_client_raises_with_the_same_list(caller):
    with serve(respond(ODD)) as server, pytest.raises(ResponseValidationError) as caught:
        caller.call(get, base_url=server.url, strict=True)
    (issue,) = caught.value.issues
    assert (issue.path, issue.got) == ("/id", 5)
    assert pickle.loads(pickle.dumps(caught.value)).issues == caught.value.issues


def test_the_raw_view(caller):
    with serve(respond(ODD, x_request_id="r-9")) as server:
        response = caller.call(lambda c: c.with_raw_response.assistants.get("1"), base_url=server.url)
    assert isinstance(response, RawResponse)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.content == json.dumps(ODD).encode()
    assert response.request_id == "r-9"
    assert (response.request.method, response.request.url) == ("GET", f"{server.url}/assistant/1")
    assert [issue.path for issue in response.issues] == ["/id"]
    with pytest.warns(ResponseMismatchWarning):
        assert response.parse().created_at.year == 2024


def test_options_of_a_call_and_of_a_derived_client(caller):
    options = RequestOptions(
        headers={"X-One": "1", "user-agent": "mine", "Accept": None}, query={"a": [1, 2], "b": "x y"}
    )

    def use(client):
        derived = client.with_options(headers={"X-Two": "2", "X-One": "0"}, query={"c": True})
        assert type(derived) is type(client)
        return derived.assistants.get("1", options=options)

    with serve(respond(ASSISTANT)) as server:
        caller.call(use, base_url=server.url)
    (request,) = server.requests
    assert request.target == "/assistant/1?c=true&a=1&a=2&b=x%20y"
    assert (request.headers["x-one"], request.headers["x-two"], request.headers["user-agent"]) == ("1", "2", "mine")
    assert "accept" not in request.headers
    assert server.connections == 1


def test_extra_body_properties(caller):
    with serve(respond(ASSISTANT, 201)) as server:
        options = RequestOptions(body={"brandNew": 1})
        caller.call(lambda c: c.assistants.create(name="x", options=options), base_url=server.url)
    assert server.requests[0].json == {"name": "x", "brandNew": 1}
